"""The one error that a user sees: what is wrong, which thing it is about, and the remedy.

>>> print(PodcastError("The essay is empty", which="essay.md", remedy="Write something in it."))
The essay is empty: essay.md
Write something in it.
"""

from collections.abc import Callable
from functools import partial


class PodcastError(Exception):
    """Work that can't go on, told to the user as a sentence; the CLI prints it and exits with 1."""

    def __init__(self, what: str, *, which: str = "", remedy: str = "") -> None:
        self.what, self.which, self.remedy = what, which, remedy
        headline = f"{what}: {which}" if which else what
        super().__init__(f"{headline}\n{remedy}" if remedy else headline)

    def __reduce__(self) -> tuple[Callable[[], "PodcastError"], tuple[()]]:
        """It crosses processes, and its parts with it."""
        return partial(PodcastError, self.what, which=self.which, remedy=self.remedy), ()
