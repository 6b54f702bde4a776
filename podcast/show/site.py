"""All in public/ that is made from the facts of a show: pages, style, chapter files, and last the feed.

    with archive.locked(), Catalog(archive, is_locked=True) as catalog:
        refresh(archive, catalog, settings, branding)

Only what has a new recipe is made anew: an episode's changes with its episode.json, with the show and with our own
code. So a show of ten thousand episodes takes one more in the time of a small one.
"""

import errno
import hashlib
import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache, cached_property
from io import TextIOWrapper
from pathlib import Path
from types import MappingProxyType

import feed
from feed.chapterfile import chapters_json
from feed.pages import Pagination, episode_page, page_files, show_page
from feed.passages import from_file
from feed.rss import TAIL, FeedPage, head_xml, item_xml
from feed.rss.style import style_files
from feed.show import Show
from podcast.cache import public_state
from podcast.cache.fingerprint import state_of
from podcast.config.settings import Settings
from podcast.episode import artwork
from podcast.episode.archive import FACTS_NAME, Archive
from podcast.episode.catalog import Catalog, CatalogError
from podcast.episode.cover import Cover
from podcast.episode.facts import Episode, EpisodeEntry, media
from podcast.episode.transcript import TimedTranscript
from podcast.errors import PodcastError
from podcast.show import feed_facts
from podcast.show.intact import MEDIA
from podcast.show.paging import ListPage, list_pages
from podcast.show.published import FEED_NAME, published
from podcast.userfiles import RECORD_BYTES, open_file

TEASERS_PER_PAGE = 50
INDEX_NAME = "index.html"
_ASSETS = re.compile(r"\b[a-z]+-[0-9a-f]{8}\.(css|js)")
_PAGES = re.compile(r"feed-\d+-\d+\.xml|page-\d+\.html")
_NONE = "none"  # the recipe of what lacks something: it is made anew the next time
_OF_DISKS = (errno.EIO, errno.ETIMEDOUT, errno.ESTALE, errno.EMFILE, errno.ENFILE)
_SOURCES = (".py", ".jinja", ".css", ".js", ".xsl")


@dataclass(frozen=True, slots=True)
class Branding:
    """What the show looks like."""

    title: str
    cover_name: str  # in public/
    cover: Cover


@dataclass(frozen=True)
class ShowSite:
    """A show at one moment, under the archive's lock. CatalogError: what was kept of other episodes is damaged."""

    archive: Archive
    catalog: Catalog
    settings: Settings
    branding: Branding

    def refresh(self, built: Mapping[str, TimedTranscript]) -> None:
        """Media first, then pages, then the feed, so that whatever refers to a file finds it; last the sweep."""
        stale = [entry for entry in self.newest_first if entry.slug in built or self._is_stale(entry)]
        # Of each list the last page first, because it is written before what refers to it.
        stale_pages = [page for page in (*self.index[::-1], *self._feed[::-1]) if self._is_stale_page(page)]
        # If it ends half-way, what is on disk is of unknown age, and must not be taken for current.
        self.catalog.retract(self._changing(stale, {page.name for page in stale_pages}))
        self.catalog.forget({entry.slug for entry in stale} | {page.name for page in stale_pages})
        public_state.remove(self.archive)
        for name, content in {**style_files(self.show.language), **page_files()}.items():
            self.archive.write(name, content)
        self.archive.write(self.branding.cover_name, self.branding.cover.data)
        kept = {entry.slug: self._make_episode(entry, built.get(entry.slug)) for entry in stale}
        for page in stale_pages:
            self._write_page(page)
        self.catalog.attest(self.archive.written)
        self.archive.settle()
        if self._sweep(kept) and _NONE not in self.catalog.recipes.values():
            public_state.put(self.archive, self._common_recipe, self.catalog.signatures)

    def _changing(self, stale: Iterable[EpisodeEntry], stale_pages: set[str]) -> Iterator[str]:
        """The files of which nobody can tell what is in them until all is written."""
        staying = {page.name for page in (*self.index, *self._feed)} - stale_pages
        yield from (name for name in self._attested if not name.startswith("episodes/") and name not in staying)
        yield from (f"episodes/{entry.slug}/{name}" for entry in stale for name in (INDEX_NAME, FACTS_NAME))

    @cached_property
    def _attested(self) -> Mapping[str, str]:
        """As the last commit left it."""
        return self.catalog.attested()

    @cached_property
    def show(self) -> Show:
        guid = feed_facts.guid(self.settings, self.archive.public / FEED_NAME)
        return feed_facts.show(
            self.settings, self.branding.title, self.branding.cover_name, guid, self.catalog.entries.values()
        )

    @cached_property
    def newest_first(self) -> Sequence[EpisodeEntry]:
        entries = self.catalog.entries.values()
        return sorted(entries, key=lambda entry: (entry.published, entry.number, entry.guid), reverse=True)

    def _recipe(self, entry: EpisodeEntry) -> str:
        return f"{self.catalog.signatures[entry.slug]} {self._common_recipe}"

    @cached_property
    def _common_recipe(self) -> str:
        """Trailers stand in the feed's head alone."""
        return _digest(repr((replace(self.show, trailers=()), self.settings.show, self.settings.feed)), _code())

    def _make_episode(self, entry: EpisodeEntry, heard: TimedTranscript | None) -> Collection[str]:
        """Its chapter file, its page, and its item, which waits in the catalog for the feed; the names of its media."""
        episode = self.archive.episode(entry.slug)
        chapters_file = self._publish_chapters(episode)
        item = feed_facts.item(self.settings, self.show, episode, chapters_file)
        heard = heard or self._transcript(episode)
        words_url = feed_facts.words_url(self.settings, episode)
        page = episode_page(self.show, item, heard.passages, heard.waveform, words_url)
        self.archive.write_parts(f"episodes/{entry.slug}/{INDEX_NAME}", map(str.encode, page))
        is_whole = heard.passages or not episode.companions.words
        self.catalog.keep(entry.slug, self._recipe(entry) if is_whole else _NONE, item_xml(item))
        return {*media(episode), chapters_file}

    def _publish_chapters(self, episode: Episode) -> str:
        if not episode.chapters:
            return ""
        text = chapters_json(feed_facts.chapters(self.settings, episode), episode.title)
        return self.archive.publish(episode.slug, ".chapters.json", text.encode())

    def _transcript(self, episode: Episode) -> TimedTranscript:
        """Empty of an episode that was built before there were transcripts, or whose words.json is not there.

        What is there and can't be read is an error: a page must not lose its text because a disk was slow to wake.
        """
        if not episode.companions.words:
            return TimedTranscript((), "")
        words = self.archive.public / "episodes" / episode.slug / episode.companions.words
        try:
            with TextIOWrapper(open_file(words, RECORD_BYTES), "utf-8") as file:
                return TimedTranscript(*from_file(file))
        except ValueError:
            return TimedTranscript((), "")
        except OSError as error:
            if error.errno in _OF_DISKS:
                raise
            return TimedTranscript((), "")

    @cached_property
    def index(self) -> Sequence[ListPage[EpisodeEntry]]:
        return list_pages(self.newest_first, TEASERS_PER_PAGE, INDEX_NAME, "page-{}.html")

    @cached_property
    def _feed(self) -> Sequence[ListPage[EpisodeEntry]]:
        # The size is in the names: pages of another size are others, which those who are reading may still need.
        per_page = self.settings.feed.items_per_page or len(self.newest_first) or 1
        return list_pages(self.newest_first, per_page, FEED_NAME, f"feed-{per_page}-{{}}.xml")

    def _is_stale(self, entry: EpisodeEntry) -> bool:
        page = f"{self.archive.public}/episodes/{entry.slug}/{INDEX_NAME}"
        is_there = os.path.exists(page)  # noqa: PTH110 — quick, for there may be ten thousand
        return self.catalog.recipes.get(entry.slug) != self._recipe(entry) or not is_there

    def _is_stale_page(self, page: ListPage[EpisodeEntry]) -> bool:
        """The first page always is: what subscribers get is never what somebody else, or the disk, has left there."""
        is_whole = state_of(self.archive.public / page.name) == self._attested.get(page.name)
        return not page.newer or not is_whole or self.catalog.recipes.get(page.name) != self._recipe_of_page(page)

    def _recipe_of_page(self, page: ListPage[EpisodeEntry]) -> str:
        return _digest(self._common_recipe, repr((page.ways, self.show.trailers)), *map(self._recipe, page.members))

    def _write_page(self, page: ListPage[EpisodeEntry]) -> None:
        parts = self._feed_parts if page.name.endswith(".xml") else self._index_parts
        self.archive.write_parts(page.name, parts(page))
        self.catalog.keep(page.name, self._recipe_of_page(page))

    def _index_parts(self, page: ListPage[EpisodeEntry]) -> Iterator[bytes]:
        yield index_page(self.settings, self.show, page)

    def _feed_parts(self, page: ListPage[EpisodeEntry]) -> Iterator[bytes]:
        ways = FeedPage(*(feed_facts.url(self.settings.show.base_url, name) if name else "" for name in page.ways))
        built = feed_facts.built_at(page.members)
        if page.name == FEED_NAME:  # whose newest change may be that an episode has gone
            built = max(built, published(self.archive.public / FEED_NAME).built or built)
        yield head_xml(self.show, built, ways)
        yield from self.catalog.kept([entry.slug for entry in page.members])
        yield TAIL

    def _sweep(self, kept: Mapping[str, Collection[str]]) -> bool:
        """What nothing refers to any more; `kept` names the media of each episode that was made.

        What is published is there by now, so nothing in here is an error. False: the next build has to try again.
        """
        littered = [slug for slug, names in kept.items() if not self._sweep_episode(slug, names)]
        pages = {page.name for page in (*self.index, *self._feed)}
        are_swept = (
            self.archive.sweep("", artwork.OURS, keep={self.branding.cover_name}),
            self.archive.sweep("", _PAGES, keep=pages),
            self.archive.sweep("assets", _ASSETS, keep={Path(name).name for name in page_files()}),
        )
        gone = self.catalog.recipes.keys() - self.catalog.entries.keys() - pages
        with suppress(PodcastError):
            self.catalog.forget({*gone, *littered})
        return all(are_swept) and not littered

    def _sweep_episode(self, slug: str, names: Collection[str]) -> bool:
        ours = re.compile(rf"{re.escape(slug)}-[0-9a-f]{{8}}\.({MEDIA})")
        return self.archive.sweep(f"episodes/{slug}", ours, names)


def refresh(
    archive: Archive,
    catalog: Catalog,
    settings: Settings,
    branding: Branding,
    built: Mapping[str, TimedTranscript] = MappingProxyType({}),
) -> None:
    """Make anew what is stale, and all of the episodes `built`, whose transcripts are at hand.

    A catalog that proves to be damaged is begun anew.
    """
    try:
        ShowSite(archive, catalog, settings, branding).refresh(built)
    except CatalogError:
        catalog.reset()
        ShowSite(archive, catalog, settings, branding).refresh(built)


def index_page(settings: Settings, show: Show, page: ListPage[EpisodeEntry]) -> bytes:
    here, newer, older = (
        feed_facts.url(settings.show.base_url, "" if name == INDEX_NAME else name) if name else ""
        for name in (page.name, page.newer, page.older)
    )
    teasers = [feed_facts.teaser(settings, entry) for entry in page.members]
    return show_page(show, teasers, Pagination(here, older, newer)).encode()


def _digest(*texts: str) -> str:
    return hashlib.sha256("\n".join(texts).encode(errors="surrogatepass")).hexdigest()[:32]


@cache
def _code() -> str:
    """What writes items and pages; so that an upgrade makes them anew, and nobody has to think of it."""
    files = sorted(path for path in Path(feed.__file__).parent.rglob("*") if path.suffix in _SOURCES)
    return _digest(*(path.read_text("utf-8") for path in (*files, Path(feed_facts.__file__), Path(__file__))))
