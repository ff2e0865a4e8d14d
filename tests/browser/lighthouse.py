"""``make quality``: the four marks that Lighthouse gives each kind of page of the real site on a
phone. Status 1 where one is below 100, 3 where Node, Lighthouse or Chromium is missing.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.reader import CHROMIUM, FIRST_TOPIC, FLAGS, Reader, served
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
            with served(site, browser) as reader:
                for kind, given in judged(program, reader):
                    told = ", ".join(f"{name} {mark}" for name, mark in given.items())
                    sys.stdout.write(f"{kind}: {told}\n")
                    is_full = is_full and min(given.values()) >= WANTED
            browser.close()
    return 0 if is_full else 1


if __name__ == "__main__":
    sys.exit(main())
