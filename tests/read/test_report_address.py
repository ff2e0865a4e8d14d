"""An address for reports of errors is one that a reader's mail program or browser can fill in."""

from __future__ import annotations

import pytest
from pydantic_core import PydanticCustomError

from statsite.read.field_errors import FIELD_ERRORS
from statsite.read.report_address import read_report_address


@pytest.mark.parametrize(
    "written",
    [
        "figures@example.org",
        "first.last+site@mail.example.org",
        "https://example.org/issues/new?title={title}&body={body}",
        "https://example.org/-/issues/new?issue[title]={title}",
    ],
)
def test_an_address_that_can_be_filled_in_is_kept(written: str) -> None:
    assert read_report_address(written) == written


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("figures@example", "is not a mail address"),
        ("mailto:figures@example.org", "is not a mail address"),
        ("a b@example.org", "is not a mail address"),
        ("figures@example.org?subject={title}", "is not a mail address"),
        ("https://example.org/issues/new", "has no place for the title"),
        ("https://example.org/new?body={body}", "has no place for the title"),
        ("https://example.org/new?title={title}&to={name}", "`name`"),
        ("https://{title}.example.org/new?title={title}", "behind the question mark"),
        ("https://example.org/new?title={title!r}", "behind the question mark"),
        ("https://example.org/new?title={title:9}", "behind the question mark"),
        ("https://example.org/new?title={title", "behind the question mark"),
        ("https://example.org/new?title={{title}}", "behind the question mark"),
        ("ftp://example.org/new?title={title}", "is not a web address"),
        ("javascript:alert(1)?title={title}", "is not a web address"),
    ],
)
def test_another_address_is_refused(written: str, said: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        read_report_address(written)
    assert caught.value.context is not None
    assert said in caught.value.context[FIELD_ERRORS][0].message
