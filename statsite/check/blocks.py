"""Tables and pairs of figures in prose name what they show, are where they can be shown, and order
nothing that has no order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import filterfalse

from statsite.check.prose import documents, place_of
from statsite.check.references import named_again
from statsite.model import Document, Observation, Site
from statsite.plan.tables import BY_VALUE
from statsite.problems import Location, Problem, line_and_column
from statsite.prose import FIGURES_LINE, FigureBlock, ProseReference, figure_blocks

#: How many figures are side by side in a pair.
PAIR = 2

_LINE_HINT = "give it lines of its own, with nothing else on them"
_CAPTION_HINT = "write it behind a bar, in the language of the page: [[table: id, id | caption]]"
_COMMAS = frozenset("，、；;")


#: What may be before the colon of each kind, and what to write instead of anything else.
_ORDERS = {"table": ("", BY_VALUE), "pair": ("",)}
_ORDER_HINTS = {
    "table": f"write [[table: …]], or [[table {BY_VALUE}: …]] for the largest first",
    "pair": "write [[pair: id, id]]",
}


def blocks_stand_alone(_: str, document: Document) -> Iterator[Problem]:
    """``block-in-line``: a table or pair inside a sentence, where it would be shown as
    it is typed.
    """
    yield from (_inside_a_line(document, block) for block in _inside_lines(document))


def _inside_a_line(document: Document, block: FigureBlock) -> Problem:
    message = f"a {block.kind} stands inside a line"
    return Problem("block-in-line", message, place_of(document, block), _LINE_HINT)


def _inside_lines(document: Document) -> Iterator[FigureBlock]:
    """The blocks of a text that are not alone on their lines."""
    own_lines = _own_lines(document.body)
    for block in figure_blocks(document.body):
        if (block.line, block.column) not in own_lines:
            yield block


def _own_lines(body: str) -> set[tuple[int, int]]:
    """Where the blocks of a text begin that are alone on their lines."""
    return {line_and_column(body, found.start("name")) for found in FIGURES_LINE.finditer(body)}


def blocks_are_whole(site: Site) -> Iterator[Problem]:
    """``block-malformed``: a table or pair that asks for what there is not; ``figure-repeated``: a
    figure in it twice; ``caption-missing``.
    """
    for document, block in _blocks(site):
        yield from _naming_problems(document, block)
        yield from _caption_problems(site, document, block)


def _naming_problems(document: Document, block: FigureBlock) -> Iterator[Problem]:
    """What is wrong with the order that a block asks for, and with the figures that it names."""
    location = place_of(document, block)
    yield from _order_problems(block, location)
    yield from _number_problems(block, location)
    yield from _id_problems(block, document)


def _caption_problems(site: Site, document: Document, block: FigureBlock) -> Iterator[Problem]:
    """That a table of several indicators says nothing of what they have in common."""
    if _may_want_caption(block) and len(_indicators(site, block)) > 1:
        yield _without_caption(place_of(document, block))


def _may_want_caption(block: FigureBlock) -> bool:
    return block.kind == "table" and not block.caption


def _without_caption(location: Location) -> Problem:
    message = "nothing says what the figures of this table have in common"
    return Problem("caption-missing", message, location, _CAPTION_HINT)


def blocks_do_not_mislead(site: Site) -> Iterator[Problem]:
    """``table-misleads``: figures of several units in an order of size."""
    for document, block in _blocks(site):
        if block.order == BY_VALUE:
            yield from _unit_problems(_units(site, block), place_of(document, block))


def _unit_problems(units: Sequence[str], location: Location) -> Iterator[Problem]:
    """That figures of these units have no order."""
    if len(units) > 1:
        message = f"figures in {units[0]} and in {units[1]} have no order by value"
        hint = f"leave `{BY_VALUE}` out, or make two tables"
        yield Problem("table-misleads", message, location, hint)


def _units(site: Site, block: FigureBlock) -> list[str]:
    """The units of a block's figures, each once, in the order of these."""
    return [*dict.fromkeys(figure.unit for figure in _figures(site, block))]


def _blocks(site: Site) -> Iterator[tuple[Document, FigureBlock]]:
    return (
        (document, block)
        for _, document in documents(site)
        for block in figure_blocks(document.body)
    )


def _order_problems(block: FigureBlock, location: Location) -> Iterator[Problem]:
    if block.order not in _ORDERS[block.kind]:
        yield _no_such_order(block, location)


def _no_such_order(block: FigureBlock, location: Location) -> Problem:
    message = f"there is no {block.kind} `{block.order}`"
    return Problem("block-malformed", message, location, _ORDER_HINTS[block.kind])


def _number_problems(block: FigureBlock, location: Location) -> Iterator[Problem]:
    count = len(block.references)
    if block.kind == "pair" and count != PAIR:
        yield _no_pair(count, location)
    elif block.kind == "table" and count < PAIR:
        yield _no_table(count, location)


def _no_pair(count: int, location: Location) -> Problem:
    message = f"a pair shows two figures, this one names {count}"
    return Problem("block-malformed", message, location, "write [[pair: id, id]], or make a table")


def _no_table(count: int, location: Location) -> Problem:
    message = f"a table shows two figures or more, this one names {count}"
    return Problem("block-malformed", message, location, "write [[id]] in a sentence")


def _id_problems(block: FigureBlock, document: Document) -> Iterator[Problem]:
    for reference in filter(_holds_commas, block.references):
        yield _not_parted(place_of(document, reference))
    for reference in filterfalse(_holds_commas, named_again(block.references)):
        yield _repeated(reference.id, block.kind, place_of(document, reference))


def _holds_commas(reference: ProseReference) -> bool:
    return not _COMMAS.isdisjoint(reference.id)


def _not_parted(location: Location) -> Problem:
    message = "these ids are not parted by commas"
    return Problem("block-malformed", message, location, "write `,` between them")


def _repeated(figure: str, kind: str, location: Location) -> Problem:
    message = f"`{figure}` appears twice in this {kind}"
    return Problem("figure-repeated", message, location, "keep one of them")


def _figures(site: Site, block: FigureBlock) -> Iterator[Observation]:
    """The figures of a block, as far as they are there."""
    return (site.observations[name] for name in block.ids if name in site.observations)


def _indicators(site: Site, block: FigureBlock) -> set[str]:
    """The indicators of a block's figures; where they are several, none of them names it."""
    return {figure.indicator for figure in _figures(site, block)}
