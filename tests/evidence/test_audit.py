"""How good the checks are: every change is counted, the lock catches all of them, the texts nearly
all in what is printed.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Mapping
from pathlib import Path

import pytest

from statsite.evidence.articles import Article, Articles
from statsite.evidence.audit import SEED, Audit, audit_site
from statsite.evidence.lock import write_lock
from statsite.evidence.mutations import CONTEXT_MUTATIONS, PRINTED_KINDS, PRINTED_MUTATIONS
from statsite.evidence.verify import texts_of
from statsite.model import KindResult, Site
from statsite.values import replace
from tests.support.paths import ROOT
from tests.support.proven_site import ARTICLE, DATASET, FILES, LOCK, site_in, texts, verified
from tests.support.types import WriteSite

_FOLDER = os.environ.get("STATSITE_SOURCES")


@pytest.fixture
def proven(write_site: WriteSite, tmp_path: Path) -> tuple[Site, Mapping[str, Article]]:
    """The little site with its lock, and its articles."""
    lock = write_lock(verified(write_site(FILES)).proofs, ())
    site = site_in(write_site({**FILES, LOCK: lock}))
    return site, texts_of(site, texts(tmp_path / "texts"))[0]


def _tried(audit: Audit) -> dict[str, int]:
    return {result.kind: result.tried for result in audit.kinds}


def test_every_kind_is_reported_in_order_and_the_lock_catches_all(
    proven: tuple[Site, Mapping[str, Article]],
) -> None:
    audit = audit_site(*proven, SEED)
    assert [result.kind for result in audit.kinds] == [*PRINTED_KINDS, *CONTEXT_MUTATIONS]
    assert [result.kind for result in audit.kinds if result.changes == "context"] == list(
        CONTEXT_MUTATIONS
    )
    assert all(result.caught_by_lock == result.tried for result in audit.kinds)
    assert audit.uncovered == ("care.beds", "care.share", "care.canteens", "care.volunteers")


def test_a_wrong_year_beside_a_right_number_is_not_in_the_text(
    proven: tuple[Site, Mapping[str, Article]],
) -> None:
    (years,) = (result for result in audit_site(*proven, SEED).kinds if result.kind == "wrong-year")
    assert years == KindResult(
        "wrong-year", "context", 16, caught_by_text=0, caught_by_lock=16, caught_by_rules=8
    )


def test_words_near_the_figure_catch_wrong_years_and_areas(
    write_site: WriteSite, tmp_path: Path
) -> None:
    article = ARTICLE.replace("虚构县共有", "2024年末，湖南共有")
    site = site_in(
        write_site({**FILES, DATASET: FILES[DATASET].replace("area: cn", "area: cn-hn")})
    )
    articles = texts_of(site, texts(tmp_path / "texts", article))[0]
    caught = {
        result.kind: (result.tried, result.caught_by_text)
        for result in audit_site(site, articles, SEED).kinds
    }
    assert (caught["wrong-year"], caught["wrong-status"]) == ((16, 16), (16, 0))


def test_a_neighbour_lends_its_year_and_area(write_site: WriteSite, tmp_path: Path) -> None:
    dataset = FILES[DATASET].replace("printed: 65.7%", "printed: 65.7%, period: 2020, area: cn-hn")
    lock = write_lock(verified(write_site({**FILES, DATASET: dataset})).proofs, ())
    site = site_in(write_site({**FILES, DATASET: dataset, LOCK: lock}))
    tried = _tried(audit_site(site, texts_of(site, texts(tmp_path / "texts"))[0], SEED))
    assert (tried["neighbour-year"], tried["neighbour-area"]) == (4, 4)


def test_the_number_of_a_neighbour_is_tried_where_it_has_the_unit(
    proven: tuple[Site, Mapping[str, Article]],
) -> None:
    audit = audit_site(*proven, SEED)
    (numbers,) = (result for result in audit.kinds if result.kind == "neighbour-number")
    assert numbers.changes == "printed"
    assert numbers.tried + audit.unreadable["neighbour-number"] == sum(
        len({other.printing.printed for other in proven[0].observations.values()} - {one, None})
        for one in (figure.printing.printed for figure in proven[0].observations.values())
    )


def test_without_a_text_nothing_is_caught_by_it(proven: tuple[Site, Mapping[str, Article]]) -> None:
    site, articles = proven
    assert {result.caught_by_text for result in audit_site(site, {}, SEED).kinds} == {0}
    assert sum(result.caught_by_text for result in audit_site(site, articles, SEED).kinds) > 0


def test_what_cannot_be_read_is_neither_tried_nor_caught(
    proven: tuple[Site, Mapping[str, Article]],
) -> None:
    audit = audit_site(*proven, SEED)
    (units,) = (result for result in audit.kinds if result.kind == "unit-changed")
    assert units == KindResult("unit-changed", "printed", 0, 0, 0, 0)
    assert audit.unreadable["unit-changed"] == 1  # 65.7个百分点 is not a share
    assert list(audit.unreadable) == list(PRINTED_KINDS)


def test_a_proof_of_something_else_catches_nothing_less(
    proven: tuple[Site, Mapping[str, Article]],
) -> None:
    site, articles = proven
    stale = site.with_proofs(
        {name: replace(proof, figure="0" * 16) for name, proof in site.proofs.items()}
    )
    assert audit_site(stale, articles, SEED) == audit_site(site, articles, SEED)


def test_the_same_seed_gives_the_same_audit(proven: tuple[Site, Mapping[str, Article]]) -> None:
    assert audit_site(*proven, 7) == audit_site(*proven, 7)
    assert audit_site(*proven, 7).kinds != audit_site(*proven, 8).kinds


def test_each_figure_is_told_when_it_is_done(proven: tuple[Site, Mapping[str, Article]]) -> None:
    done: Counter[str] = Counter()
    audit_site(*proven, SEED, done=lambda: done.update(["figure"]))
    assert done["figure"] == 4


def test_what_no_article_prints_is_not_changed(write_site: WriteSite) -> None:
    path = "content/datasets/care.yaml"
    values = (
        FILES[path]
        .replace("printed: 799.3万张", "value: 7993000")
        .replace("printed: 65.7%", "value: 65.7")
    )
    some = _tried(audit_site(site_in(write_site({**FILES, path: values})), {}, SEED))
    every = _tried(audit_site(site_in(write_site(FILES)), {}, SEED))
    assert (some["wrong-year"], every["wrong-year"]) == (8, 16)


#: A sample of what is tried on this repository's figures, and all of them.
each_share = pytest.mark.parametrize("every", [8, pytest.param(1, marks=pytest.mark.thorough)])


def _only(site: Site, observations: Collection[str]) -> Site:
    """The site without its other figures, and without rules."""
    datasets = {
        name: replace(
            dataset,
            indicators=tuple(
                replace(
                    indicator,
                    observations=tuple(o for o in indicator.observations if o.id in observations),
                )
                for indicator in dataset.indicators
            ),
        )
        for name, dataset in site.datasets.items()
    }
    return replace(site, rules={}, datasets=datasets)


@each_share
def test_each_figure_of_this_repository_is_changed_at_least_twenty_times(every: int) -> None:
    site = site_in(ROOT)
    chosen = list(site.observations.values())[::every]
    assert len(chosen) > 20
    for observation in chosen:
        alone = _only(site, {observation.id})
        changes = sum(_tried(audit_site(alone, {}, SEED)).values())
        assert changes >= 20 or observation.is_derived or observation.because, observation.id


@pytest.mark.sources
@pytest.mark.skipif(not _FOLDER, reason="needs STATSITE_SOURCES: the folder of the articles' texts")
@each_share
def test_the_checks_of_this_repository_catch_what_they_promise(every: int) -> None:
    whole = site_in(ROOT)
    site = whole if every == 1 else _only(whole, set(list(whole.observations)[::every]))
    audit = audit_site(site, texts_of(whole, Articles(Path(_FOLDER or "")))[0], SEED)
    assert all(result.caught_by_lock == result.tried for result in audit.kinds)
    printed = [result for result in audit.kinds if result.kind in PRINTED_MUTATIONS]
    assert sum(result.caught_by_text for result in printed) >= 0.99 * sum(
        result.tried for result in printed
    )
    shares = {
        result.kind: result.caught_by_text / result.tried for result in audit.kinds if result.tried
    }
    # A sample holds ten of these.
    assert shares["neighbour-number"] >= (0.7 if every == 1 else 0.4)
    assert shares["wrong-year"] >= 0.6
    assert shares["wrong-area"] >= 0.4
    assert every > 1 or [
        replace(result, location=one.location)
        for result, one in zip(whole.audit, audit.kinds, strict=True)
    ] == [*audit.kinds]
