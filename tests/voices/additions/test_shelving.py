import pytest

from voices.additions.shelving import locked
from voices.library import NOWHERE, LibraryError, added


def test_voices_that_have_no_place_can_be_looked_for_but_not_added(monkeypatch):
    monkeypatch.setenv("PODCAST_VOICES_DIR", str(NOWHERE))
    assert added("piper") == ()
    with pytest.raises(LibraryError, match="PODCAST_VOICES_DIR"), locked(lambda: None):
        pass
