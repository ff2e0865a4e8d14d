"""Little sites for tests: a smallest valid one, on which a test lays its own files."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

from statsite.model import Site
from statsite.problems import Problem
from statsite.read.site import read_site

# How long an input takes by the clock says nothing on a machine that others use too; what must be fast is measured by itself.
settings.register_profile("suite", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("mutation", settings.get_profile("suite"), max_examples=40, phases=[Phase.explicit, Phase.generate], database=None)
settings.load_profile("suite")

pytest_plugins = ("tests.building", "tests.golden")

#: Files by path: text, bytes, or None for a file of the smallest site that is to be left out.
Files = Mapping[str, str | bytes | None]

_SITE = """\
title: {zh: 小站, en: Little site}
languages: [zh, en]
base_url: null
as_of: 2025-12-01
topics: [elderly-care]
"""

_SOURCE = """\
title: 养老床位公报
title_translated: {en: Bulletin on beds}
publication: {zh: 某报, en: Some News}
published: {date: 2025-07-28}
"""

_DATASET = """\
title: {zh: 养老床位, en: Elderly-care beds}
topic: elderly-care
defaults: {source: bulletin, area: cn, period: 2024-12-31, status: observed}
indicators:
  beds:
    title: {zh: 床位, en: Beds}
    unit: bed
    observations:
      - printed: 799.3万张
"""

#: The smallest valid site, file by file.
SMALLEST: Mapping[str, str] = {
    "site.yaml": _SITE,
    "content/areas.yaml": "cn: {title: {zh: 全国, en: China}, kind: country}\n",
    "content/units.yaml": (
        "bed: {words: [张], zh: 张, en: {one: bed, other: beds}}\n"
        'percent: {words: ["%"], zh: "%", en: "%"}\n'
        "person: {words: [人, 名, 位], zh: 人, en: {one: person, other: people}}\n"
    ),
    "content/sources/bulletin.yaml": _SOURCE,
    "content/datasets/care.yaml": _DATASET,
    "content/topics/elderly-care/zh.md": "---\ntitle: 养老服务\nstandfirst: 养老床位一览。\nleads: [care.beds]\n---\n全国共有[[care.beds]]。\n",
    "content/topics/elderly-care/en.md": "---\ntitle: Elderly care\nstandfirst: Beds in China.\nleads: [care.beds]\n---\nThere are [[care.beds]]\n",
    "content/pages/about/zh.md": "---\ntitle: 关于\n---\n本站说明。\n",
    "content/pages/about/en.md": "---\ntitle: About\n---\nAbout this site.\n",
}


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the drawings of this run in a folder of its own: the tester's cache is neither read nor filled."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "drawings"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STATSITE_CACHE", str(folder))
        yield


WriteSite = Callable[..., Path]
ReadFiles = Callable[..., tuple[Site | None, list[Problem]]]


@pytest.fixture
def write_site(tmp_path: Path) -> WriteSite:
    """Writes the smallest valid site with the given files laid over it, and gives its folder."""

    def write(files: Files | None = None) -> Path:
        root = tmp_path / "site"
        shutil.rmtree(root, ignore_errors=True)
        for path, content in {**SMALLEST, **(files or {})}.items():
            if content is None:
                continue
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.encode() if isinstance(content, str) else content)
        return root

    return write


@pytest.fixture
def read_files(write_site: WriteSite) -> ReadFiles:
    """Reads the smallest valid site with the given files laid over it."""

    def read(files: Files | None = None) -> tuple[Site | None, list[Problem]]:
        return read_site(write_site(files))

    return read
