import pytest

from podcast.text.essay import Reason
from podcast.text.reading import read_essay

BODY = "It was a long day, and the river went on and on.\n\nThe last paragraph of the writer ends here."
ENDS = [
    "Leave a Reply",
    "Leave a Comment",
    "Share this:\n\nTwitter\n\nFacebook\n\nLike this:\n\nLike Loading...",
    "Related posts\n\nWhy lakes do not bend\n\nA short history of water",
    "3 Comments",
    "Filed under: Rivers, Lakes",
    "Posted in Rivers",
    "Click to share on X (Opens in new window)",
    "Subscribe to our weekly newsletter",
    "Print Email Tweet",
    "Read more",
    "Leave a Reply Cancel reply\n\nYour email address will not be published. Required fields are marked *",
]
CLOSINGS = [
    "Read more books.",
    "Share this world with the rivers.",
    "More",
    "The End",
    "We leave a reply to the reader.",
    "Like this.",
    "More from the river we cannot take.",
    "Posted in Paris, he wrote home.",
    "Jane Doe",
]


def said(text, name="essay.txt"):
    return [block.text for block in read_essay(text.encode(), name).blocks]


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("name", ["essay.txt", "essay.md"])
def test_furniture_at_the_end_is_left_out_and_reported(end, name):
    essay = read_essay(f"{BODY}\n\n{end}".encode(), name)
    assert [block.text for block in essay.blocks] == said(BODY, name)
    assert {skip.reason for skip in essay.skips} == {Reason.FURNITURE}


@pytest.mark.parametrize("end", ENDS)
def test_in_html_too(end):
    page = "".join(f"<p>{text}</p>" for text in f"{BODY}\n\n{end}".split("\n\n"))
    assert said(page, "page.html") == said(BODY)


@pytest.mark.parametrize("end", ENDS)
def test_the_same_words_within_the_essay_stay(end):
    text = f"{BODY}\n\n{end}\n\nAnd so the essay goes on for another paragraph, which ends it."
    assert said(text)[-1].startswith("And so")
    assert len(said(text)) == len(said(BODY)) + 1 + len(end.split("\n\n"))


@pytest.mark.parametrize("closing", CLOSINGS)
def test_a_writers_closing_words_stay(closing):
    assert said(f"{BODY}\n\n{closing}")[-1] == closing


def test_directly_below_the_last_sentence():
    assert said(f"{BODY}\nLeave a Reply") == said(BODY)


def test_at_the_start():
    assert said(f"Skip to content\n\n5 min read\n\nShare\n\n{BODY}") == said(BODY)
    assert said(f"Share\n\n{BODY}")[0] == "Share"


def test_an_essay_of_nothing_else_is_said():
    assert said("Leave a Reply") == ["Leave a Reply"]


PASTED = f"""Skip to main content

River Notes

Home About Archive

Why Rivers Bend

By Jane Doe

May 1, 2024

5 min read

{BODY}

Advertisement

{BODY}

Share this:

Related

Why lakes do not bend

In "Essays"

Tagged lakes, rivers

Published by Jane Doe

Jane writes about water. View all posts by Jane Doe

2 thoughts on “Why Rivers Bend”

Bob says:

May 2, 2024 at 3:04 pm

Great post!

Reply"""


def test_a_whole_page_pasted():
    essay = read_essay(PASTED.encode(), "essay.txt")
    assert (essay.title, essay.author, str(essay.date)[:10]) == ("Why Rivers Bend", "Jane Doe", "2024-05-01")
    assert [block.text for block in essay.blocks] == ["Why Rivers Bend", *said(BODY), *said(BODY)]


@pytest.mark.parametrize(
    "end", ["#rivers #water/lazy", "Thanks for reading River Notes! Subscribe for free to get more."]
)
def test_more_ends(end):
    assert said(f"{BODY}\n\n{end}") == said(BODY)
