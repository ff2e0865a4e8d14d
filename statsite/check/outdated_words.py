"""A text that says “now” is read on the day of the site, whenever its figures were counted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from statsite.check.prose import documents, in_body
from statsite.language import LANGUAGES
from statsite.model import Document, Observation, Site, Status
from statsite.periods import Moment
from statsite.problems import Location, Problem, Severity, line_and_column
from statsite.prose import REFERENCE, without_references

#: What is so many days older than the site is of no “now”.
OUTDATED_DAYS = 366


def now_is_recent(site: Site) -> Iterator[Problem]:
    """``now-outdated``: a word for the present in a sentence with a figure that was counted, or
    where its time is not stated reported, more than a year before the day of the site.
    """
    for language, document in documents(site):
        prose = LANGUAGES[language].prose
        for start, end in _sentences(document.body, language):
            found = prose.present.search(without_references(document.body[start:end]))
            figure = _outdated(document.body[start:end], site) if found else None
            if found and figure:
                yield _problem(found[0], figure, _place(document, start + found.start()))


def _sentences(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends."""
    ends = (found.end() for found in LANGUAGES[language].prose.sentence_end.finditer(text))
    yield from pairwise([0, *ends, len(text)])


def _outdated(sentence: str, site: Site) -> str:
    """The id of a figure of the sentence that is too old for a “now”; empty where none is."""
    named = (found["id"] for found in REFERENCE.finditer(sentence))
    figures = (site.observations[name] for name in named if name in site.observations)
    return next((figure.id for figure in figures if _is_outdated(figure, site)), "")


def _is_outdated(figure: Observation, site: Site) -> bool:
    if figure.status not in {Status.OBSERVED, Status.ESTIMATE}:
        return False
    age = site.settings.as_of.last_day - _last(figure, site).last_day
    return age.days > OUTDATED_DAYS


def _last(figure: Observation, site: Site) -> Moment:
    """The latest that a figure is about; where that is not stated, when it was reported."""
    if figure.period is not None:
        return figure.period.end or site.settings.as_of
    source = site.sources.get(figure.source)
    return source.published.date if source else site.settings.as_of


def _place(document: Document, offset: int) -> Location:
    return in_body(document, *line_and_column(document.body, offset))


def _problem(word: str, figure: str, location: Location) -> Problem:
    return Problem(
        "now-outdated",
        f"`{word}` stands beside `{figure}`, which is of more than a year before the site's day",
        location,
        "leave the word out, or say when it was",
        Severity.WARNING,
    )
