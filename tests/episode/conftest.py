from datetime import UTC, datetime

import numpy as np
import pytest

from feed.show import Chapter
from podcast.episode.facts import Audio, Episode, Skipped
from podcast.sound.record import MasteredAudio, encode_clip
from podcast.text.essay import Kind, Run
from podcast.text.script import Segment
from voices.speech import Word


@pytest.fixture
def clip(sine):
    """A clip of so many seconds of tone, with one word."""

    def make(seconds=0.5):
        pcm = (sine(440, seconds) * np.hanning(round(44100 * seconds))).astype(np.int16)
        return encode_clip(MasteredAudio(pcm, (Word(0, 4, 0, len(pcm)),)), 64)

    return make


@pytest.fixture
def segment():
    def make(kind=Kind.PARAGRAPH, block=0, text="text", level=0, **more):
        return Segment(kind, level, "narrator", (Run(text, 0, len(text)),), block, **more)

    return make


@pytest.fixture
def episode():
    def make(**changes):
        date = datetime(2026, 3, 1, 12, tzinfo=UTC)
        facts = {
            "slug": "rivers",
            "guid": "guid-of-rivers",
            "number": 1,
            "published": date,
            "updated": date,
            "title": "Why Rivers Bend",
            "author": "Ada Lake",
            "language": "en",
            "summary": "They do.",
            "notes_html": "<p>They do.</p>",
            "source": "rivers.md",
            "segments": 3,
            "audio": Audio("rivers-0badcafe.mp3", 1000, 1500, -16.0, -1.2),
            "chapters": (Chapter(0, "One"), Chapter(900, "Two")),
            "skipped": (Skipped("x = 1", "code block"),),
            "tags": ("water",),
        }
        return Episode(**{**facts, **changes})

    return make
