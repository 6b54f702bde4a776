"""An episode is cut in its pauses."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from feed.passages import Passage, TimedWord
from podcast.listening.cuts import Excerpt, clips, clips_of_one


def passage(*times_ms, language="", is_timed=True):
    words = [TimedWord(0, 1, start_ms, end_ms) for start_ms, end_ms in times_ms]
    return Passage("a", "Narrator", "paragraph", 0, 0, times_ms[0][0], times_ms[-1][1], words, is_timed, language)


def speech(from_ms, words, word_ms=300, pause_ms=50):
    return [(from_ms + at * (word_ms + pause_ms), from_ms + at * (word_ms + pause_ms) + word_ms) for at in range(words)]


def test_a_short_episode_is_one_clip_with_a_margin():
    assert clips([passage((5000, 5400), (5500, 6000))], "en-us") == (Excerpt(4500, 6500, "en"),)
    assert clips([passage((200, 400))], "en")[0].start_ms == 0


def test_it_is_cut_in_the_longest_pause():
    first, second = speech(0, 50), speech(50 * 350 + 600, 60)
    one, other = clips([passage(*first, *second)], "en")
    assert first[-1][1] < one.end_ms == other.start_ms < second[0][0]


def test_each_language_has_clips_of_its_own():
    found = clips([passage((0, 900)), passage((1000, 1900), language="fr-fr"), passage((2000, 2900))], "en-us")
    assert [clip.language for clip in found] == ["en", "fr", "en"]


def test_music_that_stands_alone_is_in_no_clip():
    found = clips([passage((5000, 6000)), passage((16_000, 17_000))], "en")
    assert [(clip.start_ms, clip.end_ms) for clip in found] == [(4500, 6500), (15_500, 17_500)]


def test_estimated_times_are_not_cut_at():
    assert len(clips([passage(*speech(0, 200), is_timed=False)], "en")) == 1
    two = clips([passage(*speech(0, 60), is_timed=False), passage(*speech(22_000, 60), is_timed=False)], "en")
    assert len(two) == 2


def test_of_nothing_there_is_no_clip():
    assert clips([], "en") == ()


@given(st.lists(st.tuples(st.integers(0, 900), st.integers(1, 900)), min_size=1, max_size=300))
def test_no_clip_is_long_and_every_word_is_in_one(steps):
    times, now_ms = [], 0
    for pause_ms, length_ms in steps:
        times.append((now_ms + pause_ms, now_ms + pause_ms + length_ms))
        now_ms += pause_ms + length_ms
    found = clips([passage(*times)], "en")
    assert all(clip.end_ms - clip.start_ms <= 30_000 for clip in found)
    assert all(before.end_ms <= after.start_ms for before, after in pairwise(found))
    assert all(any(clip.start_ms <= start and end <= clip.end_ms for clip in found) for start, end in times)


def test_a_passage_that_is_played_alone_has_next_to_nothing_of_those_beside_it():
    [clip] = clips_of_one(passage((5000, 5400), (5500, 6000)), "en-us")
    assert (clip.start_ms, clip.end_ms) == (4900, 6100)


def test_a_long_passage_is_cut_when_it_is_played_alone_as_well():
    found = clips_of_one(passage(*speech(0, 120)), "en")
    assert len(found) > 1
    assert all(clip.end_ms - clip.start_ms <= 29_000 for clip in found)
