"""The ID3v2.3 tag of an episode, as bytes to stand before its frames.

    tag = id3(facts, chapters, duration_ms, cover, pictures)

What players insist on (docs/design.md): version 2.3 in UTF-16, one top-level ordered CTOC with a title, CHAP frames
in the order of time. mutagen sorts CHAP by size (#506), so the frames are put in order afterwards. A NUL would end a
text, and half a character can't be written: what XML has no place for isn't in a tag either.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from types import MappingProxyType

from mutagen.id3 import (
    APIC,
    CHAP,
    COMM,
    CTOC,
    ID3,
    TALB,
    TCON,
    TDRC,
    TIT2,
    TLAN,
    TPE1,
    TRCK,
    USLT,
    WXXX,
    CTOCFlags,
    Encoding,
    PictureType,
)

from feed.fit import fit_url, legal
from feed.ownwords import own_words
from feed.show import Chapter
from podcast.text.runs import whole

_UTF16 = Encoding.UTF16
_NO_OFFSET = 0xFFFFFFFF  # times count, byte offsets don't (ID3v2 Chapter Frame Addendum, 3.1)
_HEADER_BYTES = 10

# ISO 639-1 to ISO 639-2, which ID3 asks for; "und" is undetermined.
_ISO_639_2 = dict(
    pair.split("=")
    for pair in [
        "af=afr",
        "ar=ara",
        "bg=bul",
        "bn=ben",
        "bs=bos",
        "ca=cat",
        "cs=ces",
        "cy=cym",
        "da=dan",
        "de=deu",
        "el=ell",
        "en=eng",
        "eo=epo",
        "es=spa",
        "et=est",
        "eu=eus",
        "fa=fas",
        "fi=fin",
        "fr=fra",
        "ga=gle",
        "gl=glg",
        "gu=guj",
        "he=heb",
        "hi=hin",
        "hr=hrv",
        "hu=hun",
        "hy=hye",
        "id=ind",
        "is=isl",
        "it=ita",
        "ja=jpn",
        "ka=kat",
        "ko=kor",
        "la=lat",
        "lb=ltz",
        "lt=lit",
        "lv=lav",
        "mk=mkd",
        "ml=mal",
        "mr=mar",
        "ms=msa",
        "mt=mlt",
        "nb=nob",
        "nl=nld",
        "nn=nno",
        "no=nor",
        "pa=pan",
        "pl=pol",
        "pt=por",
        "ro=ron",
        "ru=rus",
        "sk=slk",
        "sl=slv",
        "sq=sqi",
        "sr=srp",
        "sv=swe",
        "sw=swa",
        "ta=tam",
        "te=tel",
        "th=tha",
        "tr=tur",
        "uk=ukr",
        "ur=urd",
        "vi=vie",
        "zh=zho",
    ]
)


@dataclass(frozen=True, slots=True)
class TagFacts:
    title: str
    artist: str
    album: str  # the show
    published: datetime  # aware
    number: int  # of the episode in the show, from 1
    language: str  # BCP 47
    comment: str
    lyrics: str  # the text of the essay
    genre: str = "Podcast"


def id3(
    facts: TagFacts,
    chapters: Sequence[Chapter],
    duration_ms: int,
    cover: bytes = b"",
    pictures: Mapping[str, bytes] = MappingProxyType({}),
) -> bytes:
    """A whole tag, without padding. `cover` is JPEG or PNG, `pictures` are JPEGs by the chapters' `image_url`."""
    tag = ID3()
    covers = [_cover_frame(cover)] if cover else []
    listed = _chapter_frames(chapters, own_words(facts.language).chapters, duration_ms, pictures)
    for frame in (*_text_frames(facts), *listed, *covers):
        tag.add(frame)
    tag.update_to_v23()
    written = io.BytesIO()
    tag.save(written, v2_version=3, padding=lambda _info: 0)
    return _with_chapters_in_order(written.getvalue())


def _told(text: str) -> str:
    return legal(whole(text))


def _text_frames(facts: TagFacts) -> Iterator[object]:
    language = _ISO_639_2.get(facts.language.partition("-")[0].lower(), "und")
    published = facts.published.astimezone(UTC).strftime("%Y-%m-%d %H:%M")
    yield TIT2(encoding=_UTF16, text=_told(facts.title))
    yield TPE1(encoding=_UTF16, text=_told(facts.artist))
    yield TALB(encoding=_UTF16, text=_told(facts.album))
    yield TDRC(encoding=_UTF16, text=published)
    yield TRCK(encoding=_UTF16, text=str(facts.number))
    yield TCON(encoding=_UTF16, text=facts.genre)
    yield TLAN(encoding=_UTF16, text=language)
    yield COMM(encoding=_UTF16, lang=language, desc="", text=_told(facts.comment))
    yield USLT(encoding=_UTF16, lang=language, desc="", text=_told(facts.lyrics))


def _chapter_frames(
    chapters: Sequence[Chapter], contents: str, duration_ms: int, pictures: Mapping[str, bytes]
) -> Iterator[object]:
    """`contents` is what all of them are called together."""
    if not chapters:
        return
    ids = [f"chp{number:04d}" for number in range(1, len(chapters) + 1)]
    ends = [following.start_ms for _, following in pairwise(chapters)] + [duration_ms]
    yield CTOC(
        element_id="toc",
        flags=CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED,
        child_element_ids=ids,
        sub_frames=[TIT2(encoding=_UTF16, text=contents)],
    )
    for element_id, chapter, end_ms in zip(ids, chapters, ends, strict=True):
        yield CHAP(
            element_id=element_id,
            start_time=chapter.start_ms,
            end_time=end_ms,
            start_offset=_NO_OFFSET,
            end_offset=_NO_OFFSET,
            sub_frames=list(_about(chapter, pictures.get(chapter.image_url, b""))),
        )


def _about(chapter: Chapter, picture: bytes) -> Iterator[object]:
    yield TIT2(encoding=_UTF16, text=_told(chapter.title))
    if chapter.url:
        yield WXXX(encoding=Encoding.LATIN1, desc="", url=fit_url(chapter.url))
    if picture:
        yield APIC(encoding=Encoding.LATIN1, mime="image/jpeg", type=PictureType.OTHER, desc="", data=picture)


def _cover_frame(cover: bytes) -> object:
    mime = "image/png" if cover.startswith(b"\x89PNG") else "image/jpeg"
    return APIC(encoding=Encoding.LATIN1, mime=mime, type=PictureType.COVER_FRONT, desc="", data=cover)


def _with_chapters_in_order(tag: bytes) -> bytes:
    """The same tag with its CHAP frames in the order of their ids, which is that of time, and CTOC before them."""
    frames = list(_split(tag))
    chapters = sorted((frame for frame in frames if frame[:4] in (b"CTOC", b"CHAP")), key=_chapter_order)
    others = [frame for frame in frames if frame[:4] not in (b"CTOC", b"CHAP")]
    return tag[:_HEADER_BYTES] + b"".join([*others[:-1], *chapters, others[-1]])


def _split(tag: bytes) -> Iterator[bytes]:
    """The frames of an ID3v2.3 tag without padding (ID3v2.3, 3.3: a plain 32-bit size after the id)."""
    offset = _HEADER_BYTES
    while offset < len(tag):
        size = _HEADER_BYTES + int.from_bytes(tag[offset + 4 : offset + 8], "big")
        yield tag[offset : offset + size]
        offset += size


def _chapter_order(frame: bytes) -> tuple[bool, bytes]:
    element_id = frame[_HEADER_BYTES:].partition(b"\0")[0]
    return frame[:4] == b"CHAP", element_id
