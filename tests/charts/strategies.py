"""What hypothesis makes charts of: names, numbers and widths."""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

LONG = st.text(alphabet="养老床位机构，。（）12 abcdefgh-$<&", min_size=1, max_size=60).filter(
    str.strip
)
NUMBERS = st.one_of(
    st.integers(1 - 10**15, 10**15 - 1),
    st.floats(-1000, 1000).map(lambda value: round(value, 3)),
    st.sampled_from([1e-3, 1e12, 0.0]),
)
AMOUNTS = st.one_of(
    st.integers(-(10**12), 10**12),
    st.floats(-1000, 1000).map(lambda value: round(value, 3)),
    st.sampled_from([1e-3, 1e12, 0.0]),
)
YEARS = st.lists(st.integers(1990, 2030), min_size=2, max_size=20, unique=True).map(sorted)
SIZES = st.integers(320, 900)
QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
