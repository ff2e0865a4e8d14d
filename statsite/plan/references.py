"""What to cite of this site: a figure, a chart, a dataset, a page, each with the articles that it
is taken from where it is taken from few.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from statsite import addresses, citing
from statsite.citing import References
from statsite.language.citations import Work, WorkKind
from statsite.model import Observation, Site
from statsite.periods import Moment, parse_moment
from statsite.plan.charts import ChartView
from statsite.plan.data_files.readable import public
from statsite.plan.edition import DatasetCard, Edition
from statsite.plan.linked_data import articles_behind
from statsite.plan.views import FigureView
from statsite.results import made_once


def of_figure(edition: Edition, observation: Observation) -> References:
    """A figure on this site, and the article that prints it; of a derived one all articles that it
    is computed from.
    """
    articles = _articles(edition, articles_behind(edition, observation))
    return References((_figure(edition, edition.figures[observation.id]), *articles))


def _figure(edition: Edition, figure: FigureView) -> Work:
    title = _told(edition, figure)
    return _work(edition, f"figure-{figure.id}", WorkKind.DATASET, title, figure.address)


def of_dataset(edition: Edition, card: DatasetCard) -> References:
    """A dataset of this site."""
    own = _work(edition, f"dataset-{card.id}", WorkKind.DATASET, card.title, card.address)
    return References((own,))


def of_chart(edition: Edition, chart: ChartView) -> References:
    """A chart of this site."""
    own = _work(edition, f"chart-{chart.id}", WorkKind.CHART, chart.title, chart.address)
    return References((own,))


def of_page(edition: Edition, key: str, title: str, path: str) -> References:
    """A page of this site, at ``path`` in the first language."""
    address = edition.presenter.address(path)
    return References((_work(edition, key, WorkKind.WEB, title, address),))


def of_site(edition: Edition) -> References:
    """All data of this site."""
    title = edition.presenter.interface_text("all-data")
    address = edition.presenter.address(addresses.DATA)
    return References((_work(edition, "data", WorkKind.DATASET, title, address),))


def of_article(edition: Edition, source_id: str) -> References:
    """An article."""
    return References(tuple(_articles(edition, [source_id])))


def _articles(edition: Edition, sources: Iterable[str]) -> list[Work]:
    return [_works_of_articles(edition)[name] for name in sources]


@made_once
def _works_of_articles(edition: Edition) -> Mapping[str, Work]:
    """Each article as a work, by the id of its source: most are cited on many pages."""
    sources = edition.site.sources.values()
    return {source.id: citing.article(source, edition.language) for source in sources}


@made_once
def _day_of_version(site: Site) -> Moment:
    """The day that what is cited of this site is from."""
    return parse_moment(site.version) or site.settings.as_of


def _work(edition: Edition, key: str, kind: WorkKind, title: str, address: str) -> Work:
    site, settings = edition.site, edition.site.settings
    name = edition.presenter.figure_text(settings.title)
    return Work(
        key=key,
        kind=kind,
        language=edition.language,
        author=name,
        title=title,
        translated="",
        container=name,
        date=_day_of_version(site),
        version=site.version,
        url=public(edition, address) if settings.base_url else "",
    )


def _told(edition: Edition, figure: FigureView) -> str:
    """A figure with what it is about, so that it says all in a list of references."""
    word = edition.presenter.interface_text
    about = word("comma").join(filter(None, _about(figure)))
    said = f"{figure.title}{word('colon')}{figure.text}"
    return f"{said}{word('open-bracket')}{about}{word('close-bracket')}"


def _about(figure: FigureView) -> tuple[str, ...]:
    """Of when and where a figure is, and how firm where that is to be said."""
    firmness = "" if figure.is_firm else figure.status_label
    return figure.when, figure.compared_with, figure.where, firmness
