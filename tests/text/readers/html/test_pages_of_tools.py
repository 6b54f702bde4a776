"""What publishing tools and page builders do to an essay, kind by kind; whole pages stand in tests/corpus."""

import pytest

from podcast.text.essay import Kind, Reason
from podcast.text.reading import read_essay

PROSE = "The water on the outside of a curve runs faster than that on the inside, and so it carries more away."
OTHER = "What it carries away it lays down again at the next bend, where it is slow, and nobody asked it to."

SITE = "<meta property='og:site_name' content='Post'>"
OFFICE = (
    "<!--[if gte mso 9]><xml><o:Author>Jo Bell</o:Author><o:Created>2019-06-03T08:00:00Z</o:Created></xml><![endif]-->"
)


def page(inner, head=""):
    return f"<!doctype html><html><head>{head}</head><body>{inner}</body></html>"


def said(inner, head=""):
    essay = read_essay(page(inner, head).encode(), "page.html")
    return [block.text for block in essay.blocks if block.text != essay.title]


def reasons(inner, text):
    return {skip.reason for skip in read_essay(page(inner).encode(), "page.html").skips if text in skip.text}


@pytest.mark.parametrize(
    "prefix", ["elementor-widget elementor-widget-text-editor", "widget", "module-widget", "fl-widget"]
)
def test_what_a_page_builder_calls_each_of_its_pieces_hides_nothing(prefix):
    pieces = "".join(f"<div class='{prefix}'><div><p>{text}</p></div></div>" for text in (PROSE, OTHER))
    assert said(f"<h1>Rivers</h1>{pieces}") == [PROSE, OTHER]


def test_a_page_that_a_script_would_have_shown_is_read():
    assert said(f"<h1>Rivers</h1><div style='visibility: hidden'><p>{PROSE}</p></div>") == [PROSE]


def test_what_is_hidden_beside_the_text_stays_hidden():
    assert said(f"<h1>Rivers</h1><p>{PROSE}</p><div style='display:none'><p>{OTHER}</p></div>") == [PROSE]


@pytest.mark.parametrize(
    "cell",
    [
        f"<p>{PROSE}</p><p>{OTHER}</p>",
        f"<font size=2>{PROSE}<br><br>{OTHER}</font>",
        f"<h2>Bends</h2><p>{PROSE}</p>",
    ],
)
def test_a_table_whose_cells_hold_a_text_lays_it_out(cell):
    assert PROSE in said(f"<table><tr><td>{cell}</td></tr></table>")


def test_a_picture_in_a_table_has_its_caption_said():
    table = "<table><tr><td><img src=a.jpg></td></tr><tr><td class='tr-caption'>A weir</td></tr></table>"
    assert said(f"<article><p>{PROSE}</p>{table}</article>") == [PROSE, "A weir"]


@pytest.mark.parametrize(
    "quote",
    [
        "<aside class=quote><blockquote>{}</blockquote></aside>",
        "<figure class='wp-block-pullquote'><p>{}</p></figure>",
        "<blockquote><p>“{}”</p></blockquote>",
        "<div class='pull-quote'>{}</div>",
    ],
)
def test_a_quotation_that_the_text_says_again_is_said_once(quote):
    pulled = quote.format("runs faster than that on the inside")
    assert said(f"<article><p>{PROSE}</p>{pulled}<p>{OTHER}</p></article>") == [PROSE, OTHER]
    assert reasons(f"<article><p>{PROSE}</p>{pulled}</article>", "runs faster than that on") == {Reason.FURNITURE}


def test_a_quotation_of_its_own_is_said():
    quoted = "<div class=pullquote><p>Nobody steps twice into the same river.</p></div>"
    assert "Nobody steps twice into the same river." in said(f"<article><p>{PROSE}</p>{quoted}</article>")


@pytest.mark.parametrize("link", ["/pipes", "https://rivers.example/pipes"])
@pytest.mark.parametrize(
    "label",
    """Read more: | Lesen Sie auch: | À lire aussi : | Más información: | Leggi anche: | Leia também: | Lees ook:
    | Zobacz też: | Læs også: | 関連記事： | 延伸阅读：""".split(" | "),
)
def test_a_line_that_leads_to_another_article_is_not_said(label, link):
    inserted = f"<p><strong>{label}</strong> <a href='{link}'>How pipes give up</a></p>"
    assert said(f"<article><p>{PROSE}</p>{inserted}<p>{OTHER}</p></article>") == [PROSE, OTHER]


def test_a_sentence_with_a_link_in_it_is_the_writers():
    sentence = "See also: pipes, which are rivers that have given up."
    linked = sentence.replace("pipes", "<a href=/pipes>pipes</a>")
    assert sentence in said(f"<article><p>{PROSE}</p><p>{linked}</p></article>")


def test_a_card_of_another_article_is_not_said():
    card = "<div><a href=/keys><h2>Keys I have lost</h2><h3>A list</h3><p>rivers.example</p></a></div>"
    assert said(f"<article><p>{PROSE}</p>{card}<p>{OTHER}</p></article>") == [PROSE, OTHER]


def test_a_linked_heading_is_said():
    assert "Bends" in said(f"<article><p>{PROSE}</p><h2><a href=/bends>Bends</a></h2><p>{OTHER}</p></article>")


@pytest.mark.parametrize(
    "above",
    [
        "<p class=chapo>It was early.</p>",
        "<div class='standfirst'>It was early</div>",
        "<div class='post-excerpt'><p>It was early.</p></div>",
        "<figure><img src=a.jpg><figcaption>It was early</figcaption></figure>",
    ],
)
def test_a_summary_above_the_element_of_the_text_is_said(above):
    told = [
        text.rstrip(".")
        for text in said(f"<div><h1>Rivers</h1>{above}<div class=post-content><p>{PROSE}</p></div></div>")
    ]
    assert told == ["It was early", PROSE.rstrip(".")]


def test_a_postscript_below_it_is_said_too():
    below = "<div class=ps><h2>P.-S.</h2><p>It rained.</p></div>"
    below += "<div class=rubrique><p>Other things of the same kind.</p></div>"
    assert said(f"<h1>Rivers</h1><div class=entry-content><p>{PROSE}</p></div>{below}") == [
        PROSE,
        "P.-S.",
        "It rained.",
    ]


def test_comments_are_none_of_the_article_however_long_and_whatever_their_class():
    comments = "".join(
        f"<article class=comment-body><div class='entry-content'><p>{OTHER} {n}</p></div></article>" for n in range(9)
    )
    text = f"<h1>Rivers</h1><div class=entry-content><p>{PROSE}</p></div>"
    inner = f"<article>{text}<div class=comments>{comments}</div></article>"
    assert said(inner) == [PROSE]


@pytest.mark.parametrize(
    "heading",
    [
        "<h2 class='anchor anchorWithStickyNavbar_LWe7' id=b>Bends<a class=hash-link href='#b'>\u200b</a></h2>",
        "<h2><a class='toc-backref' href='#id2'>Bends</a><a class=headerlink href='#b'>¶</a></h2>",
        "<section id=copyright><h2 id=copyright>Bends</h2></section>",
    ],
)
def test_a_heading_is_no_menu(heading):
    assert said(f"<article><p>{PROSE}</p>{heading}<p>{OTHER}</p></article>") == [PROSE, "Bends", OTHER]


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        (r"So \(x^2 + 1\) grows.", "So grows."),
        (r"So $$x^2$$ grows.", "So grows."),
        (r"<span class='math inline'>\(a &lt; b\)</span> So it is.", "So it is."),
        ("So <math><mfrac><mi>a</mi><mi>b</mi></mfrac></math> grows.", "So grows."),
        ("<span class='math inline'><em>d</em> = <em>vt</em></span> holds.", "d = vt holds."),
        (r"<code>\(x\)</code> is TeX.", r"\(x\) is TeX."),
        ("As Fig. <a href='#Fig1'>1</a> shows, see <a href='#S2'>2</a>.", "As Fig. 1 shows, see 2."),
        ("It bends<a href='#fn1'>1</a> and bends <a class=footnote-ref href='#fn2'>2</a>.", "It bends and bends."),
        ("It is in [<a href='#b1'>1</a>, <a href='#b2'>2</a>].", "It is in."),
        ("In&shy;struc\u00adtions.", "Instructions."),
        ("<img class=emoji alt=':grin:' src=x.png>It bends.", "It bends."),
        ("<img alt='[personal profile]' src=x.svg>jane bends.", "jane bends."),
        ("<span>It was 1951.</span><span>Then it ended.</span>", "It was 1951. Then it ended."),
    ],
)  # fmt: skip
def test_signs_in_a_sentence(written, spoken):
    assert said(f"<article><p>{PROSE}</p><p>{written}</p></article>") == [PROSE, spoken]


def test_an_empty_line_of_an_editor_is_no_scene_break():
    essay = read_essay(
        page(f"<p>{PROSE}</p><p>\u200d</p><hr style='page-break-before:always;display:none'><p>{OTHER}</p>").encode(),
        "a.html",
    )
    assert Reason.RULE not in {skip.reason for skip in essay.skips}


def test_words_quotations_are_quotations():
    essay = read_essay(page(f"<p class=MsoNormal>{PROSE}</p><p class=MsoQuote>{OTHER}</p>").encode(), "a.html")
    assert [block.kind for block in essay.blocks] == [Kind.PARAGRAPH, Kind.QUOTATION]


@pytest.mark.parametrize(
    ("head", "inner", "facts"),
    [
        ("", "<abbr class=published title='2012-06-23T17:05:00-03:00'>17:05</abbr>", ("", "2012-06-23")),
        ("", "<span property='schema:dateCreated' content='2012-06-23'></span>", ("", "2012-06-23")),
        ("<meta name=author content='Jo Bell'><meta name=author content='Al Orr'>", "", ("Jo Bell, Al Orr", "")),
        (f"{SITE}<meta name=author content='Post, Boston'>", "<a rel=author>Jo Bell</a>", ("Jo Bell", "")),
        ("", "<div itemprop=author><div><b itemprop=name>Jo Bell</b></div><i>Editor</i></div>", ("Jo Bell", "")),
        ("", "<div><a class='wp-block-post-author-name__link' href=/jo>Jo Bell</a></div>", ("Jo Bell", "")),
        ("", "<table><tr><th class='fn org'>Hollin Ferry</th></tr></table>", ("", "")),
        (OFFICE, "", ("Jo Bell", "2019-06-03")),
        ("", "<div class=footer>Posted by Jo Bell on May 2, 2006 at 9:14 PM in A</div>", ("Jo Bell", "2006-05-02")),
    ],
)  # fmt: skip
def test_facts(head, inner, facts):
    essay = read_essay(page(f"<article><h1>Rivers</h1>{inner}<p>{PROSE}</p></article>", head).encode(), "page.html")
    assert (essay.author, str(essay.date.date()) if essay.date else "") == facts


@pytest.mark.parametrize(
    ("window", "heading", "title"),
    [
        ("Margins: A Binder's Elbow", "<h3>A Binder's Elbow</h3>", "A Binder's Elbow"),
        ("막차의 손님 :: 골목 끝 다방", "<strong class=title>막차의 손님</strong><br><br>", "막차의 손님"),
        ("傘を返す｜みずき｜note", "<h2>傘を返す</h2>", "傘を返す"),
        ("Bouillons - Carnet - Marguerite", "<h2>Bouillons</h2>", "Bouillons"),
    ],
)
def test_the_title_is_the_line_that_the_window_shows_beside_the_site(window, heading, title):
    essay = read_essay(page(f"<div>{heading}<p>{PROSE}</p></div>", f"<title>{window}</title>").encode(), "page.html")
    assert essay.title == title


def test_what_a_journal_prints_below_an_article_is_not_said():
    below = "<h2>Author information</h2><h3>Affiliations</h3><p>Institute.</p>"
    inner = f"<article><h1>Ducks</h1><p>{PROSE}</p>{below}<h2>Methods</h2><p>{OTHER}</p></article>"
    assert said(inner, "<meta name=citation_journal_title content=Zoology>") == [PROSE, "Methods", OTHER]
    assert "Author information" in said(inner)
