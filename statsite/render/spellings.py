"""Pinyin of titles kept between builds: its tables take longer to load than a page to make."""

from __future__ import annotations

from collections.abc import Sequence

from statsite.installed_libraries import version_of
from statsite.plan.initials import romanised
from statsite.render.cache import DrawingCache


def kept_spellings(kept: DrawingCache, texts: Sequence[str]) -> Sequence[str]:
    """``texts`` in pinyin: what an earlier build found of the same texts where that is ``kept``."""
    description = repr(("pinyin", version_of("pypinyin"), tuple(texts)))
    parts = kept.get(description)
    if parts is not None and len(parts) == len(texts):
        return [part.decode() for part in parts]
    found = romanised(texts)
    kept.put(description, [text.encode() for text in found])
    return found
