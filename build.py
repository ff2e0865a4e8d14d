#!/usr/bin/env python3
"""The doorstep: hands over to the engine's command line."""

import sys

from statsite.cli import main

if __name__ == "__main__":
    sys.exit(main())
