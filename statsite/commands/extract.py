"""Find every quantity in a Chinese article and draft the YAML for it."""

from __future__ import annotations

from pathlib import Path

import click

from statsite.commands import options
from statsite.commands.reporting import give_up
from statsite.disk import os_error_reason, read_text
from statsite.evidence.articles import LARGEST
from statsite.extract.draft import draft_yaml
from statsite.extract.extraction import extract_text, quantities_as_json
from statsite.messages import print_result
from statsite.read.site import read_site


@click.command(help=__doc__)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@options.site
@click.option(
    "--format",
    "form",
    type=click.Choice(["yaml", "json"]),
    default="yaml",
    show_default=True,
    help="A draft, or bare data.",
)
def command(*, file: Path, site: Path, form: str) -> None:
    try:
        quantities = extract_text(read_text(file, LARGEST))
    except OSError as error:
        give_up(f"{file}: {os_error_reason(error)}")
    except UnicodeDecodeError:
        give_up(f"{file} is not UTF-8")
    if form == "json":
        print_result(quantities_as_json(quantities))
    else:
        print_result(draft_yaml(quantities, name=file.name, site=read_site(site)[0]))
