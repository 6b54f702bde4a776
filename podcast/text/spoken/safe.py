"""What no engine should see, out of a text that may be anything.

    safe("Read [[this]].").text     # "Read [ [this]]."

An essay is untrusted input to an engine: control characters change espeak-ng's voice, `[[` begins phonemes, and
long runs without a space can abort it. Nothing here changes how a sane text is said, but for a line break, as in
verse, which an engine would run over: it is said as the little pause of a comma.
"""

import re
from collections.abc import Iterator

from podcast.text.spoken.form import SpokenForm

_LONGEST_TOKEN = 60

# What no engine should see: C0 and C1 controls but for white space, lone surrogates, zero-width and bidi marks.
_SILENT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
#: Whatever may be changed below; most texts have nothing of it.
_INSANE = re.compile(rf"{_SILENT.pattern}|\s\s|[^\S ]|\[\[|\S{{{_LONGEST_TOKEN + 1}}}|\.[^\W_]")
_TOKEN = re.compile(r"\S+|\s+")
_MOST_DOTS = 8  # in a row; espeak-ng 1.52 aborts somewhere past a hundred letters that each have their dot


def is_safe(written: str) -> bool:
    """At a glance: what isn't may be safe, too."""
    return _INSANE.search(written) is None


def safe(written: str) -> SpokenForm:
    pairs = list(_safe(written))
    return SpokenForm("".join(text for text, _ in pairs), tuple(index for _, index in pairs))


def _safe(written: str) -> Iterator[tuple[str, int]]:
    """Each spoken character with the index of its written one."""
    after_space = False
    for token in _TOKEN.finditer(written):
        if not token[0].isspace():
            said = list(_safe_token(token[0], token.start()))
            yield from said
            after_space = after_space and not said
        elif not after_space:
            is_line_end = "\n" in token[0] and written[max(token.start() - 1, 0) : token.start()].isalnum()
            yield from ((sign, token.start()) for sign in (", " if is_line_end else " "))
            after_space = True


def _safe_token(token: str, start: int) -> Iterator[tuple[str, int]]:
    is_dotted = token.count(".") > _MOST_DOTS
    last, since_break = "", 0
    for index, character in enumerate(token):
        if _SILENT.match(character):
            continue
        is_risky = last == character == "[" or (is_dotted and last == "." and character.isalnum())
        if is_risky or since_break == _LONGEST_TOKEN:
            yield " ", start + index
            since_break = 0
        yield character, start + index
        last = character
        since_break += 1
