"""Where an essay came from, as it is written in its episode's facts, which are public.

"essays/rivers.md"                      # from the show's folder
"books/rivers.epub#the-mouth"           # a chapter of a book (podcast/cli/chapters.py)
"outside:1f0c…/rivers.md"               # outside the show: a hash stands for the way to its folder
"-"                                     # from standard input
""                                      # nobody knows any more

EssayPlaces(show).is_there("essays/rivers.md")
"""

import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

STANDARD_INPUT = "-"
OUTSIDE = "outside:"
_PART = re.compile(r"(.+\.\w{1,9})#([\w,-]+)")


@dataclass(frozen=True, slots=True)
class EssayPlaces:
    """What lies at places, seen from a show's folder."""

    show: Path

    def is_there(self, source: str) -> bool:
        return bool(source) and ((self.show / source).is_file() or (self.show / file_and_part(source)[0]).is_file())

    def are_one(self, source: str, other: str) -> bool:
        """Whether two places are one file by two names."""
        with suppress(OSError, ValueError):
            return (self.show / source).samefile(self.show / other)
        return False


def file_and_part(source: str) -> tuple[str, str]:
    """Of a chapter of a book both; most sources are whole files."""
    found = _PART.fullmatch(source)
    return (found[1], found[2]) if found else (source, "")


def for_people(source: str) -> str:
    if source == STANDARD_INPUT:
        return "from standard input"
    if source.startswith(OUTSIDE):
        return f"{source.rpartition('/')[2]}, outside the show"
    return source or "its essay's place is not known"
