"""Which kind of essay came from the web, as the suffix that its file gets; and what is no essay.

    suffix_of("text/plain", "https://…/main/README.md", data)        # ".md"

What the server calls it counts where that says anything. Many call Markdown plain text, and books a stream of bytes:
then the address tells, or what is in it.
"""

import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from podcast.errors import PodcastError
from podcast.text.documents.kinds import kind_of
from podcast.text.readers.formats import SUFFIXES

_BY_TYPE = {
    **dict.fromkeys(("text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml"), ".html"),
    **dict.fromkeys(("text/markdown", "text/x-markdown", "text/x-web-markdown"), ".md"),
    **dict.fromkeys(("multipart/related", "message/rfc822", "application/x-mimearchive"), ".mhtml"),
    **dict.fromkeys(("text/x-rst", "text/prs.fallenstein.rst"), ".rst"),
    **dict.fromkeys(("text/org", "text/x-org"), ".org"),
    **dict.fromkeys(("application/x-ipynb+json",), ".ipynb"),
}
_VAGUE = ("", "text/plain", "application/octet-stream", "binary/octet-stream", "application/force-download")
_TEXTS = (".rst", ".rest", ".org", ".ipynb", ".adoc", ".asciidoc", ".tex", ".textile", ".mediawiki", ".typ", ".json")
_FEEDS = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json")
_NO_ESSAYS = {"image": "a picture", "audio": "a recording", "video": "a video", "font": "a font"}
_DATA = ("json", "javascript", "ecmascript", "css", "csv", "calendar")
_XML = r"[\ufeff\s]{0,99}(?:<\?xml[^>]{0,200}\?>\s{0,99})?(?:<!--.{0,500}?-->\s{0,99})?"
_PAGE = re.compile(_XML + r"<(?:!doctype html|html)\b", re.IGNORECASE | re.DOTALL)
_FEED = re.compile(_XML + r"(?:<\?xml-stylesheet[^>]{0,500}\?>\s{0,99})?<(?:rss|feed|rdf:RDF)\b", re.DOTALL)
_BEGINNING = 2000  # bytes
_SAVE = "Give the address of the page that the essay is on."


def suffix_of(media_type: str, address: str, data: bytes) -> str:
    """Raises PodcastError for what is no essay."""
    if kind := kind_of(data, PurePosixPath(_path(address)).name):
        return f".{kind}"
    beginning = data[:_BEGINNING].decode("utf-8", "replace")
    named = PurePosixPath(_path(address)).suffix.lower()
    if named == ".ipynb" and media_type.endswith("json"):
        return named
    if what := _no_essay(media_type, beginning):
        raise PodcastError(f"The address is of {what}, and not of an essay", which=address, remedy=_SAVE)
    if stated := _BY_TYPE.get(media_type, ""):
        return stated
    if named in SUFFIXES or named in _TEXTS:
        return named
    return ".html" if _PAGE.match(beginning) else ".txt"  # which is read by what is in it


def _no_essay(media_type: str, beginning: str) -> str:
    if media_type in _FEEDS or _FEED.match(beginning):
        return "a feed, which lists essays"
    major, _, minor = media_type.partition("/")
    if media_type in _BY_TYPE or media_type in _VAGUE:
        return ""
    is_data = any(word in minor for word in _DATA)
    return _NO_ESSAYS.get(major, "") or ("data for programs" if is_data else "")


def _path(address: str) -> str:
    return unquote(urlsplit(address).path)
