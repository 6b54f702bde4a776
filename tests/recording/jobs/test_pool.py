import os
import re
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from podcast.recording.jobs.pool import Hands
from podcast.recording.jobs.render_jobs import Passage, Performance
from podcast.recording.jobs.runner import Crew
from podcast.recording.jobs.worker import Hand, LostError, Workplace
from podcast.sound.dsp.chain import Chain
from voices.speech import SpeechError, Utterance


@pytest.fixture
def hands():
    with Hands(Workplace("espeak_ng"), jobs=1) as hands:
        yield hands


@pytest.fixture
def passage(voice):
    return lambda text: Passage(Performance(Utterance(text, voice), Chain(gain_db=11)), 64)


def process(hands):
    return hands._all[0]._process


def kill_when_it_works(hands, times):
    for _ in range(times):
        while not hands._all:
            time.sleep(0.001)
        killed = process(hands)
        os.kill(killed.pid, signal.SIGKILL)
        killed.wait()
        while hands._all and process(hands) is killed:
            time.sleep(0.001)


def test_no_process_is_there_until_there_is_work(hands, passage):
    assert hands._all == []
    assert hands.submit(passage("Rivers bend.")).result().is_voiced
    assert len(hands._all) == 1


def test_hands_that_are_wanted_soon_get_ready(passage):
    with Hands(Workplace("espeak_ng"), jobs=2) as hands:
        hands.get_ready(3)
        assert len(hands._all) == 2
        hands.submit(passage("Rivers bend.")).result()
        assert len(hands._all) == 2


def test_a_hand_that_is_killed_costs_time_only(hands, passage):
    expected = hands.submit(passage("Rivers bend.")).result()
    os.kill(process(hands).pid, signal.SIGKILL)
    process(hands).wait()
    assert hands.submit(passage("Rivers bend.")).result() == expected
    killer = threading.Thread(target=kill_when_it_works, args=(hands, 1))
    killer.start()
    assert hands.submit(passage("Rivers bend.")).result() == expected
    killer.join()


def test_a_passage_that_ends_every_hand_is_an_error(hands, passage):
    killer = threading.Thread(target=kill_when_it_works, args=(hands, 2))
    killer.start()
    with pytest.raises(SpeechError, match="twice"):
        hands.submit(passage("On and on. " * 2000)).result()
    killer.join()
    assert hands.submit(passage("Rivers bend.")).result().is_voiced


def test_a_hand_that_hangs_is_given_up(passage):
    hand = Hand(Workplace("espeak_ng"), timeout_s=0.2)
    os.kill(hand._process.pid, signal.SIGSTOP)
    try:
        with pytest.raises(LostError):
            hand.make(passage("Rivers bend."))
    finally:
        hand.close()


def test_hands_that_were_killed_while_they_had_nothing_to_do_are_no_recipe_s_fault(passage):
    with Hands(Workplace("espeak_ng"), jobs=2) as hands:
        hands.get_ready(2)
        for hand in hands._all:
            hand._process.kill()
            hand._process.wait()
        assert hands.submit(passage("Rivers bend.")).result().content
        assert len(hands._all) == 1


def test_a_fault_of_our_own_is_a_line_and_where_it_happened_a_note(hands, monkeypatch):
    monkeypatch.syspath_prepend(Path(__file__).parent)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    from odd_recipes import Oversight

    with pytest.raises(RuntimeError) as caught:
        hands.submit(Oversight()).result()
    assert re.fullmatch("ZeroDivisionError: .+", str(caught.value))
    assert "odd_recipes.py" in caught.value.__notes__[0]


def test_hands_that_have_left_do_nothing(hands, passage):
    hands.close()
    with pytest.raises((SpeechError, RuntimeError)):
        hands.submit(passage("Rivers bend.")).result()


ASKS_LINUX = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="asks Linux for a process's children")


@ASKS_LINUX
def test_a_hand_that_is_killed_takes_its_engine_along(hands, passage):
    hands.submit(passage("Short.")).result()
    [engine] = children(process(hands).pid)
    folder = Path(Path(f"/proc/{engine}/cmdline").read_bytes().split(b"\0")[-2].decode())
    assert folder.is_dir()
    hands.submit(passage("On and on. " * 30_000))
    while not (speaking := children(engine)):
        time.sleep(0.01)
    os.kill(process(hands).pid, signal.SIGKILL)
    begun = time.monotonic()
    while [pid for pid in (engine, *speaking) if is_running(pid)] or folder.exists():
        assert time.monotonic() - begun < 10
        time.sleep(0.01)


@ASKS_LINUX
def test_no_engine_goes_on_when_the_hands_have_left(hands, passage):
    hands.submit(passage("Short.")).result()
    [engine] = children(process(hands).pid)
    going = hands.submit(passage("On and on. " * 9000))
    while not (speaking := children(engine)):
        time.sleep(0.01)
    hands.close()
    with pytest.raises(SpeechError):
        going.result()
    assert not [pid for pid in (engine, *speaking) if is_running(pid)]


def children(pid):
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def is_running(pid):
    """A process that nobody has asked for its status yet has no command line any more."""
    try:
        return bool(Path(f"/proc/{pid}/cmdline").read_bytes())
    except OSError:
        return False


class Counted:
    """One token."""

    def __init__(self):
        self._lock = threading.Lock()
        self.held = self.most = 0

    def __enter__(self):
        self._lock.acquire()
        self.held += 1
        self.most = max(self.most, self.held)

    def __exit__(self, *error):
        self.held -= 1
        self._lock.release()


def test_whoever_records_holds_a_token(passage):
    tokens = Counted()
    hands = Hands(Workplace("espeak_ng"), jobs=3, tokens=tokens)
    try:
        futures = [hands.submit(passage(f"Number {number}.")) for number in range(6)]
        assert all(future.result().content for future in futures)
    finally:
        hands.close()
    assert (tokens.held, tokens.most) == (0, 1)


def test_between_two_crews_one_hand_stays(passage):
    hands = Hands(Workplace("espeak_ng"), jobs=2)
    with Crew(driver="espeak_ng", jobs=2, hands=hands) as crew:
        list(crew.outcomes(passage(text) for text in ("One river.", "Two rivers.", "Three rivers.")))
    assert len(hands._all) == 1
    stayed = process(hands)
    with Crew(driver="espeak_ng", jobs=2, hands=hands) as crew:
        assert crew.result(passage("Four rivers."))
    assert process(hands) is stayed
    hands.close()


def test_those_that_have_left_are_not_heaped_up(passage):
    with Hands(Workplace("espeak_ng"), jobs=2) as hands:
        for _ in range(3):
            hands.get_ready(2)
            hands.rest()
            [left] = hands._left
            left._process.wait()


def test_a_crew_that_leaves_in_the_middle_of_its_work_takes_its_hands_with_it(hands, passage):
    with pytest.raises(ZeroDivisionError), Crew(driver="espeak_ng", jobs=1, hands=hands) as crew:
        crew.result(passage("Rivers bend."))
        raise ZeroDivisionError
    assert hands.are_gone
