from io import BytesIO

import pytest
from PIL import ExifTags, Image, ImageCms

from feed.show import Chapter
from podcast.episode.pictures import load_pictures


@pytest.fixture
def folder(tmp_path):
    essay = tmp_path / "essay"
    essay.mkdir()
    Image.new("RGBA", (3000, 1500), (200, 0, 0, 128)).save(essay / "the pond.png")
    Image.new("RGB", (20, 10), "blue").save(tmp_path / "secret.jpg")
    (essay / "torn.jpg").write_bytes(b"\xff\xd8\xff torn")
    (essay / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    return essay


def loaded(folder, *targets):
    return load_pictures([Chapter(0, "One", image_url=target) for target in targets], (folder,))


@pytest.mark.parametrize("target", ["the pond.png", "the%20pond.png", "./the pond.png"])
def test_a_picture_beside_the_essay_becomes_a_jpeg_that_players_can_show(folder, target):
    image = Image.open(BytesIO(loaded(folder, target)[target]))
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (1200, 600))
    assert image.getpixel((5, 5))[0] > 200
    assert image.getpixel((5, 5))[1] == pytest.approx(127, abs=3)  # half red on white


def test_a_torn_exif_block_costs_the_picture_and_not_the_episode(folder):
    Image.new("RGB", (60, 30), "red").save(folder / "exif.jpg", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03")
    assert loaded(folder, "exif.jpg").keys() <= {"exif.jpg"}


@pytest.mark.parametrize(
    "target",
    [
        "http://[a.png",
        "../secret.jpg",
        "link.jpg",
        "torn.jpg",
        "none.jpg",
        "",
        "https://example.org/a.png",
        "x\0.jpg",
        "a" * 999,
        ".",
    ],
)
def test_what_lies_elsewhere_or_is_no_picture_is_not_taken(folder, target):
    assert loaded(folder, target) == {}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_tells_neither_where_nor_by_whom_it_was_taken_and_keeps_its_colours(folder, kind):
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "Ada of Shore Lane"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    more = {"comment": b"Ada"} if kind == "JPEG" else {}
    Image.new("RGB", (60, 30), "red").save(folder / "shore.img", kind, exif=exif, icc_profile=profile, **more)
    jpeg = loaded(folder, "shore.img")["shore.img"]
    assert b"Ada" in (folder / "shore.img").read_bytes()
    assert b"Ada" not in jpeg
    assert Image.open(BytesIO(jpeg)).info.keys() <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "icc_profile"}
    assert Image.open(BytesIO(jpeg)).info["icc_profile"] == profile
