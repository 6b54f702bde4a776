"""Processes that die, and turns: real processes, seen from where they are started."""

import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from podcast.batch.messages import BatchOptions
from podcast.batch.plan import plan
from podcast.batch.scheduler import Batch
from podcast.cache.store import Store
from podcast.config.load import load_settings
from podcast.manuscript import Manuscript
from podcast.text.reading import read_essay

NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
PLAIN = '[opening]\nmusic = "none"\ntext = ""\n[closing]\nmusic = "none"\ntext = ""\n[voice]\nname = "narrator"\n'
LONG = "\n\n".join(f"Pond {at} stands still, and nobody asks it why. " * 4 for at in range(12))


class Watching:
    """Notes what it is told, and does what a test wants when an essay begins."""

    def __init__(self, on_begun=lambda _: None):
        self.begun_at, self.outcomes, self.order = [], {}, []
        self.on_begun = on_begun

    def begun(self, index):
        self.begun_at.append(index)
        self.on_begun(index)

    def made(self, index, progress):
        assert index in self.begun_at
        assert 0 <= progress.done <= progress.total

    def announced(self, index, text):
        assert index in self.begun_at
        assert text

    def ended(self, index, outcome):
        self.outcomes[index] = outcome
        self.order.append(index)


@pytest.fixture
def build(tmp_path):
    def run(texts, jobs, watch):
        (tmp_path / "podcast.toml").write_text(PLAIN)
        manuscripts = []
        for name, text in texts.items():
            (tmp_path / name).write_text(text)
            manuscripts.append(Manuscript(read_essay(text.encode(), name), name))
        settings = load_settings(tmp_path / "podcast.toml")
        order = BatchOptions(settings, tmp_path, jobs, Store(Path(os.environ["PODCAST_CACHE_DIR"])))
        with Batch(order, most=len(texts)) as batch:
            batch.build(list(plan(manuscripts, tmp_path, NOW)), watch)
            slugs = [one.produced.episode.slug for one in watch.outcomes.values() if one.produced]
            return batch.check(slugs, "http://localhost:8000")

    return run


def children():
    return [int(pid) for pid in Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()]


@pytest.mark.skipif(sys.platform != "linux", reason="looks at Linux's list of processes")
def test_one_whose_process_is_killed_fails_and_the_rest_goes_on(build):
    def kill(index):
        if index == 1:
            [os.kill(pid, signal.SIGKILL) for pid in set(children()) - before]

    before = set(children())
    watch = Watching(kill)
    report = build({"a.txt": "Ponds stand still.", "b.txt": "Rivers bend.", "c.txt": "Lakes wait."}, 1, watch)
    assert [bool(watch.outcomes[index].produced) for index in range(3)] == [True, False, True]
    assert "SIGKILL" in watch.outcomes[1].error
    assert watch.outcomes[2].produced.episode.number == 2
    assert report.problems == () or {problem.rule.id for problem in report.problems} == {"public-address"}


@pytest.mark.slow
def test_a_short_one_waits_for_the_long_one_before_it(build):
    watch = Watching()
    build({"long.txt": LONG, "short.txt": "Ponds stand still.", "other.txt": "Rivers bend."}, 2, watch)
    numbers = [watch.outcomes[index].produced.episode.number for index in range(3)]
    assert numbers == [1, 2, 3]
    assert watch.order == [0, 1, 2]
    assert watch.begun_at == [0, 1, 2]


@pytest.mark.skipif(sys.platform != "linux", reason="looks at Linux's list of processes")
@pytest.mark.slow
def test_who_waits_for_its_turn_has_no_engine(build):
    class Counting(Watching):
        def __init__(self):
            super().__init__()
            self.engines, self.waits = [], False

        def made(self, index, progress):
            super().made(index, progress)
            self.waits |= index == 1 and progress.done == progress.total
            if self.waits and index == 0:
                self.engines.append(engines_of(os.getpid()) - before)

    before = engines_of(os.getpid())
    watch = Counting()
    build({"long.txt": LONG * 5, "short.txt": "Ponds stand still."}, 2, watch)
    assert watch.outcomes[1].produced
    assert watch.engines[-1] == 1


def engines_of(pid):
    """How many are among its descendants."""
    below = [int(child) for task in tasks(pid) for child in lines(task / "children").split()]
    return sum(map(engines_of, below)) + ("engine_host" in lines(Path(f"/proc/{pid}/cmdline")))


def lines(path):
    try:
        return path.read_text()
    except OSError:
        return ""  # it has just ended


def tasks(pid):
    try:
        return [*Path(f"/proc/{pid}/task").iterdir()]
    except OSError:
        return []
