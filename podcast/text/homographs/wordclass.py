"""Which part of speech a word of a sentence is: by what stands around it, and else by its tag.

    sentence = TaggedSentence.of(["People", "use", "tools", "."])
    word_class(sentence, 1)         # WordClass("verb", "after “people”")

"noun", "adjective", "verb" (the present, the infinitive), "past", "participle". Neighbours that leave
no choice have the first word, since a tagger that was taught by newspapers errs where essays don't: "we object to it".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from podcast.text.homographs.tagger import tags

_MODALS = frozenset("will would can could may might must shall should cannot n't 'll 'd do did does lets".split())
_SUBJECTS = frozenset("i you we they he she it who".split())
_DETERMINERS = frozenset("a an the my your his its our their this these those no every each some any another".split())
_ARTICLES = frozenset("a an the my your its our their".split())
_MODALS_OR_NOUNS = frozenset("do does did will may might".split())
_PREPOSITIONS = frozenset("of in on for with from by at into without under between against during through".split())
_AUXILIARIES = frozenset("has have had having be been being is are was were am 've 're 'm get gets got".split())
#: What takes "to" as a preposition: "due to increase", "access to produce".
_TOWARDS = frozenset("due according addition response opposed contrary related thanks access compared prior".split())
_ADVERBS = frozenset(
    "also never not always often still only just even really actually sometimes usually now then ever soon already "
    "generally frequently rarely seldom again further merely simply both all themselves himself herself".split()
)
_CLASSES = {"NN": "noun", "JJ": "adjective", "VBD": "past", "VBN": "participle", "VB": "verb", "RB": "adjective"}
_OBJECTS = _DETERMINERS | frozenset("him her them us me it you everything nothing".split())
_ONE = frozenset("a an this that each every".split())
_JOINING = frozenset(("and", "or", ""))
_BEHIND_VERBS = frozenset("to at in on with through along from as by for".split())
_CLAUSES = frozenset("that which who as when because if while where although though whether".split())
_PLURALS, _FINITE, _ENDS = ("NNS", "NNPS"), ("VBZ", "VBP", "VBD", "MD"), tuple(".!?…")
_QUOTES = tuple('"“”')
_LOOKED_BACK = 3  # adverbs and quotation marks between a verb and what rules it


@dataclass(frozen=True, slots=True)
class TaggedSentence:
    words: tuple[str, ...]  # as written
    folded: tuple[str, ...]  # in lower case
    tags: tuple[str, ...]  # empty each where there is no tagger

    @classmethod
    def of(cls, words: Sequence[str]) -> Self:
        return cls(tuple(words), tuple(word.lower() for word in words), tags(words))

    def word(self, index: int) -> str:
        return self.folded[index] if 0 <= index < len(self.folded) else ""

    def tag(self, index: int) -> str:
        return self.tags[index] if 0 <= index < len(self.tags) else ""


@dataclass(frozen=True, slots=True)
class WordClass:
    name: str
    reason: str


def word_class(sentence: TaggedSentence, index: int) -> WordClass:
    return _by_neighbours(sentence, index) or _by_tag(sentence, index) or _by_place(sentence, index)


def ruling(sentence: TaggedSentence, index: int) -> int:
    """The place of what stands before the word, its adverbs and quotation marks; -1 where nothing does."""
    before = index - 1
    while before >= max(0, index - _LOOKED_BACK) and _is_adverb(sentence, before):
        before -= 1
    return before


def _is_adverb(sentence: TaggedSentence, index: int) -> bool:
    word = sentence.word(index)
    return word in _ADVERBS or word in _QUOTES or (word.endswith("ly") and sentence.tag(index) in ("RB", ""))


def _by_neighbours(sentence: TaggedSentence, index: int) -> WordClass | None:
    before = ruling(sentence, index)
    word, tag = sentence.word(before), sentence.tag(index)
    is_apart = before < index - 1
    rules_verb = word in _MODALS and (is_apart or tag != "NN" or word not in _MODALS_OR_NOUNS)
    if rules_verb or (word == "to" and not _is_preposition(sentence, before, tag)):
        return WordClass("verb", f"after “{word}”")
    name = _after(word, tag) or ("" if is_apart else _right_after(word, tag))
    if not name and word in _JOINING and tag in ("NN", "NNP") and sentence.word(index + 1) in _OBJECTS:
        return WordClass("verb", f"before “{sentence.word(index + 1)}”")
    return WordClass(name, f"after “{word}”") if name else None


def _after(word: str, tag: str) -> str:
    """What goes with a verb, with adverbs between or not."""
    if word in _AUXILIARIES and tag.startswith("VB"):
        return "participle"
    is_subject = word in _SUBJECTS and (word != "it" or tag.startswith("VB"))
    return "verb" if is_subject and tag not in ("VBD", "VBN", "JJ") else ""


def _right_after(word: str, tag: str) -> str:
    if word in _DETERMINERS and not tag.startswith("VB"):
        return "adjective" if tag == "JJ" else "noun"
    if word in _ARTICLES and tag not in ("VBD", "VBN"):
        return "noun"
    return "noun" if word in _PREPOSITIONS and tag in ("VB", "VBP", "VBZ") else ""


def _is_preposition(sentence: TaggedSentence, at: int, tag: str) -> bool:
    """Whether "to" before a word that the tagger takes for a noun leads to a thing."""
    return tag in ("NN", "NNS", "JJ") and (sentence.word(at - 1) in _TOWARDS or sentence.tag(at) == "IN")


def _by_tag(sentence: TaggedSentence, index: int) -> WordClass | None:
    tag = sentence.tag(index)
    if _is_missing_verb(sentence, index):
        return WordClass("verb", f"after “{sentence.word(index - 1)}”, and no other verb")
    name = _CLASSES.get(tag) or _CLASSES.get(tag[:2]) or ("verb" if tag[:2] == "VB" else "")
    return WordClass(name, f"its part of speech ({tag})") if name else None


def _is_missing_verb(sentence: TaggedSentence, index: int) -> bool:
    """Whether it has to be the verb of those before it, in spite of its tag: "some tribes house their guests"."""
    tag, behind = sentence.tag(index), sentence.word(index + 1)
    is_right_after = _agrees(sentence, index)
    if tag not in ("NN", "NNS", "JJ") or sentence.word(len(sentence.words) - 1) not in _ENDS:
        return False
    is_object = behind in _OBJECTS
    if is_right_after and is_object and tag == "NN":
        return True
    if any(tag in _FINITE for tag in _tags_of_clause(sentence, index)):
        return False
    if is_right_after:
        return is_object or tag == "NN" or behind in _BEHIND_VERBS
    are_many_before = any(tag in _PLURALS for tag in sentence.tags[:index])
    return tag == "NN" and are_many_before and (is_object or behind in ("with", "to", "from"))


def _agrees(sentence: TaggedSentence, index: int) -> bool:
    """Whether right before it stands what could be its subject: many for a form without an s, one for that with it."""
    subject, tag = sentence.tag(index - 1), sentence.tag(index)
    if subject in _PLURALS or (index == 1 and subject == "NNP" and sentence.word(0).endswith("s")):
        return tag in ("NN", "JJ")
    is_one = subject in ("NN", "NNP") or (subject == "JJ" and sentence.word(index - 2) in _ONE)
    return is_one and tag == "NNS"


def _tags_of_clause(sentence: TaggedSentence, index: int) -> tuple[str, ...]:
    """Of the words around it, as far as none begins another clause."""
    bounds = [at for at, word in enumerate(sentence.folded) if word in _CLAUSES]
    start = max((at for at in bounds if at < index), default=0)
    end = min((at for at in bounds if at > index), default=len(sentence.words))
    return sentence.tags[start:index] + sentence.tags[index + 1 : end]


def _by_place(sentence: TaggedSentence, index: int) -> WordClass:
    """Without a tagger."""
    before, behind = sentence.word(index - 1), sentence.word(index + 1)
    begins_object = behind in _OBJECTS
    if before in _PREPOSITIONS | _DETERMINERS or behind in ("of", "is", "was", "are", "were", "has"):
        return WordClass("noun", f"beside “{before or behind}”")
    if begins_object or (before.endswith("s") and not before.endswith(("'s", "ss", "us"))):
        return WordClass("verb", f"beside “{behind if begins_object else before}”")
    return WordClass("noun", "as most often")
