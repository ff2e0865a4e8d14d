"""Every id that content names exists, everything declared is named, and what is missing because of
another error is not blamed on its user.
"""

from __future__ import annotations

import pytest

from statsite.problems import Problem, Severity
from tests.support.types import ProblemsOf

SITE = "title: {zh: 小站, en: Little site}\nlanguages: [zh, en]\nas_of: 2025-12-01\n"
SOURCE = "title: 题\npublication: {zh: 某报, en: Some News}\npublished: {date: 2025-07-28}\n"
AREAS = "cn: {title: {zh: 全国, en: China}, kind: country}\n"
DATASET = """\
title: {zh: 养老床位, en: Elderly-care beds}
topic: elderly-care
defaults: {source: bulletin, area: cn, period: 2024-12-31, status: observed}
indicators:
  beds:
    title: {zh: 床位, en: Beds}
    unit: bed
    observations:
      - printed: 799.3万张
"""
TWO_YEARS = DATASET.replace(
    "      - printed: 799.3万张\n",
    (
        "      - {key: 2023, printed: 820万张, period: 2023}\n      - {key: 2024, printed: "
        "799.3万张}\n"
    ),
)
CHART = "kind: bars\ntitle: {zh: 床位, en: Beds}\ndata: [care.beds]\n"
ZH = "content/topics/elderly-care/zh.md"
FRONT = "---\ntitle: 养老服务\nstandfirst: 养老床位一览。\nleads: [care.beds]\n---\n"


def found(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    """Slug and place of each problem."""
    return [(p.check, str(p.location)) for p in problems]


@pytest.mark.parametrize(
    ("field", "place"),
    [
        ("report: https://{host}/new?title={{title}}", "site.yaml:4:9"),
        ("report: editors@{host}", "site.yaml:4:9"),
        ("data_licence: {{name: CC-BY, url: 'https://{host}/by'}}", "site.yaml:4:34"),
    ],
)
def test_the_addresses_of_the_settings_are_judged_as_others_are(
    problems_of: ProblemsOf, field: str, place: str
) -> None:
    def told(host: str) -> list[tuple[str, str]]:
        settings = f"{SITE}{field.format(host=host)}\ntopics: [elderly-care]\n"
        return found(problems_of({"site.yaml": settings}))

    assert told("www.who.int") == []
    assert told("10.0.0.1") == [("link-host", place)]
    assert told("xn--80ak6aa92e.com") == [("link-host", place)]
    for host in ("a.localhost", "files.internal", "nas.local", "a.onion"):
        assert told(host) == [("link-host", place)]
    assert told("www.example.org") == []  # a site that is tried out


def test_the_smallest_site_names_nothing_unknown_and_declares_nothing_unused(
    problems_of: ProblemsOf,
) -> None:
    assert problems_of() == ()


@pytest.mark.parametrize(
    ("files", "place", "hint"),
    [
        pytest.param(
            {"site.yaml": SITE + "topics: [elderly-care, elderly-cars]\n"},
            "site.yaml:4:24",
            "did you mean `elderly-care`?",
            id="topic of the site",
        ),
        pytest.param(
            {"site.yaml": SITE + "topics: [elderly-care, roads]\n"},
            "site.yaml:4:24",
            "write content/topics/roads/zh.md and content/topics/roads/en.md",
            id="topic of the site that nobody wrote",
        ),
        pytest.param(
            {
                "content/areas.yaml": AREAS
                + "hn: {title: {zh: 湖南, en: Hunan}, kind: province, part_of: cnn}\n"
            },
            "content/areas.yaml:2:59",
            "did you mean `cn`?",
            id="area around an area",
        ),
        pytest.param(
            {
                "content/datasets/care.yaml": DATASET.replace(
                    "topic: elderly-care", "topic: elderly"
                )
            },
            "content/datasets/care.yaml:2:8",
            "did you mean `elderly-care`?",
            id="topic of a dataset",
        ),
        pytest.param(
            {"content/datasets/care.yaml": DATASET.replace("area: cn", "area: cnn")},
            "content/datasets/care.yaml:3:36",
            "did you mean `cn`?",
            id="area, in the defaults",
        ),
        pytest.param(
            {
                "content/datasets/care.yaml": DATASET.replace(
                    "799.3万张", "799.3万张\n        area: nowhere"
                )
            },
            "content/datasets/care.yaml:10:15",
            "known: `cn`",
            id="area, of the observation",
        ),
        pytest.param(
            {
                "content/datasets/care.yaml": DATASET.replace(
                    "source: bulletin", "source: buletin"
                ),
                "content/sources/bulletin.yaml": None,
                "content/sources/bulletins.yaml": SOURCE,
            },
            "content/datasets/care.yaml:3:20",
            "did you mean `bulletins`?",
            id="source",
        ),
        pytest.param(
            {
                "content/datasets/care.yaml": DATASET
                + "        also: [{printed: 近800万张, source: gazette}]\n"
            },
            "content/datasets/care.yaml:10:42",
            "known: `bulletin`",
            id="source of a further printing",
        ),
        pytest.param(
            {"content/charts/b.yaml": CHART.replace("care.beds", "care.bed")},
            "content/charts/b.yaml:3:8",
            "did you mean `care.beds`?",
            id="figure of a chart",
        ),
        pytest.param(
            {"content/charts/b.yaml": CHART + "total: care.bads\n"},
            "content/charts/b.yaml:4:8",
            "did you mean `care.beds`?",
            id="total of a chart",
        ),
        pytest.param(
            {"content/charts/b.yaml": CHART + "reference: care.bads\n"},
            "content/charts/b.yaml:4:12",
            "did you mean `care.beds`?",
            id="reference of a chart",
        ),
        pytest.param(
            {"content/charts/b.yaml": CHART + "finding: {zh: '共[[care.bads]]。', en: In all.}\n"},
            "content/charts/b.yaml:4:15",
            "did you mean `care.beds`?",
            id="figure in a finding",
        ),
        pytest.param(
            {ZH: FRONT.replace("care.beds", "care.bads")},
            f"{ZH}:4:9",
            "did you mean `care.beds`?",
            id="lead",
        ),
        pytest.param(
            {ZH: FRONT + "\n全国有\n共[[care.bads]]。\n"},
            f"{ZH}:8:2",
            "did you mean `care.beds`?",
            id="figure in the text",
        ),
        pytest.param(
            {ZH: FRONT + "共[[cares.beds|许多]]。\n"},
            f"{ZH}:6:2",
            "did you mean `care.beds`?",
            id="figure with words, dataset misspelt",
        ),
        pytest.param(
            {ZH: FRONT + "共[[road-safety.deaths]]。\n"},
            f"{ZH}:6:2",
            "there is no dataset `road-safety` either; known: `care`",
            id="figure of no dataset",
        ),
        pytest.param(
            {ZH: FRONT + "共[[length]]。\n"},
            f"{ZH}:6:2",
            "write `dataset.indicator` or `dataset.indicator@key`",
            id="figure without dataset",
        ),
        pytest.param(
            {ZH: FRONT + "共[[care.zzzzzzzz]]。\n"},
            f"{ZH}:6:2",
            "known: `care.beds`",
            id="figure like no other",
        ),
        pytest.param(
            {ZH: FRONT + "[[chart:bed]]\n", "content/charts/beds.yaml": CHART},
            f"{ZH}:6:1",
            "did you mean `beds`?",
            id="chart in the text",
        ),
        pytest.param(
            {"content/pages/about/en.md": "---\ntitle: About\n---\nSee [[care.bads]].\n"},
            "content/pages/about/en.md:4:5",
            "did you mean `care.beds`?",
            id="figure on a page",
        ),
    ],
)
def test_an_unknown_id_is_a_problem_at_its_place_with_a_hint(
    problems_of: ProblemsOf, files: dict[str, str | None], place: str, hint: str
) -> None:
    unknown = [p for p in problems_of(files) if p.check == "unknown-id"]
    assert [(str(p.location), p.hint) for p in unknown] == [(place, hint)]


def test_a_figure_named_without_its_key_is_told_the_keys(problems_of: ProblemsOf) -> None:
    problems = problems_of({"content/datasets/care.yaml": TWO_YEARS})
    assert found(problems) == [
        ("unknown-id", "content/topics/elderly-care/en.md:4:9"),
        ("unknown-id", "content/topics/elderly-care/en.md:6:11"),
        ("unknown-id", "content/topics/elderly-care/zh.md:4:9"),
        ("unknown-id", "content/topics/elderly-care/zh.md:6:5"),
    ]
    assert {p.hint for p in problems} == {"`care.beds` has the keys `@2023`, `@2024`"}


def test_a_topic_that_exists_but_is_not_listed_is_told_where_to_list_it(
    problems_of: ProblemsOf,
) -> None:
    problems = problems_of({"site.yaml": SITE + "topics: []\n"})
    assert [(p.check, str(p.location), p.hint) for p in problems if "topics" in p.hint] == [
        ("unknown-id", "content/datasets/care.yaml:2:8", "add it to `topics` in site.yaml"),
        ("unused-id", "content/topics/elderly-care/zh.md:1:1", "add it to `topics` in site.yaml"),
    ]


@pytest.mark.parametrize(
    ("files", "place"),
    [
        pytest.param(
            {"content/sources/extra.yaml": SOURCE}, "content/sources/extra.yaml:1:1", id="source"
        ),
        pytest.param(
            {
                "content/areas.yaml": AREAS
                + "hn: {title: {zh: 湖南, en: Hunan}, kind: province, part_of: cn}\n"
            },
            "content/areas.yaml:2:5",
            id="area",
        ),
        pytest.param(
            {"content/units.yaml": "bed: {words: [张], zh: 张, en: bed}\nton: {zh: 吨, en: ton}\n"},
            "content/units.yaml:2:6",
            id="unit",
        ),
        pytest.param(
            {
                "content/topics/roads/zh.md": "---\ntitle: 路\nstandfirst: 路。\n---\n",
                "content/topics/roads/en.md": "---\ntitle: Roads\nstandfirst: Roads.\n---\n",
            },
            "content/topics/roads/zh.md:1:1",
            id="topic",
        ),
    ],
)
def test_what_nothing_names_is_a_warning_at_its_declaration(
    problems_of: ProblemsOf, files: dict[str, str], place: str
) -> None:
    (problem,) = problems_of(files)
    assert (problem.check, str(problem.location), problem.severity) == (
        "unused-id",
        place,
        Severity.WARNING,
    )
    assert problem.hint


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(
            {
                "content/sources/extra.yaml": SOURCE
                + "without_figures: {zh: 仅有图片。, en: A photograph only.}\n"
            },
            id="source that says why",
        ),
        pytest.param(
            {
                "content/sources/extra.yaml": SOURCE,
                "content/datasets/care.yaml": DATASET
                + "        also: [{printed: 近800万张, source: extra}]\n",
            },
            id="source of a further printing",
        ),
        pytest.param(
            {
                "content/areas.yaml": AREAS
                + "hn: {title: {zh: 湖南, en: Hunan}, kind: province, part_of: cn}\n",
                "content/datasets/care.yaml": DATASET.replace("area: cn", "area: hn"),
            },
            id="area only around another",
        ),
    ],
)
def test_what_is_named_anywhere_is_not_unused(
    problems_of: ProblemsOf, files: dict[str, str]
) -> None:
    assert problems_of(files) == ()


def test_a_source_with_figures_may_not_say_it_has_none(problems_of: ProblemsOf) -> None:
    problems = problems_of(
        {"content/sources/bulletin.yaml": SOURCE + "without_figures: {zh: 无, en: None}\n"}
    )
    assert ("source-has-figures", "content/sources/bulletin.yaml:4:18") in found(problems)


@pytest.mark.parametrize(
    ("files", "broken"),
    [
        pytest.param(
            {"content/sources/bulletin.yaml": "title: a: b\n"},
            "content/sources/bulletin.yaml:1:9",
            id="source",
        ),
        pytest.param({"content/areas.yaml": "cn: [\n"}, "content/areas.yaml:1:5", id="areas"),
        pytest.param(
            {"content/datasets/care.yaml": "title: [\n"},
            "content/datasets/care.yaml:1:8",
            id="dataset",
        ),
        pytest.param(
            {"content/charts/beds.yaml": "kind: [\n", ZH: FRONT + "[[chart:beds]]\n"},
            "content/charts/beds.yaml:1:7",
            id="chart",
        ),
        pytest.param(
            {"content/datasets": "no folder"}, "content/datasets:1:1", id="folder of datasets"
        ),
    ],
)
def test_a_file_of_which_nothing_can_be_read_is_the_only_thing_reported(
    problems_of: ProblemsOf, files: dict[str, str | None], broken: str
) -> None:
    without = {"content/datasets/care.yaml": None} if "content/datasets" in files else {}
    assert [str(p.location) for p in problems_of({**without, **files})] == [broken]


@pytest.mark.parametrize(
    ("files", "broken"),
    [
        pytest.param(
            {"content/datasets/care.yaml": DATASET.replace("799.3万张", "数十张")},
            "printed-unreadable",
            id="figure that cannot be read",
        ),
        pytest.param(
            {"content/datasets/care.yaml": DATASET.replace("unit: bed", "unit: bad")},
            "unknown-id",
            id="unit that does not exist",
        ),
        pytest.param(
            {"content/units.yaml": "bed: {words: [张], zh: 张}\n"},
            "translation-missing",
            id="unit without a label",
        ),
        pytest.param(
            {"content/areas.yaml": AREAS.replace("country", "land")},
            "choice-unknown",
            id="area that cannot be read",
        ),
        pytest.param(
            {"content/sources/bulletin.yaml": SOURCE.replace("title", "titel")},
            "field-missing",
            id="source that cannot be read",
        ),
    ],
)
def test_what_names_something_unreadable_is_not_blamed(
    problems_of: ProblemsOf, files: dict[str, str], broken: str
) -> None:
    problems = problems_of(files)
    assert {p.location.path for p in problems if p.severity is Severity.ERROR} == set(files)
    assert broken in {p.check for p in problems}


def test_a_typing_error_is_told_even_beside_something_unreadable(problems_of: ProblemsOf) -> None:
    unreadable = (
        DATASET
        + "  wards: {title: {zh: 病房, en: Wards}, unit: bed, observations: [{printed: 数十间}]}\n"
    )
    problems = problems_of(
        {
            "content/datasets/care.yaml": unreadable,
            "content/charts/b.yaml": CHART.replace("care.beds", "care.bed, care.wards"),
        }
    )
    assert found(problems) == [
        ("unknown-id", "content/charts/b.yaml:3:8"),
        ("printed-unreadable", "content/datasets/care.yaml:10:75"),
    ]


def test_an_error_in_one_file_hides_no_unknown_id_in_another(problems_of: ProblemsOf) -> None:
    problems = problems_of(
        {
            "content/charts/a.yaml": "kind: [\n",
            "content/charts/b.yaml": CHART.replace("care.beds", "care.bed"),
        }
    )
    assert found(problems) == [
        ("yaml-syntax", "content/charts/a.yaml:1:7"),
        ("unknown-id", "content/charts/b.yaml:3:8"),
    ]
