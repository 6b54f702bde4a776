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

_DISK_FULL = "The disk is full\nMake room on it and run the command again. The feed on it is still a whole one."


class PodcastError(Exception):
    """Work that can't go on, told to the user as a sentence; the CLI prints it and exits with 1."""

    def __init__(self, what: str, *, which: str = "", remedy: str = "") -> None:
        self.what, self.which, self.remedy = what, which, remedy
        headline = f"{what}: {which}" if which else what
        super().__init__(f"{headline}\n{remedy}" if remedy else headline)

    def __reduce__(self) -> tuple[Callable[[], "PodcastError"], tuple[()]]:
        """It crosses processes, and its parts with it."""
        return partial(PodcastError, self.what, which=self.which, remedy=self.remedy), ()


@contextmanager
def about(which: str) -> Iterator[None]:
    """What is raised here by code that doesn't know what it works on tells `which` it was."""
    try:
        yield
    except PodcastError as error:
        if error.which:
            raise
        raise PodcastError(error.what, which=which, remedy=error.remedy) from None


def sentence_of(error: Exception) -> str:
    """What a user is told: a headline, and below it the remedy."""
    if isinstance(error, PodcastError):
        return str(error)
    if isinstance(error, OSError):
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return _DISK_FULL
        return f"{error.strerror or error}" + (f": {error.filename}" if error.filename else "")
    what = f"This is a fault of podcast itself ({type(error).__name__}: {error})"
    return f"{what}\nRun it again with `podcast --debug` and report what it prints."
