"""What the catalogues offer: hibari's real table, Kokoro's, and a Piper catalogue of the test's own."""

import json

import pytest

from voices.additions import catalogue
from voices.additions.catalogue import hibari, kokoro
from voices.additions.catalogue.licences import asks_for_credit, limits, on_card, spdx
from voices.additions.fetch import client
from voices.library import LibraryError

MD5 = "0123456789abcdef" * 2
CARD = "# Model card for alba (medium)\n\n## Dataset\n\n* URL: https://example.org/a\n* License: CC BY 4.0\n"


def entry(key="en_GB-alba-medium", code="en_GB", folder="en/en_GB/alba/medium", **changes):
    files = {f"{folder}/{key}.onnx": 1000, f"{folder}/{key}.onnx.json": 10, f"{folder}/MODEL_CARD": 5}
    return {
        "key": key,
        "name": "alba",
        "language": {"code": code},
        "quality": "medium",
        "num_speakers": 1,
        "files": {path: {"size_bytes": size, "md5_digest": MD5} for path, size in files.items()},
    } | changes


@pytest.fixture
def piper(file_server, monkeypatch):
    """Publishes this catalogue, and tells what comes of it."""
    monkeypatch.setenv("PODCAST_CATALOGUE_PIPER", file_server.url)

    def publish(index):
        file_server.files["/voices.json"] = index if isinstance(index, bytes) else json.dumps(index).encode()
        with client() as net:
            return catalogue.offers("piper", net)

    return publish


def test_hibaris_own_table_is_read_without_loading_it():
    offers = {offer.id: offer for offer in hibari.offers()}
    emma = offers["emma"]
    assert (emma.languages, emma.gender, emma.licence) == (("en-gb",), "female", "Apache-2.0")
    remote = emma.files["model"]
    assert remote.address == "https://huggingface.co/maureesewilliams/hibari/resolve/main/voices/bf_emma.int8.onnx"
    assert (remote.size, len(remote.sha256)) == (7_936_868, 64)
    assert not offers["heart"].files  # lies in the wheel


def test_kokoros_voices_share_a_model():
    offers = {offer.id: offer for offer in kokoro.offers()}
    assert {offer.languages[0] for offer in offers.values()} == set(kokoro.LANGUAGES.values())
    heart = offers["af_heart"]
    assert (heart.languages, heart.gender, heart.size) == (("en-us",), "female", 522_240)
    assert heart.files["voice"].address.endswith("/voices/af_heart.bin")
    [model] = heart.shared.values()
    assert model.sha256 == "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
    assert "SIWIS" in offers["ff_siwis"].credit
    assert not heart.credit


@pytest.mark.parametrize("slash", ["", "/"])
def test_mirrors_have_the_same_files(slash, monkeypatch):
    for engine in ("HIBARI", "KOKORO"):
        monkeypatch.setenv(f"PODCAST_CATALOGUE_{engine}", f"https://mirror.example/{engine}{slash}")
    addresses = {remote.address for offer in hibari.offers() for remote in offer.files.values()}
    assert "https://mirror.example/HIBARI/bf_emma.int8.onnx" in addresses
    heart = next(offer for offer in kokoro.offers() if offer.id == "af_heart")
    assert heart.files["voice"].address == "https://mirror.example/KOKORO/voices/af_heart.bin"
    assert heart.shared["model.onnx"].address == "https://mirror.example/KOKORO/kokoro-v1.0.int8.onnx"


def test_pipers_catalogue_is_read(piper, file_server):
    [offer] = piper({"en_GB-alba-medium": entry()})
    assert (offer.id, offer.name, offer.languages, offer.size) == (
        "en_GB-alba-medium", "Alba (medium)", ("en-gb",), 1010,
    )  # fmt: skip
    assert offer.files["model"].address == f"{file_server.url}en/en_GB/alba/medium/en_GB-alba-medium.onnx"
    assert offer.files["model"].md5 == MD5


def test_names_of_other_scripts_become_addresses(piper):
    [offer] = piper({"pt_PT-tugão-medium": entry("pt_PT-tugão-medium", "pt_PT", "pt/pt_PT/tugão/medium")})
    assert offer.files["model"].address.endswith("/pt/pt_PT/tug%C3%A3o/medium/pt_PT-tug%C3%A3o-medium.onnx")


@pytest.mark.parametrize(
    "hostile",
    [
        *(
            {"../../x": entry()},
            {"": entry()},
            {"con": entry()},
            {"a/b": entry()},
            {"_shared": entry()},
            {".x": entry()},
        ),
        *({"x": entry(folder="../.."), "y": entry(folder="/etc")}, {"x": entry(folder="en//x")}),
        *({"x": entry(folder="https://evil.example/a")}, {"x": entry(folder="en?x#")}, {"x": entry(folder="%2e%2e")}),
        *({"x": entry(code="../..")}, {"x": entry(language={})}, {"x": entry(language="en")}, {"x": None}, {"x": []}),
        *({"x": entry(files={})}, {"x": entry(files=[])}, {"x": entry(num_speakers="many")}),
        {"x": entry(files={"a.onnx": {"size_bytes": 5, "md5_digest": MD5}})},
        {"x": entry(files={"a.onnx": {"size_bytes": -5, "md5_digest": MD5}, "a.onnx.json": {}})},
        {"x": entry(files={name: {"size_bytes": 10**15, "md5_digest": MD5} for name in ("a.onnx", "a.onnx.json")})},
        {"x": entry(files={name: {"size_bytes": 10, "md5_digest": "../x"} for name in ("a.onnx", "a.onnx.json")})},
    ],
)
def test_an_entry_that_is_not_as_it_should_be_is_left_out(hostile, piper):
    assert [offer.id for offer in piper(hostile | {"en_GB-alba-medium": entry()})] == ["en_GB-alba-medium"]


@pytest.mark.parametrize("index", [b"", b"<html>", b"[]", b"null", b"[" * 100_000, b"\xff"])
def test_a_catalogue_that_is_none_is_told(index, piper):
    with pytest.raises(LibraryError):
        piper(index)


def test_the_licence_stands_on_the_card(piper, file_server):
    file_server.files["/en/en_GB/alba/medium/MODEL_CARD"] = CARD.encode()
    piper({"en_GB-alba-medium": entry()})
    with client() as net:
        [offer] = catalogue.find([("piper", "en_GB-alba-medium")], net)
    assert offer.licence == "CC-BY-4.0"
    assert all(word in offer.credit for word in ("alba", "https://example.org/a", "CC-BY-4.0"))


@pytest.mark.parametrize(
    ("name", "near"),
    [("hibari:ema", "hibari:emma"), ("kokoro:heart", "kokoro:af_heart"), ("kokoro:AF_HEART", "af_heart")],
)
def test_a_name_that_nobody_has_brings_up_those_that_come_near(name, near):
    with client() as net, pytest.raises(LibraryError) as caught:
        catalogue.find([tuple(name.split(":"))], net)
    assert near in caught.value.remedy


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("CC BY 4.0", "CC-BY-4.0"),
        ("cc-by-4.0", "CC-BY-4.0"),
        ("CC BY-NC-SA 4.0", "CC-BY-NC-SA-4.0"),
        ("https://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0"),
        ("https://creativecommons.org/licenses/by-sa/3.0/", "CC-BY-SA-3.0"),
        ("Creative Commons Attribution BY 4.0", "CC-BY-4.0"),
        ("CC-BY", "CC-BY"),
        ("CC0", "CC0-1.0"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"),
        ("Public Domain", "public domain"),
        ("http://unlicense.org", "Unlicense"),
        ("apache-2.0", "Apache-2.0"),
        ("Apache License, Version 2.0", "Apache-2.0"),
        ("MIT", "MIT"),
        ("See URL", "See URL"),
        ("Permitted by the author", "Permitted by the author"),
        ("Blizzard 2013 licence", "Blizzard 2013 licence"),
        ("", ""),
    ],
)
def test_licences_are_known_by_their_words(words, meant):
    assert spdx(words) == meant


def test_who_is_to_be_named_and_what_is_to_be_read_follows_from_the_licence():
    asks = {"CC-BY-4.0", "CC-BY-NC-4.0", "See URL"}
    does_not = {"", "CC0-1.0", "MIT", "Apache-2.0", "public domain", "Unlicense"}
    assert {name for name in asks | does_not if asks_for_credit(name)} == asks
    assert {name for name in asks | does_not if limits(name)} == {"CC-BY-NC-4.0", "See URL", ""}


def test_a_card_without_a_licence_tells_none():
    assert on_card("# Model card\n\nLicense\n\nNothing.") == ("", "")
    assert on_card("* License: \x1b[2J" + "x" * 1000)[0].startswith("[2Jx")
    assert len(on_card("* License: " + "x" * 1000)[0]) <= 300
