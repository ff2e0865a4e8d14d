"""Every fuzz target holds for some inputs, and would not hold if what it guards were broken."""

from __future__ import annotations

import itertools
import xml.etree.ElementTree as ET

import pytest
from markupsafe import Markup

import charts
from charts.spec import Drawing
from statsite import expressions
from statsite.expressions import Malformed
from statsite.problems import Location, Problem
from statsite.render.prose import ProseBlock
from tests.fuzz import of_content, of_figures, of_pages
from tests.fuzz.run import TARGETS, main
from tests.fuzz.target import TookTooLongError, assert_told_in_place, limited


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_holds_for_its_first_inputs(name: str) -> None:
    assert TARGETS[name].check(20, 1) >= 10


def _not_cleaned(body: str, *_: object) -> list[ProseBlock]:
    return [ProseBlock("prose", Markup(body))]  # noqa: S704 - what must not happen


@pytest.mark.parametrize(
    ("name", "patched", "instead"),
    [
        pytest.param(
            "yaml", (of_content, "plain"), lambda _tree: "x", id="a value read as another"
        ),
        pytest.param(
            "yaml-values",
            (of_content, "read_tree"),
            lambda _text, _path, _problems: None,
            id="nothing read and nothing told",
        ),
        pytest.param(
            "bytes",
            (of_content, "decode_text"),
            lambda raw, _path: raw.decode("utf-8", "ignore"),
            id="bytes that are passed over",
        ),
        pytest.param(
            "lock",
            (of_content, "write_lock"),
            lambda _proofs, _audit: "",
            id="a lock that is not written",
        ),
        pytest.param(
            "sound-rules",
            (expressions, "parse_relation"),
            lambda _text: Malformed(0, "no"),
            id="a rule that is not read",
        ),
        pytest.param(
            "figures",
            (of_figures, "wide"),
            lambda text: f"{text}9",
            id="another reading of wide digits",
        ),
        pytest.param(
            "finder",
            (of_figures, "span_lengths"),
            lambda _printed: (1, 0),
            id="spans of another length",
        ),
        pytest.param(
            "prose", (of_pages, "prose_blocks"), _not_cleaned, id="prose that is not cleaned"
        ),
        pytest.param(
            "drawings",
            (charts, "draw"),
            lambda _spec: Drawing(ET.Element("svg", onload="x"), 1, ()),
            id="a handler in a drawing",
        ),
    ],
)
def test_a_target_finds_a_planted_fault(
    name: str, patched: tuple[object, str], instead: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(*patched, instead)
    with pytest.raises(Exception):  # noqa: B017, PT011 - whichever the broken part leads to
        TARGETS[name].check(200, 1, shrinks=False)


def test_an_input_that_takes_too_long_is_a_fault() -> None:
    with pytest.raises(TookTooLongError, match=r"more than 0\.05 s"), limited(0.05):
        all(True for _ in itertools.count())


@pytest.mark.parametrize(
    "where",
    [Location("g.yaml"), Location("f.yaml", 3), Location("f.yaml", 1, 4), Location("f.yaml", 0)],
)
def test_a_place_that_a_text_does_not_have_is_a_fault(where: Location) -> None:
    with pytest.raises(AssertionError):
        assert_told_in_place([Problem("check", "message", where)], "f.yaml", "ab\nc")


def test_a_fault_is_told_with_its_input_and_its_seed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(expressions, "parse_relation", lambda _text: Malformed(0, "no"))
    assert main(["sound-rules", "--seconds", "20", "--seed", "7"]) == 1
    said = capsys.readouterr().out
    assert "FAULT" in said
    assert "made='" in said
    assert "seed 7" in said


def test_a_run_without_a_fault_ends_with_status_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bytes", "--seconds", "0.2"]) == 0
    assert "bytes" in capsys.readouterr().out
