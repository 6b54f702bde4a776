"""Measures espeak-ng voices as narrators: what a recogniser understands of them, and how they sound.

    pip install pocketsphinx espeakng-loader pyttsx3 numpy
    python benchmarks/narrators.py                          # the shipped profiles: two to three minutes on two cores
    python benchmarks/narrators.py en-us+Annie@165,48,55    # others: voice+variant@espeak-ng's rate,pitch,range
    python benchmarks/narrators.py --every en-us gmw/en     # the first pass: all their variants, two texts

It prints a Markdown table, a line a voice; docs/voices.md says what the figures mean, and what they can't tell.
Needs Linux: espeak-ng is forked for every utterance. The recogniser's model is in its wheel.
"""

import argparse
import ctypes
import multiprocessing
import os
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import espeakng_loader
import numpy as np
from pocketsphinx import Decoder

PROFILES = Path(__file__).parent.parent / "voices" / "profiles"
EMBEDDED = Path(espeakng_loader.get_data_path())
SETTINGS = {138: 148, 155: 168, 177: 195}  # of espeak-ng, by the words a minute of an essay that profiles state
MODEL_HZ = 16_000
ROOM_SNR_DB = 25
FRAME_MS, HOP_MS = 40, 10
SILENT_DB = -35  # below the loudest frame; quieter frames are pauses
LOUD_DB = -20
VOICED = 0.6  # autocorrelation at the pitch period, of 1
PITCHES_HZ = (60, 420)

#: Everyday words, all in the recogniser's dictionary.
TEXTS = (
    (
        "The baker opens her shop before the sun is up. By six the street smells of warm bread, and the "
        "first people are waiting at the door with their hands deep in their pockets. She knows most of "
        "them by name, and what they will ask for. A small loaf for the old teacher, four rolls for the "
        "family on the corner, and a cake on Fridays."
    ),
    (
        "A map is a promise about the ground. It says that if you walk this way for an hour, you will come "
        "to a bridge. Every map leaves out almost everything, the colour of the grass, the dogs, the noise "
        "of the road, and that is why it can be read at all. The art lies in knowing what the traveller "
        "will need."
    ),
    (
        "When the power failed, the whole valley went quiet. We lit candles and sat in the kitchen, and for "
        "the first time in weeks nobody looked at a screen. My brother told a story about a fisherman and a "
        "bear. Whether it was true did not matter. Outside, the stars were brighter than I had ever seen "
        "them."
    ),
    (
        "It is often said that practice makes perfect, but practice makes permanent. A mistake repeated "
        "every day becomes a habit, and a habit is hard to break. Good teachers therefore slow their "
        "students down. They would rather hear four bars played well than a whole page played badly."
    ),
    (
        "Water is heavy. A bath holds about as much of it as two grown people weigh, and a garden in July "
        "can drink that in a single afternoon. In dry countries the work of carrying it has shaped whole "
        "lives. Where a pump was built close to the houses, girls who had spent their mornings walking to "
        "the well went to school."
    ),
    (
        "Why do we keep old letters? They take up room, and we hardly ever read them. Yet few of us can "
        "throw them away. The paper was in the hands of someone we loved. It is folded the way they folded "
        "it, and the ink still leans to the left. A letter is not only what it says."
    ),
)


HEADER = (
    "| voice | word errors | wpm | pitch | its spread | 3–6 kHz | tilt | crest | HNR | level spread | cuts |\n"
    "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"
)


class Narrator(NamedTuple):
    voice: str  # "en-us+Annie"
    rate: int = 165  # espeak-ng's own setting
    pitch: int = 50
    pitch_range: int = 50

    def __str__(self) -> str:
        return f"{self.voice}@{self.rate},{self.pitch},{self.pitch_range}"


@dataclass(frozen=True, slots=True)
class Figures:
    """One narrator, measured."""

    word_errors: float  # of the words said; lower is better
    words_per_minute: float  # as it comes out, pauses included
    pitch_hz: float  # median
    pitch_spread_st: float  # semitones, standard deviation: 1 is monotonous, 5 sings
    harshness_db: float  # energy of 3–6 kHz over that of 0.3–3 kHz
    tilt_db: float  # an octave, 0.2–8 kHz
    crest_db: float  # peak over root mean square, pauses left out
    hnr_db: float  # harmonics to noise in voiced frames: low is rough or breathy
    spread_db: float  # loudness of the frames that are not pauses, standard deviation
    cut_ends: float  # a minute: loud sound that stops dead without dying away, which pops


def main() -> None:
    parser = argparse.ArgumentParser(description="Measures espeak-ng voices as narrators.")
    parser.add_argument("narrators", nargs="*", help="such as en-us+Annie@165,48,55; with --every: en-us gmw/en")
    parser.add_argument("--every", action="store_true", help="all variants of the given voices, with two texts")
    options = parser.parse_args()
    if options.every:
        narrators = [Narrator(f"{voice}{variant}") for voice in options.narrators for variant in variants()]
    else:
        narrators = [parse(text) for text in options.narrators] or list(shipped())
    texts = TEXTS[:2] if options.every else TEXTS
    start_espeak()
    print(HEADER)
    with multiprocessing.get_context("fork").Pool() as pool:
        for narrator, figures in pool.imap(measured, [(narrator, texts) for narrator in narrators]):
            print(row(narrator, figures), flush=True)


def parse(text: str) -> Narrator:
    voice, _, numbers = text.partition("@")
    return Narrator(voice, *map(int, numbers.split(","))) if numbers else Narrator(voice)


def shipped() -> Iterator[Narrator]:
    for file in sorted(PROFILES.glob("*.toml")):
        profile = tomllib.loads(file.read_text(encoding="utf-8"))
        if profile["driver"] == "espeak_ng":
            rate = SETTINGS[profile["rate_wpm"]]
            yield Narrator(f"{profile['voice']}+{profile['variant']}", rate, profile["pitch"], profile["pitch_range"])


def variants() -> list[str]:
    return ["", *(f"+{file.name}" for file in sorted((EMBEDDED / "voices" / "!v").iterdir()))]


def row(narrator: Narrator, figures: Figures) -> str:
    return (
        f"| {narrator} | {figures.word_errors:.1%} | {figures.words_per_minute:.0f} | {figures.pitch_hz:.0f} Hz "
        f"| {figures.pitch_spread_st:.1f} st | {figures.harshness_db:.1f} dB | {figures.tilt_db:.1f} dB "
        f"| {figures.crest_db:.1f} dB | {figures.hnr_db:.1f} dB | {figures.spread_db:.1f} dB "
        f"| {figures.cut_ends:.0f} |"
    )


def measured(job: tuple[Narrator, tuple[str, ...]]) -> tuple[Narrator, Figures]:
    narrator, texts = job
    takes = [speak(narrator, text) for text in texts]
    hz, sound = takes[0][0], np.concatenate([samples for _, samples in takes])
    wrong = sum(mistakes(words(text), recognised(samples, hz)) for text, (_, samples) in zip(texts, takes, strict=True))
    count = sum(len(words(text)) for text in texts)
    return narrator, figures_of(sound, hz, wrong / count, count)


# --- speaking: the embedded espeak-ng, a fresh child for each utterance -------------------------------------


def start_espeak() -> None:
    """Loads the wheel's library where pyttsx3's bindings will find it. Children are forked from here on."""
    ctypes.CDLL(str(EMBEDDED.parent / "libespeak-ng.so.1"), ctypes.RTLD_GLOBAL)
    from pyttsx3.drivers import _espeak  # it loads the library when it is imported

    _espeak.Initialize(_espeak.AUDIO_OUTPUT_SYNCHRONOUS, 0, os.fsencode(EMBEDDED), 0)


def speak(narrator: Narrator, text: str) -> tuple[int, np.ndarray]:
    """The sample rate and the samples, -1 to 1."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(utter(narrator, text))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        pcm = pipe.read()
    os.waitpid(child, 0)
    if not pcm:
        raise ValueError(f"espeak-ng has no voice {narrator.voice}")
    return 22_050, np.frombuffer(pcm, np.int16) / 32_768


def utter(narrator: Narrator, text: str) -> bytes:
    from pyttsx3.drivers import _espeak

    chunks: list[bytes] = []

    def keep(wave: object, length: int, _events: object) -> int:
        if length > 0:
            chunks.append(ctypes.string_at(wave, 2 * length))
        return 0

    _espeak.SetSynthCallback(keep)
    if _espeak.SetVoiceByName(narrator.voice.encode()) != _espeak.EE_OK:
        return b""
    _espeak.SetParameter(_espeak.RATE, narrator.rate)
    _espeak.SetParameter(_espeak.PITCH, narrator.pitch)
    _espeak.SetParameter(_espeak.RANGE, narrator.pitch_range)
    _espeak.Synth(text, flags=_espeak.CHARS_UTF8 | _espeak.ENDPAUSE)
    return b"".join(chunks)


# --- understanding ------------------------------------------------------------------------------------------


def words(text: str) -> list[str]:
    return re.findall(r"[a-z']+", text.lower())


def recognised(samples: np.ndarray, hz: int) -> list[str]:
    decoder = Decoder(samprate=MODEL_HZ, loglevel="FATAL")
    decoder.start_utt()
    heard = in_a_room(resampled(samples, hz, MODEL_HZ))
    level = heard / np.abs(heard).max() / 2  # the same peak for every voice
    decoder.process_raw(np.int16(level * 32_767).tobytes(), full_utt=True)
    decoder.end_utt()
    return words(decoder.hyp().hypstr) if decoder.hyp() else []


def resampled(samples: np.ndarray, from_hz: int, to_hz: int) -> np.ndarray:
    """Lower the rate by cutting the spectrum."""
    length = round(len(samples) * to_hz / from_hz)
    return np.fft.irfft(np.fft.rfft(samples)[: length // 2 + 1], length) * length / len(samples)


def in_a_room(samples: np.ndarray) -> np.ndarray:
    """With the pink noise of a quiet room: between espeak's formants is nothing, as the recogniser never heard it."""
    white = np.fft.rfft(np.random.default_rng(1).standard_normal(len(samples)))
    hz = np.fft.rfftfreq(len(samples), 1 / MODEL_HZ)
    noise = np.fft.irfft(white / np.sqrt(np.maximum(hz, 100)), len(samples))
    return samples + noise * np.std(samples) / np.std(noise) * 10 ** (-ROOM_SNR_DB / 20)


def mistakes(said: list[str], heard: list[str]) -> int:
    """Words to change, add or take out (Levenshtein)."""
    costs = list(range(len(heard) + 1))
    for row_number, word in enumerate(said, 1):
        diagonal, costs[0] = costs[0], row_number
        for column, other in enumerate(heard, 1):
            diagonal, costs[column] = (
                costs[column],
                min(costs[column] + 1, costs[column - 1] + 1, diagonal + (word != other)),
            )
    return costs[-1]


# --- sound --------------------------------------------------------------------------------------------------


def figures_of(sound: np.ndarray, hz: int, word_errors: float, count: int) -> Figures:
    frames = framed(sound, hz)
    levels_db = 10 * np.log10(np.mean(frames**2, axis=1) + 1e-12)
    active = levels_db > levels_db.max() + SILENT_DB
    power = np.mean(np.abs(np.fft.rfft(frames[active] * np.hanning(frames.shape[1]))) ** 2, axis=0)
    bins_hz = np.fft.rfftfreq(frames.shape[1], 1 / hz)
    pitches_hz, periodicities = pitches(frames[active], hz)
    return Figures(
        word_errors=word_errors,
        words_per_minute=60 * count / (len(sound) / hz),
        pitch_hz=float(np.median(pitches_hz)),
        pitch_spread_st=float(np.std(12 * np.log2(pitches_hz))),
        harshness_db=band_db(power, bins_hz, 3_000, 6_000) - band_db(power, bins_hz, 300, 3_000),
        tilt_db=tilt(power, bins_hz),
        crest_db=float(20 * np.log10(np.abs(sound).max()) - 10 * np.log10(np.mean(frames[active] ** 2))),
        hnr_db=float(np.median(10 * np.log10(periodicities / (1 - periodicities)))),
        spread_db=float(np.std(levels_db[active])),
        cut_ends=60 * cut_ends(sound, hz) / (len(sound) / hz),
    )


def framed(sound: np.ndarray, hz: int) -> np.ndarray:
    windows = np.lib.stride_tricks.sliding_window_view(sound, hz * FRAME_MS // 1000)
    return windows[:: hz * HOP_MS // 1000]


def cut_ends(sound: np.ndarray, hz: int) -> int:
    """How often a loud 10 ms, no softer than the 10 ms twenty before, is followed by silence."""
    blocks = sound[: len(sound) // (hz // 100) * (hz // 100)].reshape(-1, hz // 100)
    levels_db = 10 * np.log10(np.mean(blocks**2, axis=1) + 1e-12)
    before, last, after = levels_db[:-4], levels_db[2:-2], levels_db[4:]
    return int(np.sum((last > levels_db.max() + LOUD_DB) & (last > before - 1) & (after < last - 30)))


def band_db(power: np.ndarray, bins_hz: np.ndarray, low_hz: float, high_hz: float) -> float:
    return float(10 * np.log10(power[(bins_hz >= low_hz) & (bins_hz < high_hz)].sum()))


def tilt(power: np.ndarray, bins_hz: np.ndarray) -> float:
    """The slope of a line through third octaves from 0.2 to 8 kHz, in dB an octave."""
    edges_hz = 200 * 2 ** (np.arange(17) / 3)
    bands_db = [band_db(power, bins_hz, *edges) - 10 * np.log10(edges[1] - edges[0]) for edges in pairwise(edges_hz)]
    return float(3 * np.polyfit(np.arange(len(bands_db)), bands_db, 1)[0])


def pitches(frames: np.ndarray, hz: int) -> tuple[np.ndarray, np.ndarray]:
    """Pitch in Hz and periodicity of the voiced frames, by normalised autocorrelation (Boersma 1993)."""
    window = np.hanning(frames.shape[1])
    correlation = autocorrelation(frames * window) / autocorrelation(window[np.newaxis])
    shortest, longest = hz // PITCHES_HZ[1], hz // PITCHES_HZ[0]
    lags = correlation[:, shortest:longest]
    # An octave too low also correlates: of nearly equal peaks the shortest period is the pitch.
    best = np.argmax(lags >= 0.93 * lags.max(axis=1, keepdims=True), axis=1)
    best = np.array([climbed(lag, start) for lag, start in zip(lags, best, strict=True)])
    periodicity = lags[np.arange(len(lags)), best]
    voiced = (periodicity > VOICED) & (best > 0)
    return hz / (shortest + best[voiced]), np.clip(periodicity[voiced], 0, 0.9999)


def climbed(lag: np.ndarray, start: int) -> int:
    while start + 1 < len(lag) and lag[start + 1] > lag[start]:
        start += 1
    return int(start)


def autocorrelation(frames: np.ndarray) -> np.ndarray:
    spectrum = np.fft.rfft(frames, 2 * frames.shape[1])
    correlation = np.fft.irfft(np.abs(spectrum) ** 2)[:, : frames.shape[1]]
    return correlation / (correlation[:, :1] + 1e-12)


if __name__ == "__main__":
    main()
