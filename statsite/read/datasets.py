"""A dataset file to indicators and their observations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from msgspec import Struct

from statsite.grammar.printed import Reading
from statsite.model import (
    Locations,
    Printing,
    Reference,
    Reviewed,
    Revision,
    Status,
    Unit,
    WrittenDataset,
    WrittenFigure,
    WrittenIndicator,
)
from statsite.periods import TimePeriod
from statsite.problems import Location, Problem, did_you_mean
from statsite.quantity import Quantity
from statsite.read.entries import numbered_references, read_entry
from statsite.read.figures import (
    bare_beside_printed,
    derived_problems,
    misplaced_fields,
    near_problems,
    quantity_of_value,
    read_figure,
)
from statsite.read.files import FIGURES_LIMIT
from statsite.read.schema import (
    AlsoEntry,
    DatasetEntry,
    DefaultsEntry,
    IndicatorEntry,
    ObservationEntry,
    RevisionEntry,
)
from statsite.read.text import shown
from statsite.read.yaml_tree import (
    Fields,
    YamlNode,
    child_items,
    child_node,
    places,
    until_too_many_problems,
)


class DatasetContext(Struct, frozen=True):
    """What a dataset is read against.

    ``unit_ids`` names every unit that units.yaml declares, readable or not; None if that file
    cannot be read.
    """

    languages: tuple[str, ...] | None
    units: Mapping[str, Unit]
    unit_ids: frozenset[str] | None


class _Defaults(Struct, frozen=True):
    """The defaults of a file with their places; a default that is written wrong has a place and no
    value.
    """

    entry: DefaultsEntry
    locations: Locations


class _Row(Struct, frozen=True):
    """An observation as written, and the indicator it is in."""

    entry: ObservationEntry
    node: Fields
    dataset: str
    indicator: str

    @property
    def id(self) -> str:
        key = f"@{self.entry.key}" if self.entry.key else ""
        return f"{self.dataset}.{self.indicator}{key}"


class _AlsoRow(Struct, frozen=True):
    """A further printing as written, of the figure with the id ``figure``."""

    entry: AlsoEntry
    node: YamlNode
    figure: str
    source: str

    @property
    def id(self) -> str:
        key = f".{self.entry.key}" if self.entry.key else ""
        return f"{self.figure}+{self.source}{key}"


class _Defaulted(Struct, frozen=True):
    """What an observation may leave to the defaults."""

    area: str
    period: TimePeriod | None
    status: Status
    source: str


def read_dataset(
    dataset_id: str, root: YamlNode, around: DatasetContext, problems: list[Problem]
) -> WrittenDataset | None:
    """The dataset that ``root`` writes, without the indicators and observations that make no sense;
    None if it makes none itself.
    """
    entry = read_entry(DatasetEntry, root, around.languages, problems)
    reader = _Reader(dataset_id, _defaults(child_node(root, "defaults")), around, problems)
    indicators = tuple(reader.indicators(child_node(root, "indicators")))
    if entry is None:
        return None
    return WrittenDataset(
        dataset_id,
        entry.title,
        entry.description,
        entry.topic,
        indicators,
        root.location,
        dict(places(root, without="indicators")),
    )


def _defaults(node: YamlNode | None) -> _Defaults:
    if node is None:
        return _Defaults(DefaultsEntry(), {})
    return _Defaults(_defaults_entry(node), dict(places(node)))


def _defaults_entry(node: YamlNode) -> DefaultsEntry:
    already_reported: list[Problem] = []
    return read_entry(DefaultsEntry, node, None, already_reported) or DefaultsEntry()


class _Reader(Struct, frozen=True):
    """Reads the indicators of one file; what is wrong in them joins ``problems``."""

    dataset: str
    defaults: _Defaults
    around: DatasetContext
    problems: list[Problem]

    def indicators(self, listed: YamlNode | None) -> Iterator[WrittenIndicator]:
        """The indicators, up to the first figure that is one too many."""
        room = FIGURES_LIMIT
        for slug, node in self._named(listed):
            rows = child_items(node, "observations")
            indicator = self.indicator(slug, node, rows[:room])
            if indicator:
                yield indicator
            if len(rows) > room:
                self.problems.append(_too_many_figures(rows[room].location))
                return
            room -= len(rows)

    def _named(self, listed: YamlNode | None) -> Iterator[tuple[str, YamlNode]]:
        if isinstance(listed, Fields):
            named = listed.fields.items()
            yield from until_too_many_problems(named, listed.location, self.problems)

    def indicator(
        self, slug: str, node: YamlNode, listed: Sequence[YamlNode]
    ) -> WrittenIndicator | None:
        entry = read_entry(IndicatorEntry, node, self.around.languages, self.problems)
        rows = tuple(self.rows(slug, node.location, listed))
        unit = self._unit(entry, node) if entry is not None else None
        if entry is None or unit is None:
            return None
        return WrittenIndicator(
            id=f"{self.dataset}.{slug}",
            title=entry.title,
            definition=entry.definition,
            unit=entry.unit,
            scope=entry.scope,
            part_of=_part_of(entry, node),
            plausible=_plausible(entry),
            observations=tuple(self.figures(rows, unit, node.location)),
            location=node.location,
            locations=dict(places(node, without="observations")),
        )

    def _unit(self, entry: IndicatorEntry, node: YamlNode) -> Unit | None:
        """The unit of an indicator; None where there is no telling."""
        unit = self.around.units.get(entry.unit)
        if unit is None:
            self.problems.extend(_unknown_unit(entry.unit, node, self.around.unit_ids))
        return unit

    def rows(self, slug: str, location: Location, listed: Sequence[YamlNode]) -> Iterator[_Row]:
        """The observations of an indicator that are written right, no two of one id."""
        first = dict[str, _Row]()
        for row in self._written_rows(slug, location, listed):
            other = first.setdefault(row.id, row)
            if other is row:
                yield row
            else:
                self.problems.append(_duplicate(row.id, other.node.location, row.node.location))

    def _written_rows(
        self, slug: str, location: Location, listed: Sequence[YamlNode]
    ) -> Iterator[_Row]:
        """The observations of an indicator that are written right."""
        for item in until_too_many_problems(listed, location, self.problems):
            entry = read_entry(ObservationEntry, item, self.around.languages, self.problems)
            if entry is not None and isinstance(item, Fields):
                yield _Row(entry, item, self.dataset, slug)

    def figures(
        self, rows: Sequence[_Row], unit: Unit, location: Location
    ) -> Iterator[WrittenFigure]:
        """The figures of an indicator that make sense."""
        for row in until_too_many_problems(rows, location, self.problems):
            figure = self.figure(row, unit)
            if figure is not None:
                yield figure

    def figure(self, row: _Row, unit: Unit) -> WrittenFigure | None:
        said = _defaulted(row, self.defaults, self.problems)
        if said is not None and said.status is Status.DERIVED:
            return self.derived(row, unit, said)
        return self.printed(row, unit, said)

    def printed(
        self, row: _Row, unit: Unit, circumstances: _Defaulted | None
    ) -> WrittenFigure | None:
        """A figure that a source prints; None where it, or what it leaves to the defaults, makes no
        sense.
        """
        source = circumstances.source if circumstances else ""
        printing = self.printing(row, source, unit)
        also = tuple(self.also(row, source, unit))
        if circumstances is None or printing is None:
            return None
        return self.written(row, unit, circumstances).with_printing(printing, also)

    def derived(self, row: _Row, unit: Unit, circumstances: _Defaulted) -> WrittenFigure | None:
        """A figure that a rule computes; nothing in it may be printed."""
        is_misplaced = self._is_misplaced(row)
        also = tuple(self.also(row, circumstances.source, unit))
        return None if is_misplaced or also else self.written(row, unit, circumstances)

    def _is_misplaced(self, row: _Row) -> bool:
        """Whether something is given that a derived figure must not have."""
        misplaced = derived_problems(row.node)
        self.problems.extend(misplaced)
        return bool(misplaced)

    def written(self, row: _Row, unit: Unit, circumstances: _Defaulted) -> WrittenFigure:
        entry, where = row.entry, self.places_of(row)
        return WrittenFigure(
            id=row.id,
            key=entry.key,
            dataset=row.dataset,
            indicator=f"{row.dataset}.{row.indicator}",
            unit=unit.id,
            area=circumstances.area,
            period=circumstances.period,
            status=circumstances.status,
            compared_with=entry.compared_with,
            note=entry.note,
            location=row.node.location,
            reviewed=Reviewed(entry.reviewed.by, entry.reviewed.date) if entry.reviewed else None,
            preferred=entry.preferred,
            because=entry.because,
            context=entry.context,
            revisions=tuple(self.revisions(row, circumstances.source, unit)),
            formerly=numbered_references("formerly", entry.formerly, where),
            review_by=entry.review_by,
            producer=entry.producer,
            locations=where,
        )

    def printing(self, row: _Row, source: str, unit: Unit) -> Printing | None:
        entry, node = row.entry, row.node
        misplaced = misplaced_fields(entry, node)
        self.problems.extend((*misplaced, *near_problems(entry.printed, entry.near, node)))
        meaning = _meaning(entry, node, unit, self.problems)
        if misplaced or meaning is None:
            return None
        where = self.places_of(row)
        return Printing(row.id, entry.printed, *meaning, source, entry.near, node.location, where)

    def revisions(self, row: _Row, source: str, unit: Unit) -> Iterator[Revision]:
        """What an observation said before; an earlier figure that cannot be read joins
        ``problems``.
        """
        nodes = child_items(row.node, "revisions")
        for entry, node in zip(row.entry.revisions, nodes, strict=True):
            meaning = self._meant_before(entry, node, unit)
            if meaning is not None:
                yield Revision(
                    entry.kind, entry.printed, *meaning, entry.source or source,
                    entry.date, entry.reason,
                    entry.period, entry.unit, node.location, dict(places(node)),
                )  # fmt: skip

    def _meant_before(
        self, entry: RevisionEntry, node: YamlNode, unit: Unit
    ) -> tuple[Quantity, Reading | None] | None:
        """What an earlier figure meant, in the unit that it had then."""
        if not isinstance(node, Fields):
            return None
        if entry.printed is None:
            quantity = quantity_of_value(entry, node, self.problems)
            return (quantity, None) if quantity else None
        misplaced = bare_beside_printed(node)
        self.problems.extend(misplaced)
        words = self.around.units.get(entry.unit or unit.id, unit).words
        reading = read_figure(entry.printed, node, words, self.problems)
        return (reading.quantity, reading) if reading and not misplaced else None

    def places_of(self, row: _Row) -> Locations:
        return {**self._inherited_places(), **dict(places(row.node))}

    def _inherited_places(self) -> dict[str, Location]:
        fields = DefaultsEntry.model_fields
        return {name: at for name, at in self.defaults.locations.items() if name in fields}

    def also(self, row: _Row, source: str, unit: Unit) -> Iterator[Printing]:
        """The further printings of an observation, no two of one id."""
        for further in self._also_rows(row, source):
            entry, node = further.entry, further.node
            self.problems.extend(near_problems(entry.printed, entry.near, node))
            reading = read_figure(entry.printed, node, unit.words, self.problems)
            if reading is not None:
                yield self._printing_also(row, further, reading)

    def _printing_also(self, row: _Row, further: _AlsoRow, reading: Reading) -> Printing:
        entry, node = further.entry, further.node
        source_place = self.places_of(row).get("source") or node.location
        return Printing(
            further.id,
            entry.printed,
            reading.quantity,
            reading,
            further.source,
            entry.near,
            node.location,
            {"source": source_place} | dict(places(node)),
            entry.part,
            is_undated=entry.period is not None,
        )

    def _also_rows(self, row: _Row, source: str) -> Iterator[_AlsoRow]:
        """The further printings as written, no two of one id."""
        first = dict[str, _AlsoRow]()
        written = zip(row.entry.also, child_items(row.node, "also"), strict=True)
        for entry, node in until_too_many_problems(written, row.node.location, self.problems):
            further = _AlsoRow(entry, node, row.id, entry.source or source)
            other = first.setdefault(further.id, further)
            if other is further:
                yield further
            else:
                self.problems.append(
                    _duplicate_printing(further.id, other.node.location, node.location)
                )


def _part_of(entry: IndicatorEntry, node: YamlNode) -> Reference | None:
    if not entry.part_of:
        return None
    return Reference(entry.part_of, (child_node(node, "part_of") or node).location)


def _plausible(entry: IndicatorEntry) -> tuple[Fraction, Fraction] | None:
    if not entry.plausible:
        return None
    return Fraction(entry.plausible.low), Fraction(entry.plausible.high)


def _too_many_figures(location: Location) -> Problem:
    message = f"the file holds more than {FIGURES_LIMIT} figures"
    return Problem("file-too-large", message, location, "split it")


def _unknown_unit(unit: str, node: YamlNode, declared: frozenset[str] | None) -> Iterator[Problem]:
    if declared is not None and unit not in declared:
        hint = did_you_mean(unit, sorted(declared)) or "declare it in content/units.yaml"
        location = (child_node(node, "unit") or node).location
        yield Problem("unknown-id", f"there is no unit {shown(unit)}", location, hint)


def _duplicate(figure_id: str, first: Location, second: Location) -> Problem:
    message = f"`{figure_id}` appears twice: lines {first.line} and {second.line}"
    return Problem(
        "duplicate-observation", message, second, "give each a `key` of its own, such as its year"
    )


def _defaulted(row: _Row, defaults: _Defaults, problems: list[Problem]) -> _Defaulted | None:
    own, shared = row.entry, defaults.entry
    area, period = own.area or shared.area, own.period or shared.period
    status = own.status or shared.status
    source = "" if status is Status.DERIVED else own.source or shared.source
    if area and period and status and source is not None:
        return _Defaulted(area, period if isinstance(period, TimePeriod) else None, status, source)
    values = {"area": area, "period": period, "status": status, "source": source}
    problems.extend(_missing_fields(values, row, defaults))
    return None


def _missing_fields(
    values: Mapping[str, object], row: _Row, defaults: _Defaults
) -> Iterator[Problem]:
    """That neither a figure nor the defaults of its file say one of ``values``; what is written
    there and makes no sense is reported there.
    """
    for name, value in values.items():
        if value is None and name not in defaults.locations:
            yield _missing_field(name, row.node.location)


def _missing_field(name: str, location: Location) -> Problem:
    hint = "write it here or in the `defaults` of the file"
    if name == "period":
        hint = "write `period: unknown` if the article prints none"
    return Problem("field-missing", f"`{name}` is missing", location, hint)


def _meaning(
    entry: ObservationEntry, node: Fields, unit: Unit, problems: list[Problem]
) -> tuple[Quantity, Reading | None] | None:
    if entry.printed is None:
        quantity = quantity_of_value(entry, node, problems)
        return (quantity, None) if quantity else None
    reading = read_figure(entry.printed, node, unit.words, problems)
    return (reading.quantity, reading) if reading else None


def _duplicate_printing(printing_id: str, first: Location, second: Location) -> Problem:
    message = (
        f"the further printing `{printing_id}` appears twice: lines {first.line} and {second.line}"
    )
    return Problem(
        "duplicate-printing", message, second, "give each a `key` of its own, such as `headline`"
    )
