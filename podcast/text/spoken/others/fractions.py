"""Fractions, with a sign of their own or a stroke, before what they are of.

    fractions("fr", UNITS)
    "½ litre"         un demi litre
    "3/4 l"           trois quarts de litre
    "2/3 des voix"    deux tiers des voix
    "1½ Stunden"      eineinhalb Stunden

A stroke is one of a fraction up to tenths, and where the number above is smaller ("24/7" is none).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from podcast.text.spoken.numerals import in_words
from podcast.text.spoken.others.genders import GENDERS
from podcast.text.spoken.others.tables import UnitForms
from podcast.text.spoken.regex import regex
from podcast.text.spoken.rule import SpokenRule, Style

_SIGNS = dict(
    zip("½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞", "1/2 1/3 2/3 1/4 3/4 1/5 2/5 3/5 4/5 1/6 5/6 1/8 3/8 5/8 7/8".split(), strict=True)
)


@dataclass(frozen=True, slots=True)
class FractionWords:
    """Of a half: masculine, feminine and neuter, as they stand before a noun; of the others from thirds on."""

    half: str
    ones: str  # with "|" between, from thirds to tenths
    many: str
    one: str  # before one of them
    and_half: Callable[[int], str]  # "eineinhalb"
    of: str = ""  # before what three quarters are of
    own: Mapping[str, str] | None = None  # "driekwart"
    nouns: Mapping[str, str] | None = None  # of a gender that nothing else tells: by a letter


_F_DE = "Tasse Stunde Flasche Zwiebel Zitrone Packung Seite Million Milliarde Minute Tonne Portion Gurke Meile"
_N_DE = "Kilo Jahr Pfund Glas Prozent Kilogramm Jahrhundert Dutzend Brot Bund Päckchen"
_M_DE = "Liter Meter Kilometer Teelöffel Esslöffel Becher Tag Monat Zentimeter Apfel Bund Milliliter Euro Millimeter"


def _genders(**nouns: str) -> Mapping[str, str]:
    return {noun: letter for letter, of_gender in nouns.items() for noun in of_gender.split()}


_FRACTIONS: Mapping[str, FractionWords] = {
    "de": FractionWords(
        "ein halber|eine halbe|ein halbes",
        "Drittel|Viertel|Fünftel|Sechstel|Siebtel|Achtel|Neuntel|Zehntel",
        "Drittel|Viertel|Fünftel|Sechstel|Siebtel|Achtel|Neuntel|Zehntel",
        "ein",
        lambda n: f"{'ein' if n == 1 else in_words(n, 'de')}einhalb",
        nouns=_genders(f=_F_DE, n=_N_DE, m=_M_DE),
    ),
    "fr": FractionWords(
        "un demi|une demi|un demi",
        "tiers|quart|cinquième|sixième|septième|huitième|neuvième|dixième",
        "tiers|quarts|cinquièmes|sixièmes|septièmes|huitièmes|neuvièmes|dixièmes",
        "un",
        lambda n: f"{in_words(n, 'fr')} et demi",
        of="de",
    ),
    "es": FractionWords(
        "medio|media|medio",
        "tercio|cuarto|quinto|sexto|séptimo|octavo|noveno|décimo",
        "tercios|cuartos|quintos|sextos|séptimos|octavos|novenos|décimos",
        "un",
        lambda n: f"{in_words(n, 'es')} y medio",
        of="de",
    ),
    "it": FractionWords(
        "mezzo|mezza|mezzo",
        "terzo|quarto|quinto|sesto|settimo|ottavo|nono|decimo",
        "terzi|quarti|quinti|sesti|settimi|ottavi|noni|decimi",
        "un",
        lambda n: f"{in_words(n, 'it')} e mezzo",
        of="di",
        nouns=_genders(f="tazza ora cipolla bustina mela bottiglia", m="litro chilo bicchiere cucchiaio limone"),
    ),
    "pt": FractionWords(
        "meio|meia|meio",
        "terço|quarto|quinto|sexto|sétimo|oitavo|nono|décimo",
        "terços|quartos|quintos|sextos|sétimos|oitavos|nonos|décimos",
        "um",
        lambda n: f"{in_words(n, 'pt')} e meio",
        of="de",
    ),
    "nl": FractionWords(
        "een halve|een halve|een half",
        "derde|kwart|vijfde|zesde|zevende|achtste|negende|tiende",
        "derde|kwart|vijfde|zesde|zevende|achtste|negende|tiende",
        "een",
        lambda n: "anderhalve" if n == 1 else f"{in_words(n, 'nl')}{'ën' if n in (2, 3) else 'en'}halve",
        own={"3/4": "driekwart"},
        nouns=_genders(n="uur jaar pond kopje glas blikje zakje ei brood bosje miljoen miljard kilo procent"),
    ),
    "sv": FractionWords(
        "en halv|en halv|ett halvt",
        "tredjedel|fjärdedel|femtedel|sjättedel|sjundedel|åttondel|niondel|tiondel",
        "tredjedelar|fjärdedelar|femtedelar|sjättedelar|sjundedelar|åttondelar|niondelar|tiondelar",
        "en",
        lambda n: f"{in_words(n, 'sv', 'cardinal-reale')} och en halv",
        nouns=_genders(n="kilo glas år kilogram hektogram gram paket ägg äpple dygn sekel kilo"),
    ),
    "pl": FractionWords(
        "pół|pół|pół",
        "trzecia|czwarta|piąta|szósta|siódma|ósma|dziewiąta|dziesiąta",
        "trzecie|czwarte|piąte|szóste|siódme|ósme|dziewiąte|dziesiąte",
        "jedna",
        lambda n: "półtora" if n == 1 else f"{in_words(n, 'pl')} i pół",
    ),
    "ru": FractionWords(
        "половина|половина|половина",
        "третья|четвёртая|пятая|шестая|седьмая|восьмая|девятая|десятая",
        "третьих|четвёртых|пятых|шестых|седьмых|восьмых|девятых|десятых",
        "одна",
        lambda n: "полтора" if n == 1 else f"{in_words(n, 'ru')} с половиной",
        own={"1/4": "четверть", "1/3": "треть", "2/3": "две трети", "3/4": "три четверти"},
    ),
}
_NOUN = regex(r"\s(?P<noun>[^\W\d_]++)")
_OF = (
    "de",
    "des",
    "du",
    "d",
    "del",
    "dei",
    "di",
    "della",
    "delle",
    "degli",
    "da",
    "das",
    "do",
    "dos",
    "der",
    "van",
    "av",
)


def fractions(code: str, units: Mapping[str, UnitForms] | None = None) -> tuple[SpokenRule, ...]:
    """`units` are said behind a fraction, too: they are no number's."""
    of, names = _FRACTIONS[code], units or {}
    short = "|".join(map(re.escape, sorted(names, key=len, reverse=True))) or "(?!)"

    def say(match: re.Match[str], _style: Style) -> str | None:
        written = _SIGNS.get(match["sign"] or "", match["stroke"])
        above, below = map(int, written.split("/"))
        if above >= below:
            return None
        unit = _unit(names[match["unit"]], code, is_half=(above, below) == (1, 2)) if match["unit"] else ""
        noun = _NOUN.match(match.string, match.end())
        name = unit or (noun["noun"] if noun else "")
        said = _fraction(of, code, match["whole"], (above, below), name)
        needs_of = of.of and name and (above, below) != (1, 2) and not match["whole"] and name.lower() not in _OF
        return f"{said}{f' {of.of}' if needs_of else ''}{f' {unit}' if unit else ''}"

    pattern = (
        rf"(?<![\w.,:/])(?:(?P<whole>[0-9]{{1,3}})[ \u00a0\u202f]?)?(?:(?P<sign>[{''.join(_SIGNS)}])|"
        r"(?<![0-9])(?P<stroke>[1-9]/(?:[2-9]|10)))(?![\w/]|[.,][0-9])"
        rf"(?:[ \u00a0\u202f]?(?P<unit>{short})(?![\w²³/°.]))?"
    )
    signs = ("/" + "".join(_SIGNS),)
    rule = SpokenRule("fraction", regex(pattern), say, needs=signs)
    return (_and_a_half(code, names, short), rule) if code in _HALVES else (rule,)


#: Where the half stands behind the noun: "une tasse et demie".
_HALVES = {
    "fr": ("et demi", "et demie"),
    "es": ("y medio", "y media"),
    "it": ("e mezzo", "e mezza"),
    "pt": ("e meio", "e meia"),
}


def _and_a_half(code: str, names: Mapping[str, UnitForms], short: str) -> SpokenRule:
    def say(match: re.Match[str], style: Style) -> str | None:
        unit, whole = names.get(match["noun"]), int(match["whole"])
        forms = unit.forms.split("|") if unit else [match["noun"]]
        if whole == 1 and not unit and code != "it":
            forms = [match["noun"].removesuffix("s")]  # "1½ tazas"
        noun = forms[0] if whole == 1 or len(forms) == 1 else forms[-1]
        manner = (unit.manner if unit else "") or GENDERS[code](noun)
        if code == "it" and not manner and whole > 1:
            manner = "cardinal-feminine" if noun[-1] in "ae" else "cardinal-masculine"
        if not manner:
            return None
        half = _HALVES[code][manner == "cardinal-feminine"]
        return f"{in_words(whole, style.language, manner)} {noun} {half}"

    pattern = (
        r"(?<![\w.,:/])(?P<whole>[0-9]{1,3})[ \u00a0\u202f]?(?:½|(?<=[ \u00a0\u202f])1/2)\s?"
        rf"(?P<noun>(?:{short})(?![\w²³/°])|(?<=\s)[^\W\d_]{{2,}})"
    )
    return SpokenRule("fraction", regex(pattern), say, needs=("½/",))


def _unit(unit: UnitForms, code: str, *, is_half: bool) -> str:
    forms = unit.forms.split("|")
    if code in ("pl", "ru"):
        return forms[-1]
    return forms[0] if is_half or len(forms) == 1 or code in ("fr", "es", "it", "pt") else forms[-1]


def _fraction(of: FractionWords, code: str, whole: str | None, parts: tuple[int, int], noun: str) -> str:
    above, below = parts
    if parts == (1, 2):
        return of.and_half(int(whole)) if whole else of.half.split("|")["mfn".index(_gender(of, code, noun))]
    key = f"{above}/{below}"
    names = (of.ones if above == 1 else of.many).split("|")
    manner = "cardinal-feminine" if code in ("pl", "ru") else "cardinal-masculine" if code in GENDERS else ""
    count = of.one if above == 1 else in_words(above, code, manner)
    said = (of.own or {}).get(key) or f"{count} {names[below - 3]}"
    joined = {"fr": "et", "es": "y", "it": "e", "pt": "e", "sv": "och", "pl": "i", "ru": "и"}.get(code, "")
    return f"{in_words(int(whole), code)} {joined} {said}".replace("  ", " ") if whole else said


def _gender(of: FractionWords, code: str, noun: str) -> str:
    if of.nouns and noun in of.nouns:
        return of.nouns[noun]
    manner = GENDERS[code](noun) if noun and code in GENDERS else ""
    return "f" if manner == "cardinal-feminine" else "m"
