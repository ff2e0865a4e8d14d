"""Lengths as SVG writes them."""

from __future__ import annotations


def short(length: float) -> str:
    """A length in CSS px with two decimals at most, zero without a sign."""
    return f"{round(float(length), 2) + 0.0:.2f}".rstrip("0").rstrip(".")
