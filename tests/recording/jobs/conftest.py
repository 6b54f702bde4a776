import pytest

# An engine that hands over a tenth of a second of sound, whatever it was asked, until it has done so a few times.
HASTY = """
import wave
tries = Path(__file__).with_name("tries")
faults = tries.read_text().splitlines()
fault = faults.pop(0) if faults else "hasty" if "unsayable" in text else ""
tries.write_text("\\n".join(faults))
if fault == "lost":
    return
seconds = 0.1 if fault == "hasty" else 0.07 * len(text)
tone = (8000 * np.sin(np.arange(int(22050 * seconds)) / 5)).astype("<i2")
with wave.open(filename, "wb") as out:
    out.setparams((1, 2, 22050, 0, "NONE", ""))
    out.writeframes(tone.tobytes())
"""


@pytest.fixture
def faults(tmp_path, monkeypatch, make_known):
    """Makes the driver "hasty" known, and what it does wrong first."""
    folder = tmp_path / "drivers"
    folder.mkdir()
    make_known(monkeypatch, folder, "hasty", HASTY)
    return lambda *kinds: (folder / "tries").write_text("\n".join(kinds))
