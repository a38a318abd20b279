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
    "files": set(),
    "settings": {"errors"},
    "language": set(),
    "knowledge": {"errors", "files", "language"},
    "matching": {"errors", "files", "language"},
    "answering": {"errors", "files", "language", "knowledge", "matching"},
    "curation": {"bot", "errors", "files", "language", "knowledge", "matching", "answering"},
    "surfaces": {"bot", "errors", "files", "settings", "language", "knowledge", "matching", "answering"},
    "cli": {"bot", "errors", "files", "settings", "language", "knowledge", "matching", "answering", "curation", "surfaces"},
    "__main__": {"cli"},
}
"""Each room, or module beside the rooms, with those it may import. Nothing is imported by what stands further up."""

WITHOUT_DOOR = {"language"}  # small tables and functions, each imported where it is used
FRONT_DOORS = {"bot.surfaces.json", "bot.surfaces.terminal", "bot.surfaces.discord.app"}
"""Surfaces are entered one by one: each loads a library of its own, which the others should not wait for."""

NOT_YET: dict[str, set[str]] = {
    "bot.answering.articles.routing": {"bot.matching.passages.bm25"},
    "bot.answering.nearness": {"bot.matching.passages.finder"},
    "bot.cli.ask": {"bot.surfaces.terminal.chat", "bot.surfaces.terminal.show"},
    "bot.cli.curate": {
        "bot.curation.atomic",
        "bot.curation.check.report",
        "bot.curation.check.run",
        "bot.curation.draft.draft_file",
        "bot.curation.draft.drafting",
        "bot.curation.edit.add",
        "bot.curation.edit.update",
        "bot.curation.evaluate.evaluation",
        "bot.curation.evaluate.labelled",
        "bot.curation.evaluate.page",
        "bot.curation.evaluate.tables",
        "bot.curation.export",
        "bot.curation.output",
        "bot.knowledge.bare",
        "bot.knowledge.figures",
        "bot.knowledge.json_schema",
    },
    "bot.curation.check.collisions": {"bot.knowledge.validate"},
    "bot.curation.check.coverage": {"bot.knowledge.manuscript", "bot.knowledge.validate"},
    "bot.curation.check.regression": {"bot.answering.article_answerer", "bot.knowledge.validate"},
    "bot.curation.check.report": {"bot.knowledge.manuscript"},
    "bot.curation.check.run": {"bot.knowledge.load", "bot.knowledge.manuscript"},
    "bot.curation.check.support": {"bot.knowledge.manuscript", "bot.knowledge.quotes", "bot.matching.guards"},
    "bot.curation.check.wording": {"bot.knowledge.bare", "bot.knowledge.manuscript", "bot.knowledge.validate"},
    "bot.curation.check.workbench": {"bot.answering.article_answerer", "bot.knowledge.manuscript", "bot.matching.leave_out"},
    "bot.curation.draft.drafting": {"bot.knowledge.schema"},
    "bot.curation.edit.add": {"bot.knowledge.load", "bot.knowledge.manuscript"},
    "bot.curation.edit.pinned": {"bot.knowledge.article", "bot.knowledge.files", "bot.knowledge.manuscript"},
    "bot.curation.edit.revision": {
        "bot.knowledge.article",
        "bot.knowledge.manuscript",
        "bot.knowledge.quotes",
        "bot.knowledge.schema",
        "bot.knowledge.strict_yaml",
        "bot.knowledge.validate",
    },
    "bot.curation.edit.update": {
        "bot.knowledge.article",
        "bot.knowledge.files",
        "bot.knowledge.load",
        "bot.knowledge.manuscript",
    },
    "bot.curation.edit.yaml_edit": {"bot.knowledge.schema", "bot.knowledge.strict_yaml"},
    "bot.curation.evaluate.evaluation": {"bot.knowledge.figures"},
    "bot.curation.export": {"bot.knowledge.article"},
    "bot.curation.output": {"bot.knowledge.manuscript", "bot.knowledge.quotes"},
    "bot.surfaces.discord.pages.browse": {"bot.knowledge.figures"},
}
"""Ways past a door that are still taken, by the module that takes them: to be taken out one after another, never added to."""


TESTS_NOT_YET = {
    "tests/curation/check/test_check.py",
    "tests/curation/check/test_report.py",
    "tests/curation/edit/test_add.py",
    "tests/curation/edit/test_update.py",
    "tests/curation/test_bad_input.py",
    "tests/curation/test_export.py",
    "tests/knowledge/test_json_schema.py",
    "tests/matching/test_leave_one_out.py",
}
"""Test modules that still import another; to be taken out one after another, never added to."""


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
    past = {str(arrow) for arrow in ARROWS if not inside(arrow) and not by_a_door(arrow)}
    not_yet = {str(Arrow(importer, imported)) for importer, others in NOT_YET.items() for imported in others}
    wrong = [f"{arrow}, past the door of its room" for arrow in sorted(past - not_yet)]
    assert not wrong, "\n".join(wrong)
    assert not not_yet - past, f"no longer so, take it out of NOT_YET: {sorted(not_yet - past)}"


def test_no_test_module_imports_another() -> None:
    tests = Path(__file__).parent
    found = {
        path.relative_to(tests.parent).as_posix(): [other for other in imports(path) if ".test_" in other]
        for path in sorted(tests.rglob("test_*.py"))
    }
    wrong = [f"{path} imports {others[0]}" for path, others in found.items() if others and path not in TESTS_NOT_YET]
    assert not wrong, "\n".join(wrong)
    assert not [path for path in TESTS_NOT_YET if not found.get(path)], "no longer so, take it out of TESTS_NOT_YET"
