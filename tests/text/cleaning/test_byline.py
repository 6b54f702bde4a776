from datetime import UTC, datetime

import pytest

from podcast.text.essay import Reason
from podcast.text.reading import read_essay

PROSE = "The water on the outside of a curve runs faster than that on the inside, and so it carries more away."
MAY = datetime(2024, 5, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("lines", "author", "date"),
    [
        ("By Jane Doe", "Jane Doe", None),
        ("by Jane Q. Doe", "Jane Q. Doe", None),
        ("Written by Émile Zola", "Émile Zola", None),
        ("By Ludwig van Beethoven and Jane Doe", "Ludwig van Beethoven and Jane Doe", None),
        ("Von Jane Doe", "Jane Doe", None),
        ("By Jane Doe, May 1, 2024", "Jane Doe", MAY),
        ("By Jane Doe | 1 May 2024 | 5 min read", "Jane Doe", MAY),
        ("By Jane Doe\n\nMay 1, 2024", "Jane Doe", MAY),
        ("2024-05-01\n\nBy Jane Doe", "Jane Doe", MAY),
    ],
)
@pytest.mark.parametrize("name", ["essay.txt", "essay.md"])
def test_a_byline_below_the_title_states_author_and_date(lines, author, date, name):
    heading = "Why Rivers Bend\n===============" if name == "essay.md" else "Why Rivers Bend"
    essay = read_essay(f"{heading}\n\n{lines}\n\n{PROSE}\n\n{PROSE}".encode(), name)
    assert (essay.title, essay.author, essay.date) == ("Why Rivers Bend", author, date)
    assert [block.text for block in essay.blocks] == ["Why Rivers Bend", PROSE, PROSE]
    assert Reason.FRONT_MATTER in {skip.reason for skip in essay.skips}


@pytest.mark.parametrize(
    "line",
    ["By the river", "By and By it went on", "By Jove", "By Jane Doe, who lives here", "Jane Doe", "May 1, 2024"],
)
def test_what_is_no_byline_is_said(line):
    essay = read_essay(f"Why Rivers Bend\n\n{line}\n\n{PROSE}\n\n{PROSE}".encode(), "essay.txt")
    assert essay.author == ""
    assert line in [block.text for block in essay.blocks]


def test_the_author_that_a_page_states_is_known_below_its_title():
    page = f"<meta name=author content='Jane Doe'><h1>Why</h1><p>Jane Doe · May 1, 2024</p><p>{PROSE}</p>"
    essay = read_essay(page.encode(), "x.html")
    assert [block.text for block in essay.blocks] == ["Why", PROSE]
    assert (essay.author, essay.date) == ("Jane Doe", MAY)


def test_a_text_of_nothing_else_is_said():
    assert read_essay(b"By Jane Doe", "-").blocks


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Oct 19, 2016 · 10 min read", ""),
        ("October 19, 2016 at 08:45 AM | categories: Travel | View Comments", ""),
        ("Posted by Jane Doe on October 19, 2016 at 10:00", "Jane Doe"),
        ("Published on October 19th, 2016 | 3 Comments", ""),
        ("Posted by Jane | 2016-10-19 | Share", "Jane"),
    ],
)
def test_what_pages_put_beside_a_date_is_not_said(line, author):
    essay = read_essay(f"Why Rivers Bend\n\n{line}\n\n{PROSE}\n\n{PROSE}".encode(), "essay.txt")
    assert [block.text for block in essay.blocks] == ["Why Rivers Bend", PROSE, PROSE]
    assert (essay.author, str(essay.date)[:10]) == (author, "2016-10-19")


def test_a_date_alone_below_a_pages_title_is_its_date():
    essay = read_essay(f"<h1>Why</h1><p>Thursday, May 1st, 2024</p><p>{PROSE}</p>".encode(), "x.html")
    assert [block.text for block in essay.blocks] == ["Why", PROSE]
    assert essay.date == MAY


def test_a_byline_in_a_pages_furniture_is_believed():
    page = f"<h1>Why</h1><p class=byline>By Jane Doe | May 1, 2024</p><p>{PROSE}</p><p>By Jove Roe</p>"
    essay = read_essay(page.encode(), "x.html")
    assert (essay.author, essay.date) == ("Jane Doe", MAY)
    assert [block.text for block in essay.blocks] == ["Why", PROSE, "By Jove Roe"]


def test_title_and_name_may_stand_in_one_block():
    page = f"<title>The Ditch</title><center>The Ditch<br>by Al Reed</center><p>{PROSE}</p><p>{PROSE}</p>"
    essay = read_essay(page.encode(), "ditch.html")
    assert (essay.title, essay.author, len(essay.blocks)) == ("The Ditch", "Al Reed", 2)
