"""Old books as plain text: what Project Gutenberg and the printed page add to what the writer wrote.

facts, start, end = gutenberg_frame(source)     # {"title": "The Life of Rivers", "author": "Jane Doe"}, 812, 40_311
spans = printed_signs(source, start, end)       # [(901, 908, Reason.FURNITURE)]: "[Pg 27]"
reasons = apparatus(paragraphs, author)         # {0: Reason.FURNITURE, 3: Reason.NAVIGATION}: credits, contents, notes

Signs of the printed page stand in other people's copies too, so they are looked for in any plain text.
"""

import re
from collections.abc import Sequence

from podcast.text.essay import Reason

_START = re.compile(r"^\*\*\* ?START OF (?:THE|THIS) PROJECT GUTENBERG EBOOK.*$", re.MULTILINE | re.IGNORECASE)
_END = re.compile(r"^(?:\*\*\* ?)?END OF (?:(?:THE|THIS) )?PROJECT GUTENBERG\b", re.MULTILINE | re.IGNORECASE)
_FACT = re.compile(r"^(Title|Author|Language): +(\S.*)$", re.MULTILINE)
_LANGUAGES = dict(
    pair.split("-")
    for pair in (
        "english-en german-de french-fr spanish-es italian-it portuguese-pt dutch-nl polish-pl swedish-sv danish-da"
        " norwegian-no finnish-fi czech-cs greek-el latin-la hungarian-hu"
        " esperanto-eo catalan-ca japanese-ja chinese-zh"
    ).split()
)
_CREDIT = re.compile(
    r"(?:e-?text |this e-?(?:book|text) was |transcribed and )?(?:produced|prepared|transcribed)(?: for \w+ \w+)? by "
    r"|.{0,100}(?:distributed proofread|proofreading team)|credits?: |html version by |\(this file was produced from",
    re.IGNORECASE,
)
_IMPRINT = re.compile(r"(?:[A-Z][A-Z&.,:;'’ -]{2,60} ){1,6}(?:M?DCCC[IVXLC]*|1[5-9]\d\d|20\d\d)\.?")  # LONDON 1897
_PART = re.compile(
    r"(?:chapter|part|book|section|canto|act|scene|letter) (?:\d{1,3}|[ivxlc]{1,7}|[a-z]{3,9})\.?", re.IGNORECASE
)
_TOP = 12  # paragraphs, in which credits stand
_SIGN = re.compile(
    r"(?P<picture>\[(?:illustrations?|frontispiece|decoration|music)\b[^\[\]]{0,600}\])"
    r"|(?P<page>\[(?:pgs?|page|p)\.? ?[\divxlc]{1,6}\]|^[ \t]*\{\d{1,4}\}[ \t]*$|^[ \t]{10,80}\d{1,4}[ \t]*$"
    r"|\[(?:transcriber['’]?s?['’]?|editor['’]?s|proofreader['’]?s) notes?[^\[\]]{0,3000}\]|\[blank page\])"
    r"|(?P<script>\[(?:greek|hebrew|arabic|russian|sanskrit|handwritten|handwriting): ?)(?P<word>[^\[\]]{1,200})\]",
    re.MULTILINE | re.IGNORECASE,
)
_CONTENTS = re.compile(r"(?:table of )?contents[.:]?", re.IGNORECASE)
_LEADER = re.compile(r"(?:[ .·…]{2,}|\s)(?:\d{1,4}|[ivxlc]{1,7})\Z|\A(?:[ivxlc]{1,7}|\d{1,3})[.:)]?\s+", re.IGNORECASE)
_MOST_ENTRIES = 300  # paragraphs
_LONGEST_ENTRY = 90  # characters
_NOTES = re.compile(r"(?:foot|end)-?notes?[.:]?|notes?:", re.IGNORECASE)
_NOTE = re.compile(r"\[(?:\d{1,3}|[a-z*†])\]\s|[¹²³⁴-⁹]\s?\w|\[footnote\b", re.IGNORECASE)

_Span = tuple[int, int, Reason]


def gutenberg_frame(source: str) -> tuple[dict[str, str], int, int]:
    """What the library says of the book, and where the book is; all of the source where it is none of theirs."""
    start = _START.search(source)
    if not start:
        return {}, 0, len(source)
    end = _END.search(source, start.end())
    facts = {match[1].lower(): match[2].strip() for match in _FACT.finditer(source, 0, start.start())}
    facts["language"] = _LANGUAGES.get(facts.get("language", "").lower(), "")
    return facts, start.end(), end.start() if end else len(source)


def printed_signs(source: str, start: int, end: int) -> list[_Span]:
    """In their order. Of `[Greek: logos]` only the word is left."""
    spans: list[_Span] = []
    for sign in _SIGN.finditer(source, start, end) if "[" in source or "{" in source or "          " in source else ():
        if sign["script"]:
            spans.append((*sign.span("script"), Reason.DIRECTIVE))
            spans.append((sign.end("word"), sign.end(), Reason.MARKUP))
        else:
            spans.append((*sign.span(), Reason.IMAGE if sign["picture"] else Reason.FURNITURE))
    return spans


def apparatus(paragraphs: Sequence[Sequence[str]], facts: dict[str, str]) -> dict[int, Reason]:
    """Which paragraphs, each given by its lines, are no text: credits, the title page's "BY", contents and notes.

    `facts`: what the library says of the book; empty where it is none of theirs.
    """
    going: dict[int, Reason] = {}
    for index, lines in enumerate(paragraphs):
        text = " ".join(lines)
        if (
            facts
            and index < _TOP
            and (_CREDIT.match(text) or _IMPRINT.fullmatch(text) or _is_author(paragraphs, index, facts))
        ):
            going[index] = Reason.FURNITURE
        elif index < _MOST_ENTRIES and index not in going and _CONTENTS.fullmatch(lines[0]):
            going.update(dict.fromkeys(_contents(paragraphs, index), Reason.NAVIGATION))
        elif _NOTES.fullmatch(lines[0]):
            going.update(dict.fromkeys(_notes(paragraphs, index), Reason.FOOTNOTE))
    return going


def _is_author(paragraphs: Sequence[Sequence[str]], index: int, facts: dict[str, str]) -> bool:
    """`BY` and the name below it, which the library has said."""
    author = facts.get("author", "").casefold()
    here = " ".join(paragraphs[index]).casefold()
    after = " ".join(paragraphs[index + 1]).casefold() if index + 1 < len(paragraphs) else ""
    return bool(author) and (here in (author, f"by {author}") or (here == "by" and after == author))


def _contents(paragraphs: Sequence[Sequence[str]], index: int) -> range:
    """Up to where the first entry comes again as a heading; without that, as far as its own paragraph goes."""
    first = paragraphs[index][1] if len(paragraphs[index]) > 1 else ""
    end = index + 1
    for at in range(index + 1, min(len(paragraphs), index + _MOST_ENTRIES)):
        lines = paragraphs[at]
        if first and _entry(lines[0]) == _entry(first):
            has_number = at > index + 1 and _PART.fullmatch(" ".join(paragraphs[at - 1]))
            return range(index, at - bool(has_number))
        first = first or lines[0]
        if any(len(line) > _LONGEST_ENTRY or line.endswith((",", ";")) for line in lines):
            break
        if len(lines) > 1 and end == at:
            end = at + 1
    return range(index, end) if end > index + 1 or len(paragraphs[index]) > 1 else range(0)


def _entry(line: str) -> str:
    """Without numbers, page and leaders."""
    return _LEADER.sub("", _LEADER.sub("", line.strip()[:200])).strip(" .").casefold()


def _notes(paragraphs: Sequence[Sequence[str]], index: int) -> range:
    own = len(paragraphs[index]) > 1 and _NOTE.match(paragraphs[index][1])
    end = index + 1
    while end < len(paragraphs) and _NOTE.match(paragraphs[end][0]):
        end += 1
    return range(index, end) if own or end > index + 1 else range(0)
