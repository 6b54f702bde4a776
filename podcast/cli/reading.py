"""How the texts of an essay that was named on the command line are read aloud."""

from pathlib import Path
from typing import TYPE_CHECKING

from podcast.cli import essays

if TYPE_CHECKING:
    from podcast.reading_aloud import Reader
    from podcast.settings import Settings
    from podcast.text.essay import Essay


def reader_of(path: str, essay: "Essay", settings: "Settings", show: Path) -> "Reader":
    from podcast.lexicons import load_lexicon
    from podcast.reading_aloud import Reader

    lexicon = load_lexicon(settings, show, essays.folder_of(path))
    return Reader(lexicon, essay.language or settings.show.language, settings.speech.expand)
