"""Hosts that no reader reaches, told by their addresses and names alone."""

from __future__ import annotations

import pytest

from statsite.hosts import host_fault


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
