"""Word by word: what is written, what is said for it, how it sounds, and which rule or sense decided that.

    said = words_said("Dr. Hale’s lead.", reader.form("Dr. Hale’s lead."), voice)
    [(one.written, one.spoken, one.rule) for one in said]       # ("Dr.", "Doctor", "title"), ("Hale’s", "Hale’s", "") …
    heard([(one, voice) for one in said], runner)               # their sounds, from the engine where nobody states them

What a rule takes for one thing is one word: "$5.6bn", "9:00 am – 5:00 pm".
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from podcast.recording.jobs.runner import JobRunner
from podcast.text.homographs.endings import with_s
from podcast.text.runs import is_spoken
from podcast.text.script import Script, Segment
from podcast.text.spoken import Expansion, SpokenForm
from podcast.text.spoken.rule import is_of_word
from podcast.voicing.casting import Character
from podcast.voicing.reading_aloud import TextReader, stated_sounds
from podcast.voicing.strange_words import strange_sounds
from voices.speech import Voice

_WORD = re.compile(r"[^\W_](?:[^\W_]|['’](?=[^\W_]))*")
_OWNED = re.compile(r"['’][sS]")


@dataclass(frozen=True, slots=True)
class WordSaid:
    """`ipa` is empty where no engine could tell; `rule` where the word is said as it stands."""

    written: str
    spoken: str
    start: int  # in the written text
    end: int
    ipa: str = ""
    rule: str = ""
    sense: str = ""  # of a homograph …
    reason: str = ""  # … and what tells it


@dataclass(frozen=True, slots=True)
class EssayWord:
    """A word that is said in one way, wherever that is."""

    word: WordSaid
    count: int
    source_start: int  # where it stands first in the essay's source
    character: Character  # who says it


def words_said(written: str, form: SpokenForm, voice: Voice | None = None) -> Iterator[WordSaid]:
    """In order. With a voice, those whose sounds somebody states have them, in its accent."""
    expansions = [one for one in form.expansions if one.written_start < one.written_end]
    at = 0
    for start, end in _units(written, expansions):
        begin, stop = bisect_left(form.origin, start), bisect_left(form.origin, end)
        inside: list[Expansion] = []
        while at < len(expansions) and expansions[at].written_start < end:
            inside.append(expansions[at])
            at += 1
        spoken = form.text[begin:stop].strip()
        if is_spoken(written[start:end]) or is_spoken(spoken):
            ipa = "" if voice is None else _stated(form, inside, (begin, stop), voice)
            bare = written[start:end].strip()
            first = written.index(bare, start)
            yield WordSaid(bare, spoken, first, first + len(bare), ipa, *_why(inside))


def heard(words: Sequence[tuple[WordSaid, Voice | None]], runner: JobRunner) -> tuple[WordSaid, ...]:
    """With the sounds of all: each engine is asked once for a voice, about each text once. Raises SpeechError."""
    asked: dict[Voice, dict[str, None]] = {}
    for word, voice in words:
        if voice is not None and not word.ipa and word.spoken:
            asked.setdefault(voice, {})[word.spoken] = None
    told = {voice: sounds_of(list(texts), voice, runner) for voice, texts in asked.items()}
    return tuple(
        word if word.ipa or voice is None else replace(word, ipa=told.get(voice, {}).get(word.spoken, ""))
        for word, voice in words
    )


def sounds_of(texts: Sequence[str], voice: Voice, runner: JobRunner) -> Mapping[str, str]:
    """How a voice says each text alone, and those in other letters as it is told to say them. Raises SpeechError."""
    strange = strange_sounds(((voice, text) for text in texts), runner)
    told = zip(texts, runner.sounds(texts, voice), strict=True)
    return {text: strange.get(text, ipa) for text, ipa in told}


def essay_words(
    script: Script, reader: TextReader, voices: Mapping[Character, Voice], runner: JobRunner
) -> tuple[EssayWord, ...]:
    """All words of a script in the order in which they occur first, each way of saying one once. Raises SpeechError."""
    found: dict[tuple[Character, WordSaid], EssayWord] = {}
    for segment in script.segments:
        character = segment.role, segment.language
        form = reader.form_of(segment)
        for word in words_said(segment.text, form, voices[character]):
            key = character, replace(word, start=0, end=0, reason="")
            first = found.get(key) or EssayWord(word, 0, _place(segment, word.start), character)
            found[key] = replace(first, count=first.count + 1)
    listed = tuple(found.values())
    sounding = heard([(one.word, voices[one.character]) for one in listed], runner)
    return tuple(replace(one, word=word) for one, word in zip(listed, sounding, strict=True))


def _place(segment: Segment, at: int) -> int:
    """Where a character of a segment's text stands in the source."""
    for run in segment.runs:
        if at < len(run.text):
            return min(run.start + at, max(run.end - 1, run.start))
        at -= len(run.text)
    return segment.end


def _units(written: str, expansions: Iterable[Expansion]) -> Iterator[tuple[int, int]]:
    """Words, and what rules take for one; what overlaps is one."""
    words = (match.span() for match in _WORD.finditer(_with_marks_as_letters(written)))
    spans = sorted([*words, *((one.written_start, one.written_end) for one in expansions)])
    if not spans:
        return
    start, end = spans[0]
    for _, (begin, stop) in pairwise(spans):
        if begin >= end:
            yield start, end
            start, end = begin, stop
        end = max(end, stop)
    yield start, end


def _with_marks_as_letters(text: str) -> str:
    """Of the same length: what combines with a letter belongs to its word, as the vowels of Hindi do."""
    if text.isascii():
        return text
    return "".join("a" if is_of_word(sign) and not sign.isalnum() else sign for sign in text)


def _why(expansions: Sequence[Expansion]) -> tuple[str, str, str]:
    """The rules of a word, its sense, and what tells that."""
    senses = [one for one in expansions if one.sense]
    sense, reason = (senses[0].sense, senses[0].reason) if senses else ("", "")
    return ", ".join(dict.fromkeys(one.rule for one in expansions)), sense, reason


def _stated(form: SpokenForm, expansions: Sequence[Expansion], stretch: tuple[int, int], voice: Voice) -> str:
    """What the lexicon or a sense has of a word's sounds, if that is all of it, but for an 's."""
    told = [(one, ipa) for one in expansions if one.start < one.end and (ipa := stated_sounds(form, one, voice))]
    if len(told) != 1:
        return ""
    one, ipa = told[0]
    begin, stop = stretch
    before, behind = form.text[begin : one.start].strip(), form.text[one.end : stop].strip()
    if before or (behind and not _OWNED.fullmatch(behind)):
        return ""
    return with_s(ipa, "ɪ") if behind else ipa
