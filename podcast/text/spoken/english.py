"""English: every rule, in the order in which they have the first word."""

from podcast.text.spoken.numbers import NUMBER_RULES
from podcast.text.spoken.rule import Rule

ENGLISH: tuple[Rule, ...] = (*NUMBER_RULES,)
