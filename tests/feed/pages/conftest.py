"""An episode to make pages of: an essay with headings, a quotation, a list and verse, and when its words are said."""

import re
from datetime import UTC, datetime

import pytest

from feed.passages import Passage, TimedWord
from feed.show import Chapter, Enclosure, Funding, Item, Person, Show, Transcript, podcast_guid

BASE = "https://example.org/show/"
FOLDER = BASE + "episodes/the-slow-post/"

#: kind, level, and the text of each passage; "+" goes on with the paragraph before.
ESSAY = [
    ("frame", 0, "This is Marginalia. The Slow Post, by Mara Lindqvist."),
    ("paragraph", 0, "My grandmother wrote to her sister every Sunday for fifty-one years."),
    ("+", 0, "They lived four streets apart."),
    ("paragraph", 0, "Nobody in the family thought it odd. The letters went by post, and came on Tuesday."),
    ("heading", 2, "What a delay is for"),
    ("paragraph", 0, "A letter is a message that has been made to wait, and waiting changes what is said."),
    ("quotation", 1, "Write nothing on Sunday that you would not read on Tuesday."),
    ("paragraph", 0, "So she crossed things out. Then she copied the page, and burned the first one."),
    ("heading", 2, "Four rules of hers"),
    ("list item", 1, "Begin with the weather, because it is true."),
    ("list item", 1, "Ask before you tell:"),
    ("list item", 2, "about the knee,"),
    ("list item", 2, "and about the piano."),
    ("list item", 1, "Stop while there is paper left."),
    ("heading", 3, "The one that rhymed"),
    ("quotation", 1, "The kettle sings, the window steams,\nthe post is later than it seems."),
    ("paragraph", 0, "I have kept that one. It is dated the third of March, and it took two days."),
    ("frame", 0, "That was The Slow Post. You have been listening to Marginalia."),
]


def recited(essay, letter_ms):
    """Passages in which each letter takes as long as any other, and each word begins where the one before ended."""
    passages, now_ms, block = [], 0, -1
    for named_kind, level, text in essay:
        goes_on = named_kind == "+"
        kind = passages[-1].kind if goes_on else named_kind
        block += not goes_on and kind != "frame"
        start_ms, words = now_ms, []
        for found in re.finditer(r"[\w-]+", text):
            end_ms = now_ms + letter_ms * len(found[0])
            words.append(TimedWord(*found.span(), now_ms, end_ms))
            now_ms = end_ms
        number = -1 if kind == "frame" else block
        passages.append(Passage(text, "Narrator", kind, level, number, start_ms, now_ms, tuple(words)))
        now_ms += 2 * letter_ms
    return tuple(passages)


@pytest.fixture(scope="session")
def passages():
    return recited(ESSAY, letter_ms=25)


@pytest.fixture(scope="session")
def show():
    return Show(
        title="Marginalia",
        description="Essays on small things, read aloud.\n\nA new one every other Friday.",
        link="https://mara.example.org/",
        feed_url=BASE + "feed.xml",
        guid=podcast_guid(BASE + "feed.xml"),
        language="en_GB",
        author="Mara Lindqvist",
        image_url=BASE + "cover-1f2e3d4c.jpg",
        categories=("Arts",),
        funding=(Funding("https://example.net/support", "Buy Mara a stamp"),),
    )


@pytest.fixture(scope="session")
def item(passages):
    headings = [passage for passage in passages if passage.kind == "heading"]
    return Item(
        title="The Slow Post",
        guid="5b3f0f0e-6a51-4b8e-9f0e-0d6a1a5b1c11",
        published=datetime(2026, 3, 6, 9, tzinfo=UTC),
        enclosure=Enclosure(FOLDER + "the-slow-post-1f2e3d4c.mp3", 160_000),
        duration_s=25.0,
        summary="On letters that took two days to cross four streets.",
        notes_html='<p>See <a href="https://example.com/post?a=1&amp;b=2">a short history</a> of it, '
        'or <a href="mailto:mara@example.org">write</a>, or <a href="https://example.com/post?a=1&b=2">both</a>.</p>',
        link=FOLDER,
        chapters=(Chapter(0, "Introduction"), *(Chapter(passage.start_ms, passage.text) for passage in headings)),
        transcripts=(
            Transcript(FOLDER + "the-slow-post-1f2e3d4c.vtt", "text/vtt"),
            Transcript(FOLDER + "the-slow-post-1f2e3d4c.srt", "application/x-subrip"),
        ),
        people=(Person("Mara Lindqvist", role="author", group="writing", url="https://mara.example.org/"),),
    )
