"""What is told beside the drawing of a chart."""

from __future__ import annotations

import pytest

from statsite.plan.edition import Edition
from statsite.render.captions import chart_caption, marks
from statsite.render.links import PageLinks
from tests.plan.looked_up import DATASET, looked_up
from tests.support.smallest import SMALLEST
from tests.support.types import ReadFiles

CHART = """\
kind: bars
title: {zh: 床位, en: Beds}
data: [{id: care.beds}, {id: care.beds@hn}]
"""


@pytest.fixture
def edition(read_files: ReadFiles) -> Edition:
    return looked_up(read_files, files={"content/charts/beds.yaml": CHART})


def test_a_chart_says_where_it_is_from_and_who_made_it(edition: Edition) -> None:
    caption = chart_caption(edition, "beds")
    assert any("Some News" in line for line in caption)
    assert any("Little site" in line for line in caption)
    assert all(caption)


def test_a_mark_tells_its_figure_and_leads_to_its_page(edition: Edition) -> None:
    told = marks(edition, "beds", PageLinks("en/topics/elderly-care/index.html"))
    mark = told["care.beds"]
    assert (mark["number"], mark["printed"]) == ("7.993 million beds", "799.3万张")
    assert mark["page"] == "../../figures/care.beds/index.html"
    assert "Some News" in mark["source"]


BULLETIN = "content/sources/bulletin.yaml"

DERIVED = (
    DATASET
    + """\
  wards: {title: {zh: 病房, en: Wards}, unit: bed, observations:
    [{printed: 50张}, {key: 2020, status: derived, period: 2020}]}
  rise: {title: {zh: 增加, en: Rise}, unit: bed, observations: [{printed: 9张}]}
"""
)
RULE = """\
beds-2020:
  says: {zh: 2020年的床位由相减得出。, en: The beds of 2020 are the difference.}
  defines: care.wards@2020
  rule: care.wards - care.rise
"""


def test_a_caption_names_the_derived_figures_where_others_are_printed(
    read_files: ReadFiles,
) -> None:
    chart = CHART.replace("[{id: care.beds}, {id: care.beds@hn}]", "[care.wards@2020, care.wards]")
    files = {
        "content/datasets/care.yaml": DERIVED,
        "content/rules/care.yaml": RULE,
        "content/charts/beds.yaml": chart,
    }
    caption = chart_caption(looked_up(read_files, files=files), "beds")
    assert caption[0].endswith("derived: 2020")


def test_a_caption_says_whose_the_figures_are_where_it_is_not_the_newspaper(
    read_files: ReadFiles,
) -> None:
    for producer, lines in (("Ministry", ["Figures from Ministry"]), ("Some News", [])):
        source = f"{SMALLEST[BULLETIN]}producer: {{zh: 某部, en: {producer}}}\n"
        files = {"content/charts/beds.yaml": CHART, BULLETIN: source}
        caption = chart_caption(looked_up(read_files, files=files), "beds")
        assert [line for line in caption if line.startswith("Figures")] == lines


def test_a_figure_whose_article_passes_on_several_bodies_names_its_own(
    read_files: ReadFiles,
) -> None:
    own = "area: cn-hn, producer: {zh: 省厅, en: Province}"
    files = {
        "content/charts/beds.yaml": CHART,
        "content/datasets/care.yaml": DATASET.replace("area: cn-hn", own, 1),
        BULLETIN: f"{SMALLEST[BULLETIN]}producer: {{zh: 某部, en: Ministry}}\n",
    }
    edition = looked_up(read_files, files=files)
    assert "Figures from Ministry; Province" in chart_caption(edition, "beds")
    assert edition.figures["care.beds@hn"].source.producer == "Province"
    assert edition.figures["care.beds"].source.producer == "Ministry"
