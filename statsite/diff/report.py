"""A difference in words: for a reviewer in text or Markdown, for tools in JSON, and as a draft of a
release.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from statsite.diff.compare import (
    AUDIT,
    FieldChange,
    FigureChange,
    OtherChange,
    ProofChange,
    Proven,
    RuleChange,
    SiteDifference,
    quantity_words,
)
from statsite.diff.excerpts import differing, in_short, paired, pieces
from statsite.diff.look_alikes import with_codes
from statsite.diff.statements import words_of
from statsite.model import Observation, Site
from statsite.problems import Problem

#: The longest Markdown that is written: a comment on a pull request holds 65,536 characters.
LONGEST_REPORT = 60_000
#: How much of it is kept free for headings, and for a line on what is left out of a part or of one
#: thing in it.
_HEADINGS, _LEFT_OUT = 1600, 60
#: The longest text that is shown whole where nothing is held against it, as a problem.
_LONGEST_TEXT = 1000

#: How many topics and charts that show a figure are named.
_USES = 10

_VERBS = {"added": "new", "removed": "gone", "renamed": "renamed", "changed": "changed"}
#: The gravest first.
_GRAVITY = ("removed", "changed", "renamed", "added")


@dataclass(frozen=True, slots=True)
class Checks:
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


Mark = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of what is told, with its heading; lines that begin with two spaces belong to the one
    above. The first ``earlier`` things are of what the earlier state said: it changed or is gone.
    """

    heading: str
    lines: tuple[str, ...]
    earlier: int = 0


def difference_text(
    difference: SiteDifference, old: Site, new: Site, checks: Checks = Checks()
) -> str:
    """Plain lines: a headline, then each figure with what changed of it below."""
    first, *others = _parts(difference, old, new, checks, _plain)
    lines = [first.heading, *first.lines]
    for part in others:
        lines += ["", f"{part.heading}:", *(f"  {line}" for line in part.lines)]
    return "\n".join(lines) + "\n"


def report_markdown(
    difference: SiteDifference, old: Site, new: Site, checks: Checks = Checks()
) -> str:
    """Markdown for a pull-request comment: every text of the content is shown literally; of what
    is too long, everything is named and the lines that are left out are counted.
    """
    parts = list(_parts(difference, old, new, checks, _markdown))
    listed = [_items(part.lines) for part in parts]
    rooms = _shares([sum(map(_length, items)) for items in listed], LONGEST_REPORT - _HEADINGS)
    lines = list[str]()
    for part, items, room in zip(parts, listed, rooms, strict=True):
        lines += [f"\n### {part.heading}" if lines else f"## {part.heading}"]
        lines += _fitting(items, part.earlier, room)
    return "\n".join(lines) + "\n"


def report_not_compared(reasons: Iterable[str]) -> str:
    """Markdown in place of a difference that could not be made, and why."""
    told = "".join(f"- {_markdown(reason)}\n" for reason in reasons)
    return f"## ⚠ Not compared: nothing here says what would be published\n{told}"


#: A thing that is told of, as an item of a list with the items below it.
_Item = tuple[str, ...]


def _items(lines: Sequence[str]) -> list[_Item]:
    items = list[_Item]()
    for line in lines:
        below = line.removeprefix("  ")
        if below == line:
            items.append((f"- {line}",))
        else:
            items[-1] += (f"  - {below}",)
    return items


def _length(lines: Iterable[str]) -> int:
    return sum(len(line) + 1 for line in lines)


def _shares(wanted: Sequence[int], room: int) -> list[int]:
    """How much of ``room`` each gets of as much as it wants: what is short leaves room to others,
    and what is long leaves nothing out but of itself.
    """
    shares = [0] * len(wanted)
    for number, index in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        shares[index] = min(wanted[index], room // (len(wanted) - number))
        room -= shares[index]
    return shares


def _fitting(items: Sequence[_Item], earlier: int, room: int) -> Iterator[str]:
    """The items that there is room for. As many as half the room holds are named before more is
    told of any, so that nothing hides behind the length of what comes before it. The first
    ``earlier``, of what was published, do not share with many that are new: these and those get
    half each, if they want it.
    """
    if sum(map(_length, items)) <= room:
        yield from (line for item in items for line in item)
        return
    named = list(_named(items, room // 2))
    heads = sum(_length(item[:1]) + _LEFT_OUT for item in named)
    wanted = [_length(item[1:]) for item in named]
    groups = wanted[:earlier], wanted[earlier:]
    halves = _shares([*map(sum, groups)], room - _LEFT_OUT - heads)
    rooms = chain.from_iterable(map(_shares, groups, halves))
    for item, share in zip(named, rooms, strict=True):
        yield from _cut_short(item, share)
    if left := sum(map(len, items[len(named) :])):
        yield f"\n**… and {_counted(left, 'more line')}, left out here.**"


def _named(items: Sequence[_Item], room: int) -> Iterator[_Item]:
    """The first items, as many as there is room to name."""
    for item in items:
        room -= _length(item[:1]) + _LEFT_OUT
        if room < 0:
            return
        yield item


def _cut_short(item: _Item, room: int) -> Iterator[str]:
    """What an item is of, and as much of what is told below it as there is room for."""
    head, *below = item
    yield head
    for number, line in enumerate(below):
        room -= _length((line,))
        if room < 0:
            left = _counted(len(below) - number, "more line")
            yield f"  - **… and {left} of it, left out here**"
            return
        yield line


def report_json(difference: SiteDifference, checks: Checks = Checks()) -> str:
    """The lists ``figures``, ``rules``, ``others``, ``proofs``, ``problems``, ``code`` and
    ``unshown``, and ``verified``.

    A figure has kind, id, title, before, after, fields, relative, used_in and proof. ``verified``
    is null where the proofs were not looked up.
    """
    report = {
        "figures": [_figure_row(change) for change in difference.figures],
        "rules": [_rule_row(change) for change in difference.rules],
        "others": [_other_row(change) for change in difference.others],
        "proofs": [_proof_row(change) for change in difference.proofs],
        "verified": None if checks.refuted is None else not checks.refuted,
        "problems": [problem.as_json() for problem in checks.problems],
        "code": None if checks.code is None else list(checks.code),
        "unshown": list(checks.unshown),
    }
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def _rule_row(rule: RuleChange) -> dict[str, object]:
    return {"id": rule.id, "before": rule.before, "after": rule.after}


def _other_row(other: OtherChange) -> dict[str, object]:
    return {"what": other.what, "id": other.id, "kind": other.kind, "lines": list(other.lines)}


def release_draft(difference: SiteDifference, time: str, languages: Iterable[str]) -> str:
    """A draft of an entry of content/releases.yaml, its note to be written."""
    note = ", ".join(f"{language}: …" for language in languages)
    lines = [f"r-{time[:10]}:", f"  time: {time}", f"  note: {{{note}}}"]
    lines += _draft_list("added", _ids(difference, {"added"}))
    changed = [*_ids(difference, {"changed", "renamed"}), *difference.restated]
    lines += _draft_list("changed", changed)
    lines += _draft_list("removed", _ids(difference, {"removed"}))
    return "\n".join(lines) + "\n"


def _ids(difference: SiteDifference, kinds: Container[str]) -> list[str]:
    return [change.id for change in difference.figures if change.kind in kinds]


def _draft_list(field: str, ids: Sequence[str]) -> list[str]:
    return [f"  {field}:", *(f"    - {figure}" for figure in ids)] if ids else []


def _parts(
    difference: SiteDifference, old: Site, new: Site, checks: Checks, mark: Mark
) -> Iterator[_Part]:
    """What is told, the figures first; parts without a line are left out."""
    between = f", {checks.between}" if checks.between else ""
    figures = tuple(_figure_lines(difference.figures, old, new, mark))
    yield _Part(_headline(difference) + between, figures, _count_earlier(difference.figures))
    if difference.new_proofs:
        yield _Part(_proofs_headline(difference, checks), tuple(_check_lines(checks, mark)))
    if difference.lost_proofs:
        yield _Part(_lost_headline(difference), (_LOST,))
    for part in _further(difference, old, new, checks, mark):
        if part.lines:
            yield part


def _count_earlier(changes: Iterable[FigureChange | OtherChange]) -> int:
    """How many are of something that the earlier state said."""
    return sum(change.kind != "added" for change in changes)


def _further(
    difference: SiteDifference, old: Site, new: Site, checks: Checks, mark: Mark
) -> Iterator[_Part]:
    """What is told beside the figures."""
    yield _Part("Errors that it would bring", tuple(mark(str(one)) for one in checks.problems))
    yield from _files(checks, mark)
    proofs = tuple(_proof_lines(difference.proofs, mark))
    yield _Part("Proofs, where each figure stands in its article", proofs)
    yield _Part("Rules", tuple(_rule_lines(difference.rules, old, new, mark)))
    yield from _further_others(difference.others, mark)


def _further_others(others: Sequence[OtherChange], mark: Mark) -> Iterator[_Part]:
    """What is neither figure nor rule: the counts of the audit, and the rest."""
    audit = [other for other in others if other.what == AUDIT]
    rest = [other for other in others if other.what != AUDIT]
    for heading, told in ((_AUDIT_HEADLINE, audit), (_REST_HEADLINE, rest)):
        yield _Part(heading, tuple(_other_lines(told, mark)), _count_earlier(told))


def _files(checks: Checks, mark: Mark) -> Iterator[_Part]:
    """The files that a reviewer has to read, since nothing of them is shown."""
    unshown = "⚠ Files of the content that differ, of which nothing is shown here: read them"
    yield _Part(unshown, tuple(map(mark, checks.unshown)))
    yield _code_files(checks.code, mark)


def _code_files(code: Sequence[str] | None, mark: Mark) -> _Part:
    if code is None:
        return _Part("⚠ Files that are no content were not compared", (_CODE_UNKNOWN,))
    return _Part("⚠ Files that are no content: read them as code", tuple(map(mark, code)))


_AUDIT_HEADLINE = "⚠ What the verification page says of the audit; not re-measured here"
_REST_HEADLINE = "Charts, prose, sources and the rest"


_CODE_UNKNOWN = "One of the states is a folder of its own: compare its other files with `git diff`."


def _figure_lines(
    figures: Iterable[FigureChange], old: Site, new: Site, mark: Mark
) -> Iterator[str]:
    for change in sorted(figures, key=lambda one: _GRAVITY.index(one.kind)):
        site, observation = (new, change.after) if change.after else (old, change.before)
        if observation is not None:
            title = words_of(site.indicators[observation.indicator].title)
            yield f"{_VERBS[change.kind]}: {mark(change.id)} {mark(title)}"
            yield from (f"  {line}" for line in _change_lines(change, observation, mark))


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _proofs_headline(difference: SiteDifference, checks: Checks) -> str:
    made = f"{_counted(difference.new_proofs, 'proof')} re-made"
    if checks.refuted is None:
        return f"⚠ {made}; not verified here"
    how = "REFUTED by" if checks.refuted else "verified here against"
    return f"{'⚠ ' if checks.refuted else ''}{made}; {how} the articles' texts"


def _lost_headline(difference: SiteDifference) -> str:
    return f"⚠ {_counted(difference.lost_proofs, 'proof')} gone"


_LOST = "Nothing says any more where these figures stand in their articles: they are not proven."


def _check_lines(checks: Checks, mark: Mark) -> Iterator[str]:
    if checks.refuted is None:
        yield (
            "Nobody has looked these figures up in their articles in this job. Whoever holds the "
            "texts runs `verify` before this is merged."
        )
    for refuted in checks.refuted or ():
        yield mark(refuted)


def _proof_lines(proofs: Iterable[ProofChange], mark: Mark) -> Iterator[str]:
    for change in proofs:
        yield f"{mark(change.id)} {mark(change.printed)}: proof {_fate(change)}"
        yield f"  was: {_place(change.before, mark)}"
        yield f"  now: {_place(change.after, mark)}"


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
    counted = [f"{_counted(number, 'figure')} {kind}" for kind, number in counts if number]
    return ", ".join(counted) or "no figure changed"


def _change_lines(change: FigureChange, observation: Observation, mark: Mark) -> Iterator[str]:
    if change.kind in {"added", "removed"}:
        yield _reading(observation, mark)
    for field in change.fields:
        yield from _field_lines(field, change, mark)
    if observation.is_derived:
        yield "computed by a rule from other figures, printed nowhere"
    yield from _use_lines(change.used_in)
    if observation.printing.printed and change.after is not None and change.kind != "renamed":
        yield _PROOFS[change.proof]
    if change.kind == "changed" and _is_unrecorded(change):
        yield "no revision record explains it"


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


def _field_lines(field: FieldChange, change: FigureChange, mark: Mark) -> Iterator[str]:
    """What a field said and says, on one line where both are short; of the number also by how much
    it changed.
    """
    before, after = (list(pieces(text)) for text in differing(field.before, field.after))
    if len(before) == len(after) == 1:
        was, now = _or_nothing(before[0], mark), _or_nothing(after[0], mark)
        yield f"{field.name}: {was} -> {now}{_relative(field, change)}"
    else:
        yield from (f"{field.name} was: {mark(piece)}" for piece in before)
        yield from (f"{field.name} now: {mark(piece)}" for piece in after)
    if short := in_short(field.before, field.after):
        yield f"there: {' -> '.join(_or_nothing(one, mark) for one in short)}"


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


def _other_lines(others: Iterable[OtherChange], mark: Mark) -> Iterator[str]:
    for other in sorted(others, key=lambda one: _GRAVITY.index(one.kind)):
        yield f"{other.what} {mark(other.id)} {_VERBS[other.kind]}"
        for when, *words in paired(other.lines):
            yield f"  {when}: {' -> '.join(_or_nothing(one, mark) for one in words)}"


def _plain(text: str) -> str:
    return with_codes(" ".join(text.split()))


def _cut(text: str) -> str:
    """``text``, or its beginning with how long it is."""
    if len(text) <= _LONGEST_TEXT:
        return text
    return f"{text[:_LONGEST_TEXT]}… ({len(text)} characters)"


def _markdown(text: str) -> str:
    """``text`` as code: nothing in it is Markdown, HTML or a mention, whatever a stranger wrote."""
    flat = with_codes(_cut(" ".join(text.split())))
    ticks = "`" * (max((len(run) for run in re.findall("`+", flat)), default=0) + 1)
    pad = " " if flat.startswith("`") or flat.endswith("`") else ""
    return f"{ticks}{pad}{flat}{pad}{ticks}"


def _proof_row(change: ProofChange) -> dict[str, object]:
    return {
        "id": change.id,
        "printed": change.printed,
        "before": _proven_row(change.before),
        "after": _proven_row(change.after),
    }


def _proven_row(proven: Proven | None) -> dict[str, object] | None:
    if proven is None:
        return None
    return {"source": proven.source} | {name: getattr(proven.proof, name) for name in _OF_A_PROOF}


_OF_A_PROOF = ("date", "text", "size", "paragraph", "start", "length", "sentence", "figure")


def _figure_row(change: FigureChange) -> dict[str, object]:
    before, after = change.before, change.after
    return {
        "kind": change.kind,
        "id": change.id,
        "former_id": before.id if before else None,
        "fields": [_field_row(field) for field in change.fields],
        "relative": None if change.relative is None else f"{float(change.relative):.6f}",
        "used_in": list(change.used_in),
        "proof": change.proof,
        "printed_before": before.printing.printed if before else None,
        "printed_after": after.printing.printed if after else None,
    }


def _field_row(field: FieldChange) -> dict[str, str]:
    return {"name": field.name, "before": field.before, "after": field.after}
