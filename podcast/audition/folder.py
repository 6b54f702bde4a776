"""The folder of an audition: one MP3 with a chapter for each voice, and the page that plays it.

    require_ours(folder, show)                  # before any work: PodcastError for a folder that holds something else
    publish(folder, audition, body, show_title)

A folder is ours if its page says so, or if there is nothing in it but what a run that was stopped has left.
"""

import secrets
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from feed.show import Chapter
from podcast.audition.page import GENERATOR, page
from podcast.audition.results import Audition
from podcast.episode.tags import TagFacts, id3
from podcast.errors import PodcastError
from podcast.userfiles import RECORD_BYTES, read_file

AUDIO_NAME, PAGE_NAME = "voices.mp3", "index.html"

_HEAD_BYTES = 4096  # of a page, in which it says who made it


def require_ours(folder: Path, show: Path) -> None:
    if folder.resolve().is_relative_to((show / "public").resolve()):
        what = "An audition can't lie among what is published"
        raise PodcastError(what, which=str(folder), remedy="Name another folder with --output.")
    if not _is_ours(folder):
        what = "There is something else at this place, and it would be overwritten"
        raise PodcastError(what, which=str(folder), remedy="Name a new folder with --output.")


def publish(folder: Path, audition: Audition, body: IO[bytes], show_title: str) -> tuple[Path, Path]:
    """The MP3 and the page. `body`: the frames."""
    body.seek(0)
    folder.mkdir(parents=True, exist_ok=True)
    audio, shown = folder / AUDIO_NAME, folder / PAGE_NAME
    _write(audio, _tag(audition, show_title) + body.read())
    _write(shown, page(audition, show_title, AUDIO_NAME).encode())
    return audio, shown


def _is_ours(folder: Path) -> bool:
    if not folder.exists():
        return True
    if not folder.is_dir():
        return False
    names = {path.name for path in folder.iterdir() if not path.name.startswith(".")}
    if PAGE_NAME not in names:
        return names <= {AUDIO_NAME}
    page_path = folder / PAGE_NAME
    return page_path.is_file() and GENERATOR.encode() in read_file(page_path, RECORD_BYTES)[:_HEAD_BYTES]


def _tag(audition: Audition, show_title: str) -> bytes:
    facts = TagFacts(
        title="Audition",
        artist=show_title,
        album=show_title,
        published=datetime.now(UTC),
        number=1,
        language=audition.task.reader.language,
        comment=f"{len(audition.heard)} voices on the same passage",
        lyrics=audition.task.passage,
        genre="Speech",
    )
    # The first begins with the file: players show nothing before the first chapter.
    starts = [0, *(one.start_ms for one in audition.heard[1:])]
    chapters = [Chapter(start_ms, one.name) for start_ms, one in zip(starts, audition.heard, strict=True)]
    return id3(facts, chapters, audition.duration_ms)


def _write(path: Path, data: bytes) -> None:
    """In one step: who plays it meanwhile goes on with what was there."""
    new = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with new.open("xb") as file:
            file.write(data)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
