import tomllib
from dataclasses import asdict
from pathlib import Path

import pytest

from podcast.config.greetings import greetings_of
from podcast.config.load import load_settings
from podcast.config.settings import CastSettings, Settings
from podcast.errors import PodcastError
from voices.casting import DEFAULT_PROFILES, profiles


@pytest.fixture
def loaded(tmp_path):
    def load(text):
        file = tmp_path / "podcast.toml"
        file.write_text(text, "utf-8")
        return load_settings(file)

    return load


def test_everything_has_a_default(tmp_path):
    assert load_settings(tmp_path / "podcast.toml") == Settings()


def test_values_replace_defaults(loaded):
    settings = loaded(
        """
        [show]
        title = "Essays"
        categories = ["Arts > Books", "Science"]
        explicit = true
        [sound]
        loudness_lufs = -18
        [pauses_ms]
        paragraph = 900
        """
    )
    assert (settings.show.title, settings.show.explicit) == ("Essays", True)
    assert settings.show.categories == ("Arts > Books", "Science")
    assert settings.sound.loudness_lufs == -18.0
    assert settings.pauses_ms.paragraph == 900
    assert settings.voice == Settings().voice


def test_every_mistake_is_told_at_once(loaded):
    with pytest.raises(PodcastError) as failure:
        loaded(
            """
            [show]
            titel = "Essays"
            explicit = "no"
            categories = ["Art"]
            base_url = "example.org"
            type = "daily"
            [voice]
            rate_wpm = "fast"
            [sonud]
            [sound]
            bitrate_kbps = 65
            loudness_lufs = 3
            """
        )
    told = str(failure.value)
    for part in ("show.titel", "title", "show.explicit", "'no'", "Arts", "example.org", "daily", "voice.rate_wpm"):
        assert part in told
    for part in ("sonud", "sound?", "64", "-30"):
        assert part in told
    assert failure.value.which.endswith("podcast.toml")


@pytest.mark.parametrize(
    "text", ["[show", "show = 1", "[show]\ncategories = 'Arts'", "[show]\ncategories = []", "\x00"]
)
def test_a_broken_file_is_an_error_and_not_a_traceback(loaded, text):
    with pytest.raises(PodcastError):
        loaded(text)


def test_true_is_no_number_and_one_no_truth(loaded):
    with pytest.raises(PodcastError, match="2 mistakes"):
        loaded("[voice]\nrate_wpm = true\n[show]\nexplicit = 1")


def test_a_cast_and_a_lexicon_have_names_of_the_user_s_own(loaded):
    settings = loaded(
        """
        [cast.GUEST]
        voice = "clara"
        pan = 0.3
        [lexicon]
        Nguyen = "win"
        """
    )
    assert settings.cast == {"GUEST": CastSettings(voice="clara", pan=0.3)}
    assert settings.lexicon == {"Nguyen": "win"}


def test_mistakes_in_a_cast_are_told_like_all_others(loaded):
    with pytest.raises(PodcastError, match="3 mistakes") as failure:
        loaded("cast.HOST = 'clara'\n[cast.GUEST]\nvioce = 'clara'\npan = 3")
    for part in ("cast.HOST", "cast.GUEST.vioce", "voice?", "cast.GUEST.pan"):
        assert part in str(failure.value)


def documented():
    """The podcast.toml that docs/configuration.md shows."""
    page = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text("utf-8")
    return page.partition("```toml\n")[2].partition("```")[0]


def keys(table, where=""):
    for key, value in table.items():
        if isinstance(value, dict):
            yield from keys(value, f"{where}{key}.")
        else:
            yield f"{where}{key}", list(value) if isinstance(value, tuple) else value


def test_what_the_documentation_shows_is_a_file_that_can_be_read(loaded):
    assert loaded(documented()).cast["GUEST"].pan == 0.3


def test_every_key_is_documented_and_with_its_default():
    """Where the default is to leave it to something else, the documentation shows an example, or what that has."""
    profile = profiles()[DEFAULT_PROFILES[0]]
    own = {f"pauses_ms.{name}": pause_ms for name, pause_ms in asdict(profile.pauses_ms).items()}
    own |= {f"voice.{name}": getattr(profile, name) for name in ("name", "rate_wpm", "pitch", "pitch_range")}
    english = greetings_of(Settings())
    own |= {"opening.text": english.welcome, "closing.text": english.sign_off}
    shown = dict(keys(tomllib.loads(documented())))
    shown = {key.replace("opening.", "closing."): value for key, value in shown.items()} | shown  # "the same keys"
    for key, default in keys(asdict(Settings())):
        assert key in shown
        assert shown[key] == own.get(key, default) or default in ("", ["Society & Culture"]), key


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[show]\ncategories = [1]", "show.categories must be a list of texts"),
        ("[show]\ncategories = 1", "show.categories must be a list of texts"),
        ("[show]\ntitle = 1", "show.title must be a text"),
        ("[show]\nexplicit = 1", "show.explicit must be true or false"),
        ("[voice]\npitch = 1.5", "voice.pitch must be a whole number"),
        ("[bed]\nfade_s = true", "bed.fade_s must be a number, not true"),
        ("cast = 1", "cast must be a table, not 1"),
        ("show = 1", "show must be a table, not 1"),
        ("[show.title]\na = 1", "show.title must be a text, not {'a': 1}"),
        ("[[show]]\ntitle = 'Essays'", "show must be a table, not [{"),
        ("[[cast]]\nvoice = 'heart'", "cast must be a table, not [{"),
        ("[lexicon]\nNguyen = 3", "line 2: lexicon.Nguyen"),
    ],
)
def test_what_a_key_must_be_is_said(loaded, text, told):
    with pytest.raises(PodcastError) as failure:
        loaded(text)
    assert [line.startswith(f"  - {told}") for line in failure.value.remedy.splitlines()] == [True]


@pytest.mark.parametrize(("key", "hint"), [("titel", "did you mean title?"), ("zzz", "known are title, ")])
def test_an_unknown_key_is_told_with_what_it_may_have_been(loaded, key, hint):
    with pytest.raises(PodcastError) as failure:
        loaded(f"[show]\n{key} = 1")
    assert f"show.{key} is unknown ({hint}" in failure.value.remedy


def test_one_at_the_top_is_told_without_a_table(loaded):
    with pytest.raises(PodcastError) as failure:
        loaded("sonud = 1")
    assert failure.value.remedy.startswith("  - sonud is unknown (did you mean sound?")
