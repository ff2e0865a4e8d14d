"""The words of the pages themselves (labels, headings, notices), per language, from words.yaml
beside the templates.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache, partial
from pathlib import Path
from string import Formatter

from msgspec import Struct

from statsite.problems import Location, Problem, did_you_mean, errors_of
from statsite.read.files import YAML_LIMIT, regular_text
from statsite.read.kept_facts import NO_FACTS, KeptFacts
from statsite.read.text import character_problems, shown
from statsite.read.yaml_tree import Fields, Scalar, YamlNode, read_tree

TEXTS_FILE_NAME = "words.yaml"

#: The path of the file in a site, as problems name it.
TEXTS_PATH = f"templates/{TEXTS_FILE_NAME}"

#: Words by language, then by key.
InterfaceTexts = Mapping[str, Mapping[str, str]]


class PageTexts(dict[str, str]):
    """The words of one language by key, as templates look them up: a type of its own, by which a
    key without words is told from any other name that a template has wrong.
    """


_WRITE = "write `key: {zh: …, en: …}`"


class _Placeholder(Struct, frozen=True):
    """What stands in braces in a word: the name of what is filled in there, and in which form."""

    name: str
    form: str = ""
    conversion: str = ""

    def __str__(self) -> str:
        conversion = f"!{self.conversion}" if self.conversion else ""
        form = f":{self.form}" if self.form else ""
        return f"{{{self.name}{conversion}{form}}}"


class TemplatesError(Exception):
    """Files of a templates folder cannot be used; ``problems`` say which, where and why."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(str(problem) for problem in problems))
        self.problems = problems


def load_interface_texts(
    folders: Iterable[Path], own_templates: Collection[str] = (), kept: KeptFacts = NO_FACTS
) -> InterfaceTexts:
    """The words of every ``words.yaml`` in ``folders``, given in order of precedence; a later
    folder fills what an earlier one leaves out. ``own_templates`` are the texts of a site's own
    templates, which may use words of their own. Words of the last folder, the engine's, that were
    ``kept`` of the build before are not read again.

    Raises TemplatesError where such a file is not a regular file, not a map of keys to texts by
    language, holds words that nothing shows, or names in braces what the engine does not put
    there: words are filled in by the engine, so that braces of a stranger could ask for more than
    was meant.
    """
    *own, last = folders
    merged = {language: dict(words) for language, words in _all_words(last, kept).items()}
    for folder in reversed(own):
        for scalar, key, language in _checked_texts(folder, merged, own_templates):
            merged.setdefault(language, {})[key] = scalar.text
    return merged


def _all_words(folder: Path, kept: KeptFacts) -> InterfaceTexts:
    """The words of a folder, whatever they are. Raises TemplatesError."""
    text = regular_text(folder / TEXTS_FILE_NAME, TEXTS_PATH, YAML_LIMIT)
    if not isinstance(text, str):
        found: tuple[InterfaceTexts, tuple[Problem, ...]] = {}, (text,) if text else ()
    else:
        found = kept.of(("words", text), partial(_words_of, text))
    words, problems = found
    if errors_of(problems):
        raise TemplatesError(*problems)
    return words


def _words_of(text: str) -> tuple[InterfaceTexts, tuple[Problem, ...]]:
    """The words of a file with this text, and what is wrong in it."""
    root, found = _read(text)
    problems, words = list(found), dict[str, dict[str, str]]()
    for scalar, key, language in _texts(root, problems) if root else ():
        words.setdefault(language, {})[key] = scalar.text
    return words, tuple(problems)


def _checked_texts(
    folder: Path, known: InterfaceTexts, own_templates: Collection[str]
) -> list[tuple[Scalar, str, str]]:
    """The texts of a folder with their keys and languages; those that are ``known`` from the
    folders that it stands before say what it may hold.

    Raises TemplatesError.
    """
    problems: list[Problem] = []
    root = _root(folder, problems)
    told = list(_texts(root, problems)) if root else []
    if known:
        problems += _unused_keys(root, known, own_templates)
    for scalar, key, _ in told:
        problems += _unknown_placeholders(scalar, _placeholders(known, key))
    if errors_of(problems):
        raise TemplatesError(*problems)
    return told


def _root(folder: Path, problems: list[Problem]) -> YamlNode | None:
    """The tree of the file in ``folder``; None where there is none, or none that can be read."""
    text = regular_text(folder / TEXTS_FILE_NAME, TEXTS_PATH, YAML_LIMIT)
    if not isinstance(text, str):
        problems.extend([text] if text else [])
        return None
    root, found = _read(text)
    problems.extend(found)
    return root


@lru_cache(maxsize=2)
def _read(text: str) -> tuple[YamlNode | None, tuple[Problem, ...]]:
    """The tree of a file with this text, and what is wrong in it.

    The engine's own file, the longest of a little site, is the same in every check of a process.
    """
    problems = list(character_problems(text, TEXTS_PATH))
    root = None if errors_of(problems) else read_tree(text, TEXTS_PATH, problems)
    return root, tuple(problems)


def _texts(root: YamlNode, problems: list[Problem]) -> Iterator[tuple[Scalar, str, str]]:
    """Every text, with its key and language."""
    if not isinstance(root, Fields):
        problems.append(
            _malformed("keys with a text for each language are expected", root.location)
        )
        return
    for key, by_language in root.fields.items():
        yield from _texts_of_key(key, by_language, problems)


def _malformed(message: str, location: Location) -> Problem:
    return Problem("words-malformed", message, location, _WRITE)


def _texts_of_key(
    key: str, by_language: YamlNode, problems: list[Problem]
) -> Iterator[tuple[Scalar, str, str]]:
    if not isinstance(by_language, Fields):
        message = f"{shown(key)} is not a map of texts by language"
        problems.append(_malformed(message, by_language.location))
        return
    for language, text in by_language.fields.items():
        if isinstance(text, Scalar):
            yield text, key, language
        else:
            problems.append(_no_text(key, language, text.location))


def _no_text(key: str, language: str, location: Location) -> Problem:
    return _malformed(f"{shown(key)} is not a text in {shown(language)}", location)


#: What a template may name a word with: a text, or the beginning of one that it puts together.
_LITERAL = re.compile(r"\"([^\"\n]*)\"|'([^'\n]*)'")


def _unused_keys(
    root: YamlNode | None, known: InterfaceTexts, templates: Collection[str]
) -> Iterator[Problem]:
    """Words that neither the engine nor a template of the site shows, and languages of none."""
    keys = {key for words in known.values() for key in words}
    named = _named_in(templates)
    beginnings = tuple(one for one in named if one.endswith("-"))
    for key, place in root.keys.items() if isinstance(root, Fields) else ():
        if key not in keys and key not in named and not key.startswith(beginnings):
            yield _unused(key, keys, place)
    yield from _unknown_languages(root, known)


def _named_in(templates: Iterable[str]) -> set[str]:
    """What the templates may name words with."""
    return {"".join(found) for text in templates for found in _LITERAL.findall(text)}


def _unused(key: str, known: Collection[str], location: Location) -> Problem:
    message, hint = f"nothing shows the words {shown(key)}", did_you_mean(key, known) or "remove it"
    return Problem("words-malformed", message, location, hint)


def _unknown_languages(root: YamlNode | None, known: InterfaceTexts) -> Iterator[Problem]:
    for language, place in _languages(root):
        if language not in known:
            yield _malformed(f"{shown(language)} is not the code of a language", place)


def _languages(root: YamlNode | None) -> Iterator[tuple[str, Location]]:
    """Each language that a text is given in, with its place."""
    for one in root.fields.values() if isinstance(root, Fields) else ():
        yield from one.keys.items() if isinstance(one, Fields) else ()


def _placeholders(merged: InterfaceTexts, key: str) -> frozenset[_Placeholder] | None:
    """What the engine fills into its own words of ``key``, by its name alone and in the forms that
    these words have; None where it has no such words.
    """
    texts = [words[key] for words in merged.values() if key in words]
    if not texts:
        return None
    used = {found for text in texts for found in _in_braces(text)}
    return frozenset(used | {_Placeholder(one.name) for one in used})


def _in_braces(text: str) -> Iterator[_Placeholder]:
    """Every placeholder of a text; raises ValueError where its braces do not match."""
    for _, name, form, conversion in Formatter().parse(text):
        if name is not None:
            yield _Placeholder(name, form or "", conversion or "")


def _unknown_placeholders(
    scalar: Scalar, known: frozenset[_Placeholder] | None
) -> Iterator[Problem]:
    """What is in braces and is not ``known``; a text that only a site's own templates use may hold
    any.
    """
    if known is None:
        return
    try:
        fields = list(_in_braces(scalar.text))
    except ValueError as error:
        yield _unmatched(scalar, error, known)
        return
    for field in fields:
        if field not in known:
            yield _not_filled_in(scalar, field.name, known)


def _unmatched(scalar: Scalar, error: ValueError, known: Collection[_Placeholder]) -> Problem:
    message = f"the braces of this text do not match: {error}"
    return Problem("words-malformed", message, scalar.location, _braces_hint(known))


def _not_filled_in(scalar: Scalar, name: str, known: Collection[_Placeholder]) -> Problem:
    message = f"nothing is filled in for {shown(str(_Placeholder(name)))}, or not in this form"
    at = scalar.place(max(scalar.text.find(f"{{{name}"), 0))
    return Problem("words-malformed", message, at, _braces_hint(known))


def _braces_hint(known: Collection[_Placeholder]) -> str:
    """What may be in braces."""
    if not known:
        return "write no braces here"
    return f"write {', '.join(sorted(f'`{one}`' for one in known))}"
