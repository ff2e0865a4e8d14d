"""``make quality``: the four marks that Lighthouse gives each kind of page of the real site on a
phone. Status 1 where one is below 100, 3 where Node, Lighthouse or Chromium is missing.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from playwright.sync_api import sync_playwright

from tests.browser.reader import CHROMIUM, FIRST_TOPIC, FLAGS, Quiet, Reader, served
from tests.support.built import BuiltSite
from tests.support.paths import ROOT

KINDS = (
    "home",
    FIRST_TOPIC,
    "largest dataset",
    "longest figure",
    "chart",
    "largest area",
    "search",
)
WANTED = 100
#: The four marks, by Lighthouse's name of each.
MARKS = ("performance", "accessibility", "best-practices", "seo")


#: What hosts compress.
_TEXTS = {".html", ".css", ".js", ".svg", ".json", ".xml", ".txt"}


class _Compressing(Quiet):
    """Serves texts compressed, as hosts of pages do."""

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Send the status and the headers, and give the body."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file() or path.suffix not in _TEXTS:
            return super().send_head()
        body = gzip.compress(path.read_bytes(), mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", f"{self.guess_type(str(path))}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)


def marks(program: str, address: str) -> Mapping[str, int]:
    """What Lighthouse gives the page at ``address``, each out of 100."""
    flags = " ".join(("--headless=new", *FLAGS))
    call = [program, address, "--quiet", "--no-enable-error-reporting", "--output=json"]
    done = subprocess.run(  # noqa: S603 - the program that the tester has installed
        [*call, f"--chrome-flags={flags}"],
        capture_output=True,
        check=True,
        env={**os.environ, "CHROME_PATH": CHROMIUM or ""},
    )
    given = json.loads(done.stdout)["categories"]
    return {name: round(100 * (given[name]["score"] or 0)) for name in MARKS}


def judged(program: str, reader: Reader) -> Iterator[tuple[str, Mapping[str, int]]]:
    """The marks of a page of each kind, in the first language."""
    for kind in KINDS:
        yield kind, marks(program, f"{reader.base}/{reader.path(kind, 'zh')}")


def main() -> int:
    """Build the site, print the marks of each kind of page, and say whether all are full."""
    program = shutil.which("lighthouse")
    if program is None or CHROMIUM is None:
        sys.stdout.write(
            "needs Chromium and Lighthouse 12.8.2: npm install --global lighthouse@12.8.2\n"
        )
        return 3
    is_full = True
    with tempfile.TemporaryDirectory() as folder:
        call = [sys.executable, "build.py", "build", "--output", f"{folder}/site"]
        subprocess.run([*call, "--base-url", "https://example.org/"], check=True, cwd=ROOT)  # noqa: S603 - the build of this repository
        site = BuiltSite(Path(folder) / "site", ROOT)
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
            with served(site, browser, _Compressing) as reader:
                for kind, given in judged(program, reader):
                    told = ", ".join(f"{name} {mark}" for name, mark in given.items())
                    sys.stdout.write(f"{kind}: {told}\n")
                    is_full = is_full and min(given.values()) >= WANTED
            browser.close()
    return 0 if is_full else 1


if __name__ == "__main__":
    sys.exit(main())
