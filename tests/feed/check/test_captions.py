"""Plain files are read here and others by webvtt-py: what both can read, they read alike."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feed.check.captions import JSON, SRT, VTT, Captions, plainly_told, read_captions, told_by_webvtt

TIMES = st.tuples(st.integers(0, 10**8), st.integers(0, 10**8))
ESCAPED = st.text("ab é—.1", max_size=60).map("&lt;{} &amp".format)
LINE = (ESCAPED | st.text("ab &;é—.1", min_size=1, max_size=70)).map(str.strip).filter(bool)
CUE = st.tuples(TIMES, st.sampled_from(["", "Ann", "Ada L."]), st.lists(LINE, min_size=1, max_size=3))
CUES = st.lists(CUE, min_size=1)


def clock(time_ms, point):
    hours, rest = divmod(time_ms, 3_600_000)
    return f"{hours:02}:{rest // 60_000:02}:{rest // 1000 % 60:02}{point}{rest % 1000:03}"


def vtt(cues):
    blocks = [
        f"{clock(start, '.')} --> {clock(end, '.')}\n{f'<v {voice}>' if voice else ''}" + "\n".join(lines)
        for (start, end), voice, lines in cues
    ]
    return "\n\n".join(["WEBVTT", *blocks]) + "\n"


def srt(cues):
    blocks = [
        f"{number}\n{clock(start, ',')} --> {clock(end, ',')}\n" + "\n".join(lines) + "\n"
        for number, ((start, end), _, lines) in enumerate(cues, start=1)
    ]
    return "\n".join(blocks)


@given(CUES)
def test_both_readers_read_plain_files_alike(cues):
    for text, media_type in ((vtt(cues), VTT), (srt(cues), SRT)):
        plain = plainly_told(text, media_type)
        assert plain is not None
        assert plain == told_by_webvtt(text, media_type)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("One", "<b>One</b>"),
        ("One", "-->"),
        ("WEBVTT\n\n", "WEBVTT\n\nSTYLE\n::cue { color: red }\n\n"),
        ("\n\n", "\n\n\n"),
        ("00:00:01.000 -->", "00:01.000 -->"),
        ("00:00:01.000 -->", "00:00:71.000 -->"),
        ("00:00:01.000 -->", "00:00:01,000 -->"),
        ("Ann>One.", "Ann>"),
        ("One.", "One.\r"),
    ],
)
def test_what_is_not_plain_is_left_to_the_other(old, new):
    text = vtt([((1000, 2000), "Ann", ["One."]), ((2000, 3000), "Ann", ["Two."])])
    assert plainly_told(text, VTT)
    assert plainly_told(text.replace(old, new), VTT) is None


@pytest.mark.parametrize(
    ("text", "is_json"),
    [
        ('{"a":[\n[1],\n[2]\n]}\n', True),
        ('{"a":[\n\n]}\n', True),
        ('{"a": [1,\n 2]}', True),
        ('["[",\n"]"]', True),
        ('[\n {\n  "a": 1\n }\n]', True),
        ('{"a":[\n{"b":\n1},\n{"b":2}\n]}', True),
        ('{"a":[\n1\n2\n]}', False),
        ('{"a":[\n1,\n]}', False),
        ('{"a":[\n1,\n2\n]', False),
        ('"[\n]"', False),
        ('{"a":[', False),
        ("", False),
    ],
)
def test_json_is_told_from_what_is_none(text, is_json):
    assert (read_captions(text.encode(), JSON) == Captions()) is is_json
    if is_json:
        json.loads(text)


def test_a_summary_tells_what_rules_ask():
    told = read_captions(vtt([((5, 4), "", ["One.", "Two"]), ((0, 9000), "B", ["&lt;b&gt;"])]).encode(), VTT)
    assert (told.is_ascending, told.is_lasting, told.last_ms) == (False, False, 9000)
    assert (told.most_lines, told.longest_line, told.has_cues, told.first_voice) == (2, 4, True, "")
