"""What is still to come of a figure: works to be done, which are planned, or a level to be reached,
which is aimed at.
"""

from __future__ import annotations

import re

from statsite.extract.classify import LENGTHS_OF_TIME
from statsite.extract.cues import ESTIMATE, PLAN, TARGET
from statsite.extract.status import StatusClaim

_REACH = 60
#: The clause of a figure; those that 、 joins are one.
_CLAUSE = re.compile("[^，。;:!?]{0,60}$")
_SENTENCE = re.compile("[^。!?]{0,60}$")
_WORK = (
    "新建|改建|扩建|新改建|改造|新开|新辟|新设|增设|开工|建设|[再先]建|重建|修复|恢复|更新|交付"
    "|招收|招录|招聘|选聘|引进|培训|举办|组织|承办|发放|投放|投入|投资|安排|实施|压减|推出"
    "|拆除|拆解|搬迁|更换|治理|采购|购置|上线|部署|设立|开设|开通|回购|将建成"
)
_WORKS = re.compile(
    f"(?:{_WORK})[^0-9]{{0,24}}(?:[0-9][^，。;]{{0,20}}、[^0-9，。;]{{0,16}}){{0,6}}$"
)
#: Works that are named behind what they are done to: 完成12所学校的供暖改造.
_WORKS_BEHIND = re.compile(
    "[^，。;、0-9]{1,12}?的?[^，。;、0-9的]{0,6}?(?:新建|改建|扩建|改造|建设|修复|修缮|整治|治理|升级|维修"
    "|安装|更新|提升)(?=$|[，。;、])"
)
_COMPLETES = re.compile("(?:完成|实施|启动|推进)(?:对|约)?$")
_ADDED = re.compile("(?:新增|增加)[^，。;0-9]{0,16}$")
_BEHIND = re.compile("[^。;!?]{0,40}")
_OF_AIMS = re.compile("目标|达到|增长|提高|降低|下降")
_WORKS_BEFORE = re.compile(f"(?:{_WORK})[^，。;0-9]{{0,24}}[0-9]")
_TO_BE_DONE = re.compile("(?:[先再]|还[要将])(?:新建|建|开|办|改造|招)[^，。;0-9]{0,16}$")
_AIMED_AT = re.compile("力争|争取|确保|目标")
_PLANNED_BY = re.compile(f"计划到|将(?:{_WORK})[^，。;0-9]{{0,40}}$")
#: 到2026年底，全市计划新增客房2600间.
_IS_PLANNED = re.compile("(?:计划|拟)[^，。;0-9]{0,24}$")
_LEVEL = re.compile(
    "(?:达到?|提高[到至]|提升[到至]|增至|增加到|升至|降[到至]|下降[到至]|压缩[到至]|控制在|保持在"
    "|稳定在)(?:了|为)?$"
)
#: What works are to be: 全长14.7公里，总投资118亿元，工期42个月.
_SIZE_OF_WORKS = re.compile(
    "(?:全长|总长|线路长|(?<![增延加])长度?|总?投资|工期|(?:总?建筑|占地|总)面积|设(?:计|站|有)|新建|改建|扩建|建设"
    "|规划|可容纳|可停放?|装机(?:容量)?|库容|年产)"
    "(?:(?:[^，。;0-9]|[A-Z][0-9]){0,16}|[^，。;]{0,30}、[^，。;0-9]{0,8})$"
)
#: Words without which there is no such size, and none that is in progress: by far the most figures
#: are far from both.
_MAY_BE_A_SIZE = re.compile(
    "(?<![增延加])长|投资|工期|面积|设[计站有]|[新改扩]建|建设|规划|可[容停]|装机|库容|年产"
)
_MAY_BE_WORKS = re.compile(
    "[开动]工|奠基|开建|在建|启动建设|正在|获批|获核准|建成|[完竣]工|投[产用]|投入使用|通[车航水]|开[通业]"
    "|交付|启用|并网"
)
#: Such a clause tells what was done so far, or of a part of it.
_SO_FAR = re.compile("完成|累计|已|到位|目前|截至|占|增[长至加]|下降")
#: Works that have begun, in the sentence before a figure; and those that end later, behind it.
_WORKS_BEGUN = re.compile("(?:开工|动工|奠基|开建|启动建设|在建|获批|获核准)(?!率)[^。!?]{0,60}$")
#: Works by their number, which are others than those told of before: 2号线一期2023年3月开工.
_BY_THEIR_NUMBER = re.compile("[^，。;]{0,6}(?:[0-9一二三四五六七八九]号线|[二三四五]期)")
_ARE_DONE = re.compile("(?:建成|竣工|完工|投用|投产|通车|开通|启用|交付|历时)")
_WORKS_END = re.compile(
    "[^。!?0-9]{0,12}(?:[，、][^。!?]{0,40}?)?(?:计划|预计|有望|将于?|拟|力争|争取)[^，。;]{0,12}?"
    "(?:建成|完工|竣工|投产|投用|投入使用|通车|通航|开通|开业|交付|启用|通水|并网)"
)
#: The same of a size that stands before its works: 总投资8500万元的项目今年5月开工.
_OF_A_PROJECT = re.compile(
    "的[^，。;]{1,14}?(?:(?:项目|工程)[^。!?，]{0,16}(?:开工|动工|在建)|正在(?:加快|加紧)?建设"
    "|[^，。;]{0,12}(?:[开动]工|已完成[0-9一二三四五六七八九][^，。;]{0,5})"
    "[^。!?]{0,60}(?:预计|计划|有望|将)[^，。;]{0,12}(?:建成|[完竣]工|投[产用]|通[车航水]|开[通业]|交付|启用|并网|投入))"
)
_MAY_BE_PLANNED = StatusClaim(PLAN, is_sure=False)
_BOUND = re.compile("不少于|不低于|不高于|不超过")
_RATES = frozenset({"%", "个百分点", "倍", "番", "‰"})
#: What is counted for each of many: 每千人口托位数.
_FOR_EACH = re.compile("每[百千万]?(?:人|名|户)|人均|户均|亩均")
_FORESEEN = re.compile("预计|预测|预报|有望|可望|或将|料将|估计")
#: Within a sentence that names the time.
_BY_THEN = re.compile("(?<=[，;])届时")
_AIMED_BEFORE = re.compile("力争|争取|目标|提出|要求|确保")
#: Who says that a share will be that at least aims at it.
_SHARE_AT_LEAST = re.compile("[0-9.]{1,6}%以上|[一二三四五六七八九]成以上")
_WILL_BE = re.compile("将(?=会?[^，。;]{0,6}[达超降升增提减缩])")
_BY = frozenset({"到", "至"})


def with_works(
    plain: str, figure: tuple[int, int], unit: str, claim: StatusClaim, lead: str
) -> StatusClaim:
    """What is claimed of the figure between the two places of ``figure``: a plan where works to be
    done were taken for an aim, an aim where a level to be reached was taken for a plan or a
    forecast.

    ``lead`` is the word before its time: what is there by a year (到2030年) is aimed at.
    """
    start, end = figure
    if claim.status == TARGET and _is_planned(plain, start, unit, lead):
        return StatusClaim(PLAN, is_sure=claim.is_sure)
    is_aim = claim.status == ESTIMATE and _is_level_by_then(plain, start, end)
    if is_aim or (claim == _MAY_BE_PLANNED and _is_level(plain, start, unit)):
        return StatusClaim(TARGET, is_sure=False)
    return claim


def _is_planned(plain: str, start: int, unit: str, lead: str) -> bool:
    """Whether a figure counts works, and is none that is only to be there by a year unless its
    clause says that it is planned.
    """
    clause = _found(_CLAUSE, plain, start)
    if _IS_PLANNED.search(clause) and unit not in _RATES and not _LEVEL.search(clause):
        return True
    is_by = lead in _BY and not _PLANNED_BY.search(_found(_SENTENCE, plain, start))
    return not is_by and _is_of_works(plain, start, unit, clause)


def _is_level(plain: str, start: int, unit: str) -> bool:
    """Whether a figure is a rate, so many for each or a length of time that is to be reached."""
    clause = _found(_CLAUSE, plain, start)
    is_rate = unit in _RATES or unit in LENGTHS_OF_TIME or _FOR_EACH.search(clause) is not None
    return is_rate and _LEVEL.search(clause) is not None


def is_to_be_done(plain: str, start: int) -> bool:
    """Whether the words before a figure at ``start`` say what is to be done: 今年先建产业园6个."""
    return _TO_BE_DONE.search(_found(_CLAUSE, plain, start)) is not None


def is_of_works_in_progress(plain: str, start: int, end: int) -> bool:
    """Whether a figure is the size of works that have begun and are not done:
    6月开工，全长14.7公里, or 一期长22.4公里，有望12月开通.
    """
    begin = max(0, start - _REACH)
    if not _MAY_BE_A_SIZE.search(plain, begin, start):
        return False
    if not _MAY_BE_WORKS.search(plain, begin, end + _REACH):
        return False
    clause = _found(_CLAUSE, plain, start)
    if not _SIZE_OF_WORKS.search(clause) or _SO_FAR.search(clause):
        return False
    if _OF_A_PROJECT.match(plain, end):
        return True
    sentence = _found(_SENTENCE, plain, start)
    if _WORKS_BEGUN.search(sentence):
        is_another = _BY_THEIR_NUMBER.match(sentence) is not None
        reach = len(sentence) if is_another else _REACH * 2
        return _ARE_DONE.search(plain, max(0, start - reach), start) is None
    return _WORKS_END.match(plain, end) is not None


def _found(pattern: re.Pattern[str], plain: str, start: int) -> str:
    found = pattern.search(plain, max(0, start - _REACH), start)
    return found[0] if found else ""


def _is_of_works(plain: str, start: int, unit: str, clause: str) -> bool:
    """Whether a figure counts what is to be done, and no word says that it is aimed at."""
    if unit in _RATES or _AIMED_AT.search(clause) or _LEVEL.search(clause):
        return False
    if _WORKS.search(clause) or _completes_works(plain, start, clause, unit):
        return True
    if not _ADDED.search(clause):
        return False
    behind = _BEHIND.match(plain, start)
    sentence = _found(_SENTENCE, plain, start) + (behind[0] if behind else "")
    return _WORKS_BEFORE.search(sentence) is not None and not _OF_AIMS.search(sentence)


def _completes_works(plain: str, start: int, clause: str, unit: str) -> bool:
    """Whether a figure counts what works are to be done to: 完成12所学校的供暖改造."""
    if not _COMPLETES.search(clause):
        return False
    unit_at = plain.find(unit, start) + len(unit) if unit else start
    return _WORKS_BEHIND.match(plain, unit_at) is not None


def _is_level_by_then(plain: str, start: int, end: int) -> bool:
    """Whether a level is to be reached by a time that an aim named: 力争…，届时…控制在; what works
    will bring (投产，届时…达到), or an aim (届时将达), is foreseen.
    """
    sentence = _found(_SENTENCE, plain, start)
    by_then = list(_BY_THEN.finditer(sentence))
    if not by_then or _FORESEEN.search(sentence):
        return False
    if not _SHARE_AT_LEAST.fullmatch(plain, start, end):
        is_aimed_at = _AIMED_BEFORE.search(sentence, 0, by_then[-1].start()) is not None
        if not is_aimed_at or _WILL_BE.search(sentence, by_then[-1].end()):
            return False
    is_bound = _BOUND.match(plain, start, end) is not None
    return is_bound or _LEVEL.search(sentence, by_then[-1].end()) is not None
