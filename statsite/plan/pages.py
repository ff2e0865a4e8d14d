"""What each kind of page is told, in the language of one edition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from msgspec import Struct

from statsite import addresses
from statsite.citing import References
from statsite.language import html_code
from statsite.model import Document, Observation
from statsite.plan import front, offers, onward, paging, references
from statsite.plan.bounds import bounds_that_add
from statsite.plan.cards import cards
from statsite.plan.content import Content, JsonText, Offer
from statsite.plan.edition import DatasetCard, Edition, figures_by_source
from statsite.plan.error_reports import report_address, report_text
from statsite.plan.extent import extent
from statsite.plan.history import changes_of, release_views
from statsite.plan.linked_data import (
    catalog_linked_data,
    dataset_linked_data,
    figure_linked_data,
)
from statsite.plan.rules import (
    EXPLAINED_BUILT_IN_RULES,
    RuleView,
    TopicRules,
    outcome_counts,
    rivals_of,
    rules_by_topic,
)
from statsite.plan.topic_figures import datasets_elsewhere
from statsite.plan.verification import Verification, topics_of, verification
from statsite.plan.views import FigureView, Presenter, SourceView
from statsite.plan.way_back import way_to_article, ways_back
from statsite.results import made_once

#: How many characters of the fingerprint of the content a page shows.
DIGEST_SHOWN = 12


def home_page(edition: Edition, _: str) -> Content:
    """The first page: what content/pages/home says, and the topics."""
    document = _document(edition, addresses.HOME_PROSE)
    context = {
        "cards": cards(edition, document),
        "highlights": list(front.highlights(edition)),
        "news": front.news(edition),
        "onward": list(onward.from_home(edition)),
    }
    title = edition.presenter.figure_text(edition.site.settings.title)
    described = document.standfirst if document else ""
    return Content(title, described, context=context)


def _document(edition: Edition, slug: str) -> Document | None:
    """The text of a page of content/pages; None where it is not written."""
    prose = edition.site.pages.get(slug)
    return prose.documents[edition.language] if prose else None


def topic_page(edition: Edition, slug: str) -> Content:
    """A topic: its text, and its datasets."""
    card = next(card for card in edition.topics if card.slug == slug)
    document = edition.site.topics[slug].documents[edition.language]
    cited = references.of_page(edition, f"topic-{slug}", card.title, addresses.topic(slug))
    context = {
        "card": card,
        "cards": cards(edition, document),
        "datasets": edition.topic_datasets(slug),
        "datasets_elsewhere": [
            edition.datasets[name] for name in datasets_elsewhere(edition.site, slug)
        ],
        "offers": offers.of_topic(edition, slug),
        "references": cited,
        "onward": list(onward.from_topic(edition, slug)),
    }
    return Content(card.title, card.standfirst, slug, context)


def written_page(edition: Edition, slug: str) -> Content:
    """A page of content/pages; the one that lists what belongs to no topic may be
    written or not.
    """
    document = _document(edition, slug)
    title = document.title if document else edition.presenter.interface_text("also-title")
    cited = references.of_page(edition, f"page-{slug}", title, addresses.page(slug))
    return _prose_and_tables(
        edition, title, document, edition.loose_datasets if slug == addresses.ALSO else (), cited
    )


def _prose_and_tables(
    edition: Edition,
    title: str,
    document: Document | None,
    datasets: Iterable[DatasetCard],
    cited: References,
) -> Content:
    tables = [(card, edition.dataset_figures(card)) for card in datasets]
    offered = {card.id: offers.of_dataset(edition, card.id) for card, _ in tables}
    return Content(
        title,
        document.standfirst if document else "",
        context={
            "tables": tables,
            "cards": cards(edition, document),
            "offers": tuple(offer for files in offered.values() for offer in files),
            "offers_of": offered,
            "references": cited,
            "onward": list(onward.from_lists(edition, "")),
        },
    )


def data_page(edition: Edition, _: str) -> Content:
    """All datasets by topic, all sources, and the files of the whole site."""
    groups = list(_datasets_by_topic(edition))
    of_site = offers.of_site(edition)
    context = {
        "groups": [group for group in groups if group[2]],
        "sources": _sources_with_counts(edition),
        "extent": extent(edition.presenter, edition.site.observations.values()),
        "offers": (*of_site, *(offer for *_, files in groups for offer in files)),
        "offers_of_site": of_site,
        "digest": edition.site.digest[:DIGEST_SHOWN],
        "references": references.of_site(edition),
        "linked_data": JsonText.of(catalog_linked_data(edition)),
        "onward": list(onward.from_lists(edition, addresses.DATA)),
    }
    return Content(
        edition.presenter.interface_text("data-title"),
        edition.presenter.interface_text("data-intro"),
        context=context,
    )


def _datasets_by_topic(
    edition: Edition,
) -> Iterator[tuple[str, str, tuple[DatasetCard, ...], tuple[Offer, ...]]]:
    """Title, slug, datasets and files of each topic, and last, with an empty slug and no files of
    their own, the datasets of no topic.
    """
    for card in edition.topics:
        files = offers.of_topic(edition, card.slug)
        yield card.title, card.slug, edition.topic_datasets(card.slug), files
    yield edition.presenter.interface_text("also-title"), "", edition.loose_datasets, ()


def _sources_with_counts(edition: Edition) -> list[tuple[SourceView, int]]:
    """Every source, with how many figures it prints."""
    return [
        (edition.presenter.source(source), figures_by_source(edition.site)[source])
        for source in edition.site.sources
    ]


def dataset_page(edition: Edition, page: str) -> Content:
    """A dataset: its figures in a table, as many as a page holds, and its files; what is said of it
    as a whole stands on its first page.
    """
    dataset_id, number = paging.named(page)
    card, presenter = edition.datasets[dataset_id], edition.presenter
    shown, place = paging.part_of(
        edition.dataset_figures(card), page, partial(_address, presenter, addresses.dataset)
    )
    context = {
        "card": card,
        "figures": shown,
        "paging": place,
        "bounds": bounds_that_add(edition, shown),
        "sources": sources_of_rows(shown),
        **_of_whole_dataset(edition, card, is_first=number == 1),
        "onward": list(onward.from_dataset(edition, dataset_id)),
    }
    described = presenter.figure_text(edition.site.datasets[dataset_id].description)
    title = paging.page_title(presenter, card.title, place)
    return Content(title, described or card.summary, card.topic, context)


class RowSources(Struct, frozen=True):
    """What is told of sources above a table: the one that most rows have, None where no two share
    one, and whether all rows that have any have it.
    """

    common: SourceView | None
    is_only: bool


def sources_of_rows(figures: Iterable[FigureView]) -> RowSources:
    """The source that most figures have, the first of several that are had as often; what is
    derived has none.
    """
    sources = [figure.source for figure in figures if not figure.is_derived]
    counted = Counter(source.id for source in sources)
    most, times = next(iter(counted.most_common(1)), ("", 0))
    common = next(source for source in sources if source.id == most) if times > 1 else None
    return RowSources(common, len(counted) == 1)


def _of_whole_dataset(
    edition: Edition, card: DatasetCard, *, is_first: bool
) -> Mapping[str, object]:
    """What the first page of a dataset says of all of it."""
    if not is_first:
        return {"described": "", "linked_data": None, "offers": (), "references": ()}
    description = edition.site.datasets[card.id].description
    return {
        "described": edition.presenter.figure_text(description),
        "linked_data": JsonText.of(dataset_linked_data(edition, card)),
        "offers": offers.of_dataset(edition, card.id),
        "references": references.of_dataset(edition, card),
    }


def _address(presenter: Presenter, kind: Callable[[str], str], page: str) -> str:
    return presenter.address(kind(page))


def verification_page(edition: Edition, _: str) -> Content:
    """How figures are proven and checked, with every rule and its outcome."""
    presenter = edition.presenter
    context = {
        "proof": _proof_of_site(edition),
        "rules": _rules_by_topic(edition),
        "outcomes": outcome_counts(edition.rules),
        "built_in": EXPLAINED_BUILT_IN_RULES,
        "withdrawn": edition.withdrawn_rules,
        "onward": list(onward.from_lists(edition, addresses.VERIFICATION)),
    }
    return Content(
        presenter.interface_text("verification-title"),
        presenter.interface_text("verification-about"),
        context=context,
    )


def _proof_of_site(edition: Edition) -> Verification:
    """How the figures of the site are proven, of all and by topic and source."""
    told = ((card.slug, card.title, card.address) for card in edition.topics)
    topics = topics_of(edition.site, told, edition.presenter)
    return verification(edition.presenter, edition.figures.values(), topics)


def _rules_by_topic(edition: Edition) -> list[TopicRules]:
    """The rules of each topic that has some, in the order of the topics, then those of no topic."""
    titles = [(card.slug, card.title) for card in edition.topics]
    return rules_by_topic(
        edition.presenter,
        edition.rules,
        [*titles, ("", edition.presenter.interface_text("rules-other"))],
    )


def corrections_page(edition: Edition, _: str) -> Content:
    """The releases, every change of a figure, and what was withdrawn."""
    releases = release_views(edition.presenter, edition.figures)
    return Content(
        edition.presenter.interface_text("corrections-title"),
        edition.presenter.interface_text("corrections-intro"),
        context={
            "changes": edition.changes,
            "releases": releases,
            "withdrawn": edition.withdrawn,
            "onward": list(onward.from_lists(edition, "")),
        },
    )


def glossary_page(edition: Edition, _: str) -> Content:
    """Every term with its definition."""
    return Content(
        edition.presenter.interface_text("glossary-title"),
        edition.presenter.interface_text("glossary-intro"),
        context={"terms": edition.terms},
    )


def figure_page(edition: Edition, observation_id: str) -> Content:
    """A figure: the words it is in, what is counted, how it is proven, what it is checked against,
    where it is used.
    """
    observation, shown = edition.site.observations[observation_id], edition.figures[observation_id]
    text = edition.presenter.with_status(str(shown.text.capitalised), observation.status)
    context = {
        "figure": shown,
        **_siblings_of(edition, observation),
        "uses": edition.uses.get(observation_id, ()),
        "linked_data": JsonText.of(figure_linked_data(edition, shown)),
        **_rules_of(edition, shown),
        **_proof_of(edition, observation, shown),
        "references": references.of_figure(edition, observation),
        "onward": list(onward.from_figure(edition, observation)),
    }
    return Content(f"{text} · {shown.title}", _in_short(edition, shown), shown.topic, context)


def _in_short(edition: Edition, shown: FigureView) -> str:
    """What a figure counts and says, where, when, and of which kind it is: all that a preview of
    its page has room for.
    """
    told = (shown.title, str(shown.text), shown.where, shown.when, shown.status_label)
    return edition.presenter.interface_text("separator").join(told)


def _siblings_of(edition: Edition, observation: Observation) -> Mapping[str, object]:
    """The figures of the same indicator that a figure's page lists, and how many more there are."""
    siblings = [edition.figures[other.id] for other in edition.neighbours[observation.id]]
    of_indicator = edition.site.indicators[observation.indicator].observations
    return {"siblings": siblings, "unlisted": len(of_indicator) - 1 - len(siblings)}


def _rules_of(edition: Edition, shown: FigureView) -> Mapping[str, object]:
    """The rules that a figure is checked by, and the one that it is computed with, if any."""
    naming = edition.rules_naming.get(shown.id, ())
    return {
        "rules": [rule for rule in naming if not _defines(rule, shown)],
        "formula": next((rule for rule in naming if _defines(rule, shown)), None),
    }


def _defines(rule: RuleView, figure: FigureView) -> bool:
    """Whether a figure is computed with a rule, whose view of it may be another object that says
    the same: the development server keeps views.
    """
    return rule.defines is not None and rule.defines.id == figure.id


def _proof_of(
    edition: Edition, observation: Observation, shown: FigureView
) -> Mapping[str, object]:
    """What speaks for a figure and against it: how it is verified, the way back to its article,
    other figures of the same thing, what it said before, and where an error is reported.
    """
    presenter = edition.presenter
    return {
        "rivals": list(rivals_of(presenter, observation, edition.figures)),
        "verification": presenter.address(addresses.VERIFICATION),
        "history": changes_of(presenter, observation, shown),
        "corrections": presenter.address(addresses.CORRECTIONS),
        "report": report_address(presenter, shown),
        "report_text": report_text(presenter, shown),
        "ways": ways_back(presenter, observation),
    }


def moved_page(edition: Edition, former_id: str) -> Content:
    """The page at a former id's address, which leads to the figure's own."""
    shown = edition.figures[edition.site.former_ids[former_id].id]
    return Content(
        edition.presenter.interface_text("moved-title"),
        topic=shown.topic,
        context={"figure": shown},
        leads_to=shown.address,
    )


def chart_page(edition: Edition, chart_id: str) -> Content:
    """A chart with its table and files."""
    shown = edition.charts[chart_id]
    return Content(
        shown.title,
        shown.finding or shown.title,
        shown.topic,
        {
            "chart": shown,
            "references": references.of_chart(edition, shown),
            "onward": list(onward.from_chart(edition, chart_id)),
        },
    )


def chart_embed_page(edition: Edition, chart_id: str) -> Content:
    """A chart alone, for a frame of another site."""
    shown = edition.charts[chart_id]
    return Content(
        shown.title,
        shown.finding or shown.title,
        shown.topic,
        {"chart": shown},
        leads_to=shown.address,
    )


def withdrawn_chart_page(edition: Edition, chart_id: str) -> Content:
    """What is where a chart was before it was withdrawn."""
    shown = edition.withdrawn_charts[chart_id]
    return Content(shown.title, shown.sentence, context={"withdrawn": shown})


def withdrawn_embed_page(edition: Edition, chart_id: str) -> Content:
    """The same, for a frame of another site."""
    shown = edition.withdrawn_charts[chart_id]
    return Content(
        shown.title, shown.sentence, context={"withdrawn": shown}, leads_to=shown.address
    )


def source_page(edition: Edition, page: str) -> Content:
    """A source with the figures it prints, as many as a page holds."""
    source_id, _ = paging.named(page)
    presenter, shown = edition.presenter, edition.presenter.source(source_id)
    printed, place = paging.part_of(
        edition.printed_in.get(source_id, ()), page, partial(_address, presenter, addresses.source)
    )
    return Content(
        paging.page_title(presenter, shown.title, place),
        shown.citation,
        context={
            "source": shown,
            "way": way_to_article(presenter, edition.site.sources[source_id]),
            "printed": printed,
            "producers": _producers(edition).get(source_id, ()),
            "paging": place,
            "references": references.of_article(edition, source_id),
            "onward": list(onward.from_source(edition, source_id)),
        },
    )


@made_once
def _producers(edition: Edition) -> Mapping[str, Sequence[str]]:
    """Who made the figures that each source prints, each once."""
    return {
        source: [*filter(None, dict.fromkeys(one.source.producer for _, one in printed))]
        for source, printed in edition.printed_in.items()
    }


def not_found_page(edition: Edition, _: str) -> Content:
    """What a server shows at an address that has no page: what to do, in every language, and the
    pages that lead on where links can be absolute.
    """
    told = [_told_not_found(edition, language) for language in edition.site.settings.languages]
    ways = (
        [*((card.title, card.address) for card in edition.topics), *edition.menu]
        if edition.site.settings.base_url
        else []
    )
    return Content(
        edition.presenter.interface_text("not-found-title"),
        edition.presenter.interface_text("not-found"),
        context={"told": told, "ways": ways},
    )


def _told_not_found(edition: Edition, language: str) -> dict[str, str]:
    words, home = (
        edition.interface[language],
        addresses.localised(addresses.HOME, language, edition.site),
    )
    texts = {
        key: words[key]
        for key in ("not-found-title", "not-found", "not-found-shorten", "back-home")
    }
    return {**texts, "language": html_code(language), "home": home}
