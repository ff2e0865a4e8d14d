"""Long lists on several pages, joined by links: which part of a list each page shows, and where the
others are.

The first page of a list is that of the thing itself; the second is named after it, as
``beds/page-2``, and is in its folder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import ceil
from typing import TypeVar

from msgspec import Struct

from statsite.plan.views import Presenter

#: The most rows on a page that has one for each figure.
ROWS = 200

_MARK = "/page-"
_T = TypeVar("_T")


class Paging(Struct, frozen=True):
    """Where a page stands among those of a list: its number, from 1 on, and the addresses of all;
    ``first`` and ``last`` are the numbers of what it shows, of ``total``.
    """

    number: int
    addresses: tuple[str, ...]
    first: int
    last: int
    total: int

    @property
    def previous(self) -> str:
        """The address of the page before, empty on the first."""
        return self.addresses[self.number - 2] if self.number > 1 else ""

    @property
    def following(self) -> str:
        """The address of the page after, empty on the last."""
        return self.addresses[self.number] if self.number < len(self.addresses) else ""


def page_name(thing: str, number: int) -> str:
    """What a page of a list is named, from 1 on.

    >>> page_name("beds", 1), page_name("beds", 2)
    ('beds', 'beds/page-2')
    """
    return thing if number == 1 else f"{thing}{_MARK}{number}"


def named(page: str) -> tuple[str, int]:
    """The thing and the number that a page is named after.

    >>> named("beds/page-2")
    ('beds', 2)
    """
    thing, _, number = page.partition(_MARK)
    return thing, int(number or 1)


def further_pages(lengths: Mapping[str, int], most: int = ROWS) -> Iterator[str]:
    """The names of all pages but the first of each thing, by how long its list is."""
    for thing, length in lengths.items():
        yield from (page_name(thing, number) for number in range(2, ceil(length / most) + 1))


def part_of(
    listed: Sequence[_T], page: str, address: Callable[[str], str], most: int = ROWS
) -> tuple[Sequence[_T], Paging | None]:
    """What the page of that name shows of a list, and where it stands; None where there is but one.

    ``address`` gives that of a page by its name.
    """
    pages = [listed[begin : begin + most] for begin in range(0, len(listed), most)]
    return part_of_groups(pages, page, address)


def part_of_groups(
    pages: Sequence[Sequence[_T]], page: str, address: Callable[[str], str]
) -> tuple[Sequence[_T], Paging | None]:
    """As ``part_of``, of a list that is parted already."""
    if not pages[1:]:
        return (pages[0] if pages else ()), None
    thing, number = named(page)
    before, shown = sum(map(len, pages[: number - 1])), pages[number - 1]
    names = (page_name(thing, one) for one in range(1, len(pages) + 1))
    total = sum(map(len, pages))
    return shown, Paging(number, tuple(map(address, names)), before + 1, before + len(shown), total)


def filled(groups: Iterable[tuple[_T, int]], most: int) -> list[list[_T]]:
    """Groups of given sizes on as few pages as hold ``most`` each, in their order; one that is
    larger has a page of its own.
    """
    pages: list[list[_T]] = []
    room = 0
    for group, size in groups:
        if not pages or size > room:
            pages.append([])
            room = most
        pages[-1].append(group)
        room -= size
    return pages


def page_title(presenter: Presenter, title: str, paging: Paging | None) -> str:
    """The title of a page of a list: from the second on, with its number."""
    if paging is None or paging.number == 1:
        return title
    said = presenter.interface_text("title-of-page")
    return said.format(title=title, n=paging.number, count=len(paging.addresses))
