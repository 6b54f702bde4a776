"""How fast an engine spoke, by the clock of who it spoke for."""

import pytest

from podcast.cache.store import Store
from podcast.recording.jobs.render_jobs import SpeechClipJob, SpeechJob
from podcast.recording.jobs.runner import JobRunner
from podcast.recording.jobs.stopwatch import Timed
from podcast.sound.dsp.chain import Chain
from voices.speech import Utterance


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
