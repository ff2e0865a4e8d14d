"""The text of a page with all that it is shown with: told as it is written, and made HTML when the
page is made, which takes longer than to see that nothing of it changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct, field

from statsite.plan.outputs import linked
from statsite.plan.tables import PairView, TableView
from statsite.prose import CHART_LINE, FIGURES_LINE, REFERENCE, FigureBlock, figure_block
from statsite.render.prose import FigureLink, ProseBlock, prose_blocks
from statsite.render.terms import TermLinks
from statsite.values import replace


def charts_placed(body: str) -> tuple[str, ...]:
    """The charts that a text places, by their ids."""
    return tuple(dict.fromkeys(found["id"] for found in CHART_LINE.finditer(body)))


def figures_named(body: str) -> tuple[str, ...]:
    """The figures that a text names in its sentences, by their ids."""
    return tuple(dict.fromkeys(found["id"] for found in REFERENCE.finditer(body)))


def figures_shown_together(body: str) -> Iterator[FigureBlock]:
    """The tables and pairs that a text places."""
    return (figure_block(found, body) for found in FIGURES_LINE.finditer(body))


class PageText(Struct, frozen=True):
    """A text in Markdown, its ``body``, with the ``figures`` that it names, by their ids, the
    tables and pairs ``shown`` where it places them, and the ``terms`` that it may mention.

    An editor's link may lead to one of the ``targets``, in the language of ``localised``.
    """

    body: str
    figures: Mapping[str, FigureLink]
    shown: Mapping[FigureBlock, TableView | PairView]
    targets: frozenset[str]
    localised: Callable[[str], str]
    terms: TermLinks = field(default_factory=TermLinks)

    def blocks(self, link: Callable[[str], str]) -> list[ProseBlock]:
        """It as a page shows it, which leads to the address of another one by ``link``."""
        found = prose_blocks(
            self.body, self.figures, link, lambda target: link(self._linked(target)), self.terms
        )
        return [
            replace(block, shown=self.shown[block.written]) if block.written else block
            for block in found
        ]

    def _linked(self, target: str) -> str:
        """The file an editor's link leads to: a page in this language, or a file, which all
        languages share.
        """
        path = linked(target, self.targets)
        return self.localised(path) if path.endswith(".html") else path
