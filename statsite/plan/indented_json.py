"""JSON with each item on a line of its own, letter by letter as ``json.dumps`` writes it, which is
several times as slow.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from json.encoder import encode_basestring
from typing import Final

#: What writes a value that holds no others, by its type.
_PLAIN: Final[dict[type, Callable[..., str]]] = {
    str: encode_basestring,
    bool: lambda value: "true" if value else "false",
    type(None): lambda _: "null",
    int: int.__repr__,
}


def indented(value: object) -> str:
    """``value`` as JSON, a level of objects and lists set in by a space.

    Raises ValueError for a number that JSON does not have, TypeError for what is no JSON.
    """
    return _told(value, "\n")


def _told(value: object, margin: str) -> str:
    """``value`` where its last line begins with ``margin``."""
    plain = _PLAIN.get(type(value))
    if plain is not None:
        return plain(value)
    inner = f"{margin} "
    if isinstance(value, dict) and value:
        pairs = [f"{_key(key)}: {_told(of, inner)}" for key, of in value.items()]
        return f"{{{inner}{f',{inner}'.join(pairs)}{margin}}}"
    if isinstance(value, list | tuple) and value:
        return f"[{inner}{f',{inner}'.join([_told(one, inner) for one in value])}{margin}]"
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _key(key: object) -> str:
    if isinstance(key, str):
        return encode_basestring(key)
    (told,) = json.loads(json.dumps({key: 0}, ensure_ascii=False, allow_nan=False))
    return encode_basestring(told)
