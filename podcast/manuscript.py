"""An essay on its way to an episode, and what is known of it before it is one."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from podcast.text.essay import Essay

if TYPE_CHECKING:
    from podcast.cache.uptodate import BuildRequest


@dataclass(frozen=True, slots=True)
class Manuscript:
    """An essay, and where it came from."""

    essay: Essay
    source: str  # its path from the show's folder, or "-"
    folder: Path | None = None  # where its pictures lie, if not in the show's
    request: "BuildRequest | None" = None  # under which the next build may find that nothing has changed


@dataclass(frozen=True, slots=True)
class Forecast:
    """What the welcome may say of the episode, if nobody is published in between."""

    number: int
    published: datetime
