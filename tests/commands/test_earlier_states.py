"""Earlier states of a site are read whole, or not compared with at all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from statsite.commands.earlier_states import checked_against, read_earlier_state, read_state
from statsite.pipeline import check
from tests.support.smallest import SMALLEST
from tests.support.types import WriteSite

DATASET = "content/datasets/care.yaml"


@pytest.fixture
def before(write_site: WriteSite, tmp_path: Path) -> Path:
    """A copy of the little site, as it was published."""
    return Path(shutil.copytree(write_site(), tmp_path / "before"))


def test_a_figure_that_changed_since_joins_what_was_checked(
    before: Path, write_site: WriteSite
) -> None:
    root = write_site({DATASET: SMALLEST[DATASET].replace("799.3万张", "800万张")})
    checked = check(root)
    found = checked_against(checked, f"dir:{before}", root).problems
    new = [problem.check for problem in found if problem not in checked.problems]
    assert new == ["published-changed"]


def test_what_did_not_change_adds_nothing(before: Path, write_site: WriteSite) -> None:
    root = write_site()
    checked = check(root)
    assert checked_against(checked, f"dir:{before}", root).problems == checked.problems


def test_a_state_with_errors_is_told_and_ends(
    before: Path, write_site: WriteSite, capsys: pytest.CaptureFixture[str]
) -> None:
    (before / DATASET).write_text("title: [\n", encoding="utf-8")
    with pytest.raises(SystemExit) as ended, read_state(f"dir:{before}", write_site()):
        pass
    assert ended.value.code == 1
    assert capsys.readouterr().err.splitlines()[-1].endswith(": it holds 1 error")


def test_a_state_that_is_not_there_is_a_wrong_call(write_site: WriteSite, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended, read_state(f"dir:{tmp_path}/gone", write_site()):
        pass
    assert ended.value.code == 2


WITHOUT_RULE = """\
  twice:
    title: {zh: 两倍, en: Twice}
    unit: bed
    observations:
      - {derived: true}
"""

#: What leaves open what an earlier state said: a file, what is exchanged in it, and for what.
LOST = {
    "area": (DATASET, "area: cn", "area: gone"),
    "all areas": ("content/areas.yaml", SMALLEST["content/areas.yaml"], ""),
    "source": (DATASET, "source: bulletin", "source: gone"),
    "topic of a dataset": (DATASET, "topic: elderly-care", "topic: gone"),
    "figure in prose": ("content/topics/elderly-care/zh.md", "有[[care.beds]]", "有[[care.gone]]"),
    "figure that leads": ("content/topics/elderly-care/zh.md", "leads: [care.beds]", "leads: [care.g]"),
    "whole": (DATASET, "    unit: bed", "    unit: bed\n    part_of: gone"),
    "contradicted rule": (DATASET, "799.3万张\n", "799.3万张\nrules:\n  small: {check: beds < 10}\n"),
    "unknown figure in a rule": (DATASET, "799.3万张\n", "799.3万张\nrules:\n  r: {check: beds < b}\n"),
    "derived figure without a rule": (DATASET, "799.3万张\n", f"799.3万张\n{WITHOUT_RULE}"),
}  # fmt: skip


@pytest.mark.parametrize("what", LOST)
def test_an_earlier_state_of_which_something_is_unknown_is_not_compared_with(
    what: str, before: Path, write_site: WriteSite, capsys: pytest.CaptureFixture[str]
) -> None:
    path, old, new = LOST[what]
    text = (before / path).read_text(encoding="utf-8")
    assert old in text
    (before / path).write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        checked_against(check(write_site()), f"dir:{before}", write_site())
    *errors, last = capsys.readouterr().err.splitlines()
    assert ended.value.code == 1
    assert errors
    assert " cannot be compared: it holds " in last


#: What later checks find in a state that was published: how it said what it said.
STRICTER = {
    "prose": ("content/topics/elderly-care/zh.md", "全国共有", "全国8省共有"),
    "unfinished": ("content/pages/about/en.md", "About this site.", "About this site. TODO: more"),
    "title": (DATASET, "en: Elderly-care beds", "en: Elderly-care beds of 2024 in 31 cities"),
}


@pytest.mark.parametrize("what", STRICTER)
def test_an_earlier_state_that_later_checks_find_fault_with_stays_comparable(
    what: str, before: Path, write_site: WriteSite
) -> None:
    path, old, new = STRICTER[what]
    text = (before / path).read_text(encoding="utf-8")
    (before / path).write_text(text.replace(old, new), encoding="utf-8")
    assert check(before).errors
    with read_earlier_state(f"dir:{before}", write_site()) as (assessment, _):
        assert list(assessment.site.observations) == ["care.beds"]


def test_a_later_state_is_told_of_whatever_is_wrong_with_it(write_site: WriteSite) -> None:
    later = write_site({DATASET: SMALLEST[DATASET].replace("source: bulletin", "source: gone")})
    with read_state(f"dir:{later}", later) as (assessment, _):
        assert list(assessment.site.observations) == ["care.beds"]
