"""Shortcodes in square brackets: WordPress's [caption id="a"]…[/caption], [gallery]; bulletin boards' [b]…[/b].

    list(find_shortcodes("[embed]https://example.org[/embed]", 0))

In brackets stand words of the writer, too. A shortcode has attributes, is closed, or is one that everyone knows. What
stands between two is said, unless it is code, a note or the address of a film.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from podcast.text.essay import Reason
from podcast.text.readers.hidden.templates import caption_in
from podcast.text.readers.stretch import HiddenStretch, around
from podcast.text.runs import is_spoken
from podcast.text.wordlist import each

_VALUE = r"\s?=\s?(?:\"[^\"\n]{0,1000}\"|'[^'\n]{0,1000}'|[“”″«][^“”″«»\n]{0,500}[”″»]|[^\s\"'\[\]]{1,500})"
_TAG = re.compile(
    r"(?<![\[\\!])\[(?P<slash>/?)(?P<name>[a-z][a-z0-9_-]{0,40})"
    rf"(?P<attributes>(?:{_VALUE})?(?:\s{{1,5}}(?:[\w:-]{{1,60}}(?:{_VALUE})?|https?://[^\s\[\]]{{1,900}}|\"[^\"\n]{{0,500}}\")){{0,40}})\s{{0,5}}/?\](?![(\]])"
    r"(?!:\s)",
    re.IGNORECASE,
)
#: As an exporter to Markdown escapes them: \\[vc\\_row width="1/2"\\].
_ESCAPED = re.compile(
    r"\\\[(?P<slash>/?)(?P<name>[A-Za-z](?:[A-Za-z0-9-]|\\?_){1,40})(?P<attributes>(?:\s(?:[^\[\]\n\\]|\\_){0,500})?)\\\]"
)
_QUOTED = re.compile(r"[\w-]=\s?[\"'“”″«]|https?://")
_MARKS = frozenset({"pause", "sting"})  # ours
_ALONE = re.compile(
    r"gallery|embed|playlist|more|nextpage|contact-form(?:-7)?|sitemap|archives|jetpack\S*|tablepress|table-of-contents"
    r"|(?:vc|et_pb|su|fusion|av|mk|woocommerce|edd|ninja|rev|ngg|wp|wpforms|ez|elementor|the|social)_[\w-]+|ez-toc|sharethis|addtoany|addthis|shareaholic|sharedaddy"
    r"|[a-z]+(?:[-_][a-z0-9]+)*[-_](?:faqs?|forms?|gallery|slider|map|menu|widget|button"
    r"|grid|feed|block|posts?|carousel|player|calendar|login|cart|sidebar|popup|sharing|poll|quiz|reviews?|toc)",
    re.IGNORECASE,
)
_SILENT = {
    **dict.fromkeys(
        each("code sourcecode source pre php html css js javascript python sql xml bash shell java ruby"), Reason.CODE
    ),
    **dict.fromkeys(each("latex math katex"), Reason.FORMULA),
    **dict.fromkeys(
        each("embed video audio youtube vimeo playlist soundcloud gist iframe map googlemaps"), Reason.DIRECTIVE
    ),
    **dict.fromkeys(each("script style contact-form wpvideo media googlemap"), Reason.DIRECTIVE),
    **dict.fromkeys(each("ref fn footnote footnotes efn_note mfn sidenote note_ref"), Reason.FOOTNOTE),
    "img": Reason.IMAGE,
}
_CAPTIONS = frozenset({"caption", "wp_caption"})
_IMAGE = re.compile(r"<img\b[^<>]{0,3000}>", re.IGNORECASE)
_HTML = re.compile(r"<[^<>]{0,3000}>")


def find_shortcodes(text: str, first: int) -> Iterator[HiddenStretch]:
    tags = [tag for tag in _TAG.finditer(text, first) if tag["name"].lower() not in _MARKS]
    closing, closed = _pairs(tags), -1
    for index, tag in enumerate(tags):
        if index <= closed:
            continue
        name, end = tag["name"].lower(), closing.get(index)
        if end is not None and name in _SILENT and not tag["slash"]:
            closed = end
            yield HiddenStretch(tag.start(), tags[end].end(), _SILENT[name])
        elif end is not None or (not tag["slash"] and _is_sure(text, tag)):
            said = caption_in(text, *tag.span())
            yield from around(*tag.span(), said, Reason.DIRECTIVE)
            if end is not None and name in _CAPTIONS and not tag["slash"]:
                yield from _pictures(text, tag.end(), tags[end].start(), is_told=said[0] < said[1])


def find_escaped_shortcodes(text: str, first: int) -> Iterator[HiddenStretch]:
    """The same, with a backslash before each bracket."""
    tags = list(_ESCAPED.finditer(text, first)) if "\\[" in text else []
    names = [tag["name"].replace("\\", "").lower() for tag in tags]
    last = {name: index for index, name in enumerate(names) if tags[index]["slash"]}
    opened = {name for name, tag in zip(names, tags, strict=True) if not tag["slash"]}
    closed = -1
    for index, (name, tag) in enumerate(zip(names, tags, strict=True)):
        is_pair = name in opened if tag["slash"] else last.get(name, -1) > index
        if index <= closed or not (is_pair or _QUOTED.search(tag["attributes"]) or _ALONE.fullmatch(name)):
            continue
        if is_pair and name in _SILENT and not tag["slash"]:
            closed = next(at for at in range(index, len(tags)) if names[at] == name and tags[at]["slash"])
            yield HiddenStretch(tag.start(), tags[closed].end(), _SILENT[name])
        else:
            yield HiddenStretch(*tag.span(), Reason.DIRECTIVE)


def _pairs(tags: Sequence[re.Match[str]]) -> dict[int, int]:
    """The tag that closes one, by their indexes, and the other way round."""
    opened: defaultdict[str, list[int]] = defaultdict(list)
    pairs: dict[int, int] = {}
    for index, tag in enumerate(tags):
        name = tag["name"].lower()
        if not tag["slash"]:
            opened[name].append(index)
        elif opened[name]:
            begun = opened[name].pop()
            pairs[begun], pairs[index] = index, begun
    return pairs


def _is_sure(text: str, tag: re.Match[str]) -> bool:
    """Whether one that is never closed is a shortcode: not the selector a[href="b"], nor a word in brackets."""
    attributes = tag["attributes"]
    if tag.start() and text[tag.start() - 1].isalnum():
        return False
    return "=" in attributes or "://" in attributes or (not attributes.strip() and bool(_ALONE.fullmatch(tag["name"])))


def _pictures(text: str, start: int, end: int, *, is_told: bool) -> Iterator[HiddenStretch]:
    """Those that a caption tells of, whose alternative text says the same again."""
    if is_told or is_spoken(_HTML.sub("", text[start:end])):
        for image in _IMAGE.finditer(text, start, end):
            yield HiddenStretch(*image.span(), Reason.IMAGE)
