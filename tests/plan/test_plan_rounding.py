"""A chart blames rounding for what rounding explains, and for nothing else."""

from __future__ import annotations

import pytest

from statsite.pipeline import check
from tests.support.types import WriteSite


@pytest.mark.parametrize(
    ("parts", "total", "is_said"),
    [
        (("507.7万张", "291.5万张"), "799.3万张", True),
        (("507.7万张", "291.6万张"), "799.3万张", False),
        (("507.7万张", "100.0万张"), "799.3万张", False),
        (("约507.7万张", "291.5万张"), "799.3万张", False),
        (("507.7万张", "291.5万张"), "约799.3万张", False),
        (("3张", "4张"), "9张", False),
    ],
    ids=[
        "half of each last digit",
        "adds up",
        "a part is missing",
        "a part is about",
        "the total is about",
        "too far for whole numbers",
    ],
)
def test_rounding_is_named_only_where_it_explains_the_gap(
    write_site: WriteSite,
    parts: tuple[str, str],
    total: str,
    is_said: bool,  # noqa: FBT001
) -> None:
    figures = zip(("first", "second", "beds"), (*parts, total), strict=True)
    indicators = "".join(
        (
            f"  {slug}: {{title: {{zh: 床, en: Beds}}, unit: bed, observations: [{{printed: "
            f"{text}}}]}}\n"
        )
        for slug, text in figures
    )
    dataset = (
        "title: {zh: 床, en: Beds}\ntopic: elderly-care\ndefaults: {source: bulletin, "
        "area: cn, period: 2024, status: observed}\nindicators:\n"
    )
    request = (
        "kind: parts\ntitle: {zh: 图, en: Chart}\ndata: [care.first, "
        "care.second]\ntotal: care.beds\n"
    )
    root = write_site(
        {"content/datasets/care.yaml": dataset + indicators, "content/charts/c.yaml": request}
    )
    assert ("rounding" in check(root).editions[0].charts["c"].on_page.words) is is_said
