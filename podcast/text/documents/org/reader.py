r"""Org documents (Emacs): headlines, lists, blocks and drawers, line by line, as a page.

    page_of(b"#+TITLE: On Mills\n\n* The wheel\nIt /turned/.\n", "mills.org")

There are libraries that know the outline of such a file (orgparse), but none with its inline markup, so the lines are
read here, and what stands in them in orginline.py. Files that it includes are not looked at.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from podcast.text.bounds import check_markup
from podcast.text.documents.facts import page_with_facts
from podcast.text.documents.org.inline import OrgInline
from podcast.text.documents.org.lines import END, HEADLINE, as_text, code, ends_of, has_one_above_all, table, unsaid
from podcast.text.documents.org.lists import OrgLists
from podcast.text.readers.decoding import decode
from podcast.text.wordlist import each

_KEYWORD = re.compile(r"\s*#\+([\w-]{1,60})(?:\[[^\]\n]{0,200}\])?:[ \t]*(.*)", re.DOTALL)
_BEGIN = re.compile(r"\s*#\+begin(?:_(\S{1,60})|:)(.*)", re.IGNORECASE | re.DOTALL)
_DRAWER = re.compile(r"\s*:([\w-]{1,60}):\s*\Z")
_ENVIRONMENT = re.compile(r"\s*\\begin\{([\w*]{1,40})\}")
_COMMENT = re.compile(r"\A\s*#(?:\s|\Z)|\A%%\(")
_PLANNING = re.compile(r"\s*(?:SCHEDULED|DEADLINE|CLOSED|CLOCK):\s*[<\[]")
_FIXED = re.compile(r"\A\s*:(?: |\Z)")
_TABLE = re.compile(r"\A\s*(?:\||\+-[-+]*\+\s*\Z)")
_RULE = re.compile(r"\s*-{5,}\s*\Z")
_DEFINITION = re.compile(r"\[fn:[\w-]{1,60}\]")
_PRIORITY = re.compile(r"\[#\w{1,2}\]\s*")
_TAGS = re.compile(r"(?:\A|(?<![ \t])[ \t]+):((?:[\w@#%]{1,60}:){1,40})[ \t]*\Z")
_COOKIE = re.compile(r"(?:(?<![ \t])[ \t]+)?\[(?:\d{0,6}/\d{0,6}|\d{0,3}%)\]")
_NOTES = frozenset(each("footnotes notes references bibliography fußnoten anmerkungen literatur notas"))
_CODE = frozenset(each("src example"))
_OUT = frozenset(each("export comment html latex ascii"))
_DATA_DRAWERS = frozenset(each("properties logbook clock"))
_TODO = frozenset(each("TODO DONE NEXT WAITING WAIT HOLD CANCELLED CANCELED STARTED SOMEDAY DRAFT INPROGRESS"))
_MOST_DEEP = 50
_MOST_OF_A_CAPTION = 20  # lines
_FACTS = {
    **dict.fromkeys(each("author date language description"), ""),
    "keywords": "keywords",
    "hugo_tags": "keywords",
    "filetags": "keywords",
    "tags": "keywords",
    "summary": "description",
}


def page_of(data: bytes, name: str) -> str:
    source = decode(data, name)
    check_markup(source, "*/_=~+")
    document = _OrgDocument(source.split("\n"))
    document.read(0, len(document.lines))
    document.end()
    return page_with_facts("".join(document.parts), document.facts)


class _OrgDocument:
    def __init__(self, lines: Sequence[str]) -> None:
        self.lines, self.parts = lines, list[str]()
        self.facts: dict[str, str] = {}
        self._macros: dict[str, str] = {}
        self._inline = OrgInline(self._macros)
        self._todo, self._excluded = set(_TODO), {"noexport", "archive"}
        self._paragraph: list[str] = []
        self._lists = OrgLists(self.parts)
        self._ends = ends_of(lines)
        self._caption = ""
        self._depth = 0  # of blocks in blocks
        self._note_keywords()
        self._shift = 0 if "title" not in self.facts and has_one_above_all(lines) else 1

    def read(self, start: int, end: int) -> None:
        at, self._depth = start, self._depth + 1
        while at < end:
            at = self._read_at(at, end)
        self._flush()
        self._depth -= 1

    def end(self) -> None:
        self._flush()
        self._lists.close()

    def _read_at(self, at: int, end: int) -> int:  # noqa: PLR0911 — one a kind of line
        """Reads what begins in this line, and tells the line that follows it."""
        line = self.lines[at]
        if headline := HEADLINE.match(line):
            return self._headline(headline, at, end)
        if not line.strip():
            self._flush()
            self._lists.blank()
            return at + 1
        if (begin := _BEGIN.match(line)) and (last := self._end("block", (begin[1] or ":").lower(), at, end)):
            return self._block((begin[1] or ":").lower(), at, last)
        if (drawer := _DRAWER.match(line)) and (last := self._end("drawer", "end", at, end)):
            return self._drawer(drawer[1].lower(), at, last)
        if (begin := _ENVIRONMENT.match(line)) and (last := self._end("latex", begin[1], at - 1, end)):
            return self._whole(f'<div role="math">{as_text(self._joined(at, last + 1))}</div>\n', last + 1)
        for pattern, made in ((_FIXED, code), (_TABLE, table), (_COMMENT, unsaid)):
            if pattern.match(line):
                last = self._while(pattern, at, end)
                return self._whole(made(self._joined(at, last)), last)
        return self._line(line, at, end)

    def _line(self, line: str, at: int, end: int) -> int:
        if begin_or_end := _KEYWORD.match(line) or _BEGIN.match(line) or END.match(line):
            if begin_or_end[1] and begin_or_end[1].lower() == "caption":
                self._flush()
                last = self._caption_end(at)
                self._caption = " ".join([self._caption, begin_or_end[2], *map(str.strip, self.lines[at + 1 : last])])
                return self._whole(unsaid(self._joined(at, last)), last)
            return self._whole(unsaid(line), at + 1)
        if _PLANNING.match(line):
            return self._whole(unsaid(line), at + 1)
        if _RULE.match(line):
            self._flush()
            self._lists.close()
            return self._whole("<hr>\n", at + 1)
        if _DEFINITION.match(line):
            return self._definition(at, end)
        if not self._lists.goes_on(line) and not self._paragraph:
            self._lists.close()
        if said := self._lists.item(line, self._flush):
            self._paragraph.append(_COOKIE.sub("", said))
        else:
            self._paragraph.append(line.strip())
        return at + 1

    def _caption_end(self, at: int) -> int:
        """Pandoc lets a long caption go on in the lines below, up to the picture or the table."""
        for last in range(at + 1, min(at + _MOST_OF_A_CAPTION, len(self.lines))):
            line = self.lines[last]
            if line.lstrip().startswith(("[[", "|", "#+")):
                return last
            if not line.strip():
                break
        return at + 1

    def _headline(self, match: re.Match[str], at: int, end: int) -> int:
        self.end()
        level, title = len(match[1]), match[2]
        tags = _TAGS.search(title)
        title = title[: tags.start()] if tags else title
        first = title.partition(" ")[0]
        title = title[len(first) :].lstrip() if first in self._todo else title
        title = _PRIORITY.sub("", title, count=1) if title.startswith("[#") else title
        given = {tag.lower() for tag in tags[1].split(":")} if tags else set[str]()
        if title.split(" ")[0] == "COMMENT" or given & self._excluded:
            last = self._subtree(at, level, end)
            return self._whole(unsaid(self._joined(at, last)), last)
        title = _COOKIE.sub("", title).strip()
        if title.lower().strip(": ") in _NOTES and self._is_notes(at + 1, end):
            return self._whole(f'<div role="doc-footnote">{as_text(title)}</div>\n', at + 1)
        level = min(level + self._shift, 6)
        return self._whole(f"<h{level}>{self._inline.html(title)}</h{level}>\n" if title else "", at + 1)

    def _is_notes(self, at: int, end: int) -> bool:
        """Whether what follows a headline is definitions of footnotes."""
        first = next((line for line in self.lines[at : min(end, at + 20)] if line.strip()), "")
        return bool(_DEFINITION.match(first) or re.match(r"\s*#\+(?:print_)?bibliography", first, re.IGNORECASE))

    def _subtree(self, at: int, level: int, end: int) -> int:
        heads = ((place, HEADLINE.match(self.lines[place])) for place in range(at + 1, end))
        return next((place for place, match in heads if match and len(match[1]) <= level), end)

    def _block(self, name: str, at: int, last: int) -> int:
        inner = self._joined(at + 1, last)
        if name in _CODE or name == ":":
            return self._whole(code(inner), last + 1)
        if name in _OUT:
            return self._whole(unsaid(inner), last + 1)
        if name == "verse":
            verses = "<br>\n".join(self._inline.html(line.strip()) for line in self.lines[at + 1 : last])
            return self._whole(f"<p>{verses}</p>\n", last + 1)
        self._flush()
        self.parts.append("<blockquote>" if name == "quote" else "<div>")
        outer, self._lists = self._lists, OrgLists(self.parts)
        self.read(at + 1, last)
        self._lists.close()
        self._lists = outer
        self.parts.append("</blockquote>\n" if name == "quote" else "</div>\n")
        return last + 1

    def _drawer(self, name: str, at: int, last: int) -> int:
        """What is written in one of a name of its own is text."""
        if name in _DATA_DRAWERS:
            return self._whole(unsaid(self._joined(at, last + 1)), last + 1)
        self._flush()
        self.read(at + 1, last)
        return last + 1

    def _definition(self, at: int, end: int) -> int:
        """Of a footnote: up to a blank line that no indented line follows."""
        last = at + 1
        while last < end and self.lines[last].strip() and not _DEFINITION.match(self.lines[last]):
            if HEADLINE.match(self.lines[last]):
                break
            last += 1
        return self._whole(f'<div role="doc-footnote">{as_text(self._joined(at, last))}</div>\n', last)

    def _while(self, pattern: re.Pattern[str], at: int, end: int) -> int:
        while at < end and pattern.match(self.lines[at]):
            at += 1
        return at

    def _end(self, kind: str, name: str, at: int, end: int) -> int:
        """The line in which what begins here ends; 0 if it never does."""
        ends = self._ends[kind, name]
        place = bisect_right(ends, at) if self._depth < _MOST_DEEP else len(ends)
        return ends[place] if place < len(ends) and ends[place] < end else 0

    def _joined(self, start: int, end: int) -> str:
        return "\n".join(self.lines[start:end])

    def _flush(self) -> None:
        """Ends the paragraph."""
        text, self._paragraph = "\n".join(self._paragraph), []
        if not text.strip():
            return
        html = self._inline.html(text)
        caption, self._caption = self._inline.html(self._caption.strip()), ""
        if caption and html.startswith("<img"):
            html = f"<figure>{html}<figcaption>{caption}</figcaption></figure>"
        self.parts.append(f"<p>{html}</p>\n")

    def _whole(self, html: str, following: int) -> int:
        self._flush()
        self.parts.append(html)
        return following

    def _note_keywords(self) -> None:
        for line in self.lines:
            match = _KEYWORD.match(line)
            if match is None:
                continue
            key, value = match[1].lower(), match[2].strip()
            if key == "title":
                self.facts["title"] = f"{self.facts.get('title', '')} {value}".strip()
            elif key in _FACTS:
                self.facts.setdefault(_FACTS[key] or key, _value(key, value))
            elif key in ("todo", "seq_todo", "typ_todo"):
                self._todo |= {word.partition("(")[0] for word in value.split() if word != "|"}
            elif key == "exclude_tags":
                self._excluded |= {word.lower() for word in value.split()}
            elif key == "macro":
                name, _, made = value.partition(" ")
                self._macros[name.lower()] = made
        inline = OrgInline(self._macros)
        for key in ("title", "author"):
            if key in self.facts:
                self.facts[key] = re.sub(r"<[^>]*>", "", inline.html(self.facts[key])).replace("&amp;", "&")


def _value(key: str, value: str) -> str:
    if key == "date":
        return re.sub(r"^[<\[](\d{4}-\d\d-\d\d).*", r"\1", value)
    return ", ".join(value.strip(":").split(":")) if key == "filetags" else value
