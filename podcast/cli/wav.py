"""Sound that a command saves for its user: 16-bit mono WAV at the product's rate."""

import wave
from pathlib import Path

from podcast.errors import PodcastError
from podcast.sound import SAMPLE_RATE_HZ


def check_wav_name(path: Path) -> None:
    """Before anything is voiced."""
    if path.suffix.lower() != ".wav":
        raise PodcastError("Sound is saved as WAV", which=str(path), remedy="Give a name that ends in .wav.")
    if not path.resolve().parent.is_dir():
        raise PodcastError("There is no such folder", which=str(path.parent), remedy="Make it, or name another.")


def save_wav(pcm: bytes, path: Path) -> Path:
    """`pcm`: signed 16 bit little-endian, mono."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE_HZ)
        file.writeframes(pcm)
    return path
