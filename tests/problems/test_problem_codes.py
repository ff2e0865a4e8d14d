"""Every problem code is found in the source, and has an example."""

from __future__ import annotations

from pathlib import Path

from tests.problems.codes import codes_in_source
from tests.problems.example import load_all

EXAMPLES = load_all()


def test_every_code_in_the_source_is_explained_and_no_other() -> None:
    found = codes_in_source()
    assert found.untold == (), "write the code where the problem is made, as a literal"
    assert sorted(found.places) == [example.code for example in EXAMPLES]


def test_a_code_is_found_however_it_reaches_a_problem(tmp_path: Path) -> None:
    modules = {
        "kinds.py": (
            "class Problem:\n    check: str\n    message: str\nclass Other:\n    name: str\n"
        ),
        "use.py": (
            "from engine import kinds\nfrom engine.kinds import Other, Problem\n"
            "def made(where, check):\n    return Problem(check, where)\n"
            'one = Problem("in-place", 1)\ntwo = made(2, "by-function")\nthree = '
            'Problem(check="by-name", message=3)\n'
            "four = Problem(one.check, 4)\nfive = Problem(f'{one}-made', 5)\nsix = "
            "Other('no-code')\n"
            'seven = kinds.Problem("by-module", 7)\n'
        ),
    }
    for name, text in modules.items():
        (tmp_path / "engine").mkdir(exist_ok=True)
        (tmp_path / "engine" / name).write_text(text, encoding="utf-8")
    found = codes_in_source(tmp_path / "engine")
    assert found.places == {
        "by-function": ("engine/use.py:6",),
        "by-module": ("engine/use.py:11",),
        "by-name": ("engine/use.py:7",),
        "in-place": ("engine/use.py:5",),
    }
    assert found.untold == ("engine/use.py:9",)
