"""Links of a page: relative to it, or absolute where it may be shown anywhere."""

from __future__ import annotations

from urllib.parse import urlsplit

from msgspec import Struct

from statsite import addresses
from statsite.plan.outputs import Page


class PageLinks(Struct, frozen=True):
    """Leads from the page at ``address`` to others; ``folder`` is the path of the site on its
    server where links must be absolute.
    """

    address: str
    folder: str | None = None

    def __call__(self, address: str, part: str = "") -> str:
        """The link to ``address``, and to ``part`` of what is there if one is given, with or
        without its ``#``.
        """
        return f"{self._path(address)}#{part.removeprefix('#')}" if part else self._path(address)

    def _path(self, address: str) -> str:
        if self.folder is None:
            return addresses.relative(address, base=self.address)
        return f"{self.folder}/{addresses.relative(address, addresses.HOME)}"

    @property
    def root(self) -> str:
        """The link to the folder of the site."""
        return self(addresses.HOME).removesuffix(addresses.INDEX)


def links_of(page: Page, base_url: str | None) -> PageLinks:
    """The links of a page; a server shows that of unknown addresses at addresses of any depth, so
    that only absolute links lead home from it.
    """
    if base_url is None or page.unlocalised != addresses.NOT_FOUND:
        return PageLinks(page.address)
    return PageLinks(page.address, urlsplit(base_url).path.rstrip("/"))


def has_no_links(page: Page, base_url: str | None) -> bool:
    """Whether a page is shown at addresses of any depth by a server of which nothing is known: no
    link is sure to lead anywhere.
    """
    return base_url is None and page.unlocalised == addresses.NOT_FOUND
