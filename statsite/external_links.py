"""Whether the links to other sites answer: the one part that uses the network, run by hand and
never by a build.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

import click
from msgspec import Struct

from statsite.check.prose import documents, place_of
from statsite.hosts import host_fault
from statsite.messages import print_line, print_problems
from statsite.model import WrittenSite, addresses_of, location_of
from statsite.problems import Location
from statsite.prose import links
from statsite.read.site import read_site

#: Seconds to wait for one answer, and between two questions.
PATIENCE = 20.0
PAUSE = 1.0

#: Statuses of servers that answer no HEAD, though they would a GET; of pages that are there but
#: want more than a robot.
_NO_HEAD = frozenset({400, 403, 404, 405, 406, 501})
_THERE = frozenset({401, 403, 405, 406, 429, 451, 999})

_NAME = {
    "User-Agent": "statsite-links/1 (looks whether links answer; one request a second)",
    "Accept": "*/*",
}


class Answer(Struct, frozen=True):
    """What came of a link: whether a page is there, and in words what was said."""

    is_there: bool
    said: str


def external_addresses(site: WrittenSite) -> dict[str, Location]:
    """Every address of another site that prose, a source or the settings name, without its
    fragment, with the first place that does.
    """
    found: dict[str, Location] = {}
    for address, location in _named(site):
        if _is_of_web(address):
            found.setdefault(address.partition("#")[0], location)
    return found


def _is_of_web(address: str) -> bool:
    return urlsplit(address).scheme.lower() in {"http", "https"}


def _named(site: WrittenSite) -> Iterator[tuple[str, Location]]:
    for _, document in documents(site):
        yield from ((link.target, place_of(document, link)) for link in links(document.body))
    for source in site.sources.values():
        yield from ((url, location_of(source, field)) for field, url in addresses_of(source))
    settings = site.settings
    if settings.data_licence:
        yield settings.data_licence.url, location_of(settings, "data_licence.url")
    if settings.report:  # what stands behind the question mark is filled in by who reports
        yield settings.report.partition("?")[0], location_of(settings, "report")


def ask_server(address: str, is_public: Callable[[str], bool]) -> Answer:
    """What the server at ``address`` says to a HEAD, or to a GET where it answers none;
    ``is_public`` says whether a host may be asked at all.
    """
    opener = build_opener(_Redirects(is_public))
    status = _status(opener, address, "HEAD", is_public)
    if status in _NO_HEAD:
        status = _status(opener, address, "GET", is_public)
    return Answer(is_there=False, said=status) if isinstance(status, str) else _answer(status)


def _answer(status: int) -> Answer:
    # A redirect that is left leads nowhere.
    is_there = status < http.HTTPStatus.MULTIPLE_CHOICES or status in _THERE
    return Answer(is_there, f"{status} {http.client.responses.get(status, '')}".strip())


def _status(
    opener: OpenerDirector, address: str, method: str, is_public: Callable[[str], bool]
) -> int | str:
    """The status of an answer, or why there is none. No body is read."""
    if not is_public(urlsplit(address).hostname or ""):
        return "the host leads to no public address"
    try:
        with opener.open(
            Request(address, method=method, headers=_NAME),  # noqa: S310 - http and https alone are asked
            timeout=PATIENCE,
        ) as answer:
            return int(answer.status)
    except HTTPError as error:
        error.close()
        return error.code
    except (URLError, OSError, http.client.HTTPException, ValueError) as error:
        return str(getattr(error, "reason", None) or error or type(error).__name__)


class _Redirects(HTTPRedirectHandler):
    """Follows a server to other public hosts, and to no other."""

    max_redirections = 5

    def __init__(self, is_public: Callable[[str], bool]) -> None:
        self._is_public = is_public

    def redirect_request(  # noqa: PLR0913, PLR0917 - the library's signature
        self, req: Request, fp: object, code: int, msg: str, headers: object, newurl: str
    ) -> Request | None:
        """The next question, or an error where it would go to a private address."""
        parts = urlsplit(newurl)
        if parts.scheme not in {"http", "https"} or not self._is_public(parts.hostname or ""):
            raise URLError("it leads on to no public address")
        following = super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]
        if following is not None:
            following.method = req.get_method()
        return following


def is_public(host: str) -> bool:
    """Whether every address that ``host`` has is public, so that a site's text makes this machine
    ask nothing of its own network.
    """
    if host_fault(host):
        return False
    try:
        found = _addresses_of_host(host)
    except OSError:
        return False
    return bool(found) and all(ipaddress.ip_address(one).is_global for one in found)


def _addresses_of_host(host: str) -> set[str]:
    """The addresses that a host is found at. Raises OSError."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return {str(address[4][0]).partition("%")[0] for address in found}


@click.command()
@click.option(
    "--site",
    default=".",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The site's folder.",
)
def links_command(site: Path) -> None:
    """Ask each other site that this one links to whether its page is there, one after another."""
    read, problems = read_site(site)
    if read is None:
        print_problems(problems, "text")
        sys.exit(1)
    found = external_addresses(read)
    silent = sum(_tell_where_silent(address, place) for address, place in _one_by_one(found))
    print_line(f"{len(found)} links to other sites, {silent} that do not answer")
    sys.exit(1 if silent else 0)


def _one_by_one(found: Mapping[str, Location]) -> Iterator[tuple[str, Location]]:
    """The addresses and their places, with a pause between each and the next."""
    for number, one in enumerate(found.items()):
        time.sleep(PAUSE if number else 0)
        yield one


def _tell_where_silent(address: str, location: Location) -> bool:
    """Whether the page at an address is not there, which is then said."""
    answer = ask_server(address, is_public)
    if not answer.is_there:
        said = f"{address!r} does not answer: {answer.said!r}"
        print_line(f"{location}: warning: {said} [link-silent]")
    return not answer.is_there


if __name__ == "__main__":
    links_command()
