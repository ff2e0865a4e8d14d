"""A text is in the language it stands for: what was never translated, or is in the other language's
place, is a warning.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache, partial
from itertools import chain, combinations, filterfalse

from statsite.check.prose import (
    at_character,
    in_body,
    words_of_dataset,
    words_of_indicator,
    words_of_withdrawals,
)
from statsite.check.text_locations import Words, located_texts, of_each
from statsite.grammar import ARTICLE_LANGUAGE
from statsite.language import LANGUAGES
from statsite.language.interface import Language
from statsite.model import (
    Area,
    Document,
    LocalisedText,
    Located,
    Observation,
    Release,
    Rule,
    Settings,
    Site,
    Source,
    Term,
    location_of,
)
from statsite.passed_checks import PassedChecks
from statsite.problems import Location, Problem, Severity
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

#: Of how many texts it is kept what was found in them.
_TEXTS_KEPT = 4096


def words_are_in_their_languages(site: Site, passed: PassedChecks) -> Iterator[Problem]:
    """``translation-same``: words that are those of another language; ``translation-mixed``: some
    with another language in them; ``translation-foreign``: Chinese without any Chinese.
    """
    for thing, key, words in _words(site):
        if words:
            find = partial(_problems_of_words, thing, key, words)
            yield from passed.of("words_are_in_their_languages", repr({**words}), find)
    for prose in (*site.topics.values(), *site.pages.values()):
        yield from _heading_problems(prose.documents)


def _problems_of_words(thing: Located, key: str, words: LocalisedText) -> Iterator[Problem]:
    where = {language: location_of(thing, f"{key}.{language}") for language in words}
    return _map_problems(words, where)


def texts_are_in_their_languages(code: str, document: Document) -> Iterator[Problem]:
    """``translation-mixed``: a text with another language in it; ``translation-foreign``: a Chinese
    one without any Chinese.
    """
    text, language = _without_what_is_no_prose(document.body), LANGUAGES[code]
    if _is_foreign(text, language):
        message = f"this page in {language.name} holds no {language.name}"
        yield _problem("translation-foreign", message, in_body(document, 1, 1))
    elif found := _other_letters(text, language, _LONGER_THAN_A_WORD):
        yield _mixed(found[0], language, at_character(document, found.start()))


def _heading_problems(written: Mapping[str, Document]) -> Iterator[Problem]:
    """What is wrong with the titles and standfirsts of a page."""
    heads = (document.head for document in written.values())
    for told in zip(*heads, strict=True):
        texts = {code: text for code, (text, _) in zip(written, told, strict=True)}
        places = {code: place for code, (_, place) in zip(written, told, strict=True)}
        yield from _map_problems(texts, places)


def _without_what_is_no_prose(body: str) -> str:
    return blanked(_NO_PROSE.sub(lambda found: blank(found[0]), body))


def _map_problems(words: LocalisedText, where: Mapping[str, Location]) -> Iterator[Problem]:
    """What is wrong with one text in several languages; of two that are the same, that alone."""
    given = {code: words[code] for code in LANGUAGES if words.get(code)}
    same = [pair for pair in combinations(given, 2) if _are_same(given, *pair)]
    for first, second in same:
        yield _untranslated(LANGUAGES[first], LANGUAGES[second], where[second])
    untranslated = {*chain(*same)}
    for code in filterfalse(untranslated.__contains__, given):
        yield from _text_problems(given[code], LANGUAGES[code], where[code])


def _untranslated(first: Language, second: Language, location: Location) -> Problem:
    message = f"the {second.name} is the same as the {first.name}"
    return _problem("translation-same", message, location)


def _are_same(words: LocalisedText, first: str, second: str) -> bool:
    """Whether a text was not translated, though it is more than a sign."""
    if words[first] != words[second]:
        return False
    return _has_letters(words[first], (first, second)) or not _is_sign(words[first])


def _has_letters(text: str, codes: Iterable[str]) -> bool:
    """Whether a text has letters that only one of the languages is written with."""
    return any(_letters(LANGUAGES[code].prose.letters).search(text) for code in codes)


def _text_problems(text: str, language: Language, location: Location) -> Iterator[Problem]:
    if found := _other_letters(text, language):
        yield _mixed(found[0], language, location)
    if _is_foreign(text, language):
        yield _foreign(language, location)


def _foreign(language: Language, location: Location) -> Problem:
    message = f"the {language.name} text holds no {language.name}"
    return _problem("translation-foreign", message, location)


def _mixed(words: str, language: Language, location: Location) -> Problem:
    message = f"「{words}」 appears in the {language.name} text"
    return _problem("translation-mixed", message, location)


def _problem(check: str, message: str, location: Location) -> Problem:
    return Problem(check, message, location, _HINT, Severity.WARNING)


def _other_letters(text: str, language: Language, shortest: int = 1) -> re.Match[str] | None:
    """Characters that only another language is written with, at least so many in a row, but for
    what is in brackets, in quotes or code.
    """
    return _first_of(text, tuple(_other_scripts(language)), shortest)


@lru_cache(maxsize=_TEXTS_KEPT)
def _first_of(text: str, scripts: tuple[str, ...], shortest: int) -> re.Match[str] | None:
    """As ``_other_letters``, of the letters of ``scripts``; kept, since the server asks at each
    save.
    """
    plain = _GIVEN.sub(lambda found: " " * len(found[0]), text)
    searched = (_letters(letters, shortest).search(plain) for letters in scripts)
    return next(filter(None, searched), None)


def _other_scripts(language: Language) -> Iterator[str]:
    """The letters of each language that is written with others."""
    for other in LANGUAGES.values():
        if other.prose.letters != language.prose.letters:
            yield other.prose.letters


def _is_foreign(text: str, language: Language) -> bool:
    """Whether a text in a language with letters of its own holds none of them."""
    has_none = bool(language.prose.letters) and not _letters(language.prose.letters).search(text)
    return has_none and not _is_sign(text)


@cache
def _letters(letters: str, shortest: int = 1) -> re.Pattern[str]:
    """Finds so many of the ``letters`` that only one language is written with; nothing where it has
    none.
    """
    return re.compile(f"[{letters}]{{{shortest},}}" if letters else "(?!)")


def _is_sign(text: str) -> bool:
    """Whether all words of a text are signs and names that no language translates."""
    return all(map(_is_sign_or_name, _WORD.findall(text)))


def _is_sign_or_name(word: str) -> bool:
    return len(word) <= _LONGEST_SIGN or sum(map(str.isupper, word)) > 1


def _words(site: Site) -> Iterator[Words]:
    """Every text by language that pages show, with what holds it and its key."""
    yield from _words_of_settings(site.settings)
    yield from of_each(_words_of_source, site.sources)
    yield from _words_of_data(site)
    yield from _words_of_rules_and_charts(site)
    yield from of_each(_words_of_release, site.releases)
    yield from words_of_withdrawals(site)
    yield from of_each(_words_of_term, site.glossary)


def _words_of_release(release: Release) -> Iterator[Words]:
    return located_texts(release, note=release.note)


def _words_of_term(term: Term) -> Iterator[Words]:
    yield from located_texts(term, term=term.term, definition=term.definition)
    yield from located_texts(term, standard=term.standard, constants=term.constants)


def _words_of_settings(settings: Settings) -> Iterator[Words]:
    yield from located_texts(settings, title=settings.title, licence=settings.licence)
    yield from located_texts(settings, contact=settings.contact)


def _words_of_source(source: Source) -> Iterator[Words]:
    """The texts of a source; what one in another language calls itself and its newspaper is as
    printed.
    """
    yield from located_texts(source, note=source.note, without_figures=source.without_figures)
    yield from located_texts(source, publication_known_from=source.publication_known_from)
    yield from _translated_titles(source)
    if source.language == ARTICLE_LANGUAGE:
        yield from located_texts(source, publication=source.publication, producer=source.producer)


def _translated_titles(source: Source) -> Iterator[Words]:
    for code, title in source.title_translated.items():
        if code != source.language:
            yield source, "title_translated", {code: title}


def _words_of_data(site: Site) -> Iterator[Words]:
    """The texts of areas, units, datasets, indicators and observations."""
    yield from of_each(_words_of_area, site.areas)
    for unit in site.units.values():
        yield unit, "", {code: label.other for code, label in unit.label.items()}
    yield from of_each(words_of_dataset, site.datasets)
    yield from of_each(words_of_indicator, site.indicators)
    yield from of_each(_words_of_figure, site.observations)


def _words_of_area(area: Area) -> Iterator[Words]:
    return located_texts(area, title=area.title)


def _words_of_figure(observation: Observation) -> Iterator[Words]:
    """The texts of an observation and of its history."""
    yield from located_texts(observation, note=observation.note, preferred=observation.preferred)
    yield from located_texts(observation, producer=observation.producer)
    for revision in observation.revisions:
        yield revision, "reason", revision.reason


def _words_of_rules_and_charts(site: Site) -> Iterator[Words]:
    yield from of_each(_words_of_rule, site.rules)
    for chart in site.charts.values():
        yield from located_texts(chart, title=chart.title, finding=chart.finding)
        yield from located_texts(chart, note=chart.note, hundred=chart.hundred)
        yield from ((chart, "", label) for label in chart.labels.values())


def _words_of_rule(rule: Rule) -> Iterator[Words]:
    return located_texts(rule, says=rule.says, across=rule.across, constants=rule.constants)
