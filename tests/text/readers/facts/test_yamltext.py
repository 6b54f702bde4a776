"""What YAML libraries write is read back, as text; what would cost too much is not."""

import time

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from podcast.text.readers.facts.yamltext import read_yaml

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cn")), max_size=40)
TEXTS = (
    WORDS
    | st.text("ab :#-'\"[]{},\n\\é—日&*!%@`", max_size=60)
    | st.from_regex("[a-zé ]{60,200}", fullmatch=True)
    | st.sampled_from(["no", "012", "2024-05-01", "~", "null", "1:30", "---", "...", "- a", "? b", "<<", "="])
)
KEYS = st.sampled_from(["title", "author", "tags", "Über"]) | TEXTS
VALUES = TEXTS | st.lists(TEXTS | st.dictionaries(KEYS, TEXTS, max_size=3), max_size=4)


@given(
    st.dictionaries(KEYS, VALUES, min_size=1, max_size=5),
    st.booleans(),
    st.integers(20, 80),
    st.booleans(),
    st.booleans(),
)
def test_what_pyyaml_writes_is_read_back(facts, allow_unicode, width, default_flow_style, sort_keys):
    written = yaml.safe_dump(
        facts, allow_unicode=allow_unicode, width=width, default_flow_style=default_flow_style, sort_keys=sort_keys
    )
    assume(yaml.load(written, yaml.BaseLoader) == facts)  # it makes a space of U+0085 itself
    assert read_yaml(written) == facts


def test_all_scalars_are_text():
    written = "a: no\nb: 012\nc: 2024-05-01\nd: 1.50\ne: ~\nf:\n1: x\ng: !!int 7\n"
    read = {"a": "no", "b": "012", "c": "2024-05-01", "d": "1.50", "e": "", "f": "", "1": "x", "g": "7"}
    assert read_yaml(written) == read


def test_of_a_key_that_is_there_twice_the_last_counts():
    assert read_yaml("a: 1\nb: 2\na: 3") == {"a": "3", "b": "2"}


def test_a_value_may_be_named_and_stand_again():
    shared = ["x", "y"]
    assert read_yaml(yaml.safe_dump({"a": shared, "b": shared})) == {"a": shared, "b": shared}


def test_emoji_as_json_escapes_them():
    assert read_yaml('{"title": "\\ud83d\\ude00 \\ud83d"}') == {"title": "😀 \ufffd"}


def test_no_tag_does_anything(tmp_path):
    there = tmp_path / "there"
    assert read_yaml(f"a: !!python/object/apply:os.mkdir ['{there}']") == {"a": [str(there)]}
    assert not there.exists()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing",
        "Some prose",
        "- a\n- b",
        "title: Rivers: a story",
        'title: "Rivers',
        'title: "Rivers\nauthor: Jane\nsize: 9"',
        "title: !wow a river",
        "title: &Sons and daughters",
        "title: *bold*",
        "title: *bold",
        "title:\tRivers",
        "[a, b]: c",
        "{a: b}: c",
        '"\\Uffffffff": a',
        "a: &a [*a]",
        "a: b\n--- c",
        "%YAML 1.1",
        "a: \x01",
    ],
)
def test_what_is_no_yaml_or_was_not_meant_as_any(text):
    assert read_yaml(text) is None


BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12)
)


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 10_000 + "]" * 10_000,
        "a: " + "{b: " * 8_000,
        "a:\n " + "- " * 10_000,
        "? " * 10_000,
        "\n".join(" " * depth + "a:" for depth in range(200)),
        BOMB + "b: *a11",
        "a: &a " + "x" * 30_000 + "\nb: [" + "*a, " * 500 + "]",
        "a: b\n" * 250_000,
        "a: " + "x" * 1_000_000,
    ],
    ids=["lists", "mappings", "items", "keys", "indents", "bomb", "long", "lines", "text"],
)
def test_what_costs_too_much_is_refused_at_once(text, patient):
    begun_s = time.process_time()
    assert read_yaml(text) is None
    assert time.process_time() - begun_s < patient(1)


def test_the_longest_that_is_read_takes_less_than_a_second(patient):
    begun_s = time.process_time()
    assert read_yaml("tags: [" + "a, " * 10_900 + "]")
    assert time.process_time() - begun_s < patient(1)


@pytest.mark.parametrize("nothing", ["null", "Null", "~", ""])
def test_what_a_template_left_empty_is_empty_and_in_quotation_marks_a_word(nothing):
    assert read_yaml(f"author: {nothing}\ntitle: x") == {"author": "", "title": "x"}
    assert read_yaml(f"author: '{nothing}'") == {"author": nothing}
