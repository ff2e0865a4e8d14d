"""What an article says a figure is counted in, or is so many per."""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.evidence.articles import plain_line
from statsite.evidence.context.columns import columns_behind_the_first, words_beside, words_over
from statsite.evidence.context.figure_case import (
    ContextDifference,
    FigureCase,
    names_of_quantity,
    title_of,
    unit_words_of_site,
)
from statsite.evidence.context.headings import (
    titles_with_units,
    titles_with_units_in_order,
    unit_before,
    unit_over,
    units_over,
)
from statsite.evidence.sentence.carried_currencies import carried_currency
from statsite.evidence.sentence.named_units import (
    CURRENCIES,
    NamedUnit,
    named_unit,
    named_units,
    unit_of_head,
    unit_of_remark,
)
from statsite.evidence.sentence.neighbouring_bases import base_of_a_neighbour
from statsite.evidence.sentence.rate_bases import (
    another_base,
    another_base_of_clause,
    are_others,
    bases_of,
)
from statsite.evidence.sentence.rates import rate_before, rate_behind, rate_of_price, total_of_rate
from statsite.evidence.sentence.units_of_account import (
    currency_named_alone,
    currency_of_account,
    unit_counted_by,
    unit_told_behind,
    units_counted_by,
)
from statsite.extract.measure_words import NO_UNIT_BEFORE
from statsite.extract.text_places import CLAUSE_END
from statsite.grammar import ARTICLE_LANGUAGE
from statsite.grammar.fold_characters import fold_word
from statsite.grammar.lexicon import SCALES
from statsite.model import Printing
from statsite.values import replace

# A figure for each hundred households, or per person: only a unit that says so is meant.
_PER_BEFORE = re.compile(
    "每[0-9一二三十百千万]*(?:户|人|名[^，。;]{1,4}|万?人口)(?:居民|职工)?(?:中|里|拥有|有|约"
    "|才|只有|配备|平均)*$"
)
_BASE = re.compile("每[0-9一二三十百千万]*(?:名[^，。;0-9]{1,2}|万?人口?|户)")
_PER_BEHIND = re.compile(r"/[一-鿿]{1,3}")
_PER = re.compile("[/每均]")
_LONGEST_RATE = 16
_SCALES = frozenset(SCALES)
_SENTENCE = re.compile("[，。；！？]")
#: What is told for each of so many, in however many words: 每千人口拥有执业（助理）医师, 每50公斤.
_EACH = re.compile("每[0-9]{0,4}[^0-9每]{1,24}$")
#: How far before a figure a remark on its unit may end.
_FARTHEST_REMARK = 160
_YUAN = "元"
_RATE = re.compile("[/每均率]|单产|密度|强度")
#: The time of what is earned in it, told in several words: 月入, 月收入, 月进账.
_INCOME = re.compile("[日月周](?=收入|入|进账)")
#: So many characters of the words for a rate name it: 时速, 亩产.
_NAMES_A_RATE = 2


def _rate(plain: str, start: int, end: int) -> str:
    """What a figure is so many per, as far as the text says so beside it: 每百户拥有…, …/人; or
    nothing.
    """
    before = _PER_BEFORE.search(plain[max(0, start - _LONGEST_RATE) : start])
    if before:
        return before[0] + plain[start:end]
    behind = _PER_BEHIND.match(plain, end)
    return plain[start : behind.end()] if behind else ""


def _is_of_this_base(rate: str, case: FigureCase) -> bool:
    """Whether the title of the figure's indicator names what the ``rate`` is for each of."""
    base = _BASE.match(rate)
    return base is not None and base[0] in title_of(case)


def differences_of_unit(case: FigureCase) -> Iterator[ContextDifference]:
    """A unit word right after a number that was transcribed without one, which is none of its own
    unit's; or what it is so many per; or the unit that a head gives to it.
    """
    rate = _rate(case.around.text.plain, case.start, case.end)
    label = case.site.units[case.observation.unit].label.get(ARTICLE_LANGUAGE)
    if rate and label and not (_PER.search(label.other) or _is_of_this_base(rate, case)):
        yield ContextDifference("unit", (rate,))
    ways = (
        _with_another_unit,
        _unit_of_head,
        _head_of_another_rate,
        _other_currency,
        _currency_of_account,
        _counted_by_another,
    )
    if with_unit := next(filter(None, (way(case) for way in ways)), ""):
        yield ContextDifference("unit", (with_unit,))


def _unit_of_head(case: FigureCase) -> str:
    """The unit that heads and remarks give to the figure, where none that they give is its own; or
    nothing.
    """
    if case.printing.reading is None:
        return ""
    said = _units_given(case)
    return "" if any(_is_own(unit, case) for unit in said) else next(iter(said), "")


def _units_given(case: FigureCase) -> tuple[str, ...]:
    """The units that the text gives to the figure by the first of these that give any: the cells
    before it or the words of its line, the head over its column, a remark, and what is above it.
    """
    ways = (_beside, _over_column, _remarked, _above)
    return next(filter(None, (tuple(filter(None, way(case))) for way in ways)), ())


def _beside(case: FigureCase) -> Iterator[str]:
    """The unit in a cell of its row, or with which the name of its row ends; or else in the words
    of its line.
    """
    cells = words_beside(case)
    if not cells:
        yield unit_before(_line_before(case))
        return
    yield next(filter(named_unit, cells), "") or unit_of_head(cells[-1])


def _over_column(case: FigureCase) -> Iterator[str]:
    yield unit_of_head(words_over(case)) or _unit_by_name(case) or _unit_in_order(case)


def _unit_by_name(case: FigureCase) -> str:
    """The unit that a title close above gives to the head over its column, or to what that is
    called by its last words, (数量:吨;金额:万美元) of 金额 and of 出口金额; or nothing.
    """
    head, lines = words_over(case), case.around.file
    return unit_over(lines, case.around.line_of(case.start), head) if head and lines else ""


def _unit_in_order(case: FigureCase) -> str:
    """The unit of the figure's column among those that a title close above lists for each; or
    nothing.
    """
    at, columns = len(words_beside(case)) - 1, columns_behind_the_first(case)
    lines, number = case.around.file, case.around.line_of(case.start)
    listed = next(titles_with_units_in_order(lines, number), ()) if lines and columns else ()
    return listed[at] if len(listed) == columns and at >= 0 else ""


def _remarked(case: FigureCase) -> Iterator[str]:
    before = case.around.text.plain[max(0, case.start - _FARTHEST_REMARK) : case.start]
    yield unit_counted_by(before) or unit_of_remark(before, plain_line(_line_before(case)))


def _above(case: FigureCase) -> Iterator[str]:
    """The units of heads above it, and those of titles, where its own line is no sentence."""
    yield from (unit for _, unit in _titles(case))
    yield from units_over(case.around.file, case.around.line_of(case.start))


def _titles(case: FigureCase) -> Iterator[tuple[str, str]]:
    """The titles above it that end in a unit, and that; none where its own line is a sentence."""
    lines, number = case.around.file, case.around.line_of(case.start)
    if lines and _SENTENCE.search(lines[number - 1]) is None:
        yield from titles_with_units(lines, number)


def _head_of_another_rate(case: FigureCase) -> str:
    """The head over its column, or else the nearest title, where that names what its figures are
    per, and the figure's unit and indicator are per something else; or nothing.
    """
    nearest = (title for title, _ in _titles(case))
    head = words_over(case) or next(nearest, "")
    return head if another_base(head, _unit_and_title(case)) else ""


def _other_currency(case: FigureCase) -> str:
    """The currency that the figure's sentence names for the sums before it, where the figure is a
    sum without one and its unit is another; or nothing.
    """
    if _has_unit(case.printing) or _SCALES.isdisjoint(case.printing.printed or ""):
        return ""
    said = carried_currency(case.around.text.plain[case.sentence : case.start])
    words = case.site.units[case.observation.unit].words
    if case.around.text.plain.startswith(words, case.end):
        return ""
    units = named_units((said, *words))
    return said if len({unit.measure for unit in units} & CURRENCIES) > 1 else ""


def _currency_of_account(case: FigureCase) -> str:
    """The currency that the figure's paragraph or a remark on all sums of the article says a sum
    without one is in, where the figure's unit is another currency; or nothing. A sum in 元 may be
    in another one by what follows it: 2850元，以新台币计.
    """
    words = case.site.units[case.observation.unit].words
    own = {unit.measure for unit in named_units(words)} & CURRENCIES
    if not own:
        return ""
    if _has_unit(case.printing):
        return _other_yuan(case) if own == {_YUAN} else ""
    plain = case.around.text.plain
    said = currency_of_account(plain[case.paragraph : case.start])
    said = said or unit_told_behind(plain[case.end :])
    said = said or currency_named_alone(plain[case.paragraph : case.end_of_paragraph])
    unit = named_unit(said) if said else None
    return said if unit and unit.measure not in own else ""


def _other_yuan(case: FigureCase) -> str:
    """The currency that the words behind a sum in 元 say it is in, where neither its unit nor its
    indicator does; or nothing.
    """
    said = unit_told_behind(case.around.text.plain[case.end :])
    unit = named_unit(said) if said else None
    is_other = unit is not None and unit.measure in CURRENCIES - {_YUAN}
    return said if is_other and said not in _unit_and_title(case) else ""


def _counted_by_another(case: FigureCase) -> str:
    """The unit that the words right before the figure say it is counted by, where its own unit is
    what another number of its paragraph is counted by; or nothing.
    """
    if _has_unit(case.printing):
        return ""
    plain = case.around.text.plain
    said = unit_counted_by(plain[case.paragraph : case.start])
    own = {fold_word(word) for word in case.site.units[case.observation.unit].words}
    others = units_counted_by(plain[case.paragraph : case.end_of_paragraph])
    return said if said and said not in own and own & others else ""


def _line_before(case: FigureCase) -> str:
    """What its line has before the figure, as given."""
    given, first = case.around.article.given, case.around.text.starts[case.start]
    return given[given.rfind("\n", 0, first) + 1 : first]


def _is_own(said: str, case: FigureCase) -> bool:
    """Whether a unit that a head names is the figure's own. A figure with a unit word of its own is
    only held against what the head says that it is per.
    """
    unit, words = named_unit(said), case.site.units[case.observation.unit].words
    has_word = _has_unit(case.printing)
    if unit is None:
        return has_word or not words or fold_word(said) in map(fold_word, words)
    return (has_word or _counts_like(unit, case)) and _is_per_the_same(said, unit, case)


def _counts_like(said: NamedUnit, case: FigureCase) -> bool:
    """Whether a unit counts what the figure's own does; so it is where that is not known."""
    unit = case.site.units[case.observation.unit]
    label = unit.label.get(ARTICLE_LANGUAGE)
    own = named_units((*unit.words, label.other if label else ""))
    if not _SCALES.isdisjoint(case.printing.printed or ""):
        own = frozenset(replace(one, scale=said.scale) for one in own)
    return not own or any(said.counts_like(one) for one in own)


def _is_per_the_same(said: str, unit: NamedUnit, case: FigureCase) -> bool:
    """Whether the figure's unit and indicator are per what a unit is per, if it is per anything."""
    if not unit.bases:
        return True
    is_other = are_others(unit.bases, bases_of(_unit_and_title(case)))
    return _is_a_rate(said, case) and not is_other


def other_rate(before: str, behind: str, case: FigureCase) -> str:
    """The words beside the figure for a rate that neither its unit nor its indicator is, or for one
    per something else than they say; or nothing.
    """
    rate = "" if _is_counted_by_its_unit(before, case) else _rate_in_words(before, behind, case)
    if rate and not _is_a_rate(rate, case):
        return rate
    clause, own = CLAUSE_END.split(before)[-1], _unit_and_title(case)
    each = None if rate else _EACH.search(clause)
    said = rate or (each[0] if each else "")
    if said and another_base(f"{clause}，{rate}" if rate else said, own):
        return said
    return clause if another_base_of_clause(clause, own) else _base_of_a_neighbour(case)


def _is_counted_by_its_unit(before: str, case: FigureCase) -> bool:
    """Whether the words right before a bare figure say that it is counted by its own unit, which is
    no rate: 按件数算是1.2万.
    """
    words = case.site.units[case.observation.unit].words
    return unit_counted_by(before) in map(fold_word, words) and not _has_unit(case.printing)


def _base_of_a_neighbour(case: FigureCase) -> str:
    """The words of the figure's part of its paragraph for what it is per, where its unit is per
    what another number there is; or nothing.
    """
    plain = case.around.text.plain
    before, behind = plain[case.paragraph : case.start], plain[case.end : case.end_of_paragraph]
    label = case.site.units[case.observation.unit].label.get(ARTICLE_LANGUAGE)
    figure = plain[case.start : case.end]
    return base_of_a_neighbour(before, figure, behind, fold_word(label.other) if label else "")


def _unit_and_title(case: FigureCase) -> str:
    """What the figure's unit and its indicator are called in the language of articles."""
    label = case.site.units[case.observation.unit].label.get(ARTICLE_LANGUAGE)
    return f"{label.other if label else ''}，{title_of(case)}"


def no_rate(case: FigureCase) -> str:
    """The figure's clause, where its sentence tells of nothing per something and its indicator
    does; or nothing.
    """
    if not total_of_rate(case.whole_sentence, title_of(case)):
        return ""
    plain = case.around.text.plain
    return CLAUSE_END.split(plain[case.sentence : case.start])[-1] + plain[case.start : case.end]


def _rate_in_words(before: str, behind: str, case: FigureCase) -> str:
    """The words beside the figure that say it is so many per something, or nothing."""
    words = [rate_before(before), rate_behind(behind)]
    if any(word.endswith("元") for word in case.site.units[case.observation.unit].words):
        words.append(rate_of_price(before, behind))
    return next(filter(None, words), "")


def _is_a_rate(rate: str, case: FigureCase) -> bool:
    """Whether the figure's unit or indicator says that it is so many per something, or is called by
    the words of the ``rate``.
    """
    name = rate[:_NAMES_A_RATE]
    income = _INCOME.match(rate)
    names = [name, f"{income[0]}收入", f"{income[0]}入"] if income else [name]
    return any(
        _RATE.search(text) or any(name in text for name in names)
        for text in names_of_quantity(case)
        if text
    )


def _with_another_unit(case: FigureCase) -> str:
    """The figure and the unit word right after it, where that is none of its own unit's; or
    nothing.
    """
    word = "" if _has_unit(case.printing) else _other_unit_word(case)
    return _figure_and(case, word) if word else ""


def _has_unit(printing: Printing) -> bool:
    """Whether a unit word is printed with a figure; so it is where there is no telling."""
    return printing.reading is None or bool(printing.reading.unit)


def _figure_and(case: FigureCase, word: str) -> str:
    """The figure and a word right behind it, as printed."""
    return case.around.text.plain[case.start : case.end + len(word)]


def _other_unit_word(case: FigureCase) -> str:
    """The longest unit word right after the figure, where it is none of its own unit's and no
    beginning of another word; or nothing.
    """
    plain, words = case.around.text.plain, unit_words_of_site(case)
    word = max((word for word in words if plain.startswith(word, case.end)), key=len, default="")
    end = case.end + len(word)
    is_own = not word or words[word]
    return "" if is_own or _begins_another_word(word, plain[end : end + 1]) else word


def _begins_another_word(word: str, behind: str) -> bool:
    """Whether a unit word is only the beginning of another, by the character behind it."""
    return behind != "" and behind in NO_UNIT_BEFORE.get(word, "")
