"""What a recogniser understood, for people and as JSON."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from podcast.listening.show import HeardEpisode
    from podcast.listening.verdict import Verdict

_SHOWN_RUNS = 5


def as_json(heard: "HeardEpisode") -> dict[str, Any]:
    verdict = heard.verdict
    return {
        "slug": heard.slug,
        "title": heard.title,
        "languages": {language: _figures(verdict.of(language)) for language in verdict.languages},
        "unheard_languages": heard.unheard,
        "passages": [
            {
                "start_ms": heard.passages[one.passage].start_ms,
                "language": one.language,
                "words": one.words,
                "wrong": one.wrong,
            }
            for one in verdict.passages
        ],
        "runs": [
            {
                "passage": run.passage,
                "start_ms": run.start_ms,
                "end_ms": run.end_ms,
                "written": heard.written(run),
                "heard": " ".join(run.heard),
            }
            for run in verdict.runs
        ],
    }


def lines(heard: "HeardEpisode") -> Iterator[str]:
    """An episode's figures, and below them the longest stretches that went wrong."""
    from podcast.cli.screen import line
    from podcast.listening.rules import clock, told

    verdict = heard.verdict
    figures = "; ".join(_summary(language, verdict.of(language)) for language in verdict.languages)
    yield f"{line(heard.title)}: {figures or 'no words that it could know'}"
    for run in verdict.runs[:_SHOWN_RUNS]:
        yield f"  {clock(run.start_ms):>6}  {line(told(heard, run), 200)}"
    if len(verdict.runs) > _SHOWN_RUNS:
        yield f"          and {len(verdict.runs) - _SHOWN_RUNS} more: --json lists all"
    if heard.unheard:
        yield f"          not heard, for it knows no {', '.join(heard.unheard)}"


def _figures(verdict: "Verdict") -> dict[str, Any]:
    return {"words": verdict.words, "wrong": verdict.wrong, "error_rate": round(verdict.error_rate, 4)}


def _summary(language: str, verdict: "Verdict") -> str:
    return f"{100 * (1 - min(1.0, verdict.error_rate)):.1f} % of {verdict.words} words understood ({language})"
