"""What an answer holds, unpacked within bounds and in UTF-8."""

import gzip
import zlib

import pytest

from podcast.web.body import DamagedError, TooLargeError, in_utf8, unpacked

TEXT = "Füße und Bäche. " * 50


def pieces(data, size=7):
    return [data[at : at + size] for at in range(0, len(data), size)]


def raw_deflate(data):
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [("", bytes), ("identity", bytes), ("gzip", gzip.compress), ("deflate", zlib.compress), ("deflate", raw_deflate)],
)
def test_each_packing_is_undone(encoding, pack):
    assert unpacked(pieces(pack(TEXT.encode())), encoding, 10_000).decode() == TEXT


@pytest.mark.parametrize("encoding", ["", "gzip"])
def test_exactly_as_much_as_may_come_is_taken_and_no_more(encoding):
    data = bytes(1000)
    packed = gzip.compress(data) if encoding else data
    assert unpacked([packed], encoding, 1000) == data
    with pytest.raises(TooLargeError):
        unpacked([packed], encoding, 999)


def test_a_bomb_is_not_unpacked():
    bomb = gzip.compress(bytes(50_000_000))
    with pytest.raises(TooLargeError):
        unpacked([bomb], "gzip", 1_000_000)


@pytest.mark.parametrize("data", [b"no gzip at all", gzip.compress(TEXT.encode(), mtime=0)[:-20]])
def test_damage_is_told(data):
    with pytest.raises(DamagedError):
        unpacked([data], "gzip", 10_000)


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        ("Привет, реки", "windows-1251"),
        ("Привет, реки", "koi8-r"),
        ("川は曲がる", "shift_jis"),
        ("川は曲がる", "iso-2022-jp"),
        ("川は曲がる", "euc-jp"),
        ("河流弯曲", "gb2312"),
        ("강은 굽는다", "euc-kr"),
        ("“Füße”", "iso-8859-1"),
        ("Žluťoučký kůň", "iso-8859-2"),
    ],
)
def test_the_header_tells_what_a_text_is_in(text, charset):
    data = text.encode({"iso-8859-1": "cp1252"}.get(charset, charset))
    assert in_utf8(data, charset).decode() == text


@pytest.mark.parametrize("charset", ["", "nonsense", "base64", "utf-8"])
def test_without_a_charset_that_is_one_the_bytes_stay(charset):
    data = "Füße".encode("cp1252")
    assert in_utf8(data, charset) in (data, b"F\xef\xbf\xbd\xef\xbf\xbde")


def test_what_is_plainly_utf_8_is_not_changed_by_a_server_that_says_otherwise():
    assert in_utf8("Füße".encode(), "iso-8859-1").decode() == "Füße"


def test_what_the_page_says_counts_and_a_false_word_of_utf_8_does_not():
    page = '<meta charset="koi8-r"><p>Привет</p>'.encode("koi8-r")
    assert in_utf8(page, "windows-1251") == page
    wrong = '<meta charset="utf-8"><p>Привет</p>'.encode("cp1251")
    assert "Привет" in in_utf8(wrong, "windows-1251").decode()
