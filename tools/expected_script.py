"""An essay of tests/corpus as an editor reads it: its facts, what is said by whom, and what is not.

    python tools/expected_script.py tests/corpus/essays/hugo-pond.md        # as it is read, for an editor to judge

What an editor expects stands beside each essay, in this form, in a file with `.script` after its name. Signs (markup,
link targets, front matter, the title) are left out: no words are missed for them.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from podcast.text.essay import NARRATOR, SILENT_REASONS, Essay
from podcast.text.reading import read_essay
from podcast.text.script import Script, Segment, write_script

_SHOWN = 100  # characters of what is not said


def expected_form(path: Path) -> str:
    essay = read_essay(path.read_bytes(), path.name)
    script = write_script(essay, says_title=False)
    parts = (_facts(essay), _said(script), _not_said(script))
    return "\n".join("".join(f"{line}\n" for line in part) for part in parts)


def _facts(essay: Essay) -> Iterator[str]:
    yield f"title: {essay.title}"
    yield f"author: {essay.author}".rstrip()
    yield f"date: {essay.date.date() if essay.date else ''}".rstrip()
    yield f"language: {essay.language}".rstrip()


def _said(script: Script) -> Iterator[str]:
    for segment in script.segments:
        yield from (f"({cue.kind})" for cue in segment.cues)
        yield f"[{_who(segment)}] {' '.join(segment.text.split())}"


def _who(segment: Segment) -> str:
    role = "" if segment.role == NARRATOR else segment.role
    return ", ".join(filter(None, (segment.kind, role, segment.language)))


def _not_said(script: Script) -> Iterator[str]:
    yield "-- not said --"
    for skip in script.skips:
        if skip.reason not in SILENT_REASONS:
            text = " ".join(skip.text.split())
            yield f"[{skip.reason}] {text if len(text) <= _SHOWN else text[: _SHOWN - 1] + '…'}"


if __name__ == "__main__":
    for name in sys.argv[1:]:
        sys.stdout.write(expected_form(Path(name)))
