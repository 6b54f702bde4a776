"""Where an episode is cut for a recogniser: in pauses, never longer than it hears at once, one language each. Pure.

    for clip in clips(passages, "en-us"):
        clip.start_ms, clip.end_ms, clip.language       # 14100, 40250, "en"

Whisper hears thirty seconds at a time. Who hands it an hour leaves it to guess where to cut: in the middle of
sentences, where it drops and doubles words. Music that stands alone is in no clip, for there is nothing to understand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from feed.passages import Passage

_LEAST_MS, _MOST_MS = 12_000, 28_000
_MARGIN_MS = 500  # around speech, as far as that reaches into a pause
_BESIDE_MS = 100  # around a passage that is played alone
_LONG_PAUSE_MS = 3000  # nobody speaks, but music may play


@dataclass(frozen=True, slots=True)
class Excerpt:
    start_ms: int
    end_ms: int
    language: str  # without a region: "en"


def clips(passages: Sequence[Passage], language: str) -> tuple[Excerpt, ...]:
    """In the order of the episode, without overlap; `language` is the episode's."""
    spans = sorted(_spans(passages, language), key=lambda span: span.start_ms)
    groups = [group for chunk in _of_one_language(spans) for group in _short(chunk)]
    if not groups:
        return ()
    return tuple(
        Excerpt(
            group[0].start_ms - _reach(before[-1:], group[:1]),
            group[-1].end_ms + _reach(group[-1:], after[:1]),
            group[0].language,
        )
        for before, group, after in zip([[], *groups[:-1]], groups, [*groups[1:], []], strict=True)
    )


def clips_of_one(passage: Passage, language: str) -> tuple[Excerpt, ...]:
    """Of one passage alone, with next to nothing of those beside it."""
    cut = clips([passage], language)
    return tuple(
        replace(
            clip,
            start_ms=max(clip.start_ms, passage.start_ms - _BESIDE_MS),
            end_ms=min(clip.end_ms, passage.end_ms + _BESIDE_MS),
        )
        for clip in cut
    )


def primary(language: str) -> str:
    """Without its region."""
    return language.partition("-")[0].lower()


def _spans(passages: Sequence[Passage], language: str) -> Iterator[Excerpt]:
    """What is not cut into: words, or passages whose words have estimated times."""
    for passage in passages:
        times = [(word.start_ms, word.end_ms) for word in passage.words] if passage.is_timed else []
        for start_ms, end_ms in times or [(passage.start_ms, passage.end_ms)]:
            yield Excerpt(start_ms, max(start_ms, end_ms), primary(passage.language or language))


def _of_one_language(spans: Sequence[Excerpt]) -> Iterator[list[Excerpt]]:
    """Without a long pause, either."""
    chunk = list(spans[:1])
    for before, span in pairwise(spans):
        if span.language != before.language or span.start_ms - before.end_ms > _LONG_PAUSE_MS:
            yield chunk
            chunk = []
        chunk.append(span)
    if chunk:
        yield chunk


def _short(chunk: list[Excerpt]) -> Iterator[list[Excerpt]]:
    """Cut in the longest of the pauses that come neither too early nor too late."""
    while chunk[-1].end_ms - chunk[0].start_ms > _MOST_MS:
        ends = [span.end_ms - chunk[0].start_ms for span in chunk[:-1]]
        pauses = [after.start_ms - before.end_ms for before, after in pairwise(chunk)]
        fitting = [at for at, end_ms in enumerate(ends) if _LEAST_MS <= end_ms <= _MOST_MS]
        at = max(fitting or range(min(1, len(pauses))), key=lambda at: pauses[at], default=None)
        if at is None:  # nothing to cut between
            break
        yield chunk[: at + 1]
        chunk = chunk[at + 1 :]
    yield chunk


def _reach(before: Sequence[Excerpt], after: Sequence[Excerpt]) -> int:
    """How far a clip goes into the pause between the two."""
    if not before:
        return min(_MARGIN_MS, after[0].start_ms)
    if not after:
        return _MARGIN_MS
    return min(_MARGIN_MS, max(0, after[0].start_ms - before[0].end_ms) // 2)
