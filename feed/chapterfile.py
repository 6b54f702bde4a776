"""Chapters as a file that podcast apps load beside the audio (podcast namespace, JSON Chapters 1.2).

    text = chapters_json(chapters, title="On Paper")        # served as application/json+chapters
    chapters = read_chapters(text)

Apps compare this file with the chapters in the ID3 tag, so both are made from the same `Chapter`s.
"""

import json
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from feed.fit import fit_line, fit_url
from feed.show import Chapter

VERSION = "1.2.0"


def chapters_json(chapters: Iterable[Chapter], title: str = "") -> str:
    """The chapters in the order of time. `title` is the episode's. Texts that say nothing are left out."""
    in_order = sorted(chapters, key=lambda chapter: chapter.start_ms)
    facts = {**_said(title=fit_line(title)), "chapters": [_facts(chapter) for chapter in in_order]}
    return json.dumps({"version": VERSION, **facts}, ensure_ascii=False, indent=2) + "\n"


def read_chapters(text: str) -> tuple[Chapter, ...]:
    """The chapters that a listener sees; `toc: false` hides one. ValueError: it is something else, and why."""
    try:
        return _listed(json.loads(text))
    except (ValueError, TypeError, OverflowError, RecursionError) as error:
        raise ValueError(f"These are no chapters as the podcast namespace has them: {error}.") from error


def _facts(chapter: Chapter) -> dict[str, Any]:
    texts = _said(title=fit_line(chapter.title), img=fit_url(chapter.image_url), url=fit_url(chapter.url))
    return {"startTime": chapter.start_ms / 1000, **texts}


def _said(**texts: str) -> dict[str, str]:
    return {name: text for name, text in texts.items() if text}


def _listed(facts: Any) -> tuple[Chapter, ...]:
    if not isinstance(facts, dict) or not str(facts.get("version")).startswith("1."):
        raise ValueError("it has no version 1")
    if not isinstance(facts.get("chapters"), list):
        raise TypeError("it has no list of chapters")
    found = [_chapter(entry) for entry in facts["chapters"]]
    if any(later.start_ms < earlier.start_ms for earlier, later in pairwise(found)):
        raise ValueError("they are not in the order of time")
    return tuple(
        chapter for chapter, entry in zip(found, facts["chapters"], strict=True) if entry.get("toc") is not False
    )


def _chapter(entry: Any) -> Chapter:
    if not isinstance(entry, dict) or type(entry.get("startTime")) not in (int, float) or entry["startTime"] < 0:
        raise ValueError("a chapter has no startTime in seconds")
    title, url, image_url = (entry.get(name, "") for name in ("title", "url", "img"))
    if not all(isinstance(text, str) for text in (title, url, image_url)):
        raise TypeError("a chapter's title, url or img is not a text")
    return Chapter(round(entry["startTime"] * 1000), title, url, image_url)
