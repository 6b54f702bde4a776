"""What pages show, play and are styled by has to lie beside them, if it is theirs."""

import time
import tracemalloc

import pytest

from feed.check.pages import page_faults

PAGE = "episodes/paper/index.html"


@pytest.fixture
def missing(show):
    """What the page of an episode misses when `html` stands in it."""

    def look(html):
        show.files[PAGE] = html if isinstance(html, bytes) else html.encode()
        return [(problem.where, problem.what.removeprefix("there is no ")) for problem in page_faults(show.write())]

    return look


def test_a_show_that_keeps_every_rule_misses_nothing(show):
    assert list(page_faults(show.write())) == []


@pytest.mark.parametrize(
    "html",
    [
        '<link rel="stylesheet" href="{}">',
        '<link rel="ICON" href="{}">',
        "<script src={}></script>",
        '<p><IMG SRC="{}">',
        '<audio src="{}"></audio>',
        '<audio><source src="{}"><track src="{}"></audio>',
        "<div><p></div><table><img src='{}'><b></i>",
    ],
)
@pytest.mark.parametrize(
    "name", ["gone.x", "../../assets/gone.x?v=1", "https://example.org/show/gone.x", "/show/gone.x"]
)
def test_what_a_page_refers_to_and_is_not_there_is_told_once(missing, html, name):
    assert missing(html.replace("{}", name)) == [(f"public/{PAGE}", name)]


@pytest.mark.parametrize(
    "name",
    [
        *(
            "paper-1f2e3d4c.mp3",
            "./paper-1f2e3d4c.mp3#t=3",
            "../ink/ink-9a8b7c6d.mp3",
            "/show/feed.css",
            " ../../feed.css ",
        ),
        *("https://elsewhere.example/x.js", "//elsewhere.example/x.js", "data:image/png;base64,x", "blob:x", "", "#x"),
        *("http://[", "../../../outside.js", "/outside.js", "javascript:x"),
    ],
)
def test_what_is_there_or_lies_elsewhere_is_left_alone(missing, name):
    assert missing(f'<img src="{name}"><script src="{name}"></script>') == []


def test_links_for_people_are_not_loaded(missing):
    assert missing('<a href="gone.html">x</a><link rel="canonical" href="gone.html"><form action="gone"></form>') == []


def test_a_page_may_have_another_base(missing):
    assert missing('<base href="/show/"><script src="feed.css"></script><img src="paper-1f2e3d4c.mp3">') == [
        (f"public/{PAGE}", "/show/paper-1f2e3d4c.mp3")
    ]


def test_names_outside_ascii_are_understood(show, missing):
    show.files["episodes/paper/é ü.png"] = b""
    assert missing('<img src="é ü.png"><img src="%C3%A9%20%C3%BC.png">') == []


@pytest.mark.parametrize(
    "html", [b"", b"\0\0", b"\xff\xfe", b"<" * 10_000, b"<div>" * 50_000, b"<!--", b"<img src=\xff>"]
)
def test_a_page_that_is_none_raises_nothing(missing, html):
    missing(html)


def test_many_long_pages_are_quick_and_take_no_memory(show):
    words = "".join(f'<span data-s="{number}">word{number}</span> ' for number in range(5000))
    for number in range(20):
        show.files[f"episodes/e{number}/index.html"] = f'<link rel=stylesheet href="../../gone.css">{words}'.encode()
    site = show.write()
    tracemalloc.start()
    started = time.process_time()
    assert sum(1 for _ in page_faults(site)) == 20
    assert time.process_time() - started < 4, "about 0.1 s is usual"
    peak_bytes = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak_bytes < 20 * len(words) / 4
