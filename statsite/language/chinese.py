"""Chinese: figures as they were printed, dates, citations, findings, and what checks look for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

from statsite.grammar.fold_characters import plain_of
from statsite.grammar.lexicon import (
    DIGITS_OF_A_YEAR,
    FORMAL_NUMERALS,
    HAN_NUMERALS,
    HOTLINES,
    SMALL_NUMERALS,
)
from statsite.grammar.printed import PartKind, Reading, write_printed, written_parts
from statsite.language.citations import ReferenceStyle, Work, WorkKind
from statsite.language.figure_text import FigureText, TextPart, joined, word_part
from statsite.language.interface import (
    Citations,
    Dates,
    Difference,
    DifferenceKind,
    Elapsed,
    Figures,
    Findings,
    Language,
    ProsePatterns,
    Span,
    Subject,
    Trend,
)
from statsite.language.numbers import is_share_word, is_total, ungrouped
from statsite.model import PatternKind, Printing, Unit, UnitLabel, UnitPattern
from statsite.periods import Moment
from statsite.quantity import Quantity, Relation, decimal_text, decimals_of
from statsite.values import replace

_CODE: Final = "zh"

# figures

_MORE_WORDS = frozenset({"余", "多", "有余", "+"})
_SCALES = (Fraction(10**4), Fraction(10**8), Fraction(10**12))
#: Words for large numbers, the largest first, and how many decimals may be before each.
_SCALE_WORDS = (
    (Fraction(10**12), "万亿", 4),
    (Fraction(10**8), "亿", 4),
    (Fraction(10**4), "万", 2),
)
#: Decimals that a newspaper prints before 万, 亿 or 万亿.
_MOST_PRINTED_DECIMALS = 2
_NUMBER_AND_SCALE = frozenset({PartKind.NUMBER, PartKind.SCALE})

#: The parts of a written figure with their kinds.
_Parts = Sequence[tuple[PartKind, str]]


class ChineseFigures(Figures):
    """Figures as they were printed; others as a newspaper would print them."""

    any_number = "任何数"

    def figure(self, printing: Printing, unit: Unit) -> FigureText:
        reading = printing.reading
        if reading is None:
            return _patterned(_with_unit(_written(printing.quantity, unit), unit), unit)
        if is_total(reading):
            return _total(reading, printing.quantity, unit)
        parts = [(part.kind, part.text) for part in reading.parts if part.kind is not PartKind.LIST]
        return _patterned(parts if is_share_word(reading) else _with_unit(parts, unit), unit)

    def in_full(
        self, number: Fraction, precision: Fraction | None, unit: Unit, printed: Reading | None
    ) -> str:
        word = [(PartKind.UNIT, printed.unit)] if printed and printed.unit else []
        digits = _on_printed_scale(number, precision, printed) or _in_full(number, precision)
        return str(_patterned(_with_unit([(PartKind.NUMBER, digits), *word], unit), unit))

    def last_digit(self, precision: Fraction, unit: Unit, word: str) -> str:
        pattern = unit.label[_CODE].pattern
        size = Quantity(Relation.EQUAL, precision, precision, precision, precision)
        counted = _counted(unit)
        said = word if word and counted in unit.words else counted
        return write_printed(size, (pattern.behind if pattern else "") or said)

    def percent(self, number: Fraction, precision: Fraction | None) -> str:
        return f"{ungrouped(number, precision)}%"


def _on_printed_scale(number: Fraction, precision: Fraction | None, printed: Reading | None) -> str:
    """All digits of a number before the scale that its figure was printed with; empty where that is
    none of the large ones alone, or would want more decimals than are printed.
    """
    scales = {part.text for part in printed.parts if part.kind is PartKind.SCALE} if printed else ()
    for scale, word, _ in _SCALE_WORDS:
        needed = decimals_of(number / scale)
        if scales == {word} and needed is not None and needed <= _MOST_PRINTED_DECIMALS:
            return f"{ungrouped(number / scale, _printed_decimals(precision, scale))}{word}"
    return ""


def _in_full(number: Fraction, precision: Fraction | None) -> str:
    """All digits of a number, with 万, 亿 or 万亿 where few are before them: 2.98万亿, 4.0万, but
    15624.
    """
    for scale, word, decimals in _SCALE_WORDS:
        needed = decimals_of(number / scale)
        if abs(number) >= scale and needed is not None and needed <= decimals:
            return f"{ungrouped(number / scale, _printed_decimals(precision, scale))}{word}"
    return ungrouped(number, precision)


def _printed_decimals(precision: Fraction | None, scale: Fraction) -> Fraction | None:
    """The size of the last digit before a scale, so that a nought that was printed stays (4.0万);
    None where it lies so far behind the point that nobody prints it.
    """
    size = None if precision is None else precision / scale
    return None if size is None or not _is_printed(size) else size


def _is_printed(size: Fraction) -> bool:
    """Whether anybody prints so many decimals."""
    decimals = decimals_of(size)
    return decimals is not None and decimals <= _MOST_PRINTED_DECIMALS


def _total(reading: Reading, quantity: Quantity, unit: Unit) -> FigureText:
    """A word for a whole, and behind it the number that it stands for: 全覆盖（100%）."""
    hundred = decimal_text(quantity.value or Fraction(0), None)
    printed = [_part(part.kind, part.text) for part in reading.parts]
    return joined([*printed, *word_part(f"（{hundred}{unit.label[_CODE].other}）")])


def _patterned(parts: _Parts, unit: Unit) -> FigureText:
    """The parts, with what the unit's pattern writes before the number or before all of the
    figure.
    """
    pattern = unit.label[_CODE].pattern
    at = _place_before(parts, pattern) if pattern and pattern.before else 0
    before = [(PartKind.QUALIFIER, pattern.before)] if pattern and pattern.before else []
    return joined(_part(kind, text) for kind, text in (*parts[:at], *before, *parts[at:]))


def _place_before(parts: _Parts, pattern: UnitPattern) -> int:
    """Where among the parts what a pattern writes before a number has its place."""
    if pattern.kind is PatternKind.EVERY:
        return 0
    return next(_places_of_numbers(parts), 0)


def _places_of_numbers(parts: _Parts) -> Iterator[int]:
    return (at for at, (kind, _) in enumerate(parts) if kind in _NUMBER_AND_SCALE)


def _with_unit(parts: _Parts, unit: Unit) -> _Parts:
    """The parts with the unit as its pattern or its label writes it, where the printed word says
    less or there is none.
    """
    pattern = unit.label[_CODE].pattern
    if pattern and pattern.behind:
        return _with_unit_label(parts, pattern.behind)
    says_all = _counted(unit) in unit.words and _has_unit_word(parts)
    return parts if says_all else _with_unit_label(parts, _counted(unit))


def _has_unit_word(parts: _Parts) -> bool:
    printed = [text for kind, text in parts if kind is PartKind.UNIT]
    return bool(printed and printed[-1])


def _with_unit_label(parts: _Parts, label: str) -> _Parts:
    """The parts with the unit's label in place of a unit word that alone says less (人 for
    人/万人), or where none is printed.
    """
    printed = [at for at, (kind, _) in enumerate(parts) if kind is PartKind.UNIT]
    start = printed[-1] if printed else _end_of_number(parts)
    end = start + len(printed[-1:])
    return [*parts[:start], (PartKind.UNIT, label), *parts[end:]]


def _end_of_number(parts: _Parts) -> int:
    """Where a unit has its place: behind 余 and 多 but before 以上 and 左右."""
    return 1 + max(at for at, part in enumerate(parts) if _is_of_number(*part))


def _is_of_number(kind: PartKind, text: str) -> bool:
    return kind in _NUMBER_AND_SCALE or text in _MORE_WORDS


def _counted(unit: Unit) -> str:
    """What follows a number where nothing is printed there: the label, or what a rate counts (人 of
    每年{n}).
    """
    label = unit.label[_CODE]
    if not unit.words or label.other in unit.words or not _is_rate(label):
        return label.other
    return unit.words[0]


def _is_rate(label: UnitLabel) -> bool:
    return label.pattern is not None and label.pattern.kind is PatternKind.EVERY


def _written(quantity: Quantity, unit: Unit) -> _Parts:
    """The parts of a quantity that was never printed, as a newspaper would print it."""
    counted = _counted(unit)
    word = counted if counted in unit.words else ""
    return [(part.kind, part.text) for part in written_parts(_on_a_fit_scale(quantity), word)]


def _on_a_fit_scale(quantity: Quantity) -> Quantity:
    """The quantity so that no number is less than the scale it is written with: 1430万, not
    0.143亿.
    """
    numbers = [abs(number) for number in (quantity.value, quantity.low, quantity.high) if number]
    if quantity.precision is None or not numbers:
        return quantity
    fit = max((scale for scale in _SCALES if scale <= min(numbers)), default=Fraction(1))
    return replace(quantity, precision=min(quantity.precision, fit))


def _part(kind: PartKind, text: str) -> TextPart:
    return TextPart("number" if kind in {PartKind.NUMBER, PartKind.JOINER} else "word", text)


# dates


class ChineseDates(Dates):
    """2025年7月28日."""

    def day(self, date: Moment) -> str:
        month = f"{date.month}月" if date.month else ""
        return f"{date.year}年{month}" + (f"{date.day}日" if date.day else "")

    def about(self, date: str) -> str:
        return f"约{date}"

    def end_of_year(self, year: int, *, was_counted: bool) -> str:
        return f"截至{year}年末" if was_counted else f"{year}年末"

    def as_of(self, date: Moment) -> str:
        return f"截至{self.day(date)}"

    def until_end_of_year(self, year: int) -> str:
        return f"到{year}年末"

    def until(self, date: Moment) -> str:
        return f"到{self.day(date)}"

    def since(self, date: Moment) -> str:
        return f"{self.day(date)}以来"

    def from_to(self, start: Moment, end: Moment) -> str:
        return f"{self.day(start)}至{self.day(end)}"

    def interval(self, start: Moment, end: Moment) -> str:
        if not start.month:
            return f"{start.year}—{end.year}年"
        if start.year != end.year:
            return self.from_to(start, end)
        if not start.day:
            return f"{start.year}年{start.month}—{end.month}月"
        if start.month == end.month:
            return f"{start.year}年{start.month}月{start.day}—{end.day}日"
        return f"{self.day(start)}至{end.month}月{end.day}日"

    def few_years(self, years: str) -> str:
        return f"{years}年"


# citations


#: What a page of each kind of serial is called.
_PAGES = {WorkKind.NEWSPAPER: "版", WorkKind.PERIODICAL: "页"}


class ChineseCitations(Citations):
    """The parts of a sentence between "，"."""

    customary = ReferenceStyle.GBT7714
    access_day = "[引用日期]"
    circa = "约"

    def plain(self, work: Work) -> str:
        about = "约" if work.is_approximate else ""
        told = (
            work.author,
            f"《{work.title}》",
            work.publisher,
            f"{about}{ChineseDates().day(work.date)}",
            f"第{work.issue}期" if work.issue else "",
            f"第{work.page}{_PAGES[work.kind]}" if work.kind in _PAGES and work.page else "",
            f"版本{work.version}" if work.version else "",
            work.url,
            "访问于____年__月__日" if work.version else "",
        )
        return f"{'，'.join(filter(None, told))}。"


# findings

_ABOUT = "约"
_BOUNDS = {
    Relation.EQUAL: "约",
    Relation.ABOUT: "约",
    Relation.JUST_UNDER: "近",
    Relation.MORE: "超过",
    Relation.AT_LEAST: "至少",
    Relation.LESS: "不到",
    Relation.AT_MOST: "至多",
    Relation.RANGE: "约",
}
_WAYS = {Trend.UP: "上升", Trend.DOWN: "下降", Trend.OPEN: "持平或说不准"}


class ChineseFindings(Findings):
    """Clauses between "；"."""

    total = "合计"

    def sentence(self, clauses: Sequence[str]) -> str:
        text = "；".join(clauses)
        return f"{text[0].upper()}{text[1:]}。" if text else ""

    def names(self, names: Sequence[str]) -> str:
        *others, last = names
        return f"{'、'.join(others)}和{last}" if others else last

    def in_group(self, group: str, row: str) -> str:
        return f"{group}，{row}" if _run_together(group, row) else f"{group}{row}"

    def amount(self, measure: DifferenceKind, number: Fraction, *, is_about: bool) -> str:
        text = f"{_ABOUT if is_about else ''}{ungrouped(number, None)}"
        match measure:
            case DifferenceKind.POINTS:
                return f"{text}个百分点"
            case DifferenceKind.TIMES:
                return text
            case DifferenceKind.PERCENT:
                return f"{text}%"

    def level(self, names: Sequence[str], subject: Subject, *, are_all: bool) -> str:
        level = "一样" if are_all else "并列最"
        return f"{self.names(names)}{_status(subject)}{level}{_more(subject)}。"

    def larger(self, subject: Subject, other: str, difference: Difference | None) -> str:
        above = _above(subject, other, difference) if difference else f"{_more(subject)}于{other}"
        return f"{_named(subject)}{above}。"

    def largest(self, subject: Subject) -> str:
        return f"{_named(subject)}最{_more(subject)}。"

    def largest_and_smallest(self, subject: Subject, smallest: str, difference: Difference) -> str:
        above = _above(subject, f"{_least(subject)}的{smallest}", difference)
        return f"{_named(subject)}最{_more(subject)}，{above}。"

    def share(self, part: str, percent: int, total: str, *, is_about: bool) -> str:
        return f"{part}{_ABOUT if is_about else ''}占{total}的{percent}%。"

    def in_a_hundred(self, people: str, counted: Sequence[tuple[str, Relation, int]]) -> str:
        told = (f"{name}{_BOUNDS[relation]}{count}人" for name, relation, count in counted)
        return f"每100{people}中，{'，'.join(told)}。"

    def clause_same_shares(self, part: str) -> str:
        return f"{part}的份额处处相同"

    def clause_shares(self, part: str, most: str, least: str) -> str:
        return f"{part}的份额以{most}为最大，{least}为最小"

    def clause_not_comparable(self, name: str, since: str) -> str:
        return f"{name}自{since}起口径不同，前后不可比"

    def clause_one_figure(self, name: str) -> str:
        return f"{name}只有一个数"

    def clause_unknown_change(self, name: str) -> str:
        return f"{name}是升是降，从印出的数看不出"

    def clause_change(
        self, subject: Subject, way: Trend, difference: Difference | None, elapsed: Elapsed
    ) -> str:
        if difference and difference.measure is DifferenceKind.TIMES:
            change = f"增至{difference.amount}倍"
        else:
            change = f"{_WAYS[way]}{difference.amount if difference else ''}"
        return f"{_named(subject)}{_elapsed(elapsed)}{change}"

    def clause_no_change(self, subject: Subject, elapsed: Elapsed) -> str:
        return f"{_named(subject)}{_elapsed(elapsed)}持平"

    def clause_aim(self, subject: Subject, way: Trend, gap: str, first: str, last: str) -> str:
        above = "高" if way is Trend.UP else "低"
        return f"{subject.name}{last}{_status(subject)}比{first}{above}{gap}"

    def clause_same_aim(self, subject: Subject, first: str, last: str) -> str:
        return f"{subject.name}{last}{_status(subject)}与{first}相同"

    def counts(self, counts: Mapping[Trend, int], shown: int, elapsed: Elapsed | None) -> str:
        told = "，".join(f"{count}项{_WAYS[way]}" for way, count in counts.items())
        since = _elapsed(elapsed) if elapsed else ""
        return f"所列{shown}项中，{since}{told}。"

    def clause_against(self, way: Trend, names: Sequence[str], reference: str) -> str:
        told = self.names(names)
        if way is Trend.OPEN:
            return f"{told}是否更高，从印出的数看不出"
        return f"{told}{'高' if way is Trend.UP else '低'}于{reference}"

    def milestones_between(self, count: int, first: str, last: str) -> str:
        return f"从{first}到{last}，共{count}项。"

    def milestones(self, count: int, by_date: Mapping[str, int]) -> str:
        told = "，".join(f"{date}{number}项" for date, number in by_date.items())
        return f"共{count}项：{told}。"


def _more(subject: Subject) -> str:
    """What the larger of two is: a share is higher, an amount more."""
    return "高" if subject.is_share else "多"


def _named(subject: Subject) -> str:
    return f"{subject.name}{_status(subject)}"


def _status(subject: Subject) -> str:
    return f"的{subject.status}" if subject.status else ""


def _least(subject: Subject) -> str:
    return "最低" if subject.is_share else "最少"


def _above(subject: Subject, other: str, difference: Difference) -> str:
    """How far a figure is above another."""
    if difference.measure is DifferenceKind.TIMES:
        return f"是{other}的{difference.amount}倍"
    return f"比{other}{_higher(subject, difference)}{difference.amount}"


def _higher(subject: Subject, difference: Difference) -> str:
    return "高" if difference.measure is DifferenceKind.POINTS else _more(subject)


def _elapsed(elapsed: Elapsed) -> str:
    return f"{elapsed.years}年间" if elapsed.years else f"从{elapsed.first}到{elapsed.last}"


def _run_together(group: str, row: str) -> bool:
    """Whether a digit or Latin letter at the end of one name would run into one of the next."""
    return all(end.isascii() and end.isalnum() for end in (group[-1:], row[:1]))


# what checks look for in texts

#: Numerals of cheques. One alone is a word (大陆, 队伍, 收拾), or a digit that nothing else is; two
#: or more in a row are a number.
_FORMAL = re.compile(
    f"[{FORMAL_NUMERALS}貳陸][{FORMAL_NUMERALS}貳陸零〇百千万萬亿億]+|[壹贰叁肆柒捌玖佰仟]"
)

_TO = r"\s*[—–~～至到/-]\s*"
_OF_AGE = (
    r"(?=\s*(?:[及或]?以[上下内]|之间|年龄|的?(?:人|老|儿|青|少|妇|女|男|孩|婴|幼|居|学"
    "|患|参|群|组|段|者)))"
)

_CALLED = f"(?:便民|市民|政务|卫生|健康|医保|服务|咨询|公共){{0,3}}(?:{HOTLINES}|急救(?![站点车]))"

_NAME = r"[A-Z][A-Za-z]*[-‑]?\d[\dA-Za-z]{0,3}(?:\.\d)?(?![\dA-Za-z])"

# Whatever holds digits and counts nothing: years and dates, ordinals, ages and classes that define
# a population, the base of a rate, names such as 5G, COVID-19 and 12345热线, the numbers of lists.
_ALLOWED = re.compile(
    rf"""
      (?<!\d)(?:19|20)\d\d(?:{_TO}(?:19|20)?\d\d)?\s*年度?(?:\s*\d{{1,2}}(?:{_TO}\d{{1,2}})?\s*月份?(?:\s*\d{{1,2}}(?:{_TO}\d{{1,2}})?\s*[日号])?)?
    | (?<![\d.])\d{{1,2}}(?:{_TO}\d{{1,2}})?\s*月份?(?!龄)
      (?:\s*\d{{1,2}}(?:{_TO}\d{{1,2}})?\s*[日号])?
    | \d{{1,2}}\s*世纪(?:\s*\d0\s*年代)? | (?<!\d)\d0\s*(?:年代|后(?=人群|群体|的))
    | 第\s*\d+(?:\s*[—–~～至、-]\s*\d+)?
    | 〔(?:19|20)\d\d〕\s*\d+\s*号 | [（(]\d{{1,2}}[）)] | ^[ \t]*\d+[.、)][ \t]
    | (?<![\d.])\d{{1,3}}(?:{_TO}\d{{1,3}})?\s*(?:周?岁|个?月龄?)(?:组|段)?{_OF_AGE}
    | (?:年满|未满|不满)\s*\d{{1,3}}\s*周?岁
    | (?<![\d.])\d{{1,2}}(?:{_TO}\d{{1,2}})?\s*[型级号]
    | (?<![\d.])[1-4]\s*期(?=临床|试验|工程|项目|建设)
    | (?<![\d.])\d{{1,3}}\s*周年 | (?<!\d)\d{{1,2}}[-‑]?三体
    | 每\s*10+\s*(?=[万名个位人张])
    | (?<!\d)\d{{3,5}}(?={_CALLED})
    | (?<![A-Za-z])(?!RMB|CNY|USD){_NAME} | (?<![\dA-Za-z.])[1-9][GD](?![A-Za-z])
    | (?:[见如和及与、（(]|^)[ \t]*(?:图|表|附件|附表)[ \t]*\d{{1,2}}(?![\d.])
    """,
    re.VERBOSE | re.MULTILINE,
)

_DIGITS = f"{HAN_NUMERALS}廿卅"

# Chinese numerals that count nothing, and idioms and names whose characters only look like a number
# and its unit.
_ALLOWED_CHINESE = re.compile(
    rf"""
      第[{_DIGITS}]+ | [二一][{DIGITS_OF_A_YEAR}]{{3}}年
    | [{SMALL_NUMERALS}]{{1,3}}月(?:[{SMALL_NUMERALS}]{{1,3}}[日号])?
    | (?<![{_DIGITS}])[{_DIGITS}]{{1,9}}(?:至[{_DIGITS}]{{1,9}})?
      (?:周?岁|个月龄?)(?:组|段)?{_OF_AGE} | (?:年满|未满|不满)[{_DIGITS}]{{1,9}}周?岁
    | (?<![{_DIGITS}])[{_DIGITS}]{{1,9}}
      (?:年(?=[代级制期]|行动|计划|规划|攻坚)
      |周年|部门|部委|部分|支柱|次元|次产业|场所|条腿|位一体|位数|[级型])
    | 近[{_DIGITS}]{{1,9}}(?:年|个月)来? | [数几上][百千万]+年
    | (?:[这那]|(?<![因从由如至])此|上述|前述)[{_DIGITS}]{{1,9}} | 每[十百千万亿]+
    | 千家万户 | 三支一扶 | 八项规定 | 九项准则 | 五台[山县] | 三台县 | 七台河 | 五家渠
    | 三天两头 | 三番[五两]次 | [两五]次三番 | 三年五载 | 三人(?:成虎|行|民)
    | 十年(?:树木|如一日|寒窗) | 三天打鱼 | 两天晒网
    | (?<![之{_DIGITS}])(?:万?一|二)(?![{_DIGITS}分成半]|个百分点)
    """,
    re.VERBOSE,
)
_SHARE = re.compile(
    rf"(?<![{_DIGITS}])[{_DIGITS}]{{1,9}}分之[{_DIGITS}]{{1,9}}"
    r"|[一两三四五六七八九]成[一二三四五六七八九]?(?![员立为果效分功就长型本都绩熟不])[多余]?"
    r"|(?<=[近超过约足到占达逾])一半|一半(?=以[上下]|左右|多)|半数|半个?小时"
)
#: What makes a number of a scale without a digit, which else is an idiom or a name (百姓, 百日咳,
#: 万元户; but 近百家, 上千人, 百余场).
_QUALIFIERS = tuple("近超过逾约上数几到足")
_LONGEST_NUMERAL = 24

#: 俩 and 仨 count with their unit word in them (俩公园), but not after those whom they sum up
#: (他俩, 夫妻俩).
_TWO_OR_THREE = (
    r"(?<![们們他她它你我咱妻妇婦弟妹子女儿兒孙孫娘哥姐老爷爺婆口友人])[俩倆仨](?=[\u3400-\u9fff])"
)


def _written_numerals(text: str, units: str) -> Iterator[Span]:
    """The numerals of cheques, the shares, and each Chinese numeral that a unit word follows."""
    yield from (numeral.span() for numeral in _FORMAL.finditer(text))
    plain = _ALLOWED_CHINESE.sub(_spaces, plain_of(_FORMAL.sub(_spaces, text)))
    yield from (few.span() for few in re.finditer(f"{_TWO_OR_THREE}(?:{units})?", plain))
    yield from (share.span() for share in _SHARE.finditer(plain))
    yield from _counting_numerals(plain, units)


def _counting_numerals(text: str, units: str) -> Iterator[Span]:
    """Each numeral that a unit word follows."""
    numeral = (
        f"(?<![{_DIGITS}])(?P<number>[{_DIGITS}]{{1,{_LONGEST_NUMERAL}}})"
        f"(?P<more>[多余来几]?)[万亿]?(?:{units})"
    )
    for found in re.finditer(numeral, text):
        is_scale_alone = not found["number"].strip("百千万亿") and not found["more"]
        if not is_scale_alone or text.endswith(_QUALIFIERS, 0, found.start()):
            yield found.span()


def _spaces(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


CHINESE = Language(
    code=_CODE,
    html="zh-Hans",
    name="Chinese",
    space="",
    title_marks=("《", "》"),
    label_example="人",
    figures=ChineseFigures(),
    dates=ChineseDates(),
    findings=ChineseFindings(),
    citations=ChineseCitations(),
    prose=ProsePatterns(
        letters=r"〇\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003134f",
        allowed_numerals=_ALLOWED,
        written_numerals=_written_numerals,
        largest=re.compile("最[多大高长]"),
        smallest=re.compile("最[少小低短]"),
        whole=re.compile(
            "(?<![首大])都(?![市会])|各[项个类地]|每[一个项家名所位](?!百)"
            "|均(?=[有为达在已高低超])|全部|所有|一律|大多|多数|绝大"
        ),
        superlative=re.compile("最(?![近后终新初先]|高人民|低限度)"),
        present=re.compile("目前|现在|如今|当前|眼下|现已"),
        sentence_end=re.compile("[。！？\n]"),
        doubled=re.compile("(的|约|近|逾|超过|至少|不少于|不低于|不超过|不到|左右|以上)\\1"),
    ),
)
