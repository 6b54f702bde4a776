"""A long list, newest first, on several pages of which only the first one changes with each new member. Pure.

    for page in list_pages(episodes, 50, "index.html", "page-{}.html"):
        page.name, page.members, page.older, page.newer

The oldest members fill page 1, the next ones page 2, and what is over stays with the newest on the first page. So the
pages keep their names and their members, and whoever has read one need not read it again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ListPage(Generic[T]):
    name: str
    members: Sequence[T]
    newer: str = ""  # the name of the page before this one; empty: there is none
    older: str = ""
    newest: str = ""  # the name of the first page …
    oldest: str = ""  # … and of the last one; both empty where there is but one

    @property
    def ways(self) -> tuple[str, str, str, str, str]:
        """Names: its own, the first, the one before, the one after, the last; empty where there is none."""
        return self.name, self.newest, self.newer, self.older, self.oldest


def list_pages(members: Sequence[T], size: int, first_name: str, name: str) -> tuple[ListPage[T], ...]:
    """The first page has `size` members, up to twice as many but one; each other one, `name.format(number)`, `size`."""
    full = max(0, len(members) // size - 1)
    names = [first_name, *(name.format(number) for number in range(full, 0, -1))]
    cut = len(members) - full * size
    stretches = [members[:cut], *(members[at : at + size] for at in range(cut, len(members), size))]
    ends = (names[0], names[-1]) if full else ("", "")
    return tuple(
        ListPage(*this, newer, older, *ends)
        for this, newer, older in zip(zip(names, stretches, strict=True), ["", *names], [*names[1:], ""], strict=False)
    )
