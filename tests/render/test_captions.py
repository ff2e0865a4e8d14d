"""What is told beside the drawing of a chart."""

from __future__ import annotations

import pytest

from statsite.plan.edition import Edition
from statsite.render.captions import chart_caption, marks
from statsite.render.links import PageLinks
from tests.plan.looked_up import looked_up
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
