"""St., Mt., Ft., streets and American states: the same letters, told apart by what stands beside them.

St. Paul St.       Saint Paul Street
Ft. Worth; 6 ft.   Fort Worth; 6 ft.          feet are a number's
Springfield, Ill.  Springfield, Illinois      and "He was ill." stays
"""

import re

from podcast.text.spoken.english.americanstates import ALONE, CITIES, POSTAL, PROVINCES, STATES, WITH_ZIP
from podcast.text.spoken.english.context import any_of, is_name, stopped, table, word_after, word_before
from podcast.text.spoken.regex import regex
from podcast.text.spoken.rule import SpokenRule, Style
from podcast.text.wordlist import each

_SAINTS = frozenset(
    each("""
    Agnes Albans Ambrose Andrew Andrews Anne Anselm Anthony Augustine Augustines Barts Basil Benedict Bernard
    Bonaventure Brendan Bride Brigid Catherine Catharines Catherines Cecilia Charles Christopher Clair Clare Claude
    Cloud Columba Croix Cuthbert Cyr David Davids Denis Dominic Dunstan Edmunds Elizabeth Elmo Eustatius Exupéry
    Francis Gabriel Gallen George Germain Giles Gotthard Helena Helens Helier Honoré Hubert Ignatius Ives James
    Jerome Joan Joe John Johns Joseph Jude Just Kilda Kitts Lawrence Lazare Leger Leonards Louis Lucia Lucie Ludwig
    Luke Malo Margaret Marie Mark Martin Mary Marys Matthew Maur Maurice Michael Michel Mirren Moritz Neots Nicholas
    Olaf Ouen Pancras Patrick Paul Pauls Peter Peters Petersburg Philip Pierre Pölten Raphael Regis Remy Rita
    Sebastian Simon Stephen Stephens Swithin Teresa Thomas Tropez Valentine Vincent Vitus Walburga
    """)
)
_STREETS = table("""
    St = Street
    Ave = Avenue
    Blvd = Boulevard
    Rd = Road
    Ln = Lane
    Sq = Square
    Pl = Place
    Ct = Court
    Hwy = Highway
    Pkwy = Parkway
    Terr = Terrace
""")
_BEFORE_NAMES = table("""
    Mt = Mount
    Mts = Mounts
    Ft = Fort
    Pt = Point
    Ste = Sainte
    Sts = Saints
""")
_CLOSED = {"IN": "Indiana", "OR": "Oregon"}  # in capitals these words are often shouted
_BEFORE_STATES = frozenset(
    each("""
    in of from to near across throughout into and for outside central southern northern eastern western upstate rural
    """)
)
_STATE_AND = regex(rf"\b(?:{any_of(ALONE)}),?\sand\s\Z")
_ORDINAL = regex(r"\d(?:st|nd|rd|th)\Z")


def _saint_or_street(match: re.Match[str], _style: Style) -> str | None:
    text, follows = match.string, word_after(match.string, match.end())
    if _is_saint(follows.removesuffix("’s").removesuffix("'s")):
        return "Saint"
    if match[1].isupper():
        return None
    if _is_of_street(word_before(text, match.start())):
        return _road(match, _style)
    return "Saint" if is_name(follows) and follows.rstrip(".") not in _STREETS else None


def _is_saint(word: str) -> bool:
    return word.partition("-")[0].title() in _SAINTS


def _is_of_street(word: str) -> bool:
    """What stands before "St." in an address: a name, or 42nd."""
    return (is_name(word) and not word.endswith(".") and word not in ("Mount", "Mt", "Fort", "Ft", "Port")) or bool(
        _ORDINAL.search(word)
    )


def _road(match: re.Match[str], _style: Style) -> str | None:
    if not _is_of_street(word_before(match.string, match.start())):
        return None
    said = _STREETS[match[1]]
    return stopped(said, match.string, match.end()) if match[2] else said


def _before_name(match: re.Match[str], _style: Style) -> str | None:
    follows = word_after(match.string, match.end())
    if not is_name(follows) or word_before(match.string, match.start()).isdigit():
        return None
    return _BEFORE_NAMES[match[1]]


def _mountains(match: re.Match[str], _style: Style) -> str | None:
    is_range = is_name(word_before(match.string, match.start()))
    return stopped("Mountains", match.string, match.end()) if is_range else None


def _is_of_party(match: re.Match[str]) -> bool:
    return match.string[match.start() - 1] == "-"


def _state(match: re.Match[str], _style: Style) -> str | None:
    """After the name of a place, or as in "(D-Calif.)"."""
    if not _is_of_party(match) and not is_name(word_before(match.string, match.start() - 2)):
        return None
    return stopped(STATES[match[0].replace("\u00a0", " ")], match.string, match.end())


def _posted(match: re.Match[str], _style: Style) -> str | None:
    city = word_before(match.string, match.start() - 2)
    is_place = is_name(city) and city[1:2].islower()
    return (POSTAL | WITH_ZIP | _CLOSED)[match[0]] if is_place or _is_of_party(match) else None


_COMPASS = {"N": "North", "S": "South", "E": "East", "W": "West"}


def _of_city(match: re.Match[str], _style: Style) -> str | None:
    city = word_before(match.string, match.start() - 2)
    return (WITH_ZIP | _CLOSED | PROVINCES)[match[0]] if city in CITIES[match[0]] else None


def _alone(match: re.Match[str], _style: Style) -> str | None:
    """As in "in Calif.", "Mass. and Conn."."""
    before = word_before(match.string, match.start())
    if before.lower() not in _BEFORE_STATES and not (
        before == "and" and _STATE_AND.search(match.string, 0, match.start())
    ):
        return None
    return stopped(STATES[match[0]], match.string, match.end())


def _compass(match: re.Match[str], _style: Style) -> str:
    return _COMPASS[match[1]]


PLACES = (
    SpokenRule("state", regex(rf"\b(?:{any_of(ALONE)})"), _alone),
    SpokenRule(
        "place",
        regex(
            r"([NSEW])\.(?<!\w..)(?=\s(?:Korea|Africa|Carolina|Dakota|Virginia|Ireland|Germany|America|Vietnam|Sudan|Yorkshire|"
            r"Macedonia|Asia|Europe|London|Cyprus|Wales|Yemen|Rhodesia|Hollywood)n?\b)"
        ),
        _compass,
    ),
    SpokenRule("state", regex(rf"(?:{any_of(CITIES)})(?<=[^\W\d_], ..)(?![\w’'-])"), _of_city),
    SpokenRule("saint or street", regex(r"\b(St|ST)\b(\.?)"), _saint_or_street),
    SpokenRule("street", regex(rf"\b({any_of(_STREETS)})\b(\.?)"), _road),
    SpokenRule("place", regex(r"\bMts\."), _mountains),
    SpokenRule("place", regex(rf"\b({any_of(_BEFORE_NAMES)})\b\.?"), _before_name),
    SpokenRule("state", regex(rf"(?:(?<=[^\W\d_], )|(?<=\b[DRI]-))(?:{any_of(STATES)})(?!\w)"), _state),
    SpokenRule("state", regex(rf"(?<=\b[DRI]-)(?:{any_of({*POSTAL, *WITH_ZIP, *_CLOSED})})\b"), _posted),
    SpokenRule(
        "state",
        regex(
            rf"(?<=[^\W\d_], )(?:(?:{any_of(POSTAL)})(?![\w’'-])"
            rf"|(?:{any_of(WITH_ZIP)})(?=\s\d{{5}})|(?:IN|OR)(?=[,.;:)]|\s\d{{5}}|\s*\Z))"
        ),
        _posted,
    ),
)
