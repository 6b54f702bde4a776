"""One normaliser for what was written and what was heard."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feed.passages import TimedWord
from podcast.listening.words import words_of
from podcast.text.spoken import spoken

american = partial(spoken, language="en-us")


def said(text, form=american):
    return " ".join(word.text for word in words_of(text, (), form))


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("It was lit in 1849.", "it was lit in eighteen forty-nine"),
        ("$2.50 a day", "two dollars and fifty cents a day"),
        ("Dr. Hale, of St. Paul St.", "Doctor Hale of Saint Paul Street"),
        ("One hundred and seventy-six years", "176 years"),
        ("a hundred and three miles", "103 miles"),
        ("half a million", "half a million"),
        ("85–90% of 1.2 m", "85 to 90 percent of 1.2 meters"),
        ("on 3 March 1999, i.e. the day", "on the 3rd of March 1999, that is the day"),
        ("at 7:30 a.m.", "at 7:30 AM"),
        ("nine o'clock", "nine o’clock"),
        ("the harbour's colour", "the harbor's color"),
        ("it travelled to a theatre, realising", "It traveled to a theater, realizing."),
        ("a left-handed Café", "a left handed cafe"),
        ("the U.S. or the USA", "the US or the U.S.A."),
        ("“Well,” she said — no!", "well she said [laughter] no"),
        ("it doesn't", "it doesn’t"),
    ],
)
def test_both_ways_of_writing_it_are_the_same(written, heard):
    assert said(written).replace(" ", "") == said(heard).replace(" ", "")


@pytest.mark.parametrize(("one", "other"), [("filled", "filed"), ("four", "for"), ("hour", "or"), ("a cat", "one cat")])
def test_what_sounds_different_stays_different(one, other):
    assert said(one) != said(other)


def test_a_recogniser_s_noise_is_no_word():
    assert said("[Music] ♪ la la ♪ Ponds [applause] stand still.") == "ponds stand still"


def test_an_and_that_is_in_no_number_stays():
    assert said("a hundred and then some, and") == "one hundred and then some and"
    assert said("one hundred and") == "one hundred and"


def test_all_words_of_a_number_have_the_time_of_what_is_written():
    times = (TimedWord(0, 2, 0, 100), TimedWord(3, 7, 100, 900), TimedWord(8, 12, 900, 1200))
    words = words_of("In 1849 fog.", times, american)
    assert [(word.text, word.start, word.start_ms, word.end_ms) for word in words] == [
        ("in", 0, 0, 100),
        *((text, word.start, 100, 900) for text, word in zip(["eighteen", "forty", "nine"], words[1:4], strict=True)),
        ("fog", 8, 900, 1200),
    ]


@given(st.text(max_size=60))
def test_no_text_is_too_odd_to_be_compared(text):
    for word in words_of(text, (), american):
        assert word.text
        assert 0 <= word.start < word.end <= len(text)
