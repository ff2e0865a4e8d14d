"""The languages of readers: whatever depends on one is in its module here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from statsite.language.chinese import CHINESE
from statsite.language.english import ENGLISH
from statsite.language.interface import Language

_LISTED = (
    CHINESE,
    ENGLISH,
)
#: Every language that pages can be written in, by its code.
LANGUAGES: Mapping[str, Language] = MappingProxyType({one.code: one for one in _LISTED})


def title_marks(code: str) -> tuple[str, str]:
    """What titles of works are put between in a language or a variant of it: 《 and 》; empty texts
    where the language is not one of ours.
    """
    language = LANGUAGES.get(code.partition("-")[0])
    return language.title_marks if language else ("", "")


def html_code(code: str) -> str:
    """The code of a language as HTML writes it (BCP 47), be it one of ours or not."""
    return LANGUAGES[code].html if code in LANGUAGES else code
