"""What becomes of a finished recording in public/: its facts, its files, its tag, and what is left out of them."""

from dataclasses import replace

import pytest
from mutagen.id3 import ID3
from unvoiced import ESSAY, FRAMES, NOW, PLAIN, SETTINGS, published

from feed.show import Chapter
from podcast.config.settings import FeedSettings
from podcast.episode.archive import Archive
from podcast.episode.facts import Skipped, Span


@pytest.fixture
def archive(tmp_path):
    return Archive(tmp_path / "public")


def tag_of(archive, episode):
    return ID3(archive.public / "episodes" / episode.slug / episode.audio.file)


def test_its_facts_are_those_of_the_essay_and_of_the_recording(archive):
    episode = published(archive).episode
    assert episode == archive.episode("rivers")
    assert (episode.number, episode.published.date().isoformat()) == (1, "2026-03-01")
    assert (episode.title, episode.author, episode.language) == ("Why Rivers Bend", "Ada Lake", "en-gb")
    assert (episode.source, episode.tags, episode.season, episode.episode) == ("rivers.md", ("water", "stone"), 2, 5)
    assert (episode.segments, episode.summary) == (2, "Rivers bend. Nobody planned it. It goes on.")
    assert (episode.audio.loudness_lufs, episode.audio.true_peak_dbtp) == (-16.25, -1.5)
    assert episode.audio.duration_ms == round(120 * 1152 / 44.1)
    assert (episode.voices, episode.credits) == (("espeak_ng:en-us",), ("Anna reads, CC BY 4.0",))
    assert "Anna reads, CC BY 4.0" in episode.notes_html
    assert episode.coverage.spans == (Span(0, 5, 0, 900),)


def test_its_audio_is_a_tag_and_all_frames(archive):
    episode = published(archive).episode
    content = (archive.public / "episodes" / "rivers" / episode.audio.file).read_bytes()
    assert content.endswith(FRAMES)
    assert content[:3] == b"ID3"
    assert episode.audio.file.endswith(".mp3")
    assert episode.audio.bytes == len(content)


def test_the_tag_tells_whose_it_is_and_which(archive):
    tag = tag_of(archive, published(archive).episode)
    told = {name: str(tag[name]) for name in ("TIT2", "TPE1", "TALB", "TRCK", "TLAN")}
    assert told == {
        "TIT2": "Why Rivers Bend", "TPE1": "Ada Lake", "TALB": "Shore Letters", "TRCK": "1", "TLAN": "eng",
    }  # fmt: skip
    assert str(tag["TDRC"]).startswith("2026-03-01")
    assert str(tag.getall("COMM")[0]) == "Rivers bend. Nobody planned it. It goes on."
    assert "It goes on." in tag.getall("USLT")[0].text
    assert tag.getall("APIC")[0].data == b"a picture"


@pytest.mark.parametrize(("author", "artist"), [("Nora Shore", "Nora Shore"), ("", "Shore Letters")])
def test_an_essay_without_an_author_is_the_show_s(archive, author, artist):
    settings = replace(SETTINGS, show=replace(SETTINGS.show, author=author, language="de"))
    tag = tag_of(archive, published(archive, PLAIN, settings).episode)
    assert (str(tag["TPE1"]), str(tag["TLAN"])) == (artist, "deu")


def test_words_are_there_in_three_forms(archive):
    companions = published(archive).episode.companions
    folder = archive.public / "episodes" / "rivers"
    assert "WEBVTT" in (folder / companions.webvtt).read_text("utf-8")
    assert (folder / companions.subrip).read_text("utf-8").startswith("1\n00:00:00,000 --> ")
    assert (companions.webvtt[-4:], companions.subrip[-4:]) == (".vtt", ".srt")
    words = (folder / companions.words).read_text("utf-8")
    assert "Nobody planned it." in words
    assert "ff" in words  # its waveform


def test_captions_name_the_narrator_in_their_language(archive):
    settings = replace(SETTINGS, show=replace(SETTINGS.show, language="de"))
    companions = published(archive, PLAIN, settings).episode.companions
    assert "<v Erzähler>" in (archive.public / "episodes" / "rivers" / companions.webvtt).read_text("utf-8")


@pytest.mark.parametrize("kbps", [0, 24])
def test_opus_is_offered_when_there_is_some(archive, kbps):
    settings = replace(SETTINGS, feed=FeedSettings(opus_kbps=kbps))
    companions = published(archive, settings=settings, opus=b"OggS and more" if kbps else b"").episode.companions
    assert (companions.opus_bytes, companions.opus_kbps) == ((13, 24) if kbps else (0, 0))
    assert companions.opus.endswith(".opus" if kbps else "")
    assert len([*archive.public.rglob("*.opus")]) == bool(kbps)


def test_what_has_no_opus_is_said_to_have_none_whatever_the_settings_say(archive):
    settings = replace(SETTINGS, feed=FeedSettings(opus_kbps=24))
    companions = published(archive, settings=settings).episode.companions
    assert (companions.opus, companions.opus_bytes, companions.opus_kbps) == ("", 0, 0)


def test_pictures_that_are_there_are_published_and_those_of_the_web_are_linked(archive):
    found = (
        Chapter(0, "One", image_url="img/pond.png"),
        Chapter(900, "Two", image_url="https://example.org/a.png"),
        Chapter(1800, "Three", image_url="img/lost.png"),
    )
    episode = published(archive, chapters=found, pictures={"img/pond.png": b"jpeg"}).episode
    first, second, third = (chapter.image_url for chapter in episode.chapters)
    assert (archive.public / "episodes" / "rivers" / first).read_bytes() == b"jpeg"
    assert first.endswith(".jpg")
    assert (second, third) == ("https://example.org/a.png", "")
    tag = tag_of(archive, episode)
    assert [str(chapter.sub_frames["TIT2"]) for chapter in tag.getall("CHAP")] == ["One", "Two", "Three"]


def test_what_is_not_said_is_listed_but_for_signs_and_a_comment_keeps_its_words(archive):
    episode = published(archive).episode
    assert Skipped("", "comment") in episode.skipped
    assert any("x = 1" in one.text for one in episode.skipped)
    assert {one.reason for one in episode.skipped} == {"comment", "code block"}
    for path in archive.public.rglob("*"):
        assert path.is_dir() or b"ask Nora" not in path.read_bytes(), path


def test_the_same_once_more_is_not_new_and_nothing_has_changed(archive):
    first = published(archive)
    again = published(archive, now=NOW.replace(day=9))
    assert (first.is_new, first.episode_count) == (True, 1)
    assert (again.is_new, again.episode_count) == (False, 1)
    assert again.episode == first.episode
    assert first.episode.updated == NOW.replace(microsecond=0)
    other = published(archive, ESSAY.replace("It goes on.", "It ends."), now=NOW.replace(day=9))
    assert other.episode.updated.day == 9
    assert other.episode.guid == first.episode.guid


def test_an_essay_that_was_moved_is_the_episode_that_it_was(archive):
    """Nothing lies any more where it lay; were something there, it would be another one."""
    first = published(archive)
    moved = published(archive, source="essays/bends.md")
    assert (moved.is_new, moved.episode.slug, moved.episode.guid) == (False, "rivers", first.episode.guid)
    (archive.public.parent / "essays").mkdir()
    (archive.public.parent / "essays" / "bends.md").write_text(ESSAY)
    assert published(archive, source="copy.md").is_new


def test_another_essay_is_a_second_episode(archive):
    published(archive)
    second = published(archive, PLAIN, source="ponds.md")
    assert (second.is_new, second.episode_count, second.episode.number) == (True, 2, 2)
    assert second.episode.slug == "ponds"


def test_the_address_is_the_show_s_or_what_was_published_before(archive):
    assert published(archive).base_url == "https://example.org/show"
    nowhere = replace(SETTINGS, show=replace(SETTINGS.show, base_url=""))
    assert published(archive, settings=nowhere).base_url == "https://example.org/show"
    assert b"https://example.org/show/episodes/rivers/" in (archive.public / "feed.xml").read_bytes()


def test_the_page_has_the_words_that_were_just_heard(archive):
    published(archive)
    page = (archive.public / "episodes" / "rivers" / "index.html").read_text("utf-8")
    assert "Nobody" in page


def test_an_episode_that_comes_to_the_title_of_another_is_told_once(archive):
    (archive.public.parent / "ponds.md").write_text(PLAIN)
    first = published(archive, PLAIN, source="ponds.md")
    assert first.namesake == ""
    second = published(archive, PLAIN.replace("Ponds\n", "ponds \n"), source="ponds.docx")
    assert (second.episode.slug, second.namesake) == ("ponds-2", "ponds")
    assert published(archive, PLAIN.replace("Ponds\n", "ponds \n"), source="ponds.docx").namesake == ""
    other_season = PLAIN.replace("---\nPonds", "season: 2\n---\nPonds")
    assert published(archive, other_season, source="old/ponds.md").namesake == ""
