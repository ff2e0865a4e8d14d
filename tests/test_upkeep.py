"""What keeps the program up: the audit of its packages, and the faults that are made in it on
purpose.
"""

from __future__ import annotations

import ast
import json
import runpy
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.mutation.run import PARTS, copied, mutated
from tests.support.paths import ROOT

AUDIT = SimpleNamespace(**runpy.run_path(str(ROOT / ".ci" / "audit.py")))


def _answer(*packages: Mapping[str, object]) -> str:
    return json.dumps({"dependencies": packages, "fixes": []})


FINE = {"name": "click", "version": "8.5.1", "vulns": []}
BAD = {
    "name": "nh3",
    "version": "0.1",
    "vulns": [{"id": "PYSEC-1", "fix_versions": ["0.2"]}, {"id": "GHSA-2", "fix_versions": []}],
}
UNKNOWN = {"name": "rich", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("answer", "status", "said"),
    [
        pytest.param(
            _answer(FINE), 0, ["no vulnerability is known of 1 packages"], id="nothing known"
        ),
        pytest.param(
            _answer(FINE, BAD),
            1,
            ["nh3 0.1: PYSEC-1, fixed in 0.2", "nh3 0.1: GHSA-2, fixed in no version"],
            id="two are known",
        ),
        pytest.param(
            _answer(FINE, UNKNOWN),
            3,
            ["NOT AUDITED: 1 of 2 packages are unknown to the service: rich"],
            id="one is not known",
        ),
        pytest.param(
            _answer(BAD, UNKNOWN),
            1,
            ["nh3 0.1: PYSEC-1, fixed in 0.2"],
            id="a vulnerability comes first",
        ),
        pytest.param(_answer(), 3, [], id="no package at all"),
        pytest.param(
            "",
            3,
            [
                (
                    "NOT AUDITED: no service of vulnerabilities answers; try again where there is "
                    "a network"
                )
            ],
            id="no network",
        ),
        pytest.param(
            "{}",
            3,
            [
                (
                    "NOT AUDITED: no service of vulnerabilities answers; try again where there is "
                    "a network"
                )
            ],
            id="another answer",
        ),
    ],
)
def test_an_audit_that_could_not_look_is_no_clean_one(
    answer: str, status: int, said: list[str]
) -> None:
    found, told = AUDIT.judged(answer)
    assert found == status
    assert told[: len(said)] == said


def test_a_mutant_has_a_name_and_what_it_changes() -> None:
    code, mutants = mutated("def double(n):\n    return n * 2\n", "statsite/x.py")
    assert "    -return n * 2\n    +return n / 2" in [mutant.change for mutant in mutants]
    assert {mutant.name.partition("__mutmut_")[0] for mutant in mutants} == {"statsite.x.x_double"}
    assert "__mutmut_1" in code


@pytest.mark.parametrize("name", PARTS)
def test_every_part_has_its_sources_and_tests(name: str) -> None:
    part = PARTS[name]
    assert all(list(ROOT.glob(pattern)) for pattern in part.sources)
    assert all(Path(ROOT, path).exists() for path in part.tests)


def test_the_copy_in_which_faults_are_made_is_the_whole_program(tmp_path: Path) -> None:
    tree = copied(tmp_path)
    assert {
        path.relative_to(ROOT)
        for path in ROOT.glob("*/**/*.py")
        if not path.relative_to(ROOT).parts[0].startswith(".venv")
    } == {path.relative_to(tree) for path in tree.glob("*/**/*.py")}
    assert not (tree / ".git").exists()


#: Modules without a test file of their name, each with what is tested in its place. Whoever adds
#: one here says which test fails when it is wrong.
TESTED_THROUGH_OTHERS = {
    "charts/layout/divided_bar.py": "charts/kinds/test_parts.py: parts and shares are drawn by it",
    "statsite/evidence/context/figure_case.py": "evidence/context/test_times.py: what is looked at",
    "statsite/extract/candidates.py": "extract/test_extraction.py: what it finds is what is drafted",
    "statsite/extract/classify.py": "extract/test_extraction.py: what it leaves out is not drafted",
    "statsite/extract/layout.py": "extract/test_governing_times.py: sections depend on it",
    "statsite/extract/measure_words.py": "extract/test_extraction.py: a list of words",
    "statsite/grammar/left_context.py": "evidence/test_attacks.py: what it doubts is not proven",
    "statsite/grammar/right_context.py": "evidence/test_attacks.py: what it doubts is not proven",
    "statsite/grammar/pieces.py": "grammar/test_printed.py: names of parts, without behaviour",
    "statsite/model.py": "read/test_entities.py: facts as they are read, and what is looked up",
    "statsite/plan/edition.py": "plan/test_outputs.py: what pages are made of",
    "statsite/plan/views.py": "plan/test_citations.py: a figure, a source as pages show them",
    "statsite/read/schema.py": "read/test_entries.py: fields, each read by its reader",
    "statsite/render/context.py": "test_built_pages.py: what templates are told shows on pages",
}


def _test_of(module: Path) -> Path:
    """Where the tests of a module stand: at its place in the tree of tests."""
    inside = module.relative_to("statsite") if module.parts[0] == "statsite" else module
    return Path("tests", inside.parent, f"test_{inside.name}")


def test_every_module_has_a_test_file_of_its_name_at_its_place() -> None:
    modules = {
        path.relative_to(ROOT)
        for package in ("statsite", "charts")
        for path in ROOT.glob(f"{package}/**/*.py")
        if path.name != "__init__.py"
    }
    without = {str(module) for module in modules if not (ROOT / _test_of(module)).exists()}
    assert without == set(TESTED_THROUGH_OTHERS)


@pytest.mark.parametrize("told", TESTED_THROUGH_OTHERS.values())
def test_what_tests_a_module_instead_is_there(told: str) -> None:
    path, _, why = told.partition(": ")
    assert (ROOT / "tests" / path).exists()
    assert why


def test_lines_of_templates_are_short() -> None:
    long = [
        f"{path.name}:{number}"
        for path in sorted((ROOT / "templates").glob("*.j2"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > 160
    ]
    assert long == []


MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts): path.read_text(encoding="utf-8")
    for package in ("statsite", "charts")
    for path in ROOT.glob(f"{package}/**/*.py")
}


def _defined(text: str) -> Iterator[str]:
    """The public names that a module defines."""
    for node in ast.parse(text).body:
        match node:
            case ast.FunctionDef() | ast.ClassDef():
                names = [node.name]
            case ast.Assign():
                names = [one.id for one in node.targets if isinstance(one, ast.Name)]
            case ast.AnnAssign(target=ast.Name(id=name)):
                names = [name]
            case _:
                names = []
        yield from (name for name in names if not name.startswith("_"))


def _modules_of_names(modules: Mapping[str, str]) -> Mapping[str, set[str]]:
    """The modules that define each class, constant and alias, and of functions those from which one
    is imported by its name alone: elsewhere its module is said with it, as in ``offers.of_topic``.
    """
    imported = {
        (node.module, alias.name)
        for text in modules.values()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    found = defaultdict[str, set[str]](set)
    for module, text in modules.items():
        for name in _defined(text):
            if name[0].isupper() or (module, name) in imported:
                found[name].add(module)
    return found


def test_no_public_name_stands_for_two_things() -> None:
    found = _modules_of_names(MODULES)
    assert len(found) > 1000
    assert {name for name, modules in found.items() if len(modules) > 1} == set()


@pytest.mark.parametrize(
    ("first", "second", "user", "expected"),
    [
        ("class Entry: ...", "Entry = int", "", {"Entry"}),
        ("MOST = 1", "MOST: int = 2", "", {"MOST"}),
        ("def of(): ...", "def of(): ...", "from a import of\nfrom b import of as other", {"of"}),
        ("def of(): ...", "def of(): ...", "from a import of\nimport b\nb.of()", set[str]()),
        ("class _Entry: ...", "class _Entry: ...", "", set[str]()),
    ],
)
def test_a_name_for_two_things_is_found(
    first: str, second: str, user: str, expected: set[str]
) -> None:
    found = _modules_of_names({"a": first, "b": second, "c": user})
    assert {name for name, modules in found.items() if len(modules) > 1} == expected
