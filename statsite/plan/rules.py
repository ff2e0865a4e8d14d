"""What pages and downloads say of the rules between figures: each in words and as a formula, with its outcome."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from statsite import wording
from statsite.expressions import Series, figures_in
from statsite.model import Observation, Rule, Site
from statsite.plan.views import FigureView, Presenter
from statsite.rules.builtin import is_in_conflict, rivals
from statsite.rules.derive import quantity_of
from statsite.rules.judge import Judgement, judgements, named

#: The built-in rules that the verification page tells in words, by the slug of their problem.
BUILT_IN = (
    "share-out-of-range", "value-implausible", "part-exceeds-whole", "restated-differs", "conflict", "tenfold-change", "period-after-publication",
)  # fmt: skip

_SIGNS = {"==": "=", ">=": "≥", "<=": "≤", "*": "×", "/": "÷", "-": "−"}
_SIGN = re.compile(r"==|>=|<=|(?<=[\s(])-(?=[\s(])|[*/]")

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class FormulaPiece:
    """A stretch of a formula: signs and numbers, or one figure."""

    text: str
    figure: FigureView | None


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule in one language.

    ``outcome`` is ``holds``, ``contradicts``, ``cannot-tell`` or ``defines``; ``sides`` are the intervals of its sides in words, with the
    signs between them; ``remarks`` say what the outcome leans on; ``figures`` are those whose pages list it: it names them, or names what is
    computed from them.
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
    defines: FigureView | None
    figures: frozenset[str]
    topic: str


@dataclass(frozen=True, slots=True)
class Rival:
    """A figure of another source that cannot be the same number, and why one of the two is preferred."""

    figure: FigureView
    reason: str
    is_preferred: bool


def rule_views(presenter: Presenter, figures: Mapping[str, FigureView]) -> tuple[RuleView, ...]:
    """Every rule that a checked site declares, in the order of its files."""
    judged = {judgement.rule.id: judgement for judgement in judgements(presenter.site)}
    return tuple(_view(rule, judged.get(rule.id), presenter, figures) for rule in presenter.site.rules.values())


def rule_rows(site: Site) -> list[Row]:
    """The rules as data/rules.json holds them; a definition holds by being one."""
    judged = {judgement.rule.id: judgement for judgement in judgements(site)}
    return [_row(site, rule, judged.get(rule.id)) for rule in site.rules.values()]


def rivals_of(presenter: Presenter, observation: Observation, figures: Mapping[str, FigureView]) -> Iterator[Rival]:
    """The figures that conflict with ``observation``, of which an editor preferred one."""
    for other in rivals(presenter.site, observation):
        if is_in_conflict(presenter.site, observation, other):
            reason = presenter.tell(other.preferred or observation.preferred)
            yield Rival(figures[other.id], reason, is_preferred=bool(other.preferred))


def _view(rule: Rule, judgement: Judgement | None, presenter: Presenter, figures: Mapping[str, FigureView]) -> RuleView:
    outcome = judgement.outcome.value if judgement else "defines"
    stated = [*named(presenter.site, rule)]
    inputs = (one.id for name in stated if name in presenter.site.definitions for one in presenter.site.definitions[name].figures)
    return RuleView(
        id=rule.id,
        anchor=f"rule-{rule.id}",
        says=presenter.tell(rule.says),
        outcome=outcome,
        outcome_label=presenter.word(f"outcome-{outcome}"),
        formula=tuple(_formula(rule, presenter, figures)),
        sides=_sides(judgement, presenter) if judgement else "",
        remarks=tuple(_remarks(judgement, presenter)) if judgement else (),
        across=presenter.tell(rule.across),
        defines=figures[rule.defines.id] if rule.defines else None,
        figures=frozenset([*stated, *(name for name in inputs if name in figures), *([rule.defines.id] if rule.defines else [])]),
        topic=next((figures[name].topic for name in stated), ""),
    )


def _formula(rule: Rule, presenter: Presenter, figures: Mapping[str, FigureView]) -> Iterator[FormulaPiece]:
    if isinstance(rule.formula, Series):
        sign = " ≤ " if rule.formula.direction == "rising" else " ≥ "
        for index, name in enumerate(_in_time(presenter.site, rule.formula)):
            yield from [FormulaPiece(sign, None)] if index else []
            yield FormulaPiece("", figures[name])
        return
    if rule.defines:
        yield FormulaPiece("", figures[rule.defines.id])
        yield FormulaPiece(" = ", None)
    end = 0
    for figure in figures_in(rule.formula):
        yield from _signs(rule.text[end : figure.at])
        yield FormulaPiece("", figures[figure.id])
        end = figure.at + len(figure.id)
    yield from _signs(rule.text[end:])


def _signs(text: str) -> Iterator[FormulaPiece]:
    if text:
        yield FormulaPiece(_SIGN.sub(lambda sign: _SIGNS[sign[0]], text), None)


def _in_time(site: Site, series: Series) -> list[str]:
    listed = [(o.period.position, o.id) for o in site.indicators[series.indicator].observations if o.period]
    return [name for _, name in sorted(listed)]


def _sides(judgement: Judgement, presenter: Presenter) -> str:
    unit = presenter.site.units[judgement.unit] if judgement.unit else None
    told = [str(wording.quantity_text(quantity_of(side), unit, presenter.language)) for side in judgement.sides]
    signs = [presenter.word("sides-and") if sign == "==" else f" {_SIGNS.get(sign, sign)} " for sign in judgement.signs]
    return "".join(side + sign for side, sign in zip(told, (*signs, ""), strict=True))


def _remarks(judgement: Judgement, presenter: Presenter) -> Iterator[str]:
    if judgement.is_rounded:
        yield presenter.word("remark-rounded")
    if judgement.is_conventional:
        yield presenter.word("remark-conventional")


def _row(site: Site, rule: Rule, judgement: Judgement | None) -> Row:
    return {
        "id": rule.id,
        "says": dict(rule.says),
        "rule": rule.text,
        "defines": rule.defines.id if rule.defines else None,
        "outcome": judgement.outcome.value if judgement else "holds",
        "sides": [str(side) for side in judgement.sides] if judgement else [],
        "unit": judgement.unit if judgement else None,
        "rounding": judgement.is_rounded if judgement else False,
        "conventional": judgement.is_conventional if judgement else False,
        "across": dict(rule.across),
        "figures": list(dict.fromkeys(named(site, rule))),
    }


def counted(views: Iterable[RuleView]) -> Mapping[str, int]:
    """How many rules have each outcome."""
    listed = [view.outcome for view in views]
    return {outcome: listed.count(outcome) for outcome in ("holds", "cannot-tell", "contradicts", "defines")}
