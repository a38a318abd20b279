"""How the files of a pack are written: lines under headings, of which some are pairs, lists or patterns."""

import re
from collections.abc import Iterator, Mapping

_HEADING = re.compile(r"\[([a-z ]+)\]")
Sections = Mapping[str, list[str]]
"""The lines under each heading."""


def read_sections(text: str) -> dict[str, list[str]]:
    """Return the lines under each heading; empty lines and those that begin with # are for readers."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in text.splitlines():
        heading = _HEADING.fullmatch(line)
        if heading:
            lines = found.setdefault(heading[1], [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return found


def _split(lines: list[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        name, _, rest = line.partition(":")
        yield name, rest.strip()


def pairs(sections: Sections, name: str) -> dict[str, str]:
    """Return the pairs of a section whose lines are "word: meaning"."""
    return dict(_split(sections.get(name, [])))


def lists(sections: Sections, name: str) -> dict[str, tuple[str, ...]]:
    """Return the lists of a section whose lines are "word: other, other"."""
    return {word: tuple(other.strip() for other in rest.split(",")) for word, rest in _split(sections.get(name, []))}


def patterns(sections: Sections, name: str) -> dict[str, str]:
    """Return the patterns of a section, their named parts written out."""
    parts = pairs(sections, "parts")
    return {key: filled(pattern, parts) for key, pattern in pairs(sections, name).items()}


def filled(pattern: str, parts: Mapping[str, str]) -> str:
    """Return a pattern with its named parts written out."""
    for name, part in parts.items():
        pattern = pattern.replace(f"{{{name}}}", part)
    return pattern
