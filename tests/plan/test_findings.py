"""Findings say no more than the figures: every number keeps its qualifier, and an order or a change is claimed only where the bounds allow it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.spec import Datum, DatumRelation, DatumStatus
from statsite.assess.assessment import assess
from statsite.plan import findings
from statsite.plan.views import Presenter
from statsite.words import load_words
from tests.conftest import ReadFiles

WORDS = load_words([Path(__file__).resolve().parents[2] / "templates"])

OPEN = {"=": "", "≈": "约", "≲": "近", ">": "超过", "≥": "至少", "<": "不到", "≤": "至多"}

TwoPresenters = tuple[Presenter, Presenter]

DATASET = """\
title: {zh: 床位, en: Beds}
topic: elderly-care
defaults: {source: bulletin, area: cn, period: 2024-12-31, status: observed}
indicators:
  beds:
    title: {zh: 床位, en: Beds}
    unit: bed
    observations:
      - printed: 超过8.5万张
"""


@pytest.fixture
def presenters(read_files: ReadFiles) -> TwoPresenters:
    """The smallest site, told in Chinese and in English."""
    site, problems = read_files({"content/datasets/care.yaml": DATASET})
    assert site is not None, problems
    assessment = assess(site)
    return Presenter(assessment, "zh", WORDS), Presenter(assessment, "en", WORDS)


def figure(
    row: str, value: float, relation: str = "=", *, status: str = "observed", when: tuple[float, str] = (2024.0, "2024"), **bounds: float
) -> Datum:
    """One figure whose number is its value behind a qualifier."""
    low = bounds.get("low", value if relation in {"=", ">", "≥"} else None)
    high = bounds.get("high", value if relation in {"=", "<", "≤", "≲"} else None)
    return Datum(f"care.{row}-{when[0]}", row, f"{OPEN[relation]}{value:g}", DatumRelation(relation), value, low, high, *when, DatumStatus(status))


def span(row: str, low: float, high: float) -> Datum:
    """A figure printed as a range."""
    return Datum(f"care.{row}", row, f"{low:g}—{high:g}", DatumRelation.RANGE, None, low, high)


Case = tuple[str, list[Datum], Datum | None, str, str]

LATER = (2030.0, "2030")
CASES: list[Case] = [
    ("bars", [figure("甲", 30)], None, "甲：30。", "甲: 30."),
    ("bars", [figure("甲", 30), figure("乙", 40)], None, "乙最高，为40。", "Highest: 乙, 40."),
    ("bars", [figure("甲", 40, ">"), figure("乙", 30)], None, "甲最高，为超过40。", "Highest: 甲, 超过40."),
    ("bars", [figure("甲", 40, "≈"), figure("乙", 30, "≲")], None, "甲最高，为约40。", "Highest: 甲, 约40."),
    ("bars", [figure("甲", 40), figure("乙", 30, ">")], None, "印出的数以甲为最大：40。", "Largest number printed: 甲, 40."),
    ("bars", [figure("甲", 40), figure("乙", 30, ">", high=40)], None, "甲最高，为40。", "Highest: 甲, 40."),
    ("bars", [figure("甲", 40, "<"), figure("乙", 30)], None, "印出的数以甲为最大：不到40。", "Largest number printed: 甲, 不到40."),
    ("bars", [span("甲", 30, 50), figure("乙", 40)], None, "印出的数以甲为最大：30—50。", "Largest number printed: 甲, 30—50."),
    ("bars", [span("甲", 45, 50), figure("乙", 40)], None, "甲最高，为45—50。", "Highest: 甲, 45—50."),
    ("bars", [figure("甲", 40), figure("乙", 40)], None, "甲与乙并列最高，为40。", "甲 and 乙 are level: 40."),
    ("bars", [figure("丙", 40), figure("甲", 40), figure("乙", 40)], None, "丙、甲与乙并列最高，为40。", "丙, 甲 and 乙 are level: 40."),
    ("bars", [figure("甲", 40, ">"), figure("乙", 40)], None, "甲：超过40；乙：40。", "甲: 超过40; 乙: 40."),
    ("bars", [figure("甲", 40, status="target"), figure("乙", 30, status="target")], None, "甲最高，为40（目标）。", "Highest: 甲, 40 (target)."),
    ("parts", [figure("甲", 36), figure("乙", 64)], figure("全", 100), "乙64，约占合计100的64%。", "乙: 64, about 64% of 100 in all."),
    ("parts", [figure("甲", 36), figure("乙", 64)], None, "乙最高，为64。", "Highest: 乙, 64."),
    ("parts", [figure("甲", 36), figure("乙", 64)], figure("全", 100, ">"), "乙最高，为64。", "Highest: 乙, 64."),
    ("parts", [figure("甲", 996), figure("乙", 4)], figure("全", 1000), "甲：996；全：1000。", "甲: 996; 全: 1000."),
    ("parts", [figure("甲", 5)], figure("全", 5), "甲5，约占合计5的100%。", "甲: 5, about 100% of 5 in all."),
    (
        "people-in-100",
        [figure("甲", 15.6), figure("乙", 22)],
        None,
        "每100人中，乙约22人，甲约16人。",
        "Of every 100 people: 乙, about 22; 甲, about 16.",
    ),
    ("people-in-100", [figure("甲", 22.5)], None, "每100人中，甲约23人。", "Of every 100 people: 甲, about 23."),
    ("people-in-100", [figure("甲", 80, ">")], None, "每100人中，甲超过80人。", "Of every 100 people: 甲, more than 80."),
    ("people-in-100", [figure("甲", 80.6, "≥")], None, "每100人中，甲至少80人。", "Of every 100 people: 甲, at least 80."),
    ("people-in-100", [figure("甲", 80.4, "<")], None, "每100人中，甲不到81人。", "Of every 100 people: 甲, fewer than 81."),
    ("people-in-100", [figure("甲", 50, "≲")], None, "每100人中，甲近50人。", "Of every 100 people: 甲, nearly 50."),
    (
        "people-in-100",
        [figure("甲", 80, "≥", status="target")],
        None,
        "每100人中，甲（目标）至少80人。",
        "Of every 100 people: 甲 (target), at least 80.",
    ),
    ("then-and-now", [figure("甲", 6), figure("甲", 9, when=LATER)], None, "甲从2024的6升至2030的9。", "甲 rose from 6 in 2024 to 9 in 2030."),
    ("then-and-now", [figure("甲", 9), figure("甲", 6, when=LATER)], None, "甲从2024的9降至2030的6。", "甲 fell from 9 in 2024 to 6 in 2030."),
    ("then-and-now", [figure("甲", 9), figure("甲", 9, when=LATER)], None, "甲2024为9，2030为9。", "甲: 9 in 2024, 9 in 2030."),
    ("then-and-now", [figure("甲", 6, ">"), figure("甲", 9, when=LATER)], None, "甲2024为超过6，2030为9。", "甲: 超过6 in 2024, 9 in 2030."),
    (
        "then-and-now",
        [figure("甲", 6), figure("甲", 9, ">", when=LATER)],
        None,
        "甲从2024的6升至2030的超过9。",
        "甲 rose from 6 in 2024 to 超过9 in 2030.",
    ),
    (
        "then-and-now",
        [figure("甲", 9, ">"), figure("甲", 6, when=LATER)],
        None,
        "甲从2024的超过9降至2030的6。",
        "甲 fell from 超过9 in 2024 to 6 in 2030.",
    ),
    ("then-and-now", [figure("甲", 9), figure("甲", 6, ">", when=LATER)], None, "甲2024为9，2030为超过6。", "甲: 9 in 2024, 超过6 in 2030."),
    ("then-and-now", [figure("甲", 6), figure("乙", 7)], None, "甲：20246；乙：20247。", "甲: 6, 2024; 乙: 7, 2024."),
    (
        "targets",
        [figure("甲", 6), figure("甲", 9, status="target", when=LATER)],
        None,
        "甲2024为6，2030为9（目标）。",
        "甲: 6 in 2024, 9 (target) for 2030.",
    ),
    (
        "targets",
        [figure("甲", 6, "≥", status="target"), figure("甲", 9, status="target", when=LATER)],
        None,
        "甲2024为至少6（目标），2030为9（目标）。",
        "甲: 至少6 (target) for 2024, 9 (target) for 2030.",
    ),
    ("against-nation", [figure("甲", 30), figure("乙", 40, ">")], figure("全国", 35), "乙为超过40；全国为35。", "乙: 超过40; 全国: 35."),
    ("against-nation", [figure("甲", 30), figure("乙", 40)], None, "乙最高，为40。", "Highest: 乙, 40."),
    ("no-such-kind", [figure("甲", 30), figure("乙", 40)], None, "乙最高，为40。", "Highest: 乙, 40."),
]


@pytest.mark.parametrize("case", CASES, ids=[f"{case[0]}-{case[3]}" for case in CASES])
def test_a_finding_says_what_the_figures_allow(presenters: TwoPresenters, case: Case) -> None:
    kind, data, other, chinese, english = case
    assert findings.finding(kind, tuple(data), other, None, presenters[0]) == chinese
    assert findings.finding(kind, tuple(data), other, None, presenters[1]) == english


def member(group: str, row: str, value: float, relation: str = "=", **more: Any) -> Datum:  # noqa: ANN401 - any field of the dataclass
    """A figure of a group."""
    return replace(figure(row, value, relation, **more), group=group)


GROUPED: list[tuple[str, list[Datum], float | None, str, str]] = [
    (
        "grouped-bars",
        [member("地区2", "2020年", 30), member("地区2", "2010年", 10), member("甲", "2020年", 20)],
        None,
        "地区2，2020年最高，为30。",
        "Highest: 地区2, 2020年, 30.",
    ),
    (
        "grouped-bars",
        [member("甲", "A", 30), member("甲", "B", 10), member("乙", "A", 20, ">")],
        None,
        "印出的数以甲A为最大：30。",
        "Largest number printed: 甲, A, 30.",
    ),
    (
        "shares",
        [member("甲", "A", 30), member("甲", "B", 60), member("乙", "A", 20), member("乙", "B", 70)],
        100.0,
        "A的份额以甲为最大（30），乙为最小（20）。",
        "A: the largest share in 甲 (30), the smallest in 乙 (20).",
    ),
    (
        "shares",
        [member("甲", "A", 30), member("甲", "B", 90), member("乙", "A", 40), member("乙", "B", 40)],
        None,
        "A的份额以乙为最大（40，约占50%），甲为最小（30，约占25%）。",
        "A: the largest share in 乙 (40, about 50%), the smallest in 甲 (30, about 25%).",
    ),
    (
        "shares",
        [member("甲", "A", 30), member("甲", "B", 70), member("乙", "A", 30), member("乙", "B", 70)],
        100.0,
        "甲 A：30；乙 A：30。",
        "甲 A: 30; 乙 A: 30.",
    ),
    (
        "small-multiples",
        [member(area, "A", value, when=(year, f"{year:g}")) for area, values in (("甲", (1, 2)), ("乙", (4, 3)))
         for year, value in zip((2010.0, 2020.0), values, strict=True)],
        None,
        "甲从2010的1升至2020的2；乙从2010的4降至2020的3。",
        "甲 rose from 1 in 2010 to 2 in 2020; 乙 fell from 4 in 2010 to 3 in 2020.",
    ),
    (
        "small-multiples",
        [member(area, "A", value, relation, when=(year, f"{year:g}"))
         for area, values, relation in (("甲", (1, 2), "="), ("乙", (4, 3), "="), ("丙", (1, 5), "="), ("丁", (2, 3), ">"))
         for year, value in zip((2010.0, 2020.0), values, strict=True)],
        None,
        "从2010到2020，所列4项中，2项上升，1项下降，1项持平或说不准。",
        "Of 4 shown, 2 rose, 1 fell, 1 stayed level or cannot be told from 2010 to 2020.",
    ),
    (
        "milestones",
        [figure("A", 80, "≥", status="target", when=(2027.0, "2027")), figure("B", 9, when=(2021.0, "2021"))],
        None,
        "2021：B9；2027：A至少80（目标）。",
        "2021: B, 9; 2027: A, 至少80 (target).",
    ),
    (
        "milestones",
        [figure("A", value, status="target", when=(year, f"{year:g}")) for year, value in ((2021.0, 1), (2022.0, 2), (2023.0, 3), (2024.0, 4))],
        None,
        "共4项，最早与最晚的是2021：A1（目标）；2024：A4（目标）。",
        "4 milestones, the first and the last being 2021: A, 1 (target); 2024: A, 4 (target).",
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", GROUPED, ids=[f"{case[0]}-{case[3]}" for case in GROUPED])
def test_a_finding_compares_groups(presenters: TwoPresenters, case: tuple[str, list[Datum], float | None, str, str]) -> None:
    kind, data, whole, chinese, english = case
    assert findings.finding(kind, tuple(data), None, whole, presenters[0]) == chinese
    assert findings.finding(kind, tuple(data), None, whole, presenters[1]) == english


def test_a_day_is_something_one_does_things_on(presenters: TwoPresenters) -> None:
    data = (figure("A", 6, when=(2024.1, "4 February 2024")), figure("A", 9, when=(2025.1, "February 2025")))
    assert findings.finding("then-and-now", data, None, None, presenters[1]) == "A rose from 6 on 4 February 2024 to 9 in February 2025."


def test_only_the_first_rows_of_a_long_chart_are_named(presenters: TwoPresenters) -> None:
    data = tuple(figure(row, value, when=when) for row in "甲乙丙丁" for value, when in ((1, (2024.0, "2024")), (2, LATER)))
    assert findings.finding("then-and-now", data, None, None, presenters[0]).count("升至") == findings.NAMED_ROWS


VALUES = st.integers(0, 20)


def numbers(row: str) -> st.SearchStrategy[Datum]:
    """Figures of one row, of any relation."""
    return st.builds(lambda value, relation: figure(row, value, relation), VALUES, st.sampled_from([*OPEN]))


@given(numbers("甲"), numbers("乙"), st.data())
def test_what_is_called_highest_is_so_for_every_number_within_the_bounds(one: Datum, other: Datum, data: st.DataObject) -> None:
    said = findings._largest((one, other), None, is_chinese=False)  # noqa: SLF001 - the fixture's site is no business of this property
    truth = {d.row: data.draw(st.floats(*_bounds(d))) for d in (one, other)}
    if said.startswith("Highest: "):
        winner = said.removeprefix("Highest: ")[0]
        assert truth[winner] >= max(truth.values())


def _bounds(datum: Datum) -> tuple[float, float]:
    """Where the true number may lie, 约 and 近 taken at their word."""
    value = datum.value or 0.0
    low = value - 9 if datum.relation in {"<", "≤"} else value
    high = value + 9 if datum.relation in {">", "≥"} else value
    return low, high


@pytest.mark.parametrize(
    ("text", "chinese", "english"),
    [
        ("全国[[care.beds]]。", "全国超过8.5万张。", "全国more than 85,000 beds。"),
        ("[[ care.beds ]]与[[care.beds|床位]]", "超过8.5万张与床位", "More than 85,000 beds与床位"),
        ("[[care.beds| ]]", "超过8.5万张", "More than 85,000 beds"),
        ("没有数字", "没有数字", "没有数字"),
        ("", "", ""),
    ],
)
def test_an_editors_finding_shows_its_figures(presenters: TwoPresenters, text: str, chinese: str, english: str) -> None:
    assert findings.written(text, presenters[0]) == chinese
    assert findings.written(text, presenters[1]) == english


def test_a_total_that_is_an_estimate_says_so(presenters: TwoPresenters) -> None:
    total = replace(figure("全", 100), status=DatumStatus.ESTIMATE)
    said = findings.finding("parts", (figure("甲", 64),), total, None, presenters[1])
    assert said == "甲: 64, about 64% of 100 (estimate) in all."
