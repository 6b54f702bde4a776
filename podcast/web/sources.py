"""The essays of a show that came from the web: each a file in the show's folder `sources`, to be read, kept and edited.

    sources = WebSources(show)
    sources.find("https://example.org/rivers")          # SavedSource(address, path, fetched), if it was saved
    sources.save(page, asked="https://example.org/r")     # sources/rivers.html
    address_of("sources/rivers.html")                   # "https://example.org/rivers"

`sources/addresses.json` has which file is of which address. A file is as it was fetched; what its user writes into it
stays, since nothing is fetched again unasked.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from podcast.episode.archive import Archive
from podcast.episode.identity import slugify
from podcast.episode.staging import new_file, put
from podcast.errors import PodcastError
from podcast.userfiles import ESSAY_BYTES, RECORD_BYTES, read_file

if TYPE_CHECKING:
    from podcast.web.fetch import FetchedPage

FOLDER = "sources"
_INDEX = "addresses.json"


@dataclass(frozen=True, slots=True)
class SavedSource:
    file: str  # its name in the folder
    address: str  # where the page was found at last
    asked: tuple[str, ...]  # addresses that led there
    fetched: str  # when, in ISO 8601
    sha256: str  # as it was fetched


@dataclass(frozen=True, slots=True)
class WebSources:
    show: Path

    @property
    def folder(self) -> Path:
        return self.show / FOLDER

    def path_of(self, source: SavedSource) -> Path:
        return self.folder / source.file

    def find(self, address: str) -> SavedSource | None:
        """What is saved of this address; its file may be gone."""
        return next((one for one in _read(self.folder) if address in (one.address, *one.asked)), None)

    def is_edited(self, source: SavedSource) -> bool:
        try:
            return hashlib.sha256(read_file(self.path_of(source), ESSAY_BYTES)).hexdigest() != source.sha256
        except OSError:
            return False

    def save(self, page: "FetchedPage", *, asked: str, title: str, now: str) -> SavedSource:
        """In place of what was saved of the address before. Nothing is there of it, or all."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with Archive(self.show / "public").locked():
            known = _read(self.folder)
            before = next((one for one in known if {page.address, asked} & {one.address, *one.asked}), None)
            file = _file_name(page, title, before, {one.file for one in known} | _files(self.folder))
            aliases = dict.fromkeys((*(before.asked if before else ()), asked))
            aliases.pop(page.address, None)
            made = SavedSource(file, page.address, tuple(aliases), now, hashlib.sha256(page.data).hexdigest())
            _put(page.data, self.folder / file)
            self._write([*(one for one in known if one is not before), made])
            if before and before.file != file:
                self.path_of(before).unlink(missing_ok=True)
        return made

    def add_address(self, source: SavedSource, asked: str) -> SavedSource:
        """One more that leads to the same page."""
        with Archive(self.show / "public").locked():
            known = _read(self.folder)
            made = replace(source, asked=tuple(dict.fromkeys((*source.asked, asked))))
            self._write([made if one.file == source.file else one for one in known])
        return made

    def _write(self, sources: list[SavedSource]) -> None:
        told = [asdict(source) for source in sorted(sources, key=lambda source: source.file)]
        text = json.dumps({"sources": told}, ensure_ascii=False, indent=2) + "\n"
        _put(text.encode(), self.folder / _INDEX)


def address_of(essay: Path) -> str:
    """Where this file was fetched from; empty if it was not."""
    try:
        known = _read(essay.parent)
    except PodcastError:
        return ""
    return next((one.address for one in known if one.file == essay.name), "")


def _read(folder: Path) -> tuple[SavedSource, ...]:
    path = folder / _INDEX
    try:
        return tuple(_parsed(one) for one in json.loads(read_file(path, RECORD_BYTES))["sources"])
    except FileNotFoundError:
        return ()
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, OSError) as error:
        remedy = "It says which file is of which address. Mend it, or move it away: then pages are fetched anew."
        raise PodcastError(f"The list of saved pages can't be read ({error})", which=str(path), remedy=remedy) from None


def _parsed(told: dict[str, Any]) -> SavedSource:
    source = SavedSource(**{**told, "asked": tuple(told["asked"])})
    if source.file != Path(source.file).name or source.file in ("", ".", "..", _INDEX):
        raise ValueError(f"{source.file!r} is no name of a file")
    return source


def _file_name(page: "FetchedPage", title: str, before: SavedSource | None, taken: set[str]) -> str:
    """As before, or after the end of the address where that says anything, else after the title or the site."""
    if before is not None and Path(before.file).suffix == page.suffix:
        return before.file
    stem = Path(before.file).stem if before else _stem(page.address, title)
    stems = {name.partition(".")[0].lower() for name in taken} - ({Path(before.file).stem} if before else set())
    numbered = (f"{stem}-{number}" for number in range(2, len(stems) + 3))
    return (stem if stem not in stems else next(name for name in numbered if name not in stems)) + page.suffix


def _stem(address: str, title: str) -> str:
    from podcast.text.title import from_file_name

    parts = urlsplit(address)
    segment = unquote(parts.path).rstrip("/").rpartition("/")[2]
    named = slugify(Path(segment).stem) if from_file_name(segment) else ""
    return named or slugify(title) or slugify(parts.hostname or "") or "page"


def _files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def _put(data: bytes, target: Path) -> None:
    file = new_file(target.parent)
    try:
        with file:
            file.write(data)
            put(file, target)
    finally:
        Path(file.name).unlink(missing_ok=True)
