"""Make any text fit for a feed: legal XML, and no longer than podcast directories take.

    fit_line(title)                         # one line, at most 255 characters
    fit_text(description)                   # paragraphs, at most 4000 bytes
    fit_html(clean_html(notes))             # show notes, cut between words, every tag closed
    fit_url("https://example.org/é.mp3")    # ASCII

All functions are pure and give fit texts back unchanged.
"""

import re
from urllib.parse import quote

import nh3

MAX_LINE_CHARS = 255  # Apple, of any text but descriptions
MAX_TEXT_BYTES = 4000  # Apple, of descriptions

#: What XML 1.0 (section 2.2) has no place for, not even escaped: control characters, surrogates, U+FFFE, U+FFFF.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CLEANER = nh3.Cleaner(
    tags={"p", "br", "ol", "ul", "li", "a", "b", "i", "strong", "em"},  # Apple, PSP-1
    attributes={"a": {"href"}},
    url_schemes={"http", "https", "mailto"},
    url_relative="deny",  # relative to what, in a podcast app?
    link_rel=None,
)
#: What a cut may leave at its end: part of a word, of a tag or of an entity. Longer than 30, it's no word but a
#: language that is written without spaces.
_WORD_END = re.compile(r"\s+\S{0,30}$")
_HTML_END = re.compile(r"(<[^>]*|&[#\w]*|(?<=[\s>])[^\s<>]{0,30})$")


def legal(text: str) -> str:
    """`text` without the characters that XML forbids."""
    return _ILLEGAL.sub("", text)


def fit_line(text: str, max_chars: int = MAX_LINE_CHARS) -> str:
    """`text` as one line without white space at its edges; a longer one ends in "…" after a whole word."""
    line = " ".join(legal(text).split())
    return line if len(line) <= max_chars else _WORD_END.sub("", line[: max_chars - 1]) + "…"


def fit_text(text: str, max_bytes: int = MAX_TEXT_BYTES) -> str:
    """`text` with its line breaks, without white space at its edges, in at most `max_bytes` of UTF-8."""
    text = "\n".join(legal(text).splitlines()).strip()
    encoded = text.encode()
    if len(encoded) <= max_bytes:
        return text
    return _WORD_END.sub("", encoded[: max_bytes - len("…".encode())].decode(errors="ignore")) + "…"


def fit_url(url: str) -> str:
    """`url` in ASCII: what a URL can't hold is percent-encoded, what is encoded already stays."""
    return quote(legal(url).strip(), safe="%/:?#[]@!$&'()*+,;=~")


def clean_html(html: str) -> str:
    """`html` with only the tags that podcast apps show, absolute links, and no way out of a CDATA section."""
    cleaned = _CLEANER.clean(legal(html))
    if (stripped := legal(cleaned)) != cleaned:
        # Character references hid something illegal; without it, a harmless link may have become a script's.
        cleaned = _CLEANER.clean(stripped)
    return cleaned.strip().replace("]]>", "]]&gt;")


def fit_html(html: str, max_bytes: int = MAX_TEXT_BYTES) -> str:
    """`html`, which is clean, in at most `max_bytes`: a longer one ends in "…" and has its open tags closed."""
    room, fitted = max_bytes - len("…".encode()), html
    while (excess := len(fitted.encode()) - max_bytes) > 0:
        if fitted is not html:  # the closing tags need room too; there may be thousands
            room -= min(excess, room // 4 + 1)
        cut = html.encode()[:room].decode(errors="ignore")
        fitted = clean_html(_HTML_END.sub("", cut).rstrip() + "…") if room > 0 else ""
    return fitted
