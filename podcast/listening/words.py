"""Text -> words that can be compared: the one normaliser, for what was written and for what was heard. Pure.

    [word.text for word in words_of("In 1849 it cost $2.50, Dr. Hale.", times, spell)]
    # in eighteen forty nine it cost two dollars and fifty cents doctor hale

Both sides are put in words by the rules of the product (podcast/text/spoken), for a recogniser writes "1849" where it
hears "eighteen forty-nine". What those leave is made alike here: case, marks, accents, British spellings, "a hundred
and one" and "one hundred one".
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from feed.passages import TimedWord
from podcast.text.spoken import SpokenForm
from podcast.text.wordlist import each

#: How a text is said; such as `Reader.form` in one language.
Form = Callable[[str], SpokenForm]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NOISE = re.compile(r"\[[^\][]*\]|♪[^♪]*♪?")  # a recogniser's "[Music]", where it hears no words
_APOSTROPHES = str.maketrans("", "", "'’")

_HUNDREDS = frozenset(each("hundred thousand million billion trillion"))
_NUMBERS = _HUNDREDS | frozenset(
    each("""
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety first second third fourth fifth sixth seventh eighth
    ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
    thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth
    """)
)
#: As the rules write it for engines, and as British English does.
_SPELLINGS = {
    "eigh": "a",
    "grey": "gray",
    "okay": "ok",
    "plough": "plow",
    "ploughed": "plowed",
    "cheque": "check",
    "cheques": "checks",
    "programme": "program",
    "programmes": "programs",
    "tyre": "tire",
    "tyres": "tires",
    "kerb": "curb",
    "defence": "defense",
    "offence": "offense",
    "licence": "license",
    "practize": "practice",
    "practized": "practiced",
    "mould": "mold",
    "storey": "story",
    "storeys": "stories",
    "sceptic": "skeptic",
    "sceptical": "skeptical",
    "jewellery": "jewelry",
}
#: What no other word is made of, or only one that sounds the same: both sides go through them.
_ENDINGS = (
    (re.compile(r"(?<=[a-z]{2})our(?=(s|ed|ing|ite|ites|able|ful|hood|er|ers)?$)"), "or"),  # colour, harboured
    (re.compile(r"(?<=[a-z]{2}[^aeiou])is(?=(e|es|ed|ing|ation|ations|er|ers)$)"), "iz"),  # realise
    (re.compile(r"(?<=[a-z]l)ys(?=(e|es|ed|ing|er|ers)$)"), "yz"),  # analyse
    (re.compile(r"(?<=[a-z][bt])re(?=s?$)"), "er"),  # metres, fibre
    (re.compile(r"(?<=[aeiou][^aeiou][aeiou]l)l(?=(ed|ing|er|ers|or|ors)$)"), ""),  # travelled
    (re.compile(r"(?<=[^aeiou][aeiou][^aeiou][aeiou]l)l(?=(ed|ing|er|ers|or|ors)$)"), ""),
)


class ComparedWord(NamedTuple):
    """It stands for `text[start:end]` of what was written, which sounds from `start_ms` up to `end_ms`."""

    text: str
    start: int
    end: int
    start_ms: int
    end_ms: int


def words_of(text: str, times: Sequence[TimedWord], form: Form) -> tuple[ComparedWord, ...]:
    """All words that are said for `text`; several may stand for one that is written, as for a number."""
    silenced = _NOISE.sub(lambda found: " " * len(found[0]), text)
    return tuple(_counted_alike(_timed(form(silenced), times)))


def plain(word: str) -> str:
    """One word without case, accents, apostrophes, and in one spelling."""
    apart = unicodedata.normalize("NFKD", word.translate(_APOSTROPHES).casefold())
    text = "".join(character for character in apart if not unicodedata.combining(character))
    for pattern, instead in _ENDINGS:
        text = pattern.sub(instead, text)
    return _SPELLINGS.get(text, text)


def _timed(form: SpokenForm, times: Sequence[TimedWord]) -> Iterator[ComparedWord]:
    starts = [time.start for time in times]
    for match in _WORD.finditer(form.text):
        start, end = form.written_span(match.start(), match.end())
        first = max(bisect_right(starts, start) - 1, 0)
        last = max(bisect_right(starts, end - 1) - 1, first)
        at_ms = (times[first].start_ms, times[last].end_ms) if times else (0, 0)
        yield ComparedWord(plain(match[0]), start, end, *at_ms)


def _counted_alike(words: Iterable[ComparedWord]) -> Iterator[ComparedWord]:
    """No "and" within a number, and "one hundred" where it is "a hundred": people write both and hear no difference."""
    held: list[ComparedWord] = []  # an "and" or an "a" that the next word decides about
    before = ""
    for word in words:
        for waiting in held:
            if waiting.text == "a":
                yield waiting._replace(text="one") if word.text in _HUNDREDS else waiting
            elif word.text not in _NUMBERS:
                yield waiting
        is_held = word.text == "a" or (word.text == "and" and before in _HUNDREDS)
        held = [word] if is_held else []
        before = word.text
        if not is_held:
            yield word
    yield from held
