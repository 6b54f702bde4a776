"""Draws what the voice chain does: spectra and waveforms before and after it, and the figures that go with them.

    python benchmarks/spectra.py

Writes docs/sound/*.svg and prints the table of docs/sound.md. "After" is what a decoder makes of the MP3.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from podcast.config.settings import Settings
from podcast.recording.jobs.runner import JobRunner
from podcast.recording.jobs.speaker import Speaker
from podcast.sound import SAMPLE_RATE_HZ
from podcast.sound.codec import encoder, mp3
from podcast.sound.dsp.chain import Chain
from podcast.sound.dsp.loudness import decibels
from podcast.sound.dsp.master import master
from podcast.sound.dsp.meter import loudness_lufs, true_peak
from podcast.sound.record import trimmed
from podcast.text.lexicon import Lexicon
from podcast.voicing.reading_aloud import TextReader
from podcast.voicing.ready_voices import prepare_cast
from voices.speech import Utterance

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "sound"
VOICES = ("heart", "june", "ruth", "amos", "ivy", "sol", "narrator", "clara", "fireside", "british", "en-us+klatt")
DRAWN = ("heart", "narrator", "clara", "fireside")

# Third octaves of human speech, all languages and both sexes (Byrne et al. 1994, J. Acoust. Soc. Am. 96(4), 2108-2120).
THIRDS_HZ = (
    *(63, 80, 100, 125, 160, 200, 250, 315, 400, 500, 630, 800, 1000, 1250, 1600, 2000, 2500, 3150, 4000, 5000, 6300),
    *(8000, 10000),
)
SPEECH_DB = (
    *(38.6, 43.5, 54.4, 57.7, 56.8, 60.2, 60.3, 59.0, 62.1, 62.1, 60.5, 56.8, 53.7, 53.0, 52.0, 48.7, 48.1, 46.8),
    *(45.6, 44.5, 44.3, 43.7, 43.4),
)
PRESENCE, HISS = slice(THIRDS_HZ.index(2000), THIRDS_HZ.index(5000)), slice(THIRDS_HZ.index(5000), None)

Signal = NDArray[np.float64]


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    speech = relative(np.array(SPEECH_DB))
    print("| voice | crest, dB | 2–5 kHz, dB | 5–11 kHz, dB | limiter takes over 1 dB of | true peak, dBTP |")
    print("| --- | --- | --- | --- | --- | --- |")
    print(f"| people | | {band(speech, PRESENCE):.1f} | {band(speech, HISS):.1f} | | |")
    for name in VOICES:
        before, rate_hz, after, limited_share = sounds(name)
        raw, done = relative(thirds(before, rate_hz)), relative(thirds(after, SAMPLE_RATE_HZ))
        figures = (
            f"{crest_db(before):.1f} → {crest_db(after):.1f}",
            f"{band(raw, PRESENCE):.1f} → {band(done, PRESENCE):.1f}",
            f"{band(raw, HISS):.1f} → {band(done, HISS):.1f}",
            f"{100 * limited_share:.0f} %",
            f"{decibels(true_peak(after.astype(np.int16))):.1f}",
        )
        print(f"| {name} | {' | '.join(figures)} |", flush=True)
        if name in DRAWN:
            lines = (("people", "#999", speech), ("before", "#c77b30", raw), ("after", "#1c5d99", done))
            (PICTURES / f"spectrum-{name}.svg").write_text(spectrum_svg(name, lines), "utf-8")
    before, rate_hz, after, _ = sounds("narrator")
    seconds = slice(rate_hz, 6 * rate_hz), slice(SAMPLE_RATE_HZ, 6 * SAMPLE_RATE_HZ)
    rows = (("before", "#c77b30", before[seconds[0]]), ("after", "#1c5d99", after[seconds[1]]))
    (PICTURES / "waveform-narrator.svg").write_text(waveform_svg(rows), "utf-8")


def sounds(name: str) -> tuple[Signal, int, Signal, float]:
    """Some 40 s before the chain, their rate, the same after it, and how much of it the limiter turned down."""
    settings = replace(Settings(), voice=replace(Settings().voice, name=name))
    with JobRunner() as runner, Speaker() as speaker:
        narration = prepare_cast(runner, settings, TextReader(Lexicon(), "en-us")).narrator
        take = trimmed(speaker.speak(Utterance(passage(), narration.voice)))
    pcm, chain = np.frombuffer(take.pcm, "<i2"), narration.chain
    mastered = master(pcm, take.rate_hz, chain)
    heard = encoder.decode(encoder.encode(encoder.padded(mastered), 64))[mp3.DELAY_SAMPLES :]
    return pcm.astype(float), take.rate_hz, heard.astype(float), limited_share(pcm, take.rate_hz, chain)


def passage() -> str:
    text = (ROOT / "examples" / "why-rivers-bend.md").read_text("utf-8")
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part[0].isalpha()]
    return re.sub(r"[*_\[\]]|\(http\S+\)", "", " ".join(paragraphs))[:700]


def limited_share(pcm: NDArray[np.int16], rate_hz: int, chain: Chain) -> float:
    """Of the pieces of 20 ms that are not pauses, those from which the limiter took more than 1 dB."""
    softer = master(pcm, rate_hz, replace(chain, gain_db=chain.gain_db - 20)).astype(float) * 10
    size = SAMPLE_RATE_HZ // 50
    whole = min(len(softer), len(limited := master(pcm, rate_hz, chain).astype(float))) // size * size
    wanted, got = (np.sqrt((sound[:whole].reshape(-1, size) ** 2).mean(axis=1)) for sound in (softer, limited))
    loud = wanted > wanted.max() / 30
    return float((20 * np.log10(got[loud] / wanted[loud]) < -1).mean())


def crest_db(pcm: Signal) -> float:
    return decibels(float(np.abs(pcm).max() / np.sqrt((pcm**2).mean())))


def thirds(pcm: Signal, rate_hz: int) -> Signal:
    size = 8192
    windows = np.lib.stride_tricks.sliding_window_view(pcm, size)[:: size // 2] * np.hanning(size)
    power = (np.abs(np.fft.rfft(windows, axis=1)) ** 2).mean(axis=0)
    at_hz = np.fft.rfftfreq(size, 1 / rate_hz)
    edge = 2 ** (1 / 6)
    sums = [power[(at_hz >= middle / edge) & (at_hz < middle * edge)].sum() for middle in THIRDS_HZ]
    return np.asarray(10 * np.log10(np.array(sums)))


def relative(levels_db: Signal) -> Signal:
    """With the whole of it at 0 dB."""
    return np.asarray(levels_db - 10 * np.log10((10 ** (levels_db / 10)).sum()))


def band(levels_db: Signal, thirds: slice) -> float:
    return float(10 * np.log10((10 ** (levels_db[thirds] / 10)).sum()))


def spectrum_svg(title: str, lines: tuple[tuple[str, str, Signal], ...]) -> str:
    width, height, left, top, floor_db = 640, 320, 44, 24, -45

    def x(hz: float) -> float:
        return left + (width - left - 12) * np.log(hz / 60) / np.log(11_000 / 60)

    def y(level_db: float) -> float:
        return top + (height - top - 34) * -max(level_db, floor_db) / -floor_db

    body = [text(left, 15, f"{title}: third octaves, dB of the whole")]
    for name in ("100", "200", "500", "1k", "2k", "5k", "10k"):
        hz = float(name.replace("k", "000"))
        body += [rule(x(hz), y(0), x(hz), y(floor_db)), text(x(hz) - 8, height - 18, name)]
    for level_db in range(0, floor_db - 1, -10):
        body += [rule(left, y(level_db), width - 12, y(level_db)), text(8, y(level_db) + 4, f"{level_db}")]
    for place, (name, colour, levels) in enumerate(lines):
        points = ((x(hz), y(level)) for hz, level in zip(THIRDS_HZ, levels, strict=True))
        body += [polyline(points, colour, 2), text(width - 90, top + 16 + 16 * place, name, colour)]
    return svg(width, height, body)


def waveform_svg(rows: tuple[tuple[str, str, Signal], ...]) -> str:
    width, row_height, columns = 640, 110, 600
    body = []
    for row, (name, colour, pcm) in enumerate(rows):
        middle = row * row_height + row_height / 2
        edges = np.linspace(0, len(pcm), columns + 1).astype(int)
        scale = (row_height / 2 - 6) / 32768
        extremes = ((pcm[a:b].max(), pcm[a:b].min()) for a, b in pairwise(edges))
        ends = (sample for pair in extremes for sample in pair)
        points = ((20 + half / 2, middle - sample * scale) for half, sample in enumerate(ends))
        lufs = loudness_lufs(pcm.astype(np.int16), SAMPLE_RATE_HZ if row else len(pcm) // 5)
        body += [rule(20, middle - 32767 * scale, width - 20, middle - 32767 * scale), polyline(points, colour, 0.8)]
        body += [text(24, row * row_height + 18, f"{name}: {lufs:.1f} LUFS, crest {crest_db(pcm):.1f} dB", colour)]
    return svg(width, row_height * len(rows), body)


def svg(width: int, height: int, body: list[str]) -> str:
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="12">'
    return "\n".join([head, f'<rect width="{width}" height="{height}" fill="#fff"/>', *body, "</svg>", ""])


def polyline(points: Iterator[tuple[float, float]], colour: str, width: float) -> str:
    joined = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polyline points="{joined}" fill="none" stroke="{colour}" stroke-width="{width:g}"/>'


def rule(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="#ddd"/>'


def text(x: float, y: float, content: str, colour: str = "#444") -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}" fill="{colour}">{content}</text>'


if __name__ == "__main__":
    main()
