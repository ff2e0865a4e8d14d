"""What is said of a figure, and holds of none or not of all."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.denied_figures import denied_figure


@pytest.mark.parametrize(
    ("before", "behind", "title"),
    [
        ("", "尾款至今没着落。", "收到尾款"),
        ("答应给的", "电脑一台也没送来。", "送来电脑台数"),
        ("", "嫌疑人无一落网。", "落网嫌疑人数"),
        ("并非所有", "站点都通了电梯。", "通电梯站点数"),
        ("订购的", "设备，一台都没到。", "设备台数"),
        ("", "货款迟迟未付。", "货款"),
        ("法院判决公司赔偿", "，公司尚未支付。", "已付赔偿"),
        ("", "申请石沉大海。", "获批申请数"),
        ("投出的", "简历没有下文。", "简历份数"),
        ("兰考今年撤了", "村卫生室。”这句话传了上千遍。县里的回答很短:一个没撤。", "撤销村卫生室"),
    ],
)
def test_words_that_say_so(before: str, behind: str, title: str) -> None:
    assert denied_figure(before, behind, title)


@pytest.mark.parametrize(
    ("before", "behind", "title"),
    [
        ("", "队员无一掉队。", "队员人数"),
        ("已有队伍", "报名，尚未截止。", "队伍数"),
        ("", "村民至今未返乡。", "未返乡村民"),
        ("全县公路", "，没有一寸高速。", "公路里程"),
        ("", "展品一直展出。", "展品件数"),
        ("", "学生的午餐至今不断。", "学生人数"),
    ],
)
def test_words_that_do_not_or_a_title_that_does_too(before: str, behind: str, title: str) -> None:
    assert denied_figure(before, behind, title) == ""
