"""The law holds for any essay, and it is not kept by calling the text markup."""

import re
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podcast.errors import PodcastError
from podcast.text.essay import Essay, Reason
from podcast.text.partition import faults_of, partition_faults
from podcast.text.reading import read_essay
from podcast.text.script import write_script

SPOKEN = "spoken"


def word(number):
    """A word that no other part has; letters only, so that no format sees markup in it."""
    return "q" + "".join(chr(ord("a") + int(digit)) for digit in f"{number:04}") + "z"


# A part: a template, and for each of its words where that must end up.
PLAIN = [
    ("Some {} text that is long enough to be a paragraph of prose, {} and more of it.", SPOKEN, SPOKEN),
    ("> A quotation {}\n> over two lines {}.", SPOKEN, SPOKEN),
    ("- item {}\n- another {}", SPOKEN, SPOKEN),
    ("1. item {}\n2. another {}", SPOKEN, SPOKEN),
    ("See (https://example.org/{}) for {}.", Reason.URL, SPOKEN),
    ("Heading {}\n=========", SPOKEN),
    ("* * *",),
    ("   indented {}\n\tand tabbed {}", SPOKEN, SPOKEN),
    ("An _{}_, *{}* river{}.[1]", SPOKEN, SPOKEN, SPOKEN),
    ("Odd signs & < > {} * _ ` [ ] ( ) \\ {}", SPOKEN, SPOKEN),
    ("HOST: One {}.\nGUEST: Two {}.\nHOST ({}): Three {}.", SPOKEN, SPOKEN, Reason.DIRECTIVE, SPOKEN),
    ("Before {}[pause 1.5s]after {}. [sting]", SPOKEN, SPOKEN),
    ("[pause]\n{} [pause for {}]", SPOKEN, SPOKEN),
    ("The mountain {} and the moun-\n  tain, a well-\nknown {} one.", SPOKEN, SPOKEN),
    ("He {}\n[Illustration: {}]\nwent [Pg 27] on {}", SPOKEN, Reason.IMAGE, SPOKEN),
    ("A [Greek: {}] word {} of 1914-\n18.\n\n{{27}}", SPOKEN, SPOKEN),
    ("Prose {} that has ended.\n\nFOOTNOTES:\n\n[1] See {}.\n\n[2] And {}.", SPOKEN, Reason.FOOTNOTE, Reason.FOOTNOTE),
]
MARKDOWN = [
    ("Some *{}* and **{}** and `{}`, {}.", SPOKEN, SPOKEN, SPOKEN, SPOKEN),
    ("# {} #", SPOKEN),
    ("Setext {}\n----", SPOKEN),
    ("> quoted *{}\n> {}* and\nlazy {}", SPOKEN, SPOKEN, SPOKEN),
    ("- one {}\n  - two {}\n\n    more {}", SPOKEN, SPOKEN, SPOKEN),
    ("7. one `{}\n   {}`", SPOKEN, SPOKEN),
    ("```{}\n{}\n```", Reason.CODE, Reason.CODE),
    ("text {}\n\n    code {}", SPOKEN, Reason.CODE),
    ("| a {} |\n|---|\n| {} |", Reason.TABLE, Reason.TABLE),
    ('[text {}](https://example.org/{} "title {}") after {}', SPOKEN, Reason.LINK_TARGET, Reason.LINK_TARGET, SPOKEN),
    ("![alt *{}*](pic-{}.png)", SPOKEN, Reason.IMAGE),
    ("[![alt {}]({}.png)](https://{}.org) {}", SPOKEN, Reason.IMAGE, Reason.LINK_TARGET, SPOKEN),
    ("<https://{}.org/{}> and https://e.org/{}_b_c?x=1&amp;y=2 {}", SPOKEN, Reason.URL, Reason.URL, SPOKEN),
    ("note[^{}] {}\n\n[^{}]: The note {}", Reason.FOOTNOTE, SPOKEN, Reason.FOOTNOTE, Reason.FOOTNOTE),
    ("<!-- {} --> and {}", Reason.COMMENT, SPOKEN),
    ("a <!-- {} --> b {}", Reason.COMMENT, SPOKEN),
    ("<div class='share'>\n<p>raw {}</p> {}\n</div>", SPOKEN, SPOKEN),
    ("inline <b class='x'>{}</b> <img src='{}.png' alt='{}'>", SPOKEN, Reason.IMAGE, SPOKEN),
    ("<script>\nlet {} = 1\n</script>", Reason.SCRIPT),
    ("A &amp; \\* {} &nbsp; &lt;{}&gt; ~~{}~~ ***{}** x*", SPOKEN, SPOKEN, SPOKEN, SPOKEN),
    ("[{}][ref]\n\n[ref]: https://{}.org '{}'", SPOKEN, Reason.LINK_TARGET, Reason.LINK_TARGET),
    ("***",),
    ("A [[{}|{}]] and [[{}]].", Reason.LINK_TARGET, SPOKEN, SPOKEN),
    ("$$\n{}\n$$\n\nAnd $x_{}$ too, {}.", Reason.FORMULA, Reason.FORMULA, SPOKEN),
    ("{{{{ {} }}}} and {{% {} %}} {}", Reason.DIRECTIVE, Reason.DIRECTIVE, SPOKEN),
    ("- [x] {}  \n  ^[{}] {}\\\n{}", SPOKEN, Reason.FOOTNOTE, SPOKEN, SPOKEN),
    ("**HOST:** *{}*\n**GUEST** ({}): {}\nHOST: {}", SPOKEN, Reason.DIRECTIVE, SPOKEN, SPOKEN),
    ("<!-- podcast: voice {} --> {} [pause] {}", Reason.CUE, SPOKEN, SPOKEN),
    ("<!-- podcast: voice {} -->", Reason.CUE),
    ("> one *{} [pause\n> 2s] {}* two [sting].", SPOKEN, SPOKEN),
    ("[one *{}*]{{lang={}}} and **{}**{{: lang='fr' .{}}}", SPOKEN, Reason.ATTRIBUTES, SPOKEN, Reason.ATTRIBUTES),
    ("::: {{lang=de .{}}}\n{}\n\n> {}\n:::\n{}", Reason.ATTRIBUTES, SPOKEN, SPOKEN, SPOKEN),
    ("{}\n{{: lang=fr #{}}}\n\n# {} {{lang=de}}", SPOKEN, Reason.ATTRIBUTES, SPOKEN),
    ("<blockquote lang=de>\n\n{} <i lang='la' class='x'>{}</i>\n\n</blockquote>", SPOKEN, SPOKEN),
    ("#",),
    ("{} 10<sup>2</sup> {}<sup>3</sup> and 10 m^2^, {}", SPOKEN, SPOKEN, SPOKEN),
    ('[caption id="{}"]<img src="{}.png"> {}[/caption] {}', Reason.DIRECTIVE, Reason.IMAGE, SPOKEN, SPOKEN),
    ("[vc_row a='{}']\n{}\n[/vc_row]\n[embed]{}[/embed]", Reason.DIRECTIVE, SPOKEN, Reason.DIRECTIVE),
    ("{{{{< figure src='{}'\n\ncaption='{}' >}}}}\n{}", Reason.DIRECTIVE, SPOKEN, SPOKEN),
    (
        "<div>\n{{{{< a {} >}}}}\n{}</div>\n\n[{}]({{% link {} %}})",
        Reason.DIRECTIVE,
        SPOKEN,
        SPOKEN,
        Reason.LINK_TARGET,
    ),
    ("{{% comment %}}\n{}\n\n{}{{% endcomment %}} {}", Reason.COMMENT, Reason.COMMENT, SPOKEN),
    ("<table><tr><td>{}</td>\n\n<td>{}</td></tr></table>", Reason.TABLE, Reason.TABLE),
    ('!!! {} "{}"\n    {}\n\n    {}\n\n{}', Reason.DIRECTIVE, SPOKEN, SPOKEN, SPOKEN, SPOKEN),
    ("{}\n: {} *{}*\n:   {}\n\n    {}", SPOKEN, SPOKEN, SPOKEN, SPOKEN, SPOKEN),
    (":::{}[{}]\n{}\n:::\n\n> [!{}] {}\n> {}", Reason.DIRECTIVE, SPOKEN, SPOKEN, Reason.DIRECTIVE, SPOKEN, SPOKEN),
    ("A [@{}, p. 3] and @{}; see @fig-{}. {}", Reason.FOOTNOTE, SPOKEN, Reason.FOOTNOTE, SPOKEN),
    ("{}^2^ H~{}~ \\*{}\\* [[#{}]] [[{}#^{}]]", *[SPOKEN] * 4, *[Reason.LINK_TARGET] * 2),
    (
        "![{}]({}.png){{width=50% #{}}} and `{}`{{=html}} {}",
        SPOKEN,
        Reason.IMAGE,
        Reason.DIRECTIVE,
        Reason.CODE,
        SPOKEN,
    ),
    ("*[{}]: {}\n\n* {}\n{{:toc}}\n\n{}", Reason.DIRECTIVE, Reason.DIRECTIVE, Reason.NAVIGATION, SPOKEN),
    ("+-----+\n| {} |\n+-----+\n\n{}", Reason.TABLE, SPOKEN),
]
HTML = [
    ("<p>Some <b>{}</b> &amp; <i>{}</i></p>", SPOKEN, SPOKEN),
    ("<h2>{}</h2>{}", SPOKEN, SPOKEN),
    ("<ul><li>{}<li>{}<ol><li>{}</ol></ul>", SPOKEN, SPOKEN, SPOKEN),
    ("<blockquote>{}<br>{}</blockquote>", SPOKEN, SPOKEN),
    ("<a href='https://{}.org'>{}</a>", Reason.LINK_TARGET, SPOKEN),
    ("<pre>{} <b>{}</b></pre>", Reason.CODE, Reason.CODE),
    ("<table><tr><th>{}</th><td>{}</td></tr></table>", Reason.TABLE, Reason.TABLE),
    ("<nav><a href='/'>{}</a></nav>", Reason.NAVIGATION),
    ("<aside>{}</aside>{}", Reason.FURNITURE, SPOKEN),
    ("<div class='social-share'>{}<div>{}</div></div>", Reason.FURNITURE, Reason.FURNITURE),
    ("<p hidden>{}</p>", Reason.FURNITURE),
    ("<p>* <span hidden>{}</span> *</p>", Reason.FURNITURE),
    ("<p>{}<br>\n{} <span class=button>{} <b>{}</b></span></p>", SPOKEN, SPOKEN, Reason.FURNITURE, Reason.FURNITURE),
    ("<p><a href='#ref1'>[1]</a> {} <b>{}</b></p>", Reason.FOOTNOTE, Reason.FOOTNOTE),
    ("<p>{} [<a href='#n1'>1</a>, <a href='/a#n2'><sup>2</sup></a>] {} 10<sup>2</sup> {}<sup>3</sup></p>",)
    + (SPOKEN,) * 3,
    ("<p>{}<br>+ {}<br>+ <i>{}</i>,<br>{}</p>", SPOKEN, SPOKEN, SPOKEN, SPOKEN),
    ("<p><span>{}</span><span class=block>{}</span><a href='#1'>{}</a></p>", SPOKEN, SPOKEN, SPOKEN),
    (
        "<img alt='IMG_{}'><figure><figcaption>{}. (Photo: {})</figcaption></figure>",
        Reason.IMAGE,
        SPOKEN,
        Reason.FURNITURE,
    ),
    ("<script>'<p>{}</p>'</script>", Reason.SCRIPT),
    ("<!-- {} -->", Reason.COMMENT),
    ("<figure><img src={}.png alt='{} &quot;x'><figcaption>{}</figcaption></figure>", Reason.IMAGE, SPOKEN, SPOKEN),
    ("{}<sup><a href='#n'>1</a></sup> {}", SPOKEN, SPOKEN),
    ("{} https://{}.org/{} {}", SPOKEN, SPOKEN, Reason.URL, SPOKEN),
    ("loose < {} & {} >", SPOKEN, SPOKEN),
    ("<p><b>HOST:</b> {}<br>GUEST: {}</p><p>HOST: {}</p>", SPOKEN, SPOKEN, SPOKEN),
    (
        "<p>{} [pause 500 ms]<!-- podcast: voice {} -->{} <code>[pause] {}</code></p>",
        SPOKEN,
        Reason.CUE,
        SPOKEN,
        SPOKEN,
    ),
    ("<p lang=fr>{} <i lang=de>{} {}</i><span xml:lang=''>{}</span></p><hr>", SPOKEN, SPOKEN, SPOKEN, SPOKEN),
]
WRITTEN = {"essay.txt": PLAIN, "essay.md": MARKDOWN, "essay.html": HTML}


@st.composite
def essays(draw, name):
    """An essay of the name's format, and its planted words with where each must be."""
    parts = draw(st.lists(st.sampled_from(WRITTEN[name]), min_size=1, max_size=12))
    planted, written = {}, ["Begin with some prose, long enough, that ends here.", ""]
    for template, *expected in parts:
        words = [word(len(planted) + number) for number in range(len(expected))]
        planted.update(zip(words, expected, strict=True))
        written += [template.format(*words), ""]
    return "\n".join(written), planted


def check_law(essay: Essay) -> None:
    assert partition_faults(essay) == []
    script = write_script(essay, max_chars=100, says_title=False)
    runs = [run for segment in script.segments for run in segment.runs]
    assert faults_of(essay.source, runs, script.skips) == []
    assert all(any(map(str.isalnum, segment.text)) and len(segment.text) <= 100 for segment in script.segments)


def check_planted(essay: Essay, planted: dict[str, str]) -> None:
    text = "\n".join(block.text for block in essay.blocks)
    assert {sought for sought, place in planted.items() if place is SPOKEN} == {w for w in planted if w in text}
    for sought, reason in planted.items():
        if reason is not SPOKEN:
            start = essay.source.index(sought)
            assert [skip.reason for skip in essay.skips if skip.start <= start < skip.end] == [reason]


def words_in_markup(essay: Essay) -> list[str]:
    """Letters and digits in MARKUP, other than in tags, entities and the numbers of list items.

    A tag's name goes on to a space, a slash or a > (HTML, 13.2.5.8, "Tag name state"), and an attribute's to these
    or an = (13.2.5.33): `<a<table>` is one tag, and so is `<a <table>`.
    """
    source = essay.source
    for skip in essay.skips:
        if skip.reason is Reason.DIRECTIVE:  # it may stand in a tag, and have a < of its own
            source = source[: skip.start] + " " * (skip.end - skip.start) + source[skip.end :]
    signs = re.finditer(r"</?[A-Za-z][^\s/>]*(?:\s+<[^\s/>]*|[^<>])*>|\b\d+[.)]|&\w+;", source)
    is_sign = {at for sign in signs for at in range(*sign.span())}
    markup = [skip for skip in essay.skips if skip.reason is Reason.MARKUP]
    places = [at for skip in markup for at in range(skip.start, skip.end) if at not in is_sign]
    return [essay.source[at] for at in places if essay.source[at].isalnum()]


@pytest.mark.parametrize("name", ["essay.txt", "essay.md"])
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_each_word_is_said_or_skipped_for_the_right_reason(name, data):
    source, planted = data.draw(essays(name))
    essay = read_essay(source.encode(), name)
    check_law(essay)
    check_planted(essay, planted)
    assert words_in_markup(essay) == []


@settings(max_examples=60, deadline=None)
@given(essays("essay.html"))
def test_each_word_of_html_is_said_or_skipped_for_the_right_reason(drawn):
    source, planted = drawn
    essay = read_essay(source.encode(), "essay.html")
    check_law(essay)
    check_planted(essay, planted)


SIGNS = st.lists(
    st.sampled_from("ab1 \n\t*_`[]()<>!&;#-=+~\\\"'/|:^.>$éß—“”\xa0{}")
    | st.sampled_from(["[pause 1s]", "[sting]", "{lang=fr}", "\nHOST: ", "\nAB: ", "<i lang=de>", "</i>", ":::", "***"])
    | st.sampled_from(
        ["{{< a ", " >}}", "{% highlight %}", "{% endhighlight %}", "[b]", "[/b]", "[code]", "[/code]", "<table>"]
    )
    | st.sampled_from(
        [
            "</table>",
            "<td>",
            "<A>",
            "@a",
            "[@b]",
            "{=c}",
            ":tada:",
            "~x~",
            "^2^",
            "\\*",
            "{/*",
            "*/}",
            "```",
            "\n+--+\n",
            "\n--- ---\n",
            "%%",
            "$$",
        ]
    )
    | st.sampled_from(
        ["\nimport a from 'b'\n", "\nexport default ", "\n\n", '\n!!! a "b"\n', "    ", "\n: ", "\n/// a | b\n"]
    ),
    max_size=100,
).map("".join)


@pytest.mark.parametrize("name", ["essay.txt", "essay.md", "essay.html"])
@settings(max_examples=200, deadline=None)
@given(signs=SIGNS)
def test_the_law_holds_for_any_signs(name, signs):
    try:
        essay = read_essay(signs.encode(), name)
    except PodcastError:
        return
    check_law(essay)
    if name != "essay.html":
        assert words_in_markup(essay) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text("abc &<>é", min_size=1, max_size=30), min_size=1, max_size=5))
def test_escaped_text_is_said_as_it_was_meant(texts):
    source = "".join(f"<p>{escape(text)}</p>" for text in texts)
    meant = [" ".join(text.split()) for text in texts if any(map(str.isalnum, text))]
    if meant:
        assert [block.text for block in read_essay(source.encode(), "x.html").blocks] == meant


def test_faults_are_found():
    essay = read_essay(b"One two three.", "essay.txt")
    (block,) = essay.blocks
    (run,) = block.runs
    assert faults_of(essay.source, [], [])
    assert faults_of(essay.source, [run, run], [])
    assert faults_of("Another text.", [run], [])
