"""A reader opens a real show in a browser: from the address to the word that is being said.

`podcast build` made the show, `podcast serve` serves it, Chromium opens it, and what the page shows at a moment is
compared with words.json and with the sound of the MP3 there.
"""

import json
import subprocess
import sys
import time
from io import BytesIO

import numpy as np
import pytest
import segno
from PIL import Image

pytestmark = pytest.mark.slow

EPISODE = "episodes/log/"
AUDIO = "document.querySelector('audio')"
LOUD = 400  # of 32768; pauses are all zeros

#: The moment, and the number of the marked word, as they are when a frame is drawn.
MARKED = """new Promise(tell => requestAnimationFrame(() => {
  const words = [...document.querySelectorAll('[data-s]')];
  const marked = words.filter(word => word.classList.contains('now'));
  tell([document.querySelector('audio').currentTime * 1000, marked.map(word => words.indexOf(word))]);
}))"""
#: When the first sound is heard while it plays on, by the browser's own clock and its own decoder.
HEARD = """new Promise(async tell => {
  const audio = document.querySelector('audio'), context = new AudioContext();
  const meter = new AnalyserNode(context, {fftSize: 512}), levels = new Float32Array(512);
  context.createMediaElementSource(audio).connect(meter).connect(context.destination);
  const look = () => {
    meter.getFloatTimeDomainData(levels);
    if (Math.max(...levels.map(Math.abs)) > 0.02) tell(audio.currentTime * 1000);
    else setTimeout(look, 2);
  };
  await context.resume();
  await audio.play();
  look();
})"""


@pytest.fixture(scope="module")
def address(real_show):
    command = [sys.executable, "-m", "podcast", "serve", "--port", "0", "--host", "laptop.test"]
    with subprocess.Popen(
        command, cwd=real_show.folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            feed = next(line.split()[1] for line in process.stdout if line.startswith("feed"))
            yield feed.removesuffix("feed.xml")
        finally:
            process.kill()


@pytest.fixture
def visit(browser, address):
    """Opens a page of the show; at the end nothing may have been complained of, or asked of anybody else."""
    contexts, faults = [], []

    def open_page(path="", *, at=address, width_px=1280, **options):
        context = browser.new_context(viewport={"width": width_px, "height": 800}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: message.type != "error" or faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: request.url.startswith((at, "data:")) or faults.append(request.url))
        page.on("response", lambda response: response.status < 400 or faults.append(response.url))
        page.goto(at + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def reading(visit):
    page = visit(EPISODE)
    until(page, f"{AUDIO}.readyState")
    return page


def until(page, condition, timeout_s=10):
    """As playwright's wait_for_function, which the pages' policy against eval forbids."""
    deadline = time.monotonic() + timeout_s
    while not page.evaluate(condition):
        assert time.monotonic() < deadline, f"{condition} is still not so"
        page.wait_for_timeout(15)


def spread(members, count):
    return [members[len(members) * number // count] for number in range(count)]


@pytest.mark.parametrize("name", ["127.0.0.1", "laptop.test"])
def test_who_asks_is_told_to_subscribe_where_they_asked(visit, address, name):
    address = address.replace("127.0.0.1", name)
    page, feed = visit(at=address), f"{address}feed.xml"
    links = page.locator(".apps a").evaluate_all("links => links.map(link => decodeURIComponent(link.href))")
    assert len(links) >= 5
    assert all(link.endswith(feed.partition("://")[2]) for link in links)
    assert page.get_by_role("textbox").input_value() == feed
    code = page.locator("svg.qr")
    if name == "127.0.0.1":
        assert code.count() == 0  # no phone can reach it
    else:
        expected = segno.make_qr(feed, error="m").matrix
        assert modules(code) == [[bool(module) for module in row] for row in expected]


def modules(code):
    """The dark modules of a QR code on the screen; its quiet zone is four modules wide."""
    with Image.open(BytesIO(code.screenshot())) as image:
        dark = np.asarray(image.convert("L")) < 128
    rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
    top, bottom, left, right = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
    finder_px = int(np.argmin(dark[top, left:]))  # the dark edge of the corner pattern: seven modules
    count = round((right - left) * 7 / finder_px)
    centers = (np.arange(count) + 0.5) / count
    down, across = (top + centers * (bottom - top)).astype(int), (left + centers * (right - left)).astype(int)
    return dark[np.ix_(down, across)].tolist()


def test_the_show_s_page_leads_to_the_episode_and_its_sound(visit, real_show):
    page = visit()
    assert page.get_by_role("heading", name="Shore Letters").is_visible()
    page.get_by_role("link", name="The Keeper’s Log").click()
    page.get_by_role("heading", name="The Keeper’s Log", level=1).wait_for()
    until(page, f"{AUDIO}.readyState")
    assert page.evaluate(f"{AUDIO}.duration") == pytest.approx(real_show.told["duration_ms"] / 1000, abs=0.05)
    page.get_by_role("button", name="Play").click()
    until(page, f"{AUDIO}.currentTime > 0.5")


def test_the_page_has_the_words_of_words_json(reading, real_show):
    shown = reading.locator("[data-s]").evaluate_all("words => words.map(word => [+word.dataset.s, word.textContent])")
    assert shown == [[start_ms, text] for start_ms, _, text in real_show.words]


def test_a_click_on_a_word_plays_from_its_start(reading, real_show):
    words = real_show.words
    reading.evaluate(f"{AUDIO}.addEventListener('seeking', () => {{ window.sought = {AUDIO}.currentTime }})")
    for number in (3, len(words) // 2, len(words) - 4):
        start_s = words[number][0] / 1000
        reading.locator("[data-s]").nth(number).click()
        until(reading, f"Math.abs(window.sought - {start_s}) < 0.05")
        until(reading, f"!{AUDIO}.paused && {AUDIO}.currentTime > {start_s + 0.1}")
        assert reading.evaluate(f"{AUDIO}.currentTime") < start_s + 3


def test_the_marked_word_is_the_one_that_is_said(reading, real_show, real_sound):
    words = real_show.words
    for number in spread(amid_speech(real_show.passages), 10):
        start_s = words[number][0] / 1000
        reading.evaluate(f"{AUDIO}.currentTime = {start_s}; {AUDIO}.play()")
        until(reading, f"!{AUDIO}.seeking && {AUDIO}.currentTime > {start_s + 0.1}")
        now_ms, marked = reading.evaluate(MARKED)
        assert len(marked) == 1
        start_ms, end_ms, _ = words[marked[0]]
        assert start_ms - 100 <= now_ms < end_ms + 100
        quarter_ms = (end_ms - start_ms) / 4  # in its very middle a "t" may hold its breath
        begin, end = round((start_ms + quarter_ms) * 44.1), round((end_ms - quarter_ms) * 44.1)
        assert np.abs(real_sound[begin:end].astype(int)).max() > LOUD


def amid_speech(passages):
    """The numbers of the words after which the passage goes on for 3 s: a slow machine looks late."""
    last_ms = [passage["endTime"] * 1000 - 3000 for passage in passages for _ in passage["words"]]
    starts_ms = [start_ms for passage in passages for start_ms, *_ in passage["words"]]
    return [number for number, times in enumerate(zip(starts_ms, last_ms, strict=True)) if times[0] < times[1]]


def test_what_a_browser_plays_after_a_seek_is_what_words_json_has_there(visit, real_show):
    """A browser has to guess where in an MP3 a moment is, and a passage is to be heard when the page says so."""
    for passage in spread(real_show.passages[2:-1], 3):
        start_ms = passage["words"][0][0]
        takes = (heard_ms(visit(EPISODE), start_ms - 300) for _ in range(4))  # a machine that is busy hears late
        assert any(take_ms == pytest.approx(start_ms, abs=100) for take_ms in takes)


def heard_ms(page, from_ms):
    """When the first sound is heard, played from the silence at `from_ms` on."""
    until(page, f"{AUDIO}.readyState")
    page.evaluate(f"{AUDIO}.currentTime = {from_ms / 1000}")
    found = page.evaluate(HEARD)
    page.close()
    return found


def test_the_feed_is_a_page_for_who_opens_it_in_a_browser(visit):
    page = visit("feed.xml")
    assert page.get_by_text("Shore Letters").first.is_visible()
    assert page.get_by_text("The Keeper’s Log").first.is_visible()


@pytest.mark.parametrize("width_px", [375, 1280])
@pytest.mark.parametrize("path", ["", EPISODE])
def test_axe_finds_no_fault_and_nothing_is_cut_off(visit, judge, path, width_px, tmp_path):
    axe = (judge(npm="axe-core") / "axe.min.js").read_text("utf-8")
    page = visit(path, width_px=width_px, bypass_csp=True)
    page.screenshot(path=tmp_path / f"page-{width_px}.png", full_page=True)  # for who wants to see it
    page.evaluate(axe)
    result = page.evaluate("axe.run({rules: {'target-size': {enabled: true}}})")
    found = [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in result["violations"]]
    assert not found, json.dumps(found, indent=1)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
