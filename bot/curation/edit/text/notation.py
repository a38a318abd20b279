"""How values are written into a knowledge file: what a line can hold as it is, the rest in quotes."""

from collections.abc import Mapping
from typing import Any

import yaml

from bot.knowledge import Value

_BREAKS = frozenset("\n\r\t\x85\u2028\u2029")  # a text with one of them is written with escapes, on one line
_QUOTES = ("'", '"')
_WORDS_OF_YAML = {"draft": {"true": True, "false": False}}  # read as text, and typed without quotes


class _Indented(yaml.SafeDumper):
    """Writes lists indented below their key, as knowledge files have them, and each text on one line."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002  # PyYAML's own name
        """Indent always."""
        super().increase_indent(flow, indentless=False)

    def represent_scalar(self, tag: str, value: Any, style: str | None = None) -> yaml.ScalarNode:
        """Write a text of several lines with escapes."""
        return super().represent_scalar(tag, value, style if _BREAKS.isdisjoint(str(value)) else '"')


def block(value: Value, indent: int, compact: bool = False) -> str:
    """Return a list or mapping as lines that are indented so; where it is compact, what holds only texts is in brackets."""
    margin = " " * indent
    return "".join(f"{margin}{line}\n" for line in _dump(value, None if compact else False).split("\n")[:-1])


def inline(value: Value, style: str | None, within_brackets: bool) -> str:
    """Return a value on one line.

    Args:
        value: what is to be written.
        style: the quotes that a text had there before, which it keeps.
        within_brackets: whether commas and brackets end a text there.
    """
    if isinstance(value, str) and style in _QUOTES:
        return _dump(value, None, style).removesuffix("\n")
    if within_brackets or not isinstance(value, str):
        return _dump([value], True)[1:-2]
    return _dump([value], False)[2:-1]


def field(name: str, value: Value) -> str:
    """Return a field of a mapping in brackets."""
    return _dump({name: value}, True)[1:-2]


def _dump(value: Value, flow: bool | None, quotes: str | None = None) -> str:
    return yaml.dump(
        _typed(value),
        Dumper=_Indented,
        allow_unicode=True,
        sort_keys=False,
        width=float("inf"),
        default_flow_style=flow,
        default_style=quotes,
    )


def _typed(value: Value) -> Any:
    """Return a value with the words of YAML's own as such."""
    if isinstance(value, Mapping):
        return {key: _WORDS_OF_YAML.get(key, {}).get(str(item), _typed(item)) for key, item in value.items()}
    return [_typed(item) for item in value] if isinstance(value, list) else value
