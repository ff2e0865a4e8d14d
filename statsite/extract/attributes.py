"""What an article says of each of its figures: the period it is about and its status, which depend
on each other.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

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
from statsite.extract.dividends import is_of_a_dividend
from statsite.extract.event_days import LONGEST_CONTEST
from statsite.extract.figure_attributes import FigureAttributes
from statsite.extract.governing_times import GoverningTime, governing_times
from statsite.extract.headline_figures import with_headings
from statsite.extract.layout import MARKS_OF_SECTIONS, Layout
from statsite.extract.mention import TimeMention
from statsite.extract.origins import RELIABLE, Origins
from statsite.extract.period_shapes import (
    days_in,
    is_a_season,
    is_of_several_days,
    is_one_day,
    is_over_the_turn,
    is_part,
)
from statsite.extract.status import (
    StatedTime,
    StatusClaim,
    bounds_a_class,
    is_a_level,
    is_a_rate_of_payment,
    is_a_reached_aim,
    is_budgeted,
    is_called_an_aim,
    is_set_for_all,
    names_a_norm,
    status_claim,
    was_observed,
)
from statsite.extract.stretches import LONGEST_STRETCH
from statsite.extract.suppositions import is_supposed
from statsite.extract.text_places import TextPlaces
from statsite.extract.time_mentions import time_mentions
from statsite.extract.timeless_figures import without_times
from statsite.extract.works import is_of_works_in_progress, is_to_be_done, with_works
from statsite.periods import Moment, TimePeriod
from statsite.quantity import Relation
from statsite.values import replace

_HEADING = re.compile(
    "(?:" + "|".join(f"({mark})" for mark in MARKS_OF_SECTIONS) + ")[^。;!?]{1,24}"
)
#: A question at the beginning of a passage is the heading of its answer.
_QUESTION = re.compile(r"(?:[^。;!?:]{1,6}:)?[^。;!?:0-9]{2,40}\?")
_LONGEST_SENTENCE = 160
#: The most characters in which a heading is looked for that stands in a line with its text.
_LONGEST_MARKED = 48
#: Years or months within which something is to be done, and how far before its figure.
_WITHIN_YEARS = re.compile(
    "(?<![0-9])[0-9一二两三四五六七八九十]{1,2}(?:年|个月)(?:内|之内|以内|后|左右)[^。;!?]{0,30}$"
)
_REACH_OF_DEADLINE = 40
#: What is reckoned to have been, in the clause of its figure.
#: An average over days, and a sum so far, which are of no single day: 日均12.8万人次, 今年已收治.
_OVER_DAYS = re.compile("[日周月]均[^，。;]{0,8}$|(?:今年|年内)已[^，。;0-9]{0,16}$")
#: Years or months that have passed since a time was named: 2016年启动，三年拆除, 政策实施3个月，.
_LENGTH_SINCE = re.compile(
    "[，;](?:随后|此后|之后|其后)?[二两三四五六七八九十]年(?:多|间|里)?(?![级前来内后度均制，。;])"
    "|(?:实施|开馆|运行|运营|开通|上线|试行|为期|历时|持续)(?:[0-9]{1,2}|[一二两三四五六七八九十半])(?:个多?月|年多?)，"
)
#: A year that a figure aimed at is of, before it or behind it: 完成今年2600张目标任务.
_OF_A_YEAR_BEFORE = re.compile("(?:今年|全年|年度|当年|本年)的?$")
#: What was aimed at for a year, before how much, and the part of it that was reached:
#: 占年度计划3.5亿元的81.1%.
_AIM_OF_A_YEAR = re.compile(
    "(?:今年|全年|年度|当年|本年)[一-鿿]{0,4}?(?:计划|目标|任务|预算|指标)[一-鿿]{0,4}$"
)
_A_PART_OF_IT = re.compile("的[近约超逾]?(?:[0-9]|[一二三四五六七八九]成|[一-鿿]{1,2}分之)")
_OF_A_YEAR_BEHIND = re.compile("(?:的)?(?:年度|全年)")
_RECKONED = re.compile(
    "(?:估算|测算|核算|估计|评估)(?:[^，。;!?]{0,16}|，[^，。;!?]{0,12}(?:造成|损失)[^，。;!?]{0,12})$"
)
#: What tells whom schools will admit, made known in the head of an article; and the month in which
#: they have.
_WHOM_TO_ADMIT = re.compile(
    "(?:公布|发布|出台|印发)[^，。;!?]{0,16}招生(?:章程|简章|计划|方案|工作方案|政策)"
)
_HEAD, _FIRST_OF_SCHOOL = 200, 9
#: What leads from a sum to a part of it.
_PART_OF_IT = re.compile("[，(]其中[^，。;!?0-9]{0,14}")
#: A season by a word; the first month of a winter, and that from which it is told of as begun.
_THIS_SEASON = re.compile("今[春夏秋冬]")
_FIRST_MONTH_OF_WINTER, _FIRST_OF_WINTER = 12, 10
_BOUNDS = frozenset({Relation.AT_LEAST, Relation.AT_MOST, Relation.RANGE})
#: What happened or is so now, and is no rule.
_TELLS_AN_EVENT = re.compile(
    "已(?!知)|[了过](?=[，。0-9])|判(?:令|处|决(?!书))|累计|共[有计]?[0-9]|目前|现有|眼下|完成|新增|同比|增长|下降"
    "|去年|今年|实际|比[一-鿿0-9]{2,6}[多少高低]"
)
_TO_BE_REACHED = re.compile("(?<!任务)(?:主要|预期|发展|总体|年度|工作|奋斗)目标|目标任务|展望")
_TO_BE_DONE = re.compile(
    "(?:今年|明年|新一年|下半年|下一?阶段)的?(?:主要|重点)?工作(?![报总])|工作安排|重点工作|重点任务|主要任务|工作任务|工作重点|安排|打算|计划|下一?步|部署|任务|怎么干"
)
_ASKS_FOR_PLANS = re.compile("下一?步|接下来|今后|打算|计划|怎么干")
#: A question for a rule: what is paid, how something is reckoned, what is asked for.
_ASKS_FOR_A_RULE = re.compile(
    "(?:[交缴收报补赔退贷领拿]|享受)[^?]{0,2}多少|(?:标准|额度|待遇|费用?|补助|补贴|违约金|保费)[^?]{0,6}(?:多少|怎么[算定交缴收退]|如何计算)"
    "|(?:怎么|如何)(?:收费|计费|计算|[收退罚])|多少[^?]{0,4}算|什么(?:条件|要求|规定|手续)|怎么办"
    "|(?:怎[么样]|如何)(?:申请|办理?(?!案|学|好)|认证|报名|登记|缴纳)|要?等?多久|多长时间"
)


class _Around(Struct, frozen=True):
    """What an article says of all its figures: its text, the words that speak for a status, when
    it was written, and where the times of figures are named.
    """

    article: ArticleText
    places: TextPlaces
    words: Cues
    report: Dateline
    origins: Origins
    mentions: Sequence[TimeMention]

    def statement_of(self, place: int) -> int:
        """Where the sentence of a place begins, or the one of which it tells a part (其中)."""
        begin = self.places.sentence_begin(place)
        tells_a_part = begin > 0 and self.article.plain.startswith("其中", begin)
        return self.places.sentence_begin(begin - 1) if tells_a_part else begin

    def tells_of_a_plan(self, time: GoverningTime) -> bool:
        """Whether the head of an article says that whom to admit in its year was made known, before
        that is done; and a time is all of that year.
        """
        written, period = self.report.written, time.period
        if not 0 < written.month < _FIRST_OF_SCHOOL or period is None:
            return False
        is_of_year = period.start == period.end == Moment(written.year)
        return is_of_year and _WHOM_TO_ADMIT.search(self.article.plain, 0, _HEAD) is not None

    def cites_a_rule(self, place: int) -> bool:
        """Whether the sentence of a place says by which rule: 按规定."""
        return (
            CITES_A_RULE.search(
                self.article.plain,
                max(self.places.sentence_begin(place), place - _LONGEST_SENTENCE),
                place,
            )
            is not None
        )


class _Rule(Struct, frozen=True):
    """A figure that a rule prescribes: its paragraph, where it ends, and whether its text says by
    which rule.
    """

    paragraph: int
    end: int
    is_cited: bool


def figure_attributes(
    article: ArticleText, figures: Sequence[Candidate], published: Moment | None = None
) -> list[FigureAttributes]:
    """The period and the status of each of ``figures``, which are in the order of the article;
    ``published`` is when that appeared, if that is known.
    """
    layout = Layout(article)
    report, mentions = time_mentions(article, layout, published)
    origins = Origins(article, layout, mentions)
    around = _Around(article, layout.places, cues(article.plain), report, origins, mentions)
    times = list(governing_times(article, layout, report, mentions, figures))
    told = list(_attributes_in_order(around, layout, figures, times))
    told = without_times(article, layout, figures, told)
    return with_headings(article, layout, figures, times, told)


def _attributes_in_order(
    around: _Around, layout: Layout, figures: Sequence[Candidate], times: Sequence[GoverningTime]
) -> Iterator[FigureAttributes]:
    """What the text says of each figure, rules going on from one to the next."""
    sections = _Sections(list(_sections(around.article, layout)))
    rule: _Rule | None = None
    before: tuple[Candidate, FigureAttributes] | None = None
    for figure, time in zip(figures, times, strict=True):
        one = _attributes_of(around, figure, time, sections.status_at(figure.start))
        paragraph = bisect_right(layout.passages, figure.start)
        if one.status == OBSERVED and _goes_on_with_a_rule(around, figure, time, rule, paragraph):
            one = FigureAttributes(None, STANDARD, is_status_sure=False)
        if before and one.status == OBSERVED and _is_part_of_it(around, figure, *before):
            one = replace(one, status=before[1].status, is_status_sure=False)
        rule, before = _rule_of(around, figure, one, rule, paragraph), (figure, one)
        yield one


def _is_part_of_it(
    around: _Around, figure: Candidate, whole: Candidate, told: FigureAttributes
) -> bool:
    """Whether a figure is a part of what the one before it plans: 预算13亿元，其中维修1亿元."""
    if told.status != PLAN:
        return False
    between = around.article.plain[whole.end : figure.start]
    return _PART_OF_IT.fullmatch(between) is not None


class _Sections(Struct, frozen=True):
    """Where the sections of an article begin, and the status that each gives to what is not
    past.
    """

    statuses: Sequence[tuple[int, str]]

    def status_at(self, place: int) -> str:
        """The status that the section of a place gives."""
        at = bisect_right(self.statuses, place, key=lambda section: section[0]) - 1
        return self.statuses[at][1] if at >= 0 else OBSERVED


def _rule_of(
    around: _Around, figure: Candidate, told: FigureAttributes, before: _Rule | None, paragraph: int
) -> _Rule | None:
    """The rule that prescribes a figure, which may go on with the one ``before``; None where none
    does.
    """
    if told.status != STANDARD:
        return None
    return _Rule(paragraph, figure.end, _is_cited(around, figure, before))


def _is_cited(around: _Around, figure: Candidate, before: _Rule | None) -> bool:
    """Whether a rule is cited, or goes on with one that is."""
    return (before is not None and before.is_cited) or around.cites_a_rule(figure.start)


def _sections(article: ArticleText, layout: Layout) -> Iterator[tuple[int, str]]:
    """Where each numbered section begins, and the status that its heading, or that of the section
    around it, gives to what is not past.
    """
    status, announced_by = OBSERVED, 0
    for start in layout.passages:
        end = _end_of_heading(layout, start)
        heading = _HEADING.match(article.plain, start, end) or _QUESTION.match(article.plain, start)
        if not heading:
            continue
        level = heading.lastindex or len(MARKS_OF_SECTIONS) + 1
        announced = _announced_status(heading[0])
        if announced:
            status, announced_by = announced, level
        elif level <= announced_by:
            status = OBSERVED
        yield start, status


def _end_of_heading(layout: Layout, start: int) -> int:
    """Where the heading that begins at a place ends at the latest: with its line, if it has one of
    its own.
    """
    at = layout.line_of(start)
    if layout.is_heading(at):
        return start + len(layout.text(at))
    return start + _LONGEST_MARKED


def _announced_status(heading: str) -> str:
    """The status that a heading says its section's figures have, or nothing."""
    if _TO_BE_REACHED.search(heading):
        return TARGET
    if heading.endswith("?"):
        return _asked_for(heading)
    return PLAN if _TO_BE_DONE.search(heading) else ""


def _asked_for(question: str) -> str:
    """The status that a question gives to what answers it, or nothing."""
    if _ASKS_FOR_A_RULE.search(question):
        return STANDARD
    return PLAN if _ASKS_FOR_PLANS.search(question) else ""


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
    if time.is_before:
        return _of_before(around, figure, time)
    sentence = around.places.sentence_begin(figure.start)
    said = _stated_time(time, around.report)
    claim = _claim(around, figure, around.statement_of(figure.start), said, section)
    if claim.status == OBSERVED and said and _is_still_to_come(around, figure, time, said):
        if said.place < sentence and not _begins_ahead(time):
            return FigureAttributes(None, OBSERVED, is_status_sure=False)
        claim = _claim_of_time_to_come(time, said, figure)
    claim = _with_works(around, figure, time, claim, said)
    return _claimed(around, figure, time, claim, sentence)


def _of_before(around: _Around, figure: Candidate, time: GoverningTime) -> FigureAttributes:
    """The period of a figure that something had before a change; what is set for everybody has
    none where the change is not dated.
    """
    if time.period is None and _is_set_at_no_time(around, figure):
        return FigureAttributes(None, STANDARD, is_status_sure=False)
    is_period_sure = time.is_sure or time.period is None
    origin = around.origins.of(figure, time)
    return FigureAttributes(
        time.period, OBSERVED, is_period_sure, origin=origin, mention=time.mention
    )


def _is_set_at_no_time(around: _Around, figure: Candidate) -> bool:
    """Whether a figure is what was set for everybody, in a sentence that names no time before it:
    午餐标准从4元提高到5元.
    """
    sentence = around.places.sentence_begin(figure.start)
    if not is_set_for_all(around.article.plain, sentence, figure.start):
        return False
    named = bisect_left(around.mentions, sentence, key=lambda mention: mention.start)
    is_named = named < len(around.mentions) and around.mentions[named].start < figure.start
    return not is_named


def _with_works(
    around: _Around,
    figure: Candidate,
    time: GoverningTime,
    claim: StatusClaim,
    said: StatedTime | None,
) -> StatusClaim:
    """A claim in which works to be done and levels to be reached are told apart, and nothing
    that is only supposed is seen.
    """
    plain, place = around.article.plain, (figure.start, figure.end)
    if claim.status == OBSERVED and said and said.is_open and is_to_be_done(plain, figure.start):
        return StatusClaim(PLAN, is_sure=False)
    if claim.status == OBSERVED and said and said.is_open and around.tells_of_a_plan(time):
        return StatusClaim(PLAN, is_sure=False)
    if claim.status == OBSERVED and is_of_works_in_progress(plain, *place):
        return StatusClaim(PLAN, is_sure=False)
    if claim.status in {OBSERVED, ESTIMATE} and is_supposed(plain, figure.start):
        return _supposed(claim, said)
    if claim.status == PLAN and _begins_ahead(time):
        return claim
    lead = time.mention.lead if time.mention else ""
    return with_works(plain, place, figure.unit, claim, lead)


def _supposed(claim: StatusClaim, said: StatedTime | None) -> StatusClaim:
    """What is claimed of a figure that may only be supposed: what is past may have been so."""
    return StatusClaim(claim.status if said and said.is_past else ESTIMATE, is_sure=False)


def _claimed(
    around: _Around, figure: Candidate, time: GoverningTime, claim: StatusClaim, sentence: int
) -> FigureAttributes:
    """What is claimed of a figure, with its time if it has one."""
    is_status_sure = claim.is_sure and not claim.is_carried_over
    is_of_no_time = _is_of_no_time(around, figure, time, claim, sentence)
    if claim.status == OBSERVED and _is_due_later(around, time):
        return FigureAttributes(None, OBSERVED, is_period_sure=False, is_status_sure=False)
    if is_of_no_time or time.period is None:
        return FigureAttributes(None, claim.status, is_status_sure=is_status_sure)
    origin = around.origins.of(figure, time)
    is_clear = time.is_sure and origin in RELIABLE
    is_doubtful = _is_planned_elsewhere(time, claim, sentence) or _is_of_a_length(
        around.article.plain, figure, time, sentence
    )
    is_period_sure = is_clear and not is_doubtful
    so_far = _so_far(around, figure, time.period) if claim.status == OBSERVED else None
    if so_far:
        return FigureAttributes(
            so_far, OBSERVED, is_period_sure=False, origin=origin, mention=time.mention
        )
    period = _year_of_an_aim(around.article.plain, figure, time.period) or time.period
    return FigureAttributes(
        period, claim.status, is_period_sure, is_status_sure, origin, time.mention
    )


def _is_due_later(around: _Around, time: GoverningTime) -> bool:
    """Whether a time is only that up to which something is still to be done:
    27日前清运，已下拨5元.
    """
    period = time.period
    if period is None or period.start is not None or period.end is None:
        return False
    return around.report.lies_ahead(period.end)


def _year_of_an_aim(plain: str, figure: Candidate, period: TimePeriod) -> TimePeriod | None:
    """The year for which a figure was aimed at that was reached in a part of it: 截至11月底，
    完成今年2600张目标任务的101.5%.
    """
    begin = max(0, figure.start - _REACH_OF_DEADLINE)
    if period.end is None:
        return None
    if _AIM_OF_A_YEAR.search(plain, begin, figure.start) and _A_PART_OF_IT.match(plain, figure.end):
        return _year_of(period.end)
    if not is_called_an_aim(plain, figure.end):
        return None
    is_of_year = _OF_A_YEAR_BEFORE.search(plain, begin, figure.start) is not None
    if not is_of_year and _OF_A_YEAR_BEHIND.match(plain, figure.end) is None:
        return None
    return _year_of(period.end)


def _year_of(moment: Moment) -> TimePeriod:
    """The year of a moment."""
    year = Moment(moment.year)
    return TimePeriod(year, year)


def _is_of_a_length(plain: str, figure: Candidate, time: GoverningTime, sentence: int) -> bool:
    """Whether a figure may be of a length of time that begins or ends with the time named before
    it: an average of days, a sum so far, what was done in three years since.
    """
    mention = time.mention
    if mention is None or mention.end > figure.start:
        return False
    if mention.is_as_of or is_one_day(time.period):
        near = max(sentence, figure.start - _REACH_OF_DEADLINE)
        if _OVER_DAYS.search(plain, near, figure.start):
            return True
    begin = max(sentence, mention.end)
    return _LENGTH_SINCE.search(plain, begin, figure.start) is not None


def _so_far(around: _Around, figure: Candidate, period: TimePeriod) -> TimePeriod | None:
    """The days of an event up to the one up to which is told, where the event is not over and a
    figure was observed: 春运以来.
    """
    end = period.end
    if end is None or not is_of_several_days(period) or not around.report.lies_ahead(end):
        return None
    told = (one.period for one in around.mentions if one.is_as_of and one.start < figure.start)
    days = [day for day in told if day and is_one_day(day) and is_part(day, period)]
    return TimePeriod(period.start, days[-1].end) if days else None


def _is_planned_elsewhere(time: GoverningTime, claim: StatusClaim, sentence: int) -> bool:
    """Whether the time of what is still to come was named in an earlier sentence, and in no
    heading.
    """
    if claim.status == OBSERVED or time.mention is None or time.mention.in_heading:
        return False
    return time.mention.start < sentence


def _last_moment(time: GoverningTime) -> Moment | None:
    """The last moment that a time names."""
    return (time.period.end or time.period.start) if time.period else None


def _is_past(time: GoverningTime, report: Dateline) -> bool:
    """Whether a time was over when the article was written."""
    last = _last_moment(time)
    return last is not None and report.lies_behind(last)


def _stated_time(time: GoverningTime, report: Dateline) -> StatedTime | None:
    """What the time of a figure adds to its words; None where none is named."""
    if time.mention is None or _last_moment(time) is None:
        return None
    is_past = _is_past(time, report)
    is_open = report.is_dated and not is_past
    return StatedTime(time.mention.start, is_past, time.mention.ahead, is_open)


def _claim(
    around: _Around, figure: Candidate, sentence: int, said: StatedTime | None, section: str
) -> StatusClaim:
    """What the words and the time of a figure claim of it, and its section where it is not past."""
    place = figure.start, figure.end
    claim = status_claim(around.article.plain, around.words, place, sentence, said)
    is_paid = claim.status == STANDARD and is_a_rate_of_payment(
        around.article.plain, sentence, figure.start
    )
    if section == STANDARD:
        return _as_asked_for(around, figure, sentence, said, claim)
    return claim if is_paid or (said and said.is_past) else _in_section(claim, section)


def _as_asked_for(
    around: _Around, figure: Candidate, sentence: int, said: StatedTime | None, claim: StatusClaim
) -> StatusClaim:
    """What is claimed of a figure in the answer to a question for a rule: without a time, and where
    nothing is told that happened, it is the rule's.
    """
    if claim.status != OBSERVED or said is not None:
        return claim
    tells_an_event = _TELLS_AN_EVENT.search(around.article.plain, sentence, figure.start)
    return claim if tells_an_event else StatusClaim(STANDARD, is_sure=False)


def _is_still_to_come(
    around: _Around, figure: Candidate, time: GoverningTime, said: StatedTime
) -> bool:
    """Whether the time of a figure is yet to come, and nothing says that it was reached."""
    is_to_come = said.ahead or _lies_ahead(around, time)
    return is_to_come and not was_observed(around.article.plain, said.place, figure.start)


def _lies_ahead(around: _Around, time: GoverningTime) -> bool:
    last = _last_moment(time)
    if last is None or not around.report.lies_ahead(last):
        return False
    return not _has_begun(around, time)


def _has_begun(around: _Around, time: GoverningTime) -> bool:
    """Whether a time is a season of two years, or days of an event, that were not over when the
    article was written.
    """
    period = time.period
    if period is None or period.start is None or (time.mention and time.mention.ahead):
        return False
    if time.mention and _THIS_SEASON.match(around.article.plain, time.mention.start):
        is_told_by_months = not is_a_season(period)
        has_begun = is_told_by_months and not around.report.lies_ahead(period.start)
        return has_begun or _is_a_winter_now(around, period)
    if 1 < days_in(period) <= LONGEST_STRETCH:
        is_short = days_in(period) <= LONGEST_CONTEST
        has_begun = around.report.lies_behind(period.start)
        return has_begun and (is_short or _is_nearly_over(around.report.written, period))
    if is_over_the_turn(period) and not around.report.lies_ahead(period.start):
        return True
    return is_a_season(period) and period.start.year == around.report.written.year


def _is_nearly_over(written: Moment, period: TimePeriod) -> bool:
    """Whether more days of a stretch lie behind the day of writing than are to come."""
    if period.start is None or period.end is None:
        return False
    passed = written.last_day - period.start.first_day
    return passed > period.end.last_day - written.last_day


def _is_a_winter_now(around: _Around, period: TimePeriod) -> bool:
    """Whether a period is the winter of which an article of autumn tells as begun, or of the year
    before.
    """
    written, first = around.report.written, period.start
    if first is None or first.month not in {0, _FIRST_MONTH_OF_WINTER}:
        return False
    is_autumn = written.month >= _FIRST_OF_WINTER and first.year == written.year
    return is_autumn or first.year < written.year


def _claim_of_time_to_come(time: GoverningTime, said: StatedTime, figure: Candidate) -> StatusClaim:
    """What begins on a day ahead is planned, what is on one foreseen, a year or a month
    aimed at; what is done with so many by then (36座明年3月开工) is planned.
    """
    if _begins_ahead(time):
        return StatusClaim(PLAN, is_sure=False)
    if _is_foreseen(time, said):
        return StatusClaim(ESTIMATE, is_sure=False)
    return StatusClaim(PLAN if said.place >= figure.end else TARGET, is_sure=False)


def _is_foreseen(time: GoverningTime, said: StatedTime) -> bool:
    return not said.ahead and _is_of_a_day(time)


def _is_of_a_day(time: GoverningTime) -> bool:
    """Whether the last moment of a time is a day."""
    last = _last_moment(time)
    return last is not None and last.day > 0


def _begins_ahead(time: GoverningTime) -> bool:
    """Whether a time that is to come has no end: 明年1月26日起."""
    return time.period is not None and time.period.end is None


def _is_of_no_time(
    around: _Around, figure: Candidate, time: GoverningTime, claim: StatusClaim, sentence: int
) -> bool:
    """Whether a figure has no time: it is a rule's, the bound of a class, a length of time still to
    pass, or aimed at after a time that is over; but what a budget set has its time.
    """
    if is_of_a_dividend(around.article.plain, sentence, figure.start):
        return False
    is_aimed_at = claim.status in {PLAN, TARGET}
    return (
        claim.status == STANDARD
        or bounds_a_class(around.article.plain, figure.start, figure.end)
        or (claim.status != OBSERVED and _is_within_years(around.article.plain, figure, sentence))
        or _is_time_to_pass(around.article.plain, figure, time, claim)
        or (is_aimed_at and _is_aimed_at_later(around, figure, time, sentence))
        or (claim.status != OBSERVED and _is_of_another_to_come(around, time, sentence))
        or (claim.status == ESTIMATE and _is_foreseen_on_a_past_day(around, figure, time))
    ) and not is_budgeted(around.article.plain, figure.start)


def _is_of_another_to_come(around: _Around, time: GoverningTime, sentence: int) -> bool:
    """Whether the time of what is still to come was told in an earlier sentence of something else
    that is to come then: neither as that up to which all is aimed at (到2030年), nor as the days of
    an event, which may be what is told of.
    """
    mention = time.mention
    if mention is None or mention.in_heading or mention.ahead or mention.start >= sentence:
        return False
    is_of_days = _begins_ahead(time) or is_of_several_days(time.period)
    return not is_of_days and _lies_ahead(around, time)


def _is_within_years(plain: str, figure: Candidate, sentence: int) -> bool:
    """Whether a figure is to be reached within years that are counted from no known day:
    力争三年内达到1.5万箱.
    """
    begin = max(sentence, figure.start - _REACH_OF_DEADLINE)
    return _WITHIN_YEARS.search(plain, begin, figure.start) is not None


def _is_time_to_pass(
    plain: str, figure: Candidate, time: GoverningTime, claim: StatusClaim
) -> bool:
    """Whether a figure is how long something planned takes, or the time within which it is due; and
    no level that is reached: 早高峰间隔有望压缩至4.5分钟以内.
    """
    if is_a_level(plain, figure.start):
        return False
    is_due = claim.status in {PLAN, ESTIMATE} or _is_deadline(plain, figure, time)
    return is_due and is_still_to_pass(figure)


def _is_deadline(plain: str, figure: Candidate, time: GoverningTime) -> bool:
    """30天内, without a time that is sure."""
    return not time.is_sure and plain.endswith("内", figure.start, figure.end)


def _is_foreseen_on_a_past_day(around: _Around, figure: Candidate, time: GoverningTime) -> bool:
    """Whether a time is the day up to which something was told: what is foreseen then is later, and
    what is reckoned to have been (初步估计) is not.
    """
    if time.mention is None or not time.mention.is_as_of or not _is_past(time, around.report):
        return False
    begin = max(0, figure.start - _REACH_OF_DEADLINE)
    return _RECKONED.search(around.article.plain, begin, figure.start) is None


def _is_aimed_at_later(
    around: _Around, figure: Candidate, time: GoverningTime, sentence: int
) -> bool:
    """Whether the time of what is aimed at was named in an earlier sentence and is over, and the
    aim was not reached then.
    """
    if is_a_reached_aim(around.article.plain, figure.start, figure.end):
        return False
    return _is_named_too_early(time, sentence, around.report)


def _is_named_too_early(time: GoverningTime, sentence: int, report: Dateline) -> bool:
    """Whether a time was named in an earlier sentence, and is over."""
    if time.mention is None or time.mention.start >= sentence:
        return False
    return _is_over(time, report)


def _is_over(time: GoverningTime, report: Dateline) -> bool:
    """Whether a time named in an earlier sentence is too early for what is still to be done: it is
    over, or a day.
    """
    last = time.period and time.period.end
    return bool(last and (last.day or report.lies_behind(last)))


def _goes_on_with_a_rule(
    around: _Around, figure: Candidate, time: GoverningTime, rule: _Rule | None, paragraph: int
) -> bool:
    """Whether a figure without words of its own belongs to the ``rule`` before it, if there is one:
    no time is named for it, and it is a bound, a norm or no event.
    """
    if rule is None or time.is_before or (time.period is not None and time.is_sure):
        return False
    is_same_paragraph = rule.paragraph == paragraph
    if is_same_paragraph and figure.quantity.relation in _BOUNDS:
        return True
    if names_a_norm(around.article.plain, figure.start):
        return True
    return is_same_paragraph and rule.is_cited and _tells_no_event(around, figure, time, rule)


def _tells_no_event(around: _Around, figure: Candidate, time: GoverningTime, rule: _Rule) -> bool:
    """Whether nothing since ``rule`` names a time or tells what happened."""
    if time.mention is not None and time.mention.start > rule.end:
        return False
    return _TELLS_AN_EVENT.search(around.article.plain[rule.end : figure.start]) is None
