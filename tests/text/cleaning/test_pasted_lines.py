"""Pages as browsers paste them: line by line, without blank lines."""

import textwrap
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from podcast.text.cleaning.phrasebook import Use, uses_of
from podcast.text.essay import Reason
from podcast.text.partition import partition_faults
from podcast.text.reading import read_essay

_SPEC = spec_from_file_location("pasted_pages", Path(__file__).with_name("pasted_pages.py"))
_MODULE = module_from_spec(_SPEC)
_SPEC.loader.exec_module(_MODULE)
PAGES = _MODULE.PAGES
PROSE = PAGES["en"].prose


def read(text, name="essay.txt"):
    essay = read_essay(text.encode(), name)
    assert partition_faults(essay) == []
    return essay


def said(text, name="essay.txt"):
    return [block.text for block in read(text, name).blocks]


def words(texts):
    return "".join("".join(texts).split())


@pytest.mark.parametrize("name", ["essay.txt", "essay.md"])
@pytest.mark.parametrize("language", PAGES)
def test_a_pasted_page_is_its_title_and_its_text(language, name):
    page = PAGES[language]
    essay = read(f"{page.above}\n{page.prose}\n{page.prose}\n{page.below}", name)
    assert words(block.text for block in essay.blocks) == words([page.title, page.prose, page.prose])
    assert essay.title == page.title


@pytest.mark.parametrize("language", ["en", "de", "fr", "pl"])
def test_a_wrapped_text_too(language):
    page = PAGES[language]
    wrapped = textwrap.fill(f"{page.prose} {page.prose}", 70)
    assert words(said(f"{page.above}\n\n{wrapped}\n\n{wrapped}\n{page.below}")) == words(
        [page.title, *4 * [page.prose]]
    )


@pytest.mark.parametrize("language", PAGES)
def test_each_line_below_is_furniture_by_itself_or_in_company(language):
    page = PAGES[language]
    skips = read(f"{page.prose}\n\n{page.below}").skips
    assert [skip.reason for skip in skips] == [Reason.FURNITURE]


@pytest.mark.parametrize(
    "text",
    [
        "The Page\n\nShare this\nwith the river,\nlike this,\nread more\nand more\nof the water\nlike this",
        f"{PROSE}\n\nHome is where\nthe river is,\nabout the water\nwe talk\nand read more",
        f"About Home\n\n{PROSE}",
        f"Contact\n\n{PROSE}\n\nHome\n\n{PROSE}\n\nAbout\n\n{PROSE}",
        f"# Rivers\n\n- Home\n- About\n- News\n\n{PROSE}",
        f"{PROSE}\n\n« Bonjour à tous les autres »",
        f"{PROSE}\n\nWhat to do next:\n\n- Subscribe\n- Share\n- Follow",
        f"{PROSE}\n\nThanks for reading.\n\nJane",
    ],
)
def test_a_writers_words_stay(text):
    essay = read(text, "essay.md")
    assert not [skip for skip in essay.skips if skip.reason is Reason.FURNITURE]


@pytest.mark.parametrize(
    "sentence",
    [
        f"Read more: https://example.org/{'a/' * 80}",
        f"Subscribe to our newsletter at https://example.org/{'long-' * 30}x and be told.",
        f"Leave a comment https://example.org/{'a/' * 80} there",
        f"Share this https://example.org/{'a/' * 80}",
    ],
)
@pytest.mark.parametrize("name", ["essay.txt", "essay.md", "essay.html"])
def test_a_sentence_with_an_address_is_no_furniture(sentence, name):
    text = f"{PROSE}\n\n{sentence}"
    page = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
    assert len(said(page if name.endswith("html") else text, name)) == 2


def test_comments_of_readers_go_with_what_stands_above_them():
    comments = (
        "2 Comments\nBob says:\nMay 2, 2024 at 3:04 pm\nI liked this one, and I read it twice.\nReply\nLeave a Reply"
    )
    assert said(f"{PROSE}\n\n{PROSE}\n\n{comments}") == [PROSE, PROSE]


def test_the_title_is_not_taken_from_a_newsletters_bar():
    bar = "River Notes\nSubscribe\nSign in\nWhy Rivers Bend\nAnd what they carry\n12\n3\nShare"
    essay = read(f"{bar}\n{PROSE} {PROSE}\nThanks for reading River Notes! Subscribe for free.\nSubscribe")
    assert essay.title == "Why Rivers Bend"
    assert [block.text for block in essay.blocks] == ["Why Rivers Bend", "And what they carry", f"{PROSE} {PROSE}"]


@pytest.mark.parametrize(
    ("line", "use"),
    [
        ("Leave a Reply", Use.REPLIES),
        ("10 min read", Use.ABOUT),
        ("1,204 views", Use.ABOUT),
        ("Home | Blog | About", Use.MENU_LINE),
        ("Home » Essays » Why rivers bend", Use.MENU_LINE),
        ("Filed under: Rivers", Use.ABOUT),
        ("Required fields are marked *", Use.REPLIES),
        ("DÉJÀ ABONNÉ ? Se connecter", Use.OFFERS),
    ],
)
def test_lines_are_known_however_they_are_written(line, use):
    assert use in uses_of(line)


def test_a_sentence_is_the_writers_unless_only_pages_say_it():
    assert not uses_of("We leave a reply to the river.")
    assert not uses_of("Like this.")
    assert uses_of("Comments are closed.")


@pytest.mark.parametrize(
    "above",
    [
        "The Gazette\nSign in\nSubscribe now\nNews\nOpinion\nWhy Rivers Bend\nHe walked along it for years.",
        "Zur Navigation springen\nAnmelden\nRessorts\nFeuilleton\nWhy Rivers Bend\nEin Fluss ist lang.",
    ],
)
def test_a_sentence_between_title_and_byline_is_above_the_text(above):
    essay = read(f"{above}\nBy Jane Doe\nSat 9 Mar 2019 08.00 GMT\nShare\n138\n{PROSE}\n{PROSE}")
    assert (essay.title, essay.author, str(essay.date.date())) == ("Why Rivers Bend", "Jane Doe", "2019-03-09")


def test_an_offer_within_the_text_goes_with_the_lines_around_it():
    box = "Sign up to our daily briefing\nEnter your email address\nSign up\nafter newsletter promotion"
    assert said(f"{PROSE}\n{box}\n{PROSE}") == [PROSE, PROSE]
    assert said(f"{PROSE}\n\nSubscribe\n\n{PROSE}") == [PROSE, PROSE]
    assert said(f"{PROSE}\n\nEnter your email address\n\n{PROSE}") == [PROSE, "Enter your email address", PROSE]


def test_an_archive_s_months_may_begin_with_a_small_letter():
    below = "Responder\nDeja un comentario\nEntradas recientes\nArchivos\nmarzo 2022\nAviso legal"
    assert said(f"{PROSE}\n\n{below}") == [PROSE]


@pytest.mark.parametrize(
    ("menu", "byline", "prose"),
    [
        ("跳至内容\n首页\n关于", "作者：林小雨\n发布于 2021年3月5日", PAGES["zh"].prose),
        ("メインコンテンツへスキップ\nホーム\nお問い合わせ", "文：山田花子\n2021年3月5日", PAGES["ja"].prose),
    ],
)
def test_who_wrote_it_and_when_in_chinese_and_japanese(menu, byline, prose):
    essay = read(f"{menu}\n{PAGES['zh'].title}\n{byline}\n{prose}\n{prose}")
    assert essay.author
    assert str(essay.date.date()) == "2021-03-05"
    assert words(block.text for block in essay.blocks if block.text != essay.title) == words([prose, prose])


@pytest.mark.parametrize(
    "menu",
    [
        "Article\nDiscussion\nLire\nModifier\nVoir l'historique\nUn article de Wikipédia, l'encyclopédie libre.",
        "Artikel\nDiskussion\nLesen\nBearbeiten\nVersionsgeschichte\naus Wikipedia, der freien Enzyklopädie",
        "Article\nTalk\nRead\nEdit\nView history\nTools\nFrom Wikipedia, the free encyclopedia",
    ],
)
def test_the_name_of_an_encyclopaedia_s_article_stands_above_its_menu(menu):
    essay = read(
        f"Windmill\n{menu}\n\n{PROSE}[1]\n\nHistory[edit]\n\n{PROSE}[citation needed]\n\nSee also[edit]\nWatermill"
    )
    assert essay.title == "Windmill"
    assert [block.text for block in essay.blocks if block.text != "Windmill"][:3] == [PROSE, "History", PROSE]
