import pytest

from podcast.text.essay import Kind, Reason
from podcast.text.partition import partition_faults
from podcast.text.readers.html.reader import read_html
from podcast.text.reading import read_essay

PROSE = "The water on the outside of a curve runs faster than that on the inside, and so it carries more away."
PAGE = """<!DOCTYPE html>
<html lang="en_US"><head><meta charset="utf-8"><title>Why Rivers Bend | River Blog</title>
<meta property="og:title" content="Why Rivers Bend &amp; Wander"><meta property="og:site_name" content="River Blog">
<meta name="author" content="Jane Doe"><meta property="article:published_time" content="2024-05-01T10:00:00+00:00">
<meta name="description" content="On rivers."><link rel="canonical" href="https://rivers.example/2024/why/">
<script>var x = "<p>no</p>";</script><style>p {}</style></head>
<body class="single comments-open has-sidebar">
<a class="skip-link" href="#content">Skip to content</a>
<header><h1>River Blog</h1><nav><ul><li><a href="/">Home</a></li></ul></nav></header>
<main><article id="post-7" class="post-7 post hentry category-social tag-newsletter">
<header><h1>Why Rivers Bend &amp; Wander</h1><div class="entry-meta">Posted by <a href="/jane">Jane</a></div></header>
<div class="entry-content"><p>A river is <b>lazy</b> water that finds <a href="/way?a=1&amp;b=2">its way</a>.</p>
<div class="adsbygoogle">Buy shoes</div><p>It bends.<sup>[<a href="#fn1">1</a>]</sup></p>
<div class="sharedaddy"><h3>Share this:</h3><a href="?share=x">X</a></div>
</div><footer>Filed under: Rivers</footer></article>
<div id="comments"><h2>3 thoughts</h2><article class="comment-body"><p>Great post! I read every word.</p></article>
<form><label>Comment</label><textarea><p></textarea><button>Post</button></form></div>
</main><aside><h2>Recent</h2></aside><footer>© 2024 River Blog</footer></body></html>"""


def texts(source):
    return [block.text for block in read_html(source).blocks]


def reasons(source, text):
    return {skip.reason for skip in read_html(source).skips if text in skip.text}


def test_of_a_saved_page_only_the_article_is_said():
    assert texts(PAGE) == [
        "Why Rivers Bend & Wander",
        "A river is lazy water that finds its way.",
        "It bends.",
    ]


def test_the_rest_is_reported_with_a_reason():
    assert reasons(PAGE, "Share this") == reasons(PAGE, "Great post") == reasons(PAGE, "Buy") == {Reason.FURNITURE}
    assert reasons(PAGE, "Skip to") == {Reason.NAVIGATION}
    assert reasons(PAGE, "var x") == {Reason.SCRIPT}
    assert reasons(PAGE, "1") >= {Reason.FOOTNOTE}


def test_facts_of_the_page():
    essay = read_html(PAGE)
    assert (essay.title, essay.author, essay.language) == ("Why Rivers Bend & Wander", "Jane Doe", "en-us")
    assert str(essay.date) == "2024-05-01 10:00:00+00:00"
    assert essay.description == "On rivers."
    assert {run.href for block in essay.blocks for run in block.runs} == {"", "https://rivers.example/way?a=1&b=2"}


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Rivers | A Blog</title>", "Rivers"),
        ("<title>Rivers and lakes</title>", "Rivers and lakes"),
        ("<meta property='og:title' content='Rivers – Blog'><meta property='og:site_name' content='Blog'>", "Rivers"),
        ("<title>Site</title></head><h1>Rivers</h1>", "Rivers"),
        ("<meta property='og:title' content='Rivers by The Daily'></head><h1>Rivers</h1>", "Rivers"),
        ("<title>Rivers | Blog</title></head><h2>Rivers</h2>", "Rivers"),
        ("<title>Blog</title></head><h1><a href='/'>Blog</a></h1><h2>Rivers</h2>", "Rivers"),
        ("<meta property='og:site_name' content='Blog'></head><h1>Blog</h1><h2>Rivers</h2>", "Rivers"),
        ("<title>Mills</title></head><h1>Mills</h1><h2>Rivers</h2>", "Mills"),
    ],
)
def test_titles(head, title):
    assert read_html(f"<html><head>{head}<p>{PROSE}</p></html>").title == title


@pytest.mark.parametrize(
    ("source", "spoken"),
    [
        ("<p>Hello</p>", ["Hello"]),
        ("Hello<p>there<p>you", ["Hello", "there", "you"]),
        ("<ul><li>a<li>b</ul>c", ["a", "b", "c"]),
        ("a<br>b<br><br>c", ["a\nb", "c"]),
        ("<p>a&nbsp;b &amp; &lt;c&gt; &copy &nosuch;</p>", ["a b & <c> © &nosuch;"]),
        ("<p>10<sup>2</sup> 21<sup>st</sup> H<sub>2</sub>O</p>", ["10² 21st H2O"]),
        ("<img src=a.png alt='A &amp; B'><img src=b.gif alt=''>", ["A & B"]),
        ("<figure><img src=a alt=x><figcaption>y</figcaption></figure>", ["x", "y"]),
        ("<p title='a > b'>c</p>", ["c"]),
        ("<p>a < b & c > d</p>", ["a < b & c > d"]),
        ("<p>one <span hidden>no</span><span class=sr-only>no</span>two</p>", ["one two"]),
        ("<p>a <svg><title>no</title></svg>b</p>", ["a b"]),
        ("<blockquote>Water flows.<footer>Heraclitus</footer></blockquote>", ["Water flows.", "Heraclitus"]),
    ],
)
def test_pieces_of_html(source, spoken):
    assert texts(source) == spoken


def test_kinds():
    source = "<h2>a</h2><blockquote><p>b</p></blockquote><ol><li>c<ul><li>d</ul></ol><p>e"
    assert [(block.kind, block.level) for block in read_html(source).blocks] == [
        (Kind.HEADING, 2),
        (Kind.QUOTATION, 1),
        (Kind.LIST_ITEM, 1),
        (Kind.LIST_ITEM, 2),
        (Kind.PARAGRAPH, 0),
    ]


def test_a_page_without_an_article_element_goes_by_its_prose():
    paragraphs = "".join(f"<p>{number} {PROSE} {PROSE}</p>" for number in range(6))
    menu = "<div><a href=/>Home</a> <a href=/b>Blog</a> <a href=/c>Contact</a></div>"
    said = texts(f"<html><body>{menu}<div><h1>Rivers</h1>{paragraphs}</div></body></html>")
    assert len([text for text in said if PROSE in text]) == 6
    assert said[0] == "Rivers"


def test_a_layout_table_is_said_and_a_data_table_is_not():
    data = "<table><tr><th>year</th></tr><tr><td>2024</td></tr></table>"
    source = f"<html><body><table><tr><td>{PROSE} {PROSE}<br><br>More.{data}</td></tr></table></body></html>"
    assert texts(source) == [f"{PROSE} {PROSE}", "More."]
    assert reasons(source, "2024") == {Reason.TABLE}


def test_a_misleading_class_does_not_hide_the_article():
    assert texts(f"<html><body><div class='share-page'><h1>A</h1><p>{PROSE}</p></div></body></html>") == ["A", PROSE]
    assert texts(f"<html><body><div class='newsletter'><p>{PROSE}</p></div></body></html>") == [PROSE]


def test_nothing_is_lost_below_deep_nesting():
    said = texts(f"<html><body><p>{PROSE}</p>" + "<div>" * 400 + f"<p>{PROSE}</p></body></html>")
    assert said == [PROSE, PROSE]


WORD = f"""<html><head><title>Why rivers bend</title></head><body lang=EN-GB>
<p class=MsoTitle>Why rivers bend<o:p></o:p></p><p class=MsoNormal>{PROSE} {PROSE}<o:p></o:p></p><h1>The shape</h1>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span><![endif]>An item</p><p class=MsoNormal>{PROSE}<a
href="#_ftn1" name="_ftnref1"><span>[1]</span></a></p><p class=MsoFootnoteText><a href="#_ftnref1"
name="_ftn1"><span>[1]</span></a> See the map.</p></body></html>"""
GOOGLE_DOCS = f"""<html><body class="doc-content"><p class="c4 title"><span>Why rivers bend</span></p>
<p><span>{PROSE} </span><a href="https://www.google.com/url?q=https://example.org/a?b%3Dc&amp;sa=D">Lazy</a><sup><a
href="#cmnt1">[a]</a></sup></p><h1>The shape</h1><p><span>{PROSE}</span></p>
<div><p><a href="#cmnt_ref1">[a]</a><span>Really?</span></p></div></body></html>"""


def test_a_page_saved_from_word():
    essay = read_html(WORD)
    assert (essay.title, essay.language) == ("Why rivers bend", "en-gb")
    assert texts(WORD) == ["Why rivers bend", f"{PROSE} {PROSE}", "The shape", "An item", PROSE]
    assert [(block.kind, block.level) for block in essay.blocks if block.text == "An item"] == [(Kind.LIST_ITEM, 2)]
    assert reasons(WORD, "See the map") == {Reason.FOOTNOTE}


def test_a_page_from_google_docs():
    essay = read_html(GOOGLE_DOCS)
    assert essay.title == "Why rivers bend"
    assert texts(GOOGLE_DOCS) == ["Why rivers bend", f"{PROSE} Lazy", "The shape", PROSE]
    assert {run.href for block in essay.blocks for run in block.runs} == {"", "https://example.org/a?b=c"}
    assert reasons(GOOGLE_DOCS, "Really?") == {Reason.FOOTNOTE}


GRAPH = """{"@graph": [{"@type": "WebSite", "name": "Rivers"}, {"@type": ["Article"], "author": [{"name": "Jane Doe"}],
"datePublished": "2024-05-01"}]}"""
POSTING = """[{"@type": "BlogPosting", "author": {"name": "Jane Doe", "url": "x"}, "datePublished": "2024-05-01"}]"""
YOAST = """<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Jane Doe">
<meta name="date" content="2024-05-01">"""


@pytest.mark.parametrize(
    "head",
    [
        f"<script type='application/ld+json'>{GRAPH}</script>",
        f"<script type='application/ld+json'>{POSTING}</script>",
        YOAST,
    ],
)
def test_author_and_date_from_what_search_engines_are_told(head):
    essay = read_html(f"<html><head>{head}</head><body><p>{PROSE}</p></body></html>")
    assert (essay.author, str(essay.date)[:10]) == ("Jane Doe", "2024-05-01")


@pytest.mark.parametrize("script", ["{", "[" * 5000, '{"@type": "Article", "author": 7}', '"x"', "null"])
def test_linked_data_that_cannot_be_read_is_passed_over(script):
    assert read_html(f'<script type="application/ld+json">{script}</script><p>{PROSE}</p>').author == ""


def test_the_sites_name_goes_where_the_heading_shows_it():
    head = "<meta property=og:title content='Meander - Wikipedia'>"
    assert read_html(f"<html><head>{head}</head><h1>Meander</h1><p>{PROSE}</p></html>").title == "Meander"


@pytest.mark.parametrize(
    ("piece", "reason"),
    [
        ("<div class='wp-block-button'><a href=/s>Subscribe now</a></div>", Reason.FURNITURE),
        ("<p class='button-wrapper'><a class='button primary' href=/s>Subscribe now</a></p>", Reason.FURNITURE),
        ("<div class='speechify-ignore'><span>Subscribe now</span></div>", Reason.FURNITURE),
        ("<div class='post-ufi'><div>Subscribe now</div></div>", Reason.FURNITURE),
        ("<img aria-hidden=true src=x.png alt='Subscribe now'>", Reason.IMAGE),
        ("<img src=x.png alt='Subscribe-now.png'>", Reason.IMAGE),
        ("<math><annotation>Subscribe now</annotation></math>", Reason.MARKUP),
        ("<ol><li>Subscribe now <a href='#ref1'>\u21a9</a></li></ol>", Reason.FOOTNOTE),
    ],
)
def test_what_a_reader_of_the_page_would_not_read_aloud(piece, reason):
    source = f"<html><body><article><p>{PROSE}</p>{piece}<p>{PROSE}</p></article></body></html>"
    assert texts(source) == [PROSE, PROSE]
    assert any("ubscribe" in skip.text for skip in read_html(source).skips if skip.reason is reason)


def test_the_reading_of_japanese_signs_is_not_said_twice():
    assert texts("<p><ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>です</p>") == ["漢字です"]


def test_what_is_left_out_of_a_line_is_reported_as_one():
    source = f"<p>{PROSE}<sup class=noprint>[<i><a href=/x>citation needed</a></i>]</sup></p>"
    assert [skip.text for skip in read_html(source).skips if skip.reason is Reason.FURNITURE] == ["[citation needed]"]


@pytest.mark.parametrize(
    ("piece", "said"),
    [
        ("<h2><a class=anchor href='#shape'>#</a> The shape</h2>", "The shape"),
        ("<h2><a href='#shape'>1</a> The shape</h2>", "The shape"),
        ("<p>It bends. <a href='#top'>↑</a></p>", "It bends."),
        ("<p><a href='#i'>I</a> think it bends.</p>", "I think it bends."),
        ("<p>It bends.<sup><a href='#a'>a</a></sup></p>", "It bends."),
    ],
)
def test_not_every_mark_makes_a_footnote(piece, said):
    assert texts(piece) == [said]


@pytest.mark.parametrize(
    ("piece", "said"),
    [
        ("10 m<sup>2</sup>, 5 km<sup>3</sup>", "10 m², 5 km³"),
        ("4 hm<sup>2</sup>, 3 dam<sup>2</sup>, 2 palmos<sup>2</sup>", "4 hm², 3 dam², 2 palmos"),
        ("E = mc<sup>2</sup>, 10<sup>-6</sup>, 10<sup>&minus;6</sup>", "E = mc², 10⁻⁶, 10⁻⁶"),
        ("20<sup>th</sup>, XIX<sup>e</sup>, M<sup>me</sup>", "20th, XIXe, Mme"),
        ("1<sup>1</sup>/<sub>2</sub> cups", "1 1/2 cups"),
        ("It bends<sup>2</sup> here.<sup>3,4</sup>", "It bends here."),
        ("In 1999<sup>2</sup> it (the river)<sup>1</sup> bent", "In 1999 it (the river) bent"),
        ("It bends<a href='/page.html#n1'><sup>1</sup></a>.", "It bends."),
        ("It bends<a href='https://x.example/a#n1'>[1]</a>, see <a href='/page#n1'>1</a>.", "It bends, see 1."),
    ],
)
def test_a_raised_number_is_a_power_or_the_mark_of_a_note(piece, said):
    assert texts(f"<p>{piece}</p>") == [said]


@pytest.mark.parametrize(
    ("piece", "said"),
    [
        ("fast »&nbsp;<span>[<a href='#n1'>1</a>]</span>. So", "fast ». So"),
        ("fast (<a href='#n2'>2</a>) and [<a href='#n1'>1</a>, <a href='#n2'>2</a>] so", "fast and so"),
        ("main() and [] <a href='#n1'>1</a>", "main() and []"),
    ],
)
def test_the_brackets_of_a_mark_go_with_it(piece, said):
    assert texts(f"<p>{piece}</p>") == [said]


@pytest.mark.parametrize(
    ("piece", "said"),
    [
        ("<span>Jane Doe</span><span>May first</span>", "Jane Doe May first"),
        ("<a href=/a>rivers</a><a href=/b>lakes</a>", "rivers lakes"),
        ("Rivers<small>Second part</small>", "Rivers Second part"),
        ("<span class=t>Chapter</span><span class=n>12</span>", "Chapter 12"),
        ("one<span style='display: block'>two</span>three", "one\ntwo\nthree"),
        ("<span class=dropcap>O</span>nce <b>un</b>done, <span>wo</span><span>rd</span>", "Once undone, word"),
        ("Mc<span>Donald</span> and H<sub>2</sub>O and e<i>Bay</i>", "McDonald and H2O and eBay"),
    ],
)
def test_words_that_only_the_style_keeps_apart(piece, said):
    assert texts(f"<p>{piece}</p>") == [said]


@pytest.mark.parametrize(
    ("piece", "kinds"),
    [
        (
            "+ one<br>+ two,<br>with more<br>* three",
            [("list item", text) for text in ("one", "two, with more", "three")],
        ),
        (f"{PROSE}<br>&bull; one<br>• two", [("paragraph", PROSE), ("list item", "one"), ("list item", "two")]),
        (f"1. one<br>2. two<br>3. {PROSE}", [("paragraph", f"1. one\n2. two\n3. {PROSE}")]),
        ("one<br>- two", [("paragraph", "one\n- two")]),
        ("– Who?<br>– You.", [("paragraph", "– Who?\n– You.")]),
    ],
)
def test_lines_with_signs_before_them_are_a_list(piece, kinds):
    assert [(str(block.kind), block.text) for block in read_html(f"<p>{piece}</p>").blocks] == kinds


@pytest.mark.parametrize(
    "alt",
    [
        *("IMG_0193", "DSC01234", "Screenshot 2021-03-04 at 10.00.00", "my old mill.jpeg", "mill-winter-300x200"),
        *("Image for post", "photo", "Image", "Featured image", "picture 3", "Bild", "Beitragsbild", "Foto 2"),
        *("imagen", "immagine", "imagem", "afbeelding", "zdjęcie", "画像", "图片", "фото", "old_mill_final"),
    ],
)
def test_an_alternative_text_that_tells_nothing_is_not_said(alt):
    assert texts(f"<p>{PROSE}</p><p><img src=a alt='{alt}'></p>") == [PROSE]


@pytest.mark.parametrize(
    "alt", ["A river", "Covid-19", "Photo of the author", "Jean-Pierre", "Figure 2: a mill", "Paris"]
)
def test_an_alternative_text_that_tells_something_is_said(alt):
    assert texts(f"<p><img src=a alt='{alt}'></p>") == [alt]


@pytest.mark.parametrize(
    ("piece", "said"),
    [
        ("<img alt='The mill'><figcaption>The mill.</figcaption>", ["The mill."]),
        (
            "<img alt='The mill'><figcaption>The mill, in winter. (A. Example / Agency)</figcaption>",
            ["The mill, in winter."],
        ),
        ("<figcaption>The mill</figcaption><img alt='The mill'>", ["The mill"]),
        ("<img alt='The mill'><figcaption>Photo by Jane Doe on Unsplash</figcaption>", ["The mill"]),
        ("<figcaption>The mill. Foto: Jane Doe/dpa</figcaption>", ["The mill."]),
        ("<figcaption>The mill | © Jane Doe</figcaption>", ["The mill"]),
        ("<figcaption>The mill (left) and the inn.</figcaption>", ["The mill (left) and the inn."]),
        ("<figcaption>Source of the river. It is cold.</figcaption>", ["Source of the river. It is cold."]),
        ("<p class=wp-caption-text>Crédit photo : Jane Doe</p>", []),
        ("<img alt='Mill'><figcaption>It grinds: a mill.</figcaption>", ["Mill", "It grinds: a mill."]),
    ],
)
def test_a_picture_is_told_once_and_without_its_credits(piece, said):
    assert texts(f"<p>{PROSE}</p><figure>{piece}</figure><p>{PROSE}</p>") == [PROSE, *said, PROSE]


LIBRARY = f"""<html lang=en><head><title>The Project Gutenberg eBook of On Mills, by Ann Example.</title></head><body>
<section class='pg-boilerplate pgheader'><p>This ebook is for anyone.</p><p>*** START OF THE PROJECT GUTENBERG EBOOK ON
MILLS ***</p></section><div class=transnote><p>Transcriber's Note: kept.</p></div><h1>ON MILLS</h1><h2>BY</h2>
<h2>ANN EXAMPLE</h2><p>LONDON<br>1890</p><p>Produced by B. Sample</p><p>[Illustration: A mill]</p>
<h2>CONTENTS</h2><ul><li>The Mill <a href='#p3'>3</a></li></ul>
<h2>The Mill</h2><p><span class=pagenum>[Pg 27]</span>{PROSE} [Pg 28]{PROSE}</p><p>In 1890 it burned.</p>
<p>End of Project Gutenberg's On Mills</p><p>{PROSE}</p></body></html>"""
OLD_LIBRARY = f"""<html><head><title>Mills</title></head><body>
<h1>The Project Gutenberg eBook, On Mills, by Ann Example</h1><p>***START OF THIS PROJECT GUTENBERG EBOOK***</p>
<h1>On Mills</h1><p>{PROSE}{{28}} {PROSE}</p><p>So it ends.</p></body></html>"""


def test_of_a_librarys_book_only_the_book_is_said():
    assert texts(LIBRARY) == ["ON MILLS", "The Mill", f"{PROSE} {PROSE}", "In 1890 it burned."]
    assert texts(OLD_LIBRARY) == ["On Mills", f"{PROSE} {PROSE}", "So it ends."]
    for page in (LIBRARY, OLD_LIBRARY):
        assert (read_html(page).title, read_html(page).author) == ("On Mills", "Ann Example")


@pytest.mark.parametrize("heading", ["References", "See also", "Weblinks", "Liens externes", "Przypisy", "参考文献"])
def test_lists_of_sources_at_the_end_are_not_said(heading):
    source = f"<h2>One</h2><p>{PROSE}</p><p>{PROSE}</p><h2>{heading}</h2><ul><li>Doe 1999</ul><h2>Literatur</h2><li>Roe"
    assert texts(source) == ["One", PROSE, PROSE]
    assert reasons(source, "Doe 1999") == {Reason.FOOTNOTE}


def test_a_part_of_the_essay_called_so_is_said():
    source = f"<h2>Notes</h2><p>{PROSE}</p><h2>References</h2><p>{PROSE}</p><h2>Links</h2><li>One<h2>Two</h2><p>End."
    assert "".join(texts(source)) == f"Notes{PROSE}References{PROSE}LinksOneTwoEnd."


def test_an_encyclopaedias_contents_and_boxes_are_not_said():
    contents = "<div id=toc class=toc><h2>Contents</h2><ul><li><a href='#d'>1 Details</a></ul></div>"
    boxes = "<div class=navbox>Mills</div>"
    source = f"<div class=mw-parser-output><p>{PROSE}</p>{contents}<h2>Details</h2><p>{PROSE}</p>{boxes}</div>"
    assert texts(source) == [PROSE, "Details", PROSE]


def linked_data(text):
    return f"<script type='application/ld+json'>{text}</script>"


PERSON = '{"@type": "Person", "name": "Jane Doe"}'
GROUP = '{"@type": "Organization", "name": "The Daily"}'


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ("<meta name=author content='Jane Doe (https://jane.example/)'>", "Jane Doe"),
        ("<meta name=author content='jane@example.org (Jane Doe)'>", "Jane Doe"),
        ("<meta name=dc.creator content='Doe, Jane, 1850-1920'>", "Jane Doe"),
        ("<meta name=author content='admin'><a rel=author href=/j>Jane Doe</a>", "Jane Doe"),
        (
            "<meta property=og:site_name content=Rivers><meta name=author content=Rivers><i class=p-author>Jane</i>",
            "Jane",
        ),
        ("<p class='author-name'>Jane Doe</p>", "Jane Doe"),
        (linked_data(f'<![CDATA[{{"@type": "TechArticle", "author": [{PERSON}]}}]]>'), "Jane Doe"),
        (linked_data(f'//<![CDATA[\n{{"@type": "Article", "author": {PERSON}}}\n//]]>'), "Jane Doe"),
        (linked_data(f'[[{{"@type": "LiveBlogPosting", "author": [{GROUP}, {PERSON}]}}]]'), "Jane Doe"),
        (
            linked_data('{"@graph": [{"@type": "Article", "author": {"@id": "#p"}}, {"@id": "#p", "name": "Jane"}]}'),
            "Jane",
        ),
        (linked_data(f'{{"@type": "WebPage", "mainEntity": {{"@type": "Article", "creator": {PERSON}}}}}'), "Jane Doe"),
        (linked_data(f'{{"@type": "Article", "author": {GROUP}}}') + "<i class=p-author>Jane Doe</i>", "Jane Doe"),
        (linked_data(f'{{"@type": "Article", "publisher": {GROUP}}}'), "The Daily"),
    ],
)
def test_the_author_is_a_person_where_one_is_named(head, author):
    assert read_html(f"<html><head></head><body>{head}<p>{PROSE}</p></body></html>").author == author


def test_those_who_comment_are_no_authors():
    comment = "<ol><li><b class=fn>Jim Roe</b><p>Nice.</p></li></ol>"
    assert read_html(f"<p>{PROSE}</p>{comment}").author == ""


def test_what_stands_above_the_title_is_not_said():
    assert texts(f"<p>Travel</p><h1>Rivers</h1><p>{PROSE}</p>") == ["Rivers", PROSE]
    assert texts(f"<p>For my mother.</p><h1>Rivers</h1><p>{PROSE}</p>") == ["For my mother.", "Rivers", PROSE]
    assert texts(f"<h1><a href='/'>Blog</a></h1><h2>Rivers</h2><p>{PROSE}</p>") == ["Rivers", PROSE]


@pytest.mark.parametrize("lang", ["C", "POSIX", "und", "en.utf-8!", "English", ""])
def test_what_names_no_language_is_none_and_another_place_may_state_it(lang):
    page = f'<html lang="{lang}"><head>%s</head><body><article><p>{PROSE}</p></article></body></html>'
    assert read_html(page % "").language == ""
    assert read_html(page % '<meta property="og:locale" content="de_AT">').language == "de-at"


def test_code_is_told_without_the_markup_that_colours_it():
    code = '<pre class="r"><code><span class="k">if</span> a &lt; b:\n    stop</code></pre>'
    [skip] = [one for one in read_html(f"<p>{PROSE}</p>{code}<p>{PROSE}</p>").skips if one.reason is Reason.CODE]
    assert skip.text == "if a < b:\n    stop"


@pytest.mark.parametrize(("alt", "hidden"), [("A pond", ' aria-hidden="true"'), ("", ""), ("A pond", "")])
def test_a_caption_is_said_once_also_where_it_is_hidden_from_those_who_hear_the_alt(alt, hidden):
    figure = f'<figure><img src="p.png" alt="{alt}"><figcaption{hidden}>A pond</figcaption></figure>'
    page = f"<article><p>{PROSE}</p>{figure}<p>{PROSE}</p></article>"
    assert texts(page) == [PROSE, "A pond", PROSE]


def test_a_note_below_the_text_goes_by_the_sign_of_its_mark():
    page = f"<p>It was dear.<sup>†</sup> {PROSE}</p><p>† Very dear.</p><p>* * *</p><p>‡ stands alone.</p>"
    assert [block.text for block in read_essay(page.encode(), "a.html").blocks] == [
        f"It was dear. {PROSE}",
        "‡ stands alone.",
    ]


@pytest.mark.parametrize("before", ["", ">", "-", "x", "Look: ", "Look:"])
@pytest.mark.parametrize(
    "around", ["<p>{}</p>", "<figure>{}</figure>", "<figure>{}<figcaption>A map</figcaption></figure>"]
)
def test_an_alternative_text_is_said_whatever_stands_before_it(before, around):
    page = f"<p>{PROSE}</p>" + around.format(f'{before}<img src="a.png" alt="Chart of rivers">')
    essay = read_essay(page.encode(), "a.html")
    assert partition_faults(essay) == []
    assert any("Chart of rivers" in block.text for block in essay.blocks)
