import pytest

from podcast.errors import PodcastError
from podcast.text.reading import read_essay

HEAD = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b0\n\n"
PAGE = "Content-Type: text/html\n\n<p>A river bends.</p>\n"


def nested(depth):
    parts = "".join(f"--b{n}\nContent-Type: multipart/related; boundary=b{n + 1}\n\n" for n in range(depth))
    return f"{HEAD}{parts}--b{depth}\n{PAGE}--b{depth}--\n"


def test_a_page_within_parts_within_parts_is_found():
    assert [block.text for block in read_essay(nested(3).encode(), "a.mhtml").blocks] == ["A river bends."]


@pytest.mark.parametrize(
    "page",
    [
        nested(1200),
        HEAD + "--b0\n" + "Content-Type: message/rfc822\n\n" * 1200 + PAGE,
        HEAD + "--b0\nContent-Type: text/plain\n\nA river.\n--b0--\n",
        HEAD + "--b0\nContent-Type: image/png\n\nabc\n--b0--\n",
        HEAD,
    ],
)
def test_a_saved_page_without_a_page_is_refused_and_its_headers_are_no_text(page):
    with pytest.raises(PodcastError, match="no page in this saved web page"):
        read_essay(page.encode(), "a.mhtml")
