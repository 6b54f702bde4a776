"""A script as a person reads it: who says what, what stands between, what is not said; and how it will sound."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding

from podcast.cli.screen import clock, counted, line
from podcast.text.essay import NARRATOR, SILENT_REASONS

if TYPE_CHECKING:
    from podcast.text.cues import Mark
    from podcast.text.essay import Essay
    from podcast.text.script import Script, Segment
    from podcast.text.spoken import Expansion, SpokenForm
    from podcast.voicing.reading_aloud import TextReader

_INDENT = (0, 0, 0, 5)


def print_chapters(titles: Sequence[str]) -> None:
    """Of a book, by the numbers that --chapters takes."""
    console = Console(highlight=False, emoji=False)
    for number, title in enumerate(titles, 1):
        console.print(f"[dim]chapter {number:3}[/dim]  {escape(line(title, 150))}")
    if titles:
        console.print()


def print_script(
    essay: "Essay", written: "Script", duration_ms: int, reader: "TextReader | None", *, tells_why: bool = False
) -> None:
    """With a reader, each text that is said otherwise than it is written stands there twice.

    What was changed stands out in a terminal; what goes into a pipe is the text alone, with or without the reasons.
    """
    console = Console(highlight=False, emoji=False)
    author = f" by {escape(essay.author)}" if essay.author else ""
    console.print(f"[bold]{escape(essay.title)}[/bold]{author}")
    console.print(f"about {clock(duration_ms)}, {counted(len(written.segments), 'segment')}\n")
    for number, segment in enumerate(written.segments, 1):
        _print_cues(console, segment.cues)
        console.print(f"[dim]{number:3}  {escape(_facts(segment))}[/dim]")
        for text in _texts(segment, reader, tells_why=tells_why):
            console.print(Padding(text, _INDENT))
    _print_cues(console, written.last_cues)
    reported = [skip for skip in written.skips if skip.reason not in SILENT_REASONS]
    console.print("\nNot said:" if reported else "\nNothing is left out.")
    for skip in reported:
        console.print(Padding(f"[dim]{skip.reason}:[/dim] {escape(line(_shown(skip.text), 300))}", _INDENT))


def _shown(omitted: str) -> str:
    """Of a comment, what it says: in an Org document nobody wrote the signs around it."""
    return omitted.removeprefix("<!--").removesuffix("-->").strip() or omitted


def _facts(segment: "Segment") -> str:
    role = "" if segment.role == NARRATOR else segment.role
    return ", ".join(filter(None, (segment.kind, role, segment.language)))


def _print_cues(console: Console, cues: "tuple[Mark, ...]") -> None:
    for cue in cues:
        length = f", {cue.duration_ms / 1000:g} s" if cue.duration_ms >= 0 else ""
        console.print(f"[dim]     ({cue.kind}{length})[/dim]")


def _texts(segment: "Segment", reader: "TextReader | None", *, tells_why: bool) -> Iterator[str]:
    yield escape(segment.text)
    if reader:
        form = reader.form_of(segment)
        if form.expansions:
            yield f"[dim]said:[/dim] {_with_marks(form, tells_why=tells_why)}"


def _with_marks(form: "SpokenForm", *, tells_why: bool) -> str:
    """The spoken text, with what differs in bold and underlined, and its sounds where somebody states them."""
    marked, reached = "", 0
    for one in form.expansions:
        sounds = f" [dim]/{escape(one.ipa)}/[/dim]" if one.ipa else ""
        reason = f" [dim]‹{escape(_why(one))}›[/dim]" if tells_why else ""
        spoken = form.text[one.start : one.end] or "∅"
        said = spoken.strip() or spoken  # the space before a word isn't underlined
        before, _, behind = spoken.partition(said)
        said = f"[bold underline]{escape(said)}[/bold underline]"
        marked += f"{escape(form.text[reached : one.start])}{before}{said}{sounds}{reason}{behind}"
        reached = one.end
    return marked + escape(form.text[reached:])


def _why(one: "Expansion") -> str:
    return f"{one.sense}: {one.reason}" if one.sense else one.rule
