"""Titles, Latin, companies: abbreviations said in full.

    Dr. Hale          Doctor Hale
    rivers, etc. The  rivers, et cetera. The      a dot that ends the sentence too stays a full stop
    Gen Z             Gen Z                       without its dot only what can be nothing else

Each table is one rule, whose function says what must stand around the abbreviation.
"""

import re

from podcast.text.spoken.english.context import (
    PARTICLES,
    any_of,
    ends_before_capital,
    is_name,
    like,
    stopped,
    table,
    word_after,
    word_before,
)
from podcast.text.spoken.regex import regex
from podcast.text.spoken.rule import SpokenRule, Style, _Said
from podcast.text.wordlist import each

_TITLES = table("""
    Dr = Doctor
    Drs = Doctors
    Mr = Mister
    Mrs = Missus
    Ms = Miz
    Messrs = Messers
    Prof = Professor
    Profs = Professors
    Rev = Reverend
    Gen = General
    Sen = Senator
    Sens = Senators
    Rep = Representative
    Reps = Representatives
    Gov = Governor
    Pres = President
    Capt = Captain
    Lt = Lieutenant
    Col = Colonel
    Sgt = Sergeant
    Cpl = Corporal
    Pvt = Private
    Maj = Major
    Adm = Admiral
    Cmdr = Commander
    Brig = Brigadier
    Rt = Right
    Hon = Honorable
    Fr = Father
    Msgr = Monsignor
    Mme = Madame
    Mlle = Mademoiselle
    Amb = Ambassador
    Supt = Superintendent
    Insp = Inspector
    Det = Detective
""")
#: In British English they have no dot. "Gen", "Rep" and "Col" may be words of their own.
_WITHOUT_DOT = frozenset(each("Dr Drs Mr Mrs Ms Mme Mlle Messrs Prof Rev Capt Lt Sgt Cpl Maj"))

_WHOSE = frozenset(each("the a an his her our their my"))
_MORE_THAN_PERSONS = frozenset(each("Fr Hon Rt Rep Reps Pres Brig"))
_AND_TITLE = regex(rf"\s+(?:and|or|&)\s+(?:{any_of(_TITLES)})\b")  # Mr. and Mrs. Hale
_NO_NAMES = frozenset(each("The He She It They We I You In But And At On This That There When"))

_PHRASES = table("""
    e.g. = for example
    e. g. = for example
    i.e. = that is
    ie = that is
    eg = for example
    i. e. = that is
    cf. = compare
    viz. = namely
    vs. = versus
    vs = versus
    aka = also known as
    et al. = and others
    ibid. = ibid
    op. cit. = op cit
    loc. cit. = loc cit
    q.v. = which see
    a.k.a. = also known as
    N.B. = nota bene
    approx. = approximately
    avg. = average
    mos. = months
    doz. = dozen
    esp. = especially
    incl. = including
    misc. = miscellaneous
    gov't = government
    gov’t = government
    govt. = government
    dept. = department
    depts. = departments
    univ. = university
    assn. = association
    assoc. = association
    assoc. prof. = associate professor
    Assoc. Prof. = Associate Professor
    asst. prof. = assistant professor
    Asst. Prof. = Assistant Professor
    max. = maximum
    temp. of = temperature of
    temps. of = temperatures of
    intl. = international
    natl. = national
    attn. = attention
    asst. = assistant
    anon. = anonymous
    repr. = reprinted
    et seq. = and following
    vols. = volumes
    s.v. = under the word
    n.d. = no date
    w/o = without
    w/ = with
    b/c = because
    c/o = care of
    km/h = kilometers per hour
    n/a = not applicable
    N/A = not applicable
""")
#: What another word can be: said in full after a name only.
_AFTER_NAMES = table("""
    Inc = Incorporated
    Ltd = Limited
    Corp = Corporation
    Bros = Brothers
    Co = Company
    Jr = Junior
    Sr = Senior
    Esq = Esquire
    Dept = Department
    Univ = University
""")
_SURE_AFTER_NAMES = frozenset(each("Inc Ltd Corp Jr Esq"))


def _title(match: re.Match[str], _style: Style) -> str | None:
    if not match[2] and match[1] not in _WITHOUT_DOT:
        return None
    follows = word_after(match.string, match.end())
    if follows in PARTICLES or _AND_TITLE.match(match.string, match.end()):
        return _TITLES[match[1]]
    if follows in _NO_NAMES:
        follows = ""
    is_initial = len(follows) == 1 and match.string[match.end() : match.end() + 32].lstrip()[1:2] == "."
    if (
        follows[:1].isupper()
        and (len(follows) > 1 or is_initial or not follows.isascii())
        and (match[2] or not follows.isupper() or is_initial)
    ):
        return _TITLES[match[1]]
    return _alone(match) if match[2] else None


def _alone(match: re.Match[str]) -> str | None:
    """Without a name after it: "Ask the Dr. again", "the Gov. said", "12 Mulholland Dr."."""
    before = word_before(match.string, match.start())
    if match[1] != "Dr":
        is_person = before.lower() in _WHOSE and match[1] not in _MORE_THAN_PERSONS
        return stopped(_TITLES[match[1]], match.string, match.end()) if is_person else None
    said = "Drive" if is_name(before) and not before.endswith(".") else "Doctor"
    return stopped(said, match.string, match.end())


def _phrase(match: re.Match[str], _style: Style) -> _Said:
    written = re.sub(r"\s", " ", match[0])
    said = _PHRASES.get(written) or like(written, _PHRASES[written[0].lower() + written[1:]])
    said = stopped(said, match.string, match.end()) if written.endswith(".") else said
    if written == "N.B." and match.string[match.end() : match.end() + 1].isupper():  # N.B.A, which may be made of NBA
        return None
    if match.string[match.end() : match.end() + 1].isalnum():
        return said + " " if "." in written[:-1] else None  # "e.g.rivers", but no "Intl.NumberFormat"
    words = said.split(" ")
    if len(words) != 2 or written.count(" ") != 1:
        return said
    gap = match.start() + written.index(" ")
    return [(words[0], match.start(), gap), (words[1], gap + 1, match.end())]


def _et_cetera(match: re.Match[str], _style: Style) -> str:
    said = like(match[0], "et cetera")
    return said + "." if match[0].endswith(".") and ends_before_capital(match.string, match.end()) else said


def _versus(match: re.Match[str], _style: Style) -> str | None:
    """Roe v. Wade: a "v" between names is nothing else."""
    names = word_before(match.string, match.start()), word_after(match.string, match.end())
    return "versus" if all(len(name) > 1 and is_name(name) for name in names) else None


def _after_name(match: re.Match[str], _style: Style) -> str | None:
    before = match.string[max(match.start() - 24, 0) : match.start()].rstrip(" ,\n\u00a0")
    is_sure = match[2] or match[1] in _SURE_AFTER_NAMES
    name, follows = word_before(before, len(before)), word_after(match.string, match.end())
    is_after_name = is_name(name) and (not name.endswith(".") or name[:-1] in _AFTER_NAMES or len(name) == 2)
    if not before.endswith("&") and not (is_sure and is_after_name):
        return None
    if match[1] == "Sr" and is_name(follows):  # a sister, or a señor
        return None
    said = _AFTER_NAMES[match[1]]
    return stopped(said, match.string, match.end()) if match[2] else said


_PHRASE = any_of({*_PHRASES, *(phrase[0].upper() + phrase[1:] for phrase in _PHRASES)})


def _before_number(match: re.Match[str], _style: Style) -> str | None:
    if word_before(match.string, match.start())[-1:].isdigit():  # "5 min. 20 sec."
        return None
    return _BEFORE_NUMBERS.get(match[1])


_DIGITS = "0123456789"
_BEFORE_NUMBERS = table("""
    Apt = Apartment
    apt = apartment
    ext = extension
    max = maximum
    Max = Maximum
    min = minimum
    Min = Minimum
    pop = population
    Pop = Population
    qty = quantity
    Qty = Quantity
    temp = temperature
    Temp = Temperature
    Ext = Extension
    r = reigned
""")
ABBREVIATIONS = (
    SpokenRule(
        "abbreviation",
        regex(r"(r)\.(?<![\w.]..)(?=\s(?:c\.\s)?[0-9]{3,4}(?:\s?[–-]|\sto\b))"),
        _before_number,
        needs=(_DIGITS,),
    ),
    SpokenRule(
        "abbreviation",
        regex(r"([AaEeMmPpQqTt](?<!\w.)(?:pt|xt|ax|in|op|ty|emp))\.(?=\s[#~]?[0-9])"),
        _before_number,
        needs=(_DIGITS,),
    ),
    SpokenRule("abbreviation", regex(r"\b[Ee]tc(?:\.(?!\.)|\b)|&c\."), _et_cetera),
    SpokenRule("abbreviation", regex(rf"(?<![\w.])(?:{_PHRASE})"), _phrase),
    SpokenRule("title", regex(rf"\b({any_of(_TITLES)})\b(\.?)"), _title),
    SpokenRule("versus", regex(r"\bv\.?(?=\s)"), _versus),
    SpokenRule("abbreviation", regex(rf"\b({any_of(_AFTER_NAMES)})\b(\.?)"), _after_name),
)
