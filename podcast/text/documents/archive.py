"""The parts of a document that is a zip archive of XML, each read only where it is harmless.

    parts = open_archive(data, "essay.docx")
    parts.xml("word/document.xml")      # the root element, or None where there is no such part

A few kilobytes can unpack to gigabytes, and XML can name files of this machine or grow by its own entities: what
unpacks to more than a book may be is refused, and so is whatever declares entities.
"""

from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from podcast.errors import PodcastError
from podcast.text.documents.damage import UNREADABLE

_MOST_BYTES = 100_000_000  # of one part, unpacked; a long novel has 5


def open_archive(data: bytes, name: str) -> "ZippedDocument":
    """Raises PodcastError for what is damaged."""
    try:
        return ZippedDocument(ZipFile(BytesIO(data)), name)
    except UNREADABLE:
        raise damaged(name) from None


def damaged(name: str) -> PodcastError:
    remedy = "Fetch or copy it again, or open it where it was written and save it anew."
    return PodcastError("The document is damaged", which=name, remedy=remedy)


def locked(name: str) -> PodcastError:
    remedy = "Open it where it was written, take the password away, save it, and try again."
    return PodcastError("The document is locked with a password", which=name, remedy=remedy)


def _too_large(name: str, most: str) -> PodcastError:
    return PodcastError("The document is too large", which=name, remedy=f"{most}; cut it into parts.")


@dataclass(frozen=True, slots=True)
class ZippedDocument:
    file: ZipFile
    name: str  # the essay's, for the user

    def __contains__(self, path: str) -> bool:
        return path in self.file.NameToInfo

    def part(self, path: str) -> bytes:
        """Empty where there is none."""
        if path not in self:
            return b""
        if self.file.getinfo(path).flag_bits & 1:
            raise locked(self.name)
        try:
            with self.file.open(path) as part:
                content = part.read(_MOST_BYTES + 1)
        except UNREADABLE:
            raise damaged(self.name) from None
        if len(content) > _MOST_BYTES:
            raise _too_large(self.name, "100 MB of text without its pictures is the most")
        return content

    def xml(self, path: str) -> etree._Element | None:
        content = self.part(path)
        return parse(content, self.name) if content else None


def parse(content: bytes, name: str) -> etree._Element:
    """The root of a part. Raises PodcastError for what is no XML, or none that a document has."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "huge" in str(error):  # libxml2's word for a text of more than 10 MB
            raise _too_large(name, "10 MB in one paragraph is the most") from None
        raise damaged(name) from None
    if next(root.iter(etree.Entity), None) is not None:
        raise PodcastError(
            "The document holds entities, which could name other files",
            which=name,
            remedy="Open it in a word processor, save it anew, and try again.",
        )
    return root


def tag(element: etree._Element) -> str:
    """Its name without the namespace, of which each of these formats has two or more for the same."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: etree._Element | None, name: str) -> str:
    """By its name without the namespace. Names first: lxml looks through all of them for each value."""
    if element is None:
        return ""
    key = next((key for key in element.attrib if str(key).rpartition("}")[2] == name), None)
    return "" if key is None else element.get(key, "")


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The first child of the first name, of that the first of the second …"""
    for name in names:
        element = next((one for one in element if tag(one) == name), None) if element is not None else None
    return element
