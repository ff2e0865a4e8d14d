"""Latin words and letters that touch a figure: qualifiers in another language, and names that end
or go on in its digits (C919, H7N9, PM2.5).

Which words touch a number in a Chinese text is open; which of them are nouns that a number may
follow is nearly not: abbreviations in capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.grammar.figure_shape import FigureShape

_BEFORE = re.compile(r"([A-Za-z]+)\.? ?$")
_BEHIND = re.compile(r"[A-Za-z]{2,}")
#: In brackets behind a figure: (max), (est.), (planned), (TBC).
_ENCLOSED = re.compile(r"[”’]?\(?\((?:[a-z]{3,}[.]?|TB[CDA]|E|P)(?=[^0-9A-Za-z])[^)]{0,24}\)")
#: Nouns, not all in capitals, that a number may follow or go before.
_NOUNS = frozenset({"app", "apps", "wifi", "ipad", "vlog", "gdp", "rmb"})
#: Abbreviations behind which a number of things is a number, not the rest of a name.
_ABBREVIATIONS = frozenset(
    (
        "GDP", "GNP", "CPI", "PPI", "PMI", "IPO", "FDI", "ODI", "ETF", "REITS", "APP", "AI", "IT",
        "LED", "KTV", "ICU", "CT", "MRI", "DNA", "RNA", "HPV", "HIV", "BMI", "AQI", "LNG", "LPG",
        "CNG", "EMBA", "MBA", "UPS", "ATM", "POS", "VR", "AR", "OTC", "ESG", "RMB", "CNY", "CEO",
        "DVD", "VCD", "CD", "USB", "SIM", "IC", "PC", "TV", "LCD", "OLED", "CPU", "GPU", "UAV",
        "EV", "SUV", "MPV", "ETC", "PCR", "NGO", "VIP", "KPI", "PPT",
    )
)  # fmt: skip
#: Words of bounds and choices, however they are set.
_QUALIFYING = frozenset(
    (
        "or", "plus", "more", "max", "min", "maximum", "minimum", "at", "and", "over", "up", "upto",
        "least", "most", "under", "above", "below", "about", "approx", "approximately", "around",
        "nearly", "almost", "only", "not", "no", "est", "estimated", "fewer", "less", "than",
        "circa", "ca", "some", "roughly", "exceeding", "exceeds", "top", "between", "to",
    )
)  # fmt: skip
_SHARES = frozenset({"%", "‰", "倍"})


def latin_before(before: str, shape: FigureShape) -> Iterator[int]:
    """Where in ``before`` a Latin word begins that could belong to the number behind it."""
    found = _BEFORE.search(before) if shape.begins_with_number else None
    if found and not _is_a_noun(found[1], shape):
        yield found.start()


def latin_behind(plain: str, end: int, shape: FigureShape) -> Iterator[int]:
    """Where a Latin word ends behind a unit that could belong to the figure before it."""
    if enclosed := _ENCLOSED.match(plain, end):
        yield enclosed.end()
    found = _BEHIND.match(plain, end) if shape.unit or shape.is_qualified_behind else None
    if found is None:
        return
    word = found[0].lower()
    if word in _QUALIFYING or (found[0][0].islower() and not _begins_a_name(found[0])):
        yield found.end()


def _is_a_noun(word: str, shape: FigureShape) -> bool:
    """Whether a number behind ``word`` counts for itself: an abbreviation, or the number is a sum,
    a share or has a scale, which ends no name.
    """
    if word.lower() in _NOUNS or word in _ABBREVIATIONS:
        return True
    if len(word) == 1 or not word.isupper() or word.lower() in _QUALIFYING:
        return False
    return shape.has_scale or shape.measure in _SHARES or shape.measure.endswith("元")


def _begins_a_name(word: str) -> bool:
    """Whether a word behind a unit, which begins with a small letter, is a noun: app, iPad."""
    return word.lower() in _NOUNS or any(letter.isupper() for letter in word[1:])
