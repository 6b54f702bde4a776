"""What all drivers over nets of letters share, by hibari: it is the quickest."""

from dataclasses import replace

import pytest

from voices.speech import Phonemes, SpeechError, Utterance, Voice

HEART = Voice("hibari", "heart", "en-us")


@pytest.fixture(scope="module")
def hibari(engine_processes):
    return engine_processes("hibari")


def test_sounds_that_are_told_hold_across_what_looks_like_the_end_of_a_sentence(hibari):
    whole = hibari.speak(Utterance("Meet Dr. Hale now.", HEART, (Phonemes(5, 13, "ˈkæt"),)))
    short = hibari.speak(Utterance("Meet xyz now.", HEART, (Phonemes(5, 8, "ˈkæt"),)))
    assert whole.pcm == short.pcm


def test_a_sentence_has_the_same_bytes_wherever_it_stands(hibari):
    slow = replace(HEART, rate_wpm=20)  # slower than it goes, so that the words beside it don't change its tempo
    first, second = (hibari.speak(Utterance(text, slow)).pcm for text in ("He waited.", "Nobody came."))
    assert hibari.speak(Utterance("He waited. Nobody came.", slow)).pcm == first + second


def test_a_text_without_a_mark_at_its_end_gets_one(hibari):
    assert hibari.speak(Utterance("Yes", HEART)).pcm == hibari.speak(Utterance("Yes.", HEART)).pcm
    assert hibari.speak(Utterance("Yes", HEART)).pcm != hibari.speak(Utterance("Yes?", HEART)).pcm


def test_words_are_told_where_they_stand_in_the_text(hibari):
    text = "“He waited,” — she said. (Nobody came.)"
    words = hibari.speak(Utterance(text, HEART)).words
    assert [text[word.start : word.end] for word in words] == ["“He", "waited,”", "she", "said.", "(Nobody", "came.)"]
    assert len({word.start_sample for word in words}) == len(words)


def test_a_voice_that_is_not_there_is_refused(hibari):
    with pytest.raises(SpeechError, match="no voice named 'heart"):
        hibari.speak(Utterance("No.", Voice("hibari", "heart+nonesuch", "en-us")))
