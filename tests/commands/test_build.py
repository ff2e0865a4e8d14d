"""`build` writes the site or nothing, and says which."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.support.command_line import run
from tests.support.copied_program import run_copy
from tests.support.paths import SITES
from tests.support.types import WriteSite


def test_a_build_writes_the_site_and_says_how_much(write_site: WriteSite, tmp_path: Path) -> None:
    result = run("build", "--site", write_site(), "--output", tmp_path / "out")
    assert result.exit_code == 0
    assert "1 figure, 1 source, 0 charts" in result.stdout
    assert (tmp_path / "out" / "index.html").is_file()
    assert "unused-id" in result.stderr


def test_the_output_stands_in_the_sites_folder_where_nothing_else_is_said(
    write_site: WriteSite,
) -> None:
    root = write_site()
    assert run("build", "--site", root).exit_code == 0
    assert (root / "output" / "manifest.json").is_file()
    assert "0 changed" in run("build", "--site", root).stdout


def test_without_a_command_the_site_in_this_folder_is_built(write_site: WriteSite) -> None:
    root = write_site()
    done = run_copy(cwd=root)
    assert (done.status, done.stderr.count("unused-id")) == (0, 2)
    assert (root / "output" / "index.html").is_file()


def test_a_base_url_is_built_into_the_site(write_site: WriteSite) -> None:
    root = write_site()
    assert run("build", "--site", root, "--base-url", "https://example.org").exit_code == 0
    assert (root / "output" / "sitemap.xml").is_file()


def test_errors_leave_the_output_untouched(write_site: WriteSite) -> None:
    root = write_site()
    assert run("build", "--site", root).exit_code == 0
    before = {path: path.read_bytes() for path in (root / "output").rglob("*") if path.is_file()}
    (root / "content/areas.yaml").write_text("cn: [\n", encoding="utf-8")
    result = run("build", "--site", root)
    assert result.exit_code == 1
    assert "content/areas.yaml:1:5: error: " in result.stderr
    assert "1 error; nothing was written" in result.stderr
    assert {
        path: path.read_bytes() for path in (root / "output").rglob("*") if path.is_file()
    } == before


def test_an_output_that_may_not_be_written_is_one_clear_line(
    write_site: WriteSite, tmp_path: Path
) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o555)
    done = run_copy(
        "build",
        "--site",
        write_site({"content/units.yaml": "bed: {words: [张], zh: 张, en: beds}\n"}),
        "--output",
        locked / "out",
    )
    assert (done.status, done.stdout) == (1, "")
    assert done.stderr.startswith("error: cannot write out: permission denied")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("output", "reason"),
    [
        pytest.param("site", "would replace", id="the site itself"),
        pytest.param(".", "would replace", id="the folder around it"),
        pytest.param("site/content/out", "would lie in content", id="in the content"),
        pytest.param("site/templates/static", "would lie in templates", id="in the templates"),
        pytest.param("foreign", "foreign holds notes.txt, which no build wrote", id="other files"),
        pytest.param("foreign/notes.txt", "notes.txt is a file", id="a file"),
    ],
)
def test_an_output_that_would_destroy_something_is_refused(
    write_site: WriteSite, tmp_path: Path, output: str, reason: str
) -> None:
    root = write_site({"templates/own.txt": "x"})
    (tmp_path / "foreign").mkdir()
    (tmp_path / "foreign" / "notes.txt").write_text("mine", encoding="utf-8")
    before = sorted(path for path in tmp_path.rglob("*") if ".lock" not in path.name)
    result = run("build", "--site", root, "--output", tmp_path / output)
    assert result.exit_code == 1
    assert reason in result.stderr.splitlines()[-1]
    assert sorted(path for path in tmp_path.rglob("*") if ".lock" not in path.name) == before


@pytest.mark.parametrize("command", ["build", "check"])
def test_words_that_cannot_be_read_are_a_problem_at_their_line(
    write_site: WriteSite, command: str
) -> None:
    result = run(command, "--site", write_site({"templates/words.yaml": "menu: Menu\n"}))
    assert result.exit_code == 1
    assert result.stderr.startswith("templates/words.yaml:1:7: error: `menu` is not a map")


def test_a_template_that_fails_is_a_problem_at_its_line_and_nothing_is_written(
    write_site: WriteSite,
) -> None:
    root = write_site({"templates/404.html.j2": "{{ nobody }}\n"})
    result = run("build", "--site", root)
    assert result.exit_code == 1
    assert result.stderr.startswith(
        "templates/404.html.j2:1:1: error: 'nobody' is undefined [template-fault]"
    )
    assert not (root / "output").exists()


def test_a_build_that_has_nothing_to_do_clears_up_after_one_that_was_killed(
    write_site: WriteSite, tmp_path: Path
) -> None:
    arguments = ("build", "--site", write_site(), "--output", tmp_path / "out")
    assert run(*arguments).exit_code == 0
    (tmp_path / ".out.staging").mkdir()
    assert "0 changed" in run(*arguments).stdout
    assert not (tmp_path / ".out.staging").exists()


def errors_of(told: str) -> list[str]:
    """The lines of errors of what a command says."""
    return [line for line in told.splitlines() if "error:" in line]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("content/topics/parks/zh.md", "leads: [park-plan.parks@2024"),
        ("content/topics/parks/en.md", "[[park-plan.park-area]]"),
        ("content/topics/parks/zh.md", "[[chart:new-parks]]"),
        ("content/charts/new-parks.yaml", "data: [park-plan.new-pocket-parks"),
        ("content/charts/native-species.yaml", "reference: tree-census.native-share@country"),
        ("content/charts/parks-and-walks.yaml", "see: charts/parks-to-come"),
        ("content/charts/trees-by-place.yaml", "total: tree-census.trees"),
        ("content/charts/crown-cover.yaml", "[[tree-census.crown-cover@cn-2024]]"),
        ("content/datasets/park-plan.yaml", "topic: parks"),
        ("content/datasets/park-plan.yaml", "source: shade-plan"),
        ("content/datasets/park-plan.yaml", "area: cloudland-river"),
        ("content/datasets/park-plan.yaml", "unit: park"),
        ("content/releases.yaml", "changed: [park-plan.park-area"),
        ("site.yaml", "topics: [trees"),
    ],
)
@pytest.mark.parametrize("jobs", [1, 2])
def test_of_what_is_not_there_a_build_says_what_check_says(
    path: str, name: str, jobs: int, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    shutil.copytree(SITES / "two-languages", site)
    text = (site / path).read_text(encoding="utf-8")
    bare = name.rstrip("]")
    assert bare in text
    (site / path).write_text(text.replace(bare, f"{bare}-gone"), encoding="utf-8")
    checked = run("check", "--site", site)
    built = run("build", "--site", site, "--jobs", jobs, "--cache", tmp_path / "cache")
    assert (checked.exit_code, built.exit_code) == (1, 1)
    assert errors_of(built.stderr) == errors_of(checked.stderr) != []


@pytest.mark.parametrize(
    "path",
    [
        "content/topics/parks/en.md",
        "content/units.yaml",
        "content/areas.yaml",
        "content/sources/shade-plan.yaml",
    ],
)
def test_without_a_file_a_build_says_what_check_says(path: str, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(SITES / "two-languages", site)
    (site / path).unlink()
    checked = run("check", "--site", site)
    built = run("build", "--site", site, "--cache", tmp_path / "cache")
    assert (checked.exit_code, built.exit_code) == (1, 1)
    assert errors_of(built.stderr) == errors_of(checked.stderr) != []
