"""The unusual words of an essay: how risky each is, how it will be said, and a sound to judge it by.

    with JobRunner() as runner:
        voices = voices_for(script, settings, reader, runner)
        found = vocabulary(script, reader, voices, runner)        # the riskiest first
        audition(found, prepare_cast(runner, settings, reader, …), runner)  # all of them, one after the other

What the lexicon has is no risk: it is left out. Homographs are told with the sense that their sentence gives them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from podcast.config.settings import Settings
from podcast.recording.jobs.render_jobs import SpeechJob
from podcast.recording.jobs.runner import JobRunner
from podcast.sound import SAMPLE_RATE_HZ
from podcast.sound.dsp.filters import Pcm
from podcast.text.dictionary import dictionary
from podcast.text.homographs import HOMOGRAPHS, accented
from podcast.text.homographs.choosing import NOTHING_TELLS
from podcast.text.homographs.forms import RULE
from podcast.text.pronounced import RULE as MARK
from podcast.text.script import Script, Segment
from podcast.text.spoken import Expansion, SpokenForm
from podcast.text.unusual import TWO_SOUNDS, Risk, Unusual, unusual_words
from podcast.voicing.casting import Character, choose_cast
from podcast.voicing.reading_aloud import TextReader, with_sounds
from podcast.voicing.ready_voices import Cast, characters_of
from podcast.voicing.wordbyword import sounds_of
from voices.speech import Phonemes, Utterance, Voice

GAP_S = 0.8  # between two words of an audition

_SMALL_OR_NOT = frozenset({"US", "IT", "WHO"})  # words in capitals, or acronyms among them
#: What a rule made of it is known, but for acronyms and names in capitals: those it guesses, too.
_GUESSED = frozenset({Risk.ACRONYM, Risk.UNKNOWN_NAME, Risk.FOREIGN_LETTERS})


_FormOf = Callable[[Segment], SpokenForm]


@dataclass(frozen=True, slots=True)
class Sounding:
    word: Unusual
    context: str  # the words around it
    spoken: str  # what the voice is given for it
    ipa: str  # how it says that; empty where its engine can't tell
    character: Character  # who says it first
    sense: str = ""  # of a homograph: "verb", "metal" …
    reason: str = ""  # … and what tells it
    is_sure: bool = False

    @property
    def risk(self) -> int:
        return 0 if self.is_sure else self.word.risk


def voices_for(script: Script, settings: Settings, reader: TextReader, runner: JobRunner) -> Mapping[Character, Voice]:
    cast = choose_cast(runner.rosters(settings.voice.driver), settings, reader.language, characters_of(script))
    return {character: speaker.voice for character, speaker in cast.items()}


def vocabulary(
    script: Script, reader: TextReader, voices: Mapping[Character, Voice], runner: JobRunner
) -> tuple[Sounding, ...]:
    found = sorted(_found(script, reader), key=lambda one: (-one.risk, -one.word.count, one.word.text.casefold()))
    sounds: dict[tuple[Character, str], str] = {}
    for character in {one.character for one in found}:
        texts = [one.spoken for one in found if one.character == character]
        told = sounds_of(texts, voices[character], runner)
        sounds.update({(character, text): ipa for text, ipa in told.items()})
    told_by = {character: voice.language for character, voice in voices.items()}
    return tuple(
        replace(one, ipa=accented(one.spoken, one.ipa, told_by[one.character]) or sounds[one.character, one.spoken])
        for one in found
    )


def audition(found: Sequence[Sounding], cast: Cast, runner: JobRunner) -> tuple[Pcm, tuple[int, ...]]:
    """All words in their voices, and the sample at which each begins."""
    pieces: list[Pcm] = []
    starts: list[int] = []
    at = 0
    gap = np.zeros(round(GAP_S * SAMPLE_RATE_HZ), np.int16)
    for one in found:
        narration = cast.narrations[one.character]
        known = (Phonemes(0, len(one.spoken), one.ipa),) if one.sense else ()
        said = with_sounds(Utterance(one.spoken, narration.voice, known), narration.strange)
        audio = runner.result(SpeechJob(said, narration.in_mono.chain))
        starts.append(at)
        pieces += [audio.pcm, gap]
        at += len(audio.pcm) + len(gap)
    return np.concatenate(pieces) if pieces else gap[:0], tuple(starts)


def _found(script: Script, reader: TextReader) -> Iterator[Sounding]:
    """Language by language, for each has its own dictionary."""
    form_of = cache(reader.form_of)  # several words stand in one text
    for language in dict.fromkeys(segment.language for segment in script.segments):
        segments = [segment for segment in script.segments if segment.language == language]
        primary = (language or reader.language).partition("-")[0]
        two_sounds = TWO_SOUNDS - HOMOGRAPHS if primary == "en" else frozenset[str]()
        if reader.expands:
            yield from _homographs(segments, form_of)
        for word in unusual_words((segment.text for segment in segments), dictionary(primary), two_sounds):
            segment = segments[word.segment]
            form = form_of(segment)
            if not _is_settled(word, form):
                said = _said(word, form) or word.text
                yield Sounding(word, _context(word, segment), said, "", (segment.role, segment.language))


def _homographs(segments: Sequence[Segment], form_of: _FormOf) -> Iterator[Sounding]:
    """Each sense of each once, as far as the lexicon leaves it to the sentence."""
    found: dict[tuple[str, str], list[tuple[int, str, Expansion]]] = {}
    for index, segment in enumerate(segments):
        form = form_of(segment)
        for one in form.expansions:
            if one.rule == RULE:
                said = form.text[one.start : one.end]
                found.setdefault((said.lower(), one.sense), []).append((index, said, one))
    for places in found.values():
        index, said, one = places[0]
        segment, start, end = segments[index], one.written_start, one.written_end
        word = Unusual(segment.text[start:end], Risk.TWO_SOUNDS, len(places), index, start, end)
        sure = all(place.reason != NOTHING_TELLS for _, _, place in places)
        character = segment.role, segment.language
        yield Sounding(word, _context(word, segment), said, one.ipa, character, one.sense, one.reason, sure)


def _is_settled(word: Unusual, form: SpokenForm) -> bool:
    """Whether the lexicon or a rule says what it sounds like."""
    rules = {one.rule for one in form.expansions if one.written_start < word.end and word.start < one.written_end}
    if "capitals" in rules and word.text not in _SMALL_OR_NOT:
        return True
    return not rules.isdisjoint(("lexicon", MARK)) or (bool(rules) and word.risk not in _GUESSED)


def _said(word: Unusual, form: SpokenForm) -> str:
    """A rule may begin in the word and take what follows it as well: the last dot of "U.S."."""
    ends = [one.written_end for one in form.expansions if word.start <= one.written_start < word.end]
    end = max([word.end, *ends])
    at = [index for index, origin in enumerate(form.origin) if word.start <= origin < end]
    return form.text[at[0] : at[-1] + 1].strip() if at else ""


def _context(word: Unusual, segment: Segment) -> str:
    text = segment.text
    begin = text.rfind(" ", 0, max(word.start - 16, 0)) + 1
    end = text.find(" ", min(word.end + 16, len(text)))
    return text[begin : end if end >= 0 else len(text)]
