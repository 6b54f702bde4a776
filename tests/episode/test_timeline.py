from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcast.episode.timeline import MOST_WITHIN_SENTENCE_MS, Timeline, pause_frames, pause_ms, to_ms
from podcast.sound.codec.mp3 import FRAME_SAMPLES
from podcast.text.cues import Mark, MarkKind
from podcast.text.essay import Kind
from voices.speech import Pauses

PAUSES = Pauses(
    sentence=1,
    paragraph=2,
    list_item=3,
    before_heading=4,
    after_heading=5,
    before_quotation=6,
    after_quotation=7,
    scene_break=8,
)
H, P, Q, L = Kind.HEADING, Kind.PARAGRAPH, Kind.QUOTATION, Kind.LIST_ITEM


@pytest.mark.parametrize(
    ("before", "after", "pause"),
    [
        (P, P, 2),
        (P, H, 4),
        (H, P, 5),
        (H, H, 5),
        (P, Q, 6),
        (Q, P, 7),
        (Q, Q, 2),
        (L, L, 3),
        (P, L, 2),
        (L, P, 2),
        (H, Q, 6),
        (Q, H, 7),
    ],
)
def test_a_pause_is_the_longest_that_the_structure_asks_for(before, after, pause, segment):
    assert pause_ms(segment(before, 0), segment(after, 1), PAUSES) == pause


@pytest.mark.parametrize("kind", [H, P, Q, L])
def test_between_two_segments_of_a_block_it_is_a_sentence(kind, segment):
    assert pause_ms(segment(kind, 4), segment(kind, 4), PAUSES) == 1


@pytest.mark.parametrize(
    ("before", "pause"),
    [
        ("He said.", 300),
        ("He said “no”.", 300),
        ("“So?”", 300),
        ("他说。", 300),
        ("He said,", 150),
        ("the proof—", 150),
        ("he said (softly)", 150),
        ("She said only", MOST_WITHIN_SENTENCE_MS),
    ],
)
def test_a_cut_within_a_sentence_is_hardly_heard(before, pause, segment):
    assert pause_ms(segment(text=before), segment(text="more"), Pauses(sentence=300)) == pause
    assert pause_ms(segment(text=before), segment(text="more"), Pauses(sentence=0)) == 0


def marked(*cues):
    return {"cues": tuple(Mark(MarkKind(kind), *length) for kind, *length in cues)}


@pytest.mark.parametrize(
    ("cues", "pause"),
    [
        ([("pause", 1500)], 1500),
        ([("pause", 0)], 0),
        ([("pause",)], 8),
        ([("pause", 500), ("pause",), ("pause", 40)], 548),
        ([("scene break",)], 8),
        ([("scene break",), ("pause", 3)], 3),
        ([("sting",)], 6),
        ([("sting",), ("scene break",)], 8),
    ],
)
def test_marks_go_before_structure_and_a_scene_break_is_no_shorter_than_it(cues, pause, segment):
    assert pause_ms(segment(P, 0), segment(Q, 1, **marked(*cues)), PAUSES) == pause
    assert pause_ms(segment(P, 0, **marked(*cues)), segment(Q, 1), PAUSES) == 6


def test_a_scene_break_leaves_a_longer_pause(segment):
    long = replace(PAUSES, before_heading=9000)
    assert pause_ms(segment(P, 0), segment(H, 1, **marked(("scene break",))), long) == 9000


@pytest.mark.parametrize(("before", "after", "pause"), [("A", "B", 3), ("A", "A", 2), ("A", "", 2), ("", "B", 2)])
def test_an_answer_comes_sooner_than_a_paragraph(before, after, pause, segment):
    assert pause_ms(segment(P, 0, speaker=before), segment(P, 1, speaker=after), PAUSES) == pause


@given(st.integers(0, 5000), st.integers(0, 30_000))
def test_a_gap_is_the_wanted_one_to_half_a_frame_or_what_is_silent_already(wanted_ms, silent_samples):
    frames = pause_frames(wanted_ms, silent_samples)
    gap = frames * FRAME_SAMPLES + silent_samples
    wanted = wanted_ms * 44.1
    assert abs(gap - wanted) <= FRAME_SAMPLES / 2 or (frames == 0 and gap >= wanted)


def test_samples_become_milliseconds_once():
    assert to_ms(44100) == 1000
    assert Timeline((), 100).duration_ms == round(100 * FRAME_SAMPLES / 44.1)
