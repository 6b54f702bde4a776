"""An amount of money in words, in other languages than English.

    money(Decimal("5.60"), "€", "de")     # "fünf Euro und sechzig Cent"
    money(Decimal("21"), "£", "es")       # "veintiuna libras"
    money(Decimal(1000000), "€", "fr")    # "un million d'euros"
    money(Decimal("2.00"), "$", "fi")     # None: nobody here knows what it is called in Finnish

The numbers are CLDR's (numerals.py); what the currencies are called, of which gender that is, and how both halves are
joined, stands here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from podcast.text.spoken.numerals import in_words

_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class CurrencyUnit:
    """As it is counted: "dólar dólares", or of three forms "dolar dolary dolarów"."""

    forms: str
    manner: str = ""  # of the number before it, as `in_words` has it; empty: the language's usual one

    def counted(self, count: int, language: str, *, words: "MoneyWords") -> str:
        form = self._form(count, has_single_zero=words.has_single_zero)
        said = in_words(count, language, self.manner or words.manner)
        if not words.of or not count or count % _MILLION:
            return f"{said} {form}"
        of = words.of_before_vowel if words.of_before_vowel and form[0] in "aeiou" else f"{words.of} "
        return f"{said} {of}{form}"

    def _form(self, count: int, *, has_single_zero: bool) -> str:
        one, *more = self.forms.split()
        if count == 1 or (count == 0 and has_single_zero):
            return one
        is_few = count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14)
        return more[0] if is_few else more[-1]


@dataclass(frozen=True, slots=True)
class MoneyWords:
    """One language's."""

    joined: str  # between both halves
    manner: str  # of most of its currencies
    units: Mapping[str, tuple[CurrencyUnit, CurrencyUnit]]  # by sign: the whole, and its hundredth
    of: str = ""  # between millions and what they are of
    of_before_vowel: str = ""
    has_single_zero: bool = False  # "zéro euro"


def money(amount: Decimal, sign: str, language: str) -> str | None:
    """Of no more than two decimals. Where there are only cents, only they are said."""
    words = _LANGUAGES.get(language.partition("-")[0])
    if words is None or sign not in words.units:
        return None
    unit, cent = words.units[sign]
    whole, cents = divmod(int(amount * 100), 100)
    parts = [unit.counted(whole, language, words=words)] if whole or not cents else []
    parts += [cent.counted(cents, language, words=words)] if cents else []
    return words.joined.join(parts)


def many(sign: str, language: str, *, is_of: bool) -> str:
    """As in "millions d'euros": what a million of them is called. `is_of`: whether "of" is said before it."""
    words = _LANGUAGES[language]
    name = words.units[sign][0].forms.split()[-1]
    if not is_of or not words.of:
        return name
    return f"{words.of_before_vowel}{name}" if words.of_before_vowel and name[0] in "aeiou" else f"{words.of} {name}"


def _units(forms: str, manner: str = "") -> tuple[CurrencyUnit, CurrencyUnit]:
    """Of the forms of the whole, a comma, and those of its hundredth."""
    whole, _, cent = forms.partition(", ")
    return CurrencyUnit(whole, manner), CurrencyUnit(cent)


_MASCULINE, _FEMININE, _NEUTER = "cardinal-masculine", "cardinal-feminine", "cardinal-neuter"

_LANGUAGES: Mapping[str, MoneyWords] = {
    "de": MoneyWords(
        " und ",
        _MASCULINE,
        {
            "€": _units("Euro Euro, Cent Cent"),
            "$": _units("Dollar Dollar, Cent Cent"),
            "£": _units("Pfund Pfund, Penny Pence", _NEUTER),
        },
    ),
    "fr": MoneyWords(
        " et ",
        _MASCULINE,
        {
            "€": _units("euro euros, centime centimes"),
            "$": _units("dollar dollars, cent cents"),
            "£": _units("livre livres, penny pence", _FEMININE),
        },
        of="de",
        of_before_vowel="d'",
        has_single_zero=True,
    ),
    "es": MoneyWords(
        " con ",
        _MASCULINE,
        {
            "€": _units("euro euros, céntimo céntimos"),
            "$": _units("dólar dólares, centavo centavos"),
            "£": _units("libra libras, penique peniques", _FEMININE),
        },
        of="de",
    ),
    "it": MoneyWords(
        " e ",
        _MASCULINE,
        {
            "€": _units("euro euro, centesimo centesimi"),
            "$": _units("dollaro dollari, centesimo centesimi"),
            "£": _units("sterlina sterline, penny penny", _FEMININE),
        },
        of="di",
    ),
    "pt": MoneyWords(
        " e ",
        _MASCULINE,
        {
            "€": _units("euro euros, cêntimo cêntimos"),
            "$": _units("dólar dólares, cêntimo cêntimos"),
            "£": _units("libra libras, péni pence", _FEMININE),
        },
        of="de",
    ),
    "nl": MoneyWords(
        ", ",
        "cardinal",
        {
            "€": _units("euro euro, cent cent"),
            "$": _units("dollar dollar, cent cent"),
            "£": _units("pond pond, penny pence"),
        },
    ),
    "pl": MoneyWords(
        ", ",
        _MASCULINE,
        {
            "€": _units("euro euro, cent centy centów", _NEUTER),
            "$": _units("dolar dolary dolarów, cent centy centów"),
            "£": _units("funt funty funtów, pens pensy pensów"),
        },
    ),
    "sv": MoneyWords(
        " och ",
        "cardinal-reale",
        {
            "€": _units("euro euro, cent cent"),
            "$": _units("dollar dollar, cent cent"),
            "£": _units("pund pund, penny pence", _NEUTER),
        },
    ),
}
