"""Numbers, said in words, so that every engine says them alike.

    spoken("$5.6bn in 1984", "en-us").text    # "five point six billion dollars in nineteen eighty-four"

NUMBER_RULES stand in the order in which they have the first word: what shows by its form what it is (codes, dates,
times, money, measures) before what is read by its context (years), and the plain number last. Rules about addresses of
the web go before all of them, for digits in an address are not for them to say.
"""

from podcast.text.spoken.english.numbers.codes import CODES
from podcast.text.spoken.english.numbers.dates import DATES
from podcast.text.spoken.english.numbers.degrees import DEGREES
from podcast.text.spoken.english.numbers.fractions import FRACTIONS
from podcast.text.spoken.english.numbers.glued import GLUED
from podcast.text.spoken.english.numbers.measures import MEASURES
from podcast.text.spoken.english.numbers.millions import UNITS_OF_MILLIONS
from podcast.text.spoken.english.numbers.models import MODELS
from podcast.text.spoken.english.numbers.money import MONEY
from podcast.text.spoken.english.numbers.plain import CARDINALS, DASHES, NAMES, PAIRS, PLAIN
from podcast.text.spoken.english.numbers.signs import LETTERS, OPERATORS, POWERS, PREFIXES
from podcast.text.spoken.english.numbers.strokes import STROKES
from podcast.text.spoken.english.numbers.times import TIMES
from podcast.text.spoken.english.numbers.years import BARE, ERAS, YEARS
from podcast.text.spoken.rule import SpokenRule

__all__ = ["NUMBER_RULES"]

NUMBER_RULES: tuple[SpokenRule, ...] = (
    *DATES,
    *MODELS,
    *CODES,
    *TIMES,
    *MONEY,
    *ERAS,
    *POWERS,
    *DEGREES,
    *MEASURES,
    *UNITS_OF_MILLIONS,
    *STROKES,
    *LETTERS,
    *YEARS,
    *FRACTIONS,
    *PLAIN,
    *PAIRS,
    *OPERATORS,
    *PREFIXES,
    *BARE,
    *NAMES,
    *DASHES,
    *GLUED,
    *CARDINALS,
)
