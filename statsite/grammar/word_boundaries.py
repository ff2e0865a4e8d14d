"""Words that a qualifier of one or two characters, or a number, is only a part of, by the
dictionary of jieba: 北约32个 is no 约32个, 8条内河 no 8条内, and 三轮车 no 三轮.

Chinese writes no spaces between words. The dictionary divides a stretch of text into the words
that are likeliest together: 店铺|租约|5|年, but 出租|约|300|套.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate

#: How much of the text before and behind is looked at.
_REACH = 10

#: What joins things before a qualifier, as in 和约30家, of which dictionaries make a word.
_BEFORE_QUALIFIERS = frozenset("和与及同跟或")
#: What is rather a size and its qualifier than a word before a number: 身高超2米, 降负约2000万元.
_NO_WORDS_HERE = frozenset({"高超", "负约"})
#: What is rather a measure and a verb than a short name of something: 11户办民宿.
_SHORTENED = frozenset({"户办"})
#: Units of time, behind which 内 is within them: 2小时内应答.
_TIMES = tuple("日天时钟月周年秒")


def began_before(plain: str, at: int) -> bool:
    """Whether the character at ``at`` is in a word that begins before it."""
    if at == 0 or not _is_han(plain[at - 1]):
        return False
    offset = max(0, at - _REACH)
    word, start = _word_across(plain[offset : at + _REACH], at - offset)
    first = word[: at - offset - start]
    is_rare = first in _BEFORE_QUALIFIERS or word in _NO_WORDS_HERE
    return bool(word) and not is_rare and not _is_word(first)


def is_of_two_words(plain: str, start: int, end: int) -> bool:
    """Whether what is from ``start`` to ``end`` is the end of one word and the beginning of
    another, or a part of one, as 全部 in 安全部门.
    """
    offset = max(0, start - _REACH)
    text = plain[offset : end + _REACH]
    return any(_word_across(text, at - offset)[0] for at in (start, end))


def begins_a_word(plain: str, start: int, end: int) -> bool:
    """Whether what is from ``start`` to ``end`` is the beginning of a word, or ends within one that
    begins in it.
    """
    if end >= len(plain) or not _is_han(plain[end]):
        return False
    offset = max(0, start - _REACH)
    word, begins = _word_across(plain[offset : end + _REACH], end - offset)
    is_within = plain.startswith("内", start) and plain.endswith(_TIMES, offset, start)
    is_of_two = is_within or word in _SHORTENED
    return bool(word) and begins + offset >= start and not is_of_two


def word_around(plain: str, start: int, end: int) -> tuple[int, int]:
    """Where the word begins and ends that holds what is from ``start`` to ``end``, and more, as
    三轮车 holds 三轮; ``start`` and ``end`` where none does.
    """
    offset = max(0, start - _REACH)
    first = offset
    for word in _words(plain[offset : end + _REACH]):
        last = first + len(word)
        if first <= start and end <= last and last - first > end - start:
            return first, last
        first = last
    return start, end


def class_before(before: str, figure: str) -> tuple[str, str]:
    """The word that ends where the ``figure`` begins, and its class in the dictionary; empty where
    none does.
    """
    text = before[-_REACH:]
    return next((one for last, one in _classes(text + figure) if last == len(text)), ("", ""))


def class_at(plain: str, at: int) -> tuple[str, str]:
    """The word that begins at ``at``, and its class; empty where none does."""
    offset = max(0, at - _REACH)
    words = _classes(plain[offset : at + _REACH])
    return next((one for last, one in words if last - len(one[0]) == at - offset), ("", ""))


def words_with_classes(text: str) -> tuple[tuple[str, str], ...]:
    """The words of a text, each with its class."""
    return tuple([one for _, one in _classes(text)])


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"


def _is_word(text: str) -> bool:
    """Whether a text of several characters is a word: 全长 of 全长约, which is none itself."""
    return len(text) > 1 and len(_words(text)) == 1


def _word_across(text: str, at: int) -> tuple[str, int]:
    """The word of ``text`` that has characters on both sides of ``at``, and where it begins; an
    empty one where a word ends there.
    """
    start = 0
    for word in _words(text):
        if start < at < start + len(word):
            return word, start
        start += len(word)
    return "", at


def _words(text: str) -> tuple[str, ...]:
    return tuple([word for _, (word, _) in _classes(text)])


@lru_cache(maxsize=4096)
def _classes(text: str) -> tuple[tuple[int, tuple[str, str]], ...]:
    """The words of a text, each with its class and where it ends."""
    import rjieba  # noqa: PLC0415 - its dictionary takes a tenth of a second to load, and a build seldom needs it

    tagged = rjieba.tag(text, hmm=False)
    ends = accumulate(len(word) for word, _ in tagged)
    return tuple(zip(ends, tagged, strict=True))
