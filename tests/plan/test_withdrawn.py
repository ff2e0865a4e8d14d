"""What was withdrawn is told with its day, why and the way on, and everything at its addresses says
so.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from statsite.pipeline import check, files
from tests.support.types import WriteSite

CHART = (
    "kind: bars\ntitle: {zh: 床位, en: Beds}\ndata: [care.beds]\n"
    "withdrawn: {on: 2025-10-01, because: {zh: 不可比。, en: '=They do not compare.'}, see: "
    "verification#rule-few}\n"
)
RULE = (
    "few:\n  says: {zh: 少。, en: Few.}\n  rule: care.beds < 1\n  withdrawn: {on: "
    "2025-10-02, because: {zh: 巧合。, en: By chance.}}\n"
)


@pytest.fixture
def built(write_site: WriteSite) -> Mapping[str, bytes]:
    """Every file of a site that withdrew a chart and a rule."""
    root = write_site({"content/charts/beds.yaml": CHART, "content/rules/r.yaml": RULE})
    checked = check(root, base_url="https://www.un.org/")
    assert checked.site is not None
    assert checked.errors == 0, checked.problems
    return dict(files(checked.editions, root))


def test_every_address_of_the_chart_stays_and_says_why(built: Mapping[str, bytes]) -> None:
    for name in ("index.html", "embed.html"):
        assert (
            "Withdrawn on 1 October 2025. =They do not compare."
            in built[f"en/charts/beds/{name}"].decode()
        )
        assert "2025年10月1日撤下。不可比。" in built[f"charts/beds/{name}"].decode()
    assert "=They do not compare." in built["charts/beds/en.svg"].decode()
    assert built["charts/beds/zh.png"].startswith(b"\x89PNG")
    assert built["charts/beds/card-en.png"].startswith(b"\x89PNG")
    lines = built["charts/beds/beds.csv"].decode("utf-8-sig").split("\r\n")
    assert lines == [
        "withdrawn,because_zh,because_en",
        "2025-10-01,不可比。,'=They do not compare.",
        "",
    ]


def test_a_link_leads_on(built: Mapping[str, bytes]) -> None:
    assert (
        '<a href="../../verification/index.html#rule-few">See this instead</a>'
        in built["en/charts/beds/index.html"].decode()
    )


def test_the_rule_keeps_its_place_and_is_not_worked_out(built: Mapping[str, bytes]) -> None:
    page = built["en/verification/index.html"].decode()
    assert '<li id="rule-few">' in page
    assert "Withdrawn on 2 October 2025. By chance." in page
    assert json.loads(built["data/rules.json"]) == []


def test_corrections_record_both(built: Mapping[str, bytes]) -> None:
    page = built["en/corrections/index.html"].decode()
    for kind, anchor in (("Chart", "withdrawn-chart-beds"), ("Rule", "withdrawn-rule-few")):
        folded = page[page.index(f"<summary><h3>{kind}<span") :]
        assert f'id="{anchor}"' in folded[: folded.index("</details>")]
    rows = json.loads(built["data/corrections.json"])
    assert [
        (
            row.get("chart"),
            row.get("rule"),
            row["kind"],
            row["date"],
            row["reason"]["en"],
            row["see"],
        )
        for row in rows
    ] == [
        (
            "beds",
            None,
            "withdrawal",
            "2025-10-01",
            "=They do not compare.",
            "verification#rule-few",
        ),
        (None, "few", "withdrawal", "2025-10-02", "By chance.", None),
    ]
    assert "Few.: withdrawn" in built["en/feed.xml"].decode()


def test_the_site_map_names_no_withdrawn_chart(built: Mapping[str, bytes]) -> None:
    assert "charts/beds" not in built["sitemap.xml"].decode()


@pytest.fixture
def corrected(write_site: WriteSite) -> Mapping[str, bytes]:
    """Every file of a site of which a release corrects the reasons of a chart and a rule."""
    note = "{zh: 理由不确切。, en: The reason was inexact.}"
    root = write_site(
        {
            "content/charts/beds.yaml": CHART.replace("see:", "corrected: second, see:"),
            "content/rules/r.yaml": RULE.replace("}}\n", "}, corrected: second}\n"),
            "content/releases.yaml": (
                "first: {time: 2025-10-01T00:00:00Z, note: {zh: 第一版。, en: First.}}\n"
                f"second: {{time: 2025-10-03T00:00:00Z, note: {note}}}\n"
            ),
        }
    )
    checked = check(root, base_url="https://www.un.org/")
    assert checked.errors == 0, checked.problems
    return dict(files(checked.editions, root))


def test_what_shows_an_inexact_reason_leads_to_the_release_that_corrects_it(
    corrected: Mapping[str, bytes],
) -> None:
    said, link = "The reason was corrected later: see Release 2.", "#release-second"
    for name in ("charts/beds/index.html", "corrections/index.html", "verification/index.html"):
        page = corrected[f"en/{name}"].decode()
        assert said in page, name
        assert link in page, name
    assert said in corrected["en/charts/beds/embed.html"].decode()
    assert "see Release 2." in corrected["charts/beds/en.svg"].decode()
    assert 'id="release-second"' in corrected["en/corrections/index.html"].decode()
    rows = json.loads(corrected["data/corrections.json"])
    assert [row["corrected"] for row in rows] == ["second", "second"]


def test_a_reason_that_stands_leads_to_no_release(built: Mapping[str, bytes]) -> None:
    assert "corrected later" not in built["en/corrections/index.html"].decode()
    rows = json.loads(built["data/corrections.json"])
    assert [row["corrected"] for row in rows] == [None, None]
