import pytest

from podcast.text.lexicon.ipa import normalised, not_ipa


@pytest.mark.parametrize(
    ("written", "ipa"),
    [
        ("ˈwʊstɚ", "ˈwʊstɚ"),
        ("/'wʊstɚ/", "ˈwʊstɚ"),
        ("[ˈwʊstɚ]", "ˈwʊstɚ"),
        (" ɔːɹ \n dɜːɹv ", "ɔːɹ dɜːɹv"),
        ("go:", "ɡoː"),
        ("c\u0327a", "ça"),
        ("/", "/"),
    ],
)
def test_dictionaries_write_it_in_several_ways(written, ipa):
    assert normalised(written) == ipa


@pytest.mark.parametrize("ipa", ["ˈwʊstɚ", "t͡ʃiːz", "vɛ̃", "ɑ̃ʃɑ̃te", "ˈiçː", "ma˥˩", "kʰɐ̯ˑ.ə‿n̩", "/ˌfoʊ.təˈɡɹæf/", "ãõ"])
def test_the_alphabet(ipa):
    assert not_ipa(ipa) == []


@pytest.mark.parametrize(
    ("text", "foreign"),
    [("w3:st@", ["3", "@"]), ("Win", ["W"]), ("wîn!", ["!"]), ("win[[", ["["]), ("вин", list("вин"))],
)
def test_what_is_not_of_it(text, foreign):
    assert not_ipa(text) == foreign
