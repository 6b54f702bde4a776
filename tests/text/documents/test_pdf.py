"""PDFs that reportlab draws: where signs stand is all that they say."""

import io
import sys
import time

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from podcast.errors import PodcastError
from podcast.text.essay import Kind, Reason
from podcast.text.partition import partition_faults
from podcast.text.reading import read_essay

WIDE = [
    "In the days when nobody had measured them, and nobody had even walked there with a chain, the moun-",
    "tain rose above the people who lived in the deep valley of the south, and as it always was, the well-",
    "known path to the mines of silver led up to the huts of the shepherds, and to those of the miners too.",
]
NARROW = [
    "In the days when nobody had measured them, the moun-",
    "tain rose above the people who lived in the deep val-",
    "ley of the south, and so it has been to this very day.",
    "Nobody knew why it was so, and hardly anyone asked it,",
    "for there was the work of the day, and then the night.",
    "There were roads to the mines, and one of them is left.",
]
OTHER = [line.replace("the", "those").replace("-", "") for line in NARROW]


class Paper:
    """A4 in points."""

    def __init__(self, **options):
        self._data = io.BytesIO()
        self.canvas = Canvas(self._data, pagesize=(595, 842), **options)

    def write(self, x, y, *lines, size=10.0, font="Times-Roman"):
        for line in lines:
            self.canvas.setFont(font, size)
            self.canvas.drawString(x, y, line)
            y -= 1.2 * size
        return y

    def turn(self):
        self.canvas.showPage()

    def data(self):
        self.canvas.save()
        return self._data.getvalue()


def read(paper):
    essay = read_essay(paper.data(), "scan-1.pdf")
    assert not partition_faults(essay)
    return essay


def said(essay):
    return [block.text for block in essay.blocks]


def skipped(essay, reason):
    return "\n".join(skip.text for skip in essay.skips if skip.reason is reason)


def test_lines_are_joined_and_cut_words_mended():
    paper = Paper()
    paper.write(70, 700, *WIDE)
    [text] = said(read(paper))
    assert "the mountain rose" in text
    assert "the well-known path" in text


def test_lines_that_are_drawn_as_one_object_are_lines():
    paper = Paper()
    text = paper.canvas.beginText(70, 700)
    text.setFont("Times-Roman", 10)
    text.setLeading(12)
    text.textLines([*WIDE, *WIDE])
    paper.canvas.drawText(text)
    [joined] = said(read(paper))
    assert joined.count("the mountain rose") == joined.count("the well-known path") == 2


def test_an_indent_and_a_gap_begin_paragraphs():
    paper = Paper()
    y = paper.write(70, 700, *WIDE)
    y = paper.write(85, y, WIDE[0].replace("In the", "On the"))
    y = paper.write(70, y, *WIDE[1:])
    paper.write(70, y - 12, *WIDE)
    assert [text[:6] for text in said(read(paper))] == ["In the", "On the", "In the"]


def test_columns_are_read_one_after_the_other():
    paper = Paper()
    paper.write(150, 780, "On the Bending of Rivers", size=18, font="Times-Bold")
    for at, (left, right) in enumerate(zip(NARROW, OTHER, strict=True)):  # drawn row by row
        paper.write(60, 700 - 12 * at, left)
        paper.write(310, 700 - 12 * at, right)
    title, *texts = said(read(paper))
    text = " ".join(texts)
    assert title == "On the Bending of Rivers"
    assert text.index("one of them is left") < text.index("In those days")
    assert "the mountain rose" in text


def test_a_paragraph_goes_on_on_the_next_page_and_what_stands_between_does_not():
    paper = Paper()
    for number, head in enumerate(["RIVERS AND HILLS", "The Source", "RIVERS AND HILLS", "The Source"], 1):
        paper.write(70, 800, head, size=9)
        paper.write(290, 40, str(number), size=9)
        paper.write(70, 740, *WIDE[1:], *WIDE * 3, WIDE[0])
        paper.turn()
    essay = read(paper)
    assert len(essay.blocks) == 1
    assert essay.blocks[0].text.count("the mountain rose") == 15
    furniture = skipped(essay, Reason.FURNITURE)
    assert furniture.count("RIVERS AND HILLS") == furniture.count("The Source") == 2
    assert all(number in furniture for number in "1234")


def test_a_chapters_name_above_its_pages_and_a_table_of_contents_are_furniture():
    paper = Paper()
    y = paper.write(70, 700, "Contents", size=14)
    paper.write(70, y - 12, f"The Source {'.' * 60} 2", f"The Mouth {'.' * 60} 4")
    paper.turn()
    for chapter in ("The Source", "The Mouth"):
        y = paper.write(70, 720, chapter, size=16)
        paper.write(70, y - 10, *WIDE * 3)
        paper.turn()
        paper.write(70, 800, chapter, size=9)
        paper.write(70, 740, *WIDE * 3)
        paper.turn()
    essay = read(paper)
    headings = [block.text for block in essay.blocks if block.kind is Kind.HEADING]
    assert headings == ["The Source", "The Mouth"]
    assert [text for text in said(essay) if text in headings] == headings
    assert not any("...." in text for text in said(essay))
    assert "Contents" in skipped(essay, Reason.FURNITURE)


def test_text_at_the_head_of_each_page_is_no_running_head():
    paper = Paper()
    for number in range(5):
        paper.write(
            70, 800, f"Part {number} begins where the other ended, and it goes on for a line or more of text", *WIDE
        )
        paper.turn()
    text = " ".join(said(read(paper)))
    assert all(f"Part {number} begins" in text for number in range(5))


def test_headings_are_larger_or_bold_and_the_largest_is_the_title():
    paper = Paper(lang="en")
    paper.canvas.setTitle("Microsoft Word - rivers.doc")
    paper.canvas.setAuthor("Jane Doe")
    y = paper.write(70, 780, "On the Bending", "of Rivers", size=20)
    for heading in ("The Source", "The Mouth"):
        y = paper.write(70, y - 20, heading, size=13)
        y = paper.write(70, y - 12, "A smaller part", font="Times-Bold")
        y = paper.write(70, y - 8, *WIDE * 2)
    essay = read(paper)
    assert (essay.title, essay.author, essay.language) == ("On the Bending of Rivers", "Jane Doe", "en")
    levels = [(block.text, block.level) for block in essay.blocks if block.kind is Kind.HEADING]
    assert levels[:3] == [("On the Bending of Rivers", 1), ("The Source", 2), ("A smaller part", 3)]


@pytest.mark.parametrize(
    ("title", "author"), [("Documento1", "Windows User"), ("untitled", "mjl17"), ("Titel", "Admin")]
)
def test_what_only_a_program_states_is_no_title_and_no_author(title, author):
    paper = Paper(lang="en")
    paper.canvas.setTitle(title)
    paper.canvas.setAuthor(author)
    paper.write(70, paper.write(70, 780, "On the Bending of Rivers", size=20) - 12, *WIDE * 2)
    essay = read(paper)
    assert (essay.title, essay.author) == ("On the Bending of Rivers", "")


def test_notes_and_their_marks_are_footnotes_and_powers_are_said():
    paper = Paper()
    y = paper.write(70, 700, *WIDE)
    paper.write(70, y, "It is ten thousand")
    end = 70 + paper.canvas.stringWidth("It is ten thousand", "Times-Roman", 10)
    paper.write(end + 0.5, y + 4, "1", size=6)
    paper.write(end + 6, y, "paces wide, and 10")
    end += 6 + paper.canvas.stringWidth("paces wide, and 10", "Times-Roman", 10)
    paper.write(end + 0.5, y + 4, "2", size=6)
    paper.write(end + 6, y, "deep.")
    paper.write(70, 94, "1", size=5)
    paper.write(75, 90, "As the old maps have it, which were never printed.", "They lie in the town.", size=8)
    essay = read(paper)
    assert said(essay)[-1].endswith("It is ten thousand paces wide, and 10² deep.")
    assert "old maps" in skipped(essay, Reason.FOOTNOTE)
    assert "lie in the town" in skipped(essay, Reason.FOOTNOTE)


def test_tables_are_left_out_and_captions_are_not():
    paper = Paper()
    y = paper.write(70, 700, *WIDE)
    for row in (("Year", "Depth", "Width"), ("1990", "2.1", "30"), ("2000", "2.4", "31"), ("2010", "2.2", "33")):
        y -= 16
        for at, cell in enumerate(row):
            paper.write(100 + 36 * at, y, cell)
    paper.write(100, y - 20, "Table 1: How deep it was.", size=9)
    essay = read(paper)
    assert "1990" in skipped(essay, Reason.TABLE)
    assert said(essay)[-1] == "Table 1: How deep it was."


def test_an_initial_that_hangs_belongs_to_its_word():
    paper = Paper()
    paper.write(70, 686, "I", size=32)
    paper.write(82, 700, WIDE[0][1:])
    paper.write(82, 688, WIDE[1])
    paper.write(70, 676, WIDE[2])
    assert said(read(paper))[0].startswith("In the days")


def test_turned_text_is_furniture():
    paper = Paper()
    paper.write(70, 700, *WIDE)
    paper.canvas.rotate(90)
    paper.write(300, -20, "arXiv:2101.00001v1")
    essay = read(paper)
    assert "arXiv" in skipped(essay, Reason.FURNITURE)
    assert not any("arXiv" in text for text in said(essay))


def test_lists_of_short_lines_stay_lists():
    paper = Paper()
    y = paper.write(70, 700, *WIDE)
    paper.write(85, y, "• first of all", "• then another", "• and a third one")
    assert [block.text for block in read(paper).blocks if block.kind is Kind.LIST_ITEM] == [
        "first of all",
        "then another",
        "and a third one",
    ]


def test_links_keep_their_addresses():
    paper = Paper()
    paper.write(70, 700, *WIDE)
    paper.write(70, 640, "See the map.")
    paper.canvas.linkURL("https://example.org/map", (68, 636, 140, 652))
    runs = [run for block in read(paper).blocks for run in block.runs if run.href]
    assert [(run.text.strip(), run.href) for run in runs] == [("See the map.", "https://example.org/map")]


def test_a_scan_is_refused_with_the_way_out():
    paper = Paper()
    for number in range(3):
        paper.canvas.rect(50, 50, 400, 600, fill=1)
        paper.write(290, 30, str(number))
        paper.turn()
    with pytest.raises(PodcastError, match="ocrmypdf"):
        read(paper)


def test_a_locked_one_is_refused_and_one_that_may_only_not_be_copied_is_read():
    locked = Paper(encrypt=StandardEncryption("secret"))
    locked.write(70, 700, *WIDE)
    with pytest.raises(PodcastError, match="locked"):
        read(locked)
    bound = Paper(encrypt=StandardEncryption("", ownerPassword="secret", canCopy=0))
    bound.write(70, 700, *WIDE)
    assert "the mountain rose" in said(read(bound))[0]


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n"])
def test_a_damaged_one_is_refused(data):
    with pytest.raises(PodcastError, match="damaged"):
        read_essay(data, "rivers.pdf")


def test_many_pages_take_linear_time():
    def seconds(count):
        paper = Paper()
        for number in range(count):
            paper.write(290, 40, str(number + 1), size=9)
            paper.write(70, 740, *WIDE * 6)
            paper.turn()
        data = paper.data()
        begun = time.perf_counter()
        read_essay(data, "rivers.pdf")
        return time.perf_counter() - begun

    seconds(2)
    assert seconds(80) < 20 * max(seconds(10), 0.02)


def test_without_its_library_the_command_that_installs_it_is_told(monkeypatch):
    paper = Paper()
    paper.write(70, 700, *WIDE)
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    for module in ("reader", "blocks", "lines", "roles", "file"):
        monkeypatch.delitem(sys.modules, f"podcast.text.documents.pdf.{module}", raising=False)
    with pytest.raises(PodcastError, match=r"podcast-producer\[documents\]"):
        read(paper)
