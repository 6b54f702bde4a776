import time
from functools import partial

import pytest

from podcast.sound.crew import Crew
from podcast.sound.master import Chain
from podcast.sound.record import record
from voices.speech import SpeechError, Utterance, Voice

TEXTS = [f"Sentence number {number}." * (1 + number % 3) for number in range(12)]


@pytest.mark.parametrize("jobs", [1, 3])
def test_clips_come_in_order_and_are_the_same_for_any_number_of_jobs(jobs, booth, voice):
    utterances = [Utterance(text, voice) for text in TEXTS]
    expected = [record(said, Chain(), 64, booth.speak).frames for said in utterances]
    with Crew("espeak_ng", jobs=jobs) as crew:
        clips = crew.results(partial(record, said, Chain(), 64) for said in utterances)
        assert [clip.frames for clip in clips] == expected


def test_only_a_few_recordings_are_begun_ahead():
    begun = []
    with Crew("espeak_ng", jobs=2) as crew:
        clips = crew.results(partial(lambda number, **_: begun.append(number) or number, n) for n in range(100))
        assert next(clips) == 0
        time.sleep(0.1)
        assert len(begun) < 12


def test_a_failure_comes_at_its_place_and_the_rest_is_let_go(voice):
    bad = Voice("espeak_ng", "nobody", "en")
    with Crew("espeak_ng", jobs=2) as crew:
        said = [Utterance("Good.", voice), Utterance("Bad.", bad), Utterance("Good.", voice)]
        clips = crew.results(partial(record, utterance, Chain(), 64) for utterance in said)
        assert next(clips).frame_count
        with pytest.raises(SpeechError, match="nobody"):
            next(clips)


def test_leaving_early_waits_for_nobody(voice):
    """Two hours of speech are under way when somebody presses Ctrl-C."""
    said = [Utterance("Short.", voice)] + [Utterance("On and on. " * 9000, voice)] * 2
    with pytest.raises(KeyboardInterrupt), Crew("espeak_ng", jobs=2) as crew:
        clips = crew.results(partial(record, utterance, Chain(), 64) for utterance in said)
        next(clips)
        begun = time.monotonic()
        raise KeyboardInterrupt
    assert time.monotonic() - begun < 2
