"""Words that say on which side of a figure something lies, whatever they are about: 2000米以浅,
12万元起售, 30人方可, 少说也要等上18个月.
"""

from __future__ import annotations

from collections.abc import Iterator

from statsite.grammar.figure_shape import FigureShape
from statsite.grammar.patterns import compiled, ends_behind, starts_before

#: What 以 begins that says no side: words of purpose or means, and those that the grammar reads.
_NO_SIDE = (
    "来及此其便免为供用作示求防期利应资保抗备致至往求待赴确加使让助推支降提增减扩补满适鼓飨儆"
)
_ENDS = r"(?=$|[，。;!?、:)”’的范处])"
_TRADES = "[售拍租卖批送跳价赔付投订购存借征收充招报提兑打定]"
_BEHIND = compiled(
    rf"以(?![{_NO_SIDE}])[一-鿿]{_ENDS}",
    rf"起(?:{_TRADES})(?=$|[，。;!?、:)”’的])",
    r"(?:以后|后|时)?(?:方可|方能|始可|方准|方得|方才|才准|才允许|才予|才可(?!能))",
)
_NO_NUMERAL = "[^，。;!?:0-9一二三四五六七八九十百千万亿]"
_BEFORE = compiled(
    rf"(?:少说|多说|往[少多高低大小长短](?:里|了)?[说算]|起码|顶多|至少|最多|最少|充其量|再怎么)[也都就]?{_NO_NUMERAL}{{0,8}}$",
    r"(?:凑|攒|集|存|积|备)[够足齐满]了?$",
    r"(?:动辄|动不动)[^，。;!?:0-9]{0,4}$",
)


def side_before(before: str, shape: FigureShape) -> Iterator[int]:
    """Where in ``before`` words begin that put a number on one side of what is meant."""
    if shape.begins_with_number:
        yield from starts_before(_BEFORE, before)


def side_behind(plain: str, end: int, shape: FigureShape) -> Iterator[int]:
    """Where such words behind a figure end."""
    if not shape.is_qualified_behind:
        yield from ends_behind(_BEHIND, plain, end)
