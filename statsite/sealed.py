"""What is kept in a file behind the digest of itself and of all that it was made from."""

from __future__ import annotations

import hashlib

_DIGEST = 2 * hashlib.sha256().digest_size


def sealed(content: bytes, made_from: str) -> bytes:
    """``content`` behind its digest with what it was ``made_from``, all on one line if that is."""
    digest = hashlib.sha256(f"{made_from}\0".encode() + content).hexdigest()
    return digest.encode() + content


def unsealed(kept: bytes, made_from: str) -> bytes | None:
    """The content of what was ``sealed``; None where it was made from something else, or is
    damaged.
    """
    content = kept[_DIGEST:]
    return content if kept == sealed(content, made_from) else None
