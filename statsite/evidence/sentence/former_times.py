"""Words beside a figure by which it is of an earlier time than the sentence, or than what became of
it: 停车场改造前, 世纪之交, 前值, 由12家整合为5家.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.extract.kinds_of_places import WHOLE_AREA
from statsite.grammar.lexicon import IN_CLAUSE, IN_SENTENCE, NUMBER, SMALL_NUMERALS
from statsite.grammar.names import ERAS
from statsite.grammar.patterns import any_of, both_sides, starts_of_pairs
from statsite.grammar.status_words import MADE_KNOWN

_HEAD = r"(?:^|(?<=[，。;、:(“”\n而但年月日]))"
#: What a place, a work or a rule goes through, after which it is another: before it, it was not.
_CHANGES = (
    "改造", "改建", "改扩建", "扩建", "改革", "改制", "改版", "提速", "退耕", "搬迁", "迁址",
    "通车", "开通", "投产", "投用", "启用", "整治", "治理", "脱贫", "合并", "重组", "整合", "撤并",
    "调整", "升级", "实施", "推行", "施行", "上线", "入驻", "修复", "禁渔", "技改", "转型", "翻新",
    "修缮", "疫情", "灾", "战", "大修", "降价", "涨价", "提价", "调价", "扩容", "扩能", "提标",
    "换届", "联网", "并网", "蓄水", "建坝", "修路", "通电", "通水", "解放", "合作", "整改", "优化",
    "新规", "入世", "移民", "承包", "收购", "上市", "迁移", "建成", "落成", "贯通", "改线",
)  # fmt: skip
#: The beginning or a turn of something, as a time.
BEGINNINGS = (
    "成立", "创办", "创立", "创建", "建立", "设立", "建校", "建馆", "建厂", "建园", "建院", "建党",
    "建国", "建市", "建县", "建区", "建站", "建村", "建队", "开业", "开馆", "开园", "开办", "起步",
    "组建", "投产", "改革开放", "解放", "筹建", "开播", "创刊", "诞生", "运营", "试点", "启动",
)  # fmt: skip
_ONCE = (
    "起初", "最初", "最开始", "一开始", "早年", "早期", "昔日", "昔年", "昔时", "往昔", "旧日",
    "从前", "当初", "原先", "早先", "先前", "旧时", "那时", "彼时", "曾几何时", "以往", "往年",
    "往常",
)  # fmt: skip
_THEN = "之初|初期?|伊始|之时|之际|时(?![速长间效差段])"
_FIRST = "此前|先前|早前|原先|原来|之前|先期|初次|初步"
_TOLD = f"{any_of(MADE_KNOWN)}|公告|预告|报告|统计|报道"
_LATER = "后|后来|随后|之后|此后|如今|现|最终|再|又|现已"
_CORRECTED = "修订|修正|订正|下修|上修|更新|核减|核增|调减|调增|下调|上调|改"
_BEFORE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_HEAD}{IN_CLAUSE}{{0,8}}(?:{any_of(_CHANGES)})(?:之|以)?前(?:夕|的|，)?{IN_SENTENCE}{{0,24}}$",
        rf"{_HEAD}(?!年|月|日|[0-9])[^，。;!?:0-9年月日天周底末]{{2,8}}[之以]前，{IN_SENTENCE}{{0,24}}$",
        rf"{_HEAD}{IN_CLAUSE}{{0,8}}(?:{any_of(BEGINNINGS)})(?:{_THEN})，?{IN_SENTENCE}{{0,24}}$",
        rf"{_HEAD}{IN_CLAUSE}{{0,4}}(?:之交|初年|末年)，?{IN_SENTENCE}{{0,24}}$",
        rf"{_HEAD}(?:{any_of(_ONCE)})(?![线台]){IN_SENTENCE}{{0,24}}$",
        rf"{_HEAD}过去(?!的?[一二两三几数多十0-9]|[五六七八九]年){IN_SENTENCE}{{0,24}}$",
        (
            rf"{_HEAD}(?:[老旧][版款]|前身|前任|上[一个]{{0,2}}(?:赛季|航次|[榨雪渔汛]季|[届任轮代版批]))"
            rf"{IN_SENTENCE}{{0,24}}$"
        ),
        r"(?:前值|前次|前期值|上期值?|上次)(?:为|是|报)?$",
        rf"(?:{_FIRST})[^，。;!?:0-9]{{0,5}}(?:{_TOLD})(?:的|为|是|有){IN_CLAUSE}{{0,4}}$",
        (
            rf"{_HEAD}(?:(?:{ERAS})(?:[元{SMALL_NUMERALS}0-9]{{1,3}}年|年间|时期)|[清明][末初])"
            rf"{IN_SENTENCE}{{0,24}}$"
        ),
        rf"{_HEAD}上世纪[一二三四五六七八九]十年代{IN_SENTENCE}{{0,24}}$",
    )
)
#: What held before something came into force.
_IN_FORCE_BEFORE = re.compile(
    rf"{_HEAD}(?:此前|在此之前|之前|先前|原先|原来|上一?年度)(?:的?[一二两三四五六七八九十几数]+年)?"
    rf"{IN_CLAUSE}{{0,4}}(?:执行|实行|施行|沿用|适用|标准|票价|价格|收费|定额|门槛)"
    rf"{IN_CLAUSE}{{0,10}}$"
)
#: A year that is named governs the figure by itself.
_DATED = re.compile("[0-9]{4}年")
_NO_DATE = rf"(?!{IN_CLAUSE}*[0-9]{{4}}年|{IN_CLAUSE}*[0-9]月)"
_ON_BOTH_SIDES = both_sides(
    (
        rf"[由从]{_NO_DATE}{IN_CLAUSE}{{0,14}}$",
        rf"[^，。;!?:0-9]{{0,10}}[至到为成](?:了|约|近|超过?|仅|只剩)?[^，。;!?:0-9]{{0,8}}{NUMBER}",
    ),
    (
        "",
        rf"，?(?:{_LATER})?(?:被|已)?(?:{_CORRECTED})(?:为|至|到){NUMBER}",
    ),
    (
        rf"(?:结束|告别|改写|终结|打破|摆脱|走出)了?{IN_CLAUSE}{{0,12}}$",
        r"[^，。;!?:0-9]{0,8}的(?:历史|时代|日子|局面|岁月|状况|记录|纪录)",
    ),
    (
        rf"(?:一审|初审|原审|原判|送审|报审|初评){IN_CLAUSE}{{0,10}}$",
        rf"{IN_CLAUSE}{{0,8}}，{IN_SENTENCE}{{0,10}}(?:二审|终审|再审|改判|撤销|审定|核减|复审|复核|终评)",
    ),
)
#: A year of this century in two digits: ’23年, 22年全国; but 22年建成 may be so many years.
_TWO_DIGITS = re.compile(
    r"(?:^|(?<=[，。;:(“”\n]))(?:['’‘](?P<marked>[0-9]{2})年?|(?P<bare>[12][1-9])年"
    rf"(?={WHOLE_AREA}|全年|[底末]|[0-9]{{1,2}}月|[上下]半年|[一二三四]季度))"
    r"(?:(?![0-9]{4}年|[今去前]年|上年)[^。;!?])*$"
)
_CENTURY = 2000


def former_time(before: str, behind: str) -> str:
    """The words beside a figure that make it one of an earlier time, or nothing."""
    return next(_undated(before), "") or _before_a_change(before, behind)


def in_force_before(before: str) -> str:
    """The words right before a figure by which it held before something else came into force
    (此前一年执行的标准是), or nothing.
    """
    found = _IN_FORCE_BEFORE.search(before)
    return found[0] if found else ""


def _undated(before: str) -> Iterator[str]:
    """The words for an earlier time that do not name it by its date."""
    for pattern in _BEFORE:
        found = pattern.search(before)
        if found and not _DATED.search(found[0]):
            yield found[0]


def _before_a_change(before: str, behind: str) -> str:
    """The words from which a change begins whose first figure it is: 由, 从上年的."""
    start = min(starts_of_pairs(_ON_BOTH_SIDES, before, behind), default=None)
    if start is None:
        return ""
    return before[start:] + behind.partition("，")[0][:8]


def year_of_two_digits(before: str) -> int | None:
    """The year of this century that heads a phrase before a figure in two digits: ’23年."""
    found = _TWO_DIGITS.search(before)
    return _CENTURY + int(found["marked"] or found["bare"]) if found else None
