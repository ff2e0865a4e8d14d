"""What ``--base-url`` gives."""

from __future__ import annotations

import click
from pydantic_core import PydanticCustomError

from statsite.read.field_errors import FIELD_ERRORS
from statsite.read.values import read_base_url


def public_address(value: str | None) -> str | None:
    """``value``, if it is an address a site can be published at. Raises click.BadParameter."""
    try:
        return None if value is None else read_base_url(value)
    except PydanticCustomError as error:
        (fault,) = (error.context or {})[FIELD_ERRORS]
        raise _bad_address(f"{fault.message}: {fault.hint}") from error


def _bad_address(message: str) -> click.BadParameter:
    return click.BadParameter(message, click.get_current_context(), param_hint="'--base-url'")
