"""The SVG file of its own: complete, well-formed, inside its frame."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import charts
from charts.layout.text_layout import width
from charts.spec import ChartSpec, Datum, DatumRelation
from charts.values import replace

SVG = "{http://www.w3.org/2000/svg}"
SPEC = ChartSpec(
    "c",
    "bars",
    "zh",
    "医养结合机构 <2024>",
    "说明",
    (Datum("a", "机构", "超过8400家", DatumRelation.MORE, 8400.0, 8400.0, None),),
)
SOURCE = (
    "来源：2024年度国家老龄事业发展公报，《健康报》2025-07-28 "
    "第1版，第一、二、三、四段，及其后所附的说明文字"
)


def test_title_chart_and_wrapped_caption_stand_in_it() -> None:
    root = ET.fromstring(charts.standalone(charts.draw(SPEC), SPEC, [SOURCE, "数说健康"]))  # noqa: S314 - our own file
    texts = [element.text or "" for element in root.iter(f"{SVG}text")]
    assert texts[0] == SPEC.title
    assert texts[1:4] == [SPEC.description, "机构", "超过8400家"]
    assert "".join(texts[4:]).replace(" ", "") == (SOURCE + "数说健康").replace(" ", "")
    assert all(width(text) <= SPEC.width for text in texts)
    last = [element for element in root if element.tag == f"{SVG}text"][-1]
    assert float(last.get("y", "")) < float(root.get("height", ""))


def test_its_key_stands_below_the_drawing() -> None:
    spec = replace(SPEC, words={"convention-open-above": "a fade means “more than”"})
    root = ET.fromstring(charts.standalone(charts.draw(spec), spec, ["来源"]))  # noqa: S314 - our own file
    assert [element.text for element in root.iter(f"{SVG}text")][-2:] == [
        "A fade means “more than”.",
        "来源",
    ]


def test_it_names_itself_and_every_token_it_uses_in_both_schemes() -> None:
    written = charts.standalone(charts.draw(SPEC), SPEC, [], accent="pine")
    ids = re.findall(r'\sid="([^"]*)"', written)
    assert len(ids) == len(set(ids))
    assert set((re.search(r'aria-labelledby="([^"]*)"', written) or [""])[1].split()) <= set(ids)
    assert all(
        written.count(f"--{token}: #") == 2
        for token in re.findall(r"var\(--([a-z0-9-]+)\)", written)
    )
    assert written.count("#17694a") == written.count("#6fc79d") == 1


def test_who_hears_it_hears_title_finding_and_every_figure_once() -> None:
    nation = Datum("n", "全国", "9000家", DatumRelation.EQUAL, 9000.0, 9000.0, 9000.0)
    words = {**SPEC.words, "conventions-separator": "；"}
    spec = replace(SPEC, kind="against-nation", reference=nation, words=words)
    root = ET.fromstring(charts.standalone(charts.draw(spec), spec, []))  # noqa: S314 - our own file
    said = [next(root.iter(f"{SVG}{tag}")).text for tag in ("title", "desc")]
    assert said == [f"{SPEC.title}\n{SPEC.description}", "机构 超过8400家；全国 9000家"]
