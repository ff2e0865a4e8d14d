"""The areas that figures are about: a list, a schematic grid, and what there is of each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from statsite import addresses
from statsite.model import Area, AreaKind, Dataset, Observation, Site, Tile
from statsite.plan.extent import counted, extent
from statsite.plan.matrix import Matrix, RowHead, matrix
from statsite.plan.paging import filled
from statsite.plan.views import FigureView, Presenter
from statsite.results import made_once


class AreaCard(Struct, frozen=True):
    """An area as lists show it.

    ``extent`` says what there is of it, ``figures`` how many are about it, ``inside`` how many
    about what lies in it, ``aimed`` how many of its own say what is to be.
    """

    id: str
    address: str
    title: str
    kind: AreaKind
    kind_label: str
    figures: int
    inside: int
    aimed: int
    extent: tuple[str, ...]


class TileView(Struct, frozen=True):
    """A place of the grid, with the card of its area where the site has one.

    ``left`` and ``top`` are in units of the drawing.
    """

    label: str
    left: int
    top: int
    card: AreaCard | None


class Grid(Struct, frozen=True):
    """The schematic grid: its size in units of the drawing, and its tiles by rows."""

    width: int
    height: int
    tiles: tuple[TileView, ...]


class AreaSection(Struct, frozen=True):
    """What there is of an area in one dataset."""

    dataset_title: str
    dataset_address: str
    anchor: str
    table: Matrix


#: The side of a tile with the gap behind it, in units of the drawing.
PITCH = 40

#: The order in which kinds of areas are listed.
_KINDS = (
    AreaKind.COUNTRY,
    AreaKind.PROVINCE,
    AreaKind.CITY,
    AreaKind.COUNTY,
    AreaKind.INSTITUTION,
    AreaKind.GROUP,
)


def by_area(site: Site) -> Mapping[str, Sequence[Observation]]:
    """The figures of each area, in the order of datasets."""
    found = defaultdict[str, list[Observation]](list)
    for observation in site.observations.values():
        found[observation.area].append(observation)
    return found


#: The most figures on the page of an area that has more than one dataset.
PAGE_FIGURES = 400


@made_once
def datasets_by_page(site: Site) -> Mapping[str, Sequence[Sequence[str]]]:
    """The datasets of each page of each area."""
    figures = by_area(site)
    return {
        area: filled(Counter(one.dataset for one in figures.get(area, ())).items(), PAGE_FIGURES)
        for area in site.areas
    }


def area_cards(
    presenter: Presenter, figures: Mapping[str, Sequence[Observation]]
) -> Mapping[str, AreaCard]:
    """Every area by id, in the order of areas.yaml; ``figures`` are those of each."""
    inside = Counter[str]()
    for area_id, observations in figures.items():
        inside.update(dict.fromkeys(holders(presenter.site, area_id), len(observations)))
    return {
        area.id: _card(presenter, area, figures.get(area.id, ()), inside[area.id])
        for area in presenter.site.areas.values()
    }


def _card(
    presenter: Presenter, area: Area, observations: Sequence[Observation], inside: int
) -> AreaCard:
    return AreaCard(
        id=area.id,
        address=presenter.address(addresses.area(area.id)),
        title=presenter.figure_text(area.title),
        kind=area.kind,
        kind_label=presenter.interface_text(f"area-{area.kind.value}"),
        figures=len(observations),
        inside=inside,
        aimed=sum(one.status.is_set for one in observations),
        extent=tuple(_extent(presenter, observations, inside)),
    )


def _extent(
    presenter: Presenter, observations: Sequence[Observation], inside: int
) -> Iterator[str]:
    """What figures an area has; of one that has none, how many the areas inside it have."""
    if observations:
        yield from extent(presenter, observations, names_areas=False)
        return
    yield presenter.interface_text("no-figures-of-area")
    if inside:
        yield counted(presenter, "inside-count-one", "inside-count", inside)


def cards_by_kind(
    presenter: Presenter, cards: Iterable[AreaCard]
) -> list[tuple[str, list[AreaCard]]]:
    """The cards under the word for their kind, countries first."""
    listed = list(cards)
    groups = (
        (
            presenter.interface_text(f"areas-{kind.value}"),
            [card for card in listed if card.kind is kind],
        )
        for kind in _KINDS
    )
    return [group for group in groups if group[1]]


def grid(presenter: Presenter, cards: Mapping[str, AreaCard]) -> Grid | None:
    """The schematic grid; None where the site gives no places for one."""
    tiles = sorted(presenter.site.tiles.values(), key=lambda tile: (tile.row, tile.column))
    if not tiles:
        return None
    return Grid(
        max(one.column for one in tiles) * PITCH,
        max(one.row for one in tiles) * PITCH,
        tuple(_tile(presenter, one, cards.get(one.id)) for one in tiles),
    )


def _tile(presenter: Presenter, tile: Tile, card: AreaCard | None) -> TileView:
    left, top = (tile.column - 1) * PITCH, (tile.row - 1) * PITCH
    return TileView(presenter.figure_text(tile.label), left, top, card)


def area_sections(
    presenter: Presenter, observations: Iterable[Observation], figures: Mapping[str, FigureView]
) -> Iterator[AreaSection]:
    """The figures of an area, dataset by dataset, with a column for each year and each year of a
    target.
    """
    by_dataset = defaultdict[str, list[Observation]](list)
    for observation in observations:
        by_dataset[observation.dataset].append(observation)
    for dataset_id, listed in by_dataset.items():
        yield _section(presenter, presenter.site.datasets[dataset_id], listed, figures)


def _section(
    presenter: Presenter,
    dataset: Dataset,
    observations: Sequence[Observation],
    figures: Mapping[str, FigureView],
) -> AreaSection:
    def head(observation: Observation) -> RowHead:
        return RowHead(
            presenter.figure_text(presenter.site.indicators[observation.indicator].title)
        )

    table = matrix(presenter, ((one, figures[one.id]) for one in observations), head)
    return AreaSection(
        presenter.figure_text(dataset.title),
        presenter.address(addresses.dataset(dataset.id)),
        f"data-{dataset.id}",
        table,
    )


def areas_inside(site: Site) -> Mapping[str, Sequence[str]]:
    """The areas that lie in each area, without those that lie in one of these, in the order of
    areas.yaml.
    """
    found = defaultdict[str, list[str]](list)
    for area in site.areas.values():
        if area.part_of:
            found[area.part_of].append(area.id)
    return found


def holders(site: Site, area_id: str) -> list[str]:
    """The areas that hold an area, the smallest first."""
    found: list[str] = []
    area = site.areas[area_id]
    while area.part_of and area.part_of in site.areas and area.part_of not in found:
        found.append(area.part_of)
        area = site.areas[area.part_of]
    return found
