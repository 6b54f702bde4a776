"""Rules for what stands around <channel>: XML, encoding, RSS, namespaces."""

from collections.abc import Iterator

from lxml import etree

from feed.rss import NAMESPACES
from feed.rules import Rule, Rulebook

ENVELOPE: Rulebook[etree._Element] = Rulebook()

THERE = Rule(
    "feed",
    "required",
    "RSS 2.0",
    "There is a feed.",
    "Build an episode, and upload all of public/: the feed comes with it.",
)
XML = Rule(
    *("xml", "required", "XML 1.0", "The feed is well-formed XML."),
    "Build again; if the feed was edited by hand, look at the line that is named.",
)
PAGES = Rule(
    *("pages", "required", "RFC 5005, section 3"),
    "Every page of the feed that rel=next names can be read.",
    "Upload all pages of the feed.",
)


@ENVELOPE.rule(
    *("encoding", "required", "Apple, PSP-1"), "The feed is in UTF-8.", "Save it as UTF-8 and declare it as that."
)
def encoding(root: etree._Element) -> Iterator[str]:
    said = root.getroottree().docinfo.encoding
    if said and said.upper() not in ("UTF-8", "UTF8", "ASCII", "US-ASCII"):
        yield f"it is in {said}"


@ENVELOPE.rule(
    *("doctype", "required", "RSS 2.0"),
    "The feed has no document type, and so no entities of its own.",
    "Remove <!DOCTYPE …>: apps refuse it, because it can be an attack.",
)
def doctype(root: etree._Element) -> Iterator[str]:
    said = root.getroottree().docinfo.doctype
    if said:
        yield f"it has {said[:60]}"


@ENVELOPE.rule(
    *("rss", "required", "RSS 2.0"), "The feed is RSS 2.0 with one channel.", "Build again, and upload feed.xml itself."
)
def is_rss(root: etree._Element) -> Iterator[str]:
    if root.tag != "rss":
        yield f"it is <{etree.QName(root).localname}>, and no RSS"
        return
    if root.get("version") != "2.0":
        yield f"its version is {root.get('version')!r}"
    if len(root.findall("channel")) != 1:
        yield f"it has {len(root.findall('channel'))} channels"


@ENVELOPE.rule(
    *("namespaces", "required", "Apple, PSP-1"),
    "The namespaces itunes, content, atom and podcast have their exact addresses.",
    "Copy them letter by letter; they are compared as texts.",
)
def namespaces(root: etree._Element) -> Iterator[str]:
    if root.tag != "rss":
        return
    declared = dict(root.nsmap)
    for channel in root.findall("channel"):
        declared |= channel.nsmap
    for prefix, uri in NAMESPACES.items():
        if prefix in declared and declared[prefix] != uri:
            yield f"{prefix} is {declared[prefix]!r}, not {uri!r}"
    if NAMESPACES["itunes"] not in declared.values() and "itunes" not in declared:
        yield "itunes isn't declared"
