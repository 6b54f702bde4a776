"""Russian centuries, years, decades and ordinals in the case that what stands around them asks for.

"в XIX в."            в девятнадцатом веке
"XVIII–XIX вв."       восемнадцатый – девятнадцатый века
"в 1939–1945 гг."     в тысяча девятьсот тридцать девятом – тысяча девятьсот сорок пятом годах
"в 1990-х годах"      в тысяча девятьсот девяностых годах
"3-й этаж"            третий этаж
"50-летний"           пятидесятилетний
"II мировой войны"    Второй мировой войны
"""

import re
from collections.abc import Mapping

from podcast.text.spoken.numerals import in_words
from podcast.text.spoken.others.romans import ROMAN
from podcast.text.spoken.others.slavic import russian
from podcast.text.spoken.others.tables import ends_text
from podcast.text.spoken.regex import regex
from podcast.text.spoken.romans import value_of
from podcast.text.spoken.rule import SpokenRule, Style, part

_DIGITS = "0123456789"
_Parts = list[tuple[str, int, int]]

_GENITIVE_AFTER = frozenset(
    "с со до от из после около конца конце начала начале начало конец середины середине середина половины половине "
    "половина четверти четверть трети треть рубеже рубежа течение течении деятели события россии европы искусство "
    "архитектура литература поэты писатели памятник для".split()
)
_CENTURIES: Mapping[str, tuple[str, str, str]] = {  # case, of one century, of several
    "locative": ("locative", "веке", "веках"),
    "genitive": ("genitive", "века", "веков"),
    "dative": ("dative", "веку", "векам"),
    "nominative": ("nominative", "век", "века"),
}
_WORDS = {"век": "nominative", "века": "genitive", "веке": "locative", "веком": "instrumental", "веках": "locative"}
_WORDS |= {"веков": "genitive", "веку": "dative", "векам": "dative"}


def _case(before: str | None) -> str:
    word = (before or "").lower()
    if word in ("в", "во", "о", "об"):
        return "locative"
    if word in ("к", "ко"):
        return "dative"
    return "genitive" if word in _GENITIVE_AFTER else "nominative"


def _century(match: re.Match[str], _style: Style) -> _Parts:
    word, is_several = match["word"], match["first"] is not None
    case = _WORDS.get(word) or _case(match["in"])
    if word == "века" and is_several and match["in"] is None:
        case = "nominative" if match["dash"].strip() in ("–", "-") else case
    said = [part(match, group, russian(value_of(match[group]), case)) for group in ("first", "roman") if match[group]]
    if word[-1] != ".":
        return said
    _, one, several = _CENTURIES[case]
    point = "." if ends_text(match) else ""
    return [*said, part(match, "word", (several if word == "вв." else one) + point)]


_CENTURY = SpokenRule(
    "century",
    regex(
        rf"(?<![\w.])(?:(?P<in>[^\W\d_]{{1,12}})\s)?(?<![\w.])(?:(?P<first>{ROMAN})(?P<dash>\s?[–-]\s?|\s(?:и|или)\s(?:в\s)?))?"
        rf"(?P<roman>{ROMAN})\s(?P<word>веком|веках|веков|веке|веку|векам|века|век|вв?\.)(?!\w)"
    ),
    _century,
    needs=("XVI", "в"),
)
_FROM_CENTURY = SpokenRule(
    "century",
    regex(rf"(?<!\w)(?:[Сс]о?|[Оо]т)\s(?P<roman>{ROMAN})(?=\s(?:по|до)\s{ROMAN}\s(?:век|в\.))"),
    lambda match, _style: [part(match, "roman", russian(value_of(match["roman"]), "genitive"))],
    needs=("XVI",),
)

_YEARS = {"locative": "годах", "genitive": "годов", "nominative": "годы", "dative": "годам"}


def _years(match: re.Match[str], _style: Style) -> _Parts | None:
    low, high = int(match["low"]), int(match["high"])
    if len(match["high"]) == len("45"):
        high += low // 100 * 100
    if low >= high:
        return None
    case = _case(match["in"])
    said = [part(match, "low", russian(low, case)), part(match, "high", russian(high, case))]
    if not match["word"]:
        return said if case == "nominative" else None
    point = "." if ends_text(match) else ""
    word = match["word"]
    return [*said, part(match, "word", (_YEARS[case] if word == "гг." else word) + (point if word == "гг." else ""))]


_YEAR_RANGE = SpokenRule(
    "year",
    regex(
        r"(?<!\w)(?:(?P<in>[^\W\d_]{1,12})\s)?(?<![\w.,:/–-])(?P<low>1[0-9]{3}|20[0-9]{2})\s?[–-]\s?"
        r"(?P<high>1[0-9]{3}|20[0-9]{2}|[0-9]{2})(?:\s(?P<word>гг\.|годах|годов|годы))?(?![\w–-]|[.,:/][0-9])"
    ),
    _years,
    needs=(_DIGITS, "–-"),
)

_PLURAL = {"е": "ые", "ые": "ые", "х": "ых", "ых": "ых", "м": "ым", "ым": "ым", "ми": "ыми"}


def _decade(match: re.Match[str], _style: Style) -> str:
    number = int(match["n"])
    said = russian(number)
    word = said.removesuffix("ый").removesuffix("ой") + _PLURAL[match["ending"]]
    years = {"ые": "годы", "ых": "годов" if (match["in"] or "").strip().lower() not in ("в", "во") else "годах"}
    short = years.get(_PLURAL[match["ending"]], "годам")
    return f"{match['in'] or ''}{word}{f' {short}' if match['word'] else ''}"


_DECADE = SpokenRule(
    "decade",
    regex(
        r"(?<!\w)(?P<in>[Вв]о?\s)?(?<![\w.,:/–-])(?P<n>(?:1[0-9]|20)?[1-9]0)-(?P<ending>ые|ых|ым|ми|е|х|м)"
        r"(?:(?=\s?[–,.;)]|\s(?:год|и\s)|\s*$)|(?P<word>\sгг\.))(?!\w)"
    ),
    _decade,
    needs=(_DIGITS, "-"),
)

_CASES = {"й": "nominative", "ый": "nominative", "ой": "nominative", "ий": "nominative", "я": "feminine"}
_CASES |= {"ая": "feminine", "е": "neuter", "ое": "neuter", "го": "genitive", "ого": "genitive", "его": "genitive"}
_CASES |= {"му": "dative", "ому": "dative", "м": "locative", "ом": "locative", "ю": "feminine accusative"}
_CASES |= {"ую": "feminine accusative"}
_OF_FEMININE = regex(r"\s[^\W\d_]+(?:ой|ей|и|ы|е)(?!\w)")
_LARGEST = 3000


def _ordinal(match: re.Match[str], _style: Style) -> str | None:
    number, case = int(match["n"]), _CASES[match["ending"]]
    if not 0 < number < _LARGEST:
        return None
    if match["ending"] in ("й", "ой") and _OF_FEMININE.match(match.string, match.end()):
        case = "feminine genitive"
    return russian(number, case)


_ORDINAL = SpokenRule(
    "ordinal",
    regex(
        rf"(?<![\w.,:/–-])(?P<n>[0-9]{{1,4}})-(?P<ending>{'|'.join(sorted(_CASES, key=len, reverse=True))})(?![\w-])"
    ),
    _ordinal,
    needs=(_DIGITS, "-"),
)

_ONES = {1: "одно", 2: "двух", 3: "трёх", 4: "четырёх"}
_ROUND = {40: "сорока", 90: "девяносто", 100: "сто", 1000: "тысяче"}


def _compound(match: re.Match[str], _style: Style) -> str | None:
    number = int(match["n"])
    if not 0 < number <= max(_ROUND):
        return None
    return _of(number) + match["rest"]


def _of(number: int) -> str:
    tens, ones = divmod(number, 10)
    if number in _ROUND:
        return _ROUND[number]
    if number > 100 and number % 100:
        return _of(number // 100 * 100) + _of(number % 100)
    if ones in _ONES and tens != 1:
        return (_of(tens * 10) if tens else "") + _ONES[ones]
    said = in_words(number, "ru", "cardinal-masculine-genitive")
    return said.replace(" ", "")


_COMPOUND = SpokenRule(
    "number",
    regex(
        r"(?<![\w.,:/–-])(?P<n>[0-9]{1,4})-(?P<rest>(?:лети|летн|этажн|процентн|метров|километров|тонн|дневн|часов|кратн|"
        r"местн|минутн|миллиметров|градусн|серийн|томн|недельн|месячн|тысячн|миллионн)\w{1,6})(?!\w)"
    ),
    _compound,
    needs=(_DIGITS, "-"),
)
_SHORT_GENITIVES = {"2-х": "двух", "3-х": "трёх", "4-х": "четырёх", "5-ти": "пяти", "6-ти": "шести", "7-ми": "семи"}
_SHORT_GENITIVES |= {"8-ми": "восьми", "9-ти": "девяти", "10-ти": "десяти"}
_GENITIVE = SpokenRule(
    "number",
    regex(rf"(?<![\w.,:/–-])(?:{'|'.join(_SHORT_GENITIVES)})(?!\w)"),
    lambda match, _style: _SHORT_GENITIVES[match[0]],
    needs=(_DIGITS, "-"),
)

_WAR = SpokenRule(
    "ordinal",
    regex(rf"(?<![\w.])(?P<roman>{ROMAN})(?=\s[Мм]иров(?:(?P<first>ая)|(?P<acc>ую)|ой)(?!\w))"),
    lambda match, _style: [
        part(
            match,
            "roman",
            russian(
                value_of(match["roman"]),
                "feminine" if match["first"] else "feminine accusative" if match["acc"] else "feminine genitive",
            ),
        )
    ],
    needs=("XVI", "ир"),
)
_NUMBERED = SpokenRule(
    "ordinal",
    regex(
        rf"(?<!\w)(?:(?:[Гг]лава|[Чч]асть|[Кк]нига|[Сс]цена)|(?P<masculine>[Тт]ом|[Рр]аздел|[Аа]кт|[Кк]ласс))\s(?P<roman>{ROMAN})(?![\w.])"
    ),
    lambda match, _style: [
        part(match, "roman", russian(value_of(match["roman"]), "nominative" if match["masculine"] else "feminine"))
    ],
    needs=("XVI",),
)

ORDINALS: tuple[SpokenRule, ...] = (
    _FROM_CENTURY,
    _CENTURY,
    _YEAR_RANGE,
    _DECADE,
    _GENITIVE,
    _ORDINAL,
    _COMPOUND,
    _WAR,
    _NUMBERED,
)
