"""Sources, areas, units and chart requests: one entry each, little more than its schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from msgspec import Struct

from statsite.language import LANGUAGES
from statsite.model import (
    Area,
    ChartRequest,
    Licence,
    LocalisedText,
    Published,
    Reference,
    Settings,
    Source,
    TextPlace,
    TitledLabel,
    Unit,
    UnitLabel,
    UnitPattern,
    Withdrawal,
    location_of,
)
from statsite.problems import Problem
from statsite.read.entries import numbered_references, read_entry
from statsite.read.schema import (
    AreaEntry,
    ChartEntry,
    Entry,
    LabelForms,
    LabelledFigure,
    LicenceEntry,
    PublishedEntry,
    SiteEntry,
    SourceEntry,
    TextEntry,
    TitledEntry,
    UnitEntry,
    WithdrawnEntry,
)
from statsite.read.text import shown
from statsite.read.values import slug_error
from statsite.read.yaml_tree import (
    Fields,
    Items,
    Scalar,
    YamlNode,
    child_node,
    places,
    until_too_many_problems,
)

_E = TypeVar("_E", bound=Entry)


Languages = tuple[str, ...] | None


def read_settings(root: YamlNode, problems: list[Problem]) -> Settings | None:
    """The settings that site.yaml writes."""
    entry = read_entry(SiteEntry, root, languages_in(root), problems)
    if entry is None:
        return None
    return Settings(
        title=entry.title,
        languages=entry.languages,
        base_url=entry.base_url,
        as_of=entry.as_of,
        topics=tuple(entry.topics),
        licence=entry.licence,
        contact=entry.contact,
        data_licence=_licence(entry.data_licence) if entry.data_licence else None,
        report=entry.report,
        synonyms=tuple(tuple(group) for group in entry.synonyms),
        location=root.location,
        locations=dict(places(root)),
    )


def _licence(entry: LicenceEntry) -> Licence:
    return Licence(entry.name, entry.url)


def languages_in(root: YamlNode) -> Languages:
    """The languages that site.yaml lists, or None if there is no telling: nothing is missing or odd
    then for want of a language.
    """
    listed = child_node(root, "languages")
    codes = (
        [item.text for item in listed.items if isinstance(item, Scalar)]
        if isinstance(listed, Items)
        else []
    )
    return tuple(dict.fromkeys(codes)) if codes and set(codes) <= LANGUAGES.keys() else None


def read_source(
    source_id: str, root: YamlNode, languages: Languages, problems: list[Problem]
) -> Source | None:
    """The source that ``root`` writes."""
    entry = read_entry(SourceEntry, root, languages, problems)
    if entry is None:
        return None
    return Source(
        id=source_id,
        title=entry.title,
        title_translated=entry.title_translated,
        language=entry.language,
        publication=entry.publication,
        published=_published(entry.published),
        page=entry.page,
        producer=entry.producer,
        url=entry.url,
        text=_text_place(entry.text) if entry.text else None,
        note=entry.note,
        without_figures=entry.without_figures,
        kind=entry.kind,
        publication_known_from=entry.publication_known_from,
        issue_url=entry.issue_url,
        issue=entry.issue,
        location=root.location,
        locations=dict(places(root)),
    )


def _published(entry: PublishedEntry) -> Published:
    return Published(entry.date, entry.approximate, entry.known_from)


def _text_place(entry: TextEntry) -> TextPlace:
    return TextPlace(entry.file, tuple((first, last) for first, last in entry.lines))


class _Claim(Struct, frozen=True, order=True):
    """A range of lines that a source claims; ``number`` is the source's among all, ``index`` the
    range's in the source. No two have both, so that it is never asked which source comes first.
    """

    file: str
    first: int
    last: int
    number: int
    index: int
    source: Source


def overlapping_lines(sources: Iterable[Source]) -> Iterator[Problem]:
    """``lines-overlap``: lines of a text that two sources claim, told at the later source."""
    widest = dict[str, _Claim]()
    for claim in sorted(_claims(sources)):
        other = widest.setdefault(claim.file, claim)
        if other is not claim and claim.first <= other.last:
            yield _overlap(*sorted((claim, other), key=lambda one: one.number))
        widest[claim.file] = max(other, claim, key=lambda one: one.last)


def _claims(sources: Iterable[Source]) -> Iterator[_Claim]:
    for number, source in enumerate(sources):
        for index, (first, last) in enumerate(source.text.lines if source.text else ()):
            yield _Claim(
                source.text.file if source.text else "", first, last, number, index, source
            )


def _overlap(earlier: _Claim, later: _Claim) -> Problem:
    first, last = max(earlier.first, later.first), min(earlier.last, later.last)
    lines = f"line {first}" if first == last else f"lines {first} to {last}"
    message = f"{lines} of {shown(later.file)} belong to source `{earlier.source.id}` already"
    location = location_of(later.source, f"text.lines.{later.index}")
    return Problem(
        "lines-overlap",
        message,
        location,
        "every line of a text belongs to one article: fix one of the two",
    )


def read_areas(root: YamlNode, languages: Languages, problems: list[Problem]) -> dict[str, Area]:
    """The areas that areas.yaml writes, by id."""
    found = entries_by_id(AreaEntry, root, languages, problems)
    return {
        area_id: Area(
            area_id,
            entry.title,
            entry.kind,
            entry.part_of,
            entry.iso,
            entry.gbt2260,
            node.location,
            dict(places(node)),
        )
        for area_id, entry, node in found
    }


def read_units(root: YamlNode, languages: Languages, problems: list[Problem]) -> dict[str, Unit]:
    """The units that units.yaml writes, by id."""
    found = entries_by_id(UnitEntry, root, languages, problems)
    return {unit_id: _unit(unit_id, entry, node) for unit_id, entry, node in found}


def _unit(unit_id: str, entry: UnitEntry, node: YamlNode) -> Unit:
    words, labels = tuple(entry.words), _labels(entry)
    return Unit(unit_id, words, labels, node.location, entry.one_is, dict(places(node)))


def _labels(entry: UnitEntry) -> dict[str, UnitLabel]:
    return {
        code: _label(label) if isinstance(label, LabelForms) else UnitLabel(label, label)
        for code, label in entry.labels.items()
    }


def _label(forms: LabelForms) -> UnitLabel:
    pattern = next(
        (UnitPattern(kind, before, behind) for kind, (before, behind) in forms.patterns.items()),
        None,
    )
    titled = _titled(forms.titled) if forms.titled else None
    return UnitLabel(
        forms.one or forms.other, forms.other, pattern, forms.once or "", forms.twice or "", titled
    )


def _titled(entry: TitledEntry) -> TitledLabel:
    return TitledLabel(
        tuple(word.casefold() for word in entry.words), entry.one or entry.other, entry.other
    )


def entries_by_id(
    model: type[_E], root: YamlNode, languages: Languages, problems: list[Problem]
) -> Iterator[tuple[str, _E, YamlNode]]:
    """The entries of a file that maps ids to them."""
    if not isinstance(root, Fields):
        message, hint = "ids and their fields are expected", "write `id: {title: …}`"
        problems.append(Problem("mapping-expected", message, root.location, hint))
        return
    for entry_id, node in until_too_many_problems(root.fields.items(), root.location, problems):
        fault = slug_error(entry_id)
        if fault:
            problems.append(Problem(fault.check, fault.message, root.keys[entry_id], fault.hint))
        entry = read_entry(model, node, languages, problems)
        if entry is not None and not fault:
            yield entry_id, entry, node


def read_chart(
    chart_id: str, root: YamlNode, languages: Languages, problems: list[Problem]
) -> ChartRequest | None:
    """The chart request that ``root`` writes."""
    entry = read_entry(ChartEntry, root, languages, problems)
    if entry is None:
        return None
    where = dict(places(root))
    return ChartRequest(
        id=chart_id,
        kind=entry.kind,
        title=entry.title,
        finding=entry.finding,
        checked=entry.checked,
        hundred=entry.hundred,
        note=entry.note,
        data=numbered_references("data", map(_figure_id, entry.data), where),
        total=Reference(entry.total, where["total"]) if entry.total else None,
        reference=Reference(entry.reference, where["reference"]) if entry.reference else None,
        labels=_chart_labels(entry),
        location=root.location,
        order=entry.order,
        breaks=numbered_references("breaks", entry.breaks, where),
        group_by=entry.group_by,
        withdrawn=withdrawal(entry.withdrawn),
        locations=where,
    )


def withdrawal(entry: WithdrawnEntry | None) -> Withdrawal | None:
    """That a chart or a rule was withdrawn, if it was."""
    return Withdrawal(entry.on, entry.because, entry.see, entry.corrected) if entry else None


def _figure_id(item: str | LabelledFigure) -> str:
    return item if isinstance(item, str) else item.id


def _chart_labels(entry: ChartEntry) -> dict[str, LocalisedText]:
    return {
        item.id: item.label
        for item in entry.data
        if isinstance(item, LabelledFigure) and item.label
    }
