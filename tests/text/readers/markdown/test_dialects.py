"""What kramdown, pandoc, GitHub, Hugo and Obsidian add to Markdown."""

import sys

import pytest

from podcast.text.essay import Kind, Reason
from podcast.text.readers.markdown.reader import read_markdown
from podcast.text.reading import read_essay


def texts(source):
    return [block.text for block in read_markdown(source, "essay.md").blocks]


def skipped(source, reason):
    return [skip.text for skip in read_markdown(source, "essay.md").skips if skip.reason is reason]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("A [[River]] is [[Water|lazy water]], see [[Note#Part]].", "A River is lazy water, see Note."),
        ("He ==marked== it, but not a == b or a==b.", "He marked it, but not a == b or a==b."),
        ("==„vier“== ==(five)== ==six;== ==seven…== ==“eight.”==", "„vier“ (five) six; seven… “eight.”"),
        ("==**nine**== ==*ten*== **==eleven==** x=== y", "nine ten eleven x=== y"),
        ("彼は==言った。==私は笑った。", "彼は言った。私は笑った。"),
        ("The <script> tag frightens people. It should.", "The tag frightens people. It should."),
        ("One <style>p { }</style> two.", "One two."),
        ("The length $x$ and the width $2 b$.", "The length x and the width 2 b."),
        ("It costs $5 to $10 a day; she has $3,000 and A$6.", "It costs $5 to $10 a day; she has $3,000 and A$6."),
        ("It costs 5$ (see_note) and 10$ or $6 (a_b) for 7$.", "It costs 5$ (see_note) and 10$ or $6 (a_b) for 7$."),
        ("Home is $HOME/$USER_NAME here.", "Home is $HOME/$USER_NAME here."),
        (
            "See [[#The part]], [[a/b/Note name]], [[AC/DC]] and [[Note.md]].",
            "See The part, Note name, AC/DC and Note.",
        ),
        (
            "H~2~O, 2^10^, 1^st^ and ~struck~, ~5 to ~10, ~/a and ~/b.",
            "H2O, 2^10, 1st and struck, ~5 to ~10, ~/a and ~/b.",
        ),
        ("\\*They\\* and \\_he\\_ see 5 \\* 3 for free\\*.", "They and he see 5 * 3 for free*."),
        ("====four==== x ==== y", "four x ==== y"),
        ("It :heart: us. Great! :tada: At 12:30:45 :nonsense:", "It heart us. Great! At 12:30:45 :nonsense:"),
        ("A {ref}`page <id>` and :abbr[HTML]{title=x}.", "A page and HTML."),
        ("![A](b.png){ align=left } [b](c.md){ .button } `d`{=html}", "A b"),
        ('![A](b.png){width="3in"\nheight="2in"} c', "A c"),
        ("Not a footnote: x^2 and [word].", "Not a footnote: x^2 and [word]."),
        ("Braces {of mine} and 100%% sure.", "Braces {of mine} and 100%% sure."),
    ],
)
def test_what_is_meant_is_said(source, said):
    assert texts(source) == [said]


@pytest.mark.parametrize(
    ("sign", "reason"),
    [
        (r"$\pi = \frac{C}{d}$", Reason.FORMULA),
        (r"$$x^2$$", Reason.FORMULA),
        (r"\(a_1 * b_2 * c\)", Reason.FORMULA),
        ("{{ site.title }}", Reason.DIRECTIVE),
        ('{{< figure src="x.jpg" >}}', Reason.DIRECTIVE),
        ("{% include x.html %}", Reason.DIRECTIVE),
        ("{: .lead}", Reason.DIRECTIVE),
        ("{#shape .wide}", Reason.DIRECTIVE),
        ("^[A note of mine]", Reason.FOOTNOTE),
        ("%%a comment%%", Reason.COMMENT),
        ("![[image.png]]", Reason.IMAGE),
        ("[[Note#^abc]]", Reason.LINK_TARGET),
        ("[toc]", Reason.DIRECTIVE),
        ("\\newpage", Reason.DIRECTIVE),
        ("[@knuth84, p. 3; see @b]", Reason.FOOTNOTE),
        ("[-@knuth84]", Reason.FOOTNOTE),
        ("{cite}`knuth`", Reason.FOOTNOTE),
        ("`{python} len(x)`", Reason.CODE),
    ],
)
def test_what_is_not_for_the_ear_is_reported(sign, reason):
    assert texts(f"A river {sign} bends.") == ["A river bends."]
    assert skipped(f"A river {sign} bends.", reason) == [sign]


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        ("$$\n\\int x\n$$", Reason.FORMULA),
        ("\\[\nx\n\\]", Reason.FORMULA),
        ("\\begin{align}\na &= b\n\\end{align}", Reason.FORMULA),
        ("{% highlight ruby %}\nputs 1\n\nputs 2\n{% endhighlight %}", Reason.CODE),
        ("%%\nnot yet\n%%", Reason.COMMENT),
    ],
)
def test_blocks(block, reason):
    assert texts(f"before\n{block}\nafter") == ["before", "after"]
    assert skipped(f"before\n{block}\nafter", reason) == [block]


@pytest.mark.parametrize("sign", ["$$", "%%", "\\[", "{% highlight x %}"])
def test_what_is_never_closed_hides_nothing(sign):
    assert "river" in " ".join(texts(f"{sign}\n\nA river."))


def test_tasks_and_callouts():
    assert texts("- [ ] one\n- [x] two") == ["one", "two"]
    blocks = read_markdown("> [!note] Mind\n> the gap\n\n> [!TIP]+\n> Go.", "essay.md").blocks
    assert [block.text for block in blocks] == ["Mind", "the gap", "Go."]
    assert {block.kind for block in blocks} == {Kind.QUOTATION}


def test_an_image_that_only_has_a_file_name_is_not_said():
    assert texts("One ![IMG_1234.jpg](IMG_1234.jpg) two ![A river](r.jpg).") == ["One two A river."]
    assert "r.jpg" in skipped("![A river](r.jpg)", Reason.IMAGE)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (r"\[04:13\] The river had risen.", "[04:13] The river had risen."),
        (r"He wrote \[sic\] and \(sic\).", "He wrote [sic] and (sic)."),
        (r"He \(who was tall\) came.", "He (who was tall) came."),
        (r"“\[T\]he river,” he said, “\[i\]t rose.” \[A\] \[k\]", "“[T]he river,” he said, “[i]t rose.” [A] [k]"),
        (r"It was \[12:20\] late. \[laughs\] Then.", "It was [12:20] late. [laughs] Then."),
        (r"So \(x\) and \(a^2 + b^2\) and \[\alpha\] and \(n-1\) hold.", "So and and and hold."),
    ],
)
def test_escaped_brackets_hold_a_formula_only_if_it_looks_like_one(text, said):
    assert texts(text) == [said]


@pytest.mark.parametrize("name", ["center", "quote", "verse", "flushright", "abstract"])
def test_what_tex_sets_apart_is_said(name):
    source = f"Before.\n\n\\begin{{{name}}}\nA river.\n\nIt bends.\n\\end{{{name}}}\n\nAfter."
    assert texts(source) == ["Before.", "A river.", "It bends.", "After."]


def test_a_block_between_escaped_brackets_is_one_formula_or_text():
    source = "\\[04:13\\] One.\n\nTwo.\n\n\\[05:10\\] Three. \\[06:00\\]\n\n\\[\nE = mc^2\n\\]\n"
    assert texts(source) == ["[04:13] One.", "Two.", "[05:10] Three. [06:00]"]
    assert skipped(source, Reason.FORMULA) == ["\\[\nE = mc^2\n\\]"]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("As @smith04 says, it stood (see @fig-mill); see @tbl-a.", "As smith says, it stood."),
        ("In @fig-mill and @doe_99 [p. 3] it\nstood [see @a, pp. 3-5;\n@b].", "In fig-mill and doe it stood."),
        ("There were `r nrow(x)` mills at a@b.org, [@c](https://d.org).", "There were mills at a@b.org, c."),
    ],
)
def test_citations_of_quarto_are_cut_or_said_without_their_signs(source, said):
    (block,) = read_essay(source.encode(), "essay.qmd").blocks
    assert block.text == said


def test_an_at_sign_that_names_a_person_is_left():
    assert texts("Thanks to @ada and `r x`.") == ["Thanks to @ada and r x."]
    assert texts("---\nbibliography: a.bib\n---\n\nAs @ada says.") == ["As ada says."]


def test_names_of_blocks_abbreviations_and_contents_are_not_said():
    source = "One. ^a1\n\n- two ^b\n\n^c-3\n\n*[HTML]: Hyper Text\n\n* TOC\n{:toc}\n\nThree."
    assert texts(source) == ["One.", "two", "Three."]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("10 m^2^ and E = mc^2^", "10 m² and E = mc²"),
        ("10 m<sup>2</sup>, 2<sup>10</sup>, 10<sup>-6</sup> m", "10 m², 2¹⁰, 10⁻⁶ m"),
        ("a 19<sup>th</sup> mill, x<sup>n</sup>", "a 19th mill, xn"),
        ("1<sup>1</sup>/2 cups", "1 1/2 cups"),
        ("a<sup>b *c* d</sup> e", "ab c d e"),
    ],
)
def test_a_raised_number_is_read_as_on_a_web_page(source, said):
    assert texts(source) == [said]


def test_a_raised_number_behind_a_word_is_the_mark_of_a_note():
    source = "It bends.<sup>1</sup> And so^2^ it goes.<sup>3</sup>"
    assert texts(source) == ["It bends. And so it goes."]
    assert skipped(source, Reason.FOOTNOTE) == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("One [two ![three four.\n", "One [two ![three four."),
        ("See [the mill](a.md) and [two ![three.\n", "See the mill and [two ![three."),
        ("Wow![not an image\n", "Wow![not an image"),
        ("[One\n", "[One"),
    ],
)
def test_brackets_that_nothing_closes_are_text(source, said):
    assert texts(source) == [said]


def test_open_brackets_are_read_once_and_not_at_each_depth():
    """The library reads each of them up to 20 times."""
    counted = 0

    def count(frame, event, _):
        nonlocal counted
        counted += event == "call" and frame.f_code.co_name == "skipToken"

    sys.setprofile(count)
    try:
        read_markdown("A mill. " + "[" * 2000, "mill.md")
    finally:
        sys.setprofile(None)
    assert counted < 2000
