"""Exports: of the published shapes, and saying what the knowledge says."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from bot.curation import FORMATS
from bot.knowledge import Knowledge, load
from tests import ferry
from tests.command_line import onrecord
from tests.ferry import DATA
from tests.loopback.process import REPO

TEXT = {"type": "string", "minLength": 1}
SCHEMA_ORG = {
    "NewsArticle": {"@id", "headline", "inLanguage", "dateline", "url", "publisher", "identifier"},
    "FAQPage": {"@id", "inLanguage", "about", "mainEntity"},
    "Question": {"@id", "name", "alternateName", "answerCount", "acceptedAnswer", "comment"},
    "Answer": {"text", "citation"},
    "Comment": {"text", "citation"},
    "Quotation": {"text", "isPartOf"},
    "Organization": {"name"},
    "PropertyValue": {"propertyID", "value"},
}
"""The properties used of each schema.org type; all of them are the type's own or inherited (CreativeWork, Thing)."""

ANNOTATION: dict[str, Any] = {
    "type": "object",
    "required": ["@context", "id", "type", "target"],
    "additionalProperties": False,
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": {"type": "string", "format": "uri", "pattern": "^(https?|urn):"},
        "type": {"const": "Annotation"},
        "motivation": {"type": "array", "items": {"enum": ["questioning", "describing"]}},
        "body": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "value"],
                "additionalProperties": False,
                "properties": {
                    "type": {"const": "TextualBody"}, "value": TEXT, "format": {"const": "text/plain"},
                    "language": {"pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$"}, "purpose": {"enum": ["questioning", "describing"]},
                },
            },
        },
        "target": {
            "type": "object",
            "required": ["source", "selector"],
            "additionalProperties": False,
            "properties": {
                "type": {"const": "SpecificResource"}, "source": {"type": "string", "pattern": "^(https?|urn):"},
                "selector": {
                    "type": "array",
                    "items": {
                        "oneOf": [
                            {
                                "required": ["type", "exact"], "additionalProperties": False,
                                "properties": {
                                    "type": {"const": "TextQuoteSelector"}, "exact": TEXT,
                                    "prefix": {"type": "string"}, "suffix": {"type": "string"},
                                },
                            },
                            {
                                "required": ["type", "start", "end"], "additionalProperties": False,
                                "properties": {
                                    "type": {"const": "TextPositionSelector"}, "start": {"type": "integer", "minimum": 0},
                                    "end": {"type": "integer", "minimum": 0},
                                },
                            },
                        ]
                    },
                },
            },
        },
    },
}  # fmt: skip
"""What the Web Annotation Data Model (W3C Recommendation, 23 February 2017; 3.1, 3.2.4, 4, 4.2.4, 4.2.5) asks for."""

COLLECTION: dict[str, Any] = {
    "type": "object",
    "required": ["@context", "id", "type", "total", "first"],
    "additionalProperties": False,
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"}, "id": TEXT, "type": {"const": "AnnotationCollection"},
        "total": {"type": "integer", "minimum": 0},
        "first": {
            "type": "object",
            "required": ["id", "type", "partOf", "items"],
            "additionalProperties": False,
            "properties": {
                "id": TEXT, "type": {"const": "AnnotationPage"}, "partOf": TEXT, "startIndex": {"const": 0},
                "items": {"type": "array", "items": ANNOTATION},
            },
        },
    },
}  # fmt: skip
"""The same Recommendation, 5.1 and 5.2."""


@pytest.fixture(scope="module", params=["ferry", "shipped"])
def library(request: pytest.FixtureRequest) -> tuple[Knowledge, ...]:
    return load(DATA / "ferry.yaml" if request.param == "ferry" else REPO / "knowledge")


def test_jsonld_uses_schema_orgs_types_with_their_own_properties(library: tuple[Knowledge, ...]) -> None:
    told = json.loads(FORMATS["jsonld"](library))
    assert told["@context"] == "https://schema.org"
    nodes = list(_nodes(told["@graph"]))
    assert {node["@type"] for node in nodes} <= SCHEMA_ORG.keys()
    for node in nodes:
        assert node.keys() - {"@type"} <= SCHEMA_ORG[node["@type"]]


def _nodes(value: Any) -> Any:
    """Yield every typed node within a value."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item)


def test_jsonld_says_what_the_entries_say(library: tuple[Knowledge, ...]) -> None:
    article, page = json.loads(FORMATS["jsonld"](library))["@graph"]
    assert page["about"] == {"@id": article["@id"]}
    for entry, question in zip(library[0].entries, page["mainEntity"], strict=True):
        said = question["acceptedAnswer" if entry.answered else "comment"]
        assert (question["name"], said["text"]) == (entry.question, entry.answer or entry.note)
        assert [quote["text"] for quote in said.get("citation", [])] == [passage.quote for passage in entry.passages]


def test_annotations_are_of_the_shape_that_the_w3c_published(library: tuple[Knowledge, ...]) -> None:
    told = json.loads(FORMATS["annotations"](library))
    jsonschema.Draft202012Validator(COLLECTION).validate(told)
    items = told["first"]["items"]
    assert len({item["id"] for item in items}) == len(items) == told["total"]


def test_both_selectors_of_an_annotation_select_the_same_text(library: tuple[Knowledge, ...]) -> None:
    text = library[0].article.text
    for item in json.loads(FORMATS["annotations"](library))["first"]["items"]:
        quote, position = item["target"]["selector"]
        start, end = position["start"], position["end"]
        assert text[start:end] == quote["exact"]
        assert text[:start].endswith(quote["prefix"])
        assert text[end:].startswith(quote["suffix"])


def test_json_lines_have_the_same_keys_and_a_line_an_entry(library: tuple[Knowledge, ...]) -> None:
    rows = [json.loads(line) for line in FORMATS["jsonl"](library).splitlines()]
    assert [row["id"] for row in rows] == [entry.id for entry in library[0].entries]
    assert len({tuple(row) for row in rows}) == 1
    assert all((row["answer"] is None) != (row["note"] is None) for row in rows)


def test_export_writes_to_standard_output_or_to_a_file(home: Path, tmp_path: Path) -> None:
    printed = onrecord(home, "export", "--format", "jsonl", str(DATA / "ferry.yaml"))
    assert len(printed.stdout.splitlines()) == 8
    written = onrecord(home, "export", "--format", "jsonl", "--output", str(tmp_path / "out.jsonl"), str(DATA / "ferry.yaml"))
    assert (written.returncode, written.stdout) == (0, "")
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == printed.stdout
    assert onrecord(home, "export", "--format", "jsonl", "--output", str(tmp_path / "no" / "x"), str(DATA)).returncode == 2


def test_a_file_of_drafts_alone_and_a_bare_article_are_told_to_hold_nothing(tmp_path: Path, home: Path) -> None:
    path = ferry.write(tmp_path, ferry.KNOWLEDGE.replace("    topic:", "    draft: true\n    topic:"))
    done = onrecord(home, "export", "--format", "jsonl", str(path))
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"{path}: there is nothing to export: every entry is a draft\n"
    bare = tmp_path / "bare.txt"
    bare.write_text("Nobody has asked about this.\n", encoding="utf-8")
    assert "nobody has curated it" in onrecord(home, "export", "--format", "jsonl", str(bare)).stderr
