"""The scores of the music that a show has by default, as data: beats, pitches, forces.

All of it is in D and shares a motif that rises through its chord, 5th–7th–9th–3rd: over Dmaj9 it opens the intro and is
the sting; a step up, over Em7, it begins the outro, which leads it home; the bed, slow and under a voice, only hints at
it. Intro and outro each have a calm stretch that is meant to lie under words.
"""

from dataclasses import dataclass
from typing import NamedTuple


class Note(NamedTuple):
    beat: float  # from 0
    beats: float
    pitches: str  # "D2", or the voices of a chord from low to high: "F#3 A3 C#4 E4"
    force: float  # 0–1


@dataclass(frozen=True, slots=True)
class Score:
    beat_s: float
    length_s: float
    melody: tuple[Note, ...]  # electric piano
    figures: tuple[Note, ...]  # plucked, in the gaps that the melody leaves
    chords: tuple[Note, ...]  # pad
    bass: tuple[Note, ...]
    loops: bool = False  # what still sounds at the end goes on at the beginning

    @property
    def lap_s(self) -> float:
        """So much of its beginning a file has once more at its end, for the one to be faded into the other."""
        return 1.0 if self.loops else 0.0


def _moved(beats: float, notes: tuple[Note, ...]) -> tuple[Note, ...]:
    return tuple(note._replace(beat=note.beat + beats) for note in notes)


#: The theme; from beat 8 on, a broken chord to speak over; at 15 a small swell, which comes to rest at 20.
INTRO = Score(
    beat_s=0.625,
    length_s=16.5,
    melody=(
        Note(0, 0.5, "A4", 0.7),
        Note(0.5, 0.5, "C#5", 0.75),
        Note(1, 0.5, "E5", 0.8),
        Note(1.5, 1.5, "F#5", 0.95),
        Note(3, 0.5, "E5", 0.7),
        Note(3.5, 0.5, "C#5", 0.65),
        Note(4, 1, "D5", 0.8),
        Note(5, 0.5, "B4", 0.65),
        Note(5.5, 0.5, "A4", 0.6),
        Note(6, 0.5, "E5", 0.8),
        Note(6.5, 0.5, "D5", 0.7),  # held over from the chord before, it resolves
        Note(7, 0.95, "C#5", 0.75),
        Note(8, 4, "D5", 0.85),
        Note(16, 0.5, "B4", 0.6),
        Note(16.5, 0.5, "D5", 0.7),
        Note(17, 0.5, "F#5", 0.8),
        Note(17.5, 1.5, "E5", 0.85),
        Note(19, 0.95, "C#5", 0.7),
        Note(20, 5, "D5", 0.85),
        Note(21, 4, "F#5", 0.45),
        Note(21.5, 4, "A5", 0.35),
    ),
    figures=(
        Note(2, 0.5, "A3", 0.5),
        Note(2.5, 0.5, "E4", 0.6),
        Note(4.5, 0.5, "F#4", 0.5),
        Note(5, 0.5, "D4", 0.5),
        Note(7.5, 0.5, "E4", 0.5),
        Note(8, 1, "F#4", 0.5),
        Note(9, 1, "A4", 0.55),
        Note(10, 1, "E4", 0.5),
        Note(11, 1, "F#4", 0.45),
        Note(12, 1, "B3", 0.5),
        Note(13, 1, "F#4", 0.55),
        Note(14, 1, "D4", 0.5),
        Note(15, 0.5, "A4", 0.5),
        Note(15.5, 0.5, "F#4", 0.5),
        Note(18, 0.5, "A3", 0.5),
        Note(18.5, 0.5, "D4", 0.55),
        Note(19.5, 0.5, "E4", 0.5),
        Note(20, 1, "F#4", 0.5),
        Note(20.5, 1, "A4", 0.5),
    ),
    chords=(
        Note(0, 4, "F#3 A3 C#4 E4", 0.8),  # Dmaj9
        Note(4, 2, "F#3 A3 B3 D4", 0.8),  # Gmaj9: two voices stay, two step down
        Note(6, 1, "E3 G3 B3 D4", 0.8),  # A9sus4: now the other two
        Note(7, 1, "E3 G3 A3 C#4", 0.75),  # A7
        Note(8, 4, "F#3 A3 D4 E4", 0.8),  # D with its ninth
        Note(12, 4, "F#3 A3 B3 D4", 0.8),  # Gmaj9
        Note(16, 2, "G3 B3 D4 F#4", 0.95),  # Em9
        Note(18, 1, "G3 B3 D4 E4", 0.95),  # A9sus4: the bass moves, and one voice
        Note(19, 1, "G3 A3 C#4 E4", 0.9),  # A7
        Note(20, 4, "F#3 A3 D4 E4", 0.85),
    ),
    bass=(
        Note(0, 2.5, "D2", 0.9),
        Note(3, 1, "A2", 0.5),
        Note(4, 2, "G2", 0.85),
        Note(6, 1.5, "A2", 0.85),
        Note(7.5, 0.5, "A2", 0.5),
        Note(8, 2.5, "D2", 0.8),
        Note(10.5, 1.5, "A2", 0.55),
        Note(12, 3, "G2", 0.7),
        Note(15, 1, "F#2", 0.6),
        Note(16, 2, "E2", 0.85),
        Note(18, 1.5, "A2", 0.85),
        Note(19.5, 0.5, "A2", 0.5),
        Note(20, 4, "D2", 0.9),
    ),
)

_OUTRO_THEME = 8  # the beat on which it begins; before, there are words

OUTRO = Score(
    beat_s=0.66,
    length_s=13.4,
    melody=_moved(
        _OUTRO_THEME,
        (
            Note(0, 0.5, "B4", 0.65),
            Note(0.5, 0.5, "D5", 0.7),
            Note(1, 0.5, "F#5", 0.8),
            Note(1.5, 1.5, "G5", 0.85),
            Note(3, 0.5, "F#5", 0.7),
            Note(3.5, 0.5, "D5", 0.65),
            Note(4, 0.5, "E5", 0.75),
            Note(4.5, 0.5, "D5", 0.65),
            Note(5, 0.95, "C#5", 0.7),
            Note(6, 4, "D5", 0.75),
            Note(7, 3, "A4", 0.5),
            Note(7.5, 3, "F#4", 0.4),
        ),
    ),
    figures=(
        Note(0.5, 1, "E4", 0.45),
        Note(1.5, 1, "F#4", 0.5),
        Note(2.5, 1, "A4", 0.5),
        Note(3.5, 1, "D4", 0.45),
        Note(4.5, 1, "B3", 0.5),
        Note(5.5, 1, "F#4", 0.55),
        Note(6.5, 1, "D4", 0.5),
        Note(7, 1, "A4", 0.55),
        *_moved(
            _OUTRO_THEME,
            (
                Note(2, 0.5, "B3", 0.5),
                Note(2.5, 0.5, "E4", 0.6),
                Note(5.5, 0.5, "E4", 0.45),
                Note(6, 1, "F#4", 0.45),
                Note(6.5, 1, "E4", 0.4),
            ),
        ),
    ),
    chords=(
        Note(0, 4, "F#3 A3 D4 E4", 0.75),  # D with its ninth
        Note(4, 4, "F#3 A3 B3 D4", 0.8),  # Bm7: the figure's last tone asks for Em
        *_moved(
            _OUTRO_THEME,
            (
                Note(0, 4, "G3 B3 D4 E4", 0.8),  # Em7
                Note(4, 1, "G3 B3 D4 E4", 0.75),  # A9sus4: only the bass moves
                Note(5, 1, "G3 A3 C#4 E4", 0.75),  # A7
                Note(6, 3, "F#3 A3 D4 E4", 0.75),  # D with its ninth
            ),
        ),
    ),
    bass=(
        Note(0, 3.5, "D2", 0.75),
        Note(4, 3, "B2", 0.65),
        Note(7, 1, "F#2", 0.55),
        *_moved(
            _OUTRO_THEME,
            (
                Note(0, 2.5, "E2", 0.9),
                Note(3, 1, "B2", 0.5),
                Note(4, 2, "A2", 0.8),
                Note(6, 4, "D2", 0.85),
            ),
        ),
    ),
)

#: Four chords of two bars; the last leads back to the first. No piano: what has a beginning would draw the ear.
BED = Score(
    beat_s=1.0,
    length_s=32.0,
    melody=(),
    figures=(
        Note(2, 2, "A3", 0.3),
        Note(4, 2, "E4", 0.35),
        Note(6, 2, "F#4", 0.3),
        Note(10, 2, "F#3", 0.3),
        Note(12, 2, "D4", 0.35),
        Note(14, 2, "A4", 0.25),
        Note(18, 2, "B3", 0.3),
        Note(20, 2, "F#4", 0.35),
        Note(22, 2, "E4", 0.3),
        Note(26, 2, "A3", 0.3),
        Note(28, 2, "D4", 0.35),
        Note(30, 2, "E4", 0.3),
    ),
    chords=(
        Note(0, 8, "F#3 A3 C#4 E4", 0.8),  # Dmaj9
        Note(8, 8, "F#3 A3 B3 D4", 0.8),  # Bm7
        Note(16, 8, "F#3 A3 B3 D4", 0.75),  # Gmaj9: only the bass moves
        Note(24, 4, "E3 G3 B3 D4", 0.8),  # A9sus4
        Note(28, 4, "E3 A3 B3 D4", 0.75),
    ),
    bass=(
        Note(0, 7, "D2", 0.6),
        Note(8, 7, "B2", 0.45),
        Note(16, 7, "G2", 0.5),
        Note(24, 7, "A2", 0.5),
    ),
    loops=True,
)

#: The motif, quick, and the chord that it opens.
STING = Score(
    beat_s=0.5,
    length_s=2.5,
    melody=(
        Note(0, 0.25, "A4", 0.6),
        Note(0.25, 0.25, "C#5", 0.65),
        Note(0.5, 0.25, "E5", 0.7),
        Note(0.75, 3, "F#5", 0.85),
    ),
    figures=(
        Note(1.5, 1, "A4", 0.45),
        Note(2, 1, "D4", 0.45),
    ),
    chords=(Note(0.5, 1.75, "F#3 A3 C#4 E4", 0.7),),  # Dmaj9
    bass=(Note(0.75, 2, "D2", 0.7),),
)

PIECES = {"intro": INTRO, "outro": OUTRO, "bed": BED, "sting": STING}
