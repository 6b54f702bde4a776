"""Would a test notice? One operator, constant, condition, argument or result of a module is changed at a time.

    python tools/mutants.py podcast/show tests/show                   # how many mutants there are, by module
    python tools/mutants.py podcast/show/paging.py tests/show/test_paging.py --sample 20     # runs every n-th of them

The tests are run on each. It writes into the working tree, and puts back what was there: use a copy. What survives is
printed as `file:line before -> after`; docs/mutants.md lists those that were looked at.
"""

import ast
import os
import signal
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_OTHER: dict[type[Any], type[Any]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Div,
    ast.Mod: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr, ast.Pow: ast.Mult,
}  # fmt: skip
_NO_EFFECT = ("TypeVar", "cast", "dataclass", "Literal")  # what they are called with, no run can tell
_WORDING = ("what", "remedy", "encoding", "errors")  # keywords: sentences for people, and what is the same everywhere
_MOST_WORDS = 2  # of a constant that is changed; more are a sentence
_TIMEOUT_S = 150


@dataclass(frozen=True, slots=True)
class Mutant:
    """The node `index` of the tree, as ast.walk() counts, and which of its operators or operands."""

    path: Path
    index: int
    kind: str
    which: int = 0

    def code(self) -> tuple[str, str]:
        """The changed module, and what was changed in a line."""
        tree = ast.parse(self.path.read_text("utf-8"))
        node: Any = list(ast.walk(tree))[self.index]
        before = ast.unparse(node)
        changed = _CHANGES[self.kind](node, self.which)
        if changed is not node:
            tree = _Replacing(node, changed).visit(tree)
        ast.fix_missing_locations(tree)
        return ast.unparse(tree), f"{self.path}:{node.lineno} {before} -> {ast.unparse(changed)}"

    def survives(self, tests: list[str]) -> bool:
        """Whether all the tests pass. One that keeps them from ending is noticed, too."""
        kept = self.path.read_bytes()
        command = [sys.executable, "-P", "-m", "pytest", "-q", "-x", "-p", "no:randomly", "-p", "no:cacheprovider"]
        env = os.environ | {"PYTHONPATH": str(Path.cwd()), "PYTHONDONTWRITEBYTECODE": "1"}
        try:
            self.path.write_text(self.code()[0], "utf-8")
            done = subprocess.run([*command, *tests], env=env, capture_output=True, timeout=_TIMEOUT_S, check=False)
        except subprocess.TimeoutExpired:
            return False
        finally:
            self.path.write_bytes(kept)
        return done.returncode == 0


class _Replacing(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self._old, self._new = old, new

    def visit(self, node: ast.AST) -> Any:
        return self._new if node is self._old else self.generic_visit(node)


def _compared(node: ast.Compare, which: int) -> ast.AST:
    node.ops[which] = _OTHER[type(node.ops[which])]()
    return node


def _operated(node: Any, _: int) -> Any:
    node.op = _OTHER[type(node.op)]()
    return node


def _dropped(node: ast.BoolOp, which: int) -> ast.AST:
    del node.values[which]
    return node


def _constant(node: Any, _: int) -> Any:
    value = node.value
    node.value = not value if isinstance(value, bool) else value + ("x" if isinstance(value, str) else 1)
    return node


def _nothing(node: ast.Return, _: int) -> ast.AST:
    node.value = ast.Constant(None)
    return node


def _left_out(node: ast.Call, which: int) -> ast.AST:
    del node.keywords[which]
    return node


def _negated(node: Any, _: int) -> Any:
    node.test = ast.UnaryOp(ast.Not(), node.test)
    return node


_CHANGES: dict[str, Any] = {
    "comparison": _compared,
    "operator": _operated,
    "operand": _dropped,
    "sign": lambda node, _: node.operand,
    "constant": _constant,
    "result": _nothing,
    "condition": _negated,
    "argument": _left_out,
}


def mutants(path: Path) -> Iterator[Mutant]:
    tree = ast.parse(path.read_text("utf-8"))
    passed_over = {id(node) for top in _passed_over(tree) for node in ast.walk(top)} | set(_parts_of_texts(tree))
    for index, node in enumerate(ast.walk(tree)):
        if id(node) not in passed_over:
            yield from (Mutant(path, index, *change) for change in _changes(node))


def _changes(node: ast.AST) -> Iterator[tuple[str, int]]:
    match node:
        case ast.Compare(ops=ops):
            yield from (("comparison", which) for which in range(len(ops)))
        case ast.BinOp(op=op) if type(op) in _OTHER:
            yield "operator", 0
        case ast.BoolOp(values=values):
            yield "operator", 0
            yield from (("operand", which) for which in range(len(values)))
        case ast.UnaryOp(op=ast.Not() | ast.USub()):
            yield "sign", 0
        case ast.Constant(value=bool() | int() | float()):
            yield "constant", 0
        case ast.Constant(value=str(text)) if len(text.split()) <= _MOST_WORDS:
            yield "constant", 0
        case ast.Call(keywords=told):
            yield from (("argument", which) for which, one in enumerate(told) if one.arg and one.arg not in _WORDING)
        case ast.Return(value=ast.expr() as value) if getattr(value, "value", value) is not None:
            yield "result", 0
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test) if not isinstance(
            test, ast.Compare | ast.BoolOp
        ):
            yield "condition", 0


def _passed_over(tree: ast.AST) -> Iterator[ast.AST]:
    """Docstrings, types and wording."""
    for node in ast.walk(tree):
        match node:
            case (
                ast.Module(body=[ast.Expr(ast.Constant()) as text, *_])
                | ast.ClassDef(body=[ast.Expr(ast.Constant()) as text, *_])
            ):
                yield text
            case ast.FunctionDef(body=body, returns=returns):
                yield from filter(None, [returns])
                yield from [body[0]] * (isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant))
            case ast.arg(annotation=ast.expr() as type_) | ast.AnnAssign(annotation=type_):
                yield type_
            case ast.Assign(value=ast.Subscript() as alias):
                yield alias
            case ast.If(test=ast.Name("TYPE_CHECKING")) | ast.Call(func=ast.Name(id="TypeVar")):
                yield node
            case ast.Call(func=ast.Name(name)) if name in _NO_EFFECT:
                yield node
            case ast.keyword(arg=name, value=value) if name in _WORDING:
                yield value
            case ast.FormattedValue(format_spec=ast.expr() as spec):
                yield spec


def _parts_of_texts(tree: ast.AST) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield from (id(part) for part in node.values if isinstance(part, ast.Constant))


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("code", type=Path, help="a module, or a folder of them")
    parser.add_argument("tests", nargs="+", help="what pytest is to run")
    parser.add_argument("--sample", type=int, default=0, help="how many are run; without it they are only counted")
    asked = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # else what was there would not be put back
    files = sorted(asked.code.rglob("*.py")) if asked.code.is_dir() else [asked.code]
    found = [mutant for file in files for mutant in mutants(file)]
    chosen = [found[number * len(found) // asked.sample] for number in range(min(asked.sample, len(found)))]
    alive = 0
    for mutant in chosen:
        if mutant.survives(asked.tests):
            alive += 1
            sys.stdout.write(f"{mutant.code()[1]}\n")
    sys.stdout.write(f"{len(found)} mutants, {len(chosen)} run, {alive} survived\n")


if __name__ == "__main__":
    main()
