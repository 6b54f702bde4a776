"""English: every rule, in the order in which they have the first word."""

from podcast.text.spoken.rule import Rule
from podcast.text.spoken.words import WORD_RULES

ENGLISH: tuple[Rule, ...] = (*WORD_RULES,)
