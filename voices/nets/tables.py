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
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_TAGGER = "tagger.json.gz"
_LEXICON = "lexicon_"
_BEFORE_WEIGHTS, _BEHIND_WEIGHTS = b',"weights":{"', b"}}}"  # last in the tagger's file


class Entries:
    """A look-up of keys among entries of one kind: their values' JSON without its brackets or quotation marks."""

    def __init__(self, entries: Mapping[bytes, bytes], brackets: bytes, read: dict[str, Any] | None = None) -> None:
        self._entries, self._brackets, self._read = entries, brackets, read or {}

    def __len__(self) -> int:
        return len(self._entries.keys() | {_key(key) for key in self._read})

    def get(self, key: str, default: Any = None) -> Any:
        if key not in self._read:
            entry = self._entries.get(_key(key))
            if entry is None:
                return default
            self._read[key] = json.loads(self._brackets[:1] + entry + self._brackets[1:])
        return self._read[key]


def tagger(content: bytes) -> dict[str, Any]:
    """The tagger's file, with its tables of weights as Entries: by features, how much each part of speech gains."""
    head, found, rest = content.partition(_BEFORE_WEIGHTS)
    if not found or not rest.endswith(_BEHIND_WEIGHTS):
        return dict(json.loads(content))
    pieces = rest[: -len(_BEHIND_WEIGHTS)].replace(b'},"', b'":{').split(b'":{')
    return {**json.loads(head + b"}"), "weights": Entries(_paired(pieces), b"{}")}


def lexicon(content: bytes) -> "Entries | dict[str, Any]":
    """A lexicon's file: sounds by words, or where they depend on the part of speech, a table of those."""
    try:
        return _cut(content)
    except ValueError:
        return dict(json.loads(content))


def _cut(content: bytes) -> Entries:
    """Raises ValueError where that can't be done by signs alone."""
    first, *tables = (b"," + content[1:-1]).split(b"{")
    flat, read = [first], {}
    for table in tables:
        inner, _, behind = table.partition(b"}")
        flat[-1], _, word = flat[-1].rpartition(b',"')
        read[word[:-2].decode()] = json.loads(b"{%b}" % inner)
        flat.append(behind)
    words = b"".join(flat)
    pieces = words[2:-1].replace(b'":"', b'","').split(b'","') if words else []
    if b": " in content or b"\\" in content or b'"' in b"".join(pieces):
        raise ValueError
    return Entries(_paired(pieces), b'""', read)


def _paired(pieces: list[bytes]) -> dict[bytes, bytes]:
    return dict(zip(pieces[::2], pieces[1::2], strict=True))


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
