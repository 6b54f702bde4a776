import time
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner

from podcast.cache.store import Store
from podcast.cli import main
from podcast.recording.jobs.pool import WorkerPool
from podcast.recording.jobs.render_jobs import SpeechClipJob, SpeechJob
from podcast.recording.jobs.runner import JobRunner
from podcast.recording.jobs.speaker import Speaker
from podcast.recording.jobs.worker import JobAnswer, WorkerSetup, work
from podcast.sound.dsp.chain import Chain
from voices.speech import SpeechError, Utterance, Voice

TEXTS = [f"Sentence number {number}." * (1 + number % 3) for number in range(12)]


@pytest.fixture
def passage(voice):
    return lambda text, by=voice: SpeechClipJob(SpeechJob(Utterance(text, by), Chain(gain_db=11), 300), 64)


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "cache")


@pytest.mark.parametrize("count", [1, 3])
def test_clips_come_in_order_and_are_the_same_for_any_number_of_jobs(count, passage):
    jobs = [*map(passage, TEXTS)]
    with Speaker() as speaker:
        expected = [job.made(speaker) for job in jobs]
    with JobRunner(driver="espeak_ng", jobs=count) as runner:
        assert [*runner.results(jobs)] == expected


def test_only_a_few_recordings_are_begun_ahead(passage):
    begun = []
    with JobRunner(driver="espeak_ng", jobs=2) as runner:
        clips = runner.results(begun.append(number) or passage(f"Number {number}.") for number in range(100))
        next(clips)
        assert len(begun) < 12


def test_what_was_begun_early_is_made_once(passage):
    elsewhere = Elsewhere()
    with elsewhere._thread, JobRunner(driver="espeak_ng", workforce=elsewhere) as runner:
        runner.begin(passage("Last."))
        [*_, last] = runner.outcomes(map(passage, ("First.", "Last.")))
    assert elsewhere.asked == [passage("Last."), passage("First.")]
    assert last.is_voiced


def test_a_failure_comes_at_its_place_and_the_rest_is_let_go(passage):
    with JobRunner(driver="espeak_ng", jobs=2) as runner:
        clips = runner.results(
            [passage("Good."), passage("Bad.", Voice("espeak_ng", "nobody", "en")), passage("Good!")]
        )
        assert next(clips).frame_count
        with pytest.raises(SpeechError, match="nobody"):
            next(clips)


def test_leaving_early_waits_for_nobody(passage, patient):
    """Two hours of speech are under way when somebody presses Ctrl-C."""
    jobs = [passage("Short."), passage("On and on. " * 9000), passage("On and on! " * 9000)]
    with pytest.raises(KeyboardInterrupt), JobRunner(driver="espeak_ng", jobs=2) as runner:
        next(runner.results(jobs))
        begun = time.monotonic()
        raise KeyboardInterrupt
    assert time.monotonic() - begun < patient(2)


def test_what_was_made_before_needs_no_hand(store, passage, monkeypatch):
    jobs = [*map(passage, TEXTS)]
    with JobRunner(driver="espeak_ng", jobs=2, store=store) as runner:
        first = [*runner.outcomes(jobs)], runner.rosters("espeak_ng").of("espeak_ng")
        assert all(outcome.is_voiced for outcome in first[0])
        assert all(outcome.is_voiced for outcome in runner.outcomes(jobs))  # by this runner
    monkeypatch.setattr("podcast.recording.jobs.pool.Worker", None)
    with JobRunner(driver="espeak_ng", jobs=2, store=store) as runner:
        again = [*runner.outcomes(jobs)], runner.rosters("espeak_ng").of("espeak_ng")
    assert not any(outcome.is_voiced for outcome in again[0])
    assert [outcome.made for outcome in again[0]] == [outcome.made for outcome in first[0]]
    assert again[1] == first[1]


def test_only_what_is_new_is_voiced(store, passage):
    for texts, expected in ((["Old."], [True]), (["Old.", "New.", "New."], [False, True, True])):
        with JobRunner(driver="espeak_ng", jobs=2, store=store) as runner:
            assert [outcome.is_voiced for outcome in runner.outcomes(map(passage, texts))] == expected


def test_another_chain_needs_no_voice(store, passage, voice):
    with JobRunner(driver="espeak_ng", jobs=1, store=store) as runner:
        runner.result(passage("Rivers bend."))
        other = SpeechClipJob(SpeechJob(Utterance("Rivers bend.", voice), Chain(gain_db=9), 200), 96)
        [outcome] = runner.outcomes([other])
        assert not outcome.is_voiced


def test_a_roster_of_the_system_is_asked_for_each_time(faults, store, monkeypatch):
    faults()
    with JobRunner(jobs=1, store=store) as runner:
        assert [voice.id for voice in runner.rosters("hasty").of("hasty").voices] == ["one"]
    monkeypatch.setattr("podcast.recording.jobs.pool.Worker", None)
    with JobRunner(jobs=1, store=store) as runner, pytest.raises(TypeError):
        runner.rosters("hasty").of("hasty")


@pytest.mark.parametrize(
    "command",
    [
        ["build", "essay.md", "--jobs", "1"],
        ["say", "Something unsayable stands in this paragraph.", "--output", "line.wav"],
    ],
)
def test_the_passage_that_cannot_be_had_is_named(command, faults, tmp_path, monkeypatch):
    faults()
    monkeypatch.chdir(tmp_path)
    Path("essay.md").write_text("This can be said.\n\nSomething unsayable stands in this paragraph.\n")
    Path("podcast.toml").write_text("[voice]\ndriver = 'hasty'\n[opening]\nmusic = 'none'\n[closing]\nmusic = 'none'\n")
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 1
    assert "A passage could not be voiced" in result.stderr
    assert "Something unsayable stands in this paragraph." in result.stderr
    assert not Path("public").exists()


class Elsewhere:
    """WorkerPool that are not this runner's own."""

    width = 2

    def __init__(self):
        self.asked = []
        self._thread = ThreadPoolExecutor(1)

    def submit(self, job):
        self.asked.append(job)
        return self._thread.submit(self._made, job)

    def _made(self, job) -> JobAnswer:
        with Speaker() as speaker:
            return work(job, speaker)


def test_it_tells_how_a_voice_would_say_a_text(voice, engine_process):
    with JobRunner(driver="espeak_ng") as runner:
        assert runner.sounds(("river", "bank"), voice) == engine_process.sounds(["river", "bank"], voice)


def test_others_make_what_needs_nothing_of_this_machine(store, passage):
    elsewhere = Elsewhere()
    with elsewhere._thread, JobRunner(driver="espeak_ng", jobs=1, store=store, workforce=elsewhere) as runner:
        assert runner.rosters("espeak_ng").of("espeak_ng").voices
        [outcome] = runner.outcomes([passage("Rivers bend.")])
    assert elsewhere.asked == [passage("Rivers bend.")]
    with JobRunner(driver="espeak_ng", jobs=1, store=store) as runner:
        assert runner.result(passage("Rivers bend.")) == outcome.made


def test_hands_that_are_lent_go_on(passage):
    with WorkerPool(WorkerSetup("espeak_ng"), jobs=2) as workers:
        for text in ("Rivers bend.", "Rivers bend again."):
            with JobRunner(driver="espeak_ng", workers=workers) as runner:
                assert runner.result(passage(text)).frame_count
        assert len(workers._all) == 1


def test_what_can_be_done_meanwhile_is_done_when_there_is_somebody_to_wait_for(passage, store):
    done = []
    for expected in ([1, 2], []):
        done.clear()
        with JobRunner(
            driver="espeak_ng", store=store, meanwhile=(lambda: done.append(1), lambda: done.append(2))
        ) as runner:
            assert runner.result(passage("Rivers bend. " * 20)).frame_count
        assert done == expected


class AtOnce:
    """They have done it by the time that anybody asks."""

    width = 1

    def submit(self, job):
        future = Future()
        with Speaker() as speaker:
            future.set_result(work(job, speaker))
        return future


def test_what_can_be_done_meanwhile_is_left_where_nobody_has_to_wait(passage):
    done = []
    with JobRunner(driver="espeak_ng", workforce=AtOnce(), meanwhile=(lambda: done.append(1),)) as runner:
        assert runner.result(passage("Rivers bend.")).frame_count
    assert done == []
