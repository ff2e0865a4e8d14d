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
_MAILBOX = re.compile(r"[A-Za-z0-9_.+-]+@[^\s@,;?&%<>]+")
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
    for _, document in documents(site):
        for link in links(document.body):
            location = in_body(document, link.line, link.column)
            yield from _link_problems(site, link.target, location, known)


def _link_problems(
    site: Site, target: str, location: Location, known: frozenset[str]
) -> Iterator[Problem]:
    """What is wrong with a link to ``target``; ``known`` are the files of the site."""
    parts = _parts(target)
    if parts is None:
        yield _no_address(shown(target), location)
    elif parts.scheme or parts.netloc:
        yield from _elsewhere(parts, location)
    elif _leads_nowhere(site, parts.path, known):
        hint = _link_hint(parts.path.strip("/"), known)
        yield Problem("link-broken", f"there is no page `{target}`", location, hint)


def _leads_nowhere(site: Site, path: str, known: frozenset[str]) -> bool:
    """Whether a page of the site is not there, and would not be if all could be read."""
    return bool(path) and linked(path, known) not in known and not _may_be_unread(site, path)


def _no_address(target: str, location: Location) -> Problem:
    message, hint = f"{target} is not a web address", "write the whole address: https://host/page"
    return Problem("link-broken", message, location, hint)


def _link_hint(path: str, known: frozenset[str]) -> str:
    """The page that was probably meant: one of the same folder where the path names a folder."""
    pages = sorted(one.removesuffix(f"/{addresses.INDEX}") for one in known)
    folder = path.partition("/")[0] + "/"
    before = folder if folder.rstrip("/") in _FOLDERS else ""
    beside = [one.removeprefix(before) for one in pages if one.startswith(before)]
    close = closest(path.removeprefix(before), beside)
    if close:
        return f"did you mean `{before}{close}`?"
    return "write it from the site's root: `about`, `topics/<topic>`, `data/<dataset>`"


_HOST_HINT = "link to a page that every reader reaches, by the name it is known by"


def _elsewhere(parts: SplitResult, location: Location) -> Iterator[Problem]:
    """What is wrong with a link to another site."""
    scheme = parts.scheme.lower()
    if scheme not in _SCHEMES:
        yield _refused_scheme(parts, location)
    elif not parts.netloc and scheme != "mailto":
        yield _no_host(parts, location)
    elif "@" in parts.netloc:
        yield _part_before_host(location)
    elif scheme == "mailto" and not _MAILBOX.fullmatch(parts.geturl().partition(":")[2]):
        yield _no_mailbox(location)
    else:
        for fault in filter(None, map(host_fault, _hosts(parts))):
            yield Problem("link-host", fault, location, _HOST_HINT)


def _refused_scheme(parts: SplitResult, location: Location) -> Problem:
    begins = f"`{parts.scheme}:`" if parts.scheme else "`//`"
    message = f"a link may not begin with {begins}"
    return Problem("link-scheme", message, location, "use https, http or mailto")


def _part_before_host(location: Location) -> Problem:
    message = "what comes before the @ is not part of the host"
    hint = "leave it out: it makes one host look like another"
    return Problem("link-host", message, location, hint)


def _no_mailbox(location: Location) -> Problem:
    message = "a link for mail holds one address, without copies, texts or anything else"
    return Problem("link-broken", message, location, "write [words](mailto:name@host) alone")


def _no_host(parts: SplitResult, location: Location) -> Problem:
    message = f"`{parts.geturl()}` names no host"
    return Problem("link-broken", message, location, "write the whole address: https://host/page")


def _hosts(parts: SplitResult) -> list[str]:
    """The hosts of a web address, or of the addresses of a mail."""
    return [parts.hostname or ""] if parts.netloc else _MAIL_HOST.findall(parts.path)


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
                yield Problem("link-host", fault, location, _HOST_HINT)


def _may_be_unread(site: Site, path: str) -> bool:
    """Whether the page is only missing because what it shows could not be read."""
    folder, _, rest = path.strip("/").partition("/")
    if folder == "glossary" and any(what == "term" for what, _ in site.lost.ids):
        return True
    name = rest.partition("/")[0]
    if folder in _FOLDERS and name:
        return is_unread(site, _FOLDERS[folder], name)
    return is_unread(site, "page", folder)


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
        alone, placed = _chart_lines(document), set[str]()
        charts = (one for one in references(document.body) if not one.is_figure)
        for reference in charts:
            location = in_body(document, reference.line, reference.column)
            if reference.line not in alone:
                yield _inside_a_line(reference.id, location)
            elif reference.id in placed:
                message = f"chart `{reference.id}` appears twice on this page"
                yield Problem("chart-repeated", message, location, "keep one of them")
            placed.add(reference.id)


def _chart_lines(document: Document) -> set[int]:
    """The lines of a text that are a chart and nothing else."""
    body = document.body
    return {line_and_column(body, found.start("id"))[0] for found in CHART_LINE.finditer(body)}


def _inside_a_line(chart: str, location: Location) -> Problem:
    message = f"the chart `{chart}` is inside a line"
    hint = f"give [[chart:{chart}]] a line of its own, with nothing else on it"
    return Problem("chart-in-line", message, location, hint)


def markup_is_read(site: Site) -> Iterator[Problem]:
    """``reference-malformed``: brackets that make no reference; ``markup-unread``: Markdown that is
    shown as it is typed.
    """
    for _, document in documents(site):
        body = _CODE.sub(lambda m: " " * len(m[0]), document.body)
        yield from _stray_brackets(document, body)
        yield from _unread_markup(document, blanked(body))


def _unread_markup(document: Document, plain: str) -> Iterator[Problem]:
    """What is written as Markdown in ``plain``, a text without its references, and is not read."""
    for pattern, message, hint in _UNREAD:
        for found in pattern.finditer(plain):
            location = in_body(document, *line_and_column(plain, found.start()))
            yield Problem("markup-unread", message, location, hint, Severity.WARNING)


def _stray_brackets(document: Document, body: str) -> Iterator[Problem]:
    without_references = REFERENCE.sub(lambda m: blank(m[0]), body)
    rest = FIGURES.sub(lambda m: blank(m[0]), without_references)
    for found in _BRACKETS.finditer(rest):
        location = in_body(document, *line_and_column(body, found.start()))
        message = f"this `{found[0]}` belongs to no reference"
        yield Problem("reference-malformed", message, location, _BRACKETS_HINT)


def references_stand_in_texts(site: Site) -> Iterator[Problem]:
    """``reference-misplaced``: a reference where none is read: only the text of a page and a
    chart's finding show figures.
    """
    for language in site.settings.languages:
        for text, location in plain_words(site, language):
            yield from (_shown_as_typed(one.id, location) for one in references(text))
    for chart in site.charts.values():
        for language, text in chart.finding.items():
            if not _is_a_sentence(text):
                yield _not_in_a_finding(location_of(chart, f"finding.{language}"))


def _shown_as_typed(name: str, location: Location) -> Problem:
    message = f"the reference to `{name}` would be shown as it is typed"
    hint = "references work in the text below the front matter and in a chart's `finding`"
    return Problem("reference-misplaced", message, location, hint)


def _not_in_a_finding(location: Location) -> Problem:
    message = "a finding is a sentence: no chart or table can stand in it"
    hint = "name figures: [[dataset.indicator]]"
    return Problem("reference-misplaced", message, location, hint)


def _is_a_sentence(finding: str) -> bool:
    has_charts = any(not reference.is_figure for reference in references(finding))
    return not has_charts and not any(figure_blocks(finding))


def plain_words(site: WrittenSite, language: str) -> Iterator[tuple[str, Location]]:
    """The words of pages and data in ``language`` that are shown as they are, with their places."""
    for written_in, document in documents(site):
        if written_in == language:
            yield from document.head
    for thing, key, words in _words_of_data(site):
        if language in words:
            yield words[language], location_of(thing, f"{key}.{language}")


def _words_of_data(site: WrittenSite) -> Iterator[tuple[Located, str, LocalisedText]]:
    """The words of everything but pages, each with what holds it and its field."""
    for chart in site.charts.values():
        yield chart, "title", chart.title
        yield chart, "note", chart.note
        yield chart, "hundred", chart.hundred
    for thing, withdrawal in site.withdrawn:
        yield thing, "withdrawn.because", withdrawal.because
    yield from _words_of_figures(site)
    yield from _words_of_sources(site)
    for term in site.glossary.values():
        yield term, "term", term.term
        yield term, "definition", term.definition
        yield term, "standard", term.standard


def _words_of_figures(site: WrittenSite) -> Iterator[tuple[Located, str, LocalisedText]]:
    for dataset in site.datasets.values():
        yield dataset, "title", dataset.title
        yield dataset, "description", dataset.description
    for indicator in site.indicators.values():
        yield indicator, "title", indicator.title
        yield indicator, "definition", indicator.definition
    for observation in site.observations.values():
        yield observation, "note", observation.note


def _words_of_sources(site: WrittenSite) -> Iterator[tuple[Located, str, LocalisedText]]:
    for source in site.sources.values():
        yield source, "note", source.note
        yield source, "without_figures", source.without_figures
