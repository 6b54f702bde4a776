"""The numbers of the items of Markdown's lists, as a browser would count them: from the first one on.

numbers = ItemNumbers()
numbers.read(token)         # each token of the document
numbers.take()              # of the block at hand: 3; -1 for a second paragraph; 0 where there is none
"""

from markdown_it.token import Token

_NONE = -1


class ItemNumbers:
    def __init__(self) -> None:
        self._next: list[int] = []  # of each list that is open
        self._waiting: list[int] = []  # of each list, what its next block gets

    def read(self, token: Token) -> None:
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
