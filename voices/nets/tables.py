"""hibari's tables, read as far as a text needs them: how 180,000 words sound, and weights for their parts of speech.

    with read_lazily():
        english = G2P(…)
    tag = english.tagger(["She", "read", "it"])

They are JSON, and most of what an engine's start took was reading all of them (0.3 s, 60 MB); an essay asks for some
thousand entries. Here a file is only cut where one entry ends and another begins, and each is read when it is first
asked for: the same values, so the same sounds and parts of speech. A file that is written otherwise is read at once.
"""

import gzip
import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_TAGGER = "tagger.json.gz"
_LEXICON = "lexicon_"
_IS, _AND = b'":"', b'","'  # between a word and its sounds, and between two words
_BEFORE_WEIGHTS, _BEHIND_WEIGHTS = b',"weights":{"', b"}}}"  # last in the tagger's file


class Weights:
    """How much each part of speech gains, by features: those of one feature are read when they are first asked for."""

    def __init__(self, entries: Mapping[bytes, bytes]) -> None:
        self._entries = entries
        self._read: dict[str, dict[str, float]] = {}

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, feature: str, default: Any = None) -> Any:
        if feature not in self._read:
            entry = self._entries.get(_key(feature))
            if entry is None:
                return default
            self._read[feature] = json.loads(b"{%b}" % entry)
        return self._read[feature]


class Words:
    """How words sound, each an entry `word":"sounds`, found by halves: an index of them all takes longer than a start.

    `by_tag`: words whose sounds depend on the part of speech, and the JSON of that table.
    """

    def __init__(self, entries: list[bytes], by_tag: Mapping[bytes, bytes]) -> None:
        entries.sort()  # as they are in the file, so that it costs one look at each
        self._entries, self._by_tag = entries, by_tag
        self._read: dict[str, Any] = {}

    def __len__(self) -> int:
        return len(self._entries) + len(self._by_tag)

    def get(self, word: str, default: Any = None) -> Any:
        if word not in self._read:
            found = self._find(_key(word))
            if found is None:
                return default
            self._read[word] = found
        return self._read[word]

    def _find(self, key: bytes) -> Any:
        if key in self._by_tag:
            return json.loads(self._by_tag[key])
        start = key + _IS
        at = bisect_left(self._entries, start)
        is_there = at < len(self._entries) and self._entries[at].startswith(start)
        return self._entries[at][len(start) :].decode() if is_there else None


def tagger(content: bytes) -> dict[str, Any]:
    """The tagger's file, with its tables of weights as Weights."""
    head, found, rest = content.partition(_BEFORE_WEIGHTS)
    if not found or not rest.endswith(_BEHIND_WEIGHTS):
        return dict(json.loads(content))
    pieces = rest[: -len(_BEHIND_WEIGHTS)].replace(b'},"', b'":{').split(b'":{')
    weights = Weights(dict(zip(pieces[::2], pieces[1::2], strict=True)))
    return {**json.loads(head + b"}"), "weights": weights}


def lexicon(content: bytes) -> "Words | dict[str, Any]":
    """A lexicon's file: sounds by words, or where they depend on the part of speech, a table of those."""
    try:
        return _cut(content)
    except ValueError:
        return dict(json.loads(content))


def _cut(content: bytes) -> Words:
    """Raises ValueError where that can't be done by signs alone."""
    first, *tables = (b"," + content[1:-1]).split(b"{")
    flat, by_tag = [first], {}
    for table in tables:
        inner, _, behind = table.partition(b"}")
        flat[-1], _, word = flat[-1].rpartition(b',"')
        by_tag[word[:-2]] = b"{%b}" % inner
        flat.append(behind)
    words = b"".join(flat)[2:-1]
    entries = words.split(_AND) if words else []
    signs = max(4 * len(entries) - 2, 0)  # each entry has one _IS, and an _AND but for the last
    if b": " in content or b"\\" in content or words.count(b'"') != signs:
        raise ValueError
    return Words(entries, by_tag)


def _key(word: str) -> bytes:
    return json.dumps(word, ensure_ascii=False)[1:-1].encode()


@contextmanager
def read_lazily() -> Iterator[None]:
    """hibari reads its files so in here."""
    from hibari import g2p

    own = g2p._load_json  # noqa: SLF001 — the one way in which it reads all that it has

    def load(name: str) -> Any:
        read = tagger if name == _TAGGER else lexicon if name.startswith(_LEXICON) else None
        return read(gzip.decompress((Path(g2p.ASSETS) / name).read_bytes())) if read else own(name)

    g2p._load_json = load  # noqa: SLF001
    try:
        yield
    finally:
        g2p._load_json = own  # noqa: SLF001
