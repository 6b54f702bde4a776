"""What pandoc and kramdown write in braces about a stretch of Markdown; of it, languages and sounds matter here.

    [Guten Morgen]{lang=de}     *déjà vu*{: lang="fr"}      # Ein Titel {lang=de}

    ::: {lang=de}               Ein Absatz.
    …                           {: lang="de"}
    :::

    [lead]{ipa="lɛd"}           *Nguyen*{: say="win"}

    language_in('{: lang="fr"}')        # "fr"; None where the braces state none
    pronounced_in('{ipa="lɛd"}')        # ("", "lɛd"), as in podcast/text/pronounced.py; None likewise

The braces themselves are asides (dialects.py). Here are rules for the brackets and colons, and to which inline
tokens and blocks the braces belong.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from podcast.text.language import language_tag
from podcast.text.pronounced import stated

BRACES = re.compile(r"\{-\}|\{[ ]?[:#.][^{}\n]{0,200}\}|\{(?:[^{}\n]{1,200}\s)?(?:xml:)?lang=[^{}\n]{1,200}\}")
_SPAN = re.compile(rf"{BRACES.pattern}|\{{[A-Za-z][\w-]{{0,30}}=[^{{}}]{{1,500}}\}}")  # {custom-style="Strong"}
_LANGUAGE = re.compile(r"(?:^|[\s{:])(?:xml:)?lang\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'{}]+))")
#: A mark of how something sounds, behind what it is about.
SOUNDS = re.compile(r"(?<=[\])`*_])\{(?=[^{}\n]{0,500}(?<![\w-])(?:say|ipa)=)[^{}\n]{1,2000}\}")
_SOUND = re.compile(r"(?:^|[\s{:])(say|ipa)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'{}]+))")
_DIV = re.compile(
    r":{3,}[ \t]*(?:(?P<opening>\{[^{}\n]{0,500}\}|[\w-]{1,40})[ \t]*"
    r"(?:\[(?P<label>[^\[\]\n]{1,300})\][ \t]*)?(?:\{[^{}\n]{0,500}\}[ \t]*)?"
    r"(?P<title>[^\s:{[][^\n]{0,300})?)?:*[ \t]*$"
)
_LEAF = re.compile(r"::[A-Za-z][\w-]{0,40}(?:\[(?P<label>[^\[\]\n]{1,300})\])?(?:\{[^{}\n]{0,500}\})?[ \t]*$")
_OWN_LINE = re.compile(r"(?:\A|\n)[ \t]*(\{:[^{}\n]{1,200}\})[ \t]*\Z")
_FIRST_LINE = re.compile(r"\A[ \t]*(\{:[^{}\n]{1,200}\})[ \t]*\n")
_HEADING_END = re.compile(rf"[ \t]({BRACES.pattern})[ \t]*\Z")


def language_in(braces: str) -> str | None:
    stated = _LANGUAGE.search(braces)
    return language_tag(stated[stated.lastindex or 1]) if stated else None


def pronounced_in(braces: str) -> tuple[str, str] | None:
    return stated({found[1]: found[found.lastindex or 1] for found in _SOUND.finditer(braces)})


def add_attribute_rules(parser: MarkdownIt) -> None:
    parser.inline.ruler.before("link", "span", _span)
    parser.block.ruler.before("fence", "div", _div, {"alt": ["paragraph", "reference", "blockquote", "list"]})


def attributed(children: Sequence[Token]) -> dict[int, tuple[int, str]]:
    """The inline tokens that open an attributed stretch, by index, with the one that closes it and the braces."""
    found: dict[int, tuple[int, str]] = {}
    opened: list[int] = []
    last = (-1, -1)  # the stretch that ended right before
    for index, token in enumerate(children):
        if token.nesting > 0:
            opened.append(index)
        elif token.nesting < 0 and opened:
            last = (opened.pop(), index)
            continue
        elif token.type == "code_inline":
            last = (index, index)
            continue
        elif token.type == "text" and not token.content:  # what is left of a ** after a *
            continue
        elif token.type == "aside" and last[0] >= 0 and token.meta["written"].startswith("{"):
            found[last[0]] = (last[1], token.meta["written"])
        last = (-1, -1)
    return found


def block_languages(tokens: Sequence[Token], lines: Sequence[str]) -> Mapping[int, str]:
    """Of inline tokens, by index: where braces stand on a line of their own, or at the end of a heading.

    `lines` of the source: braces below a quotation, and not in it, are about all of it.
    """
    found: dict[int, str] = {}
    last, quotation, depth = -1, 0, 0
    for index, token in enumerate(tokens):
        if token.type == "blockquote_open":
            quotation, depth = (quotation if depth else index), depth + 1
        elif token.type == "blockquote_close":
            depth -= 1
        if token.type != "inline" or not token.map:
            continue
        is_heading = tokens[index - 1].type == "heading_open"
        braces = (_HEADING_END if is_heading else _OWN_LINE).search(token.content) or _FIRST_LINE.match(token.content)
        language = language_in(braces[1]) if braces else None
        if language is not None and braces:
            below = not token.content[: braces.start()].strip() and not token.content[braces.end() :].strip()
            is_outside = depth and not lines[token.map[1] - 1].lstrip().startswith(">")
            about = last if below and last >= 0 and (tokens[last].map or [0, 0])[1] == token.map[0] else index
            found |= dict.fromkeys(range(quotation, index + 1) if is_outside else [about], language)
        last = index
    return found


@lru_cache(maxsize=2)
def _last_seam(text: str) -> int:
    """Where brackets last meet braces: asked at each bracket of a text."""
    return text.rfind("]{")


def _span(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the library's order
    """`[text]` before braces; what is in it is parsed like all text."""
    start, limit = state.pos, state.posMax
    if silent:
        return False  # who looks for the end of a link takes what is skipped for a link in a link
    if state.src[start] != "[" or start > _last_seam(state.src):
        return False
    end = state.md.helpers.parseLinkLabel(state, start)
    if end < 0 or not _SPAN.match(state.src, end + 1, limit):
        return False
    state.push("span_open", "span", 1).markup = "["
    state.pos, state.posMax = start + 1, end
    state.md.inline.tokenize(state)
    state.push("span_close", "span", -1).markup = "]"
    state.pos, state.posMax = end + 1, limit
    return True


def _div(state: StateBlock, start: int, _end: int, silent: bool) -> bool:  # noqa: FBT001 - the library's order
    """The line that opens or closes a division; reader.py knows which one ends where. Its title is a paragraph."""
    at = state.bMarks[start] + state.tShift[start]
    div = leaf = None
    if not state.is_code_block(start):
        div = _DIV.match(state.src, at, state.eMarks[start])
        leaf = None if div else _LEAF.match(state.src, at, state.eMarks[start])
    found = div or leaf
    if found and not silent:
        state.line = start + 1
        title = found["label"] or ((div["title"] or "").rstrip(" \t:") if div else "")
        token = state.push("div", "", 0)
        token.map, token.content = [start, start + 1], title
        token.info = (div["opening"] or "") if div else ""
        token.hidden = div is None
        if title:
            inline = state.push("inline", "", 0)
            inline.map, inline.content, inline.children = [start, start + 1], title, []
    return found is not None
