"""The house by its imports: rooms import what they may, by each other's doors, and no modules import each other in a circle."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import bot

HOUSE = Path(bot.__file__).parent

MAY_IMPORT: dict[str, set[str]] = {
    "bot": set(),  # the version
    "errors": set(),
    "files": {"errors"},
    "cache": {"files"},
    "settings": {"errors", "files"},
    "language": set(),
    "knowledge": {"errors", "files", "language"},
    "matching": {"errors", "files", "cache", "language"},
    "answering": {"errors", "files", "cache", "language", "knowledge", "matching"},
    "journal": {"errors"},
    "curation": {"bot", "errors", "files", "cache", "language", "knowledge", "matching", "answering", "journal"},
    "surfaces": {
        "bot", "errors", "files", "settings", "language", "knowledge", "matching", "answering", "journal", "curation",
    },
    "cli": {
        "bot", "errors", "files", "settings", "language", "knowledge", "matching", "answering", "journal", "curation", "surfaces",
    },
    "__main__": {"cli"},
}  # fmt: skip
"""Each room, or module beside the rooms, with those it may import. Nothing is imported by what stands further up."""

WITHOUT_DOOR = {"language"}  # small tables and functions, each imported where it is used
FRONT_DOORS = {
    "bot.surfaces.json",
    "bot.surfaces.terminal",
    "bot.surfaces.discord.process.app",
    "bot.surfaces.discord.process.signals",
    "bot.surfaces.web",
}
"""Surfaces are entered one by one: each loads a library of its own, which the others should not wait for."""


@dataclass(frozen=True, order=True)
class Arrow:
    """One module importing another, under TYPE_CHECKING and within functions too."""

    importer: str
    imported: str

    def __str__(self) -> str:
        return f"{self.importer} imports {self.imported}"

    @property
    def rooms(self) -> tuple[str, str]:
        return room(self.importer), room(self.imported)


def room(module: str) -> str:
    return module.removeprefix("bot.").partition(".")[0]


def name_of(path: Path) -> str:
    parts = path.relative_to(HOUSE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {name_of(path): path for path in sorted(HOUSE.rglob("*.py"))}


def imports(path: Path) -> Iterator[str]:
    """Yield the names of the modules of ours that a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: a relative import"
            yield from (imported_from(str(node.module), alias.name) for alias in node.names)


def imported_from(package: str, name: str) -> str:
    """Return the module that `from package import name` imports: what a door passes on is the door's, be it called like a module."""
    module = f"{package}.{name}"
    return module if module in MODULES and name not in passed_on(package) else package


@cache
def passed_on(package: str) -> set[str]:
    """Return the names that a door passes on."""
    imported = (node for node in ast.parse(MODULES[package].read_text(encoding="utf-8")).body if isinstance(node, ast.ImportFrom))
    return {alias.asname or alias.name for node in imported for alias in node.names}


ARROWS = sorted({Arrow(name, found) for name, path in MODULES.items() for found in imports(path) if found in MODULES})


def inside(arrow: Arrow) -> bool:
    return arrow.rooms[0] == arrow.rooms[1]


def by_a_door(arrow: Arrow) -> bool:
    """Return whether an import across rooms goes to a package, or to a module that is a room of its own."""
    is_package = MODULES[arrow.imported].name == "__init__.py"
    is_whole_room = arrow.imported.count(".") < 2
    return is_package or is_whole_room or arrow.rooms[1] in WITHOUT_DOOR or arrow.imported in FRONT_DOORS


def test_every_module_has_its_room_in_the_table() -> None:
    assert {room(name) for name in MODULES} == MAY_IMPORT.keys()


def test_rooms_import_only_the_rooms_that_they_may() -> None:
    wrong = [str(arrow) for arrow in ARROWS if not inside(arrow) and arrow.rooms[1] not in MAY_IMPORT[arrow.rooms[0]]]
    assert not wrong, "\n".join(wrong)


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph: dict[str, set[str]] = defaultdict(set)
    for arrow in ARROWS:
        graph[arrow.importer].add(arrow.imported)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle = " imports ".join(reversed(error.args[1]))
        raise AssertionError(circle) from None


def test_rooms_are_entered_by_their_doors() -> None:
    wrong = [f"{arrow}, past the door of its room" for arrow in ARROWS if not inside(arrow) and not by_a_door(arrow)]
    assert not wrong, "\n".join(wrong)


def test_no_test_module_imports_another() -> None:
    tests = Path(__file__).parent
    found = {
        path.relative_to(tests.parent).as_posix(): [other for other in imports(path) if ".test_" in other]
        for path in sorted(tests.rglob("test_*.py"))
    }
    wrong = [f"{path} imports {others[0]}" for path, others in found.items() if others]
    assert not wrong, "\n".join(wrong)
