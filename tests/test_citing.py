"""References against the examples that the standards give; what is not known is left out or open."""

from __future__ import annotations

import json
import re

import pytest

from statsite import citing
from statsite.language.citations import Work, WorkKind
from statsite.model import Published, Source, SourceKind
from statsite.periods import Moment
from statsite.problems import Location
from statsite.values import replace


def _work(  # noqa: PLR0913, PLR0917 - a work, as the standards' examples have them
    kind: WorkKind,
    author: str,
    title: str,
    container: str,
    date: Moment,
    page: str = "",
    url: str = "",
    version: str = "",
    translated: str = "",
) -> Work:
    return Work(
        "x",
        kind,
        "en",
        author,
        title,
        translated,
        container,
        date,
        page=page,
        version=version,
        url=url,
    )


#: A figure of a site, as pages cite it.
SITE = _work(
    WorkKind.DATASET,
    "Health in Figures",
    "Beds: more than 85,000",
    "Health in Figures",
    Moment(2025, 12, 1),
    version="2025-12-01",
    url="https://example.org/figures/beds/",
)

ARTICLE = Source(
    id="bulletin",
    title="养老床位公报",
    title_translated={"en": "Bulletin on beds"},
    language="zh",
    publication={"zh": "某报", "en": "Some News"},
    published=Published(Moment(2025, 7, 28), True, {}),  # noqa: FBT003
    page="1",
    producer={"zh": "某部", "en": "A ministry"},
    url=None,
    text=None,
    note={},
    without_figures={},
    location=Location("content/sources/bulletin.yaml"),
)


@pytest.mark.parametrize(
    ("work", "reference"),
    [
        pytest.param(
            _work(WorkKind.NEWSPAPER, "丁文祥", "数字革命与竞争国际化", "中国青年报", Moment(2000, 11, 20), "15"),
            "丁文祥. 数字革命与竞争国际化[N]. 中国青年报, 2000-11-20(15).",
            id="newspaper",
        ),
        pytest.param(
            _work(WorkKind.NEWSPAPER, "傅刚, 赵承, 李佳路", "大风沙过后的思考", "北京青年报", Moment(2000, 1, 12), url="http://www.bjyouth.com.cn/Bqb/20000412/GB/4216%5ED0412B1401.htm"),
            "傅刚, 赵承, 李佳路. 大风沙过后的思考[N/OL]. 北京青年报, 2000-01-12[引用日期]. http://www.bjyouth.com.cn/Bqb/20000412/GB/4216%5ED0412B1401.htm.",
            id="newspaper on line",
        ),
        pytest.param(
            _work(WorkKind.REPORT, "World Health Organization", "Factors regulating the immune response: report of WHO Scientific Group", "Geneva: WHO", Moment(1970)),
            "World Health Organization. Factors regulating the immune response: report of WHO Scientific Group[R]. Geneva: WHO, 1970.",
            id="report",
        ),
        pytest.param(
            _work(WorkKind.REPORT, "中国互联网络信息中心", "第29次中国互联网络发展现状统计报告", "中国互联网络信息中心", Moment(2012, 1, 16), version="29", url="http://www.cnnic.net.cn/hlwfzyj/hlwxzbg/201201/P020120709345264469680.pdf"),
            "中国互联网络信息中心. 第29次中国互联网络发展现状统计报告[R/OL]. (2012-01-16)[引用日期]. http://www.cnnic.net.cn/hlwfzyj/hlwxzbg/201201/P020120709345264469680.pdf.",
            id="electronic resource that changes",
        ),
    ],
)  # fmt: skip
def test_examples_of_gbt_7714(work: Work, reference: str) -> None:
    assert citing.gbt7714(replace(work, language="zh")) == reference


@pytest.mark.parametrize(
    ("work", "reference"),
    [
        pytest.param(
            _work(WorkKind.NEWSPAPER, "Harlan, C.", "North Korea vows to restart shuttered reactor that can make bomb-grade plutonium", "The Washington Post", Moment(2013, 4, 2), "A1, A4"),
            "Harlan, C. (2013, April 2). North Korea vows to restart shuttered reactor that can make bomb-grade plutonium. The Washington Post, A1, A4.",
            id="newspaper",
        ),
        pytest.param(
            _work(WorkKind.DATASET, "Pew Research Center", "American trends panel Wave 26", "Pew Research Center", Moment(2018), url="https://www.pewsocialtrends.org/dataset/american-trends-panel-wave-26"),
            "Pew Research Center. (2018). American trends panel Wave 26 [Data set]. https://www.pewsocialtrends.org/dataset/american-trends-panel-wave-26",
            id="data set",
        ),
        pytest.param(
            _work(WorkKind.BOOK, "Piaget, J., & Inhelder, B.", "La psychologie de l'enfant", "Quadrige", Moment(1966), translated="The psychology of the child"),
            "Piaget, J., & Inhelder, B. (1966). La psychologie de l'enfant [The psychology of the child]. Quadrige.",
            id="title in another language",
        ),
        pytest.param(
            _work(WorkKind.WEB, "World Health Organization", "The top 10 causes of death", "World Health Organization", Moment(2018, 5, 24), url="https://www.who.int/news-room/fact-sheets/detail/the-top-10-causes-of-death"),
            "World Health Organization. (2018, May 24). The top 10 causes of death. https://www.who.int/news-room/fact-sheets/detail/the-top-10-causes-of-death",
            id="web page",
        ),
    ],
)  # fmt: skip
def test_examples_of_apa(work: Work, reference: str) -> None:
    assert citing.apa(work) == reference


def test_what_changes_names_its_version_and_leaves_the_day_of_access_open() -> None:
    assert citing.apa(SITE) == (
        "Health in Figures. (2025, December 1). Beds: more than 85,000 (Version 2025-12-01) [Data set]. "
        "Retrieved [date], from https://example.org/figures/beds/"
    )
    assert citing.gbt7714(SITE) == (
        "Health in Figures. Beds: more than 85,000[DB/OL]. (2025-12-01)[access date]. "
        "https://example.org/figures/beds/."
    )
    assert citing.plain(SITE) == (
        "Health in Figures. “Beds: more than 85,000”. 1 December 2025, version 2025-12-01, "
        "https://example.org/figures/beds/, accessed [date]."
    )
    assert citing.plain(replace(SITE, language="zh", title="床位")) == (
        "Health in Figures，《床位》，2025年12月1日，版本2025-12-01，"
        "https://example.org/figures/beds/，访问于____年__月__日。"
    )
    assert citing.bibtex(SITE).splitlines() == [
        "@misc{x,",
        "  author = {{Health in Figures}},",
        "  title = {{Beds: more than 85,000}},",
        "  year = {2025},",
        "  month = {12},",
        "  day = {1},",
        "  version = {2025-12-01},",
        "  url = {https://example.org/figures/beds/},",
        "  urldate = {},",
        "}",
    ]


def test_the_producer_is_no_author_and_an_inferred_date_stays_one() -> None:
    chinese, english = (citing.article(ARTICLE, language) for language in ("zh", "en"))
    assert citing.gbt7714(chinese) == "养老床位公报[N]. 某报, [约2025-07-28](1)."
    assert citing.plain(chinese) == "《养老床位公报》，某报，约2025年7月28日，第1版。"
    assert citing.plain(english) == "“Bulletin on beds”. Some News, about 28 July 2025, page 1."
    assert (
        citing.apa(english) == "养老床位公报 [Bulletin on beds]. (ca. 2025, July 28). Some News, 1."
    )
    assert citing.bibtex(english).splitlines() == [
        "@article{bulletin,",
        "  title = {{养老床位公报 [Bulletin on beds]}},",
        "  journal = {Some News},",
        "  year = {2025},",
        "  month = {7},",
        "  day = {28},",
        "  note = {ca. 2025-07-28},",
        "  pages = {1},",
        "}",
    ]
    (entry,) = json.loads(citing.csl_json([english]))
    assert entry == {
        "id": "bulletin",
        "type": "article-newspaper",
        "title": "养老床位公报",
        "container-title": "Some News",
        "page": "1",
        "note": "Bulletin on beds",
        "issued": {"date-parts": [[2025, 7, 28]], "circa": True},
    }


def test_a_publication_that_is_inferred_is_in_square_brackets() -> None:
    inferred = replace(ARTICLE, publication_known_from={"zh": "署名", "en": "The byline"})
    assert citing.apa(citing.article(inferred, "en")).endswith("[Some News], [1].")
    assert "[某报]" in citing.gbt7714(citing.article(inferred, "zh"))


@pytest.mark.parametrize(
    ("kind", "letters", "csl"),
    [
        (SourceKind.NEWSPAPER, "[N]", "article-newspaper"),
        (SourceKind.AGENCY, "[N]", "article-newspaper"),
        (SourceKind.BULLETIN, "[J]", "article-journal"),
        (SourceKind.REPORT, "[R]", "report"),
        (SourceKind.BOOK, "[M]", "book"),
        (SourceKind.WEB, "[EB]", "webpage"),
        (SourceKind.DATASET, "[DB]", "dataset"),
    ],
)
def test_every_kind_of_source_has_its_type(kind: SourceKind, letters: str, csl: str) -> None:
    work = citing.article(replace(ARTICLE, kind=kind), "zh")
    assert letters in citing.gbt7714(work)
    assert json.loads(citing.csl_json([work]))[0]["type"] == csl


def test_a_bulletin_is_cited_by_issue_and_its_page_is_no_page_of_a_newspaper() -> None:
    bulletin = replace(ARTICLE, kind=SourceKind.BULLETIN, issue="9", page="7")
    chinese, english = citing.article(bulletin, "zh"), citing.article(bulletin, "en")
    assert citing.gbt7714(chinese) == "养老床位公报[J]. 某报, 2025(9): 7."
    assert citing.plain(chinese) == "《养老床位公报》，某报，约2025年7月28日，第9期，第7页。"
    assert citing.apa(english).endswith(". Some News, (9), 7.")
    assert "number = {9}" in citing.bibtex(english)
    assert json.loads(citing.csl_json([english]))[0]["issue"] == "9"


def test_a_bulletin_without_an_issue_is_cited_by_its_date() -> None:
    dated = Published(Moment(2024, 3, 5), False, {})  # noqa: FBT003
    work = citing.article(replace(ARTICLE, kind=SourceKind.BULLETIN, published=dated), "zh")
    assert citing.gbt7714(work) == "养老床位公报[J]. 某报, 2024-03-05: 1."


def test_no_character_of_a_title_ends_a_bibtex_field() -> None:
    entry = citing.bibtex(
        replace(SITE, title=r"50% of {A} & B_c ~ \d #1 $2 ^", url="https://x.org/{a}")
    )
    (title,) = re.findall(r"title = \{\{(.*)\}\}", entry)
    assert title == (
        r"50\% of \textbraceleft{}A\textbraceright{} \& B\_c \textasciitilde{} "
        r"\textbackslash{}d \#1 \$2 \textasciicircum{}"
    )
    assert "url = {https://x.org/%7Ba%7D}" in entry


@pytest.mark.parametrize("title", ["a } b", "{", "}}{", r"\} x", "}, note = {y", "@book{z,"])
def test_the_braces_of_a_bibtex_entry_match_whatever_its_texts_hold(title: str) -> None:
    work = replace(SITE, title=title, author=title, page=title)
    depth = 0
    for brace in re.findall("[{}]", citing.bibtex(work))[:-1]:
        depth += 1 if brace == "{" else -1
        assert depth > 0
    assert depth == 1


def test_no_date_looks_like_a_reference_of_prose() -> None:
    text = citing.csl_json([SITE])
    assert '"issued": {"date-parts": [ [2025, 12, 1] ]}' in text
    assert not {"[[", "]]"} & {text[at : at + 2] for at in range(len(text))}


def test_several_works_are_in_one_list_of_every_style() -> None:
    found = {one.style: one for one in citing.References((SITE, citing.article(ARTICLE, "en")))}
    assert list(found) == ["gbt7714", "apa", "bibtex", "csl-json", "plain"]
    assert found["apa"].text.count("\n") == 1
    assert [one["id"] for one in json.loads(found["csl-json"].text)] == ["x", "bulletin"]
    assert [one.style for one in found.values() if one.is_code] == ["bibtex", "csl-json"]


def test_references_of_one_style_are_those_of_the_list() -> None:
    found = citing.References((SITE,))
    assert [found[number] for number in range(len(found))] == [*found]
    assert found[-1] == citing.FormattedReference("plain", citing.plain(SITE))
