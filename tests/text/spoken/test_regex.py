import re

import pytest

from podcast.text.spoken.regex import regex


def test_a_pattern_is_used_as_a_compiled_one():
    pattern = regex(r"(\d)x", re.IGNORECASE)
    assert [found[1] for found in pattern.finditer("1X 2x")] == ["1", "2"]
    assert pattern.sub("y", "1X") == "y"
    assert pattern.pattern == r"(\d)x"
    assert pattern.flags & re.IGNORECASE


def test_it_is_compiled_when_it_is_used():
    broken = regex("(")
    with pytest.raises(re.error):
        broken.search("x")
