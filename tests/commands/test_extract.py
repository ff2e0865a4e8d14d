"""`extract` drafts the YAML of an article, or prints what it found as data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from tests.support.command_line import run
from tests.support.types import WriteSite


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article with two quantities."""
    path = tmp_path / "article.txt"
    path.write_text("某县共有床位799.3万张，护理员超过300名。\n", encoding="utf-8")
    return path


def test_a_draft_is_yaml_with_every_quantity(write_site: WriteSite, article: Path) -> None:
    draft = run("extract", article, "--site", write_site()).stdout
    assert yaml.safe_load(draft)
    assert "799.3万张" in draft
    assert "超过300名" in draft


def test_bare_data_is_json(write_site: WriteSite, article: Path) -> None:
    said = run("extract", article, "--site", write_site(), "--format", "json").stdout
    assert [found["printed"] for found in json.loads(said)["quantities"]] == [
        "799.3万张",
        "超过300名",
    ]


def test_a_file_that_is_no_text_is_one_line(write_site: WriteSite, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(b"\xff\xfe")
    done = run("extract", path, "--site", write_site())
    assert (done.exit_code, done.stdout, done.stderr) == (1, "", f"error: {path} is not UTF-8\n")
