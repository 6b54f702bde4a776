"""Who says what, by the real engine's roster."""

import pytest

from podcast.config.load import load_settings
from podcast.config.settings import CastSettings, Settings, VoiceSettings
from podcast.errors import PodcastError
from podcast.voicing.casting import choose_cast
from voices.engine import Engine
from voices.rosters import Rosters
from voices.speech import InstalledVoice, Roster, Utterance

ESSAY = {("narrator", ""), ("announcer", ""), ("quote", "")}
SCRIPT = {("HOST", ""), ("GUEST", ""), ("Ada", ""), ("narrator", "")}
VOICES = ["", "clara", "fireside", "british", "en-us+m1"]


def ids(cast):
    return {role: speaker.voice.id for (role, language), speaker in cast.items() if not language}


@pytest.mark.parametrize("name", VOICES)
def test_every_role_has_a_voice_of_its_own(name, rosters):
    settings = Settings(voice=VoiceSettings(name=name))
    found = ids(choose_cast(rosters, settings, "en-us", ESSAY | SCRIPT))
    assert len({*found.values()}) == len(found) == 6


def test_the_same_roles_have_the_same_voices_each_time(rosters):
    first, again = (choose_cast(rosters, Settings(), "en-us", SCRIPT) for _ in range(2))
    assert first == again
    assert ids(first)["HOST"] == ids(choose_cast(rosters, Settings(), "en-us", {("HOST", "")}))["HOST"]


def test_the_narrator_is_there_even_if_nobody_asks(rosters):
    assert list(choose_cast(rosters, Settings(), "en-us", ())) == [("narrator", "")]


def test_what_is_stated_of_a_role_holds_in_any_case_of_its_name(rosters):
    settings = Settings(cast={"host": CastSettings(voice="en-029+f3", rate_wpm=140, pitch=20, pan=-0.5)})
    speaker = choose_cast(rosters, settings, "en-us", SCRIPT)["HOST", ""]
    assert (speaker.voice.id, speaker.voice.rate_wpm, speaker.voice.pitch) == ("en-029+f3", 140, 20)
    assert speaker.pan == -0.5


def test_a_voice_that_is_stated_for_one_role_is_given_to_no_other(rosters):
    taken = ids(choose_cast(rosters, Settings(), "en-us", SCRIPT))["GUEST"]
    settings = Settings(cast={"HOST": CastSettings(voice=taken)})
    found = ids(choose_cast(rosters, settings, "en-us", SCRIPT))
    assert found["HOST"] == taken != found["GUEST"]


def test_an_unknown_voice_is_refused_and_its_role_named_whether_or_not_it_speaks(rosters):
    settings = Settings(cast={"HOST": CastSettings(voice="clara"), "Nobody": CastSettings(voice="clarra")})
    with pytest.raises(PodcastError, match=r"clarra.*cast\.Nobody"):
        choose_cast(rosters, settings, "en-us", SCRIPT)


def test_roles_may_share_a_voice_that_is_stated_for_both(rosters):
    settings = Settings(cast={"quote": CastSettings(voice="heart")})
    found = ids(choose_cast(rosters, settings, "en-us", ESSAY))
    assert found["quote"] == found["narrator"]


@pytest.mark.parametrize("language", ["fr", "de", "es-419"])
def test_a_passage_in_another_language_has_a_voice_of_it_in_the_role_s_manner(language, rosters, engine_process):
    speaker = choose_cast(rosters, Settings(), "en-us", {("quote", language)})["quote", language]
    assert speaker.voice.language.startswith(language[:2])
    assert speaker.is_at_home
    assert engine_process.speak(Utterance("Rien", speaker.voice)).samples


def test_a_language_that_nobody_speaks_is_left_to_the_role_s_own_voice(rosters):
    cast = choose_cast(rosters, Settings(), "en-us", {("narrator", "tlh")})
    assert cast["narrator", "tlh"].voice == cast["narrator", ""].voice
    assert not cast["narrator", "tlh"].is_at_home


def test_an_essay_in_another_language_has_a_whole_cast(rosters):
    found = ids(choose_cast(rosters, Settings(), "de", ESSAY | SCRIPT))
    assert len({*found.values()}) == 6
    assert all(voice.startswith("de") for voice in found.values())


def test_a_voice_that_there_is_not_is_refused_with_the_nearest(rosters):
    for settings in (Settings(voice=VoiceSettings("naratorr")), Settings(cast={"HOST": CastSettings("naratorr")})):
        with pytest.raises(PodcastError, match="narrator"):
            choose_cast(rosters, settings, "en-us", SCRIPT)


def test_a_voice_that_does_not_speak_the_essay_s_language_is_refused(rosters):
    with pytest.raises(PodcastError, match="language"):
        choose_cast(rosters, Settings(voice=VoiceSettings("en-us+Annie")), "de", ())


def test_another_engine_s_voices_are_shared_out_as_far_as_they_go():
    roster = Roster(tuple(InstalledVoice(name, name, ("en-us",)) for name in ("David", "Zira", "Mark")))
    rosters = Rosters({"sapi5": roster}.__getitem__, "sapi5")
    settings = Settings(voice=VoiceSettings(driver="sapi5"))
    found = ids(choose_cast(rosters, settings, "en-us", ESSAY | {("HOST", "")}))
    assert {*found.values()} == {"David", "Zira", "Mark"}


@pytest.mark.parametrize(
    ("settings", "key"),
    [
        (Settings(voice=VoiceSettings(driver="flat", pitch=40)), "voice.pitch"),
        (Settings(voice=VoiceSettings(driver="flat", pitch_range=0)), "voice.pitch_range"),
        (Settings(voice=VoiceSettings(driver="flat"), cast={"HOST": CastSettings(pitch_range=60)}), "cast.HOST.pitch"),
    ],
)
def test_a_pitch_that_would_change_nothing_is_refused(settings, key, monkeypatch):
    roster = Roster(tuple(InstalledVoice(name, name, ("en-us",)) for name in ("one", "two")))
    flat = Engine("flat", has_pitch=False, roster=lambda: roster)
    for module in ("voices.casting", "voices.engine", "voices.rosters", "podcast.voicing.casting"):
        monkeypatch.setattr(f"{module}.engine", lambda name: {"flat": flat}.get(name) or Engine(name))
    with pytest.raises(PodcastError, match=key.replace(".", r"\.")):
        choose_cast(Rosters({"flat": roster}.__getitem__, "flat"), settings, "en-us", SCRIPT)


@pytest.mark.parametrize("key", ["pitch", "pitch_range"])
@pytest.mark.parametrize(("table", "role"), [("voice", "narrator"), ("cast.HOST", "HOST")])
def test_a_pitch_of_nought_is_heard(key, table, role, rosters, engine_process, tmp_path):
    """It is the lowest that can be set, and not one that nobody has set."""
    tables = {"voice": 'name = "narrator"', "cast.HOST": 'voice = "clara"'}
    for name, own in (("usual.toml", ""), ("low.toml", f"{key} = 0")):
        written = (f"[{one}]\n{says}\n{own if one == table else ''}\n" for one, says in tables.items())
        (tmp_path / name).write_text("".join(written))
    settings = [load_settings(tmp_path / name) for name in ("usual.toml", "low.toml")]
    usual, low = (choose_cast(rosters, one, "en-us", SCRIPT)[role, ""].voice for one in settings)
    assert getattr(low, key) == 0 != getattr(usual, key)
    assert engine_process.speak(Utterance("Rivers bend.", low)) != engine_process.speak(
        Utterance("Rivers bend.", usual)
    )
