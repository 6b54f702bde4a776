"""Whatever makes code of bytes is in three places: between our own processes, for a cluster, and for our own templates.

All that is kept in files is read as data: JSON with a checksum, SQLite, FLAC, MP3.
"""

import ast
from pathlib import Path

ROOT = Path(__file__).parent.parent
#: By module: what is named in it, and why it may be.
ALLOWED = {
    "podcast/processes/messages.py": ({"pickle.load"}, "a pipe that only this process and its child have"),
    "podcast/recording/jobs/cluster.py": ({"pickle.loads"}, "named for the workers, and not called"),
    "podcast/recording/jobs/cluster_worker.py": ({"pickle.loads"}, "who reaches a worker runs code there: SECURITY.md"),
    "feed/pages/compiled.py": ({"bytecode_from_string"}, "beside Python's own compiled modules, where they may be"),
}
MAKERS_OF_CODE = {
    *("pickle.load", "pickle.loads", "pickle.Unpickler", "marshal.load", "marshal.loads", "shelve.open"),
    *("cloudpickle.load", "cloudpickle.loads", "dill.load", "dill.loads", "joblib.load", "jsonpickle.decode"),
    *("yaml.load", "yaml.unsafe_load", "yaml.full_load", "yaml.load_all", "torch.load", "bytecode_from_string"),
    *("eval", "exec", "compile"),
}
#: Keywords that turn a reader of data into one of code.
SWITCHES = {"allow_pickle"}
MODULES = {name.partition(".")[0] for name in MAKERS_OF_CODE if "." in name}


def named(tree):
    """The names by which a module could make code of bytes, whether it calls them or hands them on."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            owner = node.value.id if isinstance(node.value, ast.Name) else ""
            for name in (f"{owner}.{node.attr}", node.attr):
                if name in MAKERS_OF_CODE - {"compile"}:
                    yield name
        elif isinstance(node, ast.Name) and node.id in MAKERS_OF_CODE:
            yield node.id
        elif isinstance(node, ast.ImportFrom) and node.module in MODULES:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.keyword) and node.arg in SWITCHES:
            yield node.arg


def test_bytes_become_code_in_three_places():
    found = {}
    for package in ("podcast", "voices", "feed"):
        for path in (ROOT / package).rglob("*.py"):
            if names := set(named(ast.parse(path.read_text("utf-8")))):
                found[path.relative_to(ROOT).as_posix()] = names
    assert found == {name: names for name, (names, _) in ALLOWED.items()}


def test_this_would_see_them():
    text = "from marshal import loads\npickle.loads(x)\nnp.load(x, allow_pickle=True)\nmap(eval, x)\nre.compile(x)"
    assert set(named(ast.parse(text))) == {"pickle.loads", "marshal.loads", "allow_pickle", "eval"}


def test_no_archive_is_unpacked_to_disk():
    """So names in it, such as ../x, /etc/x or a link, lead nowhere: .docx, .odt, .epub, wheels."""
    found = set()
    for package in ("podcast", "voices", "feed"):
        for path in (ROOT / package).rglob("*.py"):
            nodes = ast.walk(ast.parse(path.read_text("utf-8")))
            attributes = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
            found |= attributes & {"extract", "extractall", "unpack_archive"}
    assert found == set()
