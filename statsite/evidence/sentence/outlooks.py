"""Words around a figure that make it a forecast, an estimate, or what is put down for later."""

from __future__ import annotations

import re

from statsite.grammar.lexicon import IN_CLAUSE, IN_SENTENCE
from statsite.grammar.patterns import any_of, first_words
from statsite.grammar.status_words import FORESEEN, RATED, SET, UNDONE
from statsite.model import Status

#: What an office reckons of a time that is past is how it counts: 市文旅局测算，假期总花费.
_RECKONED = "(?<![局厅部委办处])测算|测算(?=.*(?:将|可|会|能|需|[带拉]动))"
_FORECASTS = f"预报(?!.*过去)|{_RECKONED}|{any_of(word for word in FORESEEN if word != '测算')}"
_TO_COME = (
    "明[日天晨晚早年]|后天|大后天|下周|下个?月|下季度|下半年起|来年|届时|今后|未来(?:[几数0-9一二三四五六七八九十]+)"
    "个?[年天日周月小]时?"
)
#: A turn to a year that is named: 明年的计划还没有定，但2024年完成的.
_NO_TURN = f"(?!{IN_SENTENCE}*，(?:但是?|而|可是?|不过|然而)(?:[0-9]{{4}}|[今去前])年)"
#: What somebody means to do by a time or with something, and has not done yet: 打算到2024年底给,
#: 想在年内让, 准备把.
_MEANS = (
    "(?:(?:打算|准备|谋划|筹划|筹备|盘算|立志|意在|有意|有心|决心|志在|设法|力图|试图|计划|希望|期望|盼望|意图)着?"
    "|(?<![构设思联感理预猜料没不幻回])想要?)"
)
_TO_BE_DONE = "[于在到把给让将为用种建修办开买卖招培存]|[0-9]{4}年|年[初中内底末]|[今明]年|本年"
_MEANT = rf"{_MEANS}(?={_TO_BE_DONE})(?:[^，。;!?:的了过者]|(?<=[年国省市县区])的){{0,24}}$"
#: Words before a figure that say it is to come or asked for.
_RIGHT_BEFORE = re.compile(
    "(?:(?<!完成)(?<!超额)(?<!按照)(?<!按)(?<!培养)(?<!专项)(?<!行动)(?<!”)计划(?![生单内外])"
    "|(?<![虚模比])拟(?!南芥|合|声|态|人化)|预计|目标(?!客户|市场|群体|人群|企业|用户|地区)(?:是|为)?|力争|争取|有望|要求(?!的)"
    "|将(?=新增|新建|建成|达到|实现|增至|招收|投放|新开|突破|超过))"
    r"[^，。;!?:0-9]{0,8}$"
)
_BEFORE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:{_FORECASTS})(?:说|称|显示|认为|指出|表示)?[，:]?{IN_SENTENCE}{{0,14}}$",
        rf"(?:^|[，。;:“、])(?:[^，。;!?:]{{0,6}}(?:{_TO_COME})){_NO_TURN}{IN_SENTENCE}{{0,20}}$",
        rf"到[0-9]{{4}}年[底末]?前?[要应需须]{IN_CLAUSE}{{0,24}}$",
        rf"概算(?:总)?投资{IN_CLAUSE}{{0,4}}$",
        _MEANT,
        "按照?[^，。;!?]{0,8}(?:打算|设想|盘算|安排|部署|计划|规划|方案|[程日期表]表|日程)，[^，。;!?:]{0,16}[要应须][^，。;!?:]{0,14}$",
        (
            rf"(?:专家|学者|考古人员|研究人员|业内人士|分析师|机构)(?:们)?(?:推断|推测|判断|认为|预计|估计|分析|预言)"
            rf"，?{IN_SENTENCE}{{0,16}}$"
        ),
    )
)
_BY_THE_END = r"(?:今年|本年度?|明年|年|本?月|季度?|学期)(?:底|末|内)?[之以]?前"
_BEHIND = tuple(
    re.compile(pattern)
    for pattern in (
        (
            rf"[^，。;!?:0-9]{{0,8}}(?:{_BY_THE_END}|年内|即将|明[年天日]|下[个]?[周月]|择日|有望|预计)"
            r"(?!已|均已|就已|都已)[^，。;!?:了]{0,6}(?:投用|投产|投运|建成|完工|竣工|开通|通车|交付|启用|到位|开工"
            r"|落地|上线|发放|开业|入驻|交房|完成)(?!了)"
        ),
    )
)
#: What stands in the place of a figure that was named before it: 实测却只有412公里.
_TRULY = (
    "实(?:[测载点到存收付有考缴发住]|际(?!增长|使用|利用|居住|投资|支付|控))|却[只仅]|竟只|到位|真正"
    "|事实上|落实|兑现|(?<!其中)[只仅才](?:[有到收来见]|[收来]到)"
)
_IN_TRUTH = re.compile(
    rf"[^。!?0-9]{{0,10}}[，;][^，。;!?0-9]{{0,10}}(?:{_TRULY})[^，。;!?0-9]{{0,8}}[0-9一二三四五六七八九十]"
)
_NOMINAL = re.compile(
    rf"(?:{any_of(RATED)}|{any_of(SET)}|合同|账面|名义|宣称|应到|应收|应缴|应有|登记|认缴|签约|申报)"
    rf"{IN_CLAUSE}{{0,10}}$"
)
_FAILED = re.compile(
    r"的?[^，。;!?:0-9]{0,10}，?(?:最终|最后|却|但|结果|后来|终因|终究|迟迟|一直|始终|至今)[^，。;!?:]{0,8}"
    r"(?:没有?|未能?|没能)(?:再)?(?:谈拢|谈成|谈妥|成交|签约|签成|签下|成功|成行|兑现|到位|成|达成|落实|落地|拿到|收到|实现)"
)
#: A plan before a figure that was not kept, by what is said behind it: 原本要做到82万人，到年底
#: 并未做到.
_A_PLAN = re.compile(
    "(?:原本|本来|原[想要拟定]|本[要想拟该应]|年初|当初|起初|计划|打算|安排|部署|方案|规划|设想|目标|任务|要求|[定提]了)"
    f"{IN_SENTENCE}{{0,40}}$"
)
_NOT_KEPT = re.compile(
    rf"{IN_CLAUSE}{{0,14}}[，。;][^，。;!?0-9]{{0,6}}?"
    "(?:年[底末终]|岁末|12月|期末|[到最]头来?|最[终后]|结果|后来|一年(?:下来|过[去完])|至今|却|可|但)"
    "[^，。;!?0-9]{0,6}?，?(?:"
    "(?:没有?|没能|未能?|并未|不)(?:全部|完全|全|能够?|如期|按期|按时|真正)*"
    "(?:[一-鿿]{0,2}[完成到齐够满]|[装补修建办][上好]?|实现|兑现|落实|如愿)"
    "|差[了得还]?(?:[不很好]?[少远多大]|[一二三四五六七八九十几百千]+))[^，。;!?0-9]{0,2}(?=$|[，。;!?])"
)
#: What was planned or signed, by its number, and has not been begun: 规划的3200公里支线并未动工.
_PLANNED = re.compile(
    "(?:规划|计划|批复|批准|设计|立项|签[下约订]|[拟待筹]建)(?:建设|新建)?的?[^，。;!?:0-9的]{0,6}$"
)
_NOT_BEGUN = re.compile(
    "[^，。;!?:0-9]{0,14}?(?:仍|还|至今|迟迟|始终|一直|尚|并|却|从)*(?:没有?|未)能?[一-鿿]{2}(?=$|[，。;!?])"
)
_ABOLISHED = re.compile(rf"的[^，。;!?:0-9]{{0,14}}?(?:{any_of(UNDONE)}|退出历史)")


def words_to_come(before: str, status: Status) -> str:
    """The words right before a figure that was given as observed and that say it is to come."""
    found = _RIGHT_BEFORE.search(before) if status is Status.OBSERVED else None
    return found[0] if found else ""


def outlook(before: str, behind: str) -> str:
    """The words around a figure that make it no more than expected, or named; or nothing."""
    found = [pattern.search(before) for pattern in _BEFORE]
    found += [pattern.match(behind) for pattern in (*_BEHIND, _FAILED)]
    if _IN_TRUTH.match(behind):
        found.append(_NOMINAL.search(before))
    if _NOT_KEPT.match(behind):
        found.append(_A_PLAN.search(before))
    if _NOT_BEGUN.match(behind):
        found.append(_PLANNED.search(before))
    return first_words(found)


def abolished(behind: str) -> str:
    """The words right behind a figure that say what was set is no longer in force, or nothing."""
    found = _ABOLISHED.match(behind)
    return found[0] if found else ""
