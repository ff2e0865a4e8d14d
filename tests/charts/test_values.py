"""How one value of the charts is made of another."""

from __future__ import annotations

import pytest

from charts.spec import Notice
from charts.values import replace


def test_a_value_is_made_of_another_by_the_fields_that_differ() -> None:
    value = Notice("beds", "en", "Beds", "Withdrawn", ())
    assert replace(value, title="Bed") == Notice("beds", "en", "Bed", "Withdrawn", ())
    with pytest.raises(TypeError):
        replace(value, lines=1)  # type: ignore[call-arg]
