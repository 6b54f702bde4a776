"""What is said before the items of a numbered list: "1." (read "one"), "First,", or nothing.

    said_numbers(essay.blocks, "auto", "en")        # {4: "1. ", 5: "2. "}, by the blocks' places

An editor reads the numbers of steps and arguments, since the text comes back to them, and none before "flour" and
"eggs": so "auto" says them where most items are sentences.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from podcast.text.essay import Block, Kind
from podcast.text.wordlist import each

MANNERS = ("auto", "numbers", "words", "none")
_ORDINALS = each("""
    First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth Thirteenth Fourteenth Fifteenth
    Sixteenth Seventeenth Eighteenth Nineteenth Twentieth
""")
_COUNTS_ITSELF = re.compile(
    rf"(?:(?:{'|'.join(_ORDINALS)}|Next|Last|To begin with|To start|And (?:then|finally)|After that)"
    r"(?:,|:| of all\b)|(?:First|Second|Third|Fourth|Fifth|Final|Last)ly\b|Then\b|Finally\b)",
    re.IGNORECASE,
)
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？", ";", ":", "”", '"')
_LONG = 60  # characters of an item; a longer one is a sentence without its full stop


def said_numbers(blocks: Sequence[Block], manner: str, language: str) -> Mapping[int, str]:
    """`manner`: one of MANNERS; "words" are English, and numbers elsewhere."""
    if manner == "none":
        return {}
    are_words = manner == "words" and language.partition("-")[0] in ("", "en")
    found: dict[int, str] = {}
    for places in _lists(blocks):
        if manner != "auto" or _are_sentences([blocks[place].text for place in places]):
            found |= {place: _said(blocks[place], are_words=are_words) for place in places}
    return {place: said for place, said in found.items() if said}


def _lists(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """The places of the items of each list: a deeper one is another, and so is one whose numbers begin anew."""
    open_lists: dict[int, list[int]] = {}  # by their depths
    for place, block in enumerate(blocks):
        depth = block.level if block.kind is Kind.LIST_ITEM else 0
        for deeper in [level for level in open_lists if level > depth]:
            yield open_lists.pop(deeper)
        if depth and block.number >= 0 and depth in open_lists:
            last = blocks[open_lists[depth][-1]].number
            if block.number != last + 1:
                yield open_lists.pop(depth)
        if depth and block.number > 0:
            open_lists.setdefault(depth, []).append(place)
    yield from open_lists.values()


def _are_sentences(texts: Sequence[str]) -> bool:
    sentences = sum(text.endswith(_SENTENCE_ENDS) or len(text) > _LONG for text in texts)
    return 2 * sentences >= len(texts)


def _said(item: Block, *, are_words: bool) -> str:
    """No "First," before an item that begins with "First," itself."""
    number = item.number
    if are_words and _COUNTS_ITSELF.match(item.text):
        return ""
    return f"{_ORDINALS[number - 1]}, " if are_words and number <= len(_ORDINALS) else f"{number}. "
