"""The noun behind a unit is the thing in which a title ends, or another."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.counted_things import other_thing


@pytest.mark.parametrize(
    ("before", "figure", "behind", "title", "thing"),
    [
        ("建成", "62个", "省级专科联盟。", "县级医疗集团", "省级专科联盟"),
        ("共有", "18个", "省份在省一级建设186个综合试验区。", "省级综合试验区", "省份"),
        ("培训了", "12名", "乡村教师。", "乡村医生人数", "乡村教师"),
        ("建设", "46个", "护理中心。", "乡镇卫生院中医馆", "护理中心"),
        (
            "卫生院设置中医馆，",
            "80%",
            "社区卫生服务站能开展。",
            "设置的中医馆比例",
            "社区卫生服务站",
        ),
    ],
)
def test_another_thing(before: str, figure: str, behind: str, title: str, thing: str) -> None:
    assert other_thing(before, figure, behind, title) == figure + thing


@pytest.mark.parametrize(
    ("before", "figure", "behind", "title"),
    [
        ("建成", "62个", "纵向医联体。", "纵向医联体数量"),
        ("建成", "62个", "，纵向医联体另算。", "县级医疗集团"),
        ("建成县级医疗集团", "62个", "单位参加。", "县级医疗集团"),
        ("培训了", "12名", "骨干。", "选派的人员"),  # a narrower word for it
        ("流感", "21万个", "水痘1.2万个", "流感疫苗"),  # the next cell of a row
        ("发布", "52个", "诊疗方案。", "发布的中药品种数"),  # too general
        ("乡镇", "80%", "社区卫生服务站能开展。", "设置的中医馆比例"),  # not told of
        ("投入", "3亿元", "资金。", "医疗集团"),  # no single things
        ("开展", "12名", "进行比赛。", "运动员"),
        ("今年", "3台", "风机并网。", "风机并网台数"),
    ],
)
def test_its_own_thing_or_none(before: str, figure: str, behind: str, title: str) -> None:
    assert other_thing(before, figure, behind, title) == ""


def test_another_kind_of_the_same_thing() -> None:
    before, behind = "建设30家护理中心、", "示范性康复中心。"
    assert other_thing(before, "15家", behind, "建设护理中心") == "15家示范性康复中心"
    assert other_thing(before, "15家", behind, "建设康复中心") == ""
    assert other_thing("建设", "15家", behind, "建设护理中心") == ""  # of no other number
