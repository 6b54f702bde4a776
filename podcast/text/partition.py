"""The law of the text: each character that is not white space is in exactly one run or in exactly one skip.

    assert not partition_faults(essay)
    assert not faults_of(source, runs, skips)      # the same for a script, whose segments hold the runs

The tests hold every reader to it.
"""

import html
import re
from collections.abc import Iterable, Iterator, Sequence

from podcast.text.cleaning.addresses import WORDS
from podcast.text.essay import Essay, Run, Skip

_SPACE = re.compile(r"\s")
_MARKER = re.compile(r"\(?\d{1,9}[.)]")
_NUMBER = re.compile(r"\d{1,9}\. |[A-Z][a-z]+th, |First, |Second, |Third, ")
_ADDRESS = re.compile(r"\w+://|www\.", re.IGNORECASE)
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–", "0123456789-+--")


def partition_faults(essay: Essay) -> list[str]:
    """What breaks the law in an essay, as sentences; empty when all is well."""
    runs = [run for block in essay.blocks for run in block.runs]
    return faults_of(essay.source, runs, essay.skips)


def faults_of(source: str, runs: Sequence[Run], skips: Sequence[Skip]) -> list[str]:
    spans: list[Run | Skip] = [*runs, *skips]
    faults = [f"out of the source: {span}" for span in spans if not 0 <= span.start <= span.end <= len(source)]
    faults += [f"says what is not written: {run}" for run in runs if not _is_written(run, source)]
    faults += [f"twice: {source[start:end]!r} at {start}" for start, end in _overlaps(spans)]
    faults += [f"lost: {source[start:end]!r} at {start}" for start, end in gaps(source, spans)]
    faults += ["runs out of order"] * (list(runs) != sorted(runs, key=lambda run: run.start))
    return faults


def gaps(source: str, spans: Iterable[Run | Skip]) -> Iterator[tuple[int, int]]:
    """Stretches of the source, more than white space, that are in none of the spans."""
    reached = 0
    for span in sorted(spans, key=lambda span: span.start):
        if span.start > reached and source[reached : span.start].strip():
            yield reached, span.start
        reached = max(reached, span.end)
    if source[reached:].strip():
        yield reached, len(source)


def _overlaps(spans: Iterable[Run | Skip]) -> Iterator[tuple[int, int]]:
    reached = 0
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if span.start < min(reached, span.end):
            yield span.start, min(reached, span.end)
        reached = max(reached, span.end)


def _is_written(run: Run, source: str) -> bool:
    written = _SPACE.sub(" ", source[run.start : run.end])
    text = _SPACE.sub(" ", run.text)
    forms = (written, _SPACE.sub(" ", html.unescape(written)))
    if _NUMBER.fullmatch(run.text) and (run.start == run.end or _MARKER.fullmatch(written.strip())):
        return True  # of an item: for its marker, and in HTML nobody writes one
    if text in WORDS and _ADDRESS.match(written):
        return True
    return text in forms or not (text.strip() or written.strip()) or _is_raised(text, forms)


def _is_raised(text: str, forms: Iterable[str]) -> bool:
    """Numbers may be raised: 10<sup>2</sup> is said as 10²."""
    return text.translate(_LOWERED) in [form.translate(_LOWERED) for form in forms]
