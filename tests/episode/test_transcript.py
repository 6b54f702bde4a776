from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcast.episode.timeline import Placed, Timeline
from podcast.episode.transcript import BARS, TimedTranscript, transcript, waveform
from podcast.text.essay import Kind
from voices.speech import Word

SECOND = 44_100


@pytest.fixture
def passages(segment):
    segments = [segment(Kind.HEADING, 0, "The bank", 2), segment(Kind.PARAGRAPH, 1, "Stone. Paper.")]
    placed = (
        Placed(None, "This is Letters.", 0, 9 * SECOND, (Word(0, 4, 3 * SECOND, 4 * SECOND),), is_timed=True),
        Placed(0, "The bank", 10 * SECOND, 11 * SECOND, (), is_timed=True),
        Placed(1, "Stone. Paper.", 12 * SECOND, 14 * SECOND, (Word(0, 6, 12 * SECOND, 13 * SECOND),), is_timed=False),
        Placed(None, "", 15 * SECOND, 20 * SECOND, (), is_timed=True),
    )
    return transcript(segments, Timeline(placed, 800))


def test_passages_are_what_is_said_and_music_is_none(passages):
    assert [(one.kind, one.level, one.block, one.text) for one in passages] == [
        ("frame", 0, -1, "This is Letters."),
        ("heading", 2, 0, "The bank"),
        ("paragraph", 0, 1, "Stone. Paper."),
    ]
    assert {one.speaker for one in passages} == {"Narrator"}


@pytest.mark.parametrize(
    ("role", "speaker", "shown"),
    [
        ("announcer", "", "Narrator"),
        ("quote", "", "Narrator"),
        ("HOST", "HOST", "HOST"),
        ("ada Lake", "ada Lake", "Ada Lake"),
    ],
)
def test_readers_are_told_who_speaks_and_not_whose_voice_reads_a_heading(role, speaker, shown, segment):
    said = replace(segment(speaker=speaker, language="de"), role=role)
    placed = Placed(0, "text", 0, SECOND, (), is_timed=True)
    (passage,) = transcript([said], Timeline((placed,), 100))
    assert (passage.speaker, passage.language) == (shown, "de")


@pytest.mark.parametrize("welcome", ["This is Letters.", ""])
def test_greetings_say_their_language_where_it_is_not_the_essays(welcome, segment):
    texts = [(None, welcome), (0, "Stone."), (None, "That was Stone.")]
    placed = [Placed(index, text, 0, SECOND, (), is_timed=True) for index, text in texts]
    heard = TimedTranscript.of([segment()], Timeline(tuple(placed), 100), b"", greetings=("de", "fr"))
    assert [one.language for one in heard.passages] == ["de", "", "fr"][not welcome :]


def test_times_are_those_of_the_words_for_a_welcome_comes_after_music(passages):
    assert [(one.start_ms, one.end_ms) for one in passages] == [(3000, 4000), (10_000, 11_000), (12_000, 13_000)]
    assert [one.is_timed for one in passages] == [True, True, False]


@given(st.binary(max_size=3000))
def test_a_waveform_is_as_many_bars_as_fit_and_its_loudest_is_full(levels):
    bars = bytes.fromhex(waveform(levels))
    assert len(bars) == (min(BARS, len(levels)) if any(levels) else 0)
    assert max(bars, default=255) == 255


def test_a_waveform_is_high_where_it_is_loud():
    bars = bytes.fromhex(waveform(bytes([10] * 6000 + [200] * 6000)))
    assert set(bars[:300]) == {13}
    assert set(bars[300:]) == {255}
