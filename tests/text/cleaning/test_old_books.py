"""What Project Gutenberg and the printed page add to a text."""

import pytest

from podcast.text.cleaning.hyphens import HyphenJudge
from podcast.text.essay import Kind, Reason
from podcast.text.partition import partition_faults
from podcast.text.reading import read_essay

PROSE = (
    "The mill stood where the road began, and nobody had told the miller about it\nuntil the carts came down the hill."
)
SAID = " ".join(PROSE.split())
BOOK = """The Project Gutenberg EBook of Small Things, by A. Example

Title: Small Things

Author: A. Example

*** START OF THIS PROJECT GUTENBERG EBOOK SMALL THINGS ***

Produced by B. Sample and the Online Distributed
Proofreading Team

SMALL THINGS

BY

A. EXAMPLE

CONTENTS

THE MILL            1
THE CART           12

THE MILL

{prose}[1]

FOOTNOTES:

[1] See the records.

THE CART.

{prose}

End of Project Gutenberg's Small Things, by A. Example

*** END OF THIS PROJECT GUTENBERG EBOOK SMALL THINGS ***

The licence.
"""


def read(text, name="essay.txt"):
    essay = read_essay(text.encode(), name)
    assert partition_faults(essay) == []
    return essay


def said(text):
    return [" ".join(block.text.split()) for block in read(text).blocks]


def test_of_a_book_its_text_and_its_headings_are_said():
    essay = read(BOOK.format(prose=PROSE))
    assert (essay.title, essay.author) == ("Small Things", "A. Example")
    texts = [" ".join(block.text.split()) for block in essay.blocks]
    assert texts[-4:] == ["THE MILL", SAID, "THE CART.", SAID]
    assert texts[:-4] in ([], ["SMALL THINGS"])
    assert [block.kind for block in essay.blocks[-4:]] == [Kind.HEADING, Kind.PARAGRAPH] * 2


@pytest.mark.parametrize(
    ("sign", "reason"),
    [
        ("[Illustration]", Reason.IMAGE),
        ("[Illustration: The mill,\nfrom the west]", Reason.IMAGE),
        ("[Pg 27]", Reason.FURNITURE),
        ("[pg xii]", Reason.FURNITURE),
        ("{27}", Reason.FURNITURE),
        (" " * 34 + "27", Reason.FURNITURE),
        ("[Transcriber's Note: The spelling\nis kept.]", Reason.FURNITURE),
        ("[Transcriber's Note: Two words [...] are\nmissing.]", Reason.FURNITURE),
        ("[S. 27]", Reason.FURNITURE),
        ("[Abbildung: Die Mühle]", Reason.IMAGE),
        ("[Sidenote: Of the mill.]", Reason.FOOTNOTE),
        ("[Note 3: Voir les archives.]", Reason.FOOTNOTE),
        ("[Anmerkung 1: Siehe dort.]", Reason.FOOTNOTE),
    ],
)
def test_signs_of_the_printed_page_are_not_said(sign, reason):
    essay = read(f"{PROSE}\n\n{sign}\n\n{PROSE}")
    assert [" ".join(block.text.split()) for block in essay.blocks] == [SAID, SAID]
    assert reason in {skip.reason for skip in essay.skips}


def test_a_page_number_in_a_sentence_does_not_part_it():
    first, second = PROSE.split("\n")
    assert said(f"{first}\n[Pg 27]\n{second}") == [SAID]
    assert said(f"{first} [Pg 27]\n{second}") == [SAID]
    assert said("He read of [Greek: pleonexia] in a book.") == ["He read of pleonexia in a book."]


@pytest.mark.parametrize(
    "text",
    [
        "In [1984] he wrote it.",
        "He wrote it [sic] so.",
        "A note [Note well] of his.",
        "See [Page, 1950] for more.",
        "It was {27} of them.",
    ],
)
def test_brackets_of_the_writer_stay(text):
    assert said(f"{PROSE}\n\n{text}")[-1] == text


@pytest.mark.parametrize("label", ["FOOTNOTES:", "FOOTNOTE:", "Footnotes", "ENDNOTES"])
def test_notes_below_their_label_are_no_speaker_s(label):
    note = "\n\n[{}] See the records."
    text = "\n\n".join(f"{PROSE}\n\n{label}{note.format(number)}" for number in range(1, 5))
    essay = read(text)
    assert {block.speaker for block in essay.blocks} == {""}
    assert len(essay.blocks) == 4


@pytest.mark.parametrize("heading", ["I.", "XIV", "INTRODUCTION.", "CHAPTER II.", "OF THE MILLER.", "Conclusion."])
def test_headings_as_printers_set_them(heading):
    blocks = read(f"{PROSE}\n\n{heading}\n\n{PROSE}").blocks
    assert [block.text for block in blocks if block.kind is Kind.HEADING] == [heading]


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("the moun-", "tain rose", "the mountain rose"),
        ("a well-", "known man", "a well-known man"),
        ("the extra-", "ordinary rain", "the extraordinary rain"),
        ("an Anglo-", "Saxon word", "an Anglo-Saxon word"),
        ("from 1914-", "18 it lasted", "from 1914-18 it lasted"),
        ("the pre-", "and post-war years", "the pre- and post-war years"),
        ("the state-of-the-", "art mill", "the state-of-the-art mill"),
    ],
)
def test_words_cut_at_the_end_of_a_line_are_made_whole(before, after, whole):
    assert said(f"{PROSE[:40]} {before}\n{after}, and so on and on it went.")[0].endswith(
        f"{whole}, and so on and on it went."
    )


def test_the_essay_s_own_words_judge_first():
    assert HyphenJudge("a re-cord was kept", "en").joint("the re-", "cord") == "-"
    assert HyphenJudge("the wellknown one", "en").joint("well-", "known") == ""


OLD = """Project Gutenberg's Etext of The Wall, by Edith Sample

Please take a look at the important information in this header.

*END*THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*Ver.04.29.93*END*

Etext prepared by J. Typist, jt@example.com

{prose}

End of this Project Gutenberg Etext of The Wall
"""
GERMAN = """*** START OF THE PROJECT GUTENBERG EBOOK DER WALL ***

{label}

  Die Rechtschreibung des Originals wurde nicht geändert.

von

Ernst Beispiel

Berlin 1910
S. Fischer, Verlag

Inhalt

                Seite
  Am Ufer . . . . . 7
  Das Boot . . . . 19

Am Ufer

{prose}

Ende von Project Gutenbergs Der Wall
"""


def test_a_book_with_the_licence_above_it():
    essay = read(OLD.format(prose=PROSE))
    assert (essay.title, essay.author) == ("The Wall", "Edith Sample")
    assert [" ".join(block.text.split()) for block in essay.blocks] == [SAID]


@pytest.mark.parametrize("label", ["Anmerkungen zur Transkription", "Note sur la transcription", "Transcriber's Note:"])
def test_a_book_without_a_list_of_its_facts_and_in_another_language(label):
    essay = read(GERMAN.format(prose=PROSE, label=label))
    assert (essay.title, essay.author) == ("DER WALL", "Ernst Beispiel")
    assert [" ".join(block.text.split()) for block in essay.blocks] == ["Am Ufer", SAID]


def test_letters_mark_notes_where_there_are_some():
    assert said(f"It was cold.[A] {PROSE}\n\n[A] In March,\nor so.\n\nThe end of it.") == [
        f"It was cold. {SAID}",
        "The end of it.",
    ]
    assert said("Plan [A] was better than plan x[B].") == ["Plan [A] was better than plan x[B]."]


def test_the_note_of_a_transcriber_at_the_end_goes_with_what_is_below():
    text = "\n\n".join([*6 * [PROSE], "Transcriber's Notes", 'Page 3: "wier" is "weir" now.', "Else all was kept."])
    assert said(text) == 6 * [SAID]


def test_letters_set_apart_and_bold_type_are_signs():
    assert said("Da war ~niemand~, und das =Boot= lag ~5 km weit.") == ["Da war niemand, und das Boot lag ~5 km weit."]


def test_the_full_stops_of_a_title_page_are_not_the_title_s():
    essay = read(f"A WALK TO THE WEIR.\n\nBY A. SAMPLE.\n\n{PROSE}\n\n{PROSE}")
    assert (essay.title, essay.author) == ("A WALK TO THE WEIR", "A. SAMPLE")
