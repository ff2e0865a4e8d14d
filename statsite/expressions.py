"""The language of rules: text to a tree of figures, numbers, operations and comparisons.

Nothing in it is ever executed.

    relation   = expression (sign expression)+        sign: == >= <= > <, a chain points one way
               | ("rising" | "falling") "(" indicator ")"
    expression = term (("+" | "-") term)*
    term       = factor (("*" | "/") factor)*
    factor     = number | number "%" | figure | "(" expression ")" | "-" factor

A figure is ``dataset.indicator`` or ``dataset.indicator@key``. Ids may hold hyphens, so a minus
between two terms has a space on both sides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Literal, TypeVar

from msgspec import Struct

_T = TypeVar("_T")
_W = TypeVar("_W", bound=str)

Sign = Literal["==", ">=", "<=", ">", "<"]
Operator = Literal["+", "-", "*", "/"]

#: The longest rule, in characters and in figures and numbers, and how deep its brackets and signs
#: may nest.
LONGEST_RULE, MOST_TERMS, DEEPEST_NESTING = 8000, 200, 40

#: The most digits of a number.
MOST_LITERAL_DIGITS = 15


#: The functions of rules, each with the sign that it puts between a figure and the next in time.
SERIES_SIGNS: Mapping[str, Sign] = {
    "rising": "<=",
    "falling": ">=",
}


class NumberLiteral(Struct, frozen=True):
    """A number as written; ``is_percent`` where a percent sign follows it.

    ``at`` counts characters of the rule's text, here and below.
    """

    value: Fraction
    is_percent: bool
    at: int


class FigureReference(Struct, frozen=True):
    """An observation, by its id."""

    id: str
    at: int


class Negation(Struct, frozen=True):
    """Minus what follows."""

    operand: Expression
    at: int


class Operation(Struct, frozen=True):
    """Two expressions joined by an operator, which is at ``at``."""

    operator: Operator
    left: Expression
    right: Expression
    at: int


Expression = NumberLiteral | FigureReference | Negation | Operation


class Comparison(Struct, frozen=True):
    """Expressions with a sign between each two: ``sides`` are one more than ``signs``."""

    sides: tuple[Expression, ...]
    signs: tuple[Sign, ...]
    at: int


class Series(Struct, frozen=True):
    """The figures of an indicator in their order of time, compared by a ``function`` of rules: none
    is less (``rising``) or none more (``falling``) than the one before.
    """

    function: str
    indicator: str
    at: int

    @property
    def sign(self) -> Sign:
        """The sign between a figure and the next one."""
        return SERIES_SIGNS[self.function]


RuleRelation = Comparison | Series


class Malformed(Struct, frozen=True):
    """Why a text is not a rule, and where it stopped making sense."""

    at: int
    message: str
    hint: str = ""


def parse_relation(text: str) -> RuleRelation | Malformed:
    """The relation that ``text`` states between figures."""
    return _parsed(text, _Parser.relation)


def parse_expression(text: str) -> Expression | Malformed:
    """What ``text`` computes from figures."""
    return _parsed(text, _Parser.expression)


def figures_in(node: Expression | RuleRelation) -> Iterator[FigureReference]:
    """The figures that are in ``node``, from left to right, each as often as it is written."""
    return (one for one in operands(node) if isinstance(one, FigureReference))


def operands(node: Expression | RuleRelation) -> Iterator[FigureReference | NumberLiteral]:
    """The figures and numbers that are in ``node``, from left to right."""
    waiting = [node]
    while waiting:
        match waiting.pop():
            case FigureReference() | NumberLiteral() as operand:
                yield operand
            case Negation() as negation:
                waiting.append(negation.operand)
            case Operation() as operation:
                waiting += [operation.right, operation.left]
            case Comparison() as comparison:
                waiting += reversed(comparison.sides)


def unexplained_numbers(node: Expression | RuleRelation) -> Iterator[NumberLiteral]:
    """The plain numbers of ``node`` that are facts of their own: neither 0 nor 1, nor a power of
    ten that multiplies or divides.
    """
    match node:
        case NumberLiteral():
            if node.value not in {0, 1}:
                yield node
        case Negation():
            yield from unexplained_numbers(node.operand)
        case Operation():
            for side in (node.left, node.right):
                if not (node.operator in _PRODUCTS and _is_power_of_ten(side)):
                    yield from unexplained_numbers(side)
        case Comparison():
            for side in node.sides:
                yield from unexplained_numbers(side)


def _is_power_of_ten(node: Expression) -> bool:
    """Whether ``node`` is a plain 10, 100, 0.1 or the like."""
    return (
        isinstance(node, NumberLiteral)
        and node.value > 0
        and {str(part).rstrip("0") for part in node.value.as_integer_ratio()} == {"1"}
    )


_FIGURE = re.compile(r"[a-z0-9][a-z0-9-]*\.[a-z0-9][a-z0-9-]*(?:@[a-z0-9][a-z0-9-]*)?")
_INDICATOR = re.compile(r"[a-z0-9][a-z0-9-]*\.[a-z0-9][a-z0-9-]*")
_NUMBER = re.compile(r"(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_TOKEN = re.compile(r"==|>=|<=|[A-Za-z0-9.@_][A-Za-z0-9.@_-]*|\S")
_SIGNS: tuple[Sign, ...] = ("==", ">=", "<=", ">", "<")
_SUMS: tuple[Operator, ...] = ("+", "-")
_PRODUCTS: tuple[Operator, ...] = ("*", "/")
_MARKS = frozenset({*_SIGNS, *_SUMS, *_PRODUCTS, "(", ")", "%"})
_WORD_CHARACTER = re.compile(r"[A-Za-z0-9.@_]")
_SPACES = "ids may hold hyphens, so a minus needs a space on both sides"

#: What editors type for the signs of the language, and what to write.
_MISTYPED = {
    "=": "write `==`", "＝": "write `==`", "≥": "write `>=`", "≤": "write `<=`", "＞": "write `>`",
    "＜": "write `<`", "×": "write `*`",
    "÷": "write `/`", "∶": "write `/`", "−": "write a hyphen", "–": "write a hyphen",
    "—": "write a hyphen", "－": "write a hyphen",
    "＋": "write `+`", "（": "write `(`", "）": "write `)`", "％": "write `%`",
    "≈": "write `==`: it allows for rounding",
    "!": "there is no sign for unequal", ",": "write numbers without thousands marks",
    "，": "write numbers without thousands marks",
}  # fmt: skip


class _Token(Struct, frozen=True):
    text: str
    at: int

    @property
    def is_operand(self) -> bool:
        return self.text[0].isalnum() or self.text in {")", "%"}


class _Stop(Exception):  # noqa: N818 - it ends the parse and never leaves this module
    def __init__(self, at: int, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.malformed = Malformed(at, message, hint)


def _tokens(text: str) -> tuple[_Token, ...]:
    """The tokens of ``text``; raises _Stop where a character or a minus is out of place."""
    if len(text) > LONGEST_RULE:
        raise _Stop(LONGEST_RULE, f"a rule has at most {LONGEST_RULE} characters", "split it")
    tokens = tuple(_checked_tokens(text))
    if sum(token.is_operand for token in tokens) > MOST_TERMS:
        raise _Stop(0, f"a rule has at most {MOST_TERMS} figures and numbers", "split it")
    return tokens


def _checked_tokens(text: str) -> Iterator[_Token]:
    before: _Token | None = None
    for match in _TOKEN.finditer(text):
        token = _Token(match[0], match.start())
        _check_token(token, text, before)
        yield token
        before = token


def _check_token(token: _Token, text: str, before: _Token | None) -> None:
    if token.text == "-" and before is not None and before.is_operand:
        _check_minus(token, text)
    elif token.text not in _MARKS and not _WORD_CHARACTER.match(token.text):
        hint = _MISTYPED.get(
            token.text, "a rule holds ids, plain numbers, + - * / ( ) and == >= <= > <"
        )
        raise _Stop(token.at, f"`{token.text}` has no place in a rule", hint)


def _check_minus(minus: _Token, text: str) -> None:
    """Raise _Stop where a minus between two terms lacks the space on one of its sides."""
    around = text[minus.at - 1] + text[minus.at + 1 : minus.at + 2]
    if len(around) < len("  ") or not around.isspace():
        raise _Stop(minus.at, "this minus may be part of an id", _SPACES)


class _Parser(Struct):
    """Recursive descent over tokens; ``place`` is the next one's index.

    Raises _Stop at what it does not expect.
    """

    tokens: tuple[_Token, ...]
    end: int
    place: int = 0

    def relation(self) -> RuleRelation:
        return self._series() if self._next in SERIES_SIGNS else self._comparison()

    def expression(self) -> Expression:
        node = self._sum(0)
        self._expect_end()
        return node

    def _series(self) -> Series:
        word = self._take()
        self._expect("(")
        indicator = self._take()
        if not _INDICATOR.fullmatch(indicator.text):
            raise _Stop(
                indicator.at,
                f"`{indicator.text}` is not an indicator",
                f"write `{word.text}(dataset.indicator)`",
            )
        self._expect(")")
        self._expect_end()
        return Series(word.text, indicator.text, indicator.at)

    def _comparison(self) -> Comparison:
        at = self._at
        sides, signs = [self._sum(0)], list[Sign]()
        while self._next in _SIGNS:
            signs.append(self._sign(signs))
            sides.append(self._sum(0))
        self._expect_end()
        if not signs:
            raise _Stop(
                self.end,
                "nothing is compared",
                "write == >= <= > or < and what the figures should be",
            )
        return Comparison(tuple(sides), tuple(signs), at)

    def _sign(self, earlier: list[Sign]) -> Sign:
        """The next sign, which points the same way as the ``earlier`` ones of its chain."""
        token = self._take()
        sign = _one_of(_SIGNS, token.text)
        if len({one[0] for one in (*earlier, sign)} - {"="}) > 1:
            raise _Stop(token.at, "a chain points one way", "write two rules")
        return sign

    def _sum(self, depth: int) -> Expression:
        node = self._product(depth)
        while self._next in _SUMS:
            operator = self._take()
            node = Operation(_one_of(_SUMS, operator.text), node, self._product(depth), operator.at)
        return node

    def _product(self, depth: int) -> Expression:
        node = self._factor(depth)
        while self._next in _PRODUCTS:
            operator = self._take()
            node = Operation(
                _one_of(_PRODUCTS, operator.text), node, self._factor(depth), operator.at
            )
        return node

    def _factor(self, depth: int) -> Expression:
        if depth > DEEPEST_NESTING:
            raise _Stop(
                self._at,
                f"more than {DEEPEST_NESTING} signs or brackets inside each other",
                "take some away",
            )
        if self._next == "-":
            at = self._take().at
            return Negation(self._factor(depth + 1), at)
        if self._next == "(":
            self._take()
            node = self._sum(depth + 1)
            self._expect(")")
            return node
        return self._operand(self._take())

    def _operand(self, token: _Token) -> Expression:
        if _NUMBER.fullmatch(token.text):
            if len(token.text) > MOST_LITERAL_DIGITS:
                raise _Stop(token.at, f"`{token.text}` has more than {MOST_LITERAL_DIGITS} digits")
            return NumberLiteral(Fraction(token.text), self._skip("%"), token.at)
        if _FIGURE.fullmatch(token.text) and not token.text.endswith("-"):
            return FigureReference(token.text, token.at)
        raise _no_operand(token)

    @property
    def _next(self) -> str | None:
        return self.tokens[self.place].text if self.place < len(self.tokens) else None

    @property
    def _at(self) -> int:
        return self.tokens[self.place].at if self.place < len(self.tokens) else self.end

    def _take(self) -> _Token:
        if self.place == len(self.tokens):
            raise _Stop(self.end, "a figure or a number is expected at the end")
        self.place += 1
        return self.tokens[self.place - 1]

    def _skip(self, text: str) -> bool:
        is_there = self._next == text
        self.place += is_there
        return is_there

    def _expect(self, text: str) -> None:
        if not self._skip(text):
            raise _Stop(self._at, f"`{text}` is expected here")

    def _expect_end(self) -> None:
        if self._next is not None:
            raise _Stop(
                self._at,
                f"`{self._next}` is not expected here",
                "write == between two sides, and + - * / between figures",
            )


def _parsed(text: str, parse: Callable[[_Parser], _T]) -> _T | Malformed:
    try:
        return parse(_Parser(_tokens(text), len(text)))
    except _Stop as stop:
        return stop.malformed


def _one_of(known: tuple[_W, ...], text: str) -> _W:
    """``text`` as the one of ``known`` that it is."""
    return next(one for one in known if one == text)


def _no_operand(token: _Token) -> _Stop:
    """That ``token`` is where a figure or a number has to be, and neither of them."""
    if token.text in _MARKS:
        return _Stop(token.at, f"a figure or a number is expected before `{token.text}`")
    return _Stop(
        token.at, f"`{token.text}` is neither a figure nor a number", _word_hint(token.text)
    )


def _word_hint(word: str) -> str:
    if word[0].isdigit() and "." not in word.strip("0123456789."):
        return "write plain digits with at most one point, and no unit"
    if word.count(".") > 1 or word.endswith("-"):
        return _SPACES
    return "write `dataset.indicator` or `dataset.indicator@key`"
