"""Sentences of phonemes, shared out among their words."""

from itertools import pairwise

import pytest

from voices.nets.alignment import stretches


@pytest.mark.parametrize(
    ("whole", "alone", "expected"),
    [
        ("ɪnðə ɡˈɑːɹdən.", ["ɪn", "ðə", "ɡˈɑːɹdən."], ["ɪn", "ðə ", "ɡˈɑːɹdən."]),
        ("ðɪ ˈæpəl, ɡˈɹiːn", ["ðə", "ˈæpəl,", "ɡɹˈiːn"], ["ðɪ ", "ˈæpəl, ", "ɡˈɹiːn"]),
        ("nˈaɪntiːn ˈeɪɾi fˈɔːɹ wʌz", ["nˈaɪntiːnhˈʌndɹɪd ˈeɪɾi fˈɔːɹ", "wˈʌz"], ["nˈaɪntiːn ˈeɪɾi fˈɔːɹ ", "wʌz"]),
        ("həlˈoʊ", ["həlˈoʊ"], ["həlˈoʊ"]),
        ("bʌt bʌt bʌt", ["bˈʌt"] * 3, ["bʌt ", "bʌt ", "bʌt"]),
    ],
)
def test_each_word_gets_its_own_sounds_and_the_marks_behind_them(whole, alone, expected):
    assert [whole[begin:end] for begin, end in stretches(whole, alone)] == expected


def test_together_they_are_the_whole_however_strange_the_words():
    found = stretches("ɹˈɪvɚz bˈɛnd.", ["xyz", "", "bˈɛnd", "ˈoʊ"])
    assert found[0][0] == 0
    assert found[-1][1] == 13
    assert all(first[1] == second[0] for first, second in pairwise(found))


def test_no_words_have_no_stretches():
    assert stretches("a", []) == []
