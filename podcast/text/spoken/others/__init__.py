"""Other languages than English: what is the same in every sentence of the language, and no more.

    spoken("Am 3. Oktober um 14:05 Uhr", "de").text     # "Am dritten Oktober um vierzehn Uhr fünf"

Each language has a module with what is its own: ordinals, abbreviations, units. Numbers, money and percentages are said
in one way for all of them (numbers.py). Whether a rule is right, the language's grammar says, not an engine.
"""

from functools import lru_cache
from importlib import import_module

from podcast.text.spoken.rule import SpokenRule

_MODULES = {
    "de": "german",
    "fr": "french",
    "es": "spanish",
    "it": "italian",
    "pt": "portuguese",
    "nl": "dutch",
    "sv": "swedish",
    "pl": "polish",
    "ru": "russian",
}


@lru_cache(maxsize=32)
def rules(language: str) -> tuple[SpokenRule, ...]:
    """`language` is BCP 47, lower case."""
    code = language.partition("-")[0]
    from podcast.text.spoken.others.numbers import numbers
    from podcast.text.spoken.others.ranges import ranges

    own: tuple[SpokenRule, ...] = (
        import_module(f"{__name__}.{_MODULES[code]}").rules(language) if code in _MODULES else ()
    )
    return (*own, *ranges(language), *numbers(language))
