"""The grammar of printed figures: what a Chinese newspaper prints, and the quantity it means
(docs/EDITING.md, `printed`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec import Struct

from statsite.grammar import failure_reasons
from statsite.grammar.amounts import (
    MULTIPLE_UNIT,
    TOTALS,
    Amount,
    AmountKind,
    UnitWords,
    range_ends,
    scan_amount,
    unit_words,
)
from statsite.grammar.change_levels import is_change_to_a_level
from statsite.grammar.fold_characters import FoldedText, fold_text
from statsite.grammar.numerals import Numeral, scan_numeral
from statsite.grammar.patterns import any_of
from statsite.grammar.pieces import Part, PartKind, Piece
from statsite.grammar.qualifiers import (
    BETWEEN,
    JOINER,
    NAMES_A_TIME,
    NEGATIONS,
    ONLY_BEHIND_PRICES,
    ONLY_BEHIND_SHARES,
    PASSED_BY_A_LITTLE,
    Qualifier,
    agreed,
    qualifier_after,
    qualifiers_before,
)
from statsite.quantity import Quantity, Relation, decimal_text, last_digit_of
from statsite.values import replace

__all__ = [
    "Part",
    "PartKind",
    "Reading",
    "ScannedFigure",
    "Stop",
    "Unreadable",
    "as_reading",
    "read_printed",
    "scan_figure",
    "write_printed",
    "written_parts",
]

_DIGIT_AND_POWER = re.compile(r"[一二两三四五六七八九]([十百千])")
_SINGLE_DIGITS = range(1, 10)
_WRITTEN_SCALES = ((10**4, "万"), (10**8, "亿"), (10**12, "万亿"))
_HEDGE = re.compile(rf"(?:一般情况下|一般|原则上|通常|总体上)(?={any_of(NEGATIONS)})")
#: Units that are at both ends of a range (GB/T 15835).
_SIGNS = frozenset({"%", "‰"})
#: The numbers of a list but the last: the first of them is group 1.
_LIST = re.compile(
    r"([1-9][0-9]*(?:\.[0-9]+)?"
    r"|0\.[0-9]+)(?:[、和与及](?:[0-9]+(?:\.[0-9]+)?)(?=[、和与及][0-9]))*[、和与及](?=[0-9])"
)
#: Two digits side by side may stand for one vague number: 三、四万 (3、4万).
_TWO_DIGITS = re.compile(r"[0-9][、和与及][0-9](?![0-9.、和与及])")
#: Units of differences between shares.
_POINTS = frozenset({"个百分点", "个千分点", "个基点"})
_MONEY = ("元", "块", "块钱")
_SAID_BEHIND_A_NUMBER = {"+": Relation.AT_LEAST, "来": Relation.ABOUT}
_WRITTEN_RELATIONS = {
    Relation.EQUAL: "",
    Relation.ABOUT: "约",
    Relation.JUST_UNDER: "近",
    Relation.MORE: "超过",
    Relation.AT_LEAST: "不少于",
    Relation.LESS: "不足",
    Relation.AT_MOST: "不超过",
}


class Reading(Struct, frozen=True):
    """A printed figure, understood: its quantity and its parts in the printed order.

    ``unit`` is the unit word that was printed, without 万 or 亿, or empty.
    """

    quantity: Quantity
    parts: tuple[Part, ...]
    unit: str


class Unreadable(Struct, frozen=True):
    """Why a text is not a printed figure, and the offset in it where reading stopped."""

    reason: str
    stopped_at: int


class ScannedFigure(Struct, frozen=True):
    """A figure found in a text: its quantity, its unit word or nothing, and where in
    ``FoldedText.plain`` its pieces are.

    ``is_relative`` says that it is a share or a multiple of something.
    """

    quantity: Quantity
    unit: str
    pieces: tuple[Piece, ...]
    is_relative: bool

    @property
    def end(self) -> int:
        """Where the text goes on."""
        return self.pieces[-1].end


class Stop(Struct, frozen=True):
    """Why no figure could be read, and where in ``FoldedText.plain`` reading stopped."""

    reason: str
    at: int


def read_printed(text: str, words: Sequence[str]) -> Reading | Unreadable:
    """Read ``text`` as one figure whose unit may be printed as one of ``words``, or not at all.

    White space is ignored, but does not join two digits. A reading's parts, joined, are the text
    without its white space, with full-width digits and per-cent signs as ASCII.
    """
    folded = fold_text(text)
    figure = scan_printed(folded.plain, unit_words(words))
    if isinstance(figure, ScannedFigure) and figure.end < len(folded.plain):
        figure = Stop(failure_reasons.reason_for_rest(folded.plain, figure.end), figure.end)
    if isinstance(figure, Stop):
        return Unreadable(figure.reason, folded.offsets[figure.at])
    return as_reading(figure, folded)


def as_reading(figure: ScannedFigure, folded: FoldedText) -> Reading:
    """``figure`` with the texts of its parts; ``folded`` is the text in which it was found."""
    parts = tuple(
        [Part(piece.kind, folded.shown[piece.start : piece.end]) for piece in figure.pieces]
    )
    return Reading(
        figure.quantity,
        parts,
        next((part.text for part in reversed(parts) if part.kind is PartKind.UNIT), ""),
    )


def write_printed(quantity: Quantity, unit_word: str) -> str:
    """``quantity`` as a Chinese newspaper would print it: ``31031万人``, ``超过8.5万对``,
    ``800～1200种``, ``37.8%～39.0%``.

    It reads back to the same quantity where a newspaper could print it so: ``precision`` is a power
    of ten, at most 万亿, that divides the numbers, which have at most 15 digits; the bounds are
    those that the relation gives (``>`` may have the upper bound of 余); a range ascends;
    ``unit_word`` is none that begins with a numeral other than 千, 百 or /. Elsewhere the text says
    no more than the quantity does: other bounds are left out, and a number without precision gets
    the decimals it needs, as in outputs.
    """
    return "".join(part.text for part in written_parts(quantity, unit_word))


def written_parts(quantity: Quantity, unit_word: str) -> tuple[Part, ...]:
    """The parts of what ``write_printed`` writes, as they are read in it."""
    told = _range_parts if quantity.relation is Relation.RANGE else _number_parts
    return tuple(Part(kind, text) for kind, text in told(quantity, unit_word) if text)


def _number_parts(quantity: Quantity, unit_word: str) -> Iterator[tuple[PartKind, str]]:
    """The parts of one number with its qualifier and unit; some may be empty."""
    number = _written_number(quantity.value, quantity.precision)
    if is_written_with_more(quantity):
        yield from number
        yield PartKind.QUALIFIER, "余"
    else:
        near_a_time = quantity.relation is Relation.JUST_UNDER and unit_word in NAMES_A_TIME
        yield PartKind.QUALIFIER, "接近" if near_a_time else _WRITTEN_RELATIONS[quantity.relation]
        yield from number
    yield PartKind.UNIT, unit_word


def _range_parts(quantity: Quantity, unit_word: str) -> Iterator[tuple[PartKind, str]]:
    """The same of two numbers, with what joins them."""
    first, last = quantity.last_digits or (quantity.precision, quantity.precision)
    yield from _written_number(quantity.low, first)
    yield PartKind.UNIT, unit_word if unit_word in _SIGNS else ""
    yield PartKind.JOINER, "～"
    yield from _written_number(quantity.high, last)
    yield PartKind.UNIT, unit_word


def scan_printed(plain: str, units: UnitWords) -> ScannedFigure | Stop:
    """The figure with which ``plain`` begins, or that a word for a whole says (全覆盖); a word that
    softens a ban may be first (一般不应超过5克).

    Of a list whose scale is written once, at its end, it is the first number: 182.6亿 of
    182.6、95.3和252.2亿元.

    In an article such a word is no part that a figure would lack, and 全部 mostly no figure, so
    ``scan_figure`` reads neither.
    """
    if plain in TOTALS:
        return _total(plain, units)
    if listed := _first_of_list(plain, units):
        return listed
    hedge = _HEDGE.match(plain)
    figure = scan_figure(plain, hedge.end() if hedge else 0, units)
    if hedge is None or isinstance(figure, Stop):
        return figure
    return replace(figure, pieces=(Piece(PartKind.QUALIFIER, *hedge.span()), *figure.pieces))


def _first_of_list(plain: str, units: UnitWords) -> ScannedFigure | None:
    """The first number of a list that ``plain`` is, with the scale and the unit at its end; None
    where it is no such list.
    """
    found = _LIST.match(plain)
    if found is None or _TWO_DIGITS.match(plain):
        return None
    first, last = scan_numeral(plain, 0, found.end(1)), _amount(plain, found.end(), units)
    if first is None or isinstance(last, Stop) or last.end < len(plain):
        return None
    scale = _scale_of_list(last)
    return _served_by_list(first, last, scale, found.end(1)) if scale else None


def _served_by_list(first: Numeral, last: Amount, scale: int, others: int) -> ScannedFigure:
    """The first number of a list, served by the scale and the unit of the last; the other numbers
    begin at ``others``.
    """
    number, *behind = last.pieces
    pieces = (*first.pieces, Piece(PartKind.LIST, others, number.end), *behind)
    amount = Amount(first.served_by(scale), AmountKind.THINGS, Fraction(1), pieces, last.unit)
    return _scanned(amount, Relation.EQUAL, pieces)


def _scale_of_list(last: Amount) -> int:
    """The scale of the last number of a list, where it serves all: it is a plain number of things;
    else 0.
    """
    if not isinstance(last.number, Numeral) or last.kind is not AmountKind.THINGS or last.more:
        return 0
    kinds = [piece.kind for piece in last.number.pieces]
    return last.number.scale if kinds == [PartKind.NUMBER, PartKind.SCALE] else 0


def _scanned(
    amount: Amount,
    relation: Relation,
    pieces: Sequence[Piece],
    *,
    stays_below_next: bool = False,
) -> ScannedFigure:
    """The figure of one number under ``relation``."""
    quantity = _quantity(relation, amount, stays_below_next=stays_below_next)
    return ScannedFigure(quantity, amount.unit, tuple(pieces), is_relative(amount))


def _total(word: str, units: UnitWords) -> ScannedFigure | Stop:
    """A hundred per cent, in a word."""
    if units.whole is None:
        return Stop(failure_reasons.NO_WHOLE, 0)
    quantity = Quantity(Relation.EQUAL, units.whole, units.whole, units.whole, None)
    return ScannedFigure(quantity, "", (Piece(PartKind.NUMBER, 0, len(word)),), is_relative=True)


def scan_figure(plain: str, at: int, units: UnitWords) -> ScannedFigure | Stop:
    """The longest figure that begins at ``at`` of ``FoldedText.plain``; what follows it is left
    alone.

    Qualifiers before, a number with its scale and 余 or 多, the unit word, and after it a second
    number for a range, or a qualifier.
    """
    before = qualifiers_before(plain, at)
    first = _amount(plain, before[-1].end if before else at, units)
    return first if isinstance(first, Stop) else _with_what_follows(plain, before, first, units)


def _with_what_follows(
    plain: str, before: tuple[Qualifier, ...], first: Amount, units: UnitWords
) -> ScannedFigure | Stop:
    """The figure of a number with what is ``before`` it: a range, or one number."""
    after = _qualifier_behind(plain, first)
    if after is not None and (bounded := _between_bounds(plain, before, first, after, units)):
        return bounded
    joined = _joined(plain, first, units)
    if isinstance(joined, Stop):
        return joined
    return _joined_range(plain, before, joined) if joined else _single(plain, before, first, after)


class _Joined(Struct, frozen=True):
    """Two amounts and what joins them."""

    first: Amount
    joiner: Piece
    last: Amount


def _joined(plain: str, first: Amount, units: UnitWords) -> _Joined | Stop | None:
    """``first`` and a second number of the same figure; None where no other one follows, Stop where
    one begins and breaks off.
    """
    joiner = JOINER.match(plain, first.end)
    if joiner is None:
        return None
    last = _amount(plain, joiner.end(), units)
    if isinstance(last, Stop):
        return last if last.at > joiner.end() else None
    if _is_a_date(plain, first, last) or _is_what_it_leads_to(plain, first, last):
        return None
    return _Joined(first, Piece(PartKind.JOINER, *joiner.span()), last)


def _joined_range(
    plain: str, before: tuple[Qualifier, ...], joined: _Joined
) -> ScannedFigure | Stop:
    """The range of two numbers, which takes no qualifier."""
    end = joined.last.end
    is_closed = plain.startswith(BETWEEN, end)
    if before or (not is_closed and _qualifier_behind(plain, joined.last)):
        return Stop(failure_reasons.RANGE_QUALIFIED, joined.joiner.start if before else end)
    closing = (Piece(PartKind.JOINER, end, end + len(BETWEEN)),) if is_closed else ()
    return _range(plain, joined.first, joined.joiner, joined.last, closing)


def _is_a_date(plain: str, first: Amount, last: Amount) -> bool:
    """Whether what follows a joiner is not a second number but a time: 12家到2030年."""
    return (
        bool(first.unit) and not last.unit and plain.startswith(("年", "月", "日", "号"), last.end)
    )


def _is_what_it_leads_to(plain: str, first: Amount, last: Amount) -> bool:
    """Whether what follows a joiner is what a change leads to: 下降0.6个百分点至5.1%,
    增长逾五成至12.4亿元.
    """
    if is_relative(first) and not is_relative(last) and (last.unit or _has_scale(last)):
        return last.unit not in _POINTS
    if last.unit:
        return first.unit in _POINTS and last.unit != first.unit
    return is_change_to_a_level(plain, first.pieces[0].start, first.unit, last.end)


def _qualifier_behind(plain: str, amount: Amount) -> Qualifier | None:
    """The qualifier after an amount.

    强 and 弱 count only where it is a share, a multiple or has a scale (500强 is a ranking), 起
    only where it is a price (5日起 is a time).
    """
    after = qualifier_after(plain, amount.end)
    word = plain[after.start : after.end] if after else ""
    if (word in ONLY_BEHIND_SHARES and not _may_be_a_little_more(amount)) or (
        word in ONLY_BEHIND_PRICES and not amount.unit.endswith(_MONEY)
    ):
        return None
    return after


def _has_scale(amount: Amount) -> bool:
    """Whether 千, 万 or the like is a part of an amount."""
    return isinstance(amount.number, Numeral) and amount.number.scale > 0


def _may_be_a_little_more(amount: Amount) -> bool:
    return _has_scale(amount) or is_relative(amount) or amount.unit in _POINTS


def _between_bounds(
    plain: str, before: tuple[Qualifier, ...], first: Amount, after: Qualifier, units: UnitWords
) -> ScannedFigure | None:
    """The range that two bounds make: 500元以上1000元以下; None where there are no two."""
    last = _amount(plain, after.end, units)
    if before or after.relation is not Relation.AT_LEAST or isinstance(last, Stop):
        return None
    upper = _upper_bound(plain, last.end)
    if upper is None:
        return None
    joiner, closing = _place(after, PartKind.JOINER), _place(upper, PartKind.JOINER)
    found = _range(plain, first, joiner, last, (closing,))
    return found if isinstance(found, ScannedFigure) else None


def _upper_bound(plain: str, at: int) -> Qualifier | None:
    """The qualifier at ``at`` where it bounds the number before it from above, else None."""
    found = qualifier_after(plain, at)
    return found if found and found.relation is Relation.AT_MOST else None


def _amount(plain: str, at: int, units: UnitWords) -> Amount | Stop:
    """The amount that begins at ``at``; a share only where the unit has a whole, and nothing whose
    digits go on after white space.
    """
    amount = scan_amount(plain, at, units)
    if amount is None:
        return Stop(failure_reasons.reason_for_no_number(plain, at), at)
    if plain.startswith((" ", "\n"), amount.end):
        return Stop(failure_reasons.APART, amount.end)
    misfit = _reason_against_unit(amount, units)
    return Stop(misfit, at) if misfit else amount


def _reason_against_unit(amount: Amount, units: UnitWords) -> str:
    """Why a figure of this unit cannot have such an amount, or nothing."""
    if amount.kind is AmountKind.DOUBLINGS:
        return "" if MULTIPLE_UNIT in units.longest_first else failure_reasons.NO_MULTIPLE
    return failure_reasons.NO_WHOLE if _lacks_a_whole(amount, units) else ""


def _lacks_a_whole(amount: Amount, units: UnitWords) -> bool:
    """Whether a figure is a share of something of which the unit knows no whole."""
    return units.whole is None and amount.kind is not AmountKind.THINGS


def _single(
    plain: str, before: tuple[Qualifier, ...], amount: Amount, after: Qualifier | None
) -> ScannedFigure | Stop:
    """The figure of one number and its qualifiers."""
    misplaced = _misplaced_qualifier(plain, before, amount)
    if misplaced:
        return misplaced
    behind = (after,) if after else ()
    relation = _relation(plain, before + behind, amount)
    if isinstance(relation, Stop):
        return relation
    is_a_little_more = after is not None and _text(plain, after) in PASSED_BY_A_LITTLE
    pieces = (*_pieces(before), *amount.pieces, *_pieces(behind))
    return _scanned(amount, relation, pieces, stays_below_next=is_a_little_more)


def _misplaced_qualifier(plain: str, before: tuple[Qualifier, ...], amount: Amount) -> Stop | None:
    """Why a qualifier cannot be before such an amount: 近两年 is a time, and only a share is one of
    a whole.
    """
    if before and amount.unit in NAMES_A_TIME and _text(plain, before[-1]) == "近":
        return Stop(failure_reasons.TIME_NOT_SIZE, before[-1].start)
    if any(qualifier.of_whole for qualifier in before) and not is_relative(amount):
        return Stop(failure_reasons.NOT_OF_A_WHOLE, before[0].start)
    return None


def _text(plain: str, place: Qualifier | Piece) -> str:
    return plain[place.start : place.end]


def is_relative(amount: Amount) -> bool:
    """Whether an amount is a share or a multiple of something."""
    return amount.unit in {"%", "‰", MULTIPLE_UNIT} or amount.kind is not AmountKind.THINGS


def _pieces(qualifiers: Sequence[Qualifier]) -> list[Piece]:
    return [_place(qualifier, PartKind.QUALIFIER) for qualifier in qualifiers]


def _place(qualifier: Qualifier, kind: PartKind) -> Piece:
    """Where a qualifier is, as a piece of that kind."""
    return Piece(kind, qualifier.start, qualifier.end)


def _relation(plain: str, qualifiers: Sequence[Qualifier], amount: Amount) -> Relation | Stop:
    """What the qualifiers, 余 or 多, and the number itself say together."""
    relation = _relation_of_qualifiers(plain, qualifiers)
    if isinstance(relation, Stop):
        return relation
    if amount.more is None or relation is Relation.ABOUT:
        return relation or _unqualified(amount)
    said = _relation_of_more(plain, amount, amount.more)
    if isinstance(said, Stop):
        return said
    return agreed(relation or said, said) or _contradiction(plain, qualifiers[0], amount.more)


def _relation_of_more(plain: str, amount: Amount, more: Piece) -> Relation | Stop:
    """What 余, 多, 来 or + says; the first two only of a number above zero."""
    if said := _SAID_BEHIND_A_NUMBER.get(plain[more.start]):
        return said
    return Relation.MORE if amount.value > 0 else Stop(failure_reasons.NOT_ABOVE_ZERO, more.start)


def _relation_of_qualifiers(plain: str, qualifiers: Sequence[Qualifier]) -> Relation | Stop | None:
    """What the qualifiers say together; None if there are none."""
    relation: Relation | None = None
    for qualifier in qualifiers:
        together = agreed(relation or qualifier.relation, qualifier.relation)
        if together is None:
            return _contradiction(plain, qualifiers[0], qualifier)
        relation = together
    return relation


def _contradiction(plain: str, first: Qualifier, second: Qualifier | Piece) -> Stop:
    reason = failure_reasons.contradiction(_text(plain, first), _text(plain, second))
    return Stop(reason, second.start)


def _unqualified(amount: Amount) -> Relation:
    """What a number says without any qualifier; a part of a whole is rounded."""
    return Relation.ABOUT if amount.kind is AmountKind.WHOLES else Relation.EQUAL


def _quantity(relation: Relation, amount: Amount, *, stays_below_next: bool) -> Quantity:
    """The quantity of one number under ``relation``; 余, 多, 强 and 出头 leave it below the next
    step.
    """
    value = amount.value
    low = value if relation in {Relation.EQUAL, Relation.MORE, Relation.AT_LEAST} else None
    high = (
        value
        if relation in {Relation.EQUAL, Relation.JUST_UNDER, Relation.LESS, Relation.AT_MOST}
        else None
    )
    if relation is Relation.MORE and (amount.more or stays_below_next):
        high = amount.next_step
    return Quantity(relation, value, low, high, amount.precision)


def _range(
    plain: str, first: Amount, joiner: Piece, last: Amount, closing: tuple[Piece, ...]
) -> ScannedFigure | Stop:
    """The figure of two numbers, what joins them and what closes the range."""
    if fault := _range_fault(plain, first, joiner, last):
        return fault
    ends = range_ends(first, last)
    if ends is None:
        return Stop(failure_reasons.RANGE_ENDS, joiner.start)
    pieces = (*first.pieces, joiner, *last.pieces, *closing)
    unit = last.unit or first.unit
    return ScannedFigure(_quantity_between(*ends), unit, pieces, is_relative(last))


def _range_fault(plain: str, first: Amount, joiner: Piece, last: Amount) -> Stop | None:
    """Why two numbers are no range whatever their values: one is qualified, or a power may serve
    both.
    """
    if more := first.more or last.more:
        return Stop(failure_reasons.RANGE_QUALIFIED, more.start)
    power = _unclear_power(plain, first, last)
    return Stop(failure_reasons.unclear_power(power), joiner.end + 1) if power else None


def _quantity_between(low: Amount, high: Amount) -> Quantity:
    """The quantity of a range, as precise as the finer of its ends."""
    sizes = [end.precision for end in (low, high) if end.precision is not None]
    precision = min(sizes) if len(sizes) == len((low, high)) else None
    return Quantity(Relation.RANGE, None, low.value, high.value, precision)


def _unclear_power(plain: str, first: Amount, last: Amount) -> str:
    """The 十, 百 or 千 that may serve the first number too, as in 三至四千 (3 to 4000, or 3000 to
    4000), or nothing.
    """
    one, other = first.number, last.number
    if isinstance(one, Fraction) or isinstance(other, Fraction) or first.unit:
        return ""
    if not _may_share_a_power(first, last) or one.scale or one.digits not in _SINGLE_DIGITS:
        return ""
    found = _DIGIT_AND_POWER.match(plain, other.pieces[0].start)
    return found[1] if found and one.digits < int(str(other.digits)[0]) else ""


def _may_share_a_power(first: Amount, last: Amount) -> bool:
    """Whether two amounts are of kinds of which one word of size may serve both."""
    return last.kind is AmountKind.THINGS and first.kind is not AmountKind.TENTHS


def is_written_with_more(quantity: Quantity) -> bool:
    """Whether its upper bound is the one that 余 and 多 say: the next step of its last digit."""
    if (
        quantity.relation is not Relation.MORE
        or quantity.value is None
        or quantity.high is None
        or quantity.value <= 0
    ):
        return False
    step = last_digit_of(quantity.value)
    return step is not None and quantity.high == quantity.value + step


def _written_number(
    number: Fraction | None, precision: Fraction | None
) -> tuple[tuple[PartKind, str], ...]:
    """``number`` with the smallest scale that its precision does not fall short of: 31031万, 3.1亿,
    2.98万亿.
    """
    if number is None:
        raise ValueError("a quantity has a value, and a range has both ends")
    if precision is None or precision <= 1:
        return ((PartKind.NUMBER, decimal_text(number, precision)),)
    scale, word = next(
        ((scale, word) for scale, word in _WRITTEN_SCALES if precision <= scale), (1, "")
    )
    digits = decimal_text(number / scale, precision / scale)
    return (PartKind.NUMBER, digits), (PartKind.SCALE, word)
