"""How much of each article is on the site: every quantity found in its text is there, left out on
purpose, or open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from statsite.evidence.articles import Article
from statsite.evidence.ignored_figures import LeftOut, find_ignored
from statsite.evidence.state import printings
from statsite.extract.extraction import extract_text
from statsite.model import Ignored, Proof, Site, Source

#: The first place of a stretch of an article as given, and the place after it.
GivenSpan = tuple[int, int]


@dataclass(frozen=True, slots=True)
class OpenQuantity:
    """A quantity that is neither on the site nor left out on purpose: as printed, and the line of
    the file in which it begins.
    """

    line: int
    printed: str


@dataclass(frozen=True, slots=True)
class Coverage:
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
    proven: dict[str, list[GivenSpan]] = defaultdict(list)
    for _, printing in printings(site):
        proof, article = proofs.get(printing.id), texts.get(printing.source)
        if proof is not None and article is not None:
            proven[printing.source].append(
                article.span_given(proof.start, proof.start + proof.length)
            )
    return tuple(
        _covered(source, texts[name], proven[name], site.ignored.get(name, ()))
        for name, source in site.sources.items()
        if name in texts
    )


def _covered(
    source: Source, article: Article, proven: list[GivenSpan], ignored: Iterable[Ignored]
) -> Coverage:
    quantities = extract_text(article.given)
    rest = [found for found in quantities if not _overlaps((found.start, found.end), proven)]
    found_ignored = [find_ignored(entry, article, quantities) for entry in ignored]
    left_out = {found.quantity.start for found in found_ignored if isinstance(found, LeftOut)}
    unknown = [found for found in rest if found.start not in left_out]
    still_open = tuple(OpenQuantity(article.line(found.start), found.printed) for found in unknown)
    return Coverage(
        source.id,
        source.text.file if source.text else "",
        len(quantities) - len(rest),
        len(rest) - len(unknown),
        still_open,
    )


def _overlaps(span: GivenSpan, others: list[GivenSpan]) -> bool:
    return any(span[0] < other[1] and other[0] < span[1] for other in others)
