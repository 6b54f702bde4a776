"""What an essay is called: as it says itself, else after its file, else by its first words.

    choose_title("", "why_rivers_bend.txt", blocks)         # "Why Rivers Bend"

Never empty, and never longer than a line.
"""

import re
from collections.abc import Sequence

import sentencex

from podcast.text.essay import Block, Essay, Kind
from podcast.text.readers.plain.headings import is_named_part, names_contents
from podcast.text.runs import is_spoken
from podcast.text.wordlist import each

_LONGEST_STATED = 150  # characters; a longer heading is a paragraph in disguise
_LONGEST_FOUND = 60
_LONGEST_ABOVE = 300  # of what stands above a title: a date, a picture, a motto
_LINE_ABOVE = 40  # the same above one that looks like a section's
_BEGINNING = 2000  # characters of a text that may hold its first sentence
_SHORTEST_CLAUSE = 20
#: Words that name a file, not what is in it.
_GENERIC = frozenset(
    each("""
    essay essays article articles post posts blog story document documents doc text txt notes note page pages
    draft drafts untitled new final copy version rev edit edited test temp tmp
    index readme main default content body input output stdin file files
    download downloads export paste pasted clipboard scan img image html md
    a the of my
    """)
)
_VERSION = re.compile(r"v?\d*")
_SMALL = frozenset(each("a an and as at but by for from in into nor of on or over per the to up via vs with"))
_DATE = re.compile(
    r"(?<!\d)(?:19|20)\d\d[-_. ]?[01]\d[-_. ]?[0-3]\d(?:T?[-_ ]?\d{2}[-_:]?\d{2}(?:[-_:]?\d{2})?)?(?!\d)"
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
#: A hash, or letters with digits among them, or without a vowel.
_MACHINE = re.compile(
    r"(?=[a-f]*\d)[0-9a-f]{6,}|(?=[^\Wa-z]*[a-z][^\W\d]*\d[^\Wa-z]*[a-z])\w+"
    r"|(?=[^\W\d]*\d[^\Wa-z]*[a-z][^\W\d]*\d)\w+|\d+[a-z]{3,}|[b-df-hj-np-tv-xz]{5,}",
    re.IGNORECASE,
)
_ICON = re.compile("^(?:[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]\ufe0f? ?){1,3}(?=\\S)")  # of a page in an app
_STOP = re.compile(r"[^\W\d_]{2}\.$")  # as printers set titles: "ON MILLS."
_CLAUSE = re.compile(r"[,;:]\s|\s[–—-]\s|—")
_MOST_PARTS = 3  # of a title, as headings
_CLOSERS = " \t\n.,;:!…–—-\"“'‘(["


def title_blocks(essay: Essay) -> range:
    """The blocks that only repeat the title, which is said or shown apart."""
    first = essay.blocks[: min(_MOST_PARTS, len(essay.blocks) - 1)]
    title = _plain(essay.title)
    found = _beginning(first, title) or _below_a_line(essay.blocks[:_MOST_PARTS], title)
    while found and found.stop < len(essay.blocks) - 1 and _repeats(essay.blocks[found.stop], title):
        found = range(found.start, found.stop + 1)
    return found


def _repeats(block: Block, title: str) -> bool:
    return block.kind is Kind.HEADING and _plain(block.text) == title


def _beginning(blocks: Sequence[Block], title: str) -> range:
    """The title's heading, or "III" and "On Mills" of "III: On Mills"."""
    said = ""
    for index, block in enumerate(blocks):
        said += _plain(block.text)
        if blocks[0].kind is not Kind.HEADING or not title.startswith(said):
            break
        if said == title:
            return range(index + 1)
    return range(0)


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _below_a_line(blocks: Sequence[Block], title: str) -> range:
    """The main heading, with at most a line or two above it; that of a part is a part's."""
    above = 0
    for index, block in enumerate(blocks):
        if index and block.kind is Kind.HEADING and block.level == 1 and title and _plain(block.text) == title:
            return range(index, index + 1)
        above += len(block.text)
        if above > _LONGEST_ABOVE:
            break
    return range(0)


def from_heading(blocks: Sequence[Block]) -> str:
    """The first heading, if it is the title: near the beginning, and no section's like others that follow."""
    heads = (index for index, block in enumerate(blocks) if block.kind is Kind.HEADING)
    place = next((index for index in heads if not names_contents(blocks[index].text)), None)
    if place is None:
        return ""
    first, later = blocks[place], blocks[place + 1 :]
    above = sum(len(block.text) for block in blocks[:place])
    has_equals = any(block.kind is Kind.HEADING and block.level <= first.level for block in later)
    is_section = has_equals and (first.level > 1 or is_named_part(first.text))
    return "" if is_section or above > (_LONGEST_ABOVE if first.level == 1 else _LINE_ABOVE) else first.text


def choose_title(stated: str, name: str, blocks: Sequence[Block], language: str = "") -> str:
    """The title that the essay states, if it does, without line breaks; else one found."""
    return find_title(stated, name, blocks, language)[0]


def find_title(stated: str, name: str, blocks: Sequence[Block], language: str = "") -> tuple[str, str]:
    """The same, and where it was found, if it was not stated: "is its file's name"."""
    stated = _ICON.sub("", " ".join(stated.split()))
    stated = stated[:-1] if stated.isupper() and _STOP.search(stated) else stated
    if is_spoken(stated):
        return stated if len(stated) <= _LONGEST_STATED else shorten(stated, _LONGEST_FOUND), ""
    if found := from_file_name(name):
        return found, "is its file's name"
    if found := _any_heading(blocks):
        return found, "is its first heading, which others are like"
    if found := from_text(blocks, language):
        return found, "is its first sentence"
    return "Untitled", "stands for none"


def guess_of_heading(blocks: Sequence[Block], title: str) -> str:
    """Why a heading that was taken for the title may not be one; empty for what stands at the top."""
    place = next((index for index, block in enumerate(blocks) if block.kind is Kind.HEADING), 0)
    is_late = place > 0 and blocks[place].text == title and blocks[place].level > 1
    return "is a heading below the first words" if is_late else ""


def _any_heading(blocks: Sequence[Block]) -> str:
    heading = blocks[0].text if blocks and blocks[0].kind is Kind.HEADING else ""
    return heading if len(heading) <= _LONGEST_STATED else ""


def cut_title(stated: str) -> str:
    """The stated title, if `choose_title` cuts it."""
    stated = " ".join(stated.split())
    return stated if is_spoken(stated) and len(stated) > _LONGEST_STATED else ""


def from_file_name(name: str) -> str:
    """The stem of a file in words; empty if it is generic (`draft-2`) or made by a machine (`000_4fcc9a`)."""
    file = re.split(r"[\\/]", name)[-1]
    stem = _DATE.sub(" ", file.rpartition(".")[0] or file)
    words = [word for part in re.split(r"[\W_]+", stem) for word in _CAMEL.split(part) if word]
    if any(map(_MACHINE.fullmatch, re.split(r"[\W_]+", stem))):
        return ""
    telling = [word.lower() for word in words if word.lower() not in _GENERIC and not _VERSION.fullmatch(word.lower())]
    if sum(map(len, telling)) < 3 or len(stem) > _LONGEST_STATED:
        return ""
    if " " in stem.strip() and stem != stem.lower() and "_" not in stem:
        return " ".join(stem.split())  # somebody named it, and writes titles as that language does
    return " ".join(_capitalised(word, first=index == 0) for index, word in enumerate(words))


def _capitalised(word: str, *, first: bool) -> str:
    if word != word.lower() or (word in _SMALL and not first):
        return word
    return word[:1].upper() + word[1:]


def from_text(blocks: Sequence[Block], language: str = "") -> str:
    paragraphs = [block.text for block in blocks if block.kind is Kind.PARAGRAPH] or [block.text for block in blocks]
    beginning = " ".join(paragraphs[0][:_BEGINNING].split()) if paragraphs else ""
    sentences = sentencex.segment(language.partition("-")[0] or "en", beginning) if beginning else []
    return shorten(sentences[0], _LONGEST_FOUND) if sentences else ""


def shorten(text: str, longest: int) -> str:
    """The text up to a clause's or a word's end, without closing punctuation."""
    text = text.strip()
    if len(text) > longest:
        clauses = [match.start() for match in _CLAUSE.finditer(text, 0, longest + 2) if match.start() <= longest]
        space = text.rfind(" ", 0, longest + 1)
        cut = clauses[-1] if clauses and clauses[-1] >= _SHORTEST_CLAUSE else space
        text = text[: cut if cut > 0 else longest]
    return text.rstrip(_CLOSERS) or text
