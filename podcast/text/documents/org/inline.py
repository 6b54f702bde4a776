r"""Org's markup within a line or a paragraph, as HTML.

    OrgInline({}).html("The /old/ mill, see [[https://example.org][here]] [fn:1].")
    # 'The <em>old</em> mill, see <a href="https://example.org">here</a><a role="doc-noteref">[fn:1]</a>.'

First what is no text of its own is put aside, and signs stand for it: then emphasis is looked for in what is left,
where an address can't be taken for it. Every pattern has a bound, so that a lone sign costs nothing.
"""

import re
from collections.abc import Callable, Mapping
from html import escape
from html.entities import html5
from pathlib import PurePosixPath
from urllib.parse import unquote

_BEFORE = r"(?:(?<=[\s\-–—({'\"“‘\[])|(?<![\s\S]))"
_AFTER = r"(?=[\s\-–—.,;:!?'\")}\[\]\\…”’\x00]|\Z)"
_VERBATIM = re.compile(
    rf"{_BEFORE}(?:=(?=\S)((?:[^=]|=(?!{_AFTER})|(?<=\s)=(?={_AFTER})){{1,200}})(?<=\S)="
    rf"|~(?=\S)((?:[^~]|~(?!{_AFTER})|(?<=\s)~(?={_AFTER})){{1,200}})(?<=\S)~){_AFTER}"
)
_EMPHASIS = re.compile(
    rf"{_BEFORE}(?:\*(?=\S)(?P<strong>[^*]{{1,1500}})(?<=\S)\*|/(?=\S)(?P<em>[^/]{{1,1500}})(?<=\S)/"
    rf"|_(?=\S)(?P<u>[^_]{{1,1500}})(?<=\S)_|\+(?=\S)(?P<del>[^+]{{1,1500}})(?<=\S)\+){_AFTER}"
)
_LINK = re.compile(r"\[\[([^\[\]]{1,2000})\](?:\[((?:[^\[\]]|\[[^\[\]]{0,200}\]|\](?!\])){1,1000})\])?\]")
_ANGLE = re.compile(r"<((?:https?|mailto|ftp|doi):[^<>\s]{1,1000})>")
_NOTE = re.compile(
    r"(?:(?<![ \t])[ \t]*\n[ \t]*|(?<![ \t])[ \t]+)?\[fn:[\w-]{0,60}(?::(?:[^\[\]]|\[[^\[\]]{0,300}\]"
    r"|\[\[[^\[\]]{0,300}\](?:\[[^\[\]]{0,300}\])?\]){0,3000})?\]"
)
_CITED = re.compile(r"(?:(?<![ \t])[ \t]+)?\[cite(?:/[\w/-]{1,30})?:[^\[\]]{1,500}\]|\[@[\w:.-]{1,80}\]")
_MATH = re.compile(
    r"\\\((?:(?!\\[()]).){1,1000}\\\)|\\\[(?:(?!\\[\[\]]).){1,2000}\\\]|\$\$[^$]{1,2000}\$\$"
    r"|(?<![\w$\\])\$(?=[^\s$])(?![^$\n]{0,500}?\s[A-Za-z]{3,}\s)[^$\n]{1,300}(?<![\s.,;])\$(?!\w)",
    re.DOTALL,
)
_SNIPPET = re.compile(r"@@[\w-]{1,20}:(?:(?!@@).){0,500}@@|<<[^<>\n]{1,100}>>(?!>)", re.DOTALL)
_RADIO = re.compile(r"<<<([^<>\n]{1,100})>>>")
_CALL = re.compile(
    r"\b(?:src_[\w-]{1,30}(?:\[[^\]\n]{0,200}\])?\{[^{}\n]{0,500}\}"
    r"|call_[\w-]{1,60}(?:\[[^\]\n]{0,99}\])?\([^()\n]{0,300}\))"
)
_MACRO = re.compile(r"\{\{\{([a-zA-Z][\w-]{0,60})(?:\(((?:(?!\}\}\}).){0,500}?)\))?\}\}\}", re.DOTALL)
_STAMP = re.compile(
    r"[<\[](\d{4}-\d\d-\d\d)(?: [^\W\d]{1,12}\.?)?(?: (\d{1,2}:\d\d)(?:-\d{1,2}:\d\d)?)?"
    r"(?: [.+]?[+-]\d{1,3}[hdwmy](?:/\d+[hdwmy])?){0,3}[>\]]"
)
_BREAK = re.compile(r"\\\\[ \t]*(?=\n|\Z)")
_COMMAND = re.compile(r"\\([A-Za-z]{2,30})(\{\}|(?:\[[^\[\]\n]{0,99}\])?\{([^{}\n]{0,500})\})?")
_TEXT_COMMANDS = frozenset(
    {"emph", "textbf", "textit", "texttt", "textsc", "underline", "text", "textrm", "uline", "mbox"}
)
_SIGNS = {
    "dots": "…",
    "ldots": "…",
    "to": "→",
    "slash": "/",
    "vert": "|",
    "under": "_",
    "star": "*",
    "EUR": "€",
    "S": "§",
}
_RAISED = re.compile(r"(?<=[^\s^])([\^_])\{([^{}\n]{1,200})\}|(?<=\w)(\^)(-?\d{1,6}|[a-z])(?!\w)")
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|avif|tiff?|bmp)\Z", re.IGNORECASE)
_ON_THE_WEB = ("https://", "http://", "mailto:")
_SET_ASIDE = re.compile("\x00(\\d+)\x00")


class OrgInline:
    def __init__(self, macros: Mapping[str, str]) -> None:
        self._macros = macros

    def html(self, text: str, *, may_link: bool = True) -> str:
        aside: list[str] = []

        def put(pattern: re.Pattern[str], made: Callable[[re.Match[str]], str], within: str) -> str:
            def replaced(match: re.Match[str]) -> str:
                aside.append(made(match))
                return f"\x00{len(aside) - 1}\x00"

            return pattern.sub(replaced, within)

        text = _MACRO.sub(self._expanded, text)
        text = put(_VERBATIM, lambda match: f"<code>{_text(match[1] or match[2])}</code>", text)
        text = put(_NOTE, _unsaid("doc-noteref"), text)
        text = put(_CITED, _unsaid("doc-noteref"), text)
        text = put(_LINK, lambda match: self._link(match, may_link=may_link), text)
        text = put(_ANGLE, lambda match: f'<a href="{escape(match[1])}">{_text(match[1])}</a>', text)
        text = put(_MATH, _unsaid("math"), text)
        text = put(_CALL, lambda match: f"<code hidden>{_text(match[0])}</code>", text)
        text = _RADIO.sub(r"\1", _SNIPPET.sub("", text)) if "@@" in text or "<<" in text else text
        text = _STAMP.sub(lambda match: " ".join(filter(None, match.groups())), text)
        text = put(_BREAK, lambda _: "<br>", text)
        text = put(_COMMAND, _command, text)
        text = put(_RAISED, _raised, text)
        text = text.replace("---", "—").replace("--", "–")
        return self._restored(_emphasised(_text(text)), aside)

    def _restored(self, text: str, aside: list[str]) -> str:
        """What was put aside may hold signs for what was put aside before it."""
        for _ in range(4):
            if "\x00" not in text:
                break
            text = _SET_ASIDE.sub(lambda match: aside[int(match[1])], text)
        return text

    def _expanded(self, match: re.Match[str]) -> str:
        made = self._macros.get(match[1].lower(), "")
        given = [one.strip() for one in (match[2] or "").split(",")]
        return re.sub(r"\$(\d)", lambda at: given[int(at[1]) - 1] if 0 < int(at[1]) <= len(given) else "", made)

    def _link(self, match: re.Match[str], *, may_link: bool) -> str:
        target, told = match[1].strip(), match[2]
        path = re.sub(r"\A(?:file|attachment|download)(?:\+\w+)?:|::.*\Z", "", target)
        if told is None and _PICTURE.search(path):
            return f'<img alt="" src="{escape(path)}">'
        if told is not None and _PICTURE.search(told) and " " not in told.strip():
            return f'<img alt="" src="{escape(re.sub(r"^(?:file|attachment):", "", told.strip()))}">'
        if told is not None:
            inner = self.html(told, may_link=False) if may_link else _text(told)
        else:
            inner = _text(_name_of(target, path))
        return f'<a href="{escape(target)}">{inner}</a>' if target.startswith(_ON_THE_WEB) else inner


def _name_of(target: str, path: str) -> str:
    """What a link without words of its own is called: an address as it is, a file and a heading by their names."""
    if target.startswith(_ON_THE_WEB):
        return target
    if re.match(r"id:|#", target):
        return ""
    if path != target or target.startswith(("./", "../", "/", "~")):
        return re.sub(r"[-_]", " ", PurePosixPath(unquote(path)).stem)
    return target.lstrip("*")


def _unsaid(role: str) -> Callable[[re.Match[str]], str]:
    name = "a" if role == "doc-noteref" else "span"
    return lambda match: f'<{name} role="{role}">{_text(match[0].strip())}</{name}>'


def _command(match: re.Match[str]) -> str:
    """An entity is its sign, and what LaTeX only dresses is text; all else is for LaTeX alone."""
    name, group, inner = match[1], match[2], match[3]
    if name in _TEXT_COMMANDS and inner:
        return _text(inner)
    sign = _SIGNS.get(name) or html5.get(f"{name};", "")
    if sign and group in (None, "{}"):
        return _text(sign)
    return f'<span role="math">{_text(match[0])}</span>'


def _raised(match: re.Match[str]) -> str:
    name = "sub" if match[1] == "_" else "sup"
    return f"<{name}>{_text(match[2] or match[4])}</{name}>"


def _emphasised(text: str) -> str:
    return _EMPHASIS.sub(
        lambda match: f"<{match.lastgroup}>{_emphasised(match[match.lastgroup or 0])}</{match.lastgroup}>", text
    )


def _text(text: str) -> str:
    return escape(text, quote=False)
