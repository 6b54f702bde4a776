"""Which episodes the essays of a batch will be, before any is built.

    for manuscript, assignment in zip(manuscripts, plan(manuscripts, folder, now), strict=True):
        …                                   # an Assignment, or the PodcastError that speaks against it

The welcome may say an episode's number and date, so they have to be known before it is recorded. It is only a forecast:
who is published is identified again then, and what was said wrong is said anew (produce.py).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from podcast.episode.archive import Archive
from podcast.episode.catalog import Catalog
from podcast.episode.identity import entered
from podcast.episode.recognition import taken
from podcast.errors import PodcastError
from podcast.manuscript import Forecast, Manuscript
from podcast.show.published import FEED_NAME, published

if TYPE_CHECKING:
    from podcast.episode.facts import EpisodeEntry


@dataclass(frozen=True, slots=True)
class Assignment:
    manuscript: Manuscript
    forecast: Forecast
    is_new: bool
    now: datetime  # its date, if it is new and has none
    jobs: int = 1  # recordings at a time

    def after(self, failed: int) -> "Assignment":
        """When so many that were to be new before it never came to be."""
        if not self.is_new:
            return self
        return replace(self, forecast=replace(self.forecast, number=self.forecast.number - failed))


def plan(
    manuscripts: Sequence[Manuscript], folder: Path, now: datetime, current: Mapping[str, str] | None = None
) -> Iterator[Assignment | PodcastError]:
    """In their order. `current`: the titles, by slug, of what is passed over: that is not to be replaced, either.

    Raises PodcastError when the show can't be read; then nothing can be built.
    """
    archive = Archive(folder / "public")
    with Catalog(archive) as catalog:
        entries: dict[str, EpisodeEntry] = dict(catalog.entries)
    titles = dict(current or {})  # of this batch, by slug
    last = published(archive.public / FEED_NAME).built
    for manuscript, moment in zip(manuscripts, moments(now, len(manuscripts), last), strict=True):
        essay, source = manuscript.essay, manuscript.source
        known = tuple(entries.values())
        try:
            identity = manuscript.identity(known, archive, "", moment)  # no GUID is minted
        except PodcastError as error:
            yield error
            continue
        if identity.slug in titles:
            other = entries.get(identity.slug)
            yield taken(identity.slug, titles[identity.slug], other.source if other else "")
            continue
        titles[identity.slug] = essay.title
        entries[identity.slug] = entered(identity, essay, source)
        forecast = Forecast(identity.number, identity.published)
        yield Assignment(manuscript, forecast, identity.before is None, moment)


def moments(now: datetime, count: int, last: datetime | None = None) -> Iterator[datetime]:
    """A second apart and none to come, so that apps, which sort by date, keep the order of the essays.

    All of them are after `last`, when something was built last, even if the clock has gone back since.
    """
    step = timedelta(seconds=1)
    if last is not None and last >= now:
        now = last + step * count
    elif last is not None:
        step = min(step, (now - last) / count)
    return (now - step * (count - 1 - index) for index in range(count))
