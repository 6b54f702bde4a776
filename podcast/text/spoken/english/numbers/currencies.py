"""The currencies that are known: the names of one and of many, and of their hundredth parts."""

from typing import NamedTuple


class Currency(NamedTuple):
    one: str
    many: str
    cent: str = ""  # empty: it has none, or none that is in use
    cents: str = ""


_DOLLAR = Currency("dollar", "dollars", "cent", "cents")


def _dollar(country: str) -> Currency:
    return Currency(f"{country} dollar", f"{country} dollars", "cent", "cents")


def _crown(one: str, many: str, cent: str = "öre") -> Currency:
    return Currency(one, many, cent, cent)


#: By sign. "$" is whatever dollar the writer lives with.
SIGNS = {
    "$": _DOLLAR,
    "£": Currency("pound", "pounds", "penny", "pence"),
    "€": Currency("euro", "euros", "cent", "cents"),
    "¥": Currency("yen", "yen"),
    "￥": Currency("yen", "yen"),
    "₹": Currency("rupee", "rupees", "paisa", "paise"),
    "₽": Currency("ruble", "rubles", "kopeck", "kopecks"),
    "₩": Currency("won", "won"),
    "₺": Currency("lira", "lira", "kurush", "kurush"),
    "₴": Currency("hryvnia", "hryvnias", "kopiyka", "kopiykas"),
    "₪": Currency("shekel", "shekels", "agora", "agorot"),
    "₫": Currency("dong", "dong"),
    "₦": Currency("naira", "naira", "kobo", "kobo"),
    "₱": Currency("peso", "pesos", "centavo", "centavos"),
    "฿": Currency("baht", "baht", "satang", "satang"),
    "₿": Currency("bitcoin", "bitcoins"),
}
#: Before "$", and as ISO 4217 writes them. "U S" stands in two words, as an engine spells it.
PREFIXED = {
    "US": _dollar("U S"),
    "U.S.": _dollar("U S"),
    "A": _dollar("Australian"),
    "AU": _dollar("Australian"),
    "C": _dollar("Canadian"),
    "CA": _dollar("Canadian"),
    "NZ": _dollar("New Zealand"),
    "HK": _dollar("Hong Kong"),
    "S": _dollar("Singapore"),
    "NT": _dollar("Taiwan"),
    "R": Currency("Brazilian real", "Brazilian reais", "centavo", "centavos"),
}
CODES = {
    "USD": _dollar("U S"),
    "AUD": _dollar("Australian"),
    "CAD": _dollar("Canadian"),
    "NZD": _dollar("New Zealand"),
    "HKD": _dollar("Hong Kong"),
    "SGD": _dollar("Singapore"),
    "TWD": _dollar("Taiwan"),
    "EUR": SIGNS["€"],
    "GBP": SIGNS["£"],
    "JPY": SIGNS["¥"],
    "INR": Currency("Indian rupee", "Indian rupees", "paisa", "paise"),
    "RUB": SIGNS["₽"],
    "KRW": SIGNS["₩"],
    "TRY": SIGNS["₺"],
    "UAH": SIGNS["₴"],
    "ILS": SIGNS["₪"],
    "CNY": Currency("yuan", "yuan"),
    "RMB": Currency("yuan", "yuan"),
    "CHF": Currency("Swiss franc", "Swiss francs", "centime", "centimes"),
    "SEK": _crown("Swedish krona", "Swedish kronor"),
    "NOK": _crown("Norwegian krone", "Norwegian kroner", "øre"),
    "DKK": _crown("Danish krone", "Danish kroner", "øre"),
    "PLN": Currency("zloty", "zlotys", "grosz", "groszy"),
    "CZK": Currency("Czech crown", "Czech crowns"),
    "HUF": Currency("forint", "forints"),
    "MXN": Currency("Mexican peso", "Mexican pesos", "centavo", "centavos"),
    "BRL": PREFIXED["R"],
    "ZAR": Currency("rand", "rand", "cent", "cents"),
    "BTC": SIGNS["₿"],
}
