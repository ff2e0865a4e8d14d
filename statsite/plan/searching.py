"""What a reader can search for: the list that the search script reads, and the index that needs no
script.

A sort of thing is one entry of ``SORTS``: what there is of it, and how one of it is found.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import islice
from math import ceil
from operator import concat
from typing import Any

from msgspec import Struct

from statsite import addresses
from statsite.language.traditional import variants
from statsite.model import Document, Indicator, LocalisedText, Observation, Site
from statsite.plan.comparisons import comparison_ids
from statsite.plan.edition import Edition, written_slugs
from statsite.plan.initials import Spell, by_initial
from statsite.plan.targets import aimed, choices_of, label, times, told_count
from statsite.plan.views import FigureView
from statsite.prose import pattern_of_wordings, sections
from statsite.results import made_once

#: How much figures are preferred that open a topic, and terms of the glossary behind what is
#: counted under the same words.
_LEADS, _TERMS = 8, -24

#: How many things a part of the list holds, and a page of the index, so that none is more than
#: 60 kB compressed.
PART, INDEX_ENTRIES = 700, 1000
#: Where a row of the list has its title and the words that are not shown.
_TITLE, _WORDS = 1, 4


class SearchEntry(Struct, frozen=True):
    """Something to be found: its title, what is said of it, and its page.

    ``words`` are found and not shown, such as its title in other languages; ``numbers`` are those
    of a figure, as plain decimals; ``day`` is the last day that it is about (ISO 8601), empty where
    it has none; ``weight`` how much it is preferred to others of its sort.
    """

    title: str
    about: str
    address: str
    words: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    day: str = ""
    weight: int = 0


class Sort(Struct, frozen=True):
    """A sort of thing: the key of the word for it, how much it is preferred to what fits as well,
    the ids of what there is, and the entry of one.
    """

    word: str
    weight: int
    ids: Callable[[Site], Iterable[str]]
    entry: Callable[[Edition, str], SearchEntry]


def _topic(edition: Edition, slug: str) -> SearchEntry:
    card = next(card for card in edition.topics if card.slug == slug)
    documents = edition.site.topics[slug].documents.values()
    words = (document.title for document in documents)
    return SearchEntry(
        card.title,
        card.standfirst,
        card.address,
        (*words, *_synonyms(edition.site, card.standfirst)),
        day=str(edition.site.settings.as_of),
    )


def _section_ids(site: Site) -> Iterator[str]:
    """The sections of topics: a topic and the number of one that it has in each language."""
    for slug in site.settings.topics:
        if slug in site.topics:
            yield from _numbered(slug, site.topics[slug].documents)


def _numbered(slug: str, documents: Mapping[str, Document]) -> Iterator[str]:
    least = min(len(sections(document.body)) for document in documents.values())
    yield from (f"{slug} {number}" for number in range(least))


def _section(edition: Edition, name: str) -> SearchEntry:
    slug, number = name.split()
    topic = next(card for card in edition.topics if card.slug == slug)
    document = edition.site.topics[slug].documents[edition.language]
    return _part(document, int(number), topic.title, topic.address)


def _page_section_ids(site: Site) -> Iterator[str]:
    """The sections of pages that editors wrote, in the same way."""
    for slug in written_slugs(site):
        if slug in site.pages:
            yield from _numbered(slug, site.pages[slug].documents)


def _page_section(edition: Edition, name: str) -> SearchEntry:
    slug, number = name.split()
    document = edition.site.pages[slug].documents[edition.language]
    address = edition.presenter.address(addresses.page(slug))
    return _part(document, int(number), document.title, address)


def _part(document: Document, number: int, title: str, address: str) -> SearchEntry:
    """A section of a text that is called ``title``."""
    shown = sections(document.body)[number]
    return SearchEntry(shown.title, title, f"{address}#{shown.id}", (shown.words,))


def _comparison(edition: Edition, name: str) -> SearchEntry:
    shown, site = edition.comparisons[name], edition.site
    indicators = [site.indicators[indicator] for indicator in shown.indicators]
    about, day = _line(edition, shown.extent), _latest_day(site, indicators)
    words = _told(*_titles_compared(site, name, indicators))
    return SearchEntry(shown.title, about, shown.address, words, day=day)


def _titles_compared(
    site: Site, name: str, indicators: Iterable[Indicator]
) -> Iterator[LocalisedText]:
    """The title of a measure, if the comparison is of one, and of each indicator."""
    if name in site.measures:
        yield site.measures[name].title
    yield from (indicator.title for indicator in indicators)


def _latest_day(site: Site, indicators: Iterable[Indicator]) -> str:
    """The day of the latest figure of the indicators; empty where there is none."""
    days = (_day(site, one) for indicator in indicators for one in indicator.observations)
    return max(days, default="")


def _area(edition: Edition, name: str) -> SearchEntry:
    card, area = edition.areas[name], edition.site.areas[name]
    return SearchEntry(
        card.title,
        _line(edition, (card.kind_label, *card.extent)),
        card.address,
        (*_told(area.title), area.iso or ""),
    )


def _dataset(edition: Edition, name: str) -> SearchEntry:
    card, dataset = edition.datasets[name], edition.site.datasets[name]
    return SearchEntry(card.title, _line(edition, card.extent), card.address, _told(dataset.title))


def _chart(edition: Edition, name: str) -> SearchEntry:
    shown = edition.charts[name]
    return SearchEntry(
        shown.title, shown.finding, shown.address, _told(edition.site.charts[name].title)
    )


def _figure(edition: Edition, name: str) -> SearchEntry:
    figure, observation = edition.figures[name], edition.site.observations[name]
    return SearchEntry(
        figure.title,
        _line(edition, _about_figure(figure)),
        figure.address,
        tuple(_words_of_figure(edition.site, observation)),
        tuple(_numbers(observation)),
        _day(edition.site, observation),
        _LEADS * (name in edition.leads),
    )


def _about_figure(figure: FigureView) -> Iterator[str]:
    """What a figure says, of when and where, and how firm it is where it is not."""
    yield str(figure.text)
    yield figure.when
    yield figure.compared_with
    yield figure.where
    if not figure.is_firm:
        yield figure.status_label


def _words_of_figure(site: Site, observation: Observation) -> Iterator[str]:
    """What a figure is found by besides: its titles in every language, and each printing."""
    indicator, area = site.indicators[observation.indicator], site.areas[observation.area]
    yield from _told(indicator.title, area.title)
    yield from (printing.printed or "" for printing in observation.printings)


def _numbers(observation: Observation) -> Iterator[str]:
    """The numbers of every printing, both ends of a range, without zeros that say nothing of size:
    7993000, 79.
    """
    for printing in observation.printings:
        quantity = printing.quantity
        for number in (
            (quantity.value,) if quantity.value is not None else (quantity.low, quantity.high)
        ):
            text = quantity.decimal_text(number)
            if text is not None:
                yield text.rstrip("0").rstrip(".") if "." in text else text


def _day(site: Site, observation: Observation) -> str:
    """The last day that a figure is about, or that of its article where that is earlier or it has
    none: what is yet to come is not recent.
    """
    reported = site.sources[observation.source].published.date.last_day
    end = observation.period.end if observation.period else None
    return min(end.last_day, reported).isoformat() if end else reported.isoformat()


def _source(edition: Edition, name: str) -> SearchEntry:
    source, shown = edition.site.sources[name], edition.presenter.source(name)
    about = (shown.publication, shown.date, shown.producer)
    words = (source.title, *_told(source.title_translated, source.publication, source.producer))
    return SearchEntry(
        shown.title_translated or shown.title,
        _line(edition, about),
        shown.address,
        (*words, *_synonyms(edition.site, shown.producer)),
        day=source.published.date.last_day.isoformat(),
    )


def _page(edition: Edition, slug: str) -> SearchEntry:
    title = dict(edition.written_pages)[slug]
    prose = edition.site.pages.get(slug)
    titles = tuple(document.title for document in prose.documents.values()) if prose else ()
    about = prose.documents[edition.language].standfirst if prose else ""
    return SearchEntry(title, about, edition.presenter.address(addresses.page(slug)), titles)


def _term(edition: Edition, name: str) -> SearchEntry:
    shown = next(one for one in edition.terms if one.id == name)
    term = edition.site.glossary[name]
    return SearchEntry(
        shown.words, shown.definition, shown.address, (*_told(term.term), *term.also)
    )


#: The key of the title of each page that the site makes itself.
_MADE = {
    "data-title": addresses.DATA,
    "areas-title": addresses.AREAS,
    "comparisons-title": addresses.COMPARISONS,
    "targets-title": addresses.TARGETS,
    "verification-title": addresses.VERIFICATION,
    "corrections-title": addresses.CORRECTIONS,
    "glossary-title": addresses.GLOSSARY,
}
#: The key of what else readers call such a page, by that of its title.
_ALSO_CALLED = {
    "data-title": "data-words",
    "comparisons-title": "comparisons-words",
    "corrections-title": "corrections-words",
}


def _made_pages(site: Site) -> Iterator[str]:
    has = {
        "comparisons-title": bool(comparison_ids(site)),
        "targets-title": bool(aimed(site)),
        "glossary-title": bool(site.glossary),
    }
    yield from (key for key in _MADE if has.get(key, True))


def _made(edition: Edition, key: str) -> SearchEntry:
    called = (key, _ALSO_CALLED.get(key, key))
    known = (words[one] for words in edition.interface.values() for one in called if one in words)
    return SearchEntry(
        edition.presenter.interface_text(key),
        "",
        edition.presenter.address(_MADE[key]),
        tuple(known),
    )


def _targets(edition: Edition, choice: str) -> SearchEntry:
    """The page of the targets of one year, area, topic or kind."""
    presenter = edition.presenter
    title = presenter.interface_text("targets-of").format(choice=label(presenter, choice))
    about = (told_count(presenter, choice), *times(presenter, choice))
    return SearchEntry(
        title, _line(edition, about), presenter.address(addresses.targets_of(choice))
    )


#: The key of the word for a section of a text.
_SECTION = "sort-section"

#: What can be searched for. A new sort is one line here.
SORTS: tuple[Sort, ...] = (
    Sort(
        "sort-topic",
        24,
        lambda site: (slug for slug in site.settings.topics if slug in site.topics),
        _topic,
    ),
    Sort(_SECTION, 2, _section_ids, _section),
    Sort("sort-area", 12, lambda site: site.areas, _area),
    Sort("sort-comparison", 6, comparison_ids, _comparison),
    Sort("sort-figure", 4, lambda site: site.observations, _figure),
    Sort("sort-chart", 0, lambda site: site.charts, _chart),
    Sort("sort-dataset", 2, lambda site: site.datasets, _dataset),
    Sort("sort-source", 0, lambda site: site.sources, _source),
    Sort("sort-term", _TERMS, lambda site: site.glossary, _term),
    Sort("sort-page", 6, written_slugs, _page),
    Sort(_SECTION, 2, _page_section_ids, _page_section),
    Sort("sort-page", 6, _made_pages, _made),
    Sort("sort-page", 0, choices_of, _targets),
)


def _line(edition: Edition, pieces: Iterable[str]) -> str:
    return edition.presenter.interface_text("separator").join(piece for piece in pieces if piece)


def _told(*texts: LocalisedText) -> tuple[str, ...]:
    """The texts in every language."""
    return tuple(text for words in texts for text in words.values())


#: What the names of the parts of the list that hold words of texts begin with.
_TEXTS = "texts-"


def found_by(site: Site) -> Iterator[tuple[Sort, str]]:
    """Everything that can be found, in the order of the list."""
    yield from ((sort, name) for sort in SORTS for name in sort.ids(site))


def parts(site: Site) -> tuple[str, ...]:
    """The names of the parts of the list."""
    return *parts_of_facts(site), *parts_of_texts(site)


@made_once
def parts_of_facts(site: Site) -> tuple[str, ...]:
    """Those of what can be found but for sections of texts, whose words are long."""
    return tuple(_numbered_parts(_listed(site, are_texts=False)))


@made_once
def parts_of_texts(site: Site) -> tuple[str, ...]:
    """Those of the sections of texts, which are the ones that hold words of them."""
    return tuple(f"{_TEXTS}{number}" for number in _numbered_parts(_listed(site, are_texts=True)))


def _numbered_parts(listed: Iterable[object]) -> Iterator[str]:
    yield from (str(number + 1) for number in range(ceil(sum(1 for _ in listed) / PART)))


def _listed(site: Site, *, are_texts: bool) -> Iterator[tuple[Sort, str]]:
    """The sections of texts, or all else that can be found."""
    return (one for one in found_by(site) if (one[0].word == _SECTION) is are_texts)


def list_part(editions: Sequence[Edition], part: str) -> bytes:
    """A part of the list in the language of the one edition given, as a script that hands its rows
    to the search script.
    """
    (edition,) = editions
    listed = _listed(edition.site, are_texts=part.startswith(_TEXTS))
    begin = (int(part.removeprefix(_TEXTS)) - 1) * PART
    rows = [
        edition.results.of(
            f"row {sort.word} {name} {edition.language}", partial(_row, edition, sort, name)
        )
        for sort, name in islice(listed, begin, begin + PART)
    ]
    text = _json(_with_pinyin(rows, edition.spell))
    return f"addToSearchList({text},{_json(variants(text))});\n".encode()


def _json(thing: object) -> str:
    return json.dumps(thing, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _with_pinyin(rows: Sequence[list[Any]], spell: Spell) -> list[list[Any]]:
    """The rows with the pinyin of Chinese titles among the words that are not shown."""
    chinese = [row[_TITLE] for row in rows if not row[_TITLE].isascii()]
    said = dict(zip(chinese, spell(chinese) if chinese else (), strict=True))
    return [
        [*row[:_WORDS], f"{row[_WORDS]} {said[row[_TITLE]]}".strip(), *row[_WORDS + 1 :]]
        if row[_TITLE] in said
        else row
        for row in rows
    ]


def _row(edition: Edition, sort: Sort, name: str) -> list[Any]:
    """An entry as templates/static/finding.js reads it; words that it shows anyway are left out of
    those that it does not.
    """
    entry = sort.entry(edition, name)
    words = (*entry.words, *_synonyms(edition.site, entry.title))
    return [
        edition.presenter.interface_text(sort.word),
        entry.title,
        entry.about,
        entry.address,
        _not_shown(entry, words),
        list(dict.fromkeys(entry.numbers)),
        entry.day,
        sort.weight + entry.weight,
    ]


def _not_shown(entry: SearchEntry, words: Iterable[str]) -> str:
    shown = f"{entry.title}\n{entry.about}"
    return " ".join(word for word in dict.fromkeys(words) if word and word not in shown)


def _synonyms(site: Site, text: str) -> Iterator[str]:
    """What readers type for the words of ``text``; in most there is none, which is seen much faster
    by how words begin than by looking for each.
    """
    groups, folded = site.settings.synonyms, text.casefold()
    begun = _begun_by(groups)
    beginnings = begun.keys() & {*folded, *map(concat, folded, folded[1:])}
    found = {
        number for beginning in beginnings for word, number in begun[beginning] if word in folded
    }
    for number in sorted(found):
        if _finding(groups[number]).search(text):
            yield from groups[number]


@lru_cache(maxsize=8)
def _begun_by(groups: tuple[tuple[str, ...], ...]) -> Mapping[str, Sequence[tuple[str, int]]]:
    """The words, as no difference between small and capital letters counts, each with the number of
    its group, by the first two letters.
    """
    found = defaultdict[str, list[tuple[str, int]]](list)
    for number, words in enumerate(groups):
        for word in map(str.casefold, words):
            found[word[:2]].append((word, number))
    return dict(found)


@lru_cache(maxsize=1024)
def _finding(words: tuple[str, ...]) -> re.Pattern[str]:
    """What finds any of the words that mean the same."""
    return pattern_of_wordings(words)


@made_once
def index(edition: Edition) -> Mapping[str, list[tuple[SearchEntry, str]]]:
    """Everything with the word for its sort, by the letter that its title begins with."""
    entries = (
        (sort.entry(edition, name), edition.presenter.interface_text(sort.word))
        for sort, name in found_by(edition.site)
    )
    return by_initial(((entry.title, (entry, word)) for entry, word in entries), edition.spell)
