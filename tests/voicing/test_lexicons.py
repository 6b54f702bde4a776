"""Where an essay's lexicon comes from."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from podcast.config.load import load_settings
from podcast.config.settings import Settings, ShowSettings, SpeechSettings
from podcast.errors import PodcastError
from podcast.text.spoken import spoken
from podcast.voicing.lexicons import lexicon_files, load_lexicon, load_reader

PLS = (
    '<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en">'
    "<lexeme><grapheme>Nguyen</grapheme><phoneme>wɪn</phoneme></lexeme>"
    "<lexeme><grapheme>Hale</grapheme><alias>hail</alias></lexeme></lexicon>"
)


@pytest.fixture
def show(tmp_path):
    (tmp_path / "essays").mkdir()
    (tmp_path / "names.pls").write_text(PLS, "utf-8")
    (tmp_path / "more.TOML").write_text('Hale = "hay-lee"\nPond = "ponned"', "utf-8")
    return tmp_path


def said(lexicon, text="Nguyen, Hale, Pond."):
    return spoken(text, "en-us", lexicon.rules("en-us"), expands=False).text


SETTINGS = Settings(speech=SpeechSettings(lexicons=("names.pls", "more.TOML")), lexicon={"Pond": "pawnd"})


def test_nothing_is_needed(tmp_path):
    assert load_lexicon(Settings(), tmp_path).entries == ()


def test_settings_come_before_their_files_and_these_in_their_order(show):
    assert said(load_lexicon(SETTINGS, show)) == "Nguyen, hail, pawnd."


def test_what_lies_beside_the_essay_comes_first(show):
    (show / "essays" / "lexicon.pls").write_text(PLS.replace("Hale", "Pond"), "utf-8")
    (show / "essays" / "lexicon.toml").write_text('\ufeffNguyen = "new yen"', "utf-8")
    assert said(load_lexicon(SETTINGS, show, show / "essays")) == "new yen, hail, hail."


def test_an_essay_without_a_folder_lies_in_the_show(show):
    (show / "lexicon.toml").write_text('[lexicon]\nPond = "pool"', "utf-8")
    assert said(load_lexicon(SETTINGS, show)) == "Nguyen, hail, pool."


def test_every_mistake_in_every_file_is_told_at_once(show):
    (show / "lexicon.toml").write_text('A = ""\nB = { sya = "x" }', "utf-8")
    (show / "names.pls").write_text("<lexicon/>")
    settings = Settings(speech=SpeechSettings(lexicons=("names.pls", "none.pls", "names.txt")), lexicon={"C": 1})
    (show / "names.txt").write_text("")
    with pytest.raises(PodcastError) as failure:
        load_lexicon(settings, show)
    for part in ("lexicon.toml: line 1: A", "line 2: B.sya", "say?", "names.pls", "none.pls", "names.txt", "lexicon.C"):
        assert part in str(failure.value)


def test_a_thousand_mistakes_fit_on_a_screen(show):
    (show / "lexicon.toml").write_text("\n".join(f"w{number} = 1" for number in range(1000)))
    with pytest.raises(PodcastError, match="1000 mistakes") as failure:
        load_lexicon(Settings(), show)
    assert str(failure.value).count("\n") < 30


@pytest.mark.parametrize("data", [b"Nguyen", b"\xff\xfe", b"a = " + b"[" * 5000, b"'a' = 'b'\n'a' = 'c'"])
def test_a_broken_file_is_an_error_and_not_a_traceback(show, data):
    (show / "lexicon.toml").write_bytes(data)
    with pytest.raises(PodcastError, match=r"lexicon\.toml"):
        load_lexicon(Settings(), show)


def test_mistakes_in_the_settings_are_told_with_all_others(tmp_path):
    (tmp_path / "podcast.toml").write_text(
        '[show]\ntype = "daily"\n[lexicon]\nNguyen = ""\nX = { ipa = "w3n" }', "utf-8"
    )
    with pytest.raises(PodcastError, match="3 mistakes") as failure:
        load_settings(tmp_path / "podcast.toml")
    for part in ("show.type", "lexicon.Nguyen", "lexicon.X.ipa"):
        assert part in str(failure.value)


def test_the_examples_of_the_documentation_are_true(tmp_path):
    text = (Path(__file__).parents[2] / "docs" / "lexicon.md").read_text("utf-8")
    of_the_show, of_the_essay, of_files = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    (tmp_path / "podcast.toml").write_text(of_the_show + of_files, "utf-8")
    (tmp_path / "lexicon.toml").write_text(of_the_essay, "utf-8")
    (tmp_path / "names.pls").write_text(PLS, "utf-8")
    (tmp_path / "more.toml").write_text("", "utf-8")
    lexicon = load_lexicon(load_settings(tmp_path / "podcast.toml"), tmp_path)
    assert said(lexicon, "Hale’s C++ job, Hors d’œuvre") == "hail’s see plus plus job, or derv"
    rules = lexicon.rules("de")
    assert [(one.ipa, one.rule) for one in spoken("Handy", "de", rules).expansions] == [("ˈhɛndi", "lexicon")]


@pytest.mark.parametrize(("language", "read"), [("de", "de"), ("", "en-gb")])
@pytest.mark.parametrize("expands", [True, False])
def test_an_essay_is_read_in_its_language_or_the_show_s(language, read, expands, show):
    speech = replace(SETTINGS.speech, expand=expands)
    settings = replace(SETTINGS, show=ShowSettings(language="en-gb"), speech=speech)
    reader = load_reader(settings, show, show / "essays", language)
    assert (reader.language, reader.expands) == (read, expands)
    assert reader.lexicon == load_lexicon(settings, show, show / "essays")


def test_all_files_are_named_that_are_read_or_would_be(show):
    beside = [show / "essays" / "lexicon.toml", show / "essays" / "lexicon.pls"]
    assert lexicon_files(SETTINGS, show, show / "essays") == (*beside, show / "names.pls", show / "more.TOML")
    assert lexicon_files(Settings(), show) == (show / "lexicon.toml", show / "lexicon.pls")


@pytest.mark.parametrize(("count", "listed"), [(1, 1), (20, 20), (21, 21), (30, 21)])
def test_twenty_mistakes_are_listed_and_the_rest_counted(count, listed, show):
    (show / "lexicon.toml").write_text("\n".join(f"w{number} = 1" for number in range(count)))
    with pytest.raises(PodcastError) as failure:
        load_lexicon(Settings(), show)
    assert len(failure.value.remedy.splitlines()) == listed
    assert ("more" in failure.value.remedy) == (count > 20)
    assert failure.value.what == ("The lexicon has a mistake" if count == 1 else f"The lexicon has {count} mistakes")


def test_a_file_that_no_lexicon_is_so_long_as_is_not_read(show, monkeypatch):
    monkeypatch.setattr("podcast.voicing.lexicons.LEXICON_BYTES", len(PLS.encode()))
    load_lexicon(Settings(speech=SpeechSettings(lexicons=("names.pls",))), show)
    (show / "names.pls").write_text(PLS + " ", "utf-8")
    with pytest.raises(PodcastError, match=r"names\.pls can't be read"):
        load_lexicon(Settings(speech=SpeechSettings(lexicons=("names.pls",))), show)
