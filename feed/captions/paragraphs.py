"""Passages that are heard as one: a sentence in which a word has another voice is still one to read. Pure.

list(unparted(passages))
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from feed.captions.units import SENTENCE_END
from feed.passages import Passage, TimedWord

CLOSED_GAP_MS = 300  # a longer one is a pause, which parts


def unparted(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The same text and words in fewer passages: parts of a sentence, of one speaker, with no pause between are one."""
    group: list[Passage] = []
    for passage in passages:
        if group and not _goes_on(group[-1], passage):
            yield _one(group)
            group = []
        group.append(passage)
    if group:
        yield _one(group)


def _goes_on(passage: Passage, following: Passage) -> bool:
    is_same = 0 <= passage.block == following.block and passage.kind == following.kind
    is_timed = passage.words and following.words and passage.is_timed == following.is_timed
    is_close = 0 <= following.start_ms - passage.end_ms < CLOSED_GAP_MS
    is_sentence = not SENTENCE_END.search(passage.text) and passage.speaker == following.speaker
    return bool(is_same and is_timed and is_close and is_sentence)


def _one(group: Sequence[Passage]) -> Passage:
    if len(group) == 1:
        return group[0]
    text = ""
    words: list[TimedWord] = []
    for number, passage in enumerate(group):
        text += group[number - 1].joins(passage) if number else ""
        words += (word._replace(start=word.start + len(text), end=word.end + len(text)) for word in passage.words)
        text += passage.text
    return replace(group[0], text=text, words=words, end_ms=group[-1].end_ms)
