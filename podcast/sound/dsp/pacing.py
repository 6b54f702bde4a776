"""Pauses between the sentences of one take: as long as the show wants them, not as long as the engine makes them.

    take = paced(take, utterance.text, pause_ms=300)

An engine's pause after a sentence depends on voice, rate and mark: espeak-ng's narrator waits 330 ms after a full stop,
370 after a question mark and 460 before a quotation, hibari's heart 800 to 1000 after any. The silence itself is
lengthened or cut in its middle, so no sound is touched; the words after it move. Takes whose word times are estimates
stay as they are.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import numpy as np

from podcast.sound import SENTENCE_END, SILENCE_LEVEL
from podcast.sound.codec.clip import moved
from podcast.sound.dsp.filters import Pcm
from voices.speech import Take

_BEFORE_S, _AFTER_S = 0.9, 0.06  # around the told beginning of a word: where the silence before it is looked for
_SHORTEST_S = 0.08  # of a silence that is a pause and no stop consonant

Cut = tuple[int, int]  # a sample of the take, and by how many more (or fewer) samples what follows comes later


def paced(take: Take, text: str, pause_ms: int) -> Take:
    """`text` is what the take says; its words count characters of it."""
    if not take.is_timed:
        return take
    pcm = np.frombuffer(take.pcm, "<i2")
    cuts = tuple(_cuts(pcm, take, text, round(pause_ms * take.rate_hz / 1000)))
    if not cuts:
        return take

    def to(sample: int) -> int:
        return sample + sum(more for middle, more in cuts if middle <= sample)

    return replace(take, pcm=_recut(pcm, cuts).tobytes(), words=moved(take.words, to))


def _cuts(pcm: Pcm, take: Take, text: str, wanted: int) -> Iterator[Cut]:
    for word, following in pairwise(take.words):
        if not SENTENCE_END.search(text[word.start : following.start].rstrip()):
            continue
        near = max(0, following.start_sample - word.start_sample - round(_BEFORE_S * take.rate_hz))
        last = following.start_sample + round(_AFTER_S * take.rate_hz)
        begin, end = _longest_silence(pcm[word.start_sample : last], near)
        if end - begin >= _SHORTEST_S * take.rate_hz and end - begin != wanted:
            yield word.start_sample + (begin + end) // 2, wanted - (end - begin)


def _longest_silence(pcm: Pcm, near: int) -> tuple[int, int]:
    """Of those that end behind `near`, and from where they begin: a pause may be longer than what is looked at."""
    edges = np.flatnonzero(np.concatenate(([True], np.abs(pcm.astype(np.int32)) > SILENCE_LEVEL, [True])))
    edges = edges[max(0, int(np.searchsorted(edges, near, "right")) - 1) :]
    longest = int(np.argmax(np.diff(edges)))
    return int(edges[longest]), int(edges[longest + 1]) - 1


def _recut(pcm: Pcm, cuts: tuple[Cut, ...]) -> Pcm:
    pieces, at = [], 0
    for middle, more in cuts:
        pieces += [pcm[at : middle - max(0, -more) // 2], np.zeros(max(0, more), pcm.dtype)]
        at = middle + max(0, -more) - max(0, -more) // 2
    return np.concatenate([*pieces, pcm[at:]])
