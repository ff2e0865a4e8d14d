"""Downloads: JSON and CSV say the same, numbers as exact decimal text, and no cell runs as a
formula.
"""

from __future__ import annotations

import csv
import io
import json
import re
import tracemalloc
import weakref
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statsite.assess.assessment import Assessment, assess
from statsite.model import TextPlace
from statsite.plan.data_files import exports
from statsite.plan.outputs import link_targets
from statsite.values import replace
from tests.support.types import ReadFiles

DATASET = """\
title: {zh: 养老, en: Care}
topic: elderly-care
defaults: {source: bulletin, area: cn, period: 2024-12-31, status: observed}
indicators:
  beds:
    title: {zh: 床位, en: Beds}
    unit: bed
    observations:
      - printed: 799.3万张
        also: [{printed: 近800万张, source: other}]
      - {key: 2030, printed: 超过210万张, status: target, period: 2030}
      - {key: range, printed: 800～1200张, period: 2025-01/2025-09}
      - {key: more, printed: 6000余张, period: unknown}
      - {key: growth, printed: 近23万张, compared_with: 2020, period: 2012/..}
  share:
    title: {zh: "=1+1", en: "@SUM(1,2)"}
    unit: percent
    observations:
      - {key: a, printed: 22.0%}
      - {key: third, printed: 1/3, period: 2023}
      - {key: below, printed: -0.5%, period: 2022}
      - {key: span, printed: -5%~-3%, period: 2021}
      - {key: typed, value: "1.10", period: 2020}
"""

LOOSE = """\
title: {zh: '他说"好", 对吗', en: "Said \\"so\\", and more"}
defaults: {source: bulletin, area: cn, period: 2024, status: observed}
indicators:
  people:
    title: {zh: 人, en: People}
    unit: person
    observations: [{printed: 300余人}]
"""

OTHER = """\
title: 另一篇
publication: {zh: 某报, en: Some News}
published: {date: 2025-11, approximate: true, known_from: {zh: 文中线索, en: the text}}
"""

NUMBERS = ("value", "low", "high", "precision")


@pytest.fixture
def assessment(read_files: ReadFiles) -> Assessment:
    """A site with figures of every sort."""
    site, problems = read_files(
        {
            "content/datasets/care.yaml": DATASET,
            "content/datasets/loose.yaml": LOOSE,
            "content/sources/other.yaml": OTHER,
        }
    )
    assert site is not None
    assert problems == []
    return assess(site)


def rows_of(assessment: Assessment) -> list[dict[str, Any]]:
    """The rows of data/observations.json, as another program reads them."""
    rows: list[dict[str, Any]] = json.loads(
        exports.as_json_list(
            exports.observation_rows(assessment, assessment.site.observations.values())
        )
    )
    return rows


def table(text: bytes) -> list[dict[str, str]]:
    """A CSV file, as another program reads it."""
    return list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline="")))


def test_numbers_are_decimal_text_in_base_units(assessment: Assessment) -> None:
    rows = {row["id"]: row for row in rows_of(assessment)}
    said = {
        key: [row["printed"], row["relation"], *(row[name] for name in NUMBERS)]
        for key, row in rows.items()
    }
    assert said == {
        "care.beds": ["799.3万张", "=", "7993000", "7993000", "7993000", "1000"],
        "care.beds+other": ["近800万张", "≲", "8000000", None, "8000000", "10000"],
        "care.beds@2030": ["超过210万张", ">", "2100000", "2100000", None, "10000"],
        "care.beds@range": ["800～1200张", "range", None, "800", "1200", "1"],
        "care.beds@more": ["6000余张", ">", "6000", "6000", "7000", "1"],
        "care.beds@growth": ["近23万张", "≲", "230000", None, "230000", "10000"],
        "care.share@a": ["22.0%", "=", "22.0", "22.0", "22.0", "0.1"],
        "care.share@third": ["1/3", "≈", "33.3333", None, None, None],
        "care.share@below": ["-0.5%", "=", "-0.5", "-0.5", "-0.5", "0.1"],
        "care.share@span": ["-5%~-3%", "range", None, "-5", "-3", "1"],
        "care.share@typed": [None, "=", "1.10", "1.10", "1.10", "0.01"],
        "loose.people": ["300余人", ">", "300", "300", "400", "1"],
    }


def test_a_further_printing_is_a_row_that_names_what_it_restates(assessment: Assessment) -> None:
    rows = {row["id"]: row for row in rows_of(assessment)}
    assert [key for key, row in rows.items() if row["restates"]] == ["care.beds+other"]
    further, first = rows["care.beds+other"], rows["care.beds"]
    assert (further["restates"], further["source"], further["url"]) == (
        "care.beds",
        "other",
        first["url"],
    )
    assert list(rows)[:2] == ["care.beds", "care.beds+other"]


def test_what_is_not_stated_is_null(assessment: Assessment) -> None:
    rows = {row["id"]: row for row in rows_of(assessment)}
    assert rows["care.beds@more"]["time_period"] is None
    assert rows["care.beds@growth"]["time_period"] == "2012/.."
    assert rows["care.beds@growth"]["compared_with"] == "2020"
    assert rows["care.beds"]["compared_with"] is None
    assert rows["loose.people"]["topic"] is None
    assert rows["care.beds@2030"]["status"] == "target"


def test_a_row_has_every_promised_key_and_a_page(assessment: Assessment) -> None:
    facts = {
        "id",
        "dataset",
        "indicator",
        "title",
        "topic",
        "printed",
        "relation",
        "value",
        "low",
        "high",
        "precision",
        "unit",
        "status",
    }
    promised = facts | {"ref_area", "time_period", "source", "evidence", "url"}
    pages = set(link_targets(assessment.site))
    for row in rows_of(assessment):
        assert promised <= set(row)
        assert tuple(row) == exports.COLUMNS
        assert row["url"] in pages
        assert set(row["title"]) == {"zh", "en"}


#: What is said in each language.
WORDS = (
    "title",
    "definition",
    "note",
    "unit_title",
    "area_title",
    "publication",
    "producer",
    "because",
)


def test_a_row_says_in_words_what_its_ids_stand_for(assessment: Assessment) -> None:
    rows = {row["id"]: row for row in rows_of(assessment)}
    row = rows["care.beds"]
    assert (row["unit_title"], row["area_title"]["en"], row["publication"]["zh"]) == (
        {"zh": "张", "en": "beds"},
        "China",
        "某报",
    )
    assert (row["source_title"], row["published"], row["published_approximate"]) == (
        assessment.site.sources["bulletin"].title,
        "2025-07-28",
        False,
    )
    assert (row["definition"], row["note"]) == ({}, {})
    assert [rows["care.beds+other"][key] for key in ("published", "published_approximate")] == [
        "2025-11",
        True,
    ]


def test_every_row_names_who_made_its_figure(read_files: ReadFiles) -> None:
    own = LOOSE.replace("300余人", "300余人, producer: {zh: 某院, en: A hospital}").replace(
        "}]",
        ", also: [{printed: 300多人, source: other}]}, {key: other, printed: 500人, source: other}]",
    )
    other = OTHER + "producer: {zh: 某局, en: An office}\n"
    site, problems = read_files(
        {"content/datasets/loose.yaml": own, "content/sources/other.yaml": other}
    )
    assert site is not None
    assert problems == []
    found = assess(site)
    loose = found.site.datasets["loose"]
    rows = list(exports.observation_rows(found, found.site.observations_of(loose)))
    assert [(row["id"], row["producer"]) for row in rows] == [
        ("loose.people", {"zh": "某院", "en": "A hospital"}),
        ("loose.people+other", {"zh": "某局", "en": "An office"}),
        ("loose.people@other", {"zh": "某局", "en": "An office"}),
    ]
    assert [row["producer_en"] for row in table(exports.as_csv(rows, ("zh", "en")))] == [
        "A hospital",
        "An office",
        "An office",
    ]


@pytest.mark.parametrize(
    ("name", "interval", "is_conventional", "ends"),
    [
        ("care.beds", "[7992500, 7993500]", False, ("7992500", "7993500")),
        ("care.beds+other", "[7000000, 8000000)", True, ("7000000", "8000000")),
        ("care.beds@2030", "(2100000, ∞)", False, ("2100000", None)),
        ("care.beds@range", "[800, 1200]", False, ("800", "1200")),
        ("care.beds@more", "(6000, 7000)", True, ("6000", "7000")),
        ("care.share@a", "[21.95, 22.05]", False, ("21.95", "22.05")),
        ("care.share@third", "[30, 36.66666667]", True, ("30", "36.6667")),
    ],
)
def test_a_row_has_the_bounds_that_rules_reckon_with(
    assessment: Assessment,
    name: str,
    interval: str,
    is_conventional: bool,  # noqa: FBT001 - a column
    ends: tuple[str, str | None],
) -> None:
    (row,) = (row for row in rows_of(assessment) if row["id"] == name)
    assert (row["interval"], row["conventional"]) == (interval, is_conventional)
    assert (row["bound_low"], row["bound_high"]) == ends


READ = """\
title: {zh: 试点, en: Pilots}
defaults: {source: bulletin, area: cn, period: 2024, status: observed}
indicators:
  areas:
    title: {zh: 地区, en: Areas}
    unit: person
    observations:
      - {value: "7", because: {zh: 由编辑数得。, en: The editors counted them.}}
  people:
    title: {zh: 人, en: People}
    unit: person
    observations: [{printed: 300人, also: [{printed: 300人, source: other, period: unknown}]}]
"""


def test_rows_say_what_editors_read_whose_name_is_inferred_and_which_article_gives_no_time(
    read_files: ReadFiles,
) -> None:
    site, _ = read_files({"content/datasets/read.yaml": READ, "content/sources/other.yaml": OTHER})
    assert site is not None
    rows = {row["id"]: row for row in rows_of(assess(site))}
    read, dated, undated = (rows[f"read.{name}"] for name in ("areas", "people", "people+other"))
    assert read["because"] == {"zh": "由编辑数得。", "en": "The editors counted them."}
    assert (dated["time_period"], undated["time_period"]) == ("2024", None)
    told = table(exports.as_csv([read, dated], ("zh", "en")))
    assert [(one["because_en"], one["publication_approximate"]) for one in told] == [
        ("The editors counted them.", "false"),
        ("", "false"),
    ]
    named = replace(
        site.sources["bulletin"], publication_known_from={"zh": "自称", "en": "Says so"}
    )
    inferred = replace(site, sources={**site.sources, "bulletin": named})
    row = next(row for row in rows_of(assess(inferred)) if row["id"] == "read.people")
    assert row["publication_approximate"] is True


def flattened(row: dict[str, Any]) -> dict[str, str]:
    """A row of the JSON in the columns of the CSV, formulas guarded."""
    flat = dict[str, Any]()
    for name, value in row.items():
        if name in WORDS:
            flat |= {f"{name}_{language}": value.get(language) for language in ("zh", "en")}
        else:
            flat[name] = str(value).lower() if isinstance(value, bool) else value
    cells = {name: "" if value is None else value for name, value in flat.items()}
    return {
        name: f"'{value}" if name.startswith("title") and value[0] in "=@" else value
        for name, value in cells.items()
    }


def test_the_csv_says_what_the_json_says(assessment: Assessment) -> None:
    text = exports.as_csv(
        exports.observation_rows(assessment, assessment.site.observations.values()), ("zh", "en")
    )
    expected = [flattened(row) for row in rows_of(assessment)]
    expected[9]["printed"] = "'-5%~-3%"
    assert table(text) == expected


def test_the_csv_is_for_spreadsheets(assessment: Assessment) -> None:
    text = exports.as_csv(
        exports.observation_rows(assessment, assessment.site.observations.values()), ("zh", "en")
    )
    assert text.startswith(
        b"\xef\xbb\xbfid,dataset,indicator,title_zh,title_en,topic,printed,relation,value,"
    )
    assert text.endswith(b"\r\n")
    assert b"\n" not in text.replace(b"\r\n", b"")
    assert table(text)[0]["relation"] == "="


def test_the_json_is_plain(assessment: Assessment) -> None:
    rows = list(exports.observation_rows(assessment, assessment.site.observations.values()))
    text = exports.as_json_list(rows)
    assert text == exports.as_json(rows)
    assert text.endswith(b"]\n")
    assert "799.3万张".encode() in text
    with pytest.raises(ValueError, match="Out of range"):
        exports.as_json([float("nan")])


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("+1+1", "'+1+1"),
        ("-1-1", "'-1-1"),
        ("-cmd", "'-cmd"),
        ("@SUM(1)", "'@SUM(1)"),
        ("\t=1", "'\t'=1"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("  =1", "'  =1"),
        ("\u3000=1", "'\u3000=1"),
        ("＝1+1", "'＝1+1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠x", "'＠x"),
        ("==", "'=="),
        ("-5~-3", "'-5~-3"),
        ("=", "="),
        ("-0.38‰", "-0.38‰"),
        ("-5", "-5"),
        ("+5%", "+5%"),
        ("-3.5℃", "-3.5℃"),
        ("-1500万元", "-1500万元"),
        ("-1500万元+1", "'-1500万元+1"),
        ("1/3", "1/3"),
        ("3-5", "3-5"),
        ("2024-09", "2024-09"),
        ("≥", "≥"),
        (">", ">"),
        ("1=1", "1=1"),
        ("a;=1", "a;'=1"),
        ("a; @x", "a; '@x"),
        ("a\t-x", "a\t'-x"),
        ("a\n+1+1", "a\n'+1+1"),
        ("=a;=b", "'=a;'=b"),
        ("a;-5", "a;-5"),
        ("a;-5;+3", "a;-5;+3"),
        ("a;＝b", "a;'＝b"),
        ("799.3万张", "799.3万张"),
        ("", ""),
        (None, ""),
    ],
)
def test_no_cell_runs_as_a_formula_and_no_number_is_touched(text: str | None, cell: str) -> None:
    read = list(
        csv.reader(
            io.StringIO(
                exports._csv(["x"], [{"x": text}, {"x": "end"}]).decode("utf-8-sig"),  # noqa: SLF001 - the one place where cells are made
                newline="",
            )
        )
    )
    assert read[1] == ([cell] if cell else [""])


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_a_cell_reads_back_as_its_text(text: str) -> None:
    cells = list(
        csv.reader(
            io.StringIO(
                exports._csv(["x", "y"], [{"x": text, "y": "end"}]).decode("utf-8-sig"),  # noqa: SLF001
                newline="",
            )
        )
    )
    assert cells[1][0].replace("'", "") == text.replace("'", "")
    assert not re.search(r"[;\t\n\r]\s*[=@＝＋－＠]", cells[1][0])
    assert cells[1][0][:1] not in {
        "+",
        "-",
        "@",
        "\t",
        "\r",
        "＝",
        "＋",
        "－",
        "＠",
    } or re.fullmatch(r"[+-][0-9.]+([%‰％℃]|[\u4e00-\u9fff]+)?", text)


def test_the_drawn_data_of_a_chart_carry_the_labels_of_each_language(
    assessment: Assessment,
) -> None:
    rows = [
        row
        for row in exports.observation_rows(assessment, [assessment.site.observations["care.beds"]])
        if row["restates"] is None
    ]
    text = exports.chart_as_csv(
        rows, {"zh": {"care.beds": "=床位"}, "en": {"care.beds": "Beds, all"}}, ("zh", "en")
    )
    (row,) = table(text)
    assert (row["label_zh"], row["label_en"], row["id"], row["value"]) == (
        "'=床位",
        "Beds, all",
        "care.beds",
        "7993000",
    )
    assert not {"title_zh", "title_en", "restates"} & set(row)


def test_a_source_is_described_as_promised(assessment: Assessment) -> None:
    other = exports.source_row(assessment.site.sources["other"])
    place = TextPlace("bulletin.txt", ((1, 9),))
    bulletin = exports.source_row(replace(assessment.site.sources["bulletin"], text=place))
    assert {"id", "title", "publication", "published", "producer", "text"} <= set(bulletin)
    assert (bulletin["id"], bulletin["text"], bulletin["lines"]) == (
        "bulletin",
        "bulletin.txt",
        [[1, 9]],
    )
    assert bulletin["published"]["date"] == "2025-07-28"
    assert other["published"] == {
        "date": "2025-11",
        "approximate": True,
        "known_from": {"zh": "文中线索", "en": "the text"},
    }
    assert (other["text"], other["lines"], other["page"], other["url"]) == (None, None, None, None)


def test_a_datasets_own_file_holds_its_figures_and_no_others(assessment: Assessment) -> None:
    loose = exports.dataset_as_json(assessment, assessment.site.datasets["loose"])
    assert [row["id"] for row in loose["observations"]] == ["loose.people"]
    assert loose["topic"] is None
    assert json.loads(exports.as_json(loose)) == loose


def test_each_end_of_a_range_keeps_its_printed_digits(read_files: ReadFiles) -> None:
    files = {
        "content/datasets/care.yaml": DATASET.replace("printed: -5%~-3%", "printed: 1.5—3%"),
        "content/sources/other.yaml": OTHER,
    }
    site, problems = read_files(files)
    assert problems == []
    assert site is not None
    (row,) = (row for row in rows_of(assess(site)) if row["id"] == "care.share@span")
    assert (row["low"], row["high"], row["precision"]) == ("1.5", "3", "0.1")


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(
            lambda: exports.as_json([{"id": "beds", "of": {"en": "Bed"}}] * 20_000), id="json"
        ),
        pytest.param(
            lambda: exports.csv_lines(["beds", str(number)] * 20 for number in range(10_000)),
            id="csv",
        ),
    ],
)
def test_a_large_table_takes_little_more_memory_than_its_bytes(make: Callable[[], bytes]) -> None:
    make()
    tracemalloc.start()
    try:
        made = make()
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert len(made) > 1_000_000
    assert peak < 2 * len(made)


class Counted(dict[str, str]):
    """A row of which is known whether anybody holds it."""


def test_the_rows_of_a_list_are_let_go_one_after_another() -> None:
    held, most = weakref.WeakValueDictionary[int, Counted](), 0

    def rows() -> Iterator[Counted]:
        nonlocal most
        for number in range(50):
            held[number] = row = Counted(id=str(number))
            most = max(most, len(held))
            yield row

    assert len(json.loads(exports.as_json_list(rows()))) == 50
    assert most <= 2


@pytest.mark.parametrize("values", [[], [1], [{"a": "x\ny", "b": {}}, {"c": [1, {}]}, "\n"]])
def test_a_list_is_written_as_any_value(values: list[object]) -> None:
    assert exports.as_json_list(values) == exports.as_json(values)


def test_a_digest_of_lines_is_another_where_any_cell_is() -> None:
    lines = [("a", "b"), ("c", None), {"d": {"en": "e"}, "f": True}]
    others = [
        [("ab", ""), *lines[1:]],
        [lines[0], ("c", "None"), lines[2]],
        [*lines[:2], {"d": {"en": "e"}, "f": False}],
        [*lines, ()],
        lines[::-1],
    ]
    assert exports.digest_of(lines) == exports.digest_of(iter(lines))
    assert len({exports.digest_of(one) for one in (lines, *others)}) == 1 + len(others)
