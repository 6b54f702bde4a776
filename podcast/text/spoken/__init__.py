"""From the written to the spoken form of a text, with a map back: what an engine is given, and where it came from.

    form = spoken("It cost $5.6bn in 1984.", "en-us")
    form.text                       # "It cost five point six billion dollars in nineteen eighty-four."
    form.written_index(12)          # the written character that spoken character 12 stands for

Rules of the language say in words what is not written in words (rule.py); what no engine should see is taken out
last (safe.py).
"""

from collections.abc import Sequence

from podcast.text.spoken.form import Expansion, Spoken, then
from podcast.text.spoken.rule import Rule, Style, applied
from podcast.text.spoken.safe import safe

__all__ = ["Expansion", "Spoken", "spoken"]

# What is said for one form can make its neighbour a form too. Said until nothing changes, the spoken form of a spoken
# form is itself.
_MOST_ROUNDS = 4


def spoken(written: str, language: str = "", lexicon: Sequence[Rule] = (), *, expands: bool = True) -> Spoken:
    """`language` is BCP 47, lower case; `lexicon`: rules that go before all others (podcast/text/lexicon.py)."""
    rules = (*lexicon, *(_rules(language) if expands else ()))
    form = _said(rules, written, language)
    for _ in range(_MOST_ROUNDS):
        if form.text == written:
            break
        again = _said(rules, form.text, language)
        if again.text == form.text:
            break
        form = then(form, again)
    return form


def _said(rules: Sequence[Rule], written: str, language: str) -> Spoken:
    form = applied(rules, written, Style(language))
    return then(form, safe(form.text))


def _rules(language: str) -> tuple[Rule, ...]:
    if language.partition("-")[0] == "en":
        from podcast.text.spoken.english import ENGLISH

        return ENGLISH
    return ()
