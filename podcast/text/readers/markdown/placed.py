"""markdown-it-py, made to say where in the source each inline token stands.

    tokens, env = parse(source)
    tokens[1].children[0].meta["at"]        # offset in tokens[1].content

It knows blocks by their lines only, and nothing of inline text; its inline state sees each position go by, so the
subclass below notes them. The rules of dialects.py and attributes.py are added.
"""

from functools import cache, lru_cache
from types import SimpleNamespace

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from podcast.text.readers.markdown.attributes import add_attribute_rules
from podcast.text.readers.markdown.dialects import add_rules
from podcast.text.readers.markdown.indented import add_indented_rule

_MAX_NESTING = 40  # of quotations and lists; each level is a few Python frames


class PlacedState(StateInline):
    """Notes in `meta["at"]` where a token was begun; plain text is begun when its first character is pending."""

    pending_at: int | None = None

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, outTokens: list[Token]) -> None:  # noqa: N803 - its name there
        super().__init__(src, md, env, outTokens)
        #: By where a text ends: of tokens before which labels began in vain, how many could end behind them at most.
        self.closings: dict[tuple[int, bool], dict[int, int]] = {}

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


def _end_of_label(state: PlacedState, start: int, disableNested: bool = False) -> int:  # noqa: FBT001, FBT002, N803 - the library's
    """What `parseLinkLabel` finds, in time that doesn't grow with the number of brackets that nothing closes."""
    begun, level, at = state.pos, 1, start + 1
    closings = state.closings.setdefault((state.posMax, disableNested), {})
    path: list[tuple[int, int]] = []  # places of tokens, and whether they close (1) or open (-1)
    while at < state.posMax and closings.get(at, level) >= level:
        sign = state.src[at]
        level -= sign == "]"
        if level == 0:
            state.pos = begun
            return at
        before, at = at, state.cache.get(at, -1)
        if at < 0:
            state.pos = before
            state.md.inline.skipToken(state)
            at = state.pos
        is_open = sign == "[" and at == before + 1
        level += is_open
        path.append((before, (sign == "]") - is_open))
        if sign == "[" and not is_open and disableNested:
            at = state.posMax
    state.pos, most = begun, closings.get(at, 0)
    for place, closes in reversed(path):
        closings[place] = most = max(0, most + closes)
    return -1


def parse(source: str, *, knows_indented_code: bool = True) -> tuple[list[Token], EnvType]:
    """CommonMark with tables and strikethrough as tokens, and the link definitions in `env["references"]`."""
    env: EnvType = {}
    return _parser(knows_indented_code=knows_indented_code).parse(source, env), env


def _is_link(_: str) -> bool:
    """Also `javascript:…`, a button of the page, and `data:…`: nobody follows them here, and said they must not be."""
    return True


@cache
def _parser(*, knows_indented_code: bool) -> MarkdownIt:
    parser = MarkdownIt()
    parser.inline = PlacedInline()
    parser.helpers = SimpleNamespace(  # type: ignore[assignment]
        parseLinkLabel=_end_of_label,
        parseLinkDestination=lru_cache(2)(parseLinkDestination),  # a picture's is looked for again as a link's
        parseLinkTitle=parseLinkTitle,
    )
    parser.configure("commonmark", {"maxNesting": _MAX_NESTING})
    parser.validateLink = _is_link  # type: ignore[method-assign, assignment]
    parser.enable(["table", "strikethrough"]).disable(["text_join", "fragments_join"])
    if not knows_indented_code:  # MDX has none
        parser.disable("code")
    add_indented_rule(parser)
    add_rules(parser)
    add_attribute_rules(parser)
    return parser
