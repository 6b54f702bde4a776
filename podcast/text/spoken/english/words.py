"""English words and signs: every rule of theirs, in the order in which they have the first word.

What is made of several signs goes first: an address holds dots and dashes, a hashtag acronyms. Rules that look at the
words beside their match want those as they are written, which they are: all rules see the written text.
"""

from podcast.text.spoken.english.abbreviations import ABBREVIATIONS
from podcast.text.spoken.english.acronyms import ACRONYMS
from podcast.text.spoken.english.emoji import EMOJI
from podcast.text.spoken.english.letters import LETTERS
from podcast.text.spoken.english.months import MONTHS
from podcast.text.spoken.english.places import PLACES
from podcast.text.spoken.english.references import REFERENCES
from podcast.text.spoken.english.romans import ROMANS
from podcast.text.spoken.english.shouting import SHOUTING
from podcast.text.spoken.english.signs import FOOTNOTE_MARKS, SIGNS
from podcast.text.spoken.english.web import WEB
from podcast.text.spoken.rule import SpokenRule

#: Before rules of numbers: the digits of an address, of a file's name, of a key or of a mark are no numbers.
BEFORE_NUMBERS: tuple[SpokenRule, ...] = (*WEB, *EMOJI, *FOOTNOTE_MARKS)

AFTER_NUMBERS: tuple[SpokenRule, ...] = (
    *SIGNS,
    *ROMANS,
    *REFERENCES,
    *ABBREVIATIONS,
    *MONTHS,
    *PLACES,
    *LETTERS,
    *ACRONYMS,
    *SHOUTING,
)
