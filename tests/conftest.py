"""What tests share: the real embedded engine, and sounds whose loudness is known."""

import os
import shutil
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from podcast.sound import SAMPLE_RATE_HZ
from voices.booth import Booth
from voices.speech import Voice


def pytest_configure():
    # Nothing of the machine's own settings may decide a test.
    for name in [name for name in os.environ if name.startswith("PODCAST_")]:
        del os.environ[name]


@pytest.fixture(scope="session")
def booth():
    with Booth("espeak_ng") as booth:
        yield booth


@pytest.fixture(scope="session")
def roster(booth):
    return booth.roster()


@pytest.fixture(scope="session")
def voice():
    return Voice("espeak_ng", "en-us", "en-us", rate_wpm=170)


@pytest.fixture(scope="session")
def sine():
    def make(frequency_hz=997, seconds=1.0, level_dbfs=-20.0, rate_hz=SAMPLE_RATE_HZ):
        time_s = np.arange(round(seconds * rate_hz)) / rate_hz
        return np.round(32767 * 10 ** (level_dbfs / 20) * np.sin(2 * np.pi * frequency_hz * time_s)).astype(np.int16)

    return make


@pytest.fixture(scope="session")
def judge():
    """Finds what judges the product, or skips the test; in CI, where .ci/run has installed all, it fails it."""
    node_modules = Path(__file__).parent / "judges" / "node_modules"

    def find(program="", *, module="", npm=""):
        package = node_modules / npm if npm else None
        found = shutil.which(program) if program else find_spec(module) if module else package.exists() and package
        if found:
            return found
        missing = f"{program or module or npm} is not installed"
        return pytest.fail(f"{missing}; .ci/run should have") if os.environ.get("CI") else pytest.skip(missing)

    return find
