"""Work that is not finished never goes out: what an editor or a draft left to be filled in is an
error wherever it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache, partial

from statsite.check.seen_text import seen_text
from statsite.model import Site
from statsite.passed_checks import PassedChecks
from statsite.problems import Location, Problem
from statsite.read.text import place_in, shown
from statsite.site_folder import is_prose

_WRITE = "write what belongs here"

#: An id that a draft numbers, wherever it is: as a key, in a reference, in a title or sentence. In
#: an address or the name of a file (/figure-01, report#figure-01, ?id=figure-01, figure-01.png) it
#: is somebody else's.
_DRAFT_ID = re.compile(
    r"(?<![a-zA-Z0-9_.@/=-])(?<!\S#)(?:[a-z0-9-]+\.)?"
    r"(?i:figure|indicator|dataset|source|chart|untitled|draft)-[0-9]+"
    r"(?![a-zA-Z0-9_/-]|\.[a-zA-Z0-9])"
)

#: A mark of letters that Chinese is written around without a space.
_BESIDE_CHINESE = re.compile(
    r"(?<![a-zA-Z0-9_-])(?:TODO|ToDo|todo|FIXME|TB[ACD]|[xX]{3,})(?=[\u3400-\u9fff])"
    r"|(?<=[\u3400-\u9fff])(?:TODO|ToDo|todo|FIXME|TB[ACD]|[xX]{3,})(?![a-zA-Z0-9_-])"
)

#: What says wherever it is that something is still to be written.
_ANYWHERE = (
    (
        re.compile(
            r"(?<![\w-])(?:T[ .*_-]{0,3}O[ .*_-]{0,3}D[ .*_-]{0,3}O|ToDo|XXX|TK"
            r"|(?i:FIXME|TB[ACD]|TKTK|WIP)|(?:(?i:to-?do)|To do)(?=[:：])"
            r"|todo(?! (?:lists?|items?)\b)|(?i:fix me)(?= later|[:：.]))"
            r"(?![\w-])"
        ),
        _WRITE,
    ),
    (re.compile(r"(?i:\blorem ipsum\b|\bdummy (?:text|title|words?)\b)"), _WRITE),
    (re.compile(r"敬[ \u3000]?请[ \u3000]?期[ \u3000]?待|敬請期待|(?<=\S )_{3,}"), _WRITE),
    (re.compile(r"[?？]{3,}"), _WRITE),
    (_BESIDE_CHINESE, _WRITE),
    (_DRAFT_ID, "give it an id that may stay"),
)

#: What is still to be done, in Chinese.
_STILL = (
    "待补", "待补充", "待补写", "待補", "待補充", "待完善", "待定", "待填", "待填写", "待译",
    "待翻译", "待翻譯", "待写", "待核", "待核对", "待核实", "待核實", "待确认", "待確認", "待定稿",
    "待更新",
    "尚未完成", "未完待续",
)  # fmt: skip


def _spaced(word: str) -> str:
    """A pattern of a Chinese word, whose characters may be set apart."""
    return r"[ \u3000]?".join(word)


#: What says that something is missing, also as a sentence.
_MISSING = (
    r"to be (?:added|completed|confirmed|decided|determined|done|filled in|translated|written)"
    r"|work in progress|(?:(?:more|details|text) (?:is |are )?)?coming soon"
    r"|(?:(?:more|details|text) )?to come|n/a"
    "|(?:(?:此处|这里|本[页节段文]|内容|文字|数据|译文|标题|正文|详情)(?:尚|仍|还|有)?)?"
    f"(?:{'|'.join(map(_spaced, _STILL))})"
    "|需要?(?:补充|完善|填写|核对|翻译)|暂无(?:翻译|译文|标题)|未翻译"
)
_WORDS = (
    f"{_MISSING}|placeholder(?: (?:text|title|words?))?|untitled|fill (?:this )?in"
    r"|(?:insert|add|enter|write) [\w ]{1,30} here"
    "|(?:your|some) (?:text|title|words?)(?: here)?|text here|占位(?:符|文字)?"
    r"|此处(?:待?填写|插入|补充|待补)[\w]{0,10}|请(?:填写|输入|补充)[\w]{0,10}"
    r"|\.{3}|…+|-+|—+|_{2,}|\*{3,}|x{3,}|\?+|？+"
)
#: What says so where it is the whole of a value or line, or is alone in brackets.
_WHOLE = re.compile(rf"(?i:to[ -]?do(?:[:：].*)?|{_WORDS}|(?:{_MISSING})[.。!！:：])")
_BRACKETED = re.compile(
    r"(?i)[\[【<《{（(](?:(?-i:Todo)|to[ -]do|"
    rf"{_WORDS.rsplit('|' + chr(92) + '.{3}', 1)[0]})[\]】>》}}）)](?!\()"
)
#: A value of a line, as YAML writes it or as a paragraph is; a value inside braces.
_VALUES = (
    re.compile(r"^[ \t]*(?:- )?(?:[\w-]+:[ \t]+)?(?P<value>\S.*)$", re.MULTILINE),
    re.compile(r"[{,][ \t]*[\w-]+:[ \t]*(?P<value>[^\s,{}\[\]][^,{}\[\]\n]*)(?=[,}])"),
)
_QUOTES = "\"'"

#: Letters of another size than they are drawn in, as plain ones.
_SMALL_CAPITALS = dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "ABCDEFGHIJKLMNOPRSTUVWYZ", strict=True))
#: Letters of Cyrillic and Greek as the Latin ones that they look like, in a word that has Latin
#: ones too.
_LOOK_LATIN = str.maketrans("АВСЕНІЈКМОРЅТХΑΒΕΗΙΚΜΝΟΡΤΧ", "ABCEHIJKMOPSTXABEHIKMNOPTX")
_MIXED_WORD = re.compile(r"\b(?=\w*[A-Za-z])(?=\w*[\u0370-\u04ff])\w{1,40}\b")

#: A line in which a reader may see something else than is written: with a mark of emphasis, a code,
#: or a character that is neither plain nor Chinese. Nothing that is looked for goes over lines.
_UNLIKE = re.compile(r"^.*(?:[*_`\\&]|[^\x00-\x7f\u4e00-\u9fff]).*$", re.MULTILINE)

#: The rules of Markdown, which draw a line and say nothing.
_RULE = re.compile(r"-+|\*{3,}|_{3,}")


def no_fact_is_unfinished(site: Site, passed: PassedChecks) -> Iterator[Problem]:
    """``unfinished``: a mark that something is still to be written, an id that a draft gave, or a
    placeholder, in any file and its comments too; so of the next check.
    """
    for path, text in site.texts.items():
        if not is_prose(path):
            told = f"{_is_yaml(path)} {text}"
            yield from passed.of("no_fact_is_unfinished", told, partial(unfinished_in, text, path))


def no_text_is_unfinished(site: Site, passed: PassedChecks) -> Iterator[Problem]:
    """``unfinished`` of texts in Markdown."""
    for path, text in site.texts.items():
        if is_prose(path):
            yield from passed.of("no_text_is_unfinished", text, partial(unfinished_in, text, path))


def unfinished_in(text: str, path: str) -> Iterator[Problem]:
    """``unfinished``: what says so in the file at ``path``."""
    for offset, (words, hint) in _marks_by_offset(text, is_yaml=_is_yaml(path)):
        yield _problem(words, place_in(text, offset, path), hint)


def _is_yaml(path: str) -> bool:
    return path.endswith(".yaml")


@lru_cache(maxsize=4096)
def _marks_by_offset(text: str, *, is_yaml: bool) -> tuple[tuple[int, tuple[str, str]], ...]:
    """Words and hint of each mark by its offset; kept, since a server looks at the same texts again
    at each save.
    """
    found = {offset: (words, hint) for offset, words, hint in _marks(text, is_yaml=is_yaml)}
    return tuple(sorted(found.items()))


def _problem(words: str, location: Location, hint: str) -> Problem:
    return Problem("unfinished", f"{shown(words)} says that this is not finished", location, hint)


def _marks(text: str, *, is_yaml: bool) -> Iterator[tuple[int, str, str]]:
    """Offset, words and hint of each mark, as it is written or as a reader sees it."""
    for start, end, hint in _found(text, is_yaml=is_yaml):
        yield start, text[start:end], hint
    for line in _UNLIKE.finditer(text):
        for start, end, hint in _seen(line[0], is_yaml=is_yaml):
            yield line.start() + start, line[0][start:end], hint


def _seen(line: str, *, is_yaml: bool) -> Iterator[tuple[int, int, str]]:
    """Start, end and hint of each mark that a reader sees in a line, where that is another one."""
    seen = seen_text(line)
    even = _in_even_letters(seen.text)
    if even != line:
        for found in _found(even, is_yaml=is_yaml):
            yield *seen.span(*found[:2]), found[2]


def _in_even_letters(seen: str) -> str:
    """What is seen in plain letters, those that look Latin in words with Latin ones too."""
    plain = seen.translate(_PLAIN)
    return _MIXED_WORD.sub(lambda found: found[0].translate(_LOOK_LATIN), plain)


class _Plain(dict[int, str]):
    """A character as it is mostly written, by its code: full-width, bold and circled letters as
    plain ones, any space as one. Where that would be several it stays.
    """

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = unicodedata.normalize("NFKC", character)
        plain = _SMALL_CAPITALS.get(character, folded)
        found = self[code] = plain if len(plain) == 1 else character
        return found


_PLAIN = _Plain()


def _found(text: str, *, is_yaml: bool) -> Iterator[tuple[int, int, str]]:
    """Start, end and hint of each mark."""
    for pattern, hint in (*_ANYWHERE, (_BRACKETED, _WRITE)):
        yield from ((*found.span(), hint) for found in pattern.finditer(text))
    for pattern in _VALUES:
        yield from ((*span, _WRITE) for span in _values(text, pattern, is_yaml=is_yaml))


def _values(text: str, pattern: re.Pattern[str], *, is_yaml: bool) -> Iterator[tuple[int, int]]:
    """Start and end of each value that is a mark and nothing else."""
    for found in pattern.finditer(text):
        words = _bare(found["value"])
        if _WHOLE.fullmatch(words) and not _is_rule(words, found[0], is_yaml=is_yaml):
            start = found.start("value") + found["value"].find(words)
            yield start, start + len(words)


def _bare(value: str) -> str:
    """A value without quotes and the space behind it."""
    return value.rstrip(" \t").strip(_QUOTES)


def _is_rule(words: str, line: str, *, is_yaml: bool) -> bool:
    """Whether a line is a rule of Markdown, or begins a document of YAML."""
    if not _RULE.fullmatch(words) or ":" in line:
        return False
    return not is_yaml or words == "---"
