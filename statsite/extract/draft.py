"""The quantities of an article as a draft of a dataset file: one indicator each, TODO for what
only an editor can know, and in comments the words for a whole, which may be figures.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from statsite.extract.extraction import ExtractedQuantity
from statsite.extract.kinds_of_places import THE_NATION, TITLES_OF_THE_NATION
from statsite.extract.totals import Total
from statsite.grammar import ARTICLE_LANGUAGE
from statsite.language import LANGUAGES
from statsite.model import Area, WrittenSite

TODO = "TODO"
_PLAIN = re.compile(r"[^\W_][\w%‰～~—–·（）°℃/.²³]*")
_RESOLVED = re.compile(r"[0-9.]+|true|false|null|yes|no|on|off", re.IGNORECASE)
_SHARE = re.compile(r"分之|[成半/]")
_OTHERS_SHOWN = 6


def draft_yaml(
    quantities: Sequence[ExtractedQuantity],
    totals: Sequence[Total] = (),
    *,
    name: str,
    site: WrittenSite | None = None,
) -> str:
    """A dataset file with one indicator for each of ``quantities``, read in the article ``name``,
    and a comment for each of its ``totals``.

    Units and areas are ids of ``site``, where it has the printed word. What is drafted on weak
    grounds is marked: ``# ? period, status``.
    """
    languages = site.settings.languages if site else tuple(LANGUAGES)
    counts = Counter(quantity.printed for quantity in quantities)
    width = len(str(len(quantities)))
    lines = [*_head(name, len(quantities), languages)]
    for number, quantity in enumerate(quantities, 1):
        near = quantity.noun if counts[quantity.printed] > 1 else ""
        lines += _indicator(f"figure-{number:0{width}}", quantity, languages, site, near=near)
    return "\n".join([*lines, *_totals(totals)]) + "\n"


def _totals(totals: Sequence[Total]) -> Iterator[str]:
    """Comments at the end of a draft, from which an editor takes what is a figure."""
    if totals:
        yield "# Words for a whole. Where the text says of what, each is a figure of its own, 100%:"
    yield from map(_total, totals)


def _total(total: Total) -> str:
    near = f", near: {_scalar(total.noun)}" if total.noun else ""
    return f"# - {{printed: {total.word}{near}}}  # line {total.line}"


def _head(name: str, count: int, languages: Sequence[str]) -> Iterator[str]:
    """What is before the indicators of a draft."""
    quantities = "1 quantity" if count == 1 else f"{count} quantities"
    yield (
        f"# Drafted from {name}: {quantities}. Replace every {TODO}, and every figure-… by an id "
        "that may stay."
    )
    yield f"title: {_by_language(TODO, languages)}"
    yield f"topic: {TODO}"
    yield f"defaults: {{source: {TODO}}}"
    yield "indicators:" if count else "indicators: {}"


def _indicator(
    name: str,
    quantity: ExtractedQuantity,
    languages: Sequence[str],
    site: WrittenSite | None,
    *,
    near: str,
) -> Iterator[str]:
    unit, others = _unit(quantity, site)
    yield f"  {name}:"
    yield f"    title: {_by_language(quantity.noun or TODO, languages)}"
    yield f"    unit: {unit}" + _about_unit(quantity, unit, others)
    yield "    observations:"
    area = _area(quantity.area, site.areas if site else {})
    yield f"      - {_observation(quantity, area, near)}"


def _about_unit(quantity: ExtractedQuantity, unit: str, others: Sequence[str]) -> str:
    """The other units that it may be; the word that is printed where the site has none for it."""
    if others:
        return f"  # ? unit, or {', '.join(others)}"
    return f"  # {quantity.unit}" if unit == TODO and quantity.unit else ""


def _observation(quantity: ExtractedQuantity, area: str, near: str) -> str:
    """A figure in one line, and what an editor should look at."""
    fields = {
        "printed": quantity.quoted or quantity.printed,
        "near": near,
        "period": str(quantity.period or TODO),
        "area": area,
        "status": quantity.status,
    }
    written = ", ".join(f"{key}: {_scalar(text, key)}" for key, text in fields.items() if text)
    unsure = f"  # ? {', '.join(quantity.unsure)}" if quantity.unsure else ""
    unknown_area = f"  # {quantity.area}" if quantity.area and area == TODO else ""
    return f"{{{written}}}{unsure}{unknown_area}"


def _by_language(chinese: str, languages: Sequence[str]) -> str:
    """A text by language, of which only that of articles is known."""
    texts = ", ".join(
        f"{language}: {_scalar(chinese if language == ARTICLE_LANGUAGE else TODO)}"
        for language in languages
    )
    return f"{{{texts}}}"


def _unit(quantity: ExtractedQuantity, site: WrittenSite | None) -> tuple[str, list[str]]:
    """The unit that may be printed so, and some others that may; those whose first word it is come
    first.
    """
    word = quantity.unit or ("%" if _SHARE.search(quantity.printed) else "")
    fitting = [unit for unit in site.units.values() if word in unit.words] if site else []
    ids = [unit.id for unit in sorted(fitting, key=lambda unit: unit.words.index(word))]
    return (ids[0], ids[1 : _OTHERS_SHOWN + 1]) if ids else (TODO, [])


def _area(name: str, areas: Mapping[str, Area]) -> str:
    """The area of that name, which may lack its 省 or 市."""
    return next((area.id for area in areas.values() if name and _is_called(area, name)), TODO)


def _is_called(area: Area, name: str) -> bool:
    title = area.title.get(ARTICLE_LANGUAGE, "")
    return title in TITLES_OF_THE_NATION if name in THE_NATION else title.startswith(name)


def _scalar(text: str, key: str = "") -> str:
    """``text`` as a YAML scalar that is read back as this text; periods stay as editors
    write them.
    """
    plain = key == "period" or _is_plain(text)
    return text if plain else json.dumps(text, ensure_ascii=False)


def _is_plain(text: str) -> bool:
    """Whether YAML reads ``text`` without quotes as this text."""
    return bool(_PLAIN.fullmatch(text)) and not _RESOLVED.fullmatch(text)
