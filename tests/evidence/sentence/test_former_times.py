"""Words that make a figure one of an earlier time than its sentence."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.former_times import (
    former_time,
    in_force_before,
    year_of_two_digits,
)


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("停车场改造前，小区只有车位", "。"),
        ("提速前，乘动车从成都到西安需", "。"),
        ("退耕之前，村里每年产粮", "。"),
        ("搬迁之前，厂区占地", "。"),
        ("新中国成立时，全国铁路里程仅", "。"),
        ("改革开放之初，民航全行业只有飞机", "。"),
        ("世纪之交，这座煤城有矿井", "。"),
        ("起初，护林队只有", "。"),
        ("昔年的渡口，摆渡船有", "。"),
        ("建馆之时，馆藏图书仅有", "。"),
        ("老版教材共收录课文", "。"),
        ("制造业采购经理指数为50.1%，前值", "。"),
        ("汽车成交均价从上年的", "滑落至16.9万元。"),
        ("公司门店由此前的", "缩减到612家。"),
        ("全市的区属国企由", "整合为5家。"),
        ("上一赛季，他场均能抢下", "篮板。"),
        ("多于商务部此前通报的", "。"),
        ("民国二十三年，县内有米行", "家。"),
        ("光绪年间，镇上有当铺", "家。"),
        ("该市经济增长", "，后修订为5.3%。"),
        ("上届参展企业", "。"),
        ("上个航次下潜", "。"),
        ("上一个榨季收蔗", "。"),
        ("小岛开通快船，结束了每周只开", "船的历史。"),
        ("公交改制，市民告别了一票", "的时代。"),
        ("一审判赔", "，二审将该判决撤销。"),
        ("一审判处罚金", "，终审改判20万元。"),
        ("体育馆送审造价", "，审定时核减三成。"),
    ],
)
def test_words_of_a_former_time(before: str, behind: str) -> None:
    assert former_time(before, behind)


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("目前，全市共有", "。"),
        ("嘉定，新建", "家。"),
        ("日前，该校新建", "。"),
        ("列车最高运营时速", "公里。"),
        ("过去一年，全市新增", "。"),
        ("1924年建校时，首届学生仅招", "。"),
        ("门店从860家缩减到", "。"),
        ("由2020年的", "增至12家。"),
        ("由中央财政出资", "，用于建成5家。"),
        ("提前完成", "。"),
        ("改造后，小区有车位", "。"),
        ("会员由", "企业组成。"),
        ("与此同时，参保", "。"),
        ("这座桥拥有", "的历史。"),
        ("结束了长达", "的谈判，签约。"),
        ("法院一审判赔", "，被告没有上诉。"),
    ],
)
def test_words_of_the_same_time(before: str, behind: str) -> None:
    assert former_time(before, behind) == ""


@pytest.mark.parametrize(
    ("before", "year"),
    [
        ("22年全国新建农村公路", 2022),
        ("’23年新建农村公路", 2023),
        ("23年底，食堂有", 2023),
        ("22年建成食堂", None),
        ("30年全国扫盲", None),
        ("22年全国新建9家，2024年新建", None),
        ("2024年全国新建", None),
    ],
)
def test_a_year_in_two_digits(before: str, year: int | None) -> None:
    assert year_of_two_digits(before) == year


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("此前一年执行的标准是", "此前一年执行的标准是"),
        ("补贴提高，原先的票价为", "原先的票价为"),
        ("上一年度的标准为每月", "上一年度的标准为每月"),
        ("此前有报道称，食堂有", ""),
        ("执行的标准是", ""),
    ],
)
def test_what_was_in_force_before_is_told(before: str, said: str) -> None:
    assert in_force_before(before) == said
