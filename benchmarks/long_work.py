"""Work of hours: how long, how much memory, how soon Ctrl-C ends it, and what is said again afterwards.

    python benchmarks/long_work.py book                      # 300,000 words as one essay
    python benchmarks/long_work.py chapters --voice narrator # the same as the 60 chapters of a book, a batch
    python benchmarks/long_work.py show                      # 1,000 short essays into a show of 10,000
    python benchmarks/long_work.py book --stop 60 --stop 300 # Ctrl-C after so many seconds, again and again

Each time it is stopped it is begun again, and at last it goes to its end. It prints a line for each, and what podcast
said last. Memory is the process tree's (benchmarks/speed/memory.py).
"""

import argparse
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks" / "speed")]
import essays  # noqa: E402
from long_show import make_show  # noqa: E402
from memory import MemoryMeter  # noqa: E402

WORDS, CHAPTERS = 300_000, 60
SHOW, NEW = 10_000, 1000
_LAST_LINES = 8
_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="content.opf"/></rootfiles></container>'
)
_PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>The Long Book</dc:title><dc:language>en</dc:language></metadata><manifest>{}</manifest>"
    "<spine>{}</spine></package>"
)
_PAGE = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>{}</body></html>'


def _chapters() -> list[essays.Paragraphs]:
    paragraphs = essays.invented(WORDS)
    ends = [at * len(paragraphs) // CHAPTERS for at in range(CHAPTERS + 1)]
    return [paragraphs[begin:end] for begin, end in pairwise(ends)]


def book(folder: Path) -> list[str]:
    parts = (f"## Chapter {at}\n\n" + "\n\n".join(chapter) for at, chapter in enumerate(_chapters(), 1))
    (folder / "book.md").write_text("# The Long Book\n\n" + "\n\n".join(parts) + "\n", "utf-8")
    return ["book.md"]


def chapters(folder: Path) -> list[str]:
    names = [f"c{at}" for at in range(1, CHAPTERS + 1)]
    items = "".join(f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"/>' for name in names)
    with ZipFile(folder / "book.epub", "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", _CONTAINER)
        archive.writestr("content.opf", _PACKAGE.format(items, "".join(f'<itemref idref="{name}"/>' for name in names)))
        for name, chapter in zip(names, _chapters(), strict=True):
            text = "".join(f"<p>{paragraph}</p>" for paragraph in chapter)
            archive.writestr(f"{name}.xhtml", _PAGE.format(f"<h1>Chapter {name[1:]}</h1>{text}"))
    return ["book.epub", "--split"]


def show(folder: Path) -> list[str]:
    make_show(folder, SHOW)
    for at, paragraph in zip(range(NEW), essays.invented(200 * NEW), strict=False):
        sentence = paragraph.partition(". ")[0]
        (folder / f"new-{at:04}.md").write_text(f"# New letter {at}\n\nThis is number {at}. {sentence}.\n", "utf-8")
    return [f"new-{at:04}.md" for at in range(NEW)]


def _run(arguments: Sequence[str], folder: Path, stop_s: float | None) -> None:
    meter, begun = MemoryMeter(), time.monotonic()
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PODCAST_CACHE_DIR": str(folder / "cache")}
    line = [sys.executable, "-P", "-m", "podcast", "build", *arguments]
    told = folder / "told.txt"
    with told.open("w") as output, meter.watching():
        process = subprocess.Popen(line, cwd=folder, env=environment, stdout=output, stderr=output)
        try:
            process.wait(stop_s)
            ended = f"ended with {process.returncode}"
        except subprocess.TimeoutExpired:
            stopped = time.monotonic()
            process.send_signal(signal.SIGINT)
            process.wait()
            ended = f"stopped, and ended after {time.monotonic() - stopped:.2f} s with {process.returncode}"
    print(f"{time.monotonic() - begun:.0f} s, {meter.peak.pss_mb:.0f} MB: {ended}")
    print("\n".join(told.read_text("utf-8").splitlines()[-_LAST_LINES:]), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("book", "chapters", "show"))
    parser.add_argument("--voice", default="")
    parser.add_argument("--jobs", default="2")
    parser.add_argument("--stop", type=float, action="append", default=[], help="seconds; may be said several times")
    stated = parser.parse_args()
    with TemporaryDirectory(prefix="podcast-long-") as name:
        folder = Path(name)
        (folder / "podcast.toml").write_text('[show]\ntitle = "Long"\nbase_url = "https://example.org/long"\n')
        wanted = {"book": book, "chapters": chapters, "show": show}[stated.what](folder)
        wanted += ["--jobs", stated.jobs, *(["--voice", stated.voice] if stated.voice else [])]
        for stop_s in (*stated.stop, None):
            _run(wanted, folder, stop_s)


if __name__ == "__main__":
    main()
