"""Sentences made to fool the proof, by the thousand:
``python -m tests.hostile.run --count 100000 --seed 1``.

Prints for each construct how many sentences were made, how many spans were meant whole, how many of
them were found, and how many spans were found and read as another quantity than the one meant. Exit
1 where there is one of these. ``--write`` keeps the totals for the verification page.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct, field

from statsite.evidence.trial import MEASURED, Trial, trial_as_json
from tests.hostile.constructs import CONSTRUCTS
from tests.hostile.evaluation import CaseOutcome, Judged, generated, judged

_EXAMPLES = 3


class Tally(Struct, frozen=True):
    """What became of a number of sentences: outcomes by construct, and every false or lost span."""

    sentences: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[tuple[str, CaseOutcome]] = field(default_factory=Counter)
    examples: dict[tuple[str, CaseOutcome], list[tuple[int, Judged]]] = {}

    def total(self, outcome: CaseOutcome) -> int:
        """How many spans had ``outcome``."""
        return sum(count for (_, kind), count in self.outcomes.items() if kind is outcome)

    def of(self, name: str, outcome: CaseOutcome) -> int:
        """How many spans of one construct had ``outcome``."""
        return self.outcomes[name, outcome]

    def share_found(self) -> float:
        """How many of the spans meant whole were found, as a share of one."""
        right, lost = self.total(CaseOutcome.RIGHT), self.total(CaseOutcome.LOST)
        return right / (right + lost) if right + lost else 1.0


def tally(count: int, seed: int, names: Sequence[str] = tuple(CONSTRUCTS)) -> Tally:
    """What the proof makes of ``count`` sentences of the constructs named."""
    result = Tally()
    for index in range(count):
        made = generated(seed, index, tuple(names))
        result.sentences[made.construct] += 1
        for one in judged(made):
            key = (made.construct, one.outcome)
            result.outcomes[key] += 1
            if one.outcome in {CaseOutcome.FALSE, CaseOutcome.LOST}:
                kept = result.examples.setdefault(key, [])
                if len(kept) < _EXAMPLES:
                    kept.append((index, one))
    return result


def trial(found: Tally, seed: int) -> Trial:
    """The totals, as the verification page tells them."""
    right, lost, refused, false = (found.total(outcome) for outcome in CaseOutcome)
    return Trial(seed, found.sentences.total(), refused + false, false, right + lost, right)


def table(found: Tally) -> str:
    """The counts of each construct, and of all."""
    rows = [f"{'construct':24}{'sentences':>10}{'whole':>8}{'found':>8}{'pieces':>9}{'false':>7}"]
    rows += [
        _row(name, count, *(found.of(name, outcome) for outcome in CaseOutcome))
        for name, count in found.sentences.items()
    ]
    rows.append(
        _row("all", found.sentences.total(), *(found.total(outcome) for outcome in CaseOutcome))
    )
    return "\n".join(rows)


def _row(name: str, sentences: int, *counts: int) -> str:
    right, lost, refused, false = counts
    return f"{name:24}{sentences:>10,}{right + lost:>8,}{right:>8,}{refused + false:>9,}{false:>7,}"


def examples(found: Tally, outcome: CaseOutcome) -> str:
    """A few spans of each construct that had ``outcome``."""
    return "\n".join(
        f"{outcome.name} {index} {one}"
        for (_, kind), kept in found.examples.items()
        if kind is outcome
        for index, one in kept
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, print, and give the exit status."""
    parser = argparse.ArgumentParser(description="Hold the proof against generated sentences.")
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--construct",
        action="append",
        choices=sorted(CONSTRUCTS),
        help="only this one; may be given more than once",
    )
    parser.add_argument(
        "--write", action="store_true", help="keep the counts for the verification page"
    )
    options = parser.parse_args(arguments)
    found = tally(options.count, options.seed, tuple(options.construct or CONSTRUCTS))
    share = (
        f"seed {options.seed}: {found.total(CaseOutcome.FALSE)} false, "
        f"{found.share_found():.2%} of the whole spans found"
    )
    sys.stdout.write(
        "\n".join(
            (
                examples(found, CaseOutcome.LOST),
                examples(found, CaseOutcome.FALSE),
                table(found),
                share,
                "",
            )
        )
    )
    if options.write:
        MEASURED.write_text(trial_as_json(trial(found, options.seed)), encoding="utf-8")
    return 1 if found.total(CaseOutcome.FALSE) else 0


if __name__ == "__main__":
    sys.exit(main())
