"""Two states of a site compared, and what changed without a word."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from statsite.assess.assessment import Assessment, assess
from statsite.cli import main
from statsite.diff.compare import SiteDifference, compare
from statsite.diff.report import (
    LONGEST_REPORT,
    difference_text,
    release_draft,
    report_json,
    report_markdown,
)
from statsite.diff.unrecorded_changes import unrecorded_changes
from statsite.model import Proof
from statsite.problems import Location
from statsite.read.site import read_site
from statsite.site_folder import LOCK_PATH
from tests.support.paths import SITES
from tests.support.types import ReadFiles, WriteSite

DATASET = "content/datasets/care.yaml"
HEAD = """\
title: {zh: 养老床位, en: Elderly-care beds}
topic: elderly-care
defaults: {source: bulletin, area: cn, period: 2024-12-31, status: observed}
indicators:
"""


def care(*observations: str, slug: str = "beds") -> str:
    """A dataset of one indicator."""
    return (
        f"{HEAD}  {slug}:\n    title: {{zh: 床位, en: Beds}}\n    unit: bed\n    observations:\n"
        + "".join(f"      - {{{line}}}\n" for line in observations)
    )


@pytest.fixture
def state(read_files: ReadFiles) -> Callable[..., Assessment]:
    """The little site with another dataset and rules."""

    def made(dataset: str, rules: str = "") -> Assessment:
        site, _ = read_files(
            {DATASET: dataset, **({"content/rules/r.yaml": rules} if rules else {})}
        )
        assert site is not None
        return assess(site)

    return made


State = Callable[..., Assessment]
RULE = "r: {says: {zh: 规则, en: Rule}, rule: care.beds > 100}\n"
SLIP = (
    ", revisions: [{kind: correction, printed: 799.3万张, date: 2025-12-01, reason: {zh: "
    "错, en: Slip}}]"
)


def test_a_changed_figure_is_told_in_words(state: State) -> None:
    old, new = state(care("printed: 799.3万张"), RULE), state(care("printed: 79张"), RULE)
    assert difference_text(compare(old, new), old.site, new.site) == (
        "1 figure changed\n"
        "changed: care.beds 床位 / Beds\n"
        "  printed: 799.3万张 -> 79张\n"
        "  read as: = 7993000 -> = 79 (-100.00%)\n"
        "  shown in topic elderly-care\n"
        "  it has no proof: it has not been looked up in its article\n"
        "  no revision record explains it\n"
        "\n"
        "Rules:\n"
        "  r 规则 / Rule: holds -> contradicts\n"
    )


def test_states_that_do_not_differ_say_so(state: State) -> None:
    one = state(care("printed: 799.3万张"))
    assert difference_text(compare(one, one), one.site, one.site) == "no figure changed\n"


def test_figures_come_go_and_are_renamed(state: State) -> None:
    old = state(care("key: a, printed: 1张, period: 2021", "key: b, printed: 2张, period: 2022"))
    new = state(
        care(
            "key: c, printed: 1张, period: 2021, formerly: [care.beds@a]",
            "key: d, printed: 3张, period: 2023",
        )
    )
    found = [(change.kind, change.id) for change in compare(old, new).figures]
    assert found == [
        ("renamed", "care.beds@c"),
        ("added", "care.beds@d"),
        ("removed", "care.beds@b"),
    ]
    assert release_draft(compare(old, new), "2025-12-01T00:00:00Z", ("zh", "en")) == (
        "r-2025-12-01:\n  time: 2025-12-01T00:00:00Z\n  note: {zh: …, en: …}\n"
        "  added:\n    - care.beds@d\n  changed:\n    - care.beds@c\n  removed:\n    - "
        "care.beds@b\n"
    )


def test_markdown_shows_what_strangers_write_literally_and_is_never_too_long(state: State) -> None:
    old = state(care("printed: 1张, note: {zh: 注, en: Note}"))
    new = state(care('printed: 1张, note: {zh: "@all <b>``` [x](y)", en: Note}'))
    text = report_markdown(compare(old, new), old.site, new.site)
    assert "````@all <b>``` [x](y) / Note````" in text
    many = state(care(*(f"key: k{n}, printed: {n}张, period: {1000 + n}" for n in range(1, 1200))))
    long = report_markdown(compare(old, many), old.site, many.site)
    assert len(long) < LONGEST_REPORT + 200
    assert "more lines, left out here" in long


def test_json_holds_every_change(state: State) -> None:
    old, new = state(care("printed: 2张")), state(care("printed: 3张"))
    (figure,) = json.loads(report_json(compare(old, new)))["figures"]
    assert (figure["kind"], figure["id"], figure["printed_before"], figure["printed_after"], figure["relative"]) == (
        "changed", "care.beds", "2张", "3张", "0.500000",
    )  # fmt: skip
    assert {field["name"] for field in figure["fields"]} == {"printed", "read as"}


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (care("printed: 799.3万张"), []),
        (care("printed: 799.8万张"), ["published-changed"]),
        (care("printed: 799.8万张" + SLIP), []),
        (care("printed: 799.8万张" + SLIP.replace("799.3", "799.2")), ["published-changed"]),
        (care("printed: 799.3万张, period: 2023"), ["published-changed"]),
        (
            care(
                "printed: 799.3万张, period: 2023"
                + SLIP.replace("date", "period: 2024-12-31, date")
            ),
            [],
        ),
        (care("printed: 799.3万张, period: 2023" + SLIP), ["published-changed"]),
        (care("printed: 799.3万张", slug="places"), ["published-removed"]),
        (care("printed: 799.3万张, formerly: [care.beds]", slug="places"), []),
        (care("printed: 799.8万张, formerly: [care.beds]", slug="places"), ["published-changed"]),
        (care("printed: 799.3万张, note: {zh: 注, en: Note}"), []),
    ],
)
def test_a_published_figure_never_changes_silently(
    state: State, after: str, expected: list[str]
) -> None:
    assert [
        p.check
        for p in unrecorded_changes(state(care("printed: 799.3万张")).site, state(after).site)
    ] == expected


def test_the_past_is_not_deleted(state: State) -> None:
    (problem,) = unrecorded_changes(
        state(care("printed: 800万张" + SLIP)).site, state(care("printed: 800万张")).site
    )
    assert problem.check == "revision-removed"


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(  # noqa: S603
        [  # noqa: S607
            "git",
            "-C",
            str(folder),
            "-c",
            "user.name=t",
            "-c",
            "user.email=t@example.org",
            *arguments,
        ],
        check=True,
        capture_output=True,
    )


@pytest.fixture
def repository(write_site: WriteSite) -> Path:
    """The little site committed in a folder of a repository, and then changed in the work tree."""
    root = write_site()
    _git(root.parent, "init", "-q")
    _git(root.parent, "add", "site")
    _git(root.parent, "commit", "-qm", "first")
    dataset = root / DATASET
    dataset.write_text(
        dataset.read_text(encoding="utf-8").replace("799.3", "799.8"), encoding="utf-8"
    )
    return root


def test_a_revision_is_read_without_touching_the_work_tree(repository: Path) -> None:
    before = sorted(
        (path, path.read_bytes())
        for path in repository.parent.rglob("*")
        if path.is_file() and ".git" not in path.parts
    )
    told = CliRunner().invoke(main, ["diff", "HEAD", "--site", str(repository)])
    assert told.exit_code == 0
    assert "printed: 799.3万张 -> 799.8万张" in told.output
    assert (
        sorted(
            (path, path.read_bytes())
            for path in repository.parent.rglob("*")
            if path.is_file() and ".git" not in path.parts
        )
        == before
    )


def test_check_against_a_revision_stops_at_a_silent_change(repository: Path) -> None:
    checked = CliRunner().invoke(
        main, ["check", "--site", str(repository), "--against", "HEAD", "--format", "json"]
    )
    assert checked.exit_code == 1
    assert [
        p["check"] for p in json.loads(checked.output)["problems"] if p["severity"] == "error"
    ] == ["published-changed"]


@pytest.mark.parametrize("name", ["nowhere", "--output=/tmp/x", "", "HEAD:site"])
def test_what_is_no_state_is_a_wrong_call_in_one_line(repository: Path, name: str) -> None:
    told = CliRunner().invoke(main, ["diff", "--site", str(repository), "--", name])
    assert told.exit_code == 2
    assert told.stderr.count("\n") == 1
    assert told.stderr.startswith("error: ")


def test_a_state_is_a_folder_too(repository: Path, read_files: ReadFiles) -> None:
    _ = read_files
    told = CliRunner().invoke(main, ["diff", str(repository), str(repository)])
    assert told.output.startswith("no figure changed, from folder /")
    assert "changed:" not in told.output
    assert read_site(repository)[1] == []


ABOUT = "---\ntitle: 关于\n---\n数字取自报道。\n\n{}\n"
CHART = "kind: bars\ntitle: {{zh: 床位, en: {}}}\ndata: [care.beds]\n"


def test_a_page_and_a_chart_that_changed_are_told_line_by_line(read_files: ReadFiles) -> None:
    old, new = (
        read_files(
            {
                DATASET: care("printed: 799.3万张"),
                "content/pages/about/zh.md": ABOUT.format(words),
                "content/charts/c.yaml": CHART.format(title),
            }
        )[0]
        for words, title in (("`旧`的一句。", "Beds"), ("新的一句。", "All beds"))
    )
    assert old is not None
    assert new is not None
    before, after = assess(old), assess(new)
    assert report_markdown(compare(before, after), before.site, after.site).splitlines()[-9:] == [
        "### Charts",
        "- chart `c` changed",
        "  - was: `title: {zh: 床位, en: Beds}`",
        "  - now: `title: {zh: 床位, en: All beds}`",
        "",
        "### Pages",
        "- page `about/zh` changed",
        "  - was: `` `旧`的一句。 ``",
        "  - now: `新的一句。`",
    ]


@pytest.mark.parametrize("name", ["two-languages", "gallery"])
def test_what_only_moved_to_other_lines_did_not_change(name: str, tmp_path: Path) -> None:
    site, moved = SITES / name, tmp_path / "moved"
    shutil.copytree(site, moved)
    for path in (moved / "content").rglob("*.yaml"):
        path.write_text(f"# Moved.\n\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    old, new = (read_site(folder)[0] for folder in (site, moved))
    assert old is not None
    assert new is not None
    proven, proven_elsewhere = (
        {
            figure: Proof(
                "2025-12-01", "0" * 16, 90, 2, 12, 3, "1" * 16, "f" * 16, Location(LOCK_PATH, line)
            )
            for figure in old.observations
        }
        for line in (2, 3)
    )
    before, after = assess(old.with_proofs(proven)), assess(new.with_proofs(proven_elsewhere))
    one, other = (next(iter(state.site.observations.values())) for state in (before, after))
    assert one.locations != other.locations
    assert compare(before, after) == SiteDifference((), (), (), (), ())
    assert list(unrecorded_changes(before.site, after.site)) == []
