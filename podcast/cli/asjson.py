"""What several commands print as JSON: what a build made, as one object; and a word, as it is said."""

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from podcast.cli import problems

if TYPE_CHECKING:
    from feed.rules import Findings
    from podcast.produced import ProducedEpisode
    from podcast.text.spoken import SpokenForm
    from podcast.voicing.wordbyword import WordSaid


def print_json(
    built: "Sequence[ProducedEpisode]",
    findings: "Findings | None",
    failed: Sequence[Mapping[str, str]] | None = None,
    withheld: Sequence[Mapping[str, str]] = (),
) -> None:
    facts = {
        "feed": "public/feed.xml",
        "episodes": [_episode_as_json(produced) for produced in built],
        "problems": [problems.as_json(problem) for problem in findings.problems] if findings else [],
    } | ({} if failed is None else {"failed": failed, "not_published": withheld})
    click.echo(json.dumps(facts, ensure_ascii=False, indent=2))


def as_json_word(word: "WordSaid") -> dict[str, Any]:
    return {
        "written": word.written,
        "spoken": word.spoken,
        "ipa": word.ipa,
        "rule": word.rule,
        "sense": word.sense,
        "reason": word.reason,
    }


def as_json_expansions(written: str, form: "SpokenForm") -> list[dict[str, Any]]:
    """Where something else is said than what is written, or the engine is told how it sounds."""
    return [
        {
            "written": written[one.written_start : one.written_end],
            "spoken": form.text[one.start : one.end],
            "ipa": one.ipa,
            "rule": one.rule,
            **({"sense": one.sense, "reason": one.reason} if one.sense else {}),
            "start": one.written_start,
            "end": one.written_end,
        }
        for one in form.expansions
    ]


def _episode_as_json(produced: "ProducedEpisode") -> dict[str, Any]:
    episode = produced.episode
    return {
        "slug": episode.slug,
        "title": episode.title,
        "guid": episode.guid,
        "audio": f"public/episodes/{episode.slug}/{episode.audio.file}",
        "bytes": episode.audio.bytes,
        "duration_ms": episode.audio.duration_ms,
        "loudness_lufs": episode.audio.loudness_lufs,
        "true_peak_dbtp": episode.audio.true_peak_dbtp,
        "segments": episode.segments,
        "voiced": produced.voiced,
        "reused": produced.reused,
        "unspoken_languages": produced.unspoken,
        "voices": episode.voices,
        "advice": produced.advice,
        "gaps": produced.gaps,
        "soundbites": [{"start_ms": bite.start_ms, "duration_ms": bite.duration_ms} for bite in episode.soundbites],
        "chapters": [{"start_ms": chapter.start_ms, "title": chapter.title} for chapter in episode.chapters],
        "skipped": [{"text": skipped.text, "reason": skipped.reason} for skipped in episode.skipped],
    }
