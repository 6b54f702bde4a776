"""Which part of a page is the article where no element says so: the box that holds nearly all of the prose.

    in_prose_box(found)     # the blocks in it

It is the innermost such box: what stands outside is a sidebar's teaser, or a footer's sentence. What is nothing but
links goes at both ends, and nowhere between.
"""

from collections import Counter
from collections.abc import Sequence

from podcast.text.essay import Kind
from podcast.text.readers.html.elements import PlacedBlock

_MOST, _NEARLY_ALL = 0.7, 0.85  # of the prose
_LINKED = 0.7  # of a line's text
_LONG = 80  # characters of a paragraph that are prose without a full stop
PROSE_END = (".", "!", "?", "…", "”", '"', "»", "。", "！", "？", "」", "؟")


def is_prose(found: PlacedBlock) -> bool:
    text = found.block.text
    return found.linked < 0.5 and (len(text) >= _LONG or text.endswith(PROSE_END))


def in_prose_box(found: Sequence[PlacedBlock]) -> list[PlacedBlock]:
    inside = _inside(found, _MOST)
    if inside and any(_is_headed(one) for one in found[found.index(inside[-1]) + 1 :]):
        inside = _inside(found, _NEARLY_ALL)  # what is below may be a part of the text
    while inside and _is_of_links(inside[0]):
        inside = inside[1:]
    while inside and _is_of_links(inside[-1]):
        inside = inside[:-1]
    return inside or list(found)


def _inside(found: Sequence[PlacedBlock], share: float) -> list[PlacedBlock]:
    """What is in the innermost box with so much of the prose; all where that is the page."""
    lengths: Counter[int] = Counter()
    depths: dict[int, int] = {}
    for one in filter(is_prose, found):
        lengths.update(dict.fromkeys(one.boxes, len(one.block.text)))
        depths.update((box, depth) for depth, box in enumerate(one.boxes))
    most = sum(len(one.block.text) for one in filter(is_prose, found)) * share
    large = [box for box, length in lengths.items() if length >= most]
    box = max(large, key=depths.__getitem__, default=0)
    return [one for one in found if not box or box in one.boxes]


def _is_headed(found: PlacedBlock) -> bool:
    """Teasers are headed too, by links to what they tease."""
    return found.block.kind is Kind.HEADING and found.linked < 0.5


def _is_of_links(found: PlacedBlock) -> bool:
    return found.linked > _LINKED and found.block.kind is not Kind.HEADING
