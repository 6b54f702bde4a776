"""The one error that a user sees: what is wrong, which thing it is about, and the remedy.

>>> print(PodcastError("The essay is empty", which="essay.md", remedy="Write something in it."))
The essay is empty: essay.md
Write something in it.

    with about("essay.md"):         # an error in it that names nothing names the essay
        ...

`sentence_of` makes the same of any other exception that ends a command, or one essay of several.
"""

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_FULL = (errno.ENOSPC, errno.EDQUOT)
_OF_A_DISK = (*_FULL, errno.EIO, errno.EROFS, errno.EFBIG)
_SMALL_BYTES = 100_000  # below, megabytes would be zeros
_MAKE_ROOM = "Make room there and run the command again. What is published is as it was."


class PodcastError(Exception):
    """Work that can't go on, told to the user as a sentence; the CLI prints it and exits with 1."""

    def __init__(self, what: str, *, which: str = "", remedy: str = "") -> None:
        self.what, self.which, self.remedy = what, which, remedy
        headline = f"{what}: {which}" if which else what
        super().__init__(f"{headline}\n{remedy}" if remedy else headline)

    def __reduce__(self) -> tuple[Callable[[], "PodcastError"], tuple[()]]:
        """It crosses processes, and its parts with it."""
        return partial(PodcastError, self.what, which=self.which, remedy=self.remedy), ()


class LastingError(PodcastError):
    """What the next essay would run into, too, such as a cluster that is gone: a batch ends at it."""


@contextmanager
def about(which: str) -> Iterator[None]:
    """What is raised here by code that doesn't know what it works on tells `which` it was."""
    try:
        yield
    except PodcastError as error:
        if error.which:
            raise
        raise PodcastError(error.what, which=which, remedy=error.remedy) from None


@contextmanager
def naming(folder: "Path") -> Iterator[None]:
    """A disk's error that names no file, as those of writing don't, names the folder that is written to here."""
    try:
        yield
    except OSError as error:
        if error.filename is None and error.errno in _OF_A_DISK:
            error.filename = str(folder)
        raise


def is_full(error: OSError) -> bool:
    return error.errno in _FULL


def disk_full(path: str | None) -> PodcastError:
    """Which disk, and what it has left: the cache, the show and what is temporary may lie on three."""
    if not path:
        return PodcastError("The disk is full", remedy=_MAKE_ROOM)
    from pathlib import Path  # `podcast --help` does without

    place = Path(path).absolute()
    return PodcastError(f"The disk is full ({_free(place)} left)", which=str(place), remedy=_MAKE_ROOM)


def _free(path: "Path") -> str:
    """The file that could not be made is not there, and its folder may be gone."""
    import shutil

    nearest = next((place for place in (path, *path.parents) if place.is_dir()), path)
    try:
        free = shutil.disk_usage(nearest).free
    except OSError:
        return "nobody knows how much"
    return f"{free / 1_000_000:.1f} MB" if free >= _SMALL_BYTES else f"{free} bytes"


def sentence_of(error: Exception) -> str:
    """What a user is told: a headline, and below it the remedy."""
    if isinstance(error, PodcastError):
        return str(error)
    if isinstance(error, OSError):
        if is_full(error):
            return str(disk_full(error.filename))
        return f"{error.strerror or error}" + (f": {error.filename}" if error.filename else "")
    what = f"This is a fault of podcast itself ({type(error).__name__}: {error})"
    return f"{what}\nRun it again with `podcast --debug` and report what it prints."
