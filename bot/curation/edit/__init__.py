"""Changes to a knowledge file: an entry, a wording or a field, a new revision of its article; and how it is saved."""

from bot.curation.edit.add import Addition, try_out
from bot.curation.edit.edits import (
    AddEntry,
    AddSynonym,
    AddWording,
    ArticleField,
    Edit,
    Proposal,
    RemoveEntry,
    SetArticle,
    SetField,
    WordingField,
)
from bot.curation.edit.repository import commit_file, is_in_git, is_uncommitted
from bot.curation.edit.saving import ChangedMeanwhileError, edited, save, single_manuscript
from bot.curation.edit.text.written_out import has_numbers, written_out
from bot.curation.edit.trial import Astray, Claimed, Known, Taken, Trial, try_wordings
from bot.curation.edit.update import Update, work_out
from bot.curation.edit.wordings import LeftOutWording, Line, WordingsRead, WordingsTried, read_wordings, try_lines

__all__ = [
    "AddEntry", "AddSynonym", "AddWording", "Addition", "ArticleField", "Astray", "ChangedMeanwhileError", "Claimed", "Edit",
    "Known", "LeftOutWording", "Line", "Proposal", "RemoveEntry", "SetArticle", "SetField", "Taken", "Trial", "Update",
    "WordingField", "WordingsRead", "WordingsTried", "commit_file", "edited", "has_numbers", "is_in_git", "is_uncommitted",
    "read_wordings", "save", "single_manuscript", "try_lines", "try_out", "try_wordings", "work_out", "written_out",
]  # fmt: skip
