"""What calls itself music: its first bytes decide, and no other file is ever read."""

import pytest

from podcast.errors import PodcastError
from podcast.sound.music.piece import Piece

REFERENCE = b"\0\0\0\x2cmoov\0\0\0\x24rmra\0\0\0\x1crmda\0\0\0\x14rdrf\0\0\0\0url "
OTHERS = {
    "text": b"This is no music.",
    "nothing": b"",
    "random bytes": bytes((7 * at * at + 13 * at) % 256 for at in range(5000)),
    "a playlist of ffmpeg's": b"ffconcat version 1.0\nfile '{other}'\n",
    "a playlist of the web": b"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n{other}\n#EXT-X-ENDLIST\n",
    "a description of streams": b"v=0\no=- 0 0 IN IP4 127.0.0.1\nm=audio 5004 RTP/AVP 0\n",
    "a picture": b"<svg xmlns='http://www.w3.org/2000/svg'><image href='{other}'/></svg>",
    "a head of WAV alone": b"RIFF\xff\xff\xff\xffWAVEfmt ",
    "a head of FLAC alone": b"fLaC\0\0\0\x22",
    "a film that lies elsewhere": b"\0\0\0\x14ftypqt  \0\0\0\0qt  " + REFERENCE,
    "a program": b"\x7fELF" + bytes(100),
}


@pytest.mark.parametrize("what", OTHERS)
@pytest.mark.parametrize("name", ["a.mp3", "-a.wav", "a.m3u8"])
def test_what_is_no_music_is_refused_whatever_it_is_called(what, name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    other = tmp_path / "other.wav"
    other.write_bytes(b"RIFF")
    (tmp_path / name).write_bytes(OTHERS[what].replace(b"{other}", str(other).encode()))
    with pytest.raises(PodcastError, match="not audio"):
        Piece.of(name, -16.0, 1).made()
