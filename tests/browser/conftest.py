"""One browser for all tests of pages, on the real site and on the gallery of charts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.reader import CHROMIUM, FLAGS, Reader, served
from tests.support.building import REAL, BuildOnce


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium."""
    with sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def reader(browser: Browser, built: BuildOnce) -> Iterator[Reader]:
    """A reader of the real site."""
    with served(built(REAL), browser) as found:
        yield found


@pytest.fixture(scope="session")
def gallery(browser: Browser, built: BuildOnce) -> Iterator[Reader]:
    """A reader of the site that shows every kind of chart."""
    with served(built("gallery"), browser) as found:
        yield found
