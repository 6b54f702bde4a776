"""The lock of a show: one at a time, and who waits for long says for whom."""

import os
import signal
import subprocess
import sys
import time

import pytest

from podcast.episode import lock
from podcast.episode.lock import kernel_lock

HOLDING = """
import sys, time
from pathlib import Path
from podcast.episode.lock import kernel_lock
with kernel_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path):
    process = subprocess.Popen([sys.executable, "-c", HOLDING, tmp_path / "lock"], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
def test_who_waits_for_a_stopped_process_says_so_once_and_goes_on_when_it_is_gone(
    holder, tmp_path, caplog, monkeypatch
):
    monkeypatch.setattr(lock, "_SILENT_S", 0.1)
    holder.send_signal(signal.SIGSTOP)
    child = subprocess.Popen([sys.executable, "-c", f"import os, time; time.sleep(1); os.kill({holder.pid}, 9)"])
    with kernel_lock(tmp_path / "lock"):
        [told] = caplog.messages
    child.wait()
    assert f"process {holder.pid}, since " in told
    assert "Ctrl-C" in told
    if sys.platform == "linux":
        assert f"kill -CONT {holder.pid}" in told
    assert (tmp_path / "lock").read_text().startswith(f"{os.getpid()} ")


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
def test_a_wait_can_be_interrupted(holder, tmp_path, monkeypatch):
    monkeypatch.setattr(lock, "_SILENT_S", 0.1)

    class AlarmError(Exception):
        pass

    def ring(*_):
        raise AlarmError

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, 0.4)
    begun = time.monotonic()
    try:
        with pytest.raises(AlarmError), kernel_lock(tmp_path / "lock"):
            pass
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert time.monotonic() - begun < 5


def test_a_short_wait_needs_no_word(tmp_path, caplog):
    with kernel_lock(tmp_path / "lock"):
        pass
    with kernel_lock(tmp_path / "lock"):
        pass
    assert caplog.messages == []


@pytest.mark.parametrize("written", ["", "nonsense", "1 2 3", "12 99999999999999999999"])
@pytest.mark.skipif(sys.platform == "win32", reason="there the holder is not known")
def test_a_holder_that_did_not_write_itself_down_is_somebody(written, holder, tmp_path, caplog, monkeypatch):
    monkeypatch.setattr(lock, "_SILENT_S", 0.05)
    (tmp_path / "lock").write_text(written)
    child = subprocess.Popen([sys.executable, "-c", f"import os, time; time.sleep(0.3); os.kill({holder.pid}, 9)"])
    with kernel_lock(tmp_path / "lock"):
        assert "nobody knows which" in caplog.messages[0]
    child.wait()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_in_its_place_is_not_followed(tmp_path):
    (tmp_path / "own").write_text("mine")
    (tmp_path / "lock").symlink_to(tmp_path / "own")
    with pytest.raises(OSError, match="no file"), kernel_lock(tmp_path / "lock"):
        pass
    assert (tmp_path / "own").read_text() == "mine"
