"""Which essays a command line names, when it names folders."""

import os
from pathlib import Path

import pytest

from podcast.cli.folders import gathered, left_aside
from podcast.errors import PodcastError


@pytest.fixture
def show(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return Path()


def files(*names):
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Ponds stand still.")


def test_all_formats_that_are_read(show):
    names = ["a.md", "b.txt", "c.html", "d.mhtml", "e.MARKDOWN"]
    files(*names, "lexicon.toml", "words.pls", "cover.jpg", "f.md~", "podcast.toml")
    assert gathered(["."], show) == names


def test_in_the_order_of_their_names_with_numbers_as_numbers(show):
    files(*(f"essays/{name}.md" for name in ("10-sea", "2-lake", "1-pond", "B", "a", "02-moor")))
    found = [Path(path).stem for path in gathered(["essays"], show)]
    assert found == ["1-pond", "2-lake", "02-moor", "10-sea", "a", "B"]


def test_nothing_hidden_no_readme_and_no_folder_within(show):
    files("e/a.md", "e/.b.md", "e/_c.md", "e/README.md", "e/license.txt", "e/drafts/d.md")
    Path("e/folder.md").mkdir()
    assert gathered(["e"], show) == [str(Path("e/a.md"))]


def test_what_is_named_itself_is_taken_whatever_it_is_called(show):
    files("README.md", "_draft.md", "notes")
    assert gathered(["README.md", "_draft.md", "notes", "-"], show) == ["README.md", "_draft.md", "notes", "-"]


def test_each_once_where_it_was_named_first(show):
    files("e/a.md", "e/b.md")
    b = str(Path("e/b.md"))
    assert gathered([b, "e", "./e/a.md", "-", "-"], show) == [b, str(Path("e/a.md")), "-"]


def test_a_missing_file_is_left_to_who_reads_it(show):
    assert gathered(["missing.md"], show) == ["missing.md"]


def test_books_and_pdfs_in_a_folder_are_told_unless_they_are_named(show):
    files("e/a.md", "e/book.epub", "e/a.PDF", "e/_b.pdf", "other.pdf")
    assert gathered(["e"], show) == [str(Path("e/a.md"))]
    assert left_aside(["e", "other.pdf"]) == [str(Path("e/a.PDF")), str(Path("e/book.epub"))]
    assert left_aside(["e", "e/book.epub"]) == [str(Path("e/a.PDF"))]


@pytest.mark.parametrize(
    ("made", "told"),
    [
        ([], "end in"),
        (["e/drafts/a.md"], "drafts"),
        (["e/README.md"], "end in"),
        (["e/a.epub", "e/drafts/a.md"], "named itself"),
    ],
)
def test_a_folder_without_an_essay_is_refused(made, told, show):
    Path("e").mkdir()
    files(*made)
    with pytest.raises(PodcastError, match="no essay") as refused:
        gathered(["e"], show)
    assert told in refused.value.remedy


@pytest.mark.parametrize("folder", ["public", "public/episodes/ponds"])
def test_pages_that_podcast_has_made_are_no_essays(folder, show):
    files(f"{folder}/index.html")
    with pytest.raises(PodcastError):
        gathered([folder], show)


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_link_is_what_it_leads_to(show):
    files("a.md")
    Path("b.md").symlink_to("a.md")
    Path("lost.md").symlink_to("nowhere.md")
    assert gathered(["."], show) == ["a.md"]


def test_the_pages_that_we_make_are_not_recommended_as_essays(show):
    files("public/index.html")
    with pytest.raises(PodcastError, match="end in"):
        gathered(["."], show)
