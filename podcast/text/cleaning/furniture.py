"""What a web page puts around an article and people paste with it: "Share this:", "Leave a Reply", "5 min read".

    essay = without_furniture(essay)

Only at the ends of the text and only where a whole block says nothing else: to read a line of furniture is a
blemish, to drop a sentence of the writer's is a fault. Notices of advertisements go wherever they stand.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from podcast.text.cleaning.omission import omit
from podcast.text.dates import parse_date
from podcast.text.essay import Block, Essay, Kind, Reason


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_SITES = "facebook|twitter|x|linkedin|whatsapp|reddit|pinterest|tumblr|telegram|mastodon|bluesky|threads|pocket|email"
#: Said of nothing but a page. What follows in short lines (titles of other articles, names of sites) goes too.
_SURE = _any_of(
    # Replies
    r"leave a (?:reply|comment)(?: cancel reply)?",
    r"(?:cancel|post a|add a|submit|write a) (?:reply|comment)|post comment|show comments|view all comments",
    r"(?:no|one|\d{1,5}) (?:comments?|responses?|replies)(?: (?:on|to) .{1,100})?",
    r"(?:one|\d{1,5}) thoughts? on .{1,150}|discussion about this post|loading comments.{0,3}",
    r"log in to .{0,30}comment|notify me of .*|save my name,? e-?mail.*",
    r"your email address will not be published.*|required fields are marked.*",
    # Sharing
    r"share (?:this|the)(?: (?:post|article|story|page|entry|essay|on .{1,40}))?|share on .{1,40}|sharing is caring",
    r"click to (?:share|email|print|tweet).*|like this|(?:like )?loading(?:[.]{3})?",
    rf"(?:print|email|tweet|share|pin)(?:[ |/·,]+(?:print|email|tweet|share|pin|like|more|save|{_SITES}))+",
    # Other articles
    r"related (?:posts?|articles?|stories|reading|content|topics)|you (?:may|might) also (?:like|enjoy).{0,20}",
    r"read (?:next|more(?:[:»→].{0,80})?)|continue reading|(?:discover )?more from .{1,60}",
    r"(?:previous|next|older|newer) (?:post|article)s?(?:[: ].{0,100})?|back to top|scroll to top",
    # About the article
    r"(?:filed under|posted in|posted on|tagged(?: with)?|categor(?:ies|i[sz]ed)|tags)\b: .{1,120}",
    r"(?:filed under|posted in|tagged) .{1,60}|(?:posted|published) by .{1,60}",
    r".{0,120}view (?:all|more) posts by .{1,60}",
    r"this entry was posted .*|bookmark the permalink.*|(?:#[\w/-]{1,40} ?)+",
    r"(?:copyright )?(?:©|\(c\)) .{0,80}|copyright .{0,80}\d{4}.{0,40}|all rights reserved[.]?",
    r"(?:proudly )?powered by \w+",
    # Subscribing
    r"(?:subscribe|sign up) (?:to|for) (?:our|my|the) .{0,30}newsletter.{0,40}|type your email.{0,3}",
    r"subscribe (?:to (?:our|my|this) (?:blog|channel)|now)|subscribe now to keep reading .*",
    r"thanks for reading .{1,60} subscribe for free .*|follow (?:us|me) on .{1,60}",
)
#: What of these may end like a sentence; "More from the river we cannot take." is a writer's.
_SENTENCE = _any_of(
    r"your email|required fields|save my name|notify me|bookmark the|this entry|copyright|©|\(c\)|all rights",
    r"(?:like )?loading|thanks for reading|subscribe now|(?:one|\d{1,5}) thoughts? on",
)
#: Words that may be a writer's: only among the sure ones, or several together.
_LIKELY = _any_of(
    _SITES,
    r"share|tweet|print|more|like|save|pin(?: it)?|comments?|reply|advertisement|subscribe|newsletter|menu|search|home",
    r"name|e-?mail(?: address)?|website|sign in|log in|register|follow|published in|uncategori[sz]ed|related|listen",
    r"\d{1,5}|in [\"“].{1,60}[\"”]|[^.]{1,40} says:",
)
_SURE_AT_START = _any_of(
    r"skip to (?:main |the )?content|open in app",
    r"(?:about )?\d{1,3}[ -]min(?:ute)?s?(?: of)? read(?:ing)?(?: time)?|(?:estimated )?reading time:? .{1,20}",
    r"share this(?: (?:post|article|story|page|essay))?|share on .{1,30}|click to share .*",
    r"listen to this (?:article|story|post)(?: .{1,20})?|(?:#[\w/-]{1,40} ?)+",
)
_ADVERTISEMENT = _any_of(
    r"(?:skip )?advertisement|(?:story|article) continues below(?: (?:this )?advertisement)?|report this ad",
    r"continue reading the main story|sponsored content",
)
_MANY = 3  # likely blocks, which make each other sure
_NEAR_START = 8  # blocks
_LONGEST_TITLE = 90  # characters, of another article
_MOST_TITLES = 12
_EDGES = " :…*|»→•·\u200b"


def without_furniture(essay: Essay) -> Essay:
    begin, end = _start_of_end(essay.blocks), len(essay.blocks)
    going = _at_start(essay.blocks[:begin]) | _advertisements(essay.blocks) | set(range(begin, end))
    if len(going) == end:
        return essay  # nothing else is there: then it is what the writer wrote
    verdicts = [(Reason.FURNITURE if index in going else None, 0) for index in range(end)]
    blocks, skips = omit(essay.blocks, essay.skips, verdicts)
    return replace(essay, blocks=blocks, skips=skips)


def is_furniture(text: str) -> bool:
    if len(text) > 200 or (text.endswith((".", "!", "?", "”")) and not _SENTENCE.match(text)):
        return False
    return bool(_SURE.fullmatch(text.strip(_EDGES)))


def _advertisements(blocks: Sequence[Block]) -> set[int]:
    return {index for index, block in enumerate(blocks) if _ADVERTISEMENT.fullmatch(block.text.strip(_EDGES)[:200])}


def _start_of_end(blocks: Sequence[Block]) -> int:
    """Where the furniture at the end begins, else the number of blocks."""
    begin, titles, likely = len(blocks), 0, 0
    for index in range(len(blocks) - 1, 0, -1):
        text = blocks[index].text
        likely = likely + 1 if _is_likely(text) else 0
        among_sure = likely and index + 1 == begin < len(blocks)
        if is_furniture(text) or among_sure or (likely >= _MANY and index + likely == len(blocks)):
            begin = index
        elif not likely:
            titles += 1
            if titles > _MOST_TITLES or not _may_be_a_title(text):
                break
    return begin


def _is_likely(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and bool(_LIKELY.fullmatch(text.strip(_EDGES)) or parse_date(text))


def _may_be_a_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and not text.endswith((".", "”", '"', "…", ",", ";"))


def _at_start(blocks: Sequence[Block]) -> set[int]:
    """Only above the first paragraph."""
    near = list(takewhile(lambda block: _may_be_a_title(block.text), blocks[:_NEAR_START]))
    going = {index for index, block in enumerate(near) if _SURE_AT_START.fullmatch(block.text.strip(_EDGES))}
    title = next((index for index, block in enumerate(near) if block.kind is Kind.HEADING and block.level == 1), 0)
    if going & set(range(title)):
        going |= set(range(title))  # the site's name and menu
    for order in (range(len(near)), range(len(near) - 1, -1, -1)):
        for index in order:
            if going & {index - 1, index + 1} and near[index].kind is not Kind.HEADING and _is_likely(near[index].text):
                going.add(index)
    return going
