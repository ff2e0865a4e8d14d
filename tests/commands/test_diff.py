"""`diff` prints what changed between two states in the form that is asked for."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml

from tests.support.command_line import run_without_texts
from tests.support.smallest import SMALLEST
from tests.support.types import WriteSite

DATASET = "content/datasets/care.yaml"


@pytest.fixture
def states(write_site: WriteSite, tmp_path: Path) -> tuple[str, Path]:
    """The name of the little site as it was, and the site in which a figure changed."""
    before = shutil.copytree(write_site(), tmp_path / "before")
    root = write_site({DATASET: SMALLEST[DATASET].replace("799.3万张", "800万张")})
    return f"dir:{before}", root


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_both_numbers_of_a_changed_figure_are_printed(states: tuple[str, Path], form: str) -> None:
    done = run_without_texts("diff", states[0], "--site", states[1], "--format", form)
    assert done.exit_code == 0
    assert "799.3万张" in done.stdout
    assert "800万张" in done.stdout


def test_json_is_one_object(states: tuple[str, Path]) -> None:
    done = run_without_texts("diff", states[0], "--site", states[1], "--format", "json")
    assert "care.beds" in json.dumps(json.loads(done.stdout))


def test_a_release_is_a_draft_in_yaml(states: tuple[str, Path]) -> None:
    done = run_without_texts("diff", states[0], "--site", states[1], "--format", "release")
    assert "2025-12-01" in done.stdout
    assert yaml.safe_load(done.stdout)


@pytest.mark.parametrize("form", ["markdown", "text"])
def test_a_summary_says_that_nothing_was_compared_and_why(
    states: tuple[str, Path], form: str
) -> None:
    """An empty one would read as if nothing had changed."""
    path = states[1] / "content/areas.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "zz: &a [`x`]\n", encoding="utf-8")
    done = run_without_texts("diff", states[0], "--site", states[1], "--format", form)
    assert done.exit_code == 1
    assert "yaml-anchor" in done.stderr
    if form == "text":
        assert done.stdout == ""
        return
    heading, *reasons = done.stdout.splitlines()
    assert heading == "## ⚠ Not compared: nothing here says what would be published"
    assert all(reason.startswith("- `") for reason in reasons)
    assert "content/areas.yaml:" in reasons[0]
    assert reasons[-1].startswith("- `error: folder ")
    assert "cannot be compared: it holds " in reasons[-1]


def test_a_summary_says_that_there_is_no_such_state(states: tuple[str, Path]) -> None:
    done = run_without_texts("diff", "rev:gone", "--site", states[1], "--format", "markdown")
    assert done.exit_code == 2
    assert done.stdout.startswith("## ⚠ Not compared: ")
