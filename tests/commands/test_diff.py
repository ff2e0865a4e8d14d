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
