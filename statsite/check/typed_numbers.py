"""Prose types no number: a figure comes by reference, so that it cannot differ from the data."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator

from statsite.check.prose import documents, in_body
from statsite.language import LANGUAGES
from statsite.language.interface import Prose
from statsite.model import Unit, WrittenSite, location_of
from statsite.problems import Location, Problem, line_and_column
from statsite.prose import blank, blanked

_HINT = "write [[dataset.indicator]], so that the figure comes from the data"
_ARABIC = re.compile(r"\d+(?:[.,．，]\d+)*|[¼-¾⅐-⅞]")
_ID = re.compile(
    r"(?<![\w.@-])[a-z][a-z0-9-]*(?:\.[a-z0-9-]+(?:@[a-z0-9-]+)?)?(?![\w@-])", re.ASCII
)

#: The powers of units (km²) and the numbers of atoms (CO₂) count nothing.
_EXPONENT = re.compile(r"(?<=[A-Za-zμΩ°])(?:[⁻⁺]?[¹²³⁴]+|[₀-₉]+(?:\.[₀-₉]+)?)")

_CHINESE_NUMERAL = re.compile("[〇零一二三四五六七八九十百千万亿廿卅]")


def prose_types_no_number(site: WrittenSite) -> Iterator[Problem]:
    """``bare-numeral``: a number typed into a title, a standfirst, a body or a chart's finding."""
    words = all_unit_words(site)
    known = (
        site.observations.keys()
        | site.charts.keys()
        | site.withdrawn_charts.keys()
        | {chart.kind for chart in site.charts.values()}
    )
    for language, document in documents(site):
        for text, location in (
            (document.title, document.title_location),
            (document.standfirst, document.standfirst_location),
        ):
            yield from _in_line(text, location, language, words)
        for offset, numeral in bare_numerals(_without_ids(document.body, known), language, words):
            yield _problem(numeral, in_body(document, *line_and_column(document.body, offset)))
    for chart in site.charts.values():
        for language, text in chart.finding.items():
            yield from _in_line(text, location_of(chart, f"finding.{language}"), language, words)


def _without_ids(text: str, known: Container[str]) -> str:
    """``text`` with what the site's figures, charts and kinds of charts are called blanked: an id
    counts nothing.
    """
    return _ID.sub(lambda found: blank(found[0]) if found[0] in known else found[0], text)


def _in_line(
    text: str, location: Location, language: str, words: tuple[str, ...]
) -> Iterator[Problem]:
    for offset, numeral in bare_numerals(text, language, words):
        yield _problem(numeral, Location(location.path, location.line, location.column + offset))


def _problem(numeral: str, location: Location) -> Problem:
    return Problem(
        "bare-numeral", f"the number `{numeral}` is typed into the prose", location, _HINT
    )


def plain_digits(text: str) -> str:
    """``text`` with an ASCII digit for every other character that is a number, whatever its script,
    circle or height; as long as it is.

    A numeral that is more than one digit (⑫, Ⅻ) becomes one: what it is does not matter, but that
    it is a number does.
    """
    return "".join(
        c if c.isascii() or not _is_numeral(c) else str(int(unicodedata.numeric(c)) % 10)
        for c in text
    )


def _is_numeral(character: str) -> bool:
    """Whether a character is a digit or numeral; Chinese ones (一, ㈠) are letters, and a fraction
    (½) has no digit for it.
    """
    if unicodedata.category(character)[0] != "N" or unicodedata.numeric(character) % 1:
        return False
    return not _CHINESE_NUMERAL.search(unicodedata.normalize("NFKC", character))


def all_unit_words(site: WrittenSite) -> tuple[str, ...]:
    """Every word the site's units may be printed with, or are called by in languages that separate
    words, longest first.
    """
    words = {
        word
        for unit in site.units.values()
        for word in (*unit.words, *_names(unit))
        if word[:1].isalpha()
    }
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def _names(unit: Unit) -> Iterator[str]:
    """What a unit is called in languages in which such a name is a word of a text."""
    for code, label in unit.label.items():
        if LANGUAGES[code].space:
            yield from (label.one, label.other)


def bare_numerals(text: str, language: str, words: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Offset and text of each number typed into ``text``, references, link targets and allowed
    numerals aside.
    """
    units = "|".join(map(re.escape, words)) or "(?!)"
    prose = LANGUAGES[language].prose
    plain = _without_allowed(plain_digits(_EXPONENT.sub(_spaces, blanked(text))), prose, units)
    found = [numeral.span() for numeral in _ARABIC.finditer(plain)]
    found += prose.written_numerals(plain, units)
    yield from ((start, text[start:end]) for start, end in sorted(found))


def _without_allowed(text: str, prose: Prose, units: str) -> str:
    """``text`` with spaces for what holds digits and counts nothing; a year that a unit follows
    counts.
    """
    unit = re.compile(rf"\s+(?:{units})\b")

    def spaces_unless_counting(found: re.Match[str]) -> str:
        is_year = found[0] == found.groupdict().get("year")
        counts = is_year and unit.match(found.string, found.end())
        return found[0] if counts else _spaces(found)

    return prose.allowed_numerals.sub(spaces_unless_counting, text)


def _spaces(found: re.Match[str]) -> str:
    return blank(found[0])
