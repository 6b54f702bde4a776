"""A tag is read in the order of the file, and what hides chapters from players is named."""

import io
from datetime import UTC, datetime

import pytest
from mutagen.id3 import CHAP, CTOC, ID3, TIT2, CTOCFlags, Encoding

from feed.show import Chapter
from podcast.episode.tagcheck import read_tag
from podcast.episode.tags import TagFacts, id3

FACTS = TagFacts("Rivers", "Ada", "Letters", datetime(2026, 3, 1, tzinfo=UTC), 1, "en-us", "About rivers.", "Text.")
CHAPTERS = (Chapter(0, "A long title, longer than others"), Chapter(5000, "Źródło"), Chapter(9000, "C"))
BOTH = CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED


@pytest.fixture
def read(tmp_path):
    def read(tag):
        (tmp_path / "a.mp3").write_bytes(tag + b"\xff\xfb\x90\xc4" + bytes(1000))
        return read_tag(tmp_path / "a.mp3")

    return read


def chapter(name, start_ms, end_ms):
    title = TIT2(encoding=Encoding.UTF16, text=name)
    return CHAP(element_id=name, start_time=start_ms, end_time=end_ms, sub_frames=[title])


def contents(names, flags=BOTH, titles=("Chapters",)):
    sub_frames = [TIT2(encoding=Encoding.UTF16, text=title) for title in titles]
    return CTOC(element_id="toc", flags=flags, child_element_ids=names, sub_frames=sub_frames)


def tagged(*frames, version=3):
    tag, file = ID3(), io.BytesIO()
    for frame in frames:
        tag.add(frame)
    tag.save(file, v2_version=version)
    return file.getvalue()


def test_our_own_tags_have_no_fault(read):
    tag = read(id3(FACTS, CHAPTERS, 12_000, b"\xff\xd8\xff\xd9"))
    assert (tag.version, tag.chapters, tag.faults, tag.album) == ("2.3", CHAPTERS, (), FACTS.album)


def test_a_file_without_a_tag_has_no_version(read):
    assert read(b"").version == ""


def test_the_version_is_that_of_the_file(read):
    tag = read(tagged(contents(["a"]), chapter("a", 0, 900), version=4))
    assert (tag.version, tag.chapters, tag.faults) == ("2.4", (Chapter(0, "a"),), ())


@pytest.mark.parametrize(
    ("frames", "part"),
    [
        ((chapter("a", 0, 900),), "CTOC"),
        ((contents(["a"], CTOCFlags.ORDERED), chapter("a", 0, 900)), "top-level"),
        ((contents(["a"], CTOCFlags.TOP_LEVEL), chapter("a", 0, 900)), "ordered"),
        ((contents(["a"], titles=()), chapter("a", 0, 900)), "TIT2"),
        ((contents(["a", "b"]), chapter("a", 0, 900)), "lists other"),
        ((contents(["a"]), chapter("a", 900, 900)), "ends before"),
        # mutagen writes the smaller frame first: its fault #506
        ((contents(["long", "b"]), chapter("long", 0, 900), chapter("b", 900, 1800)), "order"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_hides_chapters_is_a_fault(read, frames, part):
    assert any(part in fault for fault in read(tagged(*frames)).faults)


@pytest.mark.parametrize("cut", [5, 11, 30, 60, 200])
def test_a_damaged_tag_raises_nothing(read, cut):
    whole = id3(FACTS, CHAPTERS, 12_000, b"\xff\xd8\xff\xd9")
    read(whole[:cut])
    read(whole[:cut] + b"\xff" * 40 + whole[cut + 40 :])


def test_a_file_that_is_not_there_is_a_fault(tmp_path):
    assert read_tag(tmp_path / "none.mp3").faults
