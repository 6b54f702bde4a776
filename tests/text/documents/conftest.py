"""Documents as word processors write them, made of the XML that a test is about."""

from io import BytesIO
from zipfile import ZipFile

import pytest

_WORD = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_RELATED = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'

_OPEN = (
    " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{kind}:1.0"'
        for name, kind in {
            **{name: name for name in ("office", "text", "table", "style", "meta")},
            "draw": "drawing",
            "fo": "xsl-fo-compatible",
            "svg": "svg-compatible",
        }.items()
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def zipped(parts):
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        for path, content in parts.items():
            archive.writestr(path, content)
    return data.getvalue()


@pytest.fixture(scope="session")
def docx():
    """docx(body, styles="…", footnotes="…", core="…") is the file's bytes; "link" is a relationship to a page."""

    def made(body, core="", **parts):
        related = "".join(f'<Relationship Id="{name}" Type="x/{name}" Target="{name}.xml"/>' for name in parts)
        link = '<Relationship Id="link" Type="x/hyperlink" Target="https://example.org/" TargetMode="External"/>'
        top = '<Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/>'
        properties = '<Relationship Id="b" Type="x/core-properties" Target="docProps/core.xml"/>'
        files = {
            "_rels/.rels": f"<Relationships {_RELATED}>{top}{properties}</Relationships>",
            "docProps/core.xml": f'<c:coreProperties xmlns:c="c" xmlns:dc="d">{core}</c:coreProperties>',
            "word/_rels/document.xml.rels": f"<Relationships {_RELATED}>{related}{link}</Relationships>",
            "word/document.xml": f"<w:document {_WORD}><w:body>{body}</w:body></w:document>",
        }
        return zipped(files | {f"word/{name}.xml": f"<w:x {_WORD}>{part}</w:x>" for name, part in parts.items()})

    return made


@pytest.fixture(scope="session")
def odt():
    """odt(body, styles="…", automatic="…", meta="…", **parts by their paths) is the file's bytes."""

    def made(body, styles="", automatic="", meta="", **parts):
        text = f"<office:body><office:text>{body}</office:text></office:body>"
        return zipped(
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "styles.xml": f"<x {_OPEN}><office:styles>{styles}</office:styles></x>",
                "content.xml": f"<x {_OPEN}><office:automatic-styles>{automatic}</office:automatic-styles>{text}</x>",
                "meta.xml": f"<x {_OPEN}><office:meta>{meta}</office:meta></x>",
                **parts,
            }
        )

    return made


@pytest.fixture(scope="session")
def archived():
    """The bytes of a zip archive of some parts."""
    return zipped
