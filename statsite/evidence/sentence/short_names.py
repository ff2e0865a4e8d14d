"""What an indicator is called by, where its article says it in full or in short: 福彩 for 福利彩票,
甲肝 for 甲型肝炎, 外来务工人员 for 外来工.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from statsite.grammar.word_boundaries import words_with_classes

_HAN = "[一-鿿]"
_IN_SHORT = 2
#: What is short for nothing: 中小学校 are not 中学 alone.
_IN_FULL = frozenset({"中学", "小学", "大学"})
#: How the words of a name in full are divided: one word, or two of two characters.
_DIVIDED = frozenset({(4,), (2, 2)})


def in_words_of(text: str, title: str) -> str:
    """The ``title`` with a name that the ``text`` has in full or in short as the text has it."""
    return _as_in_short(text, _in_full(text, title))


def _in_full(text: str, title: str) -> str:
    """A title that begins with a name in short, with that name as the text has it in full."""
    short = title[:_IN_SHORT]
    if len(short) < _IN_SHORT or short in _IN_FULL or short in text:
        return title
    first, last = map(re.escape, short)
    found = re.search(f"{first}{_HAN}(?:{last}{_HAN}|{_HAN}{last})", text)
    if found is None or not _is_a_name(text, found):
        return title
    return found[0] + title[_IN_SHORT:]


def _is_a_name(text: str, found: re.Match[str]) -> bool:
    """Whether four characters of a text are a word of it or two."""
    end, words = 0, []
    for word, _ in words_with_classes(text):
        if found.start() <= end < found.end():
            words.append(word)
        end += len(word)
    return "".join(words) == found[0] and tuple(map(len, words)) in _DIVIDED


def _as_in_short(text: str, title: str) -> str:
    """A title with what is in full there as the text has it in one word: 外来工, 福彩, 中职."""
    said = {word for word, _ in words_with_classes(text)}
    words = [word for word, _ in words_with_classes(title)]
    for first, second in itertools.pairwise([*words, ""]):
        name, short = next((one for one in _shortened(first, second) if one[1] in said), ("", ""))
        if name and name not in text:
            return title.replace(name, short)
    return title


def _shortened(first: str, second: str) -> Iterator[tuple[str, str]]:
    """The names that a word or two of a title make, each with what may be short for it."""
    if len(first) == 2 * _IN_SHORT:
        yield first, first[0] + first[_IN_SHORT]
    if len(first) == _IN_SHORT <= len(second):
        yield first + second, first[0] + second[0]
        yield from ((first + second, first + one) for one in second)
