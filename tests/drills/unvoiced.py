"""Commits without a voice: a recording that never was, published as a build publishes one, in milliseconds.

published(Archive(show / "public"), PLAIN, source="ponds.md")
"""

from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

from podcast.config.settings import Settings, ShowSettings
from podcast.episode.assembly import Assembled
from podcast.episode.cover import Cover
from podcast.episode.facts import Coverage, Span
from podcast.episode.timeline import Placed, Timeline
from podcast.show.commit import EpisodeVoices, FinishedEpisode, publish
from podcast.show.site import Branding
from podcast.sound.codec import mp3
from podcast.text.reading import read_essay
from podcast.text.script import write_script
from voices.speech import Word

ESSAY = """\
---
title: Why Rivers Bend
author: Ada Lake
date: 2026-03-01
language: en-gb
tags: [water, stone]
season: 2
episode: 5
---
Rivers bend. <!-- ask Nora about this --> Nobody planned it.

    x = 1

***

It goes on.
"""
PLAIN = "---\ntitle: Ponds\n---\nPonds stand still.\n"
NOW = datetime(2026, 3, 8, 12, 30, 15, 987_654, tzinfo=UTC)
SETTINGS = Settings(show=ShowSettings(base_url="https://example.org/show", author="Nora Shore", language="en-us"))
BRANDING = Branding("Shore Letters", "cover-0badcafe.jpg", Cover(b"a picture"))
FRAMES = mp3.silence(120, 64)


@contextmanager
def finished(archive, text=ESSAY, opus=b"", name="rivers.md", **changes):
    """As if it had been recorded: half a second a word."""
    essay = read_essay(text.encode(errors="surrogatepass"), name)
    script = write_script(essay, says_title=False)
    placed, sample = [], 0
    for index, segment in enumerate(script.segments):
        words, at, begin = [], 0, sample
        for part in segment.text.split():
            at = segment.text.index(part, at)
            words.append(Word(at, at + len(part), sample, sample + 22_050))
            at, sample = at + len(part), sample + 22_050
        placed.append(Placed(index, segment.text, begin, sample, tuple(words), is_timed=True))
    assembled = Assembled(Timeline(tuple(placed), 120), -16.25, -1.5, bytes([255]) * 120)
    speakers = EpisodeVoices(("espeak_ng:en-us",), ("Anna reads, CC BY 4.0",))
    proof = Coverage(len(essay.source), "0a", (Span(0, 5, 0, 900),))
    with archive.stage() as body, archive.stage() as ogg:
        body.write(FRAMES)
        ogg.write(opus)
        facts = FinishedEpisode(essay, "rivers.md", script, assembled, speakers, (), {}, proof, body, ogg)
        yield replace(facts, **changes)


def published(archive, text=ESSAY, settings=SETTINGS, now=NOW, **changes):
    with finished(archive, text, **changes) as recording, archive.locked():
        return publish(recording, BRANDING, settings, archive, now)
