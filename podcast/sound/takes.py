"""Takes that were spoken once, kept in the store for the next build.

    takes = Takes(Store(folder), engine_version("espeak_ng"))
    take = takes.get(utterance) or booth.speak(utterance)
    takes.put(utterance, take)

A key covers all that decides a take: the text, how parts of it sound, the voice with its whole manner, the engine
and its data. Samples are kept as they are: packing them saves 44 % at the most, and unpacking alone takes half as long
as the embedded engine takes to speak again.
"""

import json
from dataclasses import asdict

from podcast.store import Shelf, Store
from voices.speech import Take, Utterance, Word

_FORMAT = 1  # of what is kept; another one has other keys


class Takes:
    """Without a store nothing is kept. What can't be read is not there."""

    def __init__(self, store: Store | None, engine: str) -> None:
        self._shelf = Shelf(store, f"{engine}; format {_FORMAT}")

    def get(self, utterance: Utterance) -> Take | None:
        return self._shelf.get("take", asdict(utterance), _read_take)

    def put(self, utterance: Utterance, take: Take) -> None:
        self._shelf.put("take", asdict(utterance), _write_take(take))


def _write_take(take: Take) -> bytes:
    words = [[word.start, word.end, word.start_sample, word.end_sample] for word in take.words]
    facts = json.dumps({"rate_hz": take.rate_hz, "is_timed": take.is_timed, "words": words})
    return facts.encode() + b"\n" + take.pcm


def _read_take(content: bytes) -> Take:
    head, _, pcm = content.partition(b"\n")
    facts = json.loads(head)
    words = tuple(Word(*word) for word in facts["words"])
    return Take(pcm, facts["rate_hz"], words, facts["is_timed"])
