"""The articles' texts are optional, and content that cannot be proven is told before any is opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from statsite.cli import main
from statsite.evidence.articles import Articles
from tests.support.command_line import run_without_texts
from tests.support.proven_site import DATASET, FILES
from tests.support.types import WriteSite


@pytest.mark.parametrize("command", ["verify", "audit"])
def test_without_texts_a_command_says_so_and_is_content(
    write_site: WriteSite, command: str
) -> None:
    result = run_without_texts(command, "--site", write_site(FILES))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == (
        "skipped: the articles' texts are not here; give their folder with --sources or "
        "$STATSITE_SOURCES\n"
    )


def test_the_folder_of_texts_may_be_named_in_the_environment(
    write_site: WriteSite, folder: Path
) -> None:
    result = CliRunner(env={"STATSITE_SOURCES": str(folder)}).invoke(
        main, ["verify", "--site", str(write_site(FILES))]
    )
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "4 printings found in their articles, 0 problems, 0 without a text; 0 verified by the "
        "lock\n"
    )


def test_content_that_cannot_be_read_is_told_and_nothing_is_verified(
    write_site: WriteSite, folder: Path
) -> None:
    result = run_without_texts(
        "verify", "--site", write_site({**FILES, DATASET: "title: [\n"}), "--sources", folder
    )
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"{DATASET}:")
    assert result.stderr.endswith("nothing was verified\n")


@pytest.mark.parametrize("command", ["verify", "audit"])
def test_a_figure_of_an_unknown_source_is_a_problem_not_a_crash(
    write_site: WriteSite, folder: Path, command: str
) -> None:
    root = write_site(
        {**FILES, DATASET: FILES[DATASET].replace("source: bulletin", "source: buletin", 1)}
    )
    result = run_without_texts(command, "--site", root, "--sources", folder)
    assert result.exit_code == 1
    assert "there is no source `buletin` (did you mean `bulletin`?) [unknown-id]" in result.stderr


@pytest.mark.parametrize(
    "command",
    [("check",), ("build", "--strict"), ("check", "--against", "dir:.")],
    ids=["check", "build", "against"],
)
def test_no_article_is_opened_where_nothing_is_proven(
    proven: Path,
    folder: Path,
    tmp_path: Path,
    command: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[object] = []
    monkeypatch.setattr(Articles, "article", lambda _self, place: opened.append(place))
    monkeypatch.chdir(proven)
    output = ["--output", str(tmp_path / "output")] if command[0] == "build" else []
    result = CliRunner(env={"STATSITE_SOURCES": str(folder)}).invoke(
        main, [*command, "--site", str(proven), *output]
    )
    assert result.exit_code == 0, result.output
    assert opened == []
