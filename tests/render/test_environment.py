"""A templates folder is regular files inside the site: nothing is read through a link, and nothing
is published that was not meant to be.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from statsite import pipeline
from statsite.problems import Problem, Severity
from statsite.render import environment
from statsite.render.environment import read_templates
from tests.support.types import WriteSite


def errors(root: Path) -> list[Problem]:
    """The errors of the site in ``root``."""
    return [p for p in pipeline.check(root).problems if p.severity is Severity.ERROR]


@pytest.mark.parametrize(
    "path",
    [
        "templates",
        "templates/static",
        "templates/static/more",
        "templates/static/own.css",
        "templates/404.html.j2",
        "templates/words.yaml",
    ],
)
def test_nothing_is_read_through_a_link(write_site: WriteSite, tmp_path: Path, path: str) -> None:
    abroad = tmp_path / "abroad"
    abroad.mkdir()
    (abroad / "secret.css").write_text("secret", encoding="utf-8")
    (abroad / "secret.j2").write_text("secret", encoding="utf-8")
    root = write_site()
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).symlink_to(
        abroad if "." not in path.rpartition("/")[2] else abroad / "secret.css"
    )
    assert [(p.check, p.location.path) for p in errors(root)] == [("file-not-regular", path)]
    templates = read_templates(root, [])
    assert not any(b"secret" in content for content in templates.static.values())
    assert "secret" not in "".join(templates.texts.values())


@pytest.mark.parametrize(
    "path", ["templates/static/pipe", "templates/pipe.j2", "templates/words.yaml"]
)
def test_a_pipe_is_refused_and_not_waited_for(write_site: WriteSite, path: str) -> None:
    root = write_site()
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(root / path)
    assert [(p.check, p.location.path) for p in errors(root)] == [("file-not-regular", path)]


@pytest.mark.parametrize(
    "name",
    [
        ".secret",
        ".own.css.swp",
        ".git/config",
        "own.css~",
        "#own.css#",
        "own.css.bak",
        "own.css.orig",
        "own.css.rej",
        "own.css.swp",
        "Thumbs.db",
    ],
)
def test_what_an_editor_or_a_system_leaves_behind_is_not_published(
    write_site: WriteSite, name: str
) -> None:
    root = write_site(
        {
            f"templates/static/{name}": "secret",
            f"templates/static/more/{name}": "secret",
            "templates/static/more/own.css": "p {}",
        }
    )
    assert errors(root) == []
    published = read_templates(root, []).static
    assert sorted(
        set(published) - set(read_templates(environment.TEMPLATES.parent, []).static)
    ) == ["static/more/own.css"]


def test_a_static_file_that_is_too_large_is_refused(
    write_site: WriteSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_site({"templates/static/own.css": "p {}  "})
    monkeypatch.setattr(environment, "STATIC_LIMIT", 5)
    problems: list[Problem] = []
    assert "static/own.css" not in read_templates(root, problems).static
    assert [(p.check, str(p.location)) for p in problems] == [
        ("file-too-large", "templates/static/own.css:1:1")
    ]


def test_static_files_that_come_to_too_much_are_refused(
    write_site: WriteSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "ALL_STATIC_LIMIT", 5)
    assert [
        (p.check, p.location.path) for p in errors(write_site({"templates/static/own.css": "p {}"}))
    ] == [("file-too-large", "templates/static")]


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ w['no-such-word'] }}", "there is no `no-such-word` in templates/words.yaml"),
        ("{{ w.nothing }}", "there is no `nothing` in templates/words.yaml"),
        ("{{ at.nowhere }}", "'dict object' has no attribute 'nowhere'"),
    ],
)
def test_a_word_that_is_missing_is_told_from_other_names(
    write_site: WriteSite, template: str, said: str
) -> None:
    found = errors(write_site({"templates/404.html.j2": template}))
    assert {(p.message, str(p.location)) for p in found} == {(said, "templates/404.html.j2:1:1")}


def test_a_template_may_ask_whether_there_is_a_word(write_site: WriteSite) -> None:
    asked = "{{ w['no-such-word'] | default('none') }}{{ w.nothing is defined }}"
    assert errors(write_site({"templates/404.html.j2": asked})) == []


@pytest.mark.parametrize("raw", [b"\xff", "床\x00位".encode(), "床\u202e位".encode()])
def test_a_template_is_text_without_hidden_characters(write_site: WriteSite, raw: bytes) -> None:
    assert {p.location.path for p in errors(write_site({"templates/spare.j2": raw}))} == {
        "templates/spare.j2"
    }
