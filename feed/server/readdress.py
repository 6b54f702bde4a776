"""Move a feed to another address: what a server does with a feed that was written for where it will be published.

    base_url = base_url_of(feed_xml)                                    # "https://example.org/show"
    served = readdressed(feed_xml, base_url, "http://192.168.1.7:8000")

URLs of the feed's structure move: links, enclosures, images, transcripts, chapters. What is said doesn't: titles,
notes, GUIDs. Comments, CDATA sections and processing instructions stay as they are. Pure.
"""

import json
import re
from collections.abc import Callable
from io import BytesIO
from urllib.parse import urlsplit

from lxml import etree

_SELF = "{http://www.w3.org/2005/Atom}link"
#: Elements whose text is for people, or is a name: also where it looks like a URL, as a GUID may.
_TEXTS = frozenset(
    "author copyright description encoded generator guid keywords name person subtitle summary title txt".split()
)
#: Elements that name the media: only their URLs are led through others' servers, to count downloads.
_MEDIA = frozenset({"content", "enclosure", "source", "trailer"})

Move = Callable[[str], str]
_MOST_ATTRIBUTES = 100  # no element of a feed has ten, and lxml takes the square of their number to list them


def base_url_of(feed_xml: bytes) -> str:
    """The folder in which the feed says that it lies (atom:link rel=self), without a slash; empty if it doesn't say.

    Raises ValueError when it is not XML. Its items are not read.
    """
    try:
        for _, element in etree.iterparse(BytesIO(feed_xml), ("start",), tag=(_SELF, "item"), huge_tree=True):
            if element.tag == "item":
                break
            if element.get("rel") == "self":
                return element.get("href", "").strip().rpartition("/")[0]
    except etree.XMLSyntaxError as error:
        raise ValueError(f"The feed is not XML: {error}") from None
    return ""


def readdressed(feed_xml: bytes, base_url: str, new_base_url: str) -> bytes:
    """The feed with all its URLs under `base_url` moved to `new_base_url`; the same bytes if there are none.

    "Under" ends at a path's border: …/show2 is not under …/show. A prefix that counts downloads
    (https://op3.dev/e/example.org/show/a.mp3) is taken off: local listening is nobody else's. http and https are the
    same address. Raises ValueError when the feed is not XML, or `base_url` is not an absolute URL.
    """
    move, move_media = _moves(base_url, new_base_url)
    parser = etree.XMLParser(strip_cdata=False, resolve_entities=False, huge_tree=True)
    try:
        root = etree.fromstring(feed_xml, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(f"The feed is not XML: {error}") from None
    if not sum(_move(element, move, move_media) for element in root.iter(etree.Element)):
        return feed_xml
    moved = etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=True)
    return moved + b"\n" * feed_xml.endswith(b"\n")


def in_chapters(chapters_json: bytes, base_url: str, new_base_url: str) -> bytes:
    """A chapter file with its pictures moved; the same bytes if it is none, or has none. ValueError as above."""
    move, _ = _moves(base_url, new_base_url)
    try:
        facts = json.loads(chapters_json)
        pictures = [chapter for chapter in facts["chapters"] if "img" in chapter]
        for chapter in pictures:
            chapter["img"] = move(chapter["img"])
    except (ValueError, TypeError, KeyError, AttributeError):
        return chapters_json
    return json.dumps(facts, ensure_ascii=False, indent=2).encode() if pictures else chapters_json


def _moves(base_url: str, new_base_url: str) -> tuple[Move, Move]:
    """How a URL moves, and how one does that may have a prefix."""
    parts = urlsplit(base_url)
    if not parts.netloc:
        raise ValueError(f"A feed can only be moved from an absolute URL: {base_url!r} is none.")
    ours = rf"(?i:{re.escape(parts.netloc)}){re.escape(parts.path.rstrip('/'))}(?=[/?#]|$)"
    plain = re.compile(rf"\s*(?i:https?)://{ours}")
    prefixed = re.compile(rf"\s*(?i:https?)://(?:[^?#]*?/)?(?:(?i:https?)://)?{ours}")

    def moving(start: re.Pattern[str]) -> Move:
        def move(url: str) -> str:
            found = start.match(url)
            return new_base_url.rstrip("/") + url[found.end() :].strip() if found else url

        return move

    return moving(plain), moving(prefixed)


def _move(element: etree._Element, move: Move, move_media: Move) -> bool:
    """Whether there was something to move."""
    if len(element.attrib) > _MOST_ATTRIBUTES:
        return False
    name = etree.QName(element).localname
    before = (element.text, *element.attrib.values())
    for key, value in element.attrib.items():
        element.set(key, (move_media if name in _MEDIA else move)(value))
    if name not in _TEXTS and not len(element) and _is_url(element.text):
        moved = move(element.text or "")
        if moved != element.text:  # an assignment alone would turn CDATA into text
            element.text = moved
    return (element.text, *element.attrib.values()) != before


def _is_url(text: str | None) -> bool:
    """Whether it is one URL and nothing else."""
    return bool(text) and len((text or "").split()) == 1
