"""Changes made to a figure on purpose, one at a time: the errors of somebody who transcribes it, by
kind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from random import Random
from typing import Literal

from msgspec import Struct

from statsite.grammar.qualifiers import NEGATIONS, PARTICLES, QUALIFIERS_AFTER, QUALIFIERS_BEFORE
from statsite.model import Observation, Site, Status
from statsite.periods import Moment, TimePeriod
from statsite.values import replace

_DIGIT = re.compile(r"[0-9]")
_CHINESE_DIGITS = "一二三四五六七八九"
_MORE = ("有余", "余", "多")
_NUMBER = re.compile(
    r"[0-9〇零一二两三四五六七八九十百千万亿半][0-9.,/〇零一二两三四五六七八九十百千万亿半点]*"
)
_SCALE = re.compile(r"[十百千万亿]+$")
_THOUSANDS = 3


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=len, reverse=True))


_BEFORE = _longest_first(QUALIFIERS_BEFORE)
_AFTER = _longest_first((*QUALIFIERS_AFTER, *_MORE))
_QUALIFIERS = _longest_first((*_BEFORE, *_AFTER))
#: Qualifiers that are another one turned round, such as 不超过, and that other one.
_TURNED = {
    word: word[at:]
    for word, says in QUALIFIERS_BEFORE.items()
    for at in range(1, len(word))
    if QUALIFIERS_BEFORE.get(word[at:], says) is not says
}


@cache
def _with_particle() -> re.Pattern[str]:
    """What finds a qualifier with a particle at the beginning; only an audit asks for it."""
    particles = "|".join(map(re.escape, _longest_first(PARTICLES)))
    return re.compile(f"^(?:{'|'.join(map(re.escape, _BEFORE))})(?:{particles})")


class TranscribedFigure(Struct, frozen=True):
    """What an observation says that a mutation could change."""

    printed: str
    period: TimePeriod | None
    area: str
    status: Status
    source: str
    near: str | None = None


class Mutation(Struct, frozen=True):
    """One mutation: its kind, and the figure after it."""

    kind: str
    figure: TranscribedFigure


Mutate = Callable[[str, Random], str | None]


def figure_of(observation: Observation) -> TranscribedFigure:
    """What ``observation`` says; it has a printed form."""
    return TranscribedFigure(
        observation.printing.printed or "",
        observation.period,
        observation.area,
        observation.status,
        observation.source,
        observation.printing.near,
    )


def _replaced(printed: str, span: tuple[int, int], text: str) -> str:
    """``printed`` with ``text`` in place of a stretch of it."""
    start, end = span
    return printed[:start] + text + printed[end:]


def digit_changed(printed: str, chance: Random) -> str | None:
    """One digit, Arabic or Chinese, for another."""
    places = [
        i
        for i, character in enumerate(printed)
        if character in "0123456789" or character in _CHINESE_DIGITS
    ]
    if not places:
        return None
    at = chance.choice(places)
    digits = _CHINESE_DIGITS if printed[at] in _CHINESE_DIGITS else "0123456789"
    other = chance.choice([digit for digit in digits if digit != printed[at]])
    return _replaced(printed, (at, at + 1), other)


def digits_swapped(printed: str, chance: Random) -> str | None:
    """Two neighbouring digits, the point between them aside, in the wrong order."""
    pairs = [m for m in re.finditer(r"(?=([0-9])([.]?)([0-9]))", printed) if m[1] != m[3]]
    if not pairs:
        return None
    pair = chance.choice(pairs)
    swapped = pair[3] + pair[2] + pair[1]
    return _replaced(printed, (pair.start(), pair.start() + len(swapped)), swapped)


def digit_dropped(printed: str, chance: Random) -> str | None:
    """One of several digits left out."""
    places = _digits(printed)
    if len(places) < 2:  # noqa: PLR2004 - without its one digit there is no figure
        return None
    at = chance.choice(places)
    return _replaced(printed, (at, at + 1), "")


def _digits(printed: str) -> list[int]:
    """The places of the digits."""
    return [found.start() for found in _DIGIT.finditer(printed)]


def digit_doubled(printed: str, chance: Random) -> str | None:
    """One digit typed twice."""
    places = _digits(printed)
    if not places:
        return None
    at = chance.choice(places)
    return printed[: at + 1] + printed[at:]


def scale_changed(printed: str, chance: Random) -> str | None:
    """One of 百, 千, 万 and 亿 for another; a scale where there was none, or none where there was
    one.
    """
    found = re.search(r"[万亿]", printed) or re.search(r"[百千]", printed)
    if found is None:
        return _scale_added(printed, chance)
    scales: str = "万亿" if found[0] in "万亿" else "百千万"
    other: str = chance.choice([*scales.replace(found[0], ""), ""])
    return _replaced(printed, found.span(), other)


def _scale_added(printed: str, chance: Random) -> str | None:
    number = re.search(r"[0-9.]+(?![0-9.%‰/])", printed)
    if number is None or "%" in printed:
        return None
    return _replaced(printed, (number.end(), number.end()), chance.choice("万亿"))


def point_moved(printed: str, chance: Random) -> str | None:
    """The decimal point one place to the left or right, or put into a whole number."""
    found = re.search(r"([0-9]+)(?:[.]([0-9]+))?", printed)
    if found is None:
        return None
    digits, place = found[1] + (found[2] or ""), len(found[1])
    places = [moved for moved in (place - 1, place + 1) if 0 < moved <= len(digits)]
    return _replaced(printed, found.span(), _pointed(digits, places, chance)) if places else None


def _pointed(digits: str, places: Sequence[int], chance: Random) -> str:
    """``digits`` with a point at one of ``places``; none behind the last."""
    at = chance.choice(places)
    return f"{digits[:at]}.{digits[at:]}".rstrip(".")


def qualifier_dropped(printed: str, chance: Random) -> str | None:
    """A qualifier left out, 余 and 多 too."""
    number = _NUMBER.search(printed)
    behind = number.end() if number else 0
    before = [word for word in _BEFORE if printed.startswith(word)][:1]
    after = [word for word in _AFTER if word in printed[behind:]][:1]
    words = [*before, *after]
    return _left_out(printed, chance.choice(words), before, behind) if words else None


def _left_out(printed: str, word: str, before: Sequence[str], behind: int) -> str:
    """``printed`` without ``word``, which is at its beginning if among ``before``, else from
    ``behind`` on.
    """
    at = 0 if word in before else printed.index(word, behind)
    return _replaced(printed, (at, at + len(word)), "")


def qualifier_added(printed: str, chance: Random) -> str | None:
    """A qualifier that the article does not print."""
    if any(word in printed for word in _QUALIFIERS):
        return None
    return _qualified(printed, chance)


def _qualified(printed: str, chance: Random) -> str:
    """A figure behind a qualifier or before one, as often the one as the other."""
    if chance.random() < 0.5:  # noqa: PLR2004
        return chance.choice(_BEFORE) + printed
    return printed + chance.choice(tuple(QUALIFIERS_AFTER))


def negation_dropped(printed: str, _chance: Random) -> str | None:
    """The word left out that turns a limit round: 超过 for 不超过, 不得超过 or 尚未超过."""
    for word in _longest_first((*NEGATIONS, *_TURNED)):
        if printed.startswith(word):
            return _TURNED.get(word, "") + printed.removeprefix(word)
    return None


def particle_dropped(printed: str, _chance: Random) -> str | None:
    """A qualifier left out together with the word between it and its number: 15% for 约占15%."""
    found = _with_particle().match(printed)
    return printed[found.end() :] if found else None


def tail_kept(printed: str, chance: Random) -> str | None:
    """The figure cut off after its number, with or without its scale, or gone on with by a scale,
    余 or a qualifier that is not printed there.
    """
    number = _NUMBER.search(printed)
    if number is None:
        return None
    inside = chance.choice(("余", "多", "万", "亿"))
    longer = [
        _replaced(printed, (number.end(), number.end()), inside),
        printed + chance.choice(tuple(QUALIFIERS_AFTER)),
    ]
    made = chance.choice([*_cut_off(printed, number), *longer])
    return made if made != printed else None


def _cut_off(printed: str, number: re.Match[str]) -> list[str]:
    """What is left of a figure where only a part from its beginning, or only one from its
    ``number`` on, is kept.
    """
    start, end = number.span()
    scale = _SCALE.search(number[0])
    bare = end - len(scale[0]) if scale else end
    more = next((word for word in _MORE if printed.startswith(word, end)), "")
    return [printed[:end], printed[:bare], number[0] + more, printed[start:]]


def group_cut(printed: str, chance: Random) -> str | None:
    """The first or the last group of a number's digits left out: 12 or 345 for 12,345, 12亿 for
    12亿零741万, 15 for 15624.
    """
    number = _NUMBER.search(printed)
    kept = _one_group_less(number[0], chance) if number else None
    return _replaced(printed, number.span(), kept) if number and kept is not None else None


def _one_group_less(number: str, chance: Random) -> str | None:
    """``number`` without its first or last group of digits; None where it has but one."""
    groups = re.findall(r"[^,万亿]+[,万亿]*", number)
    if len(groups) > 1:
        return chance.choice(["".join(groups[:-1]).rstrip(","), "".join(groups[1:]).lstrip("零〇")])
    return _three_digits_less(number, chance)


def _three_digits_less(number: str, chance: Random) -> str | None:
    """``number``, whose groups are not marked, without the last three of its first digits, or with
    these alone.
    """
    digits = re.match(r"[0-9]+", number)
    if digits is None or len(digits[0]) <= _THOUSANDS:
        return None
    kept = chance.choice([digits[0][:-_THOUSANDS], digits[0][-_THOUSANDS:]])
    return kept + number[digits.end() :]


def unit_changed(printed: str, _chance: Random) -> str | None:
    """% for 个百分点, or the other way round."""
    if "个百分点" in printed:
        return printed.replace("个百分点", "%")
    return printed.replace("%", "个百分点") if "%" in printed else None


#: Mutations of what is printed, by kind.
PRINTED_MUTATIONS: dict[str, Mutate] = {
    "digit-changed": digit_changed,
    "digits-swapped": digits_swapped,
    "digit-dropped": digit_dropped,
    "digit-doubled": digit_doubled,
    "scale-changed": scale_changed,
    "point-moved": point_moved,
    "qualifier-dropped": qualifier_dropped,
    "qualifier-added": qualifier_added,
    "negation-dropped": negation_dropped,
    "particle-dropped": particle_dropped,
    "tail-kept": tail_kept,
    "group-cut": group_cut,
    "unit-changed": unit_changed,
}

#: The printed words of another figure of the same article, with the word that singles them out.
NEIGHBOUR_NUMBER = "neighbour-number"

#: The kinds of mutations of what is printed.
PRINTED_KINDS = (*PRINTED_MUTATIONS, NEIGHBOUR_NUMBER)

#: Mutations beside a right number, by kind.
CONTEXT_MUTATIONS = (
    "wrong-year",
    "neighbour-year",
    "wrong-area",
    "neighbour-area",
    "wrong-status",
    "wrong-source",
)

#: How often each mutation is tried on a figure; one that finds nothing new is not counted.
_TRIES = 12

#: How many wrong areas and wrong sources a figure is given.
_OTHERS = 6

#: How many figures of its article lend a figure their printed words.
_LENDERS = 4


def mutations(
    figure: TranscribedFigure,
    site: Site,
    chance: Random,
    neighbours: Sequence[TranscribedFigure] = (),
) -> Iterator[Mutation]:
    """The mutations of one figure, none twice; ``neighbours`` are the other figures of its article,
    the nearest first.
    """
    yield from _of_printed(figure, chance)
    yield from _of_neighbours(figure, neighbours)
    yield from _of_period(figure, neighbours)
    yield from _of_area(figure, site, chance, neighbours)
    yield from _of_status(figure)
    yield from _of_source(figure, site, chance)


def _of_printed(figure: TranscribedFigure, chance: Random) -> Iterator[Mutation]:
    for kind, mutate in PRINTED_MUTATIONS.items():
        tried = {mutate(figure.printed, chance) for _ in range(_TRIES)}
        for printed in sorted(text for text in tried if text and text != figure.printed):
            yield Mutation(kind, replace(figure, printed=printed))


def _of_neighbours(
    figure: TranscribedFigure, neighbours: Sequence[TranscribedFigure]
) -> Iterator[Mutation]:
    lent = dict.fromkeys((other.printed, other.near) for other in neighbours if other.printed)
    for printed, near in [one for one in lent if one[0] != figure.printed][:_LENDERS]:
        yield Mutation(NEIGHBOUR_NUMBER, replace(figure, printed=printed, near=near))


def _of_period(
    figure: TranscribedFigure, neighbours: Sequence[TranscribedFigure]
) -> Iterator[Mutation]:
    for period in _other_years(figure.period):
        yield Mutation("wrong-year", replace(figure, period=period))
    periods = (other.period for other in neighbours if other.period)
    nearest = next((period for period in periods if period != figure.period), None)
    if nearest:
        yield Mutation("neighbour-year", replace(figure, period=nearest))


def _of_area(
    figure: TranscribedFigure, site: Site, chance: Random, neighbours: Sequence[TranscribedFigure]
) -> Iterator[Mutation]:
    for area in _others(figure.area, list(site.areas), chance):
        yield Mutation("wrong-area", replace(figure, area=area))
    nearest = next((other.area for other in neighbours if other.area != figure.area), None)
    if nearest is not None:
        yield Mutation("neighbour-area", replace(figure, area=nearest))


def _of_status(figure: TranscribedFigure) -> Iterator[Mutation]:
    for status in Status:
        if status not in {figure.status, Status.DERIVED}:
            yield Mutation("wrong-status", replace(figure, status=status))


def _of_source(figure: TranscribedFigure, site: Site, chance: Random) -> Iterator[Mutation]:
    for source in _others(figure.source, list(site.sources), chance):
        yield Mutation("wrong-source", replace(figure, source=source))


def _others(one: str, known: list[str], chance: Random) -> list[str]:
    rest = [name for name in known if name != one]
    return sorted(chance.sample(rest, min(_OTHERS, len(rest))))


def _other_years(period: TimePeriod | None) -> Iterator[TimePeriod]:
    """The period one and two years earlier and later; years where none was stated."""
    if period is None:
        yield from (TimePeriod(Moment(year), Moment(year)) for year in (2022, 2023, 2024, 2025))
        return
    for step in (-2, -1, 1, 2):
        yield TimePeriod(
            *(
                end and replace(end, year=end.year + step, day=min(end.day, 28))
                for end in (period.start, period.end)
            )
        )


MutationTarget = Literal["printed", "context"]


def mutation_target(kind: str) -> MutationTarget:
    """Whether a kind of mutation changes what is printed or what is beside it."""
    return "context" if kind in CONTEXT_MUTATIONS else "printed"
