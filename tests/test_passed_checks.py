"""What passed a check is not looked at again as long as all that the check was told is the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from statsite import loaded_program
from statsite.passed_checks import PassedChecks
from statsite.problems import Location, Problem

WRONG = Problem("wrong", "this is wrong", Location("content/a.yaml", 1, 1), "write another")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where it is kept what passed."""
    return tmp_path / "builds/passed"


@dataclass
class Build:
    """A build that looks whether texts hold ``wrong``, and notes which it ``looked`` at."""

    passed: PassedChecks
    looked: list[str] = field(default_factory=list)

    def check(self, text: str, name: str = "check") -> tuple[Problem, ...]:
        """What is wrong in a text."""
        return self.passed.of(name, text, lambda: self._wrong_in(text))

    def _wrong_in(self, text: str) -> Iterator[Problem]:
        self.looked.append(text)
        if "wrong" in text:
            yield WRONG


def build(path: Path | None, *texts: str, engine: str = "engine") -> list[str]:
    """The texts that a build looks at which has these."""
    made = Build(PassedChecks(path, engine))
    assert [made.check(text) for text in texts] == [
        (WRONG,) if "wrong" in text else () for text in texts
    ]
    made.passed.put()
    return made.looked


@pytest.mark.parametrize(
    ("first", "then", "looked"),
    [
        (["a", "b"], ["a", "b"], []),
        (["a", "b"], ["a", "c"], ["c"]),
        (["a"], ["a ", "A", ""], ["a ", "A", ""]),
        (["a", "wrong"], ["a", "wrong"], ["wrong"]),  # what did not pass is told each time
        (["wrong"], ["right", "wrong"], ["right", "wrong"]),
        ([], ["a"], ["a"]),
        (["文", "\ud800", "a\nb"], ["文", "\ud800", "a\nb"], []),
        (["a\nb"], ["a", "b"], ["a", "b"]),
    ],
)
def test_what_passed_is_not_looked_at_again(
    path: Path, first: list[str], then: list[str], looked: list[str]
) -> None:
    assert build(path, *first) == first
    assert build(path, *then) == looked


def test_what_a_build_did_not_check_is_looked_at_again(path: Path) -> None:
    build(path, "a", "b")
    build(path, "a")
    assert build(path, "a", "b") == ["b"]


def test_a_build_that_checked_nothing_leaves_what_passed_before(path: Path) -> None:
    build(path, "a")
    build(path)
    assert build(path, "a") == []


def test_what_passed_a_check_that_was_not_asked_for_is_kept(path: Path) -> None:
    build(path, "a", "b")
    made = Build(PassedChecks(path, "engine"))
    made.check("c", "other")
    made.passed.put()
    assert build(path, "a", "b") == []


def test_what_passed_one_check_did_not_pass_another(path: Path) -> None:
    build(path, "a")
    made = Build(PassedChecks(path, "engine"))
    made.check("a", "other")
    assert made.looked == ["a"]


def test_without_a_path_all_is_looked_at() -> None:
    assert build(None, "a") == ["a"]
    assert build(None, "a", "a") == ["a", "a"]


def test_what_passed_by_another_engine_is_looked_at_again(path: Path) -> None:
    build(path, "a")
    assert build(path, "a", engine="other") == ["a"]


def test_what_passed_by_a_program_that_was_changed_since_it_was_loaded_is_not_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loaded_program, "LOADED_FROM", 0)
    build(path, "a")
    assert not path.exists()


@pytest.mark.parametrize(
    "damage",
    [
        lambda kept: kept[:0],
        lambda kept: kept[:-1],
        lambda kept: kept[1:],
        lambda kept: kept + b"0",
        lambda kept: kept.replace(b"a", b"b"),
        lambda kept: kept[64:],
        lambda kept: b"\xff" * len(kept),
    ],
)
def test_what_is_damaged_is_not_taken(path: Path, damage: Callable[[bytes], bytes]) -> None:
    build(path, "a", "b")
    path.write_bytes(damage(path.read_bytes()))
    assert build(path, "a", "b") == ["a", "b"]


def test_what_others_can_write_is_not_taken(path: Path) -> None:
    build(path, "a")
    path.chmod(0o666)
    assert build(path, "a") == ["a"]
