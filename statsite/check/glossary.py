"""Titles call a listed term by the words of the glossary, and the glossary has one word for one
thing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache, partial
from itertools import chain

from statsite.check.prose import documents
from statsite.check.text_locations import Words, labels_of, of_each
from statsite.model import Release, Site, Term, location_of
from statsite.passed_checks import PassedChecks
from statsite.problems import Location, Problem, Severity
from statsite.prose import pattern_of_wordings, singulars


def terms_are_distinct(site: Site) -> Iterator[Problem]:
    """``term-ambiguous``: two terms of one wording, or a wording listed under ``also`` or ``short``
    that is another term.
    """
    for language in site.settings.languages:
        yield from _ambiguous(site, language)


def _ambiguous(site: Site, language: str) -> Iterator[Problem]:
    """The terms that cannot be told apart in one language."""
    named = _terms_by_words(site, language)
    for term in site.glossary.values():
        if (other := named[_words_of(term, language)]) is not term:
            yield _same_words(term, other, language)
    yield from _other_wordings(site, named)
    yield from _short_forms(site, named)


def _terms_by_words(site: Site, language: str) -> Mapping[str, Term]:
    """The first term of each wording."""
    named = dict[str, Term]()
    for term in site.glossary.values():
        named.setdefault(_words_of(term, language), term)
    return named


def _words_of(term: Term, language: str) -> str:
    return term.term[language].casefold()


def _other_wordings(site: Site, named: Mapping[str, Term]) -> Iterator[Problem]:
    """Wordings not to be used that are a term."""
    for term, index, also in _others(site):
        if also.casefold() in named:
            yield _both(term, index, named[also.casefold()])


def _short_forms(site: Site, named: Mapping[str, Term]) -> Iterator[Problem]:
    """Short forms that are another term."""
    for term in site.glossary.values():
        for index, short in enumerate(term.short):
            other = named.get(short.casefold(), term)
            if other is not term:
                yield _short_for_another(term, index, other)


def _short_for_another(term: Term, index: int, other: Term) -> Problem:
    message = f"`{term.short[index]}` is the term `{other.id}` already"
    location = location_of(term, f"short.{index}")
    return Problem("term-ambiguous", message, location, "take it out of `short`")


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


def titles_use_the_terms(site: Site, passed: PassedChecks) -> Iterator[Problem]:
    """``term-mistranslated``: a title or label, a chart's finding, a rule or the note of the newest
    release with a wording that the glossary lists under ``also`` of a term.
    """
    titles = list(_titles(site))
    found_anywhere = _wordings_in("\n".join(text for text, _, _ in titles), _wordings(site))
    terms = [({**term.term}, term.also) for term in site.glossary.values()]
    for text, language, location in titles if found_anywhere else ():
        if _wordings_in(text, found_anywhere):
            find = partial(_mistranslations, text, language, location, site)
            yield from passed.of("titles_use_the_terms", repr((text, language, terms)), find)


def _mistranslations(text: str, language: str, location: Location, site: Site) -> Iterator[Problem]:
    """The terms that a title calls by another wording."""
    for term, found in _misnamed(text, language, site):
        yield _mistranslated(found, term.term.get(language, ""), location)


def _mistranslated(found: str, wanted: str, location: Location) -> Problem:
    message = f"`{found}` stands here, where the glossary says `{wanted}`"
    hint = f"write `{wanted}`, or reword it"
    return Problem("term-mistranslated", message, location, hint, Severity.WARNING)


def _misnamed(text: str, language: str, site: Site) -> Iterator[tuple[Term, str]]:
    """The terms that ``text`` calls by another wording, each once, with that wording; what is
    within the right words of a term is none.
    """
    wanted = _finding(tuple(term.term[language] for term in site.glossary.values()))
    terms = {also.casefold(): term for term, _, also in _others(site)}
    rest = wanted.sub(lambda found: "\n" * len(found[0]), text)
    first = dict[str, tuple[Term, str]]()
    for found in _finding(tuple(terms)).finditer(rest):
        term = next(terms[form] for form in singulars(found[0]) if form in terms)
        first.setdefault(term.id, (term, found[0]))
    return iter(first.values())


def _wordings(site: Site) -> list[str]:
    """The wordings that titles are not to use, without regard to capitals."""
    return [also.casefold() for _, _, also in _others(site) if also]


def _wordings_in(text: str, wordings: list[str]) -> list[str]:
    """Those of the ``wordings`` that are in ``text``, inside words too: in most titles there is
    none, which is seen much faster so.
    """
    folded = text.casefold()
    return [wording for wording in wordings if wording in folded]


@lru_cache(maxsize=16)
def _finding(wordings: tuple[str, ...]) -> re.Pattern[str]:
    """What finds each of the ``wordings``; made where a title asks for it, which few do, and kept
    for the next one.
    """
    return pattern_of_wordings(wordings)


def _titles(site: Site) -> Iterator[tuple[str, str, Location]]:
    for language, document in documents(site):
        yield document.title, language, document.title_location
    yield from chain.from_iterable(map(_in_each_language, _named(site)))


def _in_each_language(words: Words) -> Iterator[tuple[str, str, Location]]:
    thing, key, texts = words
    for language, text in texts.items():
        yield text, language, location_of(thing, f"{key}.{language}")


def _named(site: Site) -> Iterator[Words]:
    """What is called by words of an editor: its title or labels, and their key."""
    for things in (site.areas, site.datasets, site.indicators, site.charts):
        yield from ((thing, "title", thing.title) for thing in things.values())
    yield from of_each(labels_of, site.charts)
    yield from _sentences(site)


def _sentences(site: Site) -> Iterator[Words]:
    """What is said in sentences of data: findings, relations, and what the newest release is; notes
    of earlier ones are records that nobody changes.
    """
    yield from ((chart, "finding", chart.finding) for chart in site.charts.values())
    yield from ((rule, "says", rule.says) for rule in site.rules.values())
    yield from map(_note, _newest(site.releases.values()))


def _newest(releases: Collection[Release]) -> Iterator[Release]:
    """The latest of the releases, where there is one."""
    yield from sorted(releases, key=lambda release: release.time, reverse=True)[:1]


def _note(release: Release) -> Words:
    return release, "note", release.note
