"""Hold the lock files of requirements/ against the known vulnerabilities of packages; run by `make
audit-deps`.

Exit status: 0 nothing known, 1 a vulnerability is known, 3 not every package could be looked up
(without a network, none can).
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

NOTHING_KNOWN, VULNERABLE, NOT_LOOKED_UP = 0, 1, 3

#: What is installed; the lowest versions are only tried.
_LOCKS = sorted(
    path
    for path in (Path(__file__).parents[1] / "requirements").glob("*.txt")
    if path.stem != "lowest"
)


def asked() -> str:
    """What pip-audit answers of every lock file, as JSON; empty where it cannot ask."""
    locks = [argument for lock in _LOCKS for argument in ("-r", str(lock))]
    command = [
        "-m",
        "pip_audit",
        "--disable-pip",
        "--require-hashes",
        "--progress-spinner",
        "off",
        "--format",
        "json",
        *locks,
    ]
    return subprocess.run(
        [sys.executable, *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=False,
    ).stdout


def judged(answer: str) -> tuple[int, list[str]]:
    """The exit status, and what to say."""
    try:
        packages = json.loads(answer)["dependencies"]
    except (ValueError, KeyError):
        return NOT_LOOKED_UP, [
            "NOT AUDITED: no service of vulnerabilities answers; try again where there is a network"
        ]
    known = [
        (
            f"{package['name']} {package['version']}: {found['id']}, fixed in "
            f"{', '.join(found['fix_versions']) or 'no version'}"
        )
        for package in packages
        for found in package.get("vulns", ())
    ]
    unknown = sorted(package["name"] for package in packages if "skip_reason" in package)
    told = (
        [
            (
                f"NOT AUDITED: {len(unknown)} of {len(packages)} packages are unknown to the "
                f"service: {', '.join(unknown)}"
            )
        ]
        if unknown
        else []
    )
    if known:
        return VULNERABLE, [*known, *told]
    return (
        (NOT_LOOKED_UP, told)
        if unknown or not packages
        else (NOTHING_KNOWN, [f"no vulnerability is known of {len(packages)} packages"])
    )


if __name__ == "__main__":
    status, lines = judged(asked())
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.exit(status)
