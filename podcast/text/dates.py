"""Dates as people and machines write them in front matter, file names and web pages, always aware afterwards.

    date = parse_date("2024-05-01")                         # midnight UTC
    date = parse_date("Wed, 01 May 2024 10:00:00 +0200")
    date = parse_date("7. März 2024")
    parse_date("03/07/2024"), parse_date("03/07/2024", day_first=True)      # None, 3 July
    date_of_file("_posts/2024-03-07-why-rivers-bend.md")    # as Jekyll names its posts

None stands for what can't be read: a page's date is dropped then, a writer's is an error.
"""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from podcast.text.wordlist import each

_SPELLED = ("%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y", "%B %d %Y")
_LONGEST = 100  # characters
_CENTURY = 2000
_SPACE_BEFORE_ZONE = re.compile(r"(?<!\s)\s+(?=[+-]\d\d:?\d\d$|Z$)")
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4}|\d{2})")
_EAST_ASIAN = re.compile(r"(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日")
_DAY_FIRST = re.compile(
    r"(?:[^\W\d]{2,12}(?:-feira)?[.,]{0,2} )?"
    r"(\d{1,2})(?:\.|st|nd|rd|th|er|º|°)?(?: of| de)? ([^\W\d]{3,12})\.?,?(?: de| del)? (\d{4})",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    r"(?:[^\W\d]{2,12}[.,]{1,2} )?([^\W\d]{3,12})\.? (?:the )?(\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", re.IGNORECASE
)
_MONTHS = {
    name: number
    for months in (
        "january february march april may june july august september october november december",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "jänner feber maerz april mai juni juli august sept okt november dez",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        "januari februari mars april maj juni juli augusti september oktober november december",
        "januar februar marts april maj juni juli august september oktober november desember",
    )
    for number, name in enumerate(each(months), 1)
}
_NO_DAY = re.compile(
    r"today|now|last-?modified|tbd|tba|never|none|date|git[ -]?(?:last )?(?:modified|created)|`?\{?r .*"
    r"|.*(?:Sys\.(?:Date|time)|\\today|\{\{|<%|\$\{|__DATE__).*",
    re.IGNORECASE | re.DOTALL,
)
_OF_FILE = re.compile(r"(\d{4})([-_])(\d{2})\2(\d{2})(?:(?=[-_ ])|(?:\.\w{1,9})?$)")
_YEARS = range(1900, 2101)
_GENERIC = re.compile(r"(?:_?index|README)\.\w{1,9}")  # of a page whose folder has its name


def parse_date(text: str, *, day_first: bool | None = None) -> datetime | None:
    """ISO 8601, RFC 2822, day, month and year in figures or in a dozen languages; UTC where it names no zone.

    `day_first`: how 03/07/2024 is read, which is the seventh of March or the third of July; None: not at all.
    """
    text = " ".join(text[:_LONGEST].split())
    if not any(map(str.isdecimal, text)):
        return None  # at once, since every line of a text may be asked about
    for parse in (_iso, parsedate_to_datetime, _spelled, _named):
        try:
            date = parse(text)
            return (date if date.tzinfo else date.replace(tzinfo=UTC)).replace(microsecond=0)
        except (ValueError, TypeError, IndexError, OverflowError, KeyError):
            continue
    return _in_figures(text, day_first=day_first)


def is_ambiguous(text: str) -> bool:
    """Whether it is a date in figures whose day may be its month, and makes a difference."""
    found = _YEAR_LAST.fullmatch(" ".join(text[:_LONGEST].split()))
    return bool(found and found[2] != "." and found[1] != found[3] and int(found[1]) <= 12 and int(found[3]) <= 12)


def names_no_day(text: str) -> bool:
    """What a publishing tool puts a date for: `today`, `last-modified`, `{{ date }}`."""
    return _NO_DAY.fullmatch(text.strip()) is not None


def date_of_file(path: str) -> datetime | None:
    """The date that a file's name begins with, or that of the folder of an index.md."""
    names = re.split(r"[\\/]", path)
    name = names[-2] if len(names) > 1 and _GENERIC.fullmatch(names[-1]) else names[-1]
    found = _OF_FILE.match(name)
    if not found or int(found[1]) not in _YEARS:
        return None
    try:
        return datetime(int(found[1]), int(found[3]), int(found[4]), tzinfo=UTC)
    except ValueError:
        return None


def _iso(text: str) -> datetime:
    return datetime.fromisoformat(_SPACE_BEFORE_ZONE.sub("", text))


def _spelled(text: str) -> datetime:
    for form in _SPELLED if text[-4:].isdecimal() else ():  # the year
        try:
            return datetime.strptime(text.replace("Sept ", "Sep "), form).replace(tzinfo=UTC)
        except ValueError:
            continue
    raise ValueError(text)


def _named(text: str) -> datetime:
    """With the month's name in any of the languages, and perhaps the day of the week."""
    if found := _DAY_FIRST.fullmatch(text):
        return datetime(int(found[3]), _MONTHS[found[2].lower()], int(found[1]), tzinfo=UTC)
    if found := _MONTH_FIRST.fullmatch(text):
        return datetime(int(found[3]), _MONTHS[found[1].lower()], int(found[2]), tzinfo=UTC)
    raise ValueError(text)


def _in_figures(text: str, *, day_first: bool | None) -> datetime | None:
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = int(found[1]), int(found[3]), int(found[4])
    elif found := _EAST_ASIAN.fullmatch(text):
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    elif found := _YEAR_LAST.fullmatch(text):
        if is_ambiguous(text) and day_first is None:
            return None
        is_day_first = day_first if is_ambiguous(text) else found[2] == "." or int(found[1]) > 12
        day, month = (int(found[1]), int(found[3])) if is_day_first else (int(found[3]), int(found[1]))
        year = int(found[4]) + (_CENTURY if len(found[4]) < 4 else 0)
    else:
        return None
    try:
        return datetime(year, month, day, tzinfo=UTC)
    except ValueError:
        return None
