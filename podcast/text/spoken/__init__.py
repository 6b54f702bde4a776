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
    """`language` is BCP 47, lower case; `lexicon`: rules that go before all others (podcast/text/lexicon.py).

    What the lexicon says is the last word on it.
    """
    rules, style = _rules(language) if expands else (), Style(language)
    form = _safe(applied((*lexicon, *rules), written, style))
    of_lexicon = {rule.name for rule in lexicon}
    for _ in range(_MOST_ROUNDS):
        if form.text == written:
            break
        said = [(one.start, one.end) for one in form.expansions if one.rule in of_lexicon]
        again = applied(rules, form.text, style, said)
        if again.text == form.text:
            break
        form = then(form, _safe(again))
    return form


def _safe(form: Spoken) -> Spoken:
    return then(form, safe(form.text))


def _rules(language: str) -> tuple[Rule, ...]:
    if language.partition("-")[0] == "en":
        from podcast.text.spoken.english import ENGLISH

        return ENGLISH
    return ()
