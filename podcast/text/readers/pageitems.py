"""The numbers of the items of a web page's lists, as a browser counts them: `<ol start=3>`, `<li value=7>`.

items.begin_list(token.start, attributes)
number = items.count(list_element, attributes)      # of an item that begins
items.number_of(home)                               # of a block: the first of an item has its number
"""

from collections.abc import Mapping

from podcast.text.essay import Kind
from podcast.text.readers.elements import Element

_MOST_DIGITS = 6


class PageItems:
    def __init__(self) -> None:
        self._next: dict[int, int] = {}  # numbers of the items to come, by where their lists begin
        self._numbered: set[int] = set()  # items that have a block already

    def begin_list(self, at: int, attributes: Mapping[str, str]) -> None:
        if start := _whole(attributes.get("start", "")):
            self._next[at] = start

    def count(self, owner: Element | None, attributes: Mapping[str, str]) -> int:
        """The number of an item that begins; 0 where the list has none."""
        if owner is None or owner.name != "ol":
            return 0
        number = _whole(attributes.get("value", "")) or self._next.get(owner.start) or 1
        self._next[owner.start] = number + 1
        return max(number, 0)

    def number_of(self, home: Element) -> int:
        """Of the block that begins: the first of an item has its number."""
        if not home.number or home.kind is not Kind.LIST_ITEM:
            return 0
        is_first = home.item not in self._numbered
        self._numbered.add(home.item)
        return home.number if is_first else -1


def _whole(text: str) -> int:
    """A number as attributes have it; 0 for none, and for those that nobody would say."""
    digits = text.strip()
    return int(digits) if digits.isdecimal() and len(digits) <= _MOST_DIGITS else 0
