"""The proof that no text was lost: each stretch of the essay's source, and when it is said or why it isn't. Pure.

    proof = coverage(essay.source, script, timeline)
    [(span.start, span.end, span.start_ms, span.end_ms, span.reason) for span in proof.spans]
    faults(proof, duration_ms)          # of one that was read back

Between two spans there is nothing but white space; `coverage` refuses to return anything else. Whoever has the source
can hold the proof against it: `sha256` says which one it is of.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from podcast.episode.facts import Coverage, Span
from podcast.episode.timeline import Placed, Timeline, to_ms
from podcast.text.essay import Run
from podcast.text.partition import gaps
from podcast.text.script import Script


def coverage(source: str, script: Script, timeline: Timeline) -> Coverage:
    """Raises RuntimeError when something of the source would be neither said nor skipped: a fault of ours."""
    said = [
        span
        for placed in timeline.placed
        if placed.segment is not None
        for span in _merged(_said(script.segments[placed.segment].runs, placed), source)
    ]
    skipped = [Span(skip.start, skip.end, reason=skip.reason) for skip in script.skips]
    spans = tuple(sorted([*said, *skipped], key=lambda span: (span.start, span.end)))
    if lost := next(gaps(source, [Run("", span.start, span.end) for span in spans]), None):
        raise RuntimeError(f"{source[slice(*lost)][:60]!r} at {lost[0]} is neither said nor skipped")
    return Coverage(len(source), digest(source), spans)


def digest(source: str) -> str:
    """SHA-256 in hex digits, as a proof names its source."""
    return hashlib.sha256(source.encode(errors="surrogatepass")).hexdigest()


def faults(proof: Coverage, duration_ms: int) -> Iterator[str]:
    """What is wrong with a proof that was read back from a file, for an episode of that length."""
    at, now_ms = 0, 0
    for span in proof.spans:
        place = f"characters {span.start} to {span.end}"
        if not at <= span.start < span.end <= proof.characters:
            yield f"{place} are out of order, or of the source"
        if span.reason:
            pass
        elif span.start_ms is None or span.end_ms is None or not now_ms <= span.start_ms <= span.end_ms <= duration_ms:
            yield f"{place} are said at no time of the episode, or before what stands before them"
        else:
            now_ms = span.start_ms
        at = max(at, span.end)


def _said(runs: Sequence[Run], placed: Placed) -> Iterator[Span]:
    """Each run with the time from its first word to its last; signs without a word have their neighbour's instant."""
    at, now = 0, placed.start_sample
    words = iter(placed.words)
    word = next(words, None)
    for run in runs:
        end = at + len(run.text)
        begin: int | None = None
        while word and word.start < end:
            begin = word.start_sample if begin is None else begin
            now = word.end_sample
            word = next(words, None)
        at = end
        if run.start < run.end:
            yield Span(run.start, run.end, to_ms(now if begin is None else begin), to_ms(now))


def _merged(spans: Iterable[Span], source: str) -> Iterator[Span]:
    """The runs of a segment as one span where nothing but white space is between them, such as the end of a line."""
    last: Span | None = None
    for span in spans:
        if last and not source[last.end : span.start].strip():
            last = replace(last, end=max(last.end, span.end), end_ms=span.end_ms)
            continue
        if last:
            yield last
        last = span
    if last:
        yield last
