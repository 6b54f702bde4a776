"""What the processes of a batch tell each other.

To a process: the BatchOptions, then an Assignment or a CheckRequest at a time; and when it wants its turn, sooner or
later that. Back: Progress, Announcements, and a BuildOutcome or a Report at the end. Who can't read any more has lost
the other one, and ends.
"""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from traceback import format_exception
from typing import TYPE_CHECKING, Self

from podcast.cache.store import Store
from podcast.config.settings import Settings
from podcast.errors import LastingError, sentence_of

if TYPE_CHECKING:
    from podcast.produced import ProducedEpisode


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """What is the same for all essays."""

    settings: Settings
    folder: Path  # the show's
    jobs: int  # of all together
    store: Store | None
    skips_failed: bool = False  # passages that no engine can say are left out
    cluster: str = ""  # the address of its scheduler: who makes the recordings, if not this machine


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """The gate, without listening, for these episodes."""

    slugs: tuple[str, ...]
    base_url: str


@dataclass(frozen=True, slots=True)
class BuildOutcome:
    """What became of an essay."""

    produced: "ProducedEpisode | None" = None  # it failed …
    error: str = ""  # … for this reason
    trace: str = ""  # where a fault of our own happened
    withheld: str = ""  # or it was not to be published, for this reason
    is_lasting: bool = False  # what it failed for would be in the way of all others, too
    seconds: float = 0  # that it took, without those in which it waited for its turn

    @classmethod
    def failed(cls, error: Exception, seconds: float = 0) -> Self:
        trace, is_lasting = "".join(format_exception(error)), isinstance(error, LastingError)
        return cls(error=sentence_of(error), trace=trace, is_lasting=is_lasting, seconds=seconds)


@dataclass(frozen=True, slots=True)
class Announcement:
    """A line for the user, while an essay is built: that it waits, and for whom."""

    text: str


class Turn(Enum):
    WANTED = "all is made: may it be published?"
    GIVEN = "it may"
