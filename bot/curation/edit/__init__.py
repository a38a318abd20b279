"""Changes to a knowledge file: an entry more, a new revision of its article."""

from bot.curation.edit.add import Addition, Proposal, single_manuscript, try_out
from bot.curation.edit.update import Update, work_out

__all__ = ["Addition", "Proposal", "Update", "single_manuscript", "try_out", "work_out"]
