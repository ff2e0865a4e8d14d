"""A reader who reports an error need not copy which figure it is in."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from statsite.plan.error_reports import report_address, report_text
from tests.plan.looked_up import looked_up
from tests.support.smallest import SMALLEST
from tests.support.types import ReadFiles


def _reported(read_files: ReadFiles, language: str, report: str) -> str:
    written = SMALLEST["site.yaml"].replace("null", "https://example.org/h") + report
    edition = looked_up(read_files, language, {"site.yaml": written})
    return report_address(edition.presenter, edition.figures["care.beds-planned@2030"])


def test_a_mail_names_the_figure_in_its_subject_and_its_page_in_its_text(
    read_files: ReadFiles,
) -> None:
    parts = urlsplit(_reported(read_files, "en", "report: figures@example.org\n"))
    told = parse_qs(parts.query)
    assert (parts.scheme, parts.path) == ("mailto", "figures@example.org")
    assert told["subject"] == ["Error in a figure: care.beds-planned@2030"]
    lines = told["body"][0].split("\r\n")
    assert "Figure: 1,500 beds" in lines
    assert "Address: https://example.org/h/en/figures/care.beds-planned@2030/" in lines


def test_an_issue_is_filled_in_where_the_address_has_its_places(read_files: ReadFiles) -> None:
    written = "report: https://example.org/new?issue[title]={title}&text={body}\n"
    told = parse_qs(urlsplit(_reported(read_files, "zh", written)).query)
    assert told["issue[title]"] == ["数字有误：care.beds-planned@2030"]
    assert "指标：床位目标\n数字：1500张\n" in told["text"][0]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_linked_where_the_site_takes_no_reports(
    read_files: ReadFiles, language: str
) -> None:
    assert _reported(read_files, language, "") == ""


def test_a_text_to_send_names_the_figure_and_asks_what_is_wrong(read_files: ReadFiles) -> None:
    edition = looked_up(read_files)
    told = report_text(edition.presenter, edition.figures["care.beds-planned@2030"]).splitlines()
    assert told[0] == "Id: care.beds-planned@2030"
    assert "Figure: 1,500 beds" in told
    assert told[-1] == "What is wrong, and how do you know?"
