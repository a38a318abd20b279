"""Wordings of a question from the language's own rules."""

from bot.curation.draft.wordings.proposals import propose_wordings

__all__ = ["propose_wordings"]
