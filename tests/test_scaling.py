"""The program of docs/SCALING.md gives the lines that ``extract FOLDER`` gives."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from statsite.commands.article_folder import article_lines
from tests.support.paths import ROOT


def test_the_example_on_dask_gives_the_same_lines(tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="needs Dask: requirements/scaling.in")
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(10, 15):
        text = f"（2025年3月1日）\n2024年建成公园{number}个，面积近3.5万平方米。\n"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    page = (ROOT / "docs/SCALING.md").read_text(encoding="utf-8")
    (program,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    (tmp_path / "archive.py").write_text(program, encoding="utf-8")
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    done = subprocess.run(  # noqa: S603 - the program of our own page
        [sys.executable, str(tmp_path / "archive.py"), str(folder)],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
        env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"},
    )
    assert done.stdout.splitlines() == [line.json for line in article_lines(folder, 1)]
