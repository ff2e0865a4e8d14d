"""Figures that somebody else says, writes or shows: of a speaker without a name or with his own
reasons, of a paper that is called false, or of any report that the sentence goes on to deny.
"""

from __future__ import annotations

from statsite.grammar.lexicon import IN_CLAUSE, IN_SENTENCE, NUMBER
from statsite.grammar.patterns import both_sides, compiled, first_words, starts_of_pairs

#: So much behind a figure is shown of what denies it.
_SHOWN = 16
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
_WRITTEN = (
    "(?:(?:写|标|填|注|登|印|刻|喷|报)(?:着|的是)"
    "|(?:写|印|刻|填|登|标)的(?!准|志|签)[^，。0-9]{1,6}(?=[是为有]))"
)
#: What was put down or taken in wrongly, or put together.
_WRONGLY = (
    "[记抄印录听看认读译算数误说传]成(?![都本果立功绩员交品熟人年就效分])|[吹编喊凑捏]出"
    "|(?:抄|记|写|算|弄|搞|数|看|报|印|录|登|填)错"
)
#: Where words stand that are no writer's of today: on stones, in letters and in talk.
_ELSEWHERE = (
    "简介|启事|日记|书信|菜单|画册|小册子|微博|直播间|弹幕|评论区|群聊|聊天记录|遗嘱|[欠借]条|标牌|招牌|石碑|碑文|碑刻"
    "|题刻|匾额|标语|说法|口径|版本|传说(?!中的)|讲法|提法"
)
_BEFORE = compiled(
    rf"(?<!独)(?<!来)自(?:述|报|称|诩|吹|夸|封|曝|荐|陈|供)(?!价|告|率|者|书|材料){IN_CLAUSE}{{0,14}}$",
    rf"(?:夸口|放言|扬言|夸下海口|吹牛|说大话|打包票|拍(?:着|了)?胸脯|放风|造谣|散布|谣传|讹传|风闻|听说|据说|传闻|流传|吹嘘|鼓吹|标榜|叫嚣|辩称|诉称|诡称|妄称){IN_CLAUSE}{{0,20}}$",
    rf"(?:{_ELSEWHERE})(?:[里上中]|是|为|有|称|:|，)[^。;!?0-9]{{0,20}}$",
    rf"(?:{_SPEAKERS}){IN_CLAUSE}{{0,6}}?(?:{_SAYS})(?:(?!{_IN_TRUTH}){IN_SENTENCE}){{0,24}}$",
    rf"(?:{_FALSE})(?:过?了?的|的)?{IN_CLAUSE}{{0,4}}(?:{_PAPERS})(?:[上里中内]|[写称说标填列载记显]){IN_CLAUSE}{{0,16}}$",
    rf"(?:{_WRONGLY}){IN_SENTENCE}{{0,16}}$",
    rf"像{IN_CLAUSE}{{0,6}}[传说讲称报]的那[样么]{IN_CLAUSE}{{0,10}}$",
    rf"[口嘴笔眼](?:中|里|下)的{IN_CLAUSE}{{0,10}}$",
    rf"{_WRITTEN}[^，。;!?:0-9]{{0,10}}[“:]?[^，。;!?:0-9]{{0,8}}$",
    rf"(?:被指|遭指|被曝|遭曝|据爆料|据举报|疑似?(?=[有达超为])){IN_CLAUSE}{{0,14}}$",
)
_REPORT = (
    "(?:[说称写印标传报]|显示|表示|宣布|公布|发布|介绍|指出|声明|通报|示数|读数|登载|刊登|披露)"
    rf"{IN_SENTENCE}{{0,24}}$"
)
_DENIES = (
    "摇头|不[信认]|存疑|质疑|打[上了]?问号|查无|查不到|无凭|没影|嗤之以鼻|澄清|辟谣|否认|反驳|驳斥|不属实|失实|虚假|造假|作假|做假|掺水|水分|注水|夸大|夸张|谎|骗|假的|假消息|伪造|篡改|涂改"
    "|(?:调|改|动|修改|做)过(?!渡|程)|失灵|失准|故障|不准|对不上|不符|出入|子虚乌有|并非如此|并不成立|站不住"
    "|(?:认定|查明|核实|证实|发现|查实|承认)[^，。;!?]{0,10}(?:假|虚|伪|骗|错|误|漏|少)"
)
#: What is not so, said of a number that was told before it.
_UNTRUE = (
    "[并毫绝]?不(?:太|很|完全|大)?(?:属实|准确|正确|真实|实(?!行|施|现)|确(?!定|认)|成立|可信|可靠|靠谱|符|对(?![外称等应])"
    "|是(?:这样|事实|实情|真的|这么回事))|并非(?:如此|事实|实情|真实)"
    "|(?:没有?|[并毫查]?无|缺乏)(?:任何)?(?:依据|根据|此事|其事|这回事|这种事|的事|实据)"
    "|(?:纯属|属|系|是)?(?:[误讹]传|谣言|谣传|虚构|编造|杜撰)|[来出][历处源](?:不[明详清]|成[谜疑]|可疑|无从)|有误|失实|失准|虚假|子虚乌有|无中生有|无稽|夸大|站不住"
    "|对不上|算错|[写报记]错|假(?:的|消息|新闻|信息|话)|不予(?:认可|承认|采信|证实)|查无"
)
_SAYING = "数字?|数目|数据|说法|消息|传言|传闻|统计|报道|情况|信息|提法|讲法|事"
#: How a clause behind a figure denies it: 这个数字并不属实, 商务部门表示情况不是这样.
_TAKEN_BACK = compiled(
    rf"{IN_CLAUSE}{{0,24}}[”’]?[，。?][^。;!?0-9]{{0,24}}?"
    rf"(?:(?:[这那该此]一?个?|上述)(?:{_SAYING})?|(?:{_SAYING})的?|[说称]|表示|回应|指出|认为|强调|澄清|认定|证实|查[证明实]|核[实查]后?)[，:]?(?:是|都|也|其实|完全)?(?:{_UNTRUE})",
    rf"[^“”]{{0,40}}[。!?]”[^。;!?0-9]{{0,24}}?(?:{_SAYING})的?(?:是|都|也|其实|完全)?(?:{_UNTRUE})",
    rf"{IN_CLAUSE}{{0,24}}[”’]?[，。?][^，。;!?:0-9的]{{2,12}}(?:已经?|当即|随即)?(?:(?:予以|作出|加以)?否认|不予(?:认可|承认|采信|证实))了?(?=$|[，。;!?])",
)
#: What the sentence or the next clause says of all that was told: 查无此事, 谁也没数出这么多.
_NOTHING_OF_IT = compiled(
    rf"{IN_SENTENCE}{{0,30}}[，;](?:[查并]无此事|没有?(?:这|那)回事|没影的事)",
    rf"{IN_CLAUSE}{{0,8}}[，;][但可却然而]{{0,2}}(?:谁[也都]|没有?人|无人)(?!没?[想料意])没?[^，。;!?0-9]{{0,6}}(?:这么|那么|这样|如此)多",
    (
        rf"{IN_SENTENCE}{{0,30}}[，。;:][^。!?0-9]{{0,30}}(?:玩笑"
        "|恶作剧|愚人节|闹着玩|逗[^，。;!?]{0,3}玩|恶搞|摆拍)(?:而已|罢了|的?内容)?[。!，]"
    ),
    rf"{IN_SENTENCE}{{0,24}}连[^，。;!?0-9]{{0,6}}(?:零头|一半|边)[也都](?:没|不|够不)",
    (
        rf"{IN_SENTENCE}{{0,40}}[，;][^。;!?]{{0,16}}(?:却|竟|其实|实际)[一-鿿]{{0,2}}"
        "(?:[0零〇](?![0-9.])|一片空白|查不到|没有(?:记录|备案|登记))"
    ),
    (
        rf"{IN_SENTENCE}{{0,30}}(?:是|纯属)[^，。;!?0-9]{{0,8}}(?:牛皮|大话|谎[话言]?|瞎话|噱头|幌子|骗局|空话)"
        "(?=$|[，。;!?”])"
    ),
    (
        rf"{IN_CLAUSE}{{0,6}}，[^，。;!?0-9]{{0,4}}(?:[把将]|连同?)[^，。;!?0-9]{{1,10}}?"
        "(?:也|都|一并)?(?:(?:算|计|统计|加|混|包括)了?(?:进去|在内|进来|一起)|在内)"
    ),
    rf"{IN_CLAUSE}{{0,8}}，那?(?:是|都是|全是|不过是)?(?:往[高大多][里处]?|胡|瞎|乱)吹",
    rf"{IN_CLAUSE}{{0,6}}(?:抹[掉去]|去掉|划掉|添上|加上|补上|[多少漏]了?)[一两][个位][零〇0]",
    rf"{IN_CLAUSE}{{0,12}}，(?:这是[^，。;!?]{{2,8}}，)?真[^，。;!?0-9]{{0,2}}[数点量查称][^，。;!?0-9]{{0,3}}，[差短少缺][了着]?",
)
#: By whom a number is told, and what is said of it in one of the next sentences.
_TOLD = (
    "(?:据(?!实|统计|了解|介绍)|[称说报传念]|写着?|上报|申报|宣称|申请书|自媒体|网帖)"
    f"{IN_SENTENCE}{{0,24}}$"
)
_FALSE_AFTER_ALL = (
    "子虚乌有|纯属(?:谣言|虚构|捏造|编造)|[是系]谣言|查无此事|不予(?:采信|认可|承认)|数字是?(?:填|编|凑|造|拍)(?:上去|出来|脑袋)?的"
    "|[这该此]一?数字被?[^，。;!?0-9]{0,4}(?:划掉|抹掉|剔除|推翻|更正)"
    "|[这那该此][次个笔项宗][^，。;!?0-9]{0,4}(?:作废|无效|取消|撤销)"
)
#: What a look at the thing itself gave instead.
_CHECKED = (
    "(?:[实核复勘丈清盘查过点][测量点查验核对实访算看数秤过称勘]|细数|数了数|称了称|量下来"
    "|一[数查量称])"
)
_ON_BOTH_SIDES = both_sides(
    (
        "",
        rf"{IN_CLAUSE}{{0,10}}[，。][^。;!?0-9]{{0,12}}{_CHECKED}[^，。;!?0-9]{{0,8}}[只仅才不却][^，。;!?0-9]{{0,6}}{NUMBER}",
    ),
    (
        _REPORT,
        rf"{IN_CLAUSE}{{0,8}}[”’]?[，。][^。;!?0-9]{{0,20}}(?:{_DENIES})",
    ),
    (_TOLD, rf"[^!?]{{0,70}}?(?:{_FALSE_AFTER_ALL})"),
    (
        r"[把将][^，。;!?:]{0,14}$",
        f"{IN_CLAUSE}{{0,6}}(?:报|算|当|说|写|记|充|列|登)(?:成|作)了?",
    ),
    (
        "",
        rf"{IN_CLAUSE}{{0,8}}[”’]?，(?:其实|实际上|事实上)[^，。;!?0-9]{{0,8}}(?:是|只有|只|仅有?|不到){NUMBER}",
    ),
)


def reported_claim(before: str, behind: str) -> str:
    """The words by which a figure is what somebody says, writes or shows, and no more than that;
    or nothing.
    """
    found = [pattern.search(before) for pattern in _BEFORE]
    found += [pattern.match(behind) for pattern in (*_TAKEN_BACK, *_NOTHING_OF_IT)]
    said = first_words(found)
    start = min(starts_of_pairs(_ON_BOTH_SIDES, before, behind), default=-1)
    return said or (before[start:] + behind[:_SHOWN] if start >= 0 else "")
