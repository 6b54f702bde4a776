"""Jupyter notebooks (.ipynb): their cells as one text in Markdown, with the code fenced, so that it is read as that.

    markdown_of('{"cells": [{"cell_type": "markdown", "source": ["# The Mill"]}], …}', "mill.ipynb")   # "# The Mill\n"

What the code printed is not text. Title and authors that the notebook states come first, as front matter.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from podcast.errors import PodcastError

_TICKS = re.compile(r"`{3,}")
_ATTACHED = re.compile(r"(\]\()attachment:")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n")


def markdown_of(source: str, name: str) -> str:
    """Raises PodcastError for what is no notebook."""
    try:
        notebook = json.loads(source)
        cells = _cells(notebook)
        texts = [text for cell in cells if (text := _text(cell)).strip()]
        facts = _facts(notebook.get("metadata"))
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        remedy = "Open it in Jupyter, save it, and try again."
        raise PodcastError(f"The notebook can't be read ({error})", which=name, remedy=remedy) from None
    begun = "" if not facts or (texts and _FRONT_MATTER.match(texts[0])) else f"---\n{facts}---\n\n"
    return begun + "\n\n".join(texts) + "\n"


def _cells(notebook: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Until version 3 they stood in worksheets."""
    if "cells" in notebook:
        return list(notebook["cells"])
    return [cell for sheet in notebook.get("worksheets", ()) for cell in sheet["cells"]]


def _text(cell: Mapping[str, Any]) -> str:
    kind, text = cell.get("cell_type"), _joined(cell.get("source", cell.get("input", "")))
    if kind == "markdown":
        return _ATTACHED.sub(r"\1", text).strip("\n")
    if kind == "heading":  # version 3
        return f"{'#' * min(int(cell.get('level', 1)), 6)} {' '.join(text.split())}"
    if kind == "raw" and _FRONT_MATTER.match(text):  # Quarto's and fastpages' facts
        return text.strip("\n")
    fence = "`" * max([3, *(len(ticks[0]) + 1 for ticks in _TICKS.finditer(text))])
    return f"{fence}\n{text}\n{fence}" if text.strip() else ""


def _joined(source: str | list[str]) -> str:
    return _clean(source if isinstance(source, str) else "".join(source))


def _clean(text: str) -> str:
    """Lines end as everywhere, and halves of signs are none."""
    return text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace").decode()


def _facts(metadata: Mapping[str, Any] | None) -> str:
    return "".join(_lines(metadata or {}))


def _lines(metadata: Mapping[str, Any]) -> Iterator[str]:
    title = metadata.get("title")
    if isinstance(title, str) and title.strip():
        yield f"title: {json.dumps(' '.join(title.split()), ensure_ascii=False)}\n"
    names = [one.get("name", "") if isinstance(one, dict) else one for one in metadata.get("authors") or ()]
    told = " and ".join(name for name in names if isinstance(name, str) and name.strip())
    if told:
        yield f"author: {json.dumps(told, ensure_ascii=False)}\n"
