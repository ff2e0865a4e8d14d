"""The render stage: planned pages become HTML, charts become drawings; (path, bytes) one by one."""
