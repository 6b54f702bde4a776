"""Markdown to blocks: CommonMark with tables, strikethrough, footnotes and front matter.

    essay = read_markdown(source, name="essay.md")

markdown-it-py parses; this walks its tokens and finds each word's place in the source again. What is found nowhere
is said as a paragraph of its own, signs and all: nothing that was written gets lost.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any

from markdown_it.token import Token

from podcast.text.bounds import check_markup
from podcast.text.essay import Essay, Kind, Reason, Run
from podcast.text.readers.draft import Draft
from podcast.text.readers.facts.frontmatter import read_front_matter
from podcast.text.readers.facts.titleblocks import read_title_block
from podcast.text.readers.hidden.found import Hidden, find_hidden
from podcast.text.readers.hidden.tablesigns import is_caption
from podcast.text.readers.html.itemnumbers import ItemNumbers
from podcast.text.readers.html.keptlines import are_fenced_words, say_lines
from podcast.text.readers.html.mastheads import without_kicker
from podcast.text.readers.html.page import read_page
from podcast.text.readers.markdown.attributes import block_languages, language_in
from podcast.text.readers.markdown.contents import contents_of
from podcast.text.readers.markdown.inline import Inline
from podcast.text.readers.markdown.linemap import LineMap
from podcast.text.readers.markdown.placed import parse
from podcast.text.readers.markdown.spans import OpenSpans
from podcast.text.readers.notemarks import leads_back
from podcast.text.readers.plain.reader import read_plain
from podcast.text.readers.tags import tokens as tags
from podcast.text.runs import is_spoken
from podcast.text.title import from_heading, guess_of_heading

_SKIPPED = {
    "fence": Reason.CODE,
    "code_block": Reason.CODE,
    "table_open": Reason.TABLE,
    "hr": Reason.RULE,
}
_NUMBER = re.compile(r"(?<![^\s>])\d{1,9}[.)](?=\s|$)")  # of a list item
_EMBEDDED = re.compile(r"`[\w-]{1,30}: ?https?://[^\s`]{1,900}`")  # what Gatsby's plug-ins put in
_LINE = re.compile(r"[^\n]+\n?")
_PREFIX = re.compile(r"[>\s]*")
_CONTAINERS = {"blockquote": Kind.QUOTATION, "bullet_list": Kind.LIST_ITEM, "ordered_list": Kind.LIST_ITEM}


def read_markdown(source: str, name: str, address: str = "") -> Essay:
    """Relative links start from `address`. Raises PodcastError for too many lines, and bad front matter."""
    check_markup(source)
    facts, length = read_front_matter(source, name)
    if not length:
        facts, length = read_title_block(source, name)
    try:
        hidden = find_hidden(source, length, name)
        tokens, env = parse(hidden.lines, knows_indented_code=not hidden.is_mdx)
    except RecursionError:  # images in images, a thousand deep
        return read_plain(source, name)
    walk = _Walk(source, length, hidden, address)
    walk.read(tokens)
    walk.skip_definitions(env)
    walk.rescue()
    blocks, skips = walk.draft.finish()
    title = facts.title or from_heading(blocks)
    if len(blocks) > 1 and blocks[0].text.isupper() and blocks[1].level == 1:
        blocks, skips = without_kicker(blocks, skips, title)
    guess = "" if facts.title else guess_of_heading(blocks, title)
    facts = replace(facts, emphases=tuple(walk.draft.emphases), pronounced=tuple(walk.draft.pronounced))
    return replace(facts, title=title, title_guess=guess, blocks=blocks, skips=skips)


class _Walk:
    def __init__(self, source: str, first: int, hidden: Hidden, base: str) -> None:
        """`first`: how many characters of front matter come before the text."""
        self.draft = Draft(source, hidden.stretches, base)
        self._text = hidden.text
        self.draft.skip(Reason.FRONT_MATTER, 0, first)
        lines = source[first:].split("\n")
        self._source_lines = lines
        self._starts = [*accumulate((len(line) + 1 for line in lines), initial=first), len(source)]
        self._containers: list[Kind] = []
        self._numbers = ItemNumbers()
        self._heading = 0
        self._raw = OpenSpans()  # HTML around blocks of Markdown
        self._divs: list[tuple[int, str]] = []  # the levels and languages of those that are open
        self._is_below_number = False  # of a note
        self._langs: Mapping[int, str] = {}  # of inline tokens, where braces state them

    def read(self, tokens: Sequence[Token]) -> None:
        self._langs = block_languages(tokens, self._source_lines)
        in_table = False
        contents = dict(contents_of(tokens))
        reached = 0
        for index, token in enumerate(tokens):
            if end := contents.get(index, 0):
                reached = end
                spans = [self._span(one.map) for one in tokens[index:end] if one.map]
                self.draft.skip(Reason.NAVIGATION, spans[0][0], max(stop for _, stop in spans))
            if index < reached:
                continue
            in_table = (in_table or token.type == "table_open") and token.type != "table_close"
            if token.type == "fence" and are_fenced_words(token.info, token.content):
                self._fenced(token)
            elif reason := token.info if token.type == "aside_block" else _SKIPPED.get(token.type):
                self.draft.skip(Reason(reason), *self._span(token.map or [0, 0]))
            elif not in_table:
                self._read(token, index)

    def _read(self, token: Token, index: int) -> None:
        container = _CONTAINERS.get(token.type.removesuffix("_open").removesuffix("_close"))
        self._numbers.read(token)
        if container and token.nesting > 0:
            self._containers.append(container)
        elif container:
            self._containers.pop()
            self._divs = [div for div in self._divs if div[0] <= token.level]
        elif token.type == "heading_open":
            self._heading = int(token.tag[1:])
        elif token.type == "heading_close":
            self._heading = 0
        elif token.type == "inline":
            self._inline(token, self._langs.get(index, self._lang))
        elif token.type == "html_block":
            self._html(token)
        elif token.type == "div":
            self._div(token)

    def _span(self, lines: Sequence[int]) -> tuple[int, int]:
        return self._starts[lines[0]], self._starts[lines[1]]

    @property
    def _lang(self) -> str:
        return self._raw.lang or next((lang for _, lang in reversed(self._divs) if lang), "")

    def _begin(self, kind: Kind, level: int, number: int = 0) -> None:
        """A block of a kind of its own, or, a paragraph, of the kind of what it stands in."""
        within = [*[Kind.QUOTATION] * ("blockquote" in self._raw), *self._containers]
        if kind is Kind.PARAGRAPH and within:
            kind, level = within[-1], within.count(within[-1])
            number = self._numbers.take() if kind is Kind.LIST_ITEM else 0
        self.draft.begin(kind, level, quoted=Kind.QUOTATION in within, number=number)

    def _lines(self, token: Token) -> LineMap | None:
        """None where the block's text is not in its lines: `rescue` says it then."""
        try:
            return LineMap(token.content, self._text, self._starts, (token.map or [0])[0])
        except LookupError:
            return None

    def _inline(self, token: Token, lang: str) -> None:
        if self._heading and not token.content:  # a # alone
            self.draft.skip(Reason.RULE, *self._span(token.map or [0, 0]))
        elif _EMBEDDED.fullmatch(token.content):
            self.draft.skip(Reason.DIRECTIVE, *self._span(token.map or [0, 0]))
        elif is_caption(token.content, self._source_lines, (token.map or [0])[0]):
            self.draft.skip(Reason.TABLE, *self._span(token.map or [0, 0]))
        elif self._is_note(token):
            self.draft.skip(Reason.FOOTNOTE, *self._span(token.map or [0, 0]))
        elif lines := self._lines(token):
            self._begin(Kind.HEADING if self._heading else Kind.PARAGRAPH, self._heading)
            Inline(self.draft, lines, token.content, lang).write(token.children or ())
            self.draft.end()
        for child in token.children or () if self._raw.depth else ():
            self._raw.close_block(child.content if child.type == "html_inline" else "")

    def _fenced(self, token: Token) -> None:
        """A poem between fences, which keep its lines as they are."""
        try:
            lines = LineMap(token.content, self._text, self._starts, (token.map or [0])[0] + 1)
        except LookupError:
            return
        first, last = token.map or [0, 0]
        self.draft.skip(Reason.MARKUP, *self._span([first, first + 1]))
        self._begin(Kind.PARAGRAPH, 0)
        say_lines(self.draft, lines.pieces(0, len(token.content)))
        self.draft.end()
        if self._source_lines[last - 1].strip().startswith(token.markup):
            self.draft.skip(Reason.MARKUP, *self._span([last - 1, last]))

    def _is_note(self, token: Token) -> bool:
        """A paragraph that begins with a link back to the mark of a note, or stands below one that is nothing else."""
        below, self._is_below_number = self._is_below_number, False
        kinds = [child.type for child in token.children or () if child.type != "text" or child.content.strip()]
        if not kinds or kinds[0] != "link_open" or self._heading:
            return below and not self._heading
        is_note = leads_back(str((token.children or [token])[0].attrs.get("href", "")))
        self._is_below_number = is_note and kinds[-1] == "link_close" and kinds.count("link_open") == 1
        return is_note

    def _div(self, token: Token) -> None:
        language = language_in(token.info)
        start, end = self._span(token.map or [0, 0])
        title = self._text.rfind(token.content, start, end) if token.content else end
        reason = Reason.ATTRIBUTES if language else Reason.DIRECTIVE if token.info or token.hidden else Reason.MARKUP
        self.draft.skip(reason, start, title)
        self.draft.skip(reason, title + len(token.content), end)
        if token.hidden:  # a directive of one line
            return
        if token.info:
            self._divs.append((token.level, language or ""))
        elif self._divs and self._divs[-1][0] == token.level:
            self._divs.pop()

    def _html(self, token: Token) -> None:
        """Raw HTML: the author put it there, so all of its text is said, without regard to classes."""
        lines = self._lines(token)
        if not lines:
            return
        page = read_page(token.content)
        for found in page.found:
            self._begin(found.block.kind, found.block.level, found.block.number)
            for run in found.block.runs:
                self._say(run, list(lines.pieces(run.start, run.end)))
            self.draft.end()
        for skip in page.skips:
            if pieces := list(lines.pieces(skip.start, skip.end)):
                self.draft.skip(skip.reason, pieces[0][0], pieces[-1][1])
        for mark in page.pronounced:
            self.draft.pronounced.append(replace(mark, start=lines.place(mark.start), end=lines.place(mark.end)))
        for tag in tags(token.content):
            self._raw.read(tag)

    def _say(self, run: Run, pieces: Sequence[tuple[int, int]]) -> None:
        is_verbatim = len(run.text) == run.end - run.start
        if run.text.isspace() or not pieces:
            self.draft.space(pieces[0][0] if pieces else self._reached())
            return
        for number, piece in enumerate(pieces):
            if number:
                self.draft.space(piece[0])
            text = None if is_verbatim else run.text
            self.draft.say(*piece, run.href, text, run.lang or self._lang, literal=True)  # its marks are found already

    def _reached(self) -> int:
        return self.draft.runs[-1].end if self.draft.runs else 0

    def skip_definitions(self, env: Mapping[str, Any]) -> None:
        """`[label]: https://… "title"`, also those that only repeat a label."""
        for definition in [*env.get("references", {}).values(), *env.get("duplicate_refs", [])]:
            self.draft.skip(Reason.LINK_TARGET, *self._span(definition["map"]))

    def rescue(self) -> None:
        """Say the lines with words that no token spoke of, such as those nested deeper than the parser goes."""
        for start, end in self.draft.gaps():
            if is_spoken(_NUMBER.sub("", self.draft.source[start:end])):
                self.draft.begin(Kind.PARAGRAPH)
                for begin, stop in self._lines_between(start, end):
                    self.draft.say(begin, stop)
                self.draft.end()

    def _lines_between(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        for line in _LINE.finditer(self.draft.source, start, end):
            prefix = _PREFIX.match(self.draft.source, line.start(), line.end())
            yield prefix.end() if prefix else line.start(), line.end()
