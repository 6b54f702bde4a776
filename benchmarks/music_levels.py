"""Draws how loud music and voice are over an opening and over a stretch on a bed, with the settings' defaults.

    python benchmarks/music_levels.py                   # writes docs/sound/opening.svg and docs/sound/bed.svg

Voice and music are mixed as an episode is, once with each of them silent, so each curve is what the mix has of it.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from podcast.config.settings import BedSettings, Settings
from podcast.episode.rundown import AFTER_STING_MS, BEFORE_STING_MS
from podcast.recording.accompaniment import load_accompaniment
from podcast.recording.jobs.runner import JobRunner
from podcast.sound.music.bed import OnBed
from podcast.sound.music.mix import samples, with_music
from podcast.sound.record import MasteredAudio
from podcast.text.lexicon import Lexicon
from podcast.voicing.reading_aloud import TextReader
from podcast.voicing.ready_voices import prepare_cast

FOLDER = Path(__file__).parent.parent / "docs" / "sound"
WELCOME = "This is The Long Way Round. Why Rivers Bend, by Nora Lindqvist."
LINES = (
    (0, "A river that could choose would still not run straight."),
    (300, "Wherever the bank is weak, the water digs."),
    (1100, "The weak bank."),
    (750, "What it takes there, it lays down on the other side."),
)
WIDTH, HEIGHT, LEFT, BOTTOM = 900, 260, 48, 30
TOP_DBFS, FLOOR_DBFS = -6, -66
STEP_S = 0.05
COLOURS = {"voice": "#8a8f98", "music": "#c2571a"}

Levels = NDArray[np.float64]


def main() -> None:
    settings = replace(Settings(), bed=BedSettings(music="default"))
    with JobRunner() as runner:
        music = load_accompaniment(settings, FOLDER, runner, plays_sting=True)
        narrator = prepare_cast(runner, settings, TextReader(Lexicon(), "en-us")).narrator
        texts = (WELCOME, *(text for _, text in LINES))
        welcome, *lines = runner.results(narrator.reading(text).job for text in texts)
    if music.opening is None or music.bedding is None or music.sting is None:
        raise RuntimeError("the default music is missing")
    opening, sting, bed = music.opening.made(), music.sting.made(), music.bedding.made()
    FOLDER.mkdir(exist_ok=True)

    whole = with_music(welcome, opening, settings.opening).pcm
    alone = with_music(hushed(welcome), opening, settings.opening).pcm
    draw("opening.svg", "An opening", {"voice": levels(whole - alone), "music": levels(alone)})

    alone_sting = with_music(None, sting, settings.opening)
    laid_on = [OnBed(line, samples(pause_ms / 1000)) for (pause_ms, _), line in zip(LINES, lines, strict=True)]
    laid_on[2:2] = [OnBed(alone_sting, samples(BEFORE_STING_MS / 1000), is_music=True)]
    laid_on[3] = replace(laid_on[3], pause=samples(AFTER_STING_MS / 1000))
    whole, alone = (
        np.concatenate([laid.pcm for laid in bed.under(layer)])
        for layer in (
            laid_on,
            [laid if laid.is_music else replace(laid, audio=hushed(laid.audio)) for laid in laid_on],
        )
    )
    draw("bed.svg", "On a bed, with a sting", {"voice": levels(whole - alone), "music": levels(alone)})


def hushed(audio: MasteredAudio) -> MasteredAudio:
    return replace(audio, pcm=np.zeros_like(audio.pcm))


def levels(pcm: NDArray[np.int16]) -> Levels:
    """In dB of full scale, the mean of 200 ms every 50."""
    power = np.convolve((pcm / 32768.0) ** 2, np.ones(samples(0.2)) / samples(0.2), "same")
    return np.asarray(np.maximum(10 * np.log10(power[:: samples(STEP_S)] + 1e-12), FLOOR_DBFS))


def draw(name: str, title: str, curves: dict[str, Levels]) -> None:
    seconds = max(map(len, curves.values())) * STEP_S

    def x(second: float) -> float:
        return round(LEFT + (WIDTH - LEFT - 10) * second / seconds, 1)

    def y(level_dbfs: float) -> float:
        return round(10 + (HEIGHT - BOTTOM - 10) * (TOP_DBFS - level_dbfs) / (TOP_DBFS - FLOOR_DBFS), 1)

    def area(curve: Sequence[float] | Levels) -> str:
        points = " ".join(f"{x(index * STEP_S)},{y(float(level))}" for index, level in enumerate(curve))
        return f"{x(0)},{y(FLOOR_DBFS)} {points} {x(len(curve) * STEP_S)},{y(FLOOR_DBFS)}"

    grid = [
        f'<line x1="{LEFT}" x2="{WIDTH - 10}" y1="{y(level)}" y2="{y(level)}" stroke="#bbb" stroke-width=".5"/>'
        f'<text x="{LEFT - 6}" y="{y(level) + 4}" text-anchor="end">{level}</text>'
        for level in range(-60, TOP_DBFS, 10)
    ]
    clock = [
        f'<text x="{x(second)}" y="{HEIGHT - 12}" text-anchor="middle">{second} s</text>'
        for second in range(0, int(seconds) + 1, 2)
    ]
    shapes = [
        f'<polygon points="{area(curve)}" fill="{COLOURS[key]}" fill-opacity=".6"/>' for key, curve in curves.items()
    ]
    names = [
        f'<text x="{WIDTH - 120 + 60 * index}" y="24" fill="{COLOURS[key]}" font-weight="bold">{key}</text>'
        for index, key in enumerate(curves)
    ]
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" font-family="sans-serif" '
        f'font-size="11" fill="#555"><title>{title}: levels in dBFS</title>'
        '<rect width="100%" height="100%" fill="#fff"/>' + "".join([*grid, *clock, *shapes, *names]) + "</svg>\n"
    )
    (FOLDER / name).write_text(svg, "utf-8")


if __name__ == "__main__":
    main()
