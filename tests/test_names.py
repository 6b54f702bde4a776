"""One word, one thing: no two modules have a public type of one name, and pages name only types that there are."""

import ast
import re
from collections import defaultdict
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
AS_CODE = re.compile(r"`([A-Z][a-z]\w+)`")


def types(tree):
    """Classes, aliases and type variables, which are in CapWords as no constant is; also those for type checkers."""
    for statement in tree.body:
        if isinstance(statement, ast.If):
            yield from types(statement)
        elif isinstance(statement, ast.ClassDef):
            yield statement.name
        elif isinstance(statement, ast.Assign | ast.AnnAssign):
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            names = (target.id for target in targets if isinstance(target, ast.Name))
            yield from (name for name in names if name[0].isupper() and not name.isupper())


@pytest.fixture(scope="module")
def homes():
    """The modules of each public type, by its name."""
    homes = defaultdict(set)
    for package in ("podcast", "voices", "feed"):
        for path in (ROOT / package).rglob("*.py"):
            for name in types(ast.parse(path.read_text("utf-8"))):
                homes[name].add(path.relative_to(ROOT).as_posix())
    return {name: places for name, places in homes.items() if not name.startswith("_")}


def test_no_public_type_name_stands_in_two_modules(homes):
    assert len(homes) > 200  # or nothing was looked at
    assert {name: places for name, places in homes.items() if len(places) > 1} == {}


@pytest.mark.parametrize("page", ["docs/glossary.md", "CONTRIBUTING.md"])
def test_every_type_that_a_page_names_is_there(page, homes):
    named = set(AS_CODE.findall((ROOT / page).read_text("utf-8")))
    assert named
    assert named - homes.keys() == set()
