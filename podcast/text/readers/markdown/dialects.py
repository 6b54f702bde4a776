"""What dialects of Markdown add to CommonMark and no one should hear: footnotes, formulas, template tags, wiki links.

    add_rules(parser)

Kramdown, pandoc, GitHub, Hugo and Obsidian write them. In a stretch of text they become tokens of the type `aside`,
with the reason in `info` and, in `meta["said"]`, the places of what is said of them; blocks become `aside_block`.
"""

import re
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from podcast.text.essay import Reason
from podcast.text.readers.markdown.attributes import BRACES, SOUNDS
from podcast.text.readers.markdown.emojicodes import is_emoji_code

_INSIDE = r"(?:(?!\\[()\[\]])[^\n]){1,500}"  # a pair of escaped brackets

#: What TeX sets apart and what is no formula: pandoc's people put it into Markdown.
_OF_WORDS = r"center|flushleft|flushright|quote|quotation|verse|abstract|small|footnotesize|large|singlespace|minipage"

#: By their first sign; the group is what is said. Every repetition has an end, so that no text takes long.
_ASIDES = {
    "[": (
        (re.compile(r"\[\^[^\]\s]{1,99}\]"), Reason.FOOTNOTE),
        (  # pandoc: what was deleted from a document, and remarks on it
            re.compile(r"\[[^\[\]]{1,500}\]\{\.(?:deletion|comment-start)\b[^{}]{0,300}\}"),
            Reason.COMMENT,
        ),
        (  # pandoc: a line of a document's contents, with its page
            re.compile(r"\[[^\[\]]{1,200}\[[\divxlc]{1,6}\]\(#[^()\s]{1,100}\)\]\(#[^()\s]{1,100}\)"),
            Reason.NAVIGATION,
        ),
        (re.compile(r"\[![\w-]{1,30}(?:\|[^\]\n]{0,99})?\][+-]?"), Reason.DIRECTIVE),  # > [!note]
        (re.compile(r"(?<![^\n])\[[ xX]\](?=\s)"), Reason.DIRECTIVE),  # - [x] done
        (re.compile(r"\[\[_?TOC_?\]\]|\[TOC\]", re.IGNORECASE), Reason.DIRECTIVE),
        (re.compile(r"\[\[[^\[\]|\n]{1,300}\|([^\[\]|\n]{1,300})\]\]"), Reason.LINK_TARGET),
        (re.compile(r"\[\[[^\[\]|#\n]{0,300}#\^[\w-]{1,60}\]\]"), Reason.LINK_TARGET),  # a block of a note
        (re.compile(r"\[\[#(?:[^\[\]|\n]{1,300}#)?([^\[\]|#\n]{1,300})\]\]"), Reason.LINK_TARGET),  # a heading here
        (
            re.compile(
                r"\[\[(?:(?![A-Z]{1,4}/[A-Z]{1,4}\]\])(?:[^\[\]|#\n/]{1,99}/){1,9})?([^\[\]|#\n]{1,300}?)(?:\.md)?(?:#[^\[\]|\n]{0,300})?\]\]"
            ),
            Reason.LINK_TARGET,
        ),
    ),
    "!": ((re.compile(r"!\[\[[^\[\]\n]{1,300}\]\]"), Reason.IMAGE),),
    "^": (
        (re.compile(r"\^\[[^\[\]\n]{1,500}\]"), Reason.FOOTNOTE),
        (re.compile(r"(?:(?<=\s)|\A)\^[A-Za-z0-9][\w-]{0,40}\s*\Z"), Reason.DIRECTIVE),  # the name of a block
        (re.compile(r"(?<=[\d)])(\^[-−+]?\d{1,4})\^(?!\^)"), Reason.MARKUP),  # 2^10^: a power
        (re.compile(r"(?<=[\w)])(\^[-−+]?[a-z])\^(?!\^)"), Reason.MARKUP),  # x^n^
        (re.compile(r"(?<=[\w)])\^([^\s^\[\]]{1,30})\^(?!\^)"), Reason.MARKUP),  # 1^st^, m^2^: inlineends.py knows
    ),
    "$": (
        (re.compile(r"\$\$[^$]{1,2000}\$\$"), Reason.FORMULA),
        (re.compile(r"\$([^\s$\\^_{}](?:[^$\n\\^_{}]{0,200}[^\s$\\^_{}])?)\$(?!\w)"), Reason.MARKUP),  # as short as $x$
        (re.compile(r"\$(?=[^\s$])(?![^$\n]{0,500}?\s[A-Za-z]{3,}\s)[^$\n]{1,500}(?<!\s)\$(?!\w)"), Reason.FORMULA),
    ),
    "\\": (
        (re.compile(rf"\\(?:begin|end)\{{(?:{_OF_WORDS})\*?\}}(?:\{{[^{{}}\n]{{0,40}}\}})?"), Reason.DIRECTIVE),
        (re.compile(rf"\\\({_INSIDE}\\\)|\\\[{_INSIDE}\\\]"), Reason.FORMULA),
        (re.compile(r"(?<=\S)\\( )(?=\S)"), Reason.MARKUP),  # pandoc: a space that doesn't break
        (
            re.compile(
                r"\\(?:newpage|pagebreak|clearpage|cleardoublepage|tableofcontents|listof(?:figures|tables)|maketitle"
                r"|noindent|bigskip|medskip|smallskip|centering|[vh]space\*?\{[^{}\n]{1,40}\})(?![A-Za-z])"
            ),
            Reason.DIRECTIVE,
        ),
    ),
    "{": (
        (re.compile(r"\{\{[^{}\n]{0,500}\}\}|\{%[^\n]{0,500}?%\}"), Reason.DIRECTIVE),
        (re.compile(rf"(?=[^}}\n]{{0,200}}\blang=)(?:{BRACES.pattern})"), Reason.ATTRIBUTES),  # {lang=fr}
        (SOUNDS, Reason.ATTRIBUTES),  # {ipa="lɛd"}
        (BRACES, Reason.DIRECTIVE),  # {#id .class}
        (
            re.compile(r"(?<=[\])`])\{(?=[.#=-]|[^{}]{0,300}=)[^{}]{1,1000}\}"),
            Reason.DIRECTIVE,
        ),  # of an image: {width=50%}
        (re.compile(r"\{cite[\w:]{0,10}\}`[^`\n]{1,300}`"), Reason.FOOTNOTE),
        (re.compile(r"\{math\}`[^`\n]{1,500}`"), Reason.FORMULA),
        (
            re.compile(r"\{[a-z][\w:-]{1,30}\}`([^`<>\n]{1,300}?)\s?(?:<[^`<>\n]{1,300}>)?`"),
            Reason.DIRECTIVE,
        ),  # {ref}`text <id>`
    ),
    "~": (
        (re.compile(r"(?<=[\w)])(?<!~)~([^\s~]{1,20})~(?!~)"), Reason.MARKUP),  # H~2~O
        (re.compile(r"(?<![\w~])~(?=[^\s~/])([^~\n]{1,300})(?<!\s)~(?![\w~/])"), Reason.MARKUP),  # ~struck~
    ),
    ":": (
        (
            re.compile(r"(?<![\w:]):[a-z][\w-]{1,30}\[([^\[\]\n]{1,300})\](?:\{[^{}\n]{0,300}\})?"),
            Reason.DIRECTIVE,
        ),  # :abbr[HTML]
        (re.compile(r"(?<=[^\W\d_]\s):([a-z]{2,30}):(?=\s[a-z])"), Reason.EMOJI),  # a word of the sentence
        (re.compile(r"(?<![\w:]):(?:[+-]1|[a-z][a-z0-9_+-]{1,40}):(?!\w)"), Reason.EMOJI),
    ),
    "%": ((re.compile(r"%%(?:[^%]|%(?!%)){1,2000}%%"), Reason.COMMENT),),
    # ==marked==, but not a == b, nor a==b; between Chinese or Japanese characters there are no spaces to tell.
    "=": (
        (re.compile(r"(?<!=)==(?!=)(?:(?<![A-Za-z0-9]==)|(?![A-Za-z0-9]))(?:(?<=\S==)|(?=\S))"), Reason.MARKUP),
        (re.compile(r"(?<!=)====(?!=)(?:(?<![A-Za-z0-9]====)|(?![A-Za-z0-9]))(?:(?<=\S====)|(?=\S))"), Reason.MARKUP),
    ),
}
#: A command, an operator or an index.
_TEX = re.compile(r"\\[A-Za-z,;!]|[\^_=<>+*/|±×·≤≥≈∈→]|\S\s-\s?\S|\b[A-Za-z][-−][A-Za-z0-9]\b")
_NAME = re.compile(
    r"\s*[^\W\d]{1,2}['′!]?\s*"
)  # such as x; in square brackets, where "[t]he" is an editor's, it is none
_PROSE = re.compile(r"(?<![\\{\w])[A-Za-z]{2,}\s+[A-Za-z]{3,}\s+[A-Za-z]{2,}(?![}\w])")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,99}\]:")
_BLOCKS = (
    (re.compile(r"\$\$"), re.compile(r"\$\$\s*$"), Reason.FORMULA),
    (re.compile(r"\\\["), re.compile(r"\\\]\s*$"), Reason.FORMULA),
    (
        re.compile(rf"\\begin\{{(?!(?:{_OF_WORDS})\*?\}})"),
        re.compile(rf"\\end\{{(?!(?:{_OF_WORDS})\*?\}})[^}}]*\}}\s*$"),
        Reason.FORMULA,
    ),
    (re.compile(r"\{% *highlight\b"), re.compile(r"\{% *endhighlight\b"), Reason.CODE),
    (re.compile(r"\{\{< *highlight\b"), re.compile(r"\{\{< */ *highlight\b"), Reason.CODE),
    (re.compile(r"\{% *comment\b"), re.compile(r"\{% *endcomment\b"), Reason.COMMENT),
    (re.compile(r"%%"), re.compile(r"%%\s*$"), Reason.COMMENT),
    (re.compile(r"\*\[[^\]\n]{1,99}\]:"), re.compile(r"$"), Reason.DIRECTIVE),  # an abbreviation
)
_MOST_LINES = 200  # of a formula
_SAME = ("$$", "%%")  # what opens as it closes
_SAME_INSIDE = re.compile(r"(?:\$\$|%%)[ \t]*[^\s$%]")
_INTERRUPTS: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}


def add_rules(parser: MarkdownIt) -> None:
    parser.inline.ruler.before("escape", "aside", _aside)
    parser.inline.ruler.before("link", "unclosed", _unclosed)
    parser.block.ruler.before("reference", "footnote", _footnote)
    parser.block.ruler.before("fence", "aside_block", _aside_block, _INTERRUPTS)


def _aside(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the library's order
    for pattern, reason in _ASIDES.get(state.src[state.pos], ()):
        match = pattern.match(state.src, state.pos, state.posMax)
        if match and _is_meant(match, reason):
            if not silent:
                token = state.push("aside", "", 0)
                token.info = reason
                token.meta["end"], token.meta["written"] = match.end(), match[0]
                token.meta["said"] = match.span(match.lastindex) if match.lastindex else (match.end(), match.end())
            state.pos = match.end()
            return True
    return False


@lru_cache(maxsize=2)
def _last_closing(text: str) -> int:
    return text.rfind("]")


def _unclosed(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the library's order
    """`[` or `![` that nothing closes is text: the library would read on to the end for each, at each depth."""
    bracket = state.pos + (state.src[state.pos] == "!")
    if not state.src.startswith("[", bracket) or bracket < _last_closing(state.src):
        return False
    if not silent:
        state.append_pending(state.src[state.pos : bracket + 1])
    state.pos = bracket + 1
    return True


def _is_meant(match: re.Match[str], reason: Reason) -> bool:
    if reason is Reason.FORMULA and match[0].startswith("\\"):
        is_name = match[0].startswith("\\(") and _NAME.fullmatch(match[0][2:-2])
        return bool(is_name) or _is_formula(match[0][2:-2])
    return reason is not Reason.EMOJI or is_emoji_code(match[0])


def _footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - the library's order
    """A definition: its line, what continues it, and indented lines after blank ones."""
    at = state.bMarks[start] + state.tShift[start]
    if state.is_code_block(start) or not _FOOTNOTE.match(state.src, at, state.eMarks[start]):
        return False
    if silent:
        return True
    line, last = start + 1, start
    while line < end and _continues(state, line, after_blank=line - last > 1):
        last = last if state.isEmpty(line) else line
        line += 1
    _push_block(state, start, last + 1, Reason.FOOTNOTE)
    return True


def _continues(state: StateBlock, line: int, *, after_blank: bool) -> bool:
    if state.isEmpty(line):
        return True
    if after_blank:
        return state.sCount[line] - state.blkIndent >= 2
    at = state.bMarks[line] + state.tShift[line]
    return state.sCount[line] >= state.blkIndent and not _FOOTNOTE.match(state.src, at, state.eMarks[line])


def _aside_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - the library's order
    at = state.bMarks[start] + state.tShift[start]
    for opening, closing, reason in () if state.is_code_block(start) else _BLOCKS:
        if opened := opening.match(state.src, at, state.eMarks[start]):
            if opened[0] in _SAME and _SAME_INSIDE.search(state.src, opened.end(), state.eMarks[start]):
                return False  # it ends in its own line, and more follows
            last = _last_line(state, start, end, opened.end(), closing)
            if last is None or (reason is Reason.FORMULA and not _is_display(state, start, last, opened)):
                return False
            if not silent:
                _push_block(state, start, last + 1, reason)
            return True
    return False


def _is_display(state: StateBlock, start: int, last: int, opened: re.Match[str]) -> bool:
    """Whether a block is one formula: TeX has none with an empty line, nor one in another."""
    is_named = opened[0].endswith("{")
    if not is_named and (last - start > _MOST_LINES or any(map(state.isEmpty, range(start, last)))):
        return False
    inside = state.src[opened.end() : state.eMarks[last]].rstrip()
    is_name = last > start and _NAME.fullmatch(inside[:-2])
    return opened[0] != "\\[" or bool(is_name) or ("\\]" not in inside[:-2] and _is_formula(inside[:-2]))


def _is_formula(inside: str) -> bool:
    """Of what stands between escaped brackets, which editors of rich text write for plain ones: "[04:13]", "(sic)"."""
    return bool(_TEX.search(inside)) and not _PROSE.search(re.sub(r"\\(?:text|mbox|mathrm)\{[^{}]*\}", "", inside))


def _last_line(state: StateBlock, start: int, end: int, at: int, closing: re.Pattern[str]) -> int | None:
    """Where the block closes; what was found, or looked for in vain, is not looked for again."""
    known: dict[tuple[re.Pattern[str], int], tuple[int, int | None]] = state.env.setdefault("closings", {})
    begun, last = known.get((closing, end), (end, end))
    if last is None or begun <= start < last:
        return last
    for line in range(start, end):
        if closing.search(state.src, at if line == start else state.bMarks[line], state.eMarks[line]):
            known[closing, end] = start, line
            return line
    known[closing, end] = start, None
    return None


def _push_block(state: StateBlock, start: int, end: int, reason: Reason) -> None:
    state.line = end
    token = state.push("aside_block", "", 0)
    token.map, token.info = [start, end], reason
