"""What CLDR's rules don't have of a language: how its numbers are written, and the words about them.

A language that is not here has no rules: its numbers stay as they stand, and the engine reads them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Language:
    comma: str
    minus: str
    percent: str
    thousands: str = ""  # between groups of three, beside every kind of space
    to: str = ""  # from one number to a higher one; empty: that depends
    gendered: str = "1"  # last digits that change with the noun
    has_gender_in_one_alone: bool = False  # "una persona", but "ventuno persone"
    has_gendered_hundreds: bool = False
    says_decimals_singly: bool = False
    has_hundreds_in_years: bool = False  # "neunzehnhundert"
    has_cases: bool = False  # no year can be said without its case
    has_ordinal_point: bool = False  # "3." is "third", unless it ends a sentence
    ordinals: Mapping[str, bool] = field(default_factory=dict)  # by ending: whether it is feminine
    breaks: str = ""  # behind these, engines say a long word better in two


_ROMANCE = {"º": False, ".º": False, "ª": True, ".ª": True}

LANGUAGES: Mapping[str, Language] = {
    "de": Language(
        comma="Komma",
        minus="minus",
        percent="Prozent",
        thousands=".",
        to="bis",
        says_decimals_singly=True,
        has_hundreds_in_years=True,
        has_ordinal_point=True,
        has_gender_in_one_alone=True,
        breaks="tausend|hundert",
    ),
    "fr": Language(
        comma="virgule",
        minus="moins",
        percent="pour cent",
        to="à",
        ordinals={"er": False, "e": False, "ème": False, "re": True, "ère": True},
    ),
    "es": Language(
        comma="coma",
        minus="menos",
        percent="por ciento",
        thousands=".",
        to="a",
        has_gendered_hundreds=True,
        ordinals=_ROMANCE,
    ),
    "it": Language(
        comma="virgola",
        minus="meno",
        percent="per cento",
        thousands=".",
        to="a",
        has_gender_in_one_alone=True,
        ordinals=_ROMANCE,
    ),
    "pt": Language(
        comma="vírgula",
        minus="menos",
        percent="por cento",
        thousands=".",
        to="a",
        gendered="12",
        has_gendered_hundreds=True,
        ordinals=_ROMANCE,
    ),
    "nl": Language(
        comma="komma",
        minus="min",
        percent="procent",
        thousands=".",
        to="tot",
        gendered="",
        has_hundreds_in_years=True,
        ordinals={"e": False, "de": False, "ste": False},
        breaks="duizend|honderd",
    ),
    "pl": Language(
        comma="przecinek", minus="minus", percent="procent", gendered="12", has_cases=True, has_ordinal_point=True
    ),
    "sv": Language(
        comma="komma",
        minus="minus",
        percent="procent",
        to="till",
        has_hundreds_in_years=True,
        ordinals={":a": False, ":e": False},
        breaks="tusen|hundra|ett(?=tusen)",
    ),
}
