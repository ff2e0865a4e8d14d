"""The evidence lock: for each printing the fingerprint of its proof, one line each, sorted, without a word of the article.

A line holds, parted by blanks: the printing's id, the day of the proof, the fingerprint of the article's text, the offset and length of the
figure in it, the fingerprint of the sentence around it, and the fingerprint of what the site says of the figure. Lines that begin with `audit` hold,
for each kind of slip, how many of those made on purpose each safeguard caught.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from statsite.evidence.articles import fingerprint
from statsite.model import KindResult, Observation, Printing, Proof, Source
from statsite.problems import Location, Problem

FILE_NAME = "evidence.lock"
_HEAD = "# Written by `build.py verify --update`. id, date, text, offset, length, sentence, figure. Do not edit.\n"
_LINE = re.compile(
    r"(?P<id>\S+) (?P<date>\d{4}-\d{2}-\d{2}) text=(?P<text>[0-9a-f]{16}) at=(?P<start>\d+)\+(?P<length>\d+)"
    r" sentence=(?P<sentence>[0-9a-f]{16}) figure=(?P<figure>[0-9a-f]{16})"
)


_AUDIT_LINE = re.compile(
    r"audit (?P<kind>[a-z-]+) (?P<changes>printed|context) tried=(?P<tried>\d+) text=(?P<text>\d+) lock=(?P<lock>\d+) rules=(?P<rules>\d+)"
)


@dataclass(frozen=True, slots=True)
class Lock:
    """What a lock file holds."""

    proofs: Mapping[str, Proof]
    audit: tuple[KindResult, ...]


def read_lock(text: str, path: str) -> tuple[Lock, list[Problem]]:
    """The contents of a lock file, and a problem for each line that makes no sense, such as one left by a merge."""
    proofs: dict[str, Proof] = {}
    audit: list[KindResult] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if found := _AUDIT_LINE.fullmatch(line):
            nature: Literal["printed", "context"] = "printed" if found["changes"] == "printed" else "context"
            audit.append(KindResult(found["kind"], nature, *(int(found[name]) for name in ("tried", "text", "lock", "rules"))))
        elif (proof := _LINE.fullmatch(line)) and proof["id"] not in proofs:
            place = int(proof["start"]), int(proof["length"])
            proofs[proof["id"]] = Proof(proof["date"], proof["text"], *place, proof["sentence"], proof["figure"])
        else:
            message = f"a second line for `{proof['id']}`" if proof else "this is no line of the evidence lock"
            problems.append(Problem("evidence-malformed", message, Location(path, number), "run `build.py verify --update`"))
    return Lock(proofs, tuple(audit)), problems


def write_lock(proofs: Mapping[str, Proof], audit: Iterable[KindResult]) -> str:
    """The lock file of ``proofs`` and the audit that was made with them."""
    proven = [f"{n} {p.date} text={p.text} at={p.start}+{p.length} sentence={p.sentence} figure={p.figure}\n" for n, p in sorted(proofs.items())]
    audited = [
        f"audit {k.kind} {k.changes} tried={k.tried} text={k.caught_by_text} lock={k.caught_by_lock} rules={k.caught_by_rules}\n" for k in audit
    ]
    return "".join([_HEAD, *proven, *audited])


def figure_fingerprint(observation: Observation, printing: Printing, source: Source) -> str:
    """One hash over everything the site says of a printing that its proof vouches for.

    Printed, parsed quantity, indicator, unit, period, base, area, status, and the source with the place of its text.
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
