"""Of the figures on the site, the extractor finds nearly all in their articles, and little that is not on the site."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from statsite.extract.extracted import extract_text
from statsite.model import Observation, Source
from statsite.read.site import read_site
from tests.extract.marking import solid

_FOLDER = os.environ.get("STATSITE_SOURCES")
_ROOT = Path(__file__).parents[2]


def _article(folder: Path, source: Source) -> str:
    if source.text is None:
        raise ValueError(source.id)
    lines = (folder / source.text.file).read_text(encoding="utf-8-sig").split("\n")
    return "\n".join(line for first, last in source.text.lines for line in lines[first - 1 : last])


@pytest.mark.sources
@pytest.mark.skipif(not _FOLDER, reason="needs STATSITE_SOURCES: the folder of the articles' texts")
def test_recall_and_precision_over_the_figures_of_the_site() -> None:
    site, _ = read_site(_ROOT)
    assert site is not None
    printed = (o for o in site.observations.values() if isinstance(o, Observation))
    wanted: dict[str, Counter[str]] = defaultdict(Counter)
    for observation in printed:
        for printing in observation.printings:
            if printing.printed and site.sources[printing.source].text:
                wanted[printing.source][solid(printing.printed)] += 1
    found = {
        name: Counter(solid(quantity.printed) for quantity in extract_text(_article(Path(_FOLDER or ""), site.sources[name]))) for name in wanted
    }
    hits = sum((wanted[name] & found[name]).total() for name in wanted)
    assert hits / sum(counter.total() for counter in wanted.values()) >= 0.97
    assert hits / sum(counter.total() for counter in found.values()) >= 0.9
