import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podcast.text.essay import Kind, Reason
from podcast.text.notes import lyrics, show_notes
from podcast.text.partition import faults_of, partition_faults
from podcast.text.reading import read_essay
from podcast.text.roles import Roles
from podcast.text.script import write_script
from podcast.text.speakers import with_speakers


def essay_of(text, name="essay.md", speakers=()):
    essay = read_essay(text.encode(), name, speakers=speakers)
    assert partition_faults(essay) == []
    return essay


def lines(text, name="essay.md", speakers=()):
    return [(block.speaker, block.text) for block in essay_of(text, name, speakers).blocks]


TALK = [("HOST", "Good evening."), ("GUEST", "Thanks for having me."), ("HOST", "So?")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("essay.md", "HOST: Good evening.\n\nGUEST: Thanks for having me.\n\nHOST: So?"),
        ("essay.md", "HOST: Good evening.\nGUEST: Thanks\nfor having me.\nHOST: So?"),
        ("essay.md", "**HOST:** Good evening.\n**GUEST**: Thanks *for* having me.\n\n**Host:** So?"),
        ("essay.md", "> x\n\n__HOST:__ Good evening.\n\nGUEST : Thanks for having me.\n\nHOST:\nSo?"),
        ("essay.md", "<p>HOST: Good evening.</p>\n\n<p><b>GUEST:</b> Thanks for having me.</p>\n\nHost: So?"),
        ("essay.txt", "HOST: Good evening.\n\nGUEST: Thanks for\nhaving me.\n\nHOST: So?"),
        ("essay.txt", "HOST: Good evening.\nGUEST: Thanks for having me.\nHOST: So?"),
        ("essay.txt", "**HOST:** Good evening.\n\n*GUEST:* Thanks for having me.\n\nHOST: So?"),
        ("essay.html", "<p><b>HOST:</b> Good evening.</p><p>GUEST: Thanks for having me.</p><p>HOST: So?</p>"),
        ("essay.html", "<p>HOST: Good evening.<br>GUEST: Thanks for having me.<br><strong>HOST</strong>: So?</p>"),
    ],
)
def test_labels_are_the_speakers_and_not_said(name, text):
    essay = essay_of(text, name)
    assert [(block.speaker, block.text) for block in essay.blocks if block.text != "x"] == TALK
    labels = "".join(skip.text for skip in essay.skips if skip.reason is Reason.SPEAKER)
    assert labels.replace(" ", "").upper() == "HOST:GUEST:HOST:"


def test_bold_names_need_no_capitals():
    text = "**Ada Lake:** Hello.\n\n**Bo:** Hello.\n\n**Ada Lake:** So?"
    assert lines(text) == [("Ada Lake", "Hello."), ("Bo", "Hello."), ("Ada Lake", "So?")]


def test_plain_names_must_take_turns_in_most_of_the_text():
    turns = "Ada: One.\n\nBo: Two.\n\nAda: Three.\n\nBo: Four."
    assert [speaker for speaker, _ in lines(turns)] == ["Ada", "Bo", "Ada", "Bo"]
    prose = "\n\nA paragraph.\n\nAnother one.\n\nAnd one more."
    assert {speaker for speaker, _ in lines(turns + prose)} == {""}
    assert {speaker for speaker, _ in lines("Ada: One.\n\nBo: Two.\n\nAda: Three.")} == {""}
    assert {speaker for speaker, _ in lines("Rome: One.\n\nBonn: Two.\n\nRome: Three.\n\nOslo: Four.")} == {""}


@pytest.mark.parametrize(
    "text",
    [
        "NOTE: This.\n\nWARNING: That.\n\nNOTE: Again.",
        "TODO: This.\n\nUPDATE: That.\n\nTODO: Again.",
        "Chapter One: The river\n\nVerdict: guilty\n\nChapter Two: The bank\n\nVerdict: guilty",
        "**Cost:** High.\n\n**Speed:** Low.\n\n**Cost:** Higher.\n\n**Speed:** Lower.",
        "**Myth:** They sleep.\n\n**Fact:** They don't.\n\n**Myth:** They fly.\n\n**Fact:** They do.",
        "HOST: One line.\n\nGUEST: Another.",
        "HOST: One.\n\nHOST: Two.\n\nHOST: Three.",
        "RIVERS: A history.\n\nBANKS: A study.\n\nPONDS: An essay.",
        "A: One.\n\nA: Two.\n\nB: Three.",
        "At 10:30 they said: nothing. HTTP: no. HTTP: yes. TCP: no.",
        "**It was late: and bold.** x\n\n**It was early: and bold.** x\n\n**It was late: and bold.** x",
        "- HOST: One.\n- GUEST: Two.\n- HOST: Three.",
        "| HOST: One. | GUEST: Two. |\n|---|---|\n| HOST: a | b |\n\nText.",
        "```\nHOST: One.\nGUEST: Two.\nHOST: Three.\n```\n\nText.",
    ],
)
def test_what_is_no_name_is_said(text):
    essay = essay_of(text)
    assert {block.speaker for block in essay.blocks} == {""}
    assert with_speakers(essay) == essay


def test_bold_words_in_a_few_paragraphs_are_no_names():
    labelled = "**Warmth:** Yes.\n\n**Weight:** No.\n\n**Warmth:** Again.\n\n"
    assert {speaker for speaker, _ in lines(labelled + "Prose.\n\n" * 4)} == {""}


def test_questions_and_answers_are_speakers_if_they_take_turns():
    assert [speaker for speaker, _ in lines("Q: Why?\n\nA: So.\n\nMore.\n\nQ: Who?\n\nA: I.")] == [
        "Q",
        "A",
        "A",
        "Q",
        "A",
    ]
    assert {speaker for speaker, _ in lines("Q: Why?\n\nQ: Who?\n\nA: So.\n\nA: I.")} == {""}


@pytest.mark.parametrize("name", ["essay.md", "essay.txt", "essay.html"])
def test_a_declared_name_needs_one_line(name):
    text = "Ada Lake: Hello.\n\nNote: this.\n\nada lake: Again."
    text = text if name != "essay.html" else "".join(f"<p>{line}</p>" for line in text.split("\n\n"))
    assert lines(text, name, ["ADA LAKE"])[0] == ("ADA LAKE", "Hello.")
    assert lines(text, name, ["ADA LAKE"])[1] == ("ADA LAKE", "Note: this.")
    assert lines(text, name)[0][0] == ""


def test_a_speaker_goes_on_until_the_next_a_heading_or_a_scene_break():
    text = (
        "# Talk\n\nBefore.\n\nHOST: One.\n\nTwo.\n\n- an item\n\n> a quotation\n\nGUEST: Three.\n\n***\n\nFour.\n\n"
        "HOST: Five.\n\n## Part\n\nSix."
    )
    assert [speaker for speaker, _ in lines(text)] == [
        *("", "", "HOST", "HOST", "HOST", "", "GUEST", "", "HOST", "", ""),
    ]


def test_a_direction_at_a_name_is_reported_and_one_on_its_own_is_said():
    essay = essay_of("HOST (laughing): One.\n\nGUEST: Two.\n\n[walks off]\n\nHOST: Three (quietly).")
    assert [block.text for block in essay.blocks] == ["One.", "Two.", "[walks off]", "Three (quietly)."]
    assert [skip.text for skip in essay.skips if skip.reason is Reason.DIRECTIVE] == ["(laughing)"]


def test_a_line_of_a_script_is_no_heading_of_plain_text_and_no_title():
    prose = "It is a pleasure to be here with all of you tonight, and to talk about rivers at such length, too."
    essay = essay_of(f"HOST: Welcome to the Show\n\nGUEST: {prose}\n\nHOST: On with it\n\nGUEST: {prose}", "e.txt")
    assert {block.kind for block in essay.blocks} == {Kind.PARAGRAPH}
    assert "HOST" not in essay.title


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("e.txt", "HOST\nGood evening.\n\nGUEST\nThanks for having me.\n\nHOST\nSo?\n\nGUEST\nSo."),
        ("e.txt", "HOST\n\nGood evening.\n\nGUEST\n\nThanks for having me.\n\nHOST\n\nSo?\n\nGUEST\n\nSo."),
        ("e.md", "**HOST**\nGood evening.\n\n**GUEST**\nThanks for having me.\n\n**Host**\nSo?\n\n**GUEST**\nSo."),
        ("e.md", "**HOST**<br>Good evening.\n\nGUEST  \nThanks for having me.\n\n**Host:**\nSo?\n\nGUEST\nSo."),
        ("e.html", "".join(f"<p>{name}<br>{said}</p>" for name, said in [*TALK, ("GUEST", "So.")])),
    ],
)
def test_names_in_lines_of_their_own_are_speakers(name, text):
    assert lines(text, name) == [*TALK, ("GUEST", "So.")]


def test_a_direction_below_such_a_name_is_reported():
    essay = essay_of("ADA LAKE\n(laughing)\nOne.\n\nBO\nTwo.\n\nADA LAKE\nThree.\n\nMore.\n\nBO\nFour.", "e.txt")
    assert [(block.speaker, block.text) for block in essay.blocks] == [
        *(("ADA LAKE", "One."), ("BO", "Two."), ("ADA LAKE", "Three."), ("ADA LAKE", "More."), ("BO", "Four.")),
    ]
    assert [skip.text for skip in essay.skips if skip.reason is Reason.DIRECTIVE] == ["(laughing)"]


@pytest.mark.parametrize(
    "text",
    [
        "Rivers\nbend and fall.\n\nBanks\nstand and hold.\n\nRivers\nrise.",
        "RIVERS\nThey bend.\n\nBANKS\nThey hold.\n\nRIVERS\nThey rise.",
        "MONDAY\nRain.\n\nTUESDAY\nRain.\n\nWEDNESDAY\nRain.\n\nTHURSDAY\nSun.",
        "ADA\nOne.\n\nADA\nTwo.\n\nBO\nThree.\n\nBO\nFour.",
    ],
)
def test_other_short_lines_are_no_speakers(text):
    assert {speaker for speaker, _ in lines(text, "e.txt")} == {""}


def test_the_narrator_of_a_script_is_the_narrator():
    text = "NARRATOR: Night.\n\nADA: Who's there?\n\nNARRATOR: Nobody."
    assert [speaker for speaker, _ in lines(text)] == ["narrator", "ADA", "narrator"]


def test_names_in_scripts_without_capitals():
    talk = "主持人：大家好。\n\n客人：你好。\n\n主持人：请说。\n\n客人：好。"
    assert [speaker for speaker, _ in lines(talk)] == ["主持人", "客人", "主持人", "客人"]
    assert lines("主持人：大家好。", speakers=["主持人"]) == [("主持人", "大家好。")]


def test_speakers_are_found_once():
    essay = essay_of("HOST: One.\n\nGUEST: Two.\n\n<!-- podcast: voice Max -->\n\nThree.\n\nHOST: Four.")
    assert with_speakers(essay) == essay


def test_a_mark_gives_what_follows_to_a_voice():
    text = (
        "One.\n\n<!-- podcast: voice Kafka -->\n\n> A quotation\n\nTwo <!-- podcast: voice --> three.\n\n"
        "<!-- podcast: voice Max -->\n\nFour.\n\n***\n\nFive.\n\n# Part\n\nSix."
    )
    assert lines(text) == [
        ("", "One."),
        ("Kafka", "A quotation"),
        ("Kafka", "Two"),
        ("", "three."),
        ("Max", "Four."),
        ("Max", "Five."),
        ("", "Part"),
        ("", "Six."),
    ]


def test_roles():
    talk = "# Head\n\nHOST: One.\n\nGUEST: Two.\n\nHOST: Three."
    text = f"{talk}\n\n> Quoted\n>\n> - item\n>\n> # Head in it\n\n***\n\nFour."
    essay = essay_of(text)
    roles = [segment.role for segment in write_script(essay, says_title=True).segments]
    assert roles == ["announcer", "HOST", "GUEST", "HOST", "quote", "quote", "announcer", "narrator"]
    one_voice = write_script(essay, says_title=True, roles=Roles("narrator", "narrator")).segments
    assert {segment.role for segment in one_voice} == {"narrator", "HOST", "GUEST"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("essay.html", "<blockquote><p>One</p><ul><li>two</ul><h2>Three</h2></blockquote><p>Four</p>"),
        ("essay.md", "<blockquote>\n\nOne\n\n- two\n\n# Three\n\n</blockquote>\n\nFour"),
        ("essay.md", "<blockquote>\n\nOne\n\n- two\n\n# Three</blockquote>\n\nFour"),
    ],
)
def test_all_that_stands_in_a_quotation_is_quoted(name, text):
    assert [block.quoted for block in essay_of(text, name).blocks] == [True, True, True, False]


def test_show_notes_name_the_speakers_where_they_change():
    notes = show_notes(essay_of("HOST: One.\n\nTwo.\n\nGUEST: Three & four.\n\nHOST: Five."))
    assert notes.split("\n") == [
        "<p><strong>HOST:</strong> One.</p>",
        "<p>Two.</p>",
        "<p><strong>GUEST:</strong> Three &amp; four.</p>",
        "<p><strong>HOST:</strong> Five.</p>",
    ]


PARTS = [
    "HOST: ",
    "**Ada:** ",
    "GUEST (low): ",
    "Q: ",
    "A:\n",
    "some words ",
    "\n",
    "\n\n",
    "> ",
    "- ",
    "***\n\n",
    "# h\n",
]
MARKS = ["<!-- podcast: voice Ada -->", "[pause]", "<b>HOST:</b> ", "<br>", "*a* "]


@pytest.mark.parametrize("name", ["essay.md", "essay.txt", "essay.html"])
@settings(max_examples=60, deadline=None)
@given(parts=st.lists(st.sampled_from(PARTS + MARKS), min_size=1, max_size=30))
def test_no_script_loses_a_word(name, parts):
    essay = read_essay(("Begin. " + "".join(parts)).encode(), name, speakers=["Ada"])
    assert partition_faults(essay) == []
    script = write_script(essay, max_chars=20, says_title=False)
    runs = [run for segment in script.segments for run in segment.runs]
    assert faults_of(essay.source, runs, script.skips) == []


def test_lyrics_name_who_begins_to_speak():
    talk = "NARRATOR: Night.\n\nHOST: One.\n\nTwo.\n\n## Part\n\nHOST: Three.\n\nNARRATOR: Day.\n\nHOST: Four."
    assert lyrics(essay_of(talk)).split("\n\n") == [
        *("Narrator: Night.", "HOST: One.", "Two.", "Part", "HOST: Three.", "Narrator: Day.", "HOST: Four."),
    ]
    assert lyrics(essay_of("One.\n\n- Two")) == "One.\n\nTwo"


@pytest.mark.parametrize(
    "name",
    [
        "DR. HALE",
        "PROF. DR. ANN HALE",
        "MRS. O'NEIL",
        "**Ann B. Example, Psy.D",
        "**Prof. Ann van Dyk, Ph.D.",
        "REV. J. POE, JR.",
    ],
)
def test_names_with_titles_and_degrees_are_speakers(name):
    end = ":**" if name.startswith("**") else ":"
    other = "**Bob:**" if end == ":**" else "BOB:"
    text = "\n\n".join(f"{name}{end} It is so.\n\n{other} Yes, it is." for _ in range(3))
    blocks = read_essay(text.encode(), "essay.md").blocks
    assert [block.speaker for block in blocks] == [name.strip("*"), other.strip("*:")] * 3


def test_what_somebody_is_may_stand_behind_a_bold_name():
    text = "**Ada:** So?\n\n**Sr. Inés Calvo, ropemaker:** A rope.\n\n**Ada:** And?\n\n**Calvo:** Two."
    assert [speaker for speaker, _ in lines(text)] == ["Ada", "Sr. Inés Calvo", "Ada", "Calvo"]
    assert lines("Then Ada, who knew better: no.\n\nAda, our cook: yes.")[0][0] == ""


@pytest.mark.parametrize(
    ("name", "above"),
    [("essay.md", "**{}**"), ("essay.html", "<p><strong>{}</strong></p>"), ("essay.html", "<p>{}</p>")],
)
def test_a_name_that_stands_out_may_be_a_paragraph_of_its_own(name, above):
    said = ["Why glass is warm.", "It was warm in there.", "And what came then?", "I was warm."]
    names = ["INTERVIEWER", "VANE"] * 2
    text = "\n\n".join(f"{above.format(who)}\n\n{what}" for who, what in zip(names, said, strict=True))
    paragraphs = "\n\n".join(f"<p>{part}</p>" if part[0] != "<" else part for part in text.split("\n\n"))
    assert lines(paragraphs if name.endswith("html") else text, name) == list(zip(names, said, strict=True))
