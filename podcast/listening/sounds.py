"""What only looks different: words that sound the same, compounds, and names, which nobody can spell by ear. Pure.

    ear = Ear(frozenset({"lindqvist"}))                       # the words that are compared by sound
    ear.are_alike(["sea", "shells"], ["seashells"])           # True
    ear.are_alike(["lindqvist"], ["lind", "quist"])           # True
    ear.are_alike(["plain"], ["plane"])                       # True
    ear.are_alike(["on", "steep", "ground"], ["unsteep", "ground"])     # True: where words begin is nothing one hears

A name sounds like another where their keys differ by less than a quarter. A key is the word in one letter a sound: of
consonants what they are before which vowel, of vowels whether they are light, open or dark. Metaphone and its like drop
the vowels and ask for equality: "Carwardine" and "Carwadine" are strangers to them, and "Kissimmee" is kin to "Cosme".
A key of our own and a distance are these few lines, so no library for them is a dependency.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from podcast.listening.words import plain
from podcast.text.wordlist import each

_DIFFERENCE = 0.25  # of the longer key's length
_LONG_SOUND = 8  # sounds in a row, all alike: two such stretches may be cut into other words
_VOWELS = frozenset("AIU")
_VOWEL_COST = 0.5  # one vowel for another, but for the first sound: most are not stressed

#: Letters to sounds, in this order; capitals are done.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^(?:kn|gn|pn)", "N"),
        (r"^wr", "R"),
        (r"^x", "S"),
        (r"^ps", "S"),
        (r"mb$", "M"),
        (r"[aeiou]?gh(?=t)", "I"),
        (r"(?<=[aeiou])gh$", ""),
        (r"tch|ch(?=[ei])", "C"),
        (r"sch|sh|[st]i(?=o|a)", "X"),
        (r"ch$", "C"),
        (r"ch|ck|qu?", "K"),
        (r"ph|gh", "F"),
        (r"th", "T"),
        (r"dg(?=[eiy])|g(?=[eiy])|j", "J"),
        (r"c(?=[eiy])|s|z", "S"),
        (r"g", "G"),
        (r"c|k", "K"),
        (r"x", "KS"),
        (r"v|f", "F"),
        (r"w(?=[aeiouy])", "W"),
        (r"(?<=[aeiou])[wh]|h", ""),
        (r"[aeiou]?y(?![aeiou])|e[aeiy]?|i[aeiou]?|ai", "I"),
        (r"y", "I"),
        (r"a[aeu]?", "A"),
        (r"[ou][aeiou]?", "U"),
        (r"d", "T"),  # between vowels, Americans make no difference,
        (r"b", "B"),
        (r"l", "L"),
        (r"m", "M"),
        (r"n", "N"),
        (r"p", "P"),
        (r"r", "R"),
        (r"t", "T"),
        (r"w", "W"),
    )
)
_DOUBLED = re.compile(r"(.)\1+")
_SILENT_END = re.compile(r"(?<=[^aeiou])e(?=s?$)")

#: Words of one sound in General American. A recogniser has only the sentence to tell by.
_HOMOPHONES = """
    ad add, aid aide, air heir, allowed aloud, altar alter, ant aunt, arc ark, are r, ate eight, bail bale, ball
    bawl, band banned, bare bear, base bass, be bee b, beach beech, beat beet, berry bury, berth birth, billed
    build, blew blue, board bored, bough bow, boy buoy, brake break, bread bred, bridal bridle, buy by bye, capital
    capitol, cell sell, cellar seller, censor sensor, cent scent sent, cents sense scents, cereal serial, chews
    choose, chord cord, cite sight site, coarse course, complement compliment, council counsel, creak creek, currant
    current, days daze, dear deer, desert dessert, dew do due, die dye, doe dough, dual duel, earn urn, ewe you yew
    u, eye i aye, fair fare, feat feet, find fined, fir fur, flea flee, flour flower, for four fore, forth fourth,
    foul fowl, gait gate, gilt guilt, grate great, groan grown, guessed guest, hail hale, hair hare, hall haul, heal
    heel, hear here, heard herd, higher hire, him hymn, hoarse horse, hole whole, holy wholly, hour our, hours ours,
    idle idol, in inn, isle aisle, key quay, knew new, knight night, knot not, know no, knows nose, lain lane, lead
    led, leased least, lessen lesson, loan lone, made maid, mail male, main mane, meat meet, medal meddle, miner
    minor, missed mist, moan mown, morning mourning, muscle mussel, none nun, oar or ore, oh o owe, one won,
    overseas oversees, paced paste, pail pale, pain pane, pair pare pear, passed past, patience patients, pause
    paws, peace piece, peak peek, peal peel, pedal peddle, peer pier, plain plane, plains planes, pole poll, pore
    pour, praise prays, presence presents, prince prints, principal principle, profit prophet, rain reign rein,
    raise rays, rap wrap, read red, real reel, right rite write, ring wring, road rode, role roll, root route, rose
    rows, rung wrung, sail sale, scene seen, sea see c, seam seem, seas sees seize, serf surf, sew so sow, shoe
    shoo, side sighed, slay sleigh, soar sore, sole soul, some sum, son sun, sons suns, stair stare, stake steak,
    stationary stationery, steal steel, straight strait, suite sweet, tail tale, tails tales, tea tee t, team teem,
    tear tier, their there theyre, theirs theres, threw through, throne thrown, tide tied, to too two, toe tow, told
    tolled, vain vane vein, waist waste, wait weight, waive wave, war wore, ware wear where, way weigh, ways weighs,
    weak week, weather whether, were whir, which witch, whine wine, whos whose, why y, wood would, yoke yolk, youre
    your
"""


class Ear:
    """Says whether a few written words and a few heard ones are the same to it."""

    def __init__(self, unusual: frozenset[str] = frozenset()) -> None:
        """`unusual`: words, as `plain` has them, that are compared by sound."""
        self._unusual = unusual

    def are_alike(self, written: Sequence[str], heard: Sequence[str]) -> bool:
        if not written or not heard:
            return False
        one, other = "".join(written), "".join(heard)
        if _DOUBLED.sub(r"\1", one) == _DOUBLED.sub(r"\1", other):
            return True
        if len(written) == len(heard) == 1 and _group(one) is not None and _group(one) == _group(other):
            return True
        if len(written) != len(heard) and _is_long(one) and sound_key(one) == sound_key(other):
            return True
        return all(map(self._is_unusual, written)) and sound_alike(one, other)

    def _is_unusual(self, word: str) -> bool:
        return word in self._unusual or word.removesuffix("s") in self._unusual


def _is_long(words: str) -> bool:
    return len(sound_key(words)) >= _LONG_SOUND


def sound_alike(one: str, other: str) -> bool:
    """Whether two names, or words that nobody knows, may be two spellings of one sound."""
    mine, theirs = sound_key(one), sound_key(other)
    return _distance(mine, theirs) < _DIFFERENCE * max(len(mine), len(theirs), 1)


@lru_cache(maxsize=10_000)
def sound_key(word: str) -> str:
    """LINTKFIST for "lindqvist"; what is no Latin letter stays as it is."""
    text = _DOUBLED.sub(r"\1", _SILENT_END.sub("", word))
    for pattern, sound in _SOUNDS:
        text = pattern.sub(sound, text)
    return _DOUBLED.sub(r"\1", text)


def _distance(one: str, other: str) -> float:
    """Levenshtein's, where one vowel for another costs half, but for the first sound."""
    row = [float(count) for count in range(len(other) + 1)]
    for index, mine in enumerate(one, 1):
        before, row = row, [float(index)]
        for at, theirs in enumerate(other, 1):
            exchanged = before[at - 1] + _exchange(mine, theirs, is_first=index == at == 1)
            row.append(min(before[at] + 1, row[-1] + 1, exchanged))
    return row[-1]


def _exchange(one: str, other: str, *, is_first: bool) -> float:
    if one == other:
        return 0
    return _VOWEL_COST if {one, other} <= _VOWELS and not is_first else 1


@lru_cache(maxsize=1)
def _groups() -> dict[str, int]:
    groups = enumerate(_HOMOPHONES.split(","))
    return {plain(word): number for number, group in groups for word in each(group)}


def _group(word: str) -> int | None:
    return _groups().get(word)
