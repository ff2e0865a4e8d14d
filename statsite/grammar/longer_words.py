"""Words that begin with a measure word and are none: 10万家庭 holds no 10万家, 12部门 no 12部.

The dictionary knows them. Listed are those that it lacks, and what has to be behind one that is
also a measure word and the beginning of another word: 3名校领导 counts people, 3名校联盟 does not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from statsite.grammar.word_boundaries import begins_a_word, class_at

_WORDS: Mapping[str, str] = {
    "家": (
        "庭(?![院])|电(?!话)|具(?!有|备)"
        "|居(?=企业|用品|行业|品牌|建材|商场|产业|市场|卖场|服|公司|产品|馆|生活)"
        "|长(?![期达江年三时久势远途假沙春城])|属(?!于|地|国|实)|政(?!府|策|治)|装(?![置备有])"
        "|园(?![区艺林])|教(?![育学培师练])|纺|乡(?![镇村])"
    ),
    "名": (
        "额(?![满外])|家(?!长|属|庭|政|人|境|住|里|中)|校(?=联盟|毕业|教育|合作|集团|生源|云集|资源|行|$|，)"
        "|企(?!业)|医(?!生|师|护|务|药|学|院|疗|保)|师(?!生|傅|范|父|兄|弟|姐)"
        "|城(?!市|镇|乡|管|区)|牌(?!手)|单(?![亲身位独])"
        "|人(?!大|民|员|质|士|事|才|工|选|犯|死|受|失|被|遇|伤|入|参|左|以|在|为|均)|茶(?!农|商|艺)"
        "|菜(?!农|贩)|作(?!家|者|业|案)|录(?![取用像入])|片(?![区警])|优(?=[特品产])"
    ),
    "人": (
        "才(?=项目|计划|工程|公寓|政策|引进|中心|市场|培养|基地|专项|新政|飞地|住房|驿站|小镇|奖)"
        "|工(?=岛|湖|智能|林|鱼礁|关节|耳蜗|授精|草坪|养殖|繁育|降雨|增雨|湿地|心脏|饲养|种植|栽培|浮岛|影响|景|增殖|成本|客服|海水|瓣膜)"
        "|民(?=医院|政府|法院|检察|币|公园|广场|路|团体|警察|解放军|调解|陪审|日报|银行|大会堂|代表|群众|武装|防空)"
        "|大(?=代表|常委)|物(?![流业资联价])|文(?![化凭书])|际(?!遇)|体(?![检质育重])"
        "|间(?![接或隔断距歇作的])|转(?![移运为入让型业岗正换诊])|社(?=部门|局|厅|部|系统)"
    ),
    "位": "列(?!入|为|席)",
    "所": "在(?=地|单位|县|市|区|省|学校|村|国)|有(?=权|制|者|的)|长(?![期达])|言|见",
    "个": (
        "性(?=化|签|鲜|特|需|定|强)|体(?=户|工商|经营|经济|劳动|私营|诊所|企业|商|差异|老板)"
        "|人(?=账户|信息|所得税|养老金|贷款|消费|电脑|赛|技能|奖|住房|简历|作品|用户|客户|存款|护理|破产|隐私|信用|征信|专利|投资者|项|单项)"
        "|亿|税|头(?=不|高)"
    ),
    "项": "目(?![标录的前])",
    "座": "席(?=员)|驾|便(?=器)",
    "场": "面(?!积|向)|域|均|外(?=交易|市场|观众|配资)|内(?=机|观众)|效",
    "部": "长(?![期达篇])|分(?![别布])",
    "次": "方(?![案面式法便])|要(?![求])|生(?=灾|代|林)|元|贷",
    "台": "风(?![机扇电])|资(?!金|产)|企|农|青",
    "户": "外(?![来出迁地籍省市逃])",
    "元": "店(?![铺员主租])|首(?!个|次|套|批|笔|位|日|先|付|家)|老(?!年|人|师|旧|百)|宇宙",
    "天": "气(?!温)|平(?![均稳息])|使(?=投资|轮|基金)|猫|车",
    "日": (
        "系|企|本(?![科报])|报(?![道告名警])|照(?![常样])|资(?!金|产)|化(?=产品|企业)|韩(?=企|品牌)"
    ),
    "年": "报(?![名考送到告])|会(?=上|员|场|$|，|。)|味|产(?![值品])|费(?!用)|表(?![现示彰明])",
    "度": "汛(?!期)|冬(?!天|季)|电量",
    "分": "球|行(?![业走动])|论坛|会(?=$|，|长|场|成立|揭牌|换届)|税",
    "周": "期(?!间)|线",
    "里": "弄(?=$|，)|约",
    "条": "约(?![束定])|子(?=$|，)",
    "架": "桥(?!梁)",
    "种": "子(?![女弹])|粮(?![食油])",
    "倍": "增(?=计划|行动|工程|$)|思",
    "斤": "顶",
    "折": "桥",
    "套": "装(?![置备])|牌|期保值",
    "门": "店(?!铺)",
    "支": "部(?!队)",
    "起": "点(?!火|燃)|降(?=架|点|平台)",
    "层": r"面(?!积)|高(?=为|约|\d)",
    "片": "方",
    "对": "口(?=帮扶|支援|协作|单位|企业)|价|台",
    "口": "粮(?!食)",
    "头": (
        "部(?=企业|公司|主播|券商|平台|品牌|房企|医院|机构|网红|险企)|发(?![病生放育情往现电])"
        "|目(?![前标])"
    ),
    "站": "前(?=广场)",
    "线": "上|杆",
    "把": "式",
    "组": "图|建(?![设议成])",
    "集": "市(?!值)|体(?!育)|会(?=$|，)|成(?=电路|商)",
    "本": "科(?!普|技|创)|地(?!址)|报(?!告)",
    "节": "气(?!温)",
    "课": "标",
    "步": "道",
    "米": "糊",
    "克": "雷",
    "升": "降(?=机|梯|平台)",
    "处": "长(?![期达约江陡坡]|[上下]坡|大[上下纵桥隧]|隧)",
    "双": "创|一流",
    "单": "品",
    "股": "债",
    "行": "程(?!序)",
    "首": "店",
    "号": "线|楼|院|桥|井|机组|馆|门|矿|站|文件|公路|洞|坑|仓|炉|厅|病|墓|台风|选手|染色体",
    "手": "车|房(?![东主])|货|烟|奢|平台|交易|商品|市场|资料|信息|游",
    "道": "闸|指",
    "社": "团(?=组织|$|，)",
    "篇": "目",
    "张": "江",
    "只": "要(?!求)",
    "代": "驾",
    "载": "具",
    "月": "报|嫂|子中心|子会所",
    "箱": "变|涵|型",
    "包": "子(?=$|，|铺|店)|头(?=市|$)",
    "副": "主任|市长|中心",
    "宗": "地",
    "床": "旁",
    "网": "红",
    "国": "集团|时期|演义",
    "省": "道",
    "株": "式",
    "秒": "违例",
    "公斤": "力",
}
_LONGER = {measure: re.compile(words) for measure, words in _WORDS.items()}
#: The characters with which what is listed begins, where only the list can tell.
_FIRST_LISTED = {
    measure: "".join(re.findall(r"(?:^|\|)(.)(?=\(\?)", words)) for measure, words in _WORDS.items()
}
_SCALES = "十百千万亿"
#: Measure words with which too many words begin that are also two: 35人为女性, 35名为本地人.
_ONLY_LISTED = frozenset({"人", "名"})
#: Characters with which a sentence rather goes on than a word: 35家中有3家.
_GOES_ON = frozenset("中里内将称以为因由被已均都有和及与等还又也就才并且上下次")
#: Words of the dictionary that are rather a measure word and another word.
_TWO_WORDS = frozenset(
    {"节车", "辆车", "节线", "分力", "次列", "金领", "块垒", "套房", "家规", "升降"}
)


def end_of_longer_word(plain: str, end: int, unit: str) -> int:
    """Where the word ends that the ``unit`` word which ends at ``end`` is only the beginning of;
    ``end`` where it is a word by itself.
    """
    measure, following = unit.lstrip(_SCALES), plain[end : end + 1]
    if not following:
        return end
    listed = _LONGER.get(measure)
    found = listed.match(plain, end) if listed else None
    is_of_two = measure in _ONLY_LISTED and found and _goes_on_as_a_word(plain, end, found.end())
    if found and not is_of_two:
        return found.end()
    is_decided = (
        measure in _ONLY_LISTED
        or following in _GOES_ON
        or following in _FIRST_LISTED.get(measure, "")
        or measure.rpartition("/")[2] + following in _TWO_WORDS
    )
    return end if is_decided or not begins_a_word(plain, end - len(measure), end) else end + 1


def _goes_on_as_a_word(plain: str, end: int, last: int) -> bool:
    """Whether a word of the dictionary begins at the ``end`` of a measure word and goes on behind
    ``last``, where what is listed ends: 茶叶 of 9名茶叶专家.
    """
    return end + len(class_at(plain, end)[0]) > last
