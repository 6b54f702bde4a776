import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feed.chapterfile import chapters_json, read_chapters
from feed.show import Chapter

CHAPTERS = (
    Chapter(0, "Pulp & <Paper>"),
    Chapter(61_001, "“Ink” 🌊", "https://example.org/ink", "https://example.org/ink.jpg"),
    Chapter(3_723_999, "Press"),
)


def test_chapters_survive_the_file():
    assert read_chapters(chapters_json(CHAPTERS, "On Paper")) == CHAPTERS


def test_the_file_has_the_names_of_the_podcast_namespace():
    facts = json.loads(chapters_json(CHAPTERS, "On Paper"))
    assert (facts["version"], facts["title"]) == ("1.2.0", "On Paper")
    assert facts["chapters"][:2] == [
        {"startTime": 0, "title": "Pulp & <Paper>"},
        {
            "startTime": 61.001,
            "title": "“Ink” 🌊",
            "img": "https://example.org/ink.jpg",
            "url": "https://example.org/ink",
        },
    ]


def test_chapters_are_in_the_order_of_time():
    assert read_chapters(chapters_json(reversed(CHAPTERS))) == CHAPTERS
    assert read_chapters(chapters_json([])) == ()


HOSTILE = st.text(st.characters(exclude_categories=()), max_size=40) | st.just("x" * 10_000)


@given(st.lists(st.builds(Chapter, st.integers(0, 10**9), HOSTILE, HOSTILE, HOSTILE), max_size=5), HOSTILE)
def test_hostile_texts_give_a_valid_file(chapters, title):
    text = chapters_json(chapters, title)
    read = read_chapters(text.encode().decode())
    assert [chapter.start_ms for chapter in read] == sorted(chapter.start_ms for chapter in chapters)
    assert all(len(chapter.title) <= 255 and chapter.url.isascii() for chapter in read)
    for entry in json.loads(text)["chapters"]:
        assert entry["startTime"] == round(entry["startTime"], 3)
        assert all(entry.values()) or entry["startTime"] == 0


def test_a_silent_chapter_is_not_listed():
    text = '{"version": "1.2.0", "chapters": [{"startTime": 0, "title": "A"}, {"startTime": 4, "toc": false}]}'
    assert read_chapters(text) == (Chapter(0, "A"),)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "[" * 100_000,
        '{"chapters": []}',
        '{"version": "2.0.0", "chapters": []}',
        '{"version": "1.2.0"}',
        '{"version": "1.2.0", "chapters": {}}',
        '{"version": "1.2.0", "chapters": [4]}',
        '{"version": "1.2.0", "chapters": [{"title": "A"}]}',
        '{"version": "1.2.0", "chapters": [{"startTime": "00:01"}]}',
        '{"version": "1.2.0", "chapters": [{"startTime": true}]}',
        '{"version": "1.2.0", "chapters": [{"startTime": -1}]}',
        '{"version": "1.2.0", "chapters": [{"startTime": NaN}]}',
        '{"version": "1.2.0", "chapters": [{"startTime": 1e999}]}',
        '{"version": "1.2.0", "chapters": [{"startTime": 0, "title": 5}]}',
        '{"version": "1.2.0", "chapters": [{"startTime": 5}, {"startTime": 4}]}',
    ],
)
def test_what_is_something_else_is_refused_in_a_sentence(text):
    with pytest.raises(ValueError, match=r"^These are no chapters .+\.$"):
        read_chapters(text)
