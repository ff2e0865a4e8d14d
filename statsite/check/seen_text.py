"""Text as a reader sees it: without marks of emphasis, hidden characters and codes of characters,
with the place of each character kept.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec import Struct

from statsite.characters import INVISIBLE, SELECTORS
from statsite.grammar.lexicon import HAN_NUMERALS

#: Marks of emphasis and code, a backslash before a sign, and what is drawn as nothing.
_UNSEEN = rf"[*_`]|\\(?=[!-/:-@\[-`{{-~])|[{INVISIBLE}{SELECTORS}]"
_CODE = "&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
#: Radicals, enclosed and old forms of Chinese characters, among which numerals are.
_FORM = "[\u2e80-\u2fdf\u3038-\u303a\u3192-\u319f\u3200-\u33ff\uf900-\ufaff萬億兩弌弍弎亖㐅卌皕]"
#: Pictures of numbers, and the number sign of Braille with what it makes digits of.
_PICTURES = {"🔟": "10", "💯": "100"} | {chr(0x2680 + at): str(at + 1) for at in range(6)}
_BRAILLE_DIGITS = str.maketrans("⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚", "1234567890")
_PICTURE = f"[{''.join(_PICTURES)}]|⠼[⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚]+"
_TOKEN = re.compile(
    f"(?P<unseen>{_UNSEEN})|(?P<code>{_CODE})|(?P<form>{_FORM})|(?P<picture>{_PICTURE})"
)

_NUMERALS = f"{HAN_NUMERALS}廿卅"
_FOLDED = {"萬": "万", "億": "亿", "兩": "两", "弌": "一", "弍": "二", "弎": "三", "亖": "四"}
_FOLDED |= {"㐅": "五", "卌": "卅", "皕": "二百"}
#: Space between Chinese numerals, or behind one, which parts it neither from the next nor from what
#: it counts.
_GAP = re.compile(
    rf"(?<=[{_NUMERALS}])(?:\s{{1,2}}(?=[{_NUMERALS}])|[ \u3000]{{1,2}}(?=[\u4e00-\u9fff]))"
)


class SeenText(Struct, frozen=True):
    """What is seen of a text, and where in the text each of its characters begins and ends."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the text of what is seen from ``start`` to ``end``."""
        return self.starts[start], self.ends[end - 1]

    def part(self, start: int, end: int) -> SeenText:
        """What is seen from ``start`` to ``end``."""
        return SeenText(self.text[start:end], self.starts[start:end], self.ends[start:end])


def seen_text(text: str) -> SeenText:
    """What a reader sees of ``text``, Chinese numerals in their plain form."""
    return _joined(_pieces(text))


def _pieces(text: str) -> Iterator[SeenText]:
    """What is seen of each token, and of the text between them."""
    done = 0
    for found in _TOKEN.finditer(text):
        yield _as_it_is(text, done, found.start())
        yield _in_place_of(found)
        done = found.end()
    yield _as_it_is(text, done, len(text))


def _in_place_of(token: re.Match[str]) -> SeenText:
    """What is seen of a token, each character in the place of all of it."""
    shown = _shown(token)
    return SeenText(shown, [token.start()] * len(shown), [token.end()] * len(shown))


def _as_it_is(text: str, start: int, end: int) -> SeenText:
    """A part of a text that is seen as it is written."""
    return SeenText(text[start:end], range(start, end), range(start + 1, end + 1))


def _joined(pieces: Iterable[SeenText]) -> SeenText:
    """One piece behind the other."""
    listed = tuple(pieces)
    starts = chain.from_iterable(piece.starts for piece in listed)
    ends = chain.from_iterable(piece.ends for piece in listed)
    return SeenText("".join(piece.text for piece in listed), [*starts], [*ends])


def without_gaps(seen: SeenText) -> SeenText:
    """The same without the gaps that part no Chinese number."""
    return _joined(_between_gaps(seen))


def _between_gaps(seen: SeenText) -> Iterator[SeenText]:
    done = 0
    for gap in _GAP.finditer(seen.text):
        yield seen.part(done, gap.start())
        done = gap.end()
    yield seen.part(done, len(seen.text))


def _shown(found: re.Match[str]) -> str:
    """What is seen of a token: nothing, the character of a code, a numeral in its plain form, or
    the digits of a picture.
    """
    match found.lastgroup:
        case "unseen":
            return ""
        case "picture":
            return _digits_of_picture(found[0])
        case "code":
            return "".join(map(_plain, html.unescape(found[0])))
        case _:
            return _plain(found[0])


def _digits_of_picture(picture: str) -> str:
    return _PICTURES.get(picture) or picture[1:].translate(_BRAILLE_DIGITS)


def _plain(character: str) -> str:
    """A circled or bracketed Chinese numeral, or one of an old form, as the numeral it is; the sign
    of a day, month or hour as its digits and word.
    """
    if character in _FOLDED:
        return _FOLDED[character]
    folded = unicodedata.normalize("NFKC", character)
    if character.isascii() or folded == character:
        return character
    if unicodedata.category(character) == "So" and folded[0].isdigit():
        return folded
    return _numerals_in(folded) or character


def _numerals_in(folded: str) -> str:
    return "".join(one for one in folded if one in _NUMERALS + "卄").replace("卄", "廿")
