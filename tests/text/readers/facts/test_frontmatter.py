"""Facts above the text, as libraries and as people write them."""

import subprocess
import sys
import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from podcast.text.partition import partition_faults
from podcast.text.readers.facts.frontmatter import read_front_matter
from podcast.text.readers.markdown.reader import read_markdown
from podcast.text.reading import read_essay

LONG = "Why rivers bend, and what a river that is made to run straight does to all who live beside it — à la longue"


def read(front):
    essay = read_markdown(f"---\n{front}---\nText.", "essay.md")
    assert [block.text for block in essay.blocks] == ["Text."]
    assert not partition_faults(essay)
    return essay


def spaced(text):
    return " ".join(text.split())


def facts_of(text):
    return st.text(text, min_size=1, max_size=120).filter(spaced)


SIGNS = facts_of(st.characters(exclude_categories=("Cs", "Cn", "Cc"))) | facts_of("ab :#-'\"[]{}\n\\é—&*!%@`|>")


@given(SIGNS, st.lists(SIGNS, min_size=1, max_size=3), st.booleans(), st.integers(20, 80), st.booleans(), st.booleans())
def test_what_a_library_writes_is_read(title, people, allow_unicode, width, flow, sort_keys):
    facts = {"title": title, "authors": people, "tags": people, "zone": {"Ω": [title]}}
    essay = read(
        yaml.safe_dump(facts, allow_unicode=allow_unicode, width=width, default_flow_style=flow, sort_keys=sort_keys)
    )
    assert essay.title == spaced(title)
    assert essay.author == ", ".join(map(spaced, people))
    assert essay.tags == tuple(map(spaced, people))


@pytest.mark.parametrize(
    "written",
    [
        '"title": "caf\\xE9 owner"\n',
        "'title': 'café owner'  # quoted\n",
        '"title": "caf\\\n  \\xE9 owner"\n',
        "title: >-\n  café\n  owner\n",
        "title: |\n  café owner\n",
        "title: café\n  owner\n",
        "# by hand\n\ntitle: café owner\n",
        "{title: café owner, layout: post}\n",
        '{"title": "caf\\u00e9 owner"}\n',
        "? title\n: café owner\n",
        "wörter: 2\ntitle: café owner\n",
        "word count: 2\ntitle: café owner\n",
        "base: &t café owner\ntitle: *t\n",
    ],
)
def test_yaml_in_all_its_forms(written):
    assert read(written).title == "café owner"


@pytest.mark.parametrize(
    "written",
    [
        "authors: [Jane Doe, Bob]\n",
        "authors:\n- Jane Doe\n- 'Bob'\n",
        "authors:\n  - name: Jane Doe\n    url: x\n  - {name: Bob}\n",
        "author: {name: 'Jane Doe, Bob', url: 'https://example.org'}\n",
    ],
)
@pytest.mark.parametrize("title", ["Why", "Why: a story"])
def test_authors(title, written):
    assert read(f"title: {title}\n{written}").author == "Jane Doe, Bob"


def test_a_key_that_a_library_refuses_harms_no_other():
    written = yaml.safe_dump({"author": "Zoë Åkesson", "description": LONG, "tags": ["é", "a: b"]})
    essay = read(f"title: Rivers: a story\n{written}")
    assert (essay.title, essay.author, essay.description) == ("Rivers: a story", "Zoë Åkesson", LONG)
    assert essay.tags == ("é", "a: b")


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Rivers: a story", "Rivers: a story"),
        ('"Rivers', '"Rivers'),
        ("'Rivers", "'Rivers"),
        ("'It's a river'", "It's a river"),
        ('"Why" is a question', '"Why" is a question'),
        ("[Draft] Rivers", "[Draft] Rivers"),
        ("*Rivers* and lakes", "*Rivers* and lakes"),
        ("!wow", "!wow"),
        ("&Sons and daughters", "&Sons and daughters"),
        ("@rivers", "@rivers"),
        ("% of rivers  # or so", "% of rivers"),
        ("\n  Rivers: a story", "Rivers: a story"),
    ],
)
def test_a_title_as_people_write_it(written, title):
    essay = read(f'title: {written}\nauthor: Jane\ndescription: 9"\n')
    assert (essay.title, essay.author, essay.description) == (title, "Jane", '9"')


@pytest.mark.parametrize("end", ["...\n", "---\n", "...\n---\n", "---"])
def test_what_ends_it(end):
    source = f"---\ntitle: Why\n{end}"
    assert read_front_matter(f"{source}\nText.", "essay.md")[1] == len(source.rstrip("\n"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_however_it_is_encoded(encoding):
    essay = read_essay("---\r\ntitle: 'Déjà vu'\r\ntags:\r\n- é\r\n---\r\n\r\nText.".encode(encoding), "essay.md")
    assert (essay.title, essay.tags) == ("Déjà vu", ("é",))
    assert [block.text for block in essay.blocks] == ["Text."]


@pytest.mark.parametrize("text", ['"No," she said: no.', "A rule: be brief.", "{sic}", "'Tis: so", "? Why"])
def test_a_rule_above_a_paragraph_is_a_rule(text):
    assert read_front_matter(f"---\n{text}\n\n---\nMore.", "essay.md")[1] == 0


@pytest.mark.parametrize(
    "front",
    [
        "title: " + "[" * 10_000,
        "title: Why: " + "[" * 10_000,
        "title: " + "{a: " * 10_000,
        "title: Why\ntags:\n " + "- " * 10_000,
        "title: Why\n" + "\n".join(" " * depth + "a:" for depth in range(300)),
        "title: &a [x]\n" + "".join(f"a{n}: &a{n} [{'*a, ' * 9}]\n" for n in range(99)),
        "title: Why\n" + "tags: b\n" * 125_000,
        "title: Why\n" + "tags: b: c\n" * 5_900,
        "title: Why\n" + "tags: [" + "a, " * 20_000 + "]: b",
        'title: "' + "x" * 60_000,
        "title: " + "'" * 60_000,
        "title: " + '"\\' * 30_000,
        "tags: [" + "'," * 30_000,
    ],
)
def test_nothing_costs_more_than_a_second(front, patient):
    begun_s = time.process_time()
    essay, length = read_front_matter(f"---\n{front}\n---\nText.", "essay.md")
    assert time.process_time() - begun_s < patient(1)
    assert bool(essay.title or essay.tags) == bool(length)


@pytest.mark.parametrize(("source", "is_loaded"), [("Text.", False), ("+++\ntitle = 'A'\n+++\nText.", False)])
def test_no_yaml_is_loaded_where_there_is_none(source, is_loaded):
    program = (
        "import sys; from podcast.text.reading import read_essay; "
        f"read_essay({source.encode()!r}, 'essay.md'); print('yaml' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert told.strip() == str(is_loaded)
