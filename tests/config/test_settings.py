"""What settings say that no single key does."""

from dataclasses import fields

import pytest

from podcast.config.settings import CastSettings, PauseSettings, Settings, SoundSettings, VoiceSettings
from podcast.config.validate import UNSET
from podcast.text.roles import Roles


@pytest.mark.parametrize(("stereo", "channels", "bitrate_kbps"), [(False, 1, 64), (True, 2, 128)])
def test_a_bitrate_that_is_not_set_is_that_of_so_many_channels(stereo, channels, bitrate_kbps):
    settings = Settings(sound=SoundSettings(stereo=stereo))
    assert (settings.channels, settings.bitrate_kbps) == (channels, bitrate_kbps)
    assert Settings(sound=SoundSettings(stereo=stereo, bitrate_kbps=96)).bitrate_kbps == 96


def test_who_speaks_in_any_essay_is_no_speaker_of_a_script():
    cast = dict.fromkeys(("narrator", "announcer", "quote", "HOST"), CastSettings())
    assert Settings(cast=cast).speakers == {"HOST"}
    assert Settings(cast=cast, roles=Roles(heading="HOST", quotation="narrator")).speakers == {"announcer", "quote"}


def test_another_narrator_is_nobody_s_in_particular():
    cast = {"Narrator": CastSettings(voice="june", pitch=20), "HOST": CastSettings(voice="clara")}
    settings = Settings(voice=VoiceSettings("ruth", rate_wpm=150), cast=cast).narrated_by("sol")
    assert settings.voice == VoiceSettings("sol", rate_wpm=150)
    assert settings.cast == {"Narrator": CastSettings(pitch=20), "HOST": CastSettings(voice="clara")}


def test_a_voice_and_a_manner_that_are_not_set_are_left_to_others():
    assert VoiceSettings() == VoiceSettings("", "", 0, UNSET, UNSET)
    assert CastSettings() == CastSettings("", 0, UNSET, UNSET, 0)


def test_a_pause_that_is_not_set_is_the_profile_s():
    assert {getattr(PauseSettings(), one.name) for one in fields(PauseSettings)} == {UNSET}
