"""Links to other sites are asked politely, and never in the network of the one who asks."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from click.testing import CliRunner

from statsite import external_links
from statsite.external_links import ask_server, external_addresses, is_public, links_command
from statsite.read.site import read_site
from tests.support.types import WriteSite


class _Pages(BaseHTTPRequestHandler):
    """A site with a page of each sort; notes what it was asked."""

    questions: list[tuple[str, str]] = []  # noqa: RUF012 - one server at a time

    def _answer(self) -> None:
        self.questions.append((self.command, self.path))
        status = {
            "/there": 200,
            "/gone": 404,
            "/no-head": 405 if self.command == "HEAD" else 200,
            "/locked": 403,
            "/broken": 500,
        }.get(self.path, 302)
        self.send_response(status)
        if status == 302:
            self.send_header(
                "Location",
                {
                    "/moved": "/there",
                    "/private": "http://10.0.0.1/",
                    "/file": "file:///etc/passwd",
                }.get(self.path, "/round"),
            )
        self.end_headers()

    do_GET = do_HEAD = _answer  # noqa: N815 - the library's names

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def pages() -> Iterator[str]:
    """The address of a running site of pages."""
    _Pages.questions.clear()
    with HTTPServer(("127.0.0.1", 0), _Pages) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("path", "is_there", "said", "questions"),
    [
        ("/there", True, "200 OK", ["HEAD /there"]),
        ("/no-head", True, "200 OK", ["HEAD /no-head", "GET /no-head"]),
        ("/gone", False, "404 Not Found", ["HEAD /gone", "GET /gone"]),
        ("/locked", True, "403 Forbidden", ["HEAD /locked", "GET /locked"]),
        ("/broken", False, "500 Internal Server Error", ["HEAD /broken"]),
        ("/moved", True, "200 OK", ["HEAD /moved", "HEAD /there"]),
        ("/private", False, "it leads on to no public address", ["HEAD /private"]),
        ("/file", False, "302 Found", ["HEAD /file"]),
    ],
)
def test_a_page_is_there_or_not(
    pages: str,
    path: str,
    is_there: bool,  # noqa: FBT001 - a row of a table
    said: str,
    questions: list[str],
) -> None:
    answer = ask_server(f"{pages}{path}", lambda host: host == "127.0.0.1")
    assert (answer.is_there, answer.said) == (is_there, said)
    assert [f"{command} {asked_path}" for command, asked_path in _Pages.questions] == questions


def test_a_server_that_leads_in_a_circle_ends(pages: str) -> None:
    assert ask_server(f"{pages}/round", lambda _host: True).is_there is False
    assert len(_Pages.questions) < 10


def test_nothing_of_this_machines_own_network_is_asked(pages: str) -> None:
    assert ask_server(f"{pages}/there", is_public).said == "the host leads to no public address"
    assert _Pages.questions == []
    assert [
        host
        for host in ("localhost", "127.0.0.1", "10.0.0.1", "[::1]", "a.test")
        if is_public(host)
    ] == []


def test_each_address_is_asked_once_where_it_first_stands(
    write_site: WriteSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = (
        "---\ntitle: About\n---\n[a](https://www.un.org/a#b), [b](https://www.un.org/a), "
        "[c](about), [d](mailto:a@un.org), [e](http://who.int)\n"
    )
    root = write_site({"content/pages/about/en.md": body})
    site, _ = read_site(root)
    assert site is not None
    assert {address: str(location) for address, location in external_addresses(site).items()} == {
        "https://www.un.org/a": "content/pages/about/en.md:4:5",
        "http://who.int": "content/pages/about/en.md:4:95",
    }
    slept: list[float] = []
    monkeypatch.setattr(external_links.time, "sleep", slept.append)  # type: ignore[attr-defined]
    monkeypatch.setattr(
        external_links,
        "ask_server",
        lambda address, _public: external_links.Answer("who" not in address, "404 Not Found"),
    )
    result = CliRunner().invoke(links_command, ["--site", str(root)])
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        (
            "content/pages/about/en.md:4:95: warning: 'http://who.int' does not answer: '404 Not "
            "Found' [link-silent]"
        ),
        "2 links to other sites, 1 that do not answer",
    ]
    assert slept == [0, external_links.PAUSE]


def test_the_terms_of_use_and_the_place_for_reports_are_asked_for_too(
    write_site: WriteSite,
) -> None:
    text = (write_site() / "site.yaml").read_text(encoding="utf-8")
    settings = (
        "data_licence: {name: CC-BY-4.0, url: 'https://www.who.int/by#x'}\n"
        "report: https://www.un.org/new?title={title}\n"
    )
    site, _ = read_site(write_site({"site.yaml": f"{text}{settings}"}))
    assert site is not None
    lines = text.count("\n")
    assert {address: str(location) for address, location in external_addresses(site).items()} == {
        "https://www.who.int/by": f"site.yaml:{lines + 1}:38",
        "https://www.un.org/new": f"site.yaml:{lines + 2}:9",
    }


def test_a_mail_address_for_reports_is_not_asked(write_site: WriteSite) -> None:
    text = (write_site() / "site.yaml").read_text(encoding="utf-8")
    site, _ = read_site(write_site({"site.yaml": f"{text}report: editors@un.org\n"}))
    assert site is not None
    assert external_addresses(site) == {}


def test_of_a_site_that_cannot_be_read_no_link_counts_as_answering(write_site: WriteSite) -> None:
    result = CliRunner().invoke(links_command, ["--site", str(write_site({"site.yaml": "- a\n"}))])
    assert result.exit_code == 1
    assert "site.yaml:1:1: error: " in result.stderr
    assert "0 links" not in result.output
