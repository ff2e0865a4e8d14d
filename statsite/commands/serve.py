"""Build, serve on 127.0.0.1, and rebuild and reload whenever a file is saved."""

from __future__ import annotations

from pathlib import Path

import click

from statsite.commands import options
from statsite.commands.folders import cache_folder
from statsite.commands.reporting import give_up
from statsite.render.cache import DrawingCache
from statsite.serve import serve_site


@click.command(help=__doc__)
@options.site
@options.cache
@click.option(
    "--port",
    default=8000,
    type=click.IntRange(1, 65535),
    show_default=True,
    help="Port on 127.0.0.1.",
)
def command(*, site: Path, cache: Path | None, port: int) -> None:
    try:
        serve_site(site, port, DrawingCache(cache_folder(cache, site)))
    except OSError as error:
        give_up(f"cannot serve on port {port}: {error.strerror}")
