"""How a frozen value is made of another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # What msgspec declares takes any name and any value. This one mypy holds against the fields of
    # the value, which it knows of a Struct too.
    from dataclasses import replace  # noqa: TID251 - as said above
else:
    from msgspec.structs import replace

__all__ = ["replace"]
