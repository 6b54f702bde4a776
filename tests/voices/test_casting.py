import pytest

from voices.casting import DEFAULT_PROFILE, UnknownVoiceError, cast, find, profiles
from voices.speech import InstalledVoice, Roster, Utterance

NARRATOR = profiles()[DEFAULT_PROFILE]


def test_the_default_profile_comes_first():
    assert next(iter(profiles())) == DEFAULT_PROFILE
    assert len(profiles()) >= 4


@pytest.mark.parametrize("profile", profiles().values(), ids=lambda profile: profile.name)
def test_every_profile_speaks(profile, booth, roster):
    assert booth.speak(Utterance("Rivers bend.", cast(profile, roster))).samples
    assert profile.description


@pytest.mark.parametrize("name", ["en-gb-x-rp", "EN-GB-x-RP", "de", "en-us+Annie", "en-us+annie"])
def test_any_voice_of_the_engine_can_be_found(name, booth, roster):
    voice = cast(find(name, roster), roster)
    assert voice.id.lower() == name.lower()
    assert booth.speak(Utterance("Rivers bend.", voice)).samples


def test_a_voice_can_be_found_by_its_language(roster):
    assert cast(find("en-gb", roster), roster).language == "en-gb"


@pytest.mark.parametrize(
    ("name", "near"),
    [("naratorr", "narrator"), ("en-uss", "en-us"), ("en-us+Anie", "en-us+Annie")],
)
def test_an_unknown_name_names_the_nearest(name, near, roster):
    with pytest.raises(UnknownVoiceError) as failure:
        find(name, roster)
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
def test_the_language_picks_the_voice(language, tag, roster):
    voice = cast(NARRATOR, roster, language)
    assert voice.language == tag
    assert voice.rate_wpm == NARRATOR.rate_wpm
    assert voice.id.partition("+")[2] == NARRATOR.variant


def test_a_voice_that_was_asked_for_keeps_its_accent_in_its_language_only(roster):
    british = find("en", roster)
    assert cast(british, roster, "en-us", keep_accent=True).language == "en-gb"
    assert cast(british, roster, "de", keep_accent=True).language == "de"


def test_a_language_that_nobody_speaks_is_an_error(roster):
    with pytest.raises(UnknownVoiceError, match="tlh"):
        cast(NARRATOR, roster, "tlh")


def test_a_profile_belongs_to_its_engine():
    other = Roster((InstalledVoice("Zira", "Zira", ("en-us",)),))
    assert find("zira", other, "sapi5").driver == "sapi5"
    with pytest.raises(UnknownVoiceError):
        find(DEFAULT_PROFILE, other, "sapi5")
