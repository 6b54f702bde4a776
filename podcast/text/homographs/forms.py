"""The senses of homographs in what is said for a text, for the engine to be told how they sound.

    form = with_senses(spoken("People use it.", "en-us"), "en-us")
    form.expansions         # (Expansion(7, 10, 7, 10, "homograph", "ˈjuːz", "verb", "after “people”"),)

They are decided by the spoken text, where "No." is a word already. What the lexicon or a rule says of a word stands,
but that a word in capitals was made small says nothing about its sound.
"""

from dataclasses import replace
from operator import attrgetter

from podcast.text.homographs import senses
from podcast.text.spoken.form import Expansion, SpokenForm

RULE = "homograph"
_MADE_SMALL = "capitals"  # the rule of podcast/text/spoken/english/shouting.py


def with_senses(form: SpokenForm, language: str) -> SpokenForm:
    """`language` is the text's; the form is the same one where it has no such word."""
    found = {sense.start: sense for sense in senses(form.text, language) if sense.is_told}
    if not found:
        return form
    said = [one for one in form.expansions if not (_is_small(form, one) and one.start in found)]
    taken = bytearray(len(form.text))
    for one in said:
        taken[one.start : one.end] = b"\x01" * (one.end - one.start)
    for sense in found.values():
        if taken.find(1, sense.start, sense.end) < 0:
            start, end = form.written_span(sense.start, sense.end)
            said.append(Expansion(sense.start, sense.end, start, end, RULE, sense.ipa, sense.name, sense.reason))
    return replace(form, expansions=tuple(sorted(said, key=attrgetter("start"))))


def _is_small(form: SpokenForm, one: Expansion) -> bool:
    return one.rule == _MADE_SMALL and " " not in form.text[one.start : one.end]
