"""What is fetched and put in place, for voices that share a model."""

import hashlib

import pytest

from voices.additions import fetch, shelving
from voices.additions.adding import add, intact, to_fetch
from voices.additions.catalogue.offer import Offer
from voices.additions.fetch import Remote
from voices.library import LibraryError, shared, shared_digest

MODEL, STYLE = b"model" * 1000, b"style" * 100


def sha256(content):
    return hashlib.sha256(content).hexdigest()


@pytest.fixture
def offer(file_server, tmp_path, monkeypatch):
    """A voice by its name, served."""
    monkeypatch.setenv("PODCAST_VOICES_DIR", str(tmp_path))
    file_server.files["/model"] = MODEL

    def offer(name):
        style = STYLE + name.encode()
        file_server.files[f"/{name}"] = style
        return Offer(
            engine="kokoro",
            id=name,
            name=name,
            languages=("en-us",),
            files={"voice": Remote(file_server.url + name, len(style), sha256=sha256(style))},
            names={"voice": f"{name}.bin"},
            shared={"model.onnx": Remote(f"{file_server.url}model", len(MODEL), sha256=sha256(MODEL))},
        )

    return offer


@pytest.fixture
def put(file_server):
    told = []

    def put(offer):
        with fetch.client() as net, shelving.locked(lambda: None):
            return add(offer, net, lambda done, size: told.append((done, size)))

    put.told = told
    return put


def test_the_first_voice_brings_the_model_that_the_second_finds(offer, put, file_server):
    put(offer("af_a"))
    assert put.told[-1] == (len(MODEL) + len(STYLE) + 4, len(MODEL) + len(STYLE) + 4)
    assert shared("kokoro", "model.onnx").read_bytes() == MODEL
    assert shared_digest("kokoro", "model.onnx") == sha256(MODEL)
    put(offer("af_b"))
    assert [path for path, _ in file_server.asked] == ["/af_a", "/model", "/af_b"]
    assert intact("kokoro", "af_a").path("voice").read_bytes() == STYLE + b"af_a"


@pytest.mark.parametrize("damage", [lambda path: path.write_bytes(MODEL[::-1]), lambda path: path.unlink()])
def test_a_damaged_model_is_fetched_again(damage, offer, put):
    put(offer("af_a"))
    damage(shared("kokoro", "model.onnx"))
    assert intact("kokoro", "af_a") is None
    assert len(to_fetch(offer("af_a"))) == 2
    put(offer("af_a"))
    assert intact("kokoro", "af_a")


def test_a_model_that_fails_leaves_no_voice_without_one(offer, put, file_server):
    file_server.files["/model"] = MODEL[::-1]
    with pytest.raises(LibraryError):
        put(offer("af_a"))
    assert intact("kokoro", "af_a") is None
    assert shared("kokoro", "model.onnx") is None
