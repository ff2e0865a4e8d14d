"""Quantities of an article that are left out on purpose are found, one each, or a problem."""

from __future__ import annotations

from pathlib import Path

import pytest

from statsite.evidence.ignored_figures import ignored_problems
from statsite.evidence.verify import texts_of
from statsite.problems import Problem
from tests.support.proven_site import FILES, IGNORED, SOURCE, site_in, texts
from tests.support.types import WriteSite


def _problems(write_site: WriteSite, folder: Path, entry: str) -> list[Problem]:
    files = {**FILES, IGNORED: f"bulletin: [{{{entry}, reason: not-health}}]\n"}
    site = site_in(write_site(files))
    return list(ignored_problems(site, texts_of(site, texts(folder))[0]))


@pytest.mark.parametrize(
    ("entry", "check", "said"),
    [
        pytest.param("printed: 4200辆", None, "", id="once"),
        pytest.param("printed: 12家, near: 乡镇", None, "", id="singled out by words"),
        pytest.param("printed: 12家", "ignored-ambiguous", "「12家」 appears 2 times", id="twice"),
        pytest.param("printed: 13家", "ignored-missing", "not a quantity that is found", id="none"),
        pytest.param(
            "printed: 4200辆, line: 2", "ignored-missing", "in line 2", id="in another line"
        ),
        pytest.param(
            "printed: 12家, near: 村庄", "ignored-missing", "is nearest to", id="no such words"
        ),
    ],
)
def test_an_entry_names_one_quantity(
    write_site: WriteSite, tmp_path: Path, entry: str, check: str | None, said: str
) -> None:
    found = _problems(write_site, tmp_path / "texts", entry)
    assert [problem.check for problem in found] == ([check] if check else [])
    assert all(said in problem.message for problem in found)


def test_a_source_without_a_text_has_nothing_to_leave_out(write_site: WriteSite) -> None:
    source = FILES[SOURCE].partition("text:")[0]
    files = {**FILES, SOURCE: source, IGNORED: "bulletin: [{printed: 12家, reason: not-health}]\n"}
    site = site_in(write_site(files))
    (found,) = ignored_problems(site, {})
    assert (found.check, found.message) == ("ignored-missing", "`bulletin` has no text")
