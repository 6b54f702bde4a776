import pytest

from podcast.text.tomltext import read_toml


def test_it_is_toml():
    assert read_toml('[a]\nb.c = ["d", 1, 0.5]\n') == {"a": {"b": {"c": ["d", 1, 0.5]}}}


HOSTILE = {
    "brackets": "x = " + "[" * 100_000,
    "closed brackets": "x = " + "[" * 300 + "]" * 300,
    "inline tables": "x = " + "{a=" * 100_000,
    "digits": "x = " + "1" * 5001,
    "hexadecimal digits": "x = 0x" + "f" * 100_000,
    "more than 64 bits": "x = 9223372036854775808",
    "parts of a key": "a" + ".a" * 50_000 + " = 1",
    "quoted parts of a key": "'a b'" + ".'a b'" * 50_000 + " = 1",
    "parts of a table's name": "[" + "a." * 50_000 + "a]",
    "parts within": "x = {" + "a." * 50_000 + "a = 1}",
    "a control": 'x = "\0"',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_would_end_or_hang_the_reader_is_an_error(name):
    with pytest.raises(ValueError, match=r"."):
        read_toml(HOSTILE[name])


LONG = ["9223372036854775807", "-9223372036854775808", '"One. Two. ' + "a.b " * 200 + '"', "[[[[1]]]]"]


@pytest.mark.parametrize("text", LONG)
def test_what_is_only_long_is_read(text):
    assert "x" in read_toml(f"x = {text}")
