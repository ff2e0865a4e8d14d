"""The languages of a site, and the maps that give a text in each."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

from statsite.language import LANGUAGES
from statsite.model import LocalisedText
from statsite.read.field_errors import FIELD_ERRORS, FieldError, refusal
from statsite.read.text import shown
from statsite.read.yaml_tree import punctuation_hint

LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def read_languages(value: object) -> tuple[str, ...]:
    """The languages that site.yaml lists."""
    if not isinstance(value, list) or not value:
        raise refusal(
            FieldError(
                "list-expected",
                "a list of languages is expected",
                "write `[zh, en]`, or one of them in brackets",
            )
        )
    faults = list(_code_errors(value))
    if faults:
        raise refusal(*faults)
    return tuple(value)


def _code_errors(codes: list[object]) -> Iterator[FieldError]:
    seen = set[str]()
    for index, code in enumerate(codes):
        if not isinstance(code, str) or code not in LANGUAGES:
            name = shown(code) if isinstance(code, str) else "this"
            yield FieldError(
                "unknown-language",
                f"{name} is not a language that pages can be written in",
                f"known: {', '.join(LANGUAGES)}",
                (index,),
            )
        elif code in seen:
            yield FieldError(
                "duplicate-item", f"`{code}` appears twice", "keep one of them", (index,)
            )
        else:
            seen.add(code)


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
    for code in codes:
        if code not in languages:
            hint = punctuation_hint(code) or f"languages of site.yaml: {', '.join(languages)}"
            yield FieldError(
                "unknown-language",
                f"{shown(code)} is not a language of this site",
                hint,
                (code,),
                on_key=True,
            )
    missing = " and ".join(f"`{code}`" for code in languages if code not in codes)
    if complete and missing:
        yield FieldError(
            "translation-missing",
            f"the text for {missing} is missing",
            "write it in every language of site.yaml",
        )


def _no_code(code: str) -> FieldError:
    return FieldError(
        "unknown-language",
        f"{shown(code)} is not a language code",
        punctuation_hint(code) or f"write {' or '.join(f'`{code}`' for code in LANGUAGES)}",
        (code,),
        on_key=True,
    )


def text_map_reader(
    read: Callable[[object], str], *, complete: bool
) -> Callable[[object, ValidationInfo], LocalisedText]:
    """A reader of maps by language, each of whose texts ``read`` reads; ``complete`` asks for every
    language of the site.
    """

    def read_map(value: object, info: ValidationInfo) -> LocalisedText:
        languages = languages_of(info)
        if not isinstance(value, dict):
            sample = ", ".join(f"{code}: …" for code in languages or LANGUAGES)
            raise refusal(
                FieldError(
                    "mapping-expected",
                    "a text for each language is expected",
                    f"write `{{{sample}}}`",
                )
            )
        faults = list(language_errors(value, languages, complete=complete))
        words = dict[str, str]()
        for code, text in value.items():
            try:
                words[code] = read(text)
            except PydanticCustomError as error:
                faults.extend(_below(code, error))
        if faults:
            raise refusal(*faults)
        return words

    return read_map


def _below(key: str, error: PydanticCustomError) -> Iterator[FieldError]:
    for fault in (error.context or {})[FIELD_ERRORS]:
        yield FieldError(
            fault.check, fault.message, fault.hint, (key, *fault.at), on_key=fault.on_key
        )
