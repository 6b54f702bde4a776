"""Times of day, durations, and what looks like them: 10:30 a.m., 14:05, 1:23:45, 2h30, John 3:16, 16:9.

Two numbers with a colon are a time if the second is written as minutes are, unless the words around speak of a ratio
("odds of 1:10") or a book of the Bible stands before them.
"""

import re

from podcast.text.spoken.english.numbers.grammar import DIGIT, Parts, next_word, parts, rule
from podcast.text.spoken.english.numbers.words import amount, cardinal, two_digits
from podcast.text.spoken.regex import regex
from podcast.text.spoken.rule import Style

_BOOKS = (
    "Genesis|Gen|Exodus|Exod|Leviticus|Lev|Numbers|Num|Deuteronomy|Deut|Joshua|Judges|Ruth|Samuel|Sam|Kings|Chronicles|Chron|"
    "Ezra|Nehemiah|Esther|Job|Psalms?|Pss?|Proverbs|Prov|Ecclesiastes|Eccl|Song of Songs|Isaiah|Isa|Jeremiah|Jer|"
    "Lamentations|Ezekiel|Ezek|Daniel|Dan|Hosea|Joel|Amos|Obadiah|Jonah|Micah|Nahum|Habakkuk|Zephaniah|Haggai|Zechariah|"
    "Malachi|Matthew|Matt|Mark|Luke|John|Acts|Romans|Rom|Corinthians|Cor|Galatians|Gal|Ephesians|Eph|Philippians|Phil|"
    "Colossians|Col|Thessalonians|Thess|Timothy|Tim|Titus|Philemon|Hebrews|Heb|James|Peter|Pet|Jude|Revelation|Rev|"
    "Quran|Qur’an|Qur'an|Koran|Surah|Sura|Revelations"
)
_SHORT_BOOKS = {
    short: next(book for book in _BOOKS.split("|") if book.startswith(short) and book != short)
    for short in (
        "Gen|Exod|Lev|Num|Deut|Sam|Chron|Prov|Eccl|Isa|Jer|Ezek|Dan|Matt|Rom|Cor|Gal|Eph|Phil|Col|Thess|Tim|Heb|Pet|Rev"
    ).split("|")
} | {"Ps": "Psalm", "Pss": "Psalms"}
_PERSONS = frozenset("Dan Phil Sam Tim".split())  # who without a dot may be no book
_RATIO_WORDS = frozenset("ratio ratios odds scale aspect mix split margin proportion".split())
_RATIO_BEFORE = regex(r"\b(?:ratios?|odds|scale|proportions?|mixed|diluted)(?: (?:of|is|was|at|to))? $")
_HALF = r"(?P<half>\s?(?:[ap]m|[AP]M)(?!\w)|[ap]\.m(?=\.)|[AP]\.M(?=\.))"
_HALF_AHEAD = r"(?=\s(?:[ap]\.\s?m\.|[AP]\.M\.))"
_TIME = rf"(?P<hour>{DIGIT}[0-9]?+):(?P<minute>[0-5][0-9])"
_NO_MORE = r"(?!\w)(?![:.,/]?[0-9])"
_AT_ONCE = r"(?P<dash>(?!))?(?P<hour2>(?!))?(?P<minute2>(?!))?"
_UNTIL = r"(?>(?:(?P<dash>[-–—])(?P<hour2>[0-9]{1,2})(?>(?::(?P<minute2>[0-5][0-9]))?))?)"


def clock(hour: str, minute: str, *, is_halved: bool = False) -> str:
    """`is_halved`: a.m. or p.m. is said after it."""
    hours, minutes = int(hour), int(minute)
    head = "zero" if not hours else cardinal(str(hours), Style("en"))
    if minutes:
        return f"{head} {two_digits(minutes)}"
    if is_halved:
        return head
    if not hours:
        return "midnight"
    return f"{head} o'clock" if hours <= 12 else f"{head} hundred"


def _time(match: re.Match[str], _style: Style) -> Parts | None:
    if int(match["hour"]) > 24 or int(match["hour2"] or 0) > 24 or (match["hour2"] and not match["minute2"]):
        return None
    if next_word(match) in _RATIO_WORDS or _RATIO_BEFORE.search(
        match.string, max(match.start() - 20, 0), match.start()
    ):
        return None
    return _clocks(match, is_halved=False)


def _pointed(match: re.Match[str], _style: Style) -> Parts | None:
    """As in "at 08.30": no decimal has a zero before its first digit."""
    return _clocks(match, is_halved=False) if int(match["hour"]) < 24 else None


def _british(match: re.Match[str], style: Style) -> Parts | None:
    """As in "the 7.30 news"."""
    return None if style.is_american else _clocks(match, is_halved=False)


def _clocks(match: re.Match[str], *, is_halved: bool) -> Parts:
    said = [(clock(match["hour"], match["minute"] or "0", is_halved=is_halved), *_span(match, "hour", "minute"))]
    if match["hour2"]:
        said += parts(match, dash=" to ")
        said.append(
            (clock(match["hour2"], match["minute2"] or "0", is_halved=is_halved), *_span(match, "hour2", "minute2"))
        )
    return said


def _span(match: re.Match[str], first: str, last: str) -> tuple[int, int]:
    return match.start(first), max(match.end(first), match.end(last))


def _halved(match: re.Match[str], _style: Style) -> Parts | None:
    if not 1 <= int(match["hour"]) <= 23 or int(match["hour2"] or 1) > 23:
        return None
    said = _clocks(match, is_halved=True)
    if match["second"]:
        count = int(match["second"])
        said.insert(1, (f" and {seconds(count)}" if count else "", match.start("second") - 1, match.end("second")))
    if match["half"]:
        ends = match.string[match.end() : match.end() + 1] == "."
        said += parts(match, half=f" {match['half'].strip()[0].lower()}.m{'' if ends else '.'}")
    return said


def _lapse(match: re.Match[str], style: Style) -> str:
    """As a length of time: it is never wrong, even for a time of day."""
    names = ("hour", "minute", "second")
    counts = [(int(match[name]), name) for name in names]
    return " ".join(_counted(count, name, style) for count, name in counts if count) or "zero seconds"


def seconds(count: int) -> str:
    return _counted(count, "second", Style("en"))


def _counted(count: int, name: str, style: Style) -> str:
    return f"{cardinal(str(count), style)} {name}{'' if count == 1 else 's'}"


def _lap(match: re.Match[str], style: Style) -> str:
    """As in "3:59.4", a runner's time."""
    minutes = _counted(int(match["minute"]), "minute", style)
    return f"{minutes} {amount(match['second'].lstrip('0') or '0', style)} seconds"


def _hours(match: re.Match[str], style: Style) -> Parts:
    hours, minutes = int(match["hour"]), int(match["minute"].rstrip("min"))
    texts = {"hour": cardinal(str(hours), style), "h": f" hour{'' if hours == 1 else 's'} "}
    return parts(match, **texts, minute=_counted(minutes, "minute", style))


def _zoned(match: re.Match[str], style: Style) -> Parts | None:
    """As in "11:30EST": the zone is glued to the time."""
    said = _time(match, style)
    return said and [*said, *parts(match, zone=f" {'.'.join(match['zone'])}")]


def _verse(match: re.Match[str], style: Style) -> Parts:
    texts = {name: cardinal(match[name] or "0", style) for name in ("chapter", "verse", "last")}
    book = match["book"]
    short = book.rstrip(".")
    said = parts(match, book=_SHORT_BOOKS[short]) if short in _SHORT_BOOKS and book not in _PERSONS else []
    said += parts(match, chapter=texts["chapter"], colon=" ", verse=texts["verse"], dash=" to ", last=texts["last"])
    return said


def _chapter(match: re.Match[str], style: Style) -> Parts:
    """As in "Ps. 23"."""
    return parts(match, book=_SHORT_BOOKS[match["book"].rstrip(".")], chapter=cardinal(match["chapter"], style))


def _numbered(match: re.Match[str], _style: Style) -> Parts:
    return parts(
        match, n=("First", "Second", "Third")[(int(match["n"]) if match["n"].isdigit() else len(match["n"])) - 1]
    )


def _ratio(match: re.Match[str], style: Style) -> Parts:
    texts = {name: cardinal(match[name].replace(",", ""), style) for name in ("one", "other")}
    return parts(match, one=texts["one"], colon=" to ", other=texts["other"])


def _oclock(match: re.Match[str], style: Style) -> Parts:
    return parts(match, hour=cardinal(match["hour"], style))


#: What begins at a time, and when: in British English that is written with a dot.
_AT_TIMES = (
    "news|bulletin|train|bus|coach|tram|ferry|flight|service|kick-off|start|show|performance|screening|slot|sitting|mass|"
    "evensong|appointment|departure|express|sharp"
)
_OF_DAYS = "(?:in the|this|that|every|each|on \\w+day) (?:morning|afternoon|evening)|tonight|tomorrow|on \\w+days?"
_NUMBERED = "Samuel|Kings|Chronicles|Corinthians|Thessalonians|Timothy|Peter|John|Sam|Chron|Cor|Thess|Tim|Pet"
TIMES = (
    rule(
        "verse",
        rf"(?P<n>[123](?<!\w.)(?<![0-9][.,:-].)|\bI{{1,3}})(?=\s(?:(?:{_NUMBERED})\b\.?\s[0-9]{{1,3}}:[0-9]|(?:Sam|Chron|Cor|Thess|Tim|Pet)\.\s[0-9]))",
        _numbered,
        ":.",
    ),
    rule(
        "verse",
        r"(?P<book>\b(?:Pss?|Sam|Isa|Jer|Ezek|Matt|Rom|Cor|Gal|Eph|Thess|Heb|Prov|Eccl|Exod|Deut|Chron|Tim|Pet)\.)"
        r"\s(?P<chapter>[0-9]{1,3})(?![\w:]|\.[0-9])",
        _chapter,
        ".",
    ),
    rule(
        "verse",
        rf"(?P<book>\b(?:{_BOOKS})\b\.?)\s(?P<chapter>[0-9]{{1,3}})(?P<colon>:)(?P<verse>[0-9]{{1,3}})(?>(?:(?P<dash>[-–])(?P<last>[0-9]{{1,3}}))?){_NO_MORE}",
        _verse,
        ":",
    ),
    rule(
        "duration",
        rf"(?P<hour>{DIGIT}[0-9]?+):(?P<minute>[0-5][0-9]):(?P<second>[0-5][0-9]){_NO_MORE}(?!\s?(?:[ap]\.?m|[AP]\.?M)\b)",
        _lapse,
        ":",
    ),
    rule("duration", rf"(?P<minute>{DIGIT}[0-9]?+):(?P<second>[0-5][0-9]\.[0-9]{{1,3}}){_NO_MORE}", _lap, ":"),
    rule("duration", rf"(?P<hour>{DIGIT}[0-9]?+)(?P<h>h)\s?(?P<minute>[0-5]?[0-9](?:m|min)?){_NO_MORE}", _hours, "h"),
    rule(
        "time",
        rf"(?P<hour>{DIGIT}[0-9]?+)(?>(?:[:.](?P<minute>[0-5][0-9]))?)(?>(?::(?P<second>[0-5][0-9]))?){_UNTIL}(?:{_HALF}|{_HALF_AHEAD})",
        _halved,
        "mM",
    ),
    rule("time", rf"{_TIME}{_UNTIL}{_NO_MORE}", _time, ":"),
    rule("time", rf"{_TIME}{_AT_ONCE}(?P<zone>[ECMP][SD]T|GMT|UTC|BST|CES?T)(?!\w)", _zoned, ":", "T"),
    rule(
        "time",
        rf"(?P<hour>0[0-9](?<=(?:at|by|to|om|il) ..))\.(?P<minute>[0-5][0-9]){_AT_ONCE}{_NO_MORE}",
        _pointed,
        ".",
    ),
    rule(
        "time",
        rf"(?P<hour>{DIGIT}(?:(?<=1)[0-2])?)\.(?P<minute>[0-5][05]){_AT_ONCE}{_NO_MORE}(?=\s(?:{_AT_TIMES}|{_OF_DAYS})\b)",
        _british,
        ".",
    ),
    rule(
        "ratio",
        rf"(?P<one>{DIGIT}[0-9]{{0,3}}+)(?P<colon>:)(?P<other>[0-9]{{1,3}}(?>(?:,[0-9]{{3}})*)|[0-9]++){_NO_MORE}",
        _ratio,
        ":",
    ),
)
