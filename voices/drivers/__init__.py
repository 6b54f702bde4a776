"""pyttsx3 drivers of our own, a file each, which also says what its engine is (voices/engine.py).

from voices.drivers import make_known

make_known("hibari")                    # any program of pyttsx3's can use them
engine = pyttsx3.init("hibari")
"""

import sys
from importlib import import_module

from voices.engine import module_of


def make_known(name: str) -> None:
    """Have pyttsx3 find a driver that isn't its own: it imports `pyttsx3.drivers.NAME`."""
    if module := module_of(name):
        sys.modules[f"pyttsx3.drivers.{name}"] = import_module(module)
