"""Where a page's marks don't mean what they say: "widgets" that hold the article, tables that lay it out.

    misunderstood_words(page)       # {"widget"}, where a page builder calls each paragraph so
    data_tables(page)               # the numbers of those whose cells can't be read aloud

What hides more of the text than is left is not believed; what holds a text is no table.
"""

from collections import Counter
from collections.abc import Iterator

from podcast.text.essay import Kind
from podcast.text.readers.html.classzones import AMBIGUOUS, HIDDEN
from podcast.text.readers.html.elements import PlacedBlock, WebPage
from podcast.text.readers.html.prosebox import is_prose

_LONG_CELL = 200  # characters; a table with such a text lays out a page
_TIMES = 2  # as much prose as is left: such a class name is misunderstood
_TIMES_HIDDEN = 10  # a style that hides is not, except where a script would have shown the page


def misunderstood_words(page: WebPage) -> frozenset[str]:
    hidden: Counter[str] = Counter()
    left = 0
    for found in page.found:
        if not is_prose(found):
            continue
        words = set(_hiding(found, page))
        if not words:
            left += len(found.block.text)
        elif words <= AMBIGUOUS or words == {HIDDEN}:
            hidden.update(dict.fromkeys(words, len(found.block.text)))
    times = {word: _TIMES_HIDDEN if word == HIDDEN else _TIMES for word in hidden}
    return frozenset(word for word, length in hidden.items() if length > times[word] * left)


def _hiding(found: PlacedBlock, page: WebPage) -> Iterator[str]:
    """What hides a block; an element that is made for it has no word."""
    return (zone.word for zone in found.zones if zone.reason and zone not in page.opened)


def data_tables(page: WebPage) -> frozenset[int]:
    """Those with header cells, and those without a cell that holds a text."""
    cells: Counter[tuple[int, int]] = Counter()
    telling: set[int] = set()
    for found in page.found:
        cells[found.table, found.cell] += len(found.block.text)
        if found.block.kind is Kind.HEADING:
            telling.add(found.table)
    telling |= {table for (table, _), length in cells.items() if length >= _LONG_CELL}
    return page.data_tables | {table for table, _ in cells if table and table not in telling}
