"""The command line, called by a test in this process."""

from __future__ import annotations

from click.testing import CliRunner, Result

from statsite.cli import main


def run(*arguments: object) -> Result:
    """The command line with these arguments; whatever it raises but an exit fails the test."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def run_without_texts(*arguments: object) -> Result:
    """The command line with these arguments, without a folder of texts in the environment."""
    result = CliRunner(env={"STATSITE_SOURCES": None}).invoke(
        main, [str(argument) for argument in arguments]
    )
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result
