"""Findings say no more than the figures: every number keeps its qualifier, and an order or a change
is claimed only where the bounds allow it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import charts
from charts.spec import Datum, DatumRelation, DatumStatus
from statsite.assess.assessment import assess
from statsite.interface_texts import load_interface_texts
from statsite.plan import findings
from statsite.plan.views import Presenter
from statsite.values import replace
from tests.support.types import ReadFiles

WORDS = load_interface_texts([Path(__file__).resolve().parents[2] / "templates"])

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
    row: str,
    value: float,
    relation: str = "=",
    *,
    status: str = "observed",
    when: tuple[float, str] = (2024.0, "2024"),
    **bounds: float,
) -> Datum:
    """One figure whose number is its value behind a qualifier."""
    low = bounds.get("low", value if relation in {"=", ">", "≥"} else None)
    high = bounds.get("high", value if relation in {"=", "<", "≤", "≲"} else None)
    return Datum(
        f"care.{row}-{when[0]}",
        row,
        f"{OPEN[relation]}{value:g}",
        DatumRelation(relation),
        value,
        low,
        high,
        *when,
        DatumStatus(status),
    )


def span(row: str, low: float, high: float) -> Datum:
    """A figure printed as a range."""
    return Datum(f"care.{row}", row, f"{low:g}—{high:g}", DatumRelation.RANGE, None, low, high)


Case = tuple[str, list[Datum], Datum | None, str, str]

LATER = (2030.0, "2030")
TARGET: dict[str, Any] = {"status": "target"}
CASES: list[Case] = [
    ("bars", [figure("甲", 30)], None, "", ""),
    (
        "bars",
        [figure("甲", 30), figure("乙", 40)],
        None,
        "乙比甲多约33%。",
        "乙: about 33% above 甲.",
    ),
    ("bars", [figure("甲", 40), figure("乙", 50)], None, "乙比甲多25%。", "乙: 25% above 甲."),
    ("bars", [figure("甲", 20), figure("乙", 50)], None, "乙是甲的2.5倍。", "乙: 2.5 times 甲."),
    (
        "bars",
        [figure("甲", 20, "≈"), figure("乙", 50)],
        None,
        "乙是甲的约2.5倍。",
        "乙: about 2.5 times 甲.",
    ),
    ("bars", [figure("甲", -3), figure("乙", 5)], None, "乙多于甲。", "乙: above 甲."),
    ("bars", [figure("甲", 40, ">"), figure("乙", 30)], None, "甲多于乙。", "甲: above 乙."),
    ("bars", [figure("甲", 40, "≈"), figure("乙", 30, "≲")], None, "甲多于乙。", "甲: above 乙."),
    ("bars", [figure("甲", 40), figure("乙", 30, ">")], None, "", ""),
    (
        "bars",
        [figure("甲", 40), figure("乙", 30, ">", high=40)],
        None,
        "甲多于乙。",
        "甲: above 乙.",
    ),
    ("bars", [figure("甲", 40, "<"), figure("乙", 30)], None, "", ""),
    ("bars", [span("甲", 30, 50), figure("乙", 40)], None, "", ""),
    ("bars", [span("甲", 45, 50), figure("乙", 40)], None, "甲多于乙。", "甲: above 乙."),
    (
        "bars",
        [figure("甲", 40), figure("乙", 40)],
        None,
        "甲和乙一样多。",
        "甲 and 乙: the figures are level.",
    ),
    (
        "bars",
        [figure("丙", 40), figure("甲", 40), figure("乙", 30)],
        None,
        "丙和甲并列最多。",
        "丙 and 甲: the figures are highest and level.",
    ),
    ("bars", [figure("甲", 40, ">"), figure("乙", 40)], None, "", ""),
    (
        "bars",
        [figure("甲", 40), figure("乙", 30), figure("丙", 20)],
        None,
        "甲最多，是最少的丙的2倍。",
        "Highest: 甲, 2 times the lowest, 丙.",
    ),
    (
        "bars",
        [figure("甲", 40), figure("乙", 30, "<"), figure("丙", 20)],
        None,
        "甲最多。",
        "Highest: 甲.",
    ),
    (
        "bars",
        [figure("甲", 40, **TARGET), figure("乙", 20, **TARGET)],
        None,
        "甲的目标是乙的2倍。",
        "甲, by its target: 2 times 乙.",
    ),
    ("bars", [figure("甲", 40, **TARGET), figure("乙", 20)], None, "", ""),
    (
        "parts",
        [figure("甲", 36), figure("乙", 64)],
        figure("全", 100),
        "乙占合计的64%。",
        "乙: 64% of the total.",
    ),
    (
        "parts",
        [figure("甲", 1), figure("乙", 2)],
        figure("全", 3),
        "乙约占合计的67%。",
        "乙: about 67% of the total.",
    ),
    ("parts", [figure("甲", 36), figure("乙", 63)], None, "乙比甲多75%。", "乙: 75% above 甲."),
    (
        "parts",
        [figure("甲", 36), figure("乙", 64)],
        figure("全", 100, ">"),
        "乙比甲多约78%。",
        "乙: about 78% above 甲.",
    ),
    ("parts", [figure("甲", 996), figure("乙", 4)], figure("全", 1000), "", ""),
    ("parts", [figure("甲", 5)], figure("全", 5), "甲占合计的100%。", "甲: 100% of the total."),
    (
        "people-in-100",
        [figure("甲", 15.6), figure("乙", 22)],
        None,
        "每100名新生儿中，乙约22人，甲约16人。",
        "Of every 100 newborns: 乙, about 22; 甲, about 16.",
    ),
    (
        "people-in-100",
        [figure("甲", 22.5)],
        None,
        "每100名新生儿中，甲约23人。",
        "Of every 100 newborns: 甲, about 23.",
    ),
    (
        "people-in-100",
        [figure("甲", 80, ">")],
        None,
        "每100名新生儿中，甲超过80人。",
        "Of every 100 newborns: 甲, more than 80.",
    ),
    (
        "people-in-100",
        [figure("甲", 80.6, "≥")],
        None,
        "每100名新生儿中，甲至少80人。",
        "Of every 100 newborns: 甲, at least 80.",
    ),
    (
        "people-in-100",
        [figure("甲", 80.4, "<")],
        None,
        "每100名新生儿中，甲不到81人。",
        "Of every 100 newborns: 甲, fewer than 81.",
    ),
    (
        "people-in-100",
        [figure("甲", 50, "≲")],
        None,
        "每100名新生儿中，甲近50人。",
        "Of every 100 newborns: 甲, nearly 50.",
    ),
    (
        "people-in-100",
        [figure("甲", 80, "≥", **TARGET)],
        None,
        "每100名新生儿中，甲（目标）至少80人。",
        "Of every 100 newborns: 甲 (target), at least 80.",
    ),
    (
        "then-and-now",
        [figure("甲", 6), figure("甲", 9, when=LATER)],
        None,
        "甲6年间上升50%。",
        "甲: up by 50% in 6 years.",
    ),
    (
        "then-and-now",
        [figure("甲", 9), figure("甲", 6, when=LATER)],
        None,
        "甲6年间下降约33%。",
        "甲: down by about 33% in 6 years.",
    ),
    (
        "then-and-now",
        [figure("甲", 15), figure("甲", 99, when=LATER)],
        None,
        "甲6年间增至6.6倍。",
        "甲: grown to 6.6 times as much in 6 years.",
    ),
    (
        "then-and-now",
        [figure("甲", 9), figure("甲", 9, when=LATER)],
        None,
        "甲6年间持平。",
        "甲: the same after 6 years.",
    ),
    ("then-and-now", [figure("甲", 6, ">"), figure("甲", 9, when=LATER)], None, "", ""),
    (
        "then-and-now",
        [figure("甲", 6), figure("甲", 9, ">", when=LATER)],
        None,
        "甲6年间上升。",
        "甲: up in 6 years.",
    ),
    (
        "then-and-now",
        [figure("甲", 9, ">"), figure("甲", 6, when=LATER)],
        None,
        "甲6年间下降。",
        "甲: down in 6 years.",
    ),
    ("then-and-now", [figure("甲", 9), figure("甲", 6, ">", when=LATER)], None, "", ""),
    ("then-and-now", [figure("甲", 6), figure("乙", 7)], None, "", ""),
    (
        "then-and-now",
        [
            figure("甲", 6),
            figure("甲", 9, when=LATER),
            figure("乙", 7),
            figure("丙", 6, ">"),
            figure("丙", 9, when=LATER),
        ],
        None,
        "甲6年间上升50%；乙只有一个数；丙是升是降，从印出的数看不出。",
        (
            "甲: up by 50% in 6 years; 乙: one figure only; 丙: up or down, the printed numbers "
            "do not tell."
        ),
    ),
    (
        "targets",
        [figure("甲", 6), figure("甲", 9, when=LATER, **TARGET)],
        None,
        "甲2030的目标比2024高50%。",
        "甲: the target is 50% above the number for 2024.",
    ),
    (
        "targets",
        [figure("甲", 6, **TARGET), figure("甲", 9, when=LATER, **TARGET)],
        None,
        "甲的目标6年间上升50%。",
        "甲, by its target: up by 50% in 6 years.",
    ),
    (
        "targets",
        [figure("甲", 6, "≥", **TARGET), figure("甲", 9, when=LATER, **TARGET)],
        None,
        "",
        "",
    ),
    (
        "against-nation",
        [figure("甲", 30), figure("乙", 40, ">"), figure("丙", 50)],
        figure("全国", 35),
        "乙和丙高于全国；甲低于全国。",
        "乙 and 丙 stood above 全国; 甲 stood below 全国.",
    ),
    (
        "against-nation",
        [figure("甲", 30), figure("乙", 40)],
        figure("全国", 35, ">"),
        "甲低于全国；乙是否更高，从印出的数看不出。",
        "甲 stood below 全国; for 乙 the printed numbers do not tell.",
    ),
    ("against-nation", [figure("甲", 40)], figure("全国", 35, ">"), "", ""),
    ("against-nation", [figure("甲", 40, **TARGET)], figure("全国", 35), "", ""),
]


@pytest.mark.parametrize("case", CASES, ids=[f"{case[0]}-{case[3]}" for case in CASES])
def test_a_finding_says_what_the_figures_allow(presenters: TwoPresenters, case: Case) -> None:
    kind, data, other, chinese, english = case
    told = [
        findings.finding(findings.Asked(kind, tuple(data), other, hundred=of), one)
        for of, one in zip(("名新生儿", "newborns"), presenters, strict=True)
    ]
    assert told == [chinese, english]


POINTS: list[tuple[tuple[float, float], tuple[float, float], str, str]] = [
    ((80, 1), (82, 1), "甲6年间上升2个百分点。", "甲: up by 2 percentage points in 6 years."),
    ((75, 1), (76, 1), "甲6年间上升1个百分点。", "甲: up by 1 percentage point in 6 years."),
    (
        (6.48, 0.01),
        (31.87, 0.01),
        "甲6年间上升约25个百分点。",
        "甲: up by about 25 percentage points in 6 years.",
    ),
    (
        (47.4, 0.1),
        (38.2, 0.1),
        "甲6年间下降9.2个百分点。",
        "甲: down by 9.2 percentage points in 6 years.",
    ),
    (
        (47.4, 0.1),
        (40, 1),
        "甲6年间下降约7个百分点。",
        "甲: down by about 7 percentage points in 6 years.",
    ),
]


@pytest.mark.parametrize(("first", "last", "chinese", "english"), POINTS)
def test_shares_differ_by_percentage_points(
    presenters: TwoPresenters,
    first: tuple[float, float],
    last: tuple[float, float],
    chinese: str,
    english: str,
) -> None:
    data = (
        replace(figure("甲", first[0]), precision=first[1]),
        replace(figure("甲", last[0], when=LATER), precision=last[1]),
    )
    asked = findings.Asked("then-and-now", data, whole=100.0, in_percent=True)
    assert [findings.finding(asked, one) for one in presenters] == [chinese, english]


def test_a_share_is_higher_than_another(presenters: TwoPresenters) -> None:
    asked = findings.Asked(
        "bars", (figure("甲", 40), figure("乙", 64)), whole=100.0, in_percent=True
    )
    assert [findings.finding(asked, one) for one in presenters] == [
        "乙比甲高24个百分点。",
        "乙: 24 percentage points above 甲.",
    ]
    three = replace(asked, data=(*asked.data, figure("丙", 12)))
    said = [findings.finding(three, one) for one in presenters]
    assert said == [
        "乙最高，比最低的丙高52个百分点。",
        "Highest: 乙, 52 percentage points above the lowest, 丙.",
    ]


def test_nothing_is_compared_across_a_change_of_what_is_counted(presenters: TwoPresenters) -> None:
    changed = (figure("甲", 52), replace(figure("甲", 60, when=LATER), starts_anew=True))
    kept = (figure("乙", 10), figure("乙", 20, when=LATER))
    asked = findings.Asked("line", (*changed, *kept))
    assert (
        findings.finding(asked, presenters[0]) == "甲自2030起口径不同，前后不可比；乙6年间增至2倍。"
    )
    assert (
        findings.finding(asked, presenters[1])
        == "甲: counted otherwise from 2030 on; 乙: grown to 2 times as much in 6 years."
    )
    assert not findings.finding(findings.Asked("line", changed), presenters[1])


def member(group: str, row: str, value: float, relation: str = "=", **more: Any) -> Datum:  # noqa: ANN401 - any field of the dataclass
    """A figure of a group."""
    return replace(figure(row, value, relation, **more), group=group)


GROUPED: list[tuple[str, list[Datum], float | None, str, str]] = [
    (
        "grouped-bars",
        [member("地区2", "2020年", 30), member("地区2", "2010年", 10), member("甲", "2020年", 20)],
        None,
        "地区2，2020年最多，是最少的地区2，2010年的3倍。",
        "Highest: 地区2, 2020年, 3 times the lowest, 地区2, 2010年.",
    ),
    ("grouped-bars", [member("甲", "A", 30), member("甲", "B", 10), member("乙", "A", 20, ">")], None, "", ""),
    (
        "shares",
        [member("甲", "A", 30), member("甲", "B", 60), member("乙", "A", 20), member("乙", "B", 70)],
        100.0,
        "A的份额以甲为最大，乙为最小；B的份额以乙为最大，甲为最小。",
        "A: the largest share in 甲, the smallest in 乙; B: the largest share in 乙, the smallest in 甲.",
    ),
    (
        "shares",
        [member("甲", "A", 30), member("甲", "B", 90), member("乙", "A", 40), member("乙", "B", 40)],
        None,
        "A的份额以乙为最大，甲为最小；B的份额以甲为最大，乙为最小。",
        "A: the largest share in 乙, the smallest in 甲; B: the largest share in 甲, the smallest in 乙.",
    ),
    (
        "shares",
        [member("甲", "A", 30), member("甲", "B", 70), member("乙", "A", 30), member("乙", "B", 70)],
        100.0,
        "A的份额处处相同；B的份额处处相同。",
        "A: the same share throughout; B: the same share throughout.",
    ),
    (
        "shares",
        [member(group, row, value) for group, values in (("甲", (10, 20, 30, 40)), ("乙", (11, 22, 37, 30)))
         for row, value in zip("ABCD", values, strict=True)],
        100.0,
        "D的份额以甲为最大，乙为最小。",
        "D: the largest share in 甲, the smallest in 乙.",
    ),
    (
        "small-multiples",
        [member(area, "A", value, when=(year, f"{year:g}")) for area, values in (("甲", (1, 2)), ("乙", (4, 3)))
         for year, value in zip((2010.0, 2020.0), values, strict=True)],
        None,
        "甲10年间增至2倍；乙10年间下降25%。",
        "甲: grown to 2 times as much in 10 years; 乙: down by 25% in 10 years.",
    ),
    (
        "small-multiples",
        [member(area, "A", value, relation, when=(year, f"{year:g}"))
         for area, values,
         relation in (("甲", (1, 2), "="), ("乙", (4, 3), "="), ("丙", (1, 5), "="), ("丁", (2, 3), ">"))
         for year, value in zip((2010.0, 2020.0), values, strict=True)],
        None,
        "所列4项中，10年间2项上升，1项下降，1项持平或说不准。",
        "Of 4 shown, 2 rose, 1 fell and 1 stayed level or cannot be told in 10 years.",
    ),
    ("milestones", [figure("A", 80, "≥", status="target", when=(2027.0, "2027")), figure("B", 9, when=(2021.0, "2021"))], None, "", ""),
    (
        "milestones",
        [figure("A", value, status="target", when=(year, f"{year:g}年")) for year, value in ((2021.0, 1), (2021.0, 2), (2024.0, 4))],
        None,
        "共3项：2021年2项，2024年1项。",
        "3 milestones: 2 for 2021年 and 1 for 2024年.",
    ),
    (
        "milestones",
        [figure("A", value, status="target", when=(year, f"{year:g}")) for year, value in ((2021.0, 1), (2022.0, 2), (2023.0, 3), (2024.0, 4))],
        None,
        "从2021到2024，共4项。",
        "4 milestones, from 2021 to 2024.",
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", GROUPED, ids=[f"{case[0]}-{case[3]}" for case in GROUPED])
def test_a_finding_compares_groups(
    presenters: TwoPresenters, case: tuple[str, list[Datum], float | None, str, str]
) -> None:
    kind, data, whole, chinese, english = case
    asked = findings.Asked(kind, tuple(data), whole=whole)
    assert [findings.finding(asked, one) for one in presenters] == [chinese, english]


def test_what_is_no_span_of_whole_years_is_told_by_its_ends(presenters: TwoPresenters) -> None:
    data = (
        figure("A", 6, when=(2024.1, "4 February 2024")),
        figure("A", 9, when=(2024.9, "November 2024")),
    )
    said = findings.finding(findings.Asked("then-and-now", data), presenters[1])
    assert said == "A: up by 50% from 4 February 2024 to November 2024."


def test_no_row_is_dropped_in_silence(presenters: TwoPresenters) -> None:
    data = tuple(
        figure(row, value, when=when)
        for row in "甲乙丙丁"
        for value, when in ((1, (2024.0, "2024")), (2, LATER))
    )
    assert (
        findings.finding(findings.Asked("then-and-now", data), presenters[0])
        == "所列4项中，6年间4项上升。"
    )
    assert (
        findings.finding(findings.Asked("then-and-now", data), presenters[1])
        == "Of 4 shown, 4 rose in 6 years."
    )


#: Of no site: what is said of two figures needs none.
ENGLISH = Presenter(None, "en", WORDS)  # type: ignore[arg-type]
VALUES = st.integers(0, 20)


def numbers(row: str) -> st.SearchStrategy[Datum]:
    """Figures of one row, of any relation."""
    return st.builds(
        lambda value, relation: figure(row, value, relation), VALUES, st.sampled_from([*OPEN])
    )


@given(numbers("甲"), numbers("乙"), st.data())
def test_what_is_called_above_is_so_for_every_number_within_the_bounds(
    one: Datum, other: Datum, data: st.DataObject
) -> None:
    said = findings._largest(  # noqa: SLF001 - no site needed
        findings.Asked("bars", (one, other)),
        findings._Voice(ENGLISH, in_percent=False),  # noqa: SLF001 - no site needed
    )
    truth = {d.row: data.draw(st.floats(*_bounds(d))) for d in (one, other)}
    if " above " in said or " times " in said:
        assert truth[said[0]] >= max(truth.values())


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
def test_an_editors_finding_shows_its_figures(
    presenters: TwoPresenters, text: str, chinese: str, english: str
) -> None:
    assert findings.written(text, presenters[0]) == chinese
    assert findings.written(text, presenters[1]) == english


def test_a_total_that_is_an_estimate_says_so(presenters: TwoPresenters) -> None:
    total = replace(figure("全", 100), status=DatumStatus.ESTIMATE)
    said = findings.finding(findings.Asked("parts", (figure("甲", 64),), total), presenters[1])
    assert said == "甲: 64% of the total (estimate)."


def test_every_kind_of_chart_says_what_is_its_own_to_say() -> None:
    """No kind falls back on what another one claims."""
    assert set(findings.FINDING_OF_KIND) == set(charts.CHART_KINDS)
