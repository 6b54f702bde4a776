"""What is said before and after an essay: the welcome and the sign-off, which may name the episode's number and date.

    greetings = Greetings(manuscript, "The Long Way Round", settings)
    welcome, sign_off = greetings.texts(greetings.forecast(archive, now))

Number and date are known for certain when the episode is published, and have to be said before.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from podcast.config.greetings import GreetingTemplates, date_aloud, greetings_of
from podcast.config.settings import Settings
from podcast.episode.archive import Archive
from podcast.episode.catalog import Catalog
from podcast.manuscript import Forecast, Manuscript
from podcast.show import feed_facts
from podcast.show.published import FEED_NAME
from podcast.text.template import blanks_of, fill


@dataclass(frozen=True)
class Greetings:
    manuscript: Manuscript
    show: str
    settings: Settings

    @cached_property
    def _templates(self) -> GreetingTemplates:
        return greetings_of(self.settings)

    @property
    def tells_place(self) -> bool:
        """Whether it depends on the episodes before."""
        texts = (self._templates.welcome, self._templates.sign_off)
        return not {"date", "number"}.isdisjoint(blank for text in texts for blank in blanks_of(text))

    @property
    def is_particular(self) -> bool:
        """Whether what it says of itself may be another episode's: then it is refused."""
        essay = self.manuscript.essay
        return bool(essay.guid or essay.slug or self.manuscript.same_as)

    def texts(self, forecast: Forecast | None) -> tuple[str, str]:
        essay, settings = self.manuscript.essay, self.settings
        blanks = {"show": self.show, "title": essay.title, "author": essay.author or settings.show.author}
        if forecast is not None:
            blanks["date"] = date_aloud(forecast.published, settings.show.language)
            blanks["number"] = str(forecast.number)
        return fill(self._templates.welcome, blanks), fill(self._templates.sign_off, blanks)

    def forecast(self, archive: Archive, now: datetime) -> Forecast | None:
        """Also finds what can't be read, before anything is voiced."""
        with Catalog(archive) as catalog:
            if not self.tells_place and not self.is_particular:
                return None
            entries = tuple(catalog.entries.values())
        base_url = feed_facts.at_its_address(self.settings, archive.public / FEED_NAME).show.base_url
        identity = self.manuscript.identity(entries, archive, base_url, now)
        return Forecast(identity.number, identity.published) if self.tells_place else None

    def still(self, said: tuple[str, str], archive: Archive, now: datetime) -> tuple[str, str]:
        """What is to be said now, after `said` was foreseen: the same, unless others were published meanwhile."""
        return self.texts(self.forecast(archive, now)) if self.tells_place else said
