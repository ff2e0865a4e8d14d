"""The words of the pages themselves (labels, headings, notices), per language, from words.yaml beside the templates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml

FILE_NAME = "words.yaml"

#: Words by language, then by key.
InterfaceWords = Mapping[str, Mapping[str, str]]


class TemplatesError(Exception):
    """A file of a templates folder cannot be used; the message names it, with the line where it is known."""


def load_words(folders: Iterable[Path]) -> InterfaceWords:
    """The words of every ``words.yaml`` in ``folders``, given in order of precedence; a later folder fills what an earlier one leaves out.

    Raises TemplatesError where such a file is not a map of keys to texts by language.
    """
    merged: dict[str, dict[str, str]] = {}
    for folder in reversed(list(folders)):
        path = folder / FILE_NAME
        if path.is_file():
            for key, by_language in _read(path).items():
                for language, text in by_language.items():
                    merged.setdefault(language, {})[key] = text
    return merged


def _read(path: Path) -> InterfaceWords:
    try:
        words = yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506 - the base loader makes nothing but text
    except yaml.MarkedYAMLError as error:
        line = f":{error.problem_mark.line + 1}" if error.problem_mark else ""
        raise TemplatesError(f"templates/{FILE_NAME}{line}: {error.problem}") from error
    except ValueError as error:
        raise TemplatesError(f"templates/{FILE_NAME}: {error}") from error
    if not isinstance(words, dict):
        raise TemplatesError(f"templates/{FILE_NAME}: write `key: {{zh: …, en: …}}`")
    for key, texts in words.items():
        if not (isinstance(texts, dict) and all(isinstance(text, str) for text in texts.values())):
            raise TemplatesError(f"templates/{FILE_NAME}: `{key}` is no map of texts by language: write `{{zh: …, en: …}}`")
    return words
