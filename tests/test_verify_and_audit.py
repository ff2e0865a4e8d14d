"""The commands that open the articles' texts keep their promises, and a build without the texts
still knows what is proven.
"""

from __future__ import annotations

import html
import json
import os
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from statsite.cli import main
from statsite.evidence.articles import Articles
from statsite.evidence.lock import figure_fingerprint
from tests.support.paths import ROOT
from tests.support.proven_site import ARTICLE, DATASET, FILES, IGNORED, LOCK, site_in, texts
from tests.support.types import WriteSite

_FOLDER = os.environ.get("STATSITE_SOURCES")


def _run(*arguments: object) -> Result:
    """The command line with these arguments, without a folder of texts in the environment."""
    result = CliRunner(env={"STATSITE_SOURCES": None}).invoke(
        main, [str(argument) for argument in arguments]
    )
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the invented article."""
    return texts(tmp_path / "texts").folder


@pytest.fixture
def proven(write_site: WriteSite, folder: Path) -> Path:
    """The little site with its lock as the command wrote it."""
    reprint = "content/sources/reprint.yaml"
    units = "".join(
        line
        for line in FILES["content/units.yaml"].splitlines(keepends=True)
        if not line.startswith("berth")
    )
    root = write_site(
        {
            **FILES,
            "content/areas.yaml": FILES["content/areas.yaml"].partition("cn-hn")[0],
            "content/units.yaml": units,
            reprint: f"{FILES[reprint]}without_figures: {{zh: 转载, en: A reprint}}\n",
        }
    )
    assert _run("verify", "--site", root, "--sources", folder, "--update").exit_code == 0
    return root


@pytest.mark.parametrize("command", ["verify", "audit"])
def test_without_texts_a_command_says_so_and_is_content(
    write_site: WriteSite, command: str
) -> None:
    result = _run(command, "--site", write_site(FILES))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == (
        "skipped: the articles' texts are not here; give their folder with --sources or "
        "$STATSITE_SOURCES\n"
    )


def test_the_folder_of_texts_may_be_named_in_the_environment(
    write_site: WriteSite, folder: Path
) -> None:
    result = CliRunner(env={"STATSITE_SOURCES": str(folder)}).invoke(
        main, ["verify", "--site", str(write_site(FILES))]
    )
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "4 printings found in their articles, 0 problems, 0 without a text; 0 verified by the "
        "lock\n"
    )


def test_update_writes_the_lock_and_the_lock_vouches(write_site: WriteSite, folder: Path) -> None:
    root = write_site(FILES)
    assert not (root / LOCK).exists()
    first = _run("verify", "--site", root, "--sources", folder, "--update")
    assert (first.exit_code, first.stdout.rpartition("; ")[2]) == (0, "4 verified by the lock\n")
    written = (root / LOCK).read_text(encoding="utf-8")
    names = [
        line.split()[0] for line in written.splitlines() if not line.startswith(("#", "audit "))
    ]
    assert names == ["care.beds", "care.canteens", "care.share", "care.volunteers"]
    _run("verify", "--site", root, "--sources", folder, "--update")
    assert (root / LOCK).read_text(encoding="utf-8") == written


def test_a_figure_that_cannot_be_proven_is_told_at_its_place_and_nothing_is_written(
    proven: Path, folder: Path
) -> None:
    before = (proven / LOCK).read_bytes()
    _replace(proven / DATASET, "65.7%", "67.5%")
    result = _run("verify", "--site", proven, "--sources", folder, "--update")
    assert result.exit_code == 1
    assert result.stderr.startswith(
        f"{DATASET}:14:19: error: 「67.5%」 is not in `bulletin` (the text has 「65.7%」"
    )
    assert result.stderr.endswith("[figure-not-found]\n")
    assert (proven / LOCK).read_bytes() == before
    assert "3 printings found" in result.stdout
    assert "figure-not-found" not in result.stdout


@pytest.mark.parametrize(
    ("pattern", "new", "check"),
    [
        (r"^care.share", "<<<<<<< ours\ncare.share", "evidence-malformed"),
        (r"paragraph=\d+", "paragraph=0", "evidence-inconsistent"),
        (r"^# v2", "# v9", "evidence-malformed"),
    ],
    ids=["merge conflict", "inconsistent", "another version"],
)
def test_a_lock_that_makes_no_sense_is_told_and_can_be_written_anew(
    proven: Path, folder: Path, pattern: str, new: str, check: str
) -> None:
    sound = (proven / LOCK).read_text(encoding="utf-8")
    (proven / LOCK).write_text(re.sub(pattern, new, sound, flags=re.MULTILINE), encoding="utf-8")
    told = _run("verify", "--site", proven, "--sources", folder)
    assert (told.exit_code, f"[{check}]" in told.stderr) == (1, True)
    assert _run("verify", "--site", proven, "--sources", folder, "--update").exit_code == 0
    assert (proven / LOCK).read_text(encoding="utf-8") == sound


def test_a_lock_that_gives_another_place_than_the_text_is_told(proven: Path, folder: Path) -> None:
    """The line could be true by all that is known without the text."""
    (place,) = re.findall(
        r"^care.beds .* (at=\S+) ", (proven / LOCK).read_text(encoding="utf-8"), re.MULTILINE
    )
    _replace(proven / LOCK, f" {place} ", " at=0+7 ")
    result = _run("verify", "--site", proven, "--sources", folder)
    assert result.exit_code == 1
    assert (
        "`care.beds` is in `bulletin`, but not where and as the evidence lock says" in result.stderr
    )


def test_content_that_cannot_be_read_is_told_and_nothing_is_verified(
    write_site: WriteSite, folder: Path
) -> None:
    result = _run(
        "verify", "--site", write_site({**FILES, DATASET: "title: [\n"}), "--sources", folder
    )
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"{DATASET}:")
    assert result.stderr.endswith("nothing was verified\n")


def test_coverage_counts_the_quantities_of_each_source(write_site: WriteSite, folder: Path) -> None:
    ignored = "bulletin: [{printed: 4200辆, reason: no care}]\n"
    result = _run(
        "verify",
        "--site",
        write_site({**FILES, IGNORED: ignored}),
        "--sources",
        folder,
        "--coverage",
    )
    assert result.exit_code == 0
    assert result.stdout.splitlines()[:-1] == [
        "bulletin: 6 quantities, 4 on the site, 1 left out on purpose, 1 open",
        "  bulletin.txt:5: 12家",
        "reprint: 6 quantities, 0 on the site, 0 left out on purpose, 6 open",
        "  reprint.txt:3: 799.3万张",
        "  reprint.txt:4: 65.7%",
        "  reprint.txt:5: 12家",
        "  reprint.txt:5: 12家",
        "  reprint.txt:6: 超过300名",
        "  reprint.txt:6: 4200辆",
        "2 sources: 12 quantities, 4 on the site, 1 left out on purpose, 7 open",
    ]


@pytest.mark.sources
@pytest.mark.skipif(not _FOLDER, reason="needs STATSITE_SOURCES: the folder of the articles' texts")
def test_every_quantity_of_the_real_articles_is_on_the_site_or_left_out_on_purpose() -> None:
    result = _run("verify", "--site", ROOT, "--sources", _FOLDER, "--coverage")
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()[:-1]
    assert [line for line in lines if not line.endswith(", 0 open")] == []
    assert lines[-1].startswith("31 sources: ")


def test_a_proven_site_builds_strictly_without_the_texts(proven: Path) -> None:
    result = _run("build", "--strict", "--site", proven)
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_changed_digit_stops_a_strict_build_without_the_texts(proven: Path) -> None:
    _replace(proven / DATASET, "799.3万张", "798.3万张")
    result = _run("build", "--strict", "--site", proven)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        (
            f"{DATASET}:9:19: error: `care.beds` differs from what its proof in the evidence "
            "lock verifies"
            " (run `build.py verify --update` with the articles' texts) [figure-unproven]"
        ),
        "1 error; nothing was written",
    ]


def test_a_changed_digit_in_this_repository_stops_a_strict_build(tmp_path: Path) -> None:
    shutil.copy(ROOT / "site.yaml", tmp_path)
    shutil.copytree(ROOT / "content", tmp_path / "content")
    dataset = "content/datasets/elderly-care-services.yaml"
    lines = (tmp_path / dataset).read_text(encoding="utf-8").splitlines()
    number = next(number for number, line in enumerate(lines, 1) if "printed: 31031万人" in line)
    _replace(tmp_path / dataset, "printed: 31031万人", "printed: 31021万人")
    result = _run("build", "--strict", "--site", tmp_path)
    assert result.exit_code == 1
    assert [
        line
        for line in result.stderr.splitlines()
        if f"{dataset}:{number}:" in line and line.endswith("[figure-unproven]")
    ]
    assert not (tmp_path / "output").exists()


def _stamp(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file()
    }


def test_a_build_that_verifies_first_writes_the_same_bytes(
    proven: Path, folder: Path, tmp_path: Path
) -> None:
    plain, verifying = tmp_path / "plain", tmp_path / "verifying"
    assert _run("build", "--site", proven, "--output", plain).exit_code == 0
    result = _run(
        "build",
        "--strict",
        "--require-verified",
        "--sources",
        folder,
        "--site",
        proven,
        "--output",
        verifying,
    )
    assert (result.exit_code, result.stderr) == (0, "")
    assert _stamp(plain) == _stamp(verifying)


def test_a_build_that_must_verify_refuses_without_the_texts(proven: Path, tmp_path: Path) -> None:
    result = _run("build", "--require-verified", "--site", proven, "--output", tmp_path / "out")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "error: --require-verified needs the articles' texts; give their folder with "
        "--sources or $STATSITE_SOURCES\n"
    )
    assert not (tmp_path / "out").exists()


def test_a_build_that_must_verify_finds_the_texts_through_the_environment(
    proven: Path, folder: Path, tmp_path: Path
) -> None:
    arguments = [
        "build",
        "--require-verified",
        "--site",
        str(proven),
        "--output",
        str(tmp_path / "out"),
    ]
    assert CliRunner(env={"STATSITE_SOURCES": str(folder)}).invoke(main, arguments).exit_code == 0


@pytest.mark.parametrize("form", ["figure", "lock", "both", "value", "new"])
def test_a_build_that_must_verify_refuses_what_no_text_bears_out(
    proven: Path, folder: Path, tmp_path: Path, form: str
) -> None:
    """Also where the lock was made to fit by hand: it is held against the texts again."""
    line = next(
        line
        for line in (proven / LOCK).read_text(encoding="utf-8").splitlines()
        if line.startswith("care.beds ")
    )
    if form == "figure":
        _replace(proven / DATASET, "799.3万张", "798.3万张")
    elif form == "lock":
        _replace(proven / LOCK, line, re.sub(r"at=[0-9]+", "at=1", line))
    elif form == "both":
        _replace(proven / DATASET, "799.3万张", "798.3万张")
        (observation,) = [o for o in site_in(proven).observations.values() if o.id == "care.beds"]
        forged = figure_fingerprint(
            observation, observation.printing, site_in(proven).sources["bulletin"]
        )
        _replace(proven / LOCK, line, re.sub(r"figure=[0-9a-f]+", f"figure={forged}", line))
        assert (
            _run("build", "--strict", "--site", proven, "--output", tmp_path / "fooled").exit_code
            == 0
        )
    elif form == "value":
        _replace(proven / DATASET, "printed: 799.3万张", "value: 7983000")
        _replace(proven / LOCK, f"{line}\n", "")
    else:
        _replace(proven / LOCK, f"{line}\n", "")
    result = _run(
        "build",
        "--require-verified",
        "--sources",
        folder,
        "--site",
        proven,
        "--output",
        tmp_path / "out",
    )
    assert (result.exit_code, result.stdout) == (1, "")
    checks = {
        "figure": "figure-not-found",
        "both": "figure-not-found",
        "lock": "proof-differs",
        "value": "figure-unproven",
        "new": "figure-unproven",
    }
    assert [
        text
        for text in result.stderr.splitlines()
        if f"{DATASET}:9:" in text and "error: " in text and text.endswith(f"[{checks[form]}]")
    ]
    assert result.stderr.endswith("of the verification; nothing was written\n")
    assert not (tmp_path / "out").exists()


def test_words_around_a_figure_stop_a_verifying_build_only_under_strict(
    proven: Path, folder: Path, tmp_path: Path
) -> None:
    texts(folder, ARTICLE.replace("虚构县共有", "2023年虚构县共有"))
    assert _run("verify", "--update", "--site", proven, "--sources", folder).stdout.startswith(
        "4 printings found in their articles, 0 problems, 4 w"
    )
    arguments = (
        "build",
        "--require-verified",
        "--sources",
        folder,
        "--site",
        proven,
        "--output",
        tmp_path / "out",
    )
    allowed, refused = _run(*arguments), _run(*arguments, "--strict")
    assert (allowed.exit_code, allowed.stderr.count("warning: `care."), refused.exit_code) == (
        0,
        4,
        1,
    )
    assert refused.stderr.count("[context-differs]") == 4


def test_sources_are_of_no_use_to_a_build_that_does_not_verify(proven: Path, folder: Path) -> None:
    result = _run("build", "--sources", folder, "--site", proven)
    assert result.exit_code == 2
    assert "--require-verified" in result.stderr


def test_the_page_and_the_data_of_a_figure_say_why_it_is_not_quoted_or_differs(
    proven: Path, folder: Path, tmp_path: Path
) -> None:
    _replace(
        proven / DATASET,
        "printed: 799.3万张",
        "value: 7993000, because: {zh: 取自坐标轴, en: Read off an axis}",
    )
    _replace(
        proven / DATASET,
        "printed: 65.7%",
        "printed: 65.7%, context: {zh: 年份另有所指, en: The year is that of the survey}",
    )
    assert _run("verify", "--update", "--site", proven, "--sources", folder).exit_code == 0
    out = tmp_path / "out"
    assert _run("build", "--strict", "--site", proven, "--output", out).exit_code == 0
    pages = {
        name: (out / name / "index.html").read_text(encoding="utf-8")
        for name in ("figures/care.beds", "en/figures/care.beds")
    }
    assert "<dt>为何不照录</dt><dd>取自坐标轴</dd>" in pages["figures/care.beds"]
    assert "<dt>Why it is not quoted</dt><dd>Read off an axis</dd>" in pages["en/figures/care.beds"]
    assert "not quoted from the article's text" in html.unescape(pages["en/figures/care.beds"])
    assert "<dd>年份另有所指</dd>" in (out / "figures/care.share/index.html").read_text(
        encoding="utf-8"
    )
    assert "<dd>The year is that of the survey</dd>" in (
        out / "en/figures/care.share/index.html"
    ).read_text(encoding="utf-8")
    rows = {
        row["id"]: row
        for row in json.loads((out / "data/observations.json").read_text(encoding="utf-8"))
    }
    assert rows["care.beds"]["because"] == {"zh": "取自坐标轴", "en": "Read off an axis"}
    assert list(rows["care.share"])[-1] == "context"
    assert {"because", "context"}.isdisjoint(rows["care.canteens"])


def test_audit_prints_a_table_of_kinds_and_the_figures_without_a_rule(
    proven: Path, folder: Path
) -> None:
    result = _run("audit", "--site", proven, "--sources", folder)
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[0].split() == ["kind", "tried", "text", "lock", "rules"]
    assert lines[-6].startswith("not counted, since they cannot be read and stop every build: ")
    assert lines[-5:] == [
        "4 figures that no rule covers",
        "  care.beds",
        "  care.share",
        "  care.canteens",
        "  care.volunteers",
    ]


def test_audit_as_json_has_just_the_promised_keys(proven: Path, folder: Path) -> None:
    result = _run("audit", "--site", proven, "--sources", folder, "--format", "json", "--seed", "5")
    assert (result.exit_code, result.stderr) == (0, "")
    told = json.loads(result.stdout)
    assert list(told) == ["seed", "kinds", "uncovered", "unreadable"]
    assert told["unreadable"]["unit-changed"] == 1
    assert told["seed"] == 5
    assert {tuple(kind) for kind in told["kinds"]} == {
        ("kind", "changes", "tried", "caught_by_text", "caught_by_lock", "caught_by_rules")
    }
    assert {kind["changes"] for kind in told["kinds"]} == {"printed", "context"}
    assert told["uncovered"] == ["care.beds", "care.share", "care.canteens", "care.volunteers"]


def test_audit_is_the_same_for_the_same_seed(proven: Path, folder: Path) -> None:
    first, again, other = (
        _run(
            "audit", "--site", proven, "--sources", folder, "--format", "json", "--seed", seed
        ).stdout
        for seed in (5, 5, 6)
    )
    assert first == again
    assert json.loads(first)["kinds"] != json.loads(other)["kinds"]


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("verify", ("--site", "--sources", "--update", "--coverage")),
        ("audit", ("--seed", "--format")),
    ],
)
def test_every_command_explains_its_options(command: str, options: tuple[str, ...]) -> None:
    result = _run(command, "--help")
    assert result.exit_code == 0
    assert [option for option in options if option not in result.stdout] == []


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("command", ["verify", "audit"])
def test_a_figure_of_an_unknown_source_is_a_problem_not_a_crash(
    write_site: WriteSite, folder: Path, command: str
) -> None:
    root = write_site(
        {**FILES, DATASET: FILES[DATASET].replace("source: bulletin", "source: buletin", 1)}
    )
    result = _run(command, "--site", root, "--sources", folder)
    assert result.exit_code == 1
    assert "there is no source `buletin` (did you mean `bulletin`?) [unknown-id]" in result.stderr


@pytest.mark.parametrize(
    "command",
    [("check",), ("build", "--strict"), ("check", "--against", "dir:.")],
    ids=["check", "build", "against"],
)
def test_no_article_is_opened_where_nothing_is_proven(
    proven: Path,
    folder: Path,
    tmp_path: Path,
    command: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[object] = []
    monkeypatch.setattr(Articles, "article", lambda _self, place: opened.append(place))
    monkeypatch.chdir(proven)
    output = ["--output", str(tmp_path / "output")] if command[0] == "build" else []
    result = CliRunner(env={"STATSITE_SOURCES": str(folder)}).invoke(
        main, [*command, "--site", str(proven), *output]
    )
    assert result.exit_code == 0, result.output
    assert opened == []
