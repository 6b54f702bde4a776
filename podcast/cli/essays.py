"""Essays and settings as several commands take them from the command line."""

import hashlib
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from podcast.episode.places import OUTSIDE, STANDARD_INPUT
from podcast.errors import PodcastError, about
from podcast.userfiles import ESSAY_BYTES, is_own_stream, path_of, read_file, read_stream

if TYPE_CHECKING:
    from podcast.config.settings import Settings
    from podcast.text.essay import Essay

_YEARS = range(1900, 2101)

SETTINGS_NAME = "podcast.toml"


def read(  # noqa: PLR0913 — one parameter an option
    essay: str,
    *,
    data: bytes | None = None,
    title: str = "",
    author: str = "",
    language: str = "",
    date: str = "",
    voice: str = "",
    settings: "Settings | None" = None,
    chapters: str = "",
) -> "Essay":
    """The essay at a path, or "-" for standard input; what the options say wins over what it says itself.

    `data`: what is in it, if that was read already. `settings`: the show's, which say who may speak in it.
    `chapters`: of a book, those that are wanted.
    """
    from podcast.text.reading import read_essay

    published = _date(date) if date else None
    content = bytes_of(essay) if data is None else data
    own = () if settings is None else settings.speakers
    links = "site" if settings is None else settings.speech.addresses
    facts = {"title": title, "author": author, "language": language, "chapters": chapters, "addresses": links}
    with about(essay):
        read = read_essay(content, essay, **facts, date=published, speakers=own, address=address_of(essay))
    return replace(read, voice=voice) if voice else read


def check_loss(essay: "Essay", name: str) -> None:
    """Raise PodcastError where more than a third of the prose would not be said."""
    from podcast.text.loss import loss_of

    loss = loss_of(essay)
    if loss.is_great:
        remedy = f"`podcast script {name}` shows what. If it is meant, build it with --yes."
        raise PodcastError(str(loss), which=name, remedy=remedy)


def check_not_withheld(essay: "Essay", name: str, now: datetime, *, is_named: bool) -> None:
    """Raise PodcastError for a draft, and what else is not to be published now, unless its user named it."""
    from podcast.text.notices import withheld

    why = "" if is_named else withheld(essay, now)
    if why:
        raise PodcastError(
            f"The essay is not published ({why})", which=name, remedy="If it is to be, build it by name."
        )


def settings_for(show: Path, changes: Mapping[str, Mapping[str, Any]], voice: str | None = None) -> "Settings":
    """The show's podcast.toml, changed by the options that were given: {"show": {"base_url": …}}.

    `voice`: the narrator's.
    """
    from podcast.config.load import load_settings
    from podcast.config.validate import base_url_problem

    settings = load_settings(show / SETTINGS_NAME)
    for section, values in changes.items():
        given = {name: value for name, value in values.items() if value is not None}
        settings = replace(settings, **{section: replace(getattr(settings, section), **given)})
    if voice is not None:
        settings = settings.narrated_by(voice)
    base_url = settings.show.base_url
    if base_url and (problem := base_url_problem(base_url)):
        raise PodcastError(f"The base URL {problem}", remedy="Give the address at which public/ will be found.")
    return settings


def bytes_of(essay: str) -> bytes:
    """What is in the file, or comes from standard input for "-"."""
    return standard_input() if essay == STANDARD_INPUT else _bytes_of(essay)


def standard_input() -> bytes:
    if sys.stdin is None or sys.stdin.closed:
        raise PodcastError("Standard input is closed", remedy="Pipe an essay in, or name a file.")
    with _told("-"):
        return read_stream(sys.stdin.buffer, ESSAY_BYTES)


def source_of(essay: str, show: Path) -> str:
    """Where the essay lies, as seen from the show, so that it is recognised when it is built again.

    It is published with the episode's facts, so the folders that lead to an essay outside the show are not told.
    """
    if essay == STANDARD_INPUT:
        return STANDARD_INPUT
    path = Path(essay).resolve()
    if path.is_relative_to(show.resolve()):
        return path.relative_to(show.resolve()).as_posix()
    try:
        way = os.path.relpath(path.parent, show.resolve())
    except ValueError:  # another drive, on Windows
        way = str(path.parent)
    return f"{OUTSIDE}{hashlib.sha256(way.encode(errors='surrogateescape')).hexdigest()[:16]}/{path.name}"


def address_of(essay: str) -> str:
    """Where a saved essay was fetched from; empty for all others. Nothing is asked."""
    if Path(essay).parent.name != "sources":
        return ""
    from podcast.web.sources import address_of

    return address_of(Path(essay))


def folder_of(essay: str) -> Path | None:
    """Where the essay's pictures may lie; those of one from standard input lie in the show."""
    return None if essay == STANDARD_INPUT else Path(essay).resolve().parent


def music_choice(choice: str | None) -> str | None:
    """A file named on the command line is looked for where the user is, not where the show is."""
    return choice if choice in (None, "none", "default") else str(path_of(choice, Path()).resolve())


def _bytes_of(essay: str) -> bytes:
    path = Path(essay)
    with _told(essay):
        if is_own_stream(essay):
            with path.open("rb") as stream:
                return read_stream(stream, ESSAY_BYTES)
        return read_file(path, ESSAY_BYTES)


@contextmanager
def _told(essay: str) -> Iterator[None]:
    """What can go wrong while it is read."""
    try:
        yield
    except FileNotFoundError:
        raise PodcastError("There is no such file", which=essay, remedy=_similar(Path(essay))) from None
    except PermissionError as error:
        remedy = f"Make it readable for you: chmod u+r {essay}"
        raise PodcastError(f"The essay can't be read ({error.strerror})", which=essay, remedy=remedy) from None
    except OSError as error:
        remedy = "Give the path of an essay, or its address on the web."
        raise PodcastError(f"The essay can't be read ({error.strerror})", which=essay, remedy=remedy) from None


def _similar(path: Path) -> str:
    from difflib import get_close_matches

    neighbours = [entry.name for entry in path.parent.iterdir()] if path.parent.is_dir() else []
    found = get_close_matches(path.name, neighbours, n=1)
    return f"Did you mean {path.parent / found[0]}?" if found else "Check the name, and the folder that you are in."


def _date(text: str) -> datetime:
    from podcast.text.dates import parse_date

    date = parse_date(text)
    if date is None or date.year not in _YEARS:
        raise PodcastError(
            "The date can't be read", which=text, remedy="Write it as 2026-11-22, or 2026-11-22T18:30+01:00."
        )
    return date
