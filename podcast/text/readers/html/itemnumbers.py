"""The numbers of the items of lists, as a browser counts them: from the first one on.

numbers = ItemNumbers()
numbers.read(token)         # each token of Markdown
numbers.take()              # of the block at hand: 3; -1 for a second paragraph; 0 where there is none

numbers = PageNumbers()     # the same for the elements of a page
numbers.begin(token, attributes)
number = numbers.of_item(elements, attributes)
numbers.take(home)
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from podcast.text.essay import Kind

if TYPE_CHECKING:
    from markdown_it.token import Token

    from podcast.text.readers.html.elements import Element, OpenElements
    from podcast.text.readers.tags import HtmlToken

_NONE = -1
_MOST_DIGITS = 6


class ItemNumbers:
    def __init__(self) -> None:
        self._next: list[int] = []  # of each list that is open
        self._waiting: list[int] = []  # of each list, what its next block gets

    def read(self, token: "Token") -> None:
        if token.type in ("ordered_list_open", "bullet_list_open"):
            self._next.append(int(token.attrs.get("start", 1)) if token.type == "ordered_list_open" else _NONE)
            self._waiting.append(0)
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            self._next.pop()
            self._waiting.pop()
        elif token.type == "list_item_open" and self._next and self._next[-1] != _NONE:
            self._waiting[-1] = self._next[-1]
            self._next[-1] += 1

    def take(self) -> int:
        if not self._waiting:
            return 0
        number = self._waiting[-1]
        self._waiting[-1] = -1 if number else 0
        return number


class PageNumbers:
    def __init__(self) -> None:
        self._next: dict[int, int] = {}  # numbers of the items to come, by where their lists begin
        self._taken: set[int] = set()  # items that have a block already

    def begin(self, token: "HtmlToken", attributes: Mapping[str, str]) -> None:
        if token.name == "ol" and (start := _whole(attributes.get("start", ""))):
            self._next[token.start] = start

    def of_item(self, elements: "OpenElements", attributes: Mapping[str, str]) -> int:
        """Of one that begins; 0 where its list has none."""
        owner = elements.nearest("ol", "ul", "menu")
        if owner is None or owner.name != "ol":
            return 0
        number = _whole(attributes.get("value", "")) or self._next.get(owner.start) or 1
        self._next[owner.start] = number + 1
        return number

    def take(self, home: "Element") -> int:
        """Of the block that begins in that element."""
        if not home.number or home.kind is not Kind.LIST_ITEM:
            return 0
        is_first = home.item not in self._taken
        self._taken.add(home.item)
        return home.number if is_first else -1


def _whole(text: str) -> int:
    """A number as attributes have it; 0 for none, and for those that nobody would say."""
    digits = text.strip()
    return int(digits) if digits.isdecimal() and len(digits) <= _MOST_DIGITS else 0
