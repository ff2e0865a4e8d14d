"""Hosts are judged without any network: who can reach them, and what they look like."""

from __future__ import annotations

import pytest

from statsite.hosts import host_fault, is_example, is_host, is_reserved


@pytest.mark.parametrize(
    "host", ["www.gov.cn", "WWW.GOV.CN.", "1.1.1.1", "[2606:4700:4700::1111]", "xn--fiqs8s.cn"]
)
def test_a_public_host_has_no_fault(host: str) -> None:
    assert host_fault(host) is None


@pytest.mark.parametrize(
    ("host", "said"),
    [
        pytest.param("127.0.0.1", "private network", id="this machine"),
        pytest.param("0x7f.1", "private network", id="this machine in hexadecimal"),
        pytest.param("017700000001", "private network", id="this machine in octal"),
        pytest.param("[fe80::1%eth0]", "private network", id="a link of IPv6"),
        pytest.param("printer.local", "kept for examples", id="a local name"),
        pytest.param("www.example.com", "kept for examples", id="an example"),
        pytest.param("xn--a.cn\u00e4", "write its punycode", id="no ASCII"),
        pytest.param("xn--\u00e4.cn", "not punycode", id="punycode that is none"),
        pytest.param("xn--80ak6aa92e.com", "looks like another name", id="аррӏе in Cyrillic"),
        pytest.param("\u0430pple.com", "mixes alphabets", id="one Cyrillic letter"),
        pytest.param("newsroom", "is not a public host", id="one label"),
        pytest.param("a.b.999", "is not a public host", id="a number at the end"),
        pytest.param("a_-.cn", "is not a host", id="a hyphen at the end"),
    ],
)
def test_a_host_that_leads_elsewhere_is_told(host: str, said: str) -> None:
    assert said in (host_fault(host) or "")


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("example.org", True),
        ("a.b.Test.", True),
        ("1.0.0.10.in-addr.arpa", True),
        ("8.b.d.0.1.0.0.2.ip6.arpa.", True),
        ("ipv4only.arpa", True),
        ("resolver.arpa", True),
        ("service.arpa", True),
        ("eap-noob.arpa", True),
        ("6tisch.arpa", True),
        ("x.home.arpa", True),
        ("arpa.gov.cn", False),
        ("example.org.cn", False),
        ("testing", False),
    ],
)
def test_reserved_names_hold_what_is_below_them(host: str, *, expected: bool) -> None:
    assert is_reserved(host) is expected


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("example.org", True),
        ("WWW.Example.com.", True),
        ("a.example", True),
        ("localhost", False),
        ("a.test", False),
        ("example.org.cn", False),
        ("myexample.org", False),
    ],
)
def test_names_for_examples_are_some_of_the_reserved_ones(host: str, *, expected: bool) -> None:
    assert is_example(host) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("gov.cn", True),
        ("256.1.1.1", True),
        ("-a.cn", False),
        (f"{'a' * 64}.cn", False),
        (".".join(["a" * 60] * 5), False),
    ],
)
def test_labels_are_short_and_plain(name: str, *, expected: bool) -> None:
    assert is_host(name) is expected


@pytest.mark.parametrize(
    "host",
    [
        "[::1]", "[fd00::1]", "[ff02::1]", "[fec0::1]", "[2001:db8::1]", "[::ffff:10.0.0.1]",
        "[64:ff9b::7f00:1]", "[64:ff9b:1::1]", "[2002:7f00:1::]", "192.0.0.8", "224.0.0.1",
        "239.255.255.250", "255.255.255.255", "router.lan", "wiki.corp", "nas.home", "a.intranet",
        "a.private", "a.localdomain", "gov.cn..", "gov..cn",
    ],
)  # fmt: skip
def test_what_no_reader_reaches_is_a_fault(host: str) -> None:
    assert host_fault(host) is not None


@pytest.mark.parametrize(
    "host",
    [
        "www.gov.cn",
        "www.gov.cn.",
        "homes.cn",
        "home.cn",
        "lan.gov.cn",
        "8.8.8.8",
        "[2001:4860:4860::8888]",
        "[64:ff9b::808:808]",
        "[2002:808:808::]",
    ],
)
def test_what_every_reader_reaches_is_none(host: str) -> None:
    assert host_fault(host) is None


def test_a_host_outside_ascii_is_told_in_punycode() -> None:
    assert host_fault("bücher.de") == (
        "`bücher.de` is not written in ASCII letters: write its punycode, `xn--bcher-kva.de`"
    )
