"""Texts that Discord would take for formatting, one by one and in any mixture."""

from hypothesis import strategies as st

HOSTILE = {
    "a product": "2*3*4",
    "a name of a function": "__init__",
    "a spoiler": "||x||",
    "a masked link": "[bank](https://evil.example/x)",
    "a bare address": "see https://evil.example/a_b_c.",
    "an address in brackets": "<https://evil.example/x>",
    "a mention": "<@1>, <@!1>, <@&1>, <#1> and </x:1>",
    "a heading": "# x",
    "small print": "-# x",
    "a quote": "> x",
    "a quote to the end": ">>> x\ny",
    "a list": "- x\n* y",
    "a numbered list": "7. x\n9. y",
    "code": "`x` and ``y``",
    "a block of code": "```py\nx\n```",
    "a time": "<t:1:R>",
    "an emoji of a server": "<:a:1> and <a:b:2>",
    "an emoji by name": "fine :smile: 10:30:15",
    "backslashes": "C:\\*new*\\_x_ ¯\\_(ツ)_/¯",
    "struck out": "~~x~~",
    "a heading after a lone CR": "x\r# y",
    "a mark after blanks": "x\n  > y\n  # z",
}
_PIECES = (*HOSTILE.values(), *"\r\n\\*_~`|<>#[]():.-+ x1@&", "http://", "\u2002", "🐸")
anything = st.lists(st.sampled_from(_PIECES) | st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).map("".join)
