"""Characters that nobody sees, or that no text may hold, by what is wrong with each: for the
brackets of a pattern.
"""

from __future__ import annotations

from typing import Final

#: Control characters, but tab and line feed.
CONTROLS: Final = "\x00-\x08\x0b-\x1f\x7f-\x9f"
#: What changes the direction of writing.
BIDI: Final = "\u061c\u202a-\u202e\u2066-\u2069"
#: Halves of surrogate pairs.
SURROGATES: Final = "\ud800-\udfff"
#: Line ends that editors show as nothing.
LINE_SEPARATORS: Final = "\u2028\u2029"
#: Tags, and the marks of annotations between lines.
TAGS: Final = "\ufff9-\ufffb\U000e0000-\U000e007f"
#: Codes that Unicode gives to no character, for ever.
NONCHARACTERS: Final = "\ufdd0-\ufdef\ufffe\uffff" + "".join(
    chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(1, 17)
)
#: What every font draws otherwise.
PRIVATE_USE: Final = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
#: Selectors of how the character before them is drawn, and codes kept for more of them.
SELECTORS: Final = "\ufe00-\ufe0f\U000e0080-\U000e0fff"
#: Signs that other writing systems set around numbers and syllables, without a width of their own.
FORMAT_SIGNS: Final = (
    "\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3"
)

#: Letters and signs that are drawn as nothing: fillers, the blank of Braille, joiners.
DRAWN_AS_NOTHING: Final = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\U0001d159"
#: These, and what only directs how others are drawn.
INVISIBLE: Final = (
    f"\u00ad\u180b-\u180f\u200b-\u200f\u2060-\u206f{DRAWN_AS_NOTHING}\ufeff\U0001d173-\U0001d17a"
)
