"""How a figure's qualifier and status look as a mark: fade, notch, wave, range, hollow
and dashed.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Final

from msgspec import Struct

from charts.layout.scene import (
    RULE,
    Circle,
    Edge,
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
from charts.spec import CONVENTIONS, Datum, DatumRelation, DatumStatus
from charts.values import replace

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
        case DatumRelation.EQUAL:  # most are, and a chart asks for each a hundred times
            return Ending.PLAIN
        case DatumRelation.MORE | DatumRelation.AT_LEAST:
            return Ending.NOTCH if below else Ending.FADE
        case DatumRelation.LESS | DatumRelation.AT_MOST | DatumRelation.JUST_UNDER:
            return Ending.FADE if below else Ending.NOTCH
        case DatumRelation.ABOUT:
            return Ending.WAVE
        case DatumRelation.RANGE:
            return Ending.RANGE


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


#: Room that some endings take beyond the value.
_TAILS: Final = {Ending.FADE: FADE, Ending.WAVE: _WAVE}


def tail(datum: Datum) -> float:
    """Room the ending takes beyond the value, in CSS px."""
    if datum.relation is DatumRelation.RANGE:
        return FADE if datum.high is None else 0.0
    return _TAILS.get(ending(datum), 0.0)


def ends(datum: Datum) -> tuple[float, float]:
    """From where to where a bar reaches on the value scale, zero included: the smaller
    end first.
    """
    if datum.relation is DatumRelation.RANGE:
        known = [bound for bound in (datum.low, datum.high) if bound is not None]
        return min(0.0, *known), max(0.0, *known)
    value = datum.value or 0.0
    return min(0.0, value), max(0.0, value)


class BarSpan(Struct, frozen=True):
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
    span = replace(low, start=start, end=end, most=math.inf)
    yield from _lead(low.start, span)
    if datum.low or datum.high:
        yield _block(datum, span, style_of(datum, tone))
    if datum.high is None:
        yield _fade(datum, replace(low, end=start), tone)


def _lead(zero: float, span: BarSpan) -> Iterator[Path]:
    """From zero to the nearer end of a range that it is not in."""
    left, right = sorted((span.start, span.end))
    nearest = max(min(zero, right), left)
    if nearest != zero:
        yield horizontal(span.top + span.height / 2, zero, nearest, RULE)


def _block(datum: Datum, span: BarSpan, style: Style) -> Rectangle:
    inset = style.thickness / 2
    long = max(abs(span.end - span.start) - 2 * inset, THINNEST)
    left = span.start + inset if span.sign > 0 else span.start - inset - long
    return Rectangle(left, span.top + inset, long, span.height - 2 * inset, style, datum.id)


def _beyond(datum: Datum, span: BarSpan, tone: Token) -> Iterator[Shape]:
    if ending(datum) is Ending.FADE and not is_hollow(datum):
        yield _fade(datum, span, tone)
    if ending(datum) is Ending.NOTCH:
        yield _notch(datum, span, tone if is_hollow(datum) else "paper")


def _notch(datum: Datum, span: BarSpan, colour: Token) -> Path:
    """A line across a bar, just before its end."""
    back = min(6.0, abs(span.end - span.start) / 2)
    style = Style(stroke=colour, thickness=2.0, name="notch")
    return vertical(span.end - span.sign * back, span.top, span.bottom, style, datum.id)


def _fade(datum: Datum, span: BarSpan, tone: Token) -> Rectangle:
    # half a px of overlap, or the seam shows where the two edges are smoothed
    seam = min(0.5, abs(span.end - span.start))
    towards, left = Edge.LEFT, span.end - span.fade
    if span.sign > 0:
        towards, left = Edge.RIGHT, span.end - seam
    style = Style(fill=Fade(tone, towards), name="fade")
    return Rectangle(left, span.top, span.fade + seam, span.height, style, datum.id)


def _waved(datum: Datum, span: BarSpan, style: Style) -> Path:
    inset = style.thickness / 2
    top, bottom = span.top + inset, span.bottom - inset
    edge = wave(span.end, top, bottom, min(_WAVE, abs(span.end - span.start)))
    start = span.start + span.sign * inset
    return Path(((start, top), *edge, (start, bottom)), style, datum.id, closed=True)


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
    """An outline whose far side is open: filled and full to the end, then weaker in two steps."""
    fade = span.sign * span.fade
    inside = Style(fill=style.fill, opacity=style.opacity, name="inside")
    yield Rectangle(
        min(span.start, span.end),
        span.top,
        abs(span.end - span.start),
        span.height,
        inside,
        datum.id,
    )
    full, weaker, weakest = (span.end + fade * share for share in (1 / 3, 2 / 3, 1))
    edge = replace(style, fill=None, opacity=1.0)
    yield vertical(span.start, span.top, span.bottom, edge, datum.id)
    yield from _rails(datum, replace(span, end=full), style, 1.0)
    yield from _rails(datum, replace(span, start=full, end=weaker), style, 0.6)
    yield from _rails(datum, replace(span, start=weaker, end=weakest), style, 0.3)


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
    yield from _Dot(datum, x, y, radius, tone, _dot_direction(datum, upright=upright)).shapes()


def _dot_direction(datum: Datum, *, upright: bool) -> Edge:
    """Where what opens or closes a bound is."""
    if not upright:
        return Edge.RIGHT
    return Edge.UP if away(datum) < 0 else Edge.DOWN


class _Dot(Struct, frozen=True):
    """The dot of a figure, whose qualifier is ``towards`` one side."""

    datum: Datum
    x: float
    y: float
    radius: float
    tone: Token
    towards: Edge

    def shapes(self) -> Iterator[Shape]:
        """The dot, and what its qualifier adds."""
        yield Circle(self.x, self.y, self.radius, self._style(), self.datum.id)
        match ending(self.datum):
            case Ending.FADE:
                yield self._fade()
            case Ending.NOTCH:
                yield self._notch()
            case Ending.WAVE:
                yield self._wave()

    def _style(self) -> Style:
        if is_hollow(self.datum):
            eighth = 2 * math.pi * self.radius / 8
            dash = (0.66 * eighth, 0.34 * eighth)
            return Style(
                fill="paper", stroke=self.tone, thickness=2.0, dash=dash, name="mark hollow"
            )
        if self.datum.status is DatumStatus.ESTIMATE:
            return Style(fill="paper", stroke=self.tone, thickness=2.0, name="mark estimate")
        return Style(fill=self.tone)

    def _fade(self) -> Rectangle:
        long = dot_tail(self.datum)
        left, top = self._fade_corner(long)
        width, height = (_DOT_FADE, long) if self.towards.is_vertical else (long, _DOT_FADE)
        style = Style(fill=Fade(self.tone, self.towards), name="fade")
        return Rectangle(left, top, width, height, style, self.datum.id)

    def _fade_corner(self, long: float) -> Point:
        """Upper left corner of a fade that is ``long`` px long."""
        half = _DOT_FADE / 2
        match self.towards:
            case Edge.UP:
                return self.x - half, self.y - self.radius - long
            case Edge.DOWN:
                return self.x - half, self.y + self.radius
            case _:
                return self.x + self.radius, self.y - half

    def _notch(self) -> Path:
        """A line beside it, a little longer than it is wide."""
        style = Style(stroke=self.tone, thickness=2.0, name="notch")
        half, aside, figure = self.radius + 1, self.radius + 3, self.datum.id
        if self.towards.is_vertical:
            at = self.y + away(self.datum) * aside
            return horizontal(at, self.x - half, self.x + half, style, figure)
        return vertical(self.x + aside, self.y - half, self.y + half, style, figure)

    def _wave(self) -> Path:
        colour: Token = "paper" if self._style().fill == self.tone else self.tone
        style = Style(stroke=colour, thickness=self.radius / 4, name="wave")
        return Path(_tilde(self.x, self.y, self.radius), style, self.datum.id)


def _tilde(x: float, y: float, radius: float) -> tuple[Point, ...]:
    steps = 16
    shares = (2 * step / steps - 1 for step in range(steps + 1))
    return tuple(
        (x + 0.52 * radius * share, y + 0.22 * radius * math.sin(math.pi * share))
        for share in shares
    )


def away(datum: Datum) -> int:
    """Which way along y a dot lies from zero: -1 upwards, 1 downwards."""
    return 1 if (datum.value or 0.0) < 0 else -1


def upright_tail(datum: Datum, side: int) -> float:
    """Room the qualifier of an upright dot takes beyond its edge on one side, -1 above and 1
    below.
    """
    return dot_tail(datum) if away(datum) == side else 0.0


def dot_tail(datum: Datum) -> float:
    """Room a dot's qualifier takes beyond its edge, in CSS px."""
    return {Ending.FADE: 18.0, Ending.NOTCH: 5.0}.get(ending(datum), 0.0)
