"""What the two files say, judged by webvtt-py, which reads both."""

import io
import re
from html import unescape

import pytest
import webvtt as webvtt_py
from hypothesis import given, settings
from hypothesis import strategies as st

from feed.captions import subrip, webvtt
from feed.passages import Passage, TimedWord

TEXT = (
    "The river had been there before the town, and the town before the road; nobody asked which would leave first. "
    "“Rivers,” he said, “don’t leave — they only forget where they were going.”"
)


def say(text, start_ms=0, speaker="Narrator", *, ms_per_char=60, is_timed=True):
    words = tuple(
        TimedWord(*word.span(), start_ms + word.start() * ms_per_char, start_ms + word.end() * ms_per_char)
        for word in re.finditer(r"\w+(?:’\w+)*", text)
    )
    return Passage(text, speaker, "paragraph", 0, 0, start_ms, start_ms + len(text) * ms_per_char, words, is_timed)


DIALOGUE = [say(TEXT), say("More & <b>more</b>.", 20_000), say("Who?", 30_000, "Ada"), say("I.", 40_000)]


def read_vtt(text):
    return list(webvtt_py.WebVTT.from_string(text, strict=True))


def read_srt(text):
    return list(webvtt_py.WebVTT.from_buffer(io.StringIO(text), format="srt")) if text else []


def times(captions):
    return [(caption.start_time.in_milliseconds(), caption.end_time.in_milliseconds()) for caption in captions]


def shown(caption):
    """What a listener reads of a WebVTT cue."""
    return [unescape(line) for line in caption.text.split("\n")]


def characters(text):
    """Without white space, which captions fold, and control characters and their like, which they can't hold."""
    text = re.sub(r"\s", "", text)
    return re.sub("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", "", text)


def test_both_files_tell_the_text_and_nothing_else():
    text = " ".join(passage.text for passage in DIALOGUE)
    vtt = [line for caption in read_vtt(webvtt(DIALOGUE)) for line in shown(caption)]
    assert " ".join(vtt) == text
    srt = [line for caption in read_srt(subrip(DIALOGUE)) for line in caption.lines]
    assert re.sub("(Narrator|Ada): ", "", " ".join(srt)) == text


def test_webvtt_names_the_speaker_of_every_cue():
    voices = [caption.voice for caption in read_vtt(webvtt(DIALOGUE))]
    assert set(voices[:-2]) == {"Narrator"}
    assert voices[-2:] == ["Ada", "Narrator"]


def test_subrip_names_the_speaker_where_it_changes():
    firsts = [caption.lines[0] for caption in read_srt(subrip(DIALOGUE))]
    named = [line.partition(":")[0] for line in firsts if ":" in line]
    assert named == ["Narrator", "Ada", "Narrator"]
    assert firsts[-2:] == ["Ada: Who?", "Narrator: I."]


def test_subrip_of_one_speaker_names_nobody():
    assert ":" not in "".join(caption.text for caption in read_srt(subrip(DIALOGUE[:2])))


def test_a_long_name_leaves_room_for_what_is_said():
    captions = read_srt(subrip([*DIALOGUE, say(TEXT, 50_000, "Augusta Ada King, Countess of Lovelace")]))
    assert all(len(line) <= 32 for caption in captions for line in caption.lines)
    assert "Augusta Ada King, Countess of…:" in [line for caption in captions for line in caption.lines]


@pytest.mark.parametrize("speaker", ["A > B\n\nC", "<b>A</b>", "--> Tom & Jerry", "\x00", ""])
def test_a_speakers_name_breaks_no_cue(speaker):
    passages = [say("One word.", 0, speaker), say("Two words.", 5000, "Other")]
    assert [shown(caption) for caption in read_vtt(webvtt(passages))] == [["One word."], ["Two words."]]
    assert len(read_srt(subrip(passages))) == 2


def test_only_estimated_times_are_called_so():
    assert "NOTE" not in webvtt(DIALOGUE)
    estimated = webvtt([*DIALOGUE, say("Perhaps.", 50_000, is_timed=False)])
    comments = webvtt_py.WebVTT.from_string(estimated).header_comments
    assert comments == ["Times of words are estimated: the engine tells none."]
    assert times(read_vtt(estimated))[:-1] == times(read_vtt(webvtt(DIALOGUE)))


def test_times_are_right_after_hours_and_days():
    passages = [say("A.", start_ms) for start_ms in (0, 3_600_000, 3_723_999, 360_000_001)]
    starts = [0, 3_600_000, 3_723_999, 360_000_001]
    assert [start for start, _ in times(read_vtt(webvtt(passages)))] == starts
    assert [start for start, _ in times(read_srt(subrip(passages)))] == starts
    assert "\n100:00:00.001 --> 100:00:00.061\n" in webvtt(passages)
    assert "\n01:02:03,999 --> 01:02:04,059\n" in subrip(passages)


def test_cues_of_subrip_are_numbered_from_one():
    numbers = re.findall(r"^(\d+)\n\d\d:", subrip(DIALOGUE), re.MULTILINE)
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert len(numbers) > 5


def test_an_episode_without_words_has_files_without_cues():
    assert read_vtt(webvtt([])) == []
    assert subrip([]) == ""
    assert read_vtt(webvtt([say(" \n\x00 ")])) == []


HOSTILE = st.text(
    st.characters(exclude_categories=())
    | st.sampled_from("->&<\n\r\x0b\x85\u2028\x00\ud800 \u200b\u202e\u0301\u200d🎧河流，。"),
    min_size=1,
    max_size=150,
) | st.sampled_from(
    [
        *("-->", "a-->b", "--\x00>", "1\n00:00:00,000 --> 1", "\n\n", "<script>alert(1)</script>", "&amp;"),
        *("NOTE\n\nSTYLE", "x" * 10_000, "-->" * 50, "- " * 400, "河流，" * 200),
        *("\u202e\u2066" * 50, "\u0301" * 200, "🎧\u200d" * 60),
    ]
)


@st.composite
def hostile_passages(draw):
    """Words anywhere: without length, of white space only, across punctuation; or none at all."""
    passages, now_ms = [], draw(st.sampled_from([0, 3_599_000, 360_000_000]))
    for text in draw(st.lists(HOSTILE, min_size=1, max_size=3)):
        count = 2 * draw(st.integers(0, 6))
        edges = sorted(draw(st.lists(st.integers(0, len(text)), min_size=count, max_size=count)))
        steps = draw(st.lists(st.sampled_from([0, 0, 1, 250, 400, 9000]), min_size=count, max_size=count))
        moments = [now_ms := now_ms + step for step in steps]
        words = zip(edges[::2], edges[1::2], moments[::2], moments[1::2], strict=True)
        start_ms, now_ms = (moments or [now_ms])[0], now_ms + draw(st.sampled_from([0, 5000]))
        timed = tuple(TimedWord(*word) for word in words)
        passages.append(Passage(text, draw(st.sampled_from(["A", "B"])), "frame", 0, -1, start_ms, now_ms, timed))
    return passages


@settings(deadline=None)  # speed has a test of its own
@given(hostile_passages())
def test_whatever_the_text_is_every_character_is_told_in_order_and_in_time(passages):
    vtt, srt = read_vtt(webvtt(passages)), read_srt(subrip([*passages[:1]]))
    told = "".join(line for caption in vtt for line in shown(caption))
    assert characters(told) == characters("".join(passage.text for passage in passages))
    assert characters("".join(caption.raw_text for caption in srt)) == characters(passages[0].text)
    for captions, line_chars in ((vtt, 65), (srt, 32), (read_srt(subrip(passages)), 32)):
        for caption in captions:
            lines = shown(caption) if captions is vtt else caption.lines
            assert len(lines) <= 2
            assert all(line.strip() and len(line) <= line_chars for line in lines)
        moments = [moment for pair in times(captions) for moment in pair]
        assert moments == sorted(moments)
        assert all(start < end for start, end in times(captions))


@settings(deadline=None)  # speed has a test of its own
@given(hostile_passages())
def test_both_files_can_be_saved(passages):
    for text in (webvtt(passages), subrip(passages)):
        assert text.encode().decode() == text
        assert "\r" not in text
        assert all(
            line.count("-->") == bool(re.match(r"\d\d+:\d\d:\d\d.\d{3} --> ", line)) for line in text.split("\n")
        )
