"""A process that makes what jobs ask for, with engines of its own.

    worker = Worker(WorkerSetup("hibari"))                # starts it; it gets ready while others have work to do
    answer = worker.make(job)                      # for one thread at a time
    job.unpacked(answer.content), answer.is_voiced
    worker.close()

`work` is what is done for a job wherever it is done: in such a process, or on another machine. Mastering and
encoding in the process that writes the episode would have it wait for the interpreter's lock.
"""

import os
import signal
import traceback
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn, cast

from podcast.cache.store import Store
from podcast.errors import PodcastError
from podcast.processes.child import Child, LostError
from podcast.processes.messages import claimed
from podcast.recording.jobs.speaker import Speaker
from podcast.recording.jobs.takes import Takes
from voices.speech import SpeechError

if TYPE_CHECKING:
    from podcast.recording.jobs.render_jobs import RenderJob  # a build waits for the engine: it comes later

#: A worker is one of as many as there are cores, and nothing here multiplies matrices.
_ENVIRONMENT = {"PYTHONWARNINGS": "ignore", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
_PATIENCE_S = 1  # in which a worker that is told to stop ends its engine
_LONGEST_S = 1800  # that a job may take, on a slow machine with many jobs; an engine has a minute for an utterance


@dataclass(frozen=True, slots=True)
class WorkerSetup:
    """Who will probably speak, and where takes are kept."""

    driver: str = ""  # an engine that is started at once; others when they are wanted
    store: Store | None = None


@dataclass(frozen=True, slots=True)
class JobAnswer:
    """The content of what was made, and whether the engine had to speak for it."""

    content: bytes
    is_voiced: bool
    damaged: int = 0  # takes that were kept and could not be believed any more


def work(job: "RenderJob[Any]", speaker: Speaker) -> JobAnswer:
    """Raises SpeechError or PodcastError when it can't be made."""
    speaker.has_spoken, damaged = False, speaker.damaged
    made = job.made(speaker)
    return JobAnswer(job.packed(made), speaker.has_spoken, speaker.damaged - damaged)


class Worker:
    """One whose process has died, or had to be killed since it hung, raises LostError, and is of no more use."""

    def __init__(self, setup: WorkerSetup, *, timeout_s: float = _LONGEST_S) -> None:
        self._timeout_s = timeout_s
        self._process = Child(__name__, environment=_ENVIRONMENT)
        with suppress(LostError):  # the first job will tell
            self._process.send(setup)

    def make(self, job: "RenderJob[Any]") -> JobAnswer:
        """Raises what `work` raises."""
        answer = self._process.ask(job, timeout_s=self._timeout_s)
        if isinstance(answer, Exception):
            raise answer
        return cast(JobAnswer, answer)

    @property
    def is_there(self) -> bool:
        return self._process.is_there

    def leave(self) -> None:
        """May be called while another thread is inside `make`, which then raises."""
        self._process.terminate()

    def close(self) -> None:
        self.leave()
        self._process.close(_PATIENCE_S)


def main() -> None:
    messages = claimed()
    with suppress(EOFError, OSError):  # nobody is there to ask any more
        setup: WorkerSetup = messages.receive()
        with Speaker(Takes(setup.store)) as speaker:
            signal.signal(signal.SIGTERM, lambda *_: _leave(speaker))
            messages.when_left(lambda: _leave(speaker))
            _get_ready(speaker, setup.driver)
            while True:
                messages.send(_answer(messages.receive(), speaker))


def _get_ready(speaker: Speaker, driver: str) -> None:
    """The engine starts while this process loads what jobs are."""
    if driver:
        with suppress(PodcastError):  # the first job will tell
            speaker.get_ready(driver)
    import_module("podcast.recording.jobs.render_jobs")


def _answer(job: "RenderJob[Any]", speaker: Speaker) -> JobAnswer | Exception:
    try:
        return work(job, speaker)
    except (SpeechError, PodcastError) as error:
        return error
    except Exception as error:  # noqa: BLE001 — it is told where somebody can read it
        fault = RuntimeError(f"{type(error).__name__}: {error}")
        fault.add_note(traceback.format_exc())  # for --debug
        return fault


def _leave(speaker: Speaker) -> NoReturn:
    """At once, and with the engine, which would go on with its text."""
    speaker.close()
    os._exit(0)
