"""Whether all that the pages of a published folder load lies in it: style sheets, scripts, pictures, audio, captions.

    for problem in page_faults(Folder(Path("public"), ("https://example.org/show",))):
        print(problem.where, problem.what)

What lies elsewhere is not judged, and nothing is fetched. One page is in memory at a time.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urljoin

from lxml import etree

from feed.check.document import Unnamed
from feed.check.site import Folder, is_missing
from feed.rules import Problem, Rule

PAGE_FILE = Rule(
    *("page-file", "recommended", "HTML", "What a page loads is there."),
    "Build again, and upload all of public/.",
)

_SUFFIXES = (".html", ".htm")
_LOADING = ("link", "script", "img", "audio", "source", "track")
_LOADED_LINKS = frozenset(
    {"stylesheet", "icon", "apple-touch-icon", "mask-icon", "manifest", "preload", "modulepreload"}
)


def page_faults(site: Folder) -> Iterator[Problem]:
    """What each page of the site misses in it; where is the page's path from the folder's parent."""
    for path in _pages(site.root):
        name = path.relative_to(site.root).as_posix()
        url = f"{site.addresses[0]}/{quote(name, errors='replace')}"
        for reference in dict.fromkeys(_references(path)):
            if is_missing(site, _joined(url, reference)):
                yield Problem(PAGE_FILE, f"{site.root.name}/{name}", f"there is no {reference}")


def _pages(root: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        pages = (Path(folder, name) for name in sorted(names) if name.lower().endswith(_SUFFIXES))
        yield from (page for page in pages if page.is_file())  # of a pipe nothing would come


def _references(path: Path) -> Iterator[str]:
    """As the page writes them, but for its <base>; of what is no page at all there are none."""
    try:
        with path.open("rb") as file:
            page = etree.parse(Unnamed(file), etree.HTMLParser(encoding="utf-8", remove_comments=True))
    except (etree.LxmlError, OSError, ValueError):
        return
    if page.getroot() is None:
        return
    base = next((found.get("href", "") for found in page.iter("base")), "")
    for element in page.iter(*_LOADING):
        reference = (element.get("href" if element.tag == "link" else "src") or "").strip()
        if reference and (element.tag != "link" or _LOADED_LINKS & set(element.get("rel", "").lower().split())):
            yield _joined(base, reference) if base else reference


def _joined(base: str, reference: str) -> str:
    try:
        return urljoin(base, reference)
    except ValueError:  # no address at all
        return ""
