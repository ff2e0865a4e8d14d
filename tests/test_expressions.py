"""The language of rules: what it reads, and where it stops."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statsite.expressions import (
    Comparison,
    FigureReference,
    Malformed,
    Negation,
    NumberLiteral,
    Operation,
    RuleRelation,
    Series,
    figures_in,
    parse_expression,
    parse_relation,
)


def written(node: RuleRelation | object) -> str:
    """A tree with every bracket that it has."""
    match node:
        case NumberLiteral():
            return f"{node.value}{'%' if node.is_percent else ''}"
        case FigureReference():
            return node.id
        case Negation():
            return f"(-{written(node.operand)})"
        case Operation():
            return f"({written(node.left)} {node.operator} {written(node.right)})"
        case Comparison():
            signs = [f" {sign} " for sign in node.signs]
            return "".join(
                written(side) + sign for side, sign in zip(node.sides, [*signs, ""], strict=True)
            )
        case _:
            return repr(node)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a.b == c.d + e.f", "a.b == (c.d + e.f)"),
        ("a.b == c.d-e + e.f-g@h-i", "a.b == (c.d-e + e.f-g@h-i)"),
        ("a.b - c.d - e.f == 0", "((a.b - c.d) - e.f) == 0"),
        ("a.b / c.d * 10000 >= 4.54", "((a.b / c.d) * 10000) >= 227/50"),
        ("a.b+c.d==e.f*2", "(a.b + c.d) == (e.f * 2)"),
        ("a.b * (c.d - 1) <= 100%", "(a.b * (c.d - 1)) <= 100%"),
        ("0 <= a.b < c.d <= 1", "0 <= a.b < c.d <= 1"),
        ("-a.b < - 3", "(-a.b) < (-3)"),
        ("1-a.b == 2", "the id 1-a.b"),
        ("a.b@2024 > a.b@2020", "a.b@2024 > a.b@2020"),
    ],
)
def test_a_rule_becomes_a_tree(text: str, tree: str) -> None:
    found = parse_relation(text)
    assert not isinstance(found, Malformed)
    assert written(found) == (tree if not tree.startswith("the id") else "1-a.b == 2")


def test_a_series_names_an_indicator() -> None:
    assert parse_relation(" rising( a.b )") == Series("rising", "a.b", 9)
    assert parse_relation("falling(a.b)") == Series("falling", "a.b", 8)
    assert (Series("rising", "a.b", 0).sign, Series("falling", "a.b", 0).sign) == ("<=", ">=")


def test_a_formula_has_no_sign_of_comparison() -> None:
    found = parse_expression("a.b / c.d")
    assert not isinstance(found, Malformed)
    assert [(figure.id, figure.at) for figure in figures_in(found)] == [("a.b", 0), ("c.d", 6)]
    assert isinstance(parse_expression("a.b == c.d"), Malformed)


@pytest.mark.parametrize(
    ("text", "at", "hint"),
    [
        ("a.b -c.d == 1", 4, "space on both sides"),
        ("a.b- c.d == 1", 0, "space on both sides"),
        ("a.b-c.d == 1", 0, "space on both sides"),
        ("(a.b)-(c.d) == 1", 5, "space on both sides"),
        ("a.b = 1", 4, "write `==`"),
        ("a.b ≥ 1", 4, "write `>=`"),
        ("a.b == c.d × 2", 11, "write `*`"),
        ("a.b − c.d == 1", 4, "a hyphen"),
        ("（a.b == 1", 0, "write `(`"),
        ("a.b == 1,000", 8, "thousands"),
        ("a.b == 1_000", 7, "plain digits"),
        ("a.b == 1e3", 7, "plain digits"),
        ("a.b == 007", 7, "plain digits"),
        ("a.b == 22万", 9, "plain numbers"),
        ("a.b", 3, "what the figures should be"),
        ("a.b ==", 6, ""),
        ("", 0, ""),
        ("a.b == c", 7, "dataset.indicator"),
        ("a.b == .5", 7, "dataset.indicator"),
        ("a.b+source == 1", 4, "dataset.indicator"),
        ("a.b == (c.d", 11, ""),
        ("a.b == c.d)", 10, "between two sides"),
        ("a.b c.d == 1", 4, "between figures"),
        ("a.b < c.d > e.f", 10, "two rules"),
        ("a.b == 5%%", 9, ""),
        ("a.b != 1", 4, "unequal"),
        ("rising(a)", 7, "dataset.indicator"),
        ("rising(a.b) == 1", 12, ""),
        ("a.b == 1234567890123456", 7, ""),
        ("__import__('os')", 11, "plain numbers"),
        ("(" * 60 + "a.b", 41, "take some away"),
        ("-" * 60 + "1 == 1", 41, "take some away"),
        (" + ".join(["a.b"] * 300) + " == 1", 0, "split it"),
        ("1" * 9000, 8000, "split it"),
    ],
)
def test_what_is_no_rule_is_told_where_it_stops(text: str, at: int, hint: str) -> None:
    found = parse_relation(text)
    assert isinstance(found, Malformed)
    assert found.at == at
    assert hint in found.hint


@given(st.text(alphabet="ab.@-+*/()<>=% 019一。\t", max_size=60))
def test_any_text_is_a_rule_or_told_to_be_none(text: str) -> None:
    found = parse_relation(text)
    assert isinstance(found, Comparison | Series | Malformed)
    if isinstance(found, Malformed):
        assert 0 <= found.at <= len(text)


trees = st.recursive(
    st.one_of(
        st.sampled_from(["a.b", "c-d.e@f", "g.h"]), st.integers(0, 9999).map(str), st.just("12.50%")
    ),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from([" + ", " - ", " * ", "/"]), inner).map(
            lambda t: f"({''.join(t)})"
        ),
        inner.map("(-{})".format),
    ),
    max_leaves=12,
)


@given(trees, trees)
def test_brackets_are_read_as_written(left: str, right: str) -> None:
    found = parse_relation(f"{left} >= {right}")
    assert isinstance(found, Comparison)
    again = parse_relation(written(found))
    assert isinstance(again, Comparison) or "/" in written(found)
    assert found.signs == (">=",)
    assert all(Fraction(0) <= node.value for node in found.sides if isinstance(node, NumberLiteral))
