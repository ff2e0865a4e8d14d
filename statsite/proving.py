"""What the commands `verify` and `audit` do, and `build --require-verified`: they open the articles' texts."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import NoReturn

from statsite.check import check_site
from statsite.check.figures import figures_are_proven
from statsite.disk import write_whole
from statsite.evidence.articles import Article, Articles
from statsite.evidence.audit import SEED, Audit, audit_site
from statsite.evidence.coverage import Coverage, coverage
from statsite.evidence.lock import FILE_NAME, write_lock
from statsite.evidence.state import standings
from statsite.evidence.verify import Verified, texts_of, unlocked, verify_site
from statsite.messages import hand_out, say
from statsite.model import Site
from statsite.problems import Problem, Severity
from statsite.read.files import CONTENT
from statsite.read.site import read_site

#: Where the articles' texts are found when no folder is given.
SOURCES_VARIABLE = "STATSITE_SOURCES"


def verify(site: Path, sources: Path | None, *, update: bool, covering: bool) -> NoReturn:
    """Find each figure in the text of its source, print what was found, and end with the command's exit status."""
    read, of_lock = _read(site)
    verified = verify_site(read, _articles(sources), _today())
    is_updated = update and not verified.errors
    left = () if is_updated else (*of_lock, *unlocked(read, verified))
    for problem in (*verified.problems, *left):
        say(problem, err=True)
    if is_updated:
        _update(read, verified, site)
    if covering:
        _print_coverage(coverage(read, verified.texts, verified.proofs))
    _print_verified(read, verified, updated=is_updated)
    sys.exit(1 if verified.errors or left else 0)


class TextsMissing(Exception):  # noqa: N818 - named for what happened
    """A build that must verify cannot, since the articles' texts are not at hand."""


def refusals(site: Site, sources: Path | None) -> tuple[Problem, ...]:
    """What a verification of ``site`` against the texts in ``sources``, or where the environment names them, finds wrong.

    An error is whatever leaves a figure unproven whose source has a text, and a proof that is not the one the lock holds. Raises TextsMissing.
    """
    folder = _folder(sources)
    if folder is None:
        raise TextsMissing(f"--require-verified needs the articles' texts; give their folder with --sources or ${SOURCES_VARIABLE}")
    verified = verify_site(site, Articles(folder), _today())
    unproven = [replace(problem, severity=Severity.ERROR) for problem in figures_are_proven(site) if problem.check == "figure-unproven"]
    return (*verified.problems, *unproven, *unlocked(site, verified))


def audit(site: Path, sources: Path | None, *, seed: int | None, form: str) -> None:
    """Change figures on purpose, in memory, and print which changes the checks catch; without a ``seed``, those of the published audit."""
    read, _ = _read(site)
    texts, problems = texts_of(read, _articles(sources))
    for problem in problems:
        say(problem, err=True)
    result = _audited(read, texts, SEED if seed is None else seed)
    if form == "json":
        kinds = [{name: value for name, value in asdict(kind).items() if name != "where"} for kind in result.kinds]
        told = {"seed": result.seed, "kinds": kinds, "uncovered": list(result.uncovered), "unreadable": dict(result.unreadable)}
        hand_out(json.dumps(told, ensure_ascii=False, indent=1))
        return
    say(f"{'kind':<20}{'tried':>8}{'text':>16}{'lock':>16}{'rules':>16}")
    for kind in result.kinds:
        counts = (kind.caught_by_text, kind.caught_by_lock, kind.caught_by_rules)
        say(f"{kind.kind:<20}{kind.tried:>8}" + "".join(f"{_share(count, kind.tried):>16}" for count in counts))
    unread = ", ".join(f"{count} {kind}" for kind, count in result.unreadable.items() if count)
    if unread:
        say(f"not counted, since they cannot be read and stop every build: {unread}")
    hand_out(f"{len(result.uncovered)} figures that no rule covers" + "".join(f"\n  {name}" for name in result.uncovered))


def _read(root: Path) -> tuple[Site, tuple[Problem, ...]]:
    """The site in ``root`` and what is wrong in its lock; ends with the problems where it has other errors.

    What cannot be read or names no source cannot be proven. A lock that makes no sense is no hindrance: it is written anew.
    """
    site, problems = read_site(root)
    found = [*problems, *check_site(site, ())] if site is not None else problems
    errors = [problem for problem in found if problem.severity is Severity.ERROR]
    of_lock = tuple(problem for problem in errors if problem.where.path == f"{CONTENT}/{FILE_NAME}")
    others = [problem for problem in errors if problem not in of_lock]
    for problem in others:
        say(problem, err=True)
    if site is None or others:
        say(f"{len(others)} errors; nothing was verified", err=True)
        sys.exit(1)
    return site, of_lock


def _articles(given: Path | None) -> Articles:
    """The folder of texts; ends quietly where there is none, since most who build a site have none."""
    folder = _folder(given)
    if folder is None:
        say(f"skipped: the articles' texts are not here; give their folder with --sources or ${SOURCES_VARIABLE}", err=True)
        sys.exit(0)
    return Articles(folder)


def _folder(given: Path | None) -> Path | None:
    """The folder of texts that was given or that the environment names; None where there is none."""
    named = os.environ.get(SOURCES_VARIABLE)
    folder = given or (Path(named) if named else None)
    return folder if folder is not None and folder.is_dir() else None


def _today() -> str:
    return dt.datetime.now(tz=dt.UTC).date().isoformat()


def _update(site: Site, verified: Verified, root: Path) -> None:
    """Write the lock: the proofs, and the audit of a site that has them."""
    proven = site.with_proofs(verified.proofs)
    audited = _audited(proven, verified.texts, SEED)
    write_whole(root / CONTENT / FILE_NAME, write_lock(verified.proofs, audited.kinds).encode())


def _audited(site: Site, texts: Mapping[str, Article], seed: int) -> Audit:
    """The audit, with a bar on a terminal while it runs."""
    with _progress(len(site.observations)) as done:
        return audit_site(site, texts, seed, done=done)


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """What to call after each of ``total`` steps; draws a bar on a terminal."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415 - only where it draws
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("audit", total=total)
        yield lambda: progress.advance(task)


def _print_verified(site: Site, verified: Verified, *, updated: bool) -> None:
    proven = site.with_proofs(verified.proofs) if updated else site
    locked = sum(standing.evidence == "locked" for standing in standings(proven).values())
    warnings = len(verified.problems) - verified.errors
    found = f"{len(verified.proofs)} printings found in their articles, {verified.errors} problems"
    counts = f"{found}{f', {warnings} warnings' if warnings else ''}, {verified.without_text} without a text"
    say(f"{counts}; {locked} vouched for by the lock")


def _print_coverage(covered: Iterable[Coverage]) -> None:
    """One line per source, the quantities that are open below it, and the total."""
    listed = tuple(covered)
    for one in listed:
        say(_coverage_line(one.source, one.quantities, one.on_site, one.left_out, len(one.open)))
        for found in one.open:
            say(f"  {one.file}:{found.line}: {found.printed}")
    still_open = sum(len(one.open) for one in listed)
    sums = sum(one.quantities for one in listed), sum(one.on_site for one in listed), sum(one.left_out for one in listed)
    say(_coverage_line(f"{len(listed)} sources", *sums, still_open))


def _coverage_line(name: str, quantities: int, on_site: int, left_out: int, still_open: int) -> str:
    return f"{name}: {quantities} quantities, {on_site} on the site, {left_out} left out on purpose, {still_open} open"


def _share(count: int, tried: int) -> str:
    return f"{count} ({100 * count / tried:.1f} %)" if tried else "-"
