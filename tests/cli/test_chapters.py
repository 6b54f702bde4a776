"""A book on the command line: its chapters listed, chosen, and made an episode each."""

import io
import json
import zipfile

import pytest
from click.testing import CliRunner

from podcast.cli import main
from podcast.cli.chapters import EssayPart, parts
from podcast.episode.identity import file_and_part, slug_of
from podcast.errors import PodcastError
from podcast.text.essay import Essay

PLAIN = '[opening]\nmusic = "none"\ntext = ""\n[closing]\nmusic = "none"\ntext = ""\n[voice]\nname = "narrator"\n'
CHAPTERS = {"The Source": "Brooks begin where nobody looks.", "The Mouth": "Deltas end where nobody asks."}


def book(chapters):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        names = [f"c{at}.xhtml" for at in range(len(chapters))]
        items = "".join(f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in names)
        spine = "".join(f'<itemref idref="{name}"/>' for name in names)
        file.writestr(
            "book.opf",
            f"<package><metadata><title>On Rivers</title><creator>Jane Doe</creator><language>en</language></metadata>"
            f"<manifest>{items}</manifest><spine>{spine}</spine></package>",
        )
        for name, (title, text) in zip(names, chapters.items(), strict=True):
            file.writestr(name, f"<html><body><h1>{title}</h1><p>{text}</p></body></html>")
    return archive.getvalue()


@pytest.fixture
def show(tmp_path, monkeypatch):
    (tmp_path / "podcast.toml").write_text(PLAIN)
    (tmp_path / "rivers.epub").write_bytes(book(CHAPTERS))
    (tmp_path / "essay.md").write_text("# Mills\n\nThey turn.")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments, code=0):
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == code, result.output
    return result.stdout if code == 0 else result.stderr


def test_a_script_lists_the_chapters_by_the_numbers_that_choose_them(show):
    told = json.loads(run("script", "rivers.epub", "--json", "--chapters", "2"))
    assert told["chapters"] == list(CHAPTERS)
    assert told["title"] == "The Mouth"
    assert "The Source" in run("script", "rivers.epub", "--chapters", "2")
    assert "chapters" not in json.loads(run("script", "essay.md", "--json"))


def test_a_book_is_split_into_its_chapters(show):
    assert [one.label for one in parts(["rivers.epub"], "", is_split=True)] == ["rivers.epub#1", "rivers.epub#2"]
    assert [one.label for one in parts(["rivers.epub"], "2", is_split=True)] == ["rivers.epub#2"]
    assert [one.label for one in parts(["rivers.epub"], "2,1", is_split=False)] == ["rivers.epub#1-2"]


@pytest.mark.parametrize(
    "arguments", [["essay.md", "--split"], ["essay.md", "--chapters", "1"], ["rivers.epub", "--chapters", "9"]]
)
def test_what_can_not_be_chosen_is_refused_before_anything_is_written(show, arguments):
    assert "Traceback" not in run("build", *arguments, code=1)
    assert not (show / "public").exists()


def test_a_chapter_is_known_by_its_title_when_others_come_before_it(show):
    second = EssayPart("rivers.epub", "2").source(show, book(CHAPTERS))
    third = EssayPart("rivers.epub", "3").source(show, book({"Preface": "Water.", **CHAPTERS}))
    assert second == third == "rivers.epub#the-mouth"


def test_a_book_from_standard_input_is_not_split_for_its_chapters_would_be_taken_for_those_of_another(show):
    with pytest.raises(PodcastError, match="file"):
        parts(["-"], "", is_split=True)
    assert EssayPart("-", "2").source(show, book(CHAPTERS)) == "-"


def test_chapters_of_one_title_or_of_none_in_latin_letters_stay_two(show):
    sources = {EssayPart("b.epub", number).source(show, book({"川": "A.", "山": "B."})) for number in "12"}
    assert len(sources) == 2


def test_a_chapters_address_has_the_books_name_and_its_own(show):
    essay = Essay("", "The Mouth", (), ())
    assert slug_of(essay, "books/rivers.epub#the-mouth") == "rivers-the-mouth"
    assert file_and_part("essay #3.md") == ("essay #3.md", "")


def test_each_chapter_becomes_an_episode_in_order_and_a_second_build_makes_none(show):
    first = json.loads(run("build", "rivers.epub", "--split", "--date", "2026-03-01", "--json", "--jobs", "1"))
    facts = [json.loads(path.read_text("utf-8")) for path in sorted((show / "public/episodes").glob("*/episode.json"))]
    facts.sort(key=lambda fact: fact["number"])
    assert [fact["title"] for fact in facts] == list(CHAPTERS)
    assert {fact["author"] for fact in facts} == {"Jane Doe"}
    assert facts[0]["published"] < facts[1]["published"]
    before = {path: path.stat().st_mtime_ns for path in (show / "public").rglob("*")}
    run("build", "rivers.epub", "--split", "--date", "2026-03-01")
    run("build", "rivers.epub", "--chapters", "1", "--date", "2026-03-01")
    assert {path: path.stat().st_mtime_ns for path in (show / "public").rglob("*")} == before
    assert first
