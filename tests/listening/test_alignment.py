"""Two texts side by side, with the fewest wrong words."""

import random
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcast.listening.alignment import aligned
from podcast.listening.sounds import Ear

TEXTS = st.lists(st.sampled_from(["a", "b", "ab", "to", "two", "c"]), max_size=12)


def blocks(written, heard):
    return aligned(written.split(), heard.split(), Ear().are_alike)


def wrong(written, heard):
    return sum(not block.is_right for block in blocks(written, heard))


@pytest.mark.parametrize(
    ("written", "heard", "count"),
    [
        ("", "", 0),
        ("a river bends", "a river bends", 0),
        ("a river bends", "a liver bends", 1),
        ("a river bends", "a bends", 1),
        ("a river bends", "a wide river bends", 1),
        ("a river bends", "", 3),
        ("", "thank you", 2),
        ("big sea shells lie", "pig seashells lie", 1),
        ("the seashells on the seashore", "the sea shells on the sea shore", 0),
        ("it went to two lakes", "it went too to lakes", 0),
        ("every thing bends", "everything mends", 1),
    ],
)
def test_wrong_words_are_counted(written, heard, count):
    assert wrong(written, heard) == count


@given(TEXTS, TEXTS)
def test_every_word_of_both_sides_is_in_exactly_one_block(written, heard):
    found = aligned(written, heard, Ear().are_alike)
    assert [at for block in found for at in block.written] == [*range(len(written))]
    assert [at for block in found for at in block.heard] == [*range(len(heard))]
    assert all(max(len(block.written), len(block.heard)) == 1 for block in found if not block.is_right)


@given(TEXTS)
def test_a_text_is_like_itself(text):
    assert all(block.is_right for block in aligned(text, text, Ear().are_alike))


@given(TEXTS, TEXTS)
def test_no_more_is_wrong_than_the_longer_text_has(written, heard):
    count = sum(not block.is_right for block in aligned(written, heard, Ear().are_alike))
    assert abs(len(written) - len(heard)) / 4 - 1 <= count <= max(len(written), len(heard))


def test_half_an_hour_takes_little_memory():
    dice = random.Random(1)
    written = [str(dice.randrange(3000)) for _ in range(4000)]
    heard = ["x" if dice.random() < 0.05 else word for word in written if dice.random() > 0.05]
    tracemalloc.start()
    found = aligned(written, heard, Ear().are_alike)
    _, peak_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert 250 < sum(not block.is_right for block in found) < 500
    assert peak_bytes < 40_000_000


def test_a_page_that_was_heard_as_another_is_wrong_word_by_word():
    assert wrong(" ".join("xy" * 200), " ".join("vw" * 300)) == 600
