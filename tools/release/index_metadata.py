"""What a package index shows of this project: README.md without links that lead nowhere there, and its address.

    PROJECT_URL=https://example.org/us/podcast python -m hatchling build

README.md links to files beside it, and an index has none beside it. With PROJECT_URL, which the release workflow
sets, they lead to the files of this version on the public host, and the metadata has its links. Without it they are
plain text: a package that is built at home claims no address.
"""

import os
import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

_LINK = re.compile(r"(?P<image>!?)\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\])*)\]\((?P<to>[^()\s]+)\)")
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)
_CODE = re.compile(r"(?ms)^(`{3,}).*?^\1|(?<!`)(`+)(?!`).+?(?<!`)\2(?!`)")


class IndexMetadata(MetadataHookInterface):
    """Called by hatchling, by what pyproject.toml says."""

    def update(self, metadata: dict[str, Any]) -> None:
        home = os.environ.get("PROJECT_URL", "").rstrip("/")
        text = (Path(self.root) / "README.md").read_text("utf-8")
        files = f"{home}/blob/v{metadata['version']}/" if home else ""
        metadata["readme"] = {"content-type": "text/markdown", "text": on_an_index(text, files)}
        if home:
            metadata["urls"] = {
                "Homepage": home,
                "Documentation": f"{files}docs/README.md",
                "Changelog": f"{files}CHANGELOG.md",
                "Issues": f"{home}/issues",
            }


def on_an_index(text: str, files: str) -> str:
    """Markdown whose links to files beside it begin with `files`; where that is empty, only their words stay."""

    def link(match: re.Match[str]) -> str:
        if _ABSOLUTE.match(match["to"]):
            return match[0]
        return f"{match['image']}[{match['text']}]({files}{match['to']})" if files else match["text"]

    parts, at = [], 0
    for code in _CODE.finditer(text):
        parts += [re.sub(_LINK, link, text[at : code.start()]), code[0]]
        at = code.end()
    return "".join([*parts, re.sub(_LINK, link, text[at:])])


def get_metadata_hook() -> type[MetadataHookInterface]:
    return IndexMetadata
