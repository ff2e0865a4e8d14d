"""A difference of two states in words: its parts, each with a heading and an item for each thing
that changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from statsite.diff.compare import (
    FieldChange,
    FigureChange,
    ProofChange,
    Proven,
    RuleChange,
    SiteDifference,
    quantity_words,
)
from statsite.diff.excerpts import differing, in_short, paired, pieces
from statsite.diff.other_changes import OtherChange, Thing
from statsite.diff.shortening import Item, Line, number_of
from statsite.diff.statements import words_of
from statsite.model import Observation, Site
from statsite.problems import Problem

#: How many topics and charts that show a figure are named.
_USES = 10

_VERBS = {"added": "new", "removed": "gone", "renamed": "renamed", "changed": "changed"}
#: The gravest first.
_GRAVITY = ("removed", "changed", "renamed", "added")


class Checks(Struct, frozen=True):
    """What was found out beside comparing two states, which ``between`` names: ``problems`` of the
    later one.

    ``refuted`` says where the articles' texts do not bear out its proofs: empty where they do, None
    where nothing was looked up. ``code`` are the files that differ and are not content,
    None where they were not compared. ``unshown`` are files of the content that differ though
    nothing of the difference is shown.
    """

    between: str = ""
    problems: tuple[Problem, ...] = ()
    refuted: tuple[str, ...] | None = None
    code: tuple[str, ...] | None = ()
    unshown: tuple[str, ...] = ()


#: Of a difference of which nothing else was found out.
NOTHING_CHECKED = Checks()

#: How a text of the content is shown, so that it counts as nothing but text.
Mark = Callable[[str], str]


class ReportPart(Struct, frozen=True):
    """A part of what is told, with its heading. The first ``earlier`` items are of what the earlier
    state said: it changed or is gone.
    """

    heading: str
    items: tuple[Item, ...]
    earlier: int = 0


def parts_of(
    difference: SiteDifference, old: Site, new: Site, checks: Checks, mark: Mark
) -> Iterator[ReportPart]:
    """What is told, the figures first; other parts are left out where they have no item."""
    between = f", {checks.between}" if checks.between else ""
    figures = tuple(_figure_items(difference.figures, old, new, mark))
    yield ReportPart(_headline(difference) + between, figures, _count_earlier(difference.figures))
    if difference.new_proofs:
        yield ReportPart(_proofs_headline(difference, checks), _listed(_check_lines(checks, mark)))
    if difference.lost_proofs:
        yield ReportPart(_lost_headline(difference), (Item(_LOST),))
    for part in _further(difference, old, new, checks, mark):
        if part.items:
            yield part


def _listed(heads: Iterable[str]) -> tuple[Item, ...]:
    """Items of which no more is told than their names."""
    return tuple(map(Item, heads))


def _count_earlier(changes: Iterable[FigureChange | OtherChange]) -> int:
    """How many are of something that the earlier state said."""
    return sum(change.kind != "added" for change in changes)


def _further(
    difference: SiteDifference, old: Site, new: Site, checks: Checks, mark: Mark
) -> Iterator[ReportPart]:
    """What is told beside the figures."""
    yield ReportPart(
        "Errors that it would bring", _listed(mark(str(one)) for one in checks.problems)
    )
    yield from _files(checks, mark)
    proofs = tuple(_proof_items(difference.proofs, mark))
    yield ReportPart("Proofs, where each figure stands in its article", proofs)
    yield ReportPart("Rules", _listed(_rule_lines(difference.rules, old, new, mark)))
    yield from _further_others(difference.others, mark)


def _further_others(others: Sequence[OtherChange], mark: Mark) -> Iterator[ReportPart]:
    """What is neither figure nor what came of a rule, each sort with room of its own: a flood of
    one leaves out nothing of another.
    """
    for heading in dict.fromkeys(HEADINGS.values()):
        told = [other for other in others if HEADINGS[other.what] == heading]
        yield ReportPart(heading, tuple(_other_items(told, mark)), _count_earlier(told))


def _files(checks: Checks, mark: Mark) -> Iterator[ReportPart]:
    """The files that a reviewer has to read, since nothing of them is shown."""
    unshown = "⚠ Files of the content that differ, of which nothing is shown here: read them"
    yield ReportPart(unshown, _listed(map(mark, checks.unshown)))
    yield _code_files(checks.code, mark)


def _code_files(code: Sequence[str] | None, mark: Mark) -> ReportPart:
    if code is None:
        return ReportPart("⚠ Files that are no content were not compared", (Item(_CODE_UNKNOWN),))
    return ReportPart("⚠ Files that are no content: read them as code", _listed(map(mark, code)))


#: The headings of what is told beside figures, and which changes stand below each.
HEADINGS: Mapping[Thing, str] = {
    Thing.AUDIT: "⚠ What the verification page says of the audit; not re-measured here",
    Thing.SETTINGS: "Settings",
    Thing.WORDS: "Words of all pages",
    Thing.UNIT: "Units",
    Thing.AREA: "Areas",
    Thing.SOURCE: "Sources",
    Thing.DATASET: "Datasets and indicators",
    Thing.INDICATOR: "Datasets and indicators",
    Thing.RULE: "Rules, as they are written",
    Thing.CHART: "Charts",
    Thing.TOPIC: "Topics",
    Thing.PAGE: "Pages",
    Thing.TERM: "Terms, measures and tiles",
    Thing.MEASURE: "Terms, measures and tiles",
    Thing.TILE: "Terms, measures and tiles",
    Thing.RELEASE: "Releases",
    Thing.FIGURES_LEFT_OUT: "Figures left out of the site",
    Thing.ORDER_WITHIN: "Orders",
    Thing.ORDER_OF_FIGURES: "Orders",
}

_CODE_UNKNOWN = "One of the states is a folder of its own: compare its other files with `git diff`."


def _figure_items(
    figures: Iterable[FigureChange], old: Site, new: Site, mark: Mark
) -> Iterator[Item]:
    for change in sorted(figures, key=_by_gravity):
        site, observation = (new, change.after) if change.after else (old, change.before)
        if observation is not None:
            title = words_of(site.indicators[observation.indicator].title)
            head = f"{_VERBS[change.kind]}: {mark(change.id)} {mark(title)}"
            yield Item(head, tuple(_change_lines(change, observation, mark)))


def _proofs_headline(difference: SiteDifference, checks: Checks) -> str:
    made = f"{number_of(difference.new_proofs, 'proof')} re-made"
    if checks.refuted is None:
        return f"⚠ {made}; not verified here"
    how = "REFUTED by" if checks.refuted else "verified here against"
    return f"{'⚠ ' if checks.refuted else ''}{made}; {how} the articles' texts"


def _lost_headline(difference: SiteDifference) -> str:
    return f"⚠ {number_of(difference.lost_proofs, 'proof')} gone"


_LOST = "Nothing says any more where these figures stand in their articles: they are not proven."


def _check_lines(checks: Checks, mark: Mark) -> Iterator[str]:
    if checks.refuted is None:
        yield (
            "Nobody has looked these figures up in their articles in this job. Whoever holds the "
            "texts runs `verify` before this is merged."
        )
    for refuted in checks.refuted or ():
        yield mark(refuted)


def _proof_items(proofs: Iterable[ProofChange], mark: Mark) -> Iterator[Item]:
    for change in proofs:
        places = ("was", change.before), ("now", change.after)
        yield Item(
            f"{mark(change.id)} {mark(change.printed)}: proof {_fate(change)}",
            tuple(Line(f"{when}: {_place(proven, mark)}") for when, proven in places),
        )


def _fate(change: ProofChange) -> str:
    """What became of a proof, for whoever is told no more of it."""
    if change.after is None:
        return "gone"
    return "new" if change.before is None else "re-made"


def _place(proven: Proven | None, mark: Mark) -> str:
    if proven is None:
        return "no proof"
    proof = proven.proof
    paragraph = "" if proof.paragraph is None else f"paragraph {proof.paragraph}, "
    size = "" if proof.size is None else f" of {proof.size}"
    return (
        f"{mark(proven.source)}, {paragraph}characters {proof.start} to {proof.end}{size} of text "
        f"{proof.text}, sentence {proof.sentence}, figure {proof.figure}, proven {proof.date}"
    )


def _headline(difference: SiteDifference) -> str:
    counts = [(kind, sum(change.kind == kind for change in difference.figures)) for kind in _VERBS]
    told = [f"{number_of(number, 'figure')} {kind}" for kind, number in counts if number]
    return ", ".join(told) or "no figure changed"


def _change_lines(change: FigureChange, observation: Observation, mark: Mark) -> Iterator[Line]:
    if change.kind in {"added", "removed"}:
        yield Line(_reading(observation, mark))
    for field in change.fields:
        yield from _field_lines(field, change, mark)
    if observation.is_derived:
        yield Line("computed by a rule from other figures, printed nowhere")
    yield from map(Line, _use_lines(change.used_in))
    if observation.printing.printed and change.after is not None and change.kind != "renamed":
        yield Line(_PROOFS[change.proof])
    if change.kind == "changed" and _is_unrecorded(change):
        yield Line("no revision record explains it")


def _use_lines(used_in: Sequence[str]) -> Iterator[str]:
    """Where a figure is shown, the first of many places named."""
    if used_in:
        yield f"shown in {', '.join(used_in[:_USES])}{_and_more(len(used_in) - _USES)}"


def _and_more(count: int) -> str:
    return f" and {count} more" if count > 0 else ""


def _reading(observation: Observation, mark: Mark) -> str:
    """What a figure says, of what, and whose word it is."""
    printed = f"{mark(observation.printing.printed)}, " if observation.printing.printed else ""
    about = (
        f"{observation.unit}, {observation.area}, "
        f"{observation.period or 'period unknown'}, {observation.status.value}"
    )
    return (
        f"{printed}read as {quantity_words(observation.quantity)} ({about}), from "
        f"{observation.source or 'a formula'}"
    )


def _field_lines(field: FieldChange, change: FigureChange, mark: Mark) -> Iterator[Line]:
    """What a field said and says, on one line where both are short; of the number also by how much
    it changed.
    """
    before, after = (list(pieces(text)) for text in differing(field.before, field.after))
    if len(before) == len(after) == 1:
        was, now = _or_nothing(before[0], mark), _or_nothing(after[0], mark)
        yield Line(f"{field.name}: {was} -> {now}{_relative(field, change)}")
    else:
        yield from (Line(f"{field.name} was: {mark(piece)}") for piece in before)
        yield from (Line(f"{field.name} now: {mark(piece)}") for piece in after)
    if short := in_short(field.before, field.after):
        yield _word_line("there", short, mark)


def _relative(field: FieldChange, change: FigureChange) -> str:
    """By how much the number changed; nothing of another field."""
    if field.name != "read as" or change.relative is None:
        return ""
    return f" ({float(change.relative):+.2%})"


def _or_nothing(text: str, mark: Mark) -> str:
    return mark(text) if text else "nothing"


_PROOFS = {
    "changed": "its proof was renewed with it",
    "same": (
        "its saved proof is for what it said before: what it says now has not been looked up in "
        "its article"
    ),
    "none": "it has no proof: it has not been looked up in its article",
}


#: The fields of which a published change wants a record.
_RECORDED = frozenset({"printed", "read as", "unit", "period"})


#: The fields that say in words what a figure is of.
_WORDS = frozenset({"title", "definition", "note"})


def _by_gravity(change: FigureChange) -> tuple[int, int]:
    """For sorting: of the changed ones the numbers, units and periods come before what else is said
    of them, and that before what only reads otherwise.
    """
    names = {field.name for field in change.fields}
    light = 0 if names & _RECORDED else 2 if names <= _WORDS else 1
    return _GRAVITY.index(change.kind), light if change.kind == "changed" else 0


def _is_unrecorded(change: FigureChange) -> bool:
    if change.after is None or change.after.is_derived:
        return False
    names = {field.name for field in change.fields}
    return "revisions" not in names and not names.isdisjoint(_RECORDED)


def _rule_lines(rules: Iterable[RuleChange], old: Site, new: Site, mark: Mark) -> Iterator[str]:
    for rule in rules:
        says = (new.rules if rule.id in new.rules else old.rules)[rule.id].says
        yield (
            f"{mark(rule.id)} {mark(' / '.join(says.values()))}: {rule.before or 'not there'} -> "
            f"{rule.after or 'not there'}"
        )


def _other_items(others: Iterable[OtherChange], mark: Mark) -> Iterator[Item]:
    for other in sorted(others, key=lambda one: _GRAVITY.index(one.kind)):
        lines = (_word_line(when, words, mark) for when, *words in paired(other.lines))
        yield Item(f"{other.what} {mark(other.id)} {_VERBS[other.kind]}", tuple(lines))


def _word_line(when: str, words: Iterable[str], mark: Mark) -> Line:
    """A line of what was, is now, or differs of the two, ``there``."""
    told = " -> ".join(_or_nothing(one, mark) for one in words)
    return Line(f"{when}: {told}", is_short=when == "there")
