"""Which quantities of an article are left out of the site on purpose."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from msgspec import Struct

from statsite.evidence.articles import Article
from statsite.evidence.normal_form import normalised
from statsite.evidence.search import Ambiguous, NearMissing, NotFound, ambiguous, nearest
from statsite.extract.extraction import ExtractedQuantity, extract_text
from statsite.model import Ignored, Site, location_of
from statsite.problems import Problem

#: What to do where the words ``near`` a figure do not tell which one is meant.
CLOSER: Final = "give a word or two that are close to the figure"


class LeftOut(Struct, frozen=True):
    """A quantity of an article that is left out."""

    quantity: ExtractedQuantity


Lookup = LeftOut | NotFound | Ambiguous | NearMissing


def find_ignored(
    entry: Ignored, article: Article, quantities: Iterable[ExtractedQuantity]
) -> Lookup:
    """Which of the ``quantities`` of ``article`` the entry leaves out."""
    wanted = normalised(entry.printed)
    alike = [found for found in quantities if _may_be(found, wanted, entry.line, article)]
    if not alike:
        return NotFound(wanted, article.text)
    if len(alike) == 1 and not entry.near:
        return LeftOut(alike[0])
    starts = [bisect_left(article.offsets, found.start) for found in alike]
    if not entry.near:
        return ambiguous(starts, article.text)
    start = nearest(starts, len(wanted), normalised(entry.near), article.text)
    return NearMissing() if start is None else LeftOut(alike[starts.index(start)])


def _may_be(found: ExtractedQuantity, wanted: str, line: int | None, article: Article) -> bool:
    """Whether a quantity is printed as ``wanted``, and in the line that is asked for, if one is."""
    return normalised(found.printed) == wanted and line in {None, article.line(found.start)}


def ignored_problems(site: Site, texts: Mapping[str, Article]) -> Iterator[Problem]:
    """``ignored-missing`` and ``ignored-ambiguous``: figures left out that their article does not
    print, or more than once.

    ``texts`` are the articles that could be opened, by source.
    """
    for name, entries in site.ignored.items():
        source, article = site.sources.get(name), texts.get(name)
        if article is not None:
            quantities = extract_text(article.given)
            for entry in entries:
                yield from _problems(entry, article, quantities)
        elif source is not None and source.text is None:
            yield from (_without_text(entry) for entry in entries)


def _without_text(entry: Ignored) -> Problem:
    location = location_of(entry, "printed")
    return Problem("ignored-missing", f"`{entry.source.id}` has no text", location, "remove this")


def _problems(
    entry: Ignored, article: Article, quantities: Iterable[ExtractedQuantity]
) -> Iterator[Problem]:
    match find_ignored(entry, article, quantities):
        case NotFound() as missing:
            yield _not_found(entry, missing.look_alikes)
        case NearMissing():
            yield _near_missing(entry)
        case Ambiguous(before):
            yield _ambiguous(entry, len(before))
        case LeftOut():
            pass


def _not_found(entry: Ignored, look_alikes: tuple[str, ...]) -> Problem:
    message = f"「{entry.printed}」 is not a quantity that is found in {_place(entry)}"
    hint = f"the text has {_quoted(look_alikes)}" if look_alikes else "remove it"
    return Problem("ignored-missing", message, location_of(entry, "printed"), hint)


def _quoted(texts: Iterable[str]) -> str:
    return "、".join(f"「{text}」" for text in texts)


def _near_missing(entry: Ignored) -> Problem:
    message = f"no one 「{entry.printed}」 in {_place(entry)} is nearest to 「{entry.near}」"
    return Problem("ignored-missing", message, location_of(entry, "near"), CLOSER)


def _ambiguous(entry: Ignored, times: int) -> Problem:
    message = f"「{entry.printed}」 appears {times} times in {_place(entry)}"
    hint = "single one out with `near` or `line`"
    return Problem("ignored-ambiguous", message, location_of(entry, "printed"), hint)


def _place(entry: Ignored) -> str:
    in_line = f" in line {entry.line}" if entry.line is not None else ""
    return f"`{entry.source.id}`{in_line}"
