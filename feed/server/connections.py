"""Connections that don't wear a server out: time-outs for clients that say nothing or read nothing, and a cap.

    http = limited(Limits(head_s=10, connections=1000))
    uvicorn.Config(app, http=http)

uvicorn's own limit_concurrency counts sockets that say nothing, and answers 503 to everybody else once a few hundred
are open. Here the oldest of those is closed to make room, so whoever asks is answered.
"""

import asyncio
import sys
from dataclasses import dataclass, replace
from typing import Any, ClassVar, cast

from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

_OTHER_FILES = 64  # that the process itself has open


@dataclass(frozen=True, slots=True)
class Limits:
    """What a client may take."""

    head_s: float = 10.0  # from connecting, or from the end of the last answer, to the end of a request's head
    stall_s: float = 120.0  # to take 64 KiB of an answer
    connections: int = 1000  # at a time; the oldest that has no request is closed for a new one
    farewell_s: float = 0.5  # for answers that are under way when the server stops


def limited(limits: Limits) -> type[H11Protocol]:
    """The protocol for uvicorn's Config; with fewer connections where the system grants fewer open files."""
    limits = replace(limits, connections=min(limits.connections, _most_connections()))
    return type("LimitedProtocol", (_LimitedProtocol,), {"limits": limits})


class _LimitedProtocol(H11Protocol):
    limits: ClassVar[Limits]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.idle_since_s: float | None = None  # by the loop's clock; None while a request is answered
        self._head_timer: asyncio.TimerHandle | None = None
        self._stall_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn does
        super().connection_made(transport)
        # So that writing pauses as long as anything waits, and a stalled client is seen even after the last byte.
        transport.set_write_buffer_limits(high=0)
        self._watch()
        if len(self.connections) > self.limits.connections:
            self._make_room()

    def connection_lost(self, exc: Exception | None) -> None:
        _stop(self._head_timer)
        _stop(self._stall_timer)
        super().connection_lost(exc)

    def handle_events(self) -> None:
        super().handle_events()
        self._watch()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._watch()

    def pause_writing(self) -> None:
        super().pause_writing()
        self._stall_timer = self._stall_timer or self.loop.call_later(self.limits.stall_s, self.transport.abort)

    def resume_writing(self) -> None:
        _stop(self._stall_timer)
        self._stall_timer = None
        super().resume_writing()

    def shutdown(self) -> None:
        super().shutdown()
        self.loop.call_later(self.limits.farewell_s, self.transport.abort)

    def _watch(self) -> None:
        """Start or stop the clock for the next request's head. Bytes that drip in don't set it back."""
        cycle: RequestResponseCycle | None = self.cycle
        if cycle and not cycle.response_complete:
            _stop(self._head_timer)
            self.idle_since_s = self._head_timer = None
        elif self._head_timer is None and not self.transport.is_closing():
            self.idle_since_s = self.loop.time()
            self._head_timer = self.loop.call_later(self.limits.head_s, self.transport.close)

    def _make_room(self) -> None:
        others = cast("set[_LimitedProtocol]", self.connections)
        idle = [one for one in others if one.idle_since_s is not None]
        oldest = min(idle, key=lambda one: one.idle_since_s or 0.0)
        self.connections.discard(oldest)  # now: its end is told only after others have been let in
        oldest.transport.abort()


def _stop(timer: asyncio.TimerHandle | None) -> None:
    if timer is not None:
        timer.cancel()


def _most_connections() -> int:
    """Each may need a socket and a file."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return sys.maxsize
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return sys.maxsize if soft == resource.RLIM_INFINITY else max(8, (soft - _OTHER_FILES) // 2)
