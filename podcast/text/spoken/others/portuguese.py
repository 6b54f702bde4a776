"""Portuguese: centuries and kings, times, abbreviations, units (Cunha and Cintra, Gramática; VOLP; Ciberdúvidas).

"o século XX"         o século vinte
"D. João VI"          dom João sexto
"o Sr. Silva"         o senhor Silva
"às 14h05"            às catorze horas e cinco
"""

import re

from podcast.text.spoken.numerals import in_words
from podcast.text.spoken.others.clock import clock
from podcast.text.spoken.others.dates import dates
from podcast.text.spoken.others.fractions import fractions
from podcast.text.spoken.others.magnitudes import measured
from podcast.text.spoken.others.numbers import read
from podcast.text.spoken.others.ordinals import before_nouns, numbered, typed_ordinals
from podcast.text.spoken.others.portuguesewords import ANYWHERE, BEFORE_NAMES, BEFORE_NUMBERS, BRAZILIAN_UNITS, UNITS
from podcast.text.spoken.others.romans import ROMAN, kings, ordinal_up_to_ten
from podcast.text.spoken.others.tables import abbreviations, measures
from podcast.text.spoken.regex import regex
from podcast.text.spoken.rule import SpokenRule, Style

_DIGITS = "0123456789"
_M, _F = "cardinal-masculine", "cardinal-feminine"

_QUEENS = frozenset(("Maria", "Isabel", "Catarina", "Leonor", "Margarida", "Cristina"))


def _roman(match: re.Match[str], style: Style) -> list[tuple[str, int, int]]:
    return ordinal_up_to_ten(match, style, _QUEENS)


_CENTURIES = SpokenRule(
    "century",
    regex(
        rf"(?<!\w)(?P<name>[Ss]éculos?|(?:finais|fins|princípios?|meados|começos?|inícios?|final)\sdo)\s(?P<roman>{ROMAN})"
        rf"(?:(?:\s(?:e|ao?)\s|(?P<dash>\s?[-–]\s?))(?P<second>{ROMAN}))?(?!\w)"
    ),
    _roman,
    needs=("XVI",),
)
_ORDINALS = before_nouns(
    "aniversário|centenário|milénio|milênio|congresso|Congresso|festival|Festival|prémio|prêmio|encontro|Encontro|"
    "Centenário|Reich|Império|concílio|Concílio|torneio|Simpósio|simpósio|Plano|distrito|exército|Fórum|Governo",
    "guerra|Guerra|edição|Edição|República|república|dinastia|cimeira|Cimeira|cúpula|Cúpula|Internacional|legislatura|"
    "conferência|Conferência|Jornada|Jornadas|Copa|Bienal|bienal|Olimpíada|assembleia|Assembleia|Liga|Divisão|feira",
)
_CHAPTERS = numbered(
    r"[Cc]apítulos?|[Tt]omos?|[Vv]olume|[Tt]ítulo|[Ll]ivro|[Ff]ase|[Tt]ipo|[Aa]to|[Aa]cto|[Cc]ena|[Pp]arte|[Cc]anto|[Aa]nexo"
)
_SAINT = SpokenRule(
    "title",
    regex(
        r"(?<![\w.])S\.(?=\s(?:Paulo|Pedro|João|Francisco|Jorge|Miguel|Tomé|Vicente|Bento|Sebastião|Lourenço|Luís|Marcos|"
        r"Mateus|Lucas|Tiago|Martinho|Nicolau|Bernardo|Roque|José|Gonçalo|Cristóvão|Caetano|Carlos|Salvador)(?!\w))"
    ),
    lambda *_: "São",
    needs=("S", "."),
)
_KINGS = kings(
    r"João|Pedro|Afonso|Sancho|Dinis|Fernando|Duarte|Manuel|José|Miguel|Luís|Carlos|Filipe|Henrique|"
    r"Paulo|Pio|Bento|Leão|Gregório|Clemente|Inocêncio|Urbano|Alexandre|Nicolau|Guilherme|Jorge|Eduardo|Ricardo|"
    r"Jaime|Frederico|Napoleão|Isabel|Catarina|Maria|Leonor|Margarida|Cristina|Francisco|Ramsés|Constantino|Bonifácio|"
    r"Júlio|Sisto|Leopoldo|Alberto|Oto",
    _roman,
)
_LORDS = SpokenRule(
    "title",
    regex(r"(?<![\w.])D\.(?=\s(?P<name>[A-ZÁÉÍÓÚÂÊÔ]\w+))"),
    lambda match, _style: "dona" if match["name"] in _QUEENS or match["name"].endswith("a") else "dom",
    needs=("D",),
)


def _time(match: re.Match[str], style: Style) -> str | None:
    if not (told := clock(match)):
        return None
    hour, minute = told
    said = f"{in_words(hour, style.language, _F)} {'hora' if hour == 1 else 'horas'}"
    return f"{said} e {in_words(minute, style.language)}" if minute else said


_TIMES = (
    SpokenRule(
        "time",
        regex(r"(?<![\w.,:])(?P<hour>[0-9]{1,2})\s?h(?:\s?(?P<minute>[0-9]{2}))?(?:\s?min\b)?(?![\w/]|\s?[0-9])"),
        _time,
        needs=(_DIGITS, "h"),
    ),
    SpokenRule(
        "time",
        regex(r"(?:(?<=\b[ÀàAa]s\s)|(?<=\b[Dd]as\s))(?P<hour>[0-9]{1,2})[:.](?P<minute>[0-9]{2})(?![\w:]|[.,][0-9])"),
        _time,
        needs=(_DIGITS, ":."),
    ),
)


def _reais(match: re.Match[str], style: Style) -> str | None:
    whole, _, cents = match["n"].replace(".", "").partition(",")
    count, small = int(whole), int(cents or 0)
    of = " de" if count and not count % 1_000_000 else ""
    parts = (
        [f"{in_words(count, style.language, _M)}{of} {'real' if count == 1 else 'reais'}"] if count or not small else []
    )
    parts += [f"{in_words(small, style.language, _M)} {'centavo' if small == 1 else 'centavos'}"] if small else []
    return " e ".join(parts)


_REAIS = SpokenRule(
    "currency",
    regex(
        r"(?<!\w)R\$\s?(?P<n>(?:[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,4}|[1-9][0-9]{0,5}|0)(?:,[0-9]{2})?)"
        r"(?![\w]|[.,][0-9]|\s(?:mil|milh|bilh))"
    ),
    _reais,
    needs=("R", "$"),
)


def _large_reais(match: re.Match[str], style: Style) -> str | None:
    said = read(match["n"], style, _M)
    return said and f"{said} {match['word']} {'reais' if match['word'] == 'mil' else 'de reais'}"


_LARGE_REAIS = SpokenRule(
    "currency",
    regex(
        r"(?<!\w)R\$\s?(?P<n>[0-9]{1,3}(?:,[0-9]{1,3})?)\s(?P<word>mil|milhão|milhões|bilhão|bilhões|trilhão|trilhões)(?!\w)"
    ),
    _large_reais,
    needs=("R", "$"),
)
_FIRST_OF_MONTH = SpokenRule(
    "date",
    regex(
        r"(?<![\w.,])1[.]?[º°]?(?=\sde\s(?:janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|"
        r"novembro|dezembro)\b)"
    ),
    lambda match, style: "primeiro" if style.language == "pt-br" or len(match[0]) > 1 else "um",
    needs=("1",),
)


def rules(language: str) -> tuple[SpokenRule, ...]:
    """Brazil measures in quilômetros."""
    units = BRAZILIAN_UNITS if language == "pt-br" else UNITS
    return (
        _CENTURIES,
        _KINGS,
        _LORDS,
        *_TIMES,
        _REAIS,
        _LARGE_REAIS,
        _ORDINALS,
        _CHAPTERS,
        _SAINT,
        *dates(
            "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
            "jan. fev. mar. abr. -- jun. jul. ago. set. out. nov. dez.",
            day=lambda n, style: "primeiro" if n == 1 else in_words(n, style.language),
            joined=" de ",
        ),
        *fractions("pt", units),
        typed_ordinals("pt"),
        _FIRST_OF_MONTH,
        abbreviations(BEFORE_NUMBERS, before=rf"(?=\s?(?:[0-9]|{ROMAN}\b))"),
        abbreviations(BEFORE_NAMES, before=r"(?=\s[A-ZÁÉÍÓÚÂÊÔÇ])", name="title"),
        abbreviations(ANYWHERE, ends=("etc.", "a. C.", "d. C.", "E.U.A.")),
        measured({name: forms.forms.split("|")[-1] for name, forms in units.items() if len(name) > 1}, "pt", "de "),
        measures(units, "pt", to="a"),
    )
