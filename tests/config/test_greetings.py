"""Which words greet, and in which language: what is stated stays, and the rest is the show's language's own."""

from dataclasses import replace

import pytest

from feed.ownwords import TAGS, own_words
from podcast.config.greetings import greetings_of
from podcast.config.load import load_settings
from podcast.config.settings import GreetingSettings, Settings, ShowSettings
from podcast.text.template import BLANKS, blanks_of, fill

ENGLISH = greetings_of(Settings())


def of(language, **greetings):
    texts = {name: GreetingSettings(text=text) for name, text in greetings.items()}
    return greetings_of(replace(Settings(), show=ShowSettings(language=language), **texts))


def test_what_nobody_states_is_in_the_language_of_the_show():
    assert of("de").welcome == of("de-at").welcome == own_words("de").welcome
    assert of("pt-br").sign_off == own_words("pt-br").sign_off
    assert of("hu").welcome == ENGLISH.welcome


@pytest.mark.parametrize("text", ["Willkommen!", "", ENGLISH.welcome])
def test_what_is_stated_stays_even_if_it_is_the_english_default(text, tmp_path):
    assert of("de", opening=text).welcome == text
    (tmp_path / "podcast.toml").write_text(f'[show]\nlanguage = "de"\n[opening]\ntext = "{text}"\n', "utf-8")
    told = greetings_of(load_settings(tmp_path / "podcast.toml"))
    assert told.welcome == text
    assert told.sign_off == own_words("de").sign_off


def test_an_essay_in_another_language_is_greeted_in_that_of_the_show():
    assert of("de").languages("de-at") == ("", "")
    assert of("de").languages("en-us") == ("de", "de")
    assert of("de", closing="Tschüss.").languages("fr") == ("de", "de")
    assert of("de", closing="").languages("fr") == ("de", "")
    assert of("hu").languages("hu") == ("en", "en")


def test_a_text_of_a_show_that_states_no_language_is_in_that_of_the_essay():
    assert of("en-us", opening="Willkommen!").languages("de") == ("", "en-us")


@pytest.mark.parametrize("tag", TAGS)
def test_every_language_greets_with_and_without_an_author(tag):
    facts = {"show": "Delta", "title": "Alpha", "author": "Omega"}
    for template in (own_words(tag).welcome, own_words(tag).sign_off):
        assert set(blanks_of(template)) == {"show", "title", "author"} <= set(BLANKS)
        assert all(fact in fill(template, facts) for fact in facts.values())
        alone = fill(template, facts | {"author": ""})
        assert "Delta" in alone
        assert "Omega" not in alone
        assert len(alone) < len(fill(template, facts)) - len("Omega")
