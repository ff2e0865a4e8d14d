"""Sentences say no more than the data bear out, and no word of them appears twice in a row."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import partial

from statsite.check.prose import documents, in_body, plain_words
from statsite.interval import Interval
from statsite.language import LANGUAGES
from statsite.language.interface import Prose
from statsite.model import ChartRequest, Document, Observation, Site, location_of
from statsite.plan.edition import Edition
from statsite.plan.views import Presenter
from statsite.problems import Location, Problem, Severity, line_and_column
from statsite.prose import REFERENCE, blanked, without_references
from statsite.rules.figure_intervals import stated


def claims_are_borne_out(site: Site) -> Iterator[Problem]:
    """``claim-contradicted``: a largest or smallest of a chart that is not; ``claim-unchecked``:
    one of which its figures cannot tell, or a word about all, each or most in its title or finding,
    without a word on how it was checked.
    """
    for chart in site.charts.values():
        for language, text in chart.finding.items():
            location = location_of(chart, f"finding.{language}")
            yield from _superlatives(site, chart, text, location, language)
            yield from _wholes(chart, text, location, language)
        for language, text in chart.title.items():
            yield from _wholes(chart, text, location_of(chart, f"title.{language}"), language)


def texts_set_nothing_above_all(site: Site) -> Iterator[Problem]:
    """``claim-unchecked``: a superlative in the text or standfirst of a page, where no figures are
    drawn beside it that could bear it out.
    """
    for language, document in documents(site):
        superlative = LANGUAGES[language].prose.superlative
        for found in superlative.finditer(blanked(document.body)):
            yield _unchecked(found[0], _in_document(document, found.start()), "a text", _MOVE)
        for found in superlative.finditer(document.standfirst):
            yield _unchecked(found[0], document.standfirst_location, "a text", _MOVE)


def _superlatives(
    site: Site, chart: ChartRequest, text: str, location: Location, language: str
) -> Iterator[Problem]:
    for found, is_largest in _claims(without_references(text), LANGUAGES[language].prose):
        named = REFERENCE.search(text, found.end())
        is_true = named and _is_extreme(site, chart, named["id"], is_largest=is_largest)
        if named and is_true is False:
            yield _contradicted(named["id"], found[0], location)
        elif is_true is None and not chart.checked:
            yield _unchecked(found[0], location, "the chart's figures", _CHECK)


def _claims(text: str, prose: Prose) -> Iterator[tuple[re.Match[str], bool]]:
    """The words that call something the largest, and those that call it the smallest."""
    for words, is_largest in ((prose.largest, True), (prose.smallest, False)):
        yield from ((found, is_largest) for found in words.finditer(text))


def _contradicted(figure: str, word: str, location: Location) -> Problem:
    message = f"`{figure}` is not what `{word}` says of it among the chart's figures"
    hint = "fix the sentence, or name the figure it is about behind the word"
    return Problem("claim-contradicted", message, location, hint)


def _wholes(chart: ChartRequest, text: str, location: Location, language: str) -> Iterator[Problem]:
    found = (
        None if chart.checked else LANGUAGES[language].prose.whole.search(without_references(text))
    )
    if found:
        yield _unchecked(found[0], location, "the chart's figures", _CHECK)


#: What to do about a claim that its figures, or a text, cannot bear out.
_CHECK = "hold it against the figures and say how in `checked`, or say less"
_MOVE = "say what the figures say, or say it in the finding of a chart that shows it"


def _unchecked(word: str, location: Location, basis: str, hint: str) -> Problem:
    return Problem(
        "claim-unchecked",
        f"whether `{word}` is right cannot be told from {basis}",
        location,
        hint,
        Severity.WARNING,
    )


def _is_extreme(site: Site, chart: ChartRequest, name: str, *, is_largest: bool) -> bool | None:
    """Whether a figure is the largest, or the smallest, of a chart's; None where their bounds leave
    it open or they are not of one unit. A unit that is not declared is reported elsewhere.
    """
    figures = _figures_of(site, chart)
    if name not in figures or len({figure.unit for figure in figures.values()}) > 1:
        return None
    unit = site.units.get(figures[name].unit)
    if unit is None:
        return True
    intervals = {one: stated(figure, unit).interval for one, figure in figures.items()}
    own = intervals.pop(name)
    pairs = [(other, own) if is_largest else (own, other) for other in intervals.values()]
    return _all_in_order(pairs)


def _figures_of(site: Site, chart: ChartRequest) -> dict[str, Observation]:
    """The figures that a chart compares, as far as they are there, by their ids."""
    return {one.id: site.observations[one.id] for one in chart.data if one.id in site.observations}


def _all_in_order(pairs: list[tuple[Interval, Interval]]) -> bool | None:
    if any(larger.is_below(smaller) for smaller, larger in pairs):
        return False
    return True if all(smaller.is_at_most(larger) for smaller, larger in pairs) else None


def no_word_is_doubled(edition: Edition) -> Iterator[Problem]:
    """``word-doubled``: a word or qualifier twice in a row, be it typed or brought in by a figure:
    “at [[id]]” may read “at at least 95%”.
    """
    prose = edition.presenter.locale.prose
    for text, locate in _texts(edition):
        shown, pieces = _shown(text, edition.presenter)
        for found in prose.doubled.finditer(shown):
            if found[1].lower() not in prose.may_double:
                yield _doubled(found[0], locate(_source(pieces, found.start())))


def _doubled(words: str, location: Location) -> Problem:
    return Problem(
        "word-doubled",
        f"`{words}` is repeated here",
        location,
        "write one of the two; a figure brings its qualifier and its unit",
        Severity.WARNING,
    )


def _texts(edition: Edition) -> Iterator[tuple[str, Callable[[int], Location]]]:
    """Every text of the edition's language, and where a character of it is."""
    for language, document in documents(edition.site):
        if language == edition.language:
            yield document.body, partial(_in_document, document)
    for text, location in (*plain_words(edition.site, edition.language), *_findings(edition)):
        yield text, partial(_at, location)


def _findings(edition: Edition) -> Iterator[tuple[str, Location]]:
    for chart in edition.site.charts.values():
        yield (
            edition.presenter.figure_text(chart.finding),
            location_of(chart, f"finding.{edition.language}"),
        )


def _in_document(document: Document, offset: int) -> Location:
    return in_body(document, *line_and_column(document.body, offset))


def _at(location: Location, _offset: int) -> Location:
    return location


def _shown(text: str, presenter: Presenter) -> tuple[str, list[tuple[int, int]]]:
    """``text`` with its references written out, and where its stretches begin in that and in
    ``text``: by turns typed and written out.
    """
    shown, pieces, end = "", [(0, 0)], 0
    for found in REFERENCE.finditer(text):
        shown += text[end : found.start()]
        pieces.append((len(shown), found.start()))
        shown += _written(found, presenter)
        end = found.end()
        pieces.append((len(shown), end))
    return shown + text[end:], pieces


def _source(pieces: list[tuple[int, int]], offset: int) -> int:
    """Where in the editor's text the character at ``offset`` comes from: of what was written out,
    where its reference begins.
    """
    index = bisect_right([start for start, _ in pieces], offset) - 1
    start, source = pieces[index]
    return source if index % 2 else source + offset - start


def _written(found: re.Match[str], presenter: Presenter) -> str:
    observation = presenter.site.observations.get(found["id"])
    if found["words"] or observation is None:
        return found["words"] or " "
    return str(presenter.text(observation))
