"""The published JSON Schema: the same as the code, with descriptions for people who type."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from bot.errors import KnowledgeError
from bot.knowledge import SCHEMA_FILE, StrictYamlError, json_schema, parse_yaml, read_manuscript
from tests.ferry import KNOWLEDGE as FERRY
from tests.ferry import SEEDS
from tests.ferry import write as write_ferry
from tests.knowledge_files import FAULTS, KNOWLEDGE, write
from tests.loopback.process import REPO

SCHEMA: dict[str, Any] = json.loads(json_schema())
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)


def test_the_published_schema_is_the_one_the_code_makes() -> None:
    published = (REPO / "knowledge" / SCHEMA_FILE).read_text(encoding="utf-8")
    assert published == json_schema(), f"write it anew: python -m bot schema > knowledge/{SCHEMA_FILE}"


def test_the_schema_is_a_sound_draft_7_schema() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"]


def test_every_field_has_a_description_that_shows_while_typing() -> None:
    for model in (SCHEMA, *SCHEMA["definitions"].values()):
        assert model["description"]
        assert all(field.get("description") for field in model["properties"].values()), model["title"]


def test_the_shipped_file_names_the_schema_and_fits_it_as_an_editor_reads_it() -> None:
    text = (REPO / "knowledge" / "xi-putin-summit.yaml").read_text(encoding="utf-8")
    assert text.startswith(f"# yaml-language-server: $schema=./{SCHEMA_FILE}\n")
    VALIDATOR.validate(yaml.safe_load(text))


def _form_faults(path: Path) -> list[str]:
    try:
        read_manuscript(path)
    except KnowledgeError as error:
        return [fault.what for fault in error.faults if fault.rule == "schema"]
    return []


BRIDGES = {name: KNOWLEDGE.replace(*fault[:2]) for name, fault in FAULTS.items()}
FERRIES = {name: FERRY.replace(seed.old, seed.new) for name, seed in SEEDS.items() if not seed.article}


@pytest.mark.parametrize("text", [*BRIDGES.values(), *FERRIES.values()], ids=[*BRIDGES, *FERRIES])
def test_the_schema_refuses_what_the_code_refuses_and_nothing_else(tmp_path: Path, text: str) -> None:
    write_ferry(tmp_path)
    path = write(tmp_path, text)
    try:
        value = parse_yaml(path.read_text(encoding="utf-8")).value
    except StrictYamlError:
        return  # not of the strict form: no schema is asked
    assert bool(list(VALIDATOR.iter_errors(value))) == bool(_form_faults(path))
