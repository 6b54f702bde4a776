"""What a writer is told about voices, and when not."""

import pytest

from podcast.voicing.advice import advice
from voices.engine import Engine
from voices.speech import Voice
from voices.suggestions import suggested

HEART = Voice("hibari", "heart", "en-us")


def robot(language):
    return Voice("espeak_ng", language, language)


@pytest.mark.parametrize("language", ["en-us", "en", "en-au", "EN-US"])
def test_a_neural_voice_of_the_essay_s_own_accent_needs_none(language):
    assert advice(HEART, language, is_chosen=False) == ()


def test_a_british_essay_is_told_how_to_get_a_british_voice():
    [told] = advice(HEART, "en-gb", is_chosen=False)
    assert "podcast voices add hibari:emma" in told
    assert "en-us" in told
    assert advice(Voice("hibari", "emma", "en-gb"), "en-gb", is_chosen=False) == ()


@pytest.mark.parametrize(("language", "name"), [("de", "piper:de_DE"), ("de-at", "piper:de_DE"), ("fr", "kokoro:ff_")])
def test_another_language_is_told_which_neural_voice_it_could_have(language, name):
    [told] = advice(robot(language), language, is_chosen=False)
    assert f"podcast voices add {name}" in told


def test_where_there_is_none_that_is_said():
    [told] = advice(robot("ja"), "ja", is_chosen=False)
    assert "podcast voices add" not in told
    assert "ja" in told


def test_a_neural_voice_of_another_language_needs_none():
    assert advice(Voice("hibari", "x", "de"), "de", is_chosen=False) == ()


@pytest.mark.parametrize("language", ["en-gb", "de", "ja", "en-us"])
def test_who_has_chosen_is_told_nothing(language):
    assert advice(robot(language), language, is_chosen=True) == ()


def test_where_the_neural_voice_cannot_run_it_is_said_why(monkeypatch):
    absent = Engine("hibari", modules=("no_such_module",), remedy="Install it.")
    known = {"hibari": absent}
    monkeypatch.setattr("podcast.voicing.advice.engine", lambda name: known.get(name) or Engine(name))
    [told] = advice(robot("en-us"), "en-us", is_chosen=False)
    assert "no_such_module" in told
    assert "Install it." in told


def test_suggestions_are_voices_of_engines_that_there_are():
    for language in ("en-gb", "de", "fr", "es-419", "pt-br", "it", "nl", "pl", "sv", "uk", "zh"):
        assert suggested(language).partition(":")[0] in ("hibari", "piper", "kokoro")
    assert suggested("tlh") == ""


@pytest.mark.parametrize(("is_there", "install"), [(True, False), (False, True)])
def test_an_engine_that_is_not_there_has_to_be_installed_first(is_there, install, monkeypatch):
    """hibari comes with the package; Piper only for who asked for it."""
    absent = Engine("any", modules=("no_such_module",), languages=("en",), is_neural=True)
    present = Engine("any", is_neural=True)
    robots = {"espeak_ng": Engine("espeak_ng")}
    monkeypatch.setattr(
        "podcast.voicing.advice.engine", lambda name: robots.get(name) or (present if is_there else absent)
    )
    [told] = advice(robot("de"), "de", is_chosen=False)
    assert ("pip install 'podcast-producer[piper]'" in told) == install
    [told] = advice(HEART, "en-gb", is_chosen=False)
    assert "pip install" not in told
