"""The words of all pages are told before and after, also where they were the engine's."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from statsite.diff.other_changes import OtherChange, Thing
from statsite.diff.page_words import changed_words
from statsite.interface_texts import TEXTS_PATH
from tests.support.command_line import run_without_texts
from tests.support.types import WriteSite


def site_with(root: Path, words: str | None) -> Path:
    """A folder with these words of its pages."""
    (root / "templates").mkdir(parents=True)
    if words is not None:
        (root / TEXTS_PATH).write_text(words, encoding="utf-8")
    return root


FALSE = "status-target: {zh: 实际数, en: observed}\n"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        pytest.param(None, FALSE, ("-zh: 目标", "+zh: 实际数", "-en: target", "+en: observed"), id="the engine's before"),
        pytest.param(FALSE, None, ("-zh: 实际数", "+zh: 目标", "-en: observed", "+en: target"), id="the engine's after"),
        pytest.param(FALSE, FALSE.replace("observed", "reached"), ("-en: observed", "+en: reached"), id="one language"),
    ],
)  # fmt: skip
def test_words_that_changed_are_told_by_language(
    tmp_path: Path, before: str | None, after: str | None, told: tuple[str, ...]
) -> None:
    found = changed_words(site_with(tmp_path / "a", before), site_with(tmp_path / "b", after))
    assert found == (OtherChange(Thing.WORDS, "status-target", "changed", told, TEXTS_PATH),)


def test_words_that_only_templates_of_the_site_show_come_and_go(tmp_path: Path) -> None:
    bare, own = site_with(tmp_path / "a", None), site_with(tmp_path / "b", "mine: {en: All true}\n")
    assert [(one.kind, one.lines) for one in changed_words(bare, own)] == [
        ("added", ("+en: All true",))
    ]
    assert [(one.kind, one.lines) for one in changed_words(own, bare)] == [
        ("removed", ("-en: All true",))
    ]


def test_no_words_are_read_behind_a_link(tmp_path: Path) -> None:
    """They lie outside the site, and no build reads them there."""
    bare, other = site_with(tmp_path / "a", None), site_with(tmp_path / "b", FALSE)
    linked = tmp_path / "c"
    linked.mkdir()
    (linked / "templates").symlink_to(other / "templates")
    assert changed_words(bare, linked) == ()


@pytest.mark.parametrize("words", [FALSE, None])
def test_what_did_not_change_is_not_told(tmp_path: Path, words: str | None) -> None:
    assert changed_words(site_with(tmp_path / "a", words), site_with(tmp_path / "b", words)) == ()


def test_a_file_of_words_that_cannot_be_read_is_named_instead(
    write_site: WriteSite, tmp_path: Path
) -> None:
    before = shutil.copytree(write_site(), tmp_path / "before")
    root = write_site({TEXTS_PATH: "skip: [\n"})
    done = run_without_texts("diff", f"dir:{before}", "--site", root, "--format", "markdown")
    assert done.exit_code == 0
    assert f"- `{TEXTS_PATH}`\n" in done.stdout


def test_the_summary_tells_what_pages_would_say(write_site: WriteSite, tmp_path: Path) -> None:
    before = shutil.copytree(write_site(), tmp_path / "before")
    root = write_site({TEXTS_PATH: FALSE})
    done = run_without_texts("diff", f"dir:{before}", "--site", root, "--format", "markdown")
    assert "- words of pages `status-target` changed\n" in done.stdout
    assert "  - was: `en: target`\n" in done.stdout
    assert "  - now: `en: observed`\n" in done.stdout
    assert "nothing is shown here" not in done.stdout
