"""A feed as the page that its style sheet makes of it.

    page = styled(feed_xml, Path("public/feed.xsl"))        # HTML; None where it can't be made

Browsers can do that themselves, but Chromium puts a warning above such a page, and is about to give it up.
"""

from pathlib import Path

from lxml import etree

_MOST_BYTES = 8 << 20  # of a feed: a longer one is no page for anybody
_NOTHING_ELSE = etree.XSLTAccessControl.DENY_ALL


def styled(feed_xml: bytes, style_sheet: Path) -> bytes | None:
    if len(feed_xml) > _MOST_BYTES:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        transform = etree.XSLT(etree.fromstring(style_sheet.read_bytes(), parser), access_control=_NOTHING_ELSE)
        page = transform(etree.fromstring(feed_xml, parser)).getroot()
        return etree.tostring(page, method="html", encoding="UTF-8", doctype="<!doctype html>")
    except (OSError, etree.LxmlError):
        return None
