"""As much of a faulty site as charts can be judged by."""

from __future__ import annotations

import pytest

from statsite.assess.assessment import Assessment, assess
from statsite.check.valid_subset import valid_subset
from tests.support.smallest import SMALLEST
from tests.support.types import ReadFiles

DATASET = "content/datasets/care.yaml"
CHART = "content/charts/beds.yaml"
BARS = "kind: bars\ntitle: {zh: 床位, en: Beds}\ndata: [care.beds]\n"


def _assessed(read_files: ReadFiles, **files: str) -> Assessment:
    site, _ = read_files(
        {DATASET: files.get("dataset", SMALLEST[DATASET]), CHART: files.get("chart", BARS)}
    )
    assert site is not None
    return assess(site)


def test_a_sound_site_is_itself(read_files: ReadFiles) -> None:
    whole = _assessed(read_files)
    assert valid_subset(whole) is whole


@pytest.mark.parametrize("named", ["source: bulletin", "area: cn"])
def test_a_figure_of_something_unknown_is_left_out(read_files: ReadFiles, named: str) -> None:
    dataset = SMALLEST[DATASET].replace(named, f"{named.split(':', maxsplit=1)[0]}: nowhere")
    left = valid_subset(_assessed(read_files, dataset=dataset)).site
    assert list(left.observations) == []
    assert list(left.charts) == []


@pytest.mark.parametrize(
    "chart",
    [
        pytest.param(BARS.replace("bars", "pie"), id="an unknown kind"),
        pytest.param(BARS.replace("care.beds", "care.bods"), id="an unknown figure"),
        pytest.param(
            BARS + "finding: {zh: '[[care.bods]]', en: x}\n", id="an unknown figure in words"
        ),
        pytest.param(BARS + "group_by: area\n", id="groups of a kind that has none"),
    ],
)
def test_a_chart_that_cannot_be_drawn_is_left_out_and_its_figures_stay(
    read_files: ReadFiles, chart: str
) -> None:
    left = valid_subset(_assessed(read_files, chart=chart)).site
    assert (list(left.charts), list(left.observations)) == ([], ["care.beds"])


def test_what_leads_a_topic_and_is_not_there_is_left_out(read_files: ReadFiles) -> None:
    topic = "content/topics/elderly-care/zh.md"
    words = SMALLEST[topic].replace("[care.beds]\n", "[care.beds, care.houses]\n", 1)
    site, _ = read_files({topic: words})
    assert site is not None
    left = valid_subset(assess(site)).site
    leads = left.topics["elderly-care"].documents["zh"].leads
    assert [lead.id for lead in leads] == ["care.beds"]


@pytest.mark.parametrize("missing", ["zh", "en"])
def test_a_topic_that_a_language_lacks_is_left_out(read_files: ReadFiles, missing: str) -> None:
    site, _ = read_files({f"content/topics/elderly-care/{missing}.md": None})
    assert site is not None
    left = valid_subset(assess(site)).site
    assert (list(left.topics), left.settings.topics) == ([], ())
