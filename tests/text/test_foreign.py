import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcast.text.essay import Run
from podcast.text.foreign import switches
from podcast.text.partition import faults_of
from podcast.text.reading import read_essay
from podcast.text.script import write_script


def parts(text, name="essay.md", language="en"):
    """The stretches of all blocks with their languages."""
    essay = read_essay(text.encode(), name)
    script = write_script(essay, says_title=True, language=language)
    runs = [run for segment in script.segments for run in segment.runs]
    assert faults_of(essay.source, runs, script.skips) == []
    return [(segment.language, segment.text) for segment in script.segments]


MORNING = [("", "She said only"), ("de", "“Guten Morgen”,"), ("", "and left.")]


@pytest.mark.parametrize(
    "text",
    [
        "She said only “[Guten *Morgen*]{lang=de}”, and left.",
        'She said only “[Guten Morgen]{.x lang="de"}”, and left.',
        "She said only “*Guten Morgen*{: lang=de}”, and left.",
        "She said only “**Guten Morgen**{:lang='de' #id}”, and left.",
        "She said only “`Guten Morgen`{lang=de}”, and left.",
        "She said only “[Guten Morgen](https://example.org){lang=de}”, and left.",
        "She said only “<i lang=de>Guten *Morgen*</i>”, and left.",
        'She said only “<span xml:lang="DE"><b>Guten</b> Morgen</span>”, and left.',
        "She said only “[Guten]{lang=de} [Morgen]{lang=de}”, and left.",
        "<p>She said only “<i lang='de'>Guten Morgen</i>”, and left.</p>",
    ],
)
def test_a_passage_in_another_language_is_a_segment_of_its_own_with_its_punctuation(text):
    assert parts(text) == MORNING


def test_html_states_languages_on_any_element():
    page = (
        '<html lang="en-GB"><body><p>She said only “<span lang=de>Guten Morgen</span>”, and left.</p>'
        '<blockquote lang="fr"><p>Un <b>deux</b>.</p><p>Or <q lang="en">three</q>?</p></blockquote>'
    )
    assert parts(page, "essay.html") == [*MORNING, ("fr", "Un deux."), ("fr", "Or"), ("", "three?")]


@pytest.mark.parametrize(
    "text",
    [
        "::: {lang=de}\nEins.\n\n> Zwei.\n:::\n\nThree.",
        "::::: {.x lang=de} ::::::\nEins.\n\n::: note\n> Zwei.\n:::\n:::::\nThree.",
        "<div lang=de>\n\nEins.\n\n> Zwei.\n\n</div>\n\nThree.",
        "<div lang=de>\n\nEins.\n\n> Zwei.</div>\n\nThree.",
        "Eins.\n{: lang=de}\n\n> Zwei.\n> {: lang=de}\n\nThree.",
        "{: lang=de}\nEins.\n\n> Zwei.\n{: lang=de}\n\nThree.",
    ],
)
def test_languages_of_blocks_of_markdown(text):
    assert parts(text) == [("de", "Eins."), ("de", "Zwei."), ("", "Three.")]


def test_braces_below_a_quotation_are_about_all_of_it():
    assert parts("> Eins.\n>\n> Zwei.\n{: lang=de}\n\nThree.") == [("de", "Eins."), ("de", "Zwei."), ("", "Three.")]


@pytest.mark.parametrize("text", ["# Der Titel {lang=de}", "# Der Titel\n{: lang=de}", "Der Titel {lang=de}\n======"])
def test_languages_of_headings(text):
    assert parts(f"{text}\n\nText.") == [("de", "Der Titel"), ("", "Text.")]


def test_a_division_ends_with_what_it_stands_in():
    assert parts("> ::: {lang=de}\n> Eins.\n\nTwo.") == [("de", "Eins."), ("", "Two.")]


@pytest.mark.parametrize(
    "text",
    [
        "The [colour]{lang=en-gb} of [it all]{lang=en}.",
        "A [thing here]{lang=''} and [that one there]{lang=und}, [or this]{lang=nonsense}.",
        "Only [—]{lang=fr} and [12]{lang=fr}.",
        "To re[do it]{lang=fr} and [cogito ergo]{lang=la}-like un-[done now]{lang=de}.",
        "Past the river [Rhone]{lang=fr} and along.",
        "[Text with braces]{.smallcaps #id}.",
    ],
)
def test_marks_that_are_no_switch(text):
    assert [language for language, _ in parts(text)] == [""]


def test_one_word_is_a_passage_if_it_is_no_name():
    assert parts("A [zeitgeist]{lang=de} of sorts.") == [("", "A"), ("de", "zeitgeist"), ("", "of sorts.")]
    assert parts("The [Bildung]{lang=de} it took.")[1] == ("de", "Bildung")
    assert parts("He cried “[Bonjour]{lang=fr}!” then.")[1] == ("fr", "“Bonjour!”")
    assert parts("[Cogito ergo sum]{lang=la}’s fame.")[0] == ("la", "Cogito ergo sum’s")


def test_languages_without_spaces():
    assert parts("他说[Hello there]{lang=en}吧。", language="zh") == [("", "他说"), ("en", "Hello there"), ("", "吧。")]


def test_a_page_whose_article_is_in_another_language_than_its_menus():
    page = '<html lang="en"><body><nav>Menu</nav><article lang="fr"><p>Un deux trois.</p></article>'
    assert read_essay(page.encode(), "x.html").language == "fr"
    assert parts(page, "x.html") == [("", "Un deux trois.")]
    accent = page.replace('"en"', '"fr-CA"')
    assert read_essay(accent.encode(), "x.html").language == "fr-ca"


@pytest.mark.parametrize("text", ["The set {x=1} is.", "Say {language=fr} aloud.", "A {b c} d."])
def test_other_braces_are_said(text):
    assert parts(text) == [("", text)]


def test_a_long_foreign_passage_is_cut_like_any():
    segments = parts(f"[{'Ein Satz hier. ' * 80}]{{lang=de}}")
    assert len(segments) > 1
    assert {language for language, _ in segments} == {"de"}


PIECES = st.tuples(
    st.sampled_from(["a", "Bc d", " ", ", ", "“", "’s", "-", "。", "他", "3", "."]),
    st.sampled_from(["", "en", "fr", "de"]),
)


@given(st.lists(PIECES, min_size=1, max_size=12))
def test_switches_ascend_and_alternate(pieces):
    at, runs = 0, []
    for text, lang in pieces:
        runs.append(Run(text, at, at + len(text), lang=lang))
        at += len(text)
    offsets, languages = zip(*switches(runs, "en"), strict=True)
    assert offsets[0] == 0
    assert list(offsets) == sorted(set(offsets))
    assert offsets[-1] < at
    assert "en" not in languages
