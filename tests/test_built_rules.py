"""The rules as readers see them: on the verification page, on the figures' pages, and
in the data.
"""

from __future__ import annotations

import pytest

from statsite.pipeline import check, files
from tests.support.building import REAL, BuildOnce
from tests.support.built import BuiltSite, parse_html
from tests.support.types import WriteSite

OUTCOMES = {
    "zh": {"holds": "成立", "contradicts": "矛盾", "cannot-tell": "无法判断", "defines": "推算式"},
    "en": {
        "holds": "holds",
        "contradicts": "contradicts",
        "cannot-tell": "cannot tell",
        "defines": "formula",
    },
}


@pytest.fixture(scope="module")
def site(built: BuildOnce) -> BuiltSite:
    return built(REAL)


def test_the_site_declares_more_than_sixty_relations_and_none_is_contradicted(
    site: BuiltSite,
) -> None:
    outcomes = [row["outcome"] for row in site.json("data/rules.json") if row["defines"] is None]
    assert len(outcomes) > 60
    assert set(outcomes) == {"holds", "cannot-tell"}


def test_the_file_of_rules_counts_as_many_outcomes_as_the_page(site: BuiltSite) -> None:
    rows = site.json("data/rules.json")
    formulas = [row for row in rows if row["defines"]]
    assert {row["outcome"] for row in formulas} == {"defines"}
    told = site.page("en", "verification/index.html").only("ul", cls="summary").text
    for outcome in ("holds", "cannot-tell"):
        assert str(sum(row["outcome"] == outcome for row in rows)) in told


def test_the_verification_page_lists_every_rule_in_words_and_formula_with_its_outcome(
    site: BuiltSite,
) -> None:
    for language in site.languages:
        page = site.page(language, "verification/index.html")
        listed = {
            item.get("id"): item for item in page.all("li") if item.get("id").startswith("rule-")
        }
        rules = site.json("data/rules.json")
        assert list(listed)
        withdrawn = {one["rule"] for one in site.json("data/corrections.json") if one.get("rule")}
        assert set(listed) == {f"rule-{name}" for name in {row["id"] for row in rules} | withdrawn}
        for row in rules:
            item = listed[f"rule-{row['id']}"]
            assert row["says"][language] in item.text
            assert OUTCOMES[language][row["outcome"]] in item.text
            linked = {
                site.target(site.path(language, "verification/index.html"), a.get("href"))
                for a in item.all("a")
            }
            assert linked == {
                (site.path(language, site.figures[name]["url"]), "")
                for name in (*row["figures"], row["defines"])
                if name
            }


def test_the_page_of_a_figure_lists_the_rules_it_takes_part_in(site: BuiltSite) -> None:
    for language in site.languages:
        for row in site.json("data/rules.json"):
            for name in row["figures"]:
                assert (
                    row["says"][language]
                    in site.page(language, site.figures[name]["url"])
                    .only("dl", cls="passport")
                    .text
                ), name


def test_rounding_and_conventions_are_said_where_an_outcome_leans_on_them(site: BuiltSite) -> None:
    rules = {row["id"]: row for row in site.json("data/rules.json")}
    assert rules["beds-add-up"]["rounding"]
    assert rules["gp-per-10k"]["rounding"]
    assert not rules["institutions-add-up"]["rounding"]
    assert rules["health-workforce-in-population"]["conventional"]
    page = site.page("zh", "figures/elderly-care-services.beds/index.html").only(
        "dl", cls="passport"
    )
    assert "四舍五入" in page.text


@pytest.mark.parametrize(("rule", "figure", "expected"), [
    ("gp-2020", "grassroots-workforce.gp@2020", True),
    ("health-workforce", "grassroots-workforce.staff-all", True),
    ("staff-2020", "grassroots-workforce.staff@2020", False),
])  # fmt: skip
def test_a_derived_figure_says_where_its_bounds_rest_on_a_convention(
    site: BuiltSite,
    rule: str,
    figure: str,
    expected: bool,  # noqa: FBT001
) -> None:
    rules = {row["id"]: row for row in site.json("data/rules.json")}
    assert rules[rule]["conventional"] is expected
    page = site.page("zh", site.figures[figure]["url"]).only("dl", cls="passport")
    formula = page.text.partition("推算式")[2].partition("参与的核算")[0]
    assert ("惯例" in formula) is expected


def test_a_derived_figure_has_its_interval_formula_and_inputs_and_no_printing(
    site: BuiltSite,
) -> None:
    row = site.figures["elderly-care-services.population"]
    assert (row["status"], row["printed"], row["relation"], row["source"], row["evidence"]) == (
        "derived",
        None,
        "range",
        None,
        "none",
    )
    assert (row["low"], row["high"]) == ("1407200000", "1413800000")
    text = site.page("zh", row["url"]).only("dl", cls="passport").text
    assert "31031万人" in text
    assert "22.0%" in text
    assert "原文印作" not in text
    assert not any(
        found.is_on_source and found.figure["id"] == row["id"] for found in site.figure_links
    )


CONFLICT = """\
title: {zh: 养老床位, en: Elderly-care beds}
topic: elderly-care
defaults: {source: bulletin, area: cn, period: 2024, status: observed}
indicators:
  beds:
    title: {zh: 床位, en: Beds}
    unit: bed
    observations:
      - {printed: 799.3万张}
      - {key: second, printed: 820万张, source: second, preferred: {zh: 更晚。, en: It is later.}}
"""


def test_both_figures_of_a_conflict_stay_and_say_which_is_preferred(write_site: WriteSite) -> None:
    second = (
        "title: 另一报道\ntitle_translated: {en: Another}\npublication: {zh: 某报, en: "
        "Some News}\npublished: {date: 2025-08-01}\n"
    )
    units = "bed: {words: [张], zh: 张, en: {one: bed, other: beds}}\n"
    root = write_site(
        {
            "content/datasets/care.yaml": CONFLICT,
            "content/sources/second.yaml": second,
            "content/units.yaml": units,
        }
    )
    checked = check(root)
    assert checked.site is not None
    assert checked.problems == ()
    made = dict(files(checked.editions, root))
    own, other = (
        next(parse_html(made[f"en/figures/{name}/index.html"].decode()).all("dl")).text
        for name in ("care.beds", "care.beds@second")
    )
    assert "8.20 million beds" in own
    assert "that one is preferred: It is later." in own
    assert "7.993 million beds" in other
    assert "this one is preferred: It is later." in other
