"""A QR code as inline SVG, for a phone that should get what this screen shows.

    svg = qr_code("https://example.org/show/feed.xml")

Dark on white whatever the page looks like: many readers can't see an inverted code. It has no text of its own: who
places it gives the alternative.
"""

from markupsafe import Markup

QUIET_MODULES = 4  # ISO/IEC 18004, 9.1: the white border


def qr_code(text: str) -> Markup:
    """The code's SVG, without a size, hidden from assistive technology; empty if the text is too long for a code."""
    import segno  # not for a show that only this computer can reach

    try:
        code = segno.make_qr(text, error="m")
    except segno.DataOverflowError:
        return Markup("")
    svg = code.svg_inline(border=QUIET_MODULES, dark="#000", light="#fff", omitsize=True, svgclass="qr", lineclass=None)
    # Nothing of the text is in the SVG: it is drawn, not written.
    return Markup(svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1))  # noqa: S704
