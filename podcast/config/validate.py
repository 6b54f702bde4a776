"""What can't work in settings whose types are right, so that it is refused before anything is voiced.

problems = list(implausible(settings))      # sentences, empty when all is well
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from urllib.parse import urlsplit

from feed.categories import CATEGORIES, is_category, nearest_categories
from feed.languages import is_language, language_tag
from feed.values import GEO, LICENSE_ID, OSM, RRULE
from podcast.config.lengths import too_long
from podcast.config.settings import CastSettings, FeedSettings, Settings, ShowSettings, SoundSettings, VoiceSettings
from podcast.sound import BITRATES_KBPS
from podcast.text.cleaning.addresses import MANNERS as ADDRESS_MANNERS
from podcast.text.lexicon.entry import places, read_table
from podcast.text.listnumbers import MANNERS as NUMBER_MANNERS
from podcast.text.template import BLANKS, unknown_blanks

_EMAIL = re.compile(r"[^\s@]+@[^\s@]+")
FEWEST_ITEMS = 10  # on a page of the feed
LEAST_CREST_DB = 11  # by which the peaks of a voice stand out, however hard it is limited (measured)

Ranged = tuple[str, float, tuple[float, float]]  # a key, its value, and the least and the most that it may be

UNSET = -1  # leaves a pitch or a pause to the profile; nobody need know
_LOUDEST_LUFS = -14


def implausible(settings: Settings, toml: str = "") -> Iterator[str]:
    """`toml`: where they were written, for the lines of what can be many."""
    yield from too_long(settings)
    yield from _implausible_show(settings.show)
    yield from _implausible_extras(settings.show)
    yield from _implausible_feed(settings.feed)
    for name, greeting in (("opening", settings.opening), ("closing", settings.closing)):
        for blank in unknown_blanks(greeting.text or ""):
            yield f"{name}.text: nothing fills {{{blank}}} (known are {', '.join(BLANKS)})"
    for name, value, (least, most) in _ranged(settings):
        if not least <= value <= most:
            yield f"{name} must lie between {least} and {most}, not {value:g}"
    if settings.bitrate_kbps not in BITRATES_KBPS:
        yield f"sound.bitrate_kbps must be one of {', '.join(map(str, BITRATES_KBPS))}"
    yield from _implausible_sound(settings.sound)
    yield from _implausible_cast(settings.cast)
    if settings.bed.under not in ("episode", "headings"):
        yield f'bed.under must be "episode" or "headings", not {settings.bed.under!r}'
    for key, known in (("list_numbers", NUMBER_MANNERS), ("addresses", ADDRESS_MANNERS)):
        if (stated := getattr(settings.speech, key)) not in known:
            yield f"speech.{key} must be one of {', '.join(map(repr, known))}, not {stated!r}"
    _, mistakes = read_table(settings.lexicon, "lexicon", place=places(toml))
    yield from mistakes


def _implausible_show(show: ShowSettings) -> Iterator[str]:
    for category in show.categories:
        if not is_category(category):
            near = nearest_categories(category)
            hint = f"near: {', '.join(near)}" if near else f"it has {', '.join(CATEGORIES)}, and parts of these"
            yield f"show.categories: Apple has no {category!r} ({hint})"
    if not show.categories:
        yield "show.categories must name at least one"
    if show.base_url and (problem := base_url_problem(show.base_url)):
        yield f"show.base_url {problem}"
    if not is_language(language_tag(show.language)):
        yield f"show.language must be a tag like en or en-us, not {show.language!r}"
    if show.email and not _EMAIL.fullmatch(show.email):
        yield f"show.email must be an address, not {show.email!r}"
    if show.type not in ("episodic", "serial"):
        yield f'show.type must be "episodic" or "serial", not {show.type!r}'


def _implausible_extras(show: ShowSettings) -> Iterator[str]:
    """NS says how each of these is written; apps pass over what is written otherwise."""
    addresses = {"link": show.link, "funding.url": show.funding.url, "license.url": show.license.url}
    for name, address in addresses.items():
        if address and not _is_web_address(address):
            yield f"show.{name} must be an address like https://example.org/help, not {address!r}"
    if show.location.geo and not GEO.fullmatch(show.location.geo):
        yield f"show.location.geo must be like geo:59.86,17.64 (latitude, longitude), not {show.location.geo!r}"
    if show.location.osm and not OSM.fullmatch(show.location.osm):
        yield f"show.location.osm must be like R113314 (OpenStreetMap), not {show.location.osm!r}"
    if (show.location.geo or show.location.osm) and not show.location.name:
        yield "show.location.name must say in words where geo or osm is"
    if show.license.name and not show.license.url and not LICENSE_ID.fullmatch(show.license.name):
        yield f"show.license.name must be one of SPDX's in lower case (cc-by-4.0), or have a url: {show.license.name!r}"
    if show.license.url and not show.license.name:
        yield "show.license.name must say what the license is called"
    if show.updates.rrule and not RRULE.fullmatch(show.updates.rrule):
        yield f"show.updates.rrule must be like FREQ=WEEKLY;INTERVAL=2, not {show.updates.rrule!r}"
    if (show.updates.rrule or show.updates.complete) and not show.updates.text:
        yield 'show.updates.text must say it in words, such as "Every other Friday"'


def _implausible_feed(feed: FeedSettings) -> Iterator[str]:
    for name, address in (("hub", feed.hub), ("analytics_prefix", feed.analytics_prefix)):
        if address and not _is_web_address(address):
            yield f"feed.{name} must be an address like https://example.org/, not {address!r}"
    if feed.items_per_page and feed.items_per_page < FEWEST_ITEMS:
        yield f"feed.items_per_page must be 0 (all on one) or at least {FEWEST_ITEMS}, not {feed.items_per_page}"
    if feed.opus_kbps and not 6 <= feed.opus_kbps <= 256:
        yield f"feed.opus_kbps must be 0 (no Opus) or lie between 6 and 256, not {feed.opus_kbps}"


def _implausible_sound(sound: SoundSettings) -> Iterator[str]:
    lowest_dbtp = min(sound.loudness_lufs, _LOUDEST_LUFS) + LEAST_CREST_DB
    if sound.true_peak_dbtp < lowest_dbtp:
        above = f"{LEAST_CREST_DB} dB above loudness_lufs: no voice is flatter"
        yield f"sound.true_peak_dbtp must be at least {lowest_dbtp:g}, {above}"


def _implausible_cast(cast: Mapping[str, CastSettings]) -> Iterator[str]:
    """Names are taken in any case, so two that differ in nothing else would be one role with two voices."""
    seen: dict[str, str] = {}
    for name in cast:
        if not name.strip():
            yield f"cast.{name!r} must have a name"
        elif (first := seen.setdefault(name.lower(), name)) != name:
            yield f"cast.{name} is the same role as cast.{first}: names are taken in any case"


def _ranged(settings: Settings) -> Iterator[Ranged]:
    """Numbers, and what lies between silence and nonsense. Louder than -14 LUFS a voice would have to be crushed."""
    yield "sound.loudness_lufs", settings.sound.loudness_lufs, (-30, _LOUDEST_LUFS)
    yield "sound.true_peak_dbtp", settings.sound.true_peak_dbtp, (-9, -0.1)
    yield from _ranged_speaker("voice", settings.voice)
    for role, cast in settings.cast.items():
        yield from _ranged_speaker(f"cast.{role}", cast)
        yield f"cast.{role}.pan", cast.pan, (-1, 1)
    yield from _ranged_music(settings)
    for name, pause_ms in asdict(settings.pauses_ms).items():
        if pause_ms != UNSET:
            yield f"pauses_ms.{name}", pause_ms, (0, 60_000)


def _ranged_speaker(name: str, speaker: VoiceSettings | CastSettings) -> Iterator[Ranged]:
    if speaker.rate_wpm:
        yield f"{name}.rate_wpm", speaker.rate_wpm, (80, 450)
    for key, value in (("pitch", speaker.pitch), ("pitch_range", speaker.pitch_range)):
        if value != UNSET:
            yield f"{name}.{key}", value, (0, 100)


def _ranged_music(settings: Settings) -> Iterator[Ranged]:
    for name, greeting in (("opening", settings.opening), ("closing", settings.closing)):
        yield f"{name}.level_db", greeting.level_db, (-60, 0)
        yield f"{name}.duck_db", greeting.duck_db, (-60, 0)
        for part in ("before_s", "after_s", "duck_s", "fade_in_s", "fade_out_s"):
            yield f"{name}.{part}", getattr(greeting, part), (0, 60)
    for part in ("duck_s", "fade_s", "crossfade_s"):
        yield f"bed.{part}", getattr(settings.bed, part), (0, 60)
    yield "bed.level_db", settings.bed.level_db, (-60, 0)
    yield "bed.duck_db", settings.bed.duck_db, (-60, 0)
    yield "sting.level_db", settings.sting.level_db, (-60, 0)


_OF_FILES = (".xml", ".rss", ".html", ".mp3")


def base_url_problem(url: str) -> str:
    """What is wrong with the address that public/ will be found at; empty if nothing is."""
    if not _is_web_address(url) or urlsplit(url).query or urlsplit(url).fragment:
        return f"must be an address like https://example.org/show, not {url!r}"
    folder, _, name = url.rstrip("/").rpartition("/")
    if name.lower().endswith(_OF_FILES) and urlsplit(url).path.strip("/"):
        return f"must be the address of the folder that public/ will be ({folder}), and not of a file in it: {url!r}"
    return ""


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        is_whole = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    # With a user's name in it, the feed would publish the password.
    return is_whole and url.isascii() and not re.search(r"\s", url) and not parts.username
