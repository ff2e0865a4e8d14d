"""What a text claims of a figure: seen, aimed at, planned or prescribed."""

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
