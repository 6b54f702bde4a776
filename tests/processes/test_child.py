"""With real processes."""

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from podcast.processes.child import Child, LostError

HERE, ROOT = Path(__file__).parent, Path(__file__).parents[2]
POSIX = pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")


@pytest.fixture
def start(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(HERE), str(ROOT), os.environ.get("PYTHONPATH", "")]))
    children = []

    def run(*arguments, **options):
        children.append(Child("odd_children", *arguments, **options))
        return children[-1]

    yield run
    for child in children:
        child.close()


def is_running(pid):
    with suppress(FileNotFoundError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


def until(is_so, at_most_s=20):
    begun = time.monotonic()
    while not is_so():
        assert time.monotonic() - begun < at_most_s
        time.sleep(0.01)


def test_it_is_asked_and_answers(start):
    child = start("answers", "an argument")
    assert child.ask({"a": (1, None)}, timeout_s=60) == ({"a": (1, None)}, child.pid, ["an argument"])
    child.send("more")
    assert child.receive()[0] == "more"
    assert child.is_there


def test_what_is_to_be_done_meanwhile_is_done_between_question_and_answer(start, tmp_path):
    def meanwhile():
        until((tmp_path / "asked").exists)
        (tmp_path / "told").touch()

    assert start("answers", str(tmp_path)).ask("take turns", timeout_s=60, meanwhile=meanwhile)[0] == "take turns"


def test_what_it_prints_is_no_message(start):
    assert start("answers").ask("print", timeout_s=60)[0] == "print"


def test_it_sees_what_its_environment_is(start, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", "nowhere")
    path = os.pathsep.join([str(HERE), str(ROOT)])
    assert start("answers", environment={"PYTHONPATH": path}).ask("hello", timeout_s=60)[0] == "hello"


def test_one_that_takes_too_long_is_killed(start):
    child = start("answers")
    child.ask("hello", timeout_s=60)
    with pytest.raises(LostError, match=r"within 0\.1 s"):
        child.ask("wait", timeout_s=0.1)
    until(lambda: not child.is_there)
    with pytest.raises(LostError, match=r"within 0\.1 s"):
        child.ask("hello", timeout_s=60)


def test_a_first_message_has_its_time_as_well(start):
    with pytest.raises(LostError, match=r"within 0\.1 s"):
        start("answers").receive(0.1)


def test_one_that_has_ended_is_lost_and_tells_how(start):
    child = start("dies")
    with pytest.raises(LostError, match="crashed"):
        child.receive(60)
    assert child.last_words() == "exit status 3"


@POSIX
def test_one_that_was_killed_tells_the_signal(start):
    child = start("answers")
    os.kill(child.pid, signal.SIGKILL)
    assert child.last_words() == "SIGKILL"
    with pytest.raises(LostError):
        child.ask("hello", timeout_s=60)


@POSIX
def test_what_it_has_forked_is_killed_with_it(start, tmp_path):
    child = start("forks", str(tmp_path / "pid"))
    child.ask("hello", timeout_s=60)
    until(lambda: (tmp_path / "pid").exists() and (tmp_path / "pid").read_text())
    child.kill()
    until(lambda: not is_running(int((tmp_path / "pid").read_text())))


def test_closed_it_ends_in_good_order_if_it_does_so_in_time(start):
    child = start("answers")
    child.ask("hello", timeout_s=60)
    child.close(patience_s=60)
    assert child.last_words() == "exit status 1"  # EOFError, out of receive
    child.close()


@POSIX
def test_and_is_killed_if_it_does_not(start, patient):
    child = start("stays")
    assert child.receive(60) == "ready"
    child.terminate()
    begun = time.monotonic()
    child.close(patience_s=0.1)
    assert time.monotonic() - begun < patient(20)
    assert child.last_words() == "SIGKILL"


def test_whoever_waits_for_an_answer_is_told_when_it_is_closed(start):
    child, told = start("answers"), queue.SimpleQueue()
    child.ask("hello", timeout_s=60)

    def ask():
        try:
            child.ask("wait", timeout_s=60)
        except LostError as error:
            told.put(error)

    asking = threading.Thread(target=ask)
    asking.start()
    child.kill()
    assert told.get(timeout=20)
    asking.join()


def test_a_listener_hears_each_message_and_the_end(start):
    child, heard = start("answers"), queue.SimpleQueue()
    child.listen(heard.put)
    child.send("one")
    child.send("two")
    assert [heard.get(timeout=60)[0] for _ in range(2)] == ["one", "two"]
    child.hang_up()
    assert heard.get(timeout=60) is None


@POSIX
def test_it_ends_when_whoever_started_it_is_killed(start, tmp_path):
    program = (
        "from podcast.processes.child import Child\n"
        "child = Child('odd_children', 'answers'); child.ask('hello', timeout_s=60)\n"
        "print(child.pid, flush=True); child.receive()"
    )
    starter = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    pid = int(starter.stdout.readline())
    starter.kill()
    starter.communicate()
    until(lambda: not is_running(pid))
