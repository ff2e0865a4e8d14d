"""The colours of the charts, by token, for light and dark paper; the page's style sheet and the SVG
file of its own share them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, Literal

from msgspec import Struct

#: The name of a colour, whatever it is in a scheme.
Token = Literal["paper", "ink", "soft", "rule", "faint", "accent", "accent-2", "accent-3"]


class Scheme(Struct, frozen=True):
    """One accent on one paper: token to hex colour.

    ``accent-2`` is a lighter neighbour of ``accent`` (towards the paper), ``accent-3`` a stronger
    one (away from it); each keeps 3:1 against the paper. ``faint`` outlines what is not counted:
    the rest of a whole.
    """

    paper: str
    ink: str
    soft: str
    rule: str
    faint: str
    accent: str
    accent_2: str
    accent_3: str

    def tokens(self) -> Mapping[str, str]:
        """Every token as CSS names it, without the leading dashes."""
        return {name.replace("_", "-"): getattr(self, name) for name in self.__struct_fields__}


def _light(accent: str, lighter: str, stronger: str) -> Scheme:
    return Scheme("#ffffff", "#17191c", "#565c63", "#d5d8d3", "#8a9096", accent, lighter, stronger)


def _dark(accent: str, lighter: str, stronger: str) -> Scheme:
    return Scheme("#14161a", "#ebe9e4", "#a5aab2", "#363b43", "#666b73", accent, lighter, stronger)


#: Light and dark scheme by the name of the accent.
SCHEMES: Final[Mapping[str, tuple[Scheme, Scheme]]] = MappingProxyType(
    {
        "rust": (_light("#a8431a", "#c47f63", "#61270f"), _dark("#f0966a", "#8b5b45", "#f8d1bd")),
        "pine": (_light("#17694a", "#649a86", "#0d3a29"), _dark("#6fc79d", "#42705d", "#ceecde")),
        "indigo": (_light("#2b4c9b", "#7c90c1", "#142347"), _dark("#93b0f5", "#56668c", "#d3dffb")),
    }
)


#: Below this, sRGB is linear (WCAG 2.2, relative luminance).
_LINEAR_BELOW: Final = 0.04045


def contrast(one: str, other: str) -> float:
    """The WCAG contrast ratio of two hex colours, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return (
        channel / 12.92 if channel <= _LINEAR_BELOW else float(((channel + 0.055) / 1.055) ** 2.4)
    )


#: How many steps from the paper to each colour smooth edges and fades take, what is on the page
#: most the finest.
_STEPS: Final[Mapping[str, int]] = MappingProxyType(
    {"ink": 14, "soft": 8, "accent": 12, "accent-2": 9, "accent-3": 9, "faint": 5, "rule": 4}
)


def shades(scheme: Scheme) -> tuple[tuple[int, int, int], ...]:
    """The colours of a picture in red, green and blue: each of the scheme exactly, and steps
    between it and the paper; 64 at most.
    """
    return (_channels(scheme.paper), *_steps(scheme))


def _steps(scheme: Scheme) -> Iterator[tuple[int, int, int]]:
    """From the paper to each colour of a scheme, which is the last of its steps."""
    paper, tokens = _channels(scheme.paper), scheme.tokens()
    for token, count in _STEPS.items():
        for step in range(1, count + 1):
            yield _between(paper, _channels(tokens[token]), step / count)


def _between(
    one: tuple[int, int, int], other: tuple[int, int, int], share: float
) -> tuple[int, int, int]:
    red, green, blue = (
        round(start + (end - start) * share) for start, end in zip(one, other, strict=True)
    )
    return red, green, blue


def _channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue
