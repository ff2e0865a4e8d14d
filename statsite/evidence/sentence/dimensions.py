"""Which side of a thing, or which limit, a length is of: 长80米、宽12米; 埋深300米; 限高4.5米."""

from __future__ import annotations

import re

from statsite.grammar.patterns import any_of
from statsite.grammar.word_boundaries import began_before

#: What has several lengths is called by one of these characters.
_SIDES = ("长", "宽", "高", "深", "厚", "径", "跨", "拔", "距", "差")
_NAMES = (
    *_SIDES, "全长", "总长", "周长", "水深", "埋深", "深度", "直径", "半径", "口径", "主跨", "海拔",
    "落差", "间距", "净高", "净宽", "树高", "胸径", "限高", "限宽", "限长", "限深",
)  # fmt: skip
_SAID = re.compile(f"(?P<side>{any_of(_NAMES)})(?:度|约|近|达到?|为|超过?|仅|只有?|有|是|:)*$")
_LENGTH = re.compile("(?:米|里|尺|寸|丈|海里|英尺)[余多]?$")
_OF_TITLE = re.compile(f"(?<![增延成提升新最校])(?:{'|'.join(_SIDES)})(?![期效者铁校速铁等考新标])")


def other_dimension(before: str, figure: str, title: str) -> str:
    """The word right before a length for one side of a thing or for a limit, where the ``title`` of
    its indicator is of another side, or of none that is limited; or nothing.
    """
    found, named = _SAID.search(before), set(_OF_TITLE.findall(title))
    if found is None or not named or not _LENGTH.search(figure):
        return ""
    side = found["side"]
    if began_before(before, found.start("side")):
        return ""
    is_limit = side.startswith("限") and "限" not in title
    is_named = side[0] in named or side[-1] in named
    return found[0] if is_limit or not is_named else ""
