"""What the documents say is so: examples build, options and targets exist, the reference is the
schema's, imports keep the order of the table.
"""

from __future__ import annotations

import ast
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from statsite.cli import COMMANDS, main
from statsite.pipeline import check
from statsite.read.manual import MARK, with_reference
from statsite.read.reference import field_reference
from tests.support.paths import ROOT

EDITING = (ROOT / "docs/EDITING.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
PUBLISHING = (ROOT / "docs/PUBLISHING.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs/ARCHITECTURE.md").read_text(encoding="utf-8")

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PACKAGES = ("statsite", "charts")


def section(title: str) -> str:
    """A section of EDITING, up to the next of its level."""
    return EDITING.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def small_site() -> Iterator[tuple[str, str]]:
    """Path and text of each file of the section's whole site: its first line names it."""
    for _, block in BLOCK.findall(section("A whole small site")):
        first, text = block.split("\n", 1)
        named = re.match(r"(?:# |<!-- )([\w./-]+)", first)
        assert named, first
        yield named[1], block if first.startswith("#") else text


def test_the_whole_small_site_builds_without_a_problem(tmp_path: Path) -> None:
    paths = []
    for path, text in small_site():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
        paths.append(path)
    assert len(paths) == 7
    assert [str(p) for p in check(tmp_path, strict=True).problems] == []
    result = CliRunner().invoke(main, ["build", "--strict", "--site", str(tmp_path)])
    assert (result.exit_code, result.stderr) == (0, "")
    page = (tmp_path / "output/topics/water/index.html").read_text(encoding="utf-8")
    assert re.search("180 stations</a>(?:<button .*?</button>)? to <a [^>]*>212 stations</a>", page)


def command_of(name: str) -> click.Command:
    """The command of a name."""
    found = main.get_command(click.Context(main), name)
    assert found is not None
    return found


def commands(text: str) -> Iterator[tuple[str, list[str]]]:
    """Every ``build.py`` command that a document names, with the options it shows."""
    for call in re.findall(r"python build\.py([^`#\n]*)", text):
        words = shlex.split(re.sub(r"[\[\]\\]", " ", call))
        yield (
            next((word for word in words if not word.startswith("-")), "build"),
            [word for word in words if word.startswith("--")],
        )


@pytest.mark.parametrize(
    ("name", "text"), [("README", README), ("EDITING", EDITING), ("PUBLISHING", PUBLISHING)]
)
def test_every_command_and_option_a_document_names_exists(name: str, text: str) -> None:
    named = list(commands(text))
    assert len(named) > 2, name
    for command, options in named:
        known = {option for parameter in command_of(command).params for option in parameter.opts}
        assert set(options) <= known, (command, options)


def test_the_readme_names_every_command() -> None:
    assert {command for command, _ in commands(README.split("## Commands", 1)[1])} == set(COMMANDS)


def test_documents_name_only_targets_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    named = set(re.findall(r"(?:`|^)make ([a-z-]+)", README + EDITING + CONTRIBUTING, re.MULTILINE))
    assert {"site", "test"} <= named <= targets


def test_the_field_reference_is_that_of_the_schema() -> None:
    assert EDITING.count(f"\n{MARK}") == 1
    assert with_reference(EDITING) == EDITING, "run `make reference`"
    assert EDITING.endswith(field_reference())


def test_writing_the_reference_keeps_what_stands_above_it() -> None:
    manual = f"# Manual\n\nWords.\n\n{MARK} made by hand -->\n\nold\n"
    assert (
        with_reference(manual)
        == f"# Manual\n\nWords.\n\n{MARK} made by hand -->\n\n{field_reference()}"
    )
    with pytest.raises(ValueError, match="no line begins"):
        with_reference("# Manual\n")


@pytest.mark.parametrize(
    "text",
    [EDITING, README, ARCHITECTURE, PUBLISHING, CONTRIBUTING],
    ids=["EDITING", "README", "ARCHITECTURE", "PUBLISHING", "CONTRIBUTING"],
)
def test_links_of_the_documents_lead_to_files_and_headings(text: str) -> None:
    folder = ROOT if text in {README, CONTRIBUTING} else ROOT / "docs"
    headings = {
        re.sub(r"[^\w\- ]", "", found.lower()).strip().replace(" ", "-")
        for found in re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    }
    without_code = re.sub(r"`[^`\n]*`", "", BLOCK.sub("", text))
    for target in re.findall(r"\]\(([^)]+)\)", without_code):
        path, _, fragment = target.partition("#")
        assert (folder / path).exists() if path else fragment in headings, target


def test_every_kind_of_chart_is_explained() -> None:
    import charts  # noqa: PLC0415 - the drawing library is slow to import, and one test needs it

    assert set(re.findall(r"^\| `([a-z0-9-]+)` \|", section("Charts"), re.MULTILINE)) == {
        "kind",
        *charts.CHART_KINDS,
    }


def _located(name: str, row: str) -> str:
    """The path of a name that is behind another of the same folder."""
    folder = row.strip("`").partition("/")[0] if "/" in row else "."
    return name if "/" in name or folder == "." else f"{folder}/{name}"


#: The modules and folders of each row of ARCHITECTURE's table, from the ground up.
ROWS = [
    tuple(_located(name, row) for name in re.findall("`([^`]+)`", row))
    for row in re.findall(r"^\| (`.*?`) \|", ARCHITECTURE, re.MULTILINE)
]


def test_the_module_table_names_files_that_exist_and_all_of_them() -> None:
    listed = [path for row in ROWS for path in row]
    assert [path for path in listed if not (ROOT / path).exists()] == []
    assert [path for path in listed if listed.count(path) > 1] == []
    modules = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*.py")
    } | {"build.py"}
    assert (
        sorted(
            module
            for module in modules
            if module != "statsite/__init__.py" and row_of(module) is None
        )
        == []
    )


def row_of(module: str) -> int | None:
    """The row of the table that a module is in, alone or in its folder."""
    return next(
        (
            number
            for number, row in enumerate(ROWS)
            for path in row
            if module == path or (path.endswith("/") and module.startswith(path))
        ),
        None,
    )


def imported(module: str) -> Iterator[str]:
    """The files of this repository that a module imports, wherever in it."""
    for node in ast.walk(ast.parse((ROOT / module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (found for alias in node.names if (found := _file(alias.name)))
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (
                _file(f"{node.module}.{alias.name}") or _file(node.module) or ""
                for alias in node.names
                if node.module.split(".")[0] in PACKAGES
            )


def _file(name: str) -> str | None:
    path = name.replace(".", "/")
    return next(
        (
            file
            for file in (f"{path}.py", f"{path}/__init__.py")
            if name.split(".", maxsplit=1)[0] in PACKAGES and (ROOT / file).is_file()
        ),
        None,
    )


MODULES = sorted(
    path.relative_to(ROOT).as_posix()
    for package in PACKAGES
    for path in (ROOT / package).rglob("*.py")
)


@pytest.mark.parametrize("module", MODULES)
def test_no_module_imports_upwards(module: str) -> None:
    own = row_of(module)
    allowed = own if own is not None else 0
    assert {
        found for found in imported(module) if found and (row_of(found) or 0) > allowed
    } == set()


@pytest.mark.parametrize("module", [module for module in MODULES if module.startswith("charts/")])
def test_the_chart_renderer_knows_nothing_of_the_engine(module: str) -> None:
    assert [found for found in imported(module) if found.startswith("statsite/")] == []


def test_imports_are_found_at_all() -> None:
    assert {"statsite/pipeline.py", "statsite/write.py"} <= set(
        imported("statsite/commands/full_build.py")
    )
    assert "statsite/read/values.py" in set(imported("statsite/read/fields.py"))
    assert "charts/__init__.py" in set(imported("statsite/check/charts.py"))


@pytest.mark.parametrize("module", [*MODULES, "build.py"])
def test_every_module_says_in_one_sentence_what_it_is_for(module: str) -> None:
    said = ast.get_docstring(ast.parse((ROOT / module).read_text(encoding="utf-8"))) or ""
    assert re.match(r"(?:[^\n]+\n)*[^\n]*[.:]( |$|\n)", said), said
