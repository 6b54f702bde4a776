from hypothesis import given
from hypothesis import strategies as st

from podcast.text.spoken import SpokenForm, spoken
from podcast.text.wording import written_words
from voices.speech import Word


def timed(text):
    """Every word of a text sounds 10 samples a character, as an engine would tell it."""
    words, at = [], 0
    for part in text.split():
        at = text.index(part, at)
        words.append(Word(at, at + len(part), at * 10, (at + len(part)) * 10))
        at += len(part)
    return words


def test_words_that_are_said_as_they_are_written_keep_their_times():
    text = "Rivers bend, always."
    found = written_words(spoken(text), text, timed(text))
    assert [(text[w.start : w.end], w.start_sample, w.end_sample) for w in found] == [
        ("Rivers", 0, 60), ("bend,", 70, 120), ("always.", 130, 200),
    ]  # fmt: skip


def test_a_word_that_is_said_as_several_has_the_time_of_all_of_them():
    form = SpokenForm("in nineteen eighty four now", (0, 1, 2, *[3] * 8, *[3] * 1, *[4] * 6, 4, *[6] * 4, 7, 8, 9, 10))
    found = written_words(form, "in 1984 now", timed(form.text))
    assert [(w.start, w.end, w.start_sample, w.end_sample) for w in found] == [
        (0, 2, 0, 20), (3, 7, 30, 230), (8, 11, 240, 270),
    ]  # fmt: skip


def test_a_word_that_is_not_said_has_no_length():
    found = written_words(SpokenForm("a c", (0, 1, 6)), "a bbb c", [Word(0, 1, 5, 9), Word(2, 3, 9, 20)])
    assert [(w.start_sample, w.end_sample) for w in found] == [(5, 9), (9, 9), (9, 20)]


@given(st.text(max_size=200))
def test_words_ascend_and_lie_in_the_text_whatever_it_is(text):
    form = spoken(text)
    found = written_words(form, text, timed(form.text))
    times = [time for word in found for time in (word.start_sample, word.end_sample)]
    assert times == sorted(times)
    assert all(text[word.start : word.end].split() == [text[word.start : word.end]] for word in found)
