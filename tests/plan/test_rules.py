"""A rule is listed on the pages of the figures that it names, and of those that a named one is
computed from.
"""

from __future__ import annotations

import pytest

from statsite.assess.assessment import assess
from statsite.interface_texts import load_interface_texts
from statsite.pipeline import check
from statsite.plan.edition import Edition
from statsite.plan.rules import rules_by_topic
from statsite.read.site import read_site
from statsite.render.environment import TEMPLATES
from tests.support.types import WriteSite

DATASET = """\
title: {zh: 床位, en: Beds}
topic: elderly-care
defaults: {area: cn, period: 2024-12-31, status: observed}
indicators:
  beds: {title: {zh: 床位, en: Beds}, unit: bed, observations: [{source: bulletin, value: 800}]}
  nursing: {title: {zh: 护理型床位, en: Nursing beds}, unit: bed, observations: [{source: bulletin, value: 500}]}
  other: {title: {zh: 其他床位, en: Other beds}, unit: bed, observations: [{status: derived}]}
"""
RULES = """\
other-beds: {says: {zh: 其他床位是总数减护理型, en: Other beds are the rest.}, defines: care.other, rule: care.beds - care.nursing}
fewer: {says: {zh: 其他床位较少, en: Other beds are fewer.}, rule: care.other < care.nursing}
"""


def test_a_rule_is_listed_where_it_is_named_and_behind_what_it_names(write_site: WriteSite) -> None:
    root = write_site({"content/datasets/care.yaml": DATASET, "content/rules/care.yaml": RULES})
    listed = {rule.id: sorted(rule.figures) for rule in check(root).editions[0].rules}
    assert listed == {
        "other-beds": ["care.beds", "care.nursing", "care.other"],
        "fewer": ["care.beds", "care.nursing", "care.other"],
    }


def test_rules_of_a_topic_are_counted_by_what_they_came_to(write_site: WriteSite) -> None:
    root = write_site({"content/datasets/care.yaml": DATASET, "content/rules/care.yaml": RULES})
    edition = check(root).editions[1]
    topics = [("elderly-care", "Care"), ("empty", "Empty")]
    found = rules_by_topic(edition.presenter, edition.rules, topics)
    assert [(one.title, one.told, len(one.rules)) for one in found] == [
        ("Care", ("hold: 1", "formulas: 1"), 2)
    ]


SERIES = """\
title: {zh: 床位, en: Beds}
topic: elderly-care
defaults: {area: cn, status: observed, source: bulletin}
indicators:
  beds:
    title: {zh: 床位, en: Beds}
    unit: bed
    observations:
      - {key: last, printed: 30张, period: 2024}
      - {key: first, printed: 10张, period: 2022}
      - {key: middle, printed: 20张, period: 2023}
"""


@pytest.mark.parametrize(
    ("function", "expected"),
    [("rising", "first ≤ middle ≤ last"), ("falling", "first ≥ middle ≥ last")],
)
def test_the_figures_of_a_series_stand_in_their_order_of_time_with_its_sign_between(
    write_site: WriteSite, function: str, expected: str
) -> None:
    rules = f"more: {{says: {{zh: 如所述, en: As told.}}, rule: {function}(care.beds)}}\n"
    root = write_site({"content/datasets/care.yaml": SERIES, "content/rules/care.yaml": rules})
    site, _ = read_site(root)
    assert site is not None
    (rule,) = Edition(assess(site), "en", load_interface_texts([TEMPLATES])).rules
    pieces = (one.figure.id.partition("@")[2] if one.figure else one.text for one in rule.formula)
    assert "".join(pieces) == expected


@pytest.mark.parametrize(
    ("second", "aside"),
    [
        ("{key: b, printed: 10张, period: 2022}", ("2024", "2022")),
        ("{key: b, printed: 10张, period: 2024, area: cn-hn}", ("China", "Hunan")),
    ],
)
def test_figures_of_one_title_are_told_apart_in_a_formula(
    write_site: WriteSite, second: str, aside: tuple[str, str]
) -> None:
    dataset = SERIES[: SERIES.index("      - ")]
    dataset += f"      - {{key: a, printed: 30张, period: 2024}}\n      - {second}\n"
    rules = (
        "more: {says: {zh: 如所述, en: As told.}, across: {zh: 如此, en: So it is}, "
        "rule: care.beds@a > care.beds@b}\n"
    )
    areas = "cn: {title: {zh: 全国, en: China}, kind: country}\n"
    areas += "cn-hn: {title: {zh: 湖南省, en: Hunan}, kind: province, part_of: cn}\n"
    files = {"content/datasets/care.yaml": dataset, "content/rules/care.yaml": rules}
    site, _ = read_site(write_site(files | {"content/areas.yaml": areas}))
    assert site is not None
    (rule,) = Edition(assess(site), "en", load_interface_texts([TEMPLATES])).rules
    assert tuple(one.aside for one in rule.formula if one.figure) == aside


def test_a_figure_whose_title_no_other_has_needs_nothing_beside_it(write_site: WriteSite) -> None:
    root = write_site({"content/datasets/care.yaml": DATASET, "content/rules/care.yaml": RULES})
    asides = {one.aside for rule in check(root).editions[0].rules for one in rule.formula}
    assert asides == {""}


#: Clinics and nursing homes are facilities, and what is compared with both is counted as such.
UNITS = """\
facility: {words: [个], zh: 个, en: {one: facility, other: facilities}}
clinic: {words: [家], zh: 家, en: {one: clinic, other: clinics}, one_is: facility}
home: {words: [所], zh: 所, en: {one: home, other: homes}, one_is: facility}
minute: {words: [分钟], zh: 分钟, en: {one: minute, other: minutes}, one_is: hour / 60}
hour: {words: [小时], zh: 小时, en: {one: hour, other: hours}}
"""
SEVERAL_UNITS = """\
title: {zh: 机构, en: Facilities}
topic: elderly-care
defaults: {area: cn, period: 2024-12-31, status: observed, source: bulletin}
indicators:
  all: {title: {zh: 机构, en: Facilities}, unit: facility, observations: [{printed: 超过100万个}]}
  clinics: {title: {zh: 中医馆, en: Clinics}, unit: clinic, observations: [{printed: 4万余家}]}
  homes: {title: {zh: 养老院, en: Homes}, unit: home, observations: [{printed: 300所}]}
  walk: {title: {zh: 步行, en: Walk}, unit: minute, observations: [{printed: 15分钟}]}
  ride: {title: {zh: 乘车, en: Ride}, unit: hour, observations: [{printed: 1小时}]}
"""


@pytest.mark.parametrize(
    ("rule", "chinese", "english"),
    [
        ("care.clinics < care.all", "4万～5万家 < 超过100万个", "40,000–50,000 clinics < more than 1 million facilities"),
        ("care.homes < care.clinics", "300所 < 4万～5万家", "300 homes < 40,000–50,000 clinics"),
        ("care.homes + care.clinics < care.all", "4.0万～5.1万个 < 超过100万个", "40,000–51,000 facilities < more than 1 million facilities"),
        ("2 * care.homes <= 1000", "600所 ≤ 1000所", "600 homes ≤ 1,000 homes"),
        ("care.walk < care.ride", "15分钟 < 1小时", "15 minutes < 1 hour"),
    ],
)  # fmt: skip
def test_each_side_of_a_rule_is_told_in_its_own_unit(
    write_site: WriteSite, rule: str, chinese: str, english: str
) -> None:
    says = "{says: {zh: 较少, en: Fewer.}, constants: {zh: 试, en: A try.}, rule: %s}"
    root = write_site(
        {
            "content/units.yaml": UNITS,
            "content/datasets/care.yaml": SEVERAL_UNITS,
            "content/rules/care.yaml": f"fewer: {says % rule}\n",
        }
    )
    told = [edition.rules[0].sides for edition in check(root).editions]
    assert told == [chinese, english]
