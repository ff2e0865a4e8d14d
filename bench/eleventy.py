"""What builds of synthetic sites are measured beside: Eleventy and Vega, which make what this
program does of the same files, or inline SVG alone.

``peers/`` holds them. They need node and npm, and are measured only where ``PEERS=1`` asks for it:
npm fetches their packages, which nothing else here needs.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

from msgspec import Struct
from pylopdf_fonts_zh_cn import sans_path

from bench.measuring import Measured, measured

PEERS = Path(__file__).resolve().parent / "peers"
#: Where the packages are installed, beside the environments of the Makefile.
INSTALLED = PEERS.parents[1] / ".venv-peers"


class Peer(Struct, frozen=True):
    """A set-up: what it is called, its file in ``peers/``, and the font of its pictures with the
    name of its family.
    """

    name: str
    config: str
    font: Path
    family: str

    def build(self, site: Path, output: Path) -> Measured:
        """Have it build the site of these YAML files into ``output``, its pictures in as many
        threads as there are cores: with more they wait for each other.
        """
        return measured(
            [
                "node",
                "node_modules/@11ty/eleventy/cmd.cjs",
                f"--config={self.config}",
                f"--output={output}",
            ],
            folder=INSTALLED,
            environment=os.environ
            | {
                "SITE": str(site),
                "FONT": str(self.font),
                "FAMILY": self.family,
                "UV_THREADPOOL_SIZE": str(os.cpu_count()),
            },
        )


def peers() -> tuple[Peer, ...]:
    """The set-ups. The pictures are drawn with the font of ours, which has Chinese letters, and
    with a font of Latin ones that is an eleventh as large: resvg opens it for each letter.
    """
    chinese = sans_path(), "Noto Sans SC"
    latin = _latin_font(), "DejaVu Sans"
    return (
        Peer("Eleventy, the same outputs", "eleventy.all.js", *chinese),
        Peer("the same, a font without Chinese", "eleventy.all.js", *latin),
        Peer("Eleventy, pages with SVG only", "eleventy.svg.js", *latin),
    )


def _latin_font() -> Path:
    """A font that comes with matplotlib, which is found without being loaded: a process that is
    measured is told to have had as much memory as the one that starts it.
    """
    found = find_spec("matplotlib")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("matplotlib")
    return Path(found.origin).parent / "mpl-data" / "fonts" / "ttf" / "DejaVuSans.ttf"


def left_out() -> str:
    """Why the peers are not measured; nothing where they are, and their packages are installed."""
    if os.environ.get("PEERS") != "1":
        return "PEERS=1 asks for them"
    if not (shutil.which("node") and shutil.which("npm")):
        return "there is no node or no npm here"
    return _install()


def _install() -> str:
    """Have npm install what the lock names, where that is not yet done; says what failed."""
    shutil.copytree(PEERS, INSTALLED, dirs_exist_ok=True)
    done, lock = INSTALLED / "installed.json", PEERS / "package-lock.json"
    if done.exists() and done.read_bytes() == lock.read_bytes():
        return ""
    told = subprocess.run(["npm", "ci"], cwd=INSTALLED, capture_output=True, text=True, check=False)  # noqa: S607 - as the machine has it
    if told.returncode:
        return f"npm ci failed: {' '.join(told.stderr.split())[:200]}"
    shutil.copy(lock, done)
    return ""
