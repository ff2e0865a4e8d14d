"""A difference in words: for a reviewer in text or Markdown, for tools in JSON, and as a draft of a release."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from statsite.diff.compare import Difference, FigureChange, OtherChange, RuleChange, quantity_words
from statsite.model import Observation, Site

#: The longest Markdown that is written: a comment on a pull request holds 65,536 characters.
LONGEST = 60_000

#: How many changed lines of a page are told.
LINES = 12

_VERBS = {"added": "new", "removed": "gone", "renamed": "renamed", "changed": "changed"}


def as_text(difference: Difference, old: Site, new: Site) -> str:
    """Plain lines: a headline, then each figure with what changed of it below."""
    return "\n".join(_lines(difference, old, new, _plain)) + "\n"


def as_markdown(difference: Difference, old: Site, new: Site) -> str:
    """Markdown for a pull-request comment: every text of the content is shown literally; what is too long is counted."""
    lines = list(_lines(difference, old, new, _markdown))
    kept, length = list[str](), 0
    for line in lines:
        length += len(line) + 1
        if length > LONGEST:
            kept.append(f"\n… and {len(lines) - len(kept)} more lines, left out here.")
            break
        kept.append(line)
    return "\n".join(kept) + "\n"


def as_json(difference: Difference) -> str:
    """``{"figures": […], "rules": […], "others": […]}``; a figure has kind, id, title, before, after, fields, relative, used_in and proof."""
    figures = [_figure_row(change) for change in difference.figures]
    rules = [{"id": rule.id, "before": rule.before, "after": rule.after} for rule in difference.rules]
    others = [{"what": other.what, "id": other.id, "kind": other.kind, "lines": list(other.lines)} for other in difference.others]
    return json.dumps({"figures": figures, "rules": rules, "others": others}, ensure_ascii=False, indent=1) + "\n"


def as_release(difference: Difference, time: str, languages: Iterable[str]) -> str:
    """A draft of an entry of content/releases.yaml, its note to be written."""
    kinds: Mapping[str, tuple[str, ...]] = {"added": ("added",), "changed": ("changed", "renamed"), "removed": ("removed",)}
    note = ", ".join(f"{language}: …" for language in languages)
    lines = [f"r-{time[:10]}:", f"  time: {time}", f"  note: {{{note}}}"]
    for field, meant in kinds.items():
        ids = [change.id for change in difference.figures if change.kind in meant]
        ids += difference.restated if field == "changed" else ()
        if ids:
            lines += [f"  {field}:", *(f"    - {figure}" for figure in ids)]
    return "\n".join(lines) + "\n"


def _lines(difference: Difference, old: Site, new: Site, mark: Callable[[str], str]) -> Iterator[str]:
    is_markdown = mark is _markdown
    heading, item, below = ("## ", "- ", "  - ") if is_markdown else ("", "", "  ")
    yield heading + _headline(difference)
    for change in difference.figures:
        site, observation = (new, change.after) if change.after else (old, change.before)
        if observation is None:
            continue
        title = " / ".join(site.indicators[observation.indicator].title.values())
        yield f"{item}{_VERBS[change.kind]}: {mark(change.id)} {mark(title)}"
        yield from (below + line for line in _told(change, observation, mark))
    for name, told in (
        ("Rules", _told_rules(difference.rules, old, new, mark)),
        ("Charts, prose and sources", _told_others(difference.others, mark)),
    ):
        listed = list(told)
        if listed:
            yield ""
            yield f"### {name}" if is_markdown else f"{name}:"
            yield from (item + line if is_markdown else below + line for line in listed)


def _headline(difference: Difference) -> str:
    counts = [(kind, sum(change.kind == kind for change in difference.figures)) for kind in _VERBS]
    told = [f"{number} figure{'s' if number != 1 else ''} {kind}" for kind, number in counts if number]
    return ", ".join(told) if told else "no figure changed"


def _told(change: FigureChange, observation: Observation, mark: Callable[[str], str]) -> Iterator[str]:
    if change.kind in {"added", "removed"}:
        printed = f"{mark(observation.printing.printed)}, " if observation.printing.printed else ""
        about = f"{observation.unit}, {observation.area}, {observation.period or 'period unknown'}, {observation.status.value}"
        yield f"{printed}read as {quantity_words(observation.quantity)} ({about}), from {observation.source or 'a formula'}"
    for field in change.fields:
        relative = f" ({float(change.relative):+.2%})" if field.name == "read as" and change.relative is not None else ""
        yield f"{field.name}: {mark(field.before) if field.before else 'nothing'} -> {mark(field.after) if field.after else 'nothing'}{relative}"
    if observation.is_derived:
        yield "computed by a rule from other figures, printed nowhere"
    if change.used_in:
        yield f"shown in {', '.join(change.used_in)}"
    if observation.printing.printed and change.after is not None and change.kind != "renamed":
        yield _PROOFS[change.proof]
    if change.kind == "changed" and _is_silent(change):
        yield "no revision record explains it"


_PROOFS = {
    "changed": "its proof was renewed with it",
    "same": "its saved proof is for what it said before: what it says now has not been looked up in its article",
    "none": "it has no proof: it has not been looked up in its article",
}


def _is_silent(change: FigureChange) -> bool:
    names = {field.name for field in change.fields}
    is_printed = change.after is not None and not change.after.is_derived
    return is_printed and bool(names & {"printed", "read as", "unit", "period"}) and "revisions" not in names


def _told_rules(rules: Iterable[RuleChange], old: Site, new: Site, mark: Callable[[str], str]) -> Iterator[str]:
    for rule in rules:
        says = (new.rules if rule.id in new.rules else old.rules)[rule.id].says
        yield f"{mark(rule.id)} {mark(' / '.join(says.values()))}: {rule.before or 'not there'} -> {rule.after or 'not there'}"


def _told_others(others: Iterable[OtherChange], mark: Callable[[str], str]) -> Iterator[str]:
    for other in others:
        yield f"{other.what} {mark(other.id)} {_VERBS[other.kind]}"
        yield from (f"{'was' if line.startswith('-') else 'now'}: {mark(line[1:])}" for line in other.lines[:LINES])
        if len(other.lines) > LINES:
            yield f"… and {len(other.lines) - LINES} more lines of it"


def _plain(text: str) -> str:
    return " ".join(text.split())


def _markdown(text: str) -> str:
    """``text`` as code: nothing in it is Markdown, HTML or a mention, whatever a stranger wrote."""
    flat = " ".join(text.split())
    ticks = "`" * (max((len(run) for run in re.findall("`+", flat)), default=0) + 1)
    pad = " " if flat.startswith("`") or flat.endswith("`") else ""
    return f"{ticks}{pad}{flat}{pad}{ticks}"


def _figure_row(change: FigureChange) -> dict[str, object]:
    return {
        "kind": change.kind,
        "id": change.id,
        "former_id": change.before.id if change.before else None,
        "fields": [{"name": field.name, "before": field.before, "after": field.after} for field in change.fields],
        "relative": None if change.relative is None else f"{float(change.relative):.6f}",
        "used_in": list(change.used_in),
        "proof": change.proof,
        "printed_before": change.before.printing.printed if change.before else None,
        "printed_after": change.after.printing.printed if change.after else None,
    }
