"""English words that sound otherwise in the past: "read", and "used" before "to".

    TENSES["read"]                          # its two senses, as in by_class.py
    tense(sentence, index)                  # which of them is meant: 0 or 1, and why

"They read" is either: the rest of the sentence tells, by its verbs and by its "yesterday" or "every day".
"""

from podcast.text.homographs.tagged import TaggedSentence
from podcast.text.homographs.wordclass import WordClass, ruling, word_class

TENSES = {
    "read": (("read now", "ˈɹiːd", "ˈɹiːd"), ("read before", "ˈɹɛd", "ˈɹɛd")),
    "used": (("made use of", "ˈjuːzd", "ˈjuːzd"), ("accustomed", "ˈjuːst", "ˈjuːst")),
}
_PAST_SIGNS = frozenset(
    "yesterday ago once earlier previously last was were had did then before somewhere recently".split()
)
_PRESENT_SIGNS = frozenset("every always often usually never rarely sometimes is are today now will if".split())
_OF_OBJECTS = ("DT", "PRP", "PRP$", "NN", "NNS", "NNP", "JJ", "CD")
_BE = frozenset("is are was were be been being am 's 're 'm".split())
_ASKS_PAST = frozenset("have has had having haven't hasn't hadn't".split())
_GET = frozenset("get gets got getting become became becoming".split())


def tense(sentence: TaggedSentence, index: int) -> tuple[int, str]:
    return _used(sentence, index) if sentence.word(index) == "used" else _read(sentence, index)


def _used(sentence: TaggedSentence, index: int) -> tuple[int, str]:
    before, behind = sentence.word(ruling(sentence, index)), sentence.tag(index + 2)
    if sentence.word(index + 1) != "to":
        return 0, "without “to”"
    is_verb = behind in ("VB", "") or (behind == "NN" and sentence.tag(index + 3) in _OF_OBJECTS)
    if before in _BE and is_verb:
        return 0, f"after “{before}”, before a verb"
    if before in _BE | _GET:
        return 1, f"after “{before}”, before a thing"
    if sentence.tag(index) == "VBN" and before not in ("had", "have", "has", "") and behind == "VB":
        return _participle(sentence, index)
    return 1, "before “to”"


def _participle(sentence: TaggedSentence, index: int) -> tuple[int, str]:
    """Whether another verb makes a sentence: "tools used to cut were lost", but "people used to think so"."""
    others = (tag for at, tag in enumerate(sentence.tags) if at != index)
    return (0, "beside another verb") if any(tag in ("VBD", "VBZ", "VBP") for tag in others) else (1, "before “to”")


def _read(sentence: TaggedSentence, index: int) -> tuple[int, str]:
    found, tag = word_class(sentence, index), sentence.tag(index)
    subject = ruling(sentence, index)
    if sentence.word(index - 1) == "-":
        return 1, "in a compound"
    if sentence.tag(subject) == "PRP" and sentence.word(subject - 1) in _ASKS_PAST:
        return 1, f"after “{sentence.word(subject - 1)} {sentence.word(subject)}”"
    is_present = found.name == "noun" or tag == "VB" or found.reason == "after “to”"
    if found.name == "participle" or is_present or tag in ("JJ", "VBN"):
        return int(found.name == "participle" or not is_present), found.reason
    if sentence.word(subject) in ("he", "she", "it") or sentence.tag(subject) in ("NN", "NNP"):
        return 1, f"after “{sentence.word(subject)}”, without an s"
    return _by_signs(sentence, found)


def _by_signs(sentence: TaggedSentence, found: WordClass) -> tuple[int, str]:
    """Of many who read, by the rest of the sentence."""
    for signs, which in ((_PAST_SIGNS, 1), (_PRESENT_SIGNS, 0)):
        if seen := [word for word in sentence.folded if word in signs or (which and _is_year(word))]:
            return which, f"beside “{seen[0]}”"
    if found.name == "past":
        return 1, found.reason
    return (1, "beside another past") if "VBD" in sentence.tags else (0, found.reason)


def _is_year(word: str) -> bool:
    return word.isdigit() and len(word) == len("1984")
