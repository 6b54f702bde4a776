"""Soundbites: the sentences that a writer marked, or pulled out of the text, as stretches of the episode. Pure.

    soundbites(essay, script, timeline)

`==marked==` in Markdown and <mark> in HTML mark a sentence. Without marks, a quotation that stands in the text a
second time is one that was pulled: the text says it, the quotation shows it. Apps play 15 to 120 s (NS,
<podcast:soundbite>), so a short sentence goes on to the end of a later one.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from feed.show import Soundbite
from podcast.episode.timeline import Timeline, to_ms
from podcast.sound import SENTENCE_END
from podcast.text.essay import Essay, Kind, Reason, Run
from podcast.text.script import Script, Segment

SHORTEST_MS, LONGEST_MS = 15_000, 120_000
MOST = 5

_MARK = re.compile(r"(?<!=)==(?!=)|<mark(?:\s[^>]*)?>|</mark\s*>", re.IGNORECASE)
_FEWEST_WORDS = 5  # of a quotation that can have been pulled; fewer stand in a text twice by chance
_MOST_QUOTATIONS = 50  # that are looked for in the text
_QUOTATION_MARKS = "\"'“”„«»‘’ \n\t"
_PARAGRAPH_END = re.compile(r"\n[ \t>]*\n|</(?:p|h[1-6]|li|blockquote)\s*>", re.IGNORECASE)

_Span = tuple[int, int]  # characters of the source


class SaidSentence(NamedTuple):
    at: int  # in the source
    text: str
    start_ms: int
    end_ms: int
    section: int  # counts the headings before it
    ends: bool  # whether a sentence ends with it


def soundbites(essay: Essay, script: Script, timeline: Timeline) -> tuple[Soundbite, ...]:
    """At most `MOST`, in the order of the essay. A stretch keeps within its section, so a short one has none."""
    spans = list(_marked(essay.source, script)) or list(islice(_pulled(essay), MOST))
    words = list(_words(script.segments, timeline)) if spans else []
    found = (_soundbite(span, words) for span in spans[:MOST])
    return tuple(bite for bite in found if bite is not None)


def _marked(source: str, script: Script) -> Iterator[_Span]:
    """From each mark to the one that ends it; readers have put the marks themselves aside as markup."""
    opened, begin = "", 0
    for skip in script.skips:
        for mark in _MARK.finditer(skip.text) if skip.reason is Reason.MARKUP else ():
            sign, start, end = mark[0][:2].lower(), skip.start + mark.start(), skip.start + mark.end()
            if _is_a_line(source, start, end):  # a heading is underlined like that
                continue
            if opened and _PARAGRAPH_END.search(source, begin, start):  # it was never ended
                opened = ""
            if opened and sign == ("==" if opened == "==" else "</"):
                yield begin, start
                opened = ""
            elif not opened and sign != "</":
                opened, begin = sign, end


def _is_a_line(source: str, start: int, end: int) -> bool:
    return source[max(start - 1, 0) : start] == "\n" and source[end : end + 1] in ("\n", "")


def _pulled(essay: Essay) -> Iterator[_Span]:
    paragraphs = [block for block in essay.blocks if block.kind is Kind.PARAGRAPH]
    quotations = [block.text.strip(_QUOTATION_MARKS) for block in essay.blocks if block.kind is Kind.QUOTATION]
    for wanted in quotations[:_MOST_QUOTATIONS]:
        if len(wanted.split()) < _FEWEST_WORDS:
            continue
        found = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)")
        for block in paragraphs:
            if match := found.search(block.text):
                yield _source_index(block.runs, match.start()), _source_index(block.runs, match.end() - 1) + 1
                break


def _words(segments: Sequence[Segment], timeline: Timeline) -> Iterator[SaidSentence]:
    section = 0
    for placed in timeline.placed:
        if placed.segment is None:
            continue
        segment = segments[placed.segment]
        section += segment.kind is Kind.HEADING
        last = len(placed.words) - 1
        for number, word in enumerate(placed.words if segment.kind is not Kind.HEADING else ()):
            text = placed.text[word.start : word.end]
            yield SaidSentence(
                at=_source_index(segment.runs, word.start),
                text=text,
                start_ms=to_ms(word.start_sample),
                end_ms=to_ms(word.end_sample),
                section=section,
                ends=number == last or SENTENCE_END.search(text) is not None,
            )


def _source_index(runs: Sequence[Run], index: int) -> int:
    """Where in the source the character `index` of the runs' text stands."""
    for run in runs:
        if index < len(run.text):
            return min(run.start + index, run.end - 1)
        index -= len(run.text)
    return runs[-1].end


def _soundbite(span: _Span, words: Sequence[SaidSentence]) -> Soundbite | None:
    """From the first word to the end of a sentence; where the section ends too soon, from an earlier sentence on."""
    inside = [number for number, word in enumerate(words) if span[0] <= word.at < span[1]]
    if not inside:
        return None
    section = words[inside[0]].section
    ends_ms = [word.end_ms for word in words[inside[-1] :] if word.ends and word.section == section]
    for start_ms in (words[inside[0]].start_ms, *_earlier_ms(words, inside[0])):
        if lengths := [end_ms - start_ms for end_ms in ends_ms if end_ms - start_ms >= SHORTEST_MS]:
            title = " ".join(words[number].text for number in inside).rstrip(",;:–—- ")
            return Soundbite(start_ms, min(lengths[0], LONGEST_MS), title)
    return None


def _earlier_ms(words: Sequence[SaidSentence], first: int) -> Iterator[int]:
    """Where the sentences before a word begin, within its section, the last one first."""
    for number in range(first - 1, -1, -1):
        if words[number].section != words[first].section:
            return
        is_first = number == 0 or words[number - 1].section != words[first].section
        if is_first or words[number - 1].ends:
            yield words[number].start_ms
