"""Pages that don't say which part of them is the article."""

from podcast.text.readers.html.reader import read_html

PROSE = [
    "The river turned in the night, and nobody in the village heard it go.",
    "In the morning the bridge stood over grass, and the children ran beneath it.",
    "Old Tam said that he had known since Tuesday, because the ducks had moved out.",
    "We walked to the mill, which had nothing to do, and sat on its steps till noon.",
]
ARTICLE = f"<h1>The Turned River</h1><p>{'</p><p>'.join(PROSE[:3])}</p>"
MENU = "<div><a href=/>Home</a> <a href=/a>Away</a></div>"
TEASER = "<div><h3><a href=/x>The other bank</a></h3><p>A short walk.</p></div>"


def texts(body):
    return [block.text for block in read_html(f"<!doctype html><html><body>{body}</body></html>").blocks]


def test_teasers_and_menus_beside_the_text_are_none_of_it():
    page = f"<div>{MENU}<div><div>{ARTICLE}</div><div>{TEASER}{TEASER}</div></div></div>"
    assert texts(page) == ["The Turned River", *PROSE[:3]]


def test_a_title_in_a_box_of_its_own_stays():
    rest = ARTICLE.replace("<h1>The Turned River</h1>", "")
    page = f"<div>{MENU}<div><h1>The Turned River</h1><p>A tale.</p></div><div>{rest}</div></div>"
    assert texts(page) == ["The Turned River", "A tale.", *PROSE[:3]]


def test_a_last_part_with_a_heading_of_its_own_is_text():
    page = f"<table><tr><td>{ARTICLE}</td></tr><tr><td><h2>The mill</h2><p>{PROSE[3]}</p></td></tr></table>"
    assert texts(page) == ["The Turned River", *PROSE[:3], "The mill", PROSE[3]]


def test_parts_in_boxes_of_their_own_stay_together():
    page = f"<div>{MENU}<div>{ARTICLE}</div><div><h2>The mill</h2><p>{PROSE[3]}</p><p>{PROSE[0]}</p></div></div>"
    assert texts(page)[-3:] == ["The mill", PROSE[3], PROSE[0]]


def test_a_page_of_links_alone_is_read():
    assert texts("<div><a href=/>Home</a></div><div><a href=/a>Away</a></div>") == ["Home", "Away"]
