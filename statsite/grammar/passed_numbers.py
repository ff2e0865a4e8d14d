"""过 and 破 before a number: it is passed (人数过300人, 总里程破300公里), or a verb tells what was
done so often (效力过4家俱乐部, 打破3项纪录).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.grammar.figure_shape import FigureShape
from statsite.grammar.patterns import starts_before

#: The last characters of verbs whose 过 tells that something was done.
_DONE = (
    "力演打办问驶游跳走到去来做写拍获得拿当任加历访助救教带唱与表待看听读学吃喝住见发接提给买"
    "卖种养修建搬换设参派吸签寄送飞爬穿骑跑滑攀夺赢输交处罚判查审捐献运导编译著开抓渡讲"
    "谈试练考造改租借还赔踢投射传抢守杀撞挨受伤病治医护照顾领取存花赚挣丢失找遇碰经尝绣画雕刻"
    "印出承执操掌管驻踏涉迁移探勘测绘驾乘坐站睡等停留居收招聘雇辞离结订组举培训用作干跟随陪"
    "伴捧赏赠奖颁评选拔推荐记录报道采播放映展览陈售购销"
)
#: Nouns of amounts that end in such a character, each of two characters.
_AMOUNTS = "营收|税收|创收|费用|播放|销售|采购"
#: Verbs that end in 上, 下 or 进, each of two characters.
_DONE_UP = (
    "登上|考上|坐上|穿上|当上|踏上|爬上|选上|评上|拿下|写下|留下|签下|立下|买下|走进|住进|闯进"
)
_PASSED = re.compile(
    rf"(?:(?<![经通透路渡难错度{_DONE}])(?<!{_DONE_UP})|(?<={_AMOUNTS}))过$|(?:一度|[难刚已])过$"
)
_BROKEN = re.compile(r"(?<![侦打攻爆识告查连冲突])破$")
#: What is broken, and not passed: 破2项纪录, 破3起案件.
_BREAKABLE = frozenset({"项", "起", "案", "宗", "次", "门", "例", "局", "个", "件"})


def passed_before(before: str, shape: FigureShape) -> Iterator[int]:
    """Where in ``before`` the 过 or 破 is that says the number behind it is passed."""
    if not shape.begins_with_number:
        return
    patterns = (_PASSED,) if shape.measure in _BREAKABLE else (_PASSED, _BROKEN)
    yield from starts_before(patterns, before)
