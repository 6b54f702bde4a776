"""The cover of a show that has none: drawn from its title and author.

    Cover(draw_cover("On Paper", "Ada Lovelace"))

It is 3000 px, and the same title, author and seed always give the same picture.
"""

import math
from dataclasses import dataclass
from random import Random
from typing import cast

from PIL import Image, ImageDraw, ImageFont

from podcast.episode.cover import SIDE_PX, as_jpeg

_MARGIN_PX = 240
_WIDTH_PX = SIDE_PX - 2 * _MARGIN_PX
_AUTHOR_PX = 110
_TITLE_TOP_PX, _TITLE_HEIGHT_PX = 440, 1060
_TITLE_SIZES_PX = range(440, 80, -20)  # the first that fits
_LINE_HEIGHT = 1.14  # of the size of the type
_MOTIF_TOP_PX = 1640


@dataclass(frozen=True, slots=True)
class Palette:
    ground: str
    ink: str  # of the type: at least 4.5:1 against the ground (WCAG)
    shapes: tuple[str, ...]


_PALETTES = (
    Palette("#f3ead8", "#22303c", ("#d9694a", "#e9a959", "#3f7d78", "#22303c")),  # paper, brick, sea
    Palette("#16324a", "#f6efe2", ("#f2b35d", "#e2725b", "#7fb5b0", "#f6efe2")),  # night harbour
    Palette("#dfe7df", "#1f3a34", ("#2f6f5e", "#8fb39a", "#e0a458", "#1f3a34")),  # sage
    Palette("#3a2a3f", "#f7ece3", ("#e98a6b", "#c9577c", "#f2c58a", "#8d7aa8")),  # dusk
    Palette("#f6e3d7", "#43242c", ("#b8434e", "#e58a6f", "#f0b98d", "#43242c")),  # terracotta
    Palette("#e4ebf2", "#1d2b4f", ("#3b5ba5", "#8aa9d6", "#f0a36b", "#1d2b4f")),  # blue hour
    Palette("#1f3b36", "#f4eedd", ("#d8b25c", "#7ea88b", "#e08a5b", "#f4eedd")),  # forest
    Palette("#efe6ee", "#3b2a4d", ("#7a5aa6", "#c79bc9", "#eda17f", "#3b2a4d")),  # heather
)


def draw_cover(title: str, author: str, *, seed: str | None = None) -> bytes:
    """Draw a JPEG of 3000×3000 px; `seed` (the title, if None) picks colours and motif.

    A title that the font can't write is left out, for nobody wants a cover of empty boxes.
    """
    chance = Random((title if seed is None else seed).encode(errors="replace"))  # noqa: S311 - no secret
    palette, motif = chance.choice(_PALETTES), chance.choice(_MOTIFS)
    image = Image.new("RGB", (SIDE_PX, SIDE_PX), palette.ground)
    draw = ImageDraw.Draw(image)
    has_type = _set_type(draw, palette, _shortened(_typable(title), 100), _shortened(_typable(author), 45))
    motif(draw, palette, chance, _MOTIF_TOP_PX if has_type else _MARGIN_PX)
    return as_jpeg(image, 85, 70, 50)


def _typable(text: str) -> str:
    """`text` as the font can write it, or nothing. It knows ASCII and quotation marks, and no dashes."""
    text = " ".join(text.translate({0x2010: "-", 0x2011: "-", 0x2013: "-", 0x2014: "-"}).split())
    font = _font(40)
    missing = bytes(font.getmask("\U0010fffd"))
    return "" if any(bytes(font.getmask(char)) == missing for char in set(text)) else text


def _set_type(draw: ImageDraw.ImageDraw, palette: Palette, title: str, author: str) -> bool:
    """Write the author small over the title large; whether there is a title that fits."""
    for size_px in _TITLE_SIZES_PX if title else ():
        font = _font(size_px)
        lines = _wrapped(title, font)
        height_px = round(len(lines) * size_px * _LINE_HEIGHT)
        if height_px <= _TITLE_HEIGHT_PX and all(font.getlength(line) <= _WIDTH_PX for line in lines):
            break
    else:
        return False
    draw.text((_MARGIN_PX, _MARGIN_PX), author, palette.ink, _font(_AUTHOR_PX))
    for number, line in enumerate(lines):
        top_px = _TITLE_TOP_PX + number * size_px * _LINE_HEIGHT
        # The font has one weight; an outline in the same ink makes it bold.
        draw.text((_MARGIN_PX, top_px), line, palette.ink, font, stroke_width=size_px // 50)
    return True


def _font(size_px: int) -> ImageFont.FreeTypeFont:
    """Pillow's own; its wheels have FreeType, without which a size is an error."""
    return cast(ImageFont.FreeTypeFont, ImageFont.load_default(size_px))


def _wrapped(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= _WIDTH_PX:
            lines[-1] = longer
        else:
            lines.append(word)
    return [line for line in lines if line]


def _shortened(text: str, max_chars: int) -> str:
    return text if len(text) <= max_chars else text[: max_chars - 1].rstrip() + "…"


def _draw_wave(draw: ImageDraw.ImageDraw, palette: Palette, chance: Random, top_px: int) -> None:
    """A voice, as an editor shows it: bars that swell and fade."""
    count, middle_px = 24, (top_px + SIDE_PX - _MARGIN_PX) / 2
    pitch_px, reach_px = _WIDTH_PX / (count - 0.4), (SIDE_PX - _MARGIN_PX - top_px) / 2
    swells = [(chance.uniform(0.5, 3.5), chance.uniform(0, math.tau)) for _ in range(3)]
    for number in range(count):
        at = number / count
        swell = sum(math.sin(math.tau * turns * at + phase) for turns, phase in swells) / 3
        fade = math.sin(math.pi * (at + 0.5 / count))
        height_px = reach_px * (0.08 + 0.92 * fade * abs(swell) ** 0.5 * chance.uniform(0.7, 1))
        left_px = _MARGIN_PX + number * pitch_px
        box = (left_px, middle_px - height_px, left_px + 0.6 * pitch_px, middle_px + height_px)
        draw.rounded_rectangle(box, 0.3 * pitch_px, palette.shapes[int(at * len(palette.shapes))])


def _draw_arches(draw: ImageDraw.ImageDraw, palette: Palette, chance: Random, top_px: int) -> None:
    """Two hills, or rainbows, on the lower edge."""
    tall_px = SIDE_PX - top_px
    for centre, share in ((chance.uniform(0.7, 0.85), 1.0), (chance.uniform(0.1, 0.3), 0.72)):
        _draw_rings(draw, palette, (centre * SIDE_PX, SIDE_PX), tall_px * share, chance.randint(5, 6))


def _draw_ripples(draw: ImageDraw.ImageDraw, palette: Palette, chance: Random, top_px: int) -> None:
    """Sound that spreads from a corner."""
    corner = (chance.choice((0, SIDE_PX)), SIDE_PX)
    _draw_rings(draw, palette, corner, SIDE_PX - top_px, chance.randint(6, 8))


def _draw_rings(
    draw: ImageDraw.ImageDraw, palette: Palette, centre: tuple[float, float], radius_px: float, count: int
) -> None:
    """Concentric discs, each a colour of the palette or, every other one, the ground."""
    for number in range(count):
        color = palette.shapes[number % len(palette.shapes)]
        draw.circle(centre, radius_px * (1 - number / count), color)
        draw.circle(centre, radius_px * (1 - (number + 0.62) / count), palette.ground)


_MOTIFS = (_draw_wave, _draw_arches, _draw_ripples)
