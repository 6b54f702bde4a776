"""Words and captions begin when they are heard: measured on the decoded MP3, in ways that know nothing of its making.

There are three judges. After a silence, loudness tells where a word begins. Within a passage, the passage is voiced
once more, alone, and found in the episode by the rise and fall of its loudness. And as the times of its words are then
the engine's own, espeak-ng is asked to exchange some of them for other words: up to there, the sound stays the same.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from html import unescape
from statistics import median

import numpy as np
import pytest
import webvtt

from podcast.config.settings import Settings
from podcast.sound.dsp.chain import Chain
from podcast.sound.dsp.master import calibrated, master
from podcast.sound.dsp.pacing import paced
from podcast.text.spoken import spoken
from podcast.text.wording import written_words
from podcast.voicing.casting import choose_cast
from voices.casting import cast
from voices.casting import find as find_profile
from voices.speech import Take, Utterance

MEDIAN_MS, WORST_MS = 20, 80
SILENCE_MS = 150
SILENCE_DBFS = -50
SEARCH_MS = 1500  # before and after the place where a passage should be
#: Words of one stressed syllable, and such of as many letters to put in their place: melody and pace stay the same.
EXCHANGED = set("fog wound clock wick ships bells heard bell noon came spring oil wind mood pen stove sea lamp".split())
INSTEAD = {
    3: ("tie", "bay", "mud"),
    4: ("tide", "boat", "mist"),
    5: ("field", "light", "stone"),
    6: ("bridge", "stream", "growth"),
}


@dataclass(frozen=True)
class Found:
    """A passage that was voiced alone, and where the episode has it."""

    text: str
    told_ms: list[int]  # when its words begin, by words.json
    heard_ms: list[float]  # and by the take, from where the take was found
    begin_ms: int
    likeness: float  # of the loudness there; 1 is the same
    take: Take
    speak: Callable[[str], Take]


def levels_dbfs(samples, rate_hz=44_100):
    """The loudness of the 5 ms around each millisecond, nowhere less than SILENCE_DBFS."""
    energy = np.concatenate([[0], np.cumsum((samples / 32768.0) ** 2)])
    time_ms = np.arange(len(samples) * 1000 // rate_hz)
    begin, end = (
        np.interp((time_ms + by_ms) * rate_hz / 1000, np.arange(len(energy)), energy) for by_ms in (-2.5, 2.5)
    )
    return np.maximum(10 * np.log10((end - begin) / (0.005 * rate_hz) + 1e-12), SILENCE_DBFS)


def correlation(place, wanted):
    """Pearson's, of `wanted` with each stretch of `place` that is as long."""
    length = len(wanted)
    sums, squares = (np.concatenate([[0], np.cumsum(series)]) for series in (place, place**2))
    mean = (sums[length:] - sums[:-length]) / length
    variance = np.maximum((squares[length:] - squares[:-length]) / length - mean**2, 1e-3)  # that of silence is 0
    return np.correlate(place, (wanted - wanted.mean()) / wanted.std(), "valid") / length / np.sqrt(variance)


def in_ms(clock):
    hours, minutes, seconds = clock.split(":")
    return round((int(hours) * 60 + int(minutes)) * 60_000 + float(seconds) * 1000)


def to_nearest(wanted, candidates):
    """How far each of `wanted` is from what is nearest to it."""
    return np.abs(np.subtract.outer(np.asarray(wanted), np.asarray(candidates))).min(axis=1)


def assert_in_time(errors_ms, least, median_ms=MEDIAN_MS, worst_ms=WORST_MS):
    """`least`: how many there must be, so that this can't be satisfied by measuring nothing."""
    errors_ms = np.abs(errors_ms)
    assert len(errors_ms) >= least
    assert median(errors_ms) <= median_ms
    assert max(errors_ms) <= worst_ms


@pytest.fixture(scope="module")
def levels(real_sound):
    return levels_dbfs(real_sound)


@pytest.fixture(scope="module")
def onsets_ms(levels, real_show):
    """Where sound begins after a silence, up to the sign-off, whose music comes before its words."""
    loud = np.flatnonzero(levels > SILENCE_DBFS)
    begins = loud[1:][np.diff(loud) > SILENCE_MS]
    return begins[begins < essay_end_ms(real_show)]


def essay_end_ms(show):
    return show.passages[-2]["endTime"] * 1000


@pytest.fixture(scope="module")
def words_ms(real_show):
    return [start_ms for start_ms, _, _ in real_show.words]


@pytest.fixture(scope="module")
def cues(real_show):
    """When each caption begins, in WebVTT and in SubRip, and the number of its first word in the episode."""
    read = webvtt.read(str(real_show.one(".vtt"))), webvtt.from_srt(str(real_show.one(".srt")))
    return [cue for captions in read for cue in numbered(captions)]


def numbered(captions):
    number = 0
    for caption in captions:
        yield in_ms(caption.start), number
        number += len(re.findall(r"[^\s—]*\w[^\s—]*", unescape(caption.text)))


ROLES = {"heading": "announcer", "quotation": "quote"}


@pytest.fixture(scope="module")
def found(real_show, levels, engine_processes, rosters):
    """Every passage, frames with their music included, where the episode has it."""
    company = choose_cast(rosters, Settings(), "en-us", {(role, "") for role in ROLES.values()})

    def speaking(passage):
        speaker = company[ROLES.get(passage["kind"], "narrator"), ""]

        def speak(written):
            form = spoken(written, "en-us")
            take = paced(
                engine_processes(speaker.voice.driver).speak(Utterance(form.text, speaker.voice)),
                form.text,
                speaker.pauses.sentence,
            )
            return replace(take, words=written_words(form, written, take.words))

        chain = replace(Chain(), **dict(speaker.chain))
        return speak, lambda take: replace(chain, gain_db=calibrated(chain, samples(take), take.rate_hz, -16).gain_db)

    return [find(passage, levels, *speaking(passage)) for passage in real_show.passages]


def samples(take):
    return np.frombuffer(take.pcm, "<i2")


def find(passage, levels, speak, chain_for):
    text = passage["body"]
    take = speak(text)
    # Mastered as in the episode: the phase rotator spreads each pulse over more than the 5 ms that are looked at.
    wanted = levels_dbfs(master(samples(take), take.rate_hz, chain_for(take)))
    from_ms = max(0, round(passage["startTime"] * 1000) - SEARCH_MS)
    likeness = correlation(levels[from_ms : from_ms + len(wanted) + 2 * SEARCH_MS], wanted)
    begin_ms = from_ms + int(np.argmax(likeness))
    return Found(
        text=text,
        told_ms=[start_ms for start_ms, *_ in passage["words"]],
        heard_ms=[begin_ms + word.start_sample * 1000 / take.rate_hz for word in take.words],
        begin_ms=begin_ms,
        likeness=float(likeness.max()),
        take=take,
        speak=speak,
    )


def test_what_is_heard_after_a_silence_is_a_word_that_begins(onsets_ms, words_ms):
    assert_in_time(to_nearest(onsets_ms, words_ms), least=40)


def test_a_caption_after_a_silence_begins_with_the_sound(onsets_ms, cues, levels, real_show):
    told_ms = [cue_ms for cue_ms, _ in cues if cue_ms < essay_end_ms(real_show)]
    measured = [cue_ms for cue_ms in told_ms if levels[cue_ms - SILENCE_MS : cue_ms - 5].max() <= SILENCE_DBFS]
    assert_in_time(to_nearest(measured, onsets_ms), least=40)


def test_every_passage_is_found_in_the_episode(found):
    assert min(passage.likeness for passage in found) > 0.8


def test_each_word_is_where_the_passage_voiced_alone_has_it(found):
    errors_ms = [
        told_ms - heard_ms
        for passage in found
        for told_ms, heard_ms in zip(passage.told_ms, passage.heard_ms, strict=True)
    ]
    assert_in_time(errors_ms, least=300)


def test_each_caption_is_where_the_passage_voiced_alone_has_its_first_word(found, cues):
    heard_ms = [time_ms for passage in found for time_ms in passage.heard_ms]
    assert_in_time([cue_ms - heard_ms[number] for cue_ms, number in cues], least=60)


def test_a_sentence_with_another_word_sounds_the_same_up_to_that_word(real_show, engine_process, espeak):
    """Nearly: an engine, as we do, prepares the next sound in the one before. A net would change the whole sentence."""
    voice = cast(find_profile("narrator", espeak), espeak)
    texts = [spoken(passage["body"], "en-us").text for passage in real_show.passages]
    errors_ms = [error_ms for text in texts for error_ms in exchange_errors_ms(text, voice, engine_process)]
    assert_in_time(errors_ms, least=18, median_ms=80, worst_ms=250)  # the most before "fog", in "There was no fog"


def exchange_errors_ms(text, voice, engine_process):
    """For each word that is exchanged, how much later it begins by the engine than by the first other sound."""
    said = engine_process.speak(Utterance(text, voice))
    for word in said.words:
        written = text[word.start : word.end]
        bare = written.strip('.,;:?"()').lower()
        if bare in EXCHANGED:
            others = [
                text[: word.start] + written.lower().replace(bare, other) + text[word.end :]
                for other in INSTEAD[len(bare)]
            ]
            takes = [engine_process.speak(Utterance(other, voice)) for other in others]
            differs = median(first_difference(samples(said).astype(int), samples(take)) for take in takes)
            yield (word.start_sample - differs) * 1000 / said.rate_hz


def first_difference(pcm, other):
    length = min(len(pcm), len(other))
    return int(np.argmax(np.abs(pcm[:length] - other[:length]) > 300))
