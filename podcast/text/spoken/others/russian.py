"""Russian: dates, years and centuries in their case, kings, abbreviations, units (Розенталь; Грамота.ру).

    "5 июня"              пятого июня
    "в 1984 году"         в тысяча девятьсот восемьдесят четвёртом году
    "в XX веке"           в двадцатом веке
    "т. е."               то есть
    "5 км"                5 километров

Every number has a case, so other numbers stay as they are written: engines read them. What follows a number is said as
the number asks for, unless a preposition asks for something else.
"""

import re

from podcast.text.spoken.numerals import in_words
from podcast.text.spoken.others.clock import clock, full_year
from podcast.text.spoken.others.fractions import fractions
from podcast.text.spoken.others.romans import kings
from podcast.text.spoken.others.russianordinals import ORDINALS
from podcast.text.spoken.others.russianwords import ANYWHERE, BEFORE_NAMES, BEFORE_NUMBERS, UNITS
from podcast.text.spoken.others.slavic import russian, titled
from podcast.text.spoken.others.tables import SPACE, UnitForms, abbreviations
from podcast.text.spoken.regex import regex
from podcast.text.spoken.romans import value_of
from podcast.text.spoken.rule import SpokenRule, Style, part

_DIGITS = "0123456789"
_MILLION = 1_000_000
_Parts = list[tuple[str, int, int]]
_MONTH = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"

_CITY = SpokenRule(
    "abbreviation",
    regex(r"(?<![\w.])(?:(?P<in>(?<=[Вв]\s))|(?P<from>(?<=[Ии]з\s))|(?<![0-9]\s))г\.(?=\s[А-ЯЁ][а-яё])"),
    lambda match, _style: "городе" if match["in"] is not None else "города" if match["from"] is not None else "город",
    needs=("г", "."),
)
#: After them a number is in another case, and the unit with it.
_PREPOSITIONS = frozenset(
    "в во о об от до из с со к ко у при около без для свыше более менее между над под перед".split()
)


def _date(match: re.Match[str], _style: Style) -> _Parts | None:
    day, before = int(match["n"]), (match["before"] or "").strip().lower()
    if not 1 <= day <= _LAST_DAY or (match["low"] and not 1 <= int(match["low"]) <= _LAST_DAY):
        return None
    case = "dative" if before in ("к", "ко") else "neuter" if before in ("на", "по") else "genitive"
    parts = [part(match, "low", russian(int(match["low"]), "genitive"))] if match["low"] else []
    parts.append(part(match, "n", russian(day, "neuter" if match["until"] else case)))
    if match["year"]:
        parts.append((f"{russian(int(match['year']), 'genitive')} года", match.start("year"), match.end()))
    return parts


_LAST_DAY = 31
_DATE = SpokenRule(
    "date",
    regex(
        rf"(?<!\w)(?P<before>(?:[Нн]а|[Пп]о|[Кк]о?|[Сс])\s)?(?<![\w.,:–-])(?:(?P<low>[0-9]{{1,2}})(?:(?P<until>\sпо\s)|\s?[–-]\s?|"
        rf"\s(?:и|или)\s))?(?P<n>[0-9]{{1,2}})\s(?:{_MONTH})\b"
        r"(?:\s(?P<year>1[0-9]{3}|20[0-9]{2})\s(?:года\b|г\.(?=\s[а-яё(]|[,;)])|г(?=\.\s*\Z|\.\s[А-ЯЁ])))?"
    ),
    _date,
    needs=(_DIGITS,),
)


def _digits(match: re.Match[str], _style: Style) -> str:
    year = f"{russian(full_year(match['year']), 'genitive')} года"
    return f"{russian(int(match['n']), 'genitive')} {_MONTHS[int(match['month']) - 1]} {year}"


_MONTHS = _MONTH.split("|")
_DATE_IN_DIGITS = SpokenRule(
    "date",
    regex(
        r"(?<![\w.,:/-])(?P<n>0?[1-9]|[12][0-9]|3[01])\.(?P<month>0?[1-9]|1[0-2])\."
        r"(?P<year>1[0-9]{3}|20[0-9]{2}|(?<=[0-9]{2}.[0-9]{2}.)[0-9]{2})(?:\sг(?:ода\b|\.(?=\s[а-яё(]|[,;)])|(?=\.)))?"
        r"(?!\w|[./:-][0-9])"
    ),
    _digits,
    needs=(_DIGITS, "."),
)


def _time(match: re.Match[str], _style: Style) -> str | None:
    if not (told := clock(match)):
        return None
    hour, minute = told
    if not minute:
        return f"{in_words(hour, 'ru')} {UnitForms('час|часа|часов|часа').counted(str(hour), 'ru')}"
    return f"{in_words(hour, 'ru')} {'ноль ' if minute < 10 else ''}{in_words(minute, 'ru', 'cardinal-feminine')}"


_TIME = SpokenRule(
    "time",
    regex(
        r"(?:(?<=\b[Вв]\s)|(?<=\bоколо\s)|(?<=\bс\s)|(?<=\bдо\s)|(?<=\bк\s))(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?![\w:]|[.,][0-9])"
    ),
    _time,
    needs=(_DIGITS, ":"),
)
_YEAR_CASES = {"году": "locative", "года": "genitive", "год": "nominative", "годом": "instrumental"}


def _year(match: re.Match[str], _style: Style) -> _Parts | None:
    is_within = bool(match["in"])
    word = match["word"] if match["word"][1:2] == "о" else "году" if is_within else "года"
    case = "dative" if word == "году" and not is_within else _YEAR_CASES[word]
    return [(f"{russian(int(match['n']), case)} {word}", match.start("n"), match.end())]


_YEAR = SpokenRule(
    "year",
    regex(
        r"(?<!\w)(?P<in>[Вв]о?\s)?(?<![\w.,:–-])(?P<n>1[0-9]{3}|20[0-9]{2})\s"
        r"(?P<word>годом|году|года|год|г\.(?=\s[а-яё(]|[,;)])|(?(in)(?:(?<=В\s[0-9]{4}\s)г\.(?=\s[А-ЯЁ])|г(?=\.\s*\Z|\.\s[А-ЯЁ]))|г(?=\.\s*\Z|\.\s[А-ЯЁ])))(?!\w)"
    ),
    _year,
    needs=(_DIGITS,),
)

_EARLY_YEAR = SpokenRule(
    "year",
    regex(
        r"(?<!\w)(?P<in>[Вв]о?\s)?(?<![\w.,:–-])(?P<n>[1-9][0-9]{0,2})\s(?P<word>(?(in)году\b|(?!))|г\.(?=\s(?:до\s)?н)|(?(in)(?<=[0-9]{3}\s)г\.|(?!)))"
    ),
    _year,
    needs=(_DIGITS,),
)


def _king(match: re.Match[str], _style: Style) -> _Parts:
    number, queen = value_of(match["roman"]), match["queen"]
    case = _QUEENS_CASES[queen] if queen else _KINGS_CASES.get(match["case"] or match["soft"] or "", "nominative")
    if match["name"] == "Василия":
        case = "genitive"
    return [part(match, "roman", titled(russian(number, case)))]


_QUEENS_CASES = {"а": "feminine", "ы": "feminine genitive", "е": "feminine genitive", "у": "feminine accusative"}
_QUEENS_CASES["ой"] = "feminine genitive"
_KINGS_CASES = {
    "а": "genitive",
    "я": "genitive",
    "у": "dative",
    "ю": "dative",
    "ом": "instrumental",
    "ем": "instrumental",
}
_KINGS_CASES["е"] = "locative"
_KINGS = kings(
    r"(?:Екатерин|Елизавет|Изабелл|Христин|Анн)(?P<queen>ой|[аыеу])|(?:Иоанн Павел|"
    r"(?:Иоанна Павл|П[её]тр|Александр|Иоанн|Иван|Павл|Людовик|Карл|Генрих|Филипп|Фридрих|Вильгельм|Наполеон|Рамсес|"
    r"Ричард|Эдуард|Георг|Яков|Густав|Бенедикт|Климент|Франциск|Альфонс|Леопольд|Оттон|Владислав|Сигизмунд|Константин)"
    r"(?P<case>ом|[ауе])?|(?:Никола|Алексе)(?:й|(?P<soft>ем|[яюе]))|Василия|Василий|Павел)",
    _king,
)


def _unit(match: re.Match[str], _style: Style) -> _Parts | None:
    before = (match["before"] or "").strip().lower()
    if before in _GENITIVE_PREPOSITIONS:
        return _of_genitive(match)
    if before in _PREPOSITIONS:
        return None
    said = UNITS[match["unit"]].counted(match["n"] + (match["comma"] or ""), "ru")
    gap = "" if match["gap"] else " "
    parts = [part(match, "unit", f"{gap}{said}")]
    count = int("".join(filter(str.isdigit, match["n"])))
    if said[-1] in "аы" and count % 10 in (1, 2) and count % 100 not in (11, 12) and not match["comma"]:
        is_feminine = UNITS[match["unit"]].forms.split("|")[0][-1] == "а"
        if is_feminine and count < _MILLION:
            parts.insert(0, part(match, "n", in_words(count, "ru", "cardinal-feminine")))
    return parts


_GENITIVE_PREPOSITIONS = frozenset("до около более менее свыше от из без для".split())


def _of_genitive(match: re.Match[str]) -> _Parts:
    """As in "до пяти километров"; a number with decimals stands."""
    _, _, many, part_of_one = UNITS[match["unit"]].forms.split("|")
    count = int("".join(filter(str.isdigit, match["n"])))
    is_one = count % 10 == 1 and count % 100 != 11
    said = part_of_one if match["comma"] or is_one else many
    unit = part(match, "unit", f"{'' if match['gap'] else ' '}{said}")
    is_feminine = UNITS[match["unit"]].forms.split("|")[0][-1] == "а"
    manner = f"cardinal-{'feminine' if is_feminine else 'masculine'}-genitive"
    return [unit] if match["comma"] else [part(match, "n", in_words(count, "ru", manner)), unit]


_SIGN_FIRST = SpokenRule(
    "currency",
    regex(
        r"(?<!\w)(?P<sign>[$€£])\s?(?P<n>[0-9]{1,3}(?:[ \u00a0][0-9]{3})*|[0-9]{1,9})(?P<comma>,[0-9]{1,2})?"
        r"(?:\s(?P<large>тыс\.|млн|млрд|трлн))?(?!\w|[.,][0-9])"
    ),
    lambda match, _style: _money(match),
    needs=("$€£", _DIGITS),
)


def _money(match: re.Match[str]) -> str:
    written = match["n"] + (match["comma"] or "")
    if not match["large"]:
        return f"{written} {UNITS[match['sign']].counted(written, 'ru')}"
    of = UNITS[match["sign"]].forms.split("|")[2]
    return f"{written} {UNITS[match['large']].counted(written, 'ru')} {of}"


_MEASURE = SpokenRule(
    "measure",
    regex(
        r"(?<![\w])(?P<before>[^\W\d_]{1,10}\s)?(?<![\w.,:/])(?P<n>[0-9]{1,3}(?:"
        + SPACE
        + r"[0-9]{3}){0,4}|[0-9]{1,9})(?<=[0-9])(?P<comma>,[0-9]{1,4})?(?P<gap>"
        + SPACE
        + r"?)(?P<unit>"
        + "|".join(map(re.escape, sorted(UNITS, key=len, reverse=True)))
        + r")(?![\w²³/°])"
    ),
    _unit,
    needs=(_DIGITS,),
)

_RULES: tuple[SpokenRule, ...] = (
    _DATE,
    _DATE_IN_DIGITS,
    _TIME,
    _YEAR,
    _EARLY_YEAR,
    *ORDINALS,
    _KINGS,
    *fractions("ru", UNITS),
    _SIGN_FIRST,
    SpokenRule(
        "sign",
        regex(r"[-−–](?<![^\s(].)(?=[0-9]{1,4}+(?:,[0-9]{1,3}+)?\s?(?:°|градус))"),
        lambda *_: "минус ",
        needs=(_DIGITS, "-−–"),
    ),
    SpokenRule(
        "score",
        regex(r"(?<![\w.,:/])(?P<n>[0-9]{1,2}):(?P<high>[0-9])(?![\w:]|[.,/–-][0-9])"),
        lambda match, _style: f"{in_words(int(match['n']), 'ru')} {in_words(int(match['high']), 'ru')}",
        needs=(_DIGITS, ":"),
    ),
    _MEASURE,
    _CITY,
    abbreviations(BEFORE_NAMES, before=r"(?=\s[А-ЯЁ])", name="title"),
    abbreviations(BEFORE_NUMBERS, before=r"(?=\s?[0-9])"),
    abbreviations(ANYWHERE, ends=("и т. д.", "и т. п.", "и др.", "и пр.", "до н. э.", "н. э.")),
)


def rules(_language: str) -> tuple[SpokenRule, ...]:
    return _RULES
