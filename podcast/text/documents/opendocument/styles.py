"""The styles of an OpenDocument text: what a paragraph or a span is by its style and by those that this is based on.

styles = OpenStyles([root_of_styles, root_of_content])
styles.value("paragraph", "P3", "language")     # the first of that name along the chain of styles
styles.role("P3")                               # ParagraphRole.QUOTATION, 0
"""

from collections.abc import Iterable, Iterator

from lxml import etree

from podcast.text.documents.archive import attribute, tag
from podcast.text.documents.stylenames import ParagraphRole, role_of

_LONGEST_CHAIN = 20  # styles that are based on one another
_PROPERTIES = frozenset({"text-properties", "paragraph-properties"})
_BREAK = "horizontal line"


class OpenStyles:
    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._styles: dict[tuple[str, str], etree._Element] = {}
        self._defaults: dict[str, etree._Element] = {}
        self._lists: dict[str, etree._Element] = {}
        for style in (style for root in roots for style in _styles(root)):
            if tag(style) == "list-style":
                self._lists[attribute(style, "name")] = style
            elif tag(style) == "default-style":
                self._defaults[attribute(style, "family")] = style
            else:
                self._styles[attribute(style, "family"), attribute(style, "name")] = style

    def chain(self, family: str, name: str) -> list[etree._Element]:
        """The style and what it is based on."""
        found: list[etree._Element] = []
        while (family, name) in self._styles and len(found) < _LONGEST_CHAIN:
            found.append(self._styles[family, name])
            name = attribute(found[-1], "parent-style-name")
        return found

    def value(self, family: str, name: str, of: str) -> str:
        for style in self.chain(family, name):
            if value := _property(style, of):
                return value
        return ""

    def default(self, of: str) -> str:
        style = self._defaults.get("paragraph")
        return _property(style, of) if style is not None else ""

    def role(self, name: str) -> tuple[ParagraphRole, int]:
        chain = self.chain("paragraph", name)
        for style in chain:
            named = attribute(style, "display-name") or attribute(style, "name")
            level = attribute(style, "default-outline-level")
            if named.replace("_20_", " ").lower() == _BREAK:
                return ParagraphRole.BREAK, 0
            if found := role_of(named):
                return found
            if level.isdigit() and int(level):
                return ParagraphRole.HEADING, int(level)
        return (role_of(name) if not chain else None) or (ParagraphRole.BODY, 0)

    def list_level(self, name: str, level: int) -> tuple[bool, int]:
        """Whether its items are numbered, and the first number."""
        style = self._lists.get(name)
        for one in style if style is not None else ():
            if attribute(one, "level") == str(level):
                is_numbered = tag(one) == "list-level-style-number" and bool(attribute(one, "num-format"))
                start = attribute(one, "start-value")
                return is_numbered, int(start) if start.isdigit() and len(start) < 9 else 1
        return False, 1


def _styles(root: etree._Element) -> Iterator[etree._Element]:
    for part in root:
        if tag(part) in ("styles", "automatic-styles"):
            yield from (style for style in part if tag(style) in ("style", "default-style", "list-style"))


def _property(style: etree._Element, of: str) -> str:
    values = (attribute(one, of) for one in style if tag(one) in _PROPERTIES)
    return next(filter(None, values), "")
