import hashlib

import pytest

from podcast.episode.coverage import coverage
from podcast.episode.timeline import Placed, Timeline
from podcast.text.essay import Reason, Skip
from podcast.text.reading import read_essay
from podcast.text.script import Script, write_script
from voices.speech import Word
from voices.words import word_spans

SOURCE = """\
# Ponds

A pond is a [lake](https://example.org/lake) that
stopped pretending &mdash; so it is.

```
depth = patience
```

> It *forgets* that you came.
"""


def placed(script):
    """Every word takes 0.1 s, and a second lies between two segments."""
    at = 0
    for index, segment in enumerate(script.segments):
        at += 44_100
        spans = word_spans(segment.text)
        words = tuple(Word(*span, at + 4410 * n, at + 4410 * (n + 1)) for n, span in enumerate(spans))
        yield Placed(index, segment.text, at, at + 4410 * len(words), words, is_timed=True)
        at += 4410 * len(words)


@pytest.fixture
def essay():
    return read_essay(SOURCE.encode(), "ponds.md")


@pytest.fixture
def script(essay):
    return write_script(essay, says_title=True)


@pytest.fixture
def proof(essay, script):
    return coverage(essay.source, script, Timeline(tuple(placed(script)), 1000))


def fates(proof):
    return {SOURCE[span.start : span.end]: span for span in proof.spans}


def test_every_character_is_said_or_has_a_reason(proof):
    reached = 0
    for span in proof.spans:
        assert not SOURCE[reached : span.start].strip()
        assert reached <= span.start < span.end
        assert (span.start_ms is None) == (span.end_ms is None) == bool(span.reason)
        reached = span.end
    assert not SOURCE[reached:].strip()


def test_what_is_said_has_its_time(proof):
    found = fates(proof)
    assert (found["A pond is a "].start_ms, found["A pond is a "].end_ms) == (2100, 2500)
    assert (found["lake"].start_ms, found["lake"].end_ms) == (2500, 2600)
    assert found["forgets"].start_ms > found["lake"].end_ms


def test_what_is_not_said_has_its_reason(proof):
    found = fates(proof)
    assert found["](https://example.org/lake)"].reason == Reason.LINK_TARGET
    assert found["```\ndepth = patience\n```"].reason == Reason.CODE


def test_it_says_which_source_it_is_of(proof):
    assert proof.characters == len(SOURCE)
    assert proof.sha256 == hashlib.sha256(SOURCE.encode()).hexdigest()


def test_a_loss_is_a_fault_of_ours(essay, script):
    timeline = Timeline(tuple(placed(script)), 1000)
    without = Script(script.segments, tuple(skip for skip in script.skips if skip.reason is not Reason.CODE))
    with pytest.raises(RuntimeError, match="patience"):
        coverage(essay.source, without, timeline)
    with pytest.raises(RuntimeError, match="pond"):
        coverage(essay.source, script, Timeline(timeline.placed[:1], 1000))


def test_signs_without_words_have_an_instant(segment):
    script = Script((segment(text="“"),), (Skip("#", Reason.MARKUP, 2, 3),))
    proof = coverage("“ #", script, Timeline((Placed(0, "“", 4410, 8820, (), is_timed=False),), 10))
    assert [(span.start_ms, span.end_ms, span.reason) for span in proof.spans] == [
        (100, 100, ""),
        (None, None, "markup"),
    ]
