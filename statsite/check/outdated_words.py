"""A text that says “now” is read on the day of the site, whenever its figures were counted."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise

from statsite.check.prose import at_character, documents
from statsite.language import LANGUAGES
from statsite.model import Document, Observation, Site, Status
from statsite.periods import Moment
from statsite.problems import Location, Problem, Severity
from statsite.prose import REFERENCE, without_references

#: What is so many days older than the site is of no “now”.
OUTDATED_DAYS = 366


def now_is_recent(site: Site) -> Iterator[Problem]:
    """``now-outdated``: a word for the present in a sentence with a figure that was counted, or
    where its time is not stated reported, more than a year before the day of the site.
    """
    for language, document in documents(site):
        for span in _sentences(document.body, language):
            yield from _in_sentence(site, language, document, span)


def _in_sentence(
    site: Site, language: str, document: Document, span: tuple[int, int]
) -> Iterator[Problem]:
    sentence = document.body[slice(*span)]
    found = _word_for_the_present(sentence, language)
    if found and (figure := _outdated(sentence, site)):
        yield _problem(found[0], figure, at_character(document, span[0] + found.start()))


def _word_for_the_present(sentence: str, language: str) -> re.Match[str] | None:
    return LANGUAGES[language].prose.present.search(without_references(sentence))


def _sentences(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends."""
    ends = (found.end() for found in LANGUAGES[language].prose.sentence_end.finditer(text))
    yield from pairwise([0, *ends, len(text)])


def _outdated(sentence: str, site: Site) -> str:
    """The id of a figure of the sentence that is too old for a “now”; empty where none is."""
    outdated = (figure.id for figure in _named(sentence, site) if _is_outdated(figure, site))
    return next(outdated, "")


def _named(sentence: str, site: Site) -> Iterator[Observation]:
    """The figures of a sentence, as far as they are there."""
    for found in REFERENCE.finditer(sentence):
        if found["id"] in site.observations:
            yield site.observations[found["id"]]


def _is_outdated(figure: Observation, site: Site) -> bool:
    if figure.status not in {Status.OBSERVED, Status.ESTIMATE}:
        return False
    return _age(figure, site).days > OUTDATED_DAYS


def _age(figure: Observation, site: Site) -> dt.timedelta:
    """How long before the day of the site the time of a figure ended."""
    return site.settings.as_of.last_day - _last(figure, site).last_day


def _last(figure: Observation, site: Site) -> Moment:
    """The latest that a figure is about; where that is not stated, when it was reported."""
    if figure.period is not None:
        return figure.period.end or site.settings.as_of
    return _reported(figure, site) or site.settings.as_of


def _reported(figure: Observation, site: Site) -> Moment | None:
    source = site.sources.get(figure.source)
    return source.published.date if source else None


def _problem(word: str, figure: str, location: Location) -> Problem:
    return Problem(
        "now-outdated",
        f"`{word}` stands beside `{figure}`, which is of more than a year before the site's day",
        location,
        "leave the word out, or say when it was",
        Severity.WARNING,
    )
