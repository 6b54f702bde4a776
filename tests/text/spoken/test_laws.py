"""What holds for whatever is written, and whichever rules there are."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podcast.text.spoken import spoken
from podcast.text.spoken.rule import cuts_a_word

NUMBERS = st.one_of(
    st.integers(0, 3000).map(str),
    st.integers(0, 10**9).map("{:,}".format),
    st.decimals(0, 10000, places=2).map(str),
    st.sampled_from("007|1.000.000|½|3½|1/2|9/11|10²³|2nd|1990s|'90s|1e6|4x4|A380|B-52|10 000|12345,678".split("|")),
)
# Words are parted by "|", and an empty one is a choice too.
BEFORE = st.sampled_from(
    "||$|€|US$|-|−|#|No. |±|<|≥ |~|v|in |May |Nov. |AD |(|√|x = |.|ISBN |+|’|USD |Boeing ".split("|")
)
AFTER = st.sampled_from(
    (
        "||%| km|km/h| m| in|°C|°|bn| million|k|K|m|s|th| a.m.|pm| May| BC|)|'s|’|\"|′|x|²|+|¢| €| EUR| people|.|,|?|p|"
        "h30|/month| sq ft| ft 2 in|°N|‰| out| x"
    ).split("|")
)
BETWEEN = st.sampled_from(" | |, |-|–|—|/|:|.| x |×| + | = |<| - | to |\n|\u200b||,|=| in ".split("|"))
FORM = st.builds(lambda before, number, after: before + number + after, BEFORE, NUMBERS, AFTER)
WORD = st.sampled_from(
    ["people", "the", "x", "E", "a", "Chapter", "drôle", "e.g.", "No.", "COVID-", "$", "%", "[[", "CO2"]
)
#: What only some language reads: as many of them as there are rules of others.
OF_OTHERS = st.sampled_from(
    (
        "3. Oktober|am 3.10.2026|XIV.|Ludwig XIV.|14:05 Uhr|z. B.|usw.|XXe siècle|n° 5|M. Dupont|EE. UU.|siglo XXI|"
        "3.er|1.º|sig. Rossi|XX secolo|D. Maria I|às 14h05|R$ 5,60|bijv.|19e|om 14.05 uur|1800-talet|den 6 juni|"
        "Karl XII|kl. 14.05|15 sierpnia|w 1984 r.|XX w.|o 14:05|т. е.|5 июня|в 1984 г.|XX веке|21 %|2 т|5–10 km|1 Mio."
    ).split("|")
)
TEXTS = st.lists(st.tuples(FORM | WORD | OF_OTHERS, BETWEEN), max_size=5).map(
    lambda pairs: "".join(a + b for a, b in pairs)
)
DENSE = st.text(alphabet="0123456789019.,:/-–−+=×x<>%$€°'′\"½²sthkmapKMA eE()\n\u200b\u0301\u00a0", max_size=24)
LANGUAGES = st.sampled_from(["en-us", "en-us", "en-gb", "de", "fr", "es", "it", "pt-br", "nl", "pl", "sv", "ru", ""])
ANY = TEXTS | DENSE | st.text(max_size=60)


@settings(max_examples=300, deadline=None)
@given(ANY, LANGUAGES)
def test_what_is_said_is_said_the_same_when_it_is_read_again(written, language):
    once = spoken(written, language).text
    assert spoken(once, language).text == once


@settings(max_examples=150, deadline=None)
@given(ANY, LANGUAGES)
def test_no_letter_and_no_digit_is_lost(written, language):
    """Each is said as it stands, or lies in an expansion that has words in it, or is the mark of a footnote."""
    form = spoken(written, language)
    expanded = set()
    for one in form.expansions:
        if any(map(str.isalnum, form.text[one.start : one.end])) or one.rule == "footnote mark":
            expanded.update(range(one.written_start, one.written_end))
    verbatim = {origin for origin, said in zip(form.origin, form.text, strict=True) if written[origin] == said}
    lost = {index for index, sign in enumerate(written) if sign.isalnum() and index not in expanded | verbatim}
    assert not lost


@settings(max_examples=150, deadline=None)
@given(ANY, LANGUAGES)
def test_the_way_back_never_turns_and_never_leaves_the_text(written, language):
    form = spoken(written, language)
    assert len(form.origin) == len(form.text)
    assert list(form.origin) == sorted(form.origin)
    assert all(0 <= index < len(written) for index in form.origin)


@settings(max_examples=150, deadline=None)
@given(ANY)
def test_no_expansion_begins_or_ends_inside_of_a_word_of_letters(written):
    form = spoken(written, "en-us")
    for start, end in _joined([(one.written_start, one.written_end) for one in form.expansions]):
        assert not cuts_a_word(written, start, end)


def _joined(spans):
    """Expansions that touch are of one match, or of neighbours."""
    joined = []
    for start, end in sorted(spans):
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(categories=["Lu", "Ll", "Zs"]), max_size=80))
def test_a_text_without_numbers_and_signs_has_no_numbers_in_it(written):
    digits = re.compile(r"[0-9]")
    assert not digits.search(spoken(written, "en-us").text)


@pytest.mark.parametrize("language", ["", "en", "en-us", "de", "xx"])
def test_nothing_is_said_for_nothing(language):
    assert spoken("", language).text == ""
