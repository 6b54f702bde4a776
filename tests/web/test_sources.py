"""What is saved of the web, beside the show."""

import json
from pathlib import Path

import pytest

from podcast.errors import PodcastError
from podcast.web.fetch import FetchedPage
from podcast.web.sources import WebSources, address_of

NOW = "2026-11-30T12:00:00+00:00"
RIVERS = "https://example.org/essays/why-rivers-bend"


@pytest.fixture
def sources(tmp_path):
    return WebSources(tmp_path / "show")


def save(sources, address=RIVERS, *, asked="", title="", suffix=".html", data=b"<p>Rivers bend."):
    sources.show.mkdir(exist_ok=True)
    return sources.save(FetchedPage(address, suffix, data), asked=asked or address, title=title, now=NOW)


def files(sources):
    return sorted(path.name for path in sources.folder.iterdir())


def test_a_page_is_saved_as_it_is_and_found_by_its_address(sources):
    saved = save(sources)
    assert saved.file == "why-rivers-bend.html"
    assert sources.path_of(saved).read_bytes() == b"<p>Rivers bend."
    assert sources.find(RIVERS) == saved
    assert sources.find(RIVERS + "/else") is None
    assert address_of(sources.path_of(saved)) == RIVERS
    assert files(sources) == ["addresses.json", "why-rivers-bend.html"]


def test_it_is_found_by_what_was_asked_too(sources):
    saved = save(sources, asked="https://example.org/r")
    more = sources.add_address(saved, "https://example.org/r2")
    assert {sources.find(address) for address in (RIVERS, "https://example.org/r", "https://example.org/r2")} == {more}


def test_what_is_saved_again_is_one_file(sources):
    save(sources)
    save(sources, data=b"<p>Rivers still bend.")
    assert files(sources) == ["addresses.json", "why-rivers-bend.html"]
    moved = save(sources, data=b"Rivers bend.", suffix=".md")
    assert files(sources) == ["addresses.json", moved.file] == ["addresses.json", "why-rivers-bend.md"]


def test_two_pages_of_one_name_are_two_files(sources):
    first, second = save(sources), save(sources, "https://example.net/why-rivers-bend")
    assert (first.file, second.file) == ("why-rivers-bend.html", "why-rivers-bend-2.html")
    assert address_of(sources.path_of(second)) == "https://example.net/why-rivers-bend"


def test_a_file_of_the_user_is_not_overwritten(sources):
    sources.folder.mkdir(parents=True)
    (sources.folder / "why-rivers-bend.md").write_text("Mine.")
    assert save(sources).file == "why-rivers-bend-2.html"


@pytest.mark.parametrize(
    ("address", "title", "file"),
    [
        ("https://example.org/2024/05/why-rivers-bend/", "", "why-rivers-bend.html"),
        ("https://example.org/Why_Rivers_Bend.HTML", "", "why-rivers-bend.html"),
        ("https://example.org/?p=12", "Why Rivers Bend", "why-rivers-bend.html"),
        ("https://example.org/index.html", "Why Rivers Bend", "why-rivers-bend.html"),
        ("https://example.org/4f2a9c77b1", "Why Rivers Bend", "why-rivers-bend.html"),
        ("https://example.org/", "", "example-org.html"),
        ("https://example.org/%D1%80%D0%B5%D0%BA%D0%B8", "Реки", "example-org.html"),
        ("https://example.org/..%2f..%2fetc%2fpasswd", "", "passwd.html"),
        ("https://example.org/%2e%2e", "", "example-org.html"),
        ("https://example.org/rivers%00.sh", "", "rivers.html"),
        ("https://example.org/nul/", "NUL", "nul-1.html"),
        ("https://example.org/" + "rivers-" * 50, "Rivers", "rivers.html"),
        ("https://example.org/%3Cscript%3Ealert(1)", "", "script-alert-1.html"),
    ],
)
def test_a_file_is_called_after_the_page_and_lies_in_the_folder(address, title, file, sources):
    made = save(sources, address, title=title)
    assert made.file == file
    assert sources.path_of(made).parent == sources.folder


def test_what_was_edited_is_known(sources):
    saved = save(sources)
    assert not sources.is_edited(saved)
    sources.path_of(saved).write_text("<p>Rivers bend, I think.")
    assert sources.is_edited(saved)
    sources.path_of(saved).unlink()
    assert not sources.is_edited(saved)


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "[]", "null", '{"sources": 1}', '{"sources": [{}]}', "[" * 100_000),
        json.dumps({"sources": [{"file": "../x", "address": "", "asked": [], "fetched": "", "sha256": ""}]}),
    ],
)
def test_a_list_that_cannot_be_read_is_told_and_left(text, sources):
    sources.folder.mkdir(parents=True)
    (sources.folder / "addresses.json").write_text(text)
    with pytest.raises(PodcastError, match=r"addresses\.json"):
        sources.find(RIVERS)
    assert (sources.folder / "addresses.json").read_text() == text
    assert address_of(sources.folder / "x.html") == ""


def test_a_file_of_no_address_has_none():
    assert address_of(Path("essays/rivers.md")) == ""
