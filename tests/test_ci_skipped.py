"""What CI makes of a report of the tests: a skip without need fails, an expected failure is named
and does not.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.paths import ROOT

_PROGRAM = ROOT / ".ci" / "skipped.py"


def _judged(tmp_path: Path, kind: str, message: str) -> tuple[int, str]:
    report = tmp_path / "tests.xml"
    report.write_text(
        f'<testsuites><testsuite><testcase name="t"><skipped type="{kind}" '
        f'message="{message}"/></testcase></testsuite></testsuites>'
    )
    done = subprocess.run(  # noqa: S603 - a program of this repository
        [sys.executable, _PROGRAM, report],
        capture_output=True,
        text=True,
        env={"PATH": ""},
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("kind", "message", "status", "says"),
    [
        ("pytest.skip", "no reason of weight", 1, "skipped without need: t"),
        ("pytest.skip", "needs Chromium", 0, "1 tests skipped, 0 of them without need"),
        ("pytest.xfail", "short of its goal", 0, "expected to fail: t: short of its goal"),
    ],
)
def test_a_skip_without_need_fails_and_an_expected_failure_is_named(
    tmp_path: Path, kind: str, message: str, status: int, says: str
) -> None:
    code, said = _judged(tmp_path, kind, message)
    assert (code, says in said) == (status, True)
