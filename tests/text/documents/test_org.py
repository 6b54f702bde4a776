"""Org documents."""

import time

import pytest

from podcast.text.essay import Kind, Reason
from podcast.text.partition import partition_faults
from podcast.text.reading import read_essay


def essay_of(text, name="mill.org"):
    essay = read_essay(text.encode(), name)
    assert partition_faults(essay) == []
    return essay


def said(text):
    return [block.text for block in essay_of(text).blocks]


def skipped(text, reason):
    return " ".join(skip.text for skip in essay_of(text).skips if skip.reason is reason)


@pytest.mark.parametrize("name", ["mill.org", "-"])
def test_keywords_state_the_facts(name):
    essay = essay_of(
        "# -*- mode: org -*-\n#+TITLE: On /Mills/\n#+title: & Wheels\n#+AUTHOR: Nora Lindqvist\n"
        "#+DATE: <2020-02-03 Mon>\n#+LANGUAGE: de\n#+FILETAGS: :mills:water:\n#+DESCRIPTION: Short.\n"
        "#+OPTIONS: toc:nil\n\n* The wheel\nIt ran.\n",
        name,
    )
    assert (essay.title, essay.author, essay.language) == ("On Mills & Wheels", "Nora Lindqvist", "de")
    assert (essay.date.date().isoformat(), essay.tags, essay.description) == (
        "2020-02-03",
        ("mills", "water"),
        "Short.",
    )
    assert [block.text for block in essay.blocks] == ["The wheel", "It ran."]


def test_one_headline_above_all_is_the_title():
    essay = essay_of("* On Mills\nIt ran.\n** The wheel\nIt turned.")
    assert (essay.title, [block.level for block in essay.blocks]) == ("On Mills", [1, 0, 2, 0])


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("/so/ *very* _much_ +so+ =x = 1= ~y~", "so very much so x = 1 y"),
        ("*/both/*", "both"),
        ("a/b/c, and/or, 2*3*4, snake_case_name", "a/b/c, and/or, 2*3*4, snake_case_name"),
        ("[[https://example.org][here]]", "here"),
        ("[[https://example.org/a_b/c*d*e][/here/]]", "here"),
        ("[[file:old-mill.org]] and [[./x.org][that]]", "old mill and that"),
        ("[[*The wheel]] and [[#wheel][it]] and [[id:4f2a][that]]", "The wheel and it and that"),
        ("told [fn:1], and[fn::a /note/ [[https://example.org][here]]].", "told, and."),
        ("told [cite/t:@hale20; see @x].", "told."),
        ("H_{2}O and 10^{3}", "H2O and 10³"),
        (r"\alpha{}beta \mdash \auml \dots", "αbeta — ä …"),
        (r"is \(a^2\), \[b\], $x+y$ big", "is, big"),
        ("costs $5 and $6", "costs $5 and $6"),
        (r"\emph{so} \newpage{}", "so"),
        ("on <2020-01-01 Wed 10:00 +1w> or [2020-01-02]", "on 2020-01-01 10:00 or 2020-01-02"),
        ("--- and 3--4", "— and 3–4"),
        ("{{{river(Tay, x)}}} and {{{gone}}}", "River Tay and"),
        ("<<target>>here @@html:<br>@@<<<radio>>>", "here radio"),
        ("src_python{1 + 1} done", "done"),
        ("a lone *star and /slash", "a lone *star and /slash"),
    ],
)
def test_inline_markup(written, spoken):
    told = said(f"#+MACRO: river River $1\nIt {written}\nran.\n\n* The wheel\n\n[fn:1] Note.")[0]
    assert " ".join(told.replace(" ,", ",").split()) == f"It {spoken} ran."


@pytest.mark.parametrize(
    ("lines", "spoken"),
    [
        ("#+BEGIN_SRC python\n* x = 1\n#+END_SRC", []),
        ("#+begin_example\nx\n#+end_example\n#+RESULTS:\n: 42\n: 43", []),
        ("#+BEGIN_EXPORT html\n<b>x</b>\n#+END_EXPORT\n#+HTML: <br>", []),
        ("#+BEGIN_COMMENT\nx\n#+END_COMMENT\n# x\n#", []),
        ("#+BEGIN_VERSE\nRoses are red,\n  violets blue.\n#+END_VERSE", ["Roses are red,\nviolets blue."]),
        ("#+BEGIN_CENTER\nCentred.\n#+END_CENTER", ["Centred."]),
        ("#+begin_warning\nHot.\n#+end_warning", ["Hot."]),
        ("#+BEGIN_QUOTE\nNo end.", ["No end."]),
        ("#+BEGIN: clocktable :x 1\n| a |\n#+END:", []),
        ("| a | b |\n|---+---|\n| 1 | 2 |\n#+TBLFM: $1=2", []),
        ("#+CAPTION: The mill by day\n#+ATTR_HTML: :width 3\n[[file:img/x.png]]", ["The mill by day"]),
        ("\\begin{align*}\na &= b\n\\end{align*}", []),
        (":PROPERTIES:\n:ID: 1\n:END:", []),
        (":LOGBOOK:\nCLOCK: [2020-01-01 Wed 10:00]\n:END:", []),
        (":ASIDE:\nKept.\n:END:", ["Kept."]),
        ('#+INCLUDE: "/etc/hostname"\n#+SETUPFILE: x.org', []),
        ("-----", []),
        ("%%(diary-float t 4 2)", []),
        ("* COMMENT Out\nx\n** x\nx\n* Next", ["Next"]),
        ("* Out :a:noexport:\nx\n* Next", ["Next"]),
        ("* TODO [#A] Next [1/2] :a:b:\nSCHEDULED: <2020-01-01 Wed>", ["Next"]),
        ("* Footnotes\n\n[fn:1] A note\nthat goes on.", []),
        ("* Notes\nThese are kept.", ["Notes", "These are kept."]),
    ],
)
def test_lines_and_blocks(lines, spoken):
    assert said(f"It ran.\n{lines}\n\n* End\nOn.") == ["It ran.", *spoken, "End", "On."]


def test_lines_of_odd_white_space_are_blank():
    assert said("\x0c\n* On Mills\nIt ran.\n\u00a0\nOn.")[-2:] == ["It ran.", "On."]


def test_todo_words_may_be_of_ones_own():
    assert said("#+TODO: IDEA(i) | SHIPPED\n* IDEA The wheel\nIt ran.\n* SHIPPED On\nOn.")[::2] == ["The wheel", "On"]


def test_lists():
    text = "It had:\n- [X] a wheel\n  of oak\n  1. [@5] fifth\n  2. sixth\n- stones :: two of them\n+ a roof\n\n"
    text += "I. Hale came.\nOn."
    blocks = essay_of(text).blocks
    assert [block.text for block in blocks] == [
        *("It had:", "a wheel of oak", "fifth", "sixth", "stones: two of them", "a roof", "I. Hale came. On.")
    ]
    assert [block.level for block in blocks] == [0, 1, 2, 2, 1, 1, 0]


def test_quotations_are_quotations():
    [_, first, second] = essay_of("It ran.\n#+begin_quote\nIt /grinds/.\n\nSlowly.\n#+end_quote\n").blocks
    assert (first.kind, first.text, second.kind) == (Kind.QUOTATION, "It grinds.", Kind.QUOTATION)


def test_what_is_not_said_is_listed():
    text = "It ran[fn:1] as \\(a^2\\).\n#+BEGIN_SRC sh\nls\n#+END_SRC\n| cell |\n\n[fn:1] A note.\n"
    assert "ls" in skipped(text, Reason.CODE)
    assert "cell" in skipped(text, Reason.TABLE)
    assert "A note." in skipped(text, Reason.FOOTNOTE)
    assert "a^2" in skipped(text, Reason.FORMULA)


def test_blocks_in_blocks_without_end():
    deep = "".join(f"#+begin_b{number}\n" for number in range(3000))
    deep += "Here.\n" + "".join(f"#+end_b{number}\n" for number in reversed(range(3000)))
    assert said(f"It ran.\n{deep}") == ["It ran.", "Here."]


@pytest.mark.parametrize(
    "sign", ["*a ", "/a ", "=a ", "[[a][", "[fn:a:", "$a ", "\\(", "{{{a(", "#+BEGIN_QUOTE\n", "- a\n"]
)
def test_signs_without_partners_take_no_time(sign, patient):
    begun = time.process_time()
    assert said("It ran.\n\n" + sign * 10_000)
    assert time.process_time() - begun < patient(5)


@pytest.mark.parametrize(
    "caption", ["#+caption: A mill,\nseen from\nthe air", "#+CAPTION: A mill,\n#+CAPTION: seen from the air"]
)
def test_a_caption_in_several_lines_is_said_whole(caption):
    assert said(f"It ran.\n\n{caption}\n[[file:mill.jpg]]\n\nOn.") == ["It ran.", "A mill, seen from the air", "On."]
    assert said("It ran.\n\n#+caption: A mill.\nIt stands.\n\nOn.")[1:] == ["It stands.", "On."]
