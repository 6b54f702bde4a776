import pytest

from podcast.text.essay import Reason
from podcast.text.loss import loss_of
from podcast.text.reading import read_essay

PROSE = "The water on the outside of a curve runs faster than that on the inside, and so it carries more away."
MUCH = "\n\n".join([PROSE] * 6)


def loss(text, name="essay.md"):
    return loss_of(read_essay(text.encode(), name))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f"{PROSE}\n\n<!--\n{MUCH}\n-->\n", Reason.COMMENT),
        (f"{PROSE}\n\n```\nx = {{}}\n{MUCH}\n", Reason.CODE),
        (f"{PROSE}\n\n    " + MUCH.replace("\n\n", "\n\n    "), Reason.CODE),
        (f"{PROSE}[^1]\n\n[^1]: {' '.join([PROSE] * 6)}\n", Reason.FOOTNOTE),
        (f"{PROSE}\n\n$$\n" + MUCH.replace("\n\n", "\n") + "\n$$\n", Reason.FORMULA),
    ],
)
def test_prose_that_was_swallowed_is_a_great_loss_with_its_reason(text, reason):
    found = loss(text)
    assert found.is_great
    assert [lost for lost, _ in found.lost] == [reason]
    assert str(reason) in str(found)


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        f"{PROSE}\n\n```python\n" + "for river in rivers: bend(river, by=3)  # and more of it\n" * 60 + "```\n",
        f"{PROSE}\n\n| River | Length |\n|---|---|\n" + "| Rhine | 1233 |\n" * 80,
        f"{PROSE}\n\n" + "https://example.org/a-very-long-address/that/goes/on\n\n" * 20,
        f"{PROSE} Note.[^1]\n\n[^1]: {PROSE}",
        f"{MUCH}\n\n<!-- {PROSE} -->",
    ],
)
def test_code_tables_addresses_and_a_note_are_none(text):
    assert not loss(text).is_great


@pytest.mark.parametrize(("comments", "is_great"), [(5, False), (60, True)])
def test_what_stands_around_an_article_may_be_as_long_as_the_article(comments, is_great):
    article = "".join(f"<p>{PROSE}</p>" for _ in range(5))
    around = "".join(f"<p>{PROSE}</p>" for _ in range(comments))
    page = f"<html><body><article>{article}</article><aside>{around}</aside></body></html>"
    assert loss(page, "essay.html").is_great is is_great


def test_prose_below_a_fence_that_nothing_closes_is_no_loss():
    assert not loss(f"{PROSE}\n\n```\n{MUCH}\n").is_great
