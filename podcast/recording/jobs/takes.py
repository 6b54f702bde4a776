"""Takes that were spoken once, kept in the store for the next build.

    takes = Takes(Store(folder))
    take = takes.get(utterance) or engine_process.speak(utterance)
    takes.put(utterance, take)

A key covers all that decides a take: the text, how parts of it sound, the voice with its whole manner, its engine and
that engine's data, and our own code. Takes of quick engines are kept as they are: packing saves 44 % at the most, and
unpacking alone takes a good part of the time that the engine takes to speak again. Takes of slow ones are the dearest
thing in the store: those are packed as FLAC, so that about twice as many have room.
"""

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from podcast.cache.code_version import code_version
from podcast.cache.store import Shelf, Store
from voices.engine import engine, version_of
from voices.speech import Take, Utterance, Word

_FORMAT = 2  # of what is kept; another one has other keys


class Takes:
    """Without a store nothing is kept. What can't be read is not there."""

    def __init__(self, store: Store | None) -> None:
        self._shelf = Shelf(store, f"format {_FORMAT}; code {_code()}" if store else "")
        self._store = store

    @property
    def damaged(self) -> int:
        return self._store.damaged if self._store else 0

    def get(self, utterance: Utterance) -> Take | None:
        return self._shelf.get("take", _essence(utterance), _read_take) if self._store else None

    def put(self, utterance: Utterance, take: Take) -> None:
        if self._store:
            is_packed = engine(utterance.voice.driver).is_slow
            self._shelf.put("take", _essence(utterance), _write_take(take, is_packed=is_packed))


@cache
def _code() -> str:
    """Of what stands between an engine and its take."""
    here = Path(__file__).parent
    return code_version([here / "engine_process.py", here / "engine_host.py"])


def _essence(utterance: Utterance) -> list[Any]:
    return [version_of(utterance.voice.driver, utterance.voice.id), asdict(utterance)]


def _write_take(take: Take, *, is_packed: bool) -> bytes:
    words = [[word.start, word.end, word.start_sample, word.end_sample] for word in take.words]
    facts = {"rate_hz": take.rate_hz, "is_timed": take.is_timed, "words": words, "is_packed": is_packed}
    return json.dumps(facts).encode() + b"\n" + (_packed(take.pcm) if is_packed else take.pcm)


def _read_take(content: bytes) -> Take:
    head, _, sound = content.partition(b"\n")
    facts = json.loads(head)
    words = tuple(Word(*word) for word in facts["words"])
    pcm = _unpacked(sound) if facts["is_packed"] else sound
    return Take(pcm, facts["rate_hz"], words, facts["is_timed"])


def _packed(pcm: bytes) -> bytes:
    from podcast.sound.codec import flac  # and PyAV with it, which the takes of quick engines don't need

    return flac.packed(pcm)


def _unpacked(sound: bytes) -> bytes:
    from podcast.sound.codec import flac

    return flac.unpacked(sound)
