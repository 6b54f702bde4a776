"""The essays that a command line names: files, addresses, standard input, and folders of files.

    gathered(("essays", "extra.md"), show)          # ["essays/1-rivers.md", "essays/2-ponds.md", "extra.md"]

    left_aside(("essays",))                   # ["essays/book.epub"]

Of a folder, all essays that lie in it, in the order of their names, 2 before 10. Not those in folders within it, for
they may be drafts; not what is hidden, and not what lies in any folder of texts without being an essay. Books and PDFs
want to be named themselves.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from podcast.episode.places import STANDARD_INPUT
from podcast.errors import PodcastError
from podcast.web.address import is_address

_ASIDE = (".", "_", "~$")  # begins the names of what is not to be published; the last, of what Word has open
_NO_ESSAYS = frozenset(
    "readme changelog contributing code_of_conduct license licence copying requirements robots".split()
)


def gathered(named: Iterable[str], show: Path) -> list[str]:
    """Each essay once, where it was named first. Raises PodcastError for a folder that has none."""
    first: dict[str, str] = {}
    for name in named:
        for path in _inside(Path(name), show) if _is_folder(name) else (name,):
            first.setdefault(_place(path), path)
    return list(first.values())


def left_aside(named: Iterable[str]) -> list[str]:
    """Books and PDFs in the folders that are named, unless they are named, too."""
    names = list(named)
    own = {_place(name) for name in names}
    found = (str(path) for name in names if _is_folder(name) for path in _named_only(Path(name)))
    return [path for path in dict.fromkeys(found) if _place(path) not in own]


def _is_folder(name: str) -> bool:
    return name != STANDARD_INPUT and not is_address(name) and Path(name).is_dir()


def _place(path: str) -> str:
    if path == STANDARD_INPUT or is_address(path):
        return path
    return str(Path(path).resolve())


def _inside(folder: Path, show: Path) -> Iterator[str]:
    public = (show / "public").resolve()
    if folder.resolve().is_relative_to(public):
        what = "These are pages that podcast has made, and no essays"
        raise PodcastError(what, which=str(folder), remedy="Name the folder that your essays are in.")
    essays = sorted(filter(_is_essay, folder.iterdir()), key=_natural)
    if not essays:
        raise PodcastError("There is no essay in this folder", which=str(folder), remedy=_remedy(folder, public))
    return map(str, essays)


def _is_essay(path: Path) -> bool:
    from podcast.text.readers.formats import DOCUMENTS, MARKUPS, SUFFIXES

    return _is_of({*SUFFIXES, *DOCUMENTS, *MARKUPS}, path)


def _named_only(folder: Path) -> list[Path]:
    from podcast.text.readers.formats import NAMED_ONLY

    return sorted((path for path in folder.iterdir() if _is_of(NAMED_ONLY, path)), key=_natural)


def _is_of(suffixes: Collection[str], path: Path) -> bool:
    is_wanted = not path.name.startswith(_ASIDE) and path.stem.lower() not in _NO_ESSAYS
    return is_wanted and path.suffix.lower() in suffixes and path.is_file()


def _natural(path: Path) -> tuple[list[tuple[bool, int, str]], str]:
    """Digits count as a number, before letters; where only capitals differ, or zeros, they decide."""
    pieces = re.findall(r"\d+|\D+", path.name.casefold())
    return [(False, int(piece), "") if piece.isdecimal() else (True, 0, piece) for piece in pieces], path.name


def _remedy(folder: Path, public: Path) -> str:
    if named_only := _named_only(folder):
        return f"A book or a PDF is built when it is named itself: podcast build {named_only[0]}"
    folders = (path for path in folder.iterdir() if path.is_dir() and not path.name.startswith(_ASIDE))
    within = sorted(path for path in folders if path.resolve() != public)
    full = next((path for path in within if any(map(_is_essay, path.iterdir()))), None)
    if full is not None:
        return f"Folders within it are not looked into: name {full} itself."
    return "Essays are files that end in .md, .txt, .html, .docx, .odt, .rtf and the like; the README has all."
