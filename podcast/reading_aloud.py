"""From the spoken form of a text to what a voice is given: the text, and the sounds that the lexicon has for its words.

said = utterance(spoken(text, language, lexicon.rules(language)), voice)
refuse_unsayable([said, …], crew.unsayable)             # before anything is voiced
"""

from collections.abc import Callable, Iterable

from podcast.errors import PodcastError
from podcast.text.spoken import Spoken
from voices.speech import Phonemes, Utterance, Voice


def utterance(form: Spoken, voice: Voice) -> Utterance:
    phonemes = (Phonemes(one.start, one.end, one.ipa) for one in form.expansions if one.ipa and one.start < one.end)
    return Utterance(form.text, voice, tuple(phonemes))


def refuse_unsayable(utterances: Iterable[Utterance], unsayable: Callable[[str, Voice], str]) -> None:
    """Raises PodcastError that lists the words whose sounds their voice can't make, each once."""
    problems: dict[str, None] = {}
    for said in utterances:
        for one in said.phonemes:
            if problem := unsayable(one.ipa, said.voice):
                problems[f"  - {said.text[one.start : one.end].strip()}: {problem}"] = None
    if problems:
        what = "A word of the lexicon can't be said" if len(problems) == 1 else "Words of the lexicon can't be said"
        remedy = "Give other sounds, or a respelling (say = …), or the language that the entry is for."
        raise PodcastError(what, remedy="\n".join([*problems, remedy]))
