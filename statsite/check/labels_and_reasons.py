"""Words of units and reasons that would let a figure say more than its article, or less."""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.extract.measure_words import MEASURE_WORDS
from statsite.grammar import ARTICLE_LANGUAGE
from statsite.grammar.lexicon import SCALES
from statsite.grammar.qualifiers import QUALIFIERS_AFTER, QUALIFIERS_BEFORE
from statsite.grammar.spoken_bounds import is_spoken_bound
from statsite.model import Site, Unit, location_of
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


def unit_words_qualify_nothing(site: Site) -> Iterator[Problem]:
    """``unit-word-qualifies``: a unit word that would swallow a qualifier; ``unit-label-scaled``: a
    label in 万 or 亿 of what is counted in ones.
    """
    for unit in site.units.values():
        for word in unit.words:
            swallowed = _swallowed(word)
            if swallowed:
                yield _qualifies(unit, word, swallowed)
        if _is_scaled(unit):
            yield _scaled_label(unit)


def _swallowed(word: str) -> str:
    """The qualifier that ``word`` begins or ends with, or what bounds the unit with which it begins
    (%冒头); empty where there is neither.
    """
    found = (one for one in _QUALIFYING if word.startswith(one) or word.endswith(one))
    return next(found, "") or _bound_behind_a_unit(word)


def _bound_behind_a_unit(word: str) -> str:
    rests = (word[at:] for at in range(1, len(word) - 1) if word[:at] in _UNITS)
    return next(filter(is_spoken_bound, rests), "")


def _qualifies(unit: Unit, word: str, swallowed: str) -> Problem:
    message = (
        f"the word `{word}` of `{unit.id}` holds `{swallowed}`, which says "
        "how the number relates to the true one"
    )
    hint = "leave it out: `printed` carries it"
    return Problem("unit-word-qualifies", message, location_of(unit, "words"), hint)


def _scaled_label(unit: Unit) -> Problem:
    message = (
        f"the label of `{unit.id}` counts in `{unit.label[ARTICLE_LANGUAGE].other[0]}`,"
        " and its words do not"
    )
    hint = "label the unit that one stands for; `printed` carries 万 and 亿"
    return Problem("unit-label-scaled", message, location_of(unit, ARTICLE_LANGUAGE), hint)


def _is_scaled(unit: Unit) -> bool:
    label = unit.label.get(ARTICLE_LANGUAGE)
    rest = label.other.lstrip(SCALES) if label else ""
    return bool(label) and rest != (label.other if label else "") and rest in unit.words


def reasons_say_something(site: Site) -> Iterator[Problem]:
    """``reason-empty``: a ``because`` or ``context`` of less than a word in some language."""
    for observation in site.observations.values():
        for name, reason in (("because", observation.because), ("context", observation.context)):
            if any(len(_LETTER.findall(text)) < _SHORTEST_REASON for text in reason.values()):
                message = f"`{name}` of `{observation.id}` gives no reason"
                yield Problem(
                    "reason-empty",
                    message,
                    location_of(observation, name),
                    "say in a few words why, for a reader of the figure's page",
                )
