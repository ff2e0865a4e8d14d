"""Claims that an article takes back, denies, asks about or calls something that did not happen: the
figure in such a claim is no figure of the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.grammar.figure_shape import FigureShape
from statsite.grammar.lexicon import IN_CLAUSE, IN_SENTENCE, NUMBER, NUMERAL
from statsite.grammar.negation import LIMITS
from statsite.grammar.patterns import (
    any_of,
    both_sides,
    compiled,
    ends_behind,
    starts_before,
    starts_of_pairs,
)
from statsite.grammar.qualifiers import WORD
from statsite.grammar.status_words import UNDONE

#: What is said of a claim that does not hold.
_FALSE = (
    "(?:子虚乌有|查无实据|查无此事|无中生有|站不住脚|不攻自破|不足为信|被证伪|被推翻|[被遭]辟谣"
    "|(?:[系係是为属]|纯属)(?:网络)?(?:[谣謠]言|误传|误报|误读|笔误|口误|编造|捏造|虚构)"
    "|不属实|与事实不符|与实际不符|(?:并|毫)?(?:无|没有|缺乏)(?:任何|事实|科学|官方)?[依根]据"
    "|查无出处|无从查证|几无可能|绝无可能|毫无可能"
    "|是不可能的|证实(?:为|是)假|[是系](?:假的|假消息)|遥不可及|遥遥无期|不切实际)"
)
#: The same, where a claim is named: of things it would be a fault that counts.
_FALSE_CLAIM = f"(?:{_FALSE[3:-1]}|有误|失实|造假|注水|不实|不准|作假|不可信|不可靠|存疑)"
#: What is said of a plan that came to nothing.
_STOPPED = (
    "(?:泡汤|告吹|落空|流产|夭折|搁浅|作罢|化为泡影|成为泡影|打了?水漂|失之交臂|未果|未遂"
    "|无果而终|功亏一篑|功败垂成|无疾而终"
    f"|被?(?:{any_of(UNDONE)})了?(?=$|[，。;!?”])"
    "|(?:未能?|没有?|没能)(?:如期|按期|按时|最终)?"
    "(?:完成|实现|达成|兑现|保住|守住|达标|成行|落地|办成|举行|成功)(?=$|[，。;!?”了]))"
)
_PLANNED = (
    "(?:计划|目标|任务|项目|订单|合同|方案|愿望|设想|承诺|梦想|增速|指标|交易|收购|投资|大奖|比赛"
    "|活动|招聘)"
)
_CLAIMED = (
    "(?:说法|一说|之说|传言|传闻|谣传|流言|消息|报道|帖文|帖子|信息|数据|数字|结论|指控|统计|视频"
    "|言论|截图|表述|内容)"
)
#: What a count or a contest ends in, which may be declared void.
_OUTCOMES = "结果|成绩|纪录|记录|比分|得票|选票|结论|判决|鉴定|认定|统计|读数"
_SETTLED = "(?:不予|未予|未获|不被|未被)(?:法院|法庭|采信)?(?:认定|采信|支持|采纳)"

_BEFORE_FIGURE = compiled(
    rf"(?:误将|误把|错将|错把){IN_SENTENCE}{{0,24}}$",
    r"(?:误植|[误错讹谎][作写记报登印刊传称标算认]|虚[报增构]|夸大)(?:为|成|作|至|到)$|误作$",
    rf"(?:更正|勘误|致歉|纠错|订正):{IN_SENTENCE}{{0,20}}$",
    rf"(?:否认|驳斥)(?!率|权|书){IN_CLAUSE}{{0,14}}$",
    rf"(?:并非|不是|绝非|而非|并不是){IN_CLAUSE}{{0,8}}?所?(?:[说传称讲写]|报(?!名)|报道|公布|宣传|宣称|声称)的?{IN_CLAUSE}{{0,4}}$",
    (
        "(?:险些|差点儿?|差一点儿?|险酿|幸未|(?<![成样资脚文原书基根])本可以?(?![比靠])|本应可以?|本来可以?|本能够|原可以?|假如"
        rf"|倘若|若非){IN_CLAUSE}{{0,12}}$"
    ),
    rf"与其说{IN_CLAUSE}{{0,8}}$",
    r"(?:无缘|错失|痛失|憾失|惜失|难言|妄谈|错过|遑论|别说|不要说|更别提)了?第?$",
    (
        "(?:(?:坊间|民间|网上|网络|社会上)(?:所|盛|曾|流|误)?传|[网網][传傳](?!视频|图|照片|文|帖))"
        rf"[的言说闻称]?{IN_CLAUSE}{{0,12}}$"
    ),
    rf"(?:难道|岂(?!止)|莫非|何曾|哪里有?|怎么(?:可能|会)){IN_CLAUSE}{{0,8}}$",
)
_BEFORE_LIMIT = compiled(
    (
        "(?:很少|极少|甚少|鲜少|鲜有|少有|罕有|谈不上|算不上|说不上|称不上|拒绝|拒收|拒接|谢绝"
        rf"|拒载){IN_CLAUSE}{{0,6}}$"
    ),
    rf"(?:零|没有一?[家个名位所]|无一?)(?:企业|学校|员工|个人|家|地区|城市|单位|村|户|人){IN_CLAUSE}{{0,4}}$",
)
_BEFORE_LIMIT_BEHIND = compiled(rf"(?:杜绝|根除){IN_CLAUSE}{{0,6}}$")
_BEHIND = compiled(
    rf"[”’]?{IN_CLAUSE}{{0,14}}{_FALSE}",
    rf"[”’]?{IN_CLAUSE}{{0,4}}(?:的|一说|之说|这一|这个){IN_CLAUSE}{{0,8}}{_CLAIMED}?，?{IN_CLAUSE}{{0,6}}{_FALSE}",
    rf"[”’]?{IN_CLAUSE}{{0,4}}(?:的|这一|这个){IN_CLAUSE}{{0,6}}{_CLAIMED}{IN_CLAUSE}{{0,4}}{_FALSE_CLAIM}",
    rf"的{IN_CLAUSE}{{0,8}}(?:{_PLANNED}|并购案|案){IN_CLAUSE}{{0,4}}{_STOPPED}",
    r"的?增速(?:没有?|未能?)(?:保住|守住)",
    rf"[”’]?[系属是为乃因]{IN_CLAUSE}{{0,6}}(?:之误|所致的?错|[失笔讹]误|错误)(?=$|[，。;!?)])",
    rf"{IN_CLAUSE}{{0,4}}的{IN_CLAUSE}{{0,6}}(?:{_OUTCOMES}){IN_CLAUSE}{{0,4}}(?:{any_of(UNDONE)}|无效)",
    "却?(?:化为泡影|失之交臂|泡汤|告吹|落空|未果|未遂)",
    rf"[”’]?(?:应|实|当)(?:为|是|系)[“‘]?{NUMBER}",
    r"[^，。;!?]{0,3}\((?:[^)]{0,6}[，、])?(?:应为|应是|实为|实际为|笔误|原文误|系误|有误|更正)",
    rf"[”’]?{IN_CLAUSE}{{0,4}}的(?:帖文|帖子|视频|信息|谣言|传言|文章){IN_CLAUSE}{{0,4}}(?:被删|删除|被封|下架)",
    r"[^，。;!?:]{0,4}的(?:传言|谣言|传闻|谣传|不实(?:信息|消息|传言)|假消息)",
    r"[^，。;!?0-9]{0,6}(?:吗|么|不成)(?=$|[?。，!”])",
    r"[”’]?\?",
    r"[^，。;!?0-9]{0,2}\?(?:不[，。是对]|非也|没有|并非|错|假的|当然不|未必|恐怕)",
    rf"{IN_CLAUSE}{{0,3}}(?:还是|抑或)(?:超过|约|近)?{NUMBER}(?!年)",
)
_ON_BOTH_SIDES = both_sides(
    (r"[由从将把]$", r"[^，。;!?0-9]{0,4}(?:更正|修正|改正|订正|纠正|勘误)(?:为|成|到|至)"),
    (
        rf"(?<![是要])(?:不是|并非|绝非|并不是|不再是){IN_CLAUSE}{{0,12}}$",
        rf"{IN_CLAUSE}{{0,8}}[，、]?而是{IN_CLAUSE}{{0,8}}?{NUMBER}|{IN_CLAUSE}{{0,4}}，是(?:约|近)?{NUMBER}",
    ),
    (rf"[与同和]{IN_CLAUSE}{{0,8}}$", rf"{IN_CLAUSE}{{0,10}}(?:失之交臂|擦肩而过|无缘)"),
    (rf"(?<![这那同每某]){NUMERAL}(?![年月日]){WORD}{{0,3}}(?:还是|抑或)(?:超过|约|近)?$", ""),
    (
        "(?:报道|公布|发布|通报|统计|刊登|刊发|宣称|声称|所[称说传])[的称说]?[^，。;!?:]{0,6}$",
        "[^，。;!?:]{0,3}(?:有误|失实|不准)",
    ),
    (
        rf"(?:原|拟|计划|预计|本来|打算|准备){IN_CLAUSE}{{0,10}}$",
        rf"{IN_CLAUSE}{{0,4}}，(?:后|随|最终|但|却|终)?{IN_CLAUSE}{{0,4}}{_STOPPED}",
    ),
    (
        rf"(?:指控|主张|诉请|索赔|起诉|诉称){IN_SENTENCE}{{0,14}}$",
        rf"{IN_CLAUSE}{{0,4}}，?{IN_CLAUSE}{{0,6}}{_SETTLED}",
    ),
)
#: Of sums of money alone: 驳回12件申请 counts what was rejected.
_ON_BOTH_SIDES_OF_MONEY = both_sides(
    (
        rf"驳回{IN_CLAUSE}{{0,10}}$",
        "的[^，。;!?]{0,8}(?:请求|诉请|主张|索赔|上诉|申请|诉求|要求)",
    ),
    (
        rf"(?:撤销|取消|撤回|废止){IN_CLAUSE}{{0,10}}$",
        "的[^，。;!?]{0,6}(?:决定|处罚|判决|裁决|罚款|判罚|订单)",
    ),
)
_LIMIT = re.compile(LIMITS)


def claim_before(before: str, beginning: str, shape: FigureShape, behind: str) -> Iterator[int]:
    """Where in ``before`` words begin that take back or deny a figure with that ``beginning``, or
    say that it did not come to be.
    """
    yield from starts_before(_patterns_before(beginning, shape), before)
    is_money = shape.measure.endswith("元")
    for pairs in (_ON_BOTH_SIDES, _ON_BOTH_SIDES_OF_MONEY) if is_money else (_ON_BOTH_SIDES,):
        yield from starts_of_pairs(pairs, before, behind)


def claim_behind(plain: str, end: int) -> Iterator[int]:
    """Where words end that take back, deny or ask about a figure before them."""
    return ends_behind(_BEHIND, plain, end)


def _patterns_before(beginning: str, shape: FigureShape) -> Iterator[re.Pattern[str]]:
    yield from _BEFORE_FIGURE
    if not shape.begins_with_number and _LIMIT.match(beginning):
        yield from _BEFORE_LIMIT
    if shape.is_qualified_behind:
        yield from _BEFORE_LIMIT_BEHIND
