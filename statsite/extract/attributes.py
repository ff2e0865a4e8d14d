"""What an article says of each of its figures: the period it is about and its status, which depend
on each other.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from statsite.extract.article import ArticleText
from statsite.extract.candidates import Candidate
from statsite.extract.classify import is_still_to_pass
from statsite.extract.cues import (
    CITES_A_RULE,
    ESTIMATE,
    OBSERVED,
    PLAN,
    STANDARD,
    TARGET,
    Cues,
    cues,
)
from statsite.extract.dateline import Dateline
from statsite.extract.governing_times import GoverningTime, governing_times
from statsite.extract.layout import MARKS_OF_SECTIONS, Layout
from statsite.extract.status import (
    StatedTime,
    StatusClaim,
    is_budgeted,
    names_a_norm,
    status_claim,
    was_observed,
)
from statsite.extract.time_mentions import time_mentions
from statsite.periods import TimePeriod
from statsite.quantity import Relation

_HEADING = re.compile(
    "(?:" + "|".join(f"({mark})" for mark in MARKS_OF_SECTIONS) + ")[^。;!?]{1,24}"
)
#: A question at the beginning of a passage is the heading of its answer.
_QUESTION = re.compile(r"(?:[^。;!?:]{1,6}:)?[^。;!?:0-9]{2,40}\?")
_LONGEST_SENTENCE = 160
#: What happened or is so now, and is no rule.
_TELLS_AN_EVENT = re.compile(
    "已(?!知)|[了过](?=[，。0-9])|累计|共[有计]?[0-9]|目前|现有|眼下|完成|新增|同比|增长|下降"
    "|去年|今年|实际|比[一-鿿0-9]{2,6}[多少高低]"
)
_TO_BE_REACHED = re.compile("(?<!任务)(?:主要|预期|发展|总体|年度|工作|奋斗)目标|目标任务|展望")
_TO_BE_DONE = re.compile(
    "工作安排|重点工作|重点任务|主要任务|工作任务|工作重点|安排|打算|计划|下一?步|部署|任务"
    "|怎么[干办]"
)


@dataclass(frozen=True, slots=True)
class FigureAttributes:
    """The period and the status of a figure, and whether near and clear words gave them.

    ``period`` is None where the article names none.
    """

    period: TimePeriod | None
    status: str
    is_period_sure: bool = True
    is_status_sure: bool = True


@dataclass(frozen=True, slots=True)
class _Around:
    """What an article says of all its figures: its text, the words that speak for a status, and
    when it was written.
    """

    article: ArticleText
    words: Cues
    report: Dateline

    def sentence_of(self, place: int) -> int:
        """Where the sentence of a place begins."""
        at = bisect_right(self.article.sentence_ends, place) - 1
        return self.article.sentence_ends[at] if at >= 0 else 0

    def cites_a_rule(self, place: int) -> bool:
        """Whether the sentence of a place says by which rule: 按规定."""
        return (
            CITES_A_RULE.search(
                self.article.plain, max(self.sentence_of(place), place - _LONGEST_SENTENCE), place
            )
            is not None
        )


@dataclass(frozen=True, slots=True)
class _Rule:
    """A figure that a rule prescribes: its paragraph, where it ends, and whether its text says by
    which rule.
    """

    paragraph: int
    end: int
    is_cited: bool


def figure_attributes(article: ArticleText, figures: Sequence[Candidate]) -> list[FigureAttributes]:
    """The period and the status of each of ``figures``, which are in the order of the article."""
    layout = Layout(article)
    report, mentions = time_mentions(article, layout)
    around = _Around(article, cues(article.plain), report)
    sections = list(_sections(article, layout))
    section_starts = [start for start, _ in sections]
    told: list[FigureAttributes] = []
    rule: _Rule | None = None
    times = list(governing_times(article, layout, report, mentions, figures))
    for figure, time in zip(figures, times, strict=True):
        paragraph = bisect_right(layout.passages, figure.start)
        section = bisect_right(section_starts, figure.start) - 1
        one = _attributes_of(
            around, figure, time, sections[section][1] if section >= 0 else OBSERVED
        )
        if (
            one.status == OBSERVED
            and rule
            and not time.is_before
            and _goes_on_with_a_rule(around, figure, time, rule, paragraph)
        ):
            one = FigureAttributes(None, STANDARD, is_status_sure=False)
        is_cited = around.cites_a_rule(figure.start) or (rule is not None and rule.is_cited)
        rule = _Rule(paragraph, figure.end, is_cited) if one.status == STANDARD else None
        told.append(one)
    return _with_headings(article, layout, figures, times, told)


def _sections(article: ArticleText, layout: Layout) -> Iterator[tuple[int, str]]:
    """Where each numbered section begins, and the status that its heading, or that of the section
    around it, gives to what is not past.
    """
    status, announced_by = OBSERVED, 0
    for start in layout.passages:
        heading = _HEADING.match(article.plain, start) or _QUESTION.match(article.plain, start)
        if not heading:
            continue
        level = heading.lastindex or len(MARKS_OF_SECTIONS) + 1
        if _TO_BE_REACHED.search(heading[0]):
            status, announced_by = TARGET, level
        elif _TO_BE_DONE.search(heading[0]):
            status, announced_by = PLAN, level
        elif level <= announced_by:
            status = OBSERVED
        yield start, status


def _in_section(claim: StatusClaim, section: str) -> StatusClaim:
    """What is claimed of a figure that is not past, in a section on what is to be
    reached or done.
    """
    if section == OBSERVED or claim.status in {TARGET, ESTIMATE}:
        return claim
    if claim.status == STANDARD:
        return claim if claim.is_sure else StatusClaim(TARGET, is_sure=False)
    return StatusClaim(section, is_sure=False) if claim.status == OBSERVED else claim


def _attributes_of(
    around: _Around, figure: Candidate, time: GoverningTime, section: str
) -> FigureAttributes:
    """The period and the status of one figure, for which only its own sentence, its time and the
    heading of its section speak.
    """
    plain, report = around.article.plain, around.report
    if time.is_before:
        return FigureAttributes(time.period, OBSERVED, time.is_sure or time.period is None)
    sentence = around.sentence_of(figure.start)
    last = (time.period.end or time.period.start) if time.period else None
    is_past = last is not None and report.lies_behind(last)
    said = (
        StatedTime(time.mention.start, is_past, time.mention.ahead, report.is_dated and not is_past)
        if time.mention and last
        else None
    )
    claim = status_claim(plain, around.words, (figure.start, figure.end), sentence, said)
    if not is_past:
        claim = _in_section(claim, section)
    is_to_come = said is not None and last is not None and (said.ahead or report.lies_ahead(last))
    if (
        said
        and last
        and is_to_come
        and claim.status == OBSERVED
        and not was_observed(plain, said.place, figure.start)
    ):
        if said.place < sentence:
            return FigureAttributes(None, OBSERVED, is_status_sure=False)
        claim = StatusClaim(ESTIMATE if last.day and not said.ahead else TARGET, is_sure=False)
    is_deadline = not time.is_sure and plain.endswith("内", figure.start, figure.end)
    is_of_no_time = claim.status == STANDARD or (
        is_still_to_pass(figure) and (claim.status in {PLAN, ESTIMATE} or is_deadline)
    )
    is_of_no_time = is_of_no_time or (
        claim.status in {PLAN, TARGET}
        and said is not None
        and said.place < sentence
        and _is_over(time, report)
    )
    if is_of_no_time and not is_budgeted(plain, figure.start):
        return FigureAttributes(None, claim.status, is_status_sure=claim.is_sure)
    return FigureAttributes(
        time.period, claim.status, time.is_sure or time.period is None, claim.is_sure
    )


def _is_over(time: GoverningTime, report: Dateline) -> bool:
    """Whether a time named in an earlier sentence is too early for what is still to be done: it is
    over, or a day.
    """
    last = time.period and time.period.end
    return bool(last and (last.day or report.lies_behind(last)))


def _goes_on_with_a_rule(
    around: _Around, figure: Candidate, time: GoverningTime, rule: _Rule, paragraph: int
) -> bool:
    """Whether a figure without words of its own belongs to the rules before it: no time is named
    for it, and it is a bound, a norm or no event.
    """
    plain, same_paragraph = around.article.plain, rule.paragraph == paragraph
    if time.period is not None and time.is_sure:
        return False
    is_bound = same_paragraph and figure.quantity.relation in {
        Relation.AT_LEAST,
        Relation.AT_MOST,
        Relation.RANGE,
    }
    if is_bound or names_a_norm(plain, figure.start):
        return True
    between = plain[rule.end : figure.start]
    is_named_since = time.mention is not None and time.mention.start > rule.end
    return (
        same_paragraph
        and rule.is_cited
        and not is_named_since
        and _TELLS_AN_EVENT.search(between) is None
    )


def _with_headings(
    article: ArticleText,
    layout: Layout,
    figures: Sequence[Candidate],
    times: Sequence[GoverningTime],
    told: Sequence[FigureAttributes],
) -> list[FigureAttributes]:
    """What is told of each figure; where a figure of a heading has no time in it, that of the same
    figure in the text below, or of the next one.
    """
    completed: list[FigureAttributes] = []
    below: dict[tuple[str, str], FigureAttributes] = {}
    following, its_passage = None, -1
    for figure, time, one in zip(reversed(figures), reversed(times), reversed(told), strict=True):
        key = (article.plain[figure.start : figure.end], one.status)
        is_running = _is_in_running_text(article, layout, figure)
        is_headline = layout.is_headline(layout.line_of(figure.start))
        has_own_time = _is_in_its_passage(layout, time, figure)
        is_dated = one.period is not None and (has_own_time if is_headline else one.is_period_sure)
        instead = None if is_running or is_dated or one.status == STANDARD else below.get(key)
        passage = layout.passage_of(figure.start)
        if (
            instead is None
            and is_headline
            and one.period is None
            and one.status == OBSERVED
            and not has_own_time
            and its_passage == passage + 1
        ):
            instead = following
        completed.append(
            replace(one, period=instead.period, is_period_sure=False) if instead else one
        )
        if one.period is not None and (is_dated or is_running):
            below[key] = one
        if not is_headline:
            following, its_passage = (
                one if has_own_time and one.status == OBSERVED else None,
                passage,
            )
    return completed[::-1]


def _is_in_its_passage(layout: Layout, time: GoverningTime, figure: Candidate) -> bool:
    """Whether the time of a figure is named in the figure's own passage."""
    return time.mention is not None and layout.passage_of(time.mention.start) == layout.passage_of(
        figure.start
    )


def _is_in_running_text(article: ArticleText, layout: Layout, figure: Candidate) -> bool:
    """Whether a sentence has ended between the beginning of the paragraph and the figure."""
    paragraph = layout.passages[bisect_right(layout.passages, figure.start) - 1]
    return bisect_right(article.sentence_ends, paragraph) != bisect_right(
        article.sentence_ends, figure.start
    )
