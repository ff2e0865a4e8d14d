"""What pages and downloads say of the rules between figures: each in words and as a formula, with
its outcome.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping

from msgspec import Struct

from statsite import formatting
from statsite.assess.assessment import Assessment
from statsite.expressions import FigureReference, Series, figures_in
from statsite.model import Observation, Rule, Site
from statsite.plan.views import FigureView, Presenter
from statsite.rules.derive import quantity_of
from statsite.rules.evaluation import Outcome, Result, RuleResult, named_figures
from statsite.rules.figure_intervals import Stated
from statsite.values import replace

#: The built-in rules that the verification page tells in words, by the slug of their problem.
EXPLAINED_BUILT_IN_RULES = (
    "share-out-of-range", "value-implausible", "part-exceeds-whole", "restated-differs", "conflict",
    "tenfold-change", "period-after-publication",
)  # fmt: skip

#: What stands in the place of an outcome where a rule is the formula of a figure.
_DEFINES = "defines"

_SIGNS = {"==": "=", ">=": "≥", "<=": "≤", "*": "×", "/": "÷", "-": "−"}
_SIGN = re.compile(r"==|>=|<=|(?<=[\s(])-(?=[\s(])|[*/]")

RuleRow = Mapping[str, object]


class FormulaPiece(Struct, frozen=True):
    """A stretch of a formula: signs and numbers, or one figure; ``aside`` tells this from another
    of the same title.
    """

    text: str
    figure: FigureView | None
    aside: str = ""


class RuleView(Struct, frozen=True):
    """A rule in one language.

    ``outcome`` is ``holds``, ``contradicts``, ``cannot-tell`` or ``defines``; ``sides`` are the
    intervals of its sides in words, with the signs between them; ``remarks`` say what the outcome,
    or the bounds of what is defined, lean on; ``constants`` where plain numbers are from;
    ``figures`` are those whose pages list it: it names them, or names what is computed from them.
    """

    id: str
    anchor: str
    says: str
    outcome: str
    outcome_label: str
    formula: tuple[FormulaPiece, ...]
    sides: str
    remarks: tuple[str, ...]
    across: str
    constants: str
    defines: FigureView | None
    figures: frozenset[str]
    topic: str


class TopicRules(Struct, frozen=True):
    """The rules of a topic, and how many of them came to what, in words."""

    title: str
    told: tuple[str, ...]
    rules: tuple[RuleView, ...]


class Rival(Struct, frozen=True):
    """A figure of another source that cannot be the same number, and why one of the two is
    preferred.
    """

    figure: FigureView
    reason: str
    is_preferred: bool


def rule_view(name: str, presenter: Presenter, figures: Mapping[str, FigureView]) -> RuleView:
    """A rule that a checked site declares, by its id."""
    rule, result = presenter.site.rules[name], presenter.assessment.results[name]
    return _view(rule, result, presenter, figures)


def rule_rows(assessment: Assessment) -> list[RuleRow]:
    """The rules as data/rules.json holds them."""
    return [
        _row(assessment.site, rule, assessment.results[rule.id])
        for rule in assessment.site.rules.values()
    ]


def rivals_of(
    presenter: Presenter, observation: Observation, figures: Mapping[str, FigureView]
) -> Iterator[Rival]:
    """The figures that conflict with ``observation``, of which an editor preferred one."""
    for other in presenter.assessment.conflicts[observation.id]:
        reason = presenter.figure_text(other.preferred or observation.preferred)
        yield Rival(figures[other.id], reason, is_preferred=bool(other.preferred))


def _view(
    rule: Rule, result: Result, presenter: Presenter, figures: Mapping[str, FigureView]
) -> RuleView:
    relation = result if isinstance(result, RuleResult) else None
    outcome = relation.outcome.value if relation else _DEFINES
    return RuleView(
        id=rule.id,
        anchor=f"rule-{rule.id}",
        says=presenter.figure_text(rule.says),
        outcome=outcome,
        outcome_label=presenter.interface_text(f"outcome-{outcome}"),
        formula=_told_apart(_formula(rule, result, figures), presenter.interface_text("comma")),
        sides=_sides(relation, presenter) if relation else "",
        remarks=tuple(_remarks(result, presenter)),
        across=presenter.figure_text(rule.across),
        constants=presenter.figure_text(rule.constants),
        defines=figures[rule.defines.id] if rule.defines else None,
        figures=frozenset(_listed_at(rule, presenter.site, figures)),
        topic=_topic(rule, presenter.site, figures),
    )


def _topic(rule: Rule, site: Site, figures: Mapping[str, FigureView]) -> str:
    """The topic of the first figure that a rule names."""
    return next((figures[name].topic for name in named_figures(site, rule)), "")


def _listed_at(rule: Rule, site: Site, figures: Container[str]) -> Iterator[str]:
    """The figures whose pages list a rule: those it names or defines, and those that the derived
    ones among them are computed from.
    """
    if rule.defines:
        yield rule.defines.id
    for name in named_figures(site, rule):
        yield name
        if name in site.definitions:
            inputs = (one.id for one in site.definitions[name].figures)
            yield from (one for one in inputs if one in figures)


def _formula(
    rule: Rule, result: Result, figures: Mapping[str, FigureView]
) -> Iterator[FormulaPiece]:
    if isinstance(rule.formula, Series):
        compared = result.figures if isinstance(result, RuleResult) else ()
        yield from _series(rule.formula, compared, figures)
        return
    if rule.defines:
        yield FormulaPiece("", figures[rule.defines.id])
        yield FormulaPiece(" = ", None)
    yield from _arithmetic(rule.text, figures_in(rule.formula), figures)


def _told_apart(pieces: Iterable[FormulaPiece], comma: str) -> tuple[FormulaPiece, ...]:
    """The pieces with the time of figures that have one title, or the place where their times do
    not tell them apart, or both.
    """
    listed = tuple(pieces)
    named: dict[str, dict[str, FigureView]] = {}
    for piece in listed:
        if piece.figure:
            named.setdefault(piece.figure.title, {})[piece.figure.id] = piece.figure
    asides = {
        name: aside
        for alike in named.values()
        for name, aside in _asides(alike.values(), comma).items()
    }
    return tuple(
        replace(piece, aside=asides.get(piece.figure.id, "")) if piece.figure else piece
        for piece in listed
    )


def _asides(alike: Iterable[FigureView], comma: str) -> Mapping[str, str]:
    """What tells each of several figures from the others, by its id; nothing where it is alone."""
    listed = tuple(alike)
    times, places = {one.when for one in listed}, {one.where for one in listed}
    if len(listed) == 1:
        return {}
    if len(times) == len(listed) or len(places) == 1:
        return {one.id: one.when for one in listed}
    if len(places) == len(listed):
        return {one.id: one.where for one in listed}
    return {one.id: f"{one.where}{comma}{one.when}" for one in listed}


def _arithmetic(
    text: str, named: Iterable[FigureReference], figures: Mapping[str, FigureView]
) -> Iterator[FormulaPiece]:
    """The figures that a formula names, and the signs between them."""
    end = 0
    for figure in named:
        yield from _signs(text[end : figure.at])
        yield FormulaPiece("", figures[figure.id])
        end = figure.at + len(figure.id)
    yield from _signs(text[end:])


def _series(
    series: Series, compared: Iterable[str], figures: Mapping[str, FigureView]
) -> Iterator[FormulaPiece]:
    """The figures of a series, ``compared`` in their order of time, with its sign between them."""
    for index, name in enumerate(compared):
        if index:
            yield FormulaPiece(f" {_SIGNS[series.sign]} ", None)
        yield FormulaPiece("", figures[name])


def _signs(text: str) -> Iterator[FormulaPiece]:
    if text:
        yield FormulaPiece(_SIGN.sub(lambda sign: _SIGNS[sign[0]], text), None)


def _sides(result: RuleResult, presenter: Presenter) -> str:
    units = [presenter.site.units[unit] if unit else None for unit in result.units]
    told = [
        str(formatting.quantity_text(quantity_of(side), unit, presenter.language))
        for side, unit in zip(result.sides, units, strict=True)
    ]
    signs = [_sign_between(sign, presenter) for sign in result.signs]
    return "".join(side + sign for side, sign in zip(told, (*signs, ""), strict=True))


def _sign_between(sign: str, presenter: Presenter) -> str:
    """How two sides are joined in words."""
    if sign == "==":
        return presenter.interface_text("sides-and")
    return f" {_SIGNS.get(sign, sign)} "


def _remarks(result: Result, presenter: Presenter) -> Iterator[str]:
    if isinstance(result, RuleResult) and result.is_rounded:
        yield presenter.interface_text("remark-rounded")
    if _is_conventional(result):
        yield presenter.interface_text("remark-conventional")


def _is_conventional(result: Result) -> bool:
    return isinstance(result, RuleResult | Stated) and result.is_conventional


def _row(site: Site, rule: Rule, result: Result) -> RuleRow:
    return {
        "id": rule.id,
        "says": dict(rule.says),
        "rule": rule.text,
        "defines": rule.defines.id if rule.defines else None,
        **_outcome(result),
        "conventional": _is_conventional(result),
        "across": dict(rule.across),
        "constants": dict(rule.constants),
        "figures": list(dict.fromkeys(named_figures(site, rule))),
    }


def _outcome(result: Result) -> RuleRow:
    """Whether a rule holds, and what its sides come to; a rule that defines a figure states no
    relation, and only ``defines``.
    """
    if not isinstance(result, RuleResult):
        return {"outcome": _DEFINES, "sides": [], "unit": None, "rounding": False, "units": []}
    return {
        "outcome": result.outcome.value,
        "sides": [str(side) for side in result.sides],
        "unit": result.unit,
        "rounding": result.is_rounded,
        "units": list(result.units),
    }


def outcome_counts(views: Iterable[RuleView]) -> Mapping[str, int]:
    """How many rules have each outcome."""
    listed = [view.outcome for view in views]
    return {outcome: listed.count(outcome) for outcome in (*Outcome, _DEFINES)}


def rules_by_topic(
    presenter: Presenter, views: Iterable[RuleView], topics: Iterable[tuple[str, str]]
) -> list[TopicRules]:
    """The rules under the topic that their first figure belongs to; ``topics`` are slug and title.
    A topic without rules is left out.
    """
    listed = list(views)
    grouped = [(title, tuple(v for v in listed if v.topic == slug)) for slug, title in topics]
    return [
        TopicRules(title, tuple(_told(presenter, rules)), rules)
        for title, rules in grouped
        if rules
    ]


def _told(presenter: Presenter, rules: Iterable[RuleView]) -> Iterator[str]:
    counts = outcome_counts(rules)
    for outcome, key in (
        ("holds", "topic-rules"),
        ("cannot-tell", "topic-rules-cannot"),
        (_DEFINES, "topic-rules-defines"),
    ):
        if counts[outcome]:
            yield presenter.interface_text(key).format(n=counts[outcome])
