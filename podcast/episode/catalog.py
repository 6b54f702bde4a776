"""What is known of all episodes without reading them again, so that one more costs the same in a long show.

    with Catalog(archive) as catalog:                           # to look things up
        catalog.entries["why-rivers-bend"].guid
    with Catalog(archive, is_locked=True) as catalog:           # under the archive's lock: to keep things, too
        catalog.recipes.get("rivers") == recipe                 # else it has to be made, and then …
        catalog.keep("rivers", recipe, item_xml)                # … it is there the next time: catalog.kept("rivers")

Two kinds of things: the entries, from each episode.json, and what was made from them (items of the feed, pages), each
with its recipe: a text that changes with all that it is made of. This is a cache in the show's workroom: what it lacks
is made anew, and so is all of it when the file is missing, damaged or of another version.
"""

import json
import logging
import sqlite3
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from podcast.episode.archive import Archive
from podcast.episode.facts import Entry, entry_of

FILE_NAME = "catalog.sqlite3"
_VERSION = 1
_SCHEMA = f"""
BEGIN;
CREATE TABLE entries (slug TEXT PRIMARY KEY, signature TEXT NOT NULL, facts TEXT NOT NULL);
CREATE TABLE made (name TEXT PRIMARY KEY, recipe TEXT NOT NULL, content BLOB NOT NULL);
PRAGMA user_version = {_VERSION};
COMMIT;
"""

T = TypeVar("T")
log = logging.getLogger(__name__)


class Catalog:
    """`signatures` and `entries` go by slug, in order; `recipes` by what was made.

    PodcastError: an episode's facts can't be read.
    """

    def __init__(self, archive: Archive, *, is_locked: bool = False) -> None:
        self._archive, self._is_locked = archive, is_locked
        self._path = archive.workroom / FILE_NAME
        self._is_damaged = False
        self._connection = _opened(self._path, is_locked=is_locked)
        self.signatures: Mapping[str, str] = {}
        self.entries: Mapping[str, Entry] = {}
        self.refresh()
        self.recipes = dict(self._rows("SELECT name, recipe FROM made"))

    def refresh(self) -> None:
        """Look at the files again: what has changed is read, what has gone is forgotten."""
        known = {slug: (self.signatures[slug], entry) for slug, entry in self.entries.items()}
        if not known:
            rows = self._rows("SELECT slug, signature, facts FROM entries")
            known = {slug: (signature, _parsed(facts)) for slug, signature, facts in rows}
        self.signatures = self._archive.signatures()
        self.entries = {
            slug: known[slug][1] if slug in known and known[slug][0] == signature else self._read(slug, signature)
            for slug, signature in self.signatures.items()
        }
        for slug in known.keys() - self.entries.keys():
            self._write("DELETE FROM entries WHERE slug = ?", slug)

    def keep(self, name: str, recipe: str, content: bytes = b"") -> None:
        self._write("INSERT OR REPLACE INTO made VALUES (?, ?, ?)", name, recipe, content)
        self.recipes[name] = recipe

    def kept(self, name: str) -> bytes:
        """What was made by the recipe. KeyError: nothing is there."""
        for row in self._rows("SELECT content FROM made WHERE name = ?", name):
            return bytes(row[0])
        raise KeyError(name)

    def forget(self, names: Collection[str]) -> None:
        """At once and for good, even if what follows is never kept."""
        for name in self.recipes.keys() & names:
            self._write("DELETE FROM made WHERE name = ?", name)
            del self.recipes[name]
        self._unless_damaged(self._connection.commit, None)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._unless_damaged(self._connection.commit, None)
        self._connection.close()
        if self._is_damaged and self._is_locked:
            self._path.unlink(missing_ok=True)

    def _read(self, slug: str, signature: str) -> Entry:
        entry = entry_of(self._archive.episode(slug))
        self._write("INSERT OR REPLACE INTO entries VALUES (?, ?, ?)", slug, signature, _text(entry))
        return entry

    def _rows(self, query: str, *values: str) -> list[Any]:
        return self._unless_damaged(lambda: self._connection.execute(query, values).fetchall(), [])

    def _write(self, statement: str, *values: str | bytes) -> None:
        if self._is_locked:
            self._unless_damaged(lambda: self._connection.execute(statement, values), None)

    def _unless_damaged(self, step: Callable[[], T], otherwise: T) -> T:
        """A cache that can't be used costs time, and never a build."""
        try:
            return step()
        except sqlite3.Error as error:
            log.info("the catalog can't be used: %s", error)
            self._is_damaged = True
            return otherwise


def _opened(path: Path, *, is_locked: bool) -> sqlite3.Connection:
    """Without the lock nothing is made on disk: then what isn't there is an empty catalog in memory."""
    if path.exists():
        connection = sqlite3.connect(path)
        with suppress(sqlite3.Error):
            if connection.execute("PRAGMA user_version").fetchone()[0] == _VERSION:
                return connection
        connection.close()
    if is_locked:
        path.unlink(missing_ok=True)
    connection = sqlite3.connect(path if is_locked else ":memory:")
    connection.executescript(_SCHEMA)
    return connection


def _text(entry: Entry) -> str:
    return json.dumps(asdict(entry), ensure_ascii=False, default=datetime.isoformat)


def _parsed(text: str) -> Entry:
    facts = json.loads(text)
    moments = {name: datetime.fromisoformat(facts[name]) for name in ("published", "updated")}
    return Entry(**{**facts, **moments})
