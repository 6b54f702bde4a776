"""What our own words are in a language: those of pages, of the feed's style, and of a show's welcome and sign-off.

    WORDS = OwnWords(tag="de", direction="ltr", welcome="Das ist {show}. {title}[, von {author}].", …)

Each language is a file beside this one with every field: there is no default, so that none can lack a word. English
says what a field is for; a name in braces is filled in. Months, the order of dates and short units are CLDR's.
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)  # of so many fields, these take a while
class OwnWords:
    tag: str  # BCP 47, lower case
    direction: Literal["ltr", "rtl"]

    # What is spoken, as podcast/text/template.py fills it, and what stands where a show says nothing itself.
    welcome: str
    sign_off: str
    narrator: str
    description: str
    support: str

    # Dates, lengths and sizes. `first_day`: how a date writes the first of a month.
    months: str
    short_months: str
    date: str
    spoken_date: str
    first_day: str
    under_a_minute: str
    seconds: str
    minutes: str
    hours: str
    megabytes: str
    kilobytes: str
    comma: str
    decimal_mark: str

    # An episode and its place in the show.
    season: str
    episode: str
    trailer: str
    bonus: str
    explicit: str
    explicit_title: str
    by: str
    author: str

    # The player. `download_why` and `subscribe_why` go on after a link.
    skip: str
    player: str
    play: str
    pause: str
    back: str
    forward: str
    position: str
    time_of: str
    speed: str
    follow: str
    share: str
    download: str
    download_why: str
    moment_link: str
    copied_moment: str
    unplayable: str
    unloadable: str
    listen_at: str

    # An episode's page.
    chapters: str
    link_of: str
    transcript: str
    word_times: str
    from_here: str
    picture: str
    links: str
    take: str
    audio: str
    subscribe_to: str
    subscribe_why: str
    about: str
    synthetic: str
    estimates: str
    keyboard: str
    space: str
    key_play: str
    key_steps: str
    key_small_steps: str
    key_speed: str
    use_keys: str

    # The show's page.
    episodes: str
    older: str
    newer: str
    none_yet: str
    pages: str
    listen: str
    listen_to: str
    subscribe: str
    only_local: str
    any_other_app: str
    copy: str
    copied: str
    copy_yourself: str
    open_feed: str
    qr: str
    scan: str
    made_by: str

    # The feed, as a browser shows it.
    shows_page: str
    feed_is: str
    feed_none: str
    feed_pages: str
    copy_address: str

    def dated(self, day: int, month: int, year: int) -> str:
        """As it is written: "22 November 2026"."""
        return self._filled(self.date, day, month, year)

    def dated_aloud(self, day: int, month: int, year: int) -> str:
        """As it is said: "November 22, 2026"."""
        return self._filled(self.spoken_date, day, month, year)

    def _filled(self, pattern: str, day: int, month: int, year: int) -> str:
        shown = self.first_day if day == 1 else str(day)
        return pattern.format(day=shown, month=self.months.split()[month - 1], year=year)
