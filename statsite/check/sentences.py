"""Sentences say no more than the data bear out, and no word of them appears twice in a row."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, partial
from itertools import chain
from operator import itemgetter

from statsite.check.prose import at_character, plain_words, texts_in
from statsite.interval import Interval
from statsite.language import LANGUAGES
from statsite.language.interface import ProsePatterns
from statsite.model import ChartRequest, Document, Observation, Site, location_of
from statsite.plan.edition import Edition
from statsite.plan.views import Presenter
from statsite.problems import Location, Problem, Severity
from statsite.prose import REFERENCE, blanked, without_references
from statsite.rules.figure_intervals import stated

#: Of how many texts it is kept what was found in them.
_TEXTS_KEPT = 4096


def claims_are_borne_out(site: Site) -> Iterator[Problem]:
    """``claim-contradicted``: a largest or smallest of a chart that is not; ``claim-unchecked``:
    one of which its figures cannot tell, or a word about all, each or most in its title or finding,
    without a word on how it was checked.
    """
    for chart in site.charts.values():
        yield from _claims_of_finding(site, chart)
        for language, text in chart.title.items():
            yield from _wholes(chart, text, location_of(chart, f"title.{language}"), language)


def _claims_of_finding(site: Site, chart: ChartRequest) -> Iterator[Problem]:
    for language, text in chart.finding.items():
        location = location_of(chart, f"finding.{language}")
        yield from _superlatives(site, chart, text, location, language)
        yield from _wholes(chart, text, location, language)


def texts_set_nothing_above_all(language: str, document: Document) -> Iterator[Problem]:
    """``claim-unchecked``: a superlative in the text or standfirst of a page, where no figures are
    drawn beside it that could bear it out.
    """
    for word, location in _superlatives_in(document, LANGUAGES[language].prose.superlative):
        yield _unchecked(word, location, "a text", _MOVE)


def _superlatives_in(
    document: Document, superlative: re.Pattern[str]
) -> Iterator[tuple[str, Location]]:
    for found in superlative.finditer(blanked(document.body)):
        yield found[0], at_character(document, found.start())
    for found in superlative.finditer(document.standfirst):
        yield found[0], document.standfirst_location


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


def _claims(text: str, prose: ProsePatterns) -> Iterator[tuple[re.Match[str], bool]]:
    """The words that call something the largest, and those that call it the smallest."""
    yield from ((found, True) for found in prose.largest.finditer(text))
    yield from ((found, False) for found in prose.smallest.finditer(text))


def _contradicted(figure: str, word: str, location: Location) -> Problem:
    message = f"`{figure}` is not what `{word}` says of it among the chart's figures"
    hint = "fix the sentence, or name the figure it is about behind the word"
    return Problem("claim-contradicted", message, location, hint)


def _wholes(chart: ChartRequest, text: str, location: Location, language: str) -> Iterator[Problem]:
    if not chart.checked:
        for word in _words_for_wholes(text, LANGUAGES[language].prose):
            yield _unchecked(word, location, "the chart's figures", _CHECK)


def _words_for_wholes(text: str, prose: ProsePatterns) -> Iterator[str]:
    """The first word about all, each or most."""
    if found := prose.whole.search(without_references(text)):
        yield found[0]


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
    if name not in figures or not _are_of_one_unit(figures.values()):
        return None
    unit = site.units.get(figures[name].unit)
    if unit is None:
        return True
    intervals = {one: stated(figure, unit).interval for one, figure in figures.items()}
    return _all_in_order(_pairs_with(name, intervals, is_largest=is_largest))


def _are_of_one_unit(figures: Iterable[Observation]) -> bool:
    return len({figure.unit for figure in figures}) == 1


def _pairs_with(
    name: str, intervals: Mapping[str, Interval], *, is_largest: bool
) -> list[tuple[Interval, Interval]]:
    """One figure with each of the others, the one that is said to be larger second."""
    own = intervals[name]
    others = [interval for one, interval in intervals.items() if one != name]
    return [(other, own) if is_largest else (own, other) for other in others]


def _figures_of(site: Site, chart: ChartRequest) -> dict[str, Observation]:
    """The figures that a chart compares, as far as they are there, by their ids."""
    return {one.id: site.observations[one.id] for one in chart.data if one.id in site.observations}


def _all_in_order(pairs: list[tuple[Interval, Interval]]) -> bool | None:
    if any(larger.is_below(smaller) for smaller, larger in pairs):
        return False
    return all(smaller.is_at_most(larger) for smaller, larger in pairs) or None


def no_word_is_doubled(edition: Edition) -> Iterator[Problem]:
    """``word-doubled``: a word or qualifier twice in a row, be it typed or brought in by a figure:
    “at [[id]]” may read “at at least 95%”; so of the next check.
    """
    words = chain(plain_words(edition.site, edition.language), _findings(edition))
    return _doubled_in(edition, ((text, partial(_at, location)) for text, location in words))


def no_word_of_a_text_is_doubled(edition: Edition) -> Iterator[Problem]:
    """``word-doubled`` of texts in Markdown."""
    written = texts_in(edition.site, edition.language)
    return _doubled_in(edition, ((one.body, partial(at_character, one)) for one in written))


def _doubled_in(
    edition: Edition, texts: Iterable[tuple[str, Callable[[int], Location]]]
) -> Iterator[Problem]:
    """The words that are doubled in ``texts``, each given with where a character of it is."""
    for text, locate in texts:
        shown, pieces = _shown(text, edition.presenter)
        for found in _doubled_words(shown, edition.language):
            yield _doubled(found[0], locate(_source(pieces, found.start())))


@lru_cache(maxsize=_TEXTS_KEPT)
def _doubled_words(shown: str, language: str) -> tuple[re.Match[str], ...]:
    """The words that a text says twice in a row; kept, since the server asks at each save."""
    prose = LANGUAGES[language].prose
    doubled = prose.doubled.finditer(shown)
    return tuple(found for found in doubled if found[1].lower() not in prose.may_double)


def _doubled(words: str, location: Location) -> Problem:
    return Problem(
        "word-doubled",
        f"`{words}` is repeated here",
        location,
        "write one of the two; a figure brings its qualifier and its unit",
        Severity.WARNING,
    )


def _findings(edition: Edition) -> Iterator[tuple[str, Location]]:
    field = f"finding.{edition.language}"
    for chart in edition.site.charts.values():
        yield edition.presenter.figure_text(chart.finding), location_of(chart, field)


def _at(location: Location, _offset: int) -> Location:
    return location


def _shown(text: str, presenter: Presenter) -> tuple[str, list[tuple[int, int]]]:
    """``text`` with its references written out, and where its stretches begin in that and in
    ``text``: by turns typed and written out.
    """
    if "[[" not in text:
        return text, [(0, 0)]
    shown, pieces = "", list[tuple[int, int]]()
    for source, stretch in _stretches(text, presenter):
        pieces.append((len(shown), source))
        shown += stretch
    return shown, pieces


def _stretches(text: str, presenter: Presenter) -> Iterator[tuple[int, str]]:
    """Where each stretch of ``text`` begins, and what is shown of it: by turns typed and written
    out.
    """
    end = 0
    for found in REFERENCE.finditer(text):
        yield end, text[end : found.start()]
        yield found.start(), _written(found, presenter)
        end = found.end()
    yield end, text[end:]


def _source(pieces: list[tuple[int, int]], offset: int) -> int:
    """Where in the editor's text the character at ``offset`` comes from: of what was written out,
    where its reference begins.
    """
    index = bisect_right(pieces, offset, key=itemgetter(0)) - 1
    start, source = pieces[index]
    return source if index % 2 else source + offset - start


def _written(found: re.Match[str], presenter: Presenter) -> str:
    """The words that a reference gives, or the figure as text."""
    observation = presenter.site.observations.get(found["id"])
    if observation is None or found["words"]:
        return found["words"] or " "
    return str(presenter.text(observation))
