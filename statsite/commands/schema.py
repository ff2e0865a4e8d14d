"""Print the JSON Schema of every YAML file of a site, by the pattern of its path, for editors'
completion.
"""

from __future__ import annotations

import json

import click

from statsite.messages import print_result
from statsite.read.reference import json_schemas


@click.command(help=__doc__)
def command() -> None:
    print_result(json.dumps(json_schemas(), ensure_ascii=False, indent=1))
