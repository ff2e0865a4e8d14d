"""The rules that need no declaration."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statsite.assess.assessment import assess
from tests.rules.conftest import UNITS
from tests.support.types import ReadFiles

SECOND = "title: 另一报道\npublication: {zh: 某报, en: Some News}\npublished: {date: 2025-08-01}\n"


@pytest.fixture
def found(read_files: ReadFiles) -> Callable[[str], list[str]]:
    """Slugs of what the built-in rules find in the indicators of a dataset."""

    def slugs(indicators: str) -> list[str]:
        head = (
            "title: {zh: 数, en: Numbers}\ndefaults: {source: bulletin, area: cn, period: "
            "2024, status: observed}\nindicators:\n"
        )
        files = {
            "content/datasets/x.yaml": head + indicators,
            "content/units.yaml": UNITS,
            "content/sources/second.yaml": SECOND,
        }
        site, problems = read_files(files)
        assert problems == []
        assert site is not None
        return [problem.check for problem in assess(site).built_in]

    return slugs


Found = Callable[[str], list[str]]


def indicator(observations: str, *, unit: str = "percent", slug: str = "a", more: str = "") -> str:
    """An indicator on one line."""
    return (
        f"  {slug}: {{title: {{zh: 数, en: Number}}, unit: {unit}{more}, observations: "
        f"[{observations}]}}\n"
    )


@pytest.mark.parametrize(
    ("observation", "expected"),
    [
        ("printed: 100%", []),
        ("printed: 122.0%", ["share-out-of-range"]),
        ("printed: 超过100%", ["share-out-of-range"]),
        ("printed: 122.0%, compared_with: 2020", []),
        ("value: 122.0", ["share-out-of-range"]),
        ("value: -2.5", []),
    ],
)
def test_a_share_is_no_more_than_its_whole(
    found: Found, observation: str, expected: list[str]
) -> None:
    assert found(indicator(f"{{{observation}}}")) == expected


def test_a_plausible_range_replaces_that_of_a_share(found: Found) -> None:
    assert found(indicator("{printed: 122.0%}", more=", plausible: {low: 0, high: 150}")) == []
    assert found(indicator("{printed: 160%}", more=", plausible: {low: 0, high: 150}")) == [
        "value-implausible"
    ]
    assert found(indicator("{printed: 150.4%}", more=", plausible: {low: 0, high: 150.4}")) == []


@pytest.mark.parametrize(
    ("printed", "again", "expected"),
    [
        ("31031万人", "超3.1亿人", []),
        ("31031万人", "3.1亿人", []),
        ("31031万人", "约3亿人", []),
        ("31031万人", "超3.2亿人", ["restated-differs"]),
        ("31031万人", "近3.1亿人", ["restated-differs"]),
        ("31031万人", "3.2亿人", ["restated-differs"]),
        ("31031万人", "超3103万人", []),
        ("1~2人", "2~3人", ["restated-differs"]),
        ("超3.1亿人", "超3亿人", []),
    ],
)
def test_a_further_printing_can_be_the_same_number(
    found: Found, printed: str, again: str, expected: list[str]
) -> None:
    assert (
        found(
            indicator(
                f"{{printed: {printed}, also: [{{printed: {again}, key: b}}]}}", unit="person"
            )
        )
        == expected
    )


def test_sources_that_conflict_want_a_preference(found: Found) -> None:
    one, other = "key: a, printed: 1.2万张", "key: b, printed: 1.4万张, source: second"
    preferred = ", preferred: {zh: 更晚。, en: It is later.}"
    assert found(indicator(f"{{{one}}}, {{{other}}}", unit="bed")) == ["conflict", "conflict"]
    assert found(indicator(f"{{{one}}}, {{{other}{preferred}}}", unit="bed")) == []
    assert found(indicator(f"{{{one}{preferred}}}, {{{other}{preferred}}}", unit="bed")) == [
        "conflict",
        "conflict",
    ]
    assert found(
        indicator(f"{{{one}}}, {{{other.replace('1.4万', '超1万')}{preferred}}}", unit="bed")
    ) == ["preferred-unneeded"]
    assert found(indicator(f"{{{one}}}, {{{other}, period: 2023}}", unit="bed")) == []


def test_a_part_is_no_more_than_its_whole(found: Found) -> None:
    whole = indicator("{printed: 10张}", unit="bed", slug="all")
    assert found(whole + indicator("{printed: 10张}", unit="bed", more=", part_of: x.all")) == []
    assert found(whole + indicator("{printed: 11张}", unit="bed", more=", part_of: x.all")) == [
        "part-exceeds-whole"
    ]
    assert (
        found(
            whole + indicator("{printed: 11张, period: 2023}", unit="bed", more=", part_of: x.all")
        )
        == []
    )


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ("12万张", []),
        ("12.6万张", ["tenfold-change"]),
        ("1149张", ["tenfold-change"]),
        ("超1万张", []),
    ],
)
def test_a_change_of_more_than_tenfold_is_told(
    found: Found, later: str, expected: list[str]
) -> None:
    two = f"{{key: a, printed: 1.2万张, period: 2023}}, {{key: b, printed: {later}}}"
    assert found(indicator(two, unit="bed")) == expected
    assert found(indicator(two, unit="bed", more=", plausible: {low: 0, high: 1000000}")) == []


@pytest.mark.parametrize(
    ("unit", "earlier", "later", "expected"),
    [
        ("percent", "0.1%", "3.5%", []),
        ("percent", "3.5%", "0.1%", []),
        ("bed", "1张", "15张", []),
        ("bed", "0张", "15张", []),
        ("bed", "5张", "12万张", ["tenfold-change"]),
        ("percent", "0.2%", "超过50.0%", []),
        ("percent", "0.66%", "14.2%", ["tenfold-change"]),
        ("bed", "12张", "150张", ["tenfold-change"]),
        ("bed", "8万张", "8亿张", ["tenfold-change"]),
        ("bed", "8万张", "1000张", ["tenfold-change"]),
        ("bed", "9万张", "120万张", ["tenfold-change"]),
    ],
)
def test_a_number_near_zero_may_change_more_than_tenfold(
    found: Found, unit: str, earlier: str, later: str, expected: list[str]
) -> None:
    assert (
        found(
            indicator(
                f"{{key: a, printed: {earlier}, period: 2023}}, {{key: b, printed: {later}}}",
                unit=unit,
            )
        )
        == expected
    )


def test_a_rate_that_may_be_negative_may_change_more_than_tenfold(found: Found) -> None:
    rates = "{key: a, value: 0.66, period: 2022}, {key: b, value: 14.20, period: 2023}"
    assert found(indicator(rates)) == ["tenfold-change"]
    assert found(indicator(f"{rates}, {{key: c, value: -3.20, period: 2021}}")) == []
