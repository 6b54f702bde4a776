"""The show's pages for another address than its own, such as this machine's while `podcast serve` runs.

page = show_page_for(settings, show)
page("http://192.168.1.7:8000", "index.html")       # the page's bytes
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from feed.pages import page_files
from podcast.config.settings import Settings
from podcast.episode import artwork
from podcast.episode.archive import Archive
from podcast.episode.catalog import Catalog
from podcast.episode.cover import Cover
from podcast.errors import PodcastError
from podcast.show import feed_facts
from podcast.show.site import Branding, ShowSite, index_page


def show_page_for(settings: Settings, folder: Path) -> Callable[[str, str], bytes | None]:
    """The show's pages, by name, for another address than the show's own; None where the one on disk has to do.

    That is where the show can't be read, or was built by another version, whose style is another.
    """
    archive = Archive(folder / "public")

    def page(base_url: str, name: str) -> bytes | None:
        if not all((archive.public / name).exists() for name in page_files()):
            return None
        here = replace(settings, show=replace(settings.show, base_url=base_url))
        covers = [path for path in archive.public.glob("cover-*") if artwork.OURS.fullmatch(path.name)]
        cover_name = max(covers, key=lambda path: path.stat().st_mtime).name if covers else ""
        branding = Branding(feed_facts.show_title(settings, folder), cover_name, Cover(b""))
        try:
            with Catalog(archive) as catalog:
                site = ShowSite(archive, catalog, here, branding)
                found = (page for page in site.index if page.name == name)
                return next((index_page(here, site.show, page) for page in found), None)
        except PodcastError:
            return None

    return page
