"""How much of each article is on the site: every quantity found in its text is there, left out on
purpose, or open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from statsite.evidence.articles import Article
from statsite.evidence.ignored_figures import LeftOut, find_ignored
from statsite.evidence.state import printings
from statsite.extract.extraction import ExtractedQuantity, extract_text
from statsite.model import Ignored, Proof, Site, Source

#: The first place of a stretch of an article as given, and the place after it.
GivenSpan = tuple[int, int]


class OpenQuantity(Struct, frozen=True):
    """A quantity that is neither on the site nor left out on purpose: as printed, and the line of
    the file in which it begins.
    """

    line: int
    printed: str


class Coverage(Struct, frozen=True):
    """Of the quantities of one source, whose text is in ``file``, how many are on the site, how
    many are left out, and which are open.
    """

    source: str
    file: str
    on_site: int
    left_out: int
    open: tuple[OpenQuantity, ...]

    @property
    def quantities(self) -> int:
        """How many there are."""
        return self.on_site + self.left_out + len(self.open)


def coverage(
    site: Site, texts: Mapping[str, Article], proofs: Mapping[str, Proof]
) -> tuple[Coverage, ...]:
    """The coverage of every source that has a text; ``proofs`` tell where in ``texts`` the site's
    figures are printed.
    """
    proven = _proven_spans(site, texts, proofs)
    return tuple(
        _covered(source, texts[name], proven[name], site.ignored.get(name, ()))
        for name, source in site.sources.items()
        if name in texts
    )


def _proven_spans(
    site: Site, texts: Mapping[str, Article], proofs: Mapping[str, Proof]
) -> Mapping[str, list[GivenSpan]]:
    """Where the figures of each source are printed in its text."""
    proven = defaultdict[str, list[GivenSpan]](list)
    for _, printing in printings(site):
        proof, article = proofs.get(printing.id), texts.get(printing.source)
        if proof is not None and article is not None:
            proven[printing.source].append(article.span_given(proof.start, proof.end))
    return proven


def _covered(
    source: Source, article: Article, proven: list[GivenSpan], ignored: Iterable[Ignored]
) -> Coverage:
    quantities = extract_text(article.given)
    rest = _unproven(quantities, proven)
    left_out = _left_out(ignored, article, quantities)
    still_open = [found for found in rest if found.start not in left_out]
    return Coverage(
        source.id,
        source.text.file if source.text else "",
        len(quantities) - len(rest),
        len(rest) - len(still_open),
        tuple(OpenQuantity(article.line(found.start), found.printed) for found in still_open),
    )


def _unproven(
    quantities: Iterable[ExtractedQuantity], proven: list[GivenSpan]
) -> list[ExtractedQuantity]:
    """The quantities of an article that no proven figure of the site is."""
    return [found for found in quantities if not _overlaps((found.start, found.end), proven)]


def _left_out(
    entries: Iterable[Ignored], article: Article, quantities: Sequence[ExtractedQuantity]
) -> set[int]:
    """Where the quantities begin that ``entries`` leave out."""
    found = (find_ignored(entry, article, quantities) for entry in entries)
    return {one.quantity.start for one in found if isinstance(one, LeftOut)}


def _overlaps(span: GivenSpan, others: list[GivenSpan]) -> bool:
    return any(span[0] < other[1] and other[0] < span[1] for other in others)
