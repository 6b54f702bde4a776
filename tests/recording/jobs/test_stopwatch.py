"""How fast an engine spoke, by the clock of who it spoke for."""

import time

import pytest

from podcast.cache.store import Store
from podcast.recording.jobs.render_jobs import SpeechClipJob, SpeechJob
from podcast.recording.jobs.runner import JobRunner
from podcast.recording.jobs.speaker import Speaker
from podcast.recording.jobs.stopwatch import Timed
from podcast.recording.jobs.takes import Takes
from podcast.sound.dsp.chain import Chain
from voices.speech import Take, Utterance


@pytest.fixture
def passage(voice):
    return SpeechClipJob(SpeechJob(Utterance("Rivers bend, and nobody planned it.", voice), Chain()), bitrate_kbps=64)


def test_a_passage_comes_with_the_speed_of_the_engine(passage):
    with JobRunner() as runner:
        outcome = next(runner.outcomes([Timed(passage)]))
        assert outcome.is_voiced
        assert outcome.made.speed > 1
        assert outcome.made.clip == runner.result(passage)


def test_what_was_kept_is_not_voiced(passage, tmp_path):
    with JobRunner(store=Store(tmp_path)) as runner:
        runner.result(passage)
    with JobRunner(store=Store(tmp_path)) as runner:
        assert not next(runner.outcomes([Timed(passage)])).is_voiced


class Slow:
    """It takes a twentieth of a second for two seconds of sound, and longer to start."""

    def __init__(self, speaker):
        self._speaker, self.asked = speaker, []

    def speak(self, utterance):
        self.asked.append("speak")
        time.sleep(0.05)
        take = self._speaker.speak(utterance)
        pcm = (take.pcm * 9)[: 2 * 2 * take.rate_hz]
        return Take(pcm, take.rate_hz, take.words, take.is_timed)

    def roster(self, driver):
        self.asked.append(driver)
        time.sleep(0.2)
        return self._speaker.roster(driver)


def test_what_is_counted_is_the_sound_by_the_time_that_the_engine_took(passage, tmp_path):
    with Speaker(Takes(Store(tmp_path))) as speaker:
        speaker.speak(passage.voice.utterance)  # from now on, it costs nothing
        slow = Slow(speaker)
        made = Timed(passage).made(slow)
        assert slow.asked == ["espeak_ng", "speak"]
        assert 2 / 0.9 < made.speed <= 2 / 0.05
        again = Timed(passage).unpacked(Timed(passage).packed(made))
        assert again == made
