"""Sound files of engines that are not what they should be."""

import io
import struct
import wave
from contextlib import suppress

import pytest

from voices.pcm import read_pcm


@pytest.fixture
def sound():
    data = io.BytesIO()
    with wave.open(data, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(22_050)
        file.writeframes(bytes(4000))
    return data.getvalue()


def test_what_was_written_is_read(sound, tmp_path):
    (tmp_path / "a.wav").write_bytes(sound)
    assert read_pcm(tmp_path / "a.wav") == (bytes(4000), 22_050)


def test_a_damaged_head_is_an_error_that_callers_expect(sound, tmp_path):
    for at in range(44):
        for damaged in (sound[:at] + sound, sound[:at] + b"\xff" + sound[at + 1 :], sound[:at]):
            (tmp_path / "a.wav").write_bytes(damaged)
            try:
                read_pcm(tmp_path / "a.wav")
            except (OSError, ValueError):
                continue


def test_so_is_a_damaged_head_of_aiff(tmp_path):
    common = struct.pack(">hIh", 1, 2000, 16) + bytes.fromhex("400dac44") + bytes(6)
    chunks = b"COMM" + struct.pack(">I", len(common)) + common + b"SSND" + struct.pack(">III", 4008, 0, 0) + bytes(4000)
    sound = b"FORM" + struct.pack(">I", len(chunks) + 4) + b"AIFF" + chunks
    path = tmp_path / "a.aiff"
    path.write_bytes(sound)
    assert read_pcm(path) == (bytes(4000), 22_050)
    for at in range(54):
        for bit in range(8):
            path.write_bytes(sound[:at] + bytes([sound[at] ^ (1 << bit)]) + sound[at + 1 :])
            with suppress(OSError, ValueError):
                read_pcm(path)
