"""Holding the proof against what a generated sentence means."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from random import Random

from msgspec import Struct

from statsite.evidence.articles import Article, article
from statsite.evidence.search import Found, find_printed
from statsite.grammar.amounts import unit_words
from statsite.grammar.printed import Unreadable, read_printed
from tests.hostile.constructs import CONSTRUCTS
from tests.hostile.meaning import Meaning, of_quantity
from tests.hostile.sentence import Expected, Probe, Sentence, sentence


class CaseOutcome(Enum):
    """What became of a span, seen from what the sentence means."""

    RIGHT = "a whole span is found and read as meant"
    LOST = "a whole span is not found, or not read"
    REFUSED = "a piece is not found, not read, or read as meant"
    FALSE = "a span is found and read as another quantity than the one meant"


class Judged(Struct, frozen=True):
    """A span and its outcome; ``told`` is what the proof and the grammar said of it."""

    sentence: Sentence
    probe: Probe
    outcome: CaseOutcome
    told: str

    def __str__(self) -> str:
        meant = " | ".join(
            f"{figure.text!r} {' or '.join(map(str, figure.meanings)) or 'no figure'}"
            for figure in self.sentence.meant
        )
        looked_up = f"printed {self.probe.printed!r} {self.probe.words}: {self.told}"
        return (
            f"[{self.sentence.construct}] {self.sentence.text!r}\n    {looked_up}\n    meant "
            f"{meant}"
        )


def generated(seed: int, index: int, names: tuple[str, ...]) -> Sentence:
    """The sentence of a number in a run: constructs take turns, and each sentence has a random
    sequence of its own.
    """
    name = names[index % len(names)]
    rng = Random(f"{seed}:{index}:{name}")  # noqa: S311 - a sample, not a secret
    return sentence(name, CONSTRUCTS[name](rng), rng)


def judged(made: Sentence) -> Iterator[Judged]:
    """Each span of a sentence, held against the proof."""
    text = article(list(enumerate(made.text.split("\n"), 1)))
    for probe in made.probes:
        outcome, told = _judge(made, text, probe)
        yield Judged(made, probe, outcome, told)


def _judge(made: Sentence, text: Article, probe: Probe) -> tuple[CaseOutcome, str]:
    missed = CaseOutcome.LOST if probe.expected is Expected.WHOLE else CaseOutcome.REFUSED
    finding = find_printed(probe.printed, probe.near, text, unit_words(probe.words))
    if not isinstance(finding, Found):
        return missed, str(finding)
    reading = read_printed(probe.printed, probe.words)
    if isinstance(reading, Unreadable):
        return missed, f"found, but unreadable: {reading.reason}"
    read = of_quantity(reading.quantity)
    start, end = text.span_given(finding.start, finding.end)
    allowed = _allowed(made, start, end)
    if allowed is None or (read in allowed and probe.expected is not Expected.STRANGE):
        return (
            CaseOutcome.RIGHT
            if probe.expected is Expected.WHOLE and allowed is not None
            else missed
        ), f"found, read {read}"
    return CaseOutcome.FALSE, f"found at {start}-{end}, read {read}"


def _allowed(made: Sentence, start: int, end: int) -> tuple[Meaning, ...] | None:
    """What a span may mean: what its figure means, nothing where it runs over two; None where it
    touches no figure.
    """
    owners = {id(owner): owner for owner in made.owners[start:end] if owner}
    if not owners:
        return None
    return next(iter(owners.values())).meanings if len(owners) == 1 else ()
