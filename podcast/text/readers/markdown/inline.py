"""The inline tokens of one Markdown block into a draft: text, links, images, code, raw tags.

    Inline(draft, lines, content, lang="").write(tokens)

`lines` leads from the content of the block to the source.
"""

import html
import re
from collections.abc import Sequence

from markdown_it.token import Token

from podcast.text.essay import Reason
from podcast.text.readers.alttext import is_badge, is_telling
from podcast.text.readers.draft import Draft
from podcast.text.readers.hidden.bodies import TITLE_END
from podcast.text.readers.hidden.found import is_hidden
from podcast.text.readers.html.elements import EMPHASES, target_of
from podcast.text.readers.html.inlineends import raise_number
from podcast.text.readers.markdown.attributes import attributed, language_in, pronounced_in
from podcast.text.readers.markdown.linemap import LineMap
from podcast.text.readers.markdown.spans import OpenSpans
from podcast.text.readers.notemarks import is_mark, leads_to_a_note
from podcast.text.readers.tags import HtmlToken as Tag
from podcast.text.readers.tags import Sort, tokens
from podcast.text.runs import is_within_a_word, text_of

_TITLE = re.compile(rf"{TITLE_END}|\[![\w-]{{1,30}}(?:\|[^\]\n]{{0,99}})?\]")  # of an admonition, on a line of its own
#: \\*gasp\\*: signs that an editor of rich text escaped, or that a writer wants to be seen.
_ESCAPED_PAIR = re.compile(
    r"(?<![\w\\])((?:\\[*_]){1,3})(?=[^\s\\])(?:[^\\]|\\(?![*_])){1,300}(?<=\S)((?:\\[*_]){1,3})(?!\w)"
)
_SCHEMES = ("http://", "https://", "mailto:")


class Inline:
    def __init__(self, draft: Draft, lines: LineMap, content: str, lang: str) -> None:
        self._draft, self._lines, self._content = draft, lines, content
        self._hrefs = [""]
        self._is_address = False  # inside of <https://…>
        self._spans = OpenSpans(lang)
        self._silent = ""  # the element that is open and not said
        self._unsaid_link: tuple[Reason | None, int] = None, 0  # why the link that is open may not be said, and its run
        self._emphases: list[tuple[str, int]] = []  # that are open, with where they begin
        self._raised = 0  # the run with which the last <sup> began
        pairs = _ESCAPED_PAIR.finditer(content) if "\\" in content else ()
        self._unsaid = {at for pair in pairs for group in (1, 2) for at in range(*pair.span(group))}

    def write(self, children: Sequence[Token], first: int = 0, end: int | None = None) -> None:
        """Tokens whose `at` counts from `first`; `end` is where their text ends."""
        at = first
        stretches = attributed(children)
        for index, token in enumerate(children):
            if index in stretches:
                closed_by, braces = stretches[index]
                self._open_stretch(closed_by, braces, max(at, first + token.meta.get("at", 0)))
            at = max(at, first + token.meta.get("at", 0))
            following = first + children[index + 1].meta.get("at", 0) if index + 1 < len(children) else end
            until = len(self._content) if following is None else max(at, following)
            at = self._write(token, at, until)
            ends = until if token.type == "code_inline" else at
            self._spans.close(f"{{{index}}}", self._lines.place(ends))
        self._draft.pronounced += self._spans.pronounced
        self._spans.pronounced.clear()

    def _open_stretch(self, closed_by: int, braces: str, at: int) -> None:
        """What braces are about, up to the token of that index."""
        lang = language_in(braces)
        told = pronounced_in(braces)
        if lang is not None or told is not None:
            lang = self._spans.lang if lang is None else lang
            self._spans.open(f"{{{closed_by}}}", lang, self._lines.place(at), told)

    def _write(self, token: Token, at: int, until: int) -> int:
        """One token of content[at:until]; where it ends, as far as it tells."""
        match token.type:
            case "text":
                return self._text(token.content, at, until)
            case "text_special":
                self._special(token, at)
            case "softbreak" | "hardbreak":
                self._break(at, is_hard=token.type == "hardbreak")
            case "code_inline":
                self._code(token, at, until)
            case "image":
                self._image(token, at, until)
            case "aside":
                return self._aside(token, at)
            case "html_inline":
                self._tag(token.content, at)
            case "em_open" | "em_close" | "strong_open" | "strong_close":
                self._emphasise(token.tag, at, is_open=token.nesting > 0)
            case "link_open" | "link_close":
                self._link(token, at, until)
                return at
        return at + len(token.markup)

    def _say(self, start: int, end: int, text: str | None = None, *, literal: bool = False) -> None:
        if self._silent:
            self._skip(Reason.MARKUP if self._silent in ("rt", "rp") else Reason.SCRIPT, start, end)
            return
        for number, piece in enumerate(self._lines.pieces(start, end)):
            if number:
                self._draft.space(piece[0])
            literal = literal or self._spans.literal
            self._draft.say(*piece, self._hrefs[-1], text, self._spans.lang, literal=literal)

    def _skip(self, reason: Reason, start: int, end: int) -> None:
        if pieces := list(self._lines.pieces(start, end)):
            self._draft.skip(reason, pieces[0][0], pieces[-1][1])

    def _break(self, at: int, *, is_hard: bool) -> None:
        if _TITLE.match(self._content, self._content.rfind("\n", 0, at) + 1):
            self._draft.part()
        elif is_hard:
            self._draft.line_break(self._lines.place(at))
        elif not is_within_a_word(self._content, at, at + 1):
            self._draft.space(self._lines.place(at))

    def _text(self, text: str, at: int, until: int) -> int:
        if self._is_address or not text:
            return at
        found = at if self._content.startswith(text, at) else self._content.find(text, at, until)
        if found < 0:  # not as it was written: then all of it is said, signs and all
            found, text = at, self._content[at:until]
        self._say(found, found + len(text))
        return found + len(text)

    def _special(self, token: Token, at: int) -> None:
        """An entity, or a backslash with the sign that it escapes."""
        end = at + len(token.markup)
        if token.info == "entity":
            self._say(at, end, html.unescape(token.markup))
        elif at not in self._unsaid:
            self._say(end - len(token.content), end, literal=True)

    def _code(self, token: Token, at: int, until: int) -> None:
        start, end = at + len(token.markup), until
        while end > start and self._content[end - 1] != "`":
            end -= 1
        if self._content.startswith("{=", end):  # `<br>`{=html}
            self._skip(Reason.CODE, at, end)
        else:
            self._say(start, end - len(token.markup), literal=True)

    def _aside(self, token: Token, at: int) -> int:
        """What a dialect adds; some of it may be said, such as the text of a wiki link."""
        shift = at - token.meta["at"]
        end: int = token.meta["end"] + shift
        first, last = token.meta["said"]
        if token.info != Reason.MARKUP:
            self._skip(Reason(token.info), at, first + shift)
            self._skip(Reason(token.info), last + shift, end)
        begun = len(self._draft.runs)
        if first < last:
            self._say(first + shift, last + shift)
        if self._content[at] == "^" and token.info == Reason.MARKUP:
            self._raise(begun, end)
        return end

    def _image(self, token: Token, at: int, until: int) -> None:
        start = at + len("![")
        end = start + len(token.content)
        if is_telling(token.content) and not is_badge(str(token.attrs.get("src", ""))):
            self.write(token.children or (), start, end)
        else:
            self._skip(Reason.IMAGE, start, end)
        target = self._content[end:until].strip("]()[ \n")
        place = self._content.find(target, end, until)
        self._skip(Reason.IMAGE, place, place + len(target))

    def _link(self, token: Token, at: int, until: int) -> None:
        self._is_address = token.info == "auto" and token.nesting > 0
        if token.nesting > 0:
            href = str(token.attrs.get("href", ""))
            self._hrefs.append(_target(href, self._draft.base))
            self._unsaid_link = _reason_of(href), len(self._draft.runs)
            if self._is_address:  # asides.py knows how much of it is said
                self._say(at + 1, self._content.find(">", at))
        else:
            self._hrefs.pop()
            reason, begun = self._unsaid_link
            is_all = not begun and until >= len(self._content)
            if reason and (is_all if reason is Reason.FURNITURE else is_mark(text_of(self._draft.runs[begun:]))):
                self._draft.unsay(begun, reason)
            if token.info != "auto" and self._content[at:until].strip() != "]":
                self._skip(Reason.LINK_TARGET, at, until)

    def _tag(self, content: str, at: int) -> None:
        tag = next(tokens(content))
        if tag.sort is Sort.COMMENT:
            self._skip(Reason.COMMENT, at, at + len(content))
            return
        if tag.name == "br":
            self._draft.line_break(self._lines.place(at))
        image = tag.place_of("src") if tag.name == "img" and "src" in tag.attributes else (0, 0)
        spoken = tag.place_of("alt") if tag.name == "img" and "alt" in tag.attributes else (0, 0)
        self._skip(Reason.IMAGE, at + image[0], at + image[1])
        alt = tag.text[slice(*spoken)]
        self._say(at + spoken[0], at + spoken[1], html.unescape(alt) if "&" in alt else None)
        self._spans.read(tag, self._lines.place(at))
        if tag.name in EMPHASES and at < len(self._content):
            self._emphasise(EMPHASES[tag.name], at, is_open=tag.sort is Sort.OPEN)
        if tag.name == "sup" and tag.sort is Sort.OPEN:
            self._raised = len(self._draft.runs)
        elif tag.name == "sup":
            self._raise(self._raised, at + len(content))
        self._raw_link(tag)
        if tag.name in ("rt", "rp"):  # how a word sounds, which the voice knows
            self._silent = tag.name if tag.sort is Sort.OPEN and f"</{tag.name}" in self._content[at:].lower() else ""
        if tag.name in ("script", "style"):
            ends = f"</{tag.name}" in self._content[at:].lower()  # who only writes about <script> goes on speaking
            self._silent = tag.name if tag.sort is Sort.OPEN and ends else ""
        self._skip_rest(at, len(content), sorted([image, spoken]))

    def _emphasise(self, tag: str, at: int, *, is_open: bool) -> None:
        place = self._lines.place(at)
        if is_open:
            self._emphases.append((tag, place))
            return
        while self._emphases:
            name, start = self._emphases.pop()
            self._draft.emphases.append((start, place, name))
            if name == tag:
                break

    def _raise(self, begun: int, at: int) -> None:
        """What was said from the run `begun` on stands raised, and ends at `at`."""
        place = self._lines.place(at) if at < len(self._content) else len(self._draft.source)
        raise_number(self._draft, begun, text_of(self._draft.runs[begun:]), place)

    def _skip_rest(self, at: int, length: int, places: Sequence[tuple[int, int]]) -> None:
        """The signs of a tag, apart from what was said or skipped in it."""
        begun = 0
        for start, end in [*places, (length, length)]:
            if start < end or start == length:
                self._skip(Reason.MARKUP, at + begun, at + start)
                begun = end

    def _raw_link(self, tag: Tag) -> None:
        """`<a href=…>` around text; its own stack would be lost on the crossings that people write."""
        if tag.name == "a":
            href = tag.attributes.get("href", "") if tag.sort is Sort.OPEN else ""
            self._hrefs[-1] = _target(href, self._draft.base)


def _reason_of(href: str) -> Reason | None:
    """Why a link may not be said: a button that runs a program, or the number of a note."""
    if href.lower().startswith("javascript:"):
        return Reason.FURNITURE
    return Reason.FOOTNOTE if leads_to_a_note(href) else None


def _target(href: str, base: str) -> str:
    """Where a link leads, if that is known and no program has yet to fill it in."""
    if not href or is_hidden(href) or not (base or href.startswith(_SCHEMES)):
        return ""
    return href if href.startswith(_SCHEMES) else target_of(base, href)
