"""Takes that were spoken once, kept in the store for the next build.

    takes = Takes(Store(folder), engine_version("espeak_ng"))
    take = takes.get(utterance) or booth.speak(utterance)
    takes.put(utterance, take)

A key covers all that decides a take: the text, how parts of it sound, the voice with its whole manner, the engine
and its data. Takes of the embedded engine are kept as they are: packing saves 44 % at the most, and unpacking alone
takes a quarter of the time that the engine takes to speak again. Other engines are slower, and their takes the dearest
thing in the store: those are packed as FLAC, so that about twice as many have room.
"""

import json
from dataclasses import asdict

from podcast.store import Shelf, Store
from voices.engine import is_embedded
from voices.speech import Take, Utterance, Word

_FORMAT = 2  # of what is kept; another one has other keys


class Takes:
    """Without a store nothing is kept. What can't be read is not there."""

    def __init__(self, store: Store | None, engine: str) -> None:
        self._shelf = Shelf(store, f"{engine}; format {_FORMAT}")
        self._is_kept = store is not None

    def get(self, utterance: Utterance) -> Take | None:
        return self._shelf.get("take", asdict(utterance), _read_take)

    def put(self, utterance: Utterance, take: Take) -> None:
        if self._is_kept:
            is_packed = not is_embedded(utterance.voice.driver)
            self._shelf.put("take", asdict(utterance), _write_take(take, is_packed=is_packed))


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
    from podcast.sound import flac  # and PyAV with it, which the embedded engine's takes don't need

    return flac.packed(pcm)


def _unpacked(sound: bytes) -> bytes:
    from podcast.sound import flac

    return flac.unpacked(sound)
