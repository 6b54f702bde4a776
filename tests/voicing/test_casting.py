"""Who says what, by the real engine's roster."""

from dataclasses import replace

import pytest

from podcast.config.load import load_settings
from podcast.config.settings import CastSettings, PauseSettings, Settings, ShowSettings, VoiceSettings
from podcast.errors import PodcastError
from podcast.voicing import casting
from podcast.voicing.casting import choose_cast, has_chosen, likely_engine
from voices.casting import profiles
from voices.engine import Engine, engine, engines
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


# --- which voice a role gets ----------------------------------------------------------------------------------------


def company(rosters, narrator, *roles, language="en-us"):
    """Who has which profile's or variant's voice, the narrator last."""
    found = ids(choose_cast(rosters, Settings(voice=VoiceSettings(narrator)), language, {(role, "") for role in roles}))
    return [found[role].partition("+")[2] for role in (*roles, "narrator")]


USUAL = ("announcer", "quote", "HOST", "GUEST")
CRISP, WARM, BRIGHT, DEEP, LOW, DARK = "crisp", "warm", "bright", "deep", "low", "dark"  # june ruth ivy amos sol –


@pytest.mark.parametrize(
    ("narrator", "voices"),
    [
        ("heart", [CRISP, WARM, DEEP, BRIGHT, ""]),
        ("june", ["", WARM, DEEP, BRIGHT, CRISP]),
        ("ruth", [CRISP, "", DEEP, BRIGHT, WARM]),
        ("amos", [CRISP, WARM, LOW, BRIGHT, DEEP]),
        ("ivy", ["", WARM, DEEP, CRISP, BRIGHT]),
    ],
)
def test_each_role_that_many_essays_have_gets_the_voice_that_was_found_for_it(narrator, voices, rosters):
    """Those that docs/voices.md measured; where the narrator has it, the next best."""
    assert company(rosters, narrator, *USUAL) == voices


def test_where_two_are_taken_the_third_is_given(rosters):
    cast = {"x": CastSettings("heart")}
    settings = Settings(voice=VoiceSettings("june"), cast=cast)
    assert ids(choose_cast(rosters, settings, "en-us", {("announcer", ""), ("x", "")}))["announcer"] == "heart+warm"
    settings = Settings(voice=VoiceSettings("ruth"), cast=cast)
    assert ids(choose_cast(rosters, settings, "en-us", {("quote", ""), ("x", "")}))["quote"] == "heart+low"


@pytest.mark.parametrize(
    ("narrator", "voices"),
    [("narrator", ["f2", "michel", "m6"]), ("clara", ["m6", "michel", "f2"]), ("fireside", ["f2", "m6", "michel"])],
)
def test_a_robot_has_robots_for_headings_and_quotations(narrator, voices, rosters):
    assert company(rosters, narrator, "announcer", "quote") == voices


@pytest.mark.parametrize(("narrator", "quote"), [("clara", "narrator"), ("narrator", "clara")])
def test_a_robot_whose_quotations_would_be_said_by_one_that_speaks_has_another(narrator, quote, rosters):
    settings = Settings(voice=VoiceSettings(narrator), cast={"x": CastSettings("fireside")})
    found = ids(choose_cast(rosters, settings, "en-us", {("quote", ""), ("x", "")}))["quote"]
    assert found == {"clara": "en-us+f2", "narrator": "en-us+m6"}[quote]


def test_of_many_roles_each_has_one_of_the_narrator_s_own_kind_while_there_are_any(rosters):
    many = [f"R{number}" for number in range(40)]
    robots = company(rosters, "narrator", *many)
    measured = {"m1", "f5", "Diogo", "Henrique", "f3", "m3", "f4", "m7", "m4", "f1"}
    assert measured | {"m6", "f2", "michel"} <= {*robots}
    assert {*company(rosters, "heart", *many)} == {"", CRISP, WARM, BRIGHT, DEEP, LOW, DARK}
    assert {*company(rosters, "heart", "R0", "R1")} == {DARK, LOW, ""}  # whom no other role is likely to want


# --- who will probably speak ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("settings", "language", "engine"),
    [
        (Settings(), "", "hibari"),
        (Settings(), "en-GB", "hibari"),
        (Settings(), "de", "espeak_ng"),
        (Settings(show=ShowSettings(language="fr-ca")), "", "espeak_ng"),
        (Settings(show=ShowSettings(language="fr-ca")), "EN", "hibari"),
        (Settings(voice=VoiceSettings(driver="sapi5", name="heart")), "", "sapi5"),
        (Settings(voice=VoiceSettings("narrator")), "", "espeak_ng"),
        (Settings(voice=VoiceSettings("sol")), "de", "hibari"),
        (Settings(voice=VoiceSettings("piper")), "", "piper"),
        (Settings(voice=VoiceSettings("heart"), cast={"Narrator": CastSettings("clara")}), "", "espeak_ng"),
        (Settings(voice=VoiceSettings("hibari:heart")), "", "hibari"),
        (Settings(voice=VoiceSettings("nobody:heart")), "", ""),
        (Settings(voice=VoiceSettings("Heart+dark")), "", "hibari"),
        (Settings(voice=VoiceSettings("en-us+m1")), "", "espeak_ng"),
    ],
)
def test_the_engine_that_will_be_wanted_is_known_before_anybody_is_asked(settings, language, engine):
    assert likely_engine(settings, language) == engine
    assert language or likely_engine(settings) == engine


def test_an_engine_that_can_t_run_will_not_be_wanted(monkeypatch):
    absent = {"hibari": Engine("hibari", modules=("no_such_module",), roster=engine("hibari").roster)}
    monkeypatch.setattr(casting, "engine", lambda name: absent.get(name) or engine(name))
    monkeypatch.setattr(casting, "engines", lambda: {**engines(), **absent})
    assert likely_engine(Settings()) == "espeak_ng"
    assert likely_engine(Settings(voice=VoiceSettings("Heart"))) == "espeak_ng"
    absent["espeak_ng"] = Engine("espeak_ng", modules=("no_such_module",))
    assert likely_engine(Settings()) == ""


@pytest.mark.parametrize(
    ("settings", "is_chosen"),
    [
        (Settings(), False),
        (Settings(cast={"HOST": CastSettings("clara")}), False),
        (Settings(voice=VoiceSettings("clara")), True),
        (Settings(voice=VoiceSettings(driver="espeak_ng")), True),
        (Settings(cast={"narrator": CastSettings("clara")}), True),
    ],
)
def test_it_is_known_whether_somebody_said_who_narrates(settings, is_chosen):
    assert has_chosen(settings) == is_chosen


# --- how a role speaks ----------------------------------------------------------------------------------------------


def test_what_is_said_of_the_narrator_alone_comes_before_what_is_said_of_the_voice(rosters):
    voice = VoiceSettings("narrator", rate_wpm=140, pitch=10, pitch_range=20)
    cast = {"Narrator": CastSettings(rate_wpm=150, pitch=30), "HOST": CastSettings(rate_wpm=160)}
    found = choose_cast(rosters, Settings(voice=voice, cast=cast), "en-us", SCRIPT)
    own, host, guest = (found[role, ""].voice for role in ("narrator", "HOST", "GUEST"))
    assert (own.rate_wpm, own.pitch, own.pitch_range) == (150, 30, 20)
    assert (host.rate_wpm, guest.rate_wpm) == (160, profiles()["narrator"].rate_wpm)
    assert guest.pitch != 10


def test_pauses_are_the_profile_s_unless_they_are_set(rosters):
    settings = Settings(voice=VoiceSettings("narrator"), pauses_ms=PauseSettings(paragraph=0, sentence=77))
    pauses = choose_cast(rosters, settings, "en-us", ())["narrator", ""].pauses
    assert pauses == replace(profiles()["narrator"].pauses_ms, paragraph=0, sentence=77)


@pytest.mark.parametrize("name", ["narrator", "heart"])
def test_a_profile_s_own_mastering_goes_with_its_voice(name, rosters):
    speaker = choose_cast(rosters, Settings(voice=VoiceSettings(name)), "en-us", ())["narrator", ""]
    assert dict(speaker.chain) == profiles()[name].chain
    assert (speaker.pan, speaker.is_at_home) == (0, True)


def test_where_no_voice_speaks_the_essay_s_language_that_is_refused(rosters):
    with pytest.raises(PodcastError, match="tlh"):
        choose_cast(rosters, Settings(), "tlh", ())


def test_the_narrator_of_another_language_is_of_an_engine_that_speaks_it(rosters):
    speaker = choose_cast(rosters, Settings(), "de", ())["narrator", ""]
    assert (speaker.voice.driver, speaker.voice.language, speaker.is_at_home) == ("espeak_ng", "de", True)
    assert speaker.pauses == profiles()["narrator"].pauses_ms != profiles()["heart"].pauses_ms


def test_a_profile_that_is_named_takes_its_manner_into_another_language(rosters):
    speaker = choose_cast(rosters, Settings(voice=VoiceSettings("clara")), "de", ())["narrator", ""]
    assert speaker.voice.id == "de+f2"
