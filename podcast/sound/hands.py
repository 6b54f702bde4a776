"""The hands of this machine: a few processes that make recordings at a time, each started when there is work for it.

hands = Hands(Workplace("espeak_ng"), jobs=2)
future = hands.submit(recipe)
future.result().content
hands.close()
"""

import logging
import queue
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from threading import Condition, Lock, local
from types import TracebackType
from typing import Any, Protocol, Self

from podcast.sound.hand import Answer, Hand, LostError, Workplace
from podcast.sound.recipes import Recipe
from voices.speech import SpeechError

log = logging.getLogger(__name__)

_ANOTHER_TRY_S = 0.05


class Tokens(Protocol):
    """What several processes share: each may make one recording at a time, and one more for each token it holds."""

    def try_take(self) -> bool:
        """Whether there was one; nobody waits."""

    def give_back(self) -> None:
        """One that was taken."""


class Hands:
    """At most `jobs` of them. A thread for each, which waits for its process outside the interpreter's lock."""

    def __init__(self, workplace: Workplace, jobs: int, tokens: Tokens | None = None) -> None:
        self.width = jobs
        self._workplace = workplace
        self._turns = _Turns(tokens) if tokens else nullcontext()
        self._threads = ThreadPoolExecutor(jobs, thread_name_prefix="hand")
        self._all: list[Hand] = []
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

    def submit(self, recipe: Recipe[Any]) -> "Future[Answer]":
        return self._threads.submit(self._make, recipe)

    def close(self) -> None:
        """The hands first: whoever is still at work then fails at once, and nobody is waited for."""
        with self._lock:
            self._is_closed = True
        for hand in self._all:
            hand.leave()
        for hand in self._all:
            hand.close()
        self._threads.shutdown(cancel_futures=True)

    def _make(self, recipe: Recipe[Any]) -> Answer:
        """A hand that dies over it (killed, out of memory) costs time; a second one is an error."""
        with self._turns:
            try:
                return self._made(recipe)
            except LostError:
                log.info("a recording's process died; once more: %r", recipe)
            try:
                return self._made(recipe)
            except LostError:
                raise SpeechError("the recording's process was ended twice; is there enough memory?") from None

    def _made(self, recipe: Recipe[Any]) -> Answer:
        with self._hand() as hand:
            return hand.make(recipe)

    @contextmanager
    def _hand(self) -> Iterator[Hand]:
        """One that is free, or a new one; one that was lost doesn't come back."""
        try:
            hand = self._free.get_nowait()
        except queue.Empty:
            hand = self._one_more()
        try:
            yield hand
        except LostError:
            self._dismiss(hand)
            raise
        except Exception:
            self._free.put(hand)
            raise
        self._free.put(hand)

    def _one_more(self) -> Hand:
        with self._lock:
            if self._is_closed:
                raise SpeechError("the crew has left")
            self._all.append(Hand(self._workplace))
            return self._all[-1]

    def _dismiss(self, hand: Hand) -> None:
        with self._lock:
            if not self._is_closed:
                self._all.remove(hand)
        hand.close()


class _Turns:
    """Who may record now: one at any time, and others with a token each."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._is_own_free = True
        self._changed = Condition()
        self._mine = local()

    def __enter__(self) -> None:
        with self._changed:
            while not (self._is_own_free or self._tokens.try_take()):
                self._changed.wait(_ANOTHER_TRY_S)  # no other process tells that it gave one back
            self._mine.is_own, self._is_own_free = self._is_own_free, False

    def __exit__(self, *_: object) -> None:
        with self._changed:
            if self._mine.is_own:
                self._is_own_free = True
            else:
                self._tokens.give_back()
            self._changed.notify()
