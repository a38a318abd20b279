"""Drafts of entries for an article that nobody has curated."""

from bot.curation.draft.drafted import DraftEntry
from bot.curation.draft.entries import draft_entries, near_misses
from bot.curation.draft.knowledge_file import check_place, write_draft
from bot.curation.draft.wordings import propose_wordings

__all__ = ["DraftEntry", "check_place", "draft_entries", "near_misses", "propose_wordings", "write_draft"]
