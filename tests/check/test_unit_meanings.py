"""Units are labelled as the measure that their words name."""

from __future__ import annotations

import pytest

from statsite.check.unit_meanings import labels_mean_what_words_do
from tests.support.proven_site import FILES, site_in
from tests.support.types import WriteSite


def _said(write_site: WriteSite, unit: str) -> list[str]:
    units = FILES["content/units.yaml"] + unit + "\n"
    site = site_in(write_site({**FILES, "content/units.yaml": units}))
    return [problem.message for problem in labels_mean_what_words_do(site)]


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        (
            "money: {words: [元], zh: 美元, en: yuan}",
            "`money` is labelled in US dollars, and its words are yuan",
        ),
        (
            "money: {words: [元], zh: 元, en: dollars}",
            "`money` is labelled in US dollars, and its words are yuan",
        ),
        (
            "way: {words: [海里], zh: 公里, en: nautical miles}",
            "`way` is labelled in kilometres, and its words are nautical miles",
        ),
        (
            "fares: {words: [澳门元], zh: 元, en: Macau patacas}",
            "`fares` is labelled in yuan, and its words are Macau patacas",
        ),
        (
            "mass: {words: [斤], zh: 公斤, en: jin}",
            "`mass` is labelled in kilograms, and its words are jin",
        ),
        (
            "pay: {words: [元], zh: 美元/人, en: yuan per person}",
            "`pay` is labelled in US dollars, and its words are yuan",
        ),
        (
            "fare: {words: [元（港元）], zh: 元, en: Hong Kong dollars}",
            "`fare` is labelled in yuan, and its words are Hong Kong dollars",
        ),
        (
            "share: {words: ['%'], zh: '‰', en: per cent}",
            "`share` is labelled in per mille, and its words are per cent",
        ),
    ],
)
def test_another_measure_is_an_error(write_site: WriteSite, unit: str, said: str) -> None:
    assert _said(write_site, unit) == [said]


@pytest.mark.parametrize(
    "unit",
    [
        "money: {words: [元, 块], zh: 元, en: yuan}",
        "pay: {words: [元], zh: 元/人, en: yuan per person}",
        "mass: {words: [公斤, 千克], zh: 千克, en: kilograms}",
        "share: {words: ['%'], zh: '%', en: per cent}",
        "dose: {words: [剂], zh: 剂, en: doses}",
        "sterling: {words: [英镑], zh: 英镑, en: pounds}",
        "fare: {words: [元（港元）], zh: 港元, en: Hong Kong dollars}",
        "coal: {words: [吨（标准煤）], zh: 吨, en: tonnes}",
    ],
)
def test_the_same_measure_or_one_that_is_not_known_is_none(
    write_site: WriteSite, unit: str
) -> None:
    assert _said(write_site, unit) == []
