"""git is asked without heeding what a stranger's repository would have it do."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from statsite.git import ask_git


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """An empty repository."""
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)  # noqa: S603, S607 - git of this machine
    return tmp_path


def test_an_answer_is_bytes(repository: Path) -> None:
    assert ask_git(repository, "rev-parse", "--is-inside-work-tree") == b"true\n"


def test_what_is_fed_is_read(repository: Path) -> None:
    assert ask_git(repository, "hash-object", "--stdin", fed=b"a\n").startswith(b"78981922613b2afb")


def test_no_is_an_error(repository: Path) -> None:
    with pytest.raises(subprocess.SubprocessError):
        ask_git(repository, "rev-parse", "--verify", "no-such-branch")


def test_the_watcher_that_a_repository_names_is_not_run(repository: Path) -> None:
    ran = repository / "ran"
    watcher = repository / "watcher"
    watcher.write_text(f"#!/bin/sh\ntouch {ran}\n", encoding="utf-8")
    watcher.chmod(0o700)
    (repository / "a").write_text("a", encoding="utf-8")
    ask_git(repository, "config", "core.fsmonitor", str(watcher))
    assert b"a" in ask_git(repository, "status", "--porcelain")
    assert not ran.exists()
    subprocess.run(["git", "-C", str(repository), "status"], check=True, capture_output=True)  # noqa: S603, S607 - git of this machine
    assert ran.exists(), "without the precaution it is run"
