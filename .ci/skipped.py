"""Fail when a test was skipped although what it needs is there; name the tests that are expected to
fail, which did run.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

#: What a skip message may ask for, and whether this machine has it.
NEEDS = {
    "needs Chromium": any(shutil.which(name) for name in ("chromium", "google-chrome")),
    "needs Dask": importlib.util.find_spec("distributed") is not None,
    "needs faketime": bool(shutil.which("faketime")),
    "needs Java and VNU_JAR": bool(shutil.which("java") and os.environ.get("VNU_JAR")),
    "needs STATSITE_SOURCES": bool(os.environ.get("STATSITE_SOURCES")),
}


def main(report: str) -> int:
    """Print each needless skip of a pytest report, and each expected failure; 1 if there is a
    needless skip.
    """
    reported = [
        (case, found)
        for case in ET.parse(report).iter("testcase")
        for found in case.iter("skipped")
    ]
    skipped = [
        (case.get("name"), found.get("message") or "")
        for case, found in reported
        if found.get("type") == "pytest.skip"
    ]
    for case, found in reported:
        if found.get("type") == "pytest.xfail":  # it ran; the report writes it as a skip
            print(f"expected to fail: {case.get('name')}: {found.get('message') or ''}")
    needless = [
        (name, why)
        for name, why in skipped
        if not any(why.startswith(need) and not there for need, there in NEEDS.items())
    ]
    for name, why in needless:
        print(f"skipped without need: {name}: {why}", file=sys.stderr)
    print(
        f"{len(skipped)} tests skipped, {len(needless)} of them without need ({Path(report).name})"
    )
    return 1 if needless else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
