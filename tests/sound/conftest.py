import os

import pytest

# An engine that hands over a tenth of a second of sound, whatever it was asked, until it has done so a few times.
HASTY_DRIVER = """
import wave
from pathlib import Path
import numpy as np
from pyttsx3.voice import Voice

def buildDriver(proxy):
    return Driver(proxy)

class Driver:
    def __init__(self, proxy):
        self.proxy = proxy
        self.tries = Path(__file__).with_name("tries")
        self.properties = {"voice": "one", "rate": 170, "voices": [Voice("one", "One", ["en"])]}
    def destroy(self): pass
    def endLoop(self): pass
    def stop(self): pass
    def startLoop(self): self.proxy.setBusy(False)
    def getProperty(self, name): return self.properties[name]
    def setProperty(self, name, value): self.properties[name] = value
    def save_to_file(self, text, filename):
        faults = self.tries.read_text().splitlines()
        fault = faults.pop(0) if faults else "hasty" if "unsayable" in text else ""
        self.tries.write_text("\\n".join(faults))
        if fault == "lost":
            return
        seconds = 0.1 if fault == "hasty" else 0.07 * len(text)
        tone = (8000 * np.sin(np.arange(int(22050 * seconds)) / 5)).astype("<i2")
        with wave.open(filename, "wb") as out:
            out.setparams((1, 2, 22050, 0, "NONE", ""))
            out.writeframes(tone.tobytes())
"""


@pytest.fixture
def faults(tmp_path, monkeypatch):
    """Makes the driver "hasty" known, and what it does wrong first."""
    folder = tmp_path / "drivers"
    folder.mkdir()
    (folder / "hasty.py").write_text(HASTY_DRIVER)
    (folder / "sitecustomize.py").write_text(
        f"import pyttsx3.drivers\npyttsx3.drivers.__path__.append({str(folder)!r})\n"
    )
    monkeypatch.setenv("PYTHONPATH", f"{folder}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
    return lambda *kinds: (folder / "tries").write_text("\n".join(kinds))
