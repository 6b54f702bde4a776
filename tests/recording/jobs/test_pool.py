import os
import re
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from podcast.processes.child import LostError
from podcast.recording.jobs.pool import WorkerPool
from podcast.recording.jobs.render_jobs import SpeechClipJob, SpeechJob
from podcast.recording.jobs.runner import JobRunner
from podcast.recording.jobs.worker import Worker, WorkerSetup
from podcast.sound.dsp.chain import Chain
from voices.speech import SpeechError, Utterance


@pytest.fixture
def workers():
    with WorkerPool(WorkerSetup("espeak_ng"), jobs=1) as workers:
        yield workers


@pytest.fixture
def passage(voice):
    return lambda text: SpeechClipJob(SpeechJob(Utterance(text, voice), Chain(gain_db=11)), 64)


def process(workers):
    return workers._all[0]._process


def kill_when_it_works(workers, times):
    for _ in range(times):
        while not workers._all:
            time.sleep(0.001)
        killed = process(workers)
        os.kill(killed.pid, signal.SIGKILL)
        killed.last_words()
        while workers._all and process(workers) is killed:
            time.sleep(0.001)


def test_no_process_is_there_until_there_is_work(workers, passage):
    assert workers._all == []
    assert workers.submit(passage("Rivers bend.")).result().is_voiced
    assert len(workers._all) == 1


def test_workers_that_are_wanted_soon_get_ready(passage):
    with WorkerPool(WorkerSetup("espeak_ng"), jobs=2) as workers:
        workers.get_ready(3)
        assert len(workers._all) == 2
        workers.submit(passage("Rivers bend.")).result()
        assert len(workers._all) == 2


def test_a_worker_that_is_killed_costs_time_only(workers, passage):
    expected = workers.submit(passage("Rivers bend.")).result()
    os.kill(process(workers).pid, signal.SIGKILL)
    process(workers).last_words()
    assert workers.submit(passage("Rivers bend.")).result() == expected
    killer = threading.Thread(target=kill_when_it_works, args=(workers, 1))
    killer.start()
    assert workers.submit(passage("Rivers bend.")).result() == expected
    killer.join()


def test_a_passage_that_ends_every_worker_is_an_error(workers, passage):
    killer = threading.Thread(target=kill_when_it_works, args=(workers, 2))
    killer.start()
    with pytest.raises(SpeechError, match="twice"):
        workers.submit(passage("On and on. " * 2000)).result()
    killer.join()
    assert workers.submit(passage("Rivers bend.")).result().is_voiced


def test_a_worker_that_hangs_is_given_up(passage):
    worker = Worker(WorkerSetup("espeak_ng"), timeout_s=0.2)
    os.kill(worker._process.pid, signal.SIGSTOP)
    try:
        with pytest.raises(LostError):
            worker.make(passage("Rivers bend."))
    finally:
        worker.close()


def test_workers_that_were_killed_while_they_had_nothing_to_do_are_no_job_s_fault(passage):
    with WorkerPool(WorkerSetup("espeak_ng"), jobs=2) as workers:
        workers.get_ready(2)
        for worker in workers._all:
            worker._process.kill()
            worker._process.last_words()
        assert workers.submit(passage("Rivers bend.")).result().content
        assert len(workers._all) == 1


def test_a_fault_of_our_own_is_a_line_and_where_it_happened_a_note(workers, monkeypatch):
    monkeypatch.syspath_prepend(Path(__file__).parent)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    from odd_jobs import Oversight

    with pytest.raises(RuntimeError) as caught:
        workers.submit(Oversight()).result()
    assert re.fullmatch("ZeroDivisionError: .+", str(caught.value))
    assert "odd_jobs.py" in caught.value.__notes__[0]


def test_workers_that_have_left_do_nothing(workers, passage):
    workers.close()
    with pytest.raises((SpeechError, RuntimeError)):
        workers.submit(passage("Rivers bend.")).result()


ASKS_LINUX = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="asks Linux for a process's children")


@ASKS_LINUX
def test_a_worker_that_is_killed_takes_its_engine_along(workers, passage, patient):
    workers.submit(passage("Short.")).result()
    [engine] = children(process(workers).pid)
    folder = Path(Path(f"/proc/{engine}/cmdline").read_bytes().split(b"\0")[-2].decode())
    assert folder.is_dir()
    workers.submit(passage("On and on. " * 30_000))
    while not (speaking := children(engine)):
        time.sleep(0.01)
    os.kill(process(workers).pid, signal.SIGKILL)
    until(lambda: not any(map(is_running, (engine, *speaking))) and not folder.exists(), patient(10))


@ASKS_LINUX
@pytest.mark.parametrize(("setup", "count"), [(WorkerSetup("espeak_ng"), 1), (WorkerSetup(), 0)])
def test_the_engine_that_will_probably_speak_is_started_at_once_and_no_other(setup, count, monkeypatch):
    monkeypatch.syspath_prepend(Path(__file__).parent)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    from odd_jobs import Whereabouts

    worker = Worker(setup)
    try:
        pid = int(worker.make(Whereabouts()).content)
        assert len(children(pid)) == count
    finally:
        worker.close()


@ASKS_LINUX
def test_no_engine_goes_on_when_the_workers_have_left(workers, passage, patient):
    workers.submit(passage("Short.")).result()
    [engine] = children(process(workers).pid)
    going = workers.submit(passage("On and on. " * 9000))
    while not (speaking := children(engine)):
        time.sleep(0.01)
    workers.close()
    with pytest.raises(SpeechError):
        going.result()
    until(lambda: not any(map(is_running, (engine, *speaking))), patient(10))


def until(is_so, at_most_s):
    """Whoever is killed dies when the system next has time for it."""
    over = time.monotonic() + at_most_s
    while not is_so():
        assert time.monotonic() < over
        time.sleep(0.01)


def children(pid):
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def is_running(pid):
    """A process that nobody has asked for its status yet has no command line any more."""
    try:
        return bool(Path(f"/proc/{pid}/cmdline").read_bytes())
    except OSError:
        return False


def test_between_two_crews_one_hand_stays(passage):
    workers = WorkerPool(WorkerSetup("espeak_ng"), jobs=2)
    with JobRunner(driver="espeak_ng", jobs=2, workers=workers) as runner:
        list(runner.outcomes(passage(text) for text in ("One river.", "Two rivers.", "Three rivers.")))
    assert len(workers._all) == 1
    stayed = process(workers)
    with JobRunner(driver="espeak_ng", jobs=2, workers=workers) as runner:
        assert runner.result(passage("Four rivers."))
    assert process(workers) is stayed
    workers.close()


def test_those_that_have_left_are_not_heaped_up(passage):
    with WorkerPool(WorkerSetup("espeak_ng"), jobs=2) as workers:
        for _ in range(3):
            workers.get_ready(2)
            workers.rest()
            [left] = workers._left
            left._process.last_words()


def test_workers_that_are_to_leave_take_no_more_work(workers, passage):
    workers.submit(passage("Rivers bend.")).result()
    assert not workers.are_gone
    workers.leave()
    assert workers.are_gone
    with pytest.raises(SpeechError):
        workers.submit(passage("Rivers bend again.")).result()


def test_a_crew_that_leaves_in_the_middle_of_its_work_takes_its_workers_with_it(workers, passage):
    with pytest.raises(ZeroDivisionError), JobRunner(driver="espeak_ng", jobs=1, workers=workers) as runner:
        runner.result(passage("Rivers bend."))
        raise ZeroDivisionError
    assert workers.are_gone
