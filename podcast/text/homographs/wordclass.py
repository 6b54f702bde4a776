"""Which part of speech a word of a sentence is: by what stands around it, and else by its tag.

    sentence = TaggedSentence.of(["People", "use", "tools", "."])
    word_class(sentence, 1)         # WordClass("verb", "after “people”")

"noun", "adjective", "verb" (the present, the infinitive), "past", "participle". Neighbours that leave
no choice have the first word, since a tagger that was taught by newspapers errs where essays don't: "we object to it".
"""

from dataclasses import dataclass

from podcast.text.homographs.clauses import DETERMINERS, OBJECTS, is_joined_verb, is_missing_verb, is_no_verb
from podcast.text.homographs.tagged import TaggedSentence

_MODALS = frozenset("will would can could may might must shall should cannot n't 'll 'd do did does lets".split())
_SUBJECTS = frozenset("i you we they he she it who".split())
_ARTICLES = frozenset("a an the my your its our their".split())
_MODALS_OR_NOUNS = frozenset("do does did will may might".split())
_PREPOSITIONS = frozenset("of in on for with from by at into without under between against during through".split())
_NO_RULERS = _PREPOSITIONS | {"as"}  # no verb without a subject comes after them
_AUXILIARIES = frozenset("has have had having be been being is are was were am 've 're 'm get gets got".split())
#: What takes "to" as a preposition: "due to increase", "access to produce".
_TOWARDS = frozenset("due according addition response opposed contrary related thanks access compared prior".split())
_ADVERBS = frozenset(
    "also never not always often still only just even really actually sometimes usually now then ever soon already "
    "generally frequently rarely seldom too again further merely simply both all themselves himself herself".split()
)
_CLASSES = {"NN": "noun", "JJ": "adjective", "VBD": "past", "VBN": "participle", "VB": "verb", "RB": "adjective"}
_JOINING = frozenset(("and", "or", ""))
_QUOTES = tuple('"“”')
#: After these "to" stands between two degrees: "mild to moderate".
_DEGREES = frozenset("mild light low minor slight weak small moderate poor".split())
#: Words that are an adverb with the one before them: "on occasion", "in turn".
_PHRASES = frozenset((
    *(("on", word) for word in ("occasion", "average", "purpose")),
    *(("in", word) for word in ("turn", "fact", "time", "part", "effect", "general", "practice", "theory")),
    *(("at", word) for word in ("times", "first", "last", "least", "once")),
    ("of", "course"),
))  # fmt: skip
_LOOKED_BACK = 3  # adverbs and quotation marks between a verb and what rules it


@dataclass(frozen=True, slots=True)
class WordClass:
    name: str
    reason: str


def word_class(sentence: TaggedSentence, index: int) -> WordClass:
    return _by_neighbours(sentence, index) or _by_tag(sentence, index) or _by_place(sentence, index)


def ruling(sentence: TaggedSentence, index: int) -> int:
    """The place of what stands before the word, its adverbs and quotation marks; -1 where nothing does."""
    before = index - 1
    while before >= max(0, index - _LOOKED_BACK) and (width := _adverb(sentence, before)):
        before -= width
    return before


def _adverb(sentence: TaggedSentence, index: int) -> int:
    """How many words of one end at an index."""
    word = sentence.word(index)
    if (sentence.word(index - 1), word) in _PHRASES:
        return 2
    return int(word in _ADVERBS or word in _QUOTES or (word.endswith("ly") and sentence.tag(index) in ("RB", "")))


def _by_neighbours(sentence: TaggedSentence, index: int) -> WordClass | None:
    before = ruling(sentence, index)
    word, tag = sentence.word(before), sentence.tag(index)
    is_apart = any(sentence.word(at) not in _QUOTES for at in range(before + 1, index))
    if word == "to" and tag in ("NN", "JJ", "VB") and _is_degree(sentence, before - 1):
        return WordClass("adjective", f"after “{sentence.word(before - 1)} to”")
    if word in _NO_RULERS and tag in ("VB", "VBP"):
        return WordClass("noun", f"after “{word}”")
    rules_verb = word in _MODALS and (is_apart or tag != "NN" or word not in _MODALS_OR_NOUNS)
    if rules_verb or (word == "to" and not _is_preposition(sentence, before, tag)):
        return WordClass("verb", f"after “{word}”")
    name = _after(word, tag) or ("" if is_apart else _right_after(word, tag))
    if not name and word in _JOINING and tag in ("NN", "NNP") and sentence.word(index + 1) in OBJECTS:
        return WordClass("verb", f"before “{sentence.word(index + 1)}”")
    return WordClass(name, f"after “{word}”") if name else None


def _is_degree(sentence: TaggedSentence, index: int) -> bool:
    return sentence.word(index) in _DEGREES and sentence.word(index - 1) not in ("too", "so", "very")


def _after(word: str, tag: str) -> str:
    """What goes with a verb, with adverbs between or not."""
    if word in _AUXILIARIES and tag.startswith("VB"):
        return "participle"
    is_subject = word in _SUBJECTS and (word != "it" or tag.startswith("VB"))
    return "verb" if is_subject and tag not in ("VBD", "VBN", "JJ") else ""


def _right_after(word: str, tag: str) -> str:
    if word in DETERMINERS and not tag.startswith("VB"):
        return "adjective" if tag == "JJ" else "noun"
    if word in _ARTICLES and tag not in ("VBD", "VBN"):
        return "noun"
    return "noun" if word in _PREPOSITIONS and tag == "VBZ" else ""


def _is_preposition(sentence: TaggedSentence, at: int, tag: str) -> bool:
    """Whether "to" before a word that the tagger takes for a noun leads to a thing."""
    if sentence.word(at + 2) in ("and", "or") and sentence.tag(at + 3) in ("VB", "VBP"):  # to import and export
        return False
    return tag in ("NN", "NNS", "JJ") and (sentence.word(at - 1) in _TOWARDS or sentence.tag(at) == "IN")


def _by_tag(sentence: TaggedSentence, index: int) -> WordClass | None:
    tag = sentence.tag(index)
    if is_missing_verb(sentence, index):
        return WordClass("verb", f"after “{sentence.word(index - 1)}”, and no other verb")
    if is_joined_verb(sentence, index):
        return WordClass("verb", f"beside “{sentence.word(index - 2)}”")
    if is_no_verb(sentence, index):
        return WordClass("noun", f"after “{sentence.word(index - 1)}”, which no verb in this form follows")
    name = _CLASSES.get(tag) or _CLASSES.get(tag[:2]) or ("verb" if tag[:2] == "VB" else "")
    return WordClass(name, f"its part of speech ({tag})") if name else None


def _by_place(sentence: TaggedSentence, index: int) -> WordClass:
    """Without a tagger."""
    before, behind = sentence.word(index - 1), sentence.word(index + 1)
    begins_object = behind in OBJECTS
    if before in _PREPOSITIONS | DETERMINERS or behind in ("of", "is", "was", "are", "were", "has"):
        return WordClass("noun", f"beside “{before or behind}”")
    if begins_object or (before.endswith("s") and not before.endswith(("'s", "ss", "us"))):
        return WordClass("verb", f"beside “{behind if begins_object else before}”")
    return WordClass("noun", "as most often")
