"""How a command ends at a signal: 128 + its number, within two seconds of it, with no process left and no traceback."""

import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="looks at Linux's list of processes")

NUMBERS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
WITHIN_S = 2.0
BUSY_S = 3.0  # that a loaded machine may take longer
TEXT = "A river bends because its banks are never equally strong, and essay {} says so.\n"
PLAIN = "[voice]\nname = 'narrator'\n[opening]\nmusic = 'none'\n[closing]\nmusic = 'none'\n"

# At the N-th import, opened file, started process or the like it gets a signal; 0: it tells how many there are.
AT_AN_INSTANT = """
import os, runpy, signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # where tests run behind nohup it is ignored
wanted, number = int(sys.argv[1]), int(sys.argv[2])
EVENTS = ("import", "open", "os.", "subprocess.Popen", "fcntl.flock", "socket.")
seen, has_begun = 0, False

def hear(event, arguments):
    global seen, has_begun
    has_begun = has_begun or (event == "import" and arguments[0] == "podcast.cli")
    if has_begun and event.startswith(EVENTS):
        seen += 1
        if seen == wanted:
            os.write(2, b"at %f\\n" % time.time())
            os.kill(os.getpid(), number)

sys.addaudithook(hear)
sys.argv = ["podcast", *sys.argv[3:]]
try:
    runpy.run_module("podcast", run_name="__main__")
finally:
    if not wanted:
        sys.stderr.write(f"events {seen}")
"""


@pytest.fixture
def show(tmp_path, monkeypatch):
    monkeypatch.setenv("PODCAST_CACHE_DIR", str(tmp_path / "cache"))  # by which its processes are known, too
    (tmp_path / "podcast.toml").write_text(PLAIN)
    for number in range(3):
        (tmp_path / f"e{number}.md").write_text(f"# Bends {number}\n\n" + TEXT.format(number))
    (tmp_path / "long.md").write_text("# Long\n\n" + "\n\n".join(TEXT.format(number) for number in range(400)))
    return tmp_path


def left(show):
    """Processes that a command in the show has started, or their children."""
    mark = f"PODCAST_CACHE_DIR={show / 'cache'}".encode()
    return [path.parent.name for path in Path("/proc").glob("[0-9]*/environ") if mark in read(path)]


def read(path):
    try:
        return path.read_bytes()
    except OSError:  # it has ended
        return b""


def faults(show, status, number, told, since_s):
    """What is wrong with the end of a command that got the signal then."""
    lasted_s = time.time() - since_s
    while (others := left(show)) and time.time() - since_s < WITHIN_S + BUSY_S:
        time.sleep(0.02)
    found = {
        f"status {status}": status not in (128 + number, -number),
        told: any(word in told for word in ("Traceback", "Exception", "Error", "Aborted")),
        f"{others} are left": others,
        f"it took {lasted_s:.1f} s": lasted_s > WITHIN_S + BUSY_S,
    }
    return [what for what, is_so in found.items() if is_so]


def at_instant(show, wanted, number, *command):
    program = [sys.executable, "-P", "-c", AT_AN_INSTANT, str(wanted), str(int(number)), *command]
    done = subprocess.run(program, cwd=show, capture_output=True, text=True, check=False)
    if not wanted:
        assert done.returncode == 0, done.stderr
        return int(done.stderr.rpartition(" ")[2])
    instant, _, told = done.stderr.rpartition("at ")[2].partition("\n")
    if not told and not instant.strip():
        return []  # it was over before
    return faults(show, done.returncode, number, told, float(instant))


def instants(show, count, *command):
    """So many of the command's, from the first to the last, and a signal for each."""
    total = at_instant(show, 0, 0, *command)
    for index in range(count):
        yield 1 + index * (total - 1) // count, NUMBERS[index % len(NUMBERS)]


@pytest.mark.drill
@pytest.mark.parametrize(
    ("command", "short", "whole"),
    [
        (("--help",), 6, 60),
        (("script", "e0.md"), 6, 150),
        (("build", "e0.md"), 3, 200),
        (("build", "e0.md", "e1.md", "e2.md", "--jobs", "2"), 1, 100),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_it_ends_at_any_instant(command, short, whole, show, extent, record_property):
    count = extent(short=short, whole=whole)
    found = {
        wanted: told
        for wanted, number in instants(show, count, *command)
        if (told := at_instant(show, wanted, number, *command))
    }
    assert not found
    record_property("drill", f"a signal at {count} instants of `podcast {' '.join(command)}`: each ended as it should")


def begun(show, *command, **options):
    """With Ctrl-C as a terminal has it, though tests may run behind nohup."""
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "podcast", *command],
        **{"cwd": show, "stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "text": True, **options},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 — no threads here
    )


def stopped(show, process, number):
    since_s = time.time()
    process.send_signal(number)
    _, told = process.communicate(timeout=30)
    return faults(show, process.returncode, number, told, since_s)


@pytest.mark.drill
@pytest.mark.parametrize(
    "command",
    [("long.md",), ("long.md", "--voice", "heart"), ("long.md", "e1.md", "--jobs", "2")],
    ids=["espeak", "net", "batch"],
)
def test_it_ends_at_any_time(command, show, extent, record_property):
    chance, count = random.Random(14), extent(short=1, whole=60)
    for index in range(count):
        process = begun(show, "build", "--no-cache", *command)
        time.sleep(chance.uniform(0.5, 3))
        assert stopped(show, process, NUMBERS[index % len(NUMBERS)]) == []
    record_property(
        "drill", f"a signal at {count} times of `podcast build {' '.join(command)}`: each ended as it should"
    )


@pytest.mark.drill
@pytest.mark.parametrize("number", NUMBERS, ids=lambda number: number.name)
def test_who_waits_for_the_web_can_be_stopped(number, show, file_server):
    file_server.files["/slow.html"] = b"<p>" + TEXT.encode() * 9000
    file_server.faults["/slow.html"] = ["wait"]
    process = begun(show, "script", f"{file_server.url}slow.html", "--allow-private")
    while not file_server.asked:
        time.sleep(0.02)
    assert stopped(show, process, number) == []


@pytest.fixture
def holder(show):
    """A process that has the lock, and is stopped."""
    (show / ".podcast").mkdir()
    program = (
        "import os, signal; from pathlib import Path; from podcast.episode.lock import kernel_lock\n"
        "with kernel_lock(Path('.podcast/lock')): os.kill(os.getpid(), signal.SIGSTOP)"
    )
    environment = {name: value for name, value in os.environ.items() if name != "PODCAST_CACHE_DIR"}
    process = subprocess.Popen([sys.executable, "-c", program], cwd=show, env=environment)
    os.waitid(os.P_PID, process.pid, os.WSTOPPED | os.WNOWAIT)
    yield process
    process.kill()
    process.wait()


@pytest.mark.drill
@pytest.mark.parametrize("essays", [("e0.md",), ("e1.md", "e2.md")], ids=["one", "batch"])
def test_who_waits_for_a_stopped_process_says_so_and_can_be_stopped(essays, show, holder):
    process = begun(show, "build", *essays)
    told = process.stderr.readline()
    assert f"process {holder.pid}, since " in told
    assert stopped(show, process, signal.SIGTERM) == []
    assert not list(show.glob("public/episodes/*"))


def test_a_terminal_is_left_as_it_was(show, terminal):
    import termios

    ours, theirs = terminal
    before = termios.tcgetattr(theirs)
    process = begun(show, "build", "long.md", stderr=theirs)
    shown = b""
    while b"\x1b[?25l" not in shown:
        shown += os.read(ours, 4096)
    process.send_signal(signal.SIGINT)
    assert process.wait(30) == 130
    os.set_blocking(ours, False)
    try:
        while more := os.read(ours, 4096):
            shown += more
    except OSError:
        pass
    assert re.findall(rb"\x1b\[\?25[lh]", shown)[-1] == b"\x1b[?25h"
    assert b"Traceback" not in shown
    assert termios.tcgetattr(theirs) == before


def test_what_nohup_has_ignored_stays_ignored(show):
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "podcast", "build", "e0.md"],
        cwd=show,
        stdout=subprocess.DEVNULL,
        preexec_fn=lambda: [signal.signal(number, signal.SIG_IGN) for number in NUMBERS],  # noqa: PLW1509
    )
    while process.poll() is None:
        for number in NUMBERS:
            process.send_signal(number)
        time.sleep(0.05)
    assert process.returncode == 0
    assert (show / "public" / "feed.xml").exists()


@pytest.mark.parametrize("command", [("script", "long.md"), ("script", "long.md", "--json"), ("--help",), ("voices",)])
def test_a_reader_who_has_gone_is_no_error(command, show):
    reading, writing = os.pipe()
    process = begun(show, *command, stdout=writing)
    os.close(writing)
    os.close(reading)
    assert process.communicate(timeout=30)[1] == ""
