"""A figure as readers see it: its number, and the words before and after it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct


class TextPart(Struct, frozen=True):
    """A stretch of a written figure: its number, or the words before and after it."""

    kind: Literal["number", "word"]
    text: str


class FigureText(Struct, frozen=True):
    """A figure as a reader sees it, qualifier and unit included; the parts joined are the whole."""

    parts: tuple[TextPart, ...]

    def __str__(self) -> str:
        return "".join(part.text for part in self.parts)

    @property
    def capitalised(self) -> FigureText:
        """The figure at the beginning of a sentence or a cell: About 3 million people."""
        first, *others = self.parts
        return FigureText((TextPart(first.kind, capitalised(first.text)), *others))


def capitalised(text: str) -> str:
    """``text`` with a capital letter, where its first character is a letter that has one."""
    return text[:1].upper() + text[1:]


def word_part(text: str) -> list[TextPart]:
    """``text`` as words beside a number; nothing where it is empty."""
    return [TextPart("word", text)] if text else []


def joined(parts: Iterable[TextPart]) -> FigureText:
    """The parts with neighbours of one kind run together."""
    run: list[TextPart] = []
    for part in parts:
        if run and run[-1].kind == part.kind:
            run[-1] = TextPart(part.kind, run[-1].text + part.text)
        else:
            run.append(part)
    return FigureText(tuple(run))
