"""Earlier states of a site are read whole, or not compared with at all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from statsite.commands.earlier_states import checked_against, read_state
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
    assert capsys.readouterr().err.splitlines()[-1].endswith(" errors")


def test_a_state_that_is_not_there_is_a_wrong_call(write_site: WriteSite, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended, read_state(f"dir:{tmp_path}/gone", write_site()):
        pass
    assert ended.value.code == 2
