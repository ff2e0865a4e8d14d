"""What the commands `diff` and `check --against` do, which look at an earlier state of the site."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from statsite.diff.against import silent_changes
from statsite.diff.compare import compare
from statsite.diff.states import FOLDER, State, StateMissing, StateRefused, code_changed, state
from statsite.diff.tell import Checks, as_json, as_markdown, as_release, as_text
from statsite.evidence.consistency import lock_is_consistent
from statsite.messages import hand_out, say
from statsite.model import Site
from statsite.pipeline import Checked
from statsite.problems import Severity, in_order
from statsite.proving import TextsMissing, refusals
from statsite.read.site import read_site
from statsite.read.tracked import tracked_cache

#: Exit status of a wrong call.
_WRONG_CALL = 2

#: How many errors of a state that cannot be compared are told.
_SHOWN = 20


def diff(old: str, new: str | None, site: Path, form: str, sources: Path | None) -> None:
    """Print what changed from the state ``old`` to ``new``, or to the site in the folder ``site``.

    Where the articles' texts are at hand, in ``sources`` or where the environment names them, the proofs of the later state are looked up; ends with
    exit status 1 where the texts do not bear them out.
    """
    with _read(old, site) as (before, earlier), _read(new or f"{FOLDER}{site}", site) as (after, later):
        difference = compare(before, after)
        if form == "release":
            hand_out(as_release(difference, f"{after.settings.as_of}T00:00:00Z", after.settings.languages))
            return
        problems = (*silent_changes(before, after), *lock_is_consistent(after), *tracked_cache(later.folder))
        refuted = _refuted(after, sources) if difference.proofs_made else None
        checks = Checks(f"from {earlier.told} to {later.told}", problems, refuted, code_changed(earlier, later, site))
        if form == "json":
            hand_out(as_json(difference, checks))
        else:
            hand_out((as_markdown if form == "markdown" else as_text)(difference, before, after, checks))
        if checks.refuted:
            sys.exit(1)


def _refuted(site: Site, sources: Path | None) -> tuple[str, ...] | None:
    """Where the articles' texts do not bear out the proofs of ``site``, without their words; None where they are not at hand."""
    try:
        found = refusals(site, sources)
    except TextsMissing:
        return None
    return tuple(f"{problem.where} {problem.check}" for problem in found if problem.severity is Severity.ERROR)


def checked_against(checked: Checked, against: str, site: Path) -> Checked:
    """What was checked, and the figures that changed without a record since the state ``against``."""
    with _read(against, site) as (before, _):
        if checked.site is None:
            return checked
        found = [*checked.problems, *silent_changes(before, checked.site)]
        return replace(checked, problems=in_order(found))


@contextmanager
def _read(name: str, site: Path) -> Iterator[tuple[Site, State]]:
    """The site in the state ``name``, whole; ends where there is no such state, or where something in it cannot be read.

    What cannot be read would seem to be gone, or never to have been: nothing is compared with it.
    """
    try:
        with state(name, site) as found:
            read, problems = read_site(found.folder)
            errors = [problem for problem in problems if problem.severity is Severity.ERROR]
            if read is None or errors:
                for problem in errors[:_SHOWN]:
                    say(f"{found.told}: {problem}", err=True)
                say(f"error: {found.told} cannot be compared: it holds {len(errors)} errors", err=True)
                sys.exit(1)
            yield read, found
    except StateMissing as missing:
        say(f"error: {missing}", err=True)
        sys.exit(_WRONG_CALL)
    except StateRefused as refused:
        say(f"error: `{name}` cannot be compared: {refused}", err=True)
        sys.exit(1)
