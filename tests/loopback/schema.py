"""Checks request bodies against Discord's published OpenAPI document, where its path is given."""

import json
import re
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

_LARGEST_EXACT = 2**53  # discord.py sends some ids as numbers; the document, like Discord, says text


class OpenApi:
    """Discord's document; `faults` of a request body are readable lines."""

    def __init__(self, path: Path) -> None:
        document = json.loads(path.read_text(encoding="utf-8"))
        self._paths: dict[str, Any] = document["paths"]
        self._registry: Registry[Any] = Registry().with_resource("urn:discord", DRAFT202012.create_resource(document))

    def faults(self, method: str, path: str, body: Any) -> list[str]:
        """Return what is wrong with a body; a request that the document does not know is wrong too."""
        template = next((known for known in self._paths if re.fullmatch(re.sub(r"\{[^}]+\}", "[^/]+", known), path)), None)
        operation = self._paths.get(template or "", {}).get(method.lower())
        if operation is None:
            return [f"{method} {path} is not in Discord's document"]
        if "requestBody" not in operation:
            return []
        step = (template or "").replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D")
        reference = f"urn:discord#/paths/{step}/{method.lower()}/requestBody/content/application~1json/schema"
        validator = Draft202012Validator({"$ref": reference}, registry=self._registry)
        return [
            f"{method} {path}: {error.json_path}: {error.message[:300]}" for error in validator.iter_errors(_ids_as_text(body))
        ]


def _ids_as_text(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {
            name: _ids_as_text(item, f"{key}_id" if name == "id" and key == "default_values" else name)
            for name, item in value.items()
        }
    if isinstance(value, list):
        return [_ids_as_text(item, key) for item in value]
    is_id = isinstance(value, int) and not isinstance(value, bool) and (abs(value) > _LARGEST_EXACT or key.endswith("_id"))
    return str(value) if is_id else value
