"""Footnote marks of web pages, raised numbers, and the brackets that a mark leaves empty.

is_mark("[1]")                          # True
raised("10 m", "2")                     # "²": a power; empty for a mark, which is not said
kept, skips = without_empty_brackets(runs, marks)       # "so [1]." without its mark is "so."
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain

from podcast.text.essay import Reason, Run, Skip
from podcast.text.runs import joined, split, text_of
from podcast.text.wordlist import each

_MARK = re.compile(r"[\s\[(]*(?:[*※注註]?\d{1,3}|[*†‡§¶#^↩⤴↑🔗]\ufe0e?|[a-z]|note \d{1,3})[\s\])]*", re.IGNORECASE)
_BRACKETED = re.compile(r"\s*[\[(]\s*(?:\d{1,3}|[*†‡]|[a-z]|note \d{1,3})\s*[\])]\s*", re.IGNORECASE)
_EMPTY = re.compile(r"(?:(?<!\s)\s+)?(?:\([\s,;]*\)|\[[\s,;]*\])")
_NOTE_PLACE = re.compile(
    r"#(?:_?(?:ftn|edn|fn|sdfootnote|footnote|endnote|note|cite_note|cite_ref|nota|fussnote|easy-footnote)s?(?:ref)?)"
    r"[-_:]{0,2}(?:anchor|ref|bottom|back|content)?[-_:]{0,2}[\w-]{0,40}",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"#(?:_?(?:ftn|edn|fn)ref|(?:footnote|note|endnote)[-_](?:anchor|ref|back)|cite_ref|sdfootnote\d+anc)"
)
_NUMBER = re.compile(r"[-−–+]?\d{1,4}[-−+]?")
_NUMBERS = re.compile(r"[\[(]?\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*[\])]?")  # of several notes
_RAISED = str.maketrans("0123456789-−–+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻⁺")
_BASE = re.compile(r"(?P<digits>\d+)$|(?P<word>[^\W\d_]+)$|(?P<bracket>\([^()]*[\d+−*/=-][^()]*\)|[)%°])$")
_UNITS = frozenset(
    each("""
    m km hm dam cm mm dm nm pm fm µm μm um ft yd mi ms µs ns Mm kg mg lb ml cl dl hl mol cd Hz kHz
    MHz kW MW kJ MJ Pa kPa hPa kN bar
    feet foot inch inches yard yards mile miles acre metre metres meter meters Meter Metern mètre mètres metro
    metros metri palmo varas miglia leguas lieues klafter Fuß Ruten chains rods
    Kilometern kilomètre kilomètres kilómetro kilómetros chilometro chilometri quilómetros quilômetros
    centimetres centimeters Zentimeter centimètres centímetros centimetri
    kilometre kilometres kilometer kilometers Kilometer sin cos tan log ln mc
    """)
)
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_NEAR = 40  # characters before a number that may be its base


def is_mark(text: str) -> bool:
    return bool(_MARK.fullmatch(text))


def leads_to_a_note(href: str) -> bool:
    """Whether a link leads to a footnote of the same text, or from there back to its mark."""
    return bool(_NOTE_PLACE.fullmatch(href[href.find("#") :] if "#" in href else ""))


def leads_back(href: str) -> bool:
    """From a footnote to its mark."""
    return leads_to_a_note(href) and bool(_BACK.search(href))


def is_bracketed(text: str) -> bool:
    """Beyond doubt a mark, wherever its link leads."""
    return bool(_BRACKETED.fullmatch(text))


def raised(before: str, text: str) -> str:
    """A raised number as it is written without tags: 10², km³, mc²; empty where it can only be the mark of a note."""
    number = text.strip()
    if is_power(before) and _NUMBER.fullmatch(number):
        return number.translate(_RAISED)
    is_note = _NUMBERS.fullmatch(number) and before[-1:].strip()
    return "" if is_note else text


def is_power(before: str) -> bool:
    """Whether what stands before a raised number can have a power: a number, a unit, one letter, a formula."""
    base = _BASE.search(before[-_NEAR:])
    if not base:
        return False
    if word := base["word"]:
        return len(word) == 1 or word in _UNITS
    return base.group() != ")" and not _YEAR.fullmatch(base.group())


def without_empty_brackets(runs: Sequence[Run], skips: Sequence[Skip]) -> tuple[tuple[Run, ...], list[Skip]]:
    """Only brackets that held a mark: those of `main()` are the writer's."""
    marks = sorted(skip.start for skip in skips if skip.reason is Reason.FOOTNOTE)
    found = [place for match in _EMPTY.finditer(text_of(runs)) for place in match.span()] if marks else []
    if not found:
        return tuple(runs), []
    stretches = split(runs, found)
    empty = {at for at in range(1, len(stretches), 2) if _holds(stretches[at], marks)}
    kept = joined(chain.from_iterable(stretch for at, stretch in enumerate(stretches) if at not in empty))
    gone = [run for at in sorted(empty) for run in stretches[at] if run.text.strip()]
    return tuple(kept), [Skip(run.text, Reason.FOOTNOTE, run.start, run.end) for run in gone]


def _holds(stretch: Sequence[Run], marks: Sequence[int]) -> bool:
    after = bisect_left(marks, stretch[0].start) if stretch else len(marks)
    return after < len(marks) and marks[after] < stretch[-1].end
