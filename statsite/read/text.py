"""Bytes of a content file to checked text: UTF-8 only, line ends and byte-order mark evened out, no
hidden characters.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from itertools import accumulate

from statsite.characters import (
    BIDI,
    CONTROLS,
    DRAWN_AS_NOTHING,
    INVISIBLE,
    LINE_SEPARATORS,
    NONCHARACTERS,
    PRIVATE_USE,
    SURROGATES,
    TAGS,
)
from statsite.problems import Location, Problem, Severity, line_and_column

#: How much of a text a message shows.
SHOWN = 60

_CHINESE_SHARE = 0.6
_NUL_SHARE = 0.2

_REFUSED = (
    ("a control character", re.compile(f"[{CONTROLS}]")),
    ("a character that changes the direction of writing", re.compile(f"[{BIDI}]")),
    ("half of a surrogate pair", re.compile(f"[{SURROGATES}]")),
    ("a line separator that editors show as nothing", re.compile(f"[{LINE_SEPARATORS}]")),
    (
        "an invisible tag or annotation character",
        re.compile(f"[{TAGS}]"),
    ),
    ("a code that is not a character", re.compile(f"[{NONCHARACTERS}]")),
    (
        "a private-use character, which every reader would see differently",
        re.compile(f"[{PRIVATE_USE}]"),
    ),
)
_ANY_REFUSED = re.compile("[" + "".join(pattern.pattern[1:-1] for _, pattern in _REFUSED) + "]")
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_UNPRINTABLE = re.compile(f"{_ANY_REFUSED.pattern}|{_INVISIBLE.pattern}|[\t\n]")

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def decode_text(raw: bytes, path: str) -> str | Problem:
    """The text of a file whose bytes are ``raw``, without byte-order mark and with LF line ends; or
    why it is not UTF-8.
    """
    encoding = _other_encoding(raw)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        guess = encoding or _legacy_encoding(raw)
        return _not_utf8(guess, _place_of_byte(raw, error.start, path))
    if encoding:
        return _not_utf8(encoding, Location(path))
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def character_problems(text: str, path: str) -> Iterator[Problem]:
    """What ``text`` holds and no content may hold, each character once at its first place."""
    # Python prints nothing of it, and finds faster that it can print all of a text.
    is_printable = text.replace("\n", "").isprintable()
    refused = {} if is_printable else _first_places(_ANY_REFUSED, text)
    for character, at in refused.items():
        yield refused_character(character, place_in(text, at, path))
    for character, at in _first_places(_INVISIBLE, text).items():
        if character not in refused:
            yield _invisible_character(character, place_in(text, at, path))


def _first_places(pattern: re.Pattern[str], text: str) -> dict[str, int]:
    """What of ``text`` fits ``pattern``, each with its first place."""
    places = dict[str, int]()
    for found in pattern.finditer(text):
        places.setdefault(found[0], found.start())
    return places


def first_refused(text: str) -> str | None:
    """The first character of ``text`` that no content may hold, a tab included, or None."""
    found = _ANY_REFUSED.search(text)
    return found[0] if found else "\t" if "\t" in text else None


def refused_character(character: str, location: Location) -> Problem:
    """The problem of ``character`` standing at ``location``."""
    message = f"{code_point(character)} is {_name_of_refused(character)}"
    hint = "delete it; it may have come in by copying"
    return Problem("character-refused", message, location, hint)


def _name_of_refused(character: str) -> str:
    if character == "\t":
        return "a tab"
    return next(name for name, pattern in _REFUSED if pattern.search(character))


def is_blank(text: str) -> bool:
    """Whether no character of ``text`` shows by itself: spaces, marks that sit on other characters,
    and whatever is drawn as nothing.
    """
    return all(unicodedata.category(c)[0] in "ZCM" or c in DRAWN_AS_NOTHING for c in text)


def place_in(text: str, offset: int, path: str) -> Location:
    """The line and column of ``offset`` in ``text``, both from 1."""
    return Location(path, *line_and_column(text, offset))


def code_point(character: str) -> str:
    """``character`` as U+ and its number."""
    return f"U+{ord(character):04X}"


def shown(text: str) -> str:
    """``text`` as a message shows it: on one line, in backquotes, not too long, nothing hidden."""
    pieces = [_seen(character) for character in text[:SHOWN]]
    ends = accumulate(map(len, pieces))
    kept = [piece for piece, end in zip(pieces, ends, strict=True) if end <= SHOWN]
    return f"`{''.join(kept)}{'…' if len(text) > len(kept) else ''}`"


def _seen(character: str) -> str:
    return f"<{code_point(character)}>" if _UNPRINTABLE.match(character) else character


def _invisible_character(character: str, location: Location) -> Problem:
    message = f"{code_point(character)} is a character that nobody can see"
    return Problem(
        "character-invisible",
        message,
        location,
        hint="delete it unless it is meant",
        severity=Severity.WARNING,
    )


def _not_utf8(encoding: str | None, location: Location) -> Problem:
    guess = f"; it looks like {encoding}" if encoding else ""
    return Problem(
        "encoding-refused", f"the file is not UTF-8{guess}", location, hint="save it again as UTF-8"
    )


def _place_of_byte(raw: bytes, offset: int, path: str) -> Location:
    before = raw[:offset].decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
    return place_in(before, len(before), path)


def _other_encoding(raw: bytes) -> str | None:
    marked = next((name for mark, name in _MARKS if raw.startswith(mark)), None)
    return marked or ("UTF-16" if _has_many_nulls(raw) else None)


def _has_many_nulls(raw: bytes) -> bool:
    return len(raw) > 1 and raw.count(0) > _NUL_SHARE * len(raw)


def _legacy_encoding(raw: bytes) -> str | None:
    for encoding, name in (("gb18030", "GBK or GB 18030"), ("big5", "Big5")):
        try:
            letters = [c for c in raw.decode(encoding) if not c.isascii()]
        except UnicodeDecodeError:
            continue
        if sum(
            "\u4e00" <= c <= "\u9fff" or "\u3000" <= c <= "\u303f" or "\uff00" <= c <= "\uffef"
            for c in letters
        ) > _CHINESE_SHARE * len(letters):
            return name
    return None
