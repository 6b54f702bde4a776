import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feed.passages import Passage, TimedWord, from_file, from_json, seam, to_json

PASSAGE = Passage(
    text="Ä <river>\n& “ink” 🌊",
    speaker="Narrator",
    kind="paragraph",
    level=0,
    block=3,
    start_ms=1234,
    end_ms=5001,
    words=(TimedWord(0, 1, 1234, 2000), TimedWord(3, 8, 2100, 5001)),
    is_timed=False,
)

#: A high surrogate before a low one can't be told from the character that they make; both alone can.
ANY_TEXT = st.text(st.characters(exclude_categories=()), min_size=1, max_size=40).filter(
    lambda text: text == text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
)


@st.composite
def passages(draw):
    text = draw(ANY_TEXT)
    edges = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    times = sorted(draw(st.lists(st.integers(0, 10**9), min_size=len(edges), max_size=len(edges))))
    pairs = zip(edges[::2], edges[1::2], times[::2], times[1::2], strict=False)
    return Passage(
        text,
        draw(ANY_TEXT),
        draw(st.sampled_from(["heading", "paragraph", "frame"])),
        draw(st.integers(0, 6)),
        draw(st.integers(-1, 10**6)),
        draw(st.integers(0, 10**12)),
        draw(st.integers(0, 10**12)),
        tuple(TimedWord(*pair) for pair in pairs),
        draw(st.booleans()),
        draw(st.sampled_from(["", "de", "en-gb"])),
    )


@given(st.lists(passages(), max_size=3), st.binary(max_size=20))
def test_nothing_is_lost_on_the_way_to_a_file_and_back(said, bars):
    written = to_json(said, bars.hex()).encode()
    assert from_json(written.decode()) == (tuple(said), bars.hex())
    assert from_file(io.StringIO(written.decode())) == (tuple(said), bars.hex())


def test_surrogates_that_make_a_pair_keep_the_offsets_of_words():
    text = "\ud83d\ude00 word"
    ((passage,), _) = from_json(to_json([Passage(text, "", "frame", 0, -1, 0, 9, (TimedWord(3, 7, 0, 9),))]))
    word = passage.words[0]
    assert passage.text[word.start : word.end] == "word"


def test_the_file_is_a_transcript_of_the_podcast_namespace():
    transcript = json.loads(to_json([PASSAGE, PASSAGE], "00ff"))
    assert transcript["version"] == "1.0.0"
    segment = transcript["segments"][1]
    assert [segment[name] for name in ("speaker", "startTime", "endTime")] == ["Narrator", 1.234, 5.001]
    assert segment["body"] == PASSAGE.text
    assert segment["words"] == [[1234, 2000, 0, 1], [2100, 5001, 3, 8]]
    assert (segment["isTimed"], segment["block"], transcript["waveform"]) == (False, 3, "00ff")


def test_a_file_from_before_passages_had_languages_is_read():
    assert '"language"' not in to_json([PASSAGE])
    assert from_json(to_json([PASSAGE]))[0] == (PASSAGE,)


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [
        ("She said", "Guten Tag.", " "),
        ("The proof—", "quod erat", ""),
        ("quod erat", "—and so on", ""),
        ("The proof —", "quod erat", " "),
        ("quod erat", "— and so on", " "),
        ("and/", "or", ""),
        ("他说。", "你好", ""),
        ("他说", "Hello", " "),
    ],
)
def test_the_seam_of_two_parts_of_a_text(before, after, between):
    assert seam(before, after) == between


def test_a_segment_is_a_line():
    assert len(to_json([PASSAGE] * 5).splitlines()) == 7
    assert "“ink” 🌊" in to_json([PASSAGE])


def changed(**changes):
    transcript = json.loads(to_json([PASSAGE], "00ff"))
    transcript["segments"][0].update(changes)
    return json.dumps(transcript)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "3",
        "[" * 100_000,
        '{"version": "1.0.0", "segments": [{"startTime": 0, "body": "of another program"}], "waveform": ""}',
        to_json([]).replace("1.0.0", "2.0.0"),
        to_json([], "0g"),
        to_json([], "0"),
        changed(body=None),
        changed(startTime="0"),
        changed(startTime=float("nan")),
        changed(endTime=float("inf")),
        changed(startTime=True),
        changed(isTimed=1),
        changed(words=[[0, 1, 0]]),
        changed(words=[[0, 1, 0, 1.5]]),
        changed(words=[[0, 1, 2, 1000]]),
        changed(words=[[0, 1, -2, 1]]),
        changed(words=[7]),
    ],
)
def test_what_is_something_else_is_refused_in_a_sentence(text):
    with pytest.raises(ValueError, match=r"^This is no words\.json: .+\.$"):
        from_json(text)


def test_what_a_later_version_adds_is_passed_over():
    assert from_json(changed(mood="calm")) == ((PASSAGE,), "00ff")


def test_a_file_in_other_lines_is_read_too():
    for text in (changed(mood="calm"), json.dumps(json.loads(to_json([PASSAGE] * 2, "00ff")), indent=1), to_json([])):
        assert from_file(io.StringIO(text)) == from_json(text)


@pytest.mark.parametrize("lost", ["]}", "\n]}", ",", '"kind"', '{"version"'])
def test_a_file_that_lacks_something_is_refused(lost):
    with pytest.raises(ValueError, match=r"^This is no words\.json"):
        from_file(io.StringIO(to_json([PASSAGE] * 2, "00ff").replace(lost, "")))
