"""The command line: the list of the commands, each a module of ``statsite.commands``."""

from __future__ import annotations

import click

from statsite.command_group import CommandGroup

COMMANDS = (
    "build",
    "check",
    "diff",
    "serve",
    "extract",
    "schema",
    "verify",
    "audit",
)


@click.group(cls=CommandGroup, modules=COMMANDS, invoke_without_command=True)
@click.pass_context
def main(context: click.Context) -> None:
    """Build the statistics site in a folder; without a command, the one in this folder into
    output/.
    """
    if (
        context.invoked_subcommand is None
        and (build := main.get_command(context, "build")) is not None
    ):
        context.invoke(build)
