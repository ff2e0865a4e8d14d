"""What a text claims of a figure - seen, aimed at, planned or prescribed - and which noun the figure counts."""

from __future__ import annotations

import re
from collections.abc import Mapping

_PHRASE_START = re.compile(r"[。;!?]")
_TARGET = re.compile(r"力争|争取|目标(?=为|是|:|到|将)|确保|到期末|努力实现|有望达")
_PLAN = re.compile(r"计划(?!生育|》|内)|(?<![模虚比])拟(?!定|人)|预计|(?<![即必])将(?![近军])|安排|规划(?:建设|新增)|打算|准备(?!金)")
_STANDARD = re.compile(
    r"应当|(?<![相适供反响效对回感])应(?![用急对答届手聘邀约运])|原则上|必须"
    r"|(?<![必无])须(?!知)|需(?:要|达到|在)|不得|要求|(?<![主需重必只紧首])要(?!求|素|点|闻|是|么|$)"
    r"|标准(?:为|是)|每[^，。;]{0,12}(?:不少于|至少|不低于|不超过)"
)
_AIM = re.compile(r"达到|建成|实现|新增|不低于|提高|普遍|全部|基本|均")
_SEEN = re.compile(r"已|累计|达到了|实现了|完成了|截至|共有|显示|同比")
_RULE_WORDS = re.compile(r"不少于|不低于|不小于|不超过|不高于|不多于|至少|至多|最多")
_NOUN_END = re.compile(
    r"[^一-鿿]|[的在和与及了于为是已均将由从向对并达]|中(?![心医小西])|占|可|同比|比上|较上|以上|以下|以内|左右|增长|下降|提高"
    r"|覆盖|参加|实现|完成|开展|得到|享受|通过|受到"
)
_VERBS = re.compile(
    r"(?:分别|已经?|稳定在|维持在|保持在|控制在|累计|总计|合计|共计|一共|共有|共|总数|达到|达|为|是|有|至|到|近|约|超|突破|占比?|比重|增加|增长|下降|降低|提高|上升|减少|缩短|"
    r"升至|降至|增至|由|从|不|仅|只|的|了|均|各|设有?|新增|位居|[，:(])+$"
)
_COMPARISON = re.compile(r"(?:分别)?(?:比|较|与)[^，。;]{0,10}?(?:年末?|期|月|日|价格)(?:相比|比较)?|同比|环比")
_LAST_NOUN = re.compile(r"[一-鿿A-Za-z]{2,20}$")
_LONGEST_NOUN = 16
_REACH = 60

#: The statuses of a figure, as the content files name them.
OBSERVED, TARGET, PLAN, STANDARD = "observed", "target", "plan", "standard"


def status_of(plain: str, start: int, printed: str, *, looks_ahead: bool) -> str:
    """The status of the figure ``printed`` at ``start``; ``looks_ahead``: the time that governs it is named as one to come (到2030年)."""
    before = _PHRASE_START.split(plain[max(0, start - _REACH) : start])[-1]
    last = max(_last_places(before).items(), key=lambda place: place[1])
    if looks_ahead and last[0] != STANDARD:
        return TARGET
    if last[1] >= 0:
        return last[0]
    return STANDARD if _RULE_WORDS.match(printed) else OBSERVED


def still_ahead(between: str) -> bool:
    """Whether ``between``, from a time to come to a figure, still speaks of that time: in its sentence, or in later ones that set aims."""
    _, stop, last = between.rpartition("。")
    return not stop or _AIM.search(last) is not None


def _last_places(before: str) -> Mapping[str, int]:
    """For each status where the last word that speaks for it stands, -1 where there is none."""
    patterns = {OBSERVED: _SEEN, TARGET: _TARGET, PLAN: _PLAN, STANDARD: _STANDARD}
    return {status: max((found.start() for found in pattern.finditer(before)), default=-1) for status, pattern in patterns.items()}


def noun_of(plain: str, start: int, end: int) -> str:
    """The words that most likely name what the figure between ``start`` and ``end`` counts; empty where none stand near it."""
    behind = _NOUN_END.split(plain[end : end + _LONGEST_NOUN], maxsplit=1)[0]
    if len(behind) > 1:
        return behind
    clause = re.split(r"[。;!?，、()“”《》\n0-9,]", _COMPARISON.sub("", plain[max(0, start - _REACH) : start]))
    stretch = next((_VERBS.sub("", part) for part in reversed(clause) if len(_VERBS.sub("", part)) > 1), "")
    found = _LAST_NOUN.search(stretch)
    return found[0][-_LONGEST_NOUN:] if found else ""
