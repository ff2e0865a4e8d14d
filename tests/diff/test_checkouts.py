"""What is compared is what was asked for, byte for byte, or nothing is compared."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from statsite.cli import main
from tests.support.types import WriteSite

DATASET = "content/datasets/care.yaml"
CHANGED = "printed: 799.3万张 -> 799.8万张"


def git(folder: Path, *arguments: str, fed: bytes = b"") -> str:
    """What git says to this."""
    command = [
        "git",
        "-C",
        str(folder),
        "-c",
        "user.name=t",
        "-c",
        "user.email=t@example.org",
        *arguments,
    ]
    return (
        subprocess.run(command, input=fed, check=True, capture_output=True).stdout.decode().strip()  # noqa: S603
    )


@pytest.fixture
def repository(write_site: WriteSite, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The little site committed at the top of a repository, changed in the work tree since; the
    commands run in it.
    """
    root = write_site()
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-qm", "first")
    dataset = root / DATASET
    dataset.write_text(
        dataset.read_text(encoding="utf-8").replace("799.3", "799.8"), encoding="utf-8"
    )
    monkeypatch.chdir(root)
    return root


def run(*arguments: str) -> Result:
    """The command line with these arguments."""
    result = CliRunner(env={"STATSITE_SOURCES": None}).invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def _copy_of_the_work_tree(root: Path, name: str) -> None:
    """A folder ``name`` that holds the site as it is now, so that nothing would differ from it."""
    for path in ("site.yaml", "content"):
        (root / name / path).parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["cp", "-r", str(root / path), str(root / name / path)], check=True)  # noqa: S603, S607


@pytest.mark.parametrize("name", ["main", "HEAD", "full id", "short id"])
@pytest.mark.parametrize("kind", ["folder", "link"])
def test_a_folder_or_link_named_like_a_revision_is_not_compared_with(
    repository: Path, name: str, kind: str
) -> None:
    commit = git(repository, "rev-parse", "HEAD")
    name = {"full id": commit, "short id": commit[:9]}.get(name, name)
    if kind == "link":
        (repository / name).symlink_to(repository)
    else:
        _copy_of_the_work_tree(repository, name)
    assert CHANGED in run("diff", name).output
    assert CHANGED in run("diff", f"rev:{name}").output
    assert "published-changed" in run("check", "--against", name, "--format", "json").output
    assert CHANGED not in run("diff", f"dir:{name}").output


@pytest.mark.parametrize("name", ["origin/main", "f" * 40, "0123456"])
def test_a_revision_that_is_not_here_is_not_replaced_by_a_folder_of_the_repository(
    repository: Path, name: str
) -> None:
    _copy_of_the_work_tree(repository, name)
    for result in (run("diff", name), run("check", "--against", name)):
        assert result.exit_code == 2
        assert result.stderr.splitlines()[-1].endswith(f"; the folder of that name is `dir:{name}`")
    assert run("diff", f"rev:{name}").exit_code == 2
    assert run("diff", f"dir:{name}").exit_code == run("diff", f"./{name}").exit_code == 0


def test_a_folder_outside_the_repository_needs_no_prefix(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = repository.parent / "elsewhere"
    _copy_of_the_work_tree(repository, "../elsewhere")
    first, *_ = run("diff", "../elsewhere").output.splitlines()
    assert first == "no figure changed, from folder ../elsewhere to folder ."
    assert run("diff", str(outside)).output.startswith("no figure changed, from folder ")
    monkeypatch.chdir(repository.parent)
    first, *_ = run("diff", "elsewhere", "--site", "site").output.splitlines()
    assert first == "no figure changed, from folder elsewhere to folder site"


def test_where_files_that_are_no_content_were_not_compared_the_summary_says_so(
    repository: Path,
) -> None:
    _copy_of_the_work_tree(repository, "../elsewhere")
    told = run("diff", "dir:../elsewhere", "--format", "markdown").output
    assert "### ⚠ Files that are no content were not compared\n" in told
    assert json.loads(run("diff", "dir:../elsewhere", "--format", "json").output)["code"] is None


def test_the_summary_says_what_was_compared(repository: Path) -> None:
    commit = git(repository, "rev-parse", "--short=12", "HEAD")
    first = f"1 figure changed, from revision main (commit {commit}) to folder ."
    assert run("diff", "main").output.splitlines()[0] == first
    assert run("diff", "main", "--format", "markdown").output.splitlines()[0] == f"## {first}"


@pytest.mark.parametrize(
    "name",
    [
        "x" * 300,
        "a/" * 3000,
        "HEAD\x1b[31m",
        "rev:",
        "dir:",
        "dir:nowhere",
        "rev:--all",
        "HEAD:content",
        "\udcff",
    ],
)
def test_a_name_that_means_nothing_is_a_wrong_call_in_one_short_line(
    repository: Path, name: str
) -> None:
    _ = repository
    result = run("diff", "--", name)
    assert result.exit_code == 2
    assert result.stderr.startswith("error: ")
    assert len(result.stderr) < 300
    assert "\x1b" not in result.stderr


def test_attributes_do_not_change_what_is_read(repository: Path) -> None:
    """`git archive` would leave the dataset out, put the commit's id into it, or write it with
    other line ends.
    """
    (repository / "content/.gitattributes").write_text(
        "datasets/** export-ignore\n*.yaml export-subst eol=crlf ident\n", encoding="utf-8"
    )
    (repository / ".gitattributes").write_text("content/** export-ignore\n", encoding="utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "second")
    (repository / "content/.gitattributes").unlink()
    (repository / DATASET).write_text(
        (repository / DATASET).read_text(encoding="utf-8").replace("799.8", "799.9"),
        encoding="utf-8",
    )
    assert "printed: 799.8万张 -> 799.9万张" in run("diff", "HEAD").output
    assert "1 figure changed" in run("diff", "HEAD").output


def _committed(repository: Path, mode: str, path: str, content: bytes) -> None:
    """A commit whose tree has another entry ``path``, whatever the file system here would say to
    it.
    """
    blob = (
        git(repository, "hash-object", "-w", "--stdin", fed=content)
        if mode != "160000"
        else "1" * 40
    )
    git(repository, "update-index", "--add", "--cacheinfo", f"{mode},{blob},{path}")
    git(repository, "commit", "-qm", "another")


@pytest.mark.parametrize(
    ("mode", "path", "content", "said"),
    [
        (
            "120000",
            "content/charts/link.yaml",
            b"/etc/passwd",
            "`content/charts/link.yaml` is a symbolic link",
        ),
        ("120000", DATASET, b"../../../other.yaml", f"`{DATASET}` is a symbolic link"),
        ("160000", "content/charts", b"", "`content/charts` is a submodule"),
        ("100644", "content/charts/" + "n" * 260 + ".yaml", b"", "cannot be laid out"),
        ("100644", "content/charts/big.yaml", b"#" * (1024 * 1024 + 1), "is larger than 1024 KiB"),
        (
            "100644",
            "content/ignored.yaml",
            "bulletin: [] # 养老服务床位".encode("gb18030"),
            "is not UTF-8; it looks like GBK or GB 18030",
        ),
        ("100644", "content/releases.yaml", b"a: [\n", "content/releases.yaml:"),
        ("100644", DATASET, b"\xff\xfet\x00i\x00", "is not UTF-8"),
        ("100644", DATASET, b"", f"{DATASET}:1:1"),
        ("100644", "content/stranger.txt", b"", "does not belong here"),
    ],
    ids=[
        "link",
        "link for a dataset",
        "submodule",
        "long name",
        "large",
        "GBK",
        "broken",
        "UTF-16",
        "empty",
        "stranger",
    ],
)
def test_an_old_state_that_cannot_be_read_whole_is_not_compared_with(
    repository: Path, mode: str, path: str, content: bytes, said: str
) -> None:
    _committed(repository, mode, path, content)
    for command in (["diff", "HEAD"], ["check", "--against", "HEAD"]):
        result = run(*command)
        assert (result.exit_code, result.stdout) == (1, "")
        assert said in result.stderr
        assert "cannot be compared" in result.stderr.splitlines()[-1]


def test_an_old_file_name_that_is_no_utf8_is_refused(repository: Path) -> None:
    blob = git(repository, "hash-object", "-w", "--stdin", fed=b"")
    git(
        repository,
        "update-index",
        "-z",
        "--index-info",
        fed=f"100644 {blob}\t".encode() + b"content/charts/\xb9.yaml\0",
    )
    git(repository, "commit", "-qm", "another")
    result = run("diff", "HEAD")
    assert result.exit_code == 1
    assert (
        result.stderr
        == "error: `HEAD` cannot be compared: a file name is not UTF-8: content/charts/\\xb9.yaml\n"
    )


def test_a_new_state_with_errors_does_not_read_as_one_whose_figures_are_gone(
    repository: Path,
) -> None:
    (repository / DATASET).write_text("title: [\n", encoding="utf-8")
    result = run("diff", "HEAD")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines()[-1].startswith(
        "error: folder . cannot be compared: it holds "
    )


@pytest.mark.parametrize("later", [(), ("HEAD",)], ids=["to be committed", "a revision"])
@pytest.mark.parametrize(
    "path",
    [
        "statsite/evil.py",
        "templates/words.yaml",
        ".github/workflows/site.yml",
        ".cache/charts/ab",
        "内.py",
        "content/.areas.yaml.swp",
        "content/datasets/.hidden/a/evil.py",
    ],
)
def test_a_file_that_is_no_content_stands_in_the_summary_as_code(
    repository: Path, path: str, later: tuple[str, ...]
) -> None:
    git(repository, "tag", "base")
    (repository / path).parent.mkdir(parents=True, exist_ok=True)
    (repository / path).write_text("a: {en: b}\n", encoding="utf-8")
    git(repository, "add", "-f", path)
    if later:
        git(repository, "commit", "-qm", "second")
    said = run("diff", "rev:base", *later, "--format", "markdown").output
    assert (
        said.partition("### ⚠ Files that are no content: read them as code\n")[2].splitlines()[0]
        == f"- `{path}`"
    )


def test_words_of_pages_are_told_of_revisions_too_behind_the_files_that_nobody_judges(
    repository: Path,
) -> None:
    git(repository, "tag", "base")
    (repository / "templates").mkdir()
    (repository / "templates/words.yaml").write_text(
        "status-target: {zh: 实际数, en: observed}\n", encoding="utf-8"
    )
    git(repository, "add", "templates")
    git(repository, "commit", "-qm", "second")
    said = run("diff", "rev:base", "rev:HEAD", "--format", "markdown").output
    assert "- words of pages `status-target` changed\n" in said
    assert "  - now: `en: observed`\n" in said
    assert said.index("### ⚠ Files that are no content") < said.index("### Words of all pages")


def test_content_is_no_code(repository: Path) -> None:
    git(repository, "add", ".")
    said = json.loads(run("diff", "rev:HEAD", "--format", "json").output)
    assert said["code"] == []
    assert [figure["id"] for figure in said["figures"]] == ["care.beds"]


def test_drawings_in_git_are_an_error_of_the_summary_too(repository: Path) -> None:
    (repository / ".cache").mkdir()
    (repository / ".cache" / "x").write_text("x", encoding="utf-8")
    git(repository, "add", "-f", ".cache")
    assert ".cache is kept in git" in run("diff", "rev:HEAD", "--format", "markdown").output


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param(
            {"remote.origin.url": "ssh://example.org/x", "core.sshCommand": "touch {mark}; false"},
            id="a shell of its own",
        ),
        pytest.param(
            {"remote.origin.url": ".", "remote.origin.uploadpack": "touch {mark}; false"},
            id="a program for fetching",
        ),
        pytest.param(
            {"remote.origin.url": "ext::sh -c 'touch {mark}'", "protocol.ext.allow": "always"},
            id="a command for an address",
        ),
        pytest.param({"core.fsmonitor": "touch {mark}; false"}, id="a watcher of files"),
    ],
)
@pytest.mark.parametrize(
    "command", [("diff", "rev:HEAD"), ("check", "--against", "rev:HEAD")], ids=["diff", "check"]
)
def test_no_program_is_run_that_a_strangers_repository_names(
    repository: Path, tmp_path: Path, command: tuple[str, ...], settings: dict[str, str]
) -> None:
    """Of a repository that says it is incomplete, git fetches what is missing: by a program that
    the repository names.
    """
    (repository / ".cache").mkdir()
    (repository / ".cache" / "x").write_text("x", encoding="utf-8")
    git(repository, "add", "-f", ".cache")
    missing = git(repository, "rev-parse", "HEAD:site.yaml")
    (repository / ".git/objects" / missing[:2] / missing[2:]).unlink()
    ways = {
        "core.repositoryformatversion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
    }
    for name, value in {**ways, **settings}.items():
        git(repository, "config", name, value.format(mark=tmp_path / "mark"))
    assert run(*command).exit_code != 0
    assert not (tmp_path / "mark").exists()


def test_dot_files_of_an_old_state_are_left_aside(repository: Path) -> None:
    _committed(repository, "120000", "content/.swap", b"/etc/passwd")
    assert CHANGED in run("diff", "HEAD").output


def test_objects_that_stand_in_for_others_are_left_aside(repository: Path) -> None:
    blob, other = (
        git(repository, "rev-parse", f"HEAD:{DATASET}"),
        git(repository, "hash-object", "-w", DATASET),
    )
    git(repository, "replace", blob, other)
    assert CHANGED in run("diff", "HEAD").output


def test_a_repository_whose_path_is_no_utf8_is_read(repository: Path) -> None:
    moved = os.path.join(os.fsencode(repository.parent), b"\xb9\xfa")  # noqa: PTH118 - pathlib joins no bytes
    os.rename(repository, moved)  # noqa: PTH104
    os.chdir(moved)
    assert CHANGED in run("diff", "HEAD").output
