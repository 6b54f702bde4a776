"""What stands in Markdown for a program: shortcodes, template tags, tables in HTML; found before it is parsed.

    hidden = find_hidden(source, first=0, name="essay.mdx")
    hidden.text         # as long as the source, with signs that mean nothing to Markdown where something is hidden

Such things stand anywhere, also in the target of a link or in a block of HTML, and over many lines: no rule of the
parser sees them whole. What is in code or in a comment is left to the parser.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from podcast.text.essay import Reason
from podcast.text.readers.hidden.appmarks import find_app_marks
from podcast.text.readers.hidden.bodies import TITLE_END, find_bodies
from podcast.text.readers.hidden.citations import find_citations, has_citations
from podcast.text.readers.hidden.directives import directive_at
from podcast.text.readers.hidden.lineblocks import find_line_blocks
from podcast.text.readers.hidden.mdx import find_mdx, is_mdx
from podcast.text.readers.hidden.shortcodes import find_escaped_shortcodes, find_shortcodes
from podcast.text.readers.hidden.spreadlinks import find_spread_links
from podcast.text.readers.hidden.tablesigns import find_tables
from podcast.text.readers.hidden.templates import PAIRS, find_templates
from podcast.text.readers.stretch import VALUE, HiddenStretch

_SIGN, _WORD_SIGN = "\ue000", "\ue001"  # of private use; the second stands in a sentence
_CODE_SIGN = "\0"
_BEGIN = re.compile(
    r"^(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])[ \t])*(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})|<!--|<(?P<raw>script|style|pre)\b"
    rf"|{PAIRS}|(?<![`\\])(?P<ticks>`{{1,2}})(?!`)",
    re.MULTILINE | re.IGNORECASE,
)
_PAIR_REASONS = {
    "content-ref": Reason.NAVIGATION,
    "embed": Reason.DIRECTIVE,
    "comment": Reason.COMMENT,
    "math": Reason.FORMULA,
    "katex": Reason.FORMULA,
    "latex": Reason.FORMULA,
}
#: What ends code that one sign begins, or two.
_TICKS = {
    1: re.compile(r"(?:[^`\n]|\n(?![^\S\n]*\n)){1,1000}`(?!`)"),
    2: re.compile(r"(?:[^`\n]|\n(?![^\S\n]*\n)|`(?!`)){1,1000}``(?!`)"),
}
_SURE_VALUE = re.compile(r"\{(?:r|python|julia|ojs)\} ")
_VALUE = re.compile(rf"{_SURE_VALUE.pattern}|(?:r|python|julia) ")
_VISIBLE = re.compile(r"[^\n]")
_BLANK = re.compile(rf"^[ \t]*{_SIGN}[ \t{_SIGN}]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Hidden:
    text: str
    lines: str  # the same for the parser, from `first` on: with other indents and markers, but each line in its place
    stretches: tuple[HiddenStretch, ...]  # in order; none overlaps another
    is_mdx: bool = False


def find_hidden(source: str, first: int, name: str) -> Hidden:
    """`first`: where the text begins, below the front matter."""
    code: list[HiddenStretch] = []
    stretches: list[HiddenStretch] = []
    cites = has_citations(source, name)
    for stretch in _protected(source, first, computes=cites):
        (stretches if stretch.reason else code).append(stretch)
    bare = _filled(_filled(source, code, _CODE_SIGN), stretches, _SIGN)
    finders: list[Callable[[str, int], Iterator[HiddenStretch]]] = [
        find_templates,
        find_shortcodes,
        find_escaped_shortcodes,
        find_spread_links,
        find_app_marks,
    ]
    has_components = is_mdx(bare, first, name)
    finders += [find_mdx] if has_components else []
    finders += [find_citations] if cites else []
    for find in [*finders, find_tables, find_line_blocks]:
        found = list(_apart(find(bare, first)))
        bare = _filled(bare, [stretch for stretch in found if stretch.kind != VALUE], _SIGN)
        bare = _filled(bare, [stretch for stretch in found if stretch.kind == VALUE], _WORD_SIGN)
        stretches += found
    text = _BLANK.sub(lambda line: " " * len(line[0]), _with_code(bare, source, code))
    bodies = find_bodies(text, bare, first)
    text = _filled(text, bodies.stretches, _SIGN)
    text = _filled(text, [HiddenStretch(at, at + 1, None) for at in bodies.titles], TITLE_END)
    stretches += bodies.stretches
    return Hidden(text, bodies.text[first:], tuple(_apart(stretches)), has_components)


def is_hidden(text: str) -> bool:
    return _SIGN in text or _WORD_SIGN in text or "%EE%80%8" in text


def _apart(stretches: Iterable[HiddenStretch]) -> Iterator[HiddenStretch]:
    """In order; of two that overlap, the one that began first."""
    reached = 0
    for stretch in sorted(stretches, key=lambda stretch: (stretch.start, -stretch.end)):
        if stretch.end > reached:
            yield HiddenStretch(max(stretch.start, reached), stretch.end, stretch.reason, stretch.kind)
            reached = stretch.end


def _filled(text: str, stretches: Iterable[HiddenStretch], sign: str) -> str:
    parts, at = [], 0
    for stretch in stretches:
        parts += [text[at : stretch.start], _VISIBLE.sub(sign, text[stretch.start : stretch.end])]
        at = stretch.end
    return "".join([*parts, text[at:]])


def _with_code(bare: str, source: str, code: Iterable[HiddenStretch]) -> str:
    parts, at = [], 0
    for stretch in code:
        parts += [bare[at : stretch.start], source[stretch.start : stretch.end]]
        at = stretch.end
    return "".join([*parts, bare[at:]])


def _protected(source: str, first: int, *, computes: bool) -> Iterator[HiddenStretch]:
    """Code and comments; those that a template tag begins are hidden, and have a reason.

    `computes`: a text of Quarto, in which `r x` stands for a value.
    """
    at = first
    lasts = {sign: source.rfind(sign) for sign in ("-->", "</")}
    unclosed: set[str] = set()
    closing: dict[int, int] = {}  # where the fences of directives close
    while begun := _BEGIN.search(source, at):
        at = begun.end()
        if begun["fence"] and begun.start("fence") in closing:
            yield HiddenStretch(begun.start("fence"), closing[begun.start("fence")], Reason.DIRECTIVE)
            continue
        if begun["fence"] and (directive := directive_at(source, begun.start("fence"))):
            yield from directive.opening
            closing[directive.closing[0]] = directive.closing[1]
            at = directive.opening[-1].end
            continue
        if found := _until(source, begun, lasts, unclosed):
            value = begun["ticks"] == "`" and (_VALUE if computes else _SURE_VALUE).match(source, at)
            yield HiddenStretch(found.start, found.end, Reason.CODE, VALUE) if value else found
            at = max(at, found.end)


def _until(source: str, begun: re.Match[str], lasts: dict[str, int], unclosed: set[str]) -> HiddenStretch | None:
    start, end = begun.start(), begun.end()
    if begun["fence"]:
        sign = re.escape(begun["fence"][0])
        closing = re.compile(rf"^[ \t>]*{sign}{{{len(begun['fence'])},}}[ \t]*$", re.MULTILINE).search(source, end)
        return HiddenStretch(start, closing.end() if closing else len(source), None)
    if begun["ticks"]:
        ticks = begun["ticks"]
        closing = _TICKS[len(ticks)].match(source, end)
        return HiddenStretch(start, closing.end(), None) if closing else None
    if begun[0] == "<!--":
        return HiddenStretch(start, source.index("-->", end) + 3, None) if lasts["-->"] >= end else None
    name = (begun["raw"] or begun["liquid"] or begun["hugo"]).lower()
    pattern = rf"</{name}\s*>" if begun["raw"] else rf"\{{%-? *end{name} *-?%\}}|\{{\{{[<%] */ *{name} *[>%]\}}\}}"
    closing = None if name in unclosed else re.compile(pattern, re.IGNORECASE).search(source, end)
    if not closing:
        unclosed.add(name)
        return None
    reason = None if begun["raw"] else _PAIR_REASONS.get(name, Reason.CODE)
    return HiddenStretch(start, closing.end(), reason)
