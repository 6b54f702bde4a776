"""What holds of a show whatever has happened to it: every drill asks for it, after each thing that it breaks.

    assert_whole(show, acknowledged={"rivers"})     # slugs of the episodes that a build has told of
    assert_swept(show)                              # after the next build: nothing that was left over is there

feed.xml parses; every enclosure, transcript, chapters file, picture, page and page's asset in it is there, with its
stated length and with the hash that its name states; an episode's files come from one build; no episode that was
acknowledged is missing. Right after a kill (`is_between`) the page and the facts of an episode, which apps don't ask
for, may be a commit ahead of the feed, until the next build.
"""

import hashlib
import json
import re
from urllib.parse import unquote, urljoin

from lxml import etree, html

from feed.check.strays import stray_files

PODCAST = "{https://podcastindex.org/namespace/1.0}"
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
_NAMED_BY_CONTENT = re.compile(r".+-([0-9a-f]{8})\.(?:mp3|opus|vtt|srt|words\.json|chapters\.json|jpg|png|css|js)")


def assert_whole(show, acknowledged=(), *, is_between=False):
    feed = show / "public" / "feed.xml"
    if not feed.exists():
        assert not acknowledged, f"there is no feed, and in it were {sorted(acknowledged)}"
        return
    channel = etree.parse(feed).getroot().find("channel")
    base_url = channel.find("{http://www.w3.org/2005/Atom}link[@rel='self']").get("href").removesuffix("feed.xml")
    site = _Site(show / "public", base_url)
    _assert_page(site, site.file(base_url + "index.html"))
    for item in channel.iter("item"):
        _assert_episode(site, item, is_between=is_between)
    for address in channel.xpath("image/url/text()"):
        site.file(address)
    missing = set(acknowledged) - {_slug(item) for item in channel.iter("item")}
    assert not missing, f"{sorted(missing)} were acknowledged, and are in the feed no more"


def assert_swept(show):
    """Nothing is left of what was stopped: no staged file, no orphan, no half commit."""
    left = [path for path in (show / "public").rglob("*") if path.name.startswith(".")]
    left += [path for path in (show / ".podcast").rglob("*") if re.search(r"undo|\.new-|\.staged-|-journal", path.name)]
    left += [problem.where for problem in stray_files(show / "public")]
    assert not left, f"left over: {[str(path) for path in left]}"


def contents(folder):
    """By name; of folders None, and of the folder itself whether it is there."""
    found = {".": None} if folder.exists() else {}
    return found | {
        path.relative_to(folder).as_posix(): None if path.is_dir() else path.read_bytes() for path in folder.rglob("*")
    }


class _Site:
    def __init__(self, public, base_url):
        self.public, self.base_url = public, base_url

    def file(self, address):
        """The file at an address of the show's: it is there, and is what its name says."""
        assert address.startswith(self.base_url), address
        path = self.public / unquote(address.removeprefix(self.base_url).partition("#")[0].partition("?")[0])
        path = path / "index.html" if path.is_dir() else path
        assert path.is_file(), f"{path} is not there"
        if named := _NAMED_BY_CONTENT.fullmatch(path.name):
            is_drawn = path.parent == self.public  # named after the title that is drawn on it
            assert is_drawn or hashlib.sha256(path.read_bytes()).hexdigest().startswith(named[1]), f"{path} is damaged"
        return path

    def is_own(self, address):
        return address.startswith(self.base_url)


def _slug(item):
    return item.find("enclosure").get("url").rpartition("/")[0].rpartition("/")[2]


def _assert_episode(site, item, *, is_between):
    enclosure = item.find("enclosure")
    audio = site.file(enclosure.get("url"))
    assert audio.stat().st_size == int(enclosure.get("length")), f"{audio} has another length"
    beside = [tag.get("url") for tag in item.iter(f"{PODCAST}transcript", f"{PODCAST}chapters")]
    beside += [tag.get("href") for tag in item.iter(f"{ITUNES}image")]
    beside += [tag.get("uri") for tag in item.iter(f"{PODCAST}source")]
    named = {site.file(address).name for address in beside if site.is_own(address)} | {audio.name}
    page = site.file(item.findtext("link"))
    linked = _assert_page(site, page)
    if is_between:
        return
    assert audio.name in linked, f"{page} plays {sorted(linked)}"
    facts = json.loads((audio.parent / "episode.json").read_text("utf-8"))
    assert facts["audio"]["file"] == audio.name
    assert facts["audio"]["bytes"] == audio.stat().st_size
    assert facts["guid"] == item.findtext("guid")
    told = {name for name in facts.get("companions", {}).values() if isinstance(name, str) and name}
    assert told <= named | linked, f"{audio.parent} has files of two builds"


def _assert_page(site, page):
    """All of ours that it needs is there; the names of the files that it names."""
    address = site.base_url + page.relative_to(site.public).as_posix()
    tree = html.parse(str(page)).getroot()
    found = {urljoin(address, link) for link in tree.xpath("//@src | //@href | //@data-words | //@poster")}
    return {site.file(link).name for link in found if site.is_own(link)}
