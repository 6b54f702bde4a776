"""Files from a server of the test's own, which does what servers and networks do."""

import hashlib

import pytest

from voices.additions.fetch import Remote, client, fetch, read
from voices.library import LibraryError

CONTENT = bytes(range(256)) * 1000
AT_ONCE = (0, 0, 0)


@pytest.fixture
def remote(file_server):
    file_server.files["/a.onnx"] = CONTENT
    md5 = hashlib.md5(CONTENT).hexdigest()
    return Remote(file_server.url + "a.onnx", len(CONTENT), sha256=hashlib.sha256(CONTENT).hexdigest(), md5=md5)


@pytest.fixture
def net(file_server):
    with client() as net:
        yield net


@pytest.fixture
def part(tmp_path):
    return tmp_path / "a.part"


def get(net, remote, part):
    told = []
    digest = fetch(net, remote, part, told.append, AT_ONCE)
    assert digest == remote.sha256
    assert part.read_bytes() == CONTENT
    assert told == sorted(told)
    assert told[-1] == len(CONTENT)


def refused(net, remote, part):
    with pytest.raises(LibraryError) as caught:
        fetch(net, remote, part, lambda _: None, AT_ONCE)
    assert caught.value.which
    assert caught.value.remedy
    return caught.value


def test_a_file_comes_whole(net, remote, part, file_server):
    get(net, remote, part)
    assert file_server.asked == [("/a.onnx", None)]


def test_one_that_was_cut_off_is_gone_on_with(net, remote, part, file_server):
    file_server.faults["/a.onnx"] = ["cut", "cut"]
    get(net, remote, part)
    assert [begin for _, begin in file_server.asked] == [None, "bytes=128000-", "bytes=192000-"]


def test_a_server_without_ranges_sends_it_all_again(net, remote, part, file_server):
    file_server.faults["/a.onnx"] = ["cut", "whole"]
    fetch(net, remote, part, lambda _: None, AT_ONCE)
    assert part.read_bytes() == CONTENT


def test_a_part_of_an_earlier_run_is_gone_on_with(net, remote, part, file_server):
    part.write_bytes(CONTENT[:1000])
    get(net, remote, part)
    assert file_server.asked == [("/a.onnx", "bytes=1000-")]


@pytest.mark.parametrize("left", [b"x" * 1000, b"x" * len(CONTENT), b"x" * (len(CONTENT) + 1)])
def test_a_part_of_something_else_is_begun_again(left, net, remote, part):
    part.write_bytes(left)
    assert fetch(net, remote, part, lambda _: None, AT_ONCE) == remote.sha256


def test_a_whole_part_is_not_asked_for(net, remote, part, file_server):
    part.write_bytes(CONTENT)
    get(net, remote, part)
    assert file_server.asked == []


def test_a_server_in_trouble_is_asked_again(net, remote, part, file_server):
    file_server.faults["/a.onnx"] = [500, 503]
    get(net, remote, part)


def test_one_that_stays_in_trouble_is_given_up(net, remote, part, file_server):
    file_server.faults["/a.onnx"] = [500, "cut", 429, 502, 500]
    refused(net, remote, part)
    assert len(file_server.asked) == 4
    assert part.read_bytes() == CONTENT[:128000]  # to go on with


def test_what_is_not_there_is_not_asked_for_again(net, remote, part, file_server):
    del file_server.files["/a.onnx"]
    assert "404" in refused(net, remote, part).what
    assert len(file_server.asked) == 1


@pytest.mark.parametrize("other", [CONTENT[:-1] + b"x", CONTENT + b"x", CONTENT[:-1], b"<html>"])
def test_another_file_is_refused_and_nothing_of_it_kept(other, net, remote, part, file_server):
    file_server.files["/a.onnx"] = other
    refused(net, remote, part)
    assert not part.exists()


@pytest.mark.parametrize("left", [100, 255_900])
def test_a_range_of_another_file_is_not_put_behind_a_part(left, net, remote, part, file_server):
    file_server.files["/a.onnx"] = CONTENT[:-500]
    part.write_bytes(CONTENT[:left])
    refused(net, remote, part)
    assert not part.exists()


@pytest.mark.parametrize("digests", [{"sha256": "0" * 64}, {"md5": "0" * 32}])
def test_each_digest_counts(digests, net, remote, part):
    refused(net, Remote(remote.address, remote.size, **digests), part)


def test_a_redirect_on_the_same_host_is_followed(net, remote, part, file_server):
    file_server.faults["/old"] = [file_server.url + "a.onnx"]
    get(net, Remote(file_server.url + "old", remote.size, sha256=remote.sha256), part)


@pytest.mark.parametrize("elsewhere", ["http://localhost:{port}/a.onnx", "ftp://127.0.0.1/a", "file:///etc/passwd"])
def test_a_redirect_elsewhere_is_refused_unless_it_is_https(elsewhere, net, remote, part, file_server):
    file_server.faults["/a.onnx"] = [elsewhere.format(port=file_server.server_port)]
    assert elsewhere.partition(":")[0] in refused(net, remote, part).what
    assert len(file_server.asked) == 1


def test_a_redirect_to_https_is_followed(net, remote, part, file_server):
    file_server.faults["/a.onnx"] = [f"https://127.0.0.1:{file_server.server_port}/a.onnx"] * 4
    refused(net, remote, part)  # nobody speaks TLS there
    assert len(file_server.asked) == 4


def test_redirects_in_a_circle_end(net, remote, part, file_server):
    file_server.faults["/a.onnx"] = [remote.address] * 100
    refused(net, remote, part)
    assert len(file_server.asked) < 10


def test_nobody_at_home_is_told(net, remote, part, file_server):
    address = "http://127.0.0.1:9/a.onnx"
    assert refused(net, Remote(address, 1, sha256="0"), part).which == address


@pytest.mark.parametrize("address", ["gopher://127.0.0.1/a", "a.onnx", "http://[::1/a", "https://\ud800/"])
def test_what_is_no_address_is_told(address, net, part):
    with pytest.raises(LibraryError):
        fetch(net, Remote(address, 1, sha256="0"), part, lambda _: None, AT_ONCE)


def test_a_small_file_is_read_at_once_but_not_one_without_end(net, remote):
    assert read(net, remote.address, len(CONTENT), AT_ONCE) == CONTENT
    with pytest.raises(LibraryError):
        read(net, remote.address, len(CONTENT) - 1, AT_ONCE)
