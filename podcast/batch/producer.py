"""A process that builds one essay after another, and is spoken to by build_process.py.

Whatever it is killed by, the show stays whole, as with any build. When whoever started it is gone, it stops at once.
"""

import logging
import queue
import signal
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from feed.check import Report
from podcast.batch.messages import Announcement, BatchOptions, BuildOutcome, CheckRequest, Turn
from podcast.batch.plan import Assignment
from podcast.processes.ending import ending_at_signals
from podcast.processes.messages import Messages, claimed
from podcast.processes.telling import is_told
from podcast.produce import produce
from podcast.recording.jobs.pool import WorkerPool
from podcast.recording.jobs.worker import WorkerSetup
from podcast.recording.options import BuildOptions
from podcast.show.release_check import report_on
from podcast.voicing.casting import likely_engine

if TYPE_CHECKING:
    from podcast.recording.jobs.cluster import Cluster

_SOON_S = 0.1  # an answer, if it is its turn already
_ENDS_WITHIN_S = 0.8  # sooner than the command that waits for it


def main() -> None:
    with ending_at_signals(_ENDS_WITHIN_S), suppress(EOFError, OSError):  # nobody is left who could be told
        _Builder(claimed()).work()


class _Announcing(logging.Handler):
    """Nobody sees this process's stderr, unless its user wants to know all."""

    def __init__(self, messages: Messages) -> None:
        super().__init__(logging.WARNING)
        self._messages = messages

    def emit(self, record: logging.LogRecord) -> None:
        with suppress(OSError, ValueError):
            self._messages.send(Announcement(record.getMessage()))


class _Builder:
    def __init__(self, messages: Messages) -> None:
        self._messages = messages
        if not is_told():
            logging.getLogger("podcast").addHandler(_Announcing(messages))
        self._wanted: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._turns: queue.SimpleQueue[None] = queue.SimpleQueue()
        self._options: BatchOptions = messages.receive()
        self._workers: WorkerPool | None = None
        self._cluster: Cluster | None = None
        threading.Thread(target=self._listen, daemon=True).start()

    def work(self) -> None:
        try:
            while (wanted := self._wanted.get()) is not None:
                self._messages.send(self._checked(wanted) if isinstance(wanted, CheckRequest) else self._built(wanted))
        finally:
            if self._workers:
                self._workers.close()
            self._leave_cluster()

    def _built(self, assignment: Assignment) -> BuildOutcome:
        begun, patience, batch = time.monotonic(), _Patience(self._await_turn), self._options
        workers = self._ready_workers(assignment.jobs)
        options = BuildOptions(assignment.jobs, workers, batch.store, self._messages.send, patience.wait)
        options = replace(options, skips_failed=batch.skips_failed)
        try:
            if batch.cluster:
                options = replace(options, workforce=self._ready_cluster())
            produced = produce(
                assignment.manuscript,
                batch.settings,
                batch.folder,
                now=assignment.now,
                forecast=assignment.forecast,
                options=options,
            )
        except Exception as error:  # noqa: BLE001 — one essay's misfortune is not another's
            self._leave_cluster()
            return BuildOutcome.failed(error, time.monotonic() - begun - patience.seconds)
        return BuildOutcome(produced, seconds=time.monotonic() - begun - patience.seconds)

    def _ready_workers(self, jobs: int) -> WorkerPool:
        """Those that made the last essay, unless it failed or had more of them, or fewer."""
        if self._workers and self._workers.width != jobs:
            self._workers.close()
        if self._workers is None or self._workers.are_gone:
            setup = WorkerSetup(likely_engine(self._options.settings), self._options.store)
            self._workers = WorkerPool(setup, jobs)
        return self._workers

    def _ready_cluster(self) -> "Cluster":
        """As the last essay had it, unless that failed: then nobody wants what is left of its recordings."""
        from podcast.recording.jobs.cluster import Cluster

        if self._cluster is None:
            self._cluster = Cluster(self._options.cluster)
        return self._cluster

    def _leave_cluster(self) -> None:
        if self._cluster:
            self._cluster.close()
            self._cluster = None

    def _checked(self, check: CheckRequest) -> Report | BuildOutcome:
        try:
            return report_on(self._options.folder, slugs=check.slugs, is_listening=False, base_url=check.base_url)
        except Exception as error:  # noqa: BLE001 — told by the one who asked
            return BuildOutcome.failed(error)

    def _await_turn(self) -> None:
        """Whose turn it isn't has no engine meanwhile: each takes memory, and others have begun with its job."""
        self._messages.send(Turn.WANTED)
        try:
            self._turns.get(timeout=_SOON_S)
        except queue.Empty:
            if self._workers:
                self._workers.rest(ready=0)
            self._turns.get()

    def _listen(self) -> None:
        """In a thread of its own: answers come while an essay is being built."""
        try:
            with suppress(EOFError):
                while True:
                    self._hear(self._messages.receive())
        finally:
            _stop()
            # Where no signal reaches one who waits, nobody may wait any more.
            self._turns.put(None)
            self._wanted.put(None)

    def _hear(self, told: Any) -> None:
        if told is Turn.GIVEN:
            self._turns.put(None)
        else:
            self._wanted.put(told)


def _stop() -> None:
    """As Ctrl-C does. A signal also reaches a thread that waits; elsewhere it is heard when the waiting ends."""
    if hasattr(signal, "pthread_kill"):
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
    else:
        import _thread

        _thread.interrupt_main()


@dataclass
class _Patience:
    """Waits, and knows for how long it has."""

    turn: Any
    seconds: float = 0

    def wait(self) -> None:
        begun = time.monotonic()
        self.turn()
        self.seconds += time.monotonic() - begun
