"""How long an MP3 is by its frames: as long as a decoder says, and never silently shorter."""

from itertools import cycle, islice

import pytest

from podcast.episode import frames
from podcast.episode.frames import Mp3Length, count_frames
from podcast.sound.hearing import listen

TAG = b"ID3\x03\x00\x00\x00\x00\x02\x01" + bytes(257)
SIZES = {0x50: 208, 0x52: 209, 0x90: 417}  # 64 kbit/s, with padding, 128 kbit/s


def frame(code):
    return bytes([0xFF, 0xFB, code, 0xC4]) + bytes(SIZES[code] - 4)


STREAM = b"".join(map(frame, islice(cycle((0x50, 0x52, 0x90)), 60)))


@pytest.fixture
def mp3(tmp_path):
    def written(data):
        (tmp_path / "a.mp3").write_bytes(data)
        return count_frames(tmp_path / "a.mp3")

    return written


@pytest.mark.parametrize("tag", [b"", TAG])
@pytest.mark.parametrize("portion_bytes", [1000, 1 << 20])
def test_a_file_is_as_long_as_its_frames(mp3, tag, portion_bytes, monkeypatch):
    monkeypatch.setattr(frames, "_PORTION_BYTES", portion_bytes)
    assert mp3(tag + STREAM) == Mp3Length(1567)  # 60 of 1152 samples


def test_a_decoder_hears_the_same(mp3, tmp_path):
    told = mp3(TAG + STREAM)
    assert abs(listen(tmp_path / "a.mp3").duration_ms - told.duration_ms) <= 1


@pytest.mark.parametrize(
    "broken",
    [
        STREAM[:-1],
        STREAM + b"\xff",
        STREAM[:208] + STREAM[209:],
        STREAM + bytes(3000),
        STREAM.replace(b"\xff\xfb\x90", b"\xff\xfb\xf0"),
        STREAM.replace(b"\xff\xfb\x90", b"\xff\xfb\x94"),
        b"",
        TAG,
        b"no sound",
    ],
)
def test_what_is_lost_is_noticed(mp3, broken):
    assert mp3(broken).fault


def test_a_file_that_is_not_there_is_a_fault(tmp_path):
    assert count_frames(tmp_path / "none.mp3").fault
