from dataclasses import replace

import numpy as np
import pytest

from podcast.sound import SILENCE_LEVEL
from podcast.sound.dsp.pacing import paced
from voices.casting import cast, find
from voices.speech import Take, Utterance, Word

TEXT = "The water digs. Is it so? “Yes,” he said. So it goes, and on it went… And then Dr Hale came."
SENTENCE_STARTS = ["Is", "“Yes,”", "So", "And"]
LONGER_MS = 1600  # than any engine's own pause: a net that reads slowly waits 1.5 s at an ellipsis


def silence_before(take, word):
    """How long it is silent until the sound of a word, which may be told some milliseconds late."""
    loud = np.abs(np.frombuffer(take.pcm, "<i2").astype(int)) > SILENCE_LEVEL
    told = word.start_sample - take.rate_hz // 100
    until = told + int(np.argmax(loud[told:]))
    return (until - 1 - int(np.flatnonzero(loud[:until])[-1])) / take.rate_hz * 1000


SPOKEN = [("narrator", 190), ("fireside", 190), ("clara", 190)]
SPOKEN += [(profile, rate_wpm) for profile in ("heart", "amos") for rate_wpm in (110, 155, 230)]


@pytest.fixture(scope="module", params=SPOKEN, ids=lambda spoken: "-".join(map(str, spoken)))
def take(request, engine_processes, rosters):
    profile, rate_wpm = request.param
    voice = replace(cast(find(profile, rosters), rosters), rate_wpm=rate_wpm)
    return engine_processes(voice.driver).speak(Utterance(TEXT, voice))


@pytest.mark.parametrize("pause_ms", [120, 300, 900])
def test_every_sentence_waits_as_long_as_it_is_told(take, pause_ms):
    made = paced(take, TEXT, pause_ms)
    starts = {TEXT[word.start : word.end]: word for word in made.words}
    for start in SENTENCE_STARTS:
        assert silence_before(made, starts[start]) == pytest.approx(pause_ms, abs=12)


def test_the_sound_itself_is_untouched(take):
    made = paced(take, TEXT, LONGER_MS)
    sounds = (np.frombuffer(one.pcm, "<i2") for one in (take, made))
    loud, kept = (pcm[np.abs(pcm.astype(int)) > SILENCE_LEVEL] for pcm in sounds)
    assert np.array_equal(loud, kept)
    assert made.samples > take.samples


def test_words_move_with_their_sound(take):
    made = paced(take, TEXT, LONGER_MS)
    for old, new in zip(take.words, made.words, strict=True):
        begin, later = old.start_sample, new.start_sample
        assert take.pcm[2 * begin : 2 * begin + 400] == made.pcm[2 * later : 2 * later + 400]
    assert made.words[-1].end_sample <= made.samples


def test_a_pause_that_is_right_changes_nothing(take):
    once = paced(take, TEXT, 300)
    assert paced(once, TEXT, 300) == once


def test_pauses_within_a_sentence_stay_as_they_are(take):
    made = paced(take, TEXT, LONGER_MS)
    assert since_so(take) == since_so(made)


def since_so(take):
    """From "So" to "on", with a comma between them."""
    starts = {TEXT[word.start : word.end]: word.start_sample for word in take.words}
    return starts["on"] - starts["So"]


def test_estimated_times_are_not_trusted():
    take = Take(bytes(20_000), 22_050, (Word(0, 3, 0, 5000), Word(4, 7, 5000, 10_000)), is_timed=False)
    assert paced(take, "So. And", 50) is take


def test_what_has_no_silence_is_left_alone(sine):
    pcm = sine(440, 0.5, rate_hz=22_050)
    take = Take(pcm.tobytes(), 22_050, (Word(0, 3, 0, 5000), Word(4, 7, 5000, 11_025)), is_timed=True)
    assert paced(take, "So. And", 50) == take
