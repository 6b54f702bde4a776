"""An essay as it was written: what will be said, in reading order, and what will not, and why.

    essay = read_essay(Path("essay.md").read_bytes(), name="essay.md")      # podcast/text/reading.py
    essay.title, [block.text for block in essay.blocks], essay.skips

Every offset counts characters of `Essay.source`, the decoded text of the file. Runs and skips partition it:
each character that is not white space lies in exactly one run or in exactly one skip (`partition_faults`).
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from podcast.text.pronounced import PronouncedPlace

NARRATOR = "narrator"  # the role of all that nobody else says


class Kind(StrEnum):
    """What a block is in the essay; segments inherit it, and pauses and voices depend on it."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    LIST_ITEM = "list item"


class Reason(StrEnum):
    """Why a stretch of the source is not said."""

    MARKUP = "markup"  # **, #, <p class=…>: signs that shape the text and are no part of it
    LINK_TARGET = "link target"  # kept as Run.href, for the show notes
    FRONT_MATTER = "front matter"
    TITLE = "title"  # a first heading that only repeats the title, which the welcome says
    CODE = "code block"
    TABLE = "table"
    FORMULA = "formula"
    FOOTNOTE = "footnote"
    URL = "bare URL"
    IMAGE = "image file"  # its alt text is said
    COMMENT = "comment"
    SCRIPT = "script or style"
    DIRECTIVE = "directive"  # {% … %}, [!note], {#id}: said to a program
    ATTRIBUTES = "attributes"  # {lang=fr}: followed
    NAVIGATION = "navigation"
    FURNITURE = "page furniture"
    RULE = "scene break"
    EMOJI = "emoji"  # alone in a paragraph; among words they are named
    CUE = "mark"  # [pause 2s], [sting]: said to the sound, not to the listener
    SPEAKER = "speaker's name"  # the HOST: of a script
    FAILED = "unvoiced passage"  # no engine could say it, and the build was asked to go on without it


#: Reasons that concern signs, not words: true of every essay, so a report to the user leaves them out.
SILENT_REASONS = frozenset(
    {Reason.MARKUP, Reason.LINK_TARGET, Reason.FRONT_MATTER, Reason.TITLE, Reason.SCRIPT, Reason.RULE}
    | {Reason.CUE, Reason.SPEAKER, Reason.ATTRIBUTES}
)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a block's text and where it stands in the source.

    `text` mostly equals `source[start:end]`; it differs for entities (`&amp;`) and folded white space (a line
    break and its indent become one space).
    """

    text: str
    start: int
    end: int
    href: str = ""  # the absolute target, where the run is the text of a link
    lang: str = ""  # BCP 47, lower case, where the text is marked as in another language than the essay


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, quotation or list item. Never empty: its text has at least one letter or digit."""

    kind: Kind
    runs: tuple[Run, ...]
    level: int = 0  # heading: 1–6; list item and quotation: depth of nesting, from 1
    speaker: str = ""  # whose line it is in a script, or whose voice a mark asks for: "HOST"
    quoted: bool = False  # within a quotation, as all quotations are, and headings and list items can be
    number: int = 0  # of an item in a numbered list, from 1; 0: it has none; -1: a further paragraph of such an item
    _text: str = field(default="", init=False, repr=False, compare=False)  # kept, since each cleaner asks for it

    @property
    def text(self) -> str:
        if not self._text:
            object.__setattr__(self, "_text", "".join([run.text for run in self.runs]))
        return self._text


@dataclass(frozen=True, slots=True)
class Skip:
    text: str
    reason: Reason
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Essay:
    """Blocks and skips are in the order of the source. Unknown facts are empty, not guessed."""

    source: str
    title: str
    blocks: tuple[Block, ...]
    skips: tuple[Skip, ...]
    author: str = ""
    date: datetime | None = None  # always aware
    language: str = ""  # BCP 47, lower case: "en", "en-us"
    description: str = ""
    tags: tuple[str, ...] = ()
    image: str = ""  # a path or URL, as written; this and what follows from the front matter only
    slug: str = ""
    season: int | None = None  # from 1
    episode: int | None = None  # from 1; its number in the season or the show
    episode_type: str = "full"  # or "trailer", "bonus"
    voice: str = ""  # of its narrator: a profile or a voice
    explicit: bool | None = None  # None: as the show is
    guid: str = ""  # that it is to have
    draft: str = ""  # how it says that it is not to be published: "draft: true"
    embargo: datetime | None = None  # before which it is not to be published …
    expires: datetime | None = None  # … and after which not any more
    remarks: tuple[str, ...] = ()  # to its writer, on what it states and nothing follows from; sentences
    emphases: tuple[tuple[int, int, str], ...] = ()  # stretches of the source, and "em" or "strong"; they may overlap
    pronounced: "tuple[PronouncedPlace, ...]" = ()  # how stretches of the source are said, by marks; in any order
    title_guess: str = ""  # where the title was found, if nobody stated it: "is its file's name"
    author_guess: str = ""
    address: str = ""  # where it is on the web, if it was fetched from there
    is_converted: bool = False  # `source` is a page that was made of a document, and not what its author wrote
    full_title: str = ""  # as it was stated, where it is too long and `title` is only its beginning
