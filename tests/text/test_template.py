import pytest

from podcast.text.template import fill, unknown_blanks

FACTS = {"show": "Essays", "title": "Rivers", "author": "Ada Lake", "date": "", "number": "3"}
WELCOME = "This is {show}. {title}[, by {author}]."


@pytest.mark.parametrize(
    ("template", "changes", "filled"),
    [
        (WELCOME, {}, "This is Essays. Rivers, by Ada Lake."),
        (WELCOME, {"author": ""}, "This is Essays. Rivers."),
        (WELCOME, {"author": "", "title": "Why do rivers bend?"}, "This is Essays. Why do rivers bend?"),
        (WELCOME, {"author": "", "title": "Wait…"}, "This is Essays. Wait…"),
        ("今回は{title}。", {"title": "川はなぜ曲がる？"}, "今回は川はなぜ曲がる？"),
        ("[On {date}: ]number {number}", {}, "number 3"),
        ("", {}, ""),
        ("No blanks.", {}, "No blanks."),
        ("{title}", {"title": "Braces {show} [stay]"}, "Braces {show} [stay]"),
    ],
)
def test_blanks_are_filled_and_empty_parts_left_out(template, changes, filled):
    assert fill(template, FACTS | changes) == filled


def test_blanks_that_nothing_can_fill_are_found():
    assert unknown_blanks("{show} {titel}[{autor}]") == ["titel", "autor"]
