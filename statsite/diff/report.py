"""A difference in words: for a reviewer in text or Markdown, for tools in JSON, and as a draft of a
release.
"""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterable, Iterator, Sequence

from statsite.diff.compare import (
    FieldChange,
    FigureChange,
    ProofChange,
    Proven,
    RuleChange,
    SiteDifference,
)
from statsite.diff.look_alikes import with_codes
from statsite.diff.other_changes import OtherChange
from statsite.diff.parts import NOTHING_CHECKED, Checks, parts_of
from statsite.diff.shortening import Item, length, number_of, shares, shortened
from statsite.model import Site

#: The longest Markdown that is written: a comment on a pull request holds 65,536 characters.
LONGEST_REPORT = 60_000
#: How much of it is kept free for headings.
_HEADINGS = 2400
#: The longest text that is shown whole where nothing is held against it, as a problem.
_LONGEST_TEXT = 1000

#: A first part of more lines than these is followed by what nobody sees without scrolling: what
#: follows is named before it.
_SCREEN = 30


def difference_text(
    difference: SiteDifference, old: Site, new: Site, checks: Checks = NOTHING_CHECKED
) -> str:
    """Plain lines: a headline, then each figure with what changed of it below."""
    first, *others = parts_of(difference, old, new, checks, _plain)
    lines = [first.heading, *_plain_list(first.items)]
    for part in others:
        lines += ["", f"{part.heading}:", *(f"  {line}" for line in _plain_list(part.items))]
    return "\n".join(lines) + "\n"


def _plain_list(items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        yield item.head
        yield from (f"  {line.text}" for line in item.below)


def report_markdown(
    difference: SiteDifference, old: Site, new: Site, checks: Checks = NOTHING_CHECKED
) -> str:
    """Markdown for a pull-request comment: every text of the content is shown literally; of what
    is too long, everything is named and the lines that are left out are number_of.
    """
    parts = list(parts_of(difference, old, new, checks, _markdown))
    rooms = shares([length(part.items) for part in parts], LONGEST_REPORT - _HEADINGS)
    lists = [
        shortened(part.items, part.earlier, room) for part, room in zip(parts, rooms, strict=True)
    ]
    first, *further = parts
    report = [f"## {first.heading}", *_not_all(sum(one.left_out for one in lists))]
    if further and len(lists[0].lines) > _SCREEN:
        below = "; ".join(f"{part.heading} ({len(part.items)})" for part in further)
        report.append(f"\nBelow: {below}\n")
    report += lists[0].lines
    for part, told in zip(further, lists[1:], strict=True):
        report += [f"\n### {part.heading}", *told.lines]
    return "\n".join(report) + "\n"


def _not_all(left: int) -> Iterator[str]:
    """Said before anything else, since whoever reads no further takes the beginning for all."""
    if left:
        yield (
            f"**⚠ This is not all: {number_of(left, 'line')} of it left out below. Run the command "
            f"with `--format text` and read them before you agree.**"
        )


def report_not_compared(reasons: Iterable[str]) -> str:
    """Markdown in place of a difference that could not be made, and why."""
    told = "".join(f"- {_markdown(reason)}\n" for reason in reasons)
    return f"## ⚠ Not compared: nothing here says what would be published\n{told}"


def report_json(difference: SiteDifference, checks: Checks = NOTHING_CHECKED) -> str:
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
