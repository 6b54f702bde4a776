"""What is known of all episodes without reading them again, so that one more costs the same in a long show.

    with Catalog(archive) as catalog:                           # to look things up
        catalog.entries["why-rivers-bend"].guid
    with Catalog(archive, is_locked=True) as catalog:           # under the archive's lock: to keep things, too
        catalog.recipes.get("rivers") == recipe                 # else it has to be made, and then …
        catalog.keep("rivers", recipe, item_xml)                # … is there the next time: catalog.kept(["rivers"])

Three kinds of things: the entries, from each episode.json; what was made from them (items of the feed, pages), each
with its recipe: a text that changes with all that it is made of; and the digests of what was published. This is a cache
in the show's workroom: what it lacks is made anew, and so is all of it when the file is missing or of another version.
SQLite doesn't notice a byte that has changed, so rows have checksums; where one is wrong, CatalogError is raised, and
`reset` begins a new catalog.
"""

import json
import shutil
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import astuple, fields
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from zlib import crc32

from podcast.episode.archive import FACTS_NAME, Archive
from podcast.episode.facts import EpisodeEntry, entry_of
from podcast.errors import PodcastError, disk_full
from podcast.ownplaces import is_obstructed, is_plain_file

_MOMENTS = [at for at, field in enumerate(fields(EpisodeEntry)) if field.type is datetime]
_PORTION = 200  # of what was made, at a time
_LEAST_FREE_BYTES = 100_000  # which SQLite may need for one step
FILE_NAME = "catalog.sqlite3"
_SCHEMA = """
CREATE TABLE entries (slug TEXT PRIMARY KEY, signature TEXT NOT NULL, facts TEXT NOT NULL, checksum INT NOT NULL);
CREATE TABLE made (name TEXT PRIMARY KEY, recipe TEXT NOT NULL, content BLOB NOT NULL, checksum INT NOT NULL);
CREATE TABLE published (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL);
"""
#: A catalog with other tables or other entries is of another version.
_VERSION = crc32(repr((_SCHEMA, [field.name for field in fields(EpisodeEntry)])).encode()) >> 1


class CatalogError(PodcastError):
    """What was kept can't be had any more."""

    def __init__(self, why: str) -> None:
        remedy = "Check the disk. Then delete the folder .podcast, which holds nothing that can't be made anew."
        super().__init__(f"The show's catalog can't be used ({why})", remedy=remedy)


class Catalog:
    """`signatures` go by slug, in order; `recipes` by what was made.

    PodcastError: an episode's facts can't be read.
    """

    def __init__(self, archive: Archive, *, is_locked: bool = False) -> None:
        self._archive, self._is_locked = archive, is_locked
        self._path = archive.workroom / FILE_NAME
        self._connection = _opened(self._path, is_locked=is_locked)
        self.signatures: Mapping[str, str] = {}
        self.recipes: dict[str, str] = {}
        self._entries: dict[str, EpisodeEntry] = {}  # those that are at hand
        try:
            self._load()
        except BaseException:
            self._connection.close()
            raise

    @property
    def entries(self) -> Mapping[str, EpisodeEntry]:
        """By slug, in order. What is damaged is read again."""
        if self.signatures.keys() - self._entries.keys():
            for slug, facts, checksum in self._rows("SELECT slug, facts, checksum FROM entries"):
                if slug not in self._entries and crc32(facts.encode()) == checksum:
                    with suppress(ValueError, TypeError, LookupError):
                        self._entries[slug] = _parsed(facts)
        for slug in self.signatures.keys() - self._entries.keys():
            self._entries[slug] = self._read(slug, self.signatures[slug])
        return {slug: self._entries[slug] for slug in self.signatures}

    def reset(self) -> None:
        """Begin a new one: everything is read, and has to be made, anew."""
        self._connection.close()
        if self._is_locked:
            _remove(self._path)
        self._connection = _opened(self._path, is_locked=self._is_locked, is_new=True)
        self.recipes, self._entries = {}, {}
        self.refresh()

    def refresh(self) -> None:
        """Look at the files again: what has changed is read, what has gone is forgotten."""
        known = dict(self._rows("SELECT slug, signature FROM entries"))
        self.signatures = self._archive.signatures()
        for slug in known.keys() - self.signatures.keys():
            self._write("DELETE FROM entries WHERE slug = ?", slug)
            self.retract(f"episodes/{slug}/{name}" for name in ("index.html", FACTS_NAME))
        for slug, signature in self.signatures.items():
            if known.get(slug) != signature:
                self._entries[slug] = self._read(slug, signature)

    def reread(self, slug: str) -> None:
        """Look at the files of one episode again, which has just been written."""
        signature = self._archive.signature(slug)
        self.signatures = dict(sorted({**self.signatures, slug: signature}.items()))
        self._entries[slug] = self._read(slug, signature)

    def keep(self, name: str, recipe: str, content: bytes = b"") -> None:
        self._write("INSERT OR REPLACE INTO made VALUES (?, ?, ?, ?)", name, recipe, content, crc32(content))
        self.recipes[name] = recipe

    def kept(self, names: Sequence[str]) -> Iterator[bytes]:
        """What was made, in the order of the names. CatalogError: it isn't there, or isn't what was kept."""
        for at in range(0, len(names), _PORTION):
            portion = names[at : at + _PORTION]
            marks = ",".join("?" * len(portion))
            rows = self._rows(f"SELECT name, content, checksum FROM made WHERE name IN ({marks})", *portion)  # noqa: S608
            found = {name: content for name, content, checksum in rows if crc32(content) == checksum}
            for name in portion:
                if name not in found:
                    raise CatalogError(f"{name} is damaged or missing")
                yield found[name]

    def forget(self, names: Collection[str]) -> None:
        """At once and for good, even if what follows is never kept."""
        for name in self.recipes.keys() & names:
            self._write("DELETE FROM made WHERE name = ?", name)
            del self.recipes[name]
        with _told(self._path):
            self._connection.commit()

    def attest(self, digests: Mapping[str, str]) -> None:
        """What was published, by names in public/: what is there later, and is something else, is damaged."""
        for name, sha256 in digests.items():
            self._write("INSERT OR REPLACE INTO published VALUES (?, ?)", name, sha256)

    def retract(self, names: Iterable[str]) -> None:
        """They are about to become others, or are gone. Together with what is forgotten next."""
        for name in names:
            self._write("DELETE FROM published WHERE name = ?", name)

    def attested(self) -> dict[str, str]:
        return dict(self._rows("SELECT name, sha256 FROM published"))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            with suppress(sqlite3.Error):  # then the next build makes it anew
                self._connection.commit()
        self._connection.close()

    def _load(self) -> None:
        try:
            self.refresh()
            self.recipes = dict(self._rows("SELECT name, recipe FROM made"))
        except CatalogError:
            self.reset()

    def _read(self, slug: str, signature: str) -> EpisodeEntry:
        entry = entry_of(self._archive.episode(slug))
        facts = _text(entry)
        checksum = crc32(facts.encode())
        self._write("INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?)", slug, signature, facts, checksum)
        return entry

    def _rows(self, query: str, *values: str) -> list[Any]:
        with _told(self._path):
            return self._connection.execute(query, values).fetchall()

    def _write(self, statement: str, *values: str | bytes | int) -> None:
        """Without the lock nothing is written."""
        if self._is_locked:
            with _told(self._path):
                self._connection.execute(statement, values)


def attested_in(archive: Archive, name: str = "") -> dict[str, str]:
    """The digests of what was published, or of one file, without a look at the episodes; none where nobody knows."""
    place = f"{(archive.workroom / FILE_NAME).absolute().as_uri()}?mode=ro"
    query = "SELECT name, sha256 FROM published WHERE ? IN (name, '')"
    try:
        with closing(sqlite3.connect(place, uri=True)) as kept:
            return dict(kept.execute(query, (name,)).fetchall())
    except (sqlite3.Error, UnicodeError):
        return {}


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, UnicodeError) as error:
        with suppress(OSError):  # SQLite says of a full disk now this and now that
            if isinstance(error, sqlite3.OperationalError) and shutil.disk_usage(path.parent).free < _LEAST_FREE_BYTES:
                raise disk_full(str(path)) from None
        raise CatalogError(str(error)) from error


def _opened(path: Path, *, is_locked: bool, is_new: bool = False) -> sqlite3.Connection:
    """Without the lock nothing is made on disk: then what isn't there is an empty catalog in memory."""
    is_ours = is_plain_file(path) and not any(map(is_obstructed, _besides(path)))
    if is_ours and not is_new:
        with _told(path):
            connection = sqlite3.connect(path)
        with suppress(sqlite3.Error):
            if connection.execute("PRAGMA user_version").fetchone()[0] == _VERSION:
                return connection
        connection.close()
    with _told(path):
        if is_locked:
            _remove(path)
        connection = sqlite3.connect(path if is_locked else ":memory:")
        connection.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version = {_VERSION}; COMMIT;")
    return connection


def _besides(path: Path) -> list[Path]:
    """What SQLite writes, and reads, beside its file."""
    return [path.with_name(f"{path.name}-{name}") for name in ("journal", "wal", "shm")]


def _remove(path: Path) -> None:
    """With what SQLite would take for the end of its story, and write into the next one."""
    for one in (path, *_besides(path)):
        one.unlink(missing_ok=True)


def _text(entry: EpisodeEntry) -> str:
    text = json.dumps(astuple(entry), ensure_ascii=False, default=datetime.isoformat)
    return text.encode(errors="backslashreplace").decode()  # a file's name may have half a character in it


def _parsed(text: str) -> EpisodeEntry:
    facts = json.loads(text)
    for at in _MOMENTS:
        facts[at] = datetime.fromisoformat(facts[at])
    return EpisodeEntry(*facts)
