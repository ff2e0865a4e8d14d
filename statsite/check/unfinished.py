"""Work that is not finished never goes out: what an editor or a draft left to be filled in is an
error wherever it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.model import Site
from statsite.problems import Location, Problem
from statsite.read.text import place_in, shown

_WRITE = "write what belongs here"

#: An id that a draft numbers, where ids are: as a key, in a list, in a reference.
_DRAFT_ID = re.compile(
    (
        r"(?<![\w.@-])(?:[a-z0-9-]+\.)?(?:figure|indicator|dataset|source|chart|untitled"
        r"|draft)-[0-9]+(?![\w-])(?=\s*:|[\]|}@,]|\s*$)"
    ),
    re.MULTILINE,
)

#: What says wherever it is that something is still to be written.
_ANYWHERE = (
    (re.compile(r"(?<![\w-])(?:TODO|FIXME|TBD|TBC|TKTK|XXX)(?![\w-])"), _WRITE),
    (re.compile(r"(?i:\blorem ipsum\b)"), _WRITE),
    (re.compile(r"[?？]{3,}"), _WRITE),
    (_DRAFT_ID, "give it an id that may stay"),
)

_WORDS = (
    r"to be (?:added|completed|confirmed|decided|determined|done|filled in|translated|written)"
    r"|placeholder|untitled|fill (?:this )?in|(?:insert|add|enter|write) [\w ]{1,30} here"
    "|(?:your|some) (?:text|title|words?)(?: here)?|text here"
    "|待(?:补|补充|补写|完善|定|填|填写|译|翻译|写|核对)|占位(?:符|文字)?"
    r"|此处(?:填写|插入|补充|待补)[\w]{0,10}|请(?:填写|输入|补充)[\w]{0,10}"
    "|暂无(?:翻译|译文|标题)|未翻译"
    r"|\.{3}|…+|-+|—+|_{2,}|\*{3,}|x{3,}|\?+|？+"
)
#: What says so where it is the whole of a value or line, or is alone in brackets.
_WHOLE = re.compile(rf"(?i:{_WORDS})")
_BRACKETED = re.compile(
    rf"(?i)[\[【<《{{（(](?:{_WORDS.rsplit('|' + chr(92) + '.{3}', 1)[0]})[\]】>》}}）)](?!\()"
)
#: A value of a line, as YAML writes it or as a paragraph is; a value inside braces.
_VALUES = (
    re.compile(r"^[ \t]*(?:- )?(?:[\w-]+:[ \t]+)?(?P<value>\S.*)$", re.MULTILINE),
    re.compile(r"[{,][ \t]*[\w-]+:[ \t]*(?P<value>[^\s,{}\[\]][^,{}\[\]\n]*)(?=[,}])"),
)
_QUOTES = "\"'"

#: The rules of Markdown, which draw a line and say nothing.
_RULE = re.compile(r"-+|\*{3,}|_{3,}")


def nothing_is_unfinished(site: Site) -> Iterator[Problem]:
    """``unfinished``: a mark that something is still to be written, an id that a draft gave, or a
    placeholder, in any file and its comments too.
    """
    for path, text in site.texts.items():
        found = {
            offset: (words, hint)
            for offset, words, hint in _marks(text, is_yaml=path.endswith(".yaml"))
        }
        for offset, (words, hint) in sorted(found.items()):
            yield _problem(words, place_in(text, offset, path), hint)


def _problem(words: str, location: Location, hint: str) -> Problem:
    return Problem("unfinished", f"{shown(words)} says that this is not finished", location, hint)


def _marks(text: str, *, is_yaml: bool) -> Iterator[tuple[int, str, str]]:
    """Offset, words and hint of each mark."""
    for pattern, hint in _ANYWHERE:
        yield from ((found.start(), found[0], hint) for found in pattern.finditer(text))
    yield from ((found.start(), found[0], _WRITE) for found in _BRACKETED.finditer(text))
    for found in (found for pattern in _VALUES for found in pattern.finditer(text)):
        words = found["value"].rstrip(" \t").strip(_QUOTES)
        if _WHOLE.fullmatch(words) and not _is_rule(words, found[0], is_yaml=is_yaml):
            yield found.start("value") + found["value"].find(words), words, _WRITE


def _is_rule(words: str, line: str, *, is_yaml: bool) -> bool:
    """Whether a line is a rule of Markdown, or begins a document of YAML."""
    if not _RULE.fullmatch(words) or ":" in line:
        return False
    return not is_yaml or words == "---"
