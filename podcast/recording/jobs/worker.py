"""A hand: a process that makes what recipes ask for, with engines of its own.

    hand = Hand(Workplace("hibari"))                # starts it; it gets ready while others have work to do
    answer = hand.make(recipe)                      # for one thread at a time
    recipe.unpacked(answer.content), answer.is_voiced
    hand.close()

`work` is what is done for a recipe wherever it is done: in such a process, or on another machine. Mastering and
encoding in the process that writes the episode would have it wait for the interpreter's lock.
"""

import os
import pickle
import signal
import subprocess
import sys
import threading
import traceback
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from typing import IO, TYPE_CHECKING, Any, NoReturn, cast

from podcast.cache.store import Store
from podcast.errors import PodcastError
from podcast.recording.jobs.speaker import Speaker
from podcast.recording.jobs.takes import Takes
from voices.speech import SpeechError

if TYPE_CHECKING:
    from podcast.recording.jobs.render_jobs import (
        Recipe,  # a build waits for the engine: what isn't needed to start it comes later
    )

#: A hand is one of as many as there are cores, and nothing here multiplies matrices.
_ENVIRONMENT = {"PYTHONWARNINGS": "ignore", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
_PATIENCE_S = 2  # in which a hand that is told to stop ends its engine
_LONGEST_S = 1800  # that a recipe may take, on a slow machine with many jobs; an engine has a minute for an utterance


@dataclass(frozen=True, slots=True)
class Workplace:
    """Who will probably speak, and where takes are kept."""

    driver: str = ""  # an engine that is started at once; others when they are wanted
    store: Store | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The content of what was made, and whether the engine had to speak for it."""

    content: bytes
    is_voiced: bool


def work(recipe: "Recipe[Any]", speaker: Speaker) -> Answer:
    """Raises SpeechError or PodcastError when it can't be made."""
    speaker.has_spoken = False
    made = recipe.made(speaker)
    return Answer(recipe.packed(made), speaker.has_spoken)


class LostError(Exception):
    """The process has died."""


class Hand:
    """A hand whose process has died, or had to be killed since it hung, raises LostError, and is of no more use."""

    def __init__(self, workplace: Workplace, *, timeout_s: float = _LONGEST_S) -> None:
        self._timeout_s = timeout_s
        self._process = subprocess.Popen(
            # -P: a folder called podcast/ where the user happens to be must not be taken for ours. Not by -m: this
            # module's types would have other names there.
            [sys.executable, "-P", "-c", "from podcast.recording.jobs import worker; worker.main()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | _ENVIRONMENT,
            start_new_session=True,
        )
        with suppress(LostError):  # the first recipe will tell
            self._send(workplace)

    def make(self, recipe: "Recipe[Any]") -> Answer:
        """Raises what `work` raises."""
        timer = threading.Timer(self._timeout_s, self._process.kill)
        timer.start()
        try:
            self._send(recipe)
            answer = self._received()
        finally:
            timer.cancel()
        if isinstance(answer, Exception):
            raise answer
        return answer

    @property
    def is_there(self) -> bool:
        return self._process.poll() is None

    def leave(self) -> None:
        """May be called while another thread is inside `make`, which then raises."""
        self._process.terminate()

    def close(self) -> None:
        self.leave()
        try:
            self._process.wait(_PATIENCE_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(BrokenPipeError):
                cast(IO[bytes], pipe).close()

    def _send(self, message: object) -> None:
        pipe = cast(IO[bytes], self._process.stdin)
        try:
            pickle.dump(message, pipe)
            pipe.flush()
        except (BrokenPipeError, OSError, ValueError) as error:
            raise LostError from error

    def _received(self) -> Answer | Exception:
        pipe = cast(IO[bytes], self._process.stdout)
        try:
            return cast("Answer | Exception", pickle.load(pipe))  # noqa: S301 — from our own process
        except (EOFError, pickle.UnpicklingError, OSError, ValueError) as error:
            raise LostError from error


def main() -> None:
    """Answers on what was stdout, so that nothing which prints can disturb it."""
    questions, answers = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    workplace: Workplace = pickle.load(questions)  # noqa: S301 — from the process that started this one
    with Speaker(Takes(workplace.store)) as speaker:
        signal.signal(signal.SIGTERM, lambda *_: _leave(speaker))
        _get_ready(speaker, workplace.driver)
        while (recipe := _next(questions)) is not None:
            pickle.dump(_answer(recipe, speaker), answers)
            answers.flush()


def _get_ready(speaker: Speaker, driver: str) -> None:
    """The engine starts while this process loads what masters and encodes."""
    if driver:
        speaker.get_ready(driver)
    for name in ("recording.jobs.render_jobs", "sound.record", "sound.dsp.pacing", "sound.plausible"):
        import_module(f"podcast.{name}")


def _next(questions: IO[bytes]) -> "Recipe[Any] | None":
    """None when nobody is there to ask any more."""
    try:
        return cast("Recipe[Any]", pickle.load(questions))  # noqa: S301 — from the process that started this one
    except EOFError:
        return None


def _answer(recipe: "Recipe[Any]", speaker: Speaker) -> Answer | Exception:
    try:
        return work(recipe, speaker)
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
