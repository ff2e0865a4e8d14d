"""Titles call a listed term by the words of the glossary, and the glossary has one word for one
thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from statsite.check.prose import documents
from statsite.model import LocalisedText, Located, Site, Term, location_of
from statsite.problems import Location, Problem, Severity
from statsite.prose import any_of, singulars


def terms_are_distinct(site: Site) -> Iterator[Problem]:
    """``term-ambiguous``: two terms of one wording, or a wording listed under ``also`` or ``short``
    that is another term.
    """
    for language in site.settings.languages:
        named = dict[str, Term]()
        for term in site.glossary.values():
            other = named.setdefault(term.term[language].casefold(), term)
            if other is not term:
                yield _same_words(term, other, language)
        for term, index, also in _others(site):
            if also.casefold() in named:
                yield _both(term, index, named[also.casefold()])
        yield from _short_forms(site, named)


def _short_forms(site: Site, named: Mapping[str, Term]) -> Iterator[Problem]:
    """Short forms that are another term."""
    for term in site.glossary.values():
        for index, short in enumerate(term.short):
            other = named.get(short.casefold(), term)
            if other is not term:
                message = f"`{term.short[index]}` is the term `{other.id}` already"
                location = location_of(term, f"short.{index}")
                yield Problem("term-ambiguous", message, location, "take it out of `short`")


def _same_words(term: Term, other: Term, language: str) -> Problem:
    message = f"`{term.term[language]}` is the term `{other.id}` already"
    location = location_of(term, f"term.{language}")
    return Problem("term-ambiguous", message, location, "define it once")


def _others(site: Site) -> Iterator[tuple[Term, int, str]]:
    return (
        (term, index, also)
        for term in site.glossary.values()
        for index, also in enumerate(term.also)
    )


def _both(term: Term, index: int, other: Term) -> Problem:
    message = f"titles are to use and not to use `{term.also[index]}`: it is the term `{other.id}`"
    return Problem(
        "term-ambiguous", message, location_of(term, f"also.{index}"), "take it out of `also`"
    )


def titles_use_the_terms(site: Site) -> Iterator[Problem]:
    """``term-mistranslated``: a title or label, a chart's finding, a rule or the note of the newest
    release with a wording that the glossary lists under ``also`` of a term.
    """
    anywhere = _anywhere(site)
    for text, language, location in _titles(site):
        misnamed = _misnamed(text, language, site) if anywhere.search(text) else ()
        for term, found in misnamed:
            words = term.term.get(language, "")
            message = f"`{found}` stands here, where the glossary says `{words}`"
            yield Problem(
                "term-mistranslated",
                message,
                location,
                f"write `{words}`, or reword it",
                Severity.WARNING,
            )


def _misnamed(text: str, language: str, site: Site) -> Iterator[tuple[Term, str]]:
    """The terms that ``text`` calls by another wording, each once, with that wording; what is
    within the right words of a term is none.
    """
    wanted = _finding(tuple(term.term[language] for term in site.glossary.values()))
    terms = {also.casefold(): term for term, _, also in _others(site)}
    others = _finding(tuple(terms))
    rest = wanted.sub(lambda found: "\n" * len(found[0]), text)
    seen = set[str]()
    for found in others.finditer(rest):
        term = next(terms[form] for form in singulars(found[0]) if form in terms)
        if term.id not in seen:
            seen.add(term.id)
            yield term, found[0]


def _anywhere(site: Site) -> re.Pattern[str]:
    """What finds other wordings inside words too: in most texts there is none, which is seen much
    faster so.
    """
    wordings = {re.escape(also.casefold()) for _, _, also in _others(site) if also}
    return re.compile("|".join(sorted(wordings)) or "(?!)", re.IGNORECASE)


@lru_cache(maxsize=16)
def _finding(wordings: tuple[str, ...]) -> re.Pattern[str]:
    """What finds each of the ``wordings``; made where a title asks for it, which few do, and kept
    for the next one.
    """
    return any_of(wordings)


def _titles(site: Site) -> Iterator[tuple[str, str, Location]]:
    for language, document in documents(site):
        yield document.title, language, document.title_location
    for thing, key, words in _named(site):
        for language, text in words.items():
            yield text, language, location_of(thing, f"{key}.{language}")


def _named(site: Site) -> Iterator[tuple[Located, str, LocalisedText]]:
    """What is called by words of an editor: its title or labels, and their key."""
    for things in (site.areas, site.datasets, site.indicators, site.charts):
        yield from ((thing, "title", thing.title) for thing in things.values())
    for chart in site.charts.values():
        for index, reference in enumerate(chart.data):
            yield chart, f"data.{index}.label", chart.labels.get(reference.id, {})
    yield from _sentences(site)


def _sentences(site: Site) -> Iterator[tuple[Located, str, LocalisedText]]:
    """What is said in sentences of data: findings, relations, and what the newest release is; notes
    of earlier ones are records that nobody changes.
    """
    yield from ((chart, "finding", chart.finding) for chart in site.charts.values())
    yield from ((rule, "says", rule.says) for rule in site.rules.values())
    if site.releases:
        newest = max(site.releases.values(), key=lambda release: release.time)
        yield newest, "note", newest.note
