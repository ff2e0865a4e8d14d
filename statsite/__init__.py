"""The engine: turns a folder of published figures and their sources into a static website, one
stage after the other.
"""

import time

#: When this process began to load the program, in nanoseconds.
LOADED_FROM = time.time_ns()
