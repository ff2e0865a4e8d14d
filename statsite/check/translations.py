"""A text is in the language it stands for: what was never translated, or is in the other language's
place, is a warning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from statsite.check.prose import documents, in_body
from statsite.model import LocalisedText, Located, Site, location_of
from statsite.problems import Location, Problem, Severity, line_and_column
from statsite.prose import CHART_LINE, blank, blanked

_HAN = re.compile(r"[〇\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003134f]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")

#: Chinese that an English text may give: what a thing is called, in brackets or quotes, and
#: characters of code.
_GIVEN = re.compile(r"`[^`\n]*`|[(（\[“\"‘《「][^()（）\[\]“”\"‘’《》「」\n]*[)）\]”\"’》」]")

#: Chinese in a page's English text that is more than a word which the text is about (余, 多,
#: 东西部).
_HAN_PHRASE = re.compile(rf"{_HAN.pattern[:-1]}{{5,}}")

#: Lines of a page that are not prose: places of charts, and code.
_NO_PROSE = re.compile(rf"{CHART_LINE.pattern}|^(?: {{4}}|\t).*$", re.MULTILINE)

#: Words of these lengths, of capitals or with a digit or sign beside them, are signs and names in
#: every language: km, COVID, pH, CC BY 4.0.
_LONGEST_SIGN = 3
_HINT = "translate it"


def texts_are_in_their_languages(site: Site) -> Iterator[Problem]:
    """``translation-same``: English that is the Chinese; ``translation-mixed``: English with
    Chinese in it; ``translation-foreign``: Chinese without any Chinese.
    """
    for thing, key, words in _words(site):
        yield from _map_problems(
            words, {language: location_of(thing, f"{key}.{language}") for language in words}
        )
    for prose in (*site.topics.values(), *site.pages.values()):
        written = prose.documents
        yield from _map_problems(
            {k: d.title for k, d in written.items()},
            {k: d.title_location for k, d in written.items()},
        )
        yield from _map_problems(
            {k: d.standfirst for k, d in written.items()},
            {k: d.standfirst_location for k, d in written.items()},
        )
    for language, document in documents(site):
        text = blanked(_NO_PROSE.sub(lambda found: blank(found[0]), document.body))
        if language == "zh" and _is_foreign(text):
            yield _problem(
                "translation-foreign",
                "this page in Chinese holds no Chinese",
                in_body(document, 1, 1),
            )
        elif language == "en" and (found := _HAN_PHRASE.search(_without_given(text))):
            yield _problem(
                "translation-mixed",
                f"「{found[0]}」 appears in the English text",
                in_body(document, *line_and_column(text, found.start())),
            )


def _map_problems(words: LocalisedText, where: Mapping[str, Location]) -> Iterator[Problem]:
    chinese, english = words.get("zh"), words.get("en")
    if english and english == chinese and (_HAN.search(english) or not _is_sign(english)):
        yield _problem("translation-same", "the English is the same as the Chinese", where["en"])
        return
    if english and (found := _HAN.search(_without_given(english))):
        yield _problem(
            "translation-mixed", f"「{found[0]}」 appears in the English text", where["en"]
        )
    if chinese and _is_foreign(chinese):
        yield _problem("translation-foreign", "the Chinese text holds no Chinese", where["zh"])


def _problem(check: str, message: str, location: Location) -> Problem:
    return Problem(check, message, location, _HINT, Severity.WARNING)


def _without_given(text: str) -> str:
    return _GIVEN.sub(lambda found: " " * len(found[0]), text)


def _is_foreign(text: str) -> bool:
    return not _HAN.search(text) and not _is_sign(text)


def _is_sign(text: str) -> bool:
    """Whether all words of a text are signs and names that no language translates."""
    return all(
        len(word) <= _LONGEST_SIGN or sum(c.isupper() for c in word) > 1
        for word in _WORD.findall(text)
    )


def _words(site: Site) -> Iterator[tuple[Located, str, LocalisedText]]:
    """Every text by language that pages show, with what holds it and its key.

    What a source calls itself and its newspaper is as printed.
    """
    settings = site.settings
    yield from (
        (settings, key, words)
        for key, words in (
            ("title", settings.title),
            ("licence", settings.licence),
            ("contact", settings.contact),
        )
    )
    yield from ((area, "title", area.title) for area in site.areas.values())
    yield from (
        (unit, "", {code: label.other for code, label in unit.label.items()})
        for unit in site.units.values()
    )
    for source in site.sources.values():
        yield from (
            (source, key, words)
            for key, words in (("note", source.note), ("without_figures", source.without_figures))
        )
        yield source, "publication_known_from", source.publication_known_from
        yield from (
            (source, "title_translated", {k: v})
            for k, v in source.title_translated.items()
            if k == "en" and source.language != "en"
        )
        if source.language == "zh":
            yield from (
                (source, key, words)
                for key, words in (
                    ("publication", source.publication),
                    ("producer", source.producer),
                )
            )
    for dataset in site.datasets.values():
        yield from (
            (dataset, "title", dataset.title),
            (dataset, "description", dataset.description),
        )
    for indicator in site.indicators.values():
        yield from (
            (indicator, "title", indicator.title),
            (indicator, "definition", indicator.definition),
        )
    for observation in site.observations.values():
        yield from (
            (observation, "note", observation.note),
            (observation, "preferred", observation.preferred),
        )
        yield from ((revision, "reason", revision.reason) for revision in observation.revisions)
    for rule in site.rules.values():
        yield from (
            (rule, "says", rule.says),
            (rule, "across", rule.across),
            (rule, "constants", rule.constants),
        )
    for chart in site.charts.values():
        yield from (
            (chart, "title", chart.title),
            (chart, "finding", chart.finding),
            (chart, "note", chart.note),
        )
        yield (chart, "hundred", chart.hundred)
        yield from ((chart, "", label) for label in chart.labels.values())
    yield from ((release, "note", release.note) for release in site.releases.values())
    yield from (
        (thing, "withdrawn.because", withdrawal.because) for thing, withdrawal in site.withdrawn
    )
    for term in site.glossary.values():
        yield from (
            (term, "term", term.term),
            (term, "definition", term.definition),
            (term, "standard", term.standard),
        )
