"""What builds are measured beside is pinned, and left out where it is not asked for or cannot run.

Nothing here needs node.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from bench import eleventy
from bench.eleventy import PEERS, Peer, left_out, peers
from bench.measuring import Measured
from charts.font_files import font_path
from tests.support.paths import ROOT

PACKAGES = json.loads((PEERS / "package.json").read_text(encoding="utf-8"))["dependencies"]
LOCK = json.loads((PEERS / "package-lock.json").read_text(encoding="utf-8"))["packages"]


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder that programs are looked for in, and empty."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(eleventy, "INSTALLED", tmp_path / "installed")
    return folder


def _program(folder: Path, name: str, does: str = "") -> None:
    (folder / name).write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
    (folder / name).chmod(0o755)


def test_peers_are_left_out_where_nobody_asks_for_them(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PEERS", raising=False)
    _program(programs, "node")
    _program(programs, "npm")
    assert left_out() == "PEERS=1 asks for them"
    assert not eleventy.INSTALLED.exists()


def test_peers_are_left_out_where_there_is_no_node(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PEERS", "1")
    _program(programs, "npm")
    assert left_out() == "there is no node or no npm here"
    assert not eleventy.INSTALLED.exists()


def test_peers_are_left_out_with_what_npm_says_where_it_fails(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PEERS", "1")
    _program(programs, "node")
    _program(programs, "npm", "echo no network >&2; exit 1")
    assert left_out() == "npm ci failed: no network"
    assert left_out() == "npm ci failed: no network", "it is tried again"


def test_packages_are_installed_once_for_a_lock(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PEERS", "1")
    _program(programs, "node")
    _program(programs, "npm", "echo $1 >> runs")
    assert [left_out(), left_out()] == ["", ""]
    runs = eleventy.INSTALLED / "runs"
    assert runs.read_text(encoding="utf-8") == "ci\n"
    (eleventy.INSTALLED / "installed.json").write_text("{}", encoding="utf-8")
    assert left_out() == ""
    assert runs.read_text(encoding="utf-8") == "ci\nci\n", "the lock was another"


def test_a_peer_is_told_the_site_the_font_and_its_threads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[list[str], dict[str, str]]] = []

    def record(command: list[str], *, folder: Path, environment: dict[str, str]) -> Measured:
        assert folder == eleventy.INSTALLED
        told.append((command, environment))
        return Measured(1, 1, 1)

    monkeypatch.setattr(eleventy, "measured", record)
    Peer("a", "eleventy.svg.js", Path("/a.ttf"), "A").build(tmp_path / "s", tmp_path / "o")
    [(command, environment)] = told
    assert command[2:] == ["--config=eleventy.svg.js", f"--output={tmp_path / 'o'}"]
    assert environment["UV_THREADPOOL_SIZE"] == str(os.cpu_count())
    assert (environment["SITE"], environment["FONT"], environment["FAMILY"]) == (
        str(tmp_path / "s"),
        "/a.ttf",
        "A",
    )


def test_the_same_outputs_are_drawn_with_the_font_of_ours() -> None:
    first, *others = peers()
    assert first.font == Path(font_path())
    assert all(peer.font.is_file() and peer.font != first.font for peer in others)
    assert all((PEERS / peer.config).is_file() for peer in (first, *others))


def test_every_package_has_one_version_that_the_lock_holds() -> None:
    assert {name: LOCK[f"node_modules/{name}"]["version"] for name in PACKAGES} == PACKAGES
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in PACKAGES.values())
    assert all(
        package["integrity"].startswith("sha512-")
        for name, package in LOCK.items()
        if name and not package.get("inBundle")
    )


def test_the_lock_names_no_registry() -> None:
    assert not [name for name, package in LOCK.items() if "resolved" in package]


def test_every_package_is_used_and_explained() -> None:
    scripts = "".join(path.read_text(encoding="utf-8") for path in PEERS.glob("*.js"))
    started = (ROOT / "bench" / "eleventy.py").read_text(encoding="utf-8")
    readme = (PEERS / "README.md").read_text(encoding="utf-8")
    for name in PACKAGES:
        assert f'"{name}"' in scripts or f"node_modules/{name}/" in started
        assert f"`{name}`" in readme
