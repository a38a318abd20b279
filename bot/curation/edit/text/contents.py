"""What a knowledge file is to say after an edit: the same as before, but for what the edit is about."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from difflib import get_close_matches
from typing import Any, NoReturn, cast

from bot.curation.edit.edits import AddEntry, AddSynonym, AddWording, Edit, RemoveEntry, SetArticle, SetField
from bot.errors import Fault, KnowledgeError
from bot.knowledge import Manuscript, short

_SECTIONS = ("entries", "unanswered")
_TOP = ("schema", "article", "synonyms", "entries", "unanswered")
_ENTRY = (
    "id", "draft", "topic", "question", "question_answered", "phrasings", "answered_yes", "answered_no", "near", "answer", "note",
    "claim", "passages",
)  # fmt: skip
"""The fields in the order in which they are written."""
_ARTICLE = ("file", "sha256", "title", "publisher", "dateline", "language", "url", "captions", "skipped")


class Contents:
    """What a file says, as edits change it one after the other; the schema and the proof are asked afterwards."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._manuscript = manuscript
        self.value = cast(Any, deepcopy(manuscript.document.value))
        self._entries: dict[str, Any] = {one["id"]: one for section in _SECTIONS for one in self.value.get(section, [])}

    def apply(self, edit: Edit) -> None:
        """Make one edit.

        Raises:
            KnowledgeError: it is about an entry that is not there, or would change nothing.
        """
        match edit:
            case AddWording(id_, wording, field):
                entry = self._entry(id_)
                _put(entry, field, [*entry.get(field, []), wording.strip()], _ENTRY)
            case AddEntry(proposal, draft):
                entry = proposal.entry(self._entries, draft)
                _put(self.value, proposal.section, [*self.value.get(proposal.section, []), entry], _TOP)
                self._entries[entry["id"]] = entry
            case AddSynonym(word, others):
                self._add_synonym(word.strip(), [other.strip() for other in others])
            case SetField(id_, field, value):
                _put(self._entry(id_), field, value, _ENTRY)
            case RemoveEntry(id_):
                self._remove(id_)
            case SetArticle(field, value):
                written = value if isinstance(value, str) else list(value)
                _put(self.value["article"], field, written or None, _ARTICLE)

    def _entry(self, id_: str) -> Any:
        if id_ not in self._entries:
            near = get_close_matches(id_, self._entries, 1)
            self._refuse(f"no entry is called “{short(id_)}”", f"did you mean {near[0]}?" if near else "name it by its id")
        return self._entries[id_]

    def _add_synonym(self, word: str, others: Sequence[str]) -> None:
        synonyms: Mapping[str, Any] = self.value.get("synonyms", {})
        known = synonyms.get(word, [])
        new = [other for other in dict.fromkeys(others) if other not in (*known, word)]
        if not new:
            self._refuse(f"“{short(word)}” has these synonyms already", "leave them out")
        _put(self.value, "synonyms", {**synonyms, word: [*known, *new]}, _TOP)

    def _remove(self, id_: str) -> None:
        self._entry(id_)
        del self._entries[id_]
        for section in _SECTIONS:
            if section in self.value:
                self.value[section] = [one for one in self.value[section] if one["id"] != id_]

    def _refuse(self, what: str, fix: str) -> NoReturn:
        raise KnowledgeError([Fault(self._manuscript.path, "edit", what, fix)])


def _put(fields: dict[str, Any], name: str, value: Any, order: Sequence[str]) -> None:
    """Set a field, or remove it (None); a new one is put where it is looked for, behind all others where that is not said."""
    if value is None:
        fields.pop(name, None)
    elif name in fields or name not in order:
        fields[name] = value
    else:
        earlier = order[: order.index(name)]
        behind = max((place for place, key in enumerate(fields) if key in earlier), default=len(fields) - 1)
        items = list(fields.items())
        fields.clear()
        fields.update([*items[: behind + 1], (name, value), *items[behind + 1 :]])
