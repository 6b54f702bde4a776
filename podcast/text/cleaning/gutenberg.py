"""Project Gutenberg's plain texts: the book stands between two lines of stars; the rest is the library's.

facts, start, end = gutenberg_frame(source)     # {"title": "The Life of Rivers", "author": "Jane Doe"}, 812, 40_311
"""

import re

_START = re.compile(r"^\*\*\* ?START OF (?:THE|THIS) PROJECT GUTENBERG EBOOK.*$", re.MULTILINE | re.IGNORECASE)
_END = re.compile(r"^(?:\*\*\* ?)?END OF (?:THE|THIS) PROJECT GUTENBERG EBOOK", re.MULTILINE | re.IGNORECASE)
_FACT = re.compile(r"^(Title|Author): +(\S.*)$", re.MULTILINE)


def gutenberg_frame(source: str) -> tuple[dict[str, str], int, int]:
    """What the library says of the book, and where the book is; all of the source where it is none of theirs."""
    start = _START.search(source)
    if not start:
        return {}, 0, len(source)
    end = _END.search(source, start.end())
    facts = {match[1].lower(): match[2].strip() for match in _FACT.finditer(source, 0, start.start())}
    return facts, start.end(), end.start() if end else len(source)
