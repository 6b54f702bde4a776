"""Words that a page's style keeps apart and its text doesn't: `<span>Jane Doe</span><span>May 1</span>`.

    is_glued("Jane Doe", "May 1", ["/span", "span"])        # True: a space belongs between them
    is_lined({"style": "display: block"})                   # True: an inline element that makes lines of its own

In doubt it is one word: first letters are often set apart from theirs (`<span>O</span>nce`).
"""

import re
from collections.abc import Mapping, Sequence

from podcast.text.wordlist import each

#: What stands for a thing of its own in a line. Emphasis may be within a word.
_APART = frozenset(each("span a time small label input strong cite data"))
_LINED = re.compile(r"display\s*:\s*(?:block|flex|grid|list-item|table)", re.IGNORECASE)
_LINED_CLASSES = frozenset(each("block d-block db line lines verse-line subtitle sub-title poem-line"))
_WORD_END = re.compile(r"(?:[^\W\d_][a-zß-öø-ÿа-я]{2}|\w(?=[.!?]))[.!?:]?$")
_CAPITAL = re.compile(r"[^\W\d_][^\W\d_]|[AI] ")


def is_lined(attributes: Mapping[str, str]) -> bool:
    style, classes = attributes.get("style", ""), attributes.get("class", "")
    return bool(_LINED.search(style) or (classes and not _LINED_CLASSES.isdisjoint(classes.split())))


def is_glued(left: str, right: str, tags: Sequence[str]) -> bool:
    """`tags`: the names of all tags between the two, those that end an element with a stroke."""
    if not any(tag.lstrip("/") in _APART or "-" in tag for tag in tags):
        return False
    if _WORD_END.search(left[-4:]) and right[:1].isupper() and _CAPITAL.match(right):
        return True
    if not (tags[0].startswith("/") and not tags[-1].startswith("/")):
        return False
    is_link_each = tags[0] == "/a" and tags[-1] == "a"
    ends, begins = left[-1:], right[:1]
    return (ends.isascii() and begins.isascii() and ends.isalnum() and begins.isalnum()) and (
        is_link_each or ends.isdigit() != begins.isdigit()
    )
