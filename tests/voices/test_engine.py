import subprocess
import sys

import pytest

from voices.engine import engine_version, is_embedded


@pytest.mark.parametrize("driver", ["espeak_ng", "espeak", "sapi5", "nsss", "nonesuch"])
def test_an_engine_is_the_same_in_every_process(driver):
    program = f"from voices.engine import engine_version; print(engine_version({driver!r}))"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True).stdout
    assert told.strip() == engine_version(driver)


def test_each_engine_is_another():
    drivers = ["espeak_ng", "espeak", "sapi5", "nsss"]
    assert len({engine_version(driver) for driver in drivers}) == len(drivers)


def test_the_embedded_engine_is_known_down_to_its_data():
    assert "espeakng-loader 0." in engine_version("espeak_ng")
    assert is_embedded("espeak_ng")
    assert not is_embedded("sapi5")


def test_another_code_of_ours_is_another_engine(tmp_path, monkeypatch):
    before = engine_version("espeak_ng")
    (tmp_path / "drivers").mkdir()
    (tmp_path / "drivers" / "espeak_ng.py").write_text("# other code")
    monkeypatch.setattr("voices.engine._HERE", tmp_path)
    assert engine_version("espeak_ng") != before
