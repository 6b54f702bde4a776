"""English: every rule, in the order in which they have the first word.

The digits of addresses, pictures and footnote marks are no numbers, so those come first.
"""

from podcast.text.spoken.english.numbers import NUMBER_RULES
from podcast.text.spoken.english.words import AFTER_NUMBERS, BEFORE_NUMBERS
from podcast.text.spoken.rule import SpokenRule

ENGLISH: tuple[SpokenRule, ...] = (*BEFORE_NUMBERS, *NUMBER_RULES, *AFTER_NUMBERS)
