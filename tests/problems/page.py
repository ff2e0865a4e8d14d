"""docs/PROBLEMS.md, written from the examples and from what the program says to them:
``make problems``.
"""

from __future__ import annotations

import sys
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from statsite.problems import Problem
from tests.problems.example import Example, load_all, problems_of

HEAD = """\
# Problems

<!-- Written by `make problems` from tests/problems/examples. Do not edit. -->

Every code that the program prints in brackets behind a problem: what it means, content that gives it, what is then printed,
and the content put right. An error stops a build. A warning stops it under `--strict`. A notice never does.

An example is a file, or lines of one, of a small site; the whole sites stand in `tests/problems/examples`, and a test runs each of them.
⟦a × 300⟧ stands for a text that is repeated, ⟦U+200B⟧ for a character that cannot be seen.
"""

#: General categories of characters that a page would not show.
_UNSEEN = {"Cc", "Cf", "Co", "Zl", "Zp"}


def page(sections: Iterable[str]) -> str:
    """The whole document."""
    return "\n".join([HEAD, *sections])


def section(example: Example, found: Iterable[Problem]) -> str:
    """What the document says of one code, where the program ``found`` these problems in the bad
    site.
    """
    parts = [f"## `{example.code}`", example.means, *_examples(example, found)]
    return "\n\n".join(parts) + "\n"


def _examples(example: Example, found: Iterable[Problem]) -> Iterator[str]:
    if example.is_fallback:
        return
    if example.article:
        yield f"The article:\n\n{_block('text', example.article)}"
    if example.before is not None:
        yield _shown("Published", example.path, example.before)
    for path, text in example.published.items():
        yield _shown("Published", path, text)
    yield _shown("Bad", example.path, example.bad) + _oddness(example)
    yield _block("text", str(problem_of(example, found)))
    yield _shown("Good", example.good_path or example.path, example.good)


def problem_of(example: Example, found: Iterable[Problem]) -> Problem:
    """The problem that ``example`` is about.

    Raises LookupError where it is not among those ``found``.
    """
    for problem in found:
        if (
            problem.check == example.code
            and f"{problem.location.path}:{problem.location.line}" == example.place
        ):
            return problem
    raise LookupError(f"{example.code} is not found at {example.place}")


def _oddness(example: Example) -> str:
    told = {
        f"The file is written in {example.encoding}.": example.encoding != "utf-8",
        f"In place of the file stands a link to `{example.link}`.": example.link is not None,
        "The file is kept in git.": example.is_in_git,
        "The system does not let the program open the file.": example.is_unreadable,
    }
    return "".join(f"\n\n{sentence}" for sentence, is_so in told.items() if is_so)


def _shown(label: str, path: str, text: str | None) -> str:
    if text is None:
        return f"{label}: there is no `{path}`."
    kind = "markdown" if path.endswith(".md") else "yaml" if path.endswith(".yaml") else "text"
    return f"{label}, `{path}`:\n\n{_block(kind, text)}"


def _block(kind: str, text: str) -> str:
    return f"```{kind}\n{_visible(text.rstrip())}\n```"


def _visible(text: str) -> str:
    return "".join(
        f"⟦U+{ord(c):04X}⟧" if c != "\n" and unicodedata.category(c) in _UNSEEN else c for c in text
    )


def main() -> None:
    """Write the document into the file that the command line names."""
    with tempfile.TemporaryDirectory() as folder:
        sections = [
            section(one, problems_of(one, Path(folder, one.code), bad=True)) for one in load_all()
        ]
    Path(sys.argv[1]).write_text(page(sections), encoding="utf-8")


if __name__ == "__main__":
    main()
