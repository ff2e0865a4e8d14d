"""`audit` tells which changes the checks catch."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.support.command_line import run_without_texts
from tests.support.proven_site import LOCK


def test_audit_prints_a_table_of_kinds_and_the_figures_without_a_rule(
    proven: Path, folder: Path
) -> None:
    result = run_without_texts("audit", "--site", proven, "--sources", folder)
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[0].split() == ["kind", "tried", "text", "lock", "rules"]
    assert lines[-6].startswith("not counted, since they cannot be read and stop every build: ")
    assert lines[-5:] == [
        "4 figures that no rule covers",
        "  care.beds",
        "  care.share",
        "  care.canteens",
        "  care.volunteers",
    ]


def test_audit_as_json_has_just_the_promised_keys(proven: Path, folder: Path) -> None:
    result = run_without_texts(
        "audit", "--site", proven, "--sources", folder, "--format", "json", "--seed", "5"
    )
    assert (result.exit_code, result.stderr) == (0, "")
    told = json.loads(result.stdout)
    assert list(told) == ["seed", "kinds", "uncovered", "unreadable"]
    assert told["unreadable"]["unit-changed"] == 1
    assert told["seed"] == 5
    assert {tuple(kind) for kind in told["kinds"]} == {
        ("kind", "changes", "tried", "caught_by_text", "caught_by_lock", "caught_by_rules")
    }
    assert {kind["changes"] for kind in told["kinds"]} == {"printed", "context"}
    assert told["uncovered"] == ["care.beds", "care.share", "care.canteens", "care.volunteers"]


def test_audit_is_the_same_for_the_same_seed(proven: Path, folder: Path) -> None:
    first, again, other = (
        run_without_texts(
            "audit", "--site", proven, "--sources", folder, "--format", "json", "--seed", seed
        ).stdout
        for seed in (5, 5, 6)
    )
    assert first == again
    assert json.loads(first)["kinds"] != json.loads(other)["kinds"]


@pytest.mark.parametrize(
    ("pattern", "new", "said"),
    [
        (
            r"^(audit digit-changed .*) rules=\d+",
            r"\1 rules=1",
            "the audit of `digit-changed` does",
        ),
        (r"^audit digit-changed .*\n", "", "leaves out what the audit counts of `digit-changed`"),
    ],
    ids=["other count", "left out"],
)
def test_counts_of_the_lock_that_the_audit_does_not_give_are_refused(
    proven: Path, folder: Path, pattern: str, new: str, said: str
) -> None:
    lock = (proven / LOCK).read_text(encoding="utf-8")
    changed, made = re.subn(pattern, new, lock, flags=re.MULTILINE)
    assert made == 1
    (proven / LOCK).write_text(changed, encoding="utf-8")
    result = run_without_texts("audit", "--site", proven, "--sources", folder)
    assert (result.exit_code, said in result.stderr) == (1, True)
    assert result.stderr.endswith("[proof-differs]\n")
    other_seed = run_without_texts("audit", "--site", proven, "--sources", folder, "--seed", "5")
    assert (other_seed.exit_code, other_seed.stderr) == (0, "")


def test_an_audit_without_a_text_that_the_site_names_is_no_success(
    proven: Path, folder: Path
) -> None:
    """The texts catch nothing then, whatever they hold."""
    for text in folder.iterdir():
        text.write_bytes(b"\0")
    result = run_without_texts("audit", "--site", proven, "--sources", folder, "--seed", "5")
    assert (result.exit_code, "[text-missing]" in result.stderr) == (1, True)
