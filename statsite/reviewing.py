"""What the commands `diff` and `check --against` do, which look at an earlier state of the site."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import click

from statsite.diff.against import silent_changes
from statsite.diff.compare import compare
from statsite.diff.states import StateMissing, state
from statsite.diff.tell import as_json, as_markdown, as_release, as_text
from statsite.model import Site
from statsite.pipeline import Checked
from statsite.problems import in_order
from statsite.read.site import read_site

#: Exit status of a wrong call.
_WRONG_CALL = 2


def diff(old: str, new: str | None, site: Path, form: str) -> None:
    """Print what changed from the state ``old`` to ``new``, or to the site in the folder ``site``."""
    with _read(old, site) as before, _read(new or str(site), site) as after:
        difference = compare(before, after)
        if form == "json":
            click.echo(as_json(difference), nl=False)
        elif form == "release":
            settings = after.settings
            click.echo(as_release(difference, f"{settings.as_of}T00:00:00Z", settings.languages), nl=False)
        else:
            click.echo((as_markdown if form == "markdown" else as_text)(difference, before, after), nl=False)


def checked_against(checked: Checked, against: str, site: Path) -> Checked:
    """What was checked, and the figures that changed without a record since the state ``against``."""
    with _read(against, site) as before:
        if checked.site is None:
            return checked
        found = [*checked.problems, *silent_changes(before, checked.site)]
        return replace(checked, problems=in_order(found))


@contextmanager
def _read(name: str, site: Path) -> Iterator[Site]:
    """The site in the state ``name``, as far as it can be read; ends where there is no such state or no telling what it holds."""
    try:
        with state(name, site) as folder:
            read, problems = read_site(folder)
            if read is None:
                for problem in problems:
                    click.echo(str(problem), err=True)
                click.echo(f"error: `{name}` cannot be read", err=True)
                sys.exit(1)
            yield read
    except StateMissing as missing:
        click.echo(f"error: {missing}", err=True)
        sys.exit(_WRONG_CALL)
