"""Who reads a message, in which language, and who else sees it."""

from dataclasses import dataclass
from enum import Enum

from bot.surfaces.discord.i18n.catalogue import Language


class Audience(Enum):
    """Who sees the reply to a question."""

    ASKER = "the asker alone"
    EVERYONE_IF_SURE = "everyone sees an answer, the asker alone a doubt or a miss"
    EVERYONE = "everyone, because a message in a channel cannot be shown to one member"


@dataclass(frozen=True, slots=True)
class Reader:
    """The user who asked or pressed a button: their id, their language, and who sees what they get."""

    id: int
    language: Language
    audience: Audience = Audience.ASKER
