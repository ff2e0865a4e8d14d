"""Markdown prose leads somewhere, keeps the outline of its page, and holds no markup that nobody
reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import SplitResult, urlsplit

from statsite import addresses
from statsite.check.references import is_unread, named_again
from statsite.check.text_locations import Words, located_texts, of_each
from statsite.hosts import host_fault
from statsite.model import (
    ChartRequest,
    Document,
    Prose,
    Site,
    Source,
    Term,
    WrittenDataset,
    WrittenFigure,
    WrittenIndicator,
    WrittenSite,
    location_of,
)
from statsite.plan.outputs import link_targets, linked, reserved_slugs
from statsite.problems import (
    Location,
    Problem,
    Severity,
    closest,
    line_and_column,
    suggestion,
)
from statsite.prose import (
    CHART_LINE,
    FIGURES,
    REFERENCE,
    FigureBlock,
    ProseLink,
    ProseReference,
    blank,
    blanked,
    figure_blocks,
    links,
    references,
)
from statsite.read.text import shown

_MAIL = "mailto"
_SCHEMES = {"http", "https", _MAIL}
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
    for prose in _pages(site):
        yield from (found for found in prose.documents.items() if not is_too_long(found[1]))


def texts_in(site: WrittenSite, language: str) -> Iterator[Document]:
    """The documents of one language."""
    return (document for written_in, document in documents(site) if written_in == language)


def is_too_long(document: Document) -> bool:
    """Whether a document is refused for its length."""
    return len(document.body) > LONGEST_TEXT


def all_documents(site: WrittenSite) -> Iterator[Document]:
    """Every document, those that are refused too."""
    for prose in _pages(site):
        yield from prose.documents.values()


def _pages(site: WrittenSite) -> Iterator[Prose]:
    """The pages of topics, then the others."""
    yield from site.topics.values()
    yield from site.pages.values()


def in_body(document: Document, line: int, column: int) -> Location:
    """The place in the file of a line and column of the body."""
    return Location(document.location.path, document.body_line + line - 1, column)


def at_character(document: Document, offset: int) -> Location:
    """The place in the file of a character of the body."""
    return in_body(document, *line_and_column(document.body, offset))


def place_of(document: Document, one: ProseReference | FigureBlock | ProseLink) -> Location:
    """The place in the file of what was found in the body."""
    return in_body(document, one.line, one.column)


def links_lead_somewhere(site: Site) -> Iterator[Problem]:
    """``link-broken``: a link to a page that is not built; ``link-scheme``: one to something other
    than a web page.
    """
    known = link_targets(site)
    for target, location in _links(site):
        yield from _link_problems(site, target, location, known)


def _links(site: Site) -> Iterator[tuple[str, Location]]:
    """The target of each link in prose, and where it is."""
    for _, document in documents(site):
        for link in links(document.body):
            yield link.target, place_of(document, link)


def _link_problems(
    site: Site, target: str, location: Location, known: frozenset[str]
) -> Iterator[Problem]:
    """What is wrong with a link to ``target``; ``known`` are the files of the site."""
    parts = _parts(target)
    if parts is None:
        yield _no_address(shown(target), location)
    elif _is_elsewhere(parts):
        yield from _elsewhere(parts, location)
    elif _leads_nowhere(site, parts.path, known):
        yield _no_page(target, location, _link_hint(parts.path.strip("/"), known))


def _is_elsewhere(parts: SplitResult) -> bool:
    return bool(parts.scheme or parts.netloc)


def _no_page(target: str, location: Location, hint: str) -> Problem:
    return Problem("link-broken", f"there is no page `{target}`", location, hint)


def _leads_nowhere(site: Site, path: str, known: frozenset[str]) -> bool:
    """Whether a page of the site is not there, and would not be if all could be read."""
    return bool(path) and linked(path, known) not in known and not _may_be_unread(site, path)


def _no_address(target: str, location: Location) -> Problem:
    message, hint = f"{target} is not a web address", "write the whole address: https://host/page"
    return Problem("link-broken", message, location, hint)


def _link_hint(path: str, known: frozenset[str]) -> str:
    """The page that was probably meant: one of the same folder where the path names a folder."""
    folder = _folder_of_pages(path)
    close = closest(path.removeprefix(folder), _pages_in(folder, known))
    if close:
        return suggestion(f"{folder}{close}")
    return "write it from the site's root: `about`, `topics/<topic>`, `data/<dataset>`"


def _folder_of_pages(path: str) -> str:
    """The folder of the output that a path begins with; empty where it names none."""
    folder = path.partition("/")[0]
    return f"{folder}/" if folder in _FOLDERS else ""


def _pages_in(folder: str, known: frozenset[str]) -> list[str]:
    """The pages of a folder as links within it name them."""
    pages = sorted(one.removesuffix(f"/{addresses.INDEX}") for one in known)
    return [*_without_beginning(pages, folder)]


def _without_beginning(names: Iterable[str], beginning: str) -> Iterator[str]:
    """The rest of each name that begins so."""
    return (one.removeprefix(beginning) for one in names if one.startswith(beginning))


def _elsewhere(parts: SplitResult, location: Location) -> Iterator[Problem]:
    """What is wrong with a link to another site."""
    refused = [refusal(parts, location) for is_so, refusal in _REFUSALS if is_so(parts)]
    yield from refused[:1] or _host_problems(parts, location)


def _host_problems(parts: SplitResult, location: Location) -> Iterator[Problem]:
    for fault in filter(None, map(host_fault, _hosts(parts))):
        yield _refused_host(fault, location)


def _has_refused_scheme(parts: SplitResult) -> bool:
    return parts.scheme.lower() not in _SCHEMES


def _is_mail(parts: SplitResult) -> bool:
    return parts.scheme.lower() == _MAIL


def _names_no_host(parts: SplitResult) -> bool:
    return not parts.netloc and not _is_mail(parts)


def _has_part_before_host(parts: SplitResult) -> bool:
    return "@" in parts.netloc


def _names_no_mailbox(parts: SplitResult) -> bool:
    return _is_mail(parts) and not _MAILBOX.fullmatch(parts.geturl().partition(":")[2])


def _refused_scheme(parts: SplitResult, location: Location) -> Problem:
    begins = f"`{parts.scheme}:`" if parts.scheme else "`//`"
    message = f"a link may not begin with {begins}"
    return Problem("link-scheme", message, location, "use https, http or mailto")


def _part_before_host(_: SplitResult, location: Location) -> Problem:
    message = "what comes before the @ is not part of the host"
    hint = "leave it out: it makes one host look like another"
    return Problem("link-host", message, location, hint)


def _no_mailbox(_: SplitResult, location: Location) -> Problem:
    message = "a link for mail holds one address, without copies, texts or anything else"
    return Problem("link-broken", message, location, "write [words](mailto:name@host) alone")


def _no_host(parts: SplitResult, location: Location) -> Problem:
    message = f"`{parts.geturl()}` names no host"
    return Problem("link-broken", message, location, "write the whole address: https://host/page")


#: What no link to another site may be, in the order in which it is told, and its problem.
_REFUSALS = (
    (_has_refused_scheme, _refused_scheme),
    (_names_no_host, _no_host),
    (_has_part_before_host, _part_before_host),
    (_names_no_mailbox, _no_mailbox),
)


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


def unread_hosts(_: str, document: Document) -> Iterator[Problem]:
    """``link-host``: a link to a host in letters of several alphabets, which is not even read as a
    link.
    """
    for host, location in _found(_FOREIGN_HOST, document, document.body, "host"):
        if fault := host_fault(host):
            yield _refused_host(fault, location)


def _found(
    pattern: re.Pattern[str], document: Document, text: str, group: int | str = 0
) -> Iterator[tuple[str, Location]]:
    """What a pattern finds in ``text``, the body of a document or that with parts blanked."""
    for found in pattern.finditer(text):
        yield found[group], at_character(document, found.start(group))


def _refused_host(fault: str, location: Location) -> Problem:
    hint = "link to a page that every reader reaches, by the name it is known by"
    return Problem("link-host", fault, location, hint)


def _may_be_unread(site: Site, path: str) -> bool:
    """Whether the page is only missing because what it shows could not be read."""
    folder, _, rest = path.strip("/").partition("/")
    if folder == "glossary" and _has_lost_terms(site):
        return True
    return is_unread(site, *_shown_at(folder, rest.partition("/")[0]))


def _has_lost_terms(site: Site) -> bool:
    return any(what == "term" for what, _ in site.lost.ids)


def _shown_at(folder: str, name: str) -> tuple[str, str]:
    """What the page at ``folder/name`` shows, and the id of that."""
    return (_FOLDERS[folder], name) if folder in _FOLDERS and name else ("page", folder)


def slugs_are_free(site: Site) -> Iterator[Problem]:
    """``slug-reserved``: a page of content/pages in a folder that the built site fills itself."""
    reserved = reserved_slugs()
    for slug, prose in site.pages.items():
        if slug in reserved:
            yield _reserved_slug(slug, prose.location)


def _reserved_slug(slug: str, location: Location) -> Problem:
    message = f"the folder `{slug}` of the built site is not free for a page"
    return Problem("slug-reserved", message, location, "choose another name for the folder")


def headings_begin_at_two(_: str, document: Document) -> Iterator[Problem]:
    """``heading-level``: the title is the page's one first-level heading."""
    for _, location in _found(_FIRST_HEADING, document, document.body):
        yield _first_level(location)


def _first_level(location: Location) -> Problem:
    message = "the text has a first-level heading"
    return Problem("heading-level", message, location, "begin headings with ##")


def charts_stand_alone(_: str, document: Document) -> Iterator[Problem]:
    """``chart-in-line``: a chart named inside a sentence, where none can be drawn;
    ``chart-repeated``: one placed twice on a page.
    """
    yield from _charts_in_lines(document)
    yield from _charts_placed_again(document)


def _charts_in_lines(document: Document) -> Iterator[Problem]:
    lines = _chart_lines(document)
    for chart in _placed_charts(document):
        if chart.line not in lines:
            yield _inside_a_line(document, chart)


def _charts_placed_again(document: Document) -> Iterator[Problem]:
    lines = _chart_lines(document)
    for chart in named_again(_placed_charts(document)):
        if chart.line in lines:
            yield _placed_twice(document, chart)


def _placed_charts(document: Document) -> Iterator[ProseReference]:
    return (one for one in references(document.body) if not one.is_figure)


def _chart_lines(document: Document) -> set[int]:
    """The lines of a text that are a chart and nothing else."""
    body = document.body
    return {line_and_column(body, found.start("id"))[0] for found in CHART_LINE.finditer(body)}


def _inside_a_line(document: Document, chart: ProseReference) -> Problem:
    message = f"the chart `{chart.id}` is inside a line"
    hint = f"give [[chart:{chart.id}]] a line of its own, with nothing else on it"
    return Problem("chart-in-line", message, place_of(document, chart), hint)


def _placed_twice(document: Document, chart: ProseReference) -> Problem:
    message = f"chart `{chart.id}` appears twice on this page"
    return Problem("chart-repeated", message, place_of(document, chart), "keep one of them")


def markup_is_read(_: str, document: Document) -> Iterator[Problem]:
    """``reference-malformed``: brackets that make no reference; ``markup-unread``: Markdown that is
    shown as it is typed.
    """
    yield from _stray_brackets(document)
    yield from _unread_markup(document)


def _without_code(body: str) -> str:
    return _CODE.sub(lambda found: " " * len(found[0]), body)


def _unread_markup(document: Document) -> Iterator[Problem]:
    """What is written as Markdown and is not read."""
    plain = blanked(_without_code(document.body))
    for pattern, message, hint in _UNREAD:
        for _, location in _found(pattern, document, plain):
            yield Problem("markup-unread", message, location, hint, Severity.WARNING)


def _stray_brackets(document: Document) -> Iterator[Problem]:
    rest = _without_references(_without_code(document.body))
    for bracket, location in _found(_BRACKETS, document, rest):
        yield _stray_bracket(bracket, location)


def _stray_bracket(bracket: str, location: Location) -> Problem:
    message = f"this `{bracket}` belongs to no reference"
    return Problem("reference-malformed", message, location, _BRACKETS_HINT)


def _without_references(body: str) -> str:
    """``body`` with every reference, table and pair blanked."""
    return FIGURES.sub(_blank_found, REFERENCE.sub(_blank_found, body))


def _blank_found(found: re.Match[str]) -> str:
    return blank(found[0])


def references_stand_in_texts(site: Site) -> Iterator[Problem]:
    """``reference-misplaced``: a reference where none is read: only the text of a page and a
    chart's finding show figures.
    """
    for language in site.settings.languages:
        yield from _references_in_words(site, language)
    for chart in site.charts.values():
        yield from map(_not_in_a_finding, _findings_with_more(chart))


def _references_in_words(site: Site, language: str) -> Iterator[Problem]:
    """The references in what is shown as it is."""
    for text, location in plain_words(site, language):
        yield from (_shown_as_typed(one.id, location) for one in references(text))


def _findings_with_more(chart: ChartRequest) -> Iterator[Location]:
    """Where findings are that hold more than a sentence."""
    for language, text in chart.finding.items():
        if not _is_a_sentence(text):
            yield location_of(chart, f"finding.{language}")


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
    for document in texts_in(site, language):
        yield from document.head
    for thing, key, words in _words_of_data(site):
        if language in words:
            yield words[language], location_of(thing, f"{key}.{language}")


def _words_of_data(site: WrittenSite) -> Iterator[Words]:
    """The words of everything but pages, each with what holds it and its field."""
    yield from of_each(_words_of_chart, site.charts)
    yield from words_of_withdrawals(site)
    yield from _words_of_figures(site)
    yield from of_each(_words_of_source, site.sources)
    yield from of_each(_words_of_term, site.glossary)


def _words_of_chart(chart: ChartRequest) -> Iterator[Words]:
    return located_texts(chart, title=chart.title, note=chart.note, hundred=chart.hundred)


def words_of_withdrawals(site: WrittenSite) -> Iterator[Words]:
    """Why each thing that was withdrawn was."""
    for thing, withdrawal in site.withdrawn:
        yield thing, "withdrawn.because", withdrawal.because


def _words_of_term(term: Term) -> Iterator[Words]:
    return located_texts(term, term=term.term, definition=term.definition, standard=term.standard)


def _words_of_figures(site: WrittenSite) -> Iterator[Words]:
    yield from of_each(words_of_dataset, site.datasets)
    yield from of_each(words_of_indicator, site.indicators)
    yield from of_each(_words_of_figure, site.observations)


def _words_of_figure(figure: WrittenFigure) -> Iterator[Words]:
    return located_texts(figure, note=figure.note)


def words_of_dataset(dataset: WrittenDataset) -> Iterator[Words]:
    """What a dataset is called and what it holds."""
    return located_texts(dataset, title=dataset.title, description=dataset.description)


def words_of_indicator(indicator: WrittenIndicator) -> Iterator[Words]:
    """What an indicator is called and what it is."""
    return located_texts(indicator, title=indicator.title, definition=indicator.definition)


def _words_of_source(source: Source) -> Iterator[Words]:
    return located_texts(source, note=source.note, without_figures=source.without_figures)
