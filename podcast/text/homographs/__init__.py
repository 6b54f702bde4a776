"""Words that are written alike and said in two ways: which of them is meant, and how it sounds.

    [sense] = senses("Yesterday she read the paper.", "en-us")
    sense.written, sense.ipa, sense.name, sense.reason      # "read", "ˈɹɛd", "read before", "…"
    accented("read", "ˈɹɛd", "en-gb")                       # the same sense in another accent

The part of speech decides (wordclass.py, by_class.py), or what the sentence is about (by_topic.py, choosing.py).
Pure; English only. A text without such a word is passed over at the cost of one look at each of its words.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from podcast.text.homographs.by_class import NOUNS_AND_VERBS
from podcast.text.homographs.by_tense import TENSES
from podcast.text.homographs.by_topic import TOPICS
from podcast.text.homographs.choosing import NOTHING_TELLS, chosen
from podcast.text.homographs.tagged import TaggedSentence
from podcast.text.spoken.rule import Style

#: Whose first sense every engine says by itself, and in a sentence better than alone ("does").
_KNOWN = frozenset("does number job nice reading august jesus mobile rodeo sake lima used wicked crooked".split())
HOMOGRAPHS = frozenset((*NOUNS_AND_VERBS, *TENSES, *TOPICS))

#: Single quotation marks are none, since taggers take them for what follows an owner: "the lives' end".
_TOKEN = re.compile(r"(?<=\w)['’][^\W_]+|[^\W_]+|(?<=s)['’]|[^\w\s'‘’]")
_ENDS = frozenset(".!?…")
_LONGEST = 120  # words that are looked at as one sentence


class WordSense(NamedTuple):
    """`text[start:end]` is the word, without what an apostrophe hangs on it."""

    start: int
    end: int
    written: str
    ipa: str
    name: str  # of the sense: "verb", "metal"
    reason: str

    @property
    def is_sure(self) -> bool:
        return self.reason != NOTHING_TELLS

    @property
    def is_told(self) -> bool:
        """Whether an engine has to be told how it sounds."""
        word = self.written.lower()
        return word not in _KNOWN or self.ipa not in _rows(word)[0]


def senses(text: str, language: str) -> tuple[WordSense, ...]:
    """`language` is BCP 47, lower case. In order; none in a language other than English."""
    if language.partition("-")[0] != "en":
        return ()
    return tuple(found for sentence in _sentences(text) for found in _of_sentence(sentence, language))


def accented(written: str, ipa: str, language: str) -> str:
    """How a sense whose sounds are `ipa` sounds in another accent of English."""
    for _name, american, british in _rows(written.lower()):
        if ipa in (american, british):
            return american if Style(language).is_american else british
    return ipa


def _rows(word: str) -> tuple[tuple[str, str, str], ...]:
    if word in NOUNS_AND_VERBS:
        return NOUNS_AND_VERBS[word]
    if word in TENSES:
        return TENSES[word]
    return tuple((one.name, one.american, one.british) for one in TOPICS.get(word, ()))


def _sentences(text: str) -> Iterator[list[re.Match[str]]]:
    """Those that have a homograph."""
    sentence: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text):
        sentence.append(token)
        is_end = token[0] in _ENDS and not text[token.end() : token.end() + 1].isalnum()
        if is_end or len(sentence) == _LONGEST:
            yield sentence
            sentence = []
    yield sentence


def _of_sentence(sentence: list[re.Match[str]], language: str) -> Iterator[WordSense]:
    at = [index for index, token in enumerate(sentence) if token[0].lower() in HOMOGRAPHS]
    if not at:
        return
    tagged = TaggedSentence.of(_words(sentence))
    for index in at:
        choice = chosen(tagged, index)
        start, end = sentence[index].span()
        ipa = choice.american if Style(language).is_american else choice.british
        yield WordSense(start, end, sentence[index][0], ipa, choice.name, choice.reason)


def _words(sentence: list[re.Match[str]]) -> list[str]:
    """As a treebank has them: "do" and "n't", "she" and "'s"."""
    words: list[str] = []
    for token in sentence:
        word = token[0].replace("’", "'")
        if word == "'t" and words and words[-1][-1:] == "n":
            words[-1], word = words[-1][:-1] or "n", "n't"
        words.append(word)
    return words
