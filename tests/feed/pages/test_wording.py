"""Times, lengths and dates as people read them."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feed.pages.wording import clock, day, fragment, iso_length, language_tag, length, printable


@pytest.mark.parametrize(
    ("time_ms", "shown"), [(0, "0:00"), (65_999, "1:05"), (3_599_999, "59:59"), (3_723_000, "1:02:03")]
)
def test_clocks_show_whole_seconds_that_have_passed(time_ms, shown):
    assert clock(time_ms) == shown


@pytest.mark.parametrize(
    ("duration_ms", "shown"),
    [(20_000, "under a minute"), (61_000, "1 min"), (419_000, "7 min"), (3_600_000, "1 h"), (4_320_000, "1 h 12 min")],
)
def test_lengths_are_about_right(duration_ms, shown):
    assert length(duration_ms) == shown


@given(st.integers(0, 10**8))
def test_a_fragment_is_exact(time_ms):
    assert round(float(fragment(time_ms).removeprefix("t=")) * 1000) == time_ms


def test_other_forms():
    assert fragment(75_000) == "t=75"
    assert fragment(100_000) == "t=100"
    assert iso_length(419_400) == "PT419S"
    assert day(datetime(2026, 3, 6, tzinfo=UTC)) == "6 March 2026"
    assert language_tag(" en_US") == "en-us"
    assert printable("a\u202eb\x00c\u2067d") == "abcd"
