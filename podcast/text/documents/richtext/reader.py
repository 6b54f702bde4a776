r"""Rich Text (.rtf) of Word, TextEdit, WordPad, LibreOffice, Scrivener and others.

    page = page_of(rb"{\rtf1\ansi Hello\par}", "essay.rtf")

Groups hold text, or something else that their first word tells; what may be left out by who doesn't know it is left
out, and every other word that isn't known is passed over, so that its text is read.
"""

from podcast.errors import PodcastError
from podcast.text.documents.archive import damaged
from podcast.text.documents.onepage import anchor_of, formula, one_page, picture
from podcast.text.documents.paragraphs import Blocks, WordProcessed
from podcast.text.documents.pictures import is_by_machine
from podcast.text.documents.richtext.letters import RtfLetters, language_of
from podcast.text.documents.richtext.state import RtfField, RtfParagraphState, RtfState
from podcast.text.documents.richtext.story import RtfStory, RtfStyle
from podcast.text.documents.richtext.tokens import RtfToken, rtf_tokens
from podcast.text.wordlist import each

_MOST_BYTES = 200_000_000  # most of them pictures
_DEEPEST = 2000  # groups in one another
_OUT = "out"
#: Destinations whose text is no part of the document's.
_SILENT = frozenset(
    each("""
    colortbl header headerl headerr headerf footer footerl footerr footerf pict nonshppict shprslt objdata xe tc rxe
    ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn annotation atnid atnauthor listtable listoverridetable revtbl operator
    company subject manager category comment hlinkbase pntxtb pntxta private creatim revtim printim buptim template
    doccomm bkmkstart bkmkend rsidtbl generator filetbl nextfile stylesheetdata do falt panose mmathPr fname mmathPict
    """)
)
_GATHERED = frozenset(
    each("fonttbl stylesheet title author keywords fldinst listtext pntext sn sv shptxt footnote info mmath")
)
#: Starred, and yet read.
_STARRED = frozenset(each("shpinst ud fldinst moMath moMathPara picprop shppict background"))
_SIGNS = {
    "~": "\N{NO-BREAK SPACE}", "_": "\N{NON-BREAKING HYPHEN}", "-": "", "{": "{", "}": "}", "\\": "\\", "tab": "\t",
    "line": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ", "page": " ", "column": " ",
}  # fmt: skip
_PARAGRAPH_ENDS = frozenset(("par", "sect", "nestcell", "\n", "\r"))
_SHORTEST_FORMULA = 3  # characters; what is shorter is the name of a quantity, and is said


def page_of(data: bytes, name: str) -> str:
    if len(data) > _MOST_BYTES:
        raise PodcastError("The document is too large", which=name, remedy="200 MB is the most; cut it into parts.")
    reader = _Reader(name)
    for token in rtf_tokens(data):
        reader.read(token)
        if reader.is_done:
            break
    return one_page(reader.document())


class _Reader:
    def __init__(self, name: str) -> None:
        self._name = name
        self._states = [RtfState()]
        self._stories = [RtfStory()]
        self._texts: dict[str, list[str]] = {}  # what was gathered, by its destination
        self._facts: dict[str, str] = {}
        self._letters = RtfLetters()
        self._styles: dict[int, RtfStyle] = {}
        self._based_on: int | None = None  # of the style that is read
        self._notes: list[tuple[str, Blocks]] = []
        self._language = ""
        self.is_done = False

    @property
    def _state(self) -> RtfState:
        return self._states[-1]

    @property
    def _story(self) -> RtfStory:
        return self._stories[-1]

    def read(self, token: RtfToken) -> None:
        if token.text:
            self._letters.add(token, self._state.font)
            return
        if token.word == "u" and token.number is not None:
            self._letters.add_unicode(token.number, self._state.font, self._state.skipped)
            return
        if token.word == "'" or self._letters.passes_over(token.word if token.word in _SIGNS else ""):
            return
        self._say(self._letters.taken())
        if token.brace == "{":
            self._begin()
        elif token.brace:
            self._end()
        else:
            self._word(token.word, token.number)

    def document(self) -> WordProcessed:
        """Raises PodcastError for one that stops in the middle."""
        if not self.is_done:
            raise damaged(self._name)
        blocks = self._story.finished(self._state, self._styles)
        facts = self._facts
        return WordProcessed(
            blocks,
            tuple(self._notes),
            title=facts.get("title", ""),
            author=facts.get("author", ""),
            keywords=facts.get("keywords", "").replace(";", ","),
            language=self._language,
        )

    def _begin(self) -> None:
        if len(self._states) > _DEEPEST:
            raise damaged(self._name)
        self._states.append(self._state.within())
        self._letters.begin()

    def _end(self) -> None:
        ended = self._states.pop() if len(self._states) > 1 else self._state
        self._letters.begin()
        if ended.destination == "stylesheet":
            self._name_style(ended)
        elif ended.destination == "shptxt" and self._state.destination != "shptxt":
            box = self._stories.pop().finished(ended, self._styles)
            self._story.boxes.append(box)
        elif ended.destination == "footnote" and self._state.destination != "footnote":
            self._notes.append((f"note-{len(self._notes) + 1}", self._stories.pop().finished(ended, self._styles)))
        elif ended.destination != self._state.destination and ended.destination:
            self._gathered(ended)
        self.is_done = len(self._states) == 1

    def _gathered(self, ended: RtfState) -> None:
        """What the text of a destination is for, now that all of it is there."""
        text = "".join(self._texts.pop(ended.destination, []))
        if ended.destination in ("listtext", "pntext"):
            self._story.mark = text
        elif ended.destination == "sv" and self._facts.get("sn") == "wzDescription" and text.strip():
            is_told = not is_by_machine(text)
            self._story.put(picture(text, is_told=is_told), text if is_told else "")
        elif ended.destination == "mmath":
            self._formula(" ".join(text.split()))
        else:
            self._facts[ended.destination] = text.strip()

    def _formula(self, text: str) -> None:
        if text and len(text) < _SHORTEST_FORMULA:
            self._story.say(text, self._state)
        elif text:
            self._story.put(formula(text), text)

    def _name_style(self, ended: RtfState) -> None:
        name = "".join(self._texts.pop("stylesheet", [])).strip(" ;\t")
        if name:
            place = ended.paragraph
            self._styles[place.style or 0] = RtfStyle(name, self._based_on, place.outline)
        self._based_on = None

    # Words

    def _word(self, word: str, number: int | None) -> None:
        state = self._state
        was_starred, state.is_starred = state.is_starred, word == "*"
        if word == "*" or (was_starred and self._is_left_out(word)):
            return
        if word in _SILENT or word in _GATHERED or word in _STARRED:
            self._enter(word)
        elif word in _SIGNS:
            self._say(_SIGNS[word])
        elif state.destination in ("", "shptxt", "footnote") and self._ends(word):
            pass
        elif not state.changed_by(word, number):
            self._fact(word, number)

    def _is_left_out(self, word: str) -> bool:
        if word not in _STARRED and word not in _GATHERED:
            self._state.destination = _OUT
        return self._state.destination == _OUT and word != "ud"

    def _enter(self, word: str) -> None:
        state = self._state
        if word == "ud":
            state.destination = state.upper
        elif state.destination == _OUT or word in _SILENT:
            state.destination = _OUT
        elif word in ("shptxt", "footnote"):
            self._enter_story(word)
        elif word in ("moMath", "moMathPara"):
            state.destination = "mmath"
        elif word in _GATHERED and word != "info":
            state.destination = word

    def _enter_story(self, word: str) -> None:
        state = self._state
        if word == "footnote":
            self._story.put(anchor_of(f"note-{len(self._notes) + 1}", str(len(self._notes) + 1)))
        state.destination, state.tags, state.paragraph = word, frozenset(), RtfParagraphState()
        self._stories.append(RtfStory())

    def _ends(self, word: str) -> bool:
        if word in _PARAGRAPH_ENDS:
            self._story.end_paragraph(self._state, self._styles)
        elif word == "cell":
            self._story.end_cell(self._state, self._styles)
        elif word == "row":
            self._story.end_row()
        else:
            return False
        return True

    def _fact(self, word: str, number: int | None) -> None:
        """About the document, its fonts and styles, and where text goes."""
        state = self._state
        if word == "field":
            state.filled_in = RtfField(state.filled_in)
        elif word == "upr":
            state.upper, state.destination = state.destination, _OUT
        elif word == "mr":
            state.is_math_text = True
        elif word == "sbasedon":
            self._based_on = number
        elif word == "deflang" and number is not None:
            self._language = language_of(number)
        else:
            self._letters.fact(word, number)

    def _say(self, text: str) -> None:
        state = self._state
        if not text or state.destination == _OUT:
            return
        if state.destination == "fonttbl":
            self._letters.name_font(state.font, text)
        elif state.destination == "fldinst":
            if state.filled_in:
                state.filled_in.code += text
        elif state.destination == "mmath":
            self._texts.setdefault("mmath", []).append(text if state.is_math_text else "")
        elif state.destination not in ("", "shptxt", "footnote"):
            self._texts.setdefault(state.destination, []).append(text)
        elif not state.is_silent:
            self._story.say(text, state)
