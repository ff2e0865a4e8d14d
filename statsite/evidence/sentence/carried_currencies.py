"""The currency that a sentence names once for several sums: 进出口1310亿美元，其中出口702亿."""

from __future__ import annotations

import re

from statsite.grammar.currencies import FOREIGN_NAMES
from statsite.grammar.patterns import any_of

_CURRENCY = any_of((*FOREIGN_NAMES, "元人民币", "人民币", "元"))
_SUM = re.compile(f"[0-9.]+[十百千万亿]*[多余]?(?P<currency>{_CURRENCY})")
#: What a sum comes to in another currency, which no further sum is of.
_CONVERTED = re.compile(r"\([^()]*\)|[，、]?(?:约?合|折合|相当于)[^，。;!?]*")


def carried_currency(before: str) -> str:
    """The currency of the last sum in ``before``, a figure's sentence up to it; empty where that
    names none.
    """
    sums = [*_SUM.finditer(_CONVERTED.sub("", before))]
    return sums[-1]["currency"] if sums else ""
