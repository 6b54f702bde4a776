"""What runs in an engine process: one pyttsx3 engine, asked in messages (podcast/processes/messages.py).

    python -P -c "from podcast.recording.jobs.engine_host import main; main()" espeak_ng FOLDER     # for its sounds

    {"do": "speak", "text": …, "voice": …, "rate": …, "pitch": …, "pitch_range": …, "phonemes": …, "file": …}
        -> {"events": [[character, sample], …]}          and the sound in the file
    {"do": "sounds", "texts": [text, …], "voice": …} -> {"ipa": [IPA of each, or ""]}
    {"do": "list"} -> {"voices": [[id, name, [language, …], gender], …], "variants": [name, …]}
    anything that goes wrong -> {"error": sentence}, or {"crash": what ended the child}

An engine that declares that it forks speaks each utterance in a forked child: what it leaves behind in a process can't
change the next take, and an abort costs one utterance. Others speak in this process. Where a system can't fork, so does
that one, and who asks has a new process for each answer (engine_process.py).

When nobody is there to be answered it ends at once, and the folder goes with it.
"""

import json
import os
import select
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

from podcast.processes.messages import Messages, claimed
from voices.drivers import make_known
from voices.engine import engine

_Request = dict[str, Any]
_Answer = dict[str, Any]


def main() -> None:
    driver, folder = sys.argv[1:]
    messages = claimed()
    if not _forks(driver):  # one that does has a look itself: a process with threads is no good to be forked
        messages.when_left(lambda: _leave(folder))
    try:
        stage = _Stage(driver, messages)
    except Exception as error:  # noqa: BLE001 — whatever it is, whoever started this has to be told
        told = str(error) if isinstance(error, RuntimeError) else f"{type(error).__name__}: {error}"
        messages.send({"error": told})
        return
    with suppress(EOFError, OSError, _AloneError):
        messages.send({"ready": driver})
        while True:
            messages.send(stage.answer(messages.receive()))
    _remove(folder)  # who closes an engine process kills it: one that comes here was left by somebody who was killed


class _AloneError(Exception):
    """Who started this process is gone."""


def _leave(folder: str) -> None:
    """In the middle of a word, and with whatever the engine has started."""
    _remove(folder)
    if hasattr(os, "killpg") and os.getpgrp() == os.getpid():
        os.killpg(os.getpid(), signal.SIGKILL)
    os._exit(0)


def _forks(driver: str) -> bool:
    return engine(driver).forks and hasattr(os, "fork")


def _remove(folder: str) -> None:
    from shutil import rmtree  # it takes a while to load, and is rarely wanted

    rmtree(folder, ignore_errors=True)


class _Stage:
    """A warm engine."""

    def __init__(self, driver: str, messages: Messages) -> None:
        import pyttsx3

        if missing := engine(driver).missing():
            raise RuntimeError(missing)
        make_known(driver)
        self._engine = pyttsx3.init(driver)
        self._forks = _forks(driver)
        self._messages = messages

    def answer(self, request: _Request) -> _Answer:
        action = {"speak": self._speak, "sounds": self._sounds, "list": self._list}[request["do"]]
        if self._forks:
            return _in_child(lambda: _guarded(action, request), self._messages)
        return _guarded(action, request)

    def _list(self, _request: _Request) -> _Answer:
        voices = self._engine.getProperty("voices")
        try:
            variants = self._engine.getProperty("variants")
        except Exception:  # noqa: BLE001 — drivers other than ours raise what they like for it
            variants = []
        return {"voices": [_described(voice) for voice in voices], "variants": variants}

    def _sounds(self, request: _Request) -> _Answer:
        engine, texts = self._engine, request["texts"]
        try:
            engine.getProperty("ipa")
        except Exception:  # noqa: BLE001 — only drivers of ours can tell
            return {"ipa": [""] * len(texts)}
        engine.setProperty("voice", request["voice"])
        engine.setProperty("texts", texts)
        engine.runAndWait()
        return {"ipa": engine.getProperty("ipa")}

    def _speak(self, request: _Request) -> _Answer:
        engine, events, errors = self._engine, [], []

        def on_word(location: int, sample: int | None = None, **_: object) -> None:
            if sample is not None:
                events.append([location, sample])

        tokens = [
            engine.connect("started-word", on_word),
            engine.connect("error", lambda exception, **_: errors.append(exception)),
        ]
        for name, value in _properties(request, engine):
            engine.setProperty(name, value)
        engine.save_to_file(request["text"], request["file"])
        engine.runAndWait()
        for token in tokens:
            engine.disconnect(token)
        if errors:
            raise errors[0]
        return {"events": events}


def _properties(request: _Request, engine: Any) -> Iterator[tuple[str, Any]]:
    """The settings that the driver knows: most have no pitch, and only ours have a pitch range and take phonemes."""
    yield "voice", request["voice"]
    yield "rate", request["rate"]
    for name in ("pitch", "pitch_range", "phonemes"):
        try:
            engine.getProperty(name)
        except Exception:  # noqa: BLE001, S112 — KeyError by pyttsx3's contract; drivers raise others too
            continue
        yield name, request[name]


def _guarded(action: Callable[[_Request], _Answer], request: _Request) -> _Answer:
    try:
        return action(request)
    except Exception as error:  # noqa: BLE001 — the engine's trouble is told, not raised: there is nobody here
        return {"error": str(error) or type(error).__name__}


def _in_child(action: Callable[[], _Answer], messages: Messages) -> _Answer:
    """Raises _AloneError, and ends the child, when nobody is there any more before it has an answer."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            with os.fdopen(writing, "w", encoding="utf-8") as pipe:
                json.dump(action(), pipe)
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        asking = messages.incoming.fileno()
        ready, _, _ = select.select([reading, asking], [], [])
        if asking in ready:  # it has ended: nobody asks again before they have their answer
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            raise _AloneError
        told = pipe.read()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return {"crash": signal.Signals(os.WTERMSIG(status)).name}
    try:
        answer: _Answer = json.loads(told)
    except ValueError:
        return {"crash": "it ended without an answer"}
    return answer


def _described(voice: Any) -> list[Any]:
    """pyttsx3's Voice, with languages as text: some drivers give bytes led by a priority."""
    languages = [
        tag.decode(errors="ignore").lstrip("\x05\x02") if isinstance(tag, bytes) else str(tag)
        for tag in voice.languages or ()
    ]
    tags = [tag.replace("_", "-").lower() for tag in languages]
    return [voice.id, voice.name or voice.id, tags, str(voice.gender or "")]
