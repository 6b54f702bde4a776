"""What the pages name is there, every page can be found, and links lead somewhere."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

ROOT = Path(__file__).parent.parent
PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for pattern in ("*.md", "docs/**/*.md", "benchmarks/**/*.md", ".github/**/*.md")
    for path in ROOT.glob(pattern)
)
#: Pages that say where things are.
MAPS = ("CONTRIBUTING.md", "SECURITY.md", "docs/README.md", "docs/glossary.md")

BLOCK = re.compile(r"^```[\s\S]*?^```|^(?: {4}|\t).*", re.MULTILINE)
CODE = re.compile(r"`([^`\n]+)`")
PATH = re.compile(r"\.?[\w-]+/(?:[\w.-]+/)*[\w.-]*|[\w.-]+\.(?:md|py|toml|yml)")
LINK = re.compile(r"\]\(([^()\s]+)\)")
HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
IS_CHECKOUT = (ROOT / ".git").exists()  # a source distribution has no .ci and .github
OF_A_SHOW = {"public/", ".podcast/", "podcast.toml"}


def read(page):
    """Without what stands in blocks of code."""
    return BLOCK.sub("", (ROOT / page).read_text("utf-8"))


def paths(page):
    """What is written as code and looks like a file or a folder; of one that is yet to be made (NAME), its folder."""
    found = {one for one in CODE.findall(read(page)) if PATH.fullmatch(one)} - OF_A_SHOW
    return {one.partition("NAME")[0].rpartition("/")[0] if "NAME" in one else one for one in found}


def links(page):
    return LINK.findall(CODE.sub("", read(page)))


def anchors(page):
    """As the hosts that show Markdown make them of headings."""
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in HEADING.findall(read(page))}


@pytest.mark.parametrize("page", MAPS)
def test_every_file_that_a_map_names_is_there(page):
    missing = {path for path in paths(page) if not (ROOT / path).exists()}
    assert {path for path in missing if IS_CHECKOUT or not path.startswith(".")} == set()


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "docs/glossary.md"])
def test_a_map_names_many_files(page):
    assert len(paths(page)) > 40


def test_the_index_lists_every_page_once():
    listed = [link for link in links("docs/README.md") if "/" not in link]
    assert sorted(listed) == sorted(path.name for path in (ROOT / "docs").glob("*.md") if path.name != "README.md")


@pytest.mark.parametrize("page", PAGES)
def test_every_link_within_the_repository_leads_somewhere(page):
    for link in links(page):
        address, target = urlsplit(link), ROOT / page
        if address.scheme:
            continue
        if address.path:
            target = target.parent / unquote(address.path)
        assert target.exists(), link
        assert not address.fragment or address.fragment in anchors(target), link
