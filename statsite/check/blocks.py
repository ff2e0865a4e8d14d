"""Tables and pairs of figures in prose name what they show, are where they can be shown, and order
nothing that has no order.
"""

from __future__ import annotations

from collections.abc import Iterator

from statsite.check.prose import documents, in_body
from statsite.model import Document, Site
from statsite.plan.tables import BY_VALUE
from statsite.problems import Location, Problem, line_and_column
from statsite.prose import FIGURES_LINE, FigureBlock, ProseReference, figure_blocks

#: How many figures are side by side in a pair.
PAIR = 2

_LINE_HINT = "give it lines of its own, with nothing else on them"
_CAPTION_HINT = "write it behind a bar, in the language of the page: [[table: id, id | caption]]"
_COMMAS = frozenset("，、；;")


def blocks_stand_alone(site: Site) -> Iterator[Problem]:
    """``block-in-line``: a table or pair inside a sentence, where it would be shown as
    it is typed.
    """
    for _, document in documents(site):
        alone = {
            line_and_column(document.body, found.start("name"))
            for found in FIGURES_LINE.finditer(document.body)
        }
        for block in figure_blocks(document.body):
            if (block.line, block.column) not in alone:
                yield Problem(
                    "block-in-line",
                    f"a {block.kind} stands inside a line",
                    _place(document, block),
                    _LINE_HINT,
                )


def blocks_are_whole(site: Site) -> Iterator[Problem]:
    """``block-malformed``: a table or pair that asks for what there is not; ``figure-repeated``: a
    figure in it twice; ``caption-missing``.
    """
    for document, block in _blocks(site):
        location = _place(document, block)
        yield from _order_problems(block, location)
        yield from _number_problems(block, location)
        yield from _id_problems(block, document)
        if block.kind == "table" and not block.caption and _measures_several(site, block):
            yield Problem(
                "caption-missing",
                "nothing says what the figures of this table have in common",
                location,
                _CAPTION_HINT,
            )


def blocks_do_not_mislead(site: Site) -> Iterator[Problem]:
    """``table-misleads``: figures of several units in an order of size."""
    for document, block in _blocks(site):
        known = [site.observations[name] for name in block.ids if name in site.observations]
        units = [*dict.fromkeys(observation.unit for observation in known)]
        if block.order == BY_VALUE and len(units) > 1:
            message = f"figures in {units[0]} and in {units[1]} have no order by value"
            yield Problem(
                "table-misleads",
                message,
                _place(document, block),
                f"leave `{BY_VALUE}` out, or make two tables",
            )


def _blocks(site: Site) -> Iterator[tuple[Document, FigureBlock]]:
    return (
        (document, block)
        for _, document in documents(site)
        for block in figure_blocks(document.body)
    )


def _place(document: Document, one: FigureBlock | ProseReference) -> Location:
    return in_body(document, one.line, one.column)


def _order_problems(block: FigureBlock, location: Location) -> Iterator[Problem]:
    known = {"", BY_VALUE} if block.kind == "table" else {""}
    if block.order not in known:
        hint = (
            f"write [[table: …]], or [[table {BY_VALUE}: …]] for the largest first"
            if block.kind == "table"
            else "write [[pair: id, id]]"
        )
        yield Problem(
            "block-malformed", f"there is no {block.kind} `{block.order}`", location, hint
        )


def _number_problems(block: FigureBlock, location: Location) -> Iterator[Problem]:
    count = len(block.references)
    if block.kind == "pair" and count != PAIR:
        yield Problem(
            "block-malformed",
            f"a pair shows two figures, this one names {count}",
            location,
            "write [[pair: id, id]], or make a table",
        )
    elif block.kind == "table" and count < PAIR:
        yield Problem(
            "block-malformed",
            f"a table shows two figures or more, this one names {count}",
            location,
            "write [[id]] in a sentence",
        )


def _id_problems(block: FigureBlock, document: Document) -> Iterator[Problem]:
    seen = set[str]()
    for reference in block.references:
        if not _COMMAS.isdisjoint(reference.id):
            yield Problem(
                "block-malformed",
                "these ids are not parted by commas",
                _place(document, reference),
                "write `,` between them",
            )
        elif reference.id in seen:
            message = f"`{reference.id}` appears twice in this {block.kind}"
            yield Problem(
                "figure-repeated", message, _place(document, reference), "keep one of them"
            )
        seen.add(reference.id)


def _measures_several(site: Site, block: FigureBlock) -> bool:
    """Whether the figures of a block are of several indicators, so that none of them names it."""
    return (
        len({site.observations[name].indicator for name in block.ids if name in site.observations})
        > 1
    )
