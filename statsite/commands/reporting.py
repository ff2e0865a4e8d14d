"""How commands say what they did, and why they could not."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import NoReturn

from statsite.messages import print_line


def count_of(number: int, noun: str) -> str:
    """``1 file``, ``2 files``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def print_each(told: Iterable[object]) -> None:
    """Print a line on the standard error for each, such as problems."""
    for one in told:
        print_line(one, err=True)


def give_up(reason: object, status: int = 1) -> NoReturn:
    """Say in one line why there is no going on, and end."""
    print_line(f"error: {reason}", err=True)
    sys.exit(status)
