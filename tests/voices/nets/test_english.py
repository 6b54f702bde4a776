"""English text to misaki's letters, by hibari's own rules, each word at its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voices.misaki import LETTERS
from voices.nets.english import English
from voices.speech import Phonemes, SpeechError


@pytest.fixture(scope="module")
def english():
    return English()


def by_word(english, text, phonemes=()):
    return {text[piece.start : piece.end]: piece.letters for piece in english.pieces(text, phonemes)}


def test_each_word_stands_where_it_is_written(english):
    text = "She read it: “I can’t,” he'd said — twice-told, in 1984."
    pieces = english.pieces(text)
    assert [piece.start for piece in pieces] == sorted(piece.start for piece in pieces)
    words = {text[piece.start : piece.end] for piece in pieces}
    assert {"She", "read", "it", "can’t", "he'd", "said", "twice-told"} <= words


def test_parts_of_speech_decide(english):
    assert by_word(english, "She will read it.")["read"] != by_word(english, "Yesterday she read it.")["read"]
    assert by_word(english, "People use tools.")["use"].endswith("z")
    assert by_word(english, "It is of no use.")["use"].endswith("s")


def test_sounds_that_are_given_win_and_leave_the_rest_alone(english):
    plain = by_word(english, "Ask Nguyen about it.")
    told = by_word(english, "Ask Nguyen about it.", [Phonemes(4, 10, "ˈwɪn")])
    assert told["Nguyen"] == "wˈɪn" != plain["Nguyen"]
    assert {word: letters for word, letters in told.items() if word != "Nguyen"} == {
        word: letters for word, letters in plain.items() if word != "Nguyen"
    }


def test_sounds_may_stand_for_several_words_or_a_part_of_one(english):
    assert by_word(english, "the Ness Point tower", [Phonemes(4, 14, "ˈnɛs ˈpɔɪnt")])["Ness Point"] == "nˈɛs pˈYnt"
    assert "ˈɑlfə" in "".join(by_word(english, "an α-test", [Phonemes(3, 4, "ˈɑlfə")]).values())


def test_links_and_the_normaliser_s_guesses_stay_out(english):
    assert "hˈI" not in english.letters("[river](/hˈI/)")
    assert english.letters("in May") == english.letters("in  May".replace("  ", " "))


@pytest.mark.parametrize("text", ["He said 日本 twice.", "שלום", "the word สวัสดี"])
def test_what_nobody_here_can_read_is_refused_by_name(text, english):
    with pytest.raises(SpeechError, match=r"日本|שלום|สวัสดี"):
        english.pieces(text)


@pytest.mark.parametrize("text", ["★", "☃ ☂", "😀", "∮", "₿", "⚖️"])
def test_a_sign_without_a_sound_is_said_by_its_name(text, english):
    assert len(english.letters(text)) > 3


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("1" * 400, "1" * 200),
        ("x" * 300, "x" * 100),
        ("Donaudampfschifffahrtsgesellschaftskapitän", "Donaudampfschiff"),
    ],
)
def test_long_words_and_numbers_are_said_to_their_ends(long, short, english):
    assert len(english.letters(long)) > 1.5 * len(english.letters(short))


def test_letters_with_marks_are_read(english):
    for word in ("Škoda", "naïve", "Łódź", "Đặng", "Ærø", "œuvre", "ǃ"[:0] or "Þór"):
        assert english.letters(word)


@given(st.text(alphabet=st.characters(max_codepoint=0x24F, exclude_categories=["Cc", "Cs"]), max_size=40))
def test_nothing_of_a_latin_text_is_dropped_or_out_of_order(text):
    english = _shared()
    pieces = english.pieces(text)
    assert set("".join(piece.letters for piece in pieces)) <= LETTERS | {" "}
    assert [piece.start for piece in pieces] == sorted(piece.start for piece in pieces)
    assert all(0 <= piece.start <= piece.end <= len(text) for piece in pieces)


_KEPT = []


def _shared():
    """Hypothesis takes no fixture of a module."""
    if not _KEPT:
        _KEPT.append(English())
    return _KEPT[0]
