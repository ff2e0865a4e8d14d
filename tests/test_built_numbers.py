"""The built files read back: wherever a figure is shown, it is the same figure, and it says what
kind of figure it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import takewhile
from typing import Any
from unicodedata import normalize

import pytest

from tests.support import page_reader
from tests.support.building import REAL, BuildOnce
from tests.support.built import SVG, BuiltSite, Element, Row
from tests.support.page_reader import Shown

READERS: Mapping[str, Callable[[str], Shown]] = {
    "zh": page_reader.chinese,
    "en": page_reader.english,
}
STATUS_WORDS = {
    "zh": {
        "observed": "实际数",
        "target": "目标",
        "plan": "计划",
        "standard": "标准",
        "estimate": "估计",
        "derived": "推算",
    },
    "en": {
        "observed": "observed",
        "target": "target",
        "plan": "plan",
        "standard": "standard",
        "estimate": "estimate",
        "derived": "derived",
    },
}
#: What stands before the explanation of a figure on its page.
EXPLAINED = {"zh": "怎么读", "en": "How to read it"}
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
NUMBERS = ("value", "low", "high", "precision")
#: Numbers that English may write out.
SPELT = {"1": "Once", "2": "Twice", "6": "Top six"}
#: A number without end, as the data and as explanations have it.
ENDLESS = {"33.3333": "33%", "66.6667": "67%"}


@pytest.fixture(scope="module", params=["one-language", "two-languages", REAL])
def site(request: pytest.FixtureRequest, built: BuildOnce) -> BuiltSite:
    return built(request.param)


def no_faults(faults: Iterator[str]) -> None:
    """Fail with every fault, a few dozen at most."""
    found = list(faults)
    assert not found, "\n".join([f"{len(found)} faults", *found[:40]])


def squeezed(text: str) -> str:
    """The text without white space."""
    return re.sub(r"\s", "", text)


def hero(site: BuiltSite, language: str, figure: Row) -> str:
    """The figure as its own page shows it at the top."""
    return site.page(language, figure["url"]).only(cls="hero").text


def written(site: BuiltSite, language: str, figure: Row) -> str:
    """The figure as it is in a sentence, away from its title."""
    return str(site.linked_data(language, figure["url"])["description"])


def each(site: BuiltSite) -> Iterator[tuple[str, Row, str]]:
    """Every figure in every language, with its text."""
    for language in site.languages:
        for figure in site.figures.values():
            yield language, figure, written(site, language, figure)


def capital(text: str) -> str:
    """The text as it begins a sentence or a cell."""
    return text[:1].upper() + text[1:]


def is_rounded(text: Shown, figure: Row) -> bool:
    """Whether it is about a derived figure, by a number that lies between the bounds of the data
    or no further from them than its last digit, or they from each other.
    """
    if figure["status"] != "derived" or figure["relation"] != "range" or text.relation != "≈":
        return False
    low, high = Fraction(figure["low"]), Fraction(figure["high"])
    spread = text.last_digit or high - low
    return low - spread <= text.ends[0] <= high + spread


def test_there_are_figures_in_every_language(site: BuiltSite) -> None:
    languages = re.findall(
        r"zh|en",
        re.search(  # type: ignore[index]
            r"^languages: (.*)$", (site.content / "site.yaml").read_text("utf-8"), re.MULTILINE
        )[1],
    )
    assert list(site.languages) == languages
    assert len(site.figures) >= 7


# What the text of a figure says


def test_every_language_writes_the_value_of_the_data(site: BuiltSite) -> None:
    no_faults(
        f"{f['id']}: {text!r} for {ends_of(f)}"
        for language, f, text in each(site)
        if not says_value(READERS[language](text), f)
    )


def says_value(text: Shown, figure: Row) -> bool:
    return is_rounded(text, figure) or same_ends(text.ends, figure)


def ends_of(figure: Row) -> tuple[str, str]:
    value = figure["value"]
    return (figure["low"], figure["high"]) if value is None else (value, value)


def same_ends(ends: tuple[Fraction, Fraction], figure: Row) -> bool:
    """Whether the ends are those of the data; a share in words has as many decimals
    there as fit.
    """
    places = 4 if figure["precision"] is None else 30
    return tuple(round(end, places) for end in ends) == tuple(map(Fraction, ends_of(figure)))


SCALE_WORDS = {
    "zh": {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12},
    "en": {"": 1, " million": 10**6, " billion": 10**9, " trillion": 10**12},
}


def in_full(number: str, figure: Row, language: str) -> Iterator[str]:
    """How a language may write every digit of a number: 12,000 in English, 12000 or 1.2万 in
    Chinese, with the nought that was printed (4.0万), which English leaves out of a bound.
    """
    mark = {"zh": "", "en": ","}[language]
    is_bound = language == "en" and figure["relation"] != "="
    for word, scale in SCALE_WORDS[language].items():
        if scale == 1 or abs(Decimal(number)) >= scale:
            counted = in_scale(number, None if is_bound else figure["precision"], scale)
            yield f"{counted:{mark}f}{word}".replace("-", "−")


def in_scale(number: str, precision: str | None, scale: int) -> Decimal:
    """A number counted in ``scale``, with as many decimals as it needs and as were printed."""
    counted = Decimal(number) / scale
    if scale == 1:
        return counted
    last = (Decimal(precision) / scale).normalize() if precision else Decimal(1)
    decimals = min(0, exponent(last), exponent(counted.normalize()))
    return counted.quantize(Decimal((0, (1,), decimals)))


def exponent(number: Decimal) -> int:
    return int(number.as_tuple().exponent)


def names_number(said: str, written: str) -> bool:
    """Whether a text holds a number, and not as a part of a longer one."""
    return re.search(rf"(?<![\d.,]){re.escape(written)}(?![\d.]*\d|,\d)", said) is not None


def test_the_explanation_of_a_figure_names_its_number_in_full(site: BuiltSite) -> None:
    no_faults(
        f"{figure['id']}: {said!r} without {number}"
        for language, figure, text in each(site)
        if not is_rounded(READERS[language](text), figure)
        for said in [explanation(site, language, figure)]
        for number in ends_of(figure)
        if not any(names_number(said, written) for written in in_full(number, figure, language))
        and not said.startswith(SPELT.get(number, "\n"))
        and ENDLESS.get(number, "\n") not in said
    )


def test_every_language_writes_the_qualifier_of_the_data(site: BuiltSite) -> None:
    no_faults(
        f"{f['id']}: {text!r} for {f['relation']}"
        for language, f, text in each(site)
        for said in [READERS[language](text)]
        if said.relation != f["relation"] and not is_rounded(said, f)
    )


def test_no_language_writes_more_or_fewer_decimals_than_were_printed(site: BuiltSite) -> None:
    no_faults(
        f"{f['id']}: {text!r} for {f['precision']}"
        for language, f, text in each(site)
        if not same_decimals(READERS[language](text), f)
    )


def same_decimals(text: Shown, figure: Row) -> bool:
    """Whether the last decimal has the size that was printed; a bound may be written more coarsely,
    as 3.2 million for 3200000.
    """
    if figure["precision"] is None:
        return text.last_digit is None
    if is_rounded(text, figure):
        return text.last_digit is None or text.last_digit >= Fraction(figure["precision"])
    printed = Fraction(figure["precision"])
    if text.last_digit is None:
        return printed >= 1
    return text.last_digit == printed or (figure["relation"] != "=" and text.last_digit > printed)


def test_every_language_writes_the_unit_of_the_data(site: BuiltSite) -> None:
    no_faults(
        f"{figure['id']}: {text!r} in {unit!r}"
        for language, figure, text in each(site)
        if not unit_fits(READERS[language](text), unit := unit_text(site, language, figure), figure)
    )


def unit_text(site: BuiltSite, language: str, figure: Row) -> str:
    return str(site.linked_data(language, figure["url"])["value"]["unitText"])


def unit_fits(text: Shown, unit: str, figure: Row) -> bool:
    """The unit's label; or the word that was printed; or the label for one thing; or none, where
    words say the share.
    """
    counted = text.unit.partition("/")[0]
    is_printed = (
        figure["printed"] is not None and bool(counted) and counted in squeezed(figure["printed"])
    )
    is_one = set(text.ends) == {Fraction(1)} and text.unit[:3] == unit[:3]
    is_share = not text.unit and text.last_digit is None and unit == "%"
    return text.unit == unit or is_printed or is_one or is_share


def test_a_unit_is_called_the_same_everywhere(site: BuiltSite) -> None:
    for language in site.languages:
        names: dict[str, set[str]] = {}
        for figure in site.figures.values():
            names.setdefault(figure["unit"], set()).add(unit_text(site, language, figure))
        assert all(len(found) == 1 for found in names.values()), names


def test_chinese_is_what_was_printed(site: BuiltSite) -> None:
    no_faults(
        f"{figure['id']}: {text!r}, printed {figure['printed']!r}"
        for language, figure, text in each(site)
        if language == "zh"
        and figure["printed"] is not None
        and not is_as_printed(text, figure["printed"])
    )


def is_as_printed(text: str, printed: str) -> bool:
    """Whether the text is the printed one, full-width forms, the unit's label and what a word for
    all comes to aside.
    """
    return without_unit(text.removesuffix("（100%）")) == without_unit(printed)


def without_unit(text: str) -> str:
    plain = re.sub(
        f"^(?:{'|'.join(page_reader.RATES)})",
        "",
        re.sub("^[第前]([0-9]+)位$", r"\1", squeezed(text)),
    )
    return normalize("NFKC", plain.replace(page_reader.chinese(plain).unit, "", 1))


def test_the_words_below_a_figure_say_its_period(site: BuiltSite) -> None:
    no_faults(
        (
            f"{figure['id']}: {said!r} for {figure['time_period']}, compared with "
            f"{figure['compared_with']}"
        )
        for language, figure, _ in each(site)
        for said in [below_the_figure(site, language, figure)]
        if not any(
            says_period(text, figure["time_period"], figure["compared_with"], language)
            for text in said
        )
    )


def explanation(site: BuiltSite, language: str, figure: Row) -> str:
    """What the page of a figure says under “How to read it”."""
    elements = site.page(language, figure["url"]).only("main").all()
    next(one for one in elements if one.text == EXPLAINED[language])
    return next(elements).text


def below_the_figure(site: BuiltSite, language: str, figure: Row) -> list[str]:
    """What the page of a figure says between the figure and how to read it, element by element:
    when, where, how firm.
    """
    elements = site.page(language, figure["url"]).only("main").all()
    next(one for one in elements if one.tag == "h1")
    above = takewhile(lambda one: one.text != EXPLAINED[language], elements)
    return [one.text for one in above if not one.inside("h1") and not _explains(one, language)]


def _explains(element: Element, language: str) -> bool:
    """Whether an element goes on behind what stands between the figure and how to read it."""
    return any(one.text == EXPLAINED[language] for one in element.all())


def says_period(said: str, period: str | None, base: str | None, language: str) -> bool:
    if period is None:
        return {"zh": "未写明时间", "en": "not stated"}[language] in said
    years = set(re.findall(r"\d{4}", f"{period} {base or ''}"))
    months = {
        int(month) for month in re.findall(r"\d{4}-(\d\d)", period) if not period.endswith("-12-31")
    }
    words = {str(month) if language == "zh" else MONTHS[month - 1] for month in months}
    return set(re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", said)) == years and all(
        word in said for word in words
    )


# Wherever a figure is, it is written alike


def test_every_link_to_a_figure_is_written_as_its_page(site: BuiltSite) -> None:
    """In leads, tables and prose: the figure's own text.

    A source lists what it prints; an editor may give other words.
    """
    texts = {
        (language, figure["id"]): {text, capital(text), hero(site, language, figure)}
        for language, figure, text in each(site)
    }
    printings = {
        (row["restates"] or row["id"], squeezed(row["printed"]))
        for row in site.rows
        if row["printed"]
    }
    words = words_given(site)
    no_faults(
        f"{found.path}: {found.link.text!r} for {found.figure['id']}"
        for found in site.figure_links
        if found.link.text not in texts[found.language, found.figure["id"]]
        and not (
            found.is_on_source and (found.figure["id"], squeezed(found.link.text)) in printings
        )
        and not (found.is_prose and (found.figure["id"], found.link.text) in words)
    )


def words_given(site: BuiltSite) -> set[tuple[str, str]]:
    """The figures that editors wrote with words of their own, and the words."""
    texts = [path.read_text("utf-8") for path in (site.content / "content").rglob("*.md")]
    return {
        (found[1], found[2])
        for text in texts
        for found in re.finditer(r"\[\[([^\]|:]+)\|([^\]]+)\]\]", text)
    }


def test_every_reference_in_prose_became_a_link(site: BuiltSite) -> None:
    for page in site.pages.values():
        assert "[[" not in page.only("main").raw_text
    links = {(found.path, found.figure["id"]) for found in site.figure_links if found.is_prose}
    written = [
        path
        for path in (site.content / "content" / "topics").rglob("*.md")
        if "[[" in path.read_text("utf-8")
    ]
    assert written
    for path in written:
        named = re.findall(r"\[\[([^\]|:]+?)(?:\|[^\]]+)?\]\]", path.read_text("utf-8"))
        place = site.path(path.stem, f"topics/{path.parent.name}/index.html")
        assert named
        assert {(place, figure) for figure in named} <= links


def test_the_figure_at_the_top_of_its_page_is_the_one_in_sentences(site: BuiltSite) -> None:
    """With a capital letter, and without what its title says of its unit."""
    no_faults(
        f"{figure['id']}: {top!r} for {text!r}"
        for language, figure, text in each(site)
        for top in [hero(site, language, figure)]
        if top != capital(text)
        and not (
            says_value(READERS[language](top), figure)
            and re.search("元|yuan", top)
            and top.lower() in text
        )
    )


def test_page_title_and_citation_hold_the_figure(site: BuiltSite) -> None:
    no_faults(
        f"{figure['id']}: {text!r}"
        for language, figure, text in each(site)
        for page in [site.page(language, figure["url"])]
        if not (
            page.only("title").text.startswith(text[:1].upper() + text[1:])
            and text in page.only("p", cls="cite").text
        )
    )


def drawings(site: BuiltSite) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """Every drawing, in pages and in files: where it is, its language, and each figure in it with
    all it is labelled with.
    """
    for file in sorted(site.root.glob("charts/*/*.svg")):
        groups = [
            group
            for group in site.svg(file.relative_to(site.root).as_posix()).iter()
            if group.get("data-figure")
        ]
        labels = [
            (
                group.get("data-figure", ""),
                "".join(text.text or "" for text in group.iter(f"{SVG}text")),
            )
            for group in groups
        ]
        yield file.relative_to(site.root).as_posix(), file.stem, labels
    for path, page in site.pages.items():
        for svg in page.all("svg", cls="chart"):
            labels = [
                (group.get("data-figure"), "".join(text.text for text in group.all("text")))
                for group in svg.all("g", cls="figure")
            ]
            yield path, site.language_of(path), labels


def test_every_chart_label_is_written_as_its_figure(site: BuiltSite) -> None:
    texts = {(language, figure["id"]): squeezed(text) for language, figure, text in each(site)}
    assert any(drawings(site))
    no_faults(
        f"{place}: {label!r} for {figure}"
        for place, language, labels in drawings(site)
        for figure, label in labels
        if texts[language, figure] not in squeezed(label)
    )


def charts(site: BuiltSite) -> Iterator[tuple[str, str, Element]]:
    """Every chart on a page: the page's language, the chart's id, the figure element around drawing
    and table.
    """
    for path, page in site.pages.items():
        for chart in page.all("figure", cls="chart-figure"):
            yield site.language_of(path), chart.get("id").removeprefix("chart-"), chart


def figures_drawn(svg: Element) -> set[str]:
    return {group.get("data-figure") for group in svg.all("g", cls="figure")}


def test_a_chart_its_table_and_its_download_hold_the_same_figures(site: BuiltSite) -> None:
    in_tables = [
        (found.link.inside("figure"), found.figure["id"])
        for found in site.figure_links
        if found.link.inside("figure")
    ]
    tables = 0
    for language, name, chart in charts(site):
        table = {figure for around, figure in in_tables if around is chart}
        download = {row["id"]: row for row in site.csv(f"charts/{name}/{name}.csv")}
        assert [figures_drawn(svg) for svg in chart.all("svg")] == [set(download)], name
        if list(chart.all("tbody")):
            tables += 1
            labels = {str(row.only("th").children[0]) for row in chart.only("tbody").all("tr")}
            assert set(download) == table
            assert {row[f"label_{language}"] for row in download.values()} == labels
    assert tables


# The data files


def test_csv_and_json_agree(site: BuiltSite) -> None:
    table = site.csv("data/observations.csv")
    assert table == [as_csv(row) for row in site.rows]
    assert list(table[0]) == list(as_csv(site.rows[0]))


def as_csv(row: Row) -> dict[str, str]:
    flat: dict[str, Any] = {}
    for key, value in row.items():
        if key == "context":  # of few figures, and not in tables
            continue
        flat.update(
            {f"{key}_{language}": value.get(language) for language in row["title"]}
            if isinstance(value, dict)
            else {key: value}
        )
    return {
        key: "" if value is None else str(value).lower() if isinstance(value, bool) else value
        for key, value in flat.items()
    }


def test_a_dataset_has_its_own_rows_of_all_the_data(site: BuiltSite) -> None:
    datasets = {row["dataset"] for row in site.rows}
    assert datasets == {path.name for path in (site.root / "data").iterdir() if path.is_dir()}
    for dataset in datasets:
        rows = [row for row in site.rows if row["dataset"] == dataset]
        assert site.json(f"data/{dataset}/{dataset}.json")["observations"] == rows
        assert site.csv(f"data/{dataset}/{dataset}.csv") == [as_csv(row) for row in rows]


def test_the_download_of_a_chart_has_rows_of_all_the_data(site: BuiltSite) -> None:
    rows = {row["id"]: as_csv(row) for row in site.rows}
    withdrawn = {row["chart"] for row in site.json("data/corrections.json") if row.get("chart")}
    for path in (one for one in site.root.glob("charts/*/*.csv") if one.stem not in withdrawn):
        for row in site.csv(path.relative_to(site.root).as_posix()):
            kept = {key: value for key, value in row.items() if not key.startswith("label_")}
            assert kept.items() <= rows[row["id"]].items()


def test_linked_data_says_what_the_data_says(site: BuiltSite) -> None:
    sources = {source["id"]: source for source in site.json("data/sources.json")}
    for language, figure, _ in each(site):
        data = site.linked_data(language, figure["url"])
        quantity = data["value"]
        ends = ("low", "high") if figure["status"] == "standard" else ("bound_low", "bound_high")
        assert [quantity.get(key) for key in ("value", "minValue", "maxValue")] == [
            figure["value"] if figure["relation"] == "=" else None,
            *(figure[end] for end in ends),
        ], figure["id"]
        assert data["name"] == figure["title"][language]
        assert data.get("observationDate") == figure["time_period"]
        works = data["isBasedOn"] if isinstance(data["isBasedOn"], list) else [data["isBasedOn"]]
        titles = {source["title"] for source in sources.values()}
        assert (
            [work["headline"] for work in works] == [sources[figure["source"]]["title"]]
            if figure["source"]
            else works
        )
        assert all(work["headline"] in titles for work in works)


def test_numbers_are_decimal_text_and_bounds_follow_from_the_relation(site: BuiltSite) -> None:
    bounds = {
        "=": "vv",
        "≈": "--",
        "≲": "-v",
        "<": "-v",
        "≤": "-v",
        "≥": "v-",
        ">": "v?",
        "range": "??",
    }
    for row in site.rows:
        assert all(
            row[key] is None or re.fullmatch(r"-?\d+(\.\d+)?", row[key]) for key in NUMBERS
        ), row["id"]
        assert (row["value"] is None) == (row["relation"] == "range")
        for kind, end in zip(bounds[row["relation"]], (row["low"], row["high"]), strict=True):
            assert kind == "?" or end == (row["value"] if kind == "v" else None), row["id"]


def test_ids_are_distinct_and_restatements_name_a_figure(site: BuiltSite) -> None:
    assert len({row["id"] for row in site.rows}) == len(site.rows)
    assert {row["restates"] for row in site.rows if row["restates"]} <= set(site.figures)


# Every figure has its places


def test_every_figure_has_a_page_and_a_row_in_its_dataset_in_each_language(site: BuiltSite) -> None:
    for language in site.languages:
        for figure in site.figures.values():
            page = site.page(language, figure["url"])
            assert figure["id"] in page.only("code").text
            assert figure["title"][language] in page.only("h1").text
        rows = Counter((found.path, found.figure["id"]) for found in site.figure_links)
        for figure in site.figures.values():
            assert (
                rows[site.path(language, f"data/{figure['dataset']}/index.html"), figure["id"]] == 1
            )


def test_every_printing_stands_on_its_figure_and_on_its_source(site: BuiltSite) -> None:
    listed = {
        (found.path, found.figure["id"], squeezed(found.link.text)) for found in site.figure_links
    }
    for language in site.languages:
        for row in site.rows:
            if row["status"] == "derived":
                continue
            figure = site.figures[row["restates"] or row["id"]]
            words = squeezed(row["printed"] or written(site, language, figure))
            assert words in squeezed(
                site.page(language, row["url"]).only("dl", cls="passport").text
            ), row["id"]
            assert (
                site.path(language, f"sources/{row['source']}/index.html"),
                figure["id"],
                words,
            ) in listed, row["id"]


def test_printed_words_are_marked_as_chinese_and_others_are_not(site: BuiltSite) -> None:
    printed = {squeezed(row["printed"]) for row in site.rows if row["printed"]}
    for found in site.figure_links:
        if found.is_on_source:
            language = next(
                around.get("lang") for around in ancestors(found.link) if around.get("lang")
            )
            assert language.startswith("zh") == (
                found.language == "zh" or squeezed(found.link.text) in printed
            ), f"{found.path}: {found.link.text}"


def ancestors(element: Element) -> Iterator[Element]:
    """The element and those around it."""
    around: Element | None = element
    while around is not None:
        yield around
        around = around.parent


# A target is never shown as if it had been reached


def test_a_figure_that_is_not_observed_says_so_beside_it(site: BuiltSite) -> None:
    """In tables, leads and cards; in prose the sentence is the editor's."""
    no_faults(
        f"{found.path}: {found.link.text!r} without {word!r}"
        for found in site.figure_links
        for word in [STATUS_WORDS[found.language][found.figure["status"]]]
        if found.figure["status"] != "observed" and not found.is_prose
        if word
        not in (
            found.link.inside("tr")
            or found.link.inside(cls="lead")
            or found.link.inside(cls="card")
            or found.link.inside(cls="formula")
            or found.link.inside(cls="earlier")
            or found.link
        ).text
    )


def test_the_page_of_a_figure_says_how_firm_it_is_wherever_it_names_it(site: BuiltSite) -> None:
    for language, figure, _ in each(site):
        word = STATUS_WORDS[language][figure["status"]]
        said = below_the_figure(site, language, figure)
        assert any(word in text for text in said), figure["id"]
        if figure["status"] != "observed":
            page = site.page(language, figure["url"])
            assert word in page.only("title").text, figure["id"]
            assert word in page.only("p", cls="cite").text, figure["id"]
            told = site.linked_data(language, figure["url"])["measurementQualifier"]
            assert word in told, figure["id"]


def test_the_file_of_a_chart_says_what_is_not_observed(site: BuiltSite) -> None:
    for path, language, labels in drawings(site):
        if path.endswith(".svg"):
            words = {
                STATUS_WORDS[language][site.figures[figure]["status"]] for figure, _ in labels
            } - {STATUS_WORDS[language]["observed"]}
            said = "".join(site.svg(path).itertext())
            assert all(word in said for word in words), f"{path}: {words}"


def test_a_made_finding_says_what_is_not_observed(site: BuiltSite) -> None:
    for language, name, chart in charts(site):
        finding = chart.only("p", cls="finding").text
        if "\nfinding:" in (site.content / "content" / "charts" / f"{name}.yaml").read_text(
            "utf-8"
        ):
            continue
        for figure in (site.figures[figure] for figure in figures_drawn(next(chart.all("svg")))):
            word = STATUS_WORDS[language][figure["status"]]
            assert (
                figure["status"] == "observed"
                or written(site, language, figure) not in finding
                or word in finding
            ), f"{name}: {finding}"
