"""What changed of the words that a site of its own puts into all pages: a label that says
“observed” of a target makes every one of them false, though no figure changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from statsite.diff.other_changes import OtherChange, Thing
from statsite.diff.statements import ChangeType
from statsite.interface_texts import (
    TEXTS_PATH,
    InterfaceTexts,
    TemplatesError,
    load_interface_texts,
)
from statsite.render.environment import TEMPLATES
from statsite.site_folder import TEMPLATES_FOLDER


def changed_words(earlier: Path, later: Path) -> tuple[OtherChange, ...]:
    """The words that pages of the site in ``later`` show and those of ``earlier`` did not, by key;
    none where a file of words cannot be read, which then is named as a file that is not shown.

    Where a site does not have words of its own, they are the engine's.
    """
    try:
        before, after = (_own_words(site) for site in (earlier, later))
    except TemplatesError:
        return ()
    if before == after:
        return ()
    engine = _by_key(load_interface_texts([TEMPLATES]))
    return tuple(_changes(before, after, engine))


#: Words by key, then by language.
_Words = Mapping[str, Mapping[str, str]]


def _own_words(site: Path) -> _Words:
    folder = site / TEMPLATES_FOLDER
    return {} if folder.is_symlink() else _by_key(load_interface_texts([folder]))


def _by_key(texts: InterfaceTexts) -> _Words:
    found = dict[str, dict[str, str]]()
    for language, words in texts.items():
        for key, text in words.items():
            found.setdefault(key, {})[language] = text
    return found


def _changes(before: _Words, after: _Words, engine: _Words) -> Iterator[OtherChange]:
    for key in dict.fromkeys((*before, *after)):
        was, now = ({**engine.get(key, {}), **words.get(key, {})} for words in (before, after))
        if was != now:
            yield OtherChange(Thing.WORDS, key, _kind(was, now), _lines(was, now), TEXTS_PATH)


def _kind(was: Mapping[str, str], now: Mapping[str, str]) -> ChangeType:
    if not now:
        return "removed"
    return "changed" if was else "added"


def _lines(was: Mapping[str, str], now: Mapping[str, str]) -> tuple[str, ...]:
    """Of each language that differs what went and what came."""
    pairs = ((language, was.get(language), now.get(language)) for language in {**was, **now})
    return tuple(line for pair in pairs for line in _of_language(*pair))


def _of_language(language: str, was: str | None, now: str | None) -> Iterator[str]:
    for sign, text in (("-", was), ("+", now)) if was != now else ():
        if text is not None:
            yield f"{sign}{language}: {text}"
