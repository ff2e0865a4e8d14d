"""A draft parses, its figures read, and it names the site's units and areas where it can."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from statsite.cli import main
from statsite.evidence.articles import article
from statsite.evidence.search import Found, find_printed
from statsite.extract.draft import draft_yaml
from statsite.extract.extraction import extract_text, quantities_as_json
from statsite.extract.measure_words import MEASURE_WORDS
from statsite.grammar.amounts import unit_words
from statsite.grammar.printed import Reading, read_printed
from statsite.read.site import read_site
from tests.extract.held_out import MARKED
from tests.extract.marking import unmarked
from tests.support.types import WriteSite

_TEXT = (
    "截至2024年末，全国养老床位合计799.3万张，其中护理型占65.7%。"
    "湖南省位居第3，有5台设备、1,234张床。"
)


def test_every_figure_of_a_draft_parses_and_reads() -> None:
    for marked in MARKED.values():
        quantities = extract_text(unmarked(marked)[0])
        draft = yaml.load(draft_yaml(quantities, name="article.txt"), yaml.CBaseLoader)  # noqa: S506 - the base loader makes nothing but text
        printed = [
            observation["printed"]
            for indicator in draft["indicators"].values()
            for observation in indicator["observations"]
        ]
        assert printed == [quantity.quoted or quantity.printed for quantity in quantities]
        words = {*MEASURE_WORDS, *(quantity.unit for quantity in quantities)}
        for quantity, text in zip(quantities, printed, strict=True):
            reading = read_printed(text, ["‰"] if quantity.unit == "‰" else sorted(words - {"‰"}))
            assert isinstance(reading, Reading), text
            assert reading.quantity == quantity.quantity


def test_a_number_whose_scale_stands_at_the_end_of_its_list_is_quoted_to_there() -> None:
    text = "三省产值分别为182.6、95.3和252.2亿元。"
    draft = yaml.load(draft_yaml(extract_text(text), name="article.txt"), yaml.CBaseLoader)  # noqa: S506 - the base loader makes nothing but text
    printed = [
        indicator["observations"][0]["printed"] for indicator in draft["indicators"].values()
    ]
    assert printed == ["182.6、95.3和252.2亿元", "95.3和252.2亿元", "252.2亿元"]
    for one, value in zip(printed, (18_260_000_000, 9_530_000_000, 25_220_000_000), strict=True):
        reading = read_printed(one, ["元"])
        assert isinstance(reading, Reading)
        assert reading.quantity.value == value
        assert isinstance(find_printed(one, None, article([(1, text)]), unit_words(["元"])), Found)


def test_units_and_areas_are_the_sites(write_site: WriteSite) -> None:
    site, _ = read_site(write_site())
    draft = yaml.safe_load(draft_yaml(extract_text(_TEXT), name="article.txt", site=site))
    assert [indicator["unit"] for indicator in draft["indicators"].values()] == [
        "bed",
        "percent",
        "TODO",
        "TODO",
        "bed",
    ]
    assert [indicator["observations"][0]["area"] for indicator in draft["indicators"].values()] == [
        "cn",
        "cn",
        "TODO",
        "TODO",
        "TODO",
    ]
    assert draft["indicators"]["figure-1"]["title"] == {"zh": "全国养老床位", "en": "TODO"}


@pytest.mark.parametrize("title", ["全国", "中国"])
def test_the_nation_is_the_area_that_the_site_calls_so(write_site: WriteSite, title: str) -> None:
    areas = (
        f"office: {{title: {{zh: {title}老龄协会, en: Office}}, kind: institution}}\n"
        f"cn: {{title: {{zh: {title}, en: China}}, kind: country}}\n"
    )
    site, _ = read_site(write_site({"content/areas.yaml": areas}))
    draft = yaml.safe_load(draft_yaml(extract_text(_TEXT), name="article.txt", site=site))
    assert draft["indicators"]["figure-1"]["observations"][0]["area"] == "cn"


def test_an_article_without_quantities_gives_an_empty_draft() -> None:
    assert yaml.safe_load(draft_yaml((), name="article.txt"))["indicators"] == {}


def test_json_gives_offsets_and_decimal_text() -> None:
    (found,) = json.loads(quantities_as_json(extract_text("到2030年，覆盖近1.20万人")))[
        "quantities"
    ]
    assert found == {
        "printed": "近1.20万人",
        "start": 9,
        "end": 16,
        "relation": "≲",
        "value": "12000",
        "low": None,
        "high": "12000",
        "precision": "100",
        "unit": "人",
        "time_period": "2030",
        "status": "target",
        "unsure": [],
    }


def test_what_rests_on_weak_grounds_is_marked_in_both_forms() -> None:
    quantities = extract_text("2024年建成5家。\n\n\u3000\u3000下半年将新建6家，目前有7家。")
    marks = [
        line.partition("  # ")[2]
        for line in draft_yaml(quantities, name="article.txt").splitlines()
        if "printed" in line
    ]
    assert marks == ["", "? period, status", ""]
    assert [
        quantity["unsure"] for quantity in json.loads(quantities_as_json(quantities))["quantities"]
    ] == [[], ["time_period", "status"], []]


def test_the_command_prints_a_draft_or_json(tmp_path: Path, write_site: WriteSite) -> None:
    article = tmp_path / "article.txt"
    article.write_text(_TEXT, encoding="utf-8")
    site = str(write_site())
    draft = CliRunner().invoke(main, ["extract", str(article), "--site", site])
    assert (draft.exit_code, len(yaml.safe_load(draft.output)["indicators"])) == (0, 5)
    data = CliRunner().invoke(main, ["extract", str(article), "--site", site, "--format", "json"])
    assert (data.exit_code, len(json.loads(data.output)["quantities"])) == (0, 5)


def test_the_command_refuses_a_file_that_is_no_text(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_bytes(b"\xff\xfe\x00")
    result = CliRunner().invoke(main, ["extract", str(article)])
    assert (result.exit_code, "is not UTF-8" in result.output) == (1, True)


def test_a_draft_says_which_unit_the_site_lacks() -> None:
    drafted = draft_yaml(extract_text("贷款利率下调25个基点。"), name="article.txt")
    assert "    unit: TODO  # 个基点\n" in drafted
