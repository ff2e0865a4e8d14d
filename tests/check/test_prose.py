"""Prose leads somewhere, keeps the outline of its page, and shows nothing that was
meant otherwise.
"""

from __future__ import annotations

import pytest

from statsite.problems import Problem, Severity
from tests.support.types import ProblemsOf

ABOUT = "content/pages/about/en.md"
FRONT = "---\ntitle: About\n---\n"
CHART = {"content/charts/beds.yaml": "kind: bars\ntitle: {zh: 床位, en: Beds}\ndata: [care.beds]\n"}
SOURCE = "title: 题\npublication: {zh: 某报, en: Some News}\npublished: {date: 2025-07-28}\n"


def about(body: str) -> dict[str, str]:
    """The English page of the smallest site, and a chart to name; the body begins in line 4."""
    return {ABOUT: FRONT + body, **CHART}


def found(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    """Slug and place of each problem."""
    return [(p.check, str(p.location)) for p in problems]


@pytest.mark.parametrize(
    "target",
    [
        "about",
        "/about",
        "about/",
        "about#notes",
        "#notes",
        "/",
        "topics/elderly-care",
        "data",
        "data/care",
        "data/care/care.csv",
        "data/care/care.json",
        "figures/care.beds",
        "charts/beds",
        "charts/beds/beds.csv",
        "charts/beds/zh.svg",
        "charts/beds/en.svg",
        "sources/bulletin",
        "data/observations.json",
        "datapackage.json",
        "https://www.gov.cn/a?b=c#d",
        "HTTP://www.who.int",
        "mailto:editors@who.int",
    ],
)
def test_a_link_that_leads_somewhere_is_no_problem(problems_of: ProblemsOf, target: str) -> None:
    assert problems_of(about(f"More [here]({target}).\n\n## Notes\n")) == ()


@pytest.mark.parametrize(
    ("target", "hint"),
    [
        pytest.param("abuot", "did you mean `about`?", id="misspelt page"),
        pytest.param(
            "topics/elderlycare", "did you mean `topics/elderly-care`?", id="misspelt topic"
        ),
        pytest.param(
            "elderly-care", "did you mean `topics/elderly-care`?", id="topic without its folder"
        ),
        pytest.param("../about/en.md", "write it from the site's root", id="path of a file"),
        pytest.param("en/about", "did you mean `about`?", id="folder of the language"),
        pytest.param("data/cars", "did you mean `data/care`?", id="misspelt dataset"),
        pytest.param("figures/care.bed", "did you mean `figures/care.beds`?", id="misspelt figure"),
        pytest.param("charts/beds/la.svg", "did you mean", id="drawing in another language"),
        pytest.param("sources/nobody", "write it from the site's root", id="nothing like it"),
        pytest.param("https:example", "write the whole address", id="no host"),
        pytest.param("&#106;avascript", "write it from the site's root", id="entity"),
    ],
)
def test_a_link_to_nothing_is_a_problem_at_its_target(
    problems_of: ProblemsOf, target: str, hint: str
) -> None:
    (problem,) = problems_of(about(f"Words.\n\nMore [here]({target}).\n"))
    assert (problem.check, str(problem.location)) == ("link-broken", f"{ABOUT}:6:13")
    assert problem.hint.startswith(hint)


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert",
        "JavaScript:alert",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://example.org",
        "//example.org",
    ],
)
def test_a_link_to_something_else_than_a_page_is_a_problem(
    problems_of: ProblemsOf, target: str
) -> None:
    assert found(problems_of(about(f"[here]({target})\n"))) == [("link-scheme", f"{ABOUT}:4:8")]


@pytest.mark.parametrize(
    "target",
    [
        "https://www.who.int@evil.cn/", "https://user:word@www.who.int/", "https://@www.who.int/",
        "https://example.com", "https://www.example.org/a", "https://EXAMPLE.net.",
        "http://site.test", "https://a.invalid", "https://printer.local",
        "https://wiki.internal", "https://a.example", "http://localhost:8000", "http://a.localhost",
        "http://router.home.arpa", "http://intranet/",
        "http://127.0.0.1/", "http://127.1", "http://2130706433/", "http://0x7f.1",
        "http://0177.0.0.1", "http://10.0.0.1", "http://192.168.1.1:80/",
        "http://172.16.0.9", "http://169.254.169.254/latest", "http://0.0.0.0", "http://1.2.3.4.5",
        "http://100.64.0.1", "http://256.1.1.1",
        "https://xn--pple-43d.com/", "https://xn--80ak6aa92e.com/",
        "https://www.xn--whitehuse-0ph.gov/", "https://аpple.com/",
        "https://gооgle.cn/a", "https://%6c%6fcalhost/", "mailto:editors@example.org",
        "mailto:a@localhost",
        "https://224.0.0.1/", "https://239.255.255.250/", "https://192.0.0.8/",
        "https://gov.cn../", "https://router.lan/", "https://wiki.corp/", "https://nas.home/",
        "https://a.intranet/", "https://bücher.de/",
    ],
)  # fmt: skip
def test_a_link_that_leads_no_reader_where_it_seems_to_is_a_problem(
    problems_of: ProblemsOf, target: str
) -> None:
    assert {
        p.check for p in problems_of(about(f"[here]({target})\n")) if p.severity is Severity.ERROR
    } == {"link-host"}


@pytest.mark.parametrize(
    "target",
    [
        "mailto:editors@who.int?bcc=a@who.int", "mailto:editors@who.int?subject=a%0d%0abcc:x@y.cn",
        "mailto:editors@who.int,a@who.int", "mailto:a%0abcc@who.int", "mailto:", "mailto:editors",
    ],
)  # fmt: skip
def test_a_link_for_mail_holds_one_address_alone(problems_of: ProblemsOf, target: str) -> None:
    assert {
        p.check for p in problems_of(about(f"[here]({target})\n")) if p.severity is Severity.ERROR
    } == {"link-broken"}


@pytest.mark.parametrize(
    "target",
    [
        "https://xn--fiqs8s.xn--fiqz9s/",
        "https://xn--80aswg.xn--p1ai/",
        "https://8.8.8.8/",
        "https://www.gov.cn./",
        "https://www.gov.cn:8443/a",
        "https://12306.cn/",
        "https://3g.cn",
    ],
)
def test_a_link_to_a_public_host_is_no_problem_whatever_its_letters(
    problems_of: ProblemsOf, target: str
) -> None:
    assert problems_of(about(f"[here]({target})\n")) == ()


def test_a_host_that_is_not_in_ascii_is_told_in_punycode(problems_of: ProblemsOf) -> None:
    told = [p.message for p in problems_of(about("[here](https://bücher.de/)\n"))]
    assert (
        "`bücher.de` is not written in ASCII letters: write its punycode, `xn--bcher-kva.de`"
        in told
    )


@pytest.mark.parametrize(
    "target", ["https://www.gov.cn:99999/", "https://www.gov.cn:0/", "https://www.gov.cn:http/"]
)
def test_a_link_with_an_impossible_port_is_a_problem(problems_of: ProblemsOf, target: str) -> None:
    assert found(problems_of(about(f"[here]({target})\n"))) == [("link-broken", f"{ABOUT}:4:8")]


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/a", "http://10.1.1.1/", "https://xn--pple-43d.com/"]
)
def test_a_source_where_no_reader_finds_it_is_a_problem(problems_of: ProblemsOf, url: str) -> None:
    source = SOURCE + f"title_translated: {{en: Title}}\nurl: {url}\n"
    assert found(problems_of({"content/sources/bulletin.yaml": source})) == [
        ("link-host", "content/sources/bulletin.yaml:5:6")
    ]


def test_a_link_to_what_could_not_be_read_is_not_blamed(problems_of: ProblemsOf) -> None:
    broken = {
        "content/pages/help/zh.md": "no front matter\n",
        "content/pages/help/en.md": "none either\n",
        "content/sources/more.yaml": "title: [\n",
    }
    problems = problems_of(about("[help](help) and [a source](sources/more)\n") | broken)
    assert {p.check for p in problems} == {"front-matter-missing", "yaml-syntax"}


@pytest.mark.parametrize(
    ("body", "line"),
    [("# Notes\n", 4), ("#Notes\n", 4), ("Words.\n\n# Notes\n", 6), ("## Fine\n\n# Notes\n", 6)],
)
def test_a_first_level_heading_in_the_text_is_a_problem(
    problems_of: ProblemsOf, body: str, line: int
) -> None:
    assert found(problems_of(about(body))) == [("heading-level", f"{ABOUT}:{line}:1")]


@pytest.mark.parametrize(
    "body", ["## Notes\n", "### Notes\n", "Number #one\n", "a # b\n", "    # code\n", "#\n"]
)
def test_other_headings_and_signs_are_no_problem(problems_of: ProblemsOf, body: str) -> None:
    assert problems_of(about(body)) == ()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "See [[chart:beds]] here.\n", [("chart-in-line", "4:5")], id="inside a sentence"
        ),
        pytest.param("> [[chart:beds]]\n", [("chart-in-line", "4:3")], id="in a quotation"),
        pytest.param("- [[chart:beds]]\n", [("chart-in-line", "4:3")], id="in a list"),
        pytest.param("[[chart:beds|The chart]]\n", [("chart-in-line", "4:1")], id="with words"),
        pytest.param(
            "[[chart:beds]] [[chart:beds]]\n",
            [("chart-in-line", "4:1"), ("chart-in-line", "4:16")],
            id="two on a line",
        ),
        pytest.param(
            "[[chart:beds]]\n\nWords.\n\n[[chart:beds]]\n", [("chart-repeated", "8:1")], id="twice"
        ),
    ],
)
def test_a_chart_that_cannot_be_placed_is_a_problem(
    problems_of: ProblemsOf, body: str, expected: list[tuple[str, str]]
) -> None:
    assert found(problems_of(about(body))) == [
        (slug, f"{ABOUT}:{place}") for slug, place in expected
    ]


@pytest.mark.parametrize(
    "body", ["[[chart:beds]]\n", "  [[ chart:beds ]]  \n", "Words.\n[[chart:beds]]\nWords.\n"]
)
def test_a_chart_on_a_line_of_its_own_is_no_problem(problems_of: ProblemsOf, body: str) -> None:
    assert problems_of(about(body)) == ()


@pytest.mark.parametrize(
    ("body", "column"),
    [
        pytest.param("In all [[care beds]].\n", (8, 19), id="a blank in the id"),
        pytest.param("In all [[care.beds.\n", (8,), id="never closed"),
        pytest.param("In all [[care.beds].\n", (8,), id="closed once"),
        pytest.param("In all care.beds]].\n", (17,), id="never opened"),
        pytest.param("In all [[chart: beds]].\n", (8, 21), id="a blank after chart:"),
        pytest.param("In all [[]].\n", (8, 10), id="empty"),
    ],
)
def test_brackets_that_make_no_reference_are_a_problem(
    problems_of: ProblemsOf, body: str, column: tuple[int, ...]
) -> None:
    assert found(problems_of(about(body))) == [
        ("reference-malformed", f"{ABOUT}:4:{one}") for one in column
    ]


@pytest.mark.parametrize(
    "body",
    [
        "[[care.beds]]",
        "[[ care.beds ]]",
        "[[care.beds|many beds]]",
        "`[[ ]]` is code",
        "a[i][j]",
        "[note] stays",
    ],
)
def test_references_code_and_single_brackets_are_no_problem(
    problems_of: ProblemsOf, body: str
) -> None:
    assert problems_of(about(f"{body}\n")) == ()


@pytest.mark.parametrize(
    ("body", "place"),
    [
        pytest.param("See ![a picture](beds.png).\n", "4:5", id="image"),
        pytest.param('See [here](about "About").\n', "4:5", id="link with a title"),
        pytest.param("See [here]( about ).\n", "4:5", id="link with blanks"),
        pytest.param("See [here]().\n", "4:5", id="link to nothing"),
        pytest.param("See [many [[care.beds]] here](about).\n", "4:5", id="figure inside a link"),
        pytest.param("Words.\n\n[here]: about\n", "6:1", id="link apart from the text"),
        pytest.param("Notes\n=====\n", "5:1", id="underlined heading"),
    ],
)
def test_markdown_that_is_shown_as_typed_is_a_warning(
    problems_of: ProblemsOf, body: str, place: str
) -> None:
    (problem,) = problems_of(about(body))
    assert (problem.check, str(problem.location), problem.severity) == (
        "markup-unread",
        f"{ABOUT}:{place}",
        Severity.WARNING,
    )
    assert problem.hint


@pytest.mark.parametrize(
    "body",
    [
        "f(x) = [a] (b)",
        r"\[here\](about x)",
        "`[here](about x)`",
        "a == b",
        "Wow!",
        "Wow! [here](about)",
        "| a |\n|---|\n| b |",
    ],
)
def test_text_that_only_looks_like_markup_is_no_problem(problems_of: ProblemsOf, body: str) -> None:
    assert problems_of(about(f"{body}\n")) == ()


@pytest.mark.parametrize(
    ("files", "place"),
    [
        pytest.param({ABOUT: "---\ntitle: All [[care.beds]]\n---\n"}, f"{ABOUT}:2:8", id="title"),
        pytest.param(
            {ABOUT: "---\ntitle: About\nstandfirst: We count [[care.beds]].\n---\n"},
            f"{ABOUT}:3:13",
            id="standfirst",
        ),
        pytest.param(
            {
                "content/charts/b.yaml": (
                    "kind: bars\ntitle: {zh: 床位, en: 'The [[care.beds]]'}\ndata: [care.beds]\n"
                )
            },
            "content/charts/b.yaml:2:21",
            id="title of a chart",
        ),
        pytest.param(
            {
                "content/charts/b.yaml": (
                    "kind: bars\ntitle: {zh: 床位, en: Beds}\ndata: [care.beds]\nnote: {zh: 注, "
                    "en: 'Of [[care.beds]]'}\n"
                )
            },
            "content/charts/b.yaml:4:19",
            id="note of a chart",
        ),
        pytest.param(
            {
                "content/charts/b.yaml": (
                    "kind: bars\ntitle: {zh: 床位, en: Beds}\ndata: [care.beds]\nfinding: {zh: "
                    "见图, en: 'See [[chart:b]]'}\n"
                )
            },
            "content/charts/b.yaml:4:23",
            id="chart in a finding",
        ),
        pytest.param(
            {"content/sources/bulletin.yaml": SOURCE + "note: {zh: '见[[care.beds]]', en: Note}\n"},
            "content/sources/bulletin.yaml:4:12",
            id="note of a source",
        ),
    ],
)
def test_a_reference_where_none_is_read_is_a_problem(
    problems_of: ProblemsOf, files: dict[str, str], place: str
) -> None:
    assert found(problems_of(files)) == [("reference-misplaced", place)]


def test_a_figure_in_a_finding_is_no_problem(problems_of: ProblemsOf) -> None:
    finding = "finding: {zh: '共[[care.beds]]。', en: '[[care.beds]] in all.'}\n"
    assert (
        problems_of({"content/charts/beds.yaml": CHART["content/charts/beds.yaml"] + finding}) == ()
    )
