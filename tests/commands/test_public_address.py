"""`--base-url` takes an address that a site can be published at, and says what is wrong of others."""

from __future__ import annotations

import click
import pytest

from statsite.commands.public_address import public_address


def test_no_address_is_none() -> None:
    assert public_address(None) is None


def test_an_address_is_taken_as_site_yaml_takes_it() -> None:
    assert public_address("https://data.gov.cn/health") == "https://data.gov.cn/health"


@pytest.mark.parametrize(
    "address", ["ftp://data.gov.cn", "data.gov.cn", "https://data.gov.cn/?a=1"]
)
def test_another_address_is_a_wrong_call_of_that_option(address: str) -> None:
    with click.Context(click.Command("build")), pytest.raises(click.BadParameter) as refused:
        public_address(address)
    assert refused.value.param_hint == "'--base-url'"
    assert refused.value.message
