"""Which keys work, which are told, and which are left alone."""

import pytest

from podcast.errors import PodcastError
from podcast.text.readers.facts.factkeys import KEYS, did_you_mean
from podcast.text.readers.facts.frontmatter import read_front_matter
from podcast.text.reading import read_essay


def facts(front, mark="---"):
    essay, length = read_front_matter(f"{mark}\n{front}\n{mark}\nText.", "essay.md")
    assert length
    return essay


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("autor", "author"), ("Autor", "author"), ("auther", "author"), ("titel", "title"), ("titre", "title"),
        ("langauge", "language"), ("sprache", "language"), ("dat", "date"), ("fecha", "date"), ("Datum", "date"),
        ("sumary", "summary"), ("explict", "explicit"), ("titolo", "title"), ("標題", "title"), ("автор", "author"),
        ("discription", "description"), ("voise", "voice"), ("episod", "episode"), ("covr", "cover"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(("mark", "sign"), [("---", ": "), ("+++", " = ")])
def test_a_slip_is_told_with_what_was_meant(key, meant, mark, sign):
    written = f'"{key}"{sign}"2024"' if mark == "+++" else f"{key}{sign}2024"
    first = 'title = "x"' if mark == "+++" else "title: x"
    [remark] = facts(f"{first}\n{written}", mark).remarks
    assert f"`{key}`".lower() in remark.lower()
    assert f"`{meant}`" in remark


@pytest.mark.parametrize(
    "key",
    """layout permalink slug aliases weight draft published toc cssclasses categories comments math output format
    bibliography lastmod updated update uid uuid images videos series url link status author_url image_alt og_image
    imageAlt sidebar_position hide_title keywords nav_order redirect_from date-format number-sections mood""".split(),
)
def test_other_tools_keys_are_silent(key):
    assert did_you_mean(key) == ""


@pytest.mark.parametrize("key", sorted({key for keys in KEYS.values() for key in keys}))
def test_no_key_that_works_is_told(key):
    assert did_you_mean(key) == did_you_mean(key.upper()) == ""


@pytest.mark.parametrize("key", ["episodeType", "episode_type", "episode-type", "EPISODE_TYPE"])
def test_signs_between_words_and_capitals_make_no_difference(key):
    assert facts(f"{key}: bonus").episode_type == "bonus"


@pytest.mark.parametrize(
    "front", ["draft: true", "Draft: yes", "published: false", "publish: no", "status: draft", "status: Private"]
)
def test_drafts(front):
    assert facts(front).draft


@pytest.mark.parametrize(
    "front", ["draft: false", "draft:", "published: true", "published: 2024-03-01", "status: done"]
)
def test_no_drafts(front):
    assert not facts(front).draft


def test_published_may_be_a_date():
    assert f"{facts('published: 2024-03-01').date:%Y-%m-%d}" == "2024-03-01"
    assert facts("published: true\ndate: 2024-03-02").date.day == 2


@pytest.mark.parametrize("date", ["today", "last-modified", '"`r Sys.Date()`"', '"{{ date }}"'])
def test_a_date_that_names_no_day_is_none_and_told(date):
    essay = facts(f"date: {date}")
    assert essay.date is None
    assert len(essay.remarks) == 1


@pytest.mark.parametrize(("language", "month"), [("", 3), ("en-us", 3), ("en-gb", 7), ("de", 7)])
def test_an_ambiguous_date_is_read_by_the_language_and_told(language, month):
    essay = facts(f"date: 03/07/2024\nlang: {language}")
    assert essay.date.month == month
    assert essay.date.strftime("%Y-%m-%d") in essay.remarks[0]


@pytest.mark.parametrize(
    "front",
    ["explicit: maybe", "season: -1", "episodetype: special", "date: some day", "lang: German", "guid: " + "x" * 300],
)
def test_what_can_not_be_meant_is_refused(front):
    with pytest.raises(PodcastError):
        facts(front)


@pytest.mark.parametrize(
    "header",
    [
        "Title: Why\nDate: 2024-03-07 10:20\nSave_as: why.html\nCategory: rivers\nModified:\n",
        "Title: Why\nSlug: why\nTemplate: wide\nCustom-Key: 12\n",
        "#+TITLE: Why\n#+DATE: 2024-03-07\n#+OPTIONS: toc:nil\n",
    ],
)
def test_headers_with_any_key(header):
    essay = read_essay(f"{header}\nRivers bend.\n".encode(), "essay.md")
    assert essay.title == "Why"
    assert [block.text for block in essay.blocks] == ["Rivers bend."]


@pytest.mark.parametrize(
    "text",
    ["Title: Hamlet\nAuthor: Will\nHAMLET: To be", "Title: Hamlet\nAuthor: Will\nHamlet: To be.", "Title: a story"],
)
def test_no_line_that_is_said_is_taken_for_a_key(text):
    essay = read_essay(f"{text}\n\nMore.\n".encode(), "essay.md")
    assert text.split()[-1].rstrip(".") in " ".join(block.text for block in essay.blocks)


def test_the_file_s_name_dates_an_essay_that_does_not():
    name = "_posts/2024-03-07-why-rivers-bend.md"
    essay = read_essay(b"Rivers bend.", name)
    assert (essay.title, f"{essay.date:%Y-%m-%d}") == ("Why Rivers Bend", "2024-03-07")
    assert read_essay(b"---\ndate: 2024-05-01\n---\nRivers.", name).date.month == 5
