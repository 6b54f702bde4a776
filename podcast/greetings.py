"""What is said around an essay: the welcome and the sign-off, with the facts that they name.

welcome, sign_off = greetings(essay, "rivers.md", "Shore Letters", settings, archive, now)      # empty: nothing is said
"""

from datetime import datetime

from podcast import syndicate
from podcast.episode.archive import Archive
from podcast.episode.catalog import Catalog
from podcast.episode.identity import identify
from podcast.settings import Settings
from podcast.text.essay import Essay
from podcast.text.template import blanks_of, fill


def greetings(
    essay: Essay, source: str, show: str, settings: Settings, archive: Archive, now: datetime
) -> tuple[str, str]:
    """`source`: the essay's path from the show's folder; `show`: the show's title."""
    texts = (settings.opening.text, settings.closing.text)
    known = {"show": show, "title": essay.title, "author": essay.author or settings.show.author}
    with Catalog(archive) as catalog:  # which finds what can't be read, before anything is voiced
        if {"date", "number"}.intersection(blank for text in texts for blank in blanks_of(text)):
            base_url = syndicate.at_its_address(settings, archive.public / syndicate.FEED_NAME).show.base_url
            entries = tuple(catalog.entries.values())
            identity = identify(essay, source, entries, base_url, now, is_there=archive.is_source)
            date = f"{identity.published:%B} {identity.published.day}, {identity.published.year}"
            known |= {"date": date, "number": str(identity.number)}
    return fill(texts[0], known), fill(texts[1], known)
