"""What is written of an episode takes little more memory for hours than for minutes: words.json, and the page."""

import tracemalloc
from datetime import UTC, datetime

import pytest

from feed.pages import episode_page, prepare
from feed.passages import Passage, TimedWord, json_parts
from feed.show import Enclosure, Item, Show

BASE = "https://example.org/show/"
SHOW = Show(
    title="T",
    description="D",
    link=BASE,
    feed_url=f"{BASE}feed.xml",
    guid="g",
    language="en",
    author="A",
    image_url=f"{BASE}cover.jpg",
    categories=("Arts",),
)
ITEM = Item(
    title="T",
    guid="g",
    published=datetime(2026, 11, 22, tzinfo=UTC),
    enclosure=Enclosure(f"{BASE}episodes/t/t.mp3", 1),
    duration_s=4000.0,
    summary="S",
    notes_html="",
    link=f"{BASE}episodes/t/",
)


def passages(count):
    text = " ".join(["river"] * 40)
    for number in range(count):
        start_ms = number * 20_000
        words = (TimedWord(at * 6, at * 6 + 5, start_ms + at * 400, start_ms + at * 400 + 350) for at in range(40))
        yield Passage(text, "Narrator", "paragraph", 0, number, start_ms, start_ms + 16_000, words)


def written(parts, said):
    """How long it is, and how much memory that took."""
    tracemalloc.start()
    try:
        length = sum(len(str(part)) for part in parts(said))
        _, most_bytes = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    return length, most_bytes


@pytest.mark.parametrize("parts", [json_parts, lambda said: episode_page(SHOW, ITEM, said, "00ff")])
def test_three_times_the_words_take_little_more_memory(parts):
    prepare()
    written(parts, tuple(passages(5)))  # what is kept from the first time on
    short, short_bytes = written(parts, tuple(passages(100)))
    long, long_bytes = written(parts, tuple(passages(300)))
    assert long_bytes - short_bytes < (long - short) / 3
