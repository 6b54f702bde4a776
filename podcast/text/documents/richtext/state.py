"""What holds for a stretch of an RTF document: a group inherits it, and what it changes ends with it.

state.changed_by("b", None)     # True: bold from here on
"""

from copy import copy
from dataclasses import dataclass, field

from podcast.text.documents.fields import CONTENTS, SILENT, link_in, name_in
from podcast.text.documents.richtext.letters import language_of


@dataclass(slots=True)
class RtfField:
    """What a program fills in; its code is read before its result."""

    around: "RtfField | None"
    code: str = ""

    def chain(self) -> list["RtfField"]:
        found: list[RtfField] = []
        one: RtfField | None = self
        while one and len(found) < 50:
            found.append(one)
            one = one.around
        return found


@dataclass(slots=True)
class RtfParagraphState:
    style: int | None = None
    outline: int | None = None
    left: int = 0
    right: int = 0
    first: int = 0
    level: int | None = None  # of a list, from 0
    is_listed: bool = False
    is_centred: bool = False
    in_table: bool = False
    has_rule: bool = False


@dataclass(slots=True)
class RtfState:
    destination: str = ""  # empty: the text
    upper: str = ""  # where the group's text would go, but for a better way to say it
    font: int | None = None
    size: float = 0
    tags: frozenset[str] = frozenset()
    is_hidden: bool = False
    is_deleted: bool = False
    language: str = ""
    skipped: int = 1  # \uc: characters that stand for one of Unicode in old programs
    is_math_text: bool = False
    is_starred: bool = False  # the next word may be left out by who doesn't know it
    filled_in: RtfField | None = None  # the field that it is in
    paragraph: RtfParagraphState = field(default_factory=RtfParagraphState)
    shares_paragraph: bool = False  # with the group around

    def within(self) -> "RtfState":
        """A copy for a group in this one; the paragraph's own is copied when it is changed."""
        return RtfState(
            self.destination,
            self.upper,
            self.font,
            self.size,
            self.tags,
            self.is_hidden,
            self.is_deleted,
            self.language,
            self.skipped,
            self.is_math_text,
            filled_in=self.filled_in,
            paragraph=self.paragraph,
            shares_paragraph=True,
        )

    @property
    def href(self) -> str:
        return next(filter(None, map(link_in, self._codes())), "")

    @property
    def in_contents(self) -> bool:
        return any(name_in(code) in CONTENTS for code in self._codes())

    @property
    def is_silent(self) -> bool:
        return self.is_hidden or self.is_deleted or any(name_in(code) in SILENT for code in self._codes())

    def _codes(self) -> list[str]:
        return [one.code for one in self.filled_in.chain()] if self.filled_in else []

    def changed_by(self, word: str, number: int | None) -> bool:
        """Whether a word is about letters or the paragraph; then the state is what it says."""
        is_on = number != 0
        if word in _TAGS:
            self.tags = self.tags - {_TAGS[word]} | ({_TAGS[word]} if is_on else set())
        elif word in ("super", "sub", "nosupersub", "up", "dn"):
            raised = {"super": "sup", "up": "sup", "sub": "sub", "dn": "sub"}.get(word, "") if is_on else ""
            self.tags = self.tags - {"sup", "sub"} | ({raised} if raised else set())
        elif word in ("v", "webhidden"):
            self.is_hidden = is_on
        elif word == "deleted":
            self.is_deleted = is_on
        elif word == "lang" and number is not None:
            self.language = language_of(number)
        elif word == "fs" and number:
            self.size = number / 2
        elif word == "f":
            self.font = number
        elif word == "uc":
            self.skipped = max(min(number or 0, 9), 0) if number is not None else 1
        elif word == "plain":
            self.tags, self.is_hidden, self.is_deleted, self.size = frozenset(), False, False, 12
        else:
            return self._paragraph_changed_by(word, number)
        return True

    def _paragraph_changed_by(self, word: str, number: int | None) -> bool:
        if word == "pard":
            self.paragraph, self.shares_paragraph = RtfParagraphState(), False
        elif word in _NUMBERS or word in _SWITCHES:
            if self.shares_paragraph:
                self.paragraph, self.shares_paragraph = copy(self.paragraph), False
            name, value = (_NUMBERS[word], number) if word in _NUMBERS else _SWITCHES[word]
            is_count = name in ("left", "right", "first")
            setattr(self.paragraph, name, (number or 0) if is_count else value)
        else:
            return False
        return True


_TAGS = {"b": "strong", "i": "em", "ul": "u", "ulw": "u", "uld": "u", "uldb": "u", "ulnone": ""}
#: What words with a number set, and those without.
_NUMBERS = {
    "s": "style", "outlinelevel": "outline", "ilvl": "level",
    "li": "left", "lin": "left", "ri": "right", "rin": "right", "fi": "first",
}  # fmt: skip
_SWITCHES = {
    **dict.fromkeys(("ls", "pnlvlblt", "pnlvlbody"), ("is_listed", True)),
    **dict.fromkeys(("ql", "qr", "qj"), ("is_centred", False)),
    **dict.fromkeys(("brdrb", "brdrt"), ("has_rule", True)),
    "qc": ("is_centred", True),
    "intbl": ("in_table", True),
}
