"""The tag, read back by mutagen and by another reader (libavformat, by PyAV)."""

import io
from datetime import UTC, datetime

import av
import numpy as np
import pytest
from mutagen.id3 import ID3, CTOCFlags

from feed.show import Chapter
from podcast.episode.tags import TagFacts, id3
from podcast.sound.codec import encoder, mp3

COVER = b"\xff\xd8\xff\xe0" + bytes(3000)
# The sizes of their frames fall, so that sorting by size would turn them round.
CHAPTERS = (Chapter(0, "The longest of all the titles"), Chapter(1000, "A shorter title"), Chapter(2500, "Short"))
FACTS = TagFacts(
    title="Why “Rivers” Bend: a title of more than fifty-one characters, which v2.4 would break 🌊",
    artist="Ada Lake",
    album="Essays",
    published=datetime(2026, 3, 1, 23, 30, tzinfo=UTC),
    number=7,
    language="en-us",
    comment="They do.",
    lyrics="First.\n\nSecond.",
)


@pytest.fixture
def tag():
    return id3(FACTS, CHAPTERS, 4000, COVER)


def read(tag):
    return ID3(io.BytesIO(tag + mp3.silence(100, 64)))


def test_it_is_version_2_3_without_padding(tag):
    assert tag[:5] == b"ID3\x03\x00"
    size = sum(byte << shift for byte, shift in zip(tag[6:10], (21, 14, 7, 0), strict=True))
    assert len(tag) == size + 10


def test_every_fact_is_there(tag):
    found = read(tag)
    texts = {name: str(found[name]) for name in ("TIT2", "TPE1", "TALB", "TRCK", "TCON", "TLAN")}
    assert texts == {
        "TIT2": FACTS.title,
        "TPE1": "Ada Lake",
        "TALB": "Essays",
        "TRCK": "7",
        "TCON": "Podcast",
        "TLAN": "eng",
    }
    assert str(found["TDRC"]) == "2026-03-01 23:30:00"
    assert str(found.getall("COMM")[0]) == "They do."
    assert (found.getall("USLT")[0].lang, found.getall("USLT")[0].text) == ("eng", "First.\n\nSecond.")
    assert found.getall("APIC")[0].data == COVER
    assert b"TYER" in tag  # as 2.3 has it
    assert b"TDRC" not in tag


def test_chapters_stand_in_the_order_of_time_after_their_table(tag):
    found = read(tag)
    toc = found["CTOC:toc"]
    assert toc.flags == CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED
    assert str(toc.sub_frames["TIT2"])
    places = [tag.index(b"CTOC")]
    places += [tag.index(element_id.encode(), tag.index(b"CHAP")) for element_id in toc.child_element_ids]
    assert places == sorted(places)
    times = [(found[f"CHAP:{i}"].start_time, found[f"CHAP:{i}"].end_time) for i in toc.child_element_ids]
    assert times == [(0, 1000), (1000, 2500), (2500, 4000)]
    assert {found[f"CHAP:{i}"].start_offset for i in toc.child_element_ids} == {0xFFFFFFFF}


def test_another_reader_sees_the_same(tag, sine):
    frames = encoder.encode(encoder.padded(np.tile(sine(), 4)), 64)
    with av.open(io.BytesIO(tag + frames)) as container:
        listed = [(chapter["start"], chapter["metadata"]["title"]) for chapter in container.chapters()]
        assert listed == [(chapter.start_ms, chapter.title) for chapter in CHAPTERS]
        assert container.metadata["title"] == FACTS.title


def test_without_chapters_there_is_no_table(sine):
    tag = id3(FACTS, (), 4000, COVER)
    assert b"CTOC" not in tag
    assert str(read(tag)["TIT2"]) == FACTS.title


def test_an_unknown_language_is_undetermined():
    facts = TagFacts("T", "A", "S", FACTS.published, 1, "tlh", "", "text")
    found = read(id3(facts, (), 1000, b"\x89PNG" + bytes(9)))
    assert str(found["TLAN"]) == "und"
    assert found.getall("APIC")[0].mime == "image/png"


def test_a_chapter_carries_its_picture_and_its_link():
    picture = b"\xff\xd8\xff\xe0" + bytes(9000)
    chapters = (
        Chapter(0, "One", "https://example.org/é", "img/one.jpg"),
        Chapter(1000, "Two", image_url="img/gone.jpg"),
        Chapter(2000, "Three"),
    )
    found = read(id3(FACTS, chapters, 4000, COVER, {"img/one.jpg": picture}))
    first, second = (found[f"CHAP:chp000{number}"].sub_frames for number in (1, 2))
    assert str(first["TIT2"]) == "One"
    assert first.getall("WXXX")[0].url == "https://example.org/%C3%A9"
    assert (first.getall("APIC")[0].data, first.getall("APIC")[0].mime) == (picture, "image/jpeg")
    assert list(second) == ["TIT2"]
    assert [found[f"CHAP:{i}"].start_time for i in found["CTOC:toc"].child_element_ids] == [0, 1000, 2000]
