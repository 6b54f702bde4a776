"""How passages are cut into cues: with the words' times, where the language has an end, in lines that balance."""

import re
import time
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feed.captions.cues import cues
from feed.passages import Passage, TimedWord


def say(text, ms_per_char=60, start_ms=0, word=r"\w+(?:[’-]\w+)*"):
    words = tuple(
        TimedWord(*found.span(), start_ms + found.start() * ms_per_char, start_ms + found.end() * ms_per_char)
        for found in re.finditer(word, text)
    )
    return Passage(text, "Narrator", "paragraph", 0, 0, start_ms, start_ms + len(text) * ms_per_char, words)


def texts(passage, line_chars=32):
    return ["/".join(cue.lines) for cue in cues([passage], line_chars)]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("It rains.", ["It rains."]),
        (
            "It rained all night in the town. By morning the bridge was gone.",
            ["It rained all night in the town./By morning the bridge was gone."],
        ),
        (
            "It rained all night in the whole of the old town. By noon the bridge was gone.",
            ["It rained all night/in the whole of the old town.", "By noon the bridge was gone."],
        ),
        (
            "The river had been there before the town, and the town before the long road.",
            ["The river had been there/before the town,", "and the town/before the long road."],
        ),
        (
            "He looked at the wide and slow water which had carried his boats for years",
            ["He looked at the wide/and slow water", "which had carried/his boats for years"],
        ),
    ],
)
def test_a_cue_ends_where_the_language_has_an_end(text, cut):
    assert texts(say(text)) == cut


def test_a_title_before_a_name_ends_no_sentence():
    text = "Nobody in the town had ever seen or heard of the old Dr. Watson before that day."
    assert not [cue for cue in texts(say(text)) if cue.endswith("Dr.")]


def test_no_word_is_left_alone_at_the_end():
    for count in range(8, 40):
        *_, last = texts(say(" ".join(["river"] * count)))
        assert " " in last or "/" in last


def test_lines_are_balanced():
    (cue,) = cues([say("nobody asked which of them would leave the old town first")], 65)
    assert cue.lines == ("nobody asked which of them would leave the old town first",)
    (cue,) = cues([say("nobody asked which of them would leave the old town")], 32)
    first, second = cue.lines
    assert abs(len(first) - len(second)) < 8


def test_verse_keeps_its_lines():
    verse = "Tyger Tyger,\nburning bright,\nIn the forests of the night;\nWhat immortal hand or eye"
    assert texts(say(verse)) == [
        "Tyger Tyger,/burning bright,",
        "In the forests of the night;/What immortal hand or eye",
    ]


def test_punctuation_stays_with_its_word():
    found = texts(say("“Well” — he said — (as always) “we will see”… ¿No? ‘Yes’!" * 3))
    edges = [(cue[0], cue[-1]) for cue in "/".join(found).replace("/", "|/|").split("|") if cue != "/"]
    assert not [first for first, _ in edges if first in "—)”…!"]
    assert not [last for _, last in edges if last in "(“¿‘"]


def test_a_cue_lasts_from_its_first_word_to_its_last():
    passage = say("“One”, two.", start_ms=500)
    (cue,) = cues([passage], 32)
    assert (cue.start_ms, cue.end_ms) == (passage.words[0].start_ms, passage.words[-1].end_ms)


@pytest.mark.parametrize(("gap_ms", "end_ms"), [(299, 3299), (300, 3000), (0, 3000)])
def test_only_a_short_gap_in_a_passage_is_closed(gap_ms, end_ms):
    words = (TimedWord(0, 32, 0, 3000), TimedWord(33, 65, 3000 + gap_ms, 9000))
    first, second = cues([Passage("x" * 32 + " " + "y" * 32, "A", "paragraph", 0, 0, 0, 9000, words)], 32)
    assert (first.end_ms, second.start_ms) == (end_ms, 3000 + gap_ms)


def test_a_gap_between_passages_stays():
    first, second = cues([say("One."), say("Two.", start_ms=300)], 32)
    assert (first.end_ms, second.start_ms) == (180, 300)


def test_a_word_longer_than_a_line_is_cut_and_timed_by_its_characters():
    first, second = cues([say("x" * 96, ms_per_char=10)], 32)
    assert [first.lines, second.lines] in ([("x" * 32, "x" * 32), ("x" * 32,)], [("x" * 32,), ("x" * 32, "x" * 32)])
    assert first.end_ms == second.start_ms == 10 * len("".join(first.lines))


def test_a_sentence_without_spaces_is_cut_after_its_punctuation():
    sentence = "河流在城镇之前就已经存在，城镇又在道路之前存在；没有人问过它们之中哪一个会首先离开。"
    for line_chars in (32, 65):
        found = texts(say(sentence * 3, 250, word="[^。]+。"), line_chars)
        assert all(cue[-1] in "，；。" for cue in found)
        assert "".join(found).replace("/", "") == sentence * 3


def test_a_sentence_that_an_engine_took_for_one_word_still_makes_short_cues():
    found = list(cues([say("河流在城镇之前就已经存在，城镇又在道路之前存在。", 400, word=".+")], 65))
    assert [cue.lines for cue in found] == [("河流在城镇之前就已经存在，",), ("城镇又在道路之前存在。",)]


def test_an_arrow_gets_a_space_and_ends_no_cue():
    assert texts(say("a-->b --> -->")) == ["a-- >b -- > -- >"]


def test_words_without_a_length_are_shown_one_after_another():
    text = " ".join(["word"] * 50)
    words = tuple(TimedWord(found.start(), found.end(), 700, 700) for found in re.finditer("word", text))
    found = list(cues([Passage(text, "A", "paragraph", 0, 0, 700, 700, words)] * 2, 32))
    assert all(one.end_ms <= other.start_ms for one, other in pairwise(found))
    assert all(700 <= cue.start_ms < cue.end_ms < 750 for cue in found)


def test_a_passage_without_word_times_is_spread_over_its_time():
    text = "It rained all night in the town. " * 10
    found = list(cues([Passage(text, "A", "frame", 0, -1, 1000, 31_000, ())], 32))
    assert (found[0].start_ms, len(found)) == (1000, 5)
    assert all(5500 < cue.end_ms - cue.start_ms < 6500 for cue in found)


@st.composite
def ordinary(draw):
    """A passage of words with punctuation, each of some length, with pauses between."""
    texts = draw(st.lists(st.from_regex(r"[“(]?[a-z]{1,14}[,.;]?[”)]?( —)?", fullmatch=True), min_size=1, max_size=60))
    spans, at, now_ms = [], 0, draw(st.integers(0, 10_000))
    for text in texts:
        found = re.search("[a-z]+", text)
        end_ms = now_ms + draw(st.integers(1, 900))
        spans.append(TimedWord(at + found.start(), at + found.end(), now_ms, end_ms))
        now_ms, at = end_ms + draw(st.sampled_from([0, 0, 100, 600])), at + len(text) + 1
    return Passage(" ".join(texts), "A", "paragraph", 0, 0, spans[0].start_ms, now_ms, tuple(spans))


@given(ordinary(), st.sampled_from([32, 65]))
def test_words_are_whole_and_heard_while_they_are_shown(passage, line_chars):
    said = iter(passage.words)
    for cue in cues([passage], line_chars):
        held = [next(said) for _ in re.findall("[a-z]+", " ".join(cue.lines))]
        assert re.findall("[a-z]+", " ".join(cue.lines)) == [passage.text[word.start : word.end] for word in held]
        assert cue.start_ms == held[0].start_ms
        assert 0 <= cue.end_ms - held[-1].end_ms < 300
        assert held[-1].end_ms - held[0].start_ms <= 7000 or len(held) == 1
    assert next(said, None) is None


@given(st.lists(ordinary(), min_size=2, max_size=3))
def test_no_cue_has_words_of_two_paragraphs(passages):
    passages = [replace(passage, block=number) for number, passage in enumerate(passages)]
    together = [cue.lines for cue in cues(passages, 32)]
    assert together == [cue.lines for passage in passages for cue in cues([passage], 32)]


def in_parts(sentence, parts, *, gap_ms=60, **changes):
    """A sentence that was cut, as one is around words in another language, with a gap in the sound at each cut."""
    shift_ms, found = 0, []
    for text in parts:
        at = sentence.index(text)
        found.append(replace(say(text, start_ms=at * 60 + shift_ms), **changes))
        shift_ms += gap_ms
    return found


def test_a_sentence_in_two_voices_is_one_to_read():
    sentence = "She said only “Guten Morgen”, and left."
    parts = in_parts(sentence, ["She said only", "“Guten Morgen”,", "and left."])
    assert [cue.lines for cue in cues(parts, 65)] == [(sentence,)]
    (cue,) = cues(parts, 65)
    assert (cue.start_ms, cue.end_ms) == (parts[0].words[0].start_ms, parts[-1].words[-1].end_ms)


def test_a_cut_at_a_dash_leaves_no_space():
    parts = in_parts("The proof—quod erat—was long.", ["The proof—", "quod erat", "—was long."])
    assert [cue.lines for cue in cues(parts, 65)] == [("The proof—quod erat—was long.",)]


@pytest.mark.parametrize(
    "changes", [{"block": -1}, {"gap_ms": 600}, {"words": ()}], ids=["no paragraph", "a pause", "no times"]
)
def test_what_is_not_one_sentence_without_a_pause_stays_apart(changes):
    parts = in_parts("She said Guten Morgen", ["She said", "Guten Morgen"], **changes)
    assert len(list(cues(parts, 65))) == 2


@pytest.mark.parametrize("text", ["word " * 6000, "x" * 30_000, "a-" * 15_000, "河流，" * 10_000])
def test_thirty_thousand_characters_are_quick(text):
    passage, started = say(text), time.process_time()
    assert sum(len(line) for cue in cues([passage], 65) for line in cue.lines) > 24_000
    assert time.process_time() - started < 4, "a quarter of a second is usual"
