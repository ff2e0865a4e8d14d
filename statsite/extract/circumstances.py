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
from statsite.extract.reporting import Report
from statsite.extract.standing import Standing, TimeSaid, names_a_norm, standing_of
from statsite.extract.timeline import timeline
from statsite.periods import TimePeriod
from statsite.quantity import Relation

_HEADING = re.compile(r"(?:[0-9]{1,2}[.、]|[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十0-9]{1,3}[)）])[^。;!?]{1,24}")
_TO_BE_DONE = re.compile("工作安排|重点工作|重点任务|目标任务|主要目标|发展目标|主要任务|打算|下一?步|展望")


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The period and the status of a figure, and whether near and clear words gave them. ``period`` is None where the article names none."""

    period: TimePeriod | None
    status: str
    is_period_sure: bool = True
    is_status_sure: bool = True


def circumstances(article: ArticleText, figures: Sequence[Candidate]) -> list[Circumstances]:
    """The circumstances of each of ``figures``, which stand in the order of the article."""
    report, mentions = timeline(article)
    words = cues(article.plain)
    planning = list(_sections(article))
    told: list[Circumstances] = []
    rule_in = -1
    for figure, time in zip(figures, governed(article, report, mentions, figures), strict=True):
        paragraph = bisect_right(article.paragraph_starts, figure.start)
        one = _circumstances(article, words, figure, time, report)
        if one.status == OBSERVED and rule_in >= 0 and _goes_on_with_a_rule(article, figure, time, same_paragraph=rule_in == paragraph):
            one = Circumstances(None, STANDARD, is_status_sure=False)
        elif one.status == OBSERVED and _is_planned(planning, figure, time, report):
            one = replace(one, status=PLAN, is_status_sure=False)
        rule_in = paragraph if one.status == STANDARD else -1
        told.append(one)
    return _with_headings(article, figures, told)


def _sections(article: ArticleText) -> Iterator[tuple[int, bool]]:
    """Where each numbered section begins, and whether its heading announces what is to be done."""
    for start in article.paragraph_starts:
        heading = _HEADING.match(article.plain, start)
        if heading:
            yield start, _TO_BE_DONE.search(heading[0]) is not None


def _is_planned(sections: Sequence[tuple[int, bool]], figure: Candidate, time: Governed, report: Report) -> bool:
    """Whether a figure stands in a section on what is to be done, and is not of the past."""
    at = bisect_right(sections, (figure.start, True)) - 1
    last = time.period and (time.period.end or time.period.start)
    return at >= 0 and sections[at][1] and not (last and report.lies_behind(last))


def _circumstances(article: ArticleText, words: Cues, figure: Candidate, time: Governed, report: Report) -> Circumstances:
    """The circumstances of one figure, for which only its own sentence and its time speak."""
    at = bisect_right(article.sentence_ends, figure.start) - 1
    sentence = article.sentence_ends[at] if at >= 0 else 0
    last = time.period and (time.period.end or time.period.start)
    said = TimeSaid(time.mention.start, report.lies_behind(last), time.mention.ahead) if time.mention and last else None
    standing = standing_of(article.plain, words, (figure.start, figure.end), sentence, said)
    if said and last and standing.status == OBSERVED and (said.ahead or report.lies_ahead(last)):
        if said.place < sentence:
            return Circumstances(None, OBSERVED, is_status_sure=False)
        standing = Standing(TARGET, is_sure=False)
    if standing.status == STANDARD or (standing.status in {PLAN, ESTIMATE} and is_still_to_pass(figure)):
        return Circumstances(None, standing.status, is_status_sure=standing.is_sure)
    return Circumstances(time.period, standing.status, time.is_sure or time.period is None, standing.is_sure)


def _goes_on_with_a_rule(article: ArticleText, figure: Candidate, time: Governed, *, same_paragraph: bool) -> bool:
    """Whether a figure without words of its own belongs to the rules before it: no time is named for it, and it is a bound or a norm."""
    is_bound = same_paragraph and figure.quantity.relation in {Relation.AT_LEAST, Relation.AT_MOST, Relation.RANGE}
    return (time.period is None or not time.is_sure) and (is_bound or names_a_norm(article.plain, figure.start))


def _with_headings(article: ArticleText, figures: Sequence[Candidate], told: Sequence[Circumstances]) -> list[Circumstances]:
    """What is told of each figure; where a figure of a heading has no time near it, that of the same figure in the text below."""
    completed: list[Circumstances] = []
    below: dict[str, Circumstances] = {}
    for figure, one in zip(reversed(figures), reversed(told), strict=True):
        printed = article.plain[figure.start : figure.end]
        is_dated = one.period is not None and one.is_period_sure
        if printed in below and not is_dated and one.status == OBSERVED and not _is_in_running_text(article, figure):
            completed.append(replace(one, period=below[printed].period, is_period_sure=False))
        else:
            completed.append(one)
        if is_dated:
            below[printed] = one
    return completed[::-1]


def _is_in_running_text(article: ArticleText, figure: Candidate) -> bool:
    """Whether a sentence has ended between the beginning of the paragraph and the figure."""
    paragraph = article.paragraph_starts[bisect_right(article.paragraph_starts, figure.start) - 1]
    return bisect_right(article.sentence_ends, paragraph) != bisect_right(article.sentence_ends, figure.start)
