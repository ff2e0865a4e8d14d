"""Change figures on purpose, in memory, and report which changes the checks catch."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

import click
from msgspec.structs import asdict

from statsite.commands import options
from statsite.commands.reporting import print_each
from statsite.commands.verification import articles, provable_site
from statsite.evidence.articles import Article
from statsite.evidence.audit import SEED, Audit, audit_site, miscounted
from statsite.evidence.verify import texts_of
from statsite.messages import print_line, print_result
from statsite.model import KindResult, Site
from statsite.problems import Problem, errors_of


@click.command(help=__doc__)
@options.site
@options.sources
@click.option(
    "--seed",
    type=int,
    help="The same seed makes the same changes; that of the published audit otherwise.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the result is printed.",
)
def command(*, site: Path, sources: Path | None, seed: int | None, form: str) -> None:
    read = provable_site(site)[0].site
    texts, problems = texts_of(read, articles(sources))
    print_each(problems)
    result = audited(read, texts, SEED if seed is None else seed)
    _print(result, form)
    miscounts = _miscounts(read, result)
    print_each(miscounts)
    if miscounts or errors_of(problems):
        sys.exit(1)


def _miscounts(site: Site, result: Audit) -> tuple[Problem, ...]:
    """What is published of the audit and is not what it gives; other seeds give other counts."""
    return tuple(miscounted(site, result)) if result.seed == SEED else ()


def audited(site: Site, texts: Mapping[str, Article], seed: int) -> Audit:
    """The audit, with a bar on a terminal while it runs."""
    is_hidden, length = not sys.stderr.isatty(), len(site.observations)
    with click.progressbar(length=length, label="audit", file=sys.stderr, hidden=is_hidden) as bar:
        return audit_site(site, texts, seed, done=lambda: bar.update(1))


def _as_json(result: Audit) -> str:
    told = {
        "seed": result.seed,
        "kinds": [_kind_as_json(kind) for kind in result.kinds],
        "uncovered": list(result.uncovered),
        "unreadable": dict(result.unreadable),
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def _kind_as_json(kind: KindResult) -> dict[str, object]:
    told = asdict(kind)
    del told["location"]
    return told


def _print(result: Audit, form: str) -> None:
    if form == "json":
        print_result(_as_json(result))
    else:
        _print_table(result)


def _print_table(result: Audit) -> None:
    print_line(f"{'kind':<20}{'tried':>8}{'text':>16}{'lock':>16}{'rules':>16}")
    for kind in result.kinds:
        print_line(_kind_line(kind))
    if unread := _unread(result):
        print_line(f"not counted, since they cannot be read and stop every build: {unread}")
    names = "".join(f"\n  {name}" for name in result.uncovered)
    print_result(f"{len(result.uncovered)} figures that no rule covers{names}")


def _unread(result: Audit) -> str:
    """How many changes of each kind could not be read; empty where none was so."""
    return ", ".join(f"{count} {kind}" for kind, count in result.unreadable.items() if count)


def _kind_line(kind: KindResult) -> str:
    """How often errors of a kind were tried, and which share each safeguard caught."""
    caught = (kind.caught_by_text, kind.caught_by_lock, kind.caught_by_rules)
    shares = "".join(f"{_share(count, kind.tried):>16}" for count in caught)
    return f"{kind.kind:<20}{kind.tried:>8}{shares}"


def _share(count: int, tried: int) -> str:
    return f"{count} ({100 * count / tried:.1f} %)" if tried else "-"
