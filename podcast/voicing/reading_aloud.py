"""How the texts of an essay are read aloud: in words, by the lexicon, and with the sounds of some words.

The lexicon and marks in the essay state some of these sounds; the others are those of homographs, which a sentence
decides.

reader = TextReader(lexicon, "en-us", expands=True)
form = reader.form(segment.text, segment.language)
said = utterance(form, voice, strange_sounds)
refuse_unsayable([said, …], runner.unsayable)             # before anything is voiced
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter
from types import MappingProxyType

from podcast.errors import PodcastError
from podcast.text.lexicon import Lexicon
from podcast.text.pronounced import RULE as MARK
from podcast.text.pronounced import PronouncedPlace, rule_of
from podcast.text.script import Segment
from podcast.text.spoken import Expansion, SpokenForm, SpokenRule, spoken
from podcast.voicing.strange_words import strange_words
from voices.speech import Phonemes, Utterance, Voice


@dataclass(frozen=True, slots=True)
class TextReader:
    """`language` is the essay's (BCP 47); without `expands` only the lexicon is applied."""

    lexicon: Lexicon
    language: str
    expands: bool = True
    _rules: dict[str, tuple[SpokenRule, ...]] = field(default_factory=dict, compare=False)

    def form_of(self, segment: Segment) -> SpokenForm:
        return self.form(segment.text, segment.language, segment.pronounced)

    def form(self, text: str, language: str = "", marks: Sequence[PronouncedPlace] = ()) -> SpokenForm:
        """`language`: the text's, where it isn't the essay's. `marks`: how its writer has stretches of it said."""
        language = language or self.language
        if language not in self._rules:
            self._rules[language] = self.lexicon.rules(language)
        form = spoken(text, language, (*rule_of(marks), *self._rules[language]), expands=self.expands)
        if not self.expands or language.partition("-")[0] != "en":
            return form
        from podcast.text.homographs.forms import with_senses  # an unchanged rebuild reads no text

        return with_senses(form, language)


def utterance(form: SpokenForm, voice: Voice, sounds: Mapping[str, str] = MappingProxyType({})) -> Utterance:
    """`sounds`: IPA of words in letters that the voice can't read (strange_words.py)."""
    told = (
        Phonemes(one.start, one.end, stated_sounds(form, one, voice)) for one in form.expansions if one.start < one.end
    )
    return with_sounds(Utterance(form.text, voice, tuple(one for one in told if one.ipa)), sounds)


def stated_sounds(form: SpokenForm, one: Expansion, voice: Voice) -> str:
    """A homograph's is in the voice's accent; empty for a voice of another language, which may lack its sounds."""
    if not one.ipa or one.rule in ("lexicon", MARK):
        return one.ipa
    from podcast.text.homographs import accented

    is_english = voice.language.partition("-")[0] == "en"
    return accented(form.text[one.start : one.end], one.ipa, voice.language) if is_english else ""


def with_sounds(said: Utterance, sounds: Mapping[str, str]) -> Utterance:
    """Also of these words; what the utterance has already, from the lexicon, wins."""
    told = list(said.phonemes)
    for start, end in strange_words(said.voice, said.text) if sounds else ():
        if (word := said.text[start:end]) in sounds and not any(one.start < end and start < one.end for one in told):
            told.append(Phonemes(start, end, sounds[word]))
    return replace(said, phonemes=tuple(sorted(told, key=attrgetter("start"))))


def refuse_unsayable(utterances: Iterable[Utterance], unsayable: Callable[[str, Voice], str]) -> None:
    """Raises PodcastError that lists the words whose sounds their voice can't make, each once."""
    problems: dict[str, None] = {}
    for said in utterances:
        for one in said.phonemes:
            if problem := unsayable(one.ipa, said.voice):
                problems[f"  - {said.text[one.start : one.end].strip()}: {problem}"] = None
    if problems:
        which = "A word" if len(problems) == 1 else "Words"
        what = f"{which} of the lexicon or of a mark can't be said"
        remedy = "Give other sounds, or a respelling (say = …), or the language that an entry is for."
        raise PodcastError(what, remedy="\n".join([*problems, remedy]))
