"""Find each figure in the text of its source."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from statsite.commands import options
from statsite.commands.audit import audited
from statsite.commands.reporting import print_each
from statsite.commands.verification import articles, provable_site, today
from statsite.disk import write_whole
from statsite.evidence.audit import SEED
from statsite.evidence.coverage import Coverage, coverage
from statsite.evidence.lock import write_lock
from statsite.evidence.state import evidence_states
from statsite.evidence.verify import Verified, unlocked, verify_site
from statsite.messages import print_line
from statsite.model import Site
from statsite.site_folder import LOCK_PATH


@click.command(help=__doc__)
@options.site
@options.sources
@click.option("--update", is_flag=True, help="Write content/evidence.lock.")
@click.option(
    "--coverage",
    "covering",
    is_flag=True,
    help="Say which quantities of each article are on the site.",
)
def command(*, site: Path, sources: Path | None, update: bool, covering: bool) -> None:
    assessment, of_lock = provable_site(site)
    read = assessment.site
    verified = verify_site(read, articles(sources), today())
    is_updated = update and not verified.errors
    left = () if is_updated else (*of_lock, *unlocked(read, assessment.evidence, verified))
    print_each((*verified.problems, *left))
    if is_updated:
        _write(read, verified, site)
    if covering:
        _print_coverage(coverage(read, verified.texts, verified.proofs))
    _print_verified(read, verified, updated=is_updated)
    sys.exit(1 if verified.errors or left else 0)


def _write(site: Site, verified: Verified, root: Path) -> None:
    """Write the lock: the proofs, and the audit of a site that has them."""
    audit = audited(site.with_proofs(verified.proofs), verified.texts, SEED)
    write_whole(root / LOCK_PATH, write_lock(verified.proofs, audit.kinds).encode())


def _print_verified(site: Site, verified: Verified, *, updated: bool) -> None:
    proven = site.with_proofs(verified.proofs) if updated else site
    found = f"{len(verified.proofs)} printings found in their articles, {verified.errors} problems"
    without = f"{verified.without_text} without a text"
    print_line(f"{found}{_warned(verified)}, {without}; {_locked(proven)} verified by the lock")


def _warned(verified: Verified) -> str:
    """How many warnings there are, where there is one."""
    warnings = len(verified.problems) - verified.errors
    return f", {warnings} warnings" if warnings else ""


def _locked(site: Site) -> int:
    """How many printings the lock verifies."""
    return sum(state.evidence == "locked" for state in evidence_states(site).values())


def _print_coverage(covered: Iterable[Coverage]) -> None:
    """One line per source, the quantities that are open below it, and the total."""
    totals = [0, 0, 0, 0]
    listed = tuple(covered)
    for one in listed:
        totals = [total + count for total, count in zip(totals, _counts(one), strict=True)]
        _print_covered(one)
    print_line(_coverage_line(f"{len(listed)} sources", *totals))


def _counts(covered: Coverage) -> tuple[int, int, int, int]:
    return covered.quantities, covered.on_site, covered.left_out, len(covered.open)


def _print_covered(covered: Coverage) -> None:
    print_line(_coverage_line(covered.source, *_counts(covered)))
    for found in covered.open:
        print_line(f"  {covered.file}:{found.line}: {found.printed}")


def _coverage_line(name: str, quantities: int, on_site: int, left_out: int, still_open: int) -> str:
    return (
        f"{name}: {quantities} quantities, {on_site} on the site, {left_out} left out on purpose, "
        f"{still_open} open"
    )
