"""What an editor sets between the paragraphs of a page: pull quotes, cards and lines that lead to other articles.

    inserts_among(page.found)       # places of "Read more: How to …", and of a quotation that the text says again

A pull quote goes only where the text has its words; a link in a sentence is the writer's.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from podcast.text.essay import Kind
from podcast.text.readers.html.classzones import PULLED
from podcast.text.readers.html.elements import PlacedBlock

_LABEL = (
    r"(?:read (?:more|also|next|on)|also read|related(?: (?:stor(?:y|ies)|articles?|posts?|coverage|content|reading))?"
    r"|see also|more on this|recommended|don[’']t miss|listen|watch"
    r"|lesen sie (?:auch|mehr|dazu|hier)|lies auch|mehr (?:dazu|zum thema|lesen)|zum thema|siehe auch"
    r"|(?:à )?lire (?:aussi|également|la suite)|(?:à )?voir aussi|sur le même sujet|pour aller plus loin"
    r"|más información|lea también|lee también|leer más|te puede interesar|le puede interesar|ver también"
    r"|leggi anche|per approfondire|approfondisci|vedi anche|leia (?:também|mais)|saiba mais|veja também"
    r"|lees (?:ook|meer|verder)|zie ook|czytaj (?:także|też|również|więcej)|zobacz (?:także|też|również)|przeczytaj też"
    r"|læs (?:også|mere)|les (?:også|mer)|läs (?:också|även|mer)|lue myös|ayrıca oku(?:yun)?|ilgili haber(?:ler)?"
    r"|関連記事|関連リンク|あわせて読みたい|こちらも読む|相关阅读|相关文章|延伸阅读|推荐阅读|相關文章"
    r"|관련 ?기사|함께 보기|اقرأ أيض[اً]{1,2}|قد يعجبك)"
)
_POINTER = re.compile(rf"\W{{0,4}}{_LABEL}\s?[:：|–—►→»-]+\s?", re.IGNORECASE)
_LONGEST_POINTER = 250  # characters
_NO_WORD = re.compile(r"[\W_]+")
_SHORTEST_PULLED, _SHORTEST_REPEATED = 12, 24  # letters and digits
_MOST_QUOTES = 60  # looked for


def inserts_among(found: Sequence[PlacedBlock]) -> frozenset[int]:
    return frozenset({*_pointers(found), *_cards(found), *_repeated_quotes(found)})


def _pointers(found: Sequence[PlacedBlock]) -> Iterator[int]:
    """A label, a colon and a link to its end."""
    for index, placed in enumerate(found):
        text = placed.block.text
        label = _POINTER.match(text) if len(text) <= _LONGEST_POINTER else None
        if label and placed.linked * len(text) >= 0.9 * (len(text) - label.end()) > 0:
            yield index


def _cards(found: Sequence[PlacedBlock]) -> Iterator[int]:
    """A heading and more in one link: another article, with its first words."""
    at = 0
    for link, group in groupby(found, key=lambda placed: placed.link):
        blocks = list(group)
        first = blocks[0].block
        if link and len(blocks) > 1 and first.kind is Kind.HEADING and first.level > 1:
            yield from range(at, at + len(blocks))
        at += len(blocks)


def _repeated_quotes(found: Sequence[PlacedBlock]) -> Iterator[int]:
    quotes = {index: shortest for index, placed in enumerate(found) if (shortest := _shortest_repeated(placed))}
    rest = "\n".join(_plain(placed.block.text) for index, placed in enumerate(found) if index not in quotes)
    for index in list(quotes)[:_MOST_QUOTES]:
        words = _plain(found[index].block.text)
        if len(words) >= quotes[index] and words in rest:
            yield index


def _shortest_repeated(placed: PlacedBlock) -> int:
    """How much of it must stand in the text as well; 0 where it can't be a pull quote."""
    if any(zone.name == PULLED for zone in placed.zones):
        return _SHORTEST_PULLED
    return _SHORTEST_REPEATED if placed.block.kind is Kind.QUOTATION else 0


def _plain(text: str) -> str:
    return _NO_WORD.sub("", text).casefold()
