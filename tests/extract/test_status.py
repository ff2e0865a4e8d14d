"""Whether a figure was counted, is aimed at or asked for."""

from __future__ import annotations

import pytest

from statsite.extract.extraction import extract_text
from statsite.extract.status import bounds_a_class


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("已建成5个中心", "observed"),
        ("力争建成5个中心", "target"),
        ("到2030年，建成5个中心", "target"),
        ("从2010年的3个增加到2024年的5个", "observed"),
        ("计划建成5个中心", "plan"),
        ("将建设5个中心", "plan"),
        ("每个中心应有5名医生", "standard"),
        ("每周不少于5次", "standard"),
        ("原则上配备5名医生", "standard"),
        ("造成至少52人死亡", "observed"),
        ("会议应出席代表187名", "observed"),
        ("一般公共预算收入比预算数增长5%", "observed"),
        ("完成年度计划的103%", "observed"),
        ("预计建成5个中心", "estimate"),
        ("全年有望达到5个", "estimate"),
        ("将等候时间缩短至15分钟", "observed"),
        ("每周锻炼不得少于5次", "standard"),
        ("优于国家规定的5毫克限值", "standard"),
        ("给予补助，每人每月200元", "standard"),
        ("2024年，每人每月补贴200元", "observed"),
        ("船体最多可装5000箱", "observed"),
        ("适应需求，效应明显，共5个中心", "observed"),
        ("五年来累计安排5亿元", "observed"),
        ("2026年3月5日讯 2025年安排5亿元", "observed"),
        ("今年安排5亿元", "plan"),
        ("未来3天，有5毫米降雨", "estimate"),
        ("未来三年投资5亿元", "observed"),
        ("标的额1万元以上5万元以下的一审案件由基层法院管辖", "standard"),
        ("标的额5万元以上的占8%", "observed"),
        ("逾期不改的，处1万元以上5万元以下罚款", "standard"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert extract_text(text)[-1].status == status


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("按现行规定，每吨3元，第三档为9元。", ["standard", "standard"]),
        ("按照《赔偿金管理办法》，赔偿金的70%用于修复。", ["standard"]),
        ("问：下一步有什么打算？\n答：新开险种12个。", ["plan"]),
        ("计划招收50人，实际录取53人。", ["plan", "observed"]),
        ("2024年，收入预算数62亿元，决算数63亿元。\n2025年3月4日", ["plan", "observed"]),
        ("2025年5月4日讯\n2026年6月通车。届时，车程缩短至8分钟。", ["estimate"]),
    ],
)
def test_rules_questions_and_budgets_tell_the_status(text: str, statuses: list[str]) -> None:
    assert [one.status for one in extract_text(text)] == statuses


@pytest.mark.parametrize(
    ("text", "is_marked"),
    [
        ("计划建成5个中心", False),
        ("计划建成中心，服务5个村", True),
        ("预计建成5个中心", False),
        ("预计建成中心，服务5个村", True),
        ("力争建成中心，服务5个村", False),
    ],
)
def test_a_plan_or_a_forecast_of_an_earlier_clause_is_marked(text: str, *, is_marked: bool) -> None:
    assert ("status" in extract_text(text)[-1].unsure) is is_marked


@pytest.mark.parametrize(
    "text",
    [
        "单注奖金超过1万元的，由省级机构兑付。",
        "参保不满5年的，不予退费。",
        "重量5千克以上的视为货物。",
        "体温超过38.5℃时应及时就医。",
    ],
)
def test_the_bound_of_those_for_whom_a_rule_holds_is_a_rules(text: str) -> None:
    assert [(one.status, one.unsure) for one in extract_text(text)] == [("standard", ("status",))]


def test_the_bound_of_those_who_are_counted_is_none() -> None:
    assert extract_text("重量超过5千克的占8%。")[0].status == "observed"


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("超额完成4万人的目标任务。", ["target"]),
        ("超额完成4万人目标。", ["target"]),
        ("有望达到5.3%，5%左右的增长目标能够实现。", ["estimate", "target"]),
        ("完成年度目标任务的105%。", ["observed"]),
        ("面向4万人的目标群体。", ["observed"]),
        ("原计划90天，用了95天。", ["plan", "observed"]),
    ],
)
def test_what_is_called_an_aim_is_one(text: str, statuses: list[str]) -> None:
    assert [one.status for one in extract_text(text)] == statuses


def test_an_aim_that_was_reached_is_of_the_time_told() -> None:
    told = extract_text("2024年民生有改善。改造360户，超额完成300户的年度目标任务。")[-1]
    assert (told.status, str(told.period)) == ("target", "2024")


def test_whether_so_many_were_done_or_aimed_at_is_marked() -> None:
    told = extract_text("2024年，超额完成年度目标任务5万人。")[0]
    assert (told.status, told.unsure) == ("observed", ("status",))


def test_what_must_be_by_a_day_is_aimed_at() -> None:
    told = extract_text("2026年1月16日\n会议要求，6月底前完成投资必须不低于50%。")[-1]
    assert (told.status, str(told.period)) == ("target", "../2026-06-30")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("2025年，为确保安全，转移213户。", "observed"),
        ("确保转移213户。", "target"),
        ("明年规模拟扩大到3万人。", "plan"),
        ("模拟了5次。", "observed"),
        ("2025年6月，启动行动，对老人每周至少探访1次。", "standard"),
        ("2025年6月，至少探访1次。", "observed"),
        ("2025年，比例不得低于职工上一年度工资的5%。", "standard"),
    ],
)
def test_words_that_only_look_like_a_claim_claim_nothing(text: str, status: str) -> None:
    assert extract_text(f"2025年11月6日\n{text}")[-1].status == status


def test_what_is_forbidden_behind_another_bound_is_a_rules() -> None:
    told = extract_text("2025年6月13日\n献血量最多不得超过400毫升。")[0]
    assert (told.status, told.unsure) == ("standard", ())


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("预计，2026年门诊量将达到980万人次；一季度还将选派专家120名。", "plan"),
        ("补助标准为每天5元，惠及261万人；10月起，标准将提高到6元。", "plan"),
        ("预计，2026年门诊量将达到980万人次；住院量达到120万人次。", "estimate"),
        ("2026年1月15日\n预计全年生产总值682亿元。", "estimate"),
        ("对首台产品最高补助1000万元。", "standard"),
        ("受损房屋每户可领2000元。", "standard"),
        ("不能只看热闹，看完的人不足5%。", "observed"),
        ("按排班应在岗19人。", "observed"),
        ("2025年12月13日\n气象部门预计，14日夜间气温将降至零下22℃。", "estimate"),
        ("对举报属实的，一次奖励200元至5000元。", "standard"),
        ("2025年4月，预计接种1300万剂次，今年安排补助资金6200万元。", "plan"),
        ("2026年，受灾农户按每亩200元的标准补助。", "standard"),
        ("按照免疫程序，女孩免费接种2剂次。", "standard"),
        ("争取上级资金41.2亿元。", "observed"),
        ("新能源车需预约，每航次限载30辆。", "standard"),
        ("按照献血法，一次献血量一般为200毫升。", "standard"),
        ("按照现行政策，第一档电量为每户210千瓦时。", "standard"),
        ("年底前计划再搬迁460户。", "plan"),
    ],
)
def test_the_last_part_of_a_sentence_and_words_for_what_is_paid(text: str, status: str) -> None:
    assert extract_text(text)[-1].status == status


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年，日均接单20单以上的骑手有88万人。", True),
        ("2024年，对不足100人的学校给予补助。", True),
        ("2024年，行驶8万公里以上时可能断裂。", True),
        ("2024年，带来了超过2亿元的收入。", False),
        ("2024年，接单20单以上。", False),
        ("2024年，三成以上的人熬夜。", False),
    ],
)
def test_the_bound_of_a_class_has_no_time(text: str, *, expected: bool) -> None:
    found = extract_text(text)[0]
    assert bounds_a_class(text, found.start, found.end) is expected
    assert (found.period is None) is expected


def test_what_is_paid_for_each_is_a_rule_among_tasks_too() -> None:
    text = "一、主要任务\n新增托位3万个。对普惠机构每月补助200元，对新增托位一次性补助1万元。"
    assert [one.status for one in extract_text(text)] == ["plan", "standard", "standard"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("2025年8月30日\n便桥28日通车，比预计时间提前了5天。", "observed"),
        ("2025年8月30日\n今年，外地观众占比预计超过5成。", "estimate"),
        ("2025年12月2日\n本周，他排队不超过5分钟，现场来了6人。", "observed"),
        ("2025年12月2日\n2025—2026赛季，场均观众达到5人。", "observed"),
    ],
)
def test_words_that_speak_of_another_figure_or_of_what_was_foreseen(text: str, status: str) -> None:
    assert extract_text(text)[-1].status == status


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("据估算，6月14日至16日，赛事拉动消费5亿元。", ("2025-06-14/2025-06-16", "estimate")),
        ("截至2025年6月26日，损失初步估计为5亿元。", ("2025-06-26", "estimate")),
        ("截至2025年6月26日，预计损失5亿元。", ("None", "estimate")),
        ("今年计划新建23所，其中15所8月底前交付使用。", ("../2025-08-31", "plan")),
    ],
)
def test_what_is_reckoned_has_its_time_and_what_is_due_the_one_behind_it(
    text: str, told: tuple[str, str]
) -> None:
    one = extract_text(f"2025年6月27日\n{text}")[-1]
    assert (str(one.period), one.status) == told


def test_what_was_allotted_in_days_that_are_over_is_no_plan() -> None:
    text = "2025年7月25日\n7月18日至24日，小组赛举行。\n组委会每天安排大巴44辆。"
    assert [one.status for one in extract_text(text)] == ["observed"]


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("力争把时间由目前的9天压缩到7天以内。", ["observed", "target"]),
        ("预计日均量由现在的80例增加到95例。", ["observed", "estimate"]),
        ("新规将使耗时从现有的40分钟缩短到15分钟。", ["observed", "plan"]),
        ("目前的5所学校中，3所已改造。", ["observed", "observed"]),
        ("完成12万人年度目标的119.2%。", ["target", "observed"]),
        ("完成300万吨全年目标的九成。", ["target", "observed"]),
        ("完成今年900个建设目标的95.8%。", ["target", "observed"]),
        ("完成30万吨年度收储任务的近九成。", ["target", "observed"]),
        ("县里年初确定，今年增长6.5%以上。", ["target"]),
        ("新建大棚每座补助8000元。", ["standard"]),
        ("去年，每户补助5000元。", ["observed"]),
        ("初步评估显示，损失为14亿元。", ["estimate"]),
        ("画作估价40万元，最终在36万元处流拍。", ["estimate", "observed"]),
        ("“青澜”计划发放补贴2.3亿元。", ["observed"]),
        ("2025年，将58所学校改建为托育中心，新增托位400个。", ["observed", "observed"]),
        ("今年，将58所厂房移交给养老院。", ["observed"]),
        ("计划招生5万人，比去年实际招生数减少3800人。", ["plan", "plan"]),
        ("预估送达时间应为所需的1.2倍。", ["standard"]),
        ("其余9户预计23日恢复。", ["estimate"]),
    ],
)
def test_words_are_of_the_figure_that_they_are_told_of(text: str, statuses: list[str]) -> None:
    assert [one.status for one in extract_text(f"2025年11月6日\n{text}")] == statuses


@pytest.mark.parametrize(
    "text",
    [
        "同一班级达到5例及以上的，学校应立即报告。",
        "水位超过30米时，值守人员必须撤离。",
        "接单超过4小时的，系统不得派单。",
    ],
)
def test_who_must_do_so_may_stand_between_the_bound_and_what_holds(text: str) -> None:
    assert extract_text(text)[0].status == "standard"


def test_a_time_to_come_with_a_word_for_a_plan_is_marked() -> None:
    told = extract_text("2025年11月6日\n6月底前还将放流2亿尾。")[0]
    assert (told.status, told.unsure) == ("target", ("status",))


def test_a_number_that_was_foreseen_is_only_compared_with() -> None:
    text = "2025年11月20日\n三季度运送189人，比可行性报告预测的175人高出8.5%，正点率99.94%。"
    assert [one.status for one in extract_text(text)] == [
        "observed",
        "estimate",
        "observed",
        "observed",
    ]


@pytest.mark.parametrize(
    ("day", "told", "status"),
    [
        ("2025年11月10日", "今冬供热面积86万平方米。", "observed"),
        ("2025年8月10日", "今冬供热面积86万平方米。", "target"),
        ("2025年8月10日", "供暖期将至。今冬供热面积86万平方米。", "target"),
        ("2025年11月10日", "供暖期已至。今冬供热面积86万平方米。", "observed"),
        ("2025年7月10日", "今夏投运电站28座。", "observed"),
        ("2025年11月10日", "补贴标准每亩200元。", "standard"),
        ("2025年11月10日", "龙须菜产量8.9万吨。", "observed"),
        ("2025年11月10日", "按照方案，妇女每3年可接受1次筛查。", "standard"),
        ("2025年11月10日", "全县营养改善计划覆盖87所学校。", "observed"),
    ],
)
def test_a_winter_has_begun_in_autumn_and_the_name_of_a_plan_plans_nothing(
    day: str, told: str, status: str
) -> None:
    assert extract_text(f"{day}\n{told}")[0].status == status


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("逾期的，按日加收0.5‰的违约金，累计不超过欠费的10%。", ["standard", "standard"]),
        ("10月31日前缴清的，优惠3%。", ["standard"]),
        ("室温在16至18摄氏度之间的，退30%；不足14摄氏度的，全退。", ["standard"] * 3),
        ("层高超过3.5米的房屋，加收10%。", ["standard", "standard"]),
        ("不足2小时的收取20%手续费。", ["standard"]),
        ("气温达到40℃时应停工。", ["standard"]),
        ("不足20人的学校由2019年的47所减少到12所。", ["observed"] * 3),
        ("去年，逾期的，加收5元。", ["observed"]),
        ("逾期参保的，设3个月等待期。", ["standard"]),
        ("电鱼的，最高可处5万元罚款。", ["standard"]),
        ("第二档电价每千瓦时加价0.05元。", ["standard"]),
        ("去年，第二档电价加价0.05元。", ["observed"]),
        ("未备案的，报销比例降低10个百分点。", ["standard"]),
        ("猪粮比价低于5∶1时，将启动收储。", ["standard"]),
        ("度数大于400度、听力在3米以内的，专业不宜就读。", ["standard", "standard"]),
    ],
)
def test_what_is_done_in_a_case_is_a_rules(text: str, statuses: list[str]) -> None:
    assert [one.status for one in extract_text(f"2025年10月20日\n{text}")] == statuses


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("问：热费收多少？\n答：每平方米24元，去年收费5万元。", ["standard", "observed"]),
        (
            "问：贷款额度怎么算？\n答：为余额的15倍。截至6月底，已发放5笔。",
            ["standard", "observed"],
        ),
        (
            "问：热费收多少？\n答：每平方米24元。\n问：室温够吗？\n答：这里20℃。",
            ["standard", "observed"],
        ),
        ("问：怎样申请？\n答：街道5个工作日内初审。", ["standard"]),
        ("问：住院能报多少？\n答：起付线为200元。", ["standard"]),
        ("问：收费高不高？\n答：每门课120元。", ["observed"]),
        ("问：对结论有异议怎么办？\n答：可在7日内申请复检。", ["standard"]),
        ("问：今年体检怎么安排？\n答：全市报名5万人。", ["observed"]),
    ],
)
def test_the_answer_to_a_question_for_a_rule_is_one(text: str, statuses: list[str]) -> None:
    assert [one.status for one in extract_text(f"2025年10月20日\n{text}")] == statuses


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("全年收入有望突破5亿元；到2027年，比例达到90%。", ["estimate", "target"]),
        ("今年收入预计5亿元；到2027年，收入8亿元。", ["estimate", "estimate"]),
        ("今年料增长3%。", ["estimate"]),
        ("今年，学校安排资助预算1.6亿元。", ["plan"]),
        ("2023年5月，省里将5条记录与公安信息比对。", ["observed"]),
        ("会议明确，2025年重点抓好几件事：投入5亿元。", ["plan"]),
        ("夏秋航季（3月30日至10月25日），新开航线14条。", ["observed"]),
        ("2025年10月15日至2026年3月31日，65家企业错峰生产。", ["estimate"]),
        ("2025—26财政年度（2025年4月至2026年3月），盈余5元。", ["observed"]),
        ("公司拟就上半年利润每股派现0.15元。", ["plan"]),
        ("年底前，6号线计划增购列车12列。", ["plan"]),
        ("到2027年，计划把增幅提高到5%。", ["target"]),
        ("运送比预测的首月日均3人多2人；正点率99%。", ["estimate", "observed", "observed"]),
    ],
)
def test_a_part_of_a_sentence_has_its_own_standing(text: str, statuses: list[str]) -> None:
    told = extract_text(f"2025年10月20日\n{text}")
    assert [one.status for one in told] == statuses


def test_a_level_that_is_reached_is_no_time_to_pass() -> None:
    text = "2025年10月20日\n明年一季度，行车间隔有望压缩至4.5分钟以内。"
    assert str(extract_text(text)[-1].period) == "2026-01/2026-03"


@pytest.mark.parametrize(
    ("day", "status"), [("2026年5月21日", "plan"), ("2026年10月21日", "observed")]
)
def test_whom_a_school_will_admit_is_planned_until_it_has(day: str, status: str) -> None:
    text = f"{day}\n大学昨日公布今年的招生章程。今年面向29个省份招收本科生6480人，占六成。"
    assert {one.status for one in extract_text(text)} == {status}


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("午餐补助标准由每天6元调整为8元。", ["standard", "standard"]),
        ("单位的缴费比例为16%，灵活就业人员为20%。", ["standard", "observed"]),
        ("2023年，全县支出3亿元。高龄津贴标准提高到120元。", ["observed", "standard"]),
        ("贷款期限5年以上的，手续费率为0.6%。", ["standard", "standard"]),
        ("2024年5月起，租房提取额度由800元提高到1200元。", ["observed", "observed"]),
        ("去年，住院费用报销比例为71%。\n2025年3月4日", ["observed"]),
        ("公司毛利率24%，贷款平均利率3.6%。", ["observed", "observed"]),
    ],
)
def test_what_is_set_for_everybody_is_a_rules_where_no_time_is_named(
    text: str, statuses: list[str]
) -> None:
    assert [one.status for one in extract_text(text)] == statuses


def test_what_is_set_for_everybody_has_no_time_that_was_named_before() -> None:
    text = "2019年，发放补贴0.7亿元。护理补贴标准由每人每月90元提高到110元。"
    assert [str(one.period or "") for one in extract_text(text)] == ["2019", "", ""]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("据初步估计，6日的山火造成直接损失900万元。", "estimate"),
        ("初步评估显示，山火造成的直接损失为900万元。", "estimate"),
        ("6日的山火造成直接损失900万元。", "observed"),
        ("困难家庭救助金每户最高2万元。", "standard"),
        ("单日最高2万元。", "observed"),
    ],
)
def test_what_was_caused_may_be_reckoned_and_what_is_paid_at_most_a_rules(
    text: str, status: str
) -> None:
    assert extract_text(f"2025年8月9日\n{text}")[0].status == status


def test_an_aim_of_which_a_share_was_reached_is_of_the_time_told() -> None:
    text = "2025年3月4日\n2024年，修路892公里。\n全年新建书屋41间，完成年度计划39间的105.1%。"
    found = extract_text(text)[2]
    assert (str(found.period), found.status) == ("2024", "plan")


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("预计接诊5万人，县财政安排补助20万元。", ["estimate", "plan"]),
        ("预计增长5%，将达到20万元。", ["estimate", "estimate"]),
        ("办证收工本费20元，逾期每天按2元收费。", ["standard", "standard"]),
        ("上午购票打八折，网上申请7个工作日内寄到。", ["standard", "standard"]),
        ("去年征收保费900万元。", ["observed"]),
        ("机构超标准收费12.8万元。", ["observed"]),
        ("欠费超过2个月未缴的，暂停使用。", ["standard"]),
        ("每卡限6次。", ["standard"]),
        ("2023年，复审要67天，小额案件一般不超过30天。", ["observed", "standard"]),
        ("今年前7个月，只检查过40次，而规定每月不少于12次。", ["observed", "standard"]),
        ("当日后厨存放气瓶8个，远超3个的限量。", ["observed", "standard"]),
        ("当日来了3.1万人次，接近3.5万人次的最大承载量。", ["observed", "standard"]),
        ("老陈估摸，今年亩产能有900斤。", ["estimate"]),
        ("截至9月7日，烘干6万吨；县里对烘干每吨补贴50元。", ["observed", "standard"]),
        ("全年预算13亿元，其中维修0.6亿元。", ["plan", "plan"]),
        ("今年支出13亿元，其中维修0.6亿元。", ["observed", "observed"]),
    ],
)
def test_what_is_charged_allotted_due_or_ruled_is_told_by_its_own_words(
    text: str, statuses: list[str]
) -> None:
    found = extract_text(f"2025年9月8日\n{text}")
    assert [one.status for one in found] == statuses


def test_what_is_called_a_rule_behind_it_is_one() -> None:
    text = "风速控制在每秒0.2米以内，这是赛事的要求。接种率不低于95%，是国家规定。"
    assert [one.status for one in extract_text(text)] == ["standard", "standard"]


def test_what_was_done_up_to_this_morning_is_observed() -> None:
    (told,) = extract_text("2025年7月28日\n到今天清晨，全市转移群众4.5万人。")
    assert told.status == "observed"
