import pytest

from voices.casting import DEFAULT_PROFILES, UnknownVoiceError, cast, casting, default_profile, find, profiles
from voices.rosters import Rosters
from voices.speech import InstalledVoice, Roster, Utterance

HEART, NARRATOR = (profiles()[name] for name in DEFAULT_PROFILES)


def test_the_default_profile_comes_first():
    assert next(iter(profiles())) == DEFAULT_PROFILES[0]
    assert len(profiles()) >= 4


@pytest.mark.parametrize("profile", profiles().values(), ids=lambda profile: profile.name)
def test_every_profile_speaks(profile, engine_processes, rosters):
    assert engine_processes(profile.driver).speak(Utterance("Rivers bend.", cast(profile, rosters))).samples
    assert profile.description


@pytest.mark.parametrize("name", ["en-gb-x-rp", "EN-GB-x-RP", "de", "en-us+Annie", "en-us+annie"])
def test_any_voice_of_the_engine_can_be_found(name, engine_process, rosters):
    voice = cast(find(name, rosters), rosters)
    assert voice.id.lower() == name.lower()
    assert engine_process.speak(Utterance("Rivers bend.", voice)).samples


def test_a_voice_can_be_found_by_its_language(rosters):
    assert cast(find("en-gb", rosters), rosters).language == "en-gb"


@pytest.mark.parametrize(
    ("name", "near"),
    [("naratorr", "narrator"), ("en-uss", "en-us"), ("en-us+Anie", "en-us+Annie")],
)
def test_an_unknown_name_names_the_nearest(name, near, rosters):
    with pytest.raises(UnknownVoiceError) as failure:
        find(name, rosters)
    assert near in failure.value.nearest


@pytest.mark.parametrize(
    ("language", "tag"),
    [
        ("", "en-us"),
        ("en", "en-us"),
        ("en-au", "en-us"),
        ("en-gb", "en-gb"),
        ("de", "de"),
        ("de-at", "de"),
        ("zh", "cmn"),
        ("zh-cn", "cmn"),
        ("no", "nb"),
        ("PT_br", "pt-br"),
    ],
)
def test_the_language_picks_the_voice(language, tag, rosters):
    voice = cast(NARRATOR, rosters, language)
    assert voice.language == tag
    assert voice.rate_wpm == NARRATOR.rate_wpm
    assert voice.id.partition("+")[2] == NARRATOR.variant


def test_a_voice_that_was_asked_for_keeps_its_accent_in_its_language_only(rosters):
    british = find("en", rosters)
    assert cast(british, rosters, "en-us", keep_accent=True).language == "en-gb"
    assert cast(british, rosters, "de", keep_accent=True).language == "de"


def test_a_language_that_nobody_speaks_is_an_error(rosters):
    with pytest.raises(UnknownVoiceError, match="tlh"):
        cast(NARRATOR, rosters, "tlh")


def system(*voices):
    return Rosters({"sapi5": Roster(voices)}.__getitem__, "sapi5")


def test_an_engine_that_is_named_is_the_only_one_that_is_asked():
    other = system(InstalledVoice("Zira", "Zira", ("en-us",)))
    assert find("zira", other).driver == "sapi5"
    assert default_profile(other).voice == "Zira"
    for name in DEFAULT_PROFILES:
        with pytest.raises(UnknownVoiceError):
            find(name, other)


@pytest.mark.parametrize(
    ("name", "driver", "voice"),
    [
        ("heart", "hibari", "heart"),
        ("hibari:heart", "hibari", "heart"),
        ("Hibari:HEART", "hibari", "heart"),
        ("heart+deep", "hibari", "heart"),
        ("espeak_ng:en-us", "espeak_ng", "en-us"),
        ("en-us", "espeak_ng", "en-us"),
        ("de", "espeak_ng", "de"),
        ("narrator", "espeak_ng", "en-us"),
    ],
)
def test_a_name_is_looked_for_in_every_engine(name, driver, voice, rosters):
    found = find(name, rosters)
    assert (found.driver, found.voice) == (driver, voice)


@pytest.mark.parametrize("name", ["espeak_ng:heart", "nonesuch:heart", "hibari:", ":heart", "heart+Annie"])
def test_a_voice_is_looked_for_only_where_it_is_said_to_be(name, rosters):
    with pytest.raises(UnknownVoiceError):
        find(name, rosters)


@pytest.mark.parametrize("language", ["fr", "de", "ja", "es-419", "cmn"])
def test_what_an_english_engine_cannot_speak_another_does(language, rosters, engine_processes):
    speaking, voice = casting(HEART, rosters, language)
    assert voice.language.startswith(language[:2])
    assert speaking.pauses_ms == HEART.pauses_ms
    assert engine_processes(voice.driver).speak(Utterance("Rien", voice)).samples


def test_an_english_essay_of_another_region_is_read_by_the_voice_that_there_is(rosters):
    assert cast(HEART, rosters, "en-gb") == cast(HEART, rosters, "en-us")


NET = (InstalledVoice("alba", "Alba", ("en-gb",)), InstalledVoice("tom", "Tom", ("de",)))


def test_a_neural_voice_of_the_accent_or_of_the_language_stands_in_for_a_neural_one(rosters, monkeypatch):
    from voices import rosters as rosters_module
    from voices.engine import Engine, engines

    net = Engine("net", is_neural=True, roster=lambda: Roster(NET))
    everyone = {**engines(), "net": net}
    for module in ("voices.rosters", "voices.casting", "voices.engine"):
        monkeypatch.setattr(f"{module}.engines", lambda: everyone)
        monkeypatch.setattr(f"{module}.engine", everyone.__getitem__)
    both = Rosters({"espeak_ng": rosters.of("espeak_ng")}.__getitem__)
    assert rosters_module.can_run(net)
    assert cast(HEART, both, "en-gb").id == "alba"
    assert cast(HEART, both, "en-us").id == "heart"
    assert cast(HEART, both, "de").id == "tom"
    assert cast(HEART, both, "de").rate_wpm == HEART.rate_wpm
    assert cast(HEART, both, "fr").driver == "espeak_ng"
    assert cast(NARRATOR, both, "de").driver == "espeak_ng"  # a robot that was asked for stays one


def test_a_profile_of_an_engine_that_cannot_run_says_why(rosters, monkeypatch):
    from voices.engine import Engine, engines

    everyone = {**engines(), "hibari": Engine("hibari", modules=("no_such_module",), remedy="Install it.")}
    for module in ("voices.rosters", "voices.casting", "voices.engine"):
        monkeypatch.setattr(f"{module}.engines", lambda: everyone)
        monkeypatch.setattr(f"{module}.engine", everyone.__getitem__)
    there = Rosters({"espeak_ng": rosters.of("espeak_ng")}.__getitem__)
    assert there.names == ("espeak_ng",)
    assert default_profile(there) == NARRATOR
    for name in ("heart", "hibari:heart"):
        with pytest.raises(UnknownVoiceError, match=r"no_such_module.*Install it\."):
            find(name, there)
