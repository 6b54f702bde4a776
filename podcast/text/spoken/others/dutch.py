"""Dutch: ordinals and kings, times, abbreviations, units (Taalunie, Taaladvies.net and Woordenlijst).

"de 19e eeuw"         de negentiende eeuw
"Lodewijk XIV"        Lodewijk de Veertiende
"om 14.05 uur"        om veertien uur vijf
"""

import re
from collections.abc import Mapping

from podcast.text.spoken.numerals import in_words, nth
from podcast.text.spoken.others.clock import clock
from podcast.text.spoken.others.dates import dates
from podcast.text.spoken.others.fractions import fractions
from podcast.text.spoken.others.magnitudes import measured
from podcast.text.spoken.others.numbers import words
from podcast.text.spoken.others.romans import ROMAN, kings
from podcast.text.spoken.others.tables import UnitForms, abbreviations, measures
from podcast.text.spoken.regex import regex
from podcast.text.spoken.romans import value_of
from podcast.text.spoken.rule import SpokenRule, Style, part

_DIGITS = "0123456789"

_ANYWHERE: Mapping[str, str] = {
    "bijv.": "bijvoorbeeld",
    "bv.": "bijvoorbeeld",
    "d.w.z.": "dat wil zeggen",
    "m.a.w.": "met andere woorden",
    "o.a.": "onder andere",
    "o.m.": "onder meer",
    "e.d.": "en dergelijke",
    "enz.": "enzovoort",
    "etc.": "et cetera",
    "i.p.v.": "in plaats van",
    "m.b.t.": "met betrekking tot",
    "t.o.v.": "ten opzichte van",
    "n.a.v.": "naar aanleiding van",
    "i.v.m.": "in verband met",
    "i.t.t.": "in tegenstelling tot",
    "t.a.v.": "ten aanzien van",
    "m.u.v.": "met uitzondering van",
    "a.u.b.": "alstublieft",
    "z.s.m.": "zo spoedig mogelijk",
    "t/m": "tot en met",
    "v.Chr.": "voor Christus",
    "v. Chr.": "voor Christus",
    "n.Chr.": "na Christus",
    "n. Chr.": "na Christus",
    "ca.": "circa",
    "resp.": "respectievelijk",
    "evt.": "eventueel",
    "incl.": "inclusief",
    "excl.": "exclusief",
    "vgl.": "vergelijk",
    "jl.": "jongstleden",
    "mln.": "miljoen",
    "mld.": "miljard",
    "ong.": "ongeveer",
    "min.": "minimaal",
    "dhr.": "de heer",
    "mevr.": "mevrouw",
    "mw.": "mevrouw",
    "dr.": "doctor",
    "prof.": "professor",
    "ir.": "ingenieur",
    "mr.": "meester",
    "drs.": "doctorandus",
    "St.": "Sint",
    "a.s.": "aanstaande",
    "z.o.z.": "zie ommezijde",
    "z.g.": "zogenaamde",
    "zgn.": "zogenaamde",
    "max.": "maximaal",
    "ing.": "ingenieur",
    "ds.": "dominee",
    "mgr.": "monseigneur",
    "gem.": "gemiddeld",
    "n.v.t.": "niet van toepassing",
    "p.p.": "per persoon",
    "t.g.v.": "ter gelegenheid van",
    "d.m.v.": "door middel van",
    "i.s.m.": "in samenwerking met",
    "o.l.v.": "onder leiding van",
    "b.v.": "bijvoorbeeld",
    "e.a.": "en andere",
    "c.q.": "casu quo",
    "w.o.": "waaronder",
    "i.h.b.": "in het bijzonder",
    "t.w.": "te weten",
    "afd.": "afdeling",
    "mln": "miljoen",
    "mld": "miljard",
    "WO II": "Wereldoorlog twee",
    "WO I": "Wereldoorlog één",
}
_BEFORE_NUMBERS: Mapping[str, str] = {
    "nr.": "nummer",
    "nrs.": "nummers",
    "blz.": "bladzijde",
    "p.": "pagina",
    "pp.": "pagina's",
    "art.": "artikel",
    "hfst.": "hoofdstuk",
    "afb.": "afbeelding",
    "fig.": "figuur",
    "tel.": "telefoon",
    "§": "paragraaf",
    "par.": "paragraaf",
    "vs.": "vers",
    "dl.": "deel",
}
_UNITS: Mapping[str, UnitForms] = {
    "km": UnitForms("kilometer"),
    "m": UnitForms("meter"),
    "cm": UnitForms("centimeter"),
    "mm": UnitForms("millimeter"),
    "kg": UnitForms("kilogram"),
    "g": UnitForms("gram"),
    "mg": UnitForms("milligram"),
    "t": UnitForms("ton"),
    "l": UnitForms("liter"),
    "L": UnitForms("liter"),
    "dl": UnitForms("deciliter"),
    "ml": UnitForms("milliliter"),
    "ha": UnitForms("hectare"),
    "km/u": UnitForms("kilometer per uur"),
    "km/h": UnitForms("kilometer per uur"),
    "m²": UnitForms("vierkante meter"),
    "m2": UnitForms("vierkante meter"),
    "km²": UnitForms("vierkante kilometer"),
    "m³": UnitForms("kubieke meter"),
    "°C": UnitForms("graden Celsius"),
    "°": UnitForms("graden"),
    "min": UnitForms("minuut|minuten"),
    "kW": UnitForms("kilowatt"),
    "MW": UnitForms("megawatt"),
    "kWh": UnitForms("kilowattuur"),
    "GB": UnitForms("gigabyte"),
    "%": UnitForms("procent"),
    "el": UnitForms("eetlepel|eetlepels"),
    "tl": UnitForms("theelepel|theelepels"),
    "cl": UnitForms("centiliter"),
    "kcal": UnitForms("kilocalorie|kilocalorieën"),
    "GW": UnitForms("gigawatt"),
    "cm²": UnitForms("vierkante centimeter"),
    "cm³": UnitForms("kubieke centimeter"),
    "km³": UnitForms("kubieke kilometer"),
    "m/s": UnitForms("meter per seconde"),
    "TB": UnitForms("terabyte"),
    "Hz": UnitForms("hertz"),
    "MHz": UnitForms("megahertz"),
    "GHz": UnitForms("gigahertz"),
    "MB": UnitForms("megabyte"),
    "EUR": UnitForms("euro"),
}


def _king(match: re.Match[str], style: Style) -> list[tuple[str, int, int]]:
    return [part(match, "roman", f"de {nth(value_of(match['roman']), style.language).capitalize()}")]


_KINGS = kings(
    r"Willem|Lodewijk|Karel|Hendrik|Filips|Frans|Johannes|Paulus|Pius|Benedictus|Leo|Gregorius|Clemens|"
    r"Innocentius|Urbanus|Alexander|Nicolaas|George|Eduard|Richard|Jacobus|Frederik|Wilhelm|Napoleon|Elizabeth|"
    r"Catharina|Maria|Margaretha|Albert|Boudewijn|Leopold|Otto|Ferdinand|Alfons|Bonifatius|Julius|Sixtus|Peter|"
    r"Ramses|Constantijn|Gustaaf|Christiaan|Maximiliaan|Jozef|Floris|Dirk|Jan",
    _king,
)
_CENTURY = SpokenRule(
    "century",
    regex(rf"(?<![\w.])(?P<roman>{ROMAN})(?P<ending>e|de|ste)(?!\w)"),
    lambda match, style: nth(value_of(match["roman"]), style.language) if len(match["roman"]) > 1 else None,
    needs=("XVI",),
)


def _time(match: re.Match[str], style: Style) -> str | None:
    if not (told := clock(match)):
        return None
    hour, minute = told
    said = f"{in_words(hour, style.language)} uur"
    return f"{said} {in_words(minute, style.language)}" if minute else said


_TIMES = (
    SpokenRule(
        "time",
        regex(
            r"(?<![\w.,:])(?P<hour>[0-9]{1,2})[.:](?P<minute>[0-9]{2})(?:(?P<dash>\s?[–-]\s?)|(?=\s(?:tot|en)\s))"
            r"(?=(?:\s(?:tot|en)\s)?[0-9]{1,2}(?:[.:][0-9]{2})?\s(?:uur|u)\b)"
        ),
        lambda match, style: (
            f"{(_time(match, style) or '').removesuffix(' uur')}{' tot ' if match['dash'] else ''}"
            if clock(match)
            else None
        ),
        needs=(_DIGITS, ".:"),
    ),
    SpokenRule(
        "time",
        regex(r"(?<![\w.,:])(?P<hour>[0-9]{1,2})u(?P<minute>[0-9]{2})?(?!\w)"),
        _time,
        needs=(_DIGITS, "u"),
    ),
    SpokenRule(
        "time",
        regex(r"(?<![\w.,:])(?P<hour>[0-9]{1,2})(?P<minute>)\su\.(?=\s[a-z]|[,;)])"),
        _time,
        needs=(_DIGITS, "u"),
    ),
    SpokenRule(
        "time",
        regex(r"(?<![\w.,:])(?P<hour>[0-9]{1,2})[.:](?P<minute>[0-9]{2})\s(?:uur\b|u\b(?:\.(?=\s[a-z]|[,;)]))?)"),
        _time,
        needs=(_DIGITS, ".:"),
    ),
    SpokenRule(
        "time",
        regex(
            r"(?:(?<=\b[Oo]m\s)|(?<=\b[Vv]anaf\s)|(?<=\b[Tt]ot\s))(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?![\w:]|[.,][0-9])"
        ),
        _time,
        needs=(_DIGITS, ":"),
    ),
)


def _compound(match: re.Match[str], style: Style) -> str | None:
    number = int(match["n"])
    return words(number, style) + match["rest"] if match["n"][0] != "0" else None


_OWN = (
    SpokenRule(
        "currency",
        regex(r"(?<!\w)€\s?(?P<n>[1-9][0-9]{0,2}(?:\.[0-9]{3})?|[1-9][0-9]{3,5}),[-–]{1,2}(?!\w)"),
        lambda match, style: f"{words(int(match['n'].replace('.', '')), style)} euro",
        needs=("€", ",", _DIGITS),
    ),
    SpokenRule(
        "number",
        regex(
            r"(?<![\w.,:/-])(?P<n>[0-9]{1,3})-(?P<rest>(?:jarig|voudig|daags|urig|delig|persoons|koppig|procents)(?:e[nr]?)?)(?!\w)"
        ),
        _compound,
        needs=(_DIGITS, "-"),
    ),
    SpokenRule(
        "decade",
        regex(r"(?<!\w)['’](?P<n>[1-9]0|[1-9][0-9](?=['’]?-|\s))(?![\w'’])"),
        lambda match, style: in_words(int(match["n"]), style.language),
        needs=("'’", _DIGITS),
    ),
    SpokenRule(
        "number",
        regex(
            rf"(?<!\w)(?:[Hh]oofdstuk|[Dd]eel|[Bb]and|[Bb]oek|[Aa]kte|[Tt]ype|[Kk]lasse)\s(?P<roman>{ROMAN})(?![\w.])"
        ),
        lambda match, style: [part(match, "roman", in_words(value_of(match["roman"]), style.language))],
        needs=("XVI",),
    ),
)

_RULES: tuple[SpokenRule, ...] = (
    _KINGS,
    _CENTURY,
    *_TIMES,
    *_OWN,
    *dates(
        "januari februari maart april mei juni juli augustus september oktober november december",
        "jan. feb. mrt. apr. -- jun. jul. aug. sept. okt. nov. dec.",
        day=lambda n, style: in_words(n, style.language),
    ),
    *fractions("nl", _UNITS),
    measured({name: forms.forms.split("|")[-1] for name, forms in _UNITS.items() if len(name) > 1}, "nl", ""),
    abbreviations(_BEFORE_NUMBERS, before=r"(?=\s?[0-9])"),
    measures(_UNITS, "nl", to="tot"),
    abbreviations(_ANYWHERE, ends=("enz.", "etc.", "e.d.", "a.u.b.", "z.s.m.", "v.Chr.", "n.Chr.", "jl.")),
)


def rules(_language: str) -> tuple[SpokenRule, ...]:
    return _RULES
