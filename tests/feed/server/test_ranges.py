"""Range headers as RFC 9110, section 14, has them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feed.server.ranges import MOST_SPANS, multipart, spans


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("bytes=0-0", (range(1),)),
        ("bytes=0-99", (range(100),)),
        ("bytes=0-1000", (range(100),)),
        ("bytes=0-" + "9" * 40, (range(100),)),
        ("bytes=40-", (range(40, 100),)),
        ("bytes=-1", (range(99, 100),)),
        ("bytes=-1000", (range(100),)),
        ("BYTES = 1-2", (range(1, 3),)),
        ("bytes=50-59, 0-9", (range(50, 60), range(10))),
        ("bytes=0-9,,100-", (range(10),)),
    ],
)
def test_spans_that_are_there(header, found):
    assert spans(header, 100) == found


@pytest.mark.parametrize("header", ["bytes=100-", "bytes=100-200", "bytes=-0", "bytes=500-600,-0"])
def test_nothing_that_is_there(header):
    assert spans(header, 100) == ()


@pytest.mark.parametrize(
    "header",
    [
        *(
            "",
            "bytes",
            "bytes=",
            "bytes=,",
            "bytes=-",
            "lines=0-1",
            "bytes=2-1",
            "bytes=a-b",
            "bytes=0-1,x",
            "bytes=٣-٤",
        ),
        *("bytes=0-" + "9" * 5000, "bytes=0-99,0-0", "bytes=" + ",".join(["0-0"] * (MOST_SPANS + 1))),
    ],
)
def test_what_is_ignored(header):
    assert spans(header, 100) is None


def test_an_empty_file_has_no_part():
    assert spans("bytes=0-", 0) == spans("bytes=-5", 0) == ()


@given(st.text("bytes=0123456789-, ", max_size=40), st.integers(0, 60))
def test_a_span_lies_in_the_file_whatever_is_asked(text, size_bytes):
    for span in spans("bytes=" + text, size_bytes) or ():
        assert 0 <= span.start < span.stop <= size_bytes


def test_several_spans_are_separated_by_the_boundary():
    body = multipart([range(2), range(5, 9)], 10, "audio/mpeg", "XYZ")
    assert [part for part in body if isinstance(part, range)] == [range(2), range(5, 9)]
    texts = b"|".join(part for part in body if isinstance(part, bytes))
    assert texts.count(b"--XYZ\r\nContent-Type: audio/mpeg\r\nContent-Range: bytes ") == 2
    assert b"bytes 5-8/10" in texts
    assert texts.endswith(b"\r\n|--XYZ--\r\n")
