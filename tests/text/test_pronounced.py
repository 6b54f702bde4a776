"""Marks that say how one place sounds: what they look like, where they hold, and which are refused."""

import pytest

from podcast.errors import PodcastError
from podcast.text.lexicon import Lexicon, LexiconEntry
from podcast.text.partition import partition_faults
from podcast.text.pronounced import PronouncedPlace, rule_of, stated
from podcast.text.reading import read_essay
from podcast.text.script import write_script
from podcast.text.spoken import spoken

LEXICON = Lexicon((LexiconEntry("lead", "leed"), LexiconEntry("Nguyen", "win")))


def script_of(text, name="essay.md", **options):
    essay = read_essay(text.encode(), name)
    assert not partition_faults(essay)
    return write_script(essay, says_title=True, **options)


def marked(text, name="essay.md", **options):
    """The written words that are marked, with how they are said."""
    return [
        (segment.text[one.start : one.end], one.say or f"/{one.ipa}/")
        for segment in script_of(text, name, **options).segments
        for one in segment.pronounced
    ]


@pytest.mark.parametrize(
    "mark",
    [
        '[lead]{ipa="lɛd"}', "[lead]{ipa='lɛd'}", "[lead]{ipa=lɛd}", '[lead]{say="lɛd"}',
        '[lead]{.term ipa="lɛd" #x}', '[*lead*]{ipa="lɛd"}', '*lead*{: ipa="lɛd"}', '**lead**{ipa="lɛd"}',
        '[lead](https://example.org){ipa="lɛd"}', '`lead`{ipa="lɛd"}', '[ lead ]{ipa="lɛd"}',
        '<span data-ipa="lɛd">lead</span>', '<b data-say="lɛd">lead</b>',
        '<phoneme alphabet="ipa" ph="lɛd">lead</phoneme>',
    ],
)  # fmt: skip
def test_a_mark_in_markdown_says_its_place_and_is_not_said_itself(mark):
    text = f"The lead and the {mark} pipe."
    assert marked(text) == [("lead", "/lɛd/")]
    [segment] = script_of(text).segments
    assert "".join(segment.text.split()) == "Theleadandtheleadpipe."
    assert segment.pronounced[0].start == segment.text.rindex("lead")


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ('<span data-ipa="lɛd">lead</span>', "/lɛd/"),
        ('<span data-say="led">lead</span>', "led"),
        ('<phoneme ph="lɛd">lead</phoneme>', "/lɛd/"),
        ('<sub alias="led">lead</sub>', "led"),
        ('<em data-say="led"><b>le</b>ad</em>', "led"),
    ],
)
def test_a_mark_in_html_does_the_same(html, said):
    page = f"<html><body><h1>Pipes</h1><p>Rivers and the {html} pipe bend.</p><p>lead</p></body></html>"
    assert marked(page, "essay.html") == [("lead", said)]
    assert marked(f"# Pipes\n\n<div>The {html} pipe.</div>\n\nlead\n") == [("lead", said)]


@pytest.mark.parametrize(
    "text",
    ["The lead {say: x} pipe.", "A lead{say=x} pipe.", r"A \[lead\]{say=x}.", '[lead]{essay="x"} pipe',
     "<sub>2</sub> lead",
     '<phoneme alphabet="x-sampa" ph="lEd">lead</phoneme> pipe', "    [lead]{say=x}\n\nlead"],
)  # fmt: skip
def test_what_is_no_such_mark_says_nothing(text):
    assert marked(text) == []


def test_a_mark_overrules_lexicon_and_rules_in_its_place_alone():
    [segment] = script_of(
        'Nguyen and [Nguyen]{say="noo yen"} had [1984]{say="one nine"} 1984 [lead]{ipa=lɛd} lead.'
    ).segments
    form = spoken(segment.text, "en-us", (*rule_of(segment.pronounced), *LEXICON.rules("en-us")))
    assert form.text == "win and noo yen had one nine nineteen eighty-four lead leed."
    assert [(one.rule, one.ipa) for one in form.expansions if one.rule == "mark"] == [
        ("mark", ""), ("mark", ""), ("mark", "lɛd")
    ]  # fmt: skip


def test_several_words_a_heading_and_an_item_can_be_marked():
    assert marked('# [Cpp]{say="see plus plus"} rivers\n\n1. An [old mill]{say="ole mill"} there\n2. b\n') == [
        ("Cpp", "see plus plus"),
        ("old mill", "ole mill"),
    ]


@pytest.mark.parametrize("cut", ["mill and river " * 80, "the mill, <i lang=fr>le moulin</i>, the mill"])
def test_a_marked_stretch_that_has_to_be_cut_is_refused_and_not_passed_over(cut):
    with pytest.raises(PodcastError, match="has to be cut"):
        script_of(f'<p>A <span data-say="x">{cut}</span> bends.</p>', "essay.html")


@pytest.mark.parametrize("name", ["essay.md", "essay.html"])
@pytest.mark.parametrize(
    ("mark", "part"),
    [
        ('<span data-ipa="w9">lead</span>', "9"),
        ('<span data-say="">lead</span>', "lead"),
        ('<span data-say="x"> </span>', "nothing"),
        (f'<span data-ipa="{"a" * 300}">lead</span>', "300"),
        ('<div data-say="x"><p>One river.</p><p>Two rivers.</p></div>', "2 paragraphs"),
    ],
)
def test_a_mark_that_cannot_be_right_is_refused_with_its_line(mark, part, name):
    with pytest.raises(PodcastError) as failure:
        read_essay(f"<p>Rivers bend.</p>\n\n<p>The rivers</p>\n\n{mark}\n\n<p>bend.</p>".encode(), name)
    assert part in failure.value.remedy
    assert f"{name}, line 5" in failure.value.remedy


def test_all_mistakes_are_told_at_once():
    with pytest.raises(PodcastError) as failure:
        read_essay(b'The [lead]{ipa="9"}\n\n[]{say="x"} and [b]{say="!"}', "essay.md")
    assert all(f"line {line}" in failure.value.remedy for line in (1, 3))


def test_letters_that_only_ipa_has_are_ipa():
    assert stated({"say": "ˈwʊstɚ"}) == stated({"ipa": "ˈwʊstɚ"}) == ("", "ˈwʊstɚ")
    assert stated({"say": "Søren café"}) == ("Søren café", "")
    assert stated({"class": "x"}) is None


def test_many_marks_take_a_time_that_grows_with_them():
    script = script_of("".join(f'[lead]{{say="x{number}"}} pipe. ' for number in range(3000)))
    assert sum(len(segment.pronounced) for segment in script.segments) == 3000
    assert all(isinstance(one, PronouncedPlace) for segment in script.segments for one in segment.pronounced)
