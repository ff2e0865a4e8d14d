"""The words of the pages themselves (labels, headings, notices), per language, from words.yaml beside the templates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml

FILE_NAME = "words.yaml"

#: Words by language, then by key.
InterfaceWords = Mapping[str, Mapping[str, str]]


def load_words(folders: Iterable[Path]) -> InterfaceWords:
    """The words of every ``words.yaml`` in ``folders``, given in order of precedence; a later folder fills what an earlier one leaves out."""
    merged: dict[str, dict[str, str]] = {}
    for folder in reversed(list(folders)):
        path = folder / FILE_NAME
        if path.is_file():
            for key, by_language in yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader).items():  # noqa: S506 - the base loader makes nothing but text
                for language, text in by_language.items():
                    merged.setdefault(language, {})[key] = text
    return merged
