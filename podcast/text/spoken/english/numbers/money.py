"""Money: $5.60, $5.6bn, £0.50, US$5, €5–10 million, 5 EUR, USD 5 million, 5¢, a $5 coffee, $5/month.

Cents are said where there are two decimals ("five dollars and sixty cents"), and a magnitude comes before the currency:
"$5.6bn" is "five point six billion dollars". Before what it is the price of, a currency has no plural.
"""

import re

from podcast.text.spoken.english.numbers.currencies import CODES, PREFIXED, SIGNS, Currency
from podcast.text.spoken.english.numbers.grammar import (
    AMOUNT,
    CAPITALS,
    DIGIT,
    END,
    NEXT_AMOUNT,
    Parts,
    is_before_noun,
    next_word,
    parts,
    rule,
    spaced,
)
from podcast.text.spoken.english.numbers.words import VULGAR, amount, cardinal, quantity
from podcast.text.spoken.rule import Style

_MAGNITUDES = {
    **dict.fromkeys("k K".split(), "thousand"),
    **dict.fromkeys("m M mn mln mm MM".split(), "million"),
    **dict.fromkeys("b B bn Bn BN bln".split(), "billion"),
    **dict.fromkeys("t T tn trn".split(), "trillion"),
    **dict.fromkeys("cr Cr".split(), "crore"),
}
_PER_SIGNS = (
    "h=hour, hr=hour, d=day, wk=week, mo=month, yr=year, mi=mile, lb=pound, oz=ounce, g=gram, kg=kilogram, t=tonne, "
    "gal=gallon, L=liter, l=liter, kWh=kilowatt-hour, MWh=megawatt-hour, bbl=barrel, sqft=square foot"
)
_PER_WORDS = (
    "second minute hour day night week month quarter year person head user seat share mile kilometer pound ounce gram "
    "gallon liter barrel ton tonne acre word page piece unit"
)
_PER = {word: word for word in _PER_WORDS.split()} | {
    sign: word for sign, _, word in (entry.partition("=") for entry in _PER_SIGNS.split(", "))
}
_NOTES = frozenset("bill note coin banknote".split())
#: Things that are named by their price: "£1.5m house", "$5m homes".
_PRICED = frozenset(
    "house home mansion flat apartment villa penthouse estate striker winger midfielder defender goalkeeper signing "
    "deal contract fund project grant loan jackpot prize lawsuit settlement painting yacht car bridge stadium "
    "bailout package upgrade refurbishment takeover merger windfall campaign question heist robbery fraud reward "
    "bounty donation endowment scheme investment budget business company industry makeover refit".split()
)

_ALL_SIGNS = "".join(SIGNS)
_SIGN = rf"[{_ALL_SIGNS}]"
_MAGNITUDE = (
    r"(?>(?:(?P<magnitude>[kKmMbBtT]|mn|mln|mm|MM|bn|Bn|BN|bln|tn|trn)(?!\w)"
    r"|[\s\u00a0-](?P<word>hundred|thousand|million|billion|trillion|quadrillion|bn|mn|trn|tn|m"
    r"|lakh crore|lakhs?|crores?)(?!\w))?)"
)
_RANGE = rf"(?:(?P<dash>[-–](?P=sign)?)(?P<high>{NEXT_AMOUNT}))?"
_CODE_BEHIND = r"(?>(?:\s?(?P<code>USD|CAD|AUD|NZD|HKD|SGD|MXN)(?!\w))?)"
_RATE = r"(?>(?:(?P<slash>/)(?P<per>[A-Za-z]{1,10})(?![\w/])(?!\.\w))?)"


def _signed(match: re.Match[str], style: Style) -> Parts | None:
    """With the currency before the amount."""
    sign = match["sign"]
    currency = PREFIXED[sign[:-1].strip()] if len(sign) > 1 else SIGNS[sign]
    if not match["code"]:
        return _before(match, currency, style)
    *first, (text, start, _) = _before(match, CODES[match["code"]], style)
    return [*first, (text, start, match.end("code"))]


def _negative(match: re.Match[str], style: Style) -> Parts | None:
    """As in "$-5"."""
    (text, *span), *rest = _before(match, SIGNS[match["sign"]], style)
    return [(f"minus {text}", span[0], span[1]), *rest]


def _rupees(match: re.Match[str], style: Style) -> Parts | None:
    return _before(match, SIGNS["₹"], style)


def _coded(match: re.Match[str], style: Style) -> Parts | None:
    return _before(match, CODES[match["sign"]], style)


def _before(match: re.Match[str], currency: Currency, style: Style) -> Parts:
    last = "high" if match["high"] else "n"
    is_one = is_before_noun(match) or next_word(match) in _NOTES or next_word(match).removesuffix("s") in _PRICED
    magnitude = match["magnitude"] or match["word"]
    if magnitude:
        name = currency.one if is_one else currency.many
        whole = f"{amount(match[last], style)} {_MAGNITUDES.get(magnitude, magnitude)} {name}"
    else:
        whole = _whole(match[last], currency, style, is_one=is_one)
    if not match["high"]:
        return [*_split(match, whole, match.start(), last), *_rate(match)]
    low = (amount(match["n"], style), match.start(), match.end("n"))
    return [low, *parts(match, dash=" to "), *_split(match, whole, match.start("high"), last), *_rate(match)]


def _split(match: re.Match[str], whole: str, start: int, last: str) -> Parts:
    """To an eye "$5.6 billion" is two words: each has its own in the spoken text."""
    word = match["word"]
    if not word:
        return [(whole, start, max(match.end(last), match.end("magnitude")))]
    head, magnitude, tail = whole.partition(f" {_MAGNITUDES.get(word, word)} ")
    return [(head, start, match.end(last)), (magnitude.lstrip() + tail, *match.span("word"))]


def _whole(written: str, currency: Currency, style: Style, *, is_one: bool) -> str:
    """An amount of a currency, with its cents."""
    whole, _, decimals = written.partition(".")
    if not currency.cent or len(decimals) != 2:
        return f"{amount(written, style)} {_named(written, currency.one, currency.many, is_one=is_one)}"
    cents = _cents(decimals, currency, style, is_one=is_one)
    if not whole.strip("0") and decimals != "00":
        return cents
    units = f"{amount(whole, style)} {_named(whole, currency.one, currency.many, is_one=is_one)}"
    return units if decimals == "00" else f"{units} and {cents}"


def _cents(digits: str, currency: Currency, style: Style, *, is_one: bool = False) -> str:
    return f"{cardinal(digits, style)} {_named(digits.lstrip('0'), currency.cent, currency.cents, is_one=is_one)}"


def _named(written: str, one: str, many: str, *, is_one: bool) -> str:
    return one if is_one or written == "1" else many


def _rate(match: re.Match[str]) -> Parts:
    if not match["slash"] or match["per"] not in _PER:
        return []
    return [(f" per {_PER[match['per']]}", match.start("slash"), match.end("per"))]


def _behind(match: re.Match[str], style: Style) -> Parts:
    """With the currency behind the amount: "5 €", "5 million EUR"."""
    sign, magnitude = match["sign"], match["magnitude"] or ""
    currency = SIGNS.get(sign) or CODES[sign]
    is_one = not magnitude and is_before_noun(match)
    return parts(
        match,
        n=amount(match["n"], style),
        dash=" to ",
        high=amount(match["high"] or "0", style),
        magnitude=magnitude and spaced(match, "magnitude", _MAGNITUDES.get(magnitude, magnitude)),
        sign=spaced(match, "sign", _named(match["high"] or match["n"], currency.one, currency.many, is_one=is_one)),
    )


def _with_fraction(match: re.Match[str], style: Style) -> str:
    """As in "$5½", "$14.72½"."""
    currency, whole, decimals = SIGNS[match["sign"]], match["whole"], match["decimals"]
    if decimals:
        cents = quantity(decimals + match["part"], style)
        return f"{_whole(whole, currency, style, is_one=False)} and {cents} {currency.cents}"
    said = quantity(whole + match["part"], style)
    return f"{said} {currency.many if whole else f'of a {currency.one}'}"


def _half(match: re.Match[str], _style: Style) -> str:
    """As in "$1/2"."""
    return f"half a {SIGNS[match['sign']].one}"


def _small(match: re.Match[str], style: Style) -> Parts:
    one, many = ("cent", "cents") if match["sign"] == "¢" else ("penny", "pence")
    name = _named(match["n"], one, many, is_one=is_before_noun(match) and match["sign"] == "¢")
    return parts(match, n=amount(match["n"], style), sign=spaced(match, "sign", name))


_CODE = "|".join(CODES)
_SUM = rf"\s?(?P<n>{NEXT_AMOUNT}){_RANGE}{_MAGNITUDE}{_CODE_BEHIND}{END}{_RATE}"
MONEY = (
    rule(
        "currency",
        rf"(?P<sign>[$£€])(?P<whole>[0-9]{{0,6}}+)(?:\.(?P<decimals>[0-9]{{2}}))?\s?(?P<part>[{VULGAR}])(?!\w)",
        _with_fraction,
        "$£€",
        VULGAR,
    ),
    rule("currency", r"(?P<sign>[$£€])1/2(?![\w/])(?!\.[0-9])", _half, "$£€", "/"),
    rule("currency", rf"(?P<sign>Rs)(?<!\w..)\.?{_SUM}", _rupees, "R"),
    rule(
        "currency",
        rf"(?P<sign>(?:US ?|U\.S\. |AU|A|CA|C|NZ|NT|HK|S|R)\$){_SUM}",
        _signed,
        "$",
    ),
    rule(
        "currency",
        rf"(?P<sign>{_SIGN})(?<![\w$].){_SUM}",
        _signed,
        _ALL_SIGNS,
    ),
    rule("currency", rf"(?P<sign>{_SIGN})(?<![\w$].)[-−]{_SUM}", _negative, _ALL_SIGNS, "-−"),
    rule("currency", rf"(?P<sign>{_CODE}){_SUM}", _coded, CAPITALS),
    rule(
        "currency",
        rf"(?P<n>{AMOUNT})(?>(?:(?P<dash>[-–])(?P<high>{NEXT_AMOUNT}))?)(?>(?:\s?(?P<magnitude>million|billion|trillion|thousand|bn|mn|m|[MB]))?)"
        rf"\s?(?P<sign>{_SIGN}|{_CODE})(?!\w)(?!\s?[0-9])",
        _behind,
        _ALL_SIGNS + CAPITALS,
    ),
    rule("currency", rf"(?P<n>{AMOUNT})\s?(?P<sign>¢)(?!\w)", _small, "¢"),
    rule("currency", rf"(?P<n>{DIGIT}[0-9]?+)(?P<sign>p)(?!\w|\.\s?m\b)", _small, "p"),
)
