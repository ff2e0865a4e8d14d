"""What readers come for, from the first page of the site: each is had within three clicks on a
phone, without a script as well, where a step of each task says what is clicked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.reader import Reader, needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

MOST_CLICKS = 3

each_way = pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])


@dataclass(slots=True)
class Visit:
    """A reader on a page, and how often they have clicked since the first one."""

    page: Page
    clicks: int = 0

    def click(self, found: Locator) -> None:
        """Clicks what is found: one thing, seen, and not once too often."""
        self.clicks += 1
        assert self.clicks <= MOST_CLICKS
        found.click()

    def follow(self, *names: str, within: str = "main") -> None:
        """Follows links by their whole names, which may have a count behind them."""
        for name in names:
            whole = re.compile(rf"^\s*{re.escape(name)}(\s*\d+)?\s*$")
            self.click(self.page.locator(within).get_by_role("link", name=whole).first)


@each_way
def test_meaning_and_origin_of_a_figure(reader: Reader, *, scripts: bool) -> None:
    with reader.opened("index.html", scripts=scripts) as page:
        visit = Visit(page)
        visit.follow("养老服务", within="nav")
        visit.follow("超过8.5万对")
        told = page.locator(".passport")
        for part in ("多于8.5万对", "一家医疗卫生机构与一家养老服务机构签约", "健康报", "第3段"):
            expect(told).to_contain_text(part)


def test_the_same_figure_by_its_number(reader: Reader) -> None:
    with reader.opened("index.html") as page:
        page.get_by_role("searchbox").fill("超过8.5万对")
        Visit(page).click(page.locator(".found a").first)
        expect(page.locator("h1")).to_contain_text("超过8.5万对")


@each_way
def test_all_targets_of_an_area_for_a_year(reader: Reader, *, scripts: bool) -> None:
    with reader.opened("index.html", scripts=scripts) as page:
        visit = Visit(page)
        visit.follow("目标", within="nav")
        visit.follow("重庆市", within=".choices")
        visit.follow("2030年", within=".contents")
        heading = page.url.partition("#")[2]
        rows = page.locator(f"[id='{heading}'] ~ .measure tr", has_text="到2030年")
        aimed = [
            one
            for one in reader.site.figures.values()
            if (one["ref_area"], one["status"], one["time_period"]) == ("cn-cq", "target", "2030")
        ]
        assert rows.count() == len(aimed) > 0


@each_way
def test_provinces_compared_on_family_doctors(reader: Reader, *, scripts: bool) -> None:
    with reader.opened("index.html", scripts=scripts) as page:
        visit = Visit(page)
        visit.follow("地区", within="nav")
        visit.follow("比较各地的同一项指标", "家庭医生签约")
        areas = page.locator(".matrix tbody th a")
        assert {"重庆市", "湖南省", "河北省"} <= set(areas.all_inner_texts())
        expect(page.locator(".differs")).to_be_visible()


@each_way
@pytest.mark.parametrize("way", ["topic", "data"])
def test_a_topic_as_a_workbook(way: str, reader: Reader, *, scripts: bool) -> None:
    with reader.opened("index.html", scripts=scripts) as page:
        visit = Visit(page)
        if way == "topic":
            visit.follow("基层卫生", within="nav")
            visit.follow("下载与引用")
            offered = page.locator("#files + .offers")
        else:
            visit.follow("数据", within="nav")
            visit.follow("基层卫生")
            offered = page.locator("#topic-grassroots-health + .offers")
        link = offered.get_by_role("link", name="Excel").first
        address = str(link.evaluate("e => e.href")).removeprefix(f"{reader.base}/")
        assert visit.clicks < MOST_CLICKS
        assert address.startswith("topics/grassroots-health/")
        assert address.endswith(".xlsx")
        assert (reader.site.root / address).is_file()


@each_way
def test_a_figure_cited_by_the_national_standard(reader: Reader, *, scripts: bool) -> None:
    with reader.opened("index.html", scripts=scripts) as page:
        visit = Visit(page)
        visit.click(page.locator("main .lead a.n").first)
        visit.click(page.get_by_text("GB/T 7714", exact=False).first)
        reference = page.locator(".references dt:has-text('GB/T 7714') + dd")
        expect(reference).to_be_visible()
        expect(reference).to_contain_text("[DB/OL]")


@each_way
def test_what_changed_lately(reader: Reader, *, scripts: bool) -> None:
    with reader.opened("index.html", scripts=scripts) as page:
        newest = page.locator("#new + .index li").first
        title = newest.locator(".summary").inner_text()
        visit = Visit(page)
        visit.click(newest.get_by_role("link"))
        expect(page.locator(".rules > li:target")).to_contain_text(title)
        visit.follow("各次发布")


def test_what_changed_lately_by_search(reader: Reader) -> None:
    with reader.opened("index.html") as page:
        page.get_by_role("searchbox").fill("最近更新")
        Visit(page).click(page.locator(".found a").first)
        expect(page.locator("h1")).to_have_text("更正与修订")


@each_way
def test_a_chart_as_a_picture_for_a_chat(reader: Reader, *, scripts: bool) -> None:
    with reader.opened("index.html", scripts=scripts) as page:
        visit = Visit(page)
        visit.click(page.locator(".to-chart").first)
        picture = page.locator("#share + .card-to-keep img")
        picture.scroll_into_view_if_needed()
        expect(picture).to_be_visible()
        expect(page.locator(".card-to-keep")).to_contain_text("微信")
        assert float(picture.evaluate("e => e.getBoundingClientRect().width")) >= 300


@each_way
def test_text_made_large(reader: Reader, *, scripts: bool) -> None:
    size = "getComputedStyle(document.body).fontSize"
    with reader.opened("index.html", scripts=scripts) as page:
        before = float(page.evaluate(size).removesuffix("px"))
        Visit(page).click(page.get_by_label("大字"))
        assert float(page.evaluate(size).removesuffix("px")) > 1.3 * before
        page.get_by_label("大字").uncheck()
