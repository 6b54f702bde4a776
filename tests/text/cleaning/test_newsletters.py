"""Letters to many, and what their sites' exporters leave in a text."""

import pytest

from podcast.text.essay import Reason
from podcast.text.partition import partition_faults
from podcast.text.reading import read_essay

PROSE = "A quiet house is not an empty one, and whoever has lived in both will tell you that the first one hums."
MORE = "The neighbours kept their rules for eleven years, and when they moved out they left them on the kitchen door."


def read(text, name="essay.md"):
    essay = read_essay(text.encode(), name)
    assert partition_faults(essay) == []
    return essay


def said(text, name="essay.md"):
    return [block.text for block in read(text, name).blocks]


@pytest.mark.parametrize(
    "button",
    [
        "[Subscribe now](https://a.substack.com/subscribe?)",
        "[Jetzt abonnieren](https://a.substack.com/subscribe?utm_source=x)",
        "[Compartir](https://a.substack.com/p/casa?utm_source=substack&action=share)",
        "[Deixe um comentário](https://a.substack.com/p/casa/comments)",
        "[12](https://a.substack.com/p/casa/comments)",
        "[Share](javascript:void\\(0\\))",
        "[Abonnez-vous](https://example.org/#/portal/signup)",
        "[Tweet](https://twitter.com/intent/tweet?text=a) | [Share](https://www.facebook.com/sharer/sharer.php?u=b)",
        "[Buy me a coffee](https://www.buymeacoffee.com/jane)",
        "[\n\n12\n\n](https://a.substack.com/p/casa/comments)",
    ],
)
def test_buttons_in_the_midst_are_not_said(button):
    assert said(f"{PROSE}\n\n{button}\n\n{MORE}") == [PROSE, MORE]


@pytest.mark.parametrize(
    "sentence",
    [
        "You can [subscribe](https://a.substack.com/subscribe?) if you must.",
        "[He said](https://example.org/comments-on-rivers) nothing.",
        "[Run it](javascript:run) twice.",
    ],
)
def test_a_link_in_a_sentence_is_said(sentence):
    plain = sentence.replace("[", "").split("](")
    assert said(f"{PROSE}\n\n{sentence}\n\n{MORE}")[1] == plain[0] + plain[1].partition(")")[2]


@pytest.mark.parametrize(
    "offer",
    [
        "Thanks for reading Slow Rooms! Subscribe for free to receive new posts and support my work.",
        "Slow Rooms is a reader-supported publication. To receive new posts and support my work, consider subscribing.",
        "Gracias por leer Casa. Suscríbete gratis para recibir nuevas entradas.",
        "Lees ook: Waarom de bus nooit op tijd is",
        "À lire aussi : La maison d'en face",
        "Press enter or click to view image in full size",
    ],
)
@pytest.mark.parametrize("name", ["essay.md", "essay.txt"])
def test_offers_in_the_midst_are_not_said(offer, name):
    assert said(f"{PROSE}\n\n{offer}\n\n{MORE}", name) == [PROSE, MORE]


def test_the_words_of_an_offer_in_a_sentence_are_the_writers():
    line = "Thanks for reading my mind, she said, and closed the door."
    assert said(f"{PROSE}\n\n{line}\n\n{MORE}")[1] == line


def test_links_around_blocks_are_said_without_their_signs():
    text = f"{PROSE}\n\n[\n\nThe second house\n\n](https://example.org/second)\n\n{MORE}"
    assert said(text) == [PROSE, "The second house", MORE]


@pytest.mark.parametrize(
    ("top", "end"),
    [
        ("View this email in your browser:\nhttps://a.example/1", "Unsubscribe: https://a.example/2"),
        ("View in browser <https://a.example/1>", "You are receiving this email because you signed up at a.example."),
        ("Im Browser ansehen: https://a.example/1", "Newsletter abbestellen: https://a.example/2"),
        ("Ver en el navegador", "Darse de baja\nhttps://a.example/2"),
        ("Bekijk in je browser", "Je ontvangt deze e-mail omdat je je hebt aangemeld."),
    ],
)
def test_what_frames_a_letter_is_not_said(top, end):
    assert said(f"{top}\n\n{PROSE}\n\n{MORE}\n\n{end}", "essay.txt") == [PROSE, MORE]


def test_numbers_that_lead_to_a_list_of_addresses_go_with_it():
    text = f"The ladder [1] was his [2].\n\n{PROSE}\n\n[1] https://a.example/1\n[2]: https://a.example/2"
    essay = read(text, "essay.txt")
    assert [block.text for block in essay.blocks] == ["The ladder was his.", PROSE]
    assert {skip.reason for skip in essay.skips} == {Reason.FOOTNOTE}


def test_numbers_without_a_list_are_said():
    assert said("The ladder [1] was his.", "essay.txt") == ["The ladder [1] was his."]


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ("[1](#footnote-1)", "[1](#footnote-anchor-1)\n\nOr so they say."),
        ("[\\[1\\]](#_ftn1)", "[\\[1\\]](#_ftnref1) Or so they say."),
        ("[1](#fn1)", "[1](#fnref1)\n\nOr so they say."),
    ],
)
def test_notes_that_links_lead_to_and_back_from_are_not_said(mark, note):
    essay = read(f"They hum{mark}. {PROSE}\n\n{MORE}\n\n{note}")
    assert [block.text for block in essay.blocks] == [f"They hum. {PROSE}", MORE]
    assert {skip.reason for skip in essay.skips} >= {Reason.FOOTNOTE}


@pytest.mark.parametrize(
    "top",
    [
        "[Maeve Corrigan](https://substack.com/@maeve)\n\nFeb 11, 2024",
        (
            "[![Maeve Corrigan](a.png)](https://medium.com/@maeve)\n\n[Maeve Corrigan](https://medium.com/@maeve)\n\n"
            "·\n\nFollow\n\n4 min read\n\n·\n\nFeb 11, 2024"
        ),
        "By [Maeve Corrigan](https://maeve.medium.com) on [February 11, 2024](https://medium.com/p/1).",
        "[Maeve Corrigan](https://example.org/author/maeve/)\n\nFeb 11, 2024",
    ],
)
def test_who_wrote_it_is_who_the_link_at_the_top_leads_to(top):
    essay = read(f"# On Houses\n\n{top}\n\n{PROSE}\n\n{MORE}")
    assert (essay.author, str(essay.date.date())) == ("Maeve Corrigan", "2024-02-11")
    assert [block.text for block in essay.blocks] == ["On Houses", PROSE, MORE]


def test_a_name_twice_below_a_title_is_the_writers():
    essay = read(f"Open in app\nSign in\n\nOn Houses\nWhat hums\n\nAda Lake\nAda Lake\n\n{PROSE}\n\n{MORE}", "e.txt")
    assert (essay.title, essay.author) == ("On Houses", "Ada Lake")


def test_a_linked_name_in_the_text_is_said():
    assert said(f"{PROSE}\n\n[Maeve Corrigan](https://example.org/rivers)\n\n{MORE}")[1] == "Maeve Corrigan"


@pytest.mark.parametrize(
    ("caption", "kept"),
    [
        ("The canal in May. Photo by Ann Odell on Unsplash", "The canal in May."),
        ("El canal en mayo. Foto de la autora.", "El canal en mayo."),
        ("Le canal en mai. Crédit photo : Solène Perrot", "Le canal en mai."),
        ("Foto: ANP / Jan de Boer", ""),
        ("Photo by the author", ""),
    ],
)
@pytest.mark.parametrize("picture", ["![](canal.jpg)\n\n", "![](canal.jpg)\n"])
def test_credits_below_a_picture_are_not_said(caption, kept, picture):
    assert said(f"{PROSE}\n\n{picture}{caption}\n\n{MORE}") == [PROSE, *filter(None, [kept]), MORE]


@pytest.mark.parametrize("line", ["Photo: my grandmother at the mill", "Foto: Die Mühle im Winter", "Bild: das Haus"])
def test_a_caption_is_no_credit(line):
    assert said(f"{PROSE}\n\n{line}\n\n{MORE}", "essay.txt")[1] == line
