"""Areas: what there is of each, where it is in the grid, and its figures by year."""

from __future__ import annotations

from statsite.plan.areas import area_sections, cards_by_kind, grid, holders
from tests.plan.looked_up import looked_up
from tests.support.types import ReadFiles


def test_a_card_says_what_there_is_of_an_area(read_files: ReadFiles) -> None:
    card = looked_up(read_files).areas["cn-hn"]
    assert (card.figures, card.aimed, card.extent) == (
        3,
        2,
        ("3 figures", "2024–2030", "1 article"),
    )


def test_an_area_without_figures_says_how_many_lie_in_it(read_files: ReadFiles) -> None:
    card = looked_up(read_files).areas["cn-cq"]
    assert (card.figures, card.inside, card.extent) == (
        0,
        1,
        ("no figure of its own", "1 of what lies in it"),
    )


def test_areas_are_listed_by_kind_the_country_first(read_files: ReadFiles) -> None:
    edition = looked_up(read_files)
    listed = [
        (title, [card.id for card in cards])
        for title, cards in cards_by_kind(edition.presenter, edition.areas.values())
    ]
    assert listed == [
        ("Country", ["cn"]),
        ("Provinces", ["cn-hn", "cn-cq"]),
        ("Institutions", ["first-hospital"]),
    ]


def test_the_grid_shows_by_rows_also_what_the_site_has_nothing_of(read_files: ReadFiles) -> None:
    edition = looked_up(read_files)
    drawn = grid(edition.presenter, edition.areas)
    assert drawn is not None
    assert (drawn.width, drawn.height) == (80, 120)
    tiles = [
        (tile.label, tile.left, tile.top, tile.card.id if tile.card else None)
        for tile in drawn.tiles
    ]
    assert tiles == [("HB", 40, 40, None), ("HN", 40, 80, "cn-hn")]


def test_a_site_without_tiles_has_no_grid(read_files: ReadFiles) -> None:
    edition = looked_up(read_files, files={"content/tiles.yaml": "{}\n"})
    assert grid(edition.presenter, edition.areas) is None


def test_figures_of_an_area_stand_by_year_and_target_year(read_files: ReadFiles) -> None:
    edition = looked_up(read_files)
    (section,) = area_sections(
        edition.presenter, edition.figures_of_areas["cn-hn"], edition.figures
    )
    assert section.table.columns == ("Target 2024", "Target 2030", "Period not stated")
    rows = [
        (row.head.title, [[figure.id for figure in cell] for cell in row.cells])
        for row in section.table.rows
    ]
    assert rows == [
        ("Beds", [[], [], ["care.beds@hn"]]),
        ("Beds to reach", [["care.beds-planned@2024"], ["care.beds-planned@2030"], []]),
    ]


def test_an_area_lies_in_all_that_hold_it(read_files: ReadFiles) -> None:
    edition = looked_up(read_files)
    assert holders(edition.site, "first-hospital") == ["cn-cq", "cn"]
    assert edition.parts_of_areas["cn"] == ["cn-hn", "cn-cq"]
