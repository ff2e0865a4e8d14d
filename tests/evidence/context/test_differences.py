"""What an article says outright around a figure is held against what the site says of it; what
it does not say is not.
"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from statsite.evidence.articles import Articles
from statsite.evidence.verify import verify_site
from tests.support.figure_in_article import said_of
from tests.support.paths import ROOT
from tests.support.proven_site import DATASET, FILES, site_in, told, verified
from tests.support.types import WriteSite

_FOLDER = os.environ.get("STATSITE_SOURCES")


def test_context_says_why_and_ends_the_warning(write_site: WriteSite) -> None:
    context = "context: {zh: 年份只管前半句。, en: The year belongs to the first half.}"
    assert said_of(write_site, "2023年扩建后，食堂有12家。", f"printed: 12家, {context}") == []


def test_an_article_in_another_language_says_nothing(write_site: WriteSite) -> None:
    article = "2023年，湖南食堂有12家。"
    assert len(said_of(write_site, article, "printed: 12家, area: cn-gx")) == 2
    assert said_of(write_site, article, "printed: 12家, area: cn-gx", source="language: ja\n") == []


@pytest.mark.parametrize("gap", ["\n\n", "\n　　", "\n    "])
def test_a_headline_without_a_mark_hides_no_words_at_the_head_of_a_clause(
    write_site: WriteSite, gap: str
) -> None:
    sentence = "一户人家食堂12家。"
    said = said_of(write_site, sentence, "printed: 12家, period: unknown")
    under = said_of(write_site, f"食堂见闻{gap}{sentence}", "printed: 12家, period: unknown")
    assert len(said) == len(under) == 1


def test_a_warning_stands_at_the_figure_and_proves_it_all_the_same(write_site: WriteSite) -> None:
    files = {**FILES, DATASET: FILES[DATASET].replace("period: 2024-12-31", "period: 2023")}
    found = verified(
        write_site(files),
        (
            "\n虚构县的床位\n2024年虚构县共有床位799.3万\n张，护理床位占65.7%。"
            "\n食堂12家，乡镇食堂12家。\n志愿者超过300名。\n"
        ),
    )
    assert told(found.problems) == [
        ("context-differs", f"{DATASET}:{line}") for line in (9, 14, 19, 24)
    ]
    assert (len(found.proofs), found.errors) == (4, 0)


@pytest.mark.sources
@pytest.mark.skipif(not _FOLDER, reason="needs STATSITE_SOURCES: the folder of the articles' texts")
def test_at_most_two_in_a_hundred_of_this_repositorys_printings_are_warned_of_falsely() -> None:
    found = verify_site(site_in(ROOT), Articles(Path(_FOLDER or "")), "2025-11-01")
    explained = sum(bool(o.context) for o in site_in(ROOT).observations.values())
    checks = Counter(problem.check for problem in found.problems)
    assert checks["context-differs"] + explained <= 0.02 * len(found.proofs)
