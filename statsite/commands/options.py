"""The options that several commands take."""

from __future__ import annotations

from pathlib import Path

import click
from pydantic_core import PydanticCustomError

from statsite.commands.drawings import CACHE_VARIABLE
from statsite.read.faults import FAULTS
from statsite.read.values import read_base_url


def _web_address(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """The option's value, if it is an address a site can be published at."""
    if value is None:
        return None
    try:
        return read_base_url(value)
    except PydanticCustomError as error:
        (fault,) = (error.context or {})[FAULTS]
        raise click.BadParameter(f"{fault.message}: {fault.hint}") from error


site = click.option("--site", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path), help="The site's folder.")
sources = click.option(
    "--sources",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder of the articles' texts; $STATSITE_SOURCES otherwise.",
)
cache = click.option(
    "--cache",
    type=click.Path(file_okay=False, path_type=Path),
    help=f"Where drawings are kept between builds; ${CACHE_VARIABLE} or the user's folder of caches otherwise.",
)
strict = click.option("--strict", is_flag=True, help="Warnings are errors.")
base_url = click.option("--base-url", metavar="URL", callback=_web_address, help="The site's public address, in place of site.yaml's.")
