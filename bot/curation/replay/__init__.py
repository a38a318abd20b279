"""What a change of a knowledge file would change, reply by reply."""

from bot.curation.replay.replay import Change, Difference, OwnWording, Replayable, Replayed, replay, wordings_of
from bot.curation.replay.said import Said, Voice

__all__ = ["Change", "Difference", "OwnWording", "Replayable", "Replayed", "Said", "Voice", "replay", "wordings_of"]
