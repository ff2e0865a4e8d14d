"""No file of the content differs without a word of it in the summary."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.command_line import run_without_texts
from tests.support.smallest import SMALLEST
from tests.support.types import WriteSite

UNITS, DATASET = "content/units.yaml", "content/datasets/care.yaml"


def unshown(before: Path, after: Path) -> list[str]:
    """The files that `diff` names as differing without a word."""
    named = (f"dir:{before}", f"dir:{after}")
    done = run_without_texts("diff", *named, "--site", after, "--format", "json")
    assert done.exit_code == 0, done.stderr
    found = json.loads(done.stdout)["unshown"]
    assert isinstance(found, list)
    return found


@pytest.fixture
def both(write_site: WriteSite, tmp_path: Path) -> tuple[Path, Path]:
    """The little site, and a copy of it as it was."""
    before = shutil.copytree(write_site(), tmp_path / "before")
    return before, write_site()


def edited(path: Path, text: str) -> None:
    """Append ``text`` to a file."""
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def with_mark(site: Path) -> None:
    """The file of units with a byte order mark."""
    (site / UNITS).write_bytes(b"\xef\xbb\xbf" + (site / UNITS).read_bytes())


def with_template(site: Path) -> None:
    """A template that the other has not."""
    (site / "templates").mkdir()
    (site / "templates" / "a.j2").write_text("new", encoding="utf-8")


def with_pipe(site: Path) -> None:
    """A pipe, which is not waited for."""
    (site / "templates").mkdir()
    os.mkfifo(site / "templates" / "p")


@pytest.mark.parametrize(
    ("change", "named"),
    [
        pytest.param(lambda site: edited(site / UNITS, "# to myself\n"), [UNITS], id="comment"),
        pytest.param(lambda site: edited(site / "site.yaml", "\n"), ["site.yaml"], id="settings"),
        pytest.param(with_mark, [UNITS], id="byte order mark"),
        pytest.param(with_template, ["templates/a.j2"], id="template"),
        pytest.param(
            lambda site: (site / "templates").symlink_to("content"), ["templates"], id="link"
        ),
        pytest.param(with_pipe, ["templates/p"], id="pipe"),
        pytest.param(lambda site: (site / "content" / ".x").touch(), [], id="hidden"),
        pytest.param(lambda _: None, [], id="nothing"),
    ],
)
def test_a_file_that_differs_unseen_is_named(
    both: tuple[Path, Path], change: Callable[[Path], None], named: list[str]
) -> None:
    change(both[1])
    assert unshown(*both) == named


def test_a_file_of_which_something_is_shown_is_not_named(both: tuple[Path, Path]) -> None:
    (both[1] / DATASET).write_text(SMALLEST[DATASET].replace("799.3", "800"), encoding="utf-8")
    assert unshown(*both) == []


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_the_summary_warns_of_it(both: tuple[Path, Path], form: str) -> None:
    edited(both[1] / UNITS, "# a word to myself\n")
    done = run_without_texts("diff", f"dir:{both[0]}", "--site", both[1], "--format", form)
    assert "of which nothing is shown here" in done.stdout
    assert UNITS in done.stdout
