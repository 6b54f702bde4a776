"""A voice that a catalogue offers."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from voices.additions.fetch import Remote


@dataclass(frozen=True, slots=True)
class Offer:
    """A voice that can be added, and the files that it takes."""

    engine: str
    id: str
    name: str  # for people
    languages: tuple[str, ...]  # BCP 47, lower case, the most fitting first
    gender: str = ""  # "female", "male" or ""
    licence: str = ""  # an SPDX id or the catalogue's words
    credit: str = ""  # the line that the licence wants to be shown
    files: Mapping[str, Remote] = field(default_factory=dict)  # role -> what is fetched; none: the engine brings it
    names: Mapping[str, str] = field(default_factory=dict)  # role -> what it is called here
    shared: Mapping[str, Remote] = field(default_factory=dict)  # name -> what all voices of the engine need, too
    card: Remote | None = None  # where the licence stands

    @property
    def full_id(self) -> str:
        return f"{self.engine}:{self.id}"

    @property
    def size(self) -> int:
        """In bytes, without what is shared."""
        return sum(file.size for file in self.files.values())

    @property
    def source(self) -> str:
        """The address of its model."""
        return next((file.address for file in self.files.values()), "")


def base_address(engine: str, published: str) -> str:
    """Where a catalogue lies, with a slash at its end."""
    return (os.environ.get(f"PODCAST_CATALOGUE_{engine.upper()}") or published).rstrip("/") + "/"
