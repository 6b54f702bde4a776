"""What apps for notes and editors write into Markdown for themselves: Logseq, Roam, Obsidian, Bear, HackMD, iA Writer.

    list(find_app_marks("- TODO ask him\\n  id:: 65b2a1f0-3c5d", 0))

Fields (`status:: done`), states of tasks, references to blocks, drawers, lines of tags, changes of an editor
(`{++new++}`, `{--old--}`), files that are put in by their names. Of a change, the text as it would be is said.
"""

import re
from collections.abc import Iterator

from podcast.text.essay import Reason
from podcast.text.readers.stretch import VALUE, HiddenStretch
from podcast.text.wordlist import each

_ITEM = r"^[ \t]*(?:[-*+>][ \t]+){0,3}"
_TAG = r"#(?:\[\[[^\[\]\n]{1,80}\]\]|[^\W\d][\w/-]{0,60}(?:(?: [\w/-]{1,40}){1,5}#)?)"
_FOUND = re.compile(
    rf"{_ITEM}(?:(?P<field>[^\W\d][\w \t.-]{{0,40}}::(?:[ \t][^\n]*)?$)"
    r"|(?P<drawer>:[A-Z]{3,20}:[ \t]*$(?:\n[^\n]{0,200}){0,30}?\n[ \t]*:END:[ \t]*$)"
    r"|(?P<plan>(?:SCHEDULED|DEADLINE|CLOCK|CLOSED): ?[<\[][^\n]{5,120}$)"
    r"|(?P<frame>\#\+(?:BEGIN|END|begin|end)_[A-Za-z]{2,20}[^\n]{0,60}$)"
    rf"|(?P<tags>{_TAG}(?:[ \t,]+{_TAG}){{0,30}}[ \t]*$)"
    r"|(?P<state>(?:\{\{\[\[(?:TODO|DONE)\]\]\}\}|(?:TODO|DOING|DONE|LATER|WAITING|CANCELED|CANCELLED)"
    r"(?:[ \t]\[\#[ABC]\])?)(?=[ \t]+\S))"
    r"|(?P<bar>\|)(?=[ ]+[^|\n]*$)"
    r"|(?P<heading_tags>\#{6}[ \t]+tags:[^\n]*$))"
    r"|(?P<end_tags>(?<=[.!?…»”\"])(?:[ \t]+#[^\W\d][\w/-]{0,60}){1,9}[ \t]*$)"
    r"|(?P<block>\(\((?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[\w-]{0,8}[A-Z\d_-])[\w-]{9})\)\))"
    r"|(?<![\w^])(?P<begun>\^\^)(?=\S)[^\^\n]{1,300}(?<=\S)(?P<ended>\^\^)(?![\w^])"
    r"|(?<![\w+])(?P<insert>\+\+)(?=[^\s+])[^+\n]{1,300}(?<=\S)(?P<inserted>\+\+)(?![\w+])"
    r"|(?P<stamp>\[(?:name|time|color)=[^\[\]\n]{1,60}\])|(?<=\S)(?P<size> =\d{0,4}%?x\d{0,4}%?)(?=\))"
    r"|(?P<glyph>:(?:material|fontawesome|octicons|simple|twemoji)-[a-z0-9-]{2,60}:)"
    r"|(?P<annotation>\(\d{1,2}\))(?=[^\n]{0,500}\n[ \t]*\{ ?\.annotate ?\})"
    r"|^<aside>[ \t]*\n(?P<icon>[^\w\s<>\[*]{1,4})(?=[ \t])"
    r"|^:{3,}\{[\w:-]{1,40}\}[^\n]*\n(?P<options>(?:[ \t]*:[\w-]{1,40}:[^\n]*\n){1,20})"
    r"|^(?P<place>\([\w:. -]{1,60}\)=[ \t]*$)|(?<=\n\n)(?P<remark>%[ ][^\n]*$)"
    r"|^(?P<file>/(?:[\w %.-]{1,80}/){0,8}[\w %.-]{1,80}\."
    r"(?:jpe?g|png|gif|svg|tiff?|csv|md|txt|markdown)(?:[ \t]+[\"'(])?)"
    r"(?:[^\n\"')]{1,300}(?P<file_end>[\"')]))?[ \t]*$",
    re.MULTILINE,
)
#: The changes of an editor, looked for where one is closed.
_CHANGES = re.compile(
    r"(?P<gone>\{--(?:(?!--\}|\n\s*\n)[\s\S]){0,300}--\}|\{>>(?:(?!<<\}|\n\s*\n)[\s\S]){0,300}<<\})"
    r"|(?P<old>\{~~(?:(?!~>|~~\}|\n\s*\n)[\s\S]){0,300}~>)(?:(?!~~\}|\n\s*\n)[\s\S]){0,300}(?P<changed>~~\})"
    r"|(?P<new>\{(?:\+\+|==))(?=(?:(?!\+\+\}|==\}|\n\s*\n)[\s\S]){1,300}(?:\+\+|==)\})|(?P<close>(?:\+\+|==)\})"
)
_CLOSED = ("++}", "--}", "==}", "~~}", "<<}")
_REASONS = {
    "field": Reason.FRONT_MATTER,
    "plan": Reason.FRONT_MATTER,
    "drawer": Reason.COMMENT,
    "remark": Reason.COMMENT,
    "gone": Reason.COMMENT,
    "old": Reason.COMMENT,
    "tags": Reason.FURNITURE,
    "end_tags": Reason.FURNITURE,
    "heading_tags": Reason.FURNITURE,
    "stamp": Reason.FURNITURE,
    "file": Reason.IMAGE,
    "file_end": Reason.IMAGE,
    "icon": Reason.EMOJI,
    "glyph": Reason.EMOJI,
    "annotation": Reason.FOOTNOTE,
}
_BLOCKS = frozenset(each("field drawer plan frame tags state heading_tags file bar options place remark"))


def find_app_marks(text: str, first: int) -> Iterator[HiddenStretch]:
    has_changes = any(sign in text for sign in _CLOSED)
    changes = _CHANGES.finditer(text, first) if has_changes else ()
    for found in (*_FOUND.finditer(text, first), *changes):
        for name, written in found.groupdict().items():
            if written and written.strip():
                kind = "block" if name in _BLOCKS else VALUE
                start, end = found.span(name)
                yield HiddenStretch(start, end, _REASONS.get(name, Reason.DIRECTIVE), kind)
