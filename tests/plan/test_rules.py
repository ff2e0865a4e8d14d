"""A rule is listed on the pages of the figures that it names, and of those that a named one is
computed from.
"""

from __future__ import annotations

from statsite.pipeline import check
from statsite.plan.rules import rules_by_topic
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
