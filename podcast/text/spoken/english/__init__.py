"""English: every rule, in the order in which they have the first word.

What is made of several signs goes first: an address holds dots, dashes and digits, a hashtag acronyms, and the digits
of pictures and footnote marks are no numbers. Rules that look at the words beside their match want those as they are
written, which they are: all rules see the written text.
"""

from podcast.text.spoken.english.abbreviations import ABBREVIATIONS
from podcast.text.spoken.english.acronyms import ACRONYMS
from podcast.text.spoken.english.emoji import EMOJI
from podcast.text.spoken.english.letters import LETTERS
from podcast.text.spoken.english.months import MONTHS
from podcast.text.spoken.english.numbers import NUMBER_RULES
from podcast.text.spoken.english.places import PLACES
from podcast.text.spoken.english.references import REFERENCES
from podcast.text.spoken.english.romans import ROMANS
from podcast.text.spoken.english.rulers import RULERS
from podcast.text.spoken.english.shouting import SHOUTING
from podcast.text.spoken.english.signs import FOOTNOTE_MARKS, SIGNS
from podcast.text.spoken.english.web import WEB
from podcast.text.spoken.rule import SpokenRule

ENGLISH: tuple[SpokenRule, ...] = (
    *WEB,
    *EMOJI,
    *FOOTNOTE_MARKS,
    *NUMBER_RULES,
    *SIGNS,
    *RULERS,
    *ROMANS,
    *REFERENCES,
    *ABBREVIATIONS,
    *MONTHS,
    *PLACES,
    *LETTERS,
    *ACRONYMS,
    *SHOUTING,
)
