"""Strict YAML: mappings, lists and text, each with its place in the file; nothing is guessed.

Every scalar stays the text that was written (no, 2021-12-15 and 12:30 are no booleans, dates or numbers). Duplicate
keys, anchors, aliases, tags, directives, several documents and deep nesting are refused, because each of them has surprised
an editor before.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

_DEEPEST = 8
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_DIRECTIVE = re.compile("(?:\\A\ufeff?|[\n\r\x85\u2028\u2029])%")  # the parser needs quadratic time for many

KeyPath = tuple[str | int, ...]
"""Where a value stands in a document: the keys and places that lead to it."""
Value = str | list["Value"] | dict[str, "Value"]


class StrictYamlError(Exception):
    """A fault of form, at a line and column counted from 1."""

    def __init__(self, line: int, column: int, what: str, fix: str) -> None:
        super().__init__(what)
        self.line, self.column, self.what, self.fix = line, column, what, fix


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed file: its value, and the line and column (from 1) of every value by its path of keys and places."""

    value: Value
    places: Mapping[KeyPath, tuple[int, int]]

    def place(self, path: KeyPath) -> tuple[int, int]:
        """Return the line and column of a path, or of the nearest thing around it that is there."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, (1, 1))


def parse_yaml(text: str) -> Document:
    """Parse a text.

    Raises:
        StrictYamlError: the text is not YAML, or uses what is refused.
    """
    places: dict[KeyPath, tuple[int, int]] = {}
    if directive := _DIRECTIVE.search(text):
        line = text.count("\n", 0, directive.end()) + 1
        what = "a directive (%) is not allowed"
        raise StrictYamlError(line, 1, what, "remove it; a text that starts with % needs quotes and an indent")
    try:
        events = _document_events(text)
        value = _value(next(events), events, (), places)
        for _ in events:
            pass  # a second document raises
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        what = f"this is not YAML: {error.problem or error.context}"
        raise StrictYamlError(line, column, what, "look for a missing quote, bracket or indent here or just above") from None
    except UnicodeEncodeError as error:  # half a character, which was typed on a command line: no file holds one
        line = text.count("\n", 0, error.start) + 1
        raise StrictYamlError(line, 1, "this is not YAML: half a character stands here", "remove that character") from None
    except yaml.YAMLError as error:  # a character that YAML does not allow; it has no mark
        what = f"this is not YAML: {str(error).splitlines()[0]}"
        raise StrictYamlError(1, 1, what, "remove that character") from None
    return Document(value, places)


def _document_events(text: str) -> Iterator[yaml.Event]:
    """Yield the events of the one document's content."""
    documents = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise _fault(event, "a second document starts here", "keep one document in a file")
        elif isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent):
            yield event
    if not documents:
        raise StrictYamlError(1, 1, "the file is empty", "write at least schema, article and entries")


def _value(event: yaml.Event, events: Iterator[yaml.Event], path: KeyPath, places: dict[KeyPath, tuple[int, int]]) -> Value:
    _refuse(event, path)
    places[path] = _place(event)
    if isinstance(event, yaml.ScalarEvent):
        return str(event.value)
    if isinstance(event, yaml.SequenceStartEvent):
        return _list(events, path, places)
    return _mapping(events, path, places)


def _refuse(event: yaml.Event, path: KeyPath) -> None:
    if isinstance(event, yaml.AliasEvent):
        raise _fault(event, "an alias (*) is not allowed", "write the text out")
    if getattr(event, "anchor", None):
        raise _fault(event, "an anchor (&) is not allowed", "put quotes around a text that starts with &")
    if getattr(event, "tag", None):
        raise _fault(event, "a tag (!) is not allowed", "put quotes around a text that starts with !")
    if len(path) > _DEEPEST:
        raise _fault(event, f"this is nested more than {_DEEPEST} deep", "write it flat")


def _list(events: Iterator[yaml.Event], path: KeyPath, places: dict[KeyPath, tuple[int, int]]) -> Value:
    items: list[Value] = []
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            break
        items.append(_value(event, events, (*path, len(items)), places))
    return items


def _mapping(events: Iterator[yaml.Event], path: KeyPath, places: dict[KeyPath, tuple[int, int]]) -> Value:
    found: dict[str, Value] = {}
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            break
        _refuse(event, path)
        if not isinstance(event, yaml.ScalarEvent):
            raise _fault(event, "a key must be a word", "put quotes around a text with braces or brackets")
        if event.value in found:
            raise _fault(event, f"the key “{event.value}” is here twice", "keep one")
        key_place = _place(event)
        found[event.value] = _value(next(events), events, (*path, event.value), places)
        places[(*path, event.value)] = key_place
    return found


def _fault(event: yaml.Event, what: str, fix: str) -> StrictYamlError:
    return StrictYamlError(*_place(event), what, fix)


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
