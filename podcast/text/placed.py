"""markdown-it-py, made to say where in the source each inline token stands.

    tokens, env = parse(source)
    tokens[1].children[0].meta["at"]        # offset in tokens[1].content

It knows blocks by their lines only, and nothing of inline text; its inline state sees each position go by, so the
subclass below notes them. Two rules are ours: footnote marks `[^1]` and their definitions.
"""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

_FOOTNOTE_MARK = re.compile(r"\[\^[^\]\s]{1,99}\]")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,99}\]:")
_MAX_NESTING = 40  # of quotations and lists; each level is a few Python frames


class PlacedState(StateInline):
    """Notes in `meta["at"]` where a token was begun; plain text is begun when its first character is pending."""

    pending_at: int | None = None

    def append_pending(self, text: str) -> None:
        if self.pending_at is None:
            self.pending_at = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802 - its name there
        token = super().pushPending()
        token.meta["at"] = self.pos if self.pending_at is None else self.pending_at
        self.pending_at = None
        return token

    def push(self, ttype: str, tag: str, nesting: int) -> Token:
        token = super().push(ttype, tag, nesting)  # type: ignore[arg-type]
        token.meta["at"] = self.pos
        self.pending_at = None
        return token


class PlacedInline(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = PlacedState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def parse(source: str) -> tuple[list[Token], EnvType]:
    """CommonMark with tables and strikethrough as tokens, and the link definitions in `env["references"]`."""
    env: EnvType = {}
    return _parser().parse(source, env), env


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt()
    parser.inline = PlacedInline()
    parser.configure("commonmark", {"maxNesting": _MAX_NESTING})
    parser.enable(["table", "strikethrough"]).disable(["text_join", "fragments_join"])
    parser.inline.ruler.before("link", "footnote_mark", _footnote_mark)
    parser.block.ruler.before("reference", "footnote", _footnote)
    return parser


def _footnote_mark(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the library's order
    mark = _FOOTNOTE_MARK.match(state.src, state.pos, state.posMax)
    if not mark:
        return False
    if not silent:
        state.push("footnote_mark", "", 0)
    state.pos = mark.end()
    return True


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
    state.line = last + 1
    state.push("footnote", "", 0).map = [start, last + 1]
    return True


def _continues(state: StateBlock, line: int, *, after_blank: bool) -> bool:
    if state.isEmpty(line):
        return True
    if after_blank:
        return state.sCount[line] - state.blkIndent >= 2
    at = state.bMarks[line] + state.tShift[line]
    return state.sCount[line] >= state.blkIndent and not _FOOTNOTE.match(state.src, at, state.eMarks[line])
