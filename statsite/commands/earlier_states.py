"""Earlier states of a site, read whole for comparison."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from statsite.assess.assessment import Assessment, assess
from statsite.commands.reporting import give_up
from statsite.diff.checkouts import Checkout, CheckoutMissing, CheckoutRefused, checkout
from statsite.diff.unrecorded_changes import unrecorded_changes
from statsite.messages import print_line
from statsite.pipeline import Checked
from statsite.problems import Severity, in_order
from statsite.read.site import read_site

#: Exit status of a wrong call.
_WRONG_CALL = 2

#: How many errors of a state that cannot be compared are told.
_SHOWN = 20


def checked_against(checked: Checked, against: str, site: Path) -> Checked:
    """What was checked, and the figures that changed without a record since the state
    ``against``.
    """
    with read_state(against, site) as (before, _):
        if checked.site is None:
            return checked
        found = [*checked.problems, *unrecorded_changes(before.site, checked.site)]
        return replace(checked, problems=in_order(found))


@contextmanager
def read_state(name: str, site: Path) -> Iterator[tuple[Assessment, Checkout]]:
    """The site in the state ``name``, whole, and what follows from it; ends where there is no such
    state, or where something in it cannot be read.

    What cannot be read would seem to be gone, or never to have been: nothing is compared with it.
    """
    try:
        with checkout(name, site) as found:
            read, problems = read_site(found.folder)
            errors = [problem for problem in problems if problem.severity is Severity.ERROR]
            if read is None or errors:
                for problem in errors[:_SHOWN]:
                    print_line(f"{found.description}: {problem}", err=True)
                print_line(
                    f"error: {found.description} cannot be compared: it holds {len(errors)} errors",
                    err=True,
                )
                sys.exit(1)
            yield assess(read), found
    except CheckoutMissing as missing:
        give_up(missing, _WRONG_CALL)
    except CheckoutRefused as refused:
        give_up(f"`{name}` cannot be compared: {refused}")
