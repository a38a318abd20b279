"""Changes to the text of a knowledge file that leave every other character alone: comments, order, quotes and line ends.

The text is compared with what it is to say, and changed where it says something else. The result is read again: it is
used only if it says what was meant.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path
from typing import Any

import yaml

from bot.curation.edit.text.notation import block, field, inline
from bot.errors import OutputError
from bot.knowledge import StrictYamlError, Value, parse_yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SECTIONS = ("entries", "unanswered")
_COMPACT = "synonyms"  # a line for each


def rewritten(file: Path, text: str, wanted: Value) -> str:
    """Return the text changed in place so that it says what is wanted, and nothing else is touched.

    Raises:
        OutputError: the file is written in a way that cannot be changed so; `file` names it.
    """
    try:
        made = _Rewriting(text).made(wanted)
        if parse_yaml(made).value == wanted:
            return made
    except (StrictYamlError, yaml.YAMLError, UnicodeEncodeError):
        pass
    raise OutputError(f"{file}: cannot be changed without touching more than was meant; write the change by hand")


@dataclass(frozen=True, slots=True)
class _Splice:
    """What stands between two places of the text becomes something else."""

    start: int
    end: int
    text: str


class _Rewriting:
    """Finds what is to be changed in a text, from its outermost mapping down."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._newline = "\r\n" if "\r\n" in text else "\n"
        self._shift = 1 if text.startswith("\ufeff") else 0  # a byte order mark is not counted

    def made(self, wanted: Value) -> str:
        """Return the text that says what is wanted."""
        root = yaml.compose(self._text, Loader=_Loader)
        return "".join(self._pieces(sorted(self._changes(root, wanted, ()), key=lambda splice: splice.start)))

    def _pieces(self, splices: Iterable[_Splice]) -> Iterator[str]:
        place = 0
        for splice in splices:
            yield self._text[place : splice.start]
            yield splice.text.replace("\n", self._newline)
            place = max(place, splice.end)
        yield self._text[place:]

    def _changes(self, node: Any, wanted: Value, path: tuple[str, ...], indent: int | None = None) -> Iterator[_Splice]:
        """Yield the changes that make a node say what is wanted; a value of several lines is written so far in, if at all."""
        if _value(node) == wanted:
            return
        if isinstance(node, yaml.MappingNode) and isinstance(wanted, dict) and _may_be_kept(node, wanted):
            yield from self._mapping(node, wanted, path)
        elif isinstance(node, yaml.SequenceNode) and isinstance(wanted, list) and _may_be_kept(node, wanted):
            yield from self._sequence(node, wanted, path)
        else:
            yield self._replaced(node, wanted, path, indent)

    def _replaced(self, node: Any, wanted: Value, path: tuple[str, ...], indent: int | None) -> _Splice:
        start, end = self._place(node.start_mark), self._end(node)
        if isinstance(wanted, str) or not wanted or indent is None:
            style = getattr(node, "style", None) if isinstance(node, yaml.ScalarNode) else None
            before = len(self._text[:start].rstrip())
            joined = start == end or (_is_block(node) and not wanted)  # an empty value stands right behind its colon
            written = inline(wanted, style, within_brackets=indent is None)
            return _Splice(before if joined else start, end, f" {written}" if joined else written)
        lines = block(wanted, indent, compact=path[:1] == (_COMPACT,)).removesuffix("\n")
        return _Splice(len(self._text[:start].rstrip(" ")), end, f"\n{lines}")

    def _mapping(self, node: Any, wanted: Mapping[str, Value], path: tuple[str, ...]) -> Iterator[_Splice]:
        values = {key.value: value for key, value in node.value}
        indent = None if node.flow_style else node.start_mark.column + 2
        for key, value in node.value:
            if key.value in wanted:
                yield from self._changes(value, wanted[key.value], (*path, key.value), indent)
            else:
                yield self._removed_field(key, value)
        behind = next(value for key, value in node.value if key.value in wanted)
        for name, value in wanted.items():
            if name in values:
                behind = values[name]
            elif node.flow_style:
                end = self._end(behind)
                yield _Splice(end, end, f", {field(name, value)}")
            else:
                lines = block({name: value}, node.start_mark.column, compact=_COMPACT in (*path, name))
                yield self._inserted(self._next_line(self._end(behind)), lines if path else f"\n{lines}")

    def _sequence(self, node: Any, wanted: Sequence[Value], path: tuple[str, ...]) -> Iterator[_Splice]:
        names = [_name(_value(item)) for item in node.value], [_name(item) for item in wanted]
        in_place = path not in [(section,) for section in _SECTIONS]
        for what, a, b, c, d in SequenceMatcher(None, *names, autojunk=False).get_opcodes():
            if what == "equal" or in_place:
                for row, item in zip_longest(range(a, b), wanted[c:d]):
                    if item is None:
                        yield self._removed_item(node, row)
                    elif row is None:
                        yield self._inserted_item(node, b, item, in_place)
                    else:
                        yield from self._changes(node.value[row], item, path)
            else:
                yield from (self._removed_item(node, row) for row in range(a, b))
                yield from (self._inserted_item(node, b, item, in_place) for item in wanted[c:d])

    def _inserted_item(self, node: Any, row: int, item: Value, close: bool) -> _Splice:
        """Put an item before another one, or behind the last; entries have a blank line between them."""
        if node.flow_style:
            start = self._end(node.value[row - 1]) if row else self._place(node.value[0].start_mark)
            written = inline(item, None, within_brackets=True)
            return _Splice(start, start, f", {written}" if row else f"{written}, ")
        lines = block([item], node.start_mark.column)
        if row:
            return self._inserted(self._next_line(self._end(node.value[row - 1])), lines if close else f"\n{lines}")
        return self._inserted(self._line(self._place(node.value[0].start_mark)), lines if close else f"{lines}\n")

    def _inserted(self, place: int, lines: str) -> _Splice:
        """Put lines at the start of a line, or behind a last one that has no end."""
        if place and not self._text.endswith("\n") and place == len(self._text):
            return _Splice(place, place, f"\n{lines.removesuffix(chr(10))}")
        return _Splice(place, place, lines)

    def _removed_field(self, key: Any, value: Any) -> _Splice:
        """Remove a field's lines; where it stands behind a dash, what comes next is drawn up to it."""
        start, end = self._place(key.start_mark), self._next_line(self._end(value))
        line = self._line(start)
        if not self._text[line:start].strip():
            return _Splice(line, end, "")
        return _Splice(start, end + len(self._text[end:]) - len(self._text[end:].lstrip()), "")

    def _removed_item(self, node: Any, row: int) -> _Splice:
        """Remove an item with the comment right above it, and the blank lines above that or, of the first, below it."""
        item = node.value[row]
        start = self._line(self._place(item.start_mark))
        end = self._next_line(self._end(item))
        least = self._next_line(self._end(node.value[row - 1])) if row else self._line_behind_key(node)
        while start > least and self._comments(self._line(start - 1), node.start_mark.column):
            start = self._line(start - 1)
        begun = start
        while start > least and not self._text[self._line(start - 1) : start].strip():
            start = self._line(start - 1)
        if start == begun:
            while end < len(self._text) and not self._text[end : self._next_line(end)].strip():
                end = self._next_line(end)
        return _Splice(start, end, "")

    def _line_behind_key(self, node: Any) -> int:
        """Return where the first line begins that may belong to a list's first item."""
        start = self._line(self._place(node.start_mark))
        while start and (not (line := self._text[self._line(start - 1) : start].strip()) or line.startswith("#")):
            start = self._line(start - 1)
        return start

    def _comments(self, line: int, column: int) -> bool:
        """Say whether a line is a comment that is no further in than a list's dashes."""
        written = self._text[line : self._next_line(line)]
        return written.lstrip().startswith("#") and len(written) - len(written.lstrip()) <= column

    def _place(self, mark: Any) -> int:
        return int(mark.index) + self._shift

    def _end(self, node: Any) -> int:
        """Return where a node's last character stands; a block ends with its last value."""
        while not isinstance(node, yaml.ScalarNode) and not node.flow_style and node.value:
            node = node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1]
        start = self._place(node.start_mark)
        return start + len(self._text[start : self._place(node.end_mark)].rstrip())

    def _line(self, place: int) -> int:
        return self._text.rfind("\n", 0, place) + 1

    def _next_line(self, place: int) -> int:
        return (self._text.find("\n", place) + 1) or len(self._text)


def _value(node: Any) -> Value:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _value(value) for key, value in node.value}
    return [_value(item) for item in node.value] if isinstance(node, yaml.SequenceNode) else str(node.value)


def _is_block(node: Any) -> bool:
    return not isinstance(node, yaml.ScalarNode) and not node.flow_style


def _may_be_kept(node: Any, wanted: Value) -> bool:
    """Say whether a list or mapping is changed within, and not written anew."""
    if not (node.value and wanted):
        return False
    if isinstance(node, yaml.SequenceNode):
        return not node.flow_style or [_name(_value(item)) for item in node.value] == [*map(_name, wanted)][: len(node.value)]
    kept = [key.value in wanted for key, _ in node.value]
    return any(kept) and (not node.flow_style or all(kept))


def _name(item: Value) -> str:
    """Return what an item of a list is told from others by."""
    return repr(item.get("id", item)) if isinstance(item, dict) else repr(item)
