"""Indented lines in Markdown that are no code: a stanza, a letter, a quotation, as people set them apart by hand.

add_indented_rule(parser)
"""

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, code

from podcast.text.readers.html.keptlines import are_words


def add_indented_rule(parser: MarkdownIt) -> None:
    parser.block.ruler.at("code", _code)


def _code(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - the library's order
    """Words become a paragraph, as far as the next empty line; what is below that is judged by itself."""
    if not state.is_code_block(start):
        return False
    last = start
    while last < end and not state.isEmpty(last) and state.is_code_block(last):
        last += 1
    if are_words(state.getLines(start, last, state.blkIndent, keepLastLF=False)):
        return False
    return code(state, start, end, silent)
