"""The welcome and the sign-off: what fills their blanks, and which of them wait for the episodes before."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from podcast.config.settings import GreetingSettings, Settings, ShowSettings
from podcast.episode.archive import Archive
from podcast.episode.facts import Audio, Episode, to_json
from podcast.errors import PodcastError
from podcast.manuscript import Forecast, Manuscript
from podcast.text.reading import read_essay
from podcast.voicing.greetings import Greetings

NOW = datetime(2026, 3, 8, 12, tzinfo=UTC)
SIGNED = "---\ntitle: Rivers\nauthor: Ada Lake\n---\nRivers bend.\n"
UNSIGNED = "---\ntitle: Rivers\n---\nRivers bend.\n"
NUMBERED = "Number {number} of {show}, of {date}."


def greetings(opening="{title}[, by {author}].", closing="That was {title}.", essay=SIGNED, author="Nora"):
    settings = Settings(
        show=ShowSettings(author=author),
        opening=GreetingSettings(text=opening),
        closing=GreetingSettings(text=closing),
    )
    return Greetings(Manuscript(read_essay(essay.encode(), "rivers.md"), "rivers.md"), "Letters", settings)


@pytest.fixture
def archive(tmp_path):
    """One of a show with an episode number 6."""
    archive = Archive(tmp_path / "public")
    date = datetime(2026, 3, 1, tzinfo=UTC)
    audio = Audio("ponds-00000000.mp3", 5, 1000, -16.0, -1.0)
    ponds = Episode("ponds", "guid", 6, date, date, "Ponds", "Ada", "en", "", "", "ponds.md", 1, audio)
    archive.write("episodes/ponds/episode.json", to_json(ponds).encode())
    archive.workroom.mkdir()
    return archive


@pytest.mark.parametrize(
    ("essay", "author", "said"),
    [(SIGNED, "Nora", "Rivers, by Ada Lake."), (UNSIGNED, "Nora", "Rivers, by Nora."), (UNSIGNED, "", "Rivers.")],
)
def test_an_essay_is_by_its_author_or_by_the_show_s(essay, author, said):
    assert greetings(essay=essay, author=author).texts(None) == (said, "That was Rivers.")


def test_number_and_date_are_said_in_either(archive):
    told = Forecast(7, datetime(2026, 3, 8, tzinfo=UTC))
    said = "Number 7 of Letters, of March 8, 2026."
    assert greetings(NUMBERED, "").texts(told) == (said, "")
    assert greetings("", NUMBERED).texts(told) == ("", said)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de-at", "Nummer 7, 8. März 2026."),
        ("fr", "Nummer 7, 8 mars 2026."),
        ("pt-br", "Nummer 7, 8 de março de 2026."),
        ("ja", "Nummer 7, 2026年3月8日."),
        ("hu", "Nummer 7, March 8, 2026."),
    ],
)
def test_a_date_is_said_in_the_language_of_the_show(language, said):
    plain = greetings("Nummer {number}, {date}.", "")
    abroad = replace(plain, settings=replace(plain.settings, show=ShowSettings(language=language)))
    assert abroad.texts(Forecast(7, datetime(2026, 3, 8, tzinfo=UTC))) == (said, "")


def test_what_nobody_stated_is_said_in_the_language_of_the_show():
    plain = greetings()
    abroad = replace(plain, settings=Settings(show=ShowSettings(language="de")))
    assert abroad.texts(None) == (
        "Das ist Letters. Rivers, von Ada Lake.",
        "Das war Rivers, von Ada Lake. Sie hörten Letters.",
    )


@pytest.mark.parametrize("blank", ["{date}", "{number}"])
def test_what_tells_its_place_depends_on_the_episodes_before(blank, archive):
    for which in (greetings(blank, ""), greetings("", blank)):
        assert which.tells_place
        assert which.forecast(archive, NOW) == Forecast(7, NOW)


def test_what_does_not_tell_its_place_depends_on_none(archive):
    plain = greetings()
    assert not plain.tells_place
    assert plain.forecast(archive, NOW) is None
    assert plain.still(("Old.", "Older."), archive, NOW) == ("Old.", "Older.")


def test_an_episode_that_is_built_again_keeps_its_number(archive):
    essay = "---\ntitle: Ponds\n---\nPonds stand still.\n"
    again = greetings(NUMBERED, essay=essay)
    again = replace(again, manuscript=replace(again.manuscript, source="ponds.md"))
    assert again.forecast(archive, NOW) == Forecast(6, datetime(2026, 3, 1, tzinfo=UTC))
    moved = replace(again, manuscript=replace(again.manuscript, source="old/pools.md"))
    assert moved.forecast(archive, NOW).number == 6
    (archive.public.parent / "ponds.md").write_text(essay)
    assert moved.forecast(archive, NOW).number == 7


def test_one_that_was_published_meanwhile_is_counted(archive):
    numbered = greetings("{number}.", "")
    said = numbered.texts(numbered.forecast(archive, NOW))
    assert said == ("7.", "")
    assert numbered.still(said, archive, NOW) == said
    ponds = archive.episode("ponds")
    archive.write("episodes/lakes/episode.json", to_json(replace(ponds, slug="lakes", number=7)).encode())
    assert numbered.still(said, archive, NOW) == ("8.", "")


@pytest.mark.parametrize("opening", ["Hello.", "{number}."])
def test_facts_that_cannot_be_read_are_found_before_anything_is_voiced(opening, archive):
    archive.write("episodes/ponds/episode.json", b"[")
    with pytest.raises(PodcastError):
        greetings(opening).forecast(archive, NOW)
