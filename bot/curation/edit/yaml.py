"""Small changes to a knowledge file that leave every other character alone: comments, order, quotes and line ends stay.

Each change is made to the text at its place, and the result is read again: it is used only if it says what was meant.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.errors import OutputError
from bot.knowledge import KeyPath, QuoteFields, StrictYamlError, Value, parse_yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BY_HAND = "write the change by hand"


class _Indented(yaml.SafeDumper):
    """Writes lists indented below their key, as knowledge files have them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002  # PyYAML's own name
        """Indent always."""
        super().increase_indent(flow, indentless=False)


@dataclass(frozen=True, slots=True)
class Change:
    """The value at a path becomes another one."""

    path: KeyPath
    value: Value


def changed(file: Path, text: str, changes: Iterable[Change]) -> str:
    """Return the text with values changed in place; each path must be there.

    Raises:
        OutputError: the file is written in a way that cannot be changed so; `file` names it.
    """
    changes = tuple(changes)
    root, made = _root(text), text
    for start, end, written in sorted(((*_span(root, text, c.path), _flow(c.value)) for c in changes), reverse=True):
        made = made[:start] + written + made[end:]
    wanted = parse_yaml(text).value
    for change in changes:
        _set(wanted, change.path, change.value)
    return _proven(file, made, wanted)


def quoted(fields: QuoteFields) -> Value:
    """Return a passage as it is written: the bare quote where that is enough."""
    given = {name: value for name, value in fields.model_dump().items() if value}
    return fields.quote if len(given) == 1 else given


def appended(file: Path, text: str, section: str, entry: Mapping[str, Any]) -> str:
    """Return the text with an entry added at the end of a section (entries or unanswered).

    Raises:
        OutputError: the section is not written as a list with a dash a line.
    """
    node = {key.value: value for key, value in _root(text).value}.get(section)
    newline = "\r\n" if "\r\n" in text else "\n"
    if node is None:
        made = text.rstrip() + _lines(f"\n\n{section}:\n{_block(entry, 2)}", newline)
    elif not node.value:
        start, end = _ends(node, text)
        made = text[:start].rstrip(" ") + _lines(f"\n{_block(entry, 2).rstrip()}", newline) + text[end:]
    elif node.flow_style:
        raise OutputError(f"{file}: {section} is written in brackets; write it as a list with a dash a line, or {_BY_HAND}")
    else:
        made = _after(text, node, _block(entry, node.value[-1].start_mark.column - 2), newline)
    wanted = parse_yaml(text).value
    if isinstance(wanted, dict):
        found = wanted.get(section)
        wanted[section] = [*(found if isinstance(found, list) else []), dict(entry)]
    return _proven(file, made, wanted)


def _root(text: str) -> Any:
    return yaml.compose(text, Loader=_Loader)


def _after(text: str, section: Any, block: str, newline: str) -> str:
    """Put a block on the lines after the last scalar of a section, a blank line between."""
    _, end = _ends(_last(section), text)
    line_end = text.find("\n", end)
    head, tail = (text, "") if line_end < 0 else (text[:line_end], text[line_end + 1 :])
    return head.rstrip("\r") + _lines(f"\n\n{block}", newline) + tail


def _last(node: Any) -> Any:
    while not isinstance(node, yaml.ScalarNode) and node.value:
        node = node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1]
    return node


def _block(entry: Mapping[str, Any], indent: int) -> str:
    dumped = yaml.dump([dict(entry)], Dumper=_Indented, allow_unicode=True, sort_keys=False, width=float("inf"))
    margin = " " * indent
    return "".join(f"{margin}{line}\n" for line in dumped.splitlines())


def _lines(text: str, newline: str) -> str:
    return text.replace("\n", newline)


def _span(root: Any, text: str, path: KeyPath) -> tuple[int, int]:
    node = root
    for step in path:
        node = node.value[step] if isinstance(step, int) else next(value for key, value in node.value if key.value == step)
    return _ends(node, text)


def _ends(node: Any, text: str) -> tuple[int, int]:
    """Return where a node's text starts and ends; a block's end is given after its line end, and taken back."""
    shift = 1 if text.startswith("\ufeff") else 0  # a byte order mark is not counted
    start, end = node.start_mark.index + shift, node.end_mark.index + shift
    return start, start + len(text[start:end].rstrip())


def _flow(value: Value) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    return json.dumps(value, ensure_ascii=False)


def _set(value: Any, path: KeyPath, new: Value) -> None:
    for step in path[:-1]:
        value = value[step]
    value[path[-1]] = new


def _proven(file: Path, made: str, wanted: Value) -> str:
    try:
        if parse_yaml(made).value == wanted:
            return made
    except StrictYamlError:
        pass
    raise OutputError(f"{file}: cannot be changed without touching more than was meant; {_BY_HAND}")
