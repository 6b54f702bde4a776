import pytest
from hypothesis import given
from hypothesis import strategies as st

from feed.packed import Packed

NUMBERS = st.integers(-(2**63), 2**63 - 1)
ROWS = st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS), max_size=6)


@given(ROWS, ROWS)
def test_packed_records_are_a_sequence(rows, others):
    packed = Packed(tuple, rows)
    assert list(packed) == rows
    assert len(packed) == len(rows)
    assert bool(packed) == bool(rows)
    assert [packed[at] for at in range(-len(rows), len(rows))] == rows * 2
    assert packed[1:3] == tuple(rows[1:3])
    assert list(reversed(packed)) == rows[::-1]
    assert (packed == Packed(tuple, others)) is (rows == others)
    assert hash(packed) == hash(Packed(tuple, rows))


def test_what_is_not_there_is_an_error():
    with pytest.raises(IndexError):
        Packed(tuple, [(1, 2, 3, 4)])[1]


def test_what_has_no_room_is_an_error():
    with pytest.raises(OverflowError):
        Packed(tuple, [(1, 2, 3, 2**63)])
