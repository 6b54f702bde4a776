"""An essay on its way to an episode, and what is known of it before it is one."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from podcast.text.essay import Essay

if TYPE_CHECKING:
    from collections.abc import Sequence

    from podcast.cache.uptodate import BuildRequest
    from podcast.episode.archive import Archive
    from podcast.episode.facts import EpisodeEntry
    from podcast.episode.identity import Identity


@dataclass(frozen=True, slots=True)
class Manuscript:
    """An essay, and where it came from."""

    essay: Essay
    source: str  # its path from the show's folder, or "-"
    folder: Path | None = None  # where its pictures lie, if not in the show's
    request: "BuildRequest | None" = None  # under which the next build may find that nothing has changed
    same_as: str = ""  # the slug of the episode that it is, if its user says so

    def identity(
        self, episodes: "Sequence[EpisodeEntry]", archive: "Archive", base_url: str, now: datetime
    ) -> "Identity":
        from podcast.episode.identity import identify
        from podcast.episode.places import EssayPlaces

        places = EssayPlaces(archive.public.parent)
        facts = (self.essay, self.source, episodes, base_url, now)
        return identify(*facts, is_there=places.is_there, are_one=places.are_one, same_as=self.same_as)


@dataclass(frozen=True, slots=True)
class Forecast:
    """What the welcome may say of the episode, if nobody is published in between."""

    number: int
    published: datetime
