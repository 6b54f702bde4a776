"""The script that one would write without this project: a voice, a paragraph at a time, pydub, ffmpeg.

    apt-get install espeak-ng ffmpeg
    pip install hibari-tts pyttsx3 kokoro-onnx
    python benchmarks/speed/by_hand.py hibari essay.txt episode.mp3
    python benchmarks/speed/by_hand.py espeak essay.txt episode.mp3 --no-mastering
    python benchmarks/speed/by_hand.py kokoro essay.txt episode.mp3 --weights FOLDER     # model.onnx and voices.npz

The essay is plain text, a paragraph a line. The yardstick of bench.py: as short and as quick as a complete episode
allows, each library used as its own first example shows. Those of the neural voices begin and end with music, as
episodes do; that of espeak-ng is as it was when it was first measured. It prints the episode's length in seconds.
"""

import argparse
import contextlib
import os
import tempfile
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pydub import AudioSegment

MUSIC = Path(__file__).parents[2] / "podcast" / "sound" / "music" / "pieces"
PAUSE_MS = 650
PATIENCE_S = 10
EMPTY_BYTES = 100  # a WAV file's header has 44


def main() -> None:
    options = arguments()
    paragraphs = [line for line in options.essay.read_text(encoding="utf-8").splitlines() if line.strip()]
    if options.voice == "espeak":
        episode = joined(by_espeak(paragraphs))
    else:
        said = by_hibari(paragraphs) if options.voice == "hibari" else by_kokoro(paragraphs, options.weights)
        episode = music("intro") + joined(said) + music("outro")
    mastering = [] if options.no_mastering else ["-af", "loudnorm=I=-16:TP=-1"]
    parameters = ["-ac", "1", "-ar", "44100", *mastering]
    episode.export(str(options.target), format="mp3", bitrate="64k", parameters=parameters)
    print(f"{episode.duration_seconds:.1f}")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="An essay as an episode, by hand.")
    parser.add_argument("voice", choices=("hibari", "espeak", "kokoro"))
    parser.add_argument("essay", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--no-mastering", action="store_true")
    parser.add_argument("--weights", type=Path, help="Kokoro's")
    return parser.parse_args()


def by_hibari(paragraphs: Iterable[str]) -> Iterator[AudioSegment]:
    from hibari import Hibari

    tts = Hibari()
    return (segment(tts(text), tts.sample_rate) for text in paragraphs)


def by_kokoro(paragraphs: Iterable[str], weights: Path) -> Iterator[AudioSegment]:
    from kokoro_onnx import Kokoro

    kokoro = Kokoro(str(weights / "model.onnx"), str(weights / "voices.npz"))
    return (segment(*kokoro.create(text, voice="af_heart", lang="en-us")) for text in paragraphs)


def by_espeak(paragraphs: Iterable[str]) -> Iterator[AudioSegment]:
    import pyttsx3

    engine = pyttsx3.init("espeak")
    engine.setProperty("voice", "gmw/en-us")
    engine.setProperty("rate", 165)
    finished = threading.Event()
    engine.connect("finished-utterance", lambda name, completed: completed and finished.set())  # noqa: ARG005
    with tempfile.TemporaryDirectory() as folder:
        files = {Path(folder) / f"{number}.wav": text for number, text in enumerate(paragraphs)}
        with Path(os.devnull).open("w") as nowhere, contextlib.redirect_stdout(nowhere):  # it prints every file's name
            for file, text in files.items():
                # runAndWait returns while the voice still speaks, and in one run of seven a file comes out empty.
                while not file.exists() or file.stat().st_size < EMPTY_BYTES:
                    finished.clear()
                    engine.save_to_file(text, str(file))
                    engine.runAndWait()
                    finished.wait(PATIENCE_S)
        yield from (AudioSegment.from_wav(str(file)) for file in files)


def segment(samples: Any, rate_hz: int) -> AudioSegment:
    """Of floats from -1 to 1."""
    pcm = (samples.clip(-1, 1) * 32767).astype("<i2").tobytes()
    return AudioSegment(data=pcm, sample_width=2, frame_rate=rate_hz, channels=1)


def joined(said: Iterable[AudioSegment]) -> AudioSegment:
    episode = AudioSegment.empty()
    for paragraph in said:
        episode += paragraph
        episode += AudioSegment.silent(duration=PAUSE_MS)
    return episode


def music(name: str) -> AudioSegment:
    return AudioSegment.from_file(str(MUSIC / f"{name}.opus")).set_channels(1).fade_in(500).fade_out(2000)


if __name__ == "__main__":
    main()
