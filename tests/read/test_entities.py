"""Sources, areas, units and chart requests come out as they were written."""

from __future__ import annotations

import pytest

from statsite.model import (
    Area,
    AreaKind,
    PatternKind,
    Published,
    SourceKind,
    TextPlace,
    TitledLabel,
    UnitLabel,
    UnitPattern,
    WrittenSite,
    location_of,
)
from statsite.periods import Moment
from statsite.problems import Problem
from tests.support.types import ReadFiles


def _site(found: tuple[WrittenSite | None, list[Problem]]) -> WrittenSite:
    site, problems = found
    assert problems == []
    assert site is not None
    return site


def test_a_source_with_every_field(read_files: ReadFiles) -> None:
    text = (
        "title: 重庆: 医养结合\n".replace(": 医", "：医")
        + "title_translated: {en: Chongqing}\n"
        + "kind: bulletin\n"
        + "language: zh\n"
        + "publication: {zh: 健康报, en: Health News}\n"
        + "published: {date: 2025-09, approximate: true, known_from: {zh: 同版, en: Same page}}\n"
        + "page: 1\n"
        + "producer: {zh: 市卫生健康委, en: Municipal Health Commission}\n"
        + "url: https://example.org/a?b=1\n"
        + "text: {file: 001.txt, lines: [[22, 22], [40, 50]]}\n"
        + "note: {zh: 转载, en: A reprint}\n"
        + "without_figures: {zh: 无, en: None}\n"
    )
    source = _site(read_files({"content/sources/plan.yaml": text})).sources["plan"]
    assert (source.id, source.title, source.title_translated, source.language) == (
        "plan",
        "重庆：医养结合",
        {"en": "Chongqing"},
        "zh",
    )
    assert source.published == Published(
        Moment(2025, 9), approximate=True, known_from={"zh": "同版", "en": "Same page"}
    )
    assert (source.kind, source.page, source.url) == (
        SourceKind.BULLETIN,
        "1",
        "https://example.org/a?b=1",
    )
    assert source.text == TextPlace("001.txt", ((22, 22), (40, 50)))
    assert (source.producer["zh"], source.note["en"], source.without_figures["en"]) == (
        "市卫生健康委",
        "A reprint",
        "None",
    )
    assert str(location_of(source, "published.date")) == "content/sources/plan.yaml:6:19"


def test_what_a_source_may_leave_out(read_files: ReadFiles) -> None:
    text = "title: 题\npublication: {zh: 报, en: News}\npublished: {date: 2025}\n"
    source = _site(read_files({"content/sources/short.yaml": text})).sources["short"]
    assert (source.kind, source.language, source.published.approximate) == (
        SourceKind.NEWSPAPER,
        "zh",
        False,
    )
    assert (source.page, source.url, source.text) == (None, None, None)
    assert source.producer == source.note == source.without_figures == source.title_translated == {}


@pytest.mark.parametrize("kind", SourceKind)
def test_every_kind_of_source_has_its_word(read_files: ReadFiles, kind: SourceKind) -> None:
    text = (
        f"title: 题\nkind: {kind}\npublication: {{zh: 报, en: News}}\npublished: {{date: 2025}}\n"
    )
    assert _site(read_files({"content/sources/short.yaml": text})).sources["short"].kind is kind


@pytest.mark.parametrize(
    ("lines", "other_lines", "places"),
    [
        pytest.param("[[1, 9]]", "[[10, 12]]", [], id="side by side"),
        pytest.param("[[1, 9]]", "[[9, 12]]", [("later", "5:29")], id="one line shared"),
        pytest.param("[[5, 6]]", "[[1, 9]]", [("later", "5:29")], id="the first within the second"),
        pytest.param(
            "[[1, 20]]",
            "[[2, 3], [5, 6], [21, 22]]",
            [("later", "5:29"), ("later", "5:37")],
            id="several within one",
        ),
        pytest.param("[[1, 2], [4, 5]]", "[[3, 3], [6, 9]]", [], id="interleaved"),
        pytest.param(
            "[[4, 5], [9, 9]]", "[[1, 3], [7, 9]]", [("later", "5:37")], id="the last of each"
        ),
    ],
)
def test_a_line_of_a_text_belongs_to_one_source(
    read_files: ReadFiles, lines: str, other_lines: str, places: list[tuple[str, str]]
) -> None:
    text = (
        "title: 题\n\npublication: {zh: 报, en: News}\npublished: {date: 2025}\ntext: "
        "{file: a.txt, lines: "
    )
    _, problems = read_files(
        {
            "content/sources/earlier.yaml": f"{text}{lines}}}\n",
            "content/sources/later.yaml": f"{text}{other_lines}}}\n",
        }
    )
    assert [(p.check, str(p.location)) for p in problems] == [
        ("lines-overlap", f"content/sources/{name}.yaml:{place}") for name, place in places
    ]
    assert all("source `earlier`" in p.message for p in problems)


def test_the_same_lines_of_two_texts_are_no_overlap(read_files: ReadFiles) -> None:
    text = (
        "title: 题\npublication: {zh: 报, en: News}\npublished: {date: 2025}\ntext: {file: "
        "FILE, lines: [[1, 9]]}\n"
    )
    _site(
        read_files(
            {
                f"content/sources/{name}.yaml": text.replace("FILE", f"{name}.txt")
                for name in ("one", "two")
            }
        )
    )


def test_three_sources_of_one_line_are_two_too_many(read_files: ReadFiles) -> None:
    text = (
        "title: 题\npublication: {zh: 报, en: News}\npublished: {date: 2025}\ntext: {file: "
        "a.txt, lines: [[3, 7]]}\n"
    )
    _, problems = read_files({f"content/sources/{name}.yaml": text for name in ("a", "b", "c")})
    assert [(p.location.path, p.message) for p in problems] == [
        ("content/sources/b.yaml", "lines 3 to 7 of `a.txt` belong to source `a` already"),
        ("content/sources/c.yaml", "lines 3 to 7 of `a.txt` belong to source `a` already"),
    ]


def test_areas_and_their_codes(read_files: ReadFiles) -> None:
    text = (
        "cn: {title: {zh: 全国, en: China}, kind: country, iso: CN}\n"
        "cn-hn: {title: {zh: 湖南省, en: Hunan}, kind: province, part_of: cn, iso: CN-HN, "
        'gbt2260: "430000"}\n'
        "no: {title: {zh: 挪威, en: Norway}, kind: country, iso: NO}\n"
    )
    areas = _site(read_files({"content/areas.yaml": text})).areas
    hunan = areas["cn-hn"]
    assert hunan == Area(
        "cn-hn",
        {"zh": "湖南省", "en": "Hunan"},
        AreaKind.PROVINCE,
        "cn",
        "CN-HN",
        "430000",
        hunan.location,
        hunan.locations,
    )
    assert str(location_of(hunan, "part_of")) == "content/areas.yaml:2:63"
    assert areas["no"].iso == "NO"


def test_a_unit_has_a_label_for_one_and_for_many(read_files: ReadFiles) -> None:
    units = _site(read_files()).units
    assert units["person"].words == ("人", "名", "位")
    assert units["person"].label == {
        "zh": UnitLabel("人", "人"),
        "en": UnitLabel("person", "people"),
    }
    assert units["percent"].label["en"] == UnitLabel("%", "%")


def test_a_unit_may_say_how_its_figures_are_written(read_files: ReadFiles) -> None:
    text = (
        "bed: {words: [张], zh: 张, en: bed}\n"
        "rate: {words: [元], zh: {other: 元/人, every: '每人{n}', titled: {words: [人均], "
        "other: 元}},"
        " en: {one: yuan a head, other: yuan a head, titled: {words: [Per Head], other: yuan}}}\n"
        "tour: {words: [次], zh: {other: 次, every: '每年{n}次'}, en: {other: times a year, "
        "once: once a year, twice: twice a year}}\n"
        "place: {words: [位], zh: {other: 位, rank: '第{n}位'}, en: {other: place, rank: '{n}'}}\n"
        "first: {words: [位], zh: {other: 位, top: '前{n}位'}, en: {other: places, top: 'top "
        "{n}'}}\n"
        "euro: {words: [欧元], zh: 欧元, en: {one: euro, other: euros, amount: '€{n}'}}\n"
    )
    units = _site(read_files({"content/units.yaml": text})).units
    per_head = UnitLabel(
        "元/人",
        "元/人",
        UnitPattern(PatternKind.EVERY, "每人", ""),
        titled=TitledLabel(("人均",), "元", "元"),
    )
    assert units["rate"].label["zh"] == per_head
    assert units["rate"].label["en"] == UnitLabel(
        "yuan a head", "yuan a head", titled=TitledLabel(("per head",), "yuan", "yuan")
    )
    assert units["tour"].label["zh"] == UnitLabel(
        "次", "次", UnitPattern(PatternKind.EVERY, "每年", "次")
    )
    assert units["tour"].label["en"] == UnitLabel(
        "times a year", "times a year", once="once a year", twice="twice a year"
    )
    assert units["place"].label["en"] == UnitLabel(
        "place", "place", UnitPattern(PatternKind.RANK, "", "")
    )
    assert units["first"].label["en"] == UnitLabel(
        "places", "places", UnitPattern(PatternKind.TOP, "top ", "")
    )
    assert units["euro"].label["en"] == UnitLabel(
        "euro", "euros", UnitPattern(PatternKind.AMOUNT, "€", "")
    )


@pytest.mark.parametrize(
    ("label", "message", "column"),
    [
        ("{other: 张, every: 每年}", "`zh.every`: `每年` has no `{n}`", 41),
        (
            "{other: 张, every: '{n}每年{n}'}",
            "`zh.every`: `{n}每年{n}` has more braces than those of one `{n}`",
            41,
        ),
        (
            "{other: 张, every: '每{年}{n}'}",
            "`zh.every`: `每{年}{n}` has more braces than those of one `{n}`",
            41,
        ),
        (
            "{other: 张, every: '每年{n}', rank: '第{n}位'}",
            "`zh.rank`: a label has `every` and `rank`",
            50,
        ),
        ("'每年{n}'", "`zh`: `每年{n}` is no label but a pattern", 23),
        ("{other: '每年{n}'}", "`zh.other`: `每年{n}` is no label but a pattern", 31),
        (
            "{other: 元, titled: {words: [人均], other: '{n}元'}}",
            "`zh.titled.other`: `{n}元` is no label but a pattern",
            63,
        ),
    ],
)
def test_a_pattern_holds_the_number_once(
    read_files: ReadFiles, label: str, message: str, column: int
) -> None:
    _, problems = read_files(
        {"content/units.yaml": f"bed: {{words: [张], zh: {label}, en: bed}}\n"}
    )
    told = [
        (p.check, p.message, p.location.line, p.location.column)
        for p in problems
        if p.check != "unknown-id"
    ]
    assert told == [("unit-pattern-malformed", message, 1, column)]


def test_a_unit_may_have_no_printed_words(read_files: ReadFiles) -> None:
    text = (
        "bed: {words: [张], zh: 张, en: bed}\nindex: {zh: 指数, en: index}\npoint: {words: "
        "[], zh: 点, en: point}\n"
    )
    units = _site(read_files({"content/units.yaml": text})).units
    assert units["index"].words == units["point"].words == ()


def test_a_chart_request_with_every_field(read_files: ReadFiles) -> None:
    text = (
        "kind: against-nation\n"
        "title: {zh: 图, en: Chart}\n"
        "data:\n"
        "  - care.beds@2024\n"
        "  - {id: care.beds-home, label: {zh: 居家, en: At home}}\n"
        "total: care.beds\n"
        "reference: care.share\n"
        "finding: {zh: 结论。, en: A finding.}\n"
        "note: {zh: 注。, en: A note.}\n"
        "order: value\n"
    )
    chart = _site(read_files({"content/charts/beds.yaml": text})).charts["beds"]
    assert [(r.id, str(r.location)) for r in chart.data] == [
        ("care.beds@2024", "content/charts/beds.yaml:4:5"),
        ("care.beds-home", "content/charts/beds.yaml:5:5"),
    ]
    assert chart.labels == {"care.beds-home": {"zh": "居家", "en": "At home"}}
    assert chart.total is not None
    assert (chart.total.id, str(chart.total.location)) == (
        "care.beds",
        "content/charts/beds.yaml:6:8",
    )
    assert chart.reference is not None
    assert (chart.kind, chart.reference.id, chart.order) == (
        "against-nation",
        "care.share",
        "value",
    )
    assert {code: str(location_of(chart, f"finding.{code}")) for code in chart.finding} == {
        "zh": "content/charts/beds.yaml:8:15",
        "en": "content/charts/beds.yaml:8:24",
    }
    assert str(location_of(chart, "note.en")) == "content/charts/beds.yaml:9:20"


def test_what_a_chart_request_may_leave_out(read_files: ReadFiles) -> None:
    chart = _site(
        read_files(
            {
                "content/charts/beds.yaml": (
                    "kind: bars\ntitle: {zh: 图, en: Chart}\ndata: [care.beds]\n"
                )
            }
        )
    ).charts["beds"]
    assert (chart.total, chart.reference, chart.order) == (None, None, "declared")
    assert (chart.finding, chart.note, chart.labels) == ({}, {}, {})


def test_a_figure_without_label_may_be_written_with_its_key(read_files: ReadFiles) -> None:
    text = (
        "kind: bars\ntitle: {zh: 图, en: Chart}\ndata:\n  - {id: care.beds}\n  - id: "
        "care.beds@2024\n  - care.share\n"
    )
    chart = _site(read_files({"content/charts/beds.yaml": text})).charts["beds"]
    assert [reference.id for reference in chart.data] == [
        "care.beds",
        "care.beds@2024",
        "care.share",
    ]
    assert chart.labels == {}


def test_template_signs_and_markup_in_content_are_plain_text(read_files: ReadFiles) -> None:
    title = "'{{ 7*7 }} {% include \"/etc/passwd\" %} </script><script>alert(1)</script> $\\frac{$'"
    text = f"title: {title}\npublication: {{zh: 报, en: News}}\npublished: {{date: 2025}}\n"
    source = _site(read_files({"content/sources/odd.yaml": text})).sources["odd"]
    assert source.title == title.strip("'")
