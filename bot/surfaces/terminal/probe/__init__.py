"""A probe in a terminal: its figures as a list, and going through what went wrong, one key each."""

from bot.surfaces.terminal.probe.choosing import Taken, go_through
from bot.surfaces.terminal.probe.figures import show_probe

__all__ = ["Taken", "go_through", "show_probe"]
