"""What the first page shows of each topic, and what is new."""

from __future__ import annotations

import pytest

from statsite.plan.front import card_of_home, highlights, news
from tests.plan.looked_up import DATASET, looked_up
from tests.support.types import ReadFiles

EARLIER = "{key: 2015, printed: 600万张, period: 2015-12-31}"
CHART = "kind: bars\ntitle: {zh: 床位, en: Beds}\ndata: [care.beds]\n"
TOPIC = (
    "---\ntitle: 养老服务\nstandfirst: 养老床位一览。\nleads: [care.guests, care.beds]\n---\n"
    "共有[[care.beds]]。\n\n[[chart:beds]]\n"
)


def _files(earlier: str) -> dict[str, str]:
    """The little site with another figure of beds before its own."""
    return {
        "content/datasets/care.yaml": DATASET.replace(
            "- {printed: 799.3万张}", f"- {earlier}\n      - {{printed: 799.3万张}}"
        ),
        "content/charts/beds.yaml": CHART,
        "content/topics/elderly-care/zh.md": TOPIC,
    }


def test_a_topic_is_told_by_its_first_figure_that_has_an_earlier_one(
    read_files: ReadFiles,
) -> None:
    (one,) = highlights(looked_up(read_files, "zh", _files(EARLIER)))
    assert (one.figure and one.figure.id, one.earlier and one.earlier.id) == (
        "care.beds",
        "care.beds@2015",
    )
    assert one.chart == "chart-beds"


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("{key: x, printed: 600万张, area: cn-cq, period: 2015}", id="another area"),
        pytest.param("{key: x, printed: 600万张, status: plan, period: 2015}", id="a plan"),
        pytest.param("{key: x, printed: 900万张, period: 2025-06-30}", id="later"),
        pytest.param("{key: x, printed: 600万张, period: unknown}", id="no time"),
    ],
)
def test_what_is_no_earlier_figure_of_the_same_is_not_compared(
    other: str, read_files: ReadFiles
) -> None:
    (one,) = highlights(looked_up(read_files, "zh", _files(other)))
    assert (one.figure and one.figure.id, one.earlier) == ("care.guests", None)


PAIR = TOPIC.replace("[[chart:beds]]", "[[pair: care.beds, care.guests]]")
RULE = """\
few:
  says: {zh: 床位多于老人。, en: There are more beds than guests.}
  rule: care.guests < care.beds
"""


@pytest.mark.parametrize(
    ("prose", "rules", "figure", "beside"),
    [
        pytest.param(PAIR, "", "care.guests", "care.beds", id="a pair"),
        pytest.param(
            TOPIC.replace("[[chart:beds]]", ""), RULE, "care.guests", "care.beds", id="a rule"
        ),
        pytest.param(
            TOPIC.replace("[[chart:beds]]", ""),
            RULE.replace("care.guests <", "2 * care.guests <"),
            "care.guests",
            None,
            id="a rule that computes",
        ),
        pytest.param(
            TOPIC.replace("[[chart:beds]]", ""),
            f"{RULE}  across: {{zh: 可比。, en: They compare.}}\n",
            "care.guests",
            None,
            id="a rule that has to say why they compare",
        ),
        pytest.param(
            TOPIC.replace("[[chart:beds]]", "[[table by value: care.beds, care.guests]]"),
            "",
            "care.guests",
            "care.beds",
            id="a table by value",
        ),
        pytest.param(
            TOPIC.replace("[[chart:beds]]", "[[table: care.beds, care.guests]]"),
            "",
            "care.guests",
            None,
            id="a table of whatever",
        ),
        pytest.param(TOPIC, RULE, "care.guests", None, id="a chart comes first"),
    ],
)
def test_a_topic_without_an_earlier_figure_or_chart_is_told_beside_what_it_is_compared_with(
    prose: str, rules: str, figure: str, beside: str | None, read_files: ReadFiles
) -> None:
    files = {
        "content/charts/beds.yaml": CHART.replace(
            "data:", "finding: {zh: 床位多。, en: Many beds.}\ndata:"
        ),
        "content/topics/elderly-care/zh.md": prose,
        "content/rules/care.yaml": rules or "{}\n",
    }
    (one,) = highlights(looked_up(read_files, "zh", files))
    assert one.figure
    assert (one.figure.id, one.beside and one.beside.id) == (figure, beside)


def test_a_site_without_releases_has_no_news_and_without_a_chart_no_card(
    read_files: ReadFiles,
) -> None:
    edition = looked_up(read_files)
    assert (news(edition).release, news(edition).changes) == (None, ())
    assert card_of_home(edition) == ""


HOME = "---\ntitle: {}\n---\n\n{}\n"


@pytest.mark.parametrize("prose", ["[[chart:beds]]", "家。"])
def test_the_first_page_is_shared_with_the_card_of_its_chart_or_that_of_a_topic(
    prose: str, read_files: ReadFiles
) -> None:
    english = prose if "chart" in prose else "Home."
    home = {
        "content/pages/home/zh.md": HOME.format("家", prose),
        "content/pages/home/en.md": HOME.format("Home", english),
    }
    edition = looked_up(read_files, "zh", {**_files(EARLIER), **home})
    assert card_of_home(edition) == "charts/beds/card-zh.png"
