from io import BytesIO

import pytest
from PIL import Image, ImageChops

from podcast.episode.cover import Cover, check_cover
from podcast.episode.drawn_cover import draw_cover


def opened(data):
    return Image.open(BytesIO(data))


@pytest.mark.parametrize(
    ("title", "author"),
    [
        ("On Paper", "Ada Lovelace"),
        ("Incomprehensibilities", ""),
        ("思考的艺术 🎧", "王"),
        ("", ""),
        ("\x00\ud800 ]]> <script>", "é"),
        ("The unreasonable effectiveness of writing things down " * 200, "nobody " * 200),
        ("%&@#$" * 20 + " " + "g@&8" * 20, "W" * 300),
    ],
)
def test_a_drawn_cover_is_what_directories_want(title, author):
    data = draw_cover(title, author)
    image = opened(data)
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (3000, 3000))
    assert len(data) < 512 * 1024
    assert check_cover(data, "drawn") == Cover(data, "image/jpeg")


def test_the_same_words_give_the_same_bytes_and_a_seed_another_picture():
    assert draw_cover("On Paper", "Ada") == draw_cover("On Paper", "Ada")
    assert draw_cover("On Paper", "Ada") == draw_cover("On Paper", "Ada", seed="On Paper")
    assert draw_cover("On Paper", "Ada") != draw_cover("On Paper", "Ada", seed="2")


def test_the_title_is_on_the_cover_above_the_motif():
    one, other = (opened(draw_cover(title, "Ada", seed="0")) for title in ("On Paper", "In Print"))
    left, top, right, bottom = ImageChops.difference(one, other).getbbox()
    assert 200 < left < right < 2800
    assert 400 < top < bottom < 1600


def test_a_title_that_the_font_cannot_write_is_left_out():
    assert draw_cover("思考", "Ada", seed="0") == draw_cover("🎧", "Bob", seed="0")
