"""Which sense of a word a sentence means: by its part of speech, its tense, or by clues around it.

chosen(sentence, 2)         # Choice("metal", "ˈlɛd", "ˈlɛd", "beside “pipes”")
"""

from collections.abc import Iterator
from typing import NamedTuple

from podcast.text.homographs.by_class import NOUNS_AND_VERBS, SoundRow
from podcast.text.homographs.by_tense import TENSES, tense
from podcast.text.homographs.by_topic import TOPICS, TopicSense
from podcast.text.homographs.tagged import TaggedSentence
from podcast.text.homographs.wordclass import word_class

#: What clues weigh: right behind the word, right before it, elsewhere in its sentence; its class; how it is written.
_BEHIND, _BEFORE, _FAR, _CLASS, _LETTERS = 5, 4, 1, 3, 2
NOTHING_TELLS = "as most often"  # the reason of a sense that nothing around it asks for
_OPENING = frozenset("\"“”'‘’(:;—–-")


class Choice(NamedTuple):
    name: str
    american: str
    british: str
    reason: str


def chosen(sentence: TaggedSentence, index: int) -> Choice:
    word = sentence.word(index)
    if word in TENSES:
        which, reason = tense(sentence, index)
        return Choice(*TENSES[word][which], reason)
    if word in NOUNS_AND_VERBS:
        return _by_class(sentence, index, NOUNS_AND_VERBS[word])
    return _by_clues(sentence, index, TOPICS[word])


def _by_class(sentence: TaggedSentence, index: int, rows: tuple[SoundRow, SoundRow]) -> Choice:
    found = word_class(sentence, index)
    noun, verb = rows
    return Choice(*(verb if found.name in ("verb", "past") else noun), found.reason)


def _by_clues(sentence: TaggedSentence, index: int, meant: tuple[TopicSense, ...]) -> Choice:
    seen = dict(_clues(sentence, index))
    possible = [one for one in meant if "aa" in one.clues or not ("Aa" in one.clues and "aa" in seen)]
    best, most, told = possible[0], 0, NOTHING_TELLS
    for sense in possible:
        found = sense.clues & seen.keys()
        points = sum(seen[clue] for clue in found)
        if points > most:
            clue = max(sorted(found), key=seen.__getitem__)
            best, most, told = sense, points, _reason(clue)
    return Choice(best.name, best.american, best.british, told)


def _clues(sentence: TaggedSentence, index: int) -> Iterator[tuple[str, int]]:
    """Each that there is, with its weight."""
    for word in sentence.folded:
        yield word, _FAR
    before, behind = _beside(sentence, index, -1), _beside(sentence, index, 1)
    for count in range(1, len(before) + 1):
        yield f"-{' '.join(before[:count][::-1])}", _BEFORE
    for count in range(1, len(behind) + 1):
        yield f"+{' '.join(behind[:count])}", _BEHIND
    yield f"={word_class(sentence, index).name}", _CLASS
    if case := _case(sentence, index):
        yield case, _LETTERS


def _beside(sentence: TaggedSentence, index: int, step: int) -> list[str]:
    """The two words before or behind, the nearest first; a hyphen is none."""
    at = index + step * (1 + (sentence.word(index + step) == "-"))
    return [word for word in (sentence.word(at), sentence.word(at + step)) if word]


def _case(sentence: TaggedSentence, index: int) -> str:
    """Whether it is "Aa" or "aa"; nothing where a capital says nothing: at the beginning, and among other capitals."""
    if sentence.words[index][0].islower():
        return "aa"
    others = [word for word in sentence.words if word.isalpha() and len(word) > len("and")]
    are_capitals = sum(word[0].isupper() for word in others) * 2 > len(others) and len(others) > 2
    begins = index == 0 or sentence.word(index - 1) in _OPENING
    return "" if begins or are_capitals or sentence.words[index].isupper() else "Aa"


def _reason(clue: str) -> str:
    if clue[0] == "=":
        return f"its part of speech ({clue[1:]})"
    if clue in ("Aa", "aa"):
        return "written with a capital" if clue == "Aa" else "written without a capital"
    return f"{'before' if clue[0] == '+' else 'after' if clue[0] == '-' else 'with'} “{clue.lstrip('+-')}”"
