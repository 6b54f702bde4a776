"""Tables of contents that somebody, or an editor's plug-in, wrote as a list of links into the same text.

    for start, end in contents_of(tokens): ...      # places of tokens, with the heading "Contents" above the list

A list of links elsewhere is the writer's, and so is one that has a word beside its links.
"""

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

_FEWEST = 2  # links
_HEADING = re.compile(
    r"(?:\W{0,4}(?:table of )?contents|toc|on this page|in this (?:article|essay|post)|inhalt(?:sverzeichnis)?|sommaire"
    r"|table des matières|índice|contenidos?|tabla de contenidos?|indice|sommario|sumário|conteúdo|inhoud(?:sopgave)?"
    r"|spis treści|innehåll(?:sförteckning)?|obsah|содержание|оглавление|περιεχόμενα|目次|目录|目錄)\W{0,4}",
    re.IGNORECASE,
)
_LISTS = ("bullet_list_open", "ordered_list_open")


def contents_of(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Of the tokens of a text, those from the first up to the second are no part of it."""
    for index, token in enumerate(tokens):
        if token.type in _LISTS and token.level == 0:
            end = next(at for at in range(index, len(tokens)) if tokens[at].level == 0 and tokens[at].nesting < 0) + 1
            inner = [one for one in tokens[index:end] if one.type == "inline"]
            if len(inner) >= _FEWEST and all(map(_is_link, inner)):
                yield index - 3 * _has_heading(tokens, index), end


def _has_heading(tokens: Sequence[Token], index: int) -> bool:
    is_heading = index >= 3 and tokens[index - 3].type == "heading_open"
    return is_heading and _HEADING.fullmatch(tokens[index - 2].content.strip()) is not None


def _is_link(inline: Token) -> bool:
    """Whether a line is one link to a place in the same text, and nothing else."""
    children = [child for child in inline.children or () if child.type != "text" or child.content.strip()]
    opened = [child for child in children if child.type == "link_open"]
    is_all = bool(children) and children[0].type == "link_open" and children[-1].type == "link_close"
    return is_all and len(opened) == 1 and str(opened[0].attrs.get("href", "")).startswith("#")
