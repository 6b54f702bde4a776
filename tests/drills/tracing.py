"""What a command changes in some folders, seen from within all of its processes.

    done, touched = traced(["build", "ponds.md"], cwd=show, folders=(show, cache), scratch=tmp_path)
    touched         # [Touch("open", "/…/public/feed.xml", os.O_RDWR | os.O_EXCL …), Touch("os.rename", …), …]

Python tells its audit hooks of each file before it touches it (PEP 578), so a place that is added to the product one
day is in the list without anybody thinking of it.
"""

import os
import subprocess
import sys
from typing import NamedTuple

_HOOK = """
import os, sys

_FOLDERS = tuple(os.environ["TRACED_FOLDERS"].split(os.pathsep))
_TOLD = os.open(os.environ["TRACE"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
_TOUCHING = {"os.rename": 2, "os.remove": 1, "os.mkdir": 1, "os.rmdir": 1, "os.truncate": 1, "os.link": 2,
             "os.symlink": 2, "os.chmod": 1, "os.utime": 1, "sqlite3.connect": 1, "shutil.rmtree": 1}
_BY_FOLDER = {"os.rename", "os.remove", "os.mkdir", "os.rmdir"}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

def _tell(event, arguments):
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING:
        paths, flags = arguments[:1], arguments[2]
    elif event in _TOUCHING:
        if event in _BY_FOLDER and arguments[-1] != -1:  # below an open folder, whose name isn't told
            return
        paths, flags = arguments[: _TOUCHING[event]], 0
    else:
        return
    for path in paths:
        try:
            name = os.path.abspath(os.fsdecode(path))
        except TypeError:
            continue
        if path == ":memory:":
            continue
        if name.startswith(_FOLDERS):
            os.write(_TOLD, f"{event}\\t{flags}\\t{name}\\n".encode(errors="surrogateescape"))

sys.addaudithook(_tell)
"""


class Touch(NamedTuple):
    event: str
    flags: int  # of "open"
    path: str


def traced(arguments, *, cwd, folders, scratch, env=None):
    hooks, trace = scratch / "hooks", scratch / "trace"
    hooks.mkdir(exist_ok=True)
    trace.unlink(missing_ok=True)
    (hooks / "sitecustomize.py").write_text(_HOOK)
    ways = os.pathsep.join(filter(None, (str(hooks), os.environ.get("PYTHONPATH"))))
    told = {"PYTHONPATH": ways, "TRACE": str(trace), "TRACED_FOLDERS": os.pathsep.join(map(str, folders))}
    command = [sys.executable, "-P", "-m", "podcast", *arguments]
    done = subprocess.run(
        command, cwd=cwd, env=os.environ | (env or {}) | told, capture_output=True, timeout=120, check=False
    )
    lines = [line.split("\t") for line in trace.read_text(errors="surrogateescape").splitlines()]
    return done, [Touch(event, int(flags), path) for event, flags, path in lines]
