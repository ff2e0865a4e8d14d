"""The last trial of the proof against sentences made to fool it, as ``make fuzz`` measured and
wrote it.
"""

from __future__ import annotations

import json
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict

#: Where the trial is kept, beside this module: it speaks of the program, not of a site.
MEASURED = Path(__file__).with_name("trial.json")


class Trial(Struct, frozen=True):
    """A trial of ``sentences`` that were made from ``seed``.

    Of ``pieces`` of figures and strange numbers in them, ``false`` passed for whole figures; of
    ``whole`` figures, ``found`` were found.
    """

    seed: int
    sentences: int
    pieces: int
    false: int
    whole: int
    found: int


def last_trial() -> Trial:
    """The trial that was measured last."""
    return Trial(**json.loads(MEASURED.read_text(encoding="utf-8")))


def trial_as_json(trial: Trial) -> str:
    """``trial`` in the form in which it is kept."""
    return json.dumps(asdict(trial), indent=1) + "\n"
