"""The verification page: how many figures are proven, by topic and by source, and how good the
proof is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from fractions import Fraction

from msgspec import Struct

from statsite import addresses
from statsite.evidence.trial import Trial, last_trial
from statsite.language.interface import Figures
from statsite.model import KindResult, Site
from statsite.plan.views import FigureView, Presenter, PrintingView


class ProofCounts(Struct, frozen=True):
    """A topic or a source, how many ``figures`` it has, and how their printings, ``total`` of them,
    are proven; ``reviewed`` counts those whose meaning a second reader signed off.
    """

    title: str
    address: str
    language: str
    figures: int
    total: int
    locked: int
    unproven: int
    none: int
    reviewed: int


class AuditRow(Struct, frozen=True):
    """A kind of error made on purpose, how often, and which share each safeguard caught, as text.

    ``why`` tells why the article's text cannot show all errors of this kind; empty where it may.
    """

    title: str
    why: str
    tried: str
    by_text: str
    by_lock: str
    by_rules: str


class Verification(Struct, frozen=True):
    """Everything the verification page tells; ``read`` counts the figures that no article prints
    and editors read.
    """

    site: ProofCounts
    read: int
    topics: tuple[ProofCounts, ...]
    sources: tuple[ProofCounts, ...]
    audit: tuple[AuditRow, ...]
    tried: int
    caught_by_lock: int
    trial: Trial


Pair = tuple[FigureView, PrintingView]


def verification(
    presenter: Presenter, figures: Iterable[FigureView], topics: Iterable[tuple[str, str, str]]
) -> Verification:
    """The verification of a site's ``figures``; ``topics`` are slug, title and address, an empty
    slug for figures of no topic.
    """
    listed = tuple(figures)
    pairs = _pairs(listed)
    tried = [result for result in presenter.site.audit if result.tried]
    return Verification(
        site=_proof_counts("", "", "", pairs),
        read=sum(figure.is_read_by_editors for figure in listed),
        topics=tuple(_by_topic(pairs, topics)),
        sources=tuple(_by_source(presenter, pairs)),
        audit=tuple(_audit_row(result, presenter) for result in tried),
        tried=sum(result.tried for result in tried),
        caught_by_lock=sum(result.caught_by_lock for result in tried),
        trial=last_trial(),
    )


def _pairs(figures: Iterable[FigureView]) -> list[Pair]:
    """Each printed figure with each of its printings."""
    printed = (
        figure for figure in figures if not figure.is_derived and not figure.is_read_by_editors
    )
    return [(figure, printing) for figure in printed for printing in figure.printings]


def _by_topic(pairs: list[Pair], topics: Iterable[tuple[str, str, str]]) -> Iterator[ProofCounts]:
    by_topic = defaultdict[str, list[Pair]](list)
    for pair in pairs:
        by_topic[pair[0].topic].append(pair)
    for slug, title, address in topics:
        yield _proof_counts(title, address, "", by_topic[slug])


def _by_source(presenter: Presenter, pairs: list[Pair]) -> Iterator[ProofCounts]:
    by_source = defaultdict[str, list[Pair]](list)
    for pair in pairs:
        by_source[pair[1].source.id].append(pair)
    for source_id in presenter.site.sources:
        if own := by_source[source_id]:
            source = own[0][1].source
            language = "" if source.title_translated else source.title_language
            yield _proof_counts(
                source.title_translated or source.title, source.address, language, own
            )


def _proof_counts(title: str, address: str, language: str, pairs: list[Pair]) -> ProofCounts:
    counts = Counter(printing.evidence for _, printing in pairs)
    reviewed = sum(
        bool(figure.reviewed) for figure, printing in pairs if printing is figure.printings[0]
    )
    return ProofCounts(
        title,
        address,
        language,
        len({figure.id for figure, _ in pairs}),
        len(pairs),
        counts["locked"],
        counts["unproven"],
        counts["none"],
        reviewed,
    )


def _audit_row(result: KindResult, presenter: Presenter) -> AuditRow:
    shares = [
        _share(caught, result.tried, presenter.locale.figures)
        for caught in (result.caught_by_text, result.caught_by_lock, result.caught_by_rules)
    ]
    title = presenter.interface_text(f"slip-{result.kind}")
    tried = presenter.interface_text("count").format(n=result.tried)
    return AuditRow(title, _why_missed(result, presenter), tried, *shares)


def _why_missed(result: KindResult, presenter: Presenter) -> str:
    """Why the text does not show every error after which it still prints the number."""
    if result.caught_by_text == result.tried:
        return ""
    kind = result.kind.rpartition("-")[2]
    return presenter.interface[presenter.language].get(f"missed-{kind}", "")


def _share(caught: int, tried: int, figures: Figures) -> str:
    """A share in per cent, rounded down to a tenth: what is not all must not read as all. None and
    all of them have no decimals.
    """
    if caught in {0, tried}:
        return figures.percent(Fraction(100 if caught else 0), None)
    return figures.percent(Fraction(1000 * caught // tried, 10), Fraction(1, 10))


def topics_of(
    site: Site, cards: Iterable[tuple[str, str, str]], presenter: Presenter
) -> Iterator[tuple[str, str, str]]:
    """The topics, and what belongs to none where there is such."""
    yield from cards
    if any(dataset.topic is None for dataset in site.datasets.values()):
        yield (
            "",
            presenter.interface_text("also-title"),
            presenter.address(addresses.page(addresses.ALSO)),
        )
