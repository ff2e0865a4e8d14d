"""`serve` explains itself, and says in one line why it cannot serve."""

from __future__ import annotations

import socket
import subprocess
import sys

from click.testing import CliRunner

from statsite.cli import main
from tests.support.paths import ROOT
from tests.support.types import WriteSite

LIMIT = 60.0  # seconds that anything may take on a machine under load


def test_a_port_that_is_taken_is_one_clear_line(write_site: WriteSite) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [
            sys.executable,
            str(ROOT / "build.py"),
            "serve",
            "--site",
            str(write_site()),
            "--port",
            str(port),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=LIMIT)  # noqa: S603 - our own program
    assert done.returncode == 1
    assert (
        done.stderr.splitlines()[-1]
        == f"error: cannot serve on port {port}: Address already in use"
    )
    assert "Traceback" not in done.stderr


def test_serving_explains_itself_without_starting() -> None:
    result = CliRunner().invoke(main, ["serve", "--help"])
    assert (result.exit_code, "127.0.0.1" in result.output) == (0, True)
