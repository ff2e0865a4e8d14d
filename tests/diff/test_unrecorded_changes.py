"""What readers saw changes only with a record that readers see: every way to change it otherwise is
caught.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from statsite.assess.assessment import assess
from statsite.cli import main
from statsite.diff.compare import compare
from statsite.diff.report import release_draft
from statsite.diff.unrecorded_changes import unrecorded_changes
from statsite.model import Site
from statsite.problems import Problem
from statsite.read.site import read_site
from tests.support.smallest import SMALLEST
from tests.support.types import WriteSite

Files = Mapping[str, str]

DATASET, UNITS, AREAS, RULES = (
    "content/datasets/care.yaml",
    "content/units.yaml",
    "content/areas.yaml",
    "content/rules/r.yaml",
)
RELEASES, SOURCE = "content/releases.yaml", "content/sources/bulletin.yaml"

FILES: Files = {
    "site.yaml": SMALLEST["site.yaml"].replace("2025-12-01", "2025-08-01"),
    AREAS: (
        "cn: {title: {zh: 全国, en: China}, kind: country}\n"
        "east: {title: {zh: 东县, en: East}, kind: county, part_of: cn}\n"
        "west: {title: {zh: 西县, en: West}, kind: county, part_of: cn}\n"
    ),
    UNITS: (
        "bed: {words: [张], zh: 张, en: {one: bed, other: beds}}\n"
        'percent: {words: ["%"], zh: "%", en: "%"}\n'
        "place: {words: [张], zh: 个, en: {one: place, other: places}}\n"
    ),
    SOURCE: (
        "title: 公报\ntitle_translated: {en: Bulletin}\npublication: {zh: 某报, en: Some "
        "News}\npublished: {date: 2025-07-28}\n"
    ),
    "content/sources/other.yaml": (
        "title: 另报\ntitle_translated: {en: Other}\npublication: {zh: 某报, en: Some "
        "News}\npublished: {date: 2025-07-29}\n"
    ),
    RULES: (
        "open: {says: {zh: 差, en: Difference}, defines: care.free, rule: care.beds - care.used}\n"
    ),
    RELEASES: (
        "r-1: {time: 2025-08-01T00:00:00Z, note: {zh: 一, en: One}, added: [care.beds, "
        "care.used], changed: [care.east], removed: [care.gone]}\n"
    ),
    DATASET: """\
title: {zh: 养老床位, en: Elderly-care beds}
topic: elderly-care
defaults: {source: bulletin, area: cn, period: 2024-12-31, status: observed}
indicators:
  beds:
    title: {zh: 床位, en: Beds}
    definition: {zh: 全部床位, en: All beds}
    unit: bed
    observations:
      - printed: 799.3万张
        formerly: [care.old-beds, care.older-beds]
        also: [{printed: 799万张, source: other}]
        revisions: [{kind: correction, printed: 799.2万张, date: 2025-08-01, reason: {zh: 错, en: Slip}}]
  used:
    title: {zh: 已用, en: Used}
    unit: bed
    observations: [{printed: 超过500万张, compared_with: 2020}]
  free:
    title: {zh: 空床, en: Free}
    unit: bed
    observations: [{status: derived, period: 2024-12-31}]
  east:
    title: {zh: 东, en: East}
    unit: bed
    observations: [{value: 12.0, area: east, precision: 0.1}]
  west:
    title: {zh: 西, en: West}
    unit: bed
    observations: [{value: 15, area: west, formerly: [care.old-west]}]
""",
}

#: A release that lists every figure as changed.
RECORD = (
    "r-2: {time: 2025-09-01T00:00:00Z, note: {zh: 二, en: Two}, changed: [care.beds, "
    "care.used, care.free, care.east, care.west]}\n"
)


@pytest.fixture
def against(write_site: WriteSite) -> Callable[..., list[Problem]]:
    """What changed silently when files of the site were replaced, whole or in part."""

    def read(files: Files) -> Site:
        site, problems = read_site(write_site(files))
        assert problems == []
        assert site is not None
        return assess(site).site

    def found(*changes: tuple[str, str, str]) -> list[Problem]:
        files = dict(FILES)
        for path, before, after in changes:
            assert before in files[path], before
            files[path] = files[path].replace(before, after)
        return list(unrecorded_changes(read(FILES), read(files)))

    return found


Against = Callable[..., list[Problem]]
LISTED = (RELEASES, "r-1:", f"{RECORD}r-1:")


def test_what_did_not_change_is_no_problem(against: Against) -> None:
    assert against() == []
    assert against(LISTED) == []


@pytest.mark.parametrize(
    ("change", "said", "place"),
    [
        pytest.param(
            (UNITS, "bed: {words: [张]", "bed: {words: [张, 万张]"),
            "value = 7993000 -> = 799.3",
            f"{DATASET}:10:",
            id="scale in a unit word",
        ),
        pytest.param(
            (DATASET, "799.3万张", "799.8万张"),
            "printed 799.3万张 -> 799.8万张, value = 7993000 -> = 7998000",
            f"{DATASET}:10:",
            id="number",
        ),
        pytest.param(
            (DATASET, "超过500", "500"), "value > 5000000 -> = 5000000", DATASET, id="relation"
        ),
        pytest.param(
            (DATASET, "超过500万张", "500余万张"),
            "value > 5000000 (5000000 to …, last digit 10000) -> > 5000000 (5000000 to 6000000",
            DATASET,
            id="bound",
        ),
        pytest.param(
            (DATASET, "precision: 0.1", "precision: 0.5"),
            "value = 12.0 (12.0 to 12.0, last digit 1/10) -> = 12.0 (12.0 to 12.0, last digit 1/2)",
            DATASET,
            id="precision",
        ),
        pytest.param(
            (DATASET, "All beds}\n    unit: bed", "All beds}\n    unit: place"),
            "unit bed -> place",
            DATASET,
            id="unit",
        ),
        pytest.param(
            (DATASET, "printed: 799.3万张", "printed: 799.3万张\n        period: 2023"),
            "period 2024-12-31 -> 2023",
            DATASET,
            id="period",
        ),
    ],
)
def test_a_number_unit_or_period_wants_a_revision_and_a_release_does_not_do(
    against: Against, change: tuple[str, str, str], said: str, place: str
) -> None:
    problems = [
        problem for problem in against(change, LISTED) if "care.free" not in problem.message
    ]
    assert {problem.check for problem in problems} <= {"published-changed", "revision-removed"}
    assert said in problems[0].message
    assert str(problems[0].location).startswith(place)


@pytest.mark.parametrize(
    ("change", "said", "place"),
    [
        pytest.param(
            (UNITS, "other: beds", "other: patients"),
            (
                "the label of unit `bed` was published and changed without a record: 张 / bed / "
                "beds -> 张 / bed / patients;"
            ),
            f"{UNITS}:1:",
            id="label of a unit",
        ),
        pytest.param(
            (DATASET, "{zh: 床位, en: Beds}", "{zh: 床位, en: Free beds}"),
            (
                "the title of `care.beds` was published and changed without a record: 床位 / Beds "
                "-> 床位 / Free beds"
            ),
            f"{DATASET}:6:",
            id="title",
        ),
        pytest.param(
            (
                DATASET,
                "definition: {zh: 全部床位, en: All beds}",
                "definition: {zh: 全部床位, en: Free beds}",
            ),
            "the definition of `care.beds`",
            f"{DATASET}:7:",
            id="definition",
        ),
        pytest.param(
            (DATASET, "    definition: {zh: 全部床位, en: All beds}\n", ""),
            "全部床位 / All beds -> nothing",
            DATASET,
            id="definition gone",
        ),
        pytest.param(
            (AREAS, "东县, en: East", "南县, en: South"),
            "东县 / East -> 南县 / South; it is shown with `care.east`",
            f"{AREAS}:2:",
            id="title of an area",
        ),
        pytest.param(
            (SOURCE, "title: 公报", "title: 官报"),
            "what is cited of source `bulletin`",
            f"{SOURCE}:1:",
            id="title of a source",
        ),
        pytest.param(
            (SOURCE, "某报, en: Some News", "大报, en: Big News"),
            "what is cited of source `bulletin`",
            SOURCE,
            id="publication",
        ),
        pytest.param(
            (SOURCE, "2025-07-28", "2024-07-28"),
            "what is cited of source `bulletin`",
            SOURCE,
            id="date of a source",
        ),
        pytest.param(
            (DATASET, "compared_with: 2020", "compared_with: 2010"),
            "compared with 2020 -> 2010",
            DATASET,
            id="base",
        ),
        pytest.param(
            (DATASET, ", compared_with: 2020", ""),
            "compared with 2020 -> nothing",
            DATASET,
            id="base gone",
        ),
        pytest.param(
            (DATASET, "compared_with: 2020", "compared_with: 2020, status: plan"),
            "status observed -> plan",
            DATASET,
            id="status",
        ),
        pytest.param(
            (DATASET, "area: west", "area: east"), "area west -> east", DATASET, id="area"
        ),
        pytest.param(
            (DATASET, "compared_with: 2020", "compared_with: 2020, source: other"),
            "source bulletin -> other",
            DATASET,
            id="source",
        ),
        pytest.param(
            (DATASET, "        also: [{printed: 799万张, source: other}]\n", ""),
            "further printings 799万张 in other -> nothing",
            DATASET,
            id="further printing gone",
        ),
        pytest.param(
            (DATASET, "799万张, source: other", "799万张, source: other, key: headline"),
            "further printings 799万张 in other -> nothing",
            DATASET,
            id="key of a further printing",
        ),
        pytest.param(
            (SOURCE, "published:", "page: 7\npublished:"),
            "2025-07-28, newspaper -> 公报",
            f"{SOURCE}:4:",
            id="page of a source",
        ),
        pytest.param(
            (SOURCE, "published:", "kind: book\npublished:"),
            ", newspaper -> 公报",
            f"{SOURCE}:4:",
            id="kind of a source",
        ),
        pytest.param(
            (SOURCE, "published:", "url: https://example.org/a\npublished:"),
            "newspaper, https://example.org/a;",
            f"{SOURCE}:4:",
            id="address of a source",
        ),
        pytest.param(
            (SOURCE, "published:", "issue_url: https://example.org/b\npublished:"),
            "newspaper, https://example.org/b;",
            f"{SOURCE}:4:",
            id="address of an issue",
        ),
        pytest.param(
            (SOURCE, "某报, en: Some News", "某报, en: Some\u00a0News"),
            '"en": "Some<U+00A0>News"',
            f"{SOURCE}:3:",
            id="another space",
        ),
        pytest.param(
            (RULES, "care.beds - care.used", "care.beds - care.used - care.east"),
            "formula care.beds - care.used -> care.beds - care.used - care.east",
            DATASET,
            id="formula",
        ),
        pytest.param(
            (
                RULES,
                "defines: care.free, rule: care.beds - care.used",
                "rule: care.beds > care.used",
            ),
            "formula care.beds - care.used -> nothing",
            DATASET,
            id="formula gone",
        ),
        pytest.param(
            (DATASET, "en: Slip", "en: The source erred"),
            (
                "revisions 2025-08-01, 错 / Slip, bulletin -> 2025-08-01, 错 / The source erred, "
                "bulletin"
            ),
            DATASET,
            id="reason of a revision",
        ),
    ],
)
def test_what_else_a_figure_says_changes_with_a_release_that_lists_it(
    against: Against, change: tuple[str, str, str], said: str, place: str
) -> None:
    (problem,) = against(change)
    assert problem.check == "published-changed"
    assert said in problem.message
    assert str(problem.location).startswith(place)
    assert against(change, LISTED) == []


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        pytest.param(
            'zh: {other: 位次, rank: "第{n}位"}, en: {other: place, rank: "{n}"}',
            'zh: {other: 位次, top: "第{n}位"}, en: {other: place, top: "{n}"}',
            "figures in unit `rank` were published and are written in another way",
            id="kind of a pattern",
        ),
        pytest.param(
            "zh: {other: 位次, titled: {words: [名次], other: 位}}, en: {other: place}",
            "zh: {other: 位次, titled: {words: [名次, 东], other: 位}}, en: {other: place}",
            "figures in unit `rank` were published and are written in another way",
            id="words of titles",
        ),
    ],
)
def test_a_unit_that_writes_its_figures_in_another_way_is_noticed(
    write_site: WriteSite, before: str, after: str, said: str
) -> None:
    dataset = FILES[DATASET].replace(
        "  east:\n    title: {zh: 东, en: East}\n    unit: bed\n    observations: [{value: 12.0, area: east, precision: 0.1}]",
        "  east:\n    title: {zh: 东, en: East}\n    unit: rank\n    observations: [{printed: 3位}]",
    )
    assert "unit: rank" in dataset
    sites = [
        read_site(
            write_site(
                {
                    **FILES,
                    DATASET: dataset,
                    UNITS: f"{FILES[UNITS]}rank: {{words: [位], {label}}}\n",
                }
            )
        )
        for label in (before, after)
    ]
    old, new = (assess(site).site for site, _ in sites if site is not None)
    problems = list(unrecorded_changes(old, new))
    assert [problem.message.startswith(said) for problem in problems] == [True]
    assert "`care.east`" in problems[0].message


def test_two_areas_that_swap_their_titles_are_two_problems(against: Against) -> None:
    swap = (
        (AREAS, "东县, en: East", "X"),
        (AREAS, "西县, en: West", "东县, en: East"),
        (AREAS, "X", "西县, en: West"),
    )
    assert [str(problem.location) for problem in against(*swap)] == [
        f"{AREAS}:2:15",
        f"{AREAS}:3:15",
    ]


def test_two_figures_that_swap_their_ids_are_caught(against: Against) -> None:
    swap = (
        (DATASET, "  east:", "  x:"),
        (DATASET, "  west:", "  east:"),
        (DATASET, "  x:", "  west:"),
    )
    problems = against(*swap)
    assert {problem.check for problem in problems} == {"published-changed", "former-id-removed"}
    assert "`care.old-west` was an id of `care.west` and means `care.east` now" in " ".join(
        problem.message for problem in problems
    )


@pytest.mark.parametrize(
    ("before", "after", "record"),
    [
        pytest.param("value: 240", "value: 250", "value: 240", id="number"),
        pytest.param(
            'value: 240, relation: "≈", precision: 10',
            "value: 250",
            'value: 240, relation: "≈", precision: 10',
            id="relation",
        ),
        pytest.param(
            'value: 1500, relation: ">", high: 2000',
            "value: 1600",
            'value: 1500, relation: ">", high: 2000',
            id="bound",
        ),
        pytest.param(
            "relation: range, low: -1.5, high: -0.5",
            "relation: range, low: -9.5, high: -8.5",
            'relation: "range", low: -1.5, high: -0.5',
            id="range",
        ),
        pytest.param("value: 240, precision: 10", "value: 240", "value: 240, precision: 10", id="precision"),
    ],
)  # fmt: skip
def test_the_record_that_is_asked_for_holds_all_of_a_number_that_nothing_prints(
    against: Against, before: str, after: str, record: str, write_site: WriteSite
) -> None:
    figure = "value: 15, area: west"

    def site(number: str) -> Site:
        text = FILES[DATASET].replace(figure, f"{number}, area: west")
        read, problems = read_site(write_site({**FILES, DATASET: text}))
        assert problems == []
        assert read is not None
        return assess(read).site

    assert against() == []
    old, unsaid = site(before), site(after)
    (problem,) = unrecorded_changes(old, unsaid)
    assert f"{{kind: correction, {record}, date: …" in problem.hint
    told = f"kind: correction, {record}, date: 2025-08-01, reason: {{zh: 错, en: Slip}}"
    assert list(unrecorded_changes(old, site(f"{after}, revisions: [{{{told}}}]"))) == []


def test_a_new_release_is_later_than_those_before_it(against: Against) -> None:
    early = "r-0: {time: 2024-04-01T08:00:00Z, note: {zh: 旧, en: Old}, changed: [care.used]}\n"
    (problem,) = against((RELEASES, "r-1:", f"{early}r-1:"))
    assert problem.check == "release-misdated"
    assert "not later than what was published on 2025-08-01T00:00:00Z" in problem.message


def test_a_release_that_was_there_before_is_no_record(against: Against) -> None:
    """`care.east` is under `changed`, and `care.gone` under `removed`, of a release that was
    published.
    """
    assert [p.check for p in against((DATASET, "{zh: 东, en: East}", "{zh: 东, en: Eastern}"))] == [
        "published-changed"
    ]


@pytest.mark.parametrize("listed", ["", "removed: [care.west]"])
def test_a_figure_goes_with_a_release_that_lists_it_as_removed(
    against: Against, listed: str
) -> None:
    west = FILES[DATASET][FILES[DATASET].index("  west:") :]
    release = (
        f"r-2: {{time: 2025-09-01T00:00:00Z, note: {{zh: 二, en: Two}}, {listed}}}\n"
        if listed
        else ""
    )
    found = against((DATASET, west, ""), (RELEASES, "r-1:", f"{release}r-1:"))
    assert [p.check for p in found] == ([] if listed else ["published-removed"])


@pytest.mark.parametrize(
    ("before", "after", "check", "said"),
    [
        (
            FILES[RELEASES],
            "{}\n",
            "release-removed",
            "the release `r-1` of 2025-08-01T00:00:00Z was published and is gone",
        ),
        (
            "added: [care.beds, care.used]",
            "added: [care.used]",
            "release-changed",
            "`care.beds` is no longer under `added`",
        ),
        (
            ", removed: [care.gone]",
            "",
            "release-changed",
            "`care.gone` is no longer under `removed`",
        ),
        (
            "changed: [care.east]",
            "changed: []",
            "release-changed",
            "`care.east` is no longer under `changed`",
        ),
        (
            "2025-08-01T",
            "2025-08-02T",
            "release-changed",
            "time 2025-08-01T00:00:00Z -> 2025-08-02T00:00:00Z",
        ),
        ("en: One", "en: Two", "release-changed", "note 一 / One -> 一 / Two"),
    ],
)
def test_a_release_that_was_published_stays_as_it_was(
    against: Against, before: str, after: str, check: str, said: str
) -> None:
    (problem,) = against((RELEASES, before, after))
    assert problem.check == check
    assert said in problem.message
    assert problem.location.path == RELEASES


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            "[care.old-beds, care.older-beds]",
            "[care.old-beds]",
            "`care.older-beds` was an id of `care.beds` and means nothing now",
        ),
        (
            "\n        formerly: [care.old-beds, care.older-beds]",
            "",
            "`care.old-beds` was an id of `care.beds`",
        ),
        (
            "formerly: [care.old-west]",
            "formerly: [care.west-beds]",
            "`care.old-west` was an id of `care.west` and means nothing now",
        ),
    ],
)
def test_an_id_of_the_past_keeps_its_figure(
    against: Against, before: str, after: str, said: str
) -> None:
    problems = against((DATASET, before, after), LISTED)
    assert {problem.check for problem in problems} == {"former-id-removed"}
    assert said in problems[0].message


def test_an_id_of_the_past_does_not_come_to_mean_another_figure(against: Against) -> None:
    moved = (
        (DATASET, "[care.old-beds, care.older-beds]", "[care.old-beds, care.old-west]"),
        (DATASET, "[care.old-west]", "[care.older-beds]"),
    )
    assert [problem.check for problem in against(*moved)] == ["former-id-removed"] * 2


@pytest.mark.parametrize("heir", ["beds", "new"])
def test_a_figure_does_not_vanish_by_lending_its_id_to_another(
    against: Against, write_site: WriteSite, heir: str
) -> None:
    """`care.east` goes, and another figure claims to have been called so."""
    dataset = FILES[DATASET]
    east = dataset[dataset.index("  east:") : dataset.index("  west:")]
    without = dataset.replace(east, "")
    if heir == "beds":
        moved = without.replace("[care.old-beds,", "[care.east, care.old-beds,")
    else:
        moved = without.replace("  west:", "  new:").replace(
            "[care.old-west]", "[care.east, care.west, care.old-west]"
        )
    problems = against((DATASET, dataset, moved))
    assert "published-removed" in {problem.check for problem in problems}
    old, new = (read_site(write_site({**FILES, DATASET: one}))[0] for one in (dataset, moved))
    assert old is not None
    assert new is not None
    changes = [change for change in compare(assess(old), assess(new)).figures if change.before]
    assert [
        change.kind
        for change in changes
        if change.before and change.before.id in {"care.east", "care.west"}
    ].count("removed") == 1


def test_a_figure_computed_anew_needs_no_record_beside_that_of_its_input(against: Against) -> None:
    revised = (
        "超过600万张, revisions: [{kind: revision, printed: 超过500万张, date: "
        "2025-08-02, reason: {zh: 新, en: New}}]"
    )
    assert against((DATASET, "超过500万张", revised)) == []


def test_a_unit_that_only_has_a_new_id_needs_no_revision(against: Against) -> None:
    renamed = (UNITS, "bed: {words", "bunk: {words"), (DATASET, "unit: bed", "unit: bunk")
    assert {p.check for p in against(*renamed)} == {"published-changed"}
    assert against(*renamed, LISTED) == []


def test_a_unit_that_is_called_more_exactly_needs_a_release_alone(against: Against) -> None:
    """A hospital bed is a bed: the number says what it did, in better words."""
    unit = "hospital-bed: {words: [张], zh: 张, en: {one: hospital bed, other: hospital beds}"
    closer = (
        (UNITS, "bed: {words", f"{unit}, one_is: bed}}\nbed: {{words"),
        (DATASET, "All beds}\n    unit: bed", "All beds}\n    unit: hospital-bed"),
    )
    found = against(*closer)
    assert [(p.check, "release" in p.hint) for p in found] == [("published-changed", True)]
    assert against(*closer, LISTED) == []


def test_a_unit_that_is_several_of_the_earlier_wants_a_revision(against: Against) -> None:
    unit = "ward: {words: [张], zh: 张, en: {one: ward, other: wards}, one_is: 4 * bed}"
    larger = (
        (UNITS, "bed: {words", f"{unit}\nbed: {{words"),
        (DATASET, "All beds}\n    unit: bed", "All beds}\n    unit: ward"),
    )
    assert any("unit bed -> ward" in p.message for p in against(*larger, LISTED))


def test_the_draft_of_a_release_is_the_record_that_is_wanted(
    against: Against, write_site: WriteSite
) -> None:
    """A label, a title and an area change: the drafted release lists every figure they are with."""
    changes = (
        (UNITS, "other: beds", "other: places to sleep"),
        (AREAS, "东县, en: East", "东县, en: East County"),
        (DATASET, "en: Used", "en: In use"),
    )
    files = dict(FILES)
    for path, before, after in changes:
        files[path] = files[path].replace(before, after)
    old, new = (read_site(write_site(one))[0] for one in (FILES, files))
    assert old is not None
    assert new is not None
    drafted = release_draft(compare(assess(old), assess(new)), "2025-09-01T00:00:00Z", ("zh", "en"))
    assert against(*changes)
    assert against(*changes, (RELEASES, "r-1:", f"{drafted}r-1:")) == []


def test_the_command_prints_each_silent_change_at_its_line(
    write_site: WriteSite, tmp_path: Path
) -> None:
    old = write_site(FILES).rename(tmp_path / "old")
    root = write_site(
        {**FILES, UNITS: FILES[UNITS].replace("words: [张], zh: 张", "words: [张, 万张], zh: 张")}
    )
    result = CliRunner().invoke(main, ["check", "--site", str(root), "--against", str(old)])
    assert result.exit_code == 1
    assert [
        line
        for line in result.stderr.splitlines()
        if line.endswith("[published-changed]") and line.startswith(f"{DATASET}:10:18: error: ")
    ]
