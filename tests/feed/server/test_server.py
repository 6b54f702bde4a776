"""What the server answers, by its app; tests/cli/test_serve.py asks the real command over a real socket."""

import json
import os
import socket
import warnings
from datetime import UTC, datetime
from email.utils import format_datetime
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from feed.rss import rss
from feed.rss.style import style_files
from feed.server import app, lan_address, listening
from feed.server.admission import EVERYBODY, Admission
from feed.show import Enclosure, Item, Show

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it would rather have another httpx
    from starlette.testclient import TestClient

BASE = "https://example.org/show"
HERE = "http://localhost"
HOSTS = Admission(frozenset({"my_mac.local", "example.net", *(f"host-{n}" for n in range(20)), "host"}))
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
AUDIO = bytes(range(256)) * 1000


def feed_xml(title="On Paper", base=BASE):
    show = Show(
        title="Essays", description="Essays", link=f"{base}/", feed_url=f"{base}/feed.xml", guid="1", language="en",
        author="Ada", image_url=f"{base}/cover.jpg", categories=("Arts",),
    )  # fmt: skip
    enclosure = Enclosure(f"{base}/episodes/paper/paper-1f2e.mp3", len(AUDIO))
    return rss(show, [Item(title=title, guid="2", published=NOON, enclosure=enclosure, duration_s=9.0)], NOON)


@pytest.fixture
def public(tmp_path):
    public = tmp_path / "public"
    folder = public / "episodes" / "paper"
    folder.mkdir(parents=True)
    (public / "feed.xml").write_bytes(feed_xml())
    (public / "index.html").write_text("<h1>Essays</h1>")
    (public / "other.xml").write_text("no feed")
    (public / "map.xml").write_text("<map/>")
    (public / "empty.txt").write_text("")
    (folder / "index.html").write_text("<h1>Paper</h1>")
    (folder / "paper-1f2e.mp3").write_bytes(AUDIO)
    (folder / "paper-1f2e.chapters.json").write_text("{}")
    (tmp_path / "secret.txt").write_text("secret")
    return public


@pytest.fixture
def client(public):
    return asking(public)


def asking(public, admission=HOSTS, **options):
    return TestClient(app(public, admission), base_url=HERE, follow_redirects=False, **options)


MP3 = "/episodes/paper/paper-1f2e.mp3"


def enclosure_of(response):
    return etree.fromstring(response.content).find("channel/item/enclosure").get("url")


def test_a_file_comes_whole_with_its_type_and_length(client):
    response = client.get(MP3)
    assert response.status_code == 200
    assert response.content == AUDIO
    assert response.headers["content-type"] == "audio/mpeg"
    assert response.headers["content-length"] == str(len(AUDIO))
    assert response.headers["accept-ranges"] == "bytes"


@pytest.mark.parametrize("path", [MP3, "/feed.xml", "/", "/episodes/paper/", "/empty.txt", "/nothing"])
def test_a_head_is_a_get_without_its_body(client, path):
    head, get = client.head(path), client.get(path)
    assert head.content == b""
    assert head.status_code == get.status_code
    assert dict(head.headers) == dict(get.headers)


@pytest.mark.parametrize(
    ("asked", "part", "said"),
    [
        ("bytes=0-9", AUDIO[:10], "0-9"),
        ("bytes=255990-", AUDIO[-10:], "255990-255999"),
        ("bytes=-3", AUDIO[-3:], "255997-255999"),
        ("bytes=1-200000", AUDIO[1:200001], "1-200000"),
    ],
)
def test_a_part_of_a_file(client, asked, part, said):
    response = client.get(MP3, headers={"Range": asked})
    assert response.status_code == 206
    assert response.content == part
    assert response.headers["content-range"] == f"bytes {said}/256000"
    assert response.headers["content-length"] == str(len(part))
    assert response.headers["content-type"] == "audio/mpeg"


def test_several_parts_come_as_one_message(client):
    from email.parser import BytesParser

    response = client.get(MP3, headers={"Range": "bytes=0-9,100-119"})
    assert response.status_code == 206
    assert response.headers["content-length"] == str(len(response.content))
    head = f"Content-Type: {response.headers['content-type']}\r\n\r\n".encode()
    parts = BytesParser().parsebytes(head + response.content).get_payload()
    assert [part["content-range"] for part in parts] == ["bytes 0-9/256000", "bytes 100-119/256000"]
    assert AUDIO[100:120] in response.content


def test_many_parts_get_the_whole_once(client):
    response = client.get(MP3, headers={"Range": "bytes=" + ",".join(f"{n}-" for n in range(500))})
    assert response.status_code == 200
    assert len(response.content) == len(AUDIO)


def test_what_is_not_there_is_416_and_a_head_has_no_parts(client):
    response = client.get(MP3, headers={"Range": "bytes=256000-"})
    assert response.status_code == 416
    assert response.headers["content-range"] == "bytes */256000"
    assert client.head(MP3, headers={"Range": "bytes=0-9"}).status_code == 200


def test_a_download_goes_on_only_with_the_same_version(client, public):
    first = client.get(MP3)
    asked = {"Range": "bytes=10-", "If-Range": first.headers["etag"]}
    assert client.get(MP3, headers=asked).status_code == 206
    for no_version in (first.headers["last-modified"], "W/" + first.headers["etag"], "*", ""):
        assert client.get(MP3, headers={**asked, "If-Range": no_version}).status_code == 200
    replacement = public / "new"
    replacement.write_bytes(AUDIO)
    replacement.replace(public / MP3[1:])
    assert client.get(MP3, headers=asked).status_code == 200


@pytest.mark.parametrize("path", [MP3, "/feed.xml", "/"])
def test_two_versions_of_one_second_are_never_joined(client, public, path):
    first = client.get(path)
    file = public / {"/": "index.html"}.get(path, path.removeprefix("/"))
    facts = file.stat()
    replacement = public / "new"
    replacement.write_bytes(file.read_bytes().replace(b"E", b"3", 1).replace(b"\x00", b"\x01", 1))
    replacement.replace(file)
    os.utime(file, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    for version in (first.headers["etag"], first.headers["last-modified"]):
        response = client.get(path, headers={"Range": "bytes=0-9", "If-Range": version})
        assert response.status_code == 200
        assert response.content != first.content


@pytest.mark.parametrize("path", [MP3, "/feed.xml", "/"])
def test_what_a_client_has_is_not_sent_again(client, path):
    first = client.get(path)
    etag, date = first.headers["etag"], first.headers["last-modified"]
    for known in (etag, f"W/{etag}", f'"x", {etag}', "*"):
        again = client.get(path, headers={"If-None-Match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", etag)
    assert client.get(path, headers={"If-Modified-Since": date}).status_code == 304
    assert client.get(path, headers={"If-Modified-Since": date, "If-None-Match": '"x"'}).status_code == 200
    before = format_datetime(datetime(2020, 1, 1, tzinfo=UTC), usegmt=True)
    assert client.get(path, headers={"If-Modified-Since": before}).status_code == 200
    assert client.get(path, headers={"If-Modified-Since": "yesterday"}).status_code == 200


PLAYER = "https://player.example"
PATHS = [MP3, "/feed.xml", "/", "/nothing", "/episodes/paper"]
PREFLIGHT = {"Access-Control-Request-Headers": "range", "Access-Control-Request-Method": "GET"}


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("origin", [PLAYER, "null", "http://localhost:3000", "http://127.0.0.1"])
def test_no_web_site_s_page_may_read_what_isn_t_published(client, path, origin):
    for response in (
        client.get(path, headers={"Origin": origin}),
        client.options(path, headers={"Origin": origin, **PREFLIGHT}),
    ):
        assert not [name for name in response.headers if name.startswith("access-control-")]
        assert response.headers["cross-origin-resource-policy"] == "same-origin"
        assert response.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", PATHS)
def test_a_player_that_is_named_may_read_everything_and_no_other(public, path):
    client = asking(public, Admission(origins=frozenset({PLAYER})))
    response = client.get(path, headers={"Origin": PLAYER})
    assert response.headers["access-control-allow-origin"] == PLAYER
    assert "Content-Range" in response.headers["access-control-expose-headers"]
    assert response.headers["cross-origin-resource-policy"] == "cross-origin"
    assert "Origin" in response.headers["vary"]
    for origin in ("https://player.example.evil.example", "http://player.example", "null", ""):
        other = client.get(path, headers={"Origin": origin})
        assert "access-control-allow-origin" not in other.headers
        assert "Origin" in other.headers["vary"], "or a cache would give it to the other"


@pytest.mark.parametrize("path", PATHS)
def test_all_web_sites_may_read_where_the_user_says_so(public, path):
    client = asking(public, Admission(origins=frozenset({EVERYBODY})))
    assert client.get(path, headers={"Origin": PLAYER}).headers["access-control-allow-origin"] == "*"


def test_a_preflight_allows_ranges_to_who_may_read(public):
    client = asking(public, Admission(origins=frozenset({PLAYER})))
    response = client.options(MP3, headers={"Origin": PLAYER, **PREFLIGHT})
    assert response.status_code == 204
    assert response.headers["access-control-allow-origin"] == PLAYER
    assert "Range" in response.headers["access-control-allow-headers"]


@pytest.mark.parametrize("path", [*PATHS, "/index.html"])
@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.nip.io:8000", "notlocalhost"])
@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_a_name_of_somebody_else_that_leads_here_gets_nothing(public, method, host, path):
    client = asking(public, Admission(origins=frozenset({EVERYBODY})), client=("127.0.0.1", 50000))
    for more in ({}, {"X-Forwarded-Host": "localhost"}):
        response = client.request(method, path, headers={"Host": host, **more})
        assert response.status_code == 421
        assert host not in response.text
        assert b"Essays" not in response.content


def test_nothing_can_be_written(client):
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        response = client.request(method, "/feed.xml")
        assert response.status_code == 405
        assert "GET" in response.headers["allow"]


def test_folders_have_an_index_and_a_slash(client):
    assert client.get("/").text == "<h1>Essays</h1>"
    assert client.get("/episodes/paper/").text == "<h1>Paper</h1>"
    redirect = client.get("/episodes/paper")
    assert redirect.status_code == 307
    assert redirect.headers["location"] == "paper/"  # from /episodes/, wherever that lies


def test_a_redirect_stays_here(client, public):
    (public / "a b").mkdir()
    assert client.get("/a%20b").headers["location"] == "a%20b/"
    for path in ("//example.net", "//example.net/", "/\\example.net"):
        assert client.get(HERE + path).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%2e%2e%2fsecret.txt", "/episodes/%2e%2e/%2e%2e/secret.txt",
        "/..%5csecret.txt", "/%252e%252e/secret.txt", "/%c0%ae%c0%ae/secret.txt", "/feed.xml%00", "/%00", "/%0a",
        "/" + "a" * 5000, "/" + "a/" * 3000, "/.hidden", "/episodes/", "/feed.xml/",
    ],
)  # fmt: skip
def test_what_is_not_there_or_not_ours_is_404(client, public, path):
    (public / ".hidden").write_text("staged")
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("host", ["192.168.1.7:8000", "my_mac.local", "[::1]:8000", "localhost", "example.net."])
def test_the_feed_carries_the_address_it_was_asked_by(client, public, host):
    response = client.get("/feed.xml", headers={"Host": host})
    assert response.headers["content-type"] == "application/rss+xml"
    assert enclosure_of(response) == f"http://{host}/episodes/paper/paper-1f2e.mp3"
    assert BASE.encode() not in response.content
    assert (public / "feed.xml").read_bytes() == feed_xml()


def test_each_address_has_a_feed_and_an_etag_of_its_own(client):
    etags = {client.get("/feed.xml", headers={"Host": f"host-{n}"}).headers["etag"] for n in range(20)}
    assert len(etags) == 20
    again = client.get("/feed.xml", headers={"Host": "host-3", "If-None-Match": next(iter(etags))})
    assert enclosure_of(client.get("/feed.xml", headers={"Host": "host-3"})).startswith("http://host-3/")
    assert again.status_code in (200, 304)


def test_a_browser_gets_the_feed_as_a_page_that_it_can_style(client):
    response = client.get("/feed.xml", headers={"accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert response.headers["content-type"] == "application/xml"
    assert response.headers["vary"] == "Accept"
    assert client.get("/feed.xml").headers["content-type"] == "application/rss+xml"


def test_where_the_style_is_there_a_browser_gets_the_page_itself(client, public):
    (public / "feed.xsl").write_bytes(style_files()["feed.xsl"])
    response = client.get("/feed.xml", headers={"accept": "text/html"})
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    page = html.fromstring(response.content)
    assert page.xpath("string(//h1)") == "Essays"
    assert page.xpath("normalize-space(//code)") == f"{HERE}/feed.xml"
    assert etree.fromstring(client.get("/feed.xml").content).tag == "rss"


def test_a_style_sheet_can_reach_nothing_and_a_broken_one_does_no_harm(client, public):
    (public.parent / "secret.xml").write_text("<secret>of mine</secret>")
    reaching = """<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
    <xsl:template match="/"><p><xsl:copy-of select="document('file:SECRET')"/></p></xsl:template></xsl:stylesheet>"""
    for text in (reaching.replace("SECRET", str(public.parent / "secret.xml")), "<xsl:broken", ""):
        (public / "feed.xsl").write_text(text)
        response = client.get("/feed.xml", headers={"accept": "text/html"})
        assert response.status_code == 200
        assert "of mine" not in response.text


def test_chapters_name_pictures_where_they_are_asked_for(client, public):
    path = "/episodes/paper/paper-1f2e.chapters.json"
    elsewhere = "https://example.net/b.jpg"
    pictures = [f"{BASE}/episodes/paper/a.jpg", elsewhere]
    facts = {"version": "1.2.0", "chapters": [{"startTime": 0, "title": BASE, "img": url} for url in pictures]}
    (public / path.removeprefix("/")).write_text(json.dumps(facts))
    chapters = client.get(path).json()["chapters"]
    assert [chapter["img"] for chapter in chapters] == [f"{HERE}/episodes/paper/a.jpg", elsewhere]
    assert chapters[0]["title"] == BASE
    for broken in ("[]", "{", '{"chapters": [{"img": 1}]}'):
        (public / path.removeprefix("/")).write_text(broken)
        assert client.get(path).text == broken


def test_a_part_of_the_feed_is_a_part_of_what_is_served(client):
    whole = client.get("/feed.xml").content
    assert client.get("/feed.xml", headers={"Range": "bytes=-100"}).content == whole[-100:]


@pytest.mark.parametrize("host", ["a b", "x/y", "x?y", "evil.example#", "user@host", "<script>", "", "x:port", "-"])
@pytest.mark.parametrize("path", ["/feed.xml", "/"])
def test_a_host_that_is_none_is_refused_and_not_reflected(client, host, path):
    response = client.get(path, headers={"Host": host})
    assert response.status_code == 400
    assert not host or host not in response.text


def test_a_proxy_on_this_machine_says_what_it_was_called(public):
    behind = asking(public, client=("127.0.0.1", 50000))
    proxied = {"X-Forwarded-Host": "pods.example, inner", "X-Forwarded-Proto": "https"}
    assert enclosure_of(behind.get("/feed.xml", headers=proxied)).startswith("https://pods.example/episodes/")
    for bad in ({"X-Forwarded-Host": "a/b"}, {"X-Forwarded-Proto": "javascript"}):
        assert behind.get("/feed.xml", headers=bad).status_code == 400


@pytest.mark.parametrize("address", ["192.168.1.9", "testclient"])
def test_nobody_else_says_what_a_proxy_was_called(public, address):
    client = asking(public, client=(address, 50000))
    response = client.get("/feed.xml", headers={"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https"})
    assert enclosure_of(response).startswith(f"{HERE}/episodes/")


def test_a_new_feed_is_served_at_once(client, public):
    first = client.get("/feed.xml")
    facts = (public / "feed.xml").stat()
    (public / "new").write_bytes(feed_xml("Ink"))
    (public / "new").replace(public / "feed.xml")
    os.utime(public / "feed.xml", ns=(facts.st_atime_ns, facts.st_mtime_ns))  # within one tick of the clock
    second = client.get("/feed.xml", headers={"If-None-Match": first.headers["etag"]})
    assert second.status_code == 200
    assert etree.fromstring(second.content).findtext("channel/item/title") == "Ink"


@pytest.mark.parametrize(("name", "text"), [("other.xml", "no feed"), ("map.xml", "<map/>")])
def test_xml_that_is_no_feed_comes_as_it_is(client, name, text):
    assert client.get(f"/{name}").text == text


def test_the_show_s_page_is_made_for_the_address(public):
    def show_page(base_url, name):
        return f"<a href='{base_url}/feed.xml'>".encode() if name == "index.html" else None

    client = TestClient(app(public, HOSTS, show_page), base_url=HERE)
    for path in ("/", "/index.html"):
        response = client.get(path, headers={"Host": "host:1"})
        assert response.text == "<a href='http://host:1/feed.xml'>"
        assert response.headers["content-type"] == "text/html; charset=utf-8"
        assert client.get(path, headers={"Host": "host:2"}).headers["etag"] != response.headers["etag"]
        known = {"Host": "host:1", "If-None-Match": response.headers["etag"]}
        assert client.get(path, headers=known).status_code == 304
    assert client.get("/episodes/paper/").text == "<h1>Paper</h1>"


def test_a_show_without_a_page_has_none(client, public):
    (public / "index.html").unlink()
    assert client.get("/").status_code == 404


def test_a_socket_takes_connections_before_anybody_answers():
    with listening("127.0.0.1", 0) as listener, socket.create_connection(listener.getsockname(), timeout=5):
        pass


def test_a_taken_port_is_an_error():
    with listening("127.0.0.1", 0) as listener, pytest.raises(OSError, match=r"in use|Only one usage"):
        listening(*listener.getsockname())


def test_the_address_in_the_network_is_one_that_others_can_use():
    import ipaddress

    address = lan_address()
    assert address == "" or not (
        ipaddress.ip_address(address).is_loopback or ipaddress.ip_address(address).is_unspecified
    )


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_what_the_server_may_not_read_is_404(client, public):
    (public / "feed.xml").chmod(0)
    assert client.get("/feed.xml").status_code == 404


@given(
    path=st.text(max_size=40),
    host=st.text(st.characters(max_codepoint=255), max_size=20),
    asked=st.text("bytes=0123-,"),
)
def test_nothing_that_is_asked_is_a_fault_of_the_server(tmp_path_factory, path, host, asked):
    client = TestClient(app(tmp_path_factory.getbasetemp()), raise_server_exceptions=True)
    headers = {"Host": host.encode("latin-1"), "Range": asked}
    assert client.get("/" + quote(path, errors="replace"), headers=headers).status_code < 500
