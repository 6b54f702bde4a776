import struct
import zlib
from io import BytesIO

import pytest
from PIL import ExifTags, Image, ImageCms

from podcast.episode.cover import Cover, check_cover, load_cover
from podcast.errors import PodcastError

ORIENTATION = 0x0112


def encoded(image, kind="JPEG", **options):
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def opened(cover):
    return Image.open(BytesIO(cover.data if isinstance(cover, Cover) else cover))


def square(side_px=1400, mode="RGB", color=0):
    return Image.new(mode, (side_px, side_px), color)


@pytest.mark.parametrize(("kind", "suffix"), [("JPEG", ".jpg"), ("PNG", ".png")])
@pytest.mark.parametrize("side_px", [1400, 3000])
def test_a_fit_cover_stays_as_it_is(kind, suffix, side_px):
    data = encoded(square(side_px), kind)
    cover = check_cover(data, "cover")
    assert cover.data == data
    assert cover.suffix == suffix


@pytest.mark.parametrize(
    ("mode", "kind", "color"),
    [
        ("RGBA", "PNG", (9, 9, 9, 0)),
        ("LA", "PNG", (9, 0)),
        ("CMYK", "JPEG", 0),
        ("L", "JPEG", 255),
        ("P", "PNG", 0),
    ],
)
def test_harmless_faults_are_mended(mode, kind, color):
    image = opened(check_cover(encoded(square(mode=mode, color=color), kind), "cover"))
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (1400, 1400))
    if mode != "P":
        assert min(image.getpixel((700, 700))) > 250, "what was transparent or white is white"


def test_a_cover_that_viewers_must_turn_is_turned():
    image = square()
    image.paste((255, 0, 0), (0, 0, 1400, 200))
    exif = Image.Exif()
    exif[ORIENTATION] = 6  # the top of the file is the right side of the picture
    turned = opened(check_cover(encoded(image, exif=exif), "cover"))
    assert turned.getpixel((1350, 700))[0] > 200
    assert turned.getpixel((700, 50))[0] < 50
    assert turned.getexif().get(ORIENTATION, 1) == 1


def test_a_cover_that_is_too_large_is_made_smaller():
    assert opened(check_cover(encoded(square(3200)), "cover")).size == (3000, 3000)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (encoded(square(1399)), "too small: 1399×1399 px"),
        (encoded(Image.new("RGB", (2000, 1500))), "not square, but 2000×1500 px"),
        (encoded(square(), "GIF"), "no sound JPEG or PNG"),
        (encoded(square())[:5000], "no sound JPEG or PNG"),
        (encoded(square(), "PNG")[:-40], "no sound JPEG or PNG"),
        (encoded(Image.new("1", (14000, 14000)), "PNG"), "no sound JPEG or PNG"),
        (b"", "no sound JPEG or PNG"),
        (b"<svg/>", "no sound JPEG or PNG"),
    ],
)
def test_what_cannot_be_mended_is_refused_with_a_remedy(data, sentence):
    with pytest.raises(PodcastError, match=sentence) as refused:
        check_cover(data, "art.png")
    assert refused.value.which == "art.png"
    assert refused.value.remedy


def test_a_cover_is_loaded_from_a_file(tmp_path):
    path = tmp_path / "cover.jpg"
    with pytest.raises(PodcastError, match="can't be read"):
        load_cover(path)
    path.write_bytes(encoded(square()))
    assert load_cover(path).data == path.read_bytes()


def png_of(width, height):
    """The header of a picture of that size, and hardly anything of it."""

    def chunk(name, content):
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = {b"IHDR": header, b"IDAT": zlib.compress(bytes(1000)), b"IEND": b""}
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts.items())


@pytest.mark.parametrize("size", [(8001, 8001), (9000, 9000), (60_000, 60_000), (2**31 - 1, 1), (1, 2**31 - 1)])
def test_a_cover_that_would_fill_the_memory_is_refused_by_its_header(size):
    with pytest.raises(PodcastError, match="cover"):
        check_cover(png_of(*size), "cover.png")


NO_PICTURES = [b"", b"text", b"<svg/>", b"GIF89a", b"\x89PNG", b"\xff\xd8\xff", b"ffconcat version 1.0", bytes(9999)]


@pytest.mark.parametrize("data", NO_PICTURES)
def test_what_is_no_picture_is_no_cover(data):
    with pytest.raises(PodcastError, match="no sound JPEG or PNG"):
        check_cover(data, "cover.jpg")


def with_place(image, kind="JPEG", **more):
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "Ada of Shore Lane"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (47.0, 22.0, 36.0)
    for name, value in more.pop("tags", {}).items():
        exif[name] = value
    return encoded(image, kind, exif=exif, **more)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize(
    ("image", "orientation"),
    [(square(), 1), (square(), 6), (square(3010), 1), (square(mode="L"), 1)],
    ids=["fit", "turned", "large", "grey"],
)
def test_a_cover_tells_neither_where_nor_by_whom_it_was_taken(kind, image, orientation):
    data = with_place(image, kind, tags={ORIENTATION: orientation}, **({"comment": b"Ada"} if kind == "JPEG" else {}))
    published = check_cover(data, "cover")
    assert b"Ada" in data
    assert b"Ada" not in published.data
    assert not opened(published).getexif()
    assert "comment" not in opened(published).info


def test_a_phone_s_picture_with_another_one_behind_it_is_not_encoded_again():
    plain = encoded(square())
    two = BytesIO()
    square().save(two, "MPO", save_all=True, append_images=[square(64)])
    assert opened(two.getvalue()).format == "MPO"
    assert opened(check_cover(two.getvalue(), "cover")).format == "JPEG"
    assert check_cover(two.getvalue(), "cover").data == plain


@pytest.mark.parametrize("image", [square(), square(mode="RGBA")], ids=["fit", "encoded"])
def test_a_cover_keeps_the_profile_of_its_colours(image):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert opened(check_cover(encoded(image, "PNG", icc_profile=profile), "cover")).info["icc_profile"] == profile


def test_a_profile_of_other_colours_goes_with_them():
    grey = b"\0" * 16 + b"GRAY" + b"\0" * 200
    assert "icc_profile" not in opened(check_cover(encoded(square(mode="L"), icc_profile=grey), "cover")).info


def test_a_picture_that_isn_t_built_as_others_are_is_encoded_anew():
    data = with_place(square())
    odd = data[:20] + b"\0\0" + data[20:]  # behind the first segment, which Pillow passes over
    assert b"Ada" not in check_cover(odd, "cover").data
