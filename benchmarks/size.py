"""What an installation takes on disk: the built wheel in a clean environment, megabytes by distribution.

    python benchmarks/size.py                   # a Markdown table, the biggest first
    python benchmarks/size.py --extra listen --json

The wheel is built of this tree, and installed by pip with all that it depends on. What counts is what lies there
afterwards, as blocks on the disk, with the bytecode that pip compiles; pip itself is not counted. What nobody of ours
asked for is named with the one that brings it.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
OURS = "podcast-producer"

#: Run by the environment's own Python: each distribution with its size in bytes and the names of what it requires.
_SIZES = """
import json, re
from importlib.metadata import distributions

def size(file):
    status = file.stat()
    return getattr(status, "st_blocks", 0) * 512 or status.st_size

def needs(one):
    return sorted({re.split(r"[^\\w.-]", line)[0].lower() for line in one.requires or () if "extra ==" not in line})

found = {}
for one in distributions():
    files = {one.locate_file(name).resolve() for name in one.files or ()}
    name = one.metadata["Name"].lower()
    found[name] = {
        "version": one.version,
        "bytes": sum(size(file) for file in files if file.is_file()),
        "needs": needs(one),
    }
print(json.dumps(found))
"""


def main() -> None:
    options = arguments()
    with tempfile.TemporaryDirectory(prefix="podcast-size-") as folder:
        sizes = installed(Path(folder), options.extra)
    print(json.dumps(sizes, indent=2) if options.json else table(sizes))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures what an installation takes on disk.")
    parser.add_argument("--extra", action="append", default=[], help="such as listen or cluster")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def installed(folder: Path, extras: Iterable[str]) -> dict[str, Any]:
    """Every distribution by its name: its version, its bytes and its needs."""
    wheels = folder / "wheels"
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", wheels, ROOT)
    [wheel] = wheels.glob("*.whl")
    venv.create(folder / "venv", with_pip=True)
    python = next(path for name in ("bin", "Scripts") for path in folder.glob(f"venv/{name}/python*"))
    wanted = f"{wheel}[{','.join(extras)}]" if extras else str(wheel)
    run(python, "-m", "pip", "install", "--quiet", wanted)
    sizes: dict[str, Any] = json.loads(run(python, "-c", _SIZES))
    return {name: told for name, told in sizes.items() if name not in ("pip", "setuptools")}


def table(sizes: dict[str, Any]) -> str:
    lines = ["| distribution | version | MB | wanted by |", "| --- | --- | --- | --- |"]
    for name, told in sorted(sizes.items(), key=lambda one: -one[1]["bytes"]):
        wanting = sorted(other for other, one in sizes.items() if name in one["needs"])
        by = "us" if OURS in wanting else ", ".join(wanting)
        lines.append(f"| {name} | {told['version']} | {told['bytes'] / 1e6:.1f} | {by} |")
    lines.append(f"| all {len(sizes)} | | {sum(told['bytes'] for told in sizes.values()) / 1e6:.0f} | |")
    return "\n".join(lines)


def run(*line: str | Path) -> str:
    """What it prints; what goes wrong is told by itself."""
    return subprocess.run([*map(str, line)], check=True, stdout=subprocess.PIPE, text=True).stdout


if __name__ == "__main__":
    main()
