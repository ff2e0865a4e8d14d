"""Figures that somebody says, writes or shows, and those that an article states itself."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.reported_claims import reported_claim


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("2024年，网上有帖子说水库库容已缩到", "，水利局随即出面澄清。"),
        ("这份掺了水的报表上写着产值", "。"),
        ("里程表显示", "，检测机构认定该车被调过表。"),
        ("学者说法不一，有的说", "，有的说20万人。"),
        ("中介说，小区均价已涨到", "。"),
        ("公司被指拖欠货款", "。"),
        ("招牌上写着“年销", "”。"),
        ("刘家自述养牛", "，镇里清点时只数到210头。"),
        ("对手放风说商场关门", "。"),
        ("村口石碑题刻，桥长", "。实测仅81米。"),
        ("旧档案里的说法是城墙长", "，勘测推翻了它。"),
        ("全村养羊", "，逐户清点却只有90头。"),
        ("县志抄错一笔，把古井记成了", "。"),
        ("投标书里吹出的业绩是桥梁", "。"),
        ("主播口中的“月销", "”查无凭证。"),
        ("门票上印的座位有", "。"),
        ("照村民的说法，鱼塘收鱼", "，会计摇头。"),
        ("门店宣布销量达", "。该数据事后被证实造假。"),
    ],
)
def test_what_somebody_says(before: str, behind: str) -> None:
    assert reported_claim(before, behind)


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("统计局数据显示，全市常住人口", "，比上年增加。"),
        ("市长表示，今年将新建学校", "。"),
        ("水质自报告发布以来检测", "。"),
        ("本报成都2月8日电全市新建基站", "。"),
        ("她把一个村的故事写成了", "长篇。"),
        ("全年查处虚假广告", "。"),
        ("体温计显示", "，孩子已退烧。"),
        ("谣言称涨价，实际上价格下降了", "。"),
        ("据介绍，展馆共接待观众", "，展期延长。"),
        ("发现疑似违规图斑", "。"),
    ],
)
def test_what_the_article_states(before: str, behind: str) -> None:
    assert reported_claim(before, behind) == ""
