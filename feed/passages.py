"""What is said in an episode, in the written form of the text, and when: what transcripts and pages are made of.

    passage.text[word.start : word.end], word.start_ms
    file.writelines(json_parts(passages, waveform))         # words.json
    passages, waveform = from_file(file)

A passage is a stretch of text that one speaker says without a longer pause. Times are milliseconds of the episode.

words.json is also a transcript as podcast apps know it (podcast namespace, transcripts, JSON): what we add to its
segments, others pass over. Offsets count code points, as Python does, and not UTF-16, as JavaScript does.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, NamedTuple, TextIO

from feed.packed import Packed

VERSION = "1.0.0"  # of the podcast namespace's format

_UNREADABLE = (ValueError, TypeError, OverflowError, RecursionError)
_END = "]}"  # the last line

_DASHES = frozenset("—–")
_UNSPACED = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff01-\uff60]")  # Chinese and Japanese have no spaces
_HEX_PAIRS = re.compile("(?:[0-9A-Fa-f]{2})*")
_SURROGATE = re.compile("[\ud800-\udfff]")
#: Two escapes in a row that JSON takes for one character: the offsets of all words behind it would be wrong.
_SURROGATE_PAIR = re.compile("[\ud800-\udbff](?=[\udc00-\udfff])")


class TimedWord(NamedTuple):
    """`text[start:end]` of its passage sounds from `start_ms` up to `end_ms`. Words don't overlap, and ascend."""

    start: int
    end: int
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Passage:
    text: str  # may have line breaks, as in verse; never empty
    speaker: str  # for people: "Narrator"
    kind: str  # "heading", "paragraph", "quotation", "list item", or "frame": a welcome or sign-off
    level: int  # of a heading 1–6; of a list item or quotation its depth, from 1; else 0
    block: int  # passages with the same number make one paragraph of the essay; -1 for a frame
    start_ms: int
    end_ms: int
    words: Sequence[TimedWord]  # kept packed
    is_timed: bool = True  # False: the words' times are estimates
    language: str = ""  # BCP 47, lower case; empty: the episode's
    number: int = 0  # of an item in a numbered list; -1: a further paragraph of such an item
    is_caption: bool = False  # of the chapter's picture

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", Packed(TimedWord._make, self.words))

    def joins(self, following: "Passage") -> str:
        """What stands between the two in their text, if both are of one paragraph."""
        return seam(self.text, following.text)


def seam(before: str, after: str) -> str:
    """What stood between two parts of a text that are without the space at their ends: a space or nothing."""
    at_dash = (before[-1:] in _DASHES and not before[-2:-1].isspace()) or (
        after[:1] in _DASHES and not after[1:2].isspace()
    )
    is_unspaced = _UNSPACED.match(before[-1:]) and _UNSPACED.match(after)
    return "" if at_dash or is_unspaced or before.endswith("/") else " "


def to_json(passages: Iterable[Passage], waveform: str = "") -> str:
    """words.json as one text; see `json_parts`."""
    return "".join(json_parts(passages, waveform))


def json_parts(passages: Iterable[Passage], waveform: str = "") -> Iterator[str]:
    """words.json, one segment a line. `waveform`: two hex digits a bar. Nothing in a text keeps it from being UTF-8."""
    yield f'{{"version":"{VERSION}","waveform":{_written(waveform)},"segments":[\n'
    before = ""
    for passage in passages:
        yield before + _written(_segment(passage))
        before = ",\n"
    yield "\n]}\n"


def from_json(text: str) -> tuple[tuple[Passage, ...], str]:
    """Passages and waveform of a words.json. ValueError: it is something else, and why."""
    try:
        return _read(json.loads(text))
    except _UNREADABLE as error:
        raise ValueError(f"This is no words.json: {error}.") from error


def from_file(file: TextIO) -> tuple[tuple[Passage, ...], str]:
    """The same, a line at a time where the lines are those that `json_parts` writes."""
    with suppress(*_UNREADABLE):
        head, lines = next(file, ""), (line.rstrip().removesuffix(",") for line in file)
        _, waveform = _read(json.loads(f"{head}]}}"))
        passages = tuple(_passage(json.loads(line)) for line in iter(lambda: next(lines, ""), _END))
        if not any(lines):
            return passages, waveform
    file.seek(0)
    return from_json(file.read())


def _segment(passage: Passage) -> dict[str, Any]:
    return {
        "speaker": passage.speaker,
        "startTime": passage.start_ms / 1000,
        "endTime": passage.end_ms / 1000,
        "body": passage.text,
        "kind": passage.kind,
        "level": passage.level,
        "block": passage.block,
        "isTimed": passage.is_timed,
        **({"language": passage.language} if passage.language else {}),
        **({"number": passage.number} if passage.number else {}),
        **({"isCaption": True} if passage.is_caption else {}),
        "words": [[word.start_ms, word.end_ms, word.start, word.end] for word in passage.words],
    }


def _written(value: Any) -> str:
    """As JSON that UTF-8 can hold. Half a character stays what it is, escaped; see _SURROGATE_PAIR."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", _SURROGATE_PAIR.sub("\ufffd", text))


def _read(facts: Any) -> tuple[tuple[Passage, ...], str]:
    version, waveform = _typed(facts, "version", str), _typed(facts, "waveform", str)
    if version != VERSION:
        raise ValueError(f"its version is {version!r}, not {VERSION!r}")
    if not _HEX_PAIRS.fullmatch(waveform):
        raise ValueError("its waveform is not hexadecimal")
    return tuple(_passage(segment) for segment in _typed(facts, "segments", list)), waveform


def _passage(segment: Any) -> Passage:
    text = _typed(segment, "body", str)
    return Passage(
        text=text,
        speaker=_typed(segment, "speaker", str),
        kind=_typed(segment, "kind", str),
        level=_typed(segment, "level", int),
        block=_typed(segment, "block", int),
        start_ms=round(_typed(segment, "startTime", float, int) * 1000),
        end_ms=round(_typed(segment, "endTime", float, int) * 1000),
        words=[_word(numbers, text) for numbers in _typed(segment, "words", list)],
        is_timed=_typed(segment, "isTimed", bool),
        language=_typed({"language": "", **segment}, "language", str),
        number=_typed({"number": 0, **segment}, "number", int),
        is_caption=_typed({"isCaption": False, **segment}, "isCaption", bool),
    )


def _word(numbers: Any, text: str) -> TimedWord:
    if not isinstance(numbers, list) or [type(number) for number in numbers] != [int] * 4:
        raise TypeError("a word is not four whole numbers")
    start_ms, end_ms, start, end = numbers
    if not 0 <= start <= end <= len(text):
        raise ValueError("a word lies outside of its text")
    return TimedWord(start, end, start_ms, end_ms)


def _typed(facts: Any, name: str, *kinds: type) -> Any:
    """`facts[name]`, which must be exactly of one of the `kinds`: to Python, true is a number."""
    if not isinstance(facts, Mapping) or type(facts.get(name)) not in kinds:
        raise TypeError(f"it has no {name!r} of the right kind")
    return facts[name]
