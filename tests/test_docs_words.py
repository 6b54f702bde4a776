"""docs/words.md says what the program does: each example in its tables is said as it tells."""

import re
from pathlib import Path

import pytest

from podcast.text.homographs import tagger
from podcast.text.lexicon import Lexicon
from podcast.text.reading import read_essay
from podcast.text.script import write_script
from podcast.voicing.reading_aloud import TextReader

PAGE = (Path(__file__).parent.parent / "docs" / "words.md").read_text("utf-8")
_LANGUAGE = re.compile(r"^### [^\n]*\(`([a-z-]+)`\)$|^## (English)$", re.MULTILINE)
_ROW = re.compile(r"^\| `([^`\n]+)` \| ([^|\n]+) \|$", re.MULTILINE)
_SOUNDS = re.compile(r"^\| `([^`\n]+)` \| ([^|\n]+) \| /([^/\n]+)/ \|$", re.MULTILINE)
_MARKS = re.compile(r"`([^`\n]*(?:ipa|say|ph|alias)=[^`\n]*)`")


def examples():
    parts = _LANGUAGE.split(PAGE)[1:]
    for stated, english, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        yield from ((stated or ("en-us" if english else ""), *row) for row in _ROW.findall(text))


EXAMPLES = list(examples())


@pytest.mark.parametrize(("language", "written", "said"), EXAMPLES, ids=[written for _, written, _ in EXAMPLES])
def test_an_example_is_said_as_the_page_tells(language, written, said):
    assert TextReader(Lexicon(), language).form(written).text == said


def test_every_language_with_rules_has_examples():
    languages = {language.partition("-")[0] for language, _, _ in EXAMPLES}
    assert languages == {"en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "ru"}
    assert len(EXAMPLES) > 70


@pytest.mark.skipif(not tagger.tags(["a"])[0], reason="hibari isn't installed here")
@pytest.mark.parametrize(("written", "word", "ipa"), _SOUNDS.findall(PAGE))
def test_a_word_of_two_sounds_has_those_of_its_sentence(written, word, ipa):
    form = TextReader(Lexicon(), "en-us").form(written)
    assert (word, ipa) in [(form.text[one.start : one.end], one.ipa) for one in form.expansions]


@pytest.mark.parametrize("mark", sorted({mark for mark in _MARKS.findall(PAGE) if mark.startswith(("[", "*", "<"))}))
def test_a_mark_that_the_page_shows_is_one(mark):
    [segment] = write_script(read_essay(f"The {mark} pipe bends.".encode(), "a.md"), says_title=True).segments
    [place] = segment.pronounced
    assert segment.text[place.start : place.end] in ("lead", "Nguyen")
    assert place.ipa == "lɛd" or place.say == "win"
