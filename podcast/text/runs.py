"""Runs as text: fold white space, trim, split, all without losing the place in the source.

    runs = tuple(fold(source, 0, len(source)))
    first, second = split(runs, [80])

A run is either verbatim (as long as its stretch of the source) or an atom: an entity or folded white space, which
is never cut.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from podcast.text.essay import Run

_WITHOUT_SPACES = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff01-\uff60]")
_HALF = re.compile("[\ud800-\udfff]")
_PICTURE = re.compile("[\U0001f300-\U0001faff]")
_FOLDED = re.compile(r"[ \t\n\f\v\r]{2,}|[\t\n\f\v\r]")


def fold(source: str, start: int, end: int, href: str = "", lang: str = "") -> Iterator[Run]:
    """A stretch of the source as runs, in which white space is one space."""
    for gap in _FOLDED.finditer(source, start, end):
        if start < gap.start():
            yield Run(source[start : gap.start()], start, gap.start(), href, lang)
        if not is_within_a_word(source, gap.start(), gap.end()):
            yield Run(" ", gap.start(), gap.end(), href, lang)
        start = gap.end()
    if start < end:
        yield Run(source[start:end], start, end, href, lang)


def is_within_a_word(source: str, start: int, end: int) -> bool:
    """Chinese and Japanese are written without spaces: there a line break is none either."""
    around = source[max(start - 1, 0) : start] + source[end : end + 1]
    return len(around) == 2 and "\n" in source[start:end] and all(map(_WITHOUT_SPACES.match, around))


def text_of(runs: Iterable[Run]) -> str:
    return "".join([run.text for run in runs])


def whole(text: str) -> str:
    """Without halves of characters, which command lines and names of files can have, and no encoding has."""
    return _HALF.sub("\ufffd", text)


def is_spoken(text: str) -> bool:
    """Whether a voice would say anything: one letter or digit is enough."""
    return any(map(str.isalnum, text))


def is_emoji(text: str) -> bool:
    """Whether there is a picture in it, which says something, and no ornament."""
    return _PICTURE.search(text) is not None


def trim(runs: Sequence[Run]) -> tuple[Run, ...]:
    text = text_of(runs)
    bare = text.strip()
    if len(bare) == len(text) and bare and runs[0].text:
        return tuple(runs)
    return split(runs, [len(text) - len(text.lstrip()), len(text.rstrip())])[1] if bare else ()


def split(runs: Sequence[Run], points: Sequence[int]) -> list[tuple[Run, ...]]:
    """Runs cut at ascending offsets of their joined text, into one stretch more than there are points."""
    if not points:
        return [tuple(runs)]
    stretches: list[list[Run]] = [[]]
    begun = index = 0
    for run in runs:
        taken, ends = 0, begun + len(run.text)
        while (taken < len(run.text) or not run.text) and index < len(points) and points[index] < ends:
            at = points[index] - begun if _is_verbatim(run) else len(run.text) * (points[index] > begun)
            stretches[-1].extend([_part(run, taken, at)] if at > taken else [])
            stretches.append([])
            taken, index = max(taken, at), index + 1
        stretches[-1].extend([_part(run, taken, len(run.text))] if taken < len(run.text) or not run.text else [])
        begun = ends
    stretches.extend([] for _ in range(len(points) + 1 - len(stretches)))
    return [tuple(stretch) for stretch in stretches]


def without(
    runs: Sequence[Run], spans: Iterable[tuple[int, int]]
) -> tuple[list[tuple[Run, ...]], list[tuple[Run, ...]]]:
    """The stretches between ascending spans of the joined text, and those in them."""
    stretches = split(runs, [point for span in spans for point in span])
    return stretches[::2], stretches[1::2]


def _part(run: Run, begin: int, end: int) -> Run:
    if (begin, end) == (0, len(run.text)):
        return run
    return Run(run.text[begin:end], run.start + begin, run.start + end, run.href, run.lang)


def joined(runs: Iterable[Run]) -> Iterator[Run]:
    """The same runs without double spaces at their seams; verbatim neighbours become one.

    A line break swallows the spaces around it.
    """
    group: list[Run] = []
    for run in runs:
        if run.text == "\n" and group and group[-1].text.endswith(" "):
            group[-1] = _with_break_for_space(group[-1])
        kept = _without_first_space(run) if run.text[:1] in (" ", "\n") and _ends_in_space(group) else run
        if group and kept.text and not _continues(group[-1], kept):
            yield _one(group)
            group = []
        group += [kept] if kept.text else []
    if group:
        yield _one(group)


def _ends_in_space(group: Sequence[Run]) -> bool:
    """So does, in a manner of speaking, what comes before a block."""
    return not group or group[-1].text.endswith((" ", "\n"))


def _one(group: Sequence[Run]) -> Run:
    first = group[0]
    return Run(text_of(group), first.start, group[-1].end, first.href, first.lang) if len(group) > 1 else first


def _without_first_space(run: Run) -> Run:
    return Run(run.text[1:], run.start + 1 if _is_verbatim(run) else run.start, run.end, run.href, run.lang)


def _with_break_for_space(run: Run) -> Run:
    return replace(run, text=run.text[:-1] + "\n")


def _continues(last: Run, run: Run) -> bool:
    same = last.href == run.href and last.lang == run.lang
    return last.end == run.start and same and _is_verbatim(last) and _is_verbatim(run)


def _is_verbatim(run: Run) -> bool:
    return len(run.text) == run.end - run.start
