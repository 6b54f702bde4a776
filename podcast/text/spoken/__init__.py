"""From the written to the spoken form of a text, with a map back: what an engine is given, and where it came from.

    form = spoken("It cost $5.6bn in 1984.", "en-us")
    form.text                       # "It cost five point six billion dollars in nineteen eighty-four."
    form.written_index(12)          # the written character that spoken character 12 stands for

Rules of the language say in words what is not written in words (rule.py); what no engine should see is taken out
last (safe.py).
"""

from collections.abc import Sequence

from podcast.text.spoken.form import Expansion, SpokenForm, then
from podcast.text.spoken.latin import LATIN
from podcast.text.spoken.rule import SpokenRule, Style, applied
from podcast.text.spoken.safe import is_safe, safe

__all__ = ["Expansion", "SpokenForm", "SpokenRule", "spoken"]

#: What is said is read again until nothing changes: what one rule says may be what another waited for, and an invisible
#: character that is taken out may have parted a number from its unit. Few texts need a second pass, none a fourth.
_MOST_PASSES = 4


def spoken(written: str, language: str = "", lexicon: Sequence[SpokenRule] = (), *, expands: bool = True) -> SpokenForm:
    """`language` is BCP 47, lower case; `lexicon`: rules with the first and the last word (podcast/text/lexicon)."""
    style, rules = Style(language), _rules(language) if expands else ()
    form = _safe(applied((*lexicon, *rules), written, style))
    of_lexicon = {rule.name for rule in lexicon}
    if form.text == written and not form.expansions:
        return form  # and no rule finds anything the next time
    for _ in range(_MOST_PASSES if rules else 0):
        kept = [(one.start, one.end) for one in form.expansions if one.rule in of_lexicon]
        again = applied(rules, form.text, style, kept)
        if again.text == form.text:
            break
        form = _safe(then(form, again))
    return form


def _safe(form: SpokenForm) -> SpokenForm:
    if is_safe(form.text):
        return form
    made_safe = safe(form.text)
    return form if made_safe.text == form.text else then(form, made_safe)


def _rules(language: str) -> tuple[SpokenRule, ...]:
    if language.partition("-")[0] == "en":
        from podcast.text.spoken.english import ENGLISH

        return (*ENGLISH, *LATIN)
    from podcast.text.spoken.others import rules

    return (*rules(language), *LATIN)
