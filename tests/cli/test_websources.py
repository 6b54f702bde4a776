"""Essays that a command line names by their address, with a server that counts what it is asked."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from podcast.cli import main

TEXT = "A river is lazy water, and it bends where the ground lets it bend."
PAGE = f"""<!doctype html><html lang="en"><title>Why Rivers Bend</title><article><h1>Why Rivers Bend</h1>
<p>{TEXT} See <a href="../ponds">the ponds</a>.</p><p>{TEXT}</p></article></html>"""


@pytest.fixture
def show(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def address(file_server):
    file_server.files["/essays/rivers.html"] = PAGE.encode()
    return f"{file_server.url}essays/rivers.html"


def run(*arguments, code=0):
    result = CliRunner().invoke(main, [*arguments])
    assert result.exit_code == code, result.output
    return result


def script(*arguments, code=0):
    return run("script", *arguments, code=code)


def test_a_page_is_fetched_once_and_read_from_its_file(show, address, file_server):
    first = script(address, "--allow-private", "--json")
    assert (show / "sources" / "rivers.html").read_text() == PAGE
    file_server.files.clear()
    again = script(address + "?utm_source=mail#end", "--json")
    by_name = script("sources/rivers.html", "--json")
    assert first.stdout == again.stdout == by_name.stdout
    assert json.loads(first.stdout)["title"] == "Why Rivers Bend"
    assert "sources/rivers.html" in first.stderr
    assert "--refresh" in again.stderr
    assert len(file_server.asked) == 1


def test_what_is_written_into_the_file_stays(show, address):
    script(address, "--allow-private")
    (show / "sources" / "rivers.html").write_text(PAGE.replace("lazy", "slow"))
    assert "slow water" in script(address).stdout
    told = script(address, "--refresh", "--allow-private", code=1).stderr
    assert "edited" in told
    assert "slow water" in script(address).stdout


def test_refresh_fetches_again(show, address, file_server):
    script(address, "--allow-private")
    file_server.files["/essays/rivers.html"] = PAGE.replace("lazy", "slow").encode()
    assert "lazy water" in script(address).stdout
    assert "slow water" in script(address, "--refresh", "--allow-private").stdout
    assert "slow water" in script(address).stdout
    assert sorted(path.name for path in (show / "sources").iterdir()) == ["addresses.json", "rivers.html"]


def test_a_refresh_that_fails_leaves_what_is_there(show, address, file_server):
    script(address, "--allow-private")
    file_server.faults["/essays/rivers.html"] = [404]
    assert "(404)" in script(address, "--refresh", "--allow-private", code=1).stderr
    assert "lazy water" in script(address).stdout


def test_a_file_that_was_deleted_is_fetched_again_under_its_name(show, address):
    script(address, "--allow-private")
    (show / "sources" / "rivers.html").unlink()
    script(address, "--allow-private")
    assert (show / "sources" / "rivers.html").read_text() == PAGE


def test_an_address_that_leads_to_a_saved_page_is_that_page(show, address, file_server):
    script(address, "--allow-private")
    file_server.faults["/r"] = [address]
    script(f"{file_server.url}r", "--allow-private")
    script(f"{file_server.url}r")
    assert sorted(path.name for path in (show / "sources").iterdir()) == ["addresses.json", "rivers.html"]
    assert [path for path, _ in file_server.asked].count("/r") == 1


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"<rss/>", "feed"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"<html><p>...</p></html>", "no words"),
        (b"\x00\x01\x02", "binary"),
    ],
)
def test_what_is_no_essay_is_refused_and_nothing_is_saved(content, word, show, file_server):
    file_server.files["/x"] = content
    told = script(f"{file_server.url}x", "--allow-private", code=1).stderr
    assert word in told
    assert f"{file_server.url}x" in told
    assert list(show.iterdir()) == []


def test_a_private_address_wants_a_word(show, address, file_server):
    assert "--allow-private" in script(address, code=1).stderr
    assert file_server.asked == []
    assert list(show.iterdir()) == []


@pytest.mark.parametrize(
    "address", ["https://ann:hush@example.org/a", "ftp://example.org/a.md", "http:/x", "http://[::1"]
)
def test_what_is_no_address_is_refused(address, show):
    assert "hush" not in script(address, code=1).stderr


def test_refresh_goes_with_an_address(show, address):
    script(address, "--allow-private")
    assert address in script("sources/rivers.html", "--refresh", code=2).stderr


def test_markdown_is_markdown_whatever_the_server_calls_it(show, file_server):
    file_server.files["/main/rivers.md"] = f"---\ntitle: Rivers\n---\n\n**{TEXT}** [Ponds](../ponds.md)".encode()
    told = json.loads(script(f"{file_server.url}main/rivers.md", "--allow-private", "--json").stdout)
    assert told["title"] == "Rivers"
    assert (show / "sources" / "rivers.md").is_file()


@pytest.mark.parametrize("command", [("words",), ("diff",)])
def test_other_commands_read_it_too(command, show, address):
    run(*command, address, "--allow-private")
    assert (show / "sources" / "rivers.html").is_file()


def test_an_episode_is_built_once_and_links_to_its_page(show, address, file_server):
    build = ("build", "--voice", "espeak_ng:en-gb", "--intro", "none", "--outro", "none", "--json")
    told = json.loads(run(*build, address, "--allow-private").stdout)["episodes"][0]
    facts = json.loads(next((show / "public").rglob("episode.json")).read_text())
    assert facts["source"] == "sources/rivers.html"
    assert f'href="{address}"' in facts["notes_html"]
    assert f'href="{file_server.url}ponds"' in facts["notes_html"]
    file_server.files.clear()
    for name in (address, address + "#x", "sources/rivers.html"):
        again = json.loads(run(*build, name).stdout)["episodes"][0]
        assert (again["guid"], again["voiced"]) == (told["guid"], 0)
    assert len(list((show / "public").rglob("episode.json"))) == 1
    assert len(file_server.asked) == 1


def test_what_is_saved_needs_nothing_of_the_net(show, address):
    script(address, "--allow-private")
    program = (
        f"from podcast.cli.websources import here; here({address!r}, __import__('pathlib').Path()); print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; {program}"],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert {"httpx", "ssl"}.isdisjoint(done.stdout.split())
