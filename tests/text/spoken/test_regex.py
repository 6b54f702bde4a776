import gc
import re
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

import podcast.text
from podcast.text.spoken.regex import Later, regex


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


def test_each_of_the_rules_can_be_compiled():
    """Nothing else would tell before a text needs it."""
    for module in walk_packages(podcast.text.__path__, "podcast.text."):
        import_module(module.name)
    patterns = [found for found in gc.get_objects() if type(found) is Later and found._arguments[0] != "("]
    assert len(patterns) > 100
    for pattern in patterns:
        assert re.compile(*pattern._arguments).pattern == pattern.pattern


SOURCES = [
    file for package in ("podcast", "voices", "feed") for file in (Path(__file__).parents[3] / package).rglob("*.py")
]


@pytest.mark.parametrize("source", SOURCES, ids=lambda file: file.stem)
def test_no_group_is_repeated_possessively(source):
    """CPython before 3.11.5 finds too little then (gh-106052), Debian 12's is one. An atomic group says the same."""
    assert not re.findall(r"(?<!\\)\)(?:[*+?]|\{+[\d,]*\}+)\+[^,]", source.read_text("utf-8"))
