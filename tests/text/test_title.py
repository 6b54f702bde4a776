import pytest

from podcast.text.essay import Block, Kind, Run
from podcast.text.notes import show_notes
from podcast.text.reading import read_essay
from podcast.text.script import write_script
from podcast.text.title import choose_title, from_file_name

FIRST = "As the government faces the twilight of its tenure following losses, something has arisen. More follows."


def block(text, kind=Kind.PARAGRAPH):
    return Block(kind, (Run(text, 0, len(text)),))


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("seed-essay.txt", "Seed Essay"),
        ("essays/why_rivers_bend.md", "Why Rivers Bend"),
        ("C:\\texts\\the_art-of-war.txt", "The Art of War"),
        ("2024-05-01-why-rivers-bend.md", "Why Rivers Bend"),
        ("WhyRiversBend", "Why Rivers Bend"),
        ("NASA-and-me.txt", "NASA and Me"),
        ("NASA and me.txt", "NASA and me"),  # which somebody wrote so
    ],
)
def test_a_file_name_that_reads_as_a_name(name, title):
    assert from_file_name(name) == title


@pytest.mark.parametrize(
    "name",
    [
        "-",
        "",
        "essay.txt",
        "index.html",
        "draft-2 (final).md",
        "Untitled.txt",
        "000_4fcc9a.txt",
        "000_4fcc.txt",
        "5d41402abc4b2a76b9719d911017c592.md",
        "3f2504e0-4f89-11d3-9a0c-0305e82c3301.txt",
        "2024-05-01.txt",
        "20240501_1030.md",
        "IMG_1234.txt",
    ],
)
def test_a_generic_or_made_up_file_name_gives_no_title(name):
    assert from_file_name(name) == ""


def test_order():
    blocks = [block(FIRST)]
    assert choose_title("Stated\n title", "a-river.txt", blocks) == "Stated title"
    assert choose_title("", "a-river.txt", blocks) == "A River"
    assert choose_title("***", "-", blocks) == choose_title("", "-", blocks)
    assert FIRST.startswith(choose_title("", "-", blocks))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Rivers bend. They do.", "Rivers bend"),
        ("Why do rivers bend? They do.", "Why do rivers bend?"),
        ("Rivers bend because of water, which runs faster on the outside of a curve.", "Rivers bend because of water"),
        ("Dr. Hale came to the lock. Nobody paid.", "Dr. Hale came to the lock"),
        ("The U.S. Army built it. Mr. B. Ash paid.", "The U.S. Army built it"),
        ("“Why?” she said. He left.", "“Why?” she said"),
        ("x" * 300, "x" * 60),
    ],
)
def test_the_first_sentence_cut_where_it_may_be_cut(text, title):
    assert choose_title("", "-", [block(text)]) == title


def test_a_sentence_ends_where_its_language_ends_it():
    assert choose_title("", "-", [block("Am 3. Mai kam er. Dann ging er.")], "de") == "Am 3. Mai kam er"


def test_a_title_is_never_a_paragraph():
    assert 0 < len(choose_title(FIRST * 3, "-", [block(FIRST)])) <= 60
    assert 0 < len(choose_title("", "-", [block(FIRST * 9, Kind.HEADING)])) <= 60


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("# The mill\n\nText.\n\n# More\n\nText.", "The mill"),
        ("![A picture](a.png)\n\n*A motto of some length that stands above it.*\n\n# The mill\n\nText.", "The mill"),
        ("## The mill\n\nText.", "The mill"),
        ("The road began there, and nobody had told her.\n\nOn we went.\n\n## GitHub\n\nText.", "On Roads"),
        ("Text.\n\n## One\n\nText.\n\n## Two\n\nText.", "On Roads"),
        ("# Introduction\n\nText.\n\n# Methods\n\nText.", "On Roads"),
    ],
)
def test_a_heading_far_down_or_of_a_section_is_no_title(source, title):
    assert read_essay(source.encode(), "on-roads.md").title == title


def test_without_a_name_of_the_file_a_heading_at_the_top_is_the_title():
    assert read_essay(b"## One\n\nText.\n\n## Two\n\nText.", "-").title == "One"
    assert (
        read_essay(b"The road began.\n\nWe went on and on for an hour, he said.\n\n## One\n\nText.", "-").title != "One"
    )


@pytest.mark.parametrize("heading", ["# The Mill.", "# *the* mill", "May 2024\n\n# The Mill", "The mill\n========"])
def test_a_heading_that_repeats_the_title_is_said_once(heading):
    essay = read_essay(f"---\ntitle: The Mill\n---\n\n{heading}\n\nIt stood.".encode(), "x.md")
    said = [segment.text for segment in write_script(essay, says_title=False).segments]
    assert said[-1] == "It stood."
    assert not any("mill" in text.lower() for text in said)
    assert "mill" not in show_notes(essay).lower()


def test_a_heading_that_says_the_title_again_and_a_kicker_above_it_are_not_said():
    essay = read_essay(b"**ESSAY**\n\n# The Clock\n\n# The Clock\n\nIt ran backwards.", "clock.md")
    script = write_script(essay, says_title=False)
    assert (essay.title, [segment.text for segment in script.segments]) == ("The Clock", ["It ran backwards."])
