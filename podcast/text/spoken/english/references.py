"""Where something stands, and when someone lived: abbreviations that want a number beside them.

    see pp. 5 and 7       see pages 5 and 7          the numbers are said by rules of their own
    Ada Hale (b. 1850)    Ada Hale (born 1850)
    3rd ed., eds. Hale    3rd edition, edited by Hale

Without the number "p.", "b." and "ch." are letters, or another word, and are left alone.
"""

import re

from podcast.text.spoken.english.context import any_of, ends_sentence, like, stopped, table, word_before
from podcast.text.spoken.english.numbers.words import cardinal
from podcast.text.spoken.regex import regex
from podcast.text.spoken.rule import SpokenRule, Style, _Said, part

_PLACES = table("""
    p. = page
    pp. = pages
    pg. = page
    ch. = chapter
    chap. = chapter
    chs. = chapters
    chaps. = chapters
    sec. = section
    sect. = section
    secs. = sections
    fig. = figure
    figs. = figures
    fig = figure
    figs = figures
    vol = volume
    vols = volumes
    pp = pages
    eq. = equation
    eqs. = equations
    eqn. = equation
    vol. = volume
    vols. = volumes
    bk. = book
    pt. = part
    pts. = parts
    par. = paragraph
    para. = paragraph
    app. = appendix
    art. = article
    arts. = articles
    tab. = table
    op. = opus
    prop. = proposition
    sc. = scene
    ex. = example
    n. = note
    nn. = notes
    l. = line
    ll. = lines
    v. = verse
    vv. = verses
    col. = column
    § = section
    §§ = sections
    ¶ = paragraph
    ¶¶ = paragraphs
    № = number
""")
_YEARS = table("""
    ca. = circa
    c. = circa
    ca = circa
    fl. = flourished
    est. = established
    b. = born
    d. = died
    r. = reigned
""")
_EDITIONS = table("""
    ed. = edited by
    eds. = edited by
    trans. = translated by
    tr. = translated by
    comp. = compiled by
    illus. = illustrated by
""")
_PERSONS = table("""
    ed. = editor
    eds. = editors
    trans. = translator
    tr. = translator
    comp. = compiler
    illus. = illustrator
""")
_SINCE_1000 = r"(?=\s?(?:1\d{3}|20\d\d))"
_YEAR = (
    r"(?=\s?(?:AD\s|A\.D\.\s)?(?:1\d{3}|20\d\d|[1-9]\d{2}\b"
    r"|[1-9]\d?(?:th|st|nd|rd|\s(?:BC|AD|CE)|\s?[–-]\s?\d)"
    r"|\d{3,5}(?:\s?[–-]\s?\d{1,5})?\s(?:BC|AD|CE|B\.C)))"
)
_ORDINAL = regex(r"(?:\d(?:st|nd|rd|th|d)|[a-z]th|first|second|third|new|revised|rev\.|expanded|enlarged|critical)\Z")


def _place(match: re.Match[str], _style: Style) -> _Said:
    if match[3] and len(match[1]) == 2 and match[1] not in _LETTERS_WITH_NUMERALS:
        return None
    said = like(match[1], _PLACES[match[1].lower()])
    return [part(match, 1, said if match[2] else said + " ")]


def _year(match: re.Match[str], _style: Style) -> str:
    said = _YEARS[match[0].lower()]
    return said if match.string[match.end() : match.end() + 1].isspace() else said + " "


def _century(match: re.Match[str], _style: Style) -> str:
    return stopped("century", match.string, match.end())


def _estimate(match: re.Match[str], _style: Style) -> str:
    return like(match[0], "estimated")


def _revised(match: re.Match[str], _style: Style) -> str:
    return like(match[0], "revised")


def _following(match: re.Match[str], _style: Style) -> str:
    return stopped("and following", match.string, match.end())


def _pages(match: re.Match[str], style: Style) -> _Said:
    """As in "pp. 12f."."""
    if word_before(match.string, match.start()).lower() not in _BEFORE_PAGES:
        return None
    return [
        part(match, 1, cardinal(match[1], style)),
        part(match, 2, stopped(" and following", match.string, match.end())),
    ]


def _short_ordinal(match: re.Match[str], _style: Style) -> str:
    return {"2": "second", "3": "third"}[match[0][0]]


def _edition(match: re.Match[str], _style: Style) -> _Said:
    """By whom, or who; after an ordinal, which."""
    if match[1].lower() == "ed." and _ORDINAL.search(word_before(match.string, match.start()).lower()):
        return "edition." if ends_sentence(match.string, match.end()) else "edition"
    follows = match.string[match.end() : match.end() + 1]
    if follows == ")" and match.string[max(match.start() - 1, 0) : match.start()] in ("(", " "):
        return _PERSONS[match[1].lower()]
    return [part(match, 1, like(match[1], _EDITIONS[match[1].lower()]))] if match[2] else None


_BEFORE_PAGES = frozenset(("p.", "pp.", "page", "pages", "v.", "vv.", "n.", "nn."))
_LETTERS_WITH_NUMERALS = ("p.", "pp.")
_WORDS = {
    *_PLACES,
    *(word.capitalize() for word in _PLACES if len(word) > 3),
    "Ch.",
    "Fig",
    "Pt.",
    "Vol",
    "Bk.",
    "Eq.",
    "Op.",
}
_NUMBER = r"(?=([ivxlc]{1,7}\b|[IVXLC]{1,7}\b)(?![.’'-]\w)|[A-Z]?\d|\(\d{1,3}\))"

REFERENCES = (
    SpokenRule("century", regex(r"\b[cC]\.(?<=\d(?:th|st|nd|rd) ..)"), _century),
    SpokenRule("circa", regex(rf"\b(?:[Cc]a?\.|ca){_YEAR}"), _year),
    SpokenRule("lifetime", regex(rf"(?:(?<=[(,;] )|(?<=\())(?:b|d|r|fl)\.{_YEAR}"), _year),
    SpokenRule("lifetime", regex(rf"\bfl\.{_YEAR}|\best\.{_SINCE_1000}"), _year),
    SpokenRule("abbreviation", regex(r"\b[Ee]st\.(?=\s[$£€]?\d)"), _estimate),
    SpokenRule("reference", regex(rf"(?<![\w.])({any_of(_WORDS)})(\s?){_NUMBER}"), _place),
    SpokenRule("edition", regex(r"\b[Rr]ev\.(?=\sed\.)"), _revised),
    SpokenRule("reference", regex(r"(?<=\d )ff?\."), _following),
    SpokenRule("reference", regex(r"(?<![\w.])(\d{1,4})(ff?\.)(?!\w)"), _pages),
    SpokenRule("ordinal", regex(r"\b[23]d(?=\s(?:rev\.\s)?ed\.)"), _short_ordinal),
    SpokenRule("edition", regex(r"\b(eds?\.|tr(?:ans)?\.|comp\.|illus\.)(?:(\s)(?=[A-Z])|(?=(\sby\s)))?"), _edition),
)
