"""What an episode is made with; none of it changes a byte of what can be said."""

from collections.abc import Callable
from dataclasses import dataclass

from podcast.cache.store import Store
from podcast.recording.jobs.pool import WorkerPool
from podcast.recording.jobs.runner import Workforce


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a recording is; told after each clip."""

    done: int
    total: int
    audio_ms: int  # said so far, pauses not counted


OnProgress = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class BuildOptions:
    jobs: int = 1  # recordings at a time …
    workers: WorkerPool | None = None  # … unless they are made by these, which are there for more than one episode
    store: Store | None = None  # what was made before
    on_progress: OnProgress = lambda _: None
    await_turn: Callable[[], None] = lambda: None  # returns when it may be published
    workforce: Workforce | None = None  # who makes what needs no file of this machine, in place of workers
    skips_failed: bool = False  # passages that no engine can say are left out; else they are an error
    meanwhile: tuple[Callable[[], object], ...] = ()  # what can be done while workers record, or later
