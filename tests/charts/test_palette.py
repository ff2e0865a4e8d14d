"""The contrasts the palette promises, computed."""

from __future__ import annotations

import pytest

from charts.palette import SCHEMES, Scheme, contrast

EVERY = {
    f"{name}-{paper}": scheme
    for name, pair in SCHEMES.items()
    for paper, scheme in zip(("light", "dark"), pair, strict=True)
}


@pytest.mark.parametrize("scheme", EVERY.values(), ids=EVERY)
def test_marks_stand_out_from_the_paper(scheme: Scheme) -> None:
    assert all(
        contrast(colour, scheme.paper) >= 3
        for colour in (scheme.accent, scheme.accent_2, scheme.accent_3, scheme.faint)
    )


@pytest.mark.parametrize("scheme", EVERY.values(), ids=EVERY)
def test_text_is_readable(scheme: Scheme) -> None:
    assert all(
        contrast(colour, scheme.paper) >= 4.5 for colour in (scheme.ink, scheme.soft, scheme.accent)
    )


@pytest.mark.parametrize("scheme", EVERY.values(), ids=EVERY)
def test_neighbouring_tones_differ_without_hue(scheme: Scheme) -> None:
    assert contrast(scheme.accent, scheme.accent_2) >= 1.8
    assert contrast(scheme.accent, scheme.accent_3) >= 1.5
    assert contrast(scheme.accent_2, scheme.accent_3) >= 3


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#777777", 1.0), ("#767676", "#ffffff", 4.54)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.005)
