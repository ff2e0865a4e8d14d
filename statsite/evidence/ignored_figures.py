"""Which quantities of an article are left out of the site on purpose."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from statsite.evidence.articles import Article, normalised
from statsite.evidence.search import Ambiguous, NearMissing, NotFound, ambiguous, nearest
from statsite.extract.extraction import ExtractedQuantity, extract_text
from statsite.model import Ignored, Site, location_of
from statsite.problems import Problem


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A quantity of an article that is left out."""

    quantity: ExtractedQuantity


Lookup = LeftOut | NotFound | Ambiguous | NearMissing


def find_ignored(
    entry: Ignored, article: Article, quantities: Iterable[ExtractedQuantity]
) -> Lookup:
    """Which of the ``quantities`` of ``article`` the entry leaves out."""
    wanted = normalised(entry.printed)
    alike = [
        found
        for found in quantities
        if normalised(found.printed) == wanted and entry.line in {None, article.line(found.start)}
    ]
    starts = [bisect_left(article.offsets, found.start) for found in alike]
    if not alike:
        return NotFound(wanted, article.text)
    if entry.near:
        start = nearest(starts, len(wanted), normalised(entry.near), article.text)
        return NearMissing() if start is None else LeftOut(alike[starts.index(start)])
    if len(alike) > 1:
        return ambiguous(starts, article.text)
    return LeftOut(alike[0])


def ignored_problems(site: Site, texts: Mapping[str, Article]) -> Iterator[Problem]:
    """``ignored-missing`` and ``ignored-ambiguous``: figures left out that their article does not
    print, or more than once.

    ``texts`` are the articles that could be opened, by source.
    """
    for name, entries in site.ignored.items():
        source, article = site.sources.get(name), texts.get(name)
        if article is not None:
            quantities = extract_text(article.given)
            yield from (
                problem for entry in entries for problem in _problems(entry, article, quantities)
            )
        elif source is not None and source.text is None:
            yield from (
                Problem(
                    "ignored-missing",
                    f"`{name}` has no text",
                    location_of(entry, "printed"),
                    "remove this",
                )
                for entry in entries
            )


def _problems(
    entry: Ignored, article: Article, quantities: Iterable[ExtractedQuantity]
) -> Iterator[Problem]:
    source, location = entry.source.id, location_of(entry, "printed")
    in_line = f" in line {entry.line}" if entry.line is not None else ""
    match find_ignored(entry, article, quantities):
        case NotFound() as missing:
            alike = missing.look_alikes
            hint = (
                f"the text has {'、'.join(f'「{one}」' for one in alike)}" if alike else "remove it"
            )
            yield Problem(
                "ignored-missing",
                f"「{entry.printed}」 is not a quantity that is found in `{source}`{in_line}",
                location,
                hint,
            )
        case NearMissing():
            message = (
                f"no one 「{entry.printed}」 in `{source}`{in_line} is nearest to 「{entry.near}」"
            )
            yield Problem(
                "ignored-missing",
                message,
                location_of(entry, "near"),
                "give a word or two that are close to the figure",
            )
        case Ambiguous(before):
            message = f"「{entry.printed}」 appears {len(before)} times in `{source}`{in_line}"
            yield Problem(
                "ignored-ambiguous", message, location, "single one out with `near` or `line`"
            )
        case LeftOut():
            pass
