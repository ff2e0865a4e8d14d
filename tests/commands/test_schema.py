"""`schema` prints the JSON Schema of every YAML file of a site."""

from __future__ import annotations

import json

from click.testing import CliRunner

from statsite.cli import main


def test_the_schema_names_every_yaml_file_of_a_site() -> None:
    result = CliRunner().invoke(main, ["schema"])
    assert result.exit_code == 0
    schemas = json.loads(result.output)
    assert {"site.yaml", "content/sources/*.yaml", "content/datasets/*.yaml"} <= set(schemas)
    assert "printed" in json.dumps(schemas["content/datasets/*.yaml"])
