"""What espeak-ng takes for commands in plain text is text, wherever it stands: in an essay, a title, a lexicon."""

import re

import numpy as np
import pytest

from podcast.text.lexicon import Lexicon, LexiconEntry
from podcast.text.spoken import spoken
from voices.speech import Phonemes, Utterance

#: \x01, a number, and what it is of: pitch, speed, range, reverberation, tone, volume, flutter, sayas, voice …
COMMANDS = [f"\x01{number}{letter}" for letter in "PSRHTIVAFMCXYZBEK" for number in ("9", "99", "+50", "-3", "")]
MARKS = [
    *(
        "[[w'Ust3]]",
        "[[",
        "[[[[a]]]]",
        "[\x00[w'Ust3]]",
        "[\u200b[w'Ust3]]",
        "[\u00ad[a]]",
        "_^_de",
        "(_^_)fr",
        "_:",
        "%%",
    ),
    *("<break time='9s'/>", "<prosody rate='x-fast'>", "<voice name='de'>", "</speak>", "<audio src='/etc/passwd'/>"),
    *("&#1;9S", "&#x01;9S", "&lt;voice&gt;", "\\pit=20\\", "\x1b[1m", "\x00", "\x0e", "\x90", "\u0530", "\u0557"),
    *(
        "\ue000",
        "\ue070",
        "\uf800",
        "\ufffe",
        "\ufeff",
        "\u2028",
        "\x85",
        "\x0b",
        "\u202e",
        "\U000e0041",
        "\ufff9a\ufffa",
    ),
]
COMMAND = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]|\[\[")


def manner(take):
    """Of the last three words: how long, how loud, how high."""
    pcm = np.frombuffer(take.pcm, "<i2")[take.words[-3].start_sample :].astype(float)
    return np.array([len(pcm), np.sqrt((pcm**2).mean()), np.count_nonzero(np.diff(np.sign(pcm)))])


@pytest.fixture(scope="module")
def strangeness(engine_process, voice):
    """How far from its usual manner the voice is behind some signs. What stands before changes it by a tenth."""
    usual = manner(engine_process.speak(Utterance("One two x. Three more words.", voice)))

    def strangeness(text):
        return np.abs(manner(engine_process.speak(Utterance(text, voice))) / usual - 1).max()

    return strangeness


@pytest.mark.parametrize("signs", ["\x019S", "\x0199T", "\x019A", "\x0199F", "\x01+50Y"])
def test_the_engine_would_obey_them(signs, strangeness):
    assert strangeness(f"One two {signs}. Three more words.") > 0.2


@pytest.mark.drill
def test_none_changes_how_the_rest_is_said(strangeness, extent, record_property):
    signs = [*COMMANDS, *MARKS][:: extent(short=3, whole=1)]
    odd = {one: far for one in signs if (far := strangeness(said(f"One two {one}. Three more words."))) > 0.15}
    assert odd == {}
    record_property("drill", f"{len(signs)} commands of espeak-ng in plain text: none was obeyed")


def said(text):
    form = spoken(text, "en-us", Lexicon.of([LexiconEntry("x", "x")]).rules("en-us"))
    assert not COMMAND.search(form.text)
    return form.text


@pytest.mark.parametrize("signs", ["\x019S", "[[w'Ust3]]", "[\x00[w'Ust3]]", "\x01+50Y[["])
@pytest.mark.parametrize("expands", [True, False])
def test_a_lexicon_gives_no_commands_either(signs, expands):
    rules = Lexicon.of([LexiconEntry("Vin", f"win{signs}")]).rules("en-us")
    assert not COMMAND.search(spoken("Ask Vin now.", "en-us", rules, expands=expands).text)


def test_sounds_stay_sounds_in_a_clause_that_is_longer_than_the_engine_s_buffer(engine_process, voice):
    """It cuts such a clause at any sign that is no letter; behind the cut it spelled them."""
    for length in range(640, 800, 20):
        before = ("one two " * 200)[:length].rstrip()
        text, start = f"{before} Vin end", len(before) + 1
        told = Phonemes(start, start + 3, "wɪn ˈwʊstɚ kɪŋdəm")
        longer = engine_process.speak(Utterance(text, voice, (told,))).samples
        assert longer - engine_process.speak(Utterance(text, voice)).samples < 22_050 * 2.0


@pytest.mark.parametrize("count", [10, 100, 400])
def test_many_words_of_ipa_take_a_time_that_grows_with_them(count, engine_process, voice):
    take = engine_process.speak(Utterance("Vin", voice, (Phonemes(0, 3, " ".join(["ˈwʊstɚ"] * count)),)))
    assert 8000 < take.samples / count < 14_000
