from dataclasses import replace

import pytest

from podcast.episode.rundown import (
    AFTER_STING_MS,
    BEFORE_STING_MS,
    CLOSING_PAUSE_MS,
    OPENING_PAUSE_MS,
    Shape,
    rundown,
    wants_sting,
)
from podcast.text.cues import Mark, MarkKind
from podcast.text.essay import Kind
from podcast.text.script import Script
from voices.speech import Pauses

PAUSES = Pauses()
STING = Mark(MarkKind.STING)
FULL = Shape(opens=True, closes=True, has_sting=True)


@pytest.fixture
def script(segment):
    """Two paragraphs, a heading, a paragraph; `cues` stand before the segments of those indices."""

    def make(cues=(), last_cues=()):
        kinds = [(Kind.PARAGRAPH, 0), (Kind.PARAGRAPH, 0), (Kind.HEADING, 2), (Kind.PARAGRAPH, 0)]
        segments = [segment(kind, index, level=level) for index, (kind, level) in enumerate(kinds)]
        stand = dict(cues)
        return Script(tuple(replace(s, cues=stand.get(i, ())) for i, s in enumerate(segments)), (), tuple(last_cues))

    return make


def told(script, shape=FULL):
    return [
        (str(item.what) if item.segment is None else item.segment, item.pause_ms)
        for item in rundown(script, PAUSES, shape)
    ]


def test_without_marks_it_is_the_segments_and_what_surrounds_them(script):
    assert told(script()) == [
        ("opening", 0),
        (0, OPENING_PAUSE_MS),
        (1, PAUSES.paragraph),
        (2, PAUSES.before_heading),
        (3, PAUSES.after_heading),
        ("closing", CLOSING_PAUSE_MS),
    ]
    bare = told(script(), Shape(opens=False, closes=False, has_sting=False))
    assert [what for what, _ in bare] == [0, 1, 2, 3]
    assert bare[0] == (0, 0)


def test_a_sting_stands_where_the_essay_says(script):
    marked = script({1: (STING,)}, [STING])
    assert told(marked)[2:4] == [("sting", BEFORE_STING_MS), (1, AFTER_STING_MS)]
    assert told(marked)[-2:] == [("sting", BEFORE_STING_MS), ("closing", AFTER_STING_MS)]
    assert told(marked, replace(FULL, closes=False))[-1] == ("sting", BEFORE_STING_MS)


def test_pauses_that_are_marked_stay_on_their_side_of_the_sting(script):
    cues = (Mark(MarkKind.PAUSE, 2000), STING, Mark(MarkKind.PAUSE, 100), Mark(MarkKind.PAUSE, -1))
    assert told(script({1: cues}))[2:4] == [("sting", 2000), (1, 100 + PAUSES.scene_break)]


def test_without_music_a_sting_is_as_silent_as_a_scene_break(script):
    silent = replace(FULL, has_sting=False)
    assert told(script({1: (STING,)}), silent)[2] == (1, PAUSES.scene_break)
    assert told(script({1: (Mark(MarkKind.PAUSE, 400), STING)}), silent)[2] == (1, 400)
    assert told(script(last_cues=[STING]), silent)[-1] == ("closing", max(CLOSING_PAUSE_MS, PAUSES.scene_break))
    assert "sting" not in dict(told(script({1: (STING,)}, [STING]), replace(silent, closes=False)))


def test_before_chapters_there_is_one_and_never_two(script):
    each = replace(FULL, before_chapters=True)
    for marked in (script(), script({2: (STING,)}), script({2: (STING, STING)})):
        assert [what for what, _ in told(marked, each)] == ["opening", 0, 1, "sting", 2, 3, "closing"]


def test_the_episode_s_first_heading_needs_none(segment):
    segments = tuple(segment(Kind.HEADING, index, level=2) for index in range(3))
    each = replace(FULL, before_chapters=True)
    assert [what for what, _ in told(Script(segments, ()), each)] == ["opening", 0, "sting", 1, "sting", 2, "closing"]


def test_whether_there_is_a_place_for_one(script):
    assert not wants_sting(script(), before_chapters=False)
    assert wants_sting(script(), before_chapters=True)
    assert wants_sting(script({3: (STING,)}), before_chapters=False)
    assert wants_sting(script(last_cues=[STING]), before_chapters=False)
