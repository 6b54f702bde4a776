"""How much of a text two essays share, told from a sketch of each that is small enough to be kept with an episode.

    now, before = sketch(block.text for block in essay.blocks), entry.sketch
    shared(now, before)                     # 0.93: nearly all of it; None: of one of them nothing is known

A text is seen as the set of its runs of three words, whatever their case, marks and signs, and its sketch is the least
of their hashes, as many as `_KEPT`. All runs have the same luck to be among them, so of the least of two texts both
have as large a part as of all runs (Broder 1997, "On the resemblance and containment of documents"), give or take 0.06.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b

_KEPT = 64
_RUN = 3  # words
_DIGITS = 8  # of a hash
#: Where no spaces stand between words, each sign is one: Thai, Lao, Burmese, Khmer, Chinese, Japanese.
_WORD = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]|[^\\W_]+")


def sketch(texts: Iterable[str]) -> str:
    """Of a text that comes in parts, such as paragraphs. Empty: there is not a word in it."""
    least = sorted({_hash(run) for run in _runs([word for text in texts for word in _words(text)])})[:_KEPT]
    return "".join(least)


def shared(one: str, other: str) -> float | None:
    """The part of the text that both have, from 0 to 1."""
    if not one or not other:
        return None
    ours, theirs = _hashes(one), _hashes(other)
    if ours.isdisjoint(theirs):
        return 0
    least = sorted(ours | theirs)[:_KEPT]
    return sum(hash_ in ours and hash_ in theirs for hash_ in least) / len(least)


def _words(text: str) -> list[str]:
    return _WORD.findall("".join(_letters(text)))


def _letters(text: str) -> Iterator[str]:
    """Without marks, so that é is the same in one character and in two, and e, too."""
    return (letter for letter in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(letter))


def _runs(words: list[str]) -> Iterator[str]:
    """A text of fewer words than a run has is one."""
    return (" ".join(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)) if words)


def _hash(run: str) -> str:
    return blake2b(run.encode(errors="surrogatepass"), digest_size=_DIGITS // 2).hexdigest()


@lru_cache(2)  # one is held against ten thousand others
def _hashes(sketch: str) -> frozenset[str]:
    return frozenset(sketch[at : at + _DIGITS] for at in range(0, len(sketch), _DIGITS))
