import pytest

from feed.show import podcast_guid


@pytest.mark.parametrize(
    ("url", "guid"),
    [
        # The examples of https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/guid.md
        ("mp3s.nashownotes.com/pc20rss.xml", "917393e3-1b1e-5cef-ace4-edaa54e1f810"),
        ("podnews.net/rss", "9b024349-ccf0-5f69-a609-6b82873eab3c"),
    ],
)
def test_podcast_guid_is_that_of_the_namespace(url, guid):
    assert podcast_guid(url) == guid
    assert podcast_guid(f"https://{url}") == guid
    assert podcast_guid(f"feed://{url}//") == guid
