"""The JSON Schema of knowledge files, made from the models, for editors that check and complete while one types."""

import json
from typing import Any

from bot.knowledge.schema import KnowledgeFields

FILE = "knowledge.schema.json"
_DIALECT = "http://json-schema.org/draft-07/schema#"  # what yaml-language-server reads
_ID = "urn:onrecord:knowledge:1"


def json_schema() -> str:
    """Return the schema as the text of its published file."""
    made = KnowledgeFields.model_json_schema(ref_template="#/definitions/{model}")
    definitions = made.pop("$defs")
    told = {"$schema": _DIALECT, "$id": _ID, **made, "title": "Knowledge file of On Record", "definitions": definitions}
    return json.dumps(_as_typed(told), indent=2, ensure_ascii=False) + "\n"


def _as_typed(node: Any) -> Any:
    """Let 1, true and false be written without quotes, as editors type them: the loader reads every scalar as text."""
    if isinstance(node, list):
        return [_as_typed(item) for item in node]
    if not isinstance(node, dict):
        return node
    found = {key: _as_typed(value) for key, value in node.items()}
    words = [found["const"]] if "const" in found else found.get("enum", [])
    if words:
        found.pop("const", None)
        found.pop("type", None)
        found["enum"] = [*words, *(json.loads(word) for word in words)]
    return found
