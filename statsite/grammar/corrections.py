"""Corrections beside a figure: what an article puts in its place (35人, 实为53人), or words that
make nothing of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from statsite.grammar.figure_shape import FigureShape
from statsite.grammar.lexicon import NUMBER
from statsite.grammar.patterns import any_of, compiled, ends_behind, starts_before

_BETWEEN = "[^。;!?0-9]"
_CORRECTED = (
    "改为", "改成", "改作", "更正为", "订正为", "修正为", "修改为", "修改成", "纠正为", "勘误为",
    "应为", "应是", "应作", "当为", "当作", "实为", "实是", "实则为", "实际为", "实际是",
    "实际只有", "实际仅", "其实是", "其实只有", "真实数字为", "真实数字是", "真相是", "核实为",
    "核实后为", "核实是", "核查为", "核查后为", "核减为", "核减至", "核减到", "核定为", "查实为",
    "查明为", "确认为", "最终认定", "最终认定为", "最终确认", "最终确认为", "最终核定",
    "最终核定为", "重新认定为", "写成", "误写成", "误作", "错写成", "误植为",
)  # fmt: skip
# 由500人改为350人 tells two times, and both figures are so.
_CHANGED_FROM = re.compile(
    r"(?:[由从]|自(?![动助家己然行选制费学营建备主办筹带购驾来]))[^，。;!?]{0,12}$"
)
_LONGEST_BEFORE = 16
_NO_DIGITS = re.compile("[^0-9.]+")
_LAUGHS = (
    "夸张", "吹牛", "胡扯", "胡说", "瞎说", "瞎编", "扯淡", "忽悠", "骗人", "骗局", "笑话", "做梦",
    "天方夜谭", "痴人说梦", "无稽之谈", "白日梦", "空想", "幻想", "浮夸", "谎话", "假话", "牛皮",
)  # fmt: skip
_BEHIND = compiled(
    rf"[”’]?[?!，]{{0,2}}(?:那|这|完全|简直|纯粹|未免|也|都|就)*(?:是|太|真|纯属|在|有点)*(?:{any_of(_LAUGHS)})",
    # slips of the tongue: 6万只，哦，说错了
    (
        r"[^，。;!?:—0-9]{0,4}[”’]?(?:[，。—-]{1,3}(?:[哦噢啊呃嗯哎呀唔额哟喔]+[，。—-]{1,3})?(?:我|他|她|这)?)"
        r"(?:(?:[说讲记念报写看数]错|口误|不对|不是|错)了?)(?=[，。—:-])"
    ),
    r"(?:有误|系[^，。;!?]{0,8}(?:错误|失误|笔误|误[植写记传统]))",
    # misprints that are told: 3000头，多排了一个零
    r"，?[^，。;!?0-9]{0,4}[多少漏错][排印写打录算登敲]了?[一两几]个?(?:零|数字?|位|小数点)",
    r"，?[^，。;!?0-9]{0,2}小数点[^，。;!?0-9]{0,2}[早晚错]|[^，。;!?0-9]{0,2}掺了?水分?"
    r"|，?[^，。;!?0-9]{0,6}(?:印|写|排|打)颠倒",
    r"的?[^，。;!?0-9]{0,4}查无此[款人事项笔案]",
    r"[^，。;!?0-9]{0,4}其实(?:并?不存在|没有|并无|子虚)",
    r"(?:的?[^，。;!?0-9]{0,2}(?:目标|梦想|愿望|大关))?(?:梦碎|梦断|与现实无缘|破灭|化为乌有|成了?泡影)",
)
_BEFORE = compiled(
    r"谁说[^，。;!?]{0,4}$",
    r"(?:填报|填写|填表)?(?:示例|样例|例题):[^，。;!?0-9]{0,12}$",
    r"(?:传闻|传说|谣传|传言)中的?[^，。;!?0-9]{0,4}$",
)


def correction_before(before: str) -> Iterator[int]:
    """Where in ``before`` words begin that call the figure behind them into question."""
    return starts_before(_BEFORE, before)


def correction_behind(plain: str, start: int, end: int, shape: FigureShape) -> Iterator[int]:
    """Where the figure ends that an article puts in the place of the one from ``start`` to
    ``end``, or the words that make nothing of it.
    """
    yield from ends_behind(_BEHIND, plain, end)
    if digits := _NO_DIGITS.sub("", plain[start:end]):
        yield from ends_behind([_misprint(digits)], plain, end)
    corrected = _corrected(shape.measure).match(plain, end)
    if corrected and not _CHANGED_FROM.search(plain[max(0, start - _LONGEST_BEFORE) : start]):
        yield corrected.end()


@lru_cache(maxsize=512)
def _misprint(digits: str) -> re.Pattern[str]:
    """What says later in the sentence that these ``digits`` stand for others: “200”系“20”之误."""
    said = "系|是|为|乃|应为|应是|当为|应作|实为|当作"
    return re.compile(rf"[^。;!?]{{0,30}}[“‘「]{re.escape(digits)}[”’」](?:{said})[“‘「]?{NUMBER}")


@lru_cache(maxsize=512)
def _corrected(measure: str) -> re.Pattern[str]:
    """A figure in the same unit, behind a word that puts it in the place of the one before."""
    said = rf"{_BETWEEN}{{0,16}}(?:{any_of(_CORRECTED)})了?"
    figure = rf"(?:约|近|超过?)?{NUMBER}[百千万亿]*{re.escape(measure)}"
    put_right = r"[^。;!?0-9]{0,14}(?:纠正|更正|改口|订正|勘误)(?:说|道|称)?[:，]“?(?:应?该?是)?"
    return re.compile(rf"(?:{said}|{put_right}|→)[“‘]?{figure}")
