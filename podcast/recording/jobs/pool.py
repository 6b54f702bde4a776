"""The hands of this machine: a few processes that make recordings at a time, each started when there is work for it.

hands = Hands(Workplace("hibari"), jobs=2)
future = hands.submit(recipe)
future.result().content
hands.close()
"""

import logging
import queue
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, nullcontext, suppress
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol, Self

from podcast.recording.jobs.worker import Answer, Hand, LostError, Workplace
from voices.speech import SpeechError

if TYPE_CHECKING:
    from podcast.recording.jobs.render_jobs import Recipe

log = logging.getLogger(__name__)


class Tokens(Protocol):
    """What several crews share: whoever records holds one of them."""

    def __enter__(self) -> object: ...

    def __exit__(self, *error: object) -> object: ...


class Hands:
    """At most `jobs` of them. A thread for each, which waits for its process outside the interpreter's lock.

    `tokens`: what each recording at a time needs, where several processes share the cores.
    """

    def __init__(self, workplace: Workplace, jobs: int, tokens: Tokens | None = None) -> None:
        self.width = jobs
        self.workplace = workplace
        self._tokens: Tokens = tokens or nullcontext()
        self._threads = ThreadPoolExecutor(jobs, thread_name_prefix="hand")
        self._all: list[Hand] = []
        self._left: list[Hand] = []
        self._free: queue.SimpleQueue[Hand] = queue.SimpleQueue()
        self._lock = Lock()
        self._is_closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def get_ready(self, count: int) -> None:
        """Start so many of them now: they get ready while others have work to do."""
        for _ in range(min(count, self.width) - len(self._all)):
            self._free.put(self._one_more())

    def submit(self, recipe: "Recipe[Any]") -> "Future[Answer]":
        return self._threads.submit(self._make, recipe)

    @property
    def are_gone(self) -> bool:
        return self._is_closed

    def rest(self) -> None:
        """Until there is more to do: one stays ready, and the others take no memory."""
        with self._lock:
            for gone in [hand for hand in self._left if not hand.is_there]:
                self._left.remove(gone)
                gone.close()
            while self._free.qsize() > 1:
                hand = self._free.get_nowait()
                hand.leave()
                self._all.remove(hand)
                self._left.append(hand)

    def leave(self) -> None:
        """There is no more to do, and nobody is waited for."""
        with self._lock:
            self._is_closed = True
        for hand in self._all:
            hand.leave()

    def close(self) -> None:
        """The hands first: whoever is still at work then fails at once."""
        self.leave()
        for hand in (*self._all, *self._left):
            hand.close()
        self._threads.shutdown(cancel_futures=True)

    def _make(self, recipe: "Recipe[Any]") -> Answer:
        """A hand that dies over it (killed, out of memory) costs time; a second one is an error."""
        with self._tokens:
            try:
                return self._made(recipe)
            except LostError:
                log.info("a recording's process died; once more: %r", recipe)
            try:
                return self._made(recipe)
            except LostError:
                raise SpeechError("the recording's process was ended twice; is there enough memory?") from None

    def _made(self, recipe: "Recipe[Any]") -> Answer:
        with self._hand() as hand:
            return hand.make(recipe)

    @contextmanager
    def _hand(self) -> Iterator[Hand]:
        """One that is free, or a new one; one that was lost doesn't come back."""
        hand = self._free_one() or self._one_more()
        try:
            yield hand
        except LostError:
            self._dismiss(hand)
            raise
        except Exception:
            self._free.put(hand)
            raise
        self._free.put(hand)

    def _free_one(self) -> Hand | None:
        """Those that were killed while they had nothing to do are no recipe's fault."""
        with suppress(queue.Empty):
            while not (hand := self._free.get_nowait()).is_there:
                self._dismiss(hand)
            return hand
        return None

    def _one_more(self) -> Hand:
        with self._lock:
            if self._is_closed:
                raise SpeechError("the crew has left")
            self._all.append(Hand(self.workplace))
            return self._all[-1]

    def _dismiss(self, hand: Hand) -> None:
        with self._lock:
            if not self._is_closed:
                self._all.remove(hand)
        hand.close()
