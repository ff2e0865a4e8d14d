"""The job that docs/PUBLISHING.md gives stops what a reviewer could not see, and passes what is
sound.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from statsite.cli import main
from statsite.render.environment import TEMPLATES
from tests.support.paths import ROOT
from tests.support.proven_site import DATASET, FILES, LOCK, texts
from tests.support.types import WriteSite

MANUAL = (ROOT / "docs/PUBLISHING.md").read_text(encoding="utf-8")
SHELL = re.findall(r"^```sh\n(.*?)^```$", MANUAL, re.MULTILINE | re.DOTALL)[0]
WORKFLOW = re.findall(r"^```yaml\n(.*?)^```$", MANUAL, re.MULTILINE | re.DOTALL)[0]


def _git(folder: Path, *arguments: str) -> str:
    command = [
        "git",
        "-C",
        str(folder),
        "-c",
        "user.name=t",
        "-c",
        "user.email=t@example.org",
        *arguments,
    ]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603


@pytest.fixture
def clone(write_site: WriteSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone of a repository whose main branch is the little site with its lock and, as in this
    repository, the program's templates; the texts are at hand.
    """
    folder = texts(tmp_path / "texts").folder
    monkeypatch.setenv("STATSITE_SOURCES", str(folder))
    for name, value in (("AUTHOR", "t"), ("COMMITTER", "t")):
        monkeypatch.setenv(f"GIT_{name}_NAME", value)
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "t@example.org")
    units = "".join(
        line
        for line in FILES["content/units.yaml"].splitlines(keepends=True)
        if not line.startswith("berth")
    )
    reprint = "content/sources/reprint.yaml"
    root = write_site(
        {
            **FILES,
            "content/units.yaml": units,
            "content/areas.yaml": FILES["content/areas.yaml"].partition("cn-hn")[0],
            reprint: f"{FILES[reprint]}without_figures: {{zh: 转载, en: A reprint}}\n",
        }
    )
    assert CliRunner().invoke(main, ["verify", "--site", str(root), "--update"]).exit_code == 0
    origin = root.rename(tmp_path / "origin")
    shutil.copytree(TEMPLATES, origin / "templates")
    _git(origin, "init", "-q", "-b", "main")
    _git(origin, "add", ".")
    _git(origin, "commit", "-qm", "first")
    _git(tmp_path, "clone", "-q", str(origin), "clone")
    return tmp_path / "clone"


def _propose(clone: Path, path: str, pattern: str, new: str) -> None:
    """A branch of the origin that replaces something in a file."""
    origin = clone.parent / "origin"
    _git(origin, "checkout", "-q", "-b", "change")
    text, made = re.subn(
        pattern, new, (origin / path).read_text(encoding="utf-8"), count=1, flags=re.MULTILINE
    )
    assert made
    (origin / path).write_text(text, encoding="utf-8")
    _git(origin, "commit", "-qam", "change")
    _git(origin, "checkout", "-q", "main")


def _run_the_job(clone: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, tuple[int, str]]:
    """The lines of the shell job: those of git as they are, those of the program in this process.

    Status and output by command.
    """
    git_lines, _, program = SHELL.partition("cd ../program\n")
    subprocess.run(  # noqa: S603
        ["sh", "-ec", git_lines],  # noqa: S607
        cwd=clone,
        check=True,
        capture_output=True,
        env={**os.environ, "PROPOSED": "change"},
    )
    monkeypatch.chdir(clone.parent / "program")
    results = {}
    for line in re.findall(r"^python build\.py (.*)$", program, re.MULTILINE):
        arguments = shlex.split(line.partition(" > ")[0])
        result = CliRunner().invoke(main, arguments)
        assert result.exception is None or isinstance(result.exception, SystemExit), (
            result.exception
        )
        results[arguments[0]] = result.exit_code, result.output
    assert list(results) == ["verify", "audit", "check", "diff"]
    return results


def test_a_sound_change_passes_the_job(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _propose(clone, DATASET, r"\{printed: 65.7%\}", "{printed: 65.7%, note: {zh: 注, en: Note}}")
    assert {name: status for name, (status, _) in _run_the_job(clone, monkeypatch).items()} == {
        "verify": 0,
        "audit": 0,
        "check": 0,
        "diff": 0,
    }


@pytest.mark.parametrize(
    ("path", "pattern", "new", "stopped"),
    [
        pytest.param(
            LOCK, r"(care.beds .* at=)\d+", r"\g<1>2", {"verify", "diff"}, id="a made-up place"
        ),
        pytest.param(
            LOCK,
            r"(care.beds .*) sentence=\w+",
            r"\g<1> sentence=" + "0" * 16,
            {"verify", "diff"},
            id="a made-up sentence",
        ),
        pytest.param(
            LOCK,
            r"^(audit digit-changed .*) rules=\d+",
            r"\1 rules=1",
            {"audit"},
            id="a made-up count",
        ),
        pytest.param(DATASET, "799.3", "799.8", {"verify", "check"}, id="a number without proof"),
        pytest.param(
            "content/units.yaml",
            r"words: \[张\]",
            "words: [张, 万张]",
            {"check"},
            id="a unit's words",
        ),
    ],
)
def test_what_is_not_so_stops_the_job(  # noqa: PLR0913, PLR0917 - a fixture and a case
    clone: Path,
    monkeypatch: pytest.MonkeyPatch,
    path: str,
    pattern: str,
    new: str,
    stopped: set[str],
) -> None:
    _propose(clone, path, pattern, new)
    results = _run_the_job(clone, monkeypatch)
    assert stopped <= {name for name, (status, _) in results.items() if status == 1}
    if path == LOCK and "diff" in stopped:
        assert "1 proof re-made; REFUTED by the articles' texts" in results["diff"][1]


def test_the_workflow_runs_the_same_commands_with_the_program_of_the_main_branch() -> None:
    job = yaml.safe_load(WORKFLOW)["jobs"]["verify"]
    refs = {
        step["with"]["path"]: step["with"].get("ref")
        for step in job["steps"]
        if "checkout" in step.get("uses", "")
    }
    assert refs == {
        "texts": None,
        "program": "main",
        "proposed": "refs/pull/${{ inputs.pull }}/merge",
    }
    ran = [step for step in job["steps"] if "run" in step]
    assert {step["working-directory"] for step in ran} == {"program"}
    in_shell = {
        line.partition(" > ")[0]
        for line in re.findall(r"^python (build\.py .*)$", SHELL, re.MULTILINE)
    }
    in_workflow = {
        line.partition(" | ")[0]
        for line in re.findall(r"python (build\.py .*)$", ran[-1]["run"], re.MULTILINE)
    }
    assert in_workflow == in_shell
    assert "${{" not in ran[-1]["run"]
