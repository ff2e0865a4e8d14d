"""JSON of which each part stands on a line of its own: letter by letter what Python's encoder
writes, which for this kind of text is not the fast one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from json.encoder import encode_basestring as _quoted

#: Of what holds nothing else.
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)

#: Values within so many others are told piece by piece.
_OPENED = 2


def text(value: object, line: str = "\n") -> str:
    """The JSON of ``value``; ``line`` ends a line and has the spaces that the one begins with on
    which it stands.
    """
    if isinstance(value, str):
        return _quoted(value)
    inside = f"{line} "
    if isinstance(value, dict) and value:
        named = [f"{_quoted(key)}: {text(part, inside)}" for key, part in value.items()]
        return f"{{{inside}{f',{inside}'.join(named)}{line}}}"
    if isinstance(value, list | tuple) and value:
        listed = [text(part, inside) for part in value]
        return f"[{inside}{f',{inside}'.join(listed)}{line}]"
    return _ENCODER.encode(value)


def pieces(value: object, line: str = "\n", opened: int = _OPENED) -> Iterator[str]:
    """The same text piece by piece, since of a large value it takes much memory."""
    inside, before = f"{line} ", ""
    if opened and isinstance(value, dict) and value:
        yield "{"
        for key, part in value.items():
            yield f"{before}{inside}{_quoted(key)}: "
            yield from pieces(part, inside, opened - 1)
            before = ","
        yield f"{line}}}"
    elif opened and isinstance(value, list | tuple) and value:
        yield "["
        for part in value:
            yield f"{before}{inside}"
            yield from pieces(part, inside, opened - 1)
            before = ","
        yield f"{line}]"
    else:
        yield text(value, line)
