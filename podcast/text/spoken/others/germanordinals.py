"""What a German ordinal ends with, by the word before it and the gender of its noun (Duden, Deklination der Adjektive).

ending("dem", "", "Platz")        # "n", behind "dritte-": "dem dritten Platz"
ending("in", "", "Auflage")       # "r": "in dritter Auflage"
ending("", "", "Kapitel")         # "s", as in a heading: "Drittes Kapitel"
ending("wegen", "", "Ehe")        # None: nobody here knows
"""

from podcast.text.spoken.regex import regex

_WEAK = frozenset("am vom zum beim im zur dem den des seit bis nach vor ab einem einer eines einen jedem jeden".split())
_WEAK |= frozenset("diesem diesen dieser seinem seiner ihrem ihrer ihren seinen mit bei von zu mittels meinem".split())
_PREPOSITIONS = frozenset("in an auf mit von bei nach zu aus seit vor unter während ab hinter neben über trotz".split())
_DATIVE = frozenset("in an auf mit von bei nach zu aus seit vor ab".split())
_ACCUSATIVE = frozenset("für gegen ohne durch um".split())
_NOMINATIVE = frozenset(("", "als"))

_FEMININE = regex(r"\w+(?:ung|heit|keit|schaft|ion|tät|ie|ik|ur|anz|enz|e|Liga|liga)$|Liga$|Hand$|Wahl$|Nacht$|Stadt$")
_NEUTER = frozenset(
    "Jahrhundert Jahrtausend Kapitel Buch Mal Semester Quartal Viertel Drittel Spiel Tor Lebensjahr Jahr Schuljahr "
    "Stockwerk Obergeschoss Geschoss Finale Halbfinale Gebot Kind Bataillon Regiment Konzil Gleis Opfer Reich".split()
)
_MASCULINE = frozenset(
    "Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember Platz Rang Teil "
    "Band Akt Tag Monat Versuch Stock Weltkrieg Geburtstag Spieltag Advent Weihnachtstag Bezirk Sieger Satz Sieg "
    "Kreuzzug Absatz Grad Titel Anlauf Weg Wahlgang Durchgang Gang Hochzeitstag Jahrestag Todestag Artikel "
    "Schritt Punkt Aufzug Vers Preis Vorsitzender Bürgermeister Präsident Kongress Parteitag".split()
)
_STRONG, _STRONG_ACCUSATIVE = {"m": "r", "n": "s", "f": ""}, {"m": "n", "n": "s", "f": ""}


def ending(article: str, earlier: str, noun: str) -> str | None:
    """Behind "-te". `article` is the word before the ordinal in small letters, `earlier` the one before that."""
    if article in _BEFORE_E:
        return ""
    if article == "der":
        return "n" if earlier in _PREPOSITIONS or _FEMININE.match(noun) else ""
    gender = _gender(noun)
    if gender and article in _DATIVE:
        return "r" if gender == "f" else "n" if noun in _MONTHS_OF_YEAR else "m"
    if article in _WEAK:
        return "n"
    endings = _STRONG if article in _LIKE_EIN or article in _NOMINATIVE else _STRONG_ACCUSATIVE
    return endings.get(gender) if endings is _STRONG or article in _ACCUSATIVE else None


_BEFORE_E = ("die", "das", "eine", "jede", "diese", "seine", "ihre", "dieses", "jedes", "keine", "meine")
_LIKE_EIN = ("ein", "kein", "sein", "ihr", "mein")
_MONTHS_OF_YEAR = frozenset(
    "Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember".split()
)


def _gender(noun: str) -> str:
    """Empty where nobody here knows it."""
    if noun in _NEUTER:
        return "n"
    if noun in _MASCULINE:
        return "m"
    return "f" if noun and _FEMININE.match(noun) else ""
