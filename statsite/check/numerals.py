"""Prose types no number: a figure comes by reference, so that it cannot differ from the data."""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.check.prose import documents, in_body
from statsite.model import Site
from statsite.problems import Location, Problem
from statsite.prose import blanked, place

_HINT = "write [[dataset.indicator]], so that the figure comes from the data"
_ARABIC = re.compile(r"[0-9０-９]+(?:[.,．，][0-9０-９]+)*")
_CHINESE_DIGITS = "〇零一二两三四五六七八九十百千万亿半"

# What may hold a numeral: years and dates, ordinals, ages and classes that define a population, names such as 5G or B12, list numbers.
_ALLOWED = {
    "zh": re.compile(
        r"""
        (?:19|20)\d\d(?:\s*[—–~～至-]\s*(?:19|20)?\d\d)?\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?
        | \d{1,2}\s*月\s*\d{1,2}\s*日
        | 第\s*\d+(?:\s*[—–~～至、-]\s*\d+)?
        | \d{1,3}(?:\s*[—–~～至-]\s*\d{1,3})?\s*周?岁(?=及?以[上下内]|的?(?:人|老|儿|青|妇|女|男|孩|群|组))
        | \d{1,2}\s*型
        | [A-Za-z]+[-‑]?\d+(?:\.\d+)? | \d+[A-Za-z]+
        | ^\s*\d+\.\s
        """,
        re.VERBOSE | re.MULTILINE,
    ),
    "en": re.compile(
        r"""
        (?<![\d.,])(?:19|20)\d\d(?:s|(?:\s*[–-]\s*(?:19|20)?\d\d))?(?![\d%]|[.,]\d)
        | \b\d{1,2}\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b
        | \b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2}\b
        | \b\d+(?:st|nd|rd|th)\b
        | \b(?:aged?|ages|over|under|above|below|type|class|grade)[\s-]+\d{1,3}(?:\s*(?:[–-]|to|and)\s*\d{1,3})?\b
        | \b\d{1,3}(?:\+|\s*(?:years\s+)?(?:and|or)\s+(?:over|older|above|under|younger))
        | \b[A-Za-z]+[-‑]?\d+(?:\.\d+)?\b | \b\d+[A-Z]+\b
        | ^\s*\d+\.\s
        """,
        re.VERBOSE | re.MULTILINE,
    ),
}
_ALLOWED_CHINESE = re.compile(
    rf"第[{_CHINESE_DIGITS}]+|[{_CHINESE_DIGITS}]+周?岁(?=及?以[上下内]|的?(?:人|老|儿|青|妇|女|男|孩|群|组))|[二一][〇零一二三四五六七八九]{{3}}年|[一二三]型"
)


def prose_types_no_number(site: Site) -> Iterator[Problem]:
    """``bare-numeral``: a number typed into a title, a standfirst, a body or a chart's finding."""
    words = unit_words(site)
    for language, document in documents(site):
        for text, where in ((document.title, document.title_where), (document.standfirst, document.standfirst_where)):
            for offset, numeral in bare_numerals(text, language, words):
                yield _problem(numeral, Location(where.path, where.line, where.column + offset))
        for offset, numeral in bare_numerals(document.body, language, words):
            yield _problem(numeral, in_body(document, *place(document.body, offset)))
    for chart in site.charts.values():
        for language, text in chart.finding.items():
            for offset, numeral in bare_numerals(text, language, words):
                where = chart.finding_where.get(language, chart.where)
                yield _problem(numeral, Location(where.path, where.line, where.column + offset))


def _problem(numeral: str, where: Location) -> Problem:
    return Problem("bare-numeral", f"the number `{numeral}` is typed into the prose", where, _HINT)


def unit_words(site: Site) -> tuple[str, ...]:
    """Every Chinese word the site's units may be printed with, longest first."""
    found = {word for unit in site.units.values() for word in unit.words if re.match(r"[\u4e00-\u9fff]", word)}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


def bare_numerals(text: str, language: str, words: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Offset and text of each number typed into ``text``, references, link targets and allowed numerals aside."""
    plain = blanked(text)
    rest = _ALLOWED[language].sub(_blank, plain)
    yield from ((found.start(), found[0]) for found in _ARABIC.finditer(rest))
    if language == "zh":
        yield from _chinese_numerals(_ALLOWED_CHINESE.sub(_blank, rest), words)


def _chinese_numerals(text: str, words: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    units = "|".join(map(re.escape, words))
    shares = rf"百分之[{_CHINESE_DIGITS}]+|[{_CHINESE_DIGITS}]+分之[{_CHINESE_DIGITS}]+|[二两三四五六七八九][成](?:[多半以])?"
    counts = rf"|[{_CHINESE_DIGITS}]+[多余]?(?:{units})" if units else ""
    for found in re.finditer(shares + counts, text):
        # 一个, 一家 and the like are an article, not a count.
        if not re.match(rf"一(?![{_CHINESE_DIGITS}分])", found[0]):
            yield found.start(), found[0]


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])
