"""Whether the tests notice faults made on purpose:
``python -m tests.mutation.run [PART …] --sample 60 --seed 1``.

mutmut makes the mutants, and ``tests.mutation.trials`` tries those of a sample; one that may change
what the program works out while it is imported is tried in a process of its own, which imports
everything again. Says for each part how many mutants were noticed, and shows the others.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random

from msgspec import Struct
from mutmut.mutation.file_mutation import mutate_file_contents

from tests.mutation.trials import LEAST_PATIENCE, OPTIONS, Answer, tried
from tests.support.paths import ROOT

#: What of the repository's own folder, and of every folder, the tests do not need.
_LEFT_OUT_AT_TOP, _LEFT_OUT = (
    frozenset({".git", ".venv", ".venv-audit", ".venv-newest", ".venv-lowest", "output"}),
    shutil.ignore_patterns(".*_cache", "__pycache__", ".hypothesis"),
)
#: How many seconds the tests that reach a mutant may take in a process of their own before they
#: count as hanging.
_PATIENCE = 20 * LEAST_PATIENCE


class Part(Struct, frozen=True):
    """Source files, by pattern, and the tests that are to notice their faults."""

    sources: tuple[str, ...]
    tests: tuple[str, ...]


PARTS: Mapping[str, Part] = {
    "grammar": Part(
        ("statsite/grammar/*.py",),
        (
            "tests/grammar",
            "tests/hostile",
            "tests/evidence/test_attacks.py",
            "tests/evidence/test_figure_context.py",
            "tests/grammar/test_totals.py",
            "tests/evidence/test_words_for_all.py",
        ),
    ),
    "finding": Part(
        (
            "statsite/evidence/search.py",
            "statsite/evidence/printed_forms.py",
            "statsite/evidence/whole_figures.py",
        ),
        (
            "tests/evidence/test_search.py",
            "tests/evidence/test_whole_figures.py",
            "tests/evidence/test_attacks.py",
            "tests/evidence/test_figure_context.py",
            "tests/evidence/test_sentences.py",
            "tests/evidence/test_words_for_all.py",
            "tests/evidence/test_lock_consistency.py",
            "tests/evidence/test_hand_lists.py",
            "tests/hostile",
        ),
    ),
    "interval": Part(("statsite/interval.py",), ("tests/test_interval.py", "tests/rules")),
    "reader": Part(
        ("statsite/read/*.py",),
        (
            "tests/read",
            "tests/rules/test_derive.py",
            "tests/check/test_unread_files.py",
            "tests/check/test_references.py",
            "tests/evidence/test_coverage.py",
            "tests/problems/test_problem_examples.py",
        ),
    ),
}
#: What is written for people, from the fields of the schema.
_NO_READER = ("manual.py", "reference.py")


class Mutant(Struct, frozen=True):
    """A fault: its name as the mutated code knows it, and what it changes."""

    name: str
    change: str


def mutated(source: str, path: str) -> tuple[str, list[Mutant]]:
    """The code of a file with all its mutants in it, each asleep until it is named in the
    environment.
    """
    made = mutate_file_contents(path, source)
    module = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    functions = {
        node.name: node
        for node in ast.walk(ast.parse(made.code))
        if isinstance(node, ast.FunctionDef)
    }
    return made.code, [
        Mutant(f"{module}.{name}", _change(functions, name)) for name in made.mutant_names
    ]


def _change(functions: Mapping[str, ast.FunctionDef], name: str) -> str:
    """The lines in which a mutant differs from the code it was made of."""
    before, after = (
        functions.get(one) for one in (f"{name.rpartition('__mutmut_')[0]}__mutmut_orig", name)
    )
    if before is None or after is None:
        return ""
    old, new = (
        [line for statement in one.body for line in ast.unparse(statement).splitlines()]
        for one in (before, after)
    )
    differing = list(difflib.unified_diff(old, new, n=0, lineterm=""))[3:]
    return "\n".join(f"    {line}" for line in differing)


def copied(folder: Path) -> Path:
    """The repository's files in ``folder``."""

    def left_out(path: str, names: list[str]) -> set[str]:
        return _LEFT_OUT(path, names) | (_LEFT_OUT_AT_TOP if Path(path) == ROOT else set())

    return Path(shutil.copytree(ROOT, folder / "tree", ignore=left_out))


def survivors(tree: Path, part: Part, sample: int, seed: int) -> tuple[int, list[Mutant]]:
    """How many mutants of a part were tried, and those that no test noticed.

    Raises RuntimeError where the tests fail without any.
    """
    paths = [
        path
        for pattern in part.sources
        for path in sorted(tree.glob(pattern))
        if path.name not in _NO_READER
    ]
    sound = {path: path.read_text(encoding="utf-8") for path in paths}
    try:
        made = list(_put_in(tree, sound))
        chosen = Random(seed).sample(made, min(sample, len(made)))  # noqa: S311 - a sample, not a secret
        answers = tried(tree, part.tests, [mutant.name for mutant in chosen])
        alive = [
            mutant for mutant in chosen if not _is_noticed(tree, mutant.name, answers[mutant.name])
        ]
    finally:
        for path, text in sound.items():
            path.write_text(text, encoding="utf-8")
    return len(chosen), alive


def _put_in(tree: Path, sound: Mapping[Path, str]) -> Iterator[Mutant]:
    for path, text in sound.items():
        code, mutants = mutated(text, path.relative_to(tree).as_posix())
        path.write_text(code, encoding="utf-8")
        yield from mutants


def _is_noticed(tree: Path, mutant: str, answer: Answer) -> bool:
    """Whether a mutant was noticed, or is by the tests that reach it in a process of its own; tests
    that hang notice it.
    """
    if answer.is_noticed is not None:
        return answer.is_noticed
    with tempfile.TemporaryDirectory(prefix="mutant-") as own:
        environment = {
            **os.environ,
            "MUTANT_UNDER_TEST": mutant,
            "TMPDIR": own,
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        command = [sys.executable, "-m", "pytest", *OPTIONS, *answer.files]
        try:
            done = subprocess.run(  # noqa: S603 - our own tests
                command,
                cwd=tree,
                env=environment,
                capture_output=True,
                timeout=_PATIENCE,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return True
        return done.returncode != 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, print, and give the exit status: 1 where a part falls short of the share wanted."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument(
        "parts",
        nargs="*",
        metavar="PART",
        help=f"one of {', '.join(PARTS)}; all of them where none is named",
    )
    parser.add_argument(
        "--sample", type=int, default=60, help="how many mutants of each part are tried"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--wanted", type=float, default=0.85, help="the share that must be noticed")
    options = parser.parse_args(arguments)
    falls_short = False
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder:
        tree = copied(Path(folder))
        for name in options.parts or PARTS:
            tried, alive = survivors(tree, PARTS[name], options.sample, options.seed)
            share = (tried - len(alive)) / tried
            falls_short |= share < options.wanted
            sys.stdout.write("".join(f"{mutant.name}\n{mutant.change}\n" for mutant in alive))
            sys.stdout.write(
                f"{name}: {tried - len(alive)} of {tried} noticed ({share:.0%}), seed "
                f"{options.seed}\n"
            )
            sys.stdout.flush()
    return 1 if falls_short else 0


if __name__ == "__main__":
    sys.exit(main())
