"""`podcast check` as a user types it: what it prints, and its exit status."""

import json
import socket
import subprocess
import sys
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from click.testing import CliRunner

from podcast.cli import main

FEED = """\
<rss xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" version="2.0"><channel>
<title>[Essays]</title>
{items}
</channel></rss>
"""
ITEM = "<item><title>Essay {0} [draft]</title></item>\n"


@pytest.fixture
def show(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "public").mkdir()
    items = "".join(ITEM.format(number) for number in range(12))
    (tmp_path / "public" / "feed.xml").write_text(FEED.format(items=items))
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(main, ["check", *arguments])


@pytest.fixture(scope="module")
def sound_show(tmp_path_factory):
    folder = tmp_path_factory.mktemp("check") / "letters"
    folder.mkdir()
    (folder / "ponds.md").write_text("# Ponds\n\nPonds stand still, and nobody asks them why.\n", "utf-8")
    command = "-m podcast build ponds.md --voice narrator --base-url https://example.org/show".split()
    subprocess.run([sys.executable, *command], cwd=folder, capture_output=True, check=True)
    return folder


def test_a_show_that_can_be_published_passes(sound_show):
    result = run("--show", str(sound_show))
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[-1].startswith("1 episode, ")


def test_a_required_rule_fails_the_check(show):
    result = run()
    assert result.exit_code == 1
    assert "Traceback" not in result.output
    last = result.stdout.splitlines()[-1]
    assert last.startswith("12 episodes, ")
    assert "required" in last


def test_a_recommended_rule_fails_it_only_when_strict(sound_show):
    (sound_show / "public" / "old.bin").write_bytes(b"x")
    try:
        assert run("--show", str(sound_show)).exit_code == 0
        assert run("--show", str(sound_show), "--strict").exit_code == 1
    finally:
        (sound_show / "public" / "old.bin").unlink()


def test_required_rules_are_told_first_each_once_with_its_remedy(show):
    told = run().stdout.splitlines()
    levels = [line.split()[0] for line in told if line.startswith(("required ", "recommended ", "optional "))]
    assert levels == sorted(levels, key=["required", "recommended", "optional"].index)
    (rule,) = (index for index, line in enumerate(told) if line.startswith("required enclosure:"))
    assert told[rule + 1].strip() == "Essay 0 [draft]: it has 0"
    assert "7 more" in told[rule + 6]
    assert "Build the episode again" in told[rule + 7]


def test_the_json_lists_every_problem(show):
    result = run("--json")
    assert result.exit_code == 1
    told = json.loads(result.stdout)
    assert told["checked"]["episodes"] == 12
    assert told["checked"]["rules"] > 80
    assert sum(problem["rule"] == "enclosure" for problem in told["problems"]) == 12
    assert set(told["problems"][0]) == {"rule", "level", "where", "what", "remedy", "source"}


def test_one_episode_can_be_looked_at_alone(sound_show):
    result = run("--show", str(sound_show), "--only", "ponds", "--json")
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["checked"]["episodes"] == 1


def test_an_episode_that_is_not_there_gets_the_nearest(sound_show):
    result = run("--show", str(sound_show), "--only", "pnds")
    assert result.exit_code == 1
    headline, remedy = result.stderr.splitlines()
    assert "pnds" in headline
    assert "ponds" in remedy


@pytest.mark.parametrize("option", [("--listen",), ("--only", "ponds")])
def test_a_server_s_episodes_are_not_listened_to(option):
    assert run("--url", "https://example.org/feed.xml", *option).exit_code == 2


def test_who_cannot_listen_is_told_why(sound_show):
    result = run("--show", str(sound_show), "--listen", "--listen-model", "./no/such/model")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 2


def test_without_listen_no_recogniser_is_loaded(sound_show):
    program = (
        "import sys; from podcast.cli import main\n"
        f"main(['check', '--show', {str(sound_show)!r}], standalone_mode=False); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = done.stdout.splitlines()[-1].split()
    assert not [name for name in loaded if name.startswith(("podcast.listening", "faster_whisper", "spellchecker"))]


def test_without_a_feed_the_remedy_is_told(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run()
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: There is no feed")


@pytest.mark.parametrize("url", ["feed.xml", "ftp://example.org/feed.xml", "http://"])
def test_an_address_that_is_none_is_refused(url):
    result = run("--url", url)
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: This is no address")


def test_that_nobody_answers_is_one_sentence_with_its_reason_and_a_remedy(free_url):
    result = run("--url", free_url, "--json")
    assert (result.exit_code, result.stdout) == (1, "")
    headline, remedy = result.stderr.splitlines()
    assert headline.startswith(f"Error: Nobody answers at {free_url} (")
    assert "refused" in headline
    assert remedy.endswith(".")


@pytest.mark.parametrize("link", ["feed.xml", "/feed.xml", "{address}/feed.xml"])
def test_the_page_of_a_show_names_its_feed(serving, link):
    def page(address):
        named = link.format(address=address)
        return f'<!doctype html><p><link rel="Alternate" type="application/rss+xml" href="{named}">'

    with serving({"/": page, "/feed.xml": lambda _: FEED.format(items=ITEM)}) as address:
        result = run("--url", address, "--json")
    assert result.stderr.strip().endswith(f" {address}/feed.xml")
    assert json.loads(result.stdout)["checked"]["episodes"] == 1


@pytest.mark.parametrize(
    "page", ["<!doctype html><p>Hello", "<html><link rel=alternate type=application/rss+xml href=']['>"]
)
def test_a_page_that_names_no_feed_is_told_as_one(serving, page):
    with serving({"/": lambda _: page}) as address:
        result = run("--url", f"{address}/", "--json")
    assert result.exit_code == 1
    assert {"rss", "xml", "feed"} & {problem["rule"] for problem in json.loads(result.stdout)["problems"]}


def test_a_feed_is_not_announced(serving):
    with serving({"/feed.xml": lambda _: FEED.format(items=ITEM)}) as address:
        assert run("--url", f"{address}/feed.xml", "--json").stderr == ""


@pytest.fixture
def serving():
    """Serves pages on a free port; each is told the server's address."""

    @contextmanager
    def serve(pages):
        class Pages(BaseHTTPRequestHandler):
            def do_GET(self):
                page = pages.get(self.path)
                self.send_response(200 if page else 404)
                self.end_headers()
                self.wfile.write(page(address).encode() if page else b"")

            def log_message(self, *_):
                pass

        with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
            address = f"http://127.0.0.1:{server.server_port}"
            thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
            thread.start()
            try:
                yield address
            finally:
                server.shutdown()
                thread.join(10)

    return serve


@pytest.fixture
def free_url():
    with socket.create_server(("127.0.0.1", 0)) as closed:
        return f"http://127.0.0.1:{closed.getsockname()[1]}/feed.xml"
