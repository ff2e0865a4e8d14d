"""Words of units and reasons that would let a figure say more than its article, or less."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from statsite.check.text_locations import Words, located_texts
from statsite.extract.measure_words import MEASURE_WORDS
from statsite.grammar import ARTICLE_LANGUAGE
from statsite.grammar.lexicon import SCALES
from statsite.grammar.qualifiers import QUALIFIERS_AFTER, QUALIFIERS_BEFORE
from statsite.model import LocalisedText, Observation, Site, Unit, location_of
from statsite.passed_checks import PassedChecks
from statsite.problems import Problem

#: A reason has at least so many letters or characters.
_SHORTEST_REASON = 2
_UNITS = frozenset({"%", "‰", *MEASURE_WORDS})
_LETTER = re.compile(r"[^\W\d_]")
_QUALIFYING = tuple(
    word
    for word in (*QUALIFIERS_BEFORE, *QUALIFIERS_AFTER, "余", "多")
    if len(word) > 1 or word in "余多约超近"
)


def unit_words_qualify_nothing(site: Site, passed: PassedChecks) -> Iterator[Problem]:
    """``unit-word-qualifies``: a unit word that would swallow a qualifier; ``unit-label-scaled``: a
    label in 万 or 亿 of what is counted in ones.
    """
    for unit in site.units.values():
        told = "\0".join((_article_label(unit), *unit.words))
        yield from passed.of("unit_words_qualify_nothing", told, partial(_qualifying_words, unit))


def _qualifying_words(unit: Unit) -> Iterator[Problem]:
    yield from _words_that_qualify(unit)
    if _is_scaled(unit):
        yield _scaled_label(unit)


def _words_that_qualify(unit: Unit) -> Iterator[Problem]:
    for word in unit.words:
        if swallowed := _swallowed(word):
            yield _qualifies(unit, word, swallowed)


def _swallowed(word: str) -> str:
    """The qualifier that ``word`` begins or ends with, or what bounds the unit with which it begins
    (%冒头); empty where there is neither.
    """
    return next(_qualifiers_at_ends(word), "") or _bound_behind_a_unit(word)


def _qualifiers_at_ends(word: str) -> Iterator[str]:
    return (one for one in _QUALIFYING if word.startswith(one) or word.endswith(one))


def _bound_behind_a_unit(word: str) -> str:
    from statsite.grammar.spoken_bounds import is_spoken_bound  # noqa: PLC0415 - its patterns take long to compile, and few builds need them

    return next(filter(is_spoken_bound, _behind_units(word)), "")


def _behind_units(word: str) -> Iterator[str]:
    """What is left of a word behind each unit that it begins with."""
    return (word[at:] for at in range(1, len(word) - 1) if word[:at] in _UNITS)


def _qualifies(unit: Unit, word: str, swallowed: str) -> Problem:
    message = (
        f"the word `{word}` of `{unit.id}` holds `{swallowed}`, which says "
        "how the number relates to the true one"
    )
    hint = "leave it out: `printed` carries it"
    return Problem("unit-word-qualifies", message, location_of(unit, "words"), hint)


def _scaled_label(unit: Unit) -> Problem:
    counts_in = f"the label of `{unit.id}` counts in `{_article_label(unit)[0]}`"
    hint = "label the unit that one stands for; `printed` carries 万 and 亿"
    return Problem(
        "unit-label-scaled",
        f"{counts_in}, and its words do not",
        location_of(unit, ARTICLE_LANGUAGE),
        hint,
    )


def _is_scaled(unit: Unit) -> bool:
    label = _article_label(unit)
    counted = label.lstrip(SCALES)
    return counted != label and counted in unit.words


def _article_label(unit: Unit) -> str:
    """What a unit is called in the language of the articles; empty where it is not said."""
    label = unit.label.get(ARTICLE_LANGUAGE)
    return label.other if label else ""


def reasons_say_something(site: Site) -> Iterator[Problem]:
    """``reason-empty``: a ``because`` or ``context`` of less than a word in some language."""
    for observation in site.observations.values():
        for _, name, reason in _reasons(observation):
            if _is_empty(reason):
                yield _no_reason(observation, name)


def _reasons(observation: Observation) -> Iterator[Words]:
    return located_texts(observation, because=observation.because, context=observation.context)


def _is_empty(reason: LocalisedText) -> bool:
    """Whether a reason is less than a word in some language."""
    return any(len(_LETTER.findall(text)) < _SHORTEST_REASON for text in reason.values())


def _no_reason(observation: Observation, name: str) -> Problem:
    message = f"`{name}` of `{observation.id}` gives no reason"
    hint = "say in a few words why, for a reader of the figure's page"
    return Problem("reason-empty", message, location_of(observation, name), hint)
