"""The smallest valid site, on which tests lay files of their own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

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
    "content/topics/elderly-care/zh.md": (
        "---\ntitle: 养老服务\nstandfirst: 养老床位一览。\nleads: "
        "[care.beds]\n---\n全国共有[[care.beds]]。\n"
    ),
    "content/topics/elderly-care/en.md": (
        "---\ntitle: Elderly care\nstandfirst: Beds in China.\nleads: [care.beds]\n---\nThere are "
        "[[care.beds]]\n"
    ),
    "content/pages/about/zh.md": "---\ntitle: 关于\n---\n本站说明。\n",
    "content/pages/about/en.md": "---\ntitle: About\n---\nAbout this site.\n",
}


def write_files(root: Path, files: Files) -> None:
    """Write ``files`` below ``root``; those that are None are left out."""
    for path, content in files.items():
        if content is None:
            continue
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
