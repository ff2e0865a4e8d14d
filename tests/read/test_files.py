"""Content is a few known folders of regular files; whatever else is there is a problem with a
place.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from statsite.problems import Problem
from statsite.read.files import read_files as read_files_of
from statsite.read.site import read_site
from tests.support.types import ReadFiles, WriteSite

needs_posix = pytest.mark.skipif(
    sys.platform == "win32", reason="links, pipes and odd names need POSIX"
)


def _found(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(p.check, str(p.location)) for p in problems]


def test_the_smallest_site_has_no_problem(read_files: ReadFiles) -> None:
    site, problems = read_files()
    assert site is not None
    assert problems == []


@pytest.mark.parametrize(
    ("path", "check", "hint"),
    [
        pytest.param(
            "content/datasets/more.yml", "file-unknown", "rename it to more.yaml", id="yml"
        ),
        pytest.param(
            "content/datasets/more.YAML", "file-unknown", "rename it to more.yaml", id="YAML"
        ),
        pytest.param(
            "content/datasets/more.csv", "file-unknown", "only .yaml files are read here", id="csv"
        ),
        pytest.param(
            "content/datasets/old/more.yaml",
            "file-unknown",
            "move its files up to content/datasets",
            id="folder of datasets",
        ),
        pytest.param(
            "content/dataset/more.yaml",
            "file-unknown",
            "did you mean `datasets`?",
            id="folder misnamed",
        ),
        pytest.param(
            "content/unit.yaml", "file-unknown", "did you mean `units.yaml`?", id="file misnamed"
        ),
        pytest.param("content/areas/cn.yaml", "file-unknown", "", id="a folder of areas"),
        pytest.param(
            "content/topics/elderly-care.md",
            "file-unknown",
            "write content/topics/<id>/<language>.md",
            id="topic without folder",
        ),
        pytest.param(
            "content/topics/elderly-care/zh.markdown",
            "file-unknown",
            "only <language>.md files are read here",
            id="markdown",
        ),
    ],
)
def test_a_file_that_does_not_belong_is_a_problem_with_a_hint(
    read_files: ReadFiles, path: str, check: str, hint: str
) -> None:
    _, problems = read_files({path: "x"})
    (problem,) = (p for p in problems if path.startswith(p.location.path))
    assert problem.check == check
    assert hint in problem.hint


@pytest.mark.parametrize(
    "path", ["content/.DS_Store", "content/datasets/.care.yaml.swp", "content/.git/config"]
)
def test_files_whose_names_begin_with_a_dot_are_no_content(
    read_files: ReadFiles, path: str
) -> None:
    assert read_files({path: b"\xff"})[1] == []


@pytest.mark.parametrize(
    "path",
    ["content/.gitattributes", "content/.GitAttributes", "content/.gitmodules", "content/datasets/.gitattributes", "content/topics/.gitmodules/x",
     "content/topics/elderly-care/.gitattributes"],
)  # fmt: skip
def test_files_that_steer_git_are_refused_in_content(read_files: ReadFiles, path: str) -> None:
    (problem,) = read_files({path: "*.yaml -diff\n"})[1]
    assert problem.check == "file-refused"
    assert path.startswith(problem.location.path)


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
def test_a_link_that_steers_git_is_refused_in_content(write_site: WriteSite) -> None:
    root = write_site()
    (root / "content/.gitattributes").symlink_to("/dev/null")
    assert _found(read_site(root)[1]) == [("file-refused", "content/.gitattributes:1:1")]


@pytest.mark.parametrize(
    "stem", ["A", "care_", "-care", "养老", "a.b", "con", "lpt1", "x" * 61, "a b", "café"]
)
def test_a_file_name_that_is_no_slug_is_a_problem(read_files: ReadFiles, stem: str) -> None:
    path = f"content/sources/{stem}.yaml"
    site, problems = read_files(
        {path: "title: 题\npublication: {zh: 报, en: News}\npublished: {date: 2025}\n"}
    )
    assert _found(problems) == [("slug-malformed", f"{path}:1:1")]
    assert site is not None
    assert list(site.sources) == ["bulletin"]


def test_a_file_name_may_be_a_slug_of_sixty_characters(read_files: ReadFiles) -> None:
    source = "title: 题\npublication: {zh: 报, en: News}\npublished: {date: 2025}\n"
    site, problems = read_files(
        {f"content/sources/{'x' * 60}.yaml": source, "content/sources/2024-a.yaml": source}
    )
    assert problems == []
    assert site is not None
    assert list(site.sources) == ["2024-a", "bulletin", "x" * 60]


def test_a_file_with_a_refused_character_is_not_read_further(read_files: ReadFiles) -> None:
    _, problems = read_files(
        {"content/areas.yaml": "cn: {title: {zh: 全\x01国, en: China}, kind: country}\n"}
    )
    assert _found(problems) == [("character-refused", "content/areas.yaml:1:19")]


def test_two_names_that_differ_by_case_never_pass(read_files: ReadFiles) -> None:
    _, problems = read_files({"content/charts/a.yaml": "x", "content/charts/A.yaml": "x"})
    assert ("slug-malformed", "content/charts/A.yaml:1:1") in _found(problems)


@needs_posix
@pytest.mark.parametrize(
    "place",
    [
        "content/sources/secret.yaml",
        "content/areas.yaml",
        "site.yaml",
        "content/rules/x.yaml",
        "content/charts",
    ],
)
def test_a_symbolic_link_is_refused_and_its_target_never_read(
    write_site: WriteSite, tmp_path: Path, place: str
) -> None:
    root = write_site()
    secret = tmp_path / "secret"
    secret.write_text("password: hunter2\n", encoding="utf-8")
    link = root / place
    link.parent.mkdir(exist_ok=True)
    link.unlink(missing_ok=True)
    link.symlink_to(secret)
    _, problems = read_site(root)
    assert ("file-not-regular", f"{place}:1:1") in _found(problems)
    assert "this is a symbolic link" in [p.message for p in problems]
    assert "hunter2" not in str(problems)
    assert "password" not in str(problems)


@needs_posix
def test_a_content_folder_that_is_a_link_is_refused(write_site: WriteSite) -> None:
    root = write_site()
    (root / "content").rename(root.parent / "elsewhere")
    (root / "content").symlink_to(root.parent / "elsewhere")
    site, problems = read_site(root)
    assert _found(problems) == [("file-not-regular", "content:1:1")]
    assert site is not None
    assert site.datasets == {}


@needs_posix
@pytest.mark.parametrize(
    "place", ["content/sources/pipe.yaml", "content/pipe", "content/topics/elderly-care/pipe.md"]
)
def test_a_pipe_is_refused_and_does_not_hold_the_build(write_site: WriteSite, place: str) -> None:
    root = write_site()
    os.mkfifo(root / place)
    assert _found(read_site(root)[1]) == [("file-not-regular", f"{place}:1:1")]


@needs_posix
@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"\xd0\xd0.yaml", "<U+DCD0><U+DCD0>.yaml"),
        (b"a\nb.yaml", "a<U+000A>b.yaml"),
        ("a\u202eb.yaml".encode(), "a<U+202E>b.yaml"),
    ],
    ids=["no UTF-8", "line break", "bidi override"],
)
def test_a_file_name_that_cannot_be_shown_is_a_problem_on_one_line(
    write_site: WriteSite, name: bytes, shown: str
) -> None:
    root = write_site()
    with open(os.fsencode(root / "content" / "sources") + b"/" + name, "wb"):  # noqa: PTH123 - pathlib takes no bytes
        pass
    (problem,) = read_site(root)[1]
    assert (problem.check, problem.location.path) == ("slug-malformed", f"content/sources/{shown}")
    str(problem).encode("utf-8")


@pytest.mark.parametrize(
    ("path", "size", "limit"),
    [
        pytest.param("content/areas.yaml", 1024 * 1024, "1024 KiB", id="yaml"),
        pytest.param("content/pages/about/zh.md", 256 * 1024, "256 KiB", id="markdown"),
    ],
)
def test_files_have_a_largest_size(read_files: ReadFiles, path: str, size: int, limit: str) -> None:
    largest = (
        "---\ntitle: x\n---\n"
        if path.endswith(".md")
        else "cn: {title: {zh: 全国, en: China}, kind: country}\n# "
    )
    fill = size - len(largest.encode())
    assert read_files({path: largest + "x" * fill})[1] == []
    _, problems = read_files({path: largest + "x" * (fill + 1)})
    assert _found(problems) == [("file-too-large", f"{path}:1:1")]
    assert limit in problems[0].message


def test_a_site_has_a_largest_number_of_files(
    write_site: WriteSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_site()
    most = len([path for path in root.rglob("*.*") if path.is_file()]) + 3
    monkeypatch.setattr("statsite.read.files.FILES_LIMIT", most)
    for number in range(3):
        (root / f"content/sources/x{number}.yaml").write_text("title: x\n", encoding="utf-8")
    problems: list[Problem] = []
    assert len(list(read_files_of(root, problems))) == most
    assert problems == []
    (root / "content/sources/x9.yaml").write_text("title: x\n", encoding="utf-8")
    assert len(list(read_files_of(root, problems))) == most
    assert _found(problems) == [("file-too-large", "content:1:1")]


def test_the_content_of_a_site_has_a_largest_size_and_what_is_left_out_is_not_told_as_missing(
    write_site: WriteSite,
) -> None:
    root = write_site()
    for number in range(9):
        (root / f"content/datasets/a{number}.yaml").write_text("#" * 1024 * 1024, encoding="utf-8")
    problems: list[Problem] = []
    read = [file.path for file in read_files_of(root, problems)]
    assert [path for path in read if path.startswith("content/datasets/")] == [
        f"content/datasets/a{number}.yaml" for number in range(7)
    ]
    assert [
        (p.check, str(p.location), "`content/datasets/a7.yaml`" in p.message) for p in problems
    ] == [("file-too-large", "content:1:1", True)]
    _, told = read_site(root)
    assert {problem.check for problem in told} == {"file-too-large", "yaml-empty"}


def test_a_file_that_may_not_be_read_is_a_problem(
    write_site: WriteSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = os.open

    def refuse(path: Path, flags: int) -> int:
        if path.name == "areas.yaml":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, flags)

    root = write_site()
    monkeypatch.setattr(os, "open", refuse)
    _, problems = read_site(root)
    assert _found(problems) == [("file-unreadable", "content/areas.yaml:1:1")]
    assert str(root) not in str(problems)


def test_a_folder_that_may_not_be_read_is_a_problem(
    write_site: WriteSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = Path.iterdir

    def refuse(folder: Path) -> Iterator[Path]:
        if folder.name == "charts":
            raise PermissionError(13, "Permission denied", str(folder))
        return listed(folder)

    root = write_site()
    (root / "content/charts").mkdir()
    monkeypatch.setattr(Path, "iterdir", refuse)
    assert _found(read_site(root)[1]) == [("file-unreadable", "content/charts:1:1")]


@needs_posix
@pytest.mark.parametrize("kind", ["link", "pipe"])
def test_a_file_swapped_after_it_was_looked_at_is_neither_followed_nor_waited_for(
    write_site: WriteSite, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    root, opened = write_site(), os.open

    def swap(path: Path, flags: int) -> int:
        if path.name == "areas.yaml":
            path.unlink()
            if kind == "link":
                path.symlink_to("/etc/hostname")
            else:
                os.mkfifo(path)
        return opened(path, flags)

    monkeypatch.setattr(os, "open", swap)
    assert _found(read_site(root)[1]) == [("file-unreadable", "content/areas.yaml:1:1")]


def test_a_site_without_site_file_is_none(read_files: ReadFiles) -> None:
    site, problems = read_files({"site.yaml": None})
    assert site is None
    assert _found(problems) == [("file-missing", "site.yaml:1:1")]


def test_a_folder_in_place_of_the_site_file_is_a_problem(write_site: WriteSite) -> None:
    root = write_site({"site.yaml": None})
    (root / "site.yaml").mkdir()
    assert _found(read_site(root)[1]) == [("file-unknown", "site.yaml:1:1")]


def test_a_folder_without_content_is_a_site_of_nothing_with_a_problem(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text(
        "title: {zh: 站}\nlanguages: [zh]\nas_of: 2025-12-01\ntopics: []\n", encoding="utf-8"
    )
    site, problems = read_site(tmp_path)
    assert site is not None
    assert _found(problems) == [("file-missing", "content:1:1")]


@pytest.mark.parametrize(
    ("path", "hint"), [("content/datasets", "a folder"), ("content", "a folder")]
)
def test_a_file_in_place_of_a_folder_is_a_problem(tmp_path: Path, path: str, hint: str) -> None:
    target = tmp_path / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("x", encoding="utf-8")
    (problem,) = (p for p in read_site(tmp_path)[1] if p.location.path == path)
    assert problem.check == "file-unknown"
    assert hint in problem.hint
