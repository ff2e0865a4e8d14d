"""The plan stage: a checked Site becomes pages to render, charts to draw and files to export."""
