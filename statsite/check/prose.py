"""Markdown prose leads somewhere, keeps the outline of its page, and holds no markup that nobody
reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, urlsplit

from statsite import addresses
from statsite.check.references import is_unread
from statsite.hosts import host_fault
from statsite.model import Document, LocalisedText, Located, Site, WrittenSite, location_of
from statsite.plan.outputs import link_targets, linked, reserved_slugs
from statsite.problems import Location, Problem, Severity, closest, line_and_column
from statsite.prose import (
    CHART_LINE,
    FIGURES,
    REFERENCE,
    blank,
    blanked,
    figure_blocks,
    links,
    references,
)
from statsite.read.text import shown

_SCHEMES = {"http", "https", "mailto"}
_FIRST_HEADING = re.compile(r"^#(?!#)\s*\S", re.MULTILINE)
_CODE = re.compile(r"`[^`\n]*`")
_BRACKETS = re.compile(r"\[\[|\]\]")

_MAIL_HOST = re.compile(r"@([^@,;?]+)")
_FOREIGN_HOST = re.compile(
    r"\]\(\s*(?:[A-Za-z]+:)?//(?:[^\s()/?#@]*@)?(?P<host>(?=[^\s()/?#:]*[^\x00-\x7f])[^\s()/?#:]+)"
)

#: What is shown as it is typed, though an editor may expect otherwise, and what to do.
_UNREAD = (
    (
        re.compile(r"(?<!\\)!\[[^\[\]\n]*\]\("),
        "images are not shown",
        "place a chart with [[chart:id]], or remove it",
    ),
    (
        re.compile(r"(?<![\\!])\[[^\[\]]*\]\("),
        "this is not read as a link",
        "write [words](target): no title, no space, no brackets in either",
    ),
    (
        re.compile(r"^ {0,3}\[[^\[\]\n]+\]:", re.MULTILINE),
        "links are not collected apart from the text",
        "write [words](target) where it is needed",
    ),
    (
        re.compile(r"^=+[ \t]*$", re.MULTILINE),
        "a line of = makes no heading",
        "write ## before the heading",
    ),
)

_BRACKETS_HINT = (
    "write [[id]], [[id|words]], [[chart:id]], [[table: id, id | caption]] or [[pair: id, id]]"
)

#: Folders of the output, and what their pages show.
_FOLDERS = {
    "charts": "chart",
    "data": "dataset",
    "figures": "figure",
    "sources": "source",
    "topics": "topic",
}


#: The longest text of a page, in characters.
LONGEST_TEXT = 40_000


def documents(site: WrittenSite) -> Iterator[tuple[str, Document]]:
    """Every document with its language, but for those that are too long: these are refused,
    whatever else they hold.
    """
    return (
        (language, document)
        for prose in (*site.topics.values(), *site.pages.values())
        for language, document in prose.documents.items()
        if len(document.body) <= LONGEST_TEXT
    )


def all_documents(site: WrittenSite) -> Iterator[Document]:
    """Every document, those that are refused too."""
    for prose in (*site.topics.values(), *site.pages.values()):
        yield from prose.documents.values()


def in_body(document: Document, line: int, column: int) -> Location:
    """The place in the file of a line and column of the body."""
    return Location(document.location.path, document.body_line + line - 1, column)


def links_lead_somewhere(site: Site) -> Iterator[Problem]:
    """``link-broken``: a link to a page that is not built; ``link-scheme``: one to something other
    than a web page.
    """
    known = link_targets(site)
    short = sorted(path.removesuffix(f"/{addresses.INDEX}") for path in known)
    for _, document in documents(site):
        for link in links(document.body):
            location = in_body(document, link.line, link.column)
            parts = _parts(link.target)
            if parts is None:
                yield Problem(
                    "link-broken",
                    f"{shown(link.target)} is not a web address",
                    location,
                    "write the whole address: https://host/page",
                )
            elif parts.scheme or parts.netloc:
                yield from _elsewhere(parts, location)
            elif (
                parts.path
                and linked(parts.path, known) not in known
                and not _may_be_unread(site, parts.path)
            ):
                yield Problem(
                    "link-broken",
                    f"there is no page `{link.target}`",
                    location,
                    _link_hint(parts.path.strip("/"), short),
                )


def _link_hint(path: str, known: list[str]) -> str:
    """The page that was probably meant: one of the same folder where the path names a folder."""
    folder = path.partition("/")[0] + "/"
    before = folder if folder.rstrip("/") in _FOLDERS else ""
    close = closest(
        path.removeprefix(before),
        [one.removeprefix(before) for one in known if one.startswith(before)],
    )
    return (
        f"did you mean `{before}{close}`?"
        if close
        else "write it from the site's root: `about`, `topics/<topic>`, `data/<dataset>`"
    )


def _elsewhere(parts: SplitResult, location: Location) -> Iterator[Problem]:
    if parts.scheme.lower() not in _SCHEMES:
        begins = f"`{parts.scheme}:`" if parts.scheme else "`//`"
        yield Problem(
            "link-scheme",
            f"a link may not begin with {begins}",
            location,
            "use https, http or mailto",
        )
    elif not (parts.netloc or parts.scheme.lower() == "mailto"):
        yield Problem(
            "link-broken",
            f"`{parts.geturl()}` names no host",
            location,
            "write the whole address: https://host/page",
        )
    elif parts.netloc and "@" in parts.netloc:
        yield Problem(
            "link-host",
            "what comes before the @ is not part of the host",
            location,
            "leave it out: it makes one host look like another",
        )
    else:
        hosts = [parts.hostname or ""] if parts.netloc else _MAIL_HOST.findall(parts.path)
        for fault in filter(None, map(host_fault, hosts)):
            yield Problem(
                "link-host",
                fault,
                location,
                "link to a page that every reader reaches, by the name it is known by",
            )


def _parts(target: str) -> SplitResult | None:
    """The parts of a link's target; None where it has a host or port that there cannot be."""
    try:
        parts = urlsplit(target)
        has_port = parts.port != 0
    except ValueError:
        return None
    return parts if has_port else None


def unread_hosts(site: Site) -> Iterator[Problem]:
    """``link-host``: a link to a host in letters of several alphabets, which is not even read as a
    link.
    """
    for _, document in documents(site):
        for found in _FOREIGN_HOST.finditer(document.body):
            fault = host_fault(found["host"])
            if fault:
                location = in_body(document, *line_and_column(document.body, found.start("host")))
                yield Problem(
                    "link-host",
                    fault,
                    location,
                    "link to a page that every reader reaches, by the name it is known by",
                )


def _may_be_unread(site: Site, path: str) -> bool:
    """Whether the page is only missing because what it shows could not be read."""
    folder, _, rest = path.strip("/").partition("/")
    if folder == "glossary" and any(what == "term" for what, _ in site.lost.ids):
        return True
    name = rest.partition("/")[0]
    return (
        is_unread(site, _FOLDERS[folder], name)
        if folder in _FOLDERS and name
        else is_unread(site, "page", folder)
    )


def slugs_are_free(site: Site) -> Iterator[Problem]:
    """``slug-reserved``: a page of content/pages in a folder that the built site fills itself."""
    reserved = reserved_slugs()
    for slug, prose in site.pages.items():
        if slug in reserved:
            message = f"the folder `{slug}` of the built site is not free for a page"
            yield Problem(
                "slug-reserved", message, prose.location, "choose another name for the folder"
            )


def headings_begin_at_two(site: Site) -> Iterator[Problem]:
    """``heading-level``: the title is the page's one first-level heading."""
    for _, document in documents(site):
        for found in _FIRST_HEADING.finditer(document.body):
            location = in_body(document, *line_and_column(document.body, found.start()))
            yield Problem(
                "heading-level",
                "the text has a first-level heading",
                location,
                "begin headings with ##",
            )


def charts_stand_alone(site: Site) -> Iterator[Problem]:
    """``chart-in-line``: a chart named inside a sentence, where none can be drawn;
    ``chart-repeated``: one placed twice on a page.
    """
    for _, document in documents(site):
        alone = {
            line_and_column(document.body, m.start("id"))[0]
            for m in CHART_LINE.finditer(document.body)
        }
        placed: set[str] = set()
        for reference in references(document.body):
            if reference.kind != "chart":
                continue
            location = in_body(document, reference.line, reference.column)
            if reference.line not in alone:
                hint = f"give [[chart:{reference.id}]] a line of its own, with nothing else on it"
                yield Problem(
                    "chart-in-line", f"the chart `{reference.id}` is inside a line", location, hint
                )
            elif reference.id in placed:
                yield Problem(
                    "chart-repeated",
                    f"chart `{reference.id}` appears twice on this page",
                    location,
                    "keep one of them",
                )
            placed.add(reference.id)


def markup_is_read(site: Site) -> Iterator[Problem]:
    """``reference-malformed``: brackets that make no reference; ``markup-unread``: Markdown that is
    shown as it is typed.
    """
    for _, document in documents(site):
        body = _CODE.sub(lambda m: " " * len(m[0]), document.body)
        for found in _BRACKETS.finditer(
            FIGURES.sub(lambda m: blank(m[0]), REFERENCE.sub(lambda m: blank(m[0]), body))
        ):
            location = in_body(document, *line_and_column(body, found.start()))
            yield Problem(
                "reference-malformed",
                f"this `{found[0]}` belongs to no reference",
                location,
                _BRACKETS_HINT,
            )
        plain = blanked(body)
        for pattern, message, hint in _UNREAD:
            for found in pattern.finditer(plain):
                yield Problem(
                    "markup-unread",
                    message,
                    in_body(document, *line_and_column(plain, found.start())),
                    hint,
                    Severity.WARNING,
                )


def references_stand_in_texts(site: Site) -> Iterator[Problem]:
    """``reference-misplaced``: a reference where none is read: only the text of a page and a
    chart's finding show figures.
    """
    for text, location in (
        plain for language in site.settings.languages for plain in plain_words(site, language)
    ):
        for reference in references(text):
            message = f"the reference to `{reference.id}` would be shown as it is typed"
            yield Problem(
                "reference-misplaced",
                message,
                location,
                "references work in the text below the front matter and in a chart's `finding`",
            )
    for chart in site.charts.values():
        for language, text in chart.finding.items():
            if any(reference.kind == "chart" for reference in references(text)) or any(
                figure_blocks(text)
            ):
                location, hint = (
                    location_of(chart, f"finding.{language}"),
                    "name figures: [[dataset.indicator]]",
                )
                yield Problem(
                    "reference-misplaced",
                    "a finding is a sentence: no chart or table can stand in it",
                    location,
                    hint,
                )


def plain_words(site: WrittenSite, language: str) -> Iterator[tuple[str, Location]]:
    """The words of pages and data in ``language`` that are shown as they are, with their places."""
    for written_in, document in documents(site):
        if written_in == language:
            yield from (
                (document.title, document.title_location),
                (document.standfirst, document.standfirst_location),
            )
    for thing, key, words in _words_of_data(site):
        if language in words:
            yield words[language], location_of(thing, f"{key}.{language}")


def _words_of_data(site: WrittenSite) -> Iterator[tuple[Located, str, LocalisedText]]:
    for chart in site.charts.values():
        yield from (
            (chart, "title", chart.title),
            (chart, "note", chart.note),
            (chart, "hundred", chart.hundred),
        )
    yield from (
        (thing, "withdrawn.because", withdrawal.because) for thing, withdrawal in site.withdrawn
    )
    for dataset in site.datasets.values():
        yield from (
            (dataset, "title", dataset.title),
            (dataset, "description", dataset.description),
        )
    for indicator in site.indicators.values():
        yield from (
            (indicator, "title", indicator.title),
            (indicator, "definition", indicator.definition),
        )
    for observation in site.observations.values():
        yield observation, "note", observation.note
    for source in site.sources.values():
        yield from (
            (source, "note", source.note),
            (source, "without_figures", source.without_figures),
        )
    for term in site.glossary.values():
        yield from (
            (term, "term", term.term),
            (term, "definition", term.definition),
            (term, "standard", term.standard),
        )
