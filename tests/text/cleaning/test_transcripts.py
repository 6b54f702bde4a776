import pytest

from podcast.text.essay import Reason
from podcast.text.partition import partition_faults
from podcast.text.reading import read_essay


def said(text, name="essay.md"):
    essay = read_essay(text.encode(), name)
    assert partition_faults(essay) == []
    return [block.text for block in essay.blocks]


@pytest.mark.parametrize("name", ["talk.md", "talk.txt"])
@pytest.mark.parametrize(
    "codes",
    [
        ("[00:00:03]", "[00:01:17]", "[01:02:40]"),
        ("(00:00:03)", "(00:01:17)", "(01:02:40)"),
        ("[0:03]", "[1:17]", "[62:40]"),
        ("[08:03]", "[21:17]", "[62:40]"),
        ("[00:03 - 00:09]", "[01:17 - 01:20]", "[02:40 - 02:41]"),
        ("00:00:03.120 --> 00:00:09.000\n", "00:01:17.000 --> 00:01:19.000\n", "00:02:40.000 --> 00:02:42.000\n"),
        ("0:03\n", "1:17\n", "2:40\n"),
        ("[00:00:03] –", "[00:01:17] –", "[00:02:40] –"),
    ],
)
def test_the_time_codes_of_a_transcript_are_not_said(codes, name):
    sentences = ["Good evening, all of you.", "The river rose.", "It fell at 12:30."]
    text = "\n\n".join(
        f"{code} {sentence}".replace("\n ", "\n") for code, sentence in zip(codes, sentences, strict=True)
    )
    assert said(text, name) == sentences


@pytest.mark.parametrize(
    "times",
    [
        ("[09:00]", "[09:30]", "[11:00]"),  # a log
        ("[00:03]", "[12:17]", "[02:40]"),  # in no order
        ("[00:03]", "[01:17]"),  # two
        ("09:00\n", "10:00\n", "11:00\n"),
    ],
)
def test_times_of_day_are_said(times):
    text = "\n\n".join(f"{time} We set out again." for time in times)
    assert all(time.strip("\n") in block for time, block in zip(times, said(text), strict=True))


@pytest.mark.parametrize(
    ("between", "names"),
    [
        ("\n{}\n", ("Interviewer", "Bellfounder")),
        ("  {}\n", ("Ada Hall", "Ben Ott")),
        (" ({}):\n", ("Speaker 1", "Speaker 2")),
    ],
)
def test_a_code_beside_the_name_goes_too(between, names):
    codes = ["0:05", "0:11", "0:19", "1:02"]
    lines = ["It began with a rope.", "At 12:30 it rang.", "And then it was still.", "It was late."]
    text = "\n\n".join(
        f"{names[at % 2]}{between.format(code)}{line}" for at, (code, line) in enumerate(zip(codes, lines, strict=True))
    )
    essay = read_essay(
        f"The bell\n\nWe met in the spring, when the ice was gone from the river.\n\n{text}".encode(), "talk.txt"
    )
    assert [(block.speaker, block.text) for block in essay.blocks[-4:]] == list(zip(names * 2, lines, strict=True))


def test_a_code_to_the_second_in_square_brackets_is_one_even_alone():
    assert said("[00:12:03] Yes, it is.") == ["Yes, it is."]
    assert said("It was 00:12:03 then.") == ["It was 00:12:03 then."]


def test_a_code_within_a_paragraph_goes_with_the_others():
    text = "[00:00:03] One. [00:00:09] Two.\n\n[00:01:17] Three.\n[00:01:20] Four.\n\n[00:02:40] Five."
    assert said(text) == ["One. Two.", "Three. Four.", "Five."]


@pytest.mark.parametrize(
    "note",
    [
        "[Applause]",
        "(Laughter.)",
        "[Prolonged applause.]",
        "[laughter and applause]",
        "[inaudible 00:12:01]",
        "[crosstalk]",
        "[smiles]",
        "[Standing ovation]",
        '[Cries of "Hear, hear!"]',
        "(Lebhafter Beifall)",
        "(Heiterkeit und Beifall)",
        "[Rires]",
        "(Applaudissements.)",
        "[Risas y aplausos]",
        "(Risos)",
        "(Oklaski)",
        "(Smích)",
        "(Аплодисменты)",
    ],
)
def test_what_the_hall_did_is_not_said(note):
    assert said(f"It will hold. {note} I have seen it.\n\n{note}\n\nThank you. {note}") == [
        "It will hold. I have seen it.",
        "Thank you.",
    ]


def test_japanese_laughs_go_without_a_space():
    assert said("橋は落ちません（笑）。見ました。") == ["橋は落ちません。見ました。"]


@pytest.mark.parametrize(
    "text",
    [
        "My teacher [she taught half of you] said so.",
        "We heard a sound (laughter) from the well.",
        "The [applause meter] was broken.",
        "(Music was forbidden.)",
        "He wrote [sic] that.",
    ],
)
def test_brackets_with_words_of_the_writer_are_said(text):
    assert said(text) == [text]


def test_notes_are_reported_as_directions():
    essay = read_essay(b"It will hold. [Applause]\n\nI have seen it.", "talk.txt")
    assert [(skip.reason, skip.text) for skip in essay.skips] == [(Reason.DIRECTIVE, "[Applause]")]


def test_a_text_of_nothing_but_notes_stays():
    assert said("[Applause]") == ["[Applause]"]
