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
from collections.abc import Mapping

from podcast.text.spoken.numerals import in_words
from podcast.text.spoken.others.romans import ROMAN, kings
from podcast.text.spoken.others.slavic import russian, titled
from podcast.text.spoken.others.tables import SPACE, UnitForms, abbreviations
from podcast.text.spoken.regex import regex
from podcast.text.spoken.romans import value_of
from podcast.text.spoken.rule import SpokenRule, Style, part

_DIGITS = "0123456789"
_MILLION = 1_000_000
_Parts = list[tuple[str, int, int]]
_MONTH = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"

_ANYWHERE: Mapping[str, str] = {
    "т. е.": "то есть",
    "и т. д.": "и так далее",
    "и т. п.": "и тому подобное",
    "и др.": "и другие",
    "и пр.": "и прочее",
    "т. к.": "так как",
    "т. о.": "таким образом",
    "до н. э.": "до нашей эры",
    "н. э.": "нашей эры",
    "в т. ч.": "в том числе",
    "напр.": "например",
    "см.": "смотри",
    "ср.": "сравни",
    "им.": "имени",
    "тел.": "телефон",
}
_BEFORE_NUMBERS: Mapping[str, str] = {
    "№": "номер",
    "стр.": "страница",
    "с.": "страница",
    "рис.": "рисунок",
    "гл.": "глава",
    "т.": "том",
    "ст.": "статья",
    "п.": "пункт",
    "§": "параграф",
}
_UNITS: Mapping[str, UnitForms] = {
    "км": UnitForms("километр|километра|километров|километра"),
    "м": UnitForms("метр|метра|метров|метра"),
    "см": UnitForms("сантиметр|сантиметра|сантиметров|сантиметра"),
    "мм": UnitForms("миллиметр|миллиметра|миллиметров|миллиметра"),
    "кг": UnitForms("килограмм|килограмма|килограммов|килограмма"),
    "г": UnitForms("грамм|грамма|граммов|грамма"),
    "мг": UnitForms("миллиграмм|миллиграмма|миллиграммов|миллиграмма"),
    "т": UnitForms("тонна|тонны|тонн|тонны"),
    "л": UnitForms("литр|литра|литров|литра"),
    "мл": UnitForms("миллилитр|миллилитра|миллилитров|миллилитра"),
    "га": UnitForms("гектар|гектара|гектаров|гектара"),
    "км/ч": UnitForms("километр в час|километра в час|километров в час|километра в час"),
    "м²": UnitForms("квадратный метр|квадратных метра|квадратных метров|квадратного метра"),
    "км²": UnitForms("квадратный километр|квадратных километра|квадратных километров|квадратного километра"),
    "°C": UnitForms("градус Цельсия|градуса Цельсия|градусов Цельсия|градуса Цельсия"),
    "°": UnitForms("градус|градуса|градусов|градуса"),
    "мин": UnitForms("минута|минуты|минут|минуты"),
    "мин.": UnitForms("минута|минуты|минут|минуты"),
    "ч": UnitForms("час|часа|часов|часа"),
    "%": UnitForms("процент|процента|процентов|процента"),
    "руб.": UnitForms("рубль|рубля|рублей|рубля"),
    "руб": UnitForms("рубль|рубля|рублей|рубля"),
    "₽": UnitForms("рубль|рубля|рублей|рубля"),
    "коп.": UnitForms("копейка|копейки|копеек|копейки"),
    "€": UnitForms("евро|евро|евро|евро"),
    "$": UnitForms("доллар|доллара|долларов|доллара"),
    "тыс.": UnitForms("тысяча|тысячи|тысяч|тысячи"),
    "млн руб.": UnitForms("миллион рублей|миллиона рублей|миллионов рублей|миллиона рублей"),
    "млрд руб.": UnitForms("миллиард рублей|миллиарда рублей|миллиардов рублей|миллиарда рублей"),
    "млн": UnitForms("миллион|миллиона|миллионов|миллиона"),
    "млрд": UnitForms("миллиард|миллиарда|миллиардов|миллиарда"),
}
#: After them a number is in another case, and the unit with it.
_PREPOSITIONS = frozenset(
    "в во о об от до из с со к ко у при около без для свыше более менее между над под перед".split()
)


def _date(match: re.Match[str], _style: Style) -> _Parts | None:
    day, before = int(match["n"]), (match["before"] or "").strip().lower()
    if not 1 <= day <= 31 or before in ("к", "ко"):
        return None
    parts = [part(match, "n", russian(day, "neuter" if before in ("на", "по") else "genitive"))]
    if match["year"]:
        parts.append((f"{russian(int(match['year']), 'genitive')} года", match.start("year"), match.end()))
    return parts


_DATE = SpokenRule(
    "date",
    regex(
        rf"(?<!\w)(?P<before>(?:[Нн]а|[Пп]о|[Кк]о?)\s)?(?<![\w.,:–-])(?P<n>[0-9]{{1,2}})\s(?:{_MONTH})\b"
        r"(?:\s(?P<year>1[0-9]{3}|20[0-9]{2})\s(?:года\b|г\.(?=\s[а-яё(]|[,;)])|г(?=\.\s*\Z|\.\s[А-ЯЁ])))?"
    ),
    _date,
    needs=(_DIGITS,),
)

_YEAR_CASES = {"году": "locative", "года": "genitive", "год": "nominative", "годом": "instrumental"}


def _year(match: re.Match[str], _style: Style) -> _Parts | None:
    is_within = bool(match["in"])
    word = match["word"] if match["word"][1:2] == "о" else "году" if is_within else "года"
    if word == "году" and not is_within:
        return None  # "к 1984 году" is a dative
    return [(f"{russian(int(match['n']), _YEAR_CASES[word])} {word}", match.start("n"), match.end())]


_YEAR = SpokenRule(
    "year",
    regex(
        r"(?<!\w)(?P<in>[Вв]о?\s)?(?<![\w.,:–-])(?P<n>1[0-9]{3}|20[0-9]{2})\s"
        r"(?P<word>годом|году|года|год|г\.(?=\s[а-яё(]|[,;)])|г(?=\.\s*\Z|\.\s[А-ЯЁ]))(?!\w)"
    ),
    _year,
    needs=(_DIGITS,),
)

_EARLY_YEAR = SpokenRule(
    "year",
    regex(r"(?<!\w)(?P<in>[Вв]о?\s)(?P<n>[1-9][0-9]{0,2})\s(?P<word>году\b|г\.(?=\s(?:до\s)?н))"),
    _year,
    needs=(_DIGITS,),
)

_CENTURY_CASES = {"век": "nominative", "века": "genitive", "веке": "locative", "веком": "instrumental"}
_CENTURY_CASES |= {"веках": "locative", "веков": "genitive"}


def _century(match: re.Match[str], _style: Style) -> _Parts:
    case = _CENTURY_CASES[match["word"]]
    groups = [group for group in ("first", "roman") if match[group]]
    return [part(match, group, russian(value_of(match[group]), case)) for group in groups]


_CENTURY = SpokenRule(
    "century",
    regex(
        rf"(?<![\w.])(?:(?P<first>{ROMAN})\sи\s(?:в\s)?)?(?P<roman>{ROMAN})\s(?P<word>веком|веках|веков|веке|века|век)(?!\w)"
    ),
    _century,
    needs=("XVI",),
)


def _king(match: re.Match[str], _style: Style) -> _Parts:
    name = match["name"]
    is_queen = name.startswith(("Екатерин", "Елизавет"))
    is_genitive = name.endswith(("ы", "я")) or (name.endswith("а") and not is_queen)
    of_king = "genitive" if is_genitive else "nominative"
    case = ("feminine genitive" if is_genitive else "feminine") if is_queen else of_king
    return [part(match, "roman", titled(russian(value_of(match["roman"]), case)))]


_KINGS = kings(
    r"П[её]тра?|Никола[йя]|Александра?|Иоанна?|Ивана?|Пав(?:ел|ла)|Екатерин[аы]|Елизавет[аы]|"
    r"Людовика?|Карла?|Генриха?|Филиппа?|Фридриха?|Вильгельма?|Наполеона?|Василия|Василий|Алексе[йя]|Рамсеса?|"
    r"Ричарда?|Эдуарда?|Георга?|Якова?|Густава?|Иоанна Павла|Бенедикта?|Климента?",
    _king,
)


def _unit(match: re.Match[str], _style: Style) -> _Parts | None:
    if (match["before"] or "").strip().lower() in _PREPOSITIONS:
        return None
    said = _UNITS[match["unit"]].counted(match["n"] + (match["comma"] or ""), "ru")
    gap = "" if match["gap"] else " "
    parts = [part(match, "unit", f"{gap}{said}")]
    count = int("".join(filter(str.isdigit, match["n"])))
    if said[-1] in "аы" and count % 10 in (1, 2) and count % 100 not in (11, 12) and not match["comma"]:
        is_feminine = _UNITS[match["unit"]].forms.split("|")[0][-1] == "а"
        if is_feminine and count < _MILLION:
            parts.insert(0, part(match, "n", in_words(count, "ru", "cardinal-feminine")))
    return parts


_MEASURE = SpokenRule(
    "measure",
    regex(
        r"(?<![\w])(?P<before>[^\W\d_]{1,10}\s)?(?<![\w.,:/])(?P<n>[0-9]{1,3}(?:"
        + SPACE
        + r"[0-9]{3}){0,4}|[0-9]{1,9})(?<=[0-9])(?P<comma>,[0-9]{1,4})?(?P<gap>"
        + SPACE
        + r"?)(?P<unit>"
        + "|".join(map(re.escape, sorted(_UNITS, key=len, reverse=True)))
        + r")(?![\w²³/°])"
    ),
    _unit,
    needs=(_DIGITS,),
)

_RULES: tuple[SpokenRule, ...] = (
    _DATE,
    _YEAR,
    _EARLY_YEAR,
    _CENTURY,
    _KINGS,
    _MEASURE,
    abbreviations(_BEFORE_NUMBERS, before=r"(?=\s?[0-9])"),
    abbreviations(_ANYWHERE, ends=("и т. д.", "и т. п.", "и др.", "и пр.", "до н. э.", "н. э.")),
)


def rules(_language: str) -> tuple[SpokenRule, ...]:
    return _RULES
