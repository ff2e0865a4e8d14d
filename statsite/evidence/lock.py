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
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from msgspec import Struct

from statsite.model import KindResult, Observation, Printing, Proof, Source
from statsite.problems import Location, Problem

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


class Lock(Struct, frozen=True):
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
    for line, location in _lines(text, path):
        if result := _audit_line(line, location):
            audit.append(result)
        else:
            problems.extend(_add_proof(line, location, proofs))
    problems.extend(_head_problems(text, proofs.values(), path))
    return Lock(proofs, tuple(audit)), problems


def _add_proof(line: str, location: Location, proofs: dict[str, Proof]) -> Iterator[Problem]:
    """Put the proof of a line among ``proofs``; a problem where it has none, or a second one."""
    name, proof = _proof_line(line, location) or ("", None)
    if proof is None:
        yield _malformed("this is not a line of the evidence lock", location)
    elif name in proofs:
        yield _malformed(f"a second line for `{name}`", location)
    else:
        proofs[name] = proof


def _lines(text: str, path: str) -> Iterator[tuple[str, Location]]:
    """The lines that say something, and where each is."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            yield line, Location(path, number)


def _malformed(message: str, location: Location, hint: str = _AGAIN) -> Problem:
    return Problem("evidence-malformed", message, location, hint)


def _head_problems(text: str, proofs: Iterable[Proof], path: str) -> Iterator[Problem]:
    """What is wrong with the head line: a version that is not known, or none although there are
    lines of the second.
    """
    said = _VERSION.match(text)
    if said and said["version"] != "2":
        yield _malformed(
            f"the evidence lock is of version {said['version']}, which this program does not know",
            Location(path),
            "use the program that wrote it, or write it again with `build.py verify --update`",
        )
    elif not said and any(not proof.is_outdated for proof in proofs):
        message = "the evidence lock does not begin with its head line, which says `v2`"
        yield _malformed(message, Location(path))


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
    return found["id"], Proof(
        found["date"],
        found["text"],
        _number(found["size"]),
        _number(found["paragraph"]),
        int(found["start"]),
        int(found["length"]),
        found["sentence"],
        found["figure"],
        location,
    )


def _number(text: str | None) -> int | None:
    """A number that a line of the lock's first version leaves out."""
    return None if text is None else int(text)


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
    proven = [_written_proof(name, proof) for name, proof in sorted(proofs.items())]
    return "".join([_HEAD, *proven, *map(_written_result, audit)])


def _written_proof(name: str, proof: Proof) -> str:
    return (
        f"{name} {proof.date} text={proof.text} size={proof.size} paragraph={proof.paragraph} "
        f"at={proof.start}+{proof.length} sentence={proof.sentence} figure={proof.figure}\n"
    )


def _written_result(result: KindResult) -> str:
    return (
        f"audit {result.kind} {result.changes} tried={result.tried} text={result.caught_by_text} "
        f"lock={result.caught_by_lock} rules={result.caught_by_rules}\n"
    )


def fingerprint(text: str) -> str:
    """The first 16 hex digits of the SHA-256 of ``text``: enough that no two texts of a site share
    them by chance.
    """
    return hashlib.sha256(text.encode()).hexdigest()[:16]


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
