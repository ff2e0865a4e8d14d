"""The evidence lock: for each printing the fingerprint of its proof, one line each, sorted, without
a word of the article.

After a head line, a line of the second version holds, separated by spaces: the printing's id, the
day of the proof, the fingerprint and the length of the article's normalised text, the number of the
figure's paragraph, the figure's offset and length in that text, the fingerprint of the sentence
around it, and the fingerprint of what the site says of the figure. Lines that begin with `audit`
hold, for each kind of mutation, how many of those made on purpose each safeguard caught. A line of
the first version has neither the text's length nor the paragraph: it can be read, for what a site
once said, but no longer verifies anything.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from statsite.evidence.articles import fingerprint
from statsite.model import KindResult, Observation, Printing, Proof, Source
from statsite.problems import Location, Problem

LOCK_FILE_NAME = "evidence.lock"
_HEAD = (
    "# v2, written by `build.py verify --update`: id, date, text and its length, "
    "paragraph, offset+length, sentence, figure. Do not edit.\n"
)
_VERSION = re.compile(r"# v(?P<version>[0-9]{1,9})\b")
_NUMBER = "0|[1-9][0-9]{0,8}"
_LINE = re.compile(
    f"(?P<id>[a-z0-9@.+-]{{1,300}}) (?P<date>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}) "
    f"text=(?P<text>[0-9a-f]{{16}})"
    f"(?: size=(?P<size>{_NUMBER}) paragraph=(?P<paragraph>{_NUMBER}))? "
    rf"at=(?P<start>{_NUMBER})\+(?P<length>{_NUMBER})"
    r" sentence=(?P<sentence>[0-9a-f]{16}) figure=(?P<figure>[0-9a-f]{16})"
)
_AUDIT_LINE = re.compile(
    rf"audit (?P<kind>[a-z0-9-]{{1,60}}) (?P<changes>printed|context)"
    f" tried=(?P<tried>{_NUMBER}) text=(?P<text>{_NUMBER}) lock=(?P<lock>{_NUMBER}) "
    f"rules=(?P<rules>{_NUMBER})"
)
_AGAIN = "run `build.py verify --update`"


@dataclass(frozen=True, slots=True)
class Lock:
    """What a lock file holds."""

    proofs: Mapping[str, Proof]
    audit: tuple[KindResult, ...]


def read_lock(text: str, path: str) -> tuple[Lock, list[Problem]]:
    """The contents of a lock file, and a problem for each line that makes no sense, such as one
    left by a merge.
    """
    proofs: dict[str, Proof] = {}
    audit: list[KindResult] = []
    problems: list[Problem] = []
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        location = Location(path, number)
        if not line.strip() or line.startswith("#"):
            continue
        found = _audit_line(line, location) or _proof_line(line, location)
        if found is None:
            problems.append(
                Problem(
                    "evidence-malformed",
                    "this is not a line of the evidence lock",
                    location,
                    _AGAIN,
                )
            )
        elif isinstance(found, KindResult):
            audit.append(found)
        elif found[0] in proofs:
            problems.append(
                Problem("evidence-malformed", f"a second line for `{found[0]}`", location, _AGAIN)
            )
        else:
            proofs[found[0]] = found[1]
    problems.extend(_head_problems(lines[0], proofs.values(), path))
    return Lock(proofs, tuple(audit)), problems


def _head_problems(first: str, proofs: Iterable[Proof], path: str) -> Iterator[Problem]:
    """What is wrong with the head line: a version that is not known, or none although there are
    lines of the second.
    """
    said = _VERSION.match(first)
    if said and said["version"] != "2":
        message = (
            f"the evidence lock is of version {said['version']}, which this program does not know"
        )
        yield Problem(
            "evidence-malformed",
            message,
            Location(path),
            "use the program that wrote it, or write it again with `build.py verify --update`",
        )
    elif not said and any(not proof.is_outdated for proof in proofs):
        yield Problem(
            "evidence-malformed",
            "the evidence lock does not begin with its head line, which says `v2`",
            Location(path),
            _AGAIN,
        )


def _audit_line(line: str, location: Location) -> KindResult | None:
    found = _AUDIT_LINE.fullmatch(line)
    if found is None:
        return None
    changes: Literal["printed", "context"] = (
        "printed" if found["changes"] == "printed" else "context"
    )
    tried, by_text, by_lock, by_rules = (
        int(found[name]) for name in ("tried", "text", "lock", "rules")
    )
    return KindResult(found["kind"], changes, tried, by_text, by_lock, by_rules, location)


def _proof_line(line: str, location: Location) -> tuple[str, Proof] | None:
    """A printing's id and its proof."""
    found = _LINE.fullmatch(line)
    if found is None or not _is_a_day(found["date"]):
        return None
    size, paragraph = (int(found[name]) if found[name] else None for name in ("size", "paragraph"))
    place = int(found["start"]), int(found["length"])
    return found["id"], Proof(
        found["date"],
        found["text"],
        size,
        paragraph,
        *place,
        found["sentence"],
        found["figure"],
        location,
    )


def _is_a_day(date: str) -> bool:
    try:
        dt.date.fromisoformat(date)
    except ValueError:
        return False
    return True


def write_lock(proofs: Mapping[str, Proof], audit: Iterable[KindResult]) -> str:
    """The lock file of ``proofs``, none of them outdated, and of the audit that was
    made with them.
    """
    proven = [
        (
            f"{name} {p.date} text={p.text} size={p.size} paragraph={p.paragraph} "
            f"at={p.start}+{p.length} sentence={p.sentence} figure={p.figure}\n"
        )
        for name, p in sorted(proofs.items())
    ]
    audited = [
        (
            f"audit {k.kind} {k.changes} tried={k.tried} text={k.caught_by_text} "
            f"lock={k.caught_by_lock} rules={k.caught_by_rules}\n"
        )
        for k in audit
    ]
    return "".join([_HEAD, *proven, *audited])


def figure_fingerprint(observation: Observation, printing: Printing, source: Source) -> str:
    """One hash over everything the site says of a printing that its proof verifies.

    Printed, parsed quantity, indicator, unit, period, base, area, status, and the source with the
    place of its text.
    """
    quantity = printing.quantity
    said: Iterable[object] = (
        printing.id,
        printing.printed,
        printing.near,
        quantity.relation.value,
        quantity.value,
        quantity.low,
        quantity.high,
        quantity.precision,
        observation.indicator,
        observation.unit,
        observation.period,
        observation.compared_with,
        observation.area,
        observation.status.value,
        source.id,
        source.text,
    )
    return fingerprint("\x1f".join(map(str, said)))
