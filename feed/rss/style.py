"""The style sheets that make feed.xml a page for people who open it in a browser.

    for name, data in style_files().items():
        (public / name).write_bytes(data)

`feed.rss` names them in the feed, so they are published beside it under exactly these names: feed.xsl for browsers that
know XSLT, feed.css for those that don't, or no longer.
"""

from collections.abc import Mapping
from importlib.resources import files

_NAMES = ("feed.xsl", "feed.css")


def style_files() -> Mapping[str, bytes]:
    """Each file's name and what it holds, UTF-8."""
    return {name: files("feed.rss").joinpath("assets", name).read_bytes() for name in _NAMES}
