"""Figures that somebody else says, writes or shows: of a speaker without a name or with his own
reasons, of a paper that is called false, or of any report that the sentence goes on to deny.
"""

from __future__ import annotations

from statsite.grammar.lexicon import IN_CLAUSE, IN_SENTENCE
from statsite.grammar.patterns import both_sides, compiled, starts_of_pairs

#: Who is not named, or sells what he speaks of.
_SPEAKERS = (
    "有人|有的|有网民|网友|网民|坊间|外界|民间|江湖|圈内|知情人士?|知情者|爆料人?|爆料者|目击者|卖家|卖方|商家|中介|销售员"
    "|推销员|摊主|骗子|嫌疑人|[网跟]?帖子?|帖文|自媒体|短视频|朋友圈|微信群|群里|小道消息|匿名信|举报信|流言|谣言|传单"
    "|小广告|广告|海报|横幅|宣传[册单页语片画]|推介会?|顺口溜|老话"
)
_SAYS = "说|称|讲|喊|传|吹|夸|晒|写|道(?=[:：“，])|爆料|透露|宣扬|鼓吹|打出"
#: After these the writer speaks himself.
_IN_TRUTH = "实际|其实|事实|真相|真实|原来|经[查核]|核实|查明"
_PAPERS = (
    "报表|账[本簿单面]?|材料|数据|合同|证明|简历|报告|广告|宣传|消息|文件|发票|票据|履历|档案|标签"
    "|成绩单|证书|说明|台账|日志"
)
_FALSE = "掺了?水|注了?水|[造作做]了?假|虚假|不实|伪造|篡改|涂改|粉饰|夸大|编造|拼凑|[动做]过手脚"
#: What is written on something: its number is what somebody put there.
_WRITTEN = "(?:写|标|填|注|登|印|刻|喷|报)(?:着|的是)"
_BEFORE = compiled(
    rf"(?:{_SPEAKERS}){IN_CLAUSE}{{0,6}}?(?:{_SAYS})(?:(?!{_IN_TRUTH}){IN_SENTENCE}){{0,24}}$",
    rf"(?:{_FALSE})(?:过?了?的|的)?{IN_CLAUSE}{{0,4}}(?:{_PAPERS})(?:[上里中内]|[写称说标填列载记显]){IN_CLAUSE}{{0,16}}$",
    rf"{_WRITTEN}[^，。;!?:0-9]{{0,10}}[“:]?[^，。;!?:0-9]{{0,8}}$",
    rf"(?:被指|遭指|被曝|遭曝|据爆料|据举报|疑似?(?=[有达超为])){IN_CLAUSE}{{0,14}}$",
)
_REPORT = (
    "(?:[说称写印标传报]|显示|表示|宣布|公布|发布|介绍|指出|声明|通报|示数|读数|登载|刊登|披露)"
    rf"{IN_SENTENCE}{{0,24}}$"
)
_DENIES = (
    "澄清|辟谣|否认|反驳|驳斥|不属实|失实|虚假|造假|作假|做假|掺水|水分|注水|夸大|夸张|谎|骗|假的|假消息|伪造|篡改|涂改"
    "|(?:调|改|动|修改|做)过(?!渡|程)|失灵|失准|故障|不准|对不上|不符|出入|子虚乌有|并非如此|并不成立|站不住"
    "|(?:认定|查明|核实|证实|发现|查实|承认)[^，。;!?]{0,10}(?:假|虚|伪|骗|错|误|漏|少)"
)
_ON_BOTH_SIDES = both_sides(
    (
        _REPORT,
        rf"{IN_CLAUSE}{{0,8}}[”’]?[，。][^。;!?0-9]{{0,20}}(?:{_DENIES})",
    ),
)


def reported_claim(before: str, behind: str) -> str:
    """The words by which a figure is what somebody says, writes or shows, and no more than that;
    or nothing.
    """
    found = (pattern.search(before) for pattern in _BEFORE)
    said = next((one[0] for one in found if one), "")
    start = min(starts_of_pairs(_ON_BOTH_SIDES, before, behind), default=len(before))
    return said or before[start:]
