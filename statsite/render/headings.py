"""Where a Chinese heading may break."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

#: A run of Chinese without punctuation, numbers and letters in it included, that is longer than a
#: line of a heading on a phone.
_LONG_PHRASE = re.compile(r"(?=[^\W_]*[\u4e00-\u9fff])[^\W_.%]{11,}")


def heading(text: str) -> Markup:
    """``text`` with each long phrase in an element of its own.

    The stylesheet lets a heading break at its punctuation alone; a phrase that is longer than the
    line has to break inside, and only where it may do so anywhere can its lines be balanced.
    """
    pieces: list[Markup] = []
    end = 0
    for phrase in _LONG_PHRASE.finditer(text):
        pieces += [escape(text[end : phrase.start()]), _breaking(phrase[0])]
        end = phrase.end()
    return Markup().join([*pieces, escape(text[end:])])


def _breaking(phrase: str) -> Markup:
    return Markup('<span class="long">{}</span>').format(phrase)
