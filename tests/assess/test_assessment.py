"""What follows from the content is concluded once: by the assessment, and by nothing behind it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from functools import wraps

import pytest
from markupsafe import Markup

from statsite.assess import assessment, due
from statsite.assess.assessment import Assessment, assess
from statsite.evidence import state
from statsite.evidence.state import EvidenceState
from statsite.model import Observation, WrittenSite
from statsite.pipeline import check, files
from statsite.plan import charts
from statsite.plan.views import Presenter
from statsite.quantity import Quantity, Relation
from statsite.render.cache import DrawingCache
from statsite.render.drawings import ChartDrawing, DrawingOrder
from statsite.rules import builtin
from statsite.rules.derive import UNKNOWN_QUANTITY
from statsite.rules.evaluation import Calculator
from tests.support.paths import ROOT
from tests.support.types import ReadFiles

DATASET = """\
title: {zh: 床位, en: Beds}
defaults: {source: bulletin, area: cn, period: 2024, status: observed}
indicators:
  all: {title: {zh: 全部, en: All}, unit: bed, observations: [{printed: 80张}]}
  used: {title: {zh: 在用, en: Used}, unit: bed, observations: [{printed: 50张}, {source: second, key: b, printed: 60张}]}
  free: {title: {zh: 空闲, en: Free}, unit: bed, observations: [{status: derived}]}
  aim: {title: {zh: 目标, en: Aim}, unit: bed, observations: [{printed: 90张, status: target}]}
"""
RULES = """\
free: {says: {zh: 余, en: The rest.}, defines: x.free, rule: x.all - x.used}
fewer: {says: {zh: 少, en: Fewer.}, rule: x.used > x.all}
lost: {says: {zh: 无, en: Of nothing.}, rule: x.used > x.nowhere}
"""
SECOND = (
    "title: 另一报道\ntitle_translated: {en: Another}\npublication: {zh: 某报, en: Some "
    "News}\npublished: {date: 2025-08-01}\n"
)


def little(read_files: ReadFiles, rules: str = RULES) -> tuple[WrittenSite, Assessment]:
    """A little site as read and as assessed."""
    site, problems = read_files(
        {
            "content/datasets/x.yaml": DATASET,
            "content/rules/x.yaml": rules,
            "content/sources/second.yaml": SECOND,
        }
    )
    assert problems == []
    assert site is not None
    return site, assess(site)


def test_a_derived_figure_has_no_quantity_before_the_assessment(read_files: ReadFiles) -> None:
    written, assessed = little(read_files)
    assert [
        name for name, figure in written.observations.items() if not isinstance(figure, Observation)
    ] == ["x.free"]
    assert not hasattr(written.observations["x.free"], "quantity")
    derived = assessed.site.observations["x.free"]
    assert derived.quantity == Quantity(
        Relation.EQUAL, Fraction(30), Fraction(30), Fraction(30), Fraction(1)
    )
    assert assessed.sources_behind == {"x.free": {"bulletin"}}
    assert (derived.printing.printed, derived.source, derived.location) == (
        None,
        "bulletin",
        written.observations["x.free"].location,
    )


def test_figures_keep_their_order_and_what_is_printed_is_left_as_it_was_read(
    read_files: ReadFiles,
) -> None:
    written, assessed = little(read_files)
    assert list(written.observations) == list(assessed.site.observations)
    assert all(
        written.observations[name] is figure
        for name, figure in assessed.site.observations.items()
        if not figure.is_derived
    )


def test_of_a_figure_that_cannot_be_computed_nothing_is_claimed(read_files: ReadFiles) -> None:
    _, assessed = little(
        read_files,
        "free: {says: {zh: 余, en: The rest.}, defines: x.free, rule: x.all / (x.used - x.used)}\n",
    )
    assert (
        assessed.site.observations["x.free"].quantity,
        assessed.site.observations["x.free"].source,
    ) == (UNKNOWN_QUANTITY, "")


def test_rules_have_results_where_all_that_they_name_is_there(read_files: ReadFiles) -> None:
    _, assessed = little(read_files)
    assert list(assessed.results) == ["free", "fewer"]
    assert {name: outcome.value for name, outcome in assessed.outcomes.items()} == {
        "fewer": "contradicts"
    }


def test_figures_that_cannot_be_one_number_are_told_for_both(read_files: ReadFiles) -> None:
    _, assessed = little(read_files)
    conflicts = {
        name: [other.id for other in others]
        for name, others in assessed.conflicts.items()
        if others
    }
    assert conflicts == {"x.used": ["x.used@b"], "x.used@b": ["x.used"]}
    assert [problem.check for problem in assessed.built_in] == ["conflict", "conflict"]


def test_every_printing_has_the_state_of_its_proof_and_what_is_late_is_due(
    read_files: ReadFiles,
) -> None:
    _, assessed = little(read_files)
    assert assessed.evidence == dict.fromkeys(
        ["care.beds", "x.all", "x.used", "x.used@b", "x.free", "x.aim"], EvidenceState("none")
    )
    assert assessed.due == {"x.aim"}


def _count(function: Callable[..., object], calls: Counter[str], patch: pytest.MonkeyPatch) -> None:
    """Count the calls of a function or method, whichever modules know it."""

    @wraps(function)
    def counting(*arguments: object, **named: object) -> object:
        calls[function.__qualname__] += 1
        return function(*arguments, **named)

    modules = [module for name, module in sys.modules.items() if name.split(".")[0] == "statsite"]
    for owner in (*modules, Presenter, Calculator):
        for name in [name for name, value in vars(owner).items() if value is function]:
            patch.setattr(owner, name, counting)


def _undrawn(_order: DrawingOrder, _kept: DrawingCache) -> ChartDrawing:
    return ChartDrawing(Markup(), (), b"", b"", b"")


def test_a_build_of_the_real_content_concludes_each_thing_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls = Counter[str]()
    for function in (
        assessment.assess, Calculator.result_of, Calculator.value_of, state.evidence_state,
        due.is_due, builtin.built_in_problems, builtin.conflicts_of,
        Presenter.figure, Presenter.printing, charts.chart_view,
    ):  # fmt: skip
        _count(function, calls, monkeypatch)
    monkeypatch.setattr("statsite.render.ahead.drawing_of", _undrawn)
    checked = check(ROOT)
    assert sum(1 for _ in files(checked.editions, ROOT)) > 900
    site = checked.site
    assert site is not None
    languages, figures = len(site.settings.languages), len(site.observations)
    printings = sum(len(o.printings) for o in site.observations.values())
    definitions = sum(rule.defines is not None for rule in site.rules.values())
    assert dict(calls) == {
        "assess": 1,
        "Calculator.result_of": len(site.rules) - definitions,
        "Calculator.value_of": definitions,
        "evidence_state": printings,
        "is_due": figures,
        "built_in_problems": figures,
        "conflicts_of": figures,
        "Presenter.figure": figures * languages,
        "Presenter.printing": printings * languages,
        "chart_view": len(site.charts) * languages,
    }
