"""A feed on a real server, and servers that do one thing wrong."""

import socket
import threading
from contextlib import contextmanager
from datetime import UTC, datetime

import httpx
import pytest
import uvicorn
from starlette.responses import Response

from feed.check import RULES, Standard
from feed.check.served import ANSWERS, check_served
from feed.server import app
from feed.server.admission import EVERYBODY, Admission

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)


@contextmanager
def serving(application):
    """Runs it on a free port of this machine, and gives its address."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(uvicorn.Config(application, log_level="critical", lifespan="off", ws="none"))
        thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(10)


@pytest.fixture
def checked(show):
    """Check the golden show behind a server; `wrap` may spoil the server."""
    show.feed = show.feed.replace("https://op3.dev/e/example.org", "https://example.org")

    def run(wrap=lambda application: application, path="/feed.xml"):
        application = wrap(app(show.write().root, Admission(origins=frozenset({EVERYBODY}))))
        with serving(application) as address, httpx.Client(timeout=10, trust_env=False) as client:
            report = check_served(f"{address}{path}", client, Standard(NOW))
        return report, sorted({problem.rule.id for problem in report.problems})

    return run


def spoiled(change):
    """`change(scope, start)` may change a request, and the message with which an answer starts."""

    def wrap(application):
        async def spoilt(scope, receive, send):
            async def changed(message):
                if message["type"] == "http.response.start":
                    headers = dict(message["headers"])
                    message = {**message, **change(scope, message["status"], headers)}
                await send(message)

            await application(scope, receive, changed)

        return spoilt

    return wrap


def headers(of, **changes):
    """Set or (None) drop headers of the paths that end so."""

    def change(scope, status, found):
        if not scope["path"].endswith(of):
            return {}
        for name, value in changes.items():
            key = name.replace("_", "-").encode()
            found.pop(key, None)
            if value is not None:
                found[key] = value.encode()
        return {"headers": list(found.items())}

    return spoiled(change)


def without_request_header(name):
    def wrap(application):
        async def deaf(scope, receive, send):
            kept = [(key, value) for key, value in scope.get("headers", ()) if key != name]
            await application({**scope, "headers": kept}, receive, send)

        return deaf

    return wrap


def answering(status, of, when=lambda _: True):
    def wrap(application):
        async def answers(scope, receive, send):
            is_meant = scope["type"] == "http" and scope["path"].endswith(of) and when(scope)
            await (Response(status_code=status) if is_meant else application)(scope, receive, send)

        return answers

    return wrap


def is_head(scope):
    return scope["method"] == "HEAD"


def asks_beyond(scope):
    return (b"range", b"bytes=99999999999-") in scope["headers"]


WAYS = [
    (["http-cors"], headers(".srt", access_control_allow_origin=None)),
    (["http-if-range"], without_request_header(b"if-range")),
    (["http-head"], answering(405, ".xml", is_head)),
    (["http-range-end"], answering(200, ".mp3", asks_beyond)),
    (["http-range-end", "http-ranges"], without_request_header(b"range")),
    (["http-status", "http-head"], answering(404, "feed.xml")),
    (["http-type"], headers(".vtt", content_type="text/plain")),
    (["http-type"], headers(".xml", content_type="text/xml")),
    (["http-validators"], headers(".xml", etag=None, last_modified=None)),
    (["http-validators"], without_request_header(b"if-none-match")),
]


def test_podcast_serve_keeps_every_rule(checked):
    report, broken = checked()
    assert broken == ["show-guid-origin"], "it is another address than the one that the GUID was made from"
    assert report.episodes == 2
    assert len(report.rules) == len(RULES) + len(ANSWERS.rules)


@pytest.mark.parametrize(("rules", "wrap"), WAYS, ids=[" ".join(rules) for rules, _ in WAYS])
def test_a_server_s_fault_is_noticed(checked, rules, wrap):
    _, broken = checked(wrap)
    assert set(broken) - {"show-guid-origin", "feed"} == set(rules)


def test_there_is_a_way_to_break_every_rule():
    assert {rule for rules, _ in WAYS for rule in rules} == {rule.id for rule in ANSWERS.rules}


def test_audio_that_is_missing_or_of_another_length_is_noticed(show, checked):
    show.files["episodes/paper/paper-1f2e3d4c.mp3"] = bytes(999)
    show.drop("episodes/ink/ink-9a8b7c6d.mp3")
    _, broken = checked()
    assert {"enclosure-length", "enclosure-found"} <= set(broken)


def test_a_page_or_a_picture_that_the_server_has_not_is_noticed(show, checked):
    show.drop("index.html")
    show.drop("episodes/paper/paper-5e6f7a8b.jpg")
    show.drop("feed.css")
    report, _ = checked()
    told = {problem.rule.id: problem.where for problem in report.problems}
    assert {"link-found", "chapter-pictures", "feed-style"} <= set(told)
    assert told["link-found"] == "channel"


def test_a_page_of_another_site_is_not_asked_for(show, checked):
    show.swap("<link>https://example.org/show/episodes/paper/</link>", "<link>http://127.0.0.1:9/gone</link>")
    _, broken = checked()
    assert "link-found" not in broken


def test_a_page_where_a_feed_should_be_is_a_problem(checked):
    _, broken = checked(path="/episodes/paper/index.html")
    assert "rss" in broken or "xml" in broken


def test_a_server_that_is_not_there_is_a_problem():
    with socket.create_server(("127.0.0.1", 0)) as closed:
        url = f"http://127.0.0.1:{closed.getsockname()[1]}/feed.xml"
    with httpx.Client(trust_env=False) as client:
        report = check_served(url, client, Standard(NOW))
    assert {"feed", "http-status"} <= {problem.rule.id for problem in report.problems}
    assert report.episodes == 0
