"""One run tells everything that is wrong in every file, and the same content always gives the same
site.
"""

from __future__ import annotations

import time
import timeit

import pytest
from msgspec.structs import asdict

from statsite.model import Licence, WrittenSite, location_of
from statsite.periods import Moment
from statsite.problems import Problem
from statsite.read.site import read_site
from tests.support.smallest import SMALLEST
from tests.support.types import ReadFiles, WriteSite


def _facts(site: WrittenSite | None) -> dict[str, object]:
    """Everything in ``site`` but the files' texts."""
    assert site is not None
    return {name: told for name, told in asdict(site).items() if name != "texts"}


def _found(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(p.check, str(p.location)) for p in problems]


def test_several_broken_files_are_all_reported_in_one_run_by_place(read_files: ReadFiles) -> None:
    _, problems = read_files(
        {
            "site.yaml": (
                "title: {zh: 小站}\nlanguages: [zh, en]\nas_of: 2025-12\ntopics: [elderly-care]\n"
            ),
            "content/areas.yaml": "cn: {title: {zh: 全国, en: China}, kind: nation}\n",
            "content/charts/beds.yaml": "kind: [\n",
            "content/datasets/care.yaml": (
                "titel: {zh: 床, en: Beds}\n"
                "defaults: {source: bulletin, area: cn, status: observed}\n"
                "indicators:\n"
                "  beds:\n"
                "    title: {zh: 床位, en: Beds}\n"
                "    unit: bed\n"
                "    observations:\n"
                "      - {key: a, printed: 数十张, period: 2024}\n"
                "      - {key: b, printed: 10张}\n"
                "      - {key: c, vlaue: 10, period: 2024-13}\n"
            ),
            "content/sources/bulletin.yaml": "题目: x\n".encode("gbk"),
            "content/topics/elderly-care/en.md": None,
            "content/pages/about/zh.md": "no front matter\n",
        }
    )
    assert _found(problems) == [
        ("choice-unknown", "content/areas.yaml:1:40"),
        ("yaml-syntax", "content/charts/beds.yaml:1:7"),
        ("field-missing", "content/datasets/care.yaml:1:1"),
        ("field-unknown", "content/datasets/care.yaml:1:1"),
        ("printed-unreadable", "content/datasets/care.yaml:8:27"),
        ("field-missing", "content/datasets/care.yaml:9:9"),
        ("field-unknown", "content/datasets/care.yaml:10:18"),
        ("period-malformed", "content/datasets/care.yaml:10:37"),
        ("front-matter-missing", "content/pages/about/zh.md:1:1"),
        ("encoding-refused", "content/sources/bulletin.yaml:1:1"),
        ("translation-missing", "content/topics/elderly-care/en.md:1:1"),
        ("translation-missing", "site.yaml:1:8"),
        ("date-malformed", "site.yaml:3:8"),
    ]


def test_a_site_file_that_makes_no_sense_hides_nothing_in_the_content(
    read_files: ReadFiles,
) -> None:
    site, problems = read_files(
        {"site.yaml": "title: [\n", "content/areas.yaml": "cn: {kind: country}\n"}
    )
    assert site is None
    assert _found(problems) == [
        ("field-missing", "content/areas.yaml:1:5"),
        ("yaml-syntax", "site.yaml:1:8"),
    ]


def test_what_is_right_in_a_broken_site_is_still_read(read_files: ReadFiles) -> None:
    site, problems = read_files({"content/charts/beds.yaml": "kind: [\n"})
    assert len(problems) == 1
    assert site is not None
    assert list(site.observations) == ["care.beds"]


def test_the_settings_are_those_of_the_file(read_files: ReadFiles) -> None:
    site, _ = read_files()
    assert site is not None
    settings = site.settings
    assert (settings.title, settings.languages, settings.base_url) == (
        {"zh": "小站", "en": "Little site"},
        ("zh", "en"),
        None,
    )
    assert (settings.as_of, settings.topics, settings.licence) == (
        Moment(2025, 12, 1),
        ("elderly-care",),
        {},
    )
    assert str(location_of(settings, "topics.0")) == "site.yaml:5:10"
    assert str(location_of(settings, "contact")) == "site.yaml:1:1"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_site_in_one_language_needs_that_language_only(
    read_files: ReadFiles, language: str
) -> None:
    other = {"zh": "en", "en": "zh"}[language]
    site, problems = read_files(
        {
            "site.yaml": (
                f"title: {{{language}: x}}\nlanguages: [{language}]\nas_of: 2025-12-01\ntopics: "
                "[elderly-care]\n"
            ),
            "content/areas.yaml": f"cn: {{title: {{{language}: x}}, kind: country}}\n",
            "content/units.yaml": f"bed: {{words: [张], {language}: x}}\n",
            "content/sources/bulletin.yaml": (
                f"title: x\npublication: {{{language}: x}}\npublished: {{date: 2025}}\n"
            ),
            "content/datasets/care.yaml": None,
            f"content/topics/elderly-care/{other}.md": None,
            f"content/pages/about/{other}.md": None,
        }
    )
    assert problems == []
    assert site is not None
    assert list(site.topics["elderly-care"].documents) == [language]


def test_byte_order_marks_and_line_ends_change_neither_site_nor_digest(
    write_site: WriteSite,
) -> None:
    root = write_site()
    plain, problems = read_site(root)
    for path in [root / "site.yaml", *root.glob("content/**/*.*")]:
        if path.is_file():
            path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    marked, marked_problems = read_site(root)
    assert _facts(marked) == _facts(plain)
    assert problems == marked_problems == []


def test_the_digest_is_that_of_paths_and_texts(read_files: ReadFiles) -> None:
    def digest(files: dict[str, str | None]) -> str:
        site, _ = read_files(files)
        assert site is not None
        return site.digest

    first = digest({})
    assert len(first) == 64
    assert digest({}) == first
    assert digest({"content/.hidden": "x"}) == first
    assert digest({"content/pages/about/zh.md": "---\ntitle: 关于\n---\n本站说明！\n"}) != first
    assert digest({"content/pages/about/zh.md": "---\ntitle: 关于\n---\n本站说明。\n"}) == first
    one, other = (
        digest({"content/charts/x.yaml": ""}),
        digest({"content/charts/x.yaml": None, "content/charts/y.yaml": ""}),
    )
    assert len({first, one, other}) == 3


def test_things_stand_in_the_order_of_file_names_and_within_a_file_as_written(
    read_files: ReadFiles,
) -> None:
    dataset = (
        "title: {zh: 床, en: Beds}\n"
        "defaults: {source: bulletin, area: cn, period: 2024, status: observed}\n"
        "indicators:\n"
        "  zz: {title: {zh: 一, en: One}, unit: bed, observations: [{key: z, printed: 1张}, "
        "{key: a, printed: 2张}]}\n"
        "  aa: {title: {zh: 二, en: Two}, unit: bed, observations: [{printed: 3张}]}\n"
    )
    site, problems = read_files(
        {f"content/datasets/{name}.yaml": dataset for name in ("b", "a", "care", "a-b")}
    )
    assert problems == []
    assert site is not None
    assert list(site.datasets) == ["a", "a-b", "b", "care"]
    assert [o.id for o in site.observations_of(site.datasets["a"])] == ["a.zz@z", "a.zz@a", "a.aa"]


@pytest.mark.timed
def test_a_thousand_observations_are_read_in_a_second(write_site: WriteSite) -> None:
    rows = "".join(
        f"      - key: k{i}\n        printed: 超过{i + 1}.5万张\n        period: "
        "2024\n        status: target\n"
        f"        note: {{zh: 编者注, en: An editor's note}}\n        near: 养老床位\n"
        for i in range(500)
    )
    dataset = (
        "title: {zh: 床, en: Beds}\ndefaults: {source: bulletin, area: cn}\nindicators:\n"
        f"  beds:\n    title: {{zh: 床位, en: Beds}}\n    unit: bed\n    observations:\n{rows}"
    )
    root = write_site({"content/datasets/one.yaml": dataset, "content/datasets/two.yaml": dataset})
    # The quickest of several readings says what reading costs; the others say what else the machine
    # was doing.
    seconds = min(
        timeit.repeat(lambda: read_site(root), timer=time.process_time, number=1, repeat=5)
    )
    assert seconds < 1
    site, problems = read_site(root)
    assert problems == []
    assert site is not None
    assert len(site.observations) == 1001


def test_the_licence_of_the_data_has_a_name_and_an_address(read_files: ReadFiles) -> None:
    settings = SMALLEST["site.yaml"]
    site, problems = read_files(
        {"site.yaml": f"{settings}data_licence: {{name: CC0-1.0, url: https://example.org/cc0}}\n"}
    )
    assert site is not None, problems
    assert site.settings.data_licence == Licence("CC0-1.0", "https://example.org/cc0")
    _, problems = read_files({"site.yaml": f"{settings}data_licence: {{name: CC0-1.0}}\n"})
    assert [(one.check, str(one.location)) for one in problems] == [
        ("field-missing", "site.yaml:6:15")
    ]
