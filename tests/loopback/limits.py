"""What Discord refuses in a message and its OpenAPI document does not tell."""

from tests.loopback.payloads import Json

CHOICES = 25
_TEXT, _LABEL, _ROWS, _IN_ROW = 2000, 80, 5, 5


def faults_of(data: Json) -> list[str]:
    """Return what Discord refuses in a message and its OpenAPI document does not tell."""
    rows = data.get("components") or []
    ids = [control["custom_id"] for row in rows for control in row["components"] if "custom_id" in control]
    found = [] if units(data["content"]) <= _TEXT else [f"a message of {units(data['content'])} UTF-16 code units"]
    if len(rows) > _ROWS or any(not 1 <= len(row["components"]) <= _IN_ROW for row in rows):
        found.append("too many controls, or an empty row")
    if len(set(ids)) < len(ids):
        found.append(f"custom ids twice in one message: {ids}")
    if any(not 1 <= units(id) <= 100 for id in ids):
        found.append(f"custom ids longer than 100 UTF-16 code units: {ids}")
    if any(units(control.get("label") or "") > _LABEL for row in rows for control in row["components"]):
        found.append("a label that is too long")
    return found


def units(text: str) -> int:
    """Count a text as Discord does: a character beyond the basic plane, such as an emoji, is two."""
    return len(text) + sum(character > "\uffff" for character in text)
