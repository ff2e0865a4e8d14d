"""过 and 破 before a number: it is passed (人数过300人, 总里程破300公里), or a verb tells what was
done so often (效力过4家俱乐部, 打破3项纪录).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.grammar.figure_shape import FigureShape
from statsite.grammar.parts_of_words import AMOUNTS, DONE, DONE_UP
from statsite.grammar.patterns import starts_before

_PASSED = re.compile(
    rf"(?:(?<![经通透路渡难错度{DONE}])(?<!{DONE_UP})|(?<={AMOUNTS}))过$|(?:一度|[难刚已])过$"
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
