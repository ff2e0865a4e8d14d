"""The options that several commands take."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from statsite.commands.folders import CACHE_VARIABLE
from statsite.disk import MOST_FOLDERS, is_too_deep

_MOST_JOBS = 64


class PathArgument(click.Path):
    """A path, which leads through no more folders than are opened and made."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 - click's signature
        """The path that ``value`` names."""
        if is_too_deep(value):
            self.fail(f"the path leads through more than {MOST_FOLDERS} folders", param, ctx)
        return super().convert(value, param, ctx)


class Jobs(click.ParamType):  # type: ignore[type-arg]  # older releases take none
    """A number of processes; ``auto`` is one for each core that this process may use."""

    name = "jobs"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ANN401 - click's signature
        """The number that ``value`` names."""
        if value == "auto":
            return min(len(os.sched_getaffinity(0)), _MOST_JOBS)
        return click.IntRange(1, _MOST_JOBS).convert(value, param, ctx)


site = click.option(
    "--site",
    default=".",
    type=PathArgument(exists=True, file_okay=False, path_type=Path),
    help="The site's folder.",
)
sources = click.option(
    "--sources",
    type=PathArgument(exists=True, file_okay=False, path_type=Path),
    help="The folder of the articles' texts; $STATSITE_SOURCES otherwise.",
)
cache = click.option(
    "--cache",
    type=PathArgument(file_okay=False, path_type=Path),
    help=(
        f"Where drawings are kept between builds; ${CACHE_VARIABLE} or the user's folder of "
        "caches otherwise."
    ),
)
strict = click.option("--strict", is_flag=True, help="Warnings are errors.")
base_url = click.option(
    "--base-url", metavar="URL", help="The site's public address, in place of site.yaml's."
)
