from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from voices.words import WordEvent, time_words, word_spans


def starts(text, events, samples):
    return {text[word.start : word.end]: word.start_sample for word in time_words(text, events, samples)}


def test_a_word_is_a_letter_or_digit_up_to_white_space_or_a_long_dash():
    text = "“Well—no,” said e.g. 1984 … & don’t"
    assert [text[a:b] for a, b in word_spans(text)] == ["“Well", "no,”", "said", "e.g.", "1984", "don’t"]


def test_the_first_event_of_a_word_gives_its_time():
    events = [WordEvent(0, 0), WordEvent(6, 500), WordEvent(7, 700), WordEvent(11, 900)]
    assert starts("about 1984 then", events, 1000) == {"about": 0, "1984": 500, "then": 900}


def test_words_without_an_event_share_the_time_by_their_letters():
    assert starts("a bbb cccc", [WordEvent(0, 0)], 800) == {"a": 0, "bbb": 100, "cccc": 400}


def test_without_any_event_all_words_are_estimated():
    assert starts("aaaa bbbb", [], 100) == {"aaaa": 0, "bbbb": 50}


def test_an_event_that_goes_back_is_not_believed():
    events = [WordEvent(0, 0), WordEvent(8, 200), WordEvent(4, 300)]
    assert starts("one two three", events, 500) == {"one": 0, "two": 100, "three": 200}


def test_events_between_words_and_past_the_end_are_ignored():
    assert starts("one two", [WordEvent(0, 0), WordEvent(3, 40), WordEvent(99, 50)], 60) == {"one": 0, "two": 30}


@given(
    st.text(alphabet="ab1 —.’", max_size=60),
    st.lists(st.builds(WordEvent, st.integers(-5, 70), st.integers(0, 999)), max_size=20),
)
def test_words_are_in_order_and_fill_the_take(text, events):
    words = time_words(text, events, 1000)
    assert [(word.start, word.end) for word in words] == word_spans(text)
    assert all(before.end_sample == after.start_sample for before, after in pairwise(words))
    assert all(0 <= word.start_sample <= word.end_sample <= 1000 for word in words)
    assert not words or words[-1].end_sample == 1000
