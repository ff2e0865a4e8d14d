#!/usr/bin/env python3
"""The entry point: hands over to the engine's command line."""

import sys

try:
    from statsite.cli import main
    from statsite.command_group import run_alone
except ModuleNotFoundError as missing:
    sys.exit(
        f"error: {missing.name} is not installed: run `make site`, then .venv/bin/python build.py"
    )

if __name__ == "__main__":
    run_alone(main)
