"""hibari's weights for parts of speech, read as far as a text needs them.

    english = G2P(…)                            # inside tagged_lazily():
    tag = english.tagger(["She", "read", "it"])

They are 79,534 little tables in JSON, and half of what an engine's start took was reading them all (0.2 s, 25 MB); an
essay asks for some thousands. Here the text is only cut where one table ends and another begins, and each is read when
it is first asked for: the same numbers in the same order, so the same parts of speech.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_FILE = "tagger.json.gz"
_BEFORE, _BEHIND = b',"weights":{"', b"}}}"  # last in the file
_TO_TABLE, _TO_NEXT = b'":{', b'},"'


class Weights(dict[str, Any]):
    """By features, each a table of parts of speech, or yet the inside of one as JSON."""

    def get(self, feature: str, default: Any = None) -> Any:
        table = super().get(feature, default)
        if isinstance(table, bytes):
            table = self[feature] = json.loads(b"{%b}" % table)
        return table


def model(content: bytes) -> dict[str, Any]:
    """The file's content, with `weights` as Weights; another kind of file is read at once."""
    head, found, rest = content.partition(_BEFORE)
    if not found or not rest.endswith(_BEHIND):
        return dict(json.loads(content))
    pieces = rest[: -len(_BEHIND)].replace(_TO_NEXT, _TO_TABLE).split(_TO_TABLE)
    tables = zip(map(bytes.decode, pieces[::2]), pieces[1::2], strict=True)
    weights = Weights((json.loads(f'"{key}"') if "\\" in key else key, table) for key, table in tables)
    return {**json.loads(head + b"}"), "weights": weights}


@contextmanager
def tagged_lazily() -> Iterator[None]:
    """hibari reads its weights so in here."""
    import gzip
    from pathlib import Path

    from hibari import g2p

    own = g2p._load_json  # noqa: SLF001 — the one way in which it reads all that it has

    def load(name: str) -> Any:
        if name != _FILE:
            return own(name)
        return model(gzip.decompress((Path(g2p.ASSETS) / name).read_bytes()))

    g2p._load_json = load  # noqa: SLF001
    try:
        yield
    finally:
        g2p._load_json = own  # noqa: SLF001
