"""Ordinals of Polish and Russian, which CLDR doesn't have: a year, a day and a century are ordinals there, in a case.

polish(1984, "genitive")      # "tysiąc dziewięćset osiemdziesiątego czwartego"
russian(20, "locative")       # "двадцатом"
polish(14, "feminine")        # "czternasta"
"""

from podcast.text.spoken.numerals import in_words

_POLISH_ONES = (
    "pierwszy drugi trzeci czwarty piąty szósty siódmy ósmy dziewiąty dziesiąty jedenasty dwunasty trzynasty "
    "czternasty piętnasty szesnasty siedemnasty osiemnasty dziewiętnasty"
).split()
_POLISH_TENS = (
    "dwudziesty trzydziesty czterdziesty pięćdziesiąty sześćdziesiąty siedemdziesiąty osiemdziesiąty dziewięćdziesiąty"
).split()
_POLISH_HUNDREDS = (
    "setny dwusetny trzechsetny czterechsetny pięćsetny sześćsetny siedemsetny osiemsetny dziewięćsetny".split()
)
_POLISH_ENDINGS = {"nominative": "y", "genitive": "ego", "locative": "ym", "feminine": "a", "feminine locative": "ej"}
_POLISH_ENDINGS |= {"dative": "emu", "instrumental": "ym", "neuter": "e", "feminine accusative": "ą", "plural": "e"}
_POLISH_ENDINGS |= {"plural genitive": "ych"}

_RUSSIAN_ONES = (
    "первый второй третий четвёртый пятый шестой седьмой восьмой девятый десятый одиннадцатый двенадцатый тринадцатый "
    "четырнадцатый пятнадцатый шестнадцатый семнадцатый восемнадцатый девятнадцатый"
).split()
_RUSSIAN_TENS = ("двадцатый тридцатый сороковой пятидесятый шестидесятый семидесятый восьмидесятый девяностый").split()
_RUSSIAN_HUNDREDS = (
    "сотый двухсотый трёхсотый четырёхсотый пятисотый шестисотый семисотый восьмисотый девятисотый"
).split()
_RUSSIAN_ENDINGS = {"genitive": "ого", "locative": "ом", "instrumental": "ым", "neuter": "ое"}
_RUSSIAN_ENDINGS |= {"feminine": "ая", "feminine genitive": "ой", "dative": "ому", "feminine accusative": "ую"}
_RUSSIAN_THIRD = {"genitive": "ьего", "locative": "ьем", "instrumental": "ьим", "neuter": "ье"}
_RUSSIAN_THIRD |= {"feminine": "ья", "feminine genitive": "ьей", "dative": "ьему", "feminine accusative": "ью"}


def titled(words: str) -> str:
    """As of a king."""
    return " ".join(map(str.capitalize, words.split()))


def polish(number: int, case: str = "nominative") -> str:
    """Masculine but for the feminine cases."""
    if number in (1000, 2000):
        return _polish("tysięczny" if number == 1000 else "dwutysięczny", case)
    head, words = _split(number, _POLISH_ONES, _POLISH_TENS, _POLISH_HUNDREDS)
    said = " ".join(_polish(word, case) for word in words)
    return f"{in_words(head, 'pl')} {said}" if head else said


def _polish(word: str, case: str) -> str:
    ending = _POLISH_ENDINGS[case]
    if word[-1] == "y":
        return word[:-1] + ending
    soft = {
        "y": "i",
        "ym": "im",
        "ego": "iego",
        "a": "a",
        "ej": "iej",
        "emu": "iemu",
        "e": "ie",
        "ą": "ą",
        "ych": "ich",
    }  # "drugi", "trzeci"
    return word[:-1] + (f"i{ending}" if ending in "aą" and word == "trzeci" else soft[ending])


def russian(number: int, case: str = "nominative") -> str:
    if number == 2000:
        return f"двухтысячн{'ый' if case == 'nominative' else _RUSSIAN_ENDINGS[case]}"
    if number == 1000:
        return f"тысячн{'ый' if case == 'nominative' else _RUSSIAN_ENDINGS[case]}"
    head, words = _split(number, _RUSSIAN_ONES, _RUSSIAN_TENS, _RUSSIAN_HUNDREDS)
    said = f"{' '.join(words[:-1])} {_russian(words[-1], case)}".strip()
    said = said if len(words) == 1 else f"{in_words(number % 100 // 10 * 10, 'ru')} {_russian(words[-1], case)}"
    return f"{in_words(head, 'ru').removeprefix('одна ')} {said}" if head else said


def _russian(word: str, case: str) -> str:
    if case == "nominative":
        return word
    if word == "третий":
        return word[:-2] + _RUSSIAN_THIRD[case]
    return word[:-2] + _RUSSIAN_ENDINGS[case]


def _split(number: int, ones: list[str], tens: list[str], hundreds: list[str]) -> tuple[int, list[str]]:
    """What is said as a cardinal, and the ordinals behind it: only the last words of a number are any."""
    rest = number % 100
    if not rest:
        hundred = number % 1000 // 100
        return number - hundred * 100, [hundreds[hundred - 1]]
    if rest < 20:
        return number - rest, [ones[rest - 1]]
    return number - rest, [tens[rest // 10 - 2], *([ones[rest % 10 - 1]] if rest % 10 else [])]
