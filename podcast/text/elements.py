"""What a reader of web pages finds, and what it knows of the elements that are open while it reads.

    page.found[0].block, page.found[0].zones

They are facts only; page.py gathers them, article.py judges them.
"""

from dataclasses import dataclass

from podcast.text.essay import Block, Kind, Reason, Skip
from podcast.text.tags import Token
from podcast.text.zones import Zone


@dataclass(frozen=True, slots=True)
class Found:
    """A block and where it was found."""

    block: Block
    zones: tuple[Zone, ...]  # from the outermost
    table: int = 0  # the innermost table it is in, from 1

    @property
    def linked(self) -> float:
        """The share of its text that is the text of links, 0–1."""
        return sum(len(run.text) for run in self.block.runs if run.href) / len(self.block.text)


@dataclass(frozen=True, slots=True)
class Page:
    found: tuple[Found, ...]
    skips: tuple[Skip, ...]
    facts: tuple[Token, ...]  # tags that state them: html, meta, link, base, time
    title: str  # what the browser's window shows
    opened: frozenset[Zone]  # likely zones that hold a first heading or an article: not to be left out
    data_tables: frozenset[int]  # that have header cells
    depth: int  # of the deepest element
    base: str  # what relative links start from, where the page says so


@dataclass(frozen=True, slots=True)
class Element:
    """What an open element hands on to what it contains."""

    name: str = ""
    start: int = 0
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    lists: int = 0
    quotations: int = 0
    table: int = 0
    zones: tuple[Zone, ...] = ()
    href: str = ""
    is_anchor: bool = False  # a link to a place in the page
    quiet: Reason | None = None  # nothing in it is said
    inline_zone: Reason | None = None  # of its own, inside of a block
    first_run: tuple[int, int] = (0, 0)  # the number of the block it began in, and of its runs until then
