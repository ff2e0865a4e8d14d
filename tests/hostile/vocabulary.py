"""The words that the generator makes its sentences of, with what each means."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from tests.hostile.meaning import (
    Meaning,
    about,
    at_least,
    at_most,
    just_under,
    less,
    more,
    more_below,
)

#: Units of things that are counted: the words an indicator's unit may be printed with, the printed
#: one first.
COUNTED: tuple[tuple[str, ...], ...] = (
    ("家",),
    ("个",),
    ("家", "个", "所"),
    ("人", "名", "位"),
    ("名", "人"),
    ("人次",),
    ("张",),
    ("对",),
    ("项",),
    ("所",),
    ("种",),
    ("元",),
    ("岁",),
    ("支", "个"),
    ("平方米",),
    ("分钟",),
)
#: Units of things that are counted in ten thousands and hundred millions.
MANY: tuple[tuple[str, ...], ...] = (
    ("人", "名", "位"),
    ("人次",),
    ("元",),
    ("张",),
    ("个",),
    ("家",),
    ("平方米",),
)
PERCENT = ("%",)
PER_MILLE = ("‰",)
TIMES = ("倍",)
POINTS = ("个百分点",)
DEGREES = ("℃", "摄氏度")

Means = Callable[[Fraction], Meaning]

BEFORE: Mapping[str, Means] = {
    **dict.fromkeys(("超", "超过", "逾", "多于", "高于", "突破"), more),
    **dict.fromkeys(("不少于", "不低于", "至少", "不止"), at_least),
    **dict.fromkeys(("近", "接近", "将近"), just_under),
    **dict.fromkeys(("不足", "不到", "低于", "少于"), less),
    **dict.fromkeys(("不超过", "至多", "最多"), at_most),
    **dict.fromkeys(("约", "大约"), about),
}
AFTER: Mapping[str, Means] = {
    "以上": at_least,
    "以内": at_most,
    "以下": at_most,
    "左右": about,
    "上下": about,
}
#: Words that no table promises to read. The number without them is another quantity all the same.
UNPROMISED_BEFORE: Mapping[str, Means] = {
    **dict.fromkeys(("大于", "超出", "远超"), more),
    **dict.fromkeys(("小于", "不满", "未满", "未足", "未够", "未至", "弗及", "没到"), less),
    **dict.fromkeys(("不高于", "不多于", "不大于", "顶多"), at_most),
    **dict.fromkeys(("不小于", "不下", "不下于", "起码", "最少"), at_least),
    **dict.fromkeys(("大概", "大致", "差不多", "约莫"), about),
    **dict.fromkeys(("几乎", "逼近", "直逼", "近乎", "几近", "几至", "将及", "迫近"), just_under),
}
UNPROMISED_AFTER: Mapping[str, Means] = {
    **dict.fromkeys(("开外", "有余"), more),
    **dict.fromkeys(("之内", "封顶"), at_most),
    **dict.fromkeys(("起步", "及以上", "或以上"), at_least),
}

NEGATIONS = ("不得", "不应", "不能", "不会", "不可", "不宜", "没有", "未", "尚未", "不再", "从未")
#: Those that 不足 may follow: 不得不 is another word.
NEGATIONS_OF_LACK = ("不应", "不能", "不会", "不可", "不宜")
UNPROMISED_NEGATIONS = (
    "不准",
    "不许",
    "不允许",
    "不可以",
    "严禁",
    "禁止",
    "切勿",
    "绝不",
    "并未",
    "未曾",
    "从不",
    "无法",
    "不应该",
)
BETWEEN_NEGATION = ("一次性", "累计", "连续", "长期", "同时", "随意", "明显", "单次", "擅自")
UPPER = ("超过", "高于", "突破", "多于")
LOWER = ("低于", "少于", "不足")
BELOW = ("不及", "未达到", "未满")
#: 不 and 未 that deny nothing, and negations whose clause has ended.
NO_NEGATION = (
    "不断",
    "不久便",
    "不仅",
    "不但",
    "未来将",
    "不料竟",
    "此事不得拖延，目前",
    "尚未完工，但已",
    "不能再等：已",
    "没有先例。当年",
    "价格未变，床位",
    "不应回避；问题",
)

#: A qualifier parted from its number by a particle: with what it means.
PARTICLES: Mapping[str, Means] = {
    **dict.fromkeys(("约占", "约有", "约为", "约合", "大约有", "大约占", "大约为"), about),
    **dict.fromkeys(("接近于", "接近了"), just_under),
    **dict.fromkeys(("超过了", "突破了"), more),
}
SHARE_PARTICLES: Mapping[str, Means] = {
    **dict.fromkeys(("约占", "大约占"), about),
    **dict.fromkeys(("超过", "超过了"), more),
    **dict.fromkeys(("不足", "不到"), less),
    "接近": just_under,
}
WHOLES = ("全国的", "总数的", "总人口的", "全省的", "全部床位的", "同期的")
VERBS = ("配备", "设置", "建成", "开设", "安排")

#: What may be before a figure.
SUBJECTS = (
    "全市共有",
    "目前建成",
    "该院设有",
    "其中",
    "去年新增",
    "截至年底，",
    "据介绍，",
    "2024年，",
    "累计",
    "扩大到",
    "服务机构",
    "当地床位",
    "10月1日，",
    "",
    "为",
)
#: What may be behind it.
ENDINGS = (
    "。",
    "，",
    "；",
    "，其余待建。",
    "（含在建）。",
    "的规模。",
    "，以上数据来自年报。",
    "，左右两侧都有设施。",
    "，余下部分年底完成。",
    "、其他若干。",
)
#: Clauses before that try to lend the figure a word.
LEADS = (
    "",
    "",
    "",
    "近年来，",
    "此事不得拖延。",
    "不少地方反映，",
    "附近居民说，",
    "超市门前，",
    "最多的一类是养老服务。",
    "三十年来，",
    "百强县里，",
    "全县上下齐动员，",
    "约定如下：",
    "未满意者可以重来。",
    "过半乡镇响应。",
    "第3批名单公布：",
)
#: And clauses behind.
TAILS = (
    "",
    "",
    "",
    "多年来保持稳定。",
    "同比增长5.217%。",
    "来自9817个县。",
    "强化了保障。",
    "上下联动。",
    "以内部统计为准。",
    "到2030年全面建成。",
    "余额不变。",
)

#: Words before a number that end like a qualifier, a numeral or a negation, and are none.
INNOCENT_BEFORE = (
    "附近",
    "签约",
    "彩超",
    "百强县",
    "30年来",
    "近年来",
    "全县上下",
    "不断增加",
    "未来建设",
    "十四五期间",
    "三甲医院",
    "第三批",
    "一期",
    "二级医院",
    "三是",
    "多次走访",
    "万众瞩目",
    "成功救治",
    "一半以上的乡镇设有服务点",
    "2024年",
    "5月",
    "余杭区",
    "千叶县",
    "多家银行支持",
)
#: Words behind a figure that begin like a tail, and are none.
INNOCENT_AFTER = (
    "成立",
    "成为示范",
    "来自外地",
    "强化管理",
    "强制执行",
    "弱势群体受益",
    "成功申报",
    "倍受关注",
    "上下游企业",
    "左邻右舍受益",
    "几经迁址",
    "到期更新",
    "不同程度受益",
    "至今仍在运行",
    "和2个分院",
    "之一是新建的",
)


#: Numbers too vague to be read, with what a reader could at most make of them.
VAGUE: Mapping[str, tuple[Meaning, ...]] = {
    **dict.fromkeys(
        (
            "数十万",
            "几十",
            "几百",
            "好几千",
            "好几",
            "数百",
            "几",
            "数千",
            "成百",
            "近几十",
            "几十万",
            "数以万计的",
        ),
        (),
    ),
    "十几万": (more_below(Fraction(100_000), Fraction(200_000)),),
    "二十几": (more_below(Fraction(20), Fraction(30)),),
    "上千": (at_least(Fraction(1000)), about(Fraction(1000))),
    "上万": (at_least(Fraction(10_000)), about(Fraction(10_000))),
    "十来": (about(Fraction(10)),),
    "百来": (about(Fraction(100)),),
    "三百来": (about(Fraction(300)),),
}

#: Bans and denials that are far before a limit of the same clause, and what may be between.
FAR_BANS = (
    "不得",
    "不准",
    "不许",
    "严禁",
    "禁止",
    "切勿",
    "不应",
    "不宜",
    "不建议",
    "不支持",
    "不鼓励",
    "不提倡",
    "不让",
)
BETWEEN_BAN = (
    "在同一岗位任职",
    "在设有标志的路段停留",
    "安排未成年人每日工作",
    "让一个班的人数",
    "向单户发放",
    "以任何理由使负担",
    "在同一地点、同一时段停留",
)
NOTHING_FOUND = (
    "没有发现含量",
    "未检出浓度",
    "未出现雨量",
    "未发生损失",
    "没有出现降幅",
    "没有一个县的降幅",
)
BANS_OF_GROUPS = (
    "禁止",
    "严禁",
    "不得组织",
    "暂不举办",
    "未发生一次涉及",
    "未见",
    "不具备",
    "未出现",
    "没有发现",
)
MISSED = (
    "恐难达到",
    "难达",
    "难到",
    "到不了",
    "够不着",
    "很少到",
    "已无望达到",
    "未能完成年初定的",
    "未能达到",
    "没有实现预定的",
    "仍未建成",
    "无力完成",
)
#: A verb before a number that says it is passed, reached or just missed: with what the number
#: means.
LEVELS: Mapping[str, Means] = {
    **dict.fromkeys(("首破", "冲破", "跨过", "跑进了", "刚过"), more),
    **dict.fromkeys(("跌穿", "跌破", "击穿", "失守"), less),
    **dict.fromkeys(("守住", "迈进", "迈入", "跨入", "站稳", "重回", "跻身"), at_least),
    **dict.fromkeys(("临近", "濒临", "几达", "直逼"), just_under),
}
#: Words behind a number that say the same.
LEVELS_BEHIND: Mapping[str, Means] = {
    **dict.fromkeys(("上方", "的水平之上", "荣枯线之上"), more),
    **dict.fromkeys(("下方", "整数关口之下"), less),
    **dict.fromkeys(("附近", "一线", "附近波动", "的规模上下"), about),
    **dict.fromkeys(("大关", "台阶", "甚至更高", "乃至更高", "或更多", "这一水平以上"), at_least),
    **dict.fromkeys(("或更低", "（含税）以内", "（按实际发生额计）以下", "（含）及以下"), at_most),
}
#: What denies a figure behind it.
DENIED_BEHIND = (
    "系谣言",
    "的消息不属实",
    "，经核实系误传",
    "的说法没有依据",
    "的可能性不大",
    "的概率很低",
    "的目标难以实现",
    "不现实",
    "纯属谣言",
)
#: Words before a figure with a qualifier that look like a negation or another word, and are none.
NO_DENIAL = (
    "直接经济损失",
    "为企业减负",
    "为患者减税降负",
    "不能自理老人",
    "不可移动文物",
    "被禁止入境的货物",
    "禁止类项目",
    "无障碍设施",
    "未参保的居民",
    "没有参保的居民",
    "未成年人",
    "企业不得不停产",
)
#: Words before a number that end like one, and are none.
NO_NUMBER_BEFORE = (
    "由每小时60公里提高至",
    "由每人500元提高至",
    "积案清零",
    "连续归零",
    "超额完成",
    "早上8点",
    "每10万",
    "从",
)

#: Words that end in what else is a qualifier, and that qualifier.
ENDS_IN_A_QUALIFIER = (
    ("客户爽约", "约"),
    ("志愿者走近", "近"),
    ("大型商超", "超"),
    ("经费不足", "不足"),
    ("得票最多", "最多"),
    ("她约", "约"),
    ("水平相近", "近"),
)
#: Words that begin with what else is a qualifier, that qualifier, and a unit that they may follow.
BEGINS_WITH_A_QUALIFIER = (
    ("多动症患儿", "多", ("名", "人")),
    ("左右转车道", "左右", ("个",)),
    ("余姚企业", "余", ("家",)),
    ("内河航道", "内", ("条",)),
    ("上下铺战友", "上下", ("名", "人")),
    ("多功能厅", "多", ("个",)),
)
#: Characters that no whole figure has beside it.
TOUCHING = "☎☑⸺⸻é^§′″※ßñЖβאアᄀあ॰‱∎⊘⌀⍉✂✗❖⟂⦿@&¬¿⁂\u0301\u0338"
#: What is named behind a place in a row, by its measure word.
NAMED_BEHIND_A_PLACE = (
    (("名", "人"), ("医生", "患者", "学员")),
    (("位", "人"), ("读者", "旅客")),
    (("家",), ("门店", "工厂")),
    (("批",), ("货物", "名单")),
    (("台",), ("机床", "车辆")),
)
#: Words that begin with a measure word, parted behind it.
LONGER_WORDS = (
    "家|庭",
    "部|门",
    "场|馆",
    "项|目",
    "台|风",
    "户|籍",
    "天|然气",
    "日|历",
    "分|公司",
    "条|约",
    "座|椅",
    "门|诊",
    "支|行",
    "层|次",
    "片|区",
    "块|状物",
    "对|象",
    "口|岸",
    "站|台",
    "线|路",
    "班|级",
    "组|织",
    "队|伍",
    "根|据地",
    "集|团",
    "本|科生",
    "款|式",
    "节|目",
    "课|程",
    "石|油",
    "村|民",
    "校|友",
    "院|士",
    "店|主",
    "厂|房",
    "株|洲市民",
    "篇|幅",
    "手|机",
    "票|据",
)
#: A number with its measure word, the measure word, and the name or idiom that holds them.
IDIOMS = (
    ("四处", "处", "四处奔走"),
    ("五次", "次", "三番五次"),
    ("三轮", "轮", "三轮车"),
    ("五角", "角", "五角星"),
    ("三门", "门", "三门峡"),
    ("一本", "本", "一本万利"),
    ("百里", "里", "百里挑一"),
    ("八门", "门", "五花八门"),
    ("百年", "年", "百年一遇"),
    ("三天", "天", "三天打鱼"),
    ("三人", "人", "三人成虎"),
    ("一步", "步", "一步登天"),
    ("千里", "里", "千里迢迢"),
    ("两岸", "岸", "海峡两岸"),
    ("一家", "家", "一家之言"),
)
#: Adverbs, prepositions and conjunctions that make another thing of the number behind them.
TAKES_A_NUMBER_OTHERWISE = (
    "险些", "原先", "甚至于", "略", "略微", "或", "抑或", "相当于", "无异于", "不啻于",
    "除", "除了", "至于", "与其说", "莫过于", "尚", "必须", "势必", "务必",
)  # fmt: skip
#: Units of two measure words, parted between them.
SECOND_MEASURES = ("台|套", "头|只", "人|份", "亩|次", "户|次", "箱|件", "列|趟", "台|件")
