"""What an article says of each of its figures: the period it is about and its status, which depend on each other."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from statsite.extract.article import ArticleText
from statsite.extract.cues import ESTIMATE, OBSERVED, PLAN, STANDARD, TARGET, Cues, cues
from statsite.extract.finder import Candidate
from statsite.extract.governing import Governed, governed
from statsite.extract.judging import is_still_to_pass
from statsite.extract.layout import MARKS_OF_SECTIONS, Layout
from statsite.extract.reporting import Report
from statsite.extract.standing import Standing, TimeSaid, names_a_norm, standing_of, was_seen
from statsite.extract.timeline import timeline
from statsite.periods import TimePeriod
from statsite.quantity import Relation

_HEADING = re.compile("(?:" + "|".join(f"({mark})" for mark in MARKS_OF_SECTIONS) + ")[^。;!?]{1,24}")
_TO_BE_REACHED = re.compile("(?<!任务)(?:主要|预期|发展|总体|年度|工作|奋斗)目标|目标任务|展望")
_TO_BE_DONE = re.compile("工作安排|重点工作|重点任务|主要任务|工作任务|工作重点|安排|打算|计划|下一?步|部署|任务")


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The period and the status of a figure, and whether near and clear words gave them. ``period`` is None where the article names none."""

    period: TimePeriod | None
    status: str
    is_period_sure: bool = True
    is_status_sure: bool = True


def circumstances(article: ArticleText, figures: Sequence[Candidate]) -> list[Circumstances]:
    """The circumstances of each of ``figures``, which stand in the order of the article."""
    layout = Layout(article)
    report, mentions = timeline(article, layout)
    words = cues(article.plain)
    sections = list(_sections(article, layout))
    section_starts = [start for start, _ in sections]
    told: list[Circumstances] = []
    rule_in = -1
    for figure, time in zip(figures, governed(article, layout, report, mentions, figures), strict=True):
        paragraph = bisect_right(layout.passages, figure.start)
        section = bisect_right(section_starts, figure.start) - 1
        one = _circumstances(article, words, figure, time, report, sections[section][1] if section >= 0 else OBSERVED)
        if one.status == OBSERVED and rule_in >= 0 and _goes_on_with_a_rule(article, figure, time, same_paragraph=rule_in == paragraph):
            one = Circumstances(None, STANDARD, is_status_sure=False)
        rule_in = paragraph if one.status == STANDARD else -1
        told.append(one)
    return _with_headings(article, layout, figures, told)


def _sections(article: ArticleText, layout: Layout) -> Iterator[tuple[int, str]]:
    """Where each numbered section begins, and the status that its heading, or that of the section around it, gives to what is not past."""
    status, announced_by = OBSERVED, 0
    for start in layout.passages:
        heading = _HEADING.match(article.plain, start)
        if not heading or heading.lastindex is None:
            continue
        if _TO_BE_REACHED.search(heading[0]):
            status, announced_by = TARGET, heading.lastindex
        elif _TO_BE_DONE.search(heading[0]):
            status, announced_by = PLAN, heading.lastindex
        elif heading.lastindex <= announced_by:
            status = OBSERVED
        yield start, status


def _in_section(standing: Standing, section: str) -> Standing:
    """What is claimed of a figure that is not past, in a section on what is to be reached or done."""
    if section == OBSERVED or standing.status in {TARGET, ESTIMATE}:
        return standing
    if standing.status == STANDARD:
        return standing if standing.is_sure else Standing(TARGET, is_sure=False)
    return Standing(section, is_sure=False) if standing.status == OBSERVED or section == TARGET else standing


def _circumstances(article: ArticleText, words: Cues, figure: Candidate, time: Governed, report: Report, section: str) -> Circumstances:
    """The circumstances of one figure, for which only its own sentence, its time and the heading of its section speak."""
    at = bisect_right(article.sentence_ends, figure.start) - 1
    sentence = article.sentence_ends[at] if at >= 0 else 0
    last = time.period and (time.period.end or time.period.start)
    is_past = last is not None and report.lies_behind(last)
    said = TimeSaid(time.mention.start, is_past, time.mention.ahead, report.is_dated and not is_past) if time.mention and last else None
    standing = standing_of(article.plain, words, (figure.start, figure.end), sentence, said)
    if not is_past:
        standing = _in_section(standing, section)
    if (
        said
        and last
        and standing.status == OBSERVED
        and (said.ahead or report.lies_ahead(last))
        and not was_seen(article.plain, said.place, figure.start)
    ):
        if said.place < sentence:
            return Circumstances(None, OBSERVED, is_status_sure=False)
        standing = Standing(TARGET, is_sure=False)
    is_deadline = not time.is_sure and article.plain.endswith("内", figure.start, figure.end)
    is_of_no_time = standing.status == STANDARD or (is_still_to_pass(figure) and (standing.status in {PLAN, ESTIMATE} or is_deadline))
    is_of_no_time = is_of_no_time or (standing.status in {PLAN, TARGET} and said is not None and said.place < sentence and _is_over(time, report))
    if is_of_no_time:
        return Circumstances(None, standing.status, is_status_sure=standing.is_sure)
    return Circumstances(time.period, standing.status, time.is_sure or time.period is None, standing.is_sure)


def _is_over(time: Governed, report: Report) -> bool:
    """Whether a time named in an earlier sentence is too early for what is still to be done: it is over, or a day."""
    last = time.period and time.period.end
    return bool(last and (last.day or report.lies_behind(last)))


def _goes_on_with_a_rule(article: ArticleText, figure: Candidate, time: Governed, *, same_paragraph: bool) -> bool:
    """Whether a figure without words of its own belongs to the rules before it: no time is named for it, and it is a bound or a norm."""
    is_bound = same_paragraph and figure.quantity.relation in {Relation.AT_LEAST, Relation.AT_MOST, Relation.RANGE}
    return (time.period is None or not time.is_sure) and (is_bound or names_a_norm(article.plain, figure.start))


def _with_headings(article: ArticleText, layout: Layout, figures: Sequence[Candidate], told: Sequence[Circumstances]) -> list[Circumstances]:
    """What is told of each figure; where a figure of a heading has no time near it, that of the same figure in the text below."""
    completed: list[Circumstances] = []
    below: dict[str, Circumstances] = {}
    for figure, one in zip(reversed(figures), reversed(told), strict=True):
        printed = article.plain[figure.start : figure.end]
        is_dated = one.period is not None and one.is_period_sure
        if printed in below and not is_dated and one.status == OBSERVED and not _is_in_running_text(article, layout, figure):
            completed.append(replace(one, period=below[printed].period, is_period_sure=False))
        else:
            completed.append(one)
        if one.period is not None and one.status == OBSERVED and (is_dated or _is_in_running_text(article, layout, figure)):
            below[printed] = one
    return completed[::-1]


def _is_in_running_text(article: ArticleText, layout: Layout, figure: Candidate) -> bool:
    """Whether a sentence has ended between the beginning of the paragraph and the figure."""
    paragraph = layout.passages[bisect_right(layout.passages, figure.start) - 1]
    return bisect_right(article.sentence_ends, paragraph) != bisect_right(article.sentence_ends, figure.start)
