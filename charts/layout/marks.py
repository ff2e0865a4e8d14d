"""How a figure's qualifier and status look as a mark: fade, notch, wave, range, hollow
and dashed.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from charts.layout.scene import (
    RULE,
    Circle,
    Direction,
    Fade,
    Path,
    Point,
    Rectangle,
    Shape,
    Style,
    horizontal,
    vertical,
)
from charts.palette import Token
from charts.spec import Datum, DatumRelation, DatumStatus

#: The conventions in the order in which a page explains them.
CONVENTIONS: Final = (
    "open-above",
    "closed-above",
    "about",
    "range",
    "target",
    "estimate",
    "gap",
    "link",
)

#: Tones in turn; neighbours always differ, and a paper-coloured gap separates them.
TONES: Final[tuple[Token, ...]] = ("accent", "accent-2", "accent-3")

#: Length of a fade beyond the printed value, in CSS px.
FADE: Final = 28.0
_WAVE: Final = 3.0
_DOT_FADE: Final = 5.0
#: The least length of a bar that is not nothing, so that it is seen beside a zero.
THINNEST: Final = 1.0
_DASH: Final = (4.0, 3.0)
#: Steps in years beyond which two figures are joined by dots alone, and those dots.
_FAR: Final = 1.5
_DOTTED: Final = (2.0, 6.0)
#: The dashes of a line towards what is only intended.
INTENDED: Final = (9.0, 4.0)
_HOLLOW: Final = frozenset({DatumStatus.TARGET, DatumStatus.PLAN, DatumStatus.STANDARD})


class Ending(Enum):
    """How the mark of a figure ends."""

    PLAIN = "plain"
    FADE = "fade"
    NOTCH = "notch"
    WAVE = "wave"
    RANGE = "range"


def is_hollow(datum: Datum) -> bool:
    """Whether the figure is a target, plan or standard, which is never filled."""
    return datum.status in _HOLLOW


def conventions(data: Iterable[Datum]) -> tuple[str, ...]:
    """The conventions that the marks of ``data`` use, in their fixed order."""
    used = {name for datum in data for name in _conventions(datum)}
    return tuple(name for name in CONVENTIONS if name in used)


def _conventions(datum: Datum) -> Iterator[str]:
    match ending(datum):
        case Ending.FADE:
            yield "open-above"
        case Ending.NOTCH:
            yield "closed-above"
        case Ending.WAVE:
            yield "about"
        case Ending.RANGE:
            yield "range"
    if is_hollow(datum):
        yield "target"
    if datum.status is DatumStatus.ESTIMATE:
        yield "estimate"


def ending(datum: Datum) -> Ending:
    """How the mark ends; below zero a lower bound closes it and an upper one opens it."""
    below = (datum.value or 0.0) < 0
    match datum.relation:
        case DatumRelation.MORE | DatumRelation.AT_LEAST:
            return Ending.NOTCH if below else Ending.FADE
        case DatumRelation.LESS | DatumRelation.AT_MOST | DatumRelation.JUST_UNDER:
            return Ending.FADE if below else Ending.NOTCH
        case DatumRelation.ABOUT:
            return Ending.WAVE
        case DatumRelation.RANGE:
            return Ending.RANGE
        case DatumRelation.EQUAL:
            return Ending.PLAIN


def is_far(earlier: Datum, later: Datum) -> bool:
    """Whether years lie between two figures, of which nothing is known."""
    return (later.time or 0.0) - (earlier.time or 0.0) > _FAR


def joint(earlier: Datum, later: Datum, thickness: float = 2.5) -> Style:
    """The line between two figures: dashed towards what is only intended, dotted over years of
    which nothing is known.
    """
    if is_hollow(earlier) or is_hollow(later):
        return Style(stroke="accent", thickness=thickness, dash=INTENDED, name="path")
    return (
        link("accent", thickness)
        if is_far(earlier, later)
        else Style(stroke="accent", thickness=thickness, name="path")
    )


def link(tone: Token, thickness: float = 2.5) -> Style:
    """Dots that join two figures and say nothing of the years between them."""
    return Style(stroke=tone, thickness=thickness, dash=_DOTTED, name="link")


def tail(datum: Datum) -> float:
    """Room the ending takes beyond the value, in CSS px."""
    if datum.relation is DatumRelation.RANGE:
        return FADE if datum.high is None else 0.0
    return {Ending.FADE: FADE, Ending.WAVE: _WAVE}.get(ending(datum), 0.0)


def ends(datum: Datum) -> tuple[float, float]:
    """From where to where a bar reaches on the value scale, zero included: the smaller
    end first.
    """
    if datum.relation is DatumRelation.RANGE:
        known = [bound for bound in (datum.low, datum.high) if bound is not None]
        return min(0.0, *known), max(0.0, *known)
    value = datum.value or 0.0
    return min(0.0, value), max(0.0, value)


@dataclass(frozen=True, slots=True)
class BarSpan:
    """Where a bar lies: from ``start`` (zero) to ``end`` along x, ``top`` and ``height`` along y;
    what its qualifier adds ends at ``most``.
    """

    start: float
    end: float
    top: float
    height: float
    most: float = math.inf

    @property
    def fade(self) -> float:
        """Length of a fade beyond its end."""
        return max(0.0, min(FADE, self.most - self.end))

    @property
    def sign(self) -> int:
        """1 for a bar to the right of its start, -1 to the left."""
        return 1 if self.end >= self.start else -1

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.top + self.height


def style_of(datum: Datum, tone: Token = "accent") -> Style:
    """Filled for what was counted, pale with a full outline for an estimate, hollow and dashed for
    what is only intended.
    """
    if is_hollow(datum):
        return Style(fill="paper", stroke=tone, thickness=1.5, dash=_DASH, name="mark hollow")
    if datum.status is DatumStatus.ESTIMATE:
        return Style(fill=tone, stroke=tone, thickness=1.5, opacity=0.28, name="mark estimate")
    return Style(fill=tone)


def bar(datum: Datum, span: BarSpan, tone: Token = "accent") -> Iterator[Shape]:
    """The bar of a figure that has a value; its length is the value, what the qualifier adds is
    beyond or just before the end.

    Nothing has no bar.
    """
    style = style_of(datum, tone)
    if ending(datum) is Ending.FADE and style.stroke is not None:
        yield from _open_outline(datum, span, style)
    elif datum.value and ending(datum) is Ending.WAVE:
        yield _waved(datum, span, style)
    elif datum.value:
        yield _block(datum, span, style)
    yield from _beyond(datum, span, tone)


def range_bar(datum: Datum, low: BarSpan, high: BarSpan, tone: Token = "accent") -> Iterator[Shape]:
    """The bar of a range, from the end of ``low`` to the end of ``high``; an open side
    fades out.
    """
    start = low.end if datum.low is not None else low.start
    end = high.end if datum.high is not None else start
    nearest = max(min(low.start, max(start, end)), min(start, end))
    if nearest != low.start:
        yield horizontal(low.top + low.height / 2, low.start, nearest, RULE)
    if datum.low or datum.high:
        yield _block(datum, BarSpan(start, end, low.top, low.height), style_of(datum, tone))
    if datum.high is None:
        yield _fade(datum, replace(low, end=start), tone)


def _block(datum: Datum, span: BarSpan, style: Style) -> Rectangle:
    inset = style.thickness / 2
    long = max(abs(span.end - span.start) - 2 * inset, THINNEST)
    left = span.start + inset if span.sign > 0 else span.start - inset - long
    return Rectangle(left, span.top + inset, long, span.height - 2 * inset, style, datum.id)


def _beyond(datum: Datum, span: BarSpan, tone: Token) -> Iterator[Shape]:
    if ending(datum) is Ending.FADE and not is_hollow(datum):
        yield _fade(datum, span, tone)
    if ending(datum) is Ending.NOTCH:
        back = min(6.0, abs(span.end - span.start) / 2)
        colour = tone if is_hollow(datum) else "paper"
        yield vertical(
            span.end - span.sign * back,
            span.top,
            span.bottom,
            Style(stroke=colour, thickness=2.0, name="notch"),
            datum.id,
        )


def _fade(datum: Datum, span: BarSpan, tone: Token) -> Rectangle:
    # half a px of overlap, or the seam shows where the two edges are smoothed
    seam = min(0.5, abs(span.end - span.start))
    towards, left = (
        (Direction.RIGHT, span.end - seam)
        if span.sign > 0
        else (Direction.LEFT, span.end - span.fade)
    )
    return Rectangle(
        left,
        span.top,
        span.fade + seam,
        span.height,
        Style(fill=Fade(tone, towards), name="fade"),
        datum.id,
    )


def _waved(datum: Datum, span: BarSpan, style: Style) -> Path:
    inset = style.thickness / 2
    edge = wave(
        span.end, span.top + inset, span.bottom - inset, min(_WAVE, abs(span.end - span.start))
    )
    start = span.start + span.sign * inset
    return Path(
        ((start, span.top + inset), *edge, (start, span.bottom - inset)),
        style,
        datum.id,
        closed=True,
    )


def wave(
    x: float, top: float, bottom: float, depth: float = _WAVE, times: int = 1
) -> tuple[Point, ...]:
    """A line downwards that swings ``times`` to the right and left and keeps to ``x``
    on average.
    """
    steps = 24 if times == 1 else 12 * times
    return tuple(
        (
            x + depth * math.sin(2 * math.pi * times * step / steps),
            top + (bottom - top) * step / steps,
        )
        for step in range(steps + 1)
    )


def _open_outline(datum: Datum, span: BarSpan, style: Style) -> Iterator[Shape]:
    end = span.end + span.sign * span.fade
    for share, strength in ((1 / 3, 1.0), (2 / 3, 0.6), (1.0, 0.3)):
        reach = span.end + (end - span.end) * share
        begin = span.start if share < 0.5 else span.end + (end - span.end) * (share - 1 / 3)  # noqa: PLR2004 - the first third begins at zero
        yield from _rails(datum, BarSpan(begin, reach, span.top, span.height), style, strength)
    yield vertical(
        span.start, span.top, span.bottom, replace(style, fill=None, opacity=1.0), datum.id
    )


def _rails(datum: Datum, span: BarSpan, style: Style, strength: float) -> Iterator[Shape]:
    line = replace(style, fill=None, opacity=strength)
    inset = style.thickness / 2
    for y in (span.top + inset, span.bottom - inset):
        yield Path(((span.start, y), (span.end, y)), line, datum.id)


def dot(  # noqa: PLR0913 - a figure, its place and its style are one thought at every call
    datum: Datum,
    x: float,
    y: float,
    *,
    radius: float = 6.0,
    tone: Token = "accent",
    upright: bool = False,
) -> Iterator[Shape]:
    """A point figure.

    "About" is a wave in it; what opens or closes a bound is to its right, or ``upright`` on the
    side away from zero.
    """
    yield Circle(x, y, radius, _dot_style(datum, tone, radius), datum.id)
    match ending(datum):
        case Ending.FADE:
            yield from _dot_fade(datum, x, y, radius, tone, upright=upright)
        case Ending.NOTCH if upright:
            at = y + away(datum) * (radius + 3)
            yield horizontal(
                at,
                x - radius - 1,
                x + radius + 1,
                Style(stroke=tone, thickness=2.0, name="notch"),
                datum.id,
            )
        case Ending.NOTCH:
            yield vertical(
                x + radius + 3,
                y - radius - 1,
                y + radius + 1,
                Style(stroke=tone, thickness=2.0, name="notch"),
                datum.id,
            )
        case Ending.WAVE:
            colour = "paper" if _dot_style(datum, tone, radius).fill == tone else tone
            yield Path(
                _tilde(x, y, radius),
                Style(stroke=colour, thickness=radius / 4, name="wave"),
                datum.id,
            )


def away(datum: Datum) -> int:
    """Which way along y a dot lies from zero: -1 upwards, 1 downwards."""
    return 1 if (datum.value or 0.0) < 0 else -1


def _dot_fade(  # noqa: PLR0913 - as dot
    datum: Datum, x: float, y: float, radius: float, tone: Token, *, upright: bool
) -> Iterator[Shape]:
    long, half = dot_tail(datum), _DOT_FADE / 2
    if not upright:
        yield Rectangle(
            x + radius,
            y - half,
            long,
            _DOT_FADE,
            Style(fill=Fade(tone, Direction.RIGHT), name="fade"),
            datum.id,
        )
    elif away(datum) < 0:
        yield Rectangle(
            x - half,
            y - radius - long,
            _DOT_FADE,
            long,
            Style(fill=Fade(tone, Direction.UP), name="fade"),
            datum.id,
        )
    else:
        yield Rectangle(
            x - half,
            y + radius,
            _DOT_FADE,
            long,
            Style(fill=Fade(tone, Direction.DOWN), name="fade"),
            datum.id,
        )


def _tilde(x: float, y: float, radius: float) -> tuple[Point, ...]:
    steps = 16
    shares = (2 * step / steps - 1 for step in range(steps + 1))
    return tuple(
        (x + 0.52 * radius * share, y + 0.22 * radius * math.sin(math.pi * share))
        for share in shares
    )


def dot_tail(datum: Datum) -> float:
    """Room a dot's qualifier takes beyond its edge, in CSS px."""
    return {Ending.FADE: 18.0, Ending.NOTCH: 5.0}.get(ending(datum), 0.0)


def _dot_style(datum: Datum, tone: Token, radius: float) -> Style:
    if is_hollow(datum):
        eighth = 2 * math.pi * radius / 8
        return Style(
            fill="paper",
            stroke=tone,
            thickness=2.0,
            dash=(0.66 * eighth, 0.34 * eighth),
            name="mark hollow",
        )
    if datum.status is DatumStatus.ESTIMATE:
        return Style(fill="paper", stroke=tone, thickness=2.0, name="mark estimate")
    return Style(fill=tone)
