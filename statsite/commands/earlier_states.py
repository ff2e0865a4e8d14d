"""Earlier states of a site, read whole for comparison."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from statsite.assess.assessment import Assessment, assess
from statsite.check import ground_errors
from statsite.commands.reporting import count_of, print_each
from statsite.diff.checkouts import Checkout, CheckoutMissing, CheckoutRefused, checkout
from statsite.diff.unrecorded_changes import unrecorded_changes
from statsite.model import WrittenSite
from statsite.pipeline import Checked
from statsite.problems import Problem, errors_of, in_order
from statsite.read.site import read_site
from statsite.values import replace

#: Exit status of a wrong call.
_WRONG_CALL = 2

#: How many errors of a state that cannot be compared are told.
_SHOWN = 20


class NotCompared(SystemExit):
    """The end of a command that cannot compare: its status, and why, which was ``told`` line by
    line.
    """

    def __init__(self, status: int, told: Sequence[str]) -> None:
        super().__init__(status)
        self.told = tuple(told)


def checked_against(checked: Checked, against: str, site: Path) -> Checked:
    """What was checked, and the figures that changed without a record since the state
    ``against``.
    """
    with read_earlier_state(against, site) as (before, _):
        if checked.site is None:
            return checked
        found = [*checked.problems, *unrecorded_changes(before.site, checked.site)]
        return replace(checked, problems=in_order(found))


@contextmanager
def read_earlier_state(name: str, site: Path) -> Iterator[tuple[Assessment, Checkout]]:
    """The site in the state ``name``, to compare a later one with; ends as ``read_state`` does, and
    where an error in it leaves open what it said.
    """
    with read_state(name, site) as (assessment, found):
        errors = in_order(ground_errors(assessment))
        if errors:
            _refuse(found, errors)
        yield assessment, found


@contextmanager
def read_state(name: str, site: Path) -> Iterator[tuple[Assessment, Checkout]]:
    """The site in the state ``name``, whole, and what follows from it; ends where there is no such
    state, or where something in it cannot be read.

    What cannot be read would seem to be gone, or never to have been: nothing is compared with it.
    """
    try:
        with checkout(name, site) as found:
            yield assess(_whole_site(found)), found
    except CheckoutMissing as missing:
        _end(str(missing), status=_WRONG_CALL)
    except CheckoutRefused as refused:
        _end(f"`{name}` cannot be compared: {refused}")


def _whole_site(state: Checkout) -> WrittenSite:
    """The site of a state; ends with its errors where it has any."""
    read, problems = read_site(state.folder)
    errors = errors_of(problems)
    if read is None or errors:
        _refuse(state, errors)
    return read


def _refuse(state: Checkout, errors: Sequence[Problem]) -> NoReturn:
    """End with the errors of a state."""
    _end(
        f"{state.description} cannot be compared: it holds {count_of(len(errors), 'error')}",
        [f"{state.description}: {problem}" for problem in errors[:_SHOWN]],
    )


def _end(reason: str, errors: Sequence[str] = (), status: int = 1) -> NoReturn:
    """Tell the errors and the reason, and end."""
    told = [*errors, f"error: {reason}"]
    print_each(told)
    raise NotCompared(status, told)
