"""Find every quantity in a Chinese article and draft the YAML for it."""

from __future__ import annotations

from pathlib import Path

import click

from statsite.commands import options
from statsite.commands.reporting import give_up
from statsite.disk import read_text, reason
from statsite.evidence.articles import LARGEST
from statsite.extract.draft import draft_yaml
from statsite.extract.extracted import as_json, extract_text
from statsite.messages import hand_out
from statsite.read.site import read_site


@click.command(help=__doc__)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@options.site
@click.option("--format", "form", type=click.Choice(["yaml", "json"]), default="yaml", show_default=True, help="A draft, or bare data.")
def command(*, file: Path, site: Path, form: str) -> None:
    try:
        quantities = extract_text(read_text(file, LARGEST))
    except OSError as error:
        give_up(f"{file}: {reason(error)}")
    except UnicodeDecodeError:
        give_up(f"{file} is not UTF-8")
    if form == "json":
        hand_out(as_json(quantities))
    else:
        hand_out(draft_yaml(quantities, name=file.name, site=read_site(site)[0]))
