"""All in public/ that is made from the facts of a show: pages, style, chapter files, and last the feed.

    with archive.locked(), Catalog(archive, is_locked=True) as catalog:
        Site(archive, catalog, settings, branding).refresh()

Only what its facts say anew is made anew: `Site.recipe` of an episode changes with its episode.json, with the show and
with our own code. So a show of ten thousand episodes takes one more in the time of a small one.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from pathlib import Path

import feed
from feed.chapterfile import chapters_json
from feed.pages import Pagination, episode_page, page_files, show_page
from feed.passages import Passage, from_json
from feed.rss import TAIL, Page, head_xml, item_xml
from feed.rss.style import style_files
from feed.show import Show
from podcast import syndicate
from podcast.episode import artwork
from podcast.episode.archive import Archive
from podcast.episode.catalog import Catalog
from podcast.episode.cover import Cover
from podcast.episode.facts import Entry, Episode, media
from podcast.errors import PodcastError
from podcast.paging import Leaf, leaves
from podcast.settings import Settings

TEASERS_PER_PAGE = 50
INDEX_NAME = "index.html"
_ASSETS = re.compile(r"[a-z]+-[0-9a-f]{8}\.(css|js)")
_PAGES = re.compile(r"feed-\d+\.xml|page-\d+\.html")
_MEDIA = r"mp3|vtt|srt|chapters\.json|words\.json|jpg|opus"
_SOURCES = (".py", ".jinja", ".css", ".js", ".xsl")


@dataclass(frozen=True, slots=True)
class Branding:
    """What the show looks like."""

    title: str
    cover_name: str  # in public/
    cover: Cover


@dataclass(frozen=True)
class Site:
    archive: Archive
    catalog: Catalog
    settings: Settings
    branding: Branding

    def refresh(self) -> None:
        """Media first, then pages, then the feed, so that whatever refers to a file finds it; last the sweep."""
        for name, content in {
            **style_files(),
            **page_files(),
            self.branding.cover_name: self.branding.cover.data,
        }.items():
            self.archive.write(name, content)
        stale = [entry for entry in self.newest_first if self.catalog.recipes.get(entry.slug) != self._recipe(entry)]
        for entry in stale:
            self._make_episode(entry)
        pages = self._write_index() | self._write_feed()
        self._sweep(stale, pages)

    @cached_property
    def show(self) -> Show:
        guid = syndicate.guid(self.settings, self.archive.public / syndicate.FEED_NAME)
        return syndicate.show(
            self.settings, self.branding.title, self.branding.cover_name, guid, self.catalog.entries.values()
        )

    @cached_property
    def newest_first(self) -> Sequence[Entry]:
        entries = self.catalog.entries.values()
        return sorted(entries, key=lambda entry: (entry.published, entry.guid), reverse=True)

    def _recipe(self, entry: Entry) -> str:
        return f"{self.catalog.signatures[entry.slug]} {self._common_recipe}"

    @cached_property
    def _common_recipe(self) -> str:
        return _digest(repr((self.show, self.settings.feed)), _code())

    def _make_episode(self, entry: Entry) -> None:
        """Its chapter file, its page, and its item, which waits in the catalog for the feed to be written."""
        episode = self.archive.episode(entry.slug)
        item = syndicate.item(self.settings, episode, self._publish_chapters(episode))
        passages, waveform = self._transcript(episode)
        page = episode_page(self.show, item, passages, waveform, syndicate.words_url(self.settings, episode))
        self.archive.write(f"episodes/{entry.slug}/{INDEX_NAME}", page.encode())
        self.catalog.keep(entry.slug, self._recipe(entry), item_xml(item))

    def _publish_chapters(self, episode: Episode) -> str:
        if not episode.chapters:
            return ""
        text = chapters_json(syndicate.chapters(self.settings, episode), episode.title)
        return self.archive.publish(episode.slug, ".chapters.json", text.encode())

    def _transcript(self, episode: Episode) -> tuple[tuple[Passage, ...], str]:
        """None of an episode that was built before there were transcripts."""
        try:
            words = self.archive.public / "episodes" / episode.slug / episode.companions.words
            return from_json(words.read_text("utf-8"))
        except (OSError, ValueError):
            return (), ""

    def _write_index(self) -> set[str]:
        """The show's pages; the names of those beside the first."""
        made = leaves(self.newest_first, TEASERS_PER_PAGE, INDEX_NAME, "page-{}.html")
        for leaf in made:
            self._write_leaf(leaf, partial(self._index_parts, leaf))
        return {leaf.name for leaf in made[1:]}

    def _write_feed(self) -> set[str]:
        """The feed; the names of its further pages. Those are written before what refers to them."""
        per_page = self.settings.feed.items_per_page or len(self.newest_first) or 1
        made = leaves(self.newest_first, per_page, syndicate.FEED_NAME, "feed-{}.xml")
        for leaf in reversed(made):
            self._write_leaf(leaf, partial(self._feed_parts, leaf))
        return {leaf.name for leaf in made[1:]}

    def _write_leaf(self, leaf: Leaf[Entry], parts: Callable[[], Iterable[bytes]]) -> None:
        """The first is always written; another one only where something in it has changed."""
        recipes = (self.catalog.recipes.get(entry.slug) for entry in leaf.members)
        recipe = _digest(repr((leaf.newer, leaf.older, leaf.newest, leaf.oldest)), *filter(None, recipes))
        if not leaf.newer or self.catalog.recipes.get(leaf.name) != recipe:
            self.archive.write_parts(leaf.name, parts())
            self.catalog.keep(leaf.name, recipe)

    def _index_parts(self, leaf: Leaf[Entry]) -> Iterator[bytes]:
        yield index_page(self.settings, self.show, leaf)

    def _feed_parts(self, leaf: Leaf[Entry]) -> Iterator[bytes]:
        ways = (leaf.name, leaf.newest, leaf.newer, leaf.older, leaf.oldest)
        page = Page(*(syndicate.url(self.settings.show.base_url, name) if name else "" for name in ways))
        yield head_xml(self.show, syndicate.built_at(leaf.members), page)
        for entry in leaf.members:
            yield self.catalog.kept(entry.slug)
        yield TAIL

    def _sweep(self, remade: Iterable[Entry], pages: set[str]) -> None:
        for entry in remade:
            episode = self.archive.episode(entry.slug)
            ours = re.compile(rf"{re.escape(entry.slug)}-[0-9a-f]{{8}}\.({_MEDIA})")
            keep = {*media(episode), self._publish_chapters(episode)}
            self.archive.sweep(f"episodes/{entry.slug}", ours, keep)
        self.archive.sweep("", artwork.OURS, keep={self.branding.cover_name})
        self.archive.sweep("", _PAGES, keep=pages)
        self.archive.sweep("assets", _ASSETS, keep={Path(name).name for name in page_files()})
        for name in (
            self.catalog.recipes.keys() - self.catalog.entries.keys() - pages - {INDEX_NAME, syndicate.FEED_NAME}
        ):
            self.catalog.forget(name)


def index_page(settings: Settings, show: Show, leaf: Leaf[Entry]) -> bytes:
    here, newer, older = (
        syndicate.url(settings.show.base_url, "" if name == INDEX_NAME else name) if name else ""
        for name in (leaf.name, leaf.newer, leaf.older)
    )
    teasers = [syndicate.teaser(settings, entry) for entry in leaf.members]
    return show_page(show, teasers, Pagination(here, older, newer)).encode()


def show_page_for(settings: Settings, folder: Path) -> Callable[[str], bytes | None]:
    """index.html for another address than the show's own; None where the show can't be read."""
    archive = Archive(folder / "public")

    def page(base_url: str) -> bytes | None:
        here = replace(settings, show=replace(settings.show, base_url=base_url))
        cover_name = max((path.name for path in archive.public.glob("cover-*")), default="")
        branding = Branding(syndicate.show_title(settings, folder), cover_name, Cover(b""))
        try:
            with Catalog(archive) as catalog:
                site = Site(archive, catalog, here, branding)
                newest = leaves(site.newest_first, TEASERS_PER_PAGE, INDEX_NAME, "page-{}.html")[0]
                return index_page(here, site.show, newest)
        except PodcastError:
            return None

    return page


def _digest(*texts: str) -> str:
    return hashlib.sha256("\n".join(texts).encode(errors="surrogatepass")).hexdigest()[:32]


@cache
def _code() -> str:
    """What writes items and pages; so that an upgrade makes them anew, and nobody has to think of it."""
    files = sorted(path for path in Path(feed.__file__).parent.rglob("*") if path.suffix in _SOURCES)
    return _digest(*(path.read_text("utf-8") for path in (*files, Path(syndicate.__file__), Path(__file__))))
