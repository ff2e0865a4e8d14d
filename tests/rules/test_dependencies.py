"""What derived figures are computed from, over others or at once."""

from __future__ import annotations

from statsite.model import WrittenSite
from statsite.rules.dependencies import collect_from_inputs, first_sources
from tests.rules.conftest import site_with
from tests.support.types import ReadFiles

RULES = """\
b: {says: {zh: 乙, en: B}, rule: x.a * 2, defines: x.b}
c: {says: {zh: 丙, en: C}, rule: x.b + x.d, defines: x.c}
"""
FIGURES = {"a": "bed 5张", "b": "bed derived", "c": "bed derived", "d": "bed 7张"}


def test_the_figures_behind_a_derived_one_are_all_of_those_behind_its_inputs(
    read_files: ReadFiles,
) -> None:
    site = site_with(FIGURES, RULES, read_files)[0].site
    found = collect_from_inputs(site, lambda figure: [figure.id])
    assert found == {
        "x.b": frozenset({"x.a"}),
        "x.c": frozenset({"x.a", "x.b", "x.d"}),
    }


def test_a_derived_figure_has_the_source_of_the_first_that_is_printed(
    read_files: ReadFiles,
) -> None:
    site = read_files_site(read_files)
    assert first_sources(site) == {"x.b": "bulletin", "x.c": "bulletin"}


def read_files_site(read_files: ReadFiles) -> WrittenSite:
    """The site as it is read, with derived figures that have no quantity yet."""
    dataset = "title: {zh: 数, en: N}\ndefaults: {source: bulletin, area: cn, period: 2024, status: observed}\nindicators:\n"
    for name, what in FIGURES.items():
        number = "status: derived" if what.endswith("derived") else f"printed: {what.split()[1]}"
        dataset += (
            f"  {name}: {{title: {{zh: 数, en: N}}, unit: bed, observations: [{{{number}}}]}}\n"
        )
    site, problems = read_files({"content/datasets/x.yaml": dataset, "content/rules/r.yaml": RULES})
    assert problems == []
    assert site is not None
    return site
