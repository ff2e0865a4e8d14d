"""What is kept counts only as a whole, and only for what it was made from."""

from __future__ import annotations

import pytest

from statsite.sealed import sealed, unsealed


@pytest.mark.parametrize("content", [b"", b"x", b"a\0b" * 1000])
def test_what_was_sealed_is_given_back(content: bytes) -> None:
    assert unsealed(sealed(content, "engine"), "engine") == content


@pytest.mark.parametrize(
    "kept",
    [
        b"",
        b"content",
        sealed(b"content", "other"),
        sealed(b"content", "engine")[:-1],
        sealed(b"content", "engine") + b"x",
        sealed(b"content", "engine").replace(b"content", b"contents"),
    ],
)
def test_what_is_damaged_or_of_something_else_is_none(kept: bytes) -> None:
    assert unsealed(kept, "engine") is None
