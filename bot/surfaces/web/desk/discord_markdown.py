"""Discord's markdown as its client draws it: what is formatting there is an element here, and everything else is text.

The rules are those of the client, in its order: the first that fits at a place is taken, an escape before all others.
"""

import re
from collections.abc import Callable
from html import escape

Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]


def html(text: str) -> str:
    """Return a message's text as HTML, line breaks kept as they are."""
    return _blocks(re.sub(r"\r\n?", "\n", text))


def _blocks(text: str, *, in_quote: bool = False) -> str:
    drawn, place = "", 0
    rules = _BLOCKS[1:] if in_quote else _BLOCKS
    while place < len(text):
        found = next(((match, draw) for rule, draw in rules if (match := rule.match(text, place))), None)
        if found:
            drawn += found[1](found[0])
            place = found[0].end()
        else:
            lines = _LINES.findall(text, place)[0]
            place += len(lines)
            drawn += f"<p>{_inline(lines if place == len(text) else lines.removesuffix(_BREAK))}</p>"
    return drawn


def _inline(text: str) -> str:
    drawn, place = "", 0
    while place < len(text):
        found = next(((match, draw) for rule, draw in _INLINE if (match := rule.match(text, place))), None)
        drawn += found[1](found[0]) if found else escape(text[place], quote=False)
        place = found[0].end() if found else place + 1
    return drawn


def _quote(match: re.Match[str]) -> str:
    inner = match[2] if match[2] is not None else re.sub(r"^ *> ?", "", match[0].removesuffix(_BREAK), flags=re.MULTILINE)
    return f"<blockquote>{_blocks(inner, in_quote=True)}</blockquote>"


def _within(tag: str, group: int = 1) -> Callable[[re.Match[str]], str]:
    return lambda match: f"<{tag}>{_inline(match[group])}</{tag}>"


def _verbatim(tag: str, group: int = 1) -> Callable[[re.Match[str]], str]:
    return lambda match: f"<{tag}>{escape(match[group], quote=False)}</{tag}>"


def _emphasis(match: re.Match[str]) -> str:
    return f"<em>{_inline(match[1] if match[1] is not None else match[2])}</em>"


_BREAK = "\n"
_STARTS = r" *(?:>>> |> |#{1,3} +\S|-# +\S|[*-] +\S|\d+\. +\S|```)"
_LINES = re.compile(rf"[^\n]*(?:\n(?!{_STARTS})[^\n]*)*\n?")
_BLOCKS: tuple[Rule, ...] = (
    (re.compile(r"( *>>> ([\s\S]*))|(?: *> [^\n]*(?:\n *> [^\n]*)*\n?)"), _quote),
    (re.compile(r" *#{1,3} +([^\n]+)\n?"), _within("h1")),
    (re.compile(r" *-# +([^\n]+)\n?"), _within("small")),
    (re.compile(r" *[*-] +([^\n]+)\n?"), lambda match: f'<li class="dot">{_inline(match[1])}</li>'),
    (re.compile(r" *(\d+)\. +([^\n]+)\n?"), lambda match: f"<li>{match[1]}. {_inline(match[2])}</li>"),
    (re.compile(r"```(?:[a-z0-9_+\-.#]+\n)?\n*([^\n][\s\S]*?)\n*```"), _verbatim("pre")),
)
_INLINE: tuple[Rule, ...] = (
    (re.compile(r"\\([^0-9A-Za-z\s])"), lambda match: escape(match[1], quote=False)),
    (re.compile(r"```([\s\S]+?)```"), _verbatim("pre")),
    (re.compile(r"<(https?://[^ >]+)>"), _verbatim("a")),
    (re.compile(r"https?://[^\s<]+[^<.,:;\"'\]\s]"), _verbatim("a", 0)),
    (re.compile(r"\[((?:\[[^\]]*\]|[^\[\]])+)\]\(\s*<?(https?://[^)>\s]+)>?(?:\s+\"[^\"]*\")?\s*\)"), _within("a")),
    (re.compile(r"<(?:@[!&]?\d+|#\d+|/[\w -]+:\d+|id:\w+)>"), _verbatim("mark", 0)),
    (re.compile(r"<a?:(\w+):\d+>"), lambda _: "<img>"),
    (re.compile(r"<t:-?\d+(?::[tTdDfFR])?>"), lambda _: "<time></time>"),
    (re.compile(r":[\w+~-]+:"), lambda match: f'<img alt="{escape(match[0])}">'),
    (re.compile(r"\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)"), _within("strong")),
    (re.compile(r"__((?:\\[\s\S]|[^\\])+?)__(?!_)"), _within("u")),
    (
        re.compile(
            r"\b_((?:__|\\[\s\S]|[^\\_])+?)_\b|\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)"
        ),
        _emphasis,
    ),
    (re.compile(r"~~([\s\S]+?)~~(?!_)"), _within("s")),
    (re.compile(r"\|\|([\s\S]+?)\|\|"), _within("details")),
    (re.compile(r"(`+)([\s\S]*?[^`])\1(?!`)"), _verbatim("code", 2)),
)
