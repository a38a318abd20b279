"""Drafts of entries for an article that nobody has curated."""

from bot.curation.draft.entries import DraftEntry, draft_entries
from bot.curation.draft.knowledge_file import check_place, write_draft

__all__ = ["DraftEntry", "check_place", "draft_entries", "write_draft"]
