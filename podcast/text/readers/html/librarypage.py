"""Books of Project Gutenberg as web pages: without the library's notices, the title page, contents and page numbers.

    if is_of_the_library(source):
        blocks, skips = without_library(blocks, skips)
    title, author = facts_of("The Project Gutenberg eBook of On Mills, by A. Example.")    # "On Mills", "A. Example"

The plain texts of the same library are read in cleaning/gutenberg.py.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from podcast.text.cleaning.omission import omit
from podcast.text.essay import Block, Kind, Reason, Run, Skip
from podcast.text.runs import is_spoken, joined, text_of, trim, without

_LIBRARY = re.compile(
    r"project gutenberg(?:['’]s)? e-?(?:book|text)|pg-boilerplate|start of th(?:e|is) project gutenberg", re.IGNORECASE
)
_LOOKED_AT = 20_000  # characters
_TITLE = re.compile(
    r"(?:the )?project gutenberg(?:['’]s)? (?:e-?(?:book|text))?(?: of)?[ ,]+"
    r"(?P<title>.+?)(?:,? by (?P<author>[^,]+?))?\.?",
    re.IGNORECASE,
)
_START = re.compile(r"\*{3} ?start of (?:the|this) project gutenberg", re.IGNORECASE)
_END = re.compile(r"(?:\*{3} ?)?end of (?:the |this )?project gutenberg", re.IGNORECASE)
_CREDITS = re.compile(
    r"(?:(?:e-?text|ebook|this (?:e-?book|e-?text|file) was) )?(?:produced|prepared|transcribed|scanned|digiti[sz]ed)"
    r" by .*|by|by the same author|\[?illustrations?\b.{0,200}\]|\[illustration.*"
    r"|\[?transcriber['’]?s?['’]? notes?\b.*|credits:? .*|copyright\b.*|all rights reserved.?"
    r"|printed (?:in|by|and bound)\b.*|(?:first )?published .{1,80}"
    r"|(?:the )?project gutenberg.*|(?:first|second|third|new|revised) edition"
    r"|(?:title|author|release date|language): .*"
    r"|end of (?:the |this )?(?:project gutenberg|text|book).*|the end\.?|finis\.?",
    re.IGNORECASE | re.DOTALL,
)
_CONTENTS = re.compile(
    r"(?:table of )?contents\.?|(?:list of )?illustrations\.?|index|transcriber['’]?s?['’]? notes?:?|errata"
    r"|inhalt(?:sverzeichnis)?\.?|table des matières\.?|índice\.?|indice\.?|inhoud\.?|sisällys\.?",
    re.IGNORECASE,
)
_NUMBER = r"(?:\[(?:pg\.?|page|p\.|seite|s\.) ?[\divxlc]{1,5}\]|\{[\divxlc]{1,5}\})"
_PAGE = re.compile(rf"\s?{_NUMBER}(?=\s|\Z)|{_NUMBER}", re.IGNORECASE)
_LONGEST_TITLE = 300  # characters
_LONGEST_LINE = 60  # characters of a title page
_PROSE = 150  # characters of a paragraph that belongs to the book
_YEAR = re.compile(r"\b1[5-9]\d\d\b|\b[MDCLXVI]{4,}\b")


def is_of_the_library(source: str) -> bool:
    return _LIBRARY.search(source, 0, _LOOKED_AT) is not None


def facts_of(*titles: str) -> tuple[str, str]:
    """Title and author, of what a browser's window shows or the first headings say."""
    matches = (match for title in titles if (match := _TITLE.fullmatch(title.strip()[:_LONGEST_TITLE])))
    return next(((match["title"], match["author"] or "") for match in matches), ("", ""))


def without_library(blocks: Sequence[Block], skips: Sequence[Skip]) -> tuple[tuple[Block, ...], tuple[Skip, ...]]:
    start = max((index + 1 for index, block in enumerate(blocks) if _START.match(block.text)), default=0)
    end = next((i for i in range(start, len(blocks)) if _END.match(blocks[i].text)), len(blocks))
    going = {
        *range(start),
        *range(end, len(blocks)),
        *_title_page(blocks[:end], start),
        *_contents(blocks[:end], start),
    }
    going |= {index for index in range(start, end) if _is_notice(blocks[index].text)}
    if len(going) == len(blocks):
        return tuple(blocks), tuple(skips)
    verdicts = [(Reason.FURNITURE if index in going else None, 0) for index in range(len(blocks))]
    return _without_pages(*omit(blocks, skips, verdicts))


def _is_notice(text: str) -> bool:
    return text.startswith("[") and bool(_CREDITS.fullmatch(text))


def _title_page(blocks: Sequence[Block], start: int) -> Iterator[int]:
    """Who wrote, printed and scanned it, above the first paragraph of prose."""
    after_by = False
    for index in range(start, len(blocks)):
        block = blocks[index]
        if len(block.text) >= _PROSE and not _CREDITS.fullmatch(block.text):
            return
        if _CREDITS.fullmatch(block.text) or after_by or _is_of_a_title_page(block):
            yield index
        after_by = block.text.strip().lower() in ("by", "by the author of", "von", "par")


def _is_of_a_title_page(block: Block) -> bool:
    """A publisher, a place, a year."""
    is_line = block.kind is Kind.PARAGRAPH and len(block.text) <= _LONGEST_LINE
    has_year = _YEAR.search(block.text) and not block.text[:1].islower() and not block.text.endswith((".", "!", "?"))
    return is_line and (block.text.isupper() or bool(has_year))


def _contents(blocks: Sequence[Block], start: int) -> Iterator[int]:
    """A table of contents ends with the next heading, or with prose; in old books it is headings itself."""
    within = False
    for index in range(start, len(blocks)):
        block = blocks[index]
        if block.kind is Kind.HEADING:
            within = bool(_CONTENTS.fullmatch(block.text.strip()))
        elif len(block.text) >= _PROSE and block.kind is Kind.PARAGRAPH and not block.text.startswith("["):
            within = False
        if within:
            yield index


def _without_pages(blocks: Sequence[Block], skips: Sequence[Skip]) -> tuple[tuple[Block, ...], tuple[Skip, ...]]:
    kept: list[Block] = []
    pages: list[Skip] = []
    for block in blocks:
        runs, numbers = without(block.runs, [match.span() for match in _PAGE.finditer(block.text)])
        said = trim(tuple(joined(chain.from_iterable(runs))))
        pages += _skips(list(chain.from_iterable(numbers)))
        if is_spoken(text_of(said)):
            kept.append(replace(block, runs=said))
        else:
            pages += _skips(said)
    return tuple(kept), tuple(sorted([*skips, *pages], key=lambda skip: skip.start))


def _skips(runs: Sequence[Run]) -> Iterator[Skip]:
    return (Skip(run.text.strip(), Reason.FURNITURE, run.start, run.end) for run in runs if run.text.strip())
