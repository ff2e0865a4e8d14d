"""A text is in the language it stands for: what was never translated, or is in the other language's
place, is a warning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain, combinations

from statsite.check.prose import documents, in_body
from statsite.grammar import ARTICLE_LANGUAGE
from statsite.language import LANGUAGES
from statsite.language.interface import Language, Prose
from statsite.model import (
    Document,
    LocalisedText,
    Located,
    Observation,
    Settings,
    Site,
    Source,
    location_of,
)
from statsite.problems import Location, Problem, Severity, line_and_column
from statsite.prose import CHART_LINE, blank, blanked

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")

#: What may be in another language: what a thing is called, in brackets or quotes, and characters of
#: code.
_GIVEN = re.compile(r"`[^`\n]*`|[(（\[“\"‘《「][^()（）\[\]“”\"‘’《》「」\n]*[)）\]”\"’》」]")

#: How many characters of another language in a page's text are more than a word which the text is
#: about (余, 多, 东西部).
_LONGER_THAN_A_WORD = 5

#: Lines of a page that are not prose: places of charts, and code.
_NO_PROSE = re.compile(rf"{CHART_LINE.pattern}|^(?: {{4}}|\t).*$", re.MULTILINE)

#: Words of these lengths, of capitals or with a digit or sign beside them, are signs and names in
#: every language: km, COVID, pH, CC BY 4.0.
_LONGEST_SIGN = 3
_HINT = "translate it"


def texts_are_in_their_languages(site: Site) -> Iterator[Problem]:
    """``translation-same``: a text that is that of another language; ``translation-mixed``: one
    with another language in it; ``translation-foreign``: Chinese without any Chinese.
    """
    for thing, key, words in _words(site):
        where = {language: location_of(thing, f"{key}.{language}") for language in words}
        yield from _map_problems(words, where)
    for prose in (*site.topics.values(), *site.pages.values()):
        yield from _heading_problems(prose.documents)
    for language, document in documents(site):
        yield from _document_problems(LANGUAGES[language], document)


def _heading_problems(written: Mapping[str, Document]) -> Iterator[Problem]:
    """What is wrong with the titles and standfirsts of a page."""
    heads = (document.head for document in written.values())
    for told in zip(*heads, strict=True):
        texts = {code: text for code, (text, _) in zip(written, told, strict=True)}
        places = {code: place for code, (_, place) in zip(written, told, strict=True)}
        yield from _map_problems(texts, places)


def _document_problems(language: Language, document: Document) -> Iterator[Problem]:
    text = blanked(_NO_PROSE.sub(lambda found: blank(found[0]), document.body))
    if _is_foreign(text, language):
        message = f"this page in {language.name} holds no {language.name}"
        yield _problem("translation-foreign", message, in_body(document, 1, 1))
    elif found := _other_letters(text, language, _LONGER_THAN_A_WORD):
        place = in_body(document, *line_and_column(text, found.start()))
        yield _mixed(found[0], language, place)


def _map_problems(words: LocalisedText, where: Mapping[str, Location]) -> Iterator[Problem]:
    """What is wrong with one text in several languages; of two that are the same, that alone."""
    given = {code: words[code] for code in LANGUAGES if words.get(code)}
    same = [pair for pair in combinations(given, 2) if _are_same(given, *pair)]
    for first, second in same:
        yield _untranslated(LANGUAGES[first], LANGUAGES[second], where[second])
    differing = [code for code in given if code not in chain(*same)]
    for code in differing:
        yield from _text_problems(given[code], LANGUAGES[code], where[code])


def _untranslated(first: Language, second: Language, location: Location) -> Problem:
    message = f"the {second.name} is the same as the {first.name}"
    return _problem("translation-same", message, location)


def _are_same(words: LocalisedText, first: str, second: str) -> bool:
    """Whether a text was not translated, though it is more than a sign."""
    text = words[first]
    has_letters = any(_letters(LANGUAGES[code].prose).search(text) for code in (first, second))
    return text == words[second] and (has_letters or not _is_sign(text))


def _text_problems(text: str, language: Language, location: Location) -> Iterator[Problem]:
    if found := _other_letters(text, language):
        yield _mixed(found[0], language, location)
    if _is_foreign(text, language):
        message = f"the {language.name} text holds no {language.name}"
        yield _problem("translation-foreign", message, location)


def _mixed(words: str, language: Language, location: Location) -> Problem:
    message = f"「{words}」 appears in the {language.name} text"
    return _problem("translation-mixed", message, location)


def _problem(check: str, message: str, location: Location) -> Problem:
    return Problem(check, message, location, _HINT, Severity.WARNING)


def _other_letters(text: str, language: Language, shortest: int = 1) -> re.Match[str] | None:
    """Characters that only another language is written with, at least so many in a row, but for
    what is in brackets, in quotes or code.
    """
    plain = _GIVEN.sub(lambda found: " " * len(found[0]), text)
    others = (
        other for other in LANGUAGES.values() if other.prose.letters != language.prose.letters
    )
    found = (_letters(other.prose, shortest).search(plain) for other in others)
    return next(filter(None, found), None)


def _is_foreign(text: str, language: Language) -> bool:
    """Whether a text in a language with letters of its own holds none of them."""
    has_none = bool(language.prose.letters) and not _letters(language.prose).search(text)
    return has_none and not _is_sign(text)


@cache
def _letters(prose: Prose, shortest: int = 1) -> re.Pattern[str]:
    """Finds characters that only one language is written with; nothing where it has none."""
    letters = prose.letters
    return re.compile(f"[{letters}]{{{shortest},}}" if letters else "(?!)")


def _is_sign(text: str) -> bool:
    """Whether all words of a text are signs and names that no language translates."""
    return all(
        len(word) <= _LONGEST_SIGN or sum(c.isupper() for c in word) > 1
        for word in _WORD.findall(text)
    )


def _words(site: Site) -> Iterator[tuple[Located, str, LocalisedText]]:
    """Every text by language that pages show, with what holds it and its key."""
    yield from _words_of_settings(site.settings)
    for source in site.sources.values():
        yield from _words_of_source(source)
    yield from _words_of_data(site)
    yield from _words_of_rules_and_charts(site)
    for release in site.releases.values():
        yield from _texts(release, note=release.note)
    for thing, withdrawal in site.withdrawn:
        yield thing, "withdrawn.because", withdrawal.because
    for term in site.glossary.values():
        yield from _texts(term, term=term.term, definition=term.definition, standard=term.standard)
        yield from _texts(term, constants=term.constants)


def _words_of_settings(settings: Settings) -> Iterator[tuple[Located, str, LocalisedText]]:
    yield from _texts(settings, title=settings.title, licence=settings.licence)
    yield from _texts(settings, contact=settings.contact)


def _texts(thing: Located, **texts: LocalisedText) -> Iterator[tuple[Located, str, LocalisedText]]:
    """Texts of one thing by their keys."""
    for key, words in texts.items():
        yield thing, key, words


def _words_of_source(source: Source) -> Iterator[tuple[Located, str, LocalisedText]]:
    """The texts of a source; what one in another language calls itself and its newspaper is as
    printed.
    """
    yield from _texts(
        source,
        note=source.note,
        without_figures=source.without_figures,
        publication_known_from=source.publication_known_from,
    )
    for code, title in source.title_translated.items():
        if code != source.language:
            yield source, "title_translated", {code: title}
    if source.language == ARTICLE_LANGUAGE:
        yield from _texts(source, publication=source.publication, producer=source.producer)


def _words_of_data(site: Site) -> Iterator[tuple[Located, str, LocalisedText]]:
    """The texts of areas, units, datasets, indicators and observations."""
    for area in site.areas.values():
        yield area, "title", area.title
    for unit in site.units.values():
        yield unit, "", {code: label.other for code, label in unit.label.items()}
    for dataset in site.datasets.values():
        yield from _texts(dataset, title=dataset.title, description=dataset.description)
    for indicator in site.indicators.values():
        yield from _texts(indicator, title=indicator.title, definition=indicator.definition)
    for observation in site.observations.values():
        yield from _words_of_figure(observation)


def _words_of_figure(observation: Observation) -> Iterator[tuple[Located, str, LocalisedText]]:
    """The texts of an observation and of its history."""
    yield from _texts(
        observation,
        note=observation.note,
        preferred=observation.preferred,
        producer=observation.producer,
    )
    for revision in observation.revisions:
        yield revision, "reason", revision.reason


def _words_of_rules_and_charts(site: Site) -> Iterator[tuple[Located, str, LocalisedText]]:
    for rule in site.rules.values():
        yield from _texts(rule, says=rule.says, across=rule.across, constants=rule.constants)
    for chart in site.charts.values():
        yield from _texts(chart, title=chart.title, finding=chart.finding)
        yield from _texts(chart, note=chart.note, hundred=chart.hundred)
        for label in chart.labels.values():
            yield chart, "", label
