"""A little site whose figures are proven, and the folder of its article."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command_line import run_without_texts
from tests.support.proven_site import FILES, texts
from tests.support.types import WriteSite


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the invented article."""
    return texts(tmp_path / "texts").folder


@pytest.fixture
def proven(write_site: WriteSite, folder: Path) -> Path:
    """The little site with its lock as the command wrote it."""
    reprint = "content/sources/reprint.yaml"
    units = "".join(
        line
        for line in FILES["content/units.yaml"].splitlines(keepends=True)
        if not line.startswith("berth")
    )
    root = write_site(
        {
            **FILES,
            "content/areas.yaml": FILES["content/areas.yaml"].partition("cn-hn")[0],
            "content/units.yaml": units,
            reprint: f"{FILES[reprint]}without_figures: {{zh: 转载, en: A reprint}}\n",
        }
    )
    assert (
        run_without_texts("verify", "--site", root, "--sources", folder, "--update").exit_code == 0
    )
    return root
