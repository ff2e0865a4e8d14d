"""What a page says of itself where it is found or shared: no longer than is shown whole there."""

from __future__ import annotations

from typing import Final

#: Characters that lists of search results and chats show of a title, and of a description.
TITLE_LENGTH: Final = 60
DESCRIPTION_LENGTH: Final = 160

_ELLIPSIS: Final = "…"
_POINT: Final = " · "
_SENTENCE_ENDS: Final = (". ", "。", "? ", "？")


def share_title(title: str, site_title: str) -> str:
    """The title of a page with that of its site behind it, which is left out where there is no
    room for both; a title too long by itself is cut between words.

    >>> share_title("Beds", "Little site"), share_title("Little site", "Little site")
    ('Beds · Little site', 'Little site')
    """
    whole = title if title == site_title else f"{title}{_POINT}{site_title}"
    return whole if len(whole) <= TITLE_LENGTH else _cut(title, TITLE_LENGTH)


def share_description(text: str) -> str:
    """The whole sentences of ``text`` that have room, or its beginning, cut between words.

    >>> share_description("Two towns report. " + "They do not say how they count. " * 5)[-6:]
    'count.'
    """
    if len(text) <= DESCRIPTION_LENGTH:
        return text
    return _whole_sentences(text) or _cut(text, DESCRIPTION_LENGTH)


def _whole_sentences(text: str) -> str:
    """The sentences that end within the room, empty where the first one does not."""
    room = text[: DESCRIPTION_LENGTH + 1]
    ends = (at + 1 for mark in _SENTENCE_ENDS if (at := room.rfind(mark)) >= 0)
    return text[: min(max(ends, default=0), DESCRIPTION_LENGTH)].rstrip()


def _cut(text: str, length: int) -> str:
    """The beginning of ``text`` with an ellipsis: cut at a space where one is near."""
    if len(text) <= length:
        return text
    room = text[:length]
    space = room.rfind(" ")
    kept = room[:space] if space > length // 2 else room[:-1]
    return kept.rstrip(" ,;:·，；：、—–") + _ELLIPSIS
