"""What holds for every text, whatever the rules of words and signs find in it."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podcast.text.spoken import spoken
from podcast.text.spoken.english import ENGLISH
from podcast.text.spoken.rule import Style, applied, cuts_a_word

SILENT_RULES = {"footnote mark", "trade mark"}

FORMS = """
    Dr. Dr Mr. Mrs Ms. Prof. Rev. Gen. Lt. Col. Hon. St. St Mt. Ft. Ave. Blvd. Rd. Jr. Sr. Inc. Ltd. Co. Bros. e.g. i.e.
    etc. etc vs. vs v. cf. viz. c. ca. b. d. est. et\u00a0al. ibid. a.k.a. N.B. P.S. w/ w/o p. pp. ch. vol. fig. ed.
    (eds.) Jan. Mon. Sun. Sept. Mass. Ill. N.Y. D.C. Ph.D. PhD M.D. B.A. J. R. A. I. I A B X V J.R.R. U.S. U.S.A. US IT
    WHO EU FBI CEOs EU's NATO UNESCO NASA AIDS ICE MySQL LaTeX IoT GNU II III IV VIII XIV XIVth vi ii (i) (ii) Henry
    Louis Elizabeth War World WWII Chapter Act part Malcolm century Plan vitamin Vitamin grade an the The It in on by
    and or Paul Paul's Main Smith Tolkien Boston, Springfield, THE END NO NOT JOIN DON'T CHAPTER TROOPS I'M #OpenAccess
    #5 #AI @ada_lake a.b@c.org example.org www.example.com/a-b https://example.org/?x=1 report.pdf a.tar.gz /usr/bin
    snake_case camelCase and/or he/she & R&D AT&T Q&A &c. C++ C# .NET A+ F♯ * ** word* word*, † ™ © § §§ ¶ № → • | ~5 =
    — – - -- ... … . .\u00a0. . “ ” " ' ( ) [1] word.[1] word¹ x² 😀 ❤️ 🇫🇷 👩‍💻
    👍🏽 ★★★☆ 1️⃣ :-) 5 1850 2024 3rd 10 7 drôle
    o’clock river water. said, rains; why?
""".split()

#: Words, forms and signs, with and without something between them.
TEXTS = st.lists(
    st.tuples(st.sampled_from(FORMS), st.sampled_from([" ", " ", " ", " ", "", ", ", ". ", "-", "—", "\n"])),
    max_size=14,
).map(lambda pairs: "".join(form + gap for form, gap in pairs))


@given(st.one_of(TEXTS, st.text(max_size=120)))
@settings(max_examples=600, deadline=None)
def test_what_is_said_is_said_once(written):
    said = spoken(written, "en-us").text
    assert spoken(said, "en-us").text == said


@given(st.one_of(TEXTS, st.text(max_size=120)))
@settings(max_examples=300, deadline=None)
def test_nothing_is_lost_but_marks(written):
    form = applied(ENGLISH, written, Style("en-us"))
    reached = 0
    kept: list[str] = []
    for one in form.expansions:
        kept.append(written[reached : one.written_start])
        reached = one.written_end
        assert one.written_start < one.written_end
        assert one.start < one.end or one.rule in SILENT_RULES
    kept.append(written[reached:])
    unexpanded = re.sub(r"\W", "", "".join(kept))
    spans = {index for one in form.expansions for index in range(one.start, one.end)}
    assert re.sub(r"\W", "", "".join(sign for index, sign in enumerate(form.text) if index not in spans)) == unexpanded


@given(st.one_of(TEXTS, st.text(max_size=120)))
@settings(max_examples=300, deadline=None)
def test_rules_keep_to_words_and_the_way_back_never_turns(written):
    form = spoken(written, "en-us")
    assert list(form.origin) == sorted(form.origin)
    expansions = [one for one in applied(ENGLISH, written, Style("en-us")).expansions if one.rule != "footnote mark"]
    begins = {one.written_start for one in expansions}
    ends = {one.written_end for one in expansions}
    for one in expansions:  # "5km" is one match, in two parts that touch
        assert one.written_start in ends or not cuts_a_word(written, one.written_start, len(written))
        assert one.written_end in begins or not cuts_a_word(written, 0, one.written_end)


PLAIN = (
    "The river had been there before the road, and the road before the houses, which is why the street bends so. "
    "Nobody who lives there has asked for another; they walk along the water in the evening, and talk. "
) * 4
ESSAY = (
    PLAIN + "Dr. Hale, who moved to St. Paul, said that the U.S. and the EU agreed, e.g. on rivers — and on lakes. "
    "“It rains,” she wrote in Chapter IV (pp. 5–7), and NATO's CEOs said NO. George W. Bush read J. R. R. Tolkien. "
) * 6


@pytest.mark.parametrize(
    "hostile",
    [
        *(
            "A." * 5000,
            "#" * 10000,
            "@a" * 5000,
            "A" * 10000,
            "a." * 5000,
            "A. " * 3000,
            "_a" * 5000,
            "/a" * 5000,
            "-" * 10000,
        ),
        *(
            "A " * 5000,
            "I " * 5000,
            "A-" * 5000,
            ". " * 5000,
            "*a" * 5000,
            "a*" * 5000,
            "😀" * 3000,
            "&" * 10000,
            "(i)" * 3000,
        ),
        *(
            "a" * 10000 + "@",
            "www." * 2500,
            "a-" * 5000 + ".",
            " " * 10000,
            "St. " * 2500,
            "[1]" * 3000,
            "é." * 5000,
            "word* " * 1700,
        ),
        *(
            "XX " * 3000,
            "AB" * 5000,
            "THE " * 2500,
            "US IT " * 1500,
            "¹" * 10000,
            "~/a" * 3000,
            "a_" * 5000,
            "'A" * 5000,
            "\n" * 9000,
        ),
    ],
    ids=lambda text: repr(text[:6]),
)
def test_no_text_makes_the_rules_slow(hostile):
    assert _seconds(hostile) < 0.05 * _slowness()


def test_an_essay_takes_milliseconds():
    assert 900 < len(ESSAY.split()) < 1300
    assert _seconds(ESSAY) < 0.015 * _slowness()


def _seconds(text):
    """Of the rules alone, at best: other work on the machine only adds to it."""
    return min(_timed(lambda: applied(ENGLISH, text, Style("en-us"))) for _ in range(3))


def _slowness():
    """How much slower this machine is at such work than the one on which the bounds were set, if it is."""
    return max(1.0, min(_timed(lambda: re.findall(r"\b\w+\b", "words and more " * 3000)) for _ in range(3)) / 0.0012)


def _timed(work):
    started = time.process_time()
    work()
    return time.process_time() - started
