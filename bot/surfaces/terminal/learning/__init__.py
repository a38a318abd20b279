"""What was asked and what may be learned from it, in a terminal."""

from bot.surfaces.terminal.learning.lessons import show_lessons

__all__ = ["show_lessons"]
