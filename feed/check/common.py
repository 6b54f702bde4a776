"""Rules that hold for the show as for every item."""

import re
from collections.abc import Iterator
from datetime import timedelta
from ipaddress import ip_address

from lxml import etree

from feed.check.document import Feed, FeedEntry
from feed.check.site import host, is_absolute, is_missing
from feed.fit import MAX_LINE_CHARS, MAX_TEXT_BYTES
from feed.rss import CONTENT, ITUNES, PODCAST
from feed.rules import Rulebook

CLOCK_SKEW = timedelta(minutes=5)  # that a clock may be wrong by
COMMON: Rulebook[Feed | FeedEntry] = Rulebook()

_DESCRIPTIONS = ("description", f"{{{ITUNES}}}summary")
_ANY_LENGTH = {*_DESCRIPTIONS, f"{{{CONTENT}}}encoded", f"{{{PODCAST}}}txt", "link", "url", "comments"}
_URL_ATTRIBUTES = ("url", "href", "img", "uri")
_URL_ELEMENTS = {"link", "url"}
_LOCAL_NAMES = re.compile(r"(.+\.)?(localhost|local|localdomain|internal|lan|home\.arpa)")
_NAME = {tag: tag.removeprefix(f"{{{ITUNES}}}") for tag in _DESCRIPTIONS}


@COMMON.rule(
    *("public-address", "required", "Apple"),
    "Every address in the feed is one that subscribers can reach.",
    "Set base_url under [show] to the address that public/ is uploaded to, and build again.",
)
def public_address(seen: Feed | FeedEntry) -> Iterator[str]:
    own_host = (seen.feed if isinstance(seen, FeedEntry) else seen).standard.own_host
    local = [url for _, url in _urls(seen.element) if is_local(url) and host(url) != own_host]
    if local:
        others = f" and {len(local) - 1} more" if len(local) > 1 else ""
        yield f"only this machine or its network can reach {local[0]}{others}"


@COMMON.rule(
    *("absolute-address", "required", "Apple, PSP-1"),
    "Every address is a whole one, http or https, in ASCII.",
    "Write the whole address and percent-encode what isn't ASCII.",
)
def absolute_address(seen: Feed | FeedEntry) -> Iterator[str]:
    for tag, url in _urls(seen.element):
        if tag != "enclosure" and not is_absolute(url.strip()):
            yield f"<{_named(tag)}> has {url!r}"


@COMMON.rule(
    *("link-found", "recommended", "RSS 2.0"),
    "The page that a link leads to is there, if it is one of the show's own.",
    "Build again, and upload all of public/.",
)
def link_found(seen: Feed | FeedEntry) -> Iterator[str]:
    site = (seen.feed if isinstance(seen, FeedEntry) else seen).site
    for url in (link.text.strip() for link in seen.element.findall("link") if link.text):
        if is_missing(site, url):
            yield f"there is no page at {url}"


@COMMON.rule(
    *("description-length", "required", "Apple, PSP-1"),
    "A description has at most 4000 bytes.",
    "Shorten it; the whole text may stand in content:encoded.",
)
def description_length(seen: Feed | FeedEntry) -> Iterator[str]:
    for tag in _DESCRIPTIONS:
        size_bytes = len((seen.element.findtext(tag) or "").encode(errors="replace"))
        if size_bytes > MAX_TEXT_BYTES:
            yield f"the {_NAME[tag]} has {size_bytes} bytes"


@COMMON.rule(
    *("text-length", "required", "Apple"),
    "A text that is no description has at most 255 characters.",
    "Shorten it.",
)
def text_length(seen: Feed | FeedEntry) -> Iterator[str]:
    for leaf in _leaves(seen.element):
        if leaf.tag not in _ANY_LENGTH and len(leaf.text or "") > MAX_LINE_CHARS:
            yield f"<{_named(leaf.tag)}> has {len(leaf.text or '')} characters"


@COMMON.rule(
    *("edge-white-space", "required", "Apple"),
    "No text begins or ends with white space.",
    "Remove it.",
)
def edge_white_space(seen: Feed | FeedEntry) -> Iterator[str]:
    for leaf in _leaves(seen.element):
        if leaf.text and leaf.text != leaf.text.strip():
            yield f"<{_named(leaf.tag)}> has some"


@COMMON.rule(
    *("ai-content", "recommended", 'NS, podcast:txt purpose="ai-content"'),
    "The feed says whether the voice is synthetic, as true or false.",
    'Add <podcast:txt purpose="ai-content">true</podcast:txt>; `podcast build` does.',
)
def ai_content(seen: Feed | FeedEntry) -> Iterator[str]:
    found = [txt for txt in seen.element.findall(f"{{{PODCAST}}}txt") if txt.get("purpose") == "ai-content"]
    said = [txt.text for txt in found]
    if said not in (["true"], ["false"]):
        yield f"it is said as {', '.join(map(repr, said))}" if said else "it isn't said"


def is_local(url: str) -> bool:
    """Whether nobody outside this machine and its network can reach it."""
    name = host(url.strip()).rstrip(".").lower()
    try:
        return not ip_address(name).is_global
    except ValueError:
        return bool(name) and (_LOCAL_NAMES.fullmatch(name) is not None or "." not in name)


def is_true_or_false(written: str | None) -> bool:
    return written in ("true", "false")


def _urls(element: etree._Element) -> Iterator[tuple[str, str]]:
    """Each address of the element's descendants, with the tag that names it."""
    for part in element.iterdescendants(etree.Element):
        for name in _URL_ATTRIBUTES:
            if (url := part.get(name)) is not None:
                yield str(part.tag), url
        if part.tag in _URL_ELEMENTS and part.text and part.text.strip():
            yield str(part.tag), part.text


def _leaves(element: etree._Element) -> Iterator[etree._Element]:
    return (part for part in element.iterdescendants(etree.Element) if not len(part))


def _named(tag: object) -> str:
    """As people write it: "itunes:author"."""
    return str(tag).replace(f"{{{ITUNES}}}", "itunes:").replace(f"{{{PODCAST}}}", "podcast:").rpartition("}")[2]
