"""Prose types no number: a figure comes by reference, so that it cannot differ from the data."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Container, Iterable, Iterator
from functools import cache, lru_cache, partial
from itertools import chain

from statsite.check.prose import at_character, documents, words_of_dataset
from statsite.check.seen_text import seen_text, without_gaps
from statsite.check.text_locations import Words, located_texts, of_each
from statsite.grammar.fold_characters import plain_of
from statsite.language import LANGUAGES
from statsite.language.interface import ProsePatterns
from statsite.model import (
    Document,
    LocalisedText,
    Located,
    Measure,
    Term,
    Unit,
    WrittenSite,
    location_of,
)
from statsite.passed_checks import PassedChecks
from statsite.problems import Location, Problem
from statsite.prose import blank, blanked
from statsite.values import replace

_HINT = "write [[dataset.indicator]], so that the figure comes from the data"
#: Digits, fractions, and letters of Cyrillic and Greek that are drawn as threes and noughts.
_THREE, _NOUGHT, _LETTER = "\u0417\u0437", "\u041e\u043e\u039f\u03bfO", "A-Za-z\u0370-\u04ff"
_ARABIC = re.compile(
    r"\d+(?:[.,．，]\d+)*|[¼-¾⅐-⅞]"
    f"|(?<![{_LETTER}])(?=[{_NOUGHT}]*[{_THREE}])[{_THREE}{_NOUGHT}]{{2,}}(?![{_LETTER}])"
)
_ID = re.compile(
    r"(?<![\w.@-])[a-z][a-z0-9-]*(?:\.[a-z0-9-]+(?:@[a-z0-9-]+)?)?(?![\w@-])", re.ASCII
)

#: The powers of units (km²) and the numbers of atoms (CO₂) count nothing.
_EXPONENT = re.compile(r"(?<=[A-Za-zμΩ°])(?:[⁻⁺]?[¹²³⁴]+|[₀-₉]+(?:\.[₀-₉]+)?)")

_CHINESE_NUMERAL = re.compile("[〇零一二三四五六七八九十百千万亿廿卅]")

#: Where words explain, they may say of how many parts a thing is: 由两个部分组成.
_EXPLAINED = frozenset({"differs", "description", "definition"})
_PARTS = re.compile("[两二三四五六七八九][个项类种级方]")


def prose_types_no_number(site: WrittenSite, passed: PassedChecks) -> Iterator[Problem]:
    """``bare-numeral``: a number typed into a title, a standfirst or a body of prose."""
    words, known = all_unit_words(site), _known_ids(site)
    told_of_words = _digest_of(words)
    for language, document in documents(site):
        body = _without_ids(document.body, known)
        told = repr((told_of_words, language, body, *(text for text, _ in document.head)))
        find = partial(_in_document, document, body, language, words)
        yield from passed.of("prose_types_no_number", told, find)


def words_type_no_number(site: WrittenSite, passed: PassedChecks) -> Iterator[Problem]:
    """``bare-numeral``: a number typed into a chart's finding, a measure, a tile, the title or
    description of a dataset, or a term and its definition.
    """
    words = all_unit_words(site)
    told_of_words = _digest_of(words)
    for thing, key, texts in _words_beside_figures(site):
        told = repr((told_of_words, key, {**texts}))
        find = partial(_in_texts, thing, key, texts, words)
        yield from passed.of("words_type_no_number", told, find)


def _digest_of(words: tuple[str, ...]) -> str:
    """What tells these words from others, in few characters."""
    return hashlib.sha256(repr(words).encode()).hexdigest()


def _in_document(
    document: Document, body: str, language: str, words: tuple[str, ...]
) -> Iterator[Problem]:
    """The numbers in a page of prose, whose ``body`` is without ids."""
    yield from _in_head(document, language, words)
    for at, numeral in bare_numerals(body, language, words):
        yield _problem(numeral, at_character(document, at))


def _in_texts(
    thing: Located, key: str, texts: LocalisedText, words: tuple[str, ...]
) -> Iterator[Problem]:
    """The numbers in what is said of a thing, in each language."""
    for language, text in texts.items():
        found = bare_numerals(text, language, words)
        counting = (one for one in found if not _counts_parts(key, one[1]))
        yield from _in_words(counting, location_of(thing, f"{key}.{language}"))


def _known_ids(site: WrittenSite) -> Container[str]:
    """What the site's figures, charts and kinds of charts are called."""
    kinds = (chart.kind for chart in site.charts.values())
    return {*site.observations, *site.charts, *site.withdrawn_charts, *kinds}


def _in_head(document: Document, language: str, words: tuple[str, ...]) -> Iterator[Problem]:
    """The numbers in titles and a standfirst."""
    for text, location in document.head:
        yield from _in_line(text, location, language, words)


def _counts_parts(key: str, numeral: str) -> bool:
    """Whether words that explain say of how many parts a thing is."""
    return key in _EXPLAINED and _PARTS.fullmatch(plain_of(numeral)) is not None


def _in_words(found: Iterable[tuple[int, str]], at: Location) -> Iterator[Problem]:
    """The numbers ``found`` in a text that begins ``at`` a place."""
    for offset, numeral in found:
        yield _problem(numeral, replace(at, column=at.column + offset))


def _words_beside_figures(site: WrittenSite) -> Iterator[Words]:
    """What is said of figures outside prose, in sentences and headings that show none: a number in
    it would be one that nothing proves.
    """
    for chart in site.charts.values():
        yield chart, "finding", chart.finding
    yield from of_each(_words_of_measure, site.measures)
    for tile in site.tiles.values():
        yield tile, "label", tile.label
    yield from of_each(words_of_dataset, site.datasets)
    yield from of_each(_words_of_term, site.glossary)


def _words_of_measure(measure: Measure) -> Iterator[Words]:
    return located_texts(measure, title=measure.title, differs=measure.differs)


def _words_of_term(term: Term) -> Iterator[Words]:
    """A term, and its definition where no word says where the numbers of that are from."""
    yield from located_texts(term, term=term.term)
    if not term.constants:
        yield from located_texts(term, definition=term.definition)


def _without_ids(text: str, known: Container[str]) -> str:
    """``text`` with what the site's figures, charts and kinds of charts are called blanked: an id
    counts nothing.
    """
    return _ID.sub(lambda found: blank(found[0]) if found[0] in known else found[0], text)


def _in_line(
    text: str, location: Location, language: str, words: tuple[str, ...]
) -> Iterator[Problem]:
    return _in_words(bare_numerals(text, language, words), location)


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
    return text if text.isascii() else "".join(map(_plain_digit, text))


@cache
def _plain_digit(character: str) -> str:
    """An ASCII digit for any other character that is a number; what is none stays."""
    if character.isascii() or not _is_numeral(character):
        return character
    return str(int(unicodedata.numeric(character)) % 10)


def _is_numeral(character: str) -> bool:
    """Whether a character is a digit or numeral; Chinese ones (一, ㈠) are letters, and a fraction
    (½) is found as it is.
    """
    if unicodedata.category(character)[0] != "N" or _is_fraction(character):
        return False
    return not _CHINESE_NUMERAL.search(unicodedata.normalize("NFKC", character))


def _is_fraction(character: str) -> bool:
    return bool(unicodedata.numeric(character, 0) % 1 and _ARABIC.fullmatch(character))


def all_unit_words(site: WrittenSite) -> tuple[str, ...]:
    """Every word the site's units may be printed with, or are called by in languages that separate
    words, longest first.
    """
    every = chain.from_iterable(map(_words_of_unit, site.units.values()))
    words = {word for word in every if word[:1].isalpha()}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def _words_of_unit(unit: Unit) -> tuple[str, ...]:
    return (*unit.words, *_names(unit))


def _names(unit: Unit) -> Iterator[str]:
    """What a unit is called in languages in which such a name is a word of a text."""
    for code, label in unit.label.items():
        if LANGUAGES[code].space:
            yield from (label.one, label.other)


@lru_cache(maxsize=4096)
def bare_numerals(text: str, language: str, words: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
    """Offset and text of each number typed into ``text``, references, link targets and allowed
    numerals aside. Kept, since a server looks at the same texts again at each save.
    """
    seen = without_gaps(seen_text(_EXPONENT.sub(_spaces, blanked(text))))
    found = _numerals(seen.text, LANGUAGES[language].prose, _pattern_of(words))
    spans = sorted(seen.span(*span) for span in found)
    return tuple((start, text[start:end]) for start, end in spans)


@lru_cache(maxsize=4)
def _pattern_of(words: tuple[str, ...]) -> str:
    """A pattern of each of the ``words``, as it is and in the one form of its characters in which
    numerals are looked for.
    """
    forms = chain.from_iterable((word, plain_of(word)) for word in words)
    return "|".join(map(re.escape, dict.fromkeys(forms))) or "(?!)"


def _numerals(text: str, prose: ProsePatterns, units: str) -> list[tuple[int, int]]:
    """Where numbers are that count something, in digits and in words."""
    plain = _without_allowed(plain_digits(text), prose, units)
    in_digits = [numeral.span() for numeral in _ARABIC.finditer(plain)]
    return [*in_digits, *prose.written_numerals(plain, units)]


def _without_allowed(text: str, prose: ProsePatterns, units: str) -> str:
    """``text`` with spaces for what holds digits and counts nothing; a year that a unit follows
    counts.
    """
    unit = re.compile(rf"\s+(?:{units})\b")
    return prose.allowed_numerals.sub(partial(_spaces_unless_counting, unit), text)


def _spaces_unless_counting(unit: re.Pattern[str], found: re.Match[str]) -> str:
    counts = _is_year(found) and unit.match(found.string, found.end())
    return found[0] if counts else _spaces(found)


def _is_year(found: re.Match[str]) -> bool:
    return found[0] == found.groupdict().get("year")


def _spaces(found: re.Match[str]) -> str:
    return blank(found[0])
