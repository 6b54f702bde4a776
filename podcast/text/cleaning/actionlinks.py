"""Buttons that exporters of Substack, Ghost and WordPress write as links: subscribe, share, comment, support.

    essay = without_action_links(essay)

What such a link says is in any language; where it leads tells what it is for. Only a paragraph, or an item of a list,
that is nothing but such links goes: in a sentence the words are the writer's.
"""

import re
from dataclasses import replace

from podcast.text.cleaning.omission import omit
from podcast.text.essay import Block, Essay, Kind, Reason

_ACTION = re.compile(
    r"https?://[^/\s]{1,200}/(?:[^?#\s]{0,300}/)?(?:subscribe|subscription|unsubscribe|comments|leaderboard)/?(?:[?#]\S*)?"
    r"|https?://\S{1,900}?[?&](?:action=share|utm_content=share|share=[\w-]+|gift=true|replytocom=\d+)\b\S*"
    r"|https?://\S{0,900}#(?:/portal\S*|respond|comments?|comment-\d+|disqus_thread|share)"
    r"|https?://(?:www\.|m\.)?(?:(?:facebook\.com/(?:sharer|share\.php|dialog)|(?:twitter|x)\.com/(?:intent/|share)"
    r"|linkedin\.com/(?:sharing|shareArticle)|pinterest\.[a-z.]{2,6}/pin/create|reddit\.com/submit|t\.me/share"
    r"|tumblr\.com/(?:widgets/)?share)\S*|wa\.me/\?\S+|api\.whatsapp\.com/send\S*"
    r"|(?:buymeacoffee\.com|ko-fi\.com|paypal\.me|patreon\.com|liberapay\.com|steadyhq\.com)/\S*)"
    r"|mailto:\?\S+",
    re.IGNORECASE,
)
_LONGEST = 120  # characters, on a button


def without_action_links(essay: Essay) -> Essay:
    verdicts = [(Reason.FURNITURE if _is_button(block) else None, index) for index, block in enumerate(essay.blocks)]
    if not any(reason for reason, _ in verdicts) or all(reason for reason, _ in verdicts):
        return essay
    blocks, skips = omit(essay.blocks, essay.skips, verdicts)
    return replace(essay, blocks=blocks, skips=skips)


def _is_button(block: Block) -> bool:
    hrefs = {run.href for run in block.runs if run.text.strip(" \n·•|∙,/")}
    may_be = block.kind in (Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.HEADING) and len(block.text) <= _LONGEST
    return may_be and bool(hrefs) and all(map(_ACTION.fullmatch, hrefs))
