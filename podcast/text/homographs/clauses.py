"""What a clause allows a word to be, whatever its tag says: the verb that it lacks, or none that it has no place for.

    is_missing_verb(sentence, 2)    # "some tribes house their guests"
    is_no_verb(sentence, 4)         # "funded by a firm's affiliate links"

Tags are the Penn Treebank's. Taggers are taught by newspapers, and take the more frequent part of speech in doubt.
"""

from podcast.text.homographs.tagged import TaggedSentence

DETERMINERS = frozenset("a an the my your his its our their this these those no every each some any another".split())
OBJECTS = DETERMINERS | frozenset(
    "him her them us me it you everything nothing itself himself herself themselves".split()
)
_ONE = frozenset("a an this that each every".split())
_BEHIND_VERBS = frozenset("to at in on with through along from as by for into".split())
_CLAUSES = frozenset("that which who as when because if while where although though whether".split())
_PLURALS, _FINITE, _ENDS = ("NNS", "NNPS"), ("VBZ", "VBP", "VBD", "MD"), tuple(".!?…")
#: Many, though they have no s: a verb without one may follow.
_MANY = frozenset(
    "people police men women children folk cattle staff crew team tribe others most many some both all".split()
)
_AUXILIARIES = frozenset("do does did will would can could may might must shall should to let make makes made".split())
_OPENING = frozenset('(,;:"“')
_GLUED = tuple('-"“')
_NOUNS = ("NN", "NNS", "NNP", "NNPS")


def is_missing_verb(sentence: TaggedSentence, index: int) -> bool:
    """Whether it has to be the verb of those before it, in spite of its tag: "some tribes house their guests"."""
    tag, behind = sentence.tag(index), sentence.word(index + 1)
    is_closed = sentence.word(len(sentence.words) - 1) in _ENDS
    if tag not in ("NN", "NNS", "JJ") or not is_closed or behind == "of" or sentence.word(index - 1) in _GLUED:
        return False
    is_right_after, is_object = _agrees(sentence, index), behind in OBJECTS
    is_relative = sentence.tag(index - 1) == "WDT" and tag != "NNS"  # "reflections which invert orientation"
    if is_relative or (is_right_after and is_object and tag == "NN"):
        return True
    if any(one in _FINITE for one in _tags_of_clause(sentence, index)):
        return False
    if is_right_after:
        return is_object or tag == "NN" or behind in _BEHIND_VERBS or sentence.tag(index + 1) in _NOUNS
    is_within_thing = sentence.tag(index - 1) in ("IN", "DT", "PRP$", "CD") or sentence.word(index - 2) in ("a", "an")
    are_many_before = not is_within_thing and any(tag in _PLURALS for tag in sentence.tags[:index])
    is_only_verb = not any(one in _FINITE for one in sentence.tags)
    takes_object = is_object or (is_only_verb and sentence.tag(index + 1) in (*_NOUNS, "JJ"))
    is_followed = tag == "NN" and (behind in _BEHIND_VERBS or sentence.tag(index + 1) == "RB")
    return are_many_before and (takes_object or is_followed)


def _agrees(sentence: TaggedSentence, index: int) -> bool:
    """Whether right before it stands what could be its subject: many for a form without an s, one for that with it."""
    before = index - 2 if sentence.word(index - 1) in ("too", "also", "often") else index - 1
    subject, tag = sentence.tag(before), sentence.tag(index)
    if (
        subject in _PLURALS
        or sentence.word(before) in _MANY
        or (index == 1 and subject == "NNP" and sentence.word(0).endswith("s"))
    ):
        return tag in ("NN", "JJ")
    is_one = subject in ("NN", "NNP") or (subject == "JJ" and sentence.word(index - 2) in _ONE)
    return is_one and tag == "NNS"


def _tags_of_clause(sentence: TaggedSentence, index: int) -> tuple[str, ...]:
    """Of the words around it, as far as none begins another clause."""
    bounds = [at for at, word in enumerate(sentence.folded) if word in _CLAUSES]
    start = max((at for at in bounds if at < index), default=0)
    end = min((at for at in bounds if at > index), default=len(sentence.words))
    return sentence.tags[start:index] + sentence.tags[index + 1 : end]


def is_joined_verb(sentence: TaggedSentence, index: int) -> bool:
    """Whether it goes on a row of verbs: "to prevent, retard, and suppress", "buy and use tools"."""
    if sentence.word(index - 1) not in ("and", "or", ","):
        return False
    tag, other = sentence.tag(index), sentence.tag(index - 2)
    is_pair = sentence.word(index - 1) != "," and (other, tag) in (("VBP", "NN"), ("VBZ", "NNS"))
    return is_pair or (other == "VB" and tag in ("NN", "JJ") and sentence.word(index + 1) not in _ENDS)


def is_no_verb(sentence: TaggedSentence, index: int) -> bool:
    """Whether it can't be the present that its tag says: no subject goes with it, or its clause has a verb already."""
    tag = sentence.tag(index)
    if tag not in ("VB", "VBP"):
        return False
    if sentence.word(index - 1) in _OPENING or index == 0:
        return _opens_with_thing(sentence, index)
    return _is_after_one(sentence, index) or (tag == "VBP" and _is_last_of_thing(sentence, index))


def _opens_with_thing(sentence: TaggedSentence, index: int) -> bool:
    """As in "In 2011, diffuse plumes were seen", "restaurants, discount stores, and banks"."""
    if sentence.tag(index + 1) not in (*_NOUNS, "JJ"):
        return False
    before = sentence.word(index - 1)
    is_listed = before == "," and sentence.tag(index - 2) in _NOUNS
    return is_listed or before == "(" or any(tag in _FINITE for tag in _tags_until_comma(sentence, index + 1))


def _is_after_one(sentence: TaggedSentence, index: int) -> bool:
    """One alone has a verb with an s: "affiliate" in "Amazon affiliate links" is none."""
    before = sentence.word(index - 1)
    if sentence.word(index + 1) in OBJECTS or sentence.word(index - 2) == ",":  # "Pierce, Garnett combine"
        return False
    if before.endswith("s") and sentence.tag(index - 1) == "NNP":  # "Historians", which its capital makes a name
        return False
    is_rich = sentence.word(index - 2) == "the" and sentence.tag(index - 1) == "JJ"  # "the rich object"
    is_pair = is_rich or "and" in sentence.folded[max(index - 4, 0) : index]
    if sentence.tag(index - 1) not in ("NN", "NNP", "JJ") or before in _MANY or is_pair:
        return False
    return not any(word in _AUXILIARIES for word in sentence.folded[max(index - 8, 0) : index])


def _is_last_of_thing(sentence: TaggedSentence, index: int) -> bool:
    """As in "nationalise the telecommunications conglomerate."."""
    is_thing = sentence.tag(index - 1) in _PLURALS and sentence.word(index - 2) in DETERMINERS
    is_end = sentence.word(index + 1) in (*_ENDS, "")
    return is_thing and is_end and any(tag[:2] in ("VB", "MD") for tag in sentence.tags[: index - 2])


def _tags_until_comma(sentence: TaggedSentence, start: int) -> tuple[str, ...]:
    ends = (at for at in range(start, len(sentence.words)) if sentence.word(at) in (",", ";", *_CLAUSES))
    return sentence.tags[start : next(ends, len(sentence.words))]
