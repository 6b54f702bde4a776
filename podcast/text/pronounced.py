"""Marks in an essay that say how one place sounds, and no other: they overrule the lexicon, homographs and all rules.

    [lead]{ipa="lɛd"}       [Nguyen]{say="win"}                                 Markdown, as pandoc has it
    <span data-ipa="lɛd">lead</span>    <span data-say="win">Nguyen</span>      HTML, also in Markdown
    <phoneme alphabet="ipa" ph="lɛd">lead</phoneme>     <sub alias="win">Nguyen</sub>   as SSML has it

    stated({"say": "lɛd"})                      # ("", "lɛd"), for only IPA has such letters; or None
    check_pronounced(essay, "essay.md")         # refuses what can't be right, with its line
    placed(piece, about(block, essay.pronounced))   # where each lies in the text of a block's piece
    rule_of(segment.pronounced)                 # as a rule with the first and the last word, like the lexicon's

`say` and `ipa` are what they are in a lexicon.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from podcast.errors import PodcastError
from podcast.text.lexicon.entry import mistakes_in_ipa, mistakes_said
from podcast.text.lexicon.ipa import normalised, not_ipa
from podcast.text.runs import is_spoken, text_of
from podcast.text.spoken.rule import SpokenRule, Style, _Said

if TYPE_CHECKING:
    from podcast.text.essay import Essay, Run

RULE = "mark"
_SAY, _IPA = ("say", "data-say"), ("ipa", "data-ipa")
_ONLY_IPA = re.compile("[\u0250-\u02afˈˌː]|^/.*/$")
_SIGNS = re.compile(r"<[^<>]*>|[\[\]*_`]")  # what else stands in a marked stretch of the source
_WHOLE_TEXT = re.compile(r"(?s).+")
_SHOWN = 20  # mistakes


@dataclass(frozen=True, slots=True)
class PronouncedPlace:
    """`start` and `end` are in the essay's source, or, of a segment, in its text; `say` or `ipa` is empty."""

    start: int
    end: int
    say: str = ""
    ipa: str = ""


def stated(attributes: Mapping[str, str], element: str = "") -> tuple[str, str] | None:
    """What attributes state as (say, ipa); with both, the sounds. `element`: an HTML element's name."""
    say, ipa = _first(attributes, _SAY), _first(attributes, _IPA)
    if element == "phoneme" and attributes.get("alphabet", "ipa").lower() == "ipa":
        ipa = attributes.get("ph", ipa)
    elif element == "sub":
        say = attributes.get("alias", say)
    if ipa is not None:
        return "", ipa.strip()
    if say is None:
        return None
    is_ipa = _ONLY_IPA.search(say.strip()) and not not_ipa(say)
    return ("", say.strip()) if is_ipa else (" ".join(say.split()), "")


def check_pronounced(essay: "Essay", name: str) -> None:
    """Raise PodcastError that lists the marks which can't be right. `name`: the essay's file."""
    if not essay.pronounced:
        return
    line_ends = [at for at, sign in enumerate(essay.source) if sign == "\n"]
    starts, ends = [block.runs[0].start for block in essay.blocks], [block.runs[-1].end for block in essay.blocks]
    problems = []
    for mark in sorted(essay.pronounced, key=in_order):
        line = bisect_left(line_ends, mark.start) + 1
        where = name if essay.is_converted else f"{name}, line {line}"
        blocks = bisect_left(starts, mark.end) - bisect_right(ends, mark.start)
        mistakes = list(_mistakes(essay.source[mark.start : mark.end], mark))
        if not mistakes and blocks > 1:
            mistakes = [f"a mark ({mark.say or mark.ipa}) is around {blocks} paragraphs, and is meant for a few words"]
        problems += [f"  - {where}: {mistake}" for mistake in mistakes]
    if problems:
        what = "A mark that says how a word sounds has a mistake"
        what = what if len(problems) == 1 else f"Marks that say how a word sounds have {len(problems)} mistakes"
        more = [f"  and {len(problems) - _SHOWN} more"] if len(problems) > _SHOWN else []
        raise PodcastError(what, remedy="\n".join([*problems[:_SHOWN], *more]))


def in_order(mark: PronouncedPlace) -> tuple[int, int]:
    """A key to sort by: the outer one before those in it."""
    return mark.start, -mark.end


def about(runs: "Sequence[Run]", marks: Sequence[PronouncedPlace]) -> dict[PronouncedPlace, str]:
    """Of a block's runs, the text that each mark is about; `marks`: all of the essay, in their order."""
    text = text_of(runs) if marks else ""
    return {mark: text[start:end] for mark, start, end in _within(runs, marks)}


def placed(runs: "Sequence[Run]", told: Mapping[PronouncedPlace, str]) -> Iterator[PronouncedPlace]:
    """Where they are in a piece of the block, if it has all that they are about, and not a part of it."""
    text = text_of(runs) if told else ""
    for mark, start, end in _within(runs, tuple(told)):
        if text[start:end] == told[mark]:
            yield replace(mark, start=start, end=end)


def _within(runs: "Sequence[Run]", marks: Sequence[PronouncedPlace]) -> Iterator[tuple[PronouncedPlace, int, int]]:
    """With their offsets in the text of these runs; of two that overlap, the outer one."""
    if not marks or not runs:
        return
    begins, ends = [run.start for run in runs], [run.end for run in runs]
    offsets = [0, *accumulate(len(run.text) for run in runs)]
    reached = 0
    at = max(bisect_left(marks, runs[0].start, key=_start) - 1, 0)  # a sign of it stands before its text
    for mark in map(marks.__getitem__, range(at, len(marks))):
        if mark.start >= runs[-1].end:
            break
        first, last = bisect_left(begins, mark.start), bisect_right(ends, mark.end)
        text = text_of(runs[first:last])
        if is_spoken(text) and offsets[first] >= reached:
            reached = offsets[last]
            yield mark, reached - len(text.lstrip()), offsets[first] + len(text.rstrip())


def rule_of(marks: Sequence[PronouncedPlace]) -> tuple[SpokenRule, ...]:
    """For one text, in which they lie; none where there are none."""
    if not marks:
        return ()

    def say(match: re.Match[str], _style: Style) -> _Said:
        return [
            (one.say or match[0][one.start : one.end], one.start, one.end, normalised(one.ipa))
            for one in marks
            if one.end <= len(match[0])
        ]

    return (SpokenRule(RULE, _WHOLE_TEXT, say, searches=True),)


def _start(mark: PronouncedPlace) -> int:
    return mark.start


def _first(attributes: Mapping[str, str], names: Iterable[str]) -> str | None:
    return next((attributes[name] for name in names if name in attributes), None)


def _mistakes(written: str, mark: PronouncedPlace) -> Iterator[str]:
    words = _SIGNS.sub("", written)
    shown = " ".join(words.split())[:40]
    if not is_spoken(words):
        yield f"a mark ({mark.say or mark.ipa}) is around nothing that is said"
    elif mark.ipa:
        yield from mistakes_in_ipa(mark.ipa, f"the ipa of {shown!r}")
    else:
        yield from mistakes_said(mark.say, f"the say of {shown!r}")
