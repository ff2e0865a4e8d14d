"""Twice the content takes twice the steps to read and check, whatever there is twice of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from statsite.assess.assessment import assess
from statsite.check import check_site
from statsite.read.site import read_site
from tests.growth.counting import MOST, growth
from tests.growth.kinds import KINDS, Kind

#: Kinds of which there may be many, and how many are counted first: enough to outweigh what any
#: site takes.
_MANY = {
    "observations": 40,
    "observations-of-one-time": 40,
    "observations-disagree": 40,
    "observations-negative": 40,
    "observations-with-also": 20,
    "further-printings": 40,
    "revisions": 40,
    "formerly": 60,
    "formerly-each": 40,
    "unit-words": 60,
    "indicators": 40,
    "indicators-part-of-each-other": 20,
    "indicators-part-of-one": 20,
    "derived-chain": 24,
    "derived-tree": 24,
    "derived-circle": 12,
    "rules": 40,
    "rule-of-terms": 20,
    "areas": 60,
    "areas-in-each-other": 60,
    "units": 60,
    "units-of-each-other": 30,
    "topics-listed": 60,
    "release-of-ids": 100,
    "source-lines": 60,
    "lock-lines": 40,
    "yaml-comments": 200,
    "prose-paragraphs": 100,
    "prose-headings": 60,
}
#: Texts that may be as long as a file; so many of their parts are counted first.
_PARTS = 200
_LONG = (
    "chart-title-of-words", "definition-of-letters", "note-of-words", "value-of-zeros",
    "printed-of-digits", "printed-of-spaces",
    "rule-of-digits", "rule-of-brackets", "unit-formula", "yaml-flow-lists", "yaml-block-lists",
    "yaml-bare-keys", "prose-brackets",
)  # fmt: skip


def _reading(kind: Kind, folder: Path) -> Callable[[int], Callable[[], object]]:
    def prepared(n: int) -> Callable[[], object]:
        root = folder / str(n)
        for path, text in kind.site(n).items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        return lambda: _checked(root)

    return prepared


def _checked(root: Path) -> int:
    site, problems = read_site(root)
    assert site is not None
    return len(problems) + sum(1 for _ in check_site(assess(site), ()))


@pytest.mark.parametrize(("name", "n"), [*_MANY.items(), *((name, _PARTS) for name in _LONG)])
def test_twice_the_content_takes_twice_the_steps(name: str, n: int, tmp_path: Path) -> None:
    assert max(growth(_reading(KINDS[name], tmp_path), n)) <= MOST
