"""A build knows without the texts what is proven, and verifies first where that is asked for."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import signal
from pathlib import Path

import pytest
from click.testing import CliRunner

from statsite.cli import main
from statsite.evidence.lock import figure_fingerprint
from tests.support.command_line import run, run_without_texts
from tests.support.paths import ROOT, SITES
from tests.support.proven_site import ARTICLE, DATASET, LOCK, site_in, texts


def test_a_proven_site_builds_strictly_without_the_texts(proven: Path) -> None:
    result = run_without_texts("build", "--strict", "--site", proven)
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_changed_digit_stops_a_strict_build_without_the_texts(proven: Path) -> None:
    _replace(proven / DATASET, "799.3万张", "798.3万张")
    result = run_without_texts("build", "--strict", "--site", proven)
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
    result = run_without_texts("build", "--strict", "--site", tmp_path)
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
    assert run_without_texts("build", "--site", proven, "--output", plain).exit_code == 0
    result = run_without_texts(
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


def test_a_figure_whose_source_lost_its_text_is_named_and_refused_under_strict(
    proven: Path, folder: Path, tmp_path: Path
) -> None:
    lock, source = proven / LOCK, proven / "content/sources/bulletin.yaml"
    lines = source.read_text(encoding="utf-8").splitlines(keepends=True)
    source.write_text("".join(one for one in lines if not one.startswith("text:")), "utf-8")
    lock.unlink()
    arguments = ("--require-verified", "--sources", folder, "--site", proven)
    result = run_without_texts("build", *arguments, "--output", tmp_path / "out")
    assert result.exit_code == 0
    assert "was not verified: `bulletin` has no `text`" in result.stderr
    refused = run_without_texts("build", "--strict", *arguments, "--output", tmp_path / "strict")
    assert refused.exit_code == 1
    assert not (tmp_path / "strict").exists()


def test_a_build_that_must_verify_refuses_without_the_texts(proven: Path, tmp_path: Path) -> None:
    result = run_without_texts(
        "build", "--require-verified", "--site", proven, "--output", tmp_path / "out"
    )
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
            run_without_texts(
                "build", "--strict", "--site", proven, "--output", tmp_path / "fooled"
            ).exit_code
            == 0
        )
    elif form == "value":
        _replace(proven / DATASET, "printed: 799.3万张", "value: 7983000")
        _replace(proven / LOCK, f"{line}\n", "")
    else:
        _replace(proven / LOCK, f"{line}\n", "")
    result = run_without_texts(
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
    assert run_without_texts(
        "verify", "--update", "--site", proven, "--sources", folder
    ).stdout.startswith("4 printings found in their articles, 0 problems, 4 w")
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
    allowed, refused = run_without_texts(*arguments), run_without_texts(*arguments, "--strict")
    assert (allowed.exit_code, allowed.stderr.count("warning: `care."), refused.exit_code) == (
        0,
        4,
        1,
    )
    assert refused.stderr.count("[context-differs]") == 4


def test_sources_are_of_no_use_to_a_build_that_does_not_verify(proven: Path, folder: Path) -> None:
    result = run_without_texts("build", "--sources", folder, "--site", proven)
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
    assert (
        run_without_texts("verify", "--update", "--site", proven, "--sources", folder).exit_code
        == 0
    )
    out = tmp_path / "out"
    assert run_without_texts("build", "--strict", "--site", proven, "--output", out).exit_code == 0
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
    assert rows["care.canteens"]["because"] == {}
    assert "context" not in rows["care.canteens"]


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_process_that_the_system_ends_is_told_of_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def end_itself(*_: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    monkeypatch.setattr("statsite.render.ahead.drawing_of", end_itself)
    site, output = SITES / "one-language", tmp_path / "output"
    result = run("build", "--site", site, "--output", output, "--cache", tmp_path, "--jobs", "2")
    assert result.exit_code == 1
    assert "error: a process that made files was ended (SIGKILL)" in result.stderr
    assert not output.exists()
    assert not list(tmp_path.glob(".output*"))
