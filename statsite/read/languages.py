"""The languages of a site, and the maps that give a text in each."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

from statsite.language import LANGUAGES
from statsite.model import LocalisedText
from statsite.problems import did_you_mean
from statsite.read.field_errors import FIELD_ERRORS, FieldError, refusal, refused
from statsite.read.text import shown
from statsite.read.yaml_tree import punctuation_hint
from statsite.values import replace

LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def read_languages(value: object) -> tuple[str, ...]:
    """The languages that site.yaml lists."""
    if not isinstance(value, list) or not value:
        raise refused(
            "list-expected",
            "a list of languages is expected",
            "write `[zh, en]`, or one of them in brackets",
        )
    faults = list(_code_errors(value))
    if faults:
        raise refusal(*faults)
    return tuple(value)


def _code_errors(codes: list[object]) -> Iterator[FieldError]:
    seen = set[str]()
    for index, code in enumerate(codes):
        if not isinstance(code, str) or code not in LANGUAGES:
            yield _not_known(code, index)
        elif code in seen:
            message = f"`{code}` appears twice"
            yield FieldError("duplicate-item", message, "keep one of them", (index,))
        else:
            seen.add(code)


def _not_known(code: object, index: int) -> FieldError:
    name = shown(code) if isinstance(code, str) else "this"
    message = f"{name} is not a language that pages can be written in"
    hint = did_you_mean(code if isinstance(code, str) else "", LANGUAGES)
    return FieldError("unknown-language", message, hint, (index,))


def _listed(languages: Iterable[str]) -> str:
    return ", ".join(languages)


def languages_of(info: ValidationInfo) -> tuple[str, ...] | None:
    """The languages of the site that is being read, or None where site.yaml does not tell."""
    return info.context["languages"] if info.context else None


def language_errors(
    codes: Collection[str], languages: tuple[str, ...] | None, *, complete: bool
) -> Iterator[FieldError]:
    """What is wrong with a map by ``codes`` on a site in ``languages``; ``complete`` asks for each
    of them.

    Where the languages are not known, whatever could be a language code is right.
    """
    if languages is None:
        yield from (_no_code(code) for code in codes if not LANGUAGE_TAG.fullmatch(code))
        return
    yield from (_strange(code, languages) for code in codes if code not in languages)
    missing = " and ".join(f"`{code}`" for code in languages if code not in codes)
    if complete and missing:
        message = f"the text for {missing} is missing"
        hint = "write it in every language of site.yaml"
        yield FieldError("translation-missing", message, hint)


def _strange(code: str, languages: tuple[str, ...]) -> FieldError:
    hint = f"languages of site.yaml: {_listed(languages)}"
    return _bad_code(code, "not a language of this site", hint)


def _bad_code(code: str, what: str, hint: str) -> FieldError:
    """That a key is no language, with another hint where marks are the reason."""
    message = f"{shown(code)} is {what}"
    hint = punctuation_hint(code) or hint
    return FieldError("unknown-language", message, hint, (code,), on_key=True)


def _no_code(code: str) -> FieldError:
    known = " or ".join(f"`{code}`" for code in LANGUAGES)
    return _bad_code(code, "not a language code", f"write {known}")


def text_map_reader(
    read: Callable[[object], str], *, complete: bool
) -> Callable[[object, ValidationInfo], LocalisedText]:
    """A reader of maps by language, each of whose texts ``read`` reads; ``complete`` asks for every
    language of the site.
    """

    def read_map(value: object, info: ValidationInfo) -> LocalisedText:
        languages = languages_of(info)
        if not isinstance(value, dict):
            raise refusal(_no_map(languages))
        words, unread = _read_each(value, read)
        faults = [*language_errors(value, languages, complete=complete), *unread]
        if faults:
            raise refusal(*faults)
        return words

    return read_map


def _no_map(languages: tuple[str, ...] | None) -> FieldError:
    sample = ", ".join(f"{code}: …" for code in languages or LANGUAGES)
    message = "a text for each language is expected"
    return FieldError("mapping-expected", message, f"write `{{{sample}}}`")


def _read_each(
    written: dict[str, object], read: Callable[[object], str]
) -> tuple[dict[str, str], list[FieldError]]:
    """The texts that can be read, by language, and what is wrong in the others."""
    words, faults = dict[str, str](), list[FieldError]()
    for code, text in written.items():
        try:
            words[code] = read(text)
        except PydanticCustomError as error:
            faults.extend(_below(code, error))
    return words, faults


def _below(key: str, error: PydanticCustomError) -> Iterator[FieldError]:
    for fault in (error.context or {})[FIELD_ERRORS]:
        yield replace(fault, at=(key, *fault.at))
