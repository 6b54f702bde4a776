"""The script that one would write without this project: pyttsx3 a paragraph, pydub, ffmpeg.

    apt-get install espeak-ng ffmpeg
    python benchmarks/by_hand.py essay.txt episode.mp3 [--no-mastering]

The essay is plain text, a paragraph a line. The yardstick of build_vs_by_hand.py: as short and as quick as a
complete episode allows. It prints the episode's length in seconds.
"""

import contextlib
import os
import sys
import tempfile
import threading
from pathlib import Path

import pyttsx3
from pydub import AudioSegment

PAUSE_MS = 650
PATIENCE_S = 10
EMPTY_BYTES = 100  # a WAV file's header has 44


def main() -> None:
    mastering = "--no-mastering" not in sys.argv
    essay, target = (Path(argument) for argument in sys.argv[1:] if not argument.startswith("--"))
    paragraphs = [line for line in essay.read_text(encoding="utf-8").splitlines() if line.strip()]
    with tempfile.TemporaryDirectory() as folder:
        episode = join(record(paragraphs, Path(folder)))
    loudness = ["-af", "loudnorm=I=-16:TP=-1"] if mastering else []
    episode.export(str(target), format="mp3", bitrate="64k", parameters=["-ac", "1", "-ar", "44100", *loudness])
    print(f"{episode.duration_seconds:.1f}")


def record(paragraphs: list[str], folder: Path) -> list[Path]:
    engine = pyttsx3.init("espeak")
    engine.setProperty("voice", "gmw/en-us")
    engine.setProperty("rate", 165)
    finished = threading.Event()
    engine.connect("finished-utterance", lambda name, completed: completed and finished.set())  # noqa: ARG005
    files = [folder / f"{number}.wav" for number in range(len(paragraphs))]
    with Path(os.devnull).open("w") as nowhere, contextlib.redirect_stdout(nowhere):  # it prints every file's name
        for text, file in zip(paragraphs, files, strict=True):
            # runAndWait returns while the voice still speaks, and in one run of seven a file comes out empty.
            while not file.exists() or file.stat().st_size < EMPTY_BYTES:
                finished.clear()
                engine.save_to_file(text, str(file))
                engine.runAndWait()
                finished.wait(PATIENCE_S)
    return files


def join(files: list[Path]) -> AudioSegment:
    episode = AudioSegment.empty()
    for file in files:
        episode += AudioSegment.from_wav(str(file))
        episode += AudioSegment.silent(duration=PAUSE_MS)
    return episode


if __name__ == "__main__":
    main()
