"""Find every quantity in a Chinese article and draft the YAML for it; of a folder, print a line of
JSON for each article.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from statsite.commands import options
from statsite.commands.article_folder import ArticleLine, article_lines
from statsite.commands.reporting import count_of, give_up
from statsite.disk import os_error_reason, read_text
from statsite.evidence.articles import LARGEST
from statsite.extract.draft import draft_yaml
from statsite.extract.extraction import extract_text, quantities_as_json
from statsite.extract.totals import totals_of
from statsite.messages import print_result
from statsite.processes import ProcessEndedError
from statsite.read.site import read_site


@click.command(help=__doc__)
@click.argument(
    "articles", metavar="FILE|FOLDER", type=options.PathArgument(exists=True, path_type=Path)
)
@options.site
@click.option(
    "--format",
    "form",
    type=click.Choice(["yaml", "json"]),
    help="A draft, or bare data; a draft of a file and data of a folder otherwise.",
)
@click.option(
    "--jobs",
    default="auto",
    type=options.Jobs(),
    show_default=True,
    help="Processes that read the articles of a folder; auto is one for each core.",
)
def command(*, articles: Path, site: Path, form: str | None, jobs: int) -> None:
    if not articles.is_dir():
        _print_file(articles, site, form)
    elif form == "yaml":
        raise click.UsageError("a draft is of one article; of a folder there is --format json")
    else:
        _print_folder(articles, jobs)


def _print_file(file: Path, site: Path, form: str | None) -> None:
    text = _text_of(file)
    quantities = extract_text(text)
    if form == "json":
        print_result(quantities_as_json(quantities))
    else:
        of_site = read_site(site)[0]
        print_result(draft_yaml(quantities, totals_of(text), name=file.name, site=of_site))


def _text_of(file: Path) -> str:
    """The text of an article; ends where it cannot be read."""
    try:
        return read_text(file, LARGEST)
    except OSError as error:
        give_up(f"{file}: {os_error_reason(error)}")
    except UnicodeDecodeError:
        give_up(f"{file} is not UTF-8")


def _print_folder(folder: Path, jobs: int) -> None:
    """Print a line for each article; end as failed where one of them could not be read."""
    try:
        unread = _print_lines(article_lines(folder, jobs))
    except OSError as error:
        give_up(f"{folder}: {os_error_reason(error)}")
    except ProcessEndedError as error:
        give_up(error)
    if unread:
        give_up(f"{count_of(unread, 'article')} could not be read; the lines say why")


def _print_lines(lines: Iterable[ArticleLine]) -> int:
    """Print the lines, and say how many are of articles that could not be read."""
    unread = 0
    for line in lines:
        print_result(line.json)
        unread += not line.is_read
    return unread
