"""The language of a document and of passages in it, of what its runs are marked as.

    main_language(document)                 # "en-gb"
    with_languages(blocks, "en-gb")         # pieces keep `lang` only where they are in another one

The marks are for a spelling checker, set by a template or by the keyboard, and many are false: where the words of a
text are plainly of another language than its mark, the mark says nothing.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from podcast.text.documents.paragraphs import Blocks, DocumentTable, TextBox, TextPiece, WordParagraph, WordProcessed
from podcast.text.identify import likely_language
from podcast.text.language import is_other, language_tag

_FEWEST_WORDS = 2  # of a passage; a single word is often a name that the checker took for one
_TELLING_WORDS = 6  # of a passage, from which on its words tell more than its mark
_SURE_WORDS = 60  # that likely_language wants to be sure; here little is lost if it is wrong
_SAMPLE = 20_000  # characters


def main_language(document: WordProcessed) -> str:
    """BCP 47; empty where its words are of another language than its marks."""
    lengths: Counter[str] = Counter()
    sample: list[str] = []
    for piece in _pieces(document.blocks):
        lengths[language_tag(piece.lang or document.language)] += len(piece.text)
        sample.append(piece.text)
    bases: Counter[str] = Counter()
    for language, length in lengths.items():
        bases[language.partition("-")[0]] += length
    if not bases:
        return ""
    base = max(bases, key=lambda base: bases[base])
    stated = max((one for one in lengths if one.partition("-")[0] == base), key=lambda one: lengths[one])
    return "" if stated and likely_language("".join(sample)[:_SAMPLE], than=stated) else stated


def with_languages(blocks: Blocks, language: str) -> Blocks:
    return tuple(_with_languages(block, language) for block in blocks)


def _with_languages(
    block: WordParagraph | DocumentTable | TextBox, language: str
) -> WordParagraph | DocumentTable | TextBox:
    if isinstance(block, TextBox):
        return TextBox(with_languages(block.blocks, language))
    if isinstance(block, DocumentTable):
        rows = tuple(tuple(with_languages(cell, language) for cell in row) for row in block.rows)
        return replace(block, rows=rows)
    is_marked = any(piece.lang for piece in block.pieces)
    return replace(block, pieces=tuple(_judged(block.pieces, language))) if is_marked else block


def _judged(pieces: Sequence[TextPiece], language: str) -> Iterator[TextPiece]:
    for lang, group in groupby(pieces, key=lambda piece: language_tag(piece.lang)):
        passage = list(group)
        text = "".join(piece.text for piece in passage)
        is_true = bool(language) and is_other(lang, than=language) and _is_passage(text, lang, language)
        yield from (replace(piece, lang=lang if is_true else "") for piece in passage)


def _is_passage(text: str, lang: str, language: str) -> bool:
    """Several words, and none that are plainly of the document's own `language`."""
    words = text.split()
    is_long = len(words) >= _FEWEST_WORDS or not text.isascii()
    enough = text if len(words) < _TELLING_WORDS else f"{text} " * (_SURE_WORDS // len(words) + 1)
    return is_long and any(map(str.isalpha, text)) and not _is_same(likely_language(enough, than=lang), language)


def _is_same(found: str, language: str) -> bool:
    return bool(found) and not is_other(found, than=language)


def _pieces(blocks: Blocks) -> Iterator[TextPiece]:
    for block in blocks:
        if isinstance(block, WordParagraph):
            yield from block.pieces
        elif isinstance(block, TextBox):
            yield from _pieces(block.blocks)
