"""Numbers in other languages than English, in words: what is the same in every sentence of the language, and no more.

    spoken("Es kostete 5,60 € im Jahr 1984.", "de").text
    # "Es kostete fünf Euro und sechzig Cent im Jahr neunzehnhundert vierundachtzig."

The words are CLDR's (numerals.py). What changes with a noun ("una persona", "duas pessoas") is said where the noun's
gender is known (genders.py); what changes with a case ("w roku 1984") stands: engines read digits themselves.
"""

import re
from decimal import Decimal
from functools import lru_cache

from podcast.text.spoken.currencies import money
from podcast.text.spoken.languages import LANGUAGES, Language
from podcast.text.spoken.numerals import in_words, nth
from podcast.text.spoken.others.genders import ALONE, GENDERS
from podcast.text.spoken.others.magnitudes import MAGNITUDES, SIGN, magnitudes, sign_of
from podcast.text.spoken.regex import regex
from podcast.text.spoken.rule import SpokenRule, Style, part

_Parts = list[tuple[str, int, int]]

_SPACES = " \u00a0\u2009\u202f"
_SIGNS = "€$£"
DIGITS = "0123456789"
_LONGEST_COUNT = 6  # digits without separators; more of them are a code
FIRST = rf"[0-9](?<![\w@\\/].)(?<![0-9][.,:/'’{_SPACES[1:]}-].)(?<![{_SIGNS}].)(?<![{_SIGNS}]\s.)"
_NEXT_WORD = regex(r"[\s-](?:(?:ou|o|e)\s[0-9]{1,4}\s)?(?:mil\s)?([^\W\d_]++)")
#: With two decimals it is said as what has cents: "zwölf Euro und fünfzig Cent".
_NAMES = {"Euro": "€", "euro": "€", "euros": "€", "EUR": "€", "Dollar": "$", "dollars": "$", "dólares": "$"}
WORD_BEFORE = regex(r"(?<!\w)([^\W\d_]{1,15})\s$")
_LOOK_BACK = 20
_NO_YEAR = "2100"
#: What is numbered: no number behind it counts.
NAMED = frozenset(
    "nummer seite artikel absatz kapitel band paragraf tabelle abbildung tempo platz numéro page article chapitre "
    "tome pages seiten pagina's strony sidorna numéros números numeri nummers "
    "volume figure chambre número página artículo artigo capítulo volumen figura calle tomo numero pagina articolo "
    "capitolo pagine páginas bladzijde hoofdstuk artikelen numer strona artykuł rozdział tom ustęp sidan".split()
)
_BEFORE_YEARS = frozenset("en de desde hasta hacia año entre em desde até ano del do".split())
_POINT = regex(r"\.(?=\s)")


@lru_cache(maxsize=32)
def numbers(language: str) -> tuple[SpokenRule, ...]:
    """`language` is BCP 47, lower case."""
    code = language.partition("-")[0]
    known = LANGUAGES.get(code)
    if known is None:
        return ()
    number = _number(known)
    endings = "|".join(sorted(map(re.escape, known.ordinals), key=len, reverse=True)) or "(?!)"
    of = MAGNITUDES.get(code)
    no_word = rf"(?!\s(?:{of.words})(?!\w))" if of else ""
    made = (
        ("currency", rf"(?P<n>{FIRST}{number})\s?(?P<sign>[{_SIGNS}])(?!\w)(?!\s?[0-9])", _money, _SIGNS),
        ("currency", rf"(?<!\w)(?P<sign>{SIGN})\s?(?P<n>[0-9]{number}){no_word}", _money, "€$£ED"),
        ("currency", rf"(?P<n>{FIRST}[0-9.]{{0,11}}+,[0-9]{{2}})\s(?P<sign>{'|'.join(_NAMES)})(?!\w)", _money, ","),
        ("percentage", rf"(?P<n>{FIRST}{number})(?P<gap>\s?)(?P<sign>%)(?!\w)", _percent, "%"),
        ("ordinal", rf"(?P<n>{FIRST}[0-9]{{0,3}}+)(?P<ending>{endings})(?!\w)", _ordinal, DIGITS),
        ("sign", r"[-−](?<![^\s(].)(?=[0-9])", _minus, "-−"),
        ("sign", r"–(?<![^\s(].)(?=[0-9]{1,4}+(?:,[0-9]{1,3}+)?\s?[°%])", _minus, "–"),
        ("number", rf"{FIRST}{number}", _plain, DIGITS),
    )
    rules = tuple(SpokenRule(name, regex(pattern), say, needs=(DIGITS, signs)) for name, pattern, say, signs in made)
    return (*magnitudes(code, number, FIRST, read), *rules)


def _number(language: Language) -> str:
    return rf"{amount(language.thousands)}(?!\w)(?![.,:/'’–-][0-9])(?!\.?[ºª])(?!\s?[:×])"


def amount(thousands: str) -> str:
    """What follows the first digit of a number."""
    separated = rf"(?<!0)[0-9]{{0,2}}(?>(?:[{re.escape(thousands)}{_SPACES}][0-9]{{3}}(?![0-9]))+)(?![{_SPACES}][0-9])"
    return rf"(?>(?:{separated}|[0-9]*+)(?>(?:,[0-9]++)?))"


def _known(style: Style) -> tuple[str, Language]:
    code = style.language.partition("-")[0]
    return code, LANGUAGES[code]


def words(number: int, style: Style, manner: str = "") -> str:
    """`manner` is one of `in_words`."""
    return _broken(in_words(number, style.language, manner), _known(style)[1])


def _broken(said: str, language: Language) -> str:
    return re.sub(rf"({language.breaks})(?=\w)", r"\1 ", said) if language.breaks else said


def read(written: str, style: Style, manner: str = "") -> str | None:
    """A number with its decimals, or nothing where it is no count."""
    _, language = _known(style)
    whole, comma, decimals = written.partition(",")
    digits = "".join(filter(str.isdigit, whole))
    if (len(digits) > 1 and digits[0] == "0") or (len(whole) > _LONGEST_COUNT and digits == whole) or len(digits) > 15:
        return None
    said = words(int(digits), style, "" if comma else manner)
    return f"{said} {language.comma} {_decimals(decimals, style)}" if comma else said


def _decimals(digits: str, style: Style) -> str:
    _, language = _known(style)
    if language.says_decimals_singly or len(digits) > 2 or digits[0] == "0":
        return " ".join(words(int(digit), style) for digit in digits)
    return words(int(digits), style)


def _plain(match: re.Match[str], style: Style) -> str | None:
    code, language = _known(style)
    written = match[0]
    may_be_year = len(written) == 4 and written.isdigit() and "1000" <= written < _NO_YEAR
    if may_be_year and language.has_cases:
        return None
    if _depends(match, language) and not _stands_for_itself(match, may_be_year=may_be_year):
        return None if may_be_year and language.has_gendered_hundreds else _agreed(match, style)
    if may_be_year and "1100" <= written < "2000" and language.has_hundreds_in_years:
        return _year(int(written), code, style)
    counts_thousands = language.has_gendered_hundreds and len(written) > 3 and not may_be_year
    return read(written, style, manner_of_noun(match, style) if counts_thousands else "")


def _stands_for_itself(match: re.Match[str], *, may_be_year: bool) -> bool:
    """Whether it is a name, as in "numéro 1 mondial" or "En 1936 estalló la guerra": it counts nothing."""
    text, start = match.string, match.start()
    if _POINT.match(text, match.end()) and not may_be_year:
        return False
    before = WORD_BEFORE.search(text[max(0, start - _LOOK_BACK) : start])
    word = before[1].lower() if before else ""
    if not may_be_year:
        return word in NAMED
    noun = _NEXT_WORD.match(text, match.end())
    return word in _BEFORE_YEARS and not (noun and noun[1].endswith("as"))


def _agreed(match: re.Match[str], style: Style) -> str | None:
    """As in "una persona", "doscientas casas"; before a noun whose gender nobody here knows it stands."""
    code, language = _known(style)
    noun = _NEXT_WORD.match(match.string, match.end())
    if (
        noun is None
        or (code not in GENDERS and code != "sv")
        or (language.has_ordinal_point and _POINT.match(match.string, match.end()))
    ):
        return None
    if noun[1].lower() in ALONE.get(code, ()) or (
        code in ("pl", "sv") and match[0].endswith("1") and len(match[0]) > 1
    ):
        return read(match[0], style)
    manner = GENDERS[code](noun[1]) if code in GENDERS else ""
    return (manner or None) and read(match[0], style, manner)


def _depends(match: re.Match[str], language: Language) -> bool:
    """Whether the number is said in one way before this noun, and otherwise before another."""
    written, text, end = match[0], match.string, match.end()
    if language.has_ordinal_point and len(written) < 3 and _POINT.match(text, end):
        return True
    if "," in written or not _NEXT_WORD.match(text, end):
        return False
    has_hundreds = len(written) > 2 and written[-3:-2] in tuple("23456789")
    if language.has_gender_in_one_alone:
        return written == "1" or (language.has_ordinal_point and written.endswith("01"))
    return (written[-1] in language.gendered and written[-2:-1] != "1") or (
        has_hundreds and language.has_gendered_hundreds
    )


def year(number: int, style: Style) -> str:
    """As a year is said, with hundreds where the language has them."""
    code, language = _known(style)
    return (
        _year(number, code, style) if language.has_hundreds_in_years and 1100 <= number < 2000 else words(number, style)
    )


def _year(year: int, code: str, style: Style) -> str:
    hundreds = {"de": "hundert", "nl": "honderd", "sv": "hundra"}[code]
    century, rest = divmod(year, 100)
    head = f"{words(century, style)}{hundreds}"
    return f"{head} {words(rest, style)}" if rest else head


def _money(match: re.Match[str], style: Style) -> str | None:
    _, language = _known(style)
    whole, comma, cents = match["n"].partition(",")
    digits = "".join(filter(str.isdigit, whole))
    if (comma and len(cents) != 2) or len(digits) > 12 or (digits[0] == "0" and digits != "0"):
        return None
    sign = _NAMES.get(match["sign"]) or sign_of(match["sign"])
    said = money(Decimal(f"{digits}.{cents or '00'}"), sign, style.language)
    return said and _broken(said, language)


def _percent(match: re.Match[str], style: Style) -> _Parts | None:
    said = read(match["n"], style)
    space = "" if match["gap"] else " "
    return (said and [part(match, "n", said), part(match, "sign", f"{space}{_known(style)[1].percent}")]) or None


def _ordinal(match: re.Match[str], style: Style) -> str | None:
    """As in "1re" (première), "3.ª" (tercera); "3.º" before a noun is "tercer", so it stands."""
    code, language = _known(style)
    is_feminine, number = language.ordinals[match["ending"]], int(match["n"])
    if number == 0 or (
        code == "es" and not is_feminine and number % 10 in (1, 3) and _NEXT_WORD.match(match.string, match.end())
    ):
        return None
    return nth(number, style.language, is_feminine=is_feminine)


def manner_of_noun(match: re.Match[str], style: Style) -> str:
    """As the noun behind a number asks for."""
    code, _ = _known(style)
    noun = _NEXT_WORD.match(match.string, match.end())
    return GENDERS[code](noun[1]) if noun and code in GENDERS else ""


def _minus(_match: re.Match[str], style: Style) -> str:
    return f"{_known(style)[1].minus} "
