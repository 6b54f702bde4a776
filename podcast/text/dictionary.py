"""How frequent the words of a language are.

dictionary("en")("river")       # 3.9e-05: its share of all words
"""

from functools import cache

from podcast.text.unusual import Frequency


@cache
def dictionary(primary: str) -> Frequency:
    """`primary`: a language without its region. Where nobody has counted its words, all are known."""
    from spellchecker import SpellChecker

    if primary not in SpellChecker.languages():
        return lambda _: 1.0
    frequency: Frequency = SpellChecker(language=primary).word_usage_frequency
    return frequency
