"""The state of public/: whether what all episodes share is as the last commit left it.

    public_state.remove(archive)                            # before a commit changes it, under the archive's lock
    public_state.put(archive, recipe, catalog.signatures)   # after it
    public_state.intact(archive)                            # a PublicState; None: something has changed since

Shared are the feed, the show's pages, cover and assets, and the facts of every episode. The media and the page of one
episode are not looked at here, but for whether the page is there.
"""

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass

from podcast.cache import checked_json
from podcast.cache.fingerprint import state_of_published
from podcast.episode.archive import Archive

FILE_NAME = "seal.json"
_SHARED = ("", "assets")  # folders of public/


@dataclass(frozen=True, slots=True)
class PublicState:
    recipe: str  # what all pages and items depend on, as podcast/show/site.py has it
    episodes: str  # changes with the facts of any
    files: Mapping[str, str]  # their states, by their names in public/
    count: int  # of episodes


def put(archive: Archive, recipe: str, signatures: Mapping[str, str]) -> None:
    made = PublicState(recipe, _digest(signatures), dict(_states(archive)), len(signatures))
    checked_json.write(archive.workroom / FILE_NAME, asdict(made), by_way_of=archive.workroom)


def remove(archive: Archive) -> None:
    checked_json.forget(archive.workroom / FILE_NAME)


def intact(archive: Archive) -> PublicState | None:
    state = kept(archive)
    is_whole = (
        state is not None and not archive.is_littered() and _is_same(state, archive) and all(state.files.values())
    )
    return state if is_whole else None


def kept(archive: Archive) -> PublicState | None:
    """The last commit's, whatever has become of public/ since."""
    try:
        return PublicState(**checked_json.read(archive.workroom / FILE_NAME))
    except TypeError:  # there is none, or one of another version
        return None


def _is_same(state: PublicState, archive: Archive) -> bool:
    signatures = archive.signatures()
    pages = (f"{archive.public}/episodes/{slug}/index.html" for slug in signatures)
    return (
        state.episodes == _digest(signatures)
        and all(map(os.path.exists, pages))
        and state.files == dict(_states(archive))
    )


def _states(archive: Archive) -> Iterator[tuple[str, str]]:
    """Hidden files are not ours: those of a build are gone when it ends."""
    for folder in _SHARED:
        try:
            found = sorted(os.scandir(archive.public / folder), key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in found:
            if not entry.name.startswith(".") and not entry.is_dir():
                yield os.path.join(folder, entry.name), state_of_published(entry.path)  # noqa: PTH118


def _digest(signatures: Mapping[str, str]) -> str:
    rows = (f"{slug} {signature}\n" for slug, signature in sorted(signatures.items()))
    return hashlib.sha256("".join(rows).encode(errors="surrogatepass")).hexdigest()
