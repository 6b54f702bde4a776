import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feed.fit import clean_html, fit_html, fit_line, fit_text, fit_url

ALLOWED_TAGS = {"p", "br", "ol", "ul", "li", "a", "b", "i", "strong", "em"}
HOSTILE = st.text(st.characters() | st.sampled_from("]>&<\x00\x0b\ud800\ufffe\u202e\n 🎧"), max_size=300)


class Tags(HTMLParser):
    """Collects what a player would see."""

    def __init__(self, html):
        super().__init__()
        self.open, self.names, self.links, self.text = [], set(), [], ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.names.add(tag)
        self.links += [value for name, value in attrs if name == "href"]
        assert {name for name, _ in attrs} <= {"href"}
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


@given(HOSTILE)
def test_a_line_is_one_and_short_and_fitting_it_again_changes_nothing(text):
    line = fit_line(text, 20)
    assert len(line) <= 20
    assert line == line.strip() == fit_line(line, 20)
    assert not re.search("[\n\r\x00-\x1f\ud800-\udfff\ufffe\uffff]", line)


@given(HOSTILE, st.integers(10, 200))
def test_a_text_has_no_more_bytes_than_it_may(text, max_bytes):
    fitted = fit_text(text, max_bytes)
    assert len(fitted.encode()) <= max_bytes
    assert fitted == fitted.strip() == fit_text(fitted, max_bytes)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  Two\n\twords ", "Two words"),
        ("one two three", "one two…"),
        ("思考的艺术是什么意思呢", "思考的艺术是什么…"),
        ("\x00a\ufffe\ud800\x0bb", "ab"),
    ],
)
def test_lines_end_after_a_whole_word(text, line):
    assert fit_line(text, 9) == line


def test_a_text_keeps_its_paragraphs():
    assert fit_text(" One.\r\n\r\nTwo.\x00 ") == "One.\n\nTwo."
    assert fit_text("word " * 1000, 12) == "word…"


@given(HOSTILE)
def test_clean_html_is_clean(text):
    tags = Tags(clean_html(f"<p>{text}<a href='{text}'>{text}</a>"))
    assert not tags.open
    assert tags.names <= ALLOWED_TAGS


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ("<h2>Head</h2><p>a <b>b</b></p>", "Head<p>a <b>b</b></p>"),
        ("<script>alert(1)</script><style>p{}</style>x", "x"),
        ("x <!-- y --> z", "x  z"),
        ('<a href="https://x.org/?a=1&b=2" onclick="x()">l</a>', '<a href="https://x.org/?a=1&amp;b=2">l</a>'),
        ('<a href="../there">l</a>', "<a>l</a>"),
        ('<a href="java&#1;script:alert(1)">l</a>', "<a>l</a>"),
        ("a ]]> b", "a ]]&gt; b"),
        ("<p>open <i>too", "<p>open <i>too</i></p>"),
        ("&#0;&#1;&#xFFFE;a&#xD800;", "\ufffda\ufffd"),
    ],
)
def test_html_is_cleaned_of_what_apps_do_not_show(html, cleaned):
    assert clean_html(html) == cleaned


def test_no_link_is_a_script_once_illegal_characters_are_gone():
    for code in (*range(32), 0x7F, 0xFFFE):
        links = Tags(clean_html(f'<a href="&#{code};java&#{code};script:alert(1)">x</a>')).links
        assert not any("javascript" in re.sub(r"\s", "", link) for link in links), code


@given(st.integers(60, 400))
def test_cut_html_stays_whole(max_bytes):
    html = clean_html("<ul><li>Salz &amp; <b>Pfeffer</b> <a href='https://x.org/ü'>für alle</a></li></ul>" * 8)
    cut = fit_html(html, max_bytes)
    tags = Tags(cut)
    assert max_bytes - 120 < len(cut.encode()) <= max_bytes
    assert not tags.open
    assert not re.search(r"&(?!amp;|nbsp;)", cut)
    assert tags.text.endswith("…")
    assert ("Salz & Pfeffer für alle" * 9).startswith(tags.text.removesuffix("…").strip())


@pytest.mark.parametrize("html", ["<b>" * 3000 + "deep", "x" * 9000, "思" * 5000, "&amp;" * 2000, "<br>" * 3000])
def test_torture_is_cut_too(html):
    cut = fit_html(clean_html(html), 4000)
    assert len(cut.encode()) <= 4000
    assert not Tags(cut).open


def test_short_html_is_not_cut():
    assert fit_html("<p>Short.</p>", 4000) == "<p>Short.</p>"


@pytest.mark.parametrize(
    ("url", "fitted"),
    [
        ("https://x.org/a%20b?c=d&e#f", "https://x.org/a%20b?c=d&e#f"),
        (" https://x.org/é ö.mp3\n", "https://x.org/%C3%A9%20%C3%B6.mp3"),
        ('https://x.org/"<>\x00', "https://x.org/%22%3C%3E"),
    ],
)
def test_urls_are_ascii(url, fitted):
    assert fit_url(url) == fitted
