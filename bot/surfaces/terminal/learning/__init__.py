"""What was asked, what may be learned from it, and what that would change, in a terminal."""

from bot.surfaces.terminal.learning.asked import NOT_KEPT, show_asked
from bot.surfaces.terminal.learning.lessons import show_lessons
from bot.surfaces.terminal.learning.replayed import show_replayed
from bot.surfaces.terminal.learning.review import Reviewed, review

__all__ = ["NOT_KEPT", "Reviewed", "review", "show_asked", "show_lessons", "show_replayed"]
