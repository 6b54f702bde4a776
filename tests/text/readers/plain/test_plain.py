import pytest

from podcast.text.essay import Kind, Reason
from podcast.text.readers.plain.reader import read_plain
from podcast.text.reading import read_essay

PROSE = "The water on the outside of a curve runs faster than that on the inside, and so it carries more away."
LONG = f"{PROSE} {PROSE}"


def outline(source):
    return [(block.kind, block.text) for block in read_plain(source).blocks]


def headings(source):
    return [block.text for block in read_plain(source).blocks if block.kind is Kind.HEADING]


def test_hard_wrapped_lines_are_one_paragraph():
    assert outline("A river\nis lazy\nwater.\n\n\n  It bends.") == [
        (Kind.PARAGRAPH, "A river is lazy water."),
        (Kind.PARAGRAPH, "It bends."),
    ]


def test_long_lines_are_a_paragraph_each():
    assert outline(f"{LONG}\n{PROSE}\n{LONG}") == [(Kind.PARAGRAPH, text) for text in (LONG, PROSE, LONG)]


def test_one_long_address_does_not_part_wrapped_lines():
    wrapped = "A river is lazy water, and it\n" * 8 + "https://example.org/" + "x" * 130 + "\nends here."
    assert len(outline(wrapped)) == 1


def test_indented_first_lines_begin_paragraphs():
    assert [text for _, text in outline("    One is\nwrapped here.\n    Two is\nwrapped too.")] == [
        "One is wrapped here.",
        "Two is wrapped too.",
    ]


@pytest.mark.parametrize(
    "heading",
    ["Rivers\n======", "Rivers\n------", "RIVERS AND LAKES", "Chapter 1", "Part Two: The River", "The shape of water"],
)
def test_clear_headings(heading):
    assert headings(f"{PROSE}\n\n{heading}\n\n{PROSE}") == [heading.split("\n")[0]]


@pytest.mark.parametrize(
    "line",
    [
        "He stopped.",
        "Dear John,",
        "“Never!”",
        "and then it rained",
        "See below:",
        "One line of more than nine words can hardly be a heading",
    ],
)
def test_a_wrong_heading_is_worse_than_a_missed_one(line):
    assert headings(f"{PROSE}\n\n{line}\n\n{PROSE}") == []


def test_a_poem_has_no_headings():
    assert headings("Roses are red\n\nViolets are blue\n\nSugar is sweet\n\nAnd so are you") == []


def test_the_last_line_is_no_heading():
    assert headings(f"{PROSE}\n\n{PROSE}\n\nJane Doe") == []


def test_title_and_byline():
    essay = read_essay(f"Why Rivers Bend\nby Jane Q. Doe\n\n{PROSE}".encode(), "-")
    assert (essay.title, essay.author) == ("Why Rivers Bend", "Jane Q. Doe")
    assert [skip.text for skip in essay.skips if skip.reason is Reason.FRONT_MATTER] == ["by Jane Q. Doe"]


@pytest.mark.parametrize("line", ["By the river", "By and By it went on and on and on", "By Jove"])
def test_not_every_by_is_a_byline(line):
    assert read_essay(f"{PROSE}\n\n{line}\n\n{PROSE}".encode(), "-").author == ""


def test_quotations_and_lists():
    source = "> To be\n> or not\n>> deeper\n\nThings:\n- one\n  more\n  - sub\n- two\n\n1. first\n2) second"
    assert [(b.kind, b.level, b.text) for b in read_plain(source).blocks] == [
        (Kind.QUOTATION, 1, "To be or not"),
        (Kind.QUOTATION, 2, "deeper"),
        (Kind.PARAGRAPH, 0, "Things:"),
        (Kind.LIST_ITEM, 1, "one more"),
        (Kind.LIST_ITEM, 2, "sub"),
        (Kind.LIST_ITEM, 1, "two"),
        (Kind.LIST_ITEM, 1, "first"),
        (Kind.LIST_ITEM, 1, "second"),
    ]


def test_a_number_at_a_line_start_is_no_item():
    assert len(outline("It was on the day of May\n12. Then it was\n13. And so on.")) == 1


@pytest.mark.parametrize("line", ["***", "* * *", "---", "• • •", "#"])
def test_scene_breaks(line):
    essay = read_plain(f"One.\n\n{line}\n\nTwo.")
    assert [block.text for block in essay.blocks] == ["One.", "Two."]
    assert [(skip.reason, skip.text) for skip in essay.skips] == [(Reason.RULE, line)]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("the _Meander_, a _most lazy_ river", "the Meander, a most lazy river"),
        ("it is *not* a **lake** (_sic_)", "it is not a lake (sic)"),
        ("snake_case, 2 * 3, and a*b", "snake_case, 2 * 3, and a*b"),
    ],
)
def test_signs_of_emphasis_are_not_said(written, said):
    assert outline(written) == [(Kind.PARAGRAPH, said)]


def test_emphasis_over_two_lines():
    assert outline("the _most\nlazy_ river") == [(Kind.PARAGRAPH, "the most lazy river")]


def test_a_number_that_begins_no_list_is_said():
    assert headings(f"{PROSE}\n\n1. The source\n\n{PROSE}\n\n2. The bend\n\n{PROSE}") == [
        "1. The source",
        "2. The bend",
    ]
    assert outline("Ten.\n\n1. Rest.\n\nMore.")[1] == (Kind.PARAGRAPH, "1. Rest.")


def test_a_title_above_a_list():
    assert read_plain(f"Ten Rules for Rivers\n\n1. {PROSE}\n\n2. {PROSE}").title == "Ten Rules for Rivers"


def test_a_book_of_project_gutenberg():
    source = (
        "The Project Gutenberg eBook of Rivers\n\nTitle: The Life of Rivers\n\nAuthor: Jane Doe\n\n"
        f"*** START OF THE PROJECT GUTENBERG EBOOK RIVERS ***\n\n{PROSE}\n\n"
        "*** END OF THE PROJECT GUTENBERG EBOOK RIVERS ***\n\nUpdated editions will replace it."
    )
    essay = read_plain(source)
    assert (essay.title, essay.author, [block.text for block in essay.blocks]) == (
        "The Life of Rivers",
        "Jane Doe",
        [PROSE],
    )
    assert {skip.reason for skip in essay.skips} == {Reason.FURNITURE}


def test_capitals_above_a_poem_are_its_title():
    essay = read_essay(b"THE HERON\n\nHe stands\n  where the water is thin\n\nand he does not\n    move.", "x.txt")
    assert essay.title == "THE HERON"


def test_stars_before_an_underlined_heading_are_signs():
    essay = read_essay(f"Hello.\n\n** What I read\n{60 * '-'}\n\nA book about gates.".encode(), "x.txt")
    assert [block.text for block in essay.blocks if block.kind is Kind.HEADING] == ["What I read"]


def test_a_numbered_introduction_is_a_heading():
    prose = "Rivers are long, and they begin in places that nobody visits except goats and those who look for goats."
    essay = read_essay(f"1. Introduction\n\n{prose}\n\n1.1 Of the North\n\n{prose}".encode(), "x.txt")
    assert [block.text for block in essay.blocks if block.kind is Kind.HEADING] == [
        "1. Introduction",
        "1.1 Of the North",
    ]


@pytest.mark.parametrize(
    "line", ["Wien, den 3. März 1912", "London, March 3rd, 1912", "Paris, le 3 mars 1912", "3 May 1912"]
)
def test_the_place_and_day_of_a_letter_are_no_title(line):
    prose = "The piano has come, and it stands in the hall, since no door is wide enough for it or for me."
    essay = read_essay(f"{line}\n\nDear Anna,\n\n{prose}\n\n{prose}".encode(), "to-anna.txt")
    assert essay.title == "To Anna"
