"""Where a Chinese heading may break."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from statsite.language.phrases import parted

#: The longest run of Chinese that fits into a line of a heading on the smallest phone.
_LINE = 9
#: A run of Chinese without punctuation, numbers and letters in it included, that is longer, or is
#: so with the mark behind it, which begins no line.
_LONG_PHRASE = re.compile(
    r"(?=[^\W_]*[\u4e00-\u9fff])"
    rf"(?:[^\W_.%]{{{_LINE + 1},}}|[^\W_.%]{{{_LINE}}}(?=[，。、；：？！）]))"
)
#: A heading of a text without marks inside, as HTML.
_PLAIN_HEADING = re.compile(r"(<(h[1-6])\b[^>]*>)([^<]*)(</\2>)")


def breakable_heading(text: str) -> Markup:
    """``text`` with the places marked at which a long phrase may break.

    The stylesheet lets a heading break at its punctuation alone; a phrase that is longer than the
    line has to break inside: between words, and where no border of words is near, anywhere.
    """
    pieces: list[Markup] = []
    end = 0
    for phrase in _LONG_PHRASE.finditer(text):
        pieces += [escape(text[end : phrase.start()]), _breaking(phrase[0])]
        end = phrase.end()
    return Markup().join([*pieces, escape(text[end:])])


def with_breaks(html: str) -> str:
    """Cleaned HTML of a text, with the places marked in its headings at which they may break."""

    def marked(found: re.Match[str]) -> str:
        words = breakable_heading(Markup(found[3]).unescape())  # noqa: S704 - cleaned before
        return f"{found[1]}{words}{found[4]}"

    return _PLAIN_HEADING.sub(marked, html)


def _breaking(phrase: str) -> Markup:
    parts = parted(phrase)
    return Markup("<wbr>").join(_part(part, is_all=len(parts) == 1) for part in parts)


def _part(part: str, *, is_all: bool) -> Markup:
    anywhere = is_all or len(part) > _LINE
    return Markup('<span class="long">{}</span>').format(part) if anywhere else escape(part)
