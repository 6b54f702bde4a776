"""The pages in a browser: what a reader hears, sees and presses, with and without JavaScript."""

import json
import socket
import threading
import time
from contextlib import contextmanager
from dataclasses import replace
from itertools import count, pairwise

import numpy as np
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from feed.pages import Pagination, Teaser, episode_page, page_files, show_page
from podcast.episode.drawn_cover import draw_cover
from podcast.sound.codec.encoder import encode, padded

pytestmark = pytest.mark.slow

BASE = "https://example.org/show/"
DURATION_S = 25

VISITS = count()
#: A visit knows nothing of the one before; a page that is loaded again does.
FORGET = "if (performance.getEntriesByType('navigation')[0]?.type === 'navigate') localStorage.clear()"
SOUND = "[...document.querySelectorAll('#player audio')]"
NOW = "document.querySelector('audio').currentTime"
IS_PAUSED = "document.querySelector('audio').paused"
#: The moment, and the start of the marked word and of the one after it, in milliseconds.
MARKED = """() => {
  const words = [...document.querySelectorAll('[data-s]')];
  const at = words.findIndex(word => word.classList.contains('now'));
  return [document.querySelector('audio').currentTime * 1000,
          Number(words[at]?.dataset.s ?? -1), Number(words[at + 1]?.dataset.s ?? 1e9),
          document.querySelectorAll('.now').length];
}"""
#: The same in each frame, until the sound has gone on by 0.7 s.
SEEN = f"""async () => {{
  const seen = [], end = {NOW} + .7;
  while ({NOW} < end) {{
    await new Promise(requestAnimationFrame);
    seen.push(({MARKED})());
  }}
  return seen;
}}"""
IS_HIDDEN = """() => {
  const focused = document.activeElement, player = document.querySelector('#player');
  if (focused === document.body || player.contains(focused)) return false;
  const place = focused.getBoundingClientRect(), { top, bottom } = player.getBoundingClientRect();
  return place.bottom > innerHeight + 1 || (top <= 0 && place.top < bottom - 1);
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory, show, item, passages):
    """A show's folder on disk, as it would be published."""
    folder = tmp_path_factory.mktemp("public")
    time_s = np.arange(DURATION_S * 44_100) / 44_100
    tone = np.round(8000 * np.sin(2 * np.pi * 440 * time_s)).astype(np.int16)
    teaser = Teaser(item.title, item.link, item.enclosure.url, item.published, DURATION_S * 1000, item.summary)
    chapters = [replace(chapter, image_url=BASE + "cover-1f2e3d4c.jpg") for chapter in item.chapters[1:2]]
    item = replace(item, chapters=(item.chapters[0], *chapters, *item.chapters[2:]))
    files = {
        **page_files(),
        "index.html": show_page(show, [teaser], Pagination(older_url=BASE + "older.html")).encode(),
        "episodes/the-slow-post/index.html": "".join(episode_page(show, item, passages, "20ff80" * 200)).encode(),
        **dict(abroad(show, item, passages, teaser)),
        "episodes/the-slow-post/the-slow-post-1f2e3d4c.mp3": encode(padded(tone), 64),
        "cover-1f2e3d4c.jpg": draw_cover(show.title, show.author),
    }
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def abroad(show, item, passages, teaser):
    """The same in other languages."""
    for tag in ("de", "ar"):
        there = replace(show, language=tag)
        yield f"{tag}.html", show_page(there, [teaser]).encode()
        page = "".join(episode_page(there, item, passages, "20ff80" * 200))
        yield f"episodes/the-slow-post/{tag}.html", page.encode()


@pytest.fixture(scope="module")
def address(site):
    """The folder's address on a server that answers ranges, without which a browser can't seek."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen()  # from now on nobody is refused, even before the thread has begun
    app = Starlette(routes=[Mount("/", StaticFiles(directory=site, html=True))])
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
    server.should_exit = True
    thread.join(10)
    listening.close()


@pytest.fixture(scope="module")
def tabs(browser):
    """One page for all tests, and one whose policy lets axe in: a new context often takes longer than the test."""
    tabs = {is_open: browser.new_context(bypass_csp=is_open).new_page() for is_open in (False, True)}
    for tab in tabs.values():
        tab.add_init_script(FORGET)
    yield tabs
    for tab in tabs.values():
        tab.context.close()


@pytest.fixture
def visit(browser, tabs, address):
    """Opens a page of the show; at the end nothing may have been complained of, or asked of anybody else."""
    faults, watched, new = [], [], []

    def on(page, event, listener):
        page.on(event, listener)
        watched.append((page, event, listener))

    def fresh(init_script):
        new.append(browser.new_context())
        new[-1].add_init_script(init_script)
        return new[-1].new_page()

    def open_page(path="episodes/the-slow-post/", *, width=1280, height=800, is_open=False, is_lost=False, script=""):
        page = fresh(script) if script else tabs[is_open]
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(reduced_motion="reduce", color_scheme="light")
        if is_lost:
            page.route("**/*.mp3", lambda route: route.abort())
        else:
            on(page, "console", lambda told: told.type in ("error", "warning") and faults.append(told.text))
        on(page, "pageerror", lambda error: faults.append(str(error)))
        on(page, "request", lambda request: request.url.startswith((address, "data:")) or faults.append(request.url))
        on(page, "response", lambda response: response.status < 400 or faults.append(response.url))
        folder, mark, moment = path.partition("#")
        page.goto(f"{address}{folder}?{next(VISITS)}{mark}{moment}")  # else a new "#…" would load no page
        until(page, f"{SOUND}.every(sound => sound.readyState || sound.error)")
        return page

    yield open_page
    for page, event, listener in watched:
        page.remove_listener(event, listener)
    for page in tabs.values():
        page.unroute_all()
        page.context.clear_permissions()
    for context in new:
        context.close()
    assert faults == []


@contextmanager
def playing(page):
    page.evaluate("document.querySelector('audio').play()")
    until(page, f"{NOW} > 0.05")
    yield
    page.evaluate("document.querySelector('audio').pause()")


def until(page, condition, timeout_s=20):
    """As playwright's wait_for_function, which the pages' policy against eval forbids."""
    deadline = time.monotonic() + timeout_s
    while not page.evaluate(condition):
        assert time.monotonic() < deadline, f"{condition} is still not so; it is {page.evaluate(NOW)} s"
        page.wait_for_timeout(15)


def seeks_to(page, time_s, *, tolerance_s=0.05):
    until(page, f"Math.abs({NOW} - {time_s}) < {tolerance_s}")


def word(page, text, number=0):
    return page.locator("[data-s]", has_text=text).nth(number)


def test_it_plays_and_shows_where_it_is(visit):
    page = visit()
    assert not page.locator("audio").is_visible()
    page.get_by_role("button", name="Play").click()
    page.evaluate(f"{NOW} = .9")
    until(page, f"{NOW} > 1.05")
    slider = page.get_by_role("slider", name="Position")
    assert slider.get_attribute("aria-valuetext").startswith("1 second of 25 seconds")
    page.get_by_role("button", name="Pause").click()
    assert page.evaluate(IS_PAUSED)
    assert float(page.locator("#heard rect").get_attribute("width")) > 0
    page.get_by_role("button", name="Forward 30 seconds").click()
    seeks_to(page, DURATION_S, tolerance_s=0.1)
    page.get_by_role("button", name="Back 15 seconds").click()
    seeks_to(page, DURATION_S - 15, tolerance_s=0.1)


def test_the_marked_word_is_the_one_that_is_said(visit):
    page = visit()
    with playing(page):
        seen = page.evaluate(SEEN)
        assert len({start_ms for _, start_ms, _, _ in seen}) > 1
        # The page may mark after we have looked: then what is marked was right in the frame before.
        for (before_ms, *_), (now_ms, start_ms, next_ms, marks) in pairwise(seen):
            assert start_ms - 20 <= now_ms
            assert before_ms < next_ms + 20
            assert marks == 1
    for time_s in (0, 3.333, 9.999, 17, 24.5):
        page.evaluate(f"{NOW} = {time_s}")
        until(page, f"!document.querySelector('audio').seeking && Math.abs({NOW} - {time_s}) < .01")
        until(page, f"(([now, start, next]) => start <= now + 1 && now < next + 1)(({MARKED})())")


def test_a_word_that_is_clicked_is_heard(visit):
    page = visit()
    target = word(page, "burned")
    page.evaluate("document.querySelector('audio').play = async () => {}")  # to measure where it begins
    target.click()
    seeks_to(page, int(target.get_attribute("data-s")) / 1000)
    until(page, f"document.querySelector('.now').dataset.s === '{target.get_attribute('data-s')}'")


def test_a_click_on_a_word_starts_the_sound_and_selecting_it_does_not(visit):
    page = visit()
    box = word(page, "grandmother").bounding_box()
    page.mouse.move(box["x"] + 1, box["y"] + 8)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 2, box["y"] + 8, steps=4)
    page.mouse.up()
    assert page.evaluate("String(getSelection())").strip()
    assert page.evaluate(f"{IS_PAUSED} && {NOW} == 0")
    page.evaluate("getSelection().removeAllRanges()")
    word(page, "grandmother").click()
    until(page, f"!{IS_PAUSED}")


def test_keys_play_seek_and_change_the_speed(visit):
    page = visit()
    press = page.keyboard.press
    press("k")
    until(page, f"!{IS_PAUSED}")
    press("Space")
    until(page, IS_PAUSED)
    page.evaluate(f"{NOW} = 16")
    press("j")
    seeks_to(page, 1)
    press("ArrowRight")
    seeks_to(page, 6)
    press("ArrowLeft")
    seeks_to(page, 1)
    press("Shift+>")
    assert page.evaluate("document.querySelector('audio').playbackRate") == 1.25
    press("Shift+<")
    press("Shift+<")
    assert page.get_by_label("Speed").input_value() == "0.75"
    press("Control+k")
    assert page.evaluate(IS_PAUSED)


def test_keys_leave_fields_and_buttons_theirs(visit):
    page = visit()
    page.get_by_label("Speed").focus()
    page.keyboard.press("k")
    page.get_by_role("link", name="Marginalia", exact=True).focus()
    page.keyboard.press("Space")
    assert page.evaluate(IS_PAUSED)
    slider = page.get_by_role("slider")
    slider.focus()
    page.keyboard.press("ArrowRight")
    seeks_to(page, 5)
    page.get_by_role("button", name="Play").focus()
    page.keyboard.press("Space")
    until(page, f"!{IS_PAUSED}")  # once, not there and back


def test_keys_can_be_switched_off_for_good(visit):
    page = visit()
    page.get_by_text("Keyboard", exact=True).click()
    page.get_by_label("Use these keys").uncheck()
    page.reload()
    page.keyboard.press("k")
    assert page.evaluate(IS_PAUSED)  # a key that plays does it before the next command is run
    assert not page.locator(".keyboard input").is_checked()


def test_place_and_speed_are_remembered_until_the_end(visit):
    page = visit()
    page.get_by_label("Speed").select_option("1.5")
    page.evaluate(f"{NOW} = 12")
    until(page, "localStorage.getItem('podcast:at:5b3f0f0e-6a51-4b8e-9f0e-0d6a1a5b1c11') == '12.00'")
    page.reload()
    seeks_to(page, 12)
    assert page.evaluate("document.querySelector('audio').playbackRate") == 1.5
    page.evaluate(f"{NOW} = {DURATION_S - 1}")
    until(page, "!Object.keys(localStorage).some(key => key.startsWith('podcast:at:'))")
    page.reload()
    until(page, "document.querySelector('audio').readyState")
    seeks_to(page, 0)


def test_an_address_with_a_moment_wins_over_memory(visit):
    page = visit("episodes/the-slow-post/#t=0:07")
    seeks_to(page, 7)
    page.evaluate("location.hash = '#t=14.5'")
    seeks_to(page, 14.5)
    page.reload()
    seeks_to(page, 14.5)
    assert page.locator(".now").is_visible()
    box = page.locator(".now").bounding_box()
    assert page.locator("#player").bounding_box()["height"] < box["y"] < 800


def test_chapters_and_paragraphs_lead_to_their_moment(visit, item):
    page = visit()
    chapter = item.chapters[2]
    link = page.get_by_role("link", name=chapter.title)
    link.click()
    until(page, f"!{IS_PAUSED} && {NOW} >= {chapter.start_ms / 1000}")
    assert link.get_attribute("aria-current") == "true"
    assert page.locator("[aria-current]").count() == 1
    at = page.locator(".said .at").nth(2)
    at.click()
    start_s = float(at.get_attribute("href").removeprefix("#t="))
    until(page, f"{NOW} >= {start_s} && {NOW} < {start_s} + 2")


def test_a_moment_can_be_shared(visit):
    page = visit()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate(f"Object.defineProperty(navigator, 'share', {{value: undefined}}); {NOW} = 9.7")
    page.get_by_role("button", name="Share this moment").click()
    page.get_by_text("Copied a link to 0:09.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.url + "#t=9"
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")  # as over plain http
    page.get_by_role("button", name="Share this moment").click()
    assert page.get_by_label("Link to this moment").input_value().endswith("#t=9")


def test_who_begins_to_listen_is_led_to_the_first_word_unless_they_have_scrolled(visit):
    page = visit(width=375, height=500)
    page.evaluate("document.querySelector('main').style.paddingTop = '900px'")
    with playing(page):
        until(page, "scrollY > 300")
    page = visit(width=375, height=500)
    page.evaluate("document.querySelector('main').style.paddingTop = '900px'")
    page.evaluate("dispatchEvent(new WheelEvent('wheel'))")
    with playing(page):
        until(page, f"{NOW} > {page.evaluate(NOW) + 0.5}")
        assert page.evaluate("scrollY") == 0


def test_who_reads_along_is_followed_and_who_scrolls_away_is_left_alone(visit):
    page = visit(width=375, height=500)
    page.evaluate(f"{NOW} = 1.5")
    until(page, "document.querySelector('.now').dataset.s > 1000")
    page.evaluate("document.querySelector('.now').scrollIntoView({block: 'end'}); scrollBy(0, 60)")
    with playing(page):
        top_px = page.evaluate("scrollY")
        until(page, f"scrollY > {top_px} + 40")
        page.evaluate("scrollTo(0, 0)")
        until(page, f"{NOW} > {page.evaluate(NOW) + 0.5}")
        assert page.evaluate("scrollY") == 0
        page.get_by_role("button", name="Follow along").click()
        until(page, "scrollY > 100")


def test_nothing_that_has_the_focus_lies_behind_the_player(visit):
    page = visit(width=375, height=640)
    stops = page.evaluate("document.querySelectorAll('a, button, input, select, summary').length")
    for key in ("Tab", "Shift+Tab"):
        for _ in range(stops):
            page.keyboard.press(key)
            assert not page.evaluate(IS_HIDDEN)


def test_the_players_buttons_can_be_reached_without_losing_the_place(visit):
    page = visit()
    page.evaluate("scrollTo(0, 900)")
    before = page.evaluate("scrollY")
    page.get_by_role("button", name="Play").focus()
    assert page.evaluate("scrollY") == before > 300


def test_without_javascript_there_is_text_and_the_browsers_player(visit, browser, address, passages):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "episodes/the-slow-post/")
    assert page.locator("audio[controls]").is_visible()
    assert page.get_by_text("four streets apart").is_visible()
    assert not page.locator(".deck, .keyboard").first.is_visible()
    page.goto(address)
    assert page.locator("#feed").input_value() == BASE + "feed.xml"
    context.close()


def test_who_cannot_load_the_audio_is_told_and_may_try_again(visit):
    page = visit(is_lost=True)
    download = page.get_by_role("link", name="Download the audio")
    download.wait_for()
    page.get_by_role("button", name="Play").click()
    word(page, "burned").click()
    page.get_by_text("The audio can’t be loaded.").wait_for()
    until(page, IS_PAUSED)
    page.unroute_all()
    page.get_by_role("button", name="Play").click()
    until(page, f"!{IS_PAUSED} && {NOW} > {word(page, 'burned').get_attribute('data-s')} / 1000")
    download.wait_for(state="hidden")


FORBIDDEN = """
Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }});
for (const name of ['share', 'clipboard', 'mediaSession']) Object.defineProperty(navigator, name, {value: undefined});
"""


def test_a_browser_that_forbids_all_it_can_still_plays_and_shares(visit, address):
    page = visit(script=FORBIDDEN)
    page.get_by_label("Speed").select_option("1.5")
    page.get_by_role("button", name="Play").click()
    until(page, f"{NOW} > 0.05")
    page.get_by_role("button", name="Share this moment").click()
    assert "#t=0" in page.get_by_label("Link to this moment").input_value()
    page.goto(address)
    page.get_by_role("button", name="Copy").click()
    page.get_by_text("It is selected: copy it.").wait_for()


def test_a_chapters_picture_is_shown_and_a_headings_time_is_on_every_screen(visit):
    for width in (375, 1280):
        page = visit(width=width)
        figure, heading = page.locator("figure img"), page.get_by_role("heading", name="What a delay is for")
        figure.scroll_into_view_if_needed()
        until(page, "document.querySelector('figure img').naturalWidth > 0")
        assert figure.bounding_box()["y"] > heading.bounding_box()["y"]
        assert page.locator(".head .at").first.is_visible()


@pytest.mark.parametrize(
    ("tag", "play", "pause", "heard"),
    [
        ("de", "Abspielen", "Anhalten", "0 Sekunden von 25 Sekunden"),
        ("ar", "تشغيل", "إيقاف مؤقت", "0 ثانية من 25 ثانية"),
    ],
)
def test_a_player_speaks_the_language_of_its_show(visit, tag, play, pause, heard):
    page = visit(f"episodes/the-slow-post/{tag}.html")
    slider = page.locator(".seek input")
    assert slider.get_attribute("aria-valuetext") == heard
    page.get_by_role("button", name=play).click()
    page.get_by_role("button", name=pause).click()
    back, forward = (page.locator(f"[data-do={name}]").bounding_box()["x"] for name in ("back", "forward"))
    assert back < forward  # as on any player, whichever way the page runs
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_page_says_in_its_language_that_an_address_was_copied(visit):
    page = visit("de.html")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopieren").click()
    page.get_by_text("Kopiert.").wait_for()


def test_the_feeds_address_can_be_copied(visit):
    page = visit("")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy").click()
    page.get_by_text("Copied.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == BASE + "feed.xml"


def test_an_episode_can_be_heard_on_the_shows_page(visit):
    page = visit("")
    page.get_by_text("Listen", exact=True).click()
    until(page, f"{NOW} > 0.1")


@pytest.mark.parametrize("width_px", [375, 1280])
@pytest.mark.parametrize("path", ["", "episodes/the-slow-post/"])
def test_axe_finds_no_fault_in_light_or_dark(visit, judge, path, width_px):
    axe = (judge(npm="axe-core") / "axe.min.js").read_text("utf-8")
    page = visit(path, width=width_px, is_open=True)
    page.evaluate(axe)
    # In the dark only the colours are others.
    for scheme, options in (
        ("light", "rules: {'target-size': {enabled: true}}"),
        ("dark", "runOnly: ['color-contrast']"),
    ):
        page.emulate_media(color_scheme=scheme)
        result = page.evaluate(f"axe.run({{{options}}})")
        found = [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in result["violations"]]
        assert not found, json.dumps(found, indent=1)


def test_no_page_is_wider_than_a_small_phone(visit):
    for path in ("", "episodes/the-slow-post/"):
        page = visit(path, width=320, height=600)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_pages_open_from_a_folder_too(browser, site):
    page, complaints = browser.new_page(), []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto((site / "episodes/the-slow-post/index.html").as_uri())
    until(page, "document.querySelector('audio').readyState")
    assert page.locator(".deck").is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('#player')).position") == "sticky"
    page.get_by_role("link", name="Marginalia", exact=True).click()
    page.get_by_role("heading", name="Subscribe").wait_for()
    page.close()
    assert complaints == []
