"""What cameras and editors write beside a picture is taken out, and not a pixel changes."""

import struct
import warnings
import zlib
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ExifTags, Image, ImageCms, PngImagePlugin

from podcast.episode.bare_picture import without_metadata

SECRET = b"Ada at 47.3769 N 8.5417 E"
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def picture(mode="RGB"):
    image = Image.radial_gradient("L")
    return Image.merge("RGB", [image, image.rotate(90), image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)]).convert(mode)


def exif():
    made = Image.Exif()
    made[ExifTags.Base.Artist] = SECRET.decode()
    made[ExifTags.Base.BodySerialNumber] = SECRET.decode()
    made.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (47.0, 22.0, 36.0)
    return made


def jpeg(mode="RGB", **options):
    file = BytesIO()
    picture(mode).save(file, "JPEG", quality=90, **options)
    return file.getvalue()


def png(**options):
    file = BytesIO()
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", SECRET.decode())
    texts.add_text("Comment", SECRET.decode(), zip=True)
    texts.add_itxt("XML:com.adobe.xmp", f"<x:xmpmeta>{SECRET.decode()}</x:xmpmeta>")
    texts.add(b"tIME", struct.pack(">HBBBBB", 2026, 3, 2, 12, 0, 0))
    texts.add(b"prVW", SECRET)  # Fireworks keeps layers so
    picture().save(file, "PNG", pnginfo=texts, exif=exif(), icc_profile=PROFILE, dpi=(300, 300), **options)
    return file.getvalue()


def segment(marker, content):
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def everything(**options):
    """A JPEG with all that writes something beside a picture."""
    whole = jpeg(exif=exif(), comment=SECRET, icc_profile=PROFILE, xmp=SECRET, dpi=(300, 300), **options)
    thumbnail = jpeg()[:900]
    jfif = segment(0xE0, b"JFIF\0\x01\x02\x01\x01\x2c\x01\x2c\x02\x01" + SECRET[:6])
    more = [
        segment(0xE0, b"JFXX\0\x10" + thumbnail + SECRET),
        segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + SECRET),
        segment(0xE2, b"MPF\0" + SECRET),
        segment(0xE2, b"FPXR\0" + SECRET),
        segment(0xEC, b"Ducky" + SECRET),
        segment(0xED, b"Photoshop 3.0\0008BIM\x04\x04" + SECRET),
        segment(0xEF, SECRET),
        segment(0xFE, SECRET),
    ]
    rest = whole[2 + len(segment(0xE0, b"\0" * 14)) :]
    return b"\xff\xd8" + jfif + b"".join(more) + rest + whole + b"MotionPhoto" + SECRET


def pixels(data):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what stands in the metadata is no good
        image = Image.open(BytesIO(data))
    image.load()
    return image.mode, image.size, image.tobytes()


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"restart_marker_rows": 2}, {"optimize": True}])
def test_of_a_jpeg_the_picture_its_colours_and_density_stay_and_nothing_else(options):
    whole = everything(**options)
    bare = without_metadata(whole)
    assert SECRET in whole
    assert SECRET[:6] not in bare
    assert b"Exif" not in bare
    assert pixels(bare) == pixels(whole)
    image = Image.open(BytesIO(bare))
    assert image.format == "JPEG"
    assert image.info["icc_profile"] == PROFILE
    assert image.info["dpi"] == (300, 300)
    assert not image.getexif()
    assert not {"comment", "xmp", "photoshop", "exif", "mp"} & image.info.keys()
    assert bare.count(b"\xff\xd8\xff") == 1, "no thumbnail, no second picture"


def test_between_the_scans_of_a_jpeg_nothing_is_told_either():
    whole = jpeg(progressive=True)
    scan = whole.rindex(b"\xff\xda")
    told = whole[:scan] + segment(0xFE, SECRET) + b"\xff\xff" + whole[scan:]
    assert without_metadata(told) == without_metadata(whole)


def test_a_jpeg_in_the_colours_of_printers_keeps_the_mark_that_says_how_they_are_written():
    whole = jpeg("CMYK")
    assert b"Adobe" in whole
    assert pixels(without_metadata(whole)) == pixels(whole)


def test_of_a_png_the_picture_its_colours_and_density_stay_and_nothing_else():
    whole = png() + SECRET  # as editors leave it that cut a picture without cutting its file
    bare = without_metadata(whole)
    assert SECRET not in bare
    assert pixels(bare) == pixels(whole)
    image = Image.open(BytesIO(bare))
    assert image.info["icc_profile"] == PROFILE
    assert round(image.info["dpi"][0]) == 300
    assert not image.text
    assert not image.getexif()
    assert chunks(bare) <= {b"IHDR", b"iCCP", b"pHYs", b"IDAT", b"IEND"}


def chunks(data):
    found, at = set(), 8
    while at < len(data):
        length, name = struct.unpack(">I4s", data[at : at + 8])
        found.add(name)
        at += 12 + length
    return found


def test_of_pictures_that_move_the_still_one_stays():
    moving = png(save_all=True, append_images=[picture().rotate(20)])
    assert b"fdAT" in moving
    assert chunks(without_metadata(moving)).isdisjoint({b"acTL", b"fcTL", b"fdAT"})


def test_a_picture_without_metadata_stays_byte_for_byte():
    plain = BytesIO()
    picture().save(plain, "PNG")
    for whole in (jpeg(), plain.getvalue()):
        assert without_metadata(whole) == whole
        assert without_metadata(without_metadata(everything())) == without_metadata(everything())


def critical():
    chunk = b"ABCD" + SECRET
    at = png().index(b"IDAT") - 4
    return png()[:at] + struct.pack(">I", len(SECRET)) + chunk + struct.pack(">I", zlib.crc32(chunk)) + png()[at:]


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"GIF89a", b"\xff\xd8", b"\xff\xd8\xff", b"\xff\xd8\xff\xe1\xff\xff", b"\xff\xd8\xff\xe1\0\0"),
        *(b"\xff\xd8junk" + jpeg()[2:], jpeg()[:-2], png()[:60], png()[:-12], b"\x89PNG\r\n\x1a\n", critical()),
    ],
    ids=range(12),  # the bytes have a time of day in them, and each worker is to know the same tests
)
def test_what_isn_t_built_as_it_should_be_is_said_to_be(data):
    with pytest.raises(ValueError, match=r"\w"):
        without_metadata(data)


@given(st.binary(max_size=200), st.integers(0, 3000), st.sampled_from([everything(), png()]))
def test_damage_is_an_error_of_a_kind_that_is_known_or_harmless(junk, at, whole):
    with suppress(ValueError):
        without_metadata(whole[:at] + junk + whole[at + len(junk) :])
