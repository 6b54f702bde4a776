"""Music around words and under them, as numbers: what mix.py and bed.py are told. Pure."""

from dataclasses import dataclass, fields
from typing import Self


@dataclass(frozen=True, slots=True)
class MusicShape:
    """Music that stands alone, ducks under the words, swells and fades."""

    before_s: float = 5.6  # music alone before the words …
    after_s: float = 4.5  # … and after them, as far as the piece lasts
    duck_db: float = -14.0  # how far it steps back under the words
    duck_s: float = 0.9  # how long it takes to step back, and forward
    fade_in_s: float = 0.06
    fade_out_s: float = 2.5

    @classmethod
    def of(cls, wish: "MusicShape") -> Self:
        """The numbers alone, of settings that say more than that."""
        return cls(**{field.name: getattr(wish, field.name) for field in fields(cls)})


@dataclass(frozen=True, slots=True)
class BedShape:
    """Music under what is said, repeated as long as it is wanted."""

    duck_db: float = -8.0  # further down under the voice
    duck_s: float = 0.5
    fade_s: float = 2.0  # in and out
    crossfade_s: float = 2.0  # of its end into its beginning

    @classmethod
    def of(cls, wish: "BedShape") -> Self:
        """The numbers alone, of settings that say more than that."""
        return cls(**{field.name: getattr(wish, field.name) for field in fields(cls)})
