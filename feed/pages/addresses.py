"""From absolute URLs to the links of a page: relative to our own files, plain links to anybody else's.

    place = PageAddress("https://example.org/show/", "https://example.org/show/episodes/on-paper/")
    place.way_to("https://example.org/show/cover.jpg")      # "../../cover.jpg"
    place.way_to("https://elsewhere.example/cover.jpg")     # "": it is not ours, so it is not loaded
    web_link("javascript:alert(1)")                         # ""

Relative links work on any host, from a folder, and for a phone that found this computer by another name.
"""

from dataclasses import dataclass
from urllib.parse import unquote

from feed.fit import fit_url

INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class PageAddress:
    """Where a page is."""

    base: str  # the show's folder, with a slash at its end
    url: str  # of the page, under the base

    def way_to(self, url: str) -> str:
        """The relative link to one of the show's own files; empty for any other."""
        target, here = _inside(url, self.base), _inside(self.url, self.base)
        if target is None or here is None:
            return ""
        folders, (*target_folders, name) = here[:-1], target
        while folders and target_folders[:1] == folders[:1]:
            folders, target_folders = folders[1:], target_folders[1:]
        # "./", or a file called "javascript:…" would be a program.
        way = [".."] * len(folders) or ["."]
        return "/".join([*way, *target_folders, name or INDEX])


def base_of(feed_url: str) -> str:
    """The folder that the feed is in: what is under it is the show's."""
    return fit_url(feed_url).rpartition("/")[0] + "/"


def web_link(url: str) -> str:
    """`url` if a click on it does no harm: a web page or a mail address; else empty."""
    link = fit_url(url)
    return link if link.lower().startswith(("http://", "https://", "mailto:")) else ""


def _inside(url: str, base: str) -> list[str] | None:
    """The folders and the name of a URL, from the base; None if it lies, or may lead, outside."""
    url = fit_url(url)
    if not url.startswith(base):
        return None
    parts = url[len(base) :].split("#")[0].split("?")[0].split("/")
    is_winding = any(unquote(part) in (".", "..") or "\\" in unquote(part) for part in parts)
    return None if is_winding or "" in parts[:-1] else parts
