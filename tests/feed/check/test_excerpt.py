import pytest
from lxml import etree

from feed.check.excerpt import excerpt, head


def item(slug):
    enclosure = f'<enclosure url="x/episodes/{slug}/a.mp3"/>'
    return f"    <item>\n      <title>{slug} &lt;item&gt;</title>\n      {enclosure}\n    </item>\n"


@pytest.fixture
def kept(tmp_path):
    """The slugs that an excerpt of a feed with one item for each slug has."""

    def kept(slugs, *marks):
        path = tmp_path / "feed.xml"
        path.write_text(f"<rss><channel>\n<title>T</title>{''.join(map(item, slugs))}</channel></rss>\n")
        with path.open("rb") as file:
            channel = etree.fromstring(excerpt(file, marks)).find("channel")
        assert channel.findtext("title") == "T"
        return [found.get("url").split("/")[2] for found in channel.findall("item/enclosure")]

    return kept


def test_only_the_items_that_are_marked_are_left_in_their_order(kept):
    assert kept(["a", "b", "c", "d"], "/episodes/d/", "/episodes/b/") == ["b", "d"]
    assert kept(["a", "b"], "/episodes/a/", "x/episodes/a/") == ["a"]
    assert kept(["aa", "a"], "/episodes/a/") == ["a"]


def test_without_a_mark_that_is_there_no_item_is_left(kept):
    assert kept(["a", "b"]) == kept(["a"], "/episodes/c/") == kept([], "/episodes/a/") == []


def test_the_head_ends_where_the_first_item_begins(tmp_path):
    path = tmp_path / "feed.xml"
    for items in ("", item("a"), item("a") * 20_000):
        path.write_text(f"<rss><channel><title>T</title>{items}</channel></rss>")
        with path.open("rb") as file:
            root = etree.fromstring(head(file))
        assert (root.findtext("channel/title"), root.find("channel/item")) == ("T", None)


@pytest.mark.parametrize("torn", [b"<rss><channel><item>", b"<rss>", b"<item>/episodes/a/", b"</item><item>"])
def test_what_is_torn_is_given_on_as_it_is_or_shorter(torn, tmp_path):
    path = tmp_path / "feed.xml"
    path.write_bytes(torn)
    with path.open("rb") as file:
        assert len(excerpt(file, ["/episodes/a/"])) <= len(torn)
